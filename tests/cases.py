"""Cases written in Markdown files: a title, `.`, input, `.`, expected, `.`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Case:
    """One case: what goes in, and what must come out."""

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return self.title


def read_cases(name: str) -> list[Case]:
    """The cases of a file in tests/fixtures; lines of one full stop part them."""
    parts: list[list[str]] = [[]]
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part).strip("\n") for part in parts]
    return [
        Case(title, given, expected)
        for title, given, expected in zip(texts[0::3], texts[1::3], texts[2::3], strict=False)
        if title
    ]
