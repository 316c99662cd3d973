"""Lines no longer than the reader of the dialect takes."""

from __future__ import annotations

from collections.abc import Iterator

_MOST = 8_000
_LEAST = 2_000


def cut(line: str) -> Iterator[str]:
    """A line in pieces, parted where a space stands: to Markdown they are one paragraph."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    if len(line) > _MOST and not line.lstrip().startswith(("#", "|")):
        while len(line) > _MOST:
            at = line.rfind(" ", _LEAST, _MOST)
            if at < 0:
                break
            yield line[:at]
            line = indent + line[at + 1 :]
    yield line
