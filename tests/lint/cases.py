"""Reads the cases of a Markdown fixture: title, `.`, input, `.`, expected, `.`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@dataclass(frozen=True)
class Case:
    """One case of a fixture."""

    title: str
    text: str
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """All cases of a fixture file."""
    return list(_cases((FIXTURES / name).read_text("utf-8").split("\n")))


def _cases(lines: list[str]) -> Iterator[Case]:
    parts: list[list[str]] = [[]]
    for line in lines:
        if line != ".":
            parts[-1].append(line)
        elif len(parts) < 3:
            parts.append([])
        else:
            title, text, expected = ("\n".join(part).strip("\n") for part in parts)
            yield Case(title, text, tuple(expected.split("\n")) if expected else ())
            parts = [[]]
