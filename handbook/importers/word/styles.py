"""Styles: what they say of level, look, indents and numbering, base styles included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from handbook.importers.word.names import W, child, is_on, number, value

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TOC = re.compile(r"toc\s*(?:\d|heading)|contents (?:\d|heading)", re.IGNORECASE)
_DEEPEST = 20
_BODY_LEVEL = 9
_USUAL = 11.0


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written, without its base."""

    name: str
    base: str
    paragraph: Any = None
    letters: Any = None


@dataclass
class Styles:
    """All styles of a file."""

    by_id: dict[str, Style] = field(default_factory=dict)
    usual: str = ""
    """The style of a paragraph that names none."""
    size: float = _USUAL

    @classmethod
    def read(cls, root: Any) -> Styles:
        """The styles of a part; none where there is no such part."""
        styles = cls()
        if root is None:
            return styles
        default = number(value(root, "docDefaults", "rPrDefault", "rPr", "sz"))
        styles.size = default / 2 if default else _USUAL
        for element in root.findall(W + "style"):
            name = element.get(W + "styleId", "")
            styles.by_id[name] = Style(
                value(element, "name"),
                value(element, "basedOn"),
                child(element, "pPr"),
                child(element, "rPr"),
            )
            is_usual = element.get(W + "default", "") in ("1", "true")
            if is_usual and element.get(W + "type") == "paragraph":
                styles.usual = name
        return styles

    def chain(self, name: str) -> list[Style]:
        """A style and those that it is based on, nearest first."""
        found: list[Style] = []
        seen: set[str] = set()
        while name in self.by_id and name not in seen and len(found) < _DEEPEST:
            seen.add(name)
            found.append(self.by_id[name])
            name = self.by_id[name].base
        return found

    def level(self, name: str) -> int:
        """The level of a heading style; 0 for every other."""
        for style in self.chain(name):
            if found := _HEADING.match(style.name):
                return int(found[1])
            outline = number(value(style.paragraph, "outlineLvl"))
            if outline is not None:
                return outline + 1 if outline < _BODY_LEVEL else 0
        return 0

    def is_named(self, name: str, wanted: str) -> bool:
        """True where a style or one that it is based on has that name."""
        return any(style.name.casefold() == wanted for style in self.chain(name))

    def is_contents(self, name: str) -> bool:
        """True for the styles of contents lists."""
        return any(_TOC.match(style.name) for style in self.chain(name)[:1])

    def paragraph(self, name: str, *path: str, of: str = "val") -> str:
        """A property of paragraphs, from the nearest style that has it."""
        for style in self.chain(name):
            if found := value(style.paragraph, *path, of=of):
                return found
        return ""

    def is_on(self, name: str, what: str) -> bool | None:
        """Whether letters are bold or the like; None where no style says."""
        for style in self.chain(name):
            if (found := is_on(style.letters, what)) is not None:
                return found
        return None

    def letters(self, name: str, *path: str) -> str:
        """A property of letters, from the nearest style that has it."""
        for style in self.chain(name):
            if found := value(style.letters, *path):
                return found
        return ""
