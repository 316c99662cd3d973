"""Which files are the content, and the digest that names exactly these."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

SCHOOL, WORDS = "school.yaml", "words.yaml"


def markdown_files(folder: Path, group: str) -> Iterator[Path]:
    """The Markdown files of `policies`, `guides` or `flows`, by name."""
    return (path for path in sorted((folder / group).glob("*.md")) if path.is_file())


def content_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file that a library is read from, with its name in the content."""
    for name in (SCHOOL, WORDS):
        if (folder / name).is_file():
            yield name, folder / name
    for group in ("policies", "guides", "flows"):
        for path in markdown_files(folder, group):
            yield f"{group}/{path.name}", path


def digest(folder: Path) -> str:
    """SHA-256 over the sorted names and bytes of the content's files.

    A file that cannot be opened counts with its name alone: the rest still opens.
    """
    whole = hashlib.sha256()
    for name, path in sorted(content_files(folder)):
        data = _data(path)
        size = "?" if data is None else len(data)
        whole.update(f"{name}\0{size}\0".encode("utf-8", "surrogateescape"))
        whole.update(data or b"")
    return whole.hexdigest()


def _data(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
