"""Putting a value into the front matter of a file: everything else stays letter for letter."""

from __future__ import annotations

from handbook.domain.errors import ContentError
from handbook.domain.place import Place
from handbook.markup.yaml_edit import Value, with_value

_FENCE = "---"


def with_front(text: str, key: str, value: Value, file: str) -> str:
    """The text with a value in its front matter; one is begun where there is none.

    Raises ContentError where the front matter is no YAML, or has no end.
    """
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return f"{_FENCE}\n{with_value('', (key,), value, file)}{_FENCE}\n\n{text}"
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), None)
    if end is None:
        raise ContentError(Place(file, 1), "the front matter has no closing ---")
    try:
        inner = with_value("\n".join(lines[1:end]), (key,), value, file)
    except ContentError as problem:
        raise ContentError(Place(file, problem.place.line + 1), problem.problem) from None
    return "\n".join([lines[0], *inner.rstrip("\n").split("\n"), *lines[end:]])
