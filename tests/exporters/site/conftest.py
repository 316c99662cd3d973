"""The site of the model handbook, and a reader of pages that takes no slip."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest

from handbook import locations
from handbook.domain.library import Library
from handbook.exporters.site.search_index import Words
from handbook.exporters.site.site import site_files
from handbook.markup.library import read_library
from handbook.search.english import STOP_WORDS
from handbook.search.words import folded_words, stem

TODAY = date(2026, 11, 21)
WORDS = Words(folded_words, stem, STOP_WORDS)
_EMPTY = frozenset({"meta", "link", "input", "img", "br"})
_CLOSES_ITSELF = frozenset({"path", "circle", "rect", "line", "polyline", "ellipse"})
"""Parts of drawings, which end in `/>`."""


@dataclass
class Element:
    """One element of a page, with what it holds."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, tag: str = "", **wanted: str) -> list[Element]:
        """Every element in it of a tag, and with these attributes; `class_` may be one of many."""
        found = []
        for part in self.inside:
            if isinstance(part, Element):
                if tag in ("", part.tag) and all(part.has(*pair) for pair in wanted.items()):
                    found.append(part)
                found += part.all(tag, **wanted)
        return found

    def has(self, name: str, value: str) -> bool:
        """True where an attribute is this, or one of its words is."""
        return value in self.attributes.get(name.rstrip("_"), "").split()


class _Reader(HTMLParser):
    """Builds the tree; an element that is not closed in its turn is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _CLOSES_ITSELF, f"<{tag}/> is not closed in HTML"
        del attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)

    def finish(self) -> Element:
        self.close()
        assert self._open == [self.root], f"<{self._open[-1].tag}> stays open"
        return self.root


def read_page(data: bytes) -> Element:
    """A page as a tree."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    return reader.finish()


def site_of(library: Library, today: date = TODAY) -> dict[str, bytes]:
    """All files of the site of a library."""
    return site_files(library, locations.content(), locations.resources(), today, WORDS)


def pages_of(files: dict[str, bytes]) -> dict[str, Element]:
    """All pages of a site, read."""
    return {name: read_page(data) for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="session")
def model() -> Library:
    return read_library(locations.content())


@pytest.fixture(scope="session")
def files(model: Library) -> dict[str, bytes]:
    return site_of(model)


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, Element]:
    return pages_of(files)
