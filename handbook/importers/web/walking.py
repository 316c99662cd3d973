"""Walks a page's elements and gathers paragraphs and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.importers.form import Grid, Para, Piece, Reading, Run
from handbook.importers.web.left_out import RUNNING, kind_left_out
from handbook.importers.web.marks import heads_items, list_label
from handbook.importers.web.sheets import Look, Sheet, declared, styled, tagged
from handbook.importers.web.tables import table_rows

_SKIPPED = frozenset(
    ("script", "style", "head", "title", "meta", "link", "template", "noscript", "iframe",
     "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "input",
     "select", "textarea", "map")
)  # fmt: skip
_BLOCKS = frozenset(
    ("p", "div", "form", "section", "article", "main", "header", "footer", "aside", "h1", "h2",
     "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "address",
     "figure", "figcaption", "center", "hr", "fieldset", "details", "summary", "body", "html",
     "caption")
)  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD_LEVEL = re.compile(r"level(\d)")
_STEP = 36.0
_NESTED_NAME = re.compile(r"lst-[\w-]+-(\d)\b")


@dataclass
class _List:
    ordered: bool
    style: str
    number: int
    level: int
    outline: bool = False
    """True for a list that numbers headings and what stands under them."""
    shown: int = 0


@dataclass
class Walker:
    """The state of one walk; `finish` gives what was gathered."""

    reading: Reading
    sheet: Sheet
    left_out: list[tuple[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    plain_http: list[str] = field(default_factory=list)
    pictures: int = 0
    number: int = 0
    _pieces: list[Piece] = field(default_factory=list)
    _para: Para | None = None
    _lists: list[_List] = field(default_factory=list)
    _anchors: list[str] = field(default_factory=list)
    _pending: tuple[str, str] = ("", "")
    """The label or bullet of an item whose first paragraph has not begun."""
    _word_label: list[str] | None = None
    _block_now: tuple[Any, str] = (None, "")
    """The innermost block that words stand in, and its tag."""

    def finish(self) -> list[Piece]:
        """Everything gathered so far."""
        self._flush()
        return self._pieces

    def walk(self, element: Any, look: Look | None = None) -> None:
        """Gather an element and all in it, but not what follows it."""
        look = look or Look()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED or self._is_left_out(element, tag):
            return
        self._anchor(element, tag)
        block = tag in _BLOCKS
        said = declared(self.sheet, tag, element.get("class", ""), element.get("style", ""))
        own = styled(tagged(tag, look), said, block=block)
        if own.hidden:
            self._say_hidden(element)
            return
        self._element(element, tag, own, block=block)

    def _element(self, element: Any, tag: str, look: Look, *, block: bool) -> None:
        if tag == "br":
            self._text("\n", look, is_break=True)
        elif tag == "img":
            self._picture(element)
        elif tag == "table":
            self._table(element, look)
        elif tag in ("ul", "ol"):
            self._list(element, tag, look)
        elif block:
            self._block(element, tag, look)
        else:
            self._inline(element, tag, look)

    def _inline(self, element: Any, tag: str, look: Look) -> None:
        if element.get("data-note"):
            self._open(look).runs.append(Run("", note=element.get("data-note")))
        elif "mso-list:ignore" in element.get("style", "").replace(" ", "").casefold():
            self._word_label = [*(self._word_label or []), "".join(element.itertext())]
        else:
            self._inside(element, self._linked(element, look) if tag == "a" else look)

    def _block(self, element: Any, tag: str, look: Look) -> None:
        self._flush()
        if tag == "li":
            self._begin_item(element, look)
        if tag != "hr":
            outer, self._block_now = self._block_now, (element, tag)
            self._inside(element, look)
            self._block_now = outer
        self._flush()
        if tag == "li":
            self._pending = ("", "")

    def _inside(self, element: Any, look: Look) -> None:
        self._text(element.text, look)
        for child in element:
            self.walk(child, look)
            self._text(child.tail, look)

    def _text(self, text: str | None, look: Look, *, is_break: bool = False) -> None:
        exact = is_break or self._block_now[1] == "pre"
        words = (text or "") if exact else _SPACE.sub(" ", text or "")
        if not words or (self._para is None and not words.strip()):
            return
        para = self._open(look)
        ended = bool(para.runs) and para.runs[-1].text.endswith((" ", "\n"))
        if not exact and words.startswith(" ") and ended:
            words = words[1:]
        para.size = max(para.size, look.size)
        para.underlined = look.underlined and (not para.runs or para.underlined)
        para.runs.append(Run(words, look.bold, look.italic, look.link))

    def _open(self, look: Look) -> Para:
        """The paragraph that words go to now."""
        if self._para is None:
            self.number += 1
            self._para = self._begun(*self._block_now, look)
        return self._para

    def _begun(self, owner: Any, tag: str, look: Look) -> Para:
        classes = owner.get("class", "") if owner is not None else ""
        para = Para([], f"paragraph {self.number}")
        para.level = _heading_level(tag, classes, owner)
        para.is_title = bool(re.search(r"\bmsotitle\b|^title$", classes, re.IGNORECASE))
        para.centred, para.size = look.centred, look.size
        para.verbatim = tag == "pre"
        para.anchors, self._anchors = self._anchors, []
        para.label, para.bullet = self._pending
        if self._lists:
            level = self._lists[-1].level
            marked = bool(para.label or para.bullet)
            para.indent = _STEP * level + (18.0 if not marked else 0.0)
            para.inner, para.nested = _STEP * level + 18.0, level
        else:
            para.indent, para.inner = look.indent + look.first, look.indent
            if found := _WORD_LEVEL.search(look.word_list):
                para.nested = int(found[1]) - 1
        para.quoted = tag == "blockquote"
        self._pending = ("", "")
        return para

    def _flush(self) -> None:
        para, self._para = self._para, None
        label, self._word_label = self._word_label, None
        if para is None:
            return
        if label is not None:
            mark = " ".join("".join(label).split())
            para.label, para.bullet = (
                (mark, "") if any(c.isalnum() for c in mark) and mark != "o" else ("", mark or "•")
            )
        _trim(para)
        if para.verbatim and para.runs:
            para.runs[-1] = replace(para.runs[-1], text=para.runs[-1].text.rstrip())
        if para.runs:
            self._pieces.append(para)

    def _list(self, element: Any, tag: str, look: Look) -> None:
        self._flush()
        self._pending = ("", "")
        nested = _NESTED_NAME.search(element.get("class", ""))
        level = int(nested[1]) if nested else len(self._lists)
        start = element.get("start", "1")
        style = element.get("type") or look.list_style
        number = int(start) if start.lstrip("-").isdigit() and len(start) < 7 else 1
        outer = bool(self._lists) and self._lists[-1].outline
        outline = tag == "ol" and style in ("", "1", "decimal") and (outer or heads_items(element))
        self._lists.append(_List(tag == "ol", style, number, level, outline))
        for child in element:
            self.walk(child, look)
            self._text(child.tail, look)
        self._flush()
        self._lists.pop()

    def _begin_item(self, element: Any, look: Look) -> None:
        if not self._lists:
            self._pending = ("", "•")
            return
        inner = self._lists[-1]
        value = element.get("value", "")
        if value.isdigit() and len(value) < 7:
            inner.number = int(value)
        style = element.get("type") or look.list_style or inner.style
        if style == "none":
            self._pending = ("", "")
            return
        ordered = inner.ordered and style not in ("disc", "circle", "square")
        inner.shown = inner.number
        inner.number += 1
        if inner.outline and style in ("", "1", "decimal"):
            chain = [str(one.shown) for one in self._lists if one.outline]
            self._pending = (".".join(chain) + "." * (len(chain) == 1), "")
        else:
            self._pending = (list_label(inner.shown, style), "") if ordered else ("", "•")

    def _table(self, element: Any, look: Look) -> None:
        self._flush()
        anchors, self._anchors = self._anchors, []
        for child in element.iterchildren("caption"):
            self.walk(child, look)
        rows = table_rows(element, lambda cell: self._cell(cell, look))
        if rows:
            self.number += 1
            self._pieces.append(Grid(rows, f"table near paragraph {self.number}"))
        self._anchors = anchors

    def _cell(self, cell: Any, look: Look) -> list[Piece]:
        inner = Walker(self.reading, self.sheet, self.left_out, self.refused, self.plain_http)
        inner.number = self.number
        inner.walk_inside(cell, look)
        self.number, self.pictures = inner.number, self.pictures + inner.pictures
        return inner.finish()

    def walk_inside(self, element: Any, look: Look) -> None:
        """Gather what is in an element."""
        self._inside(element, look)

    def _linked(self, element: Any, look: Look) -> Look:
        href = (element.get("href") or "").strip()
        if not href or href.startswith(("#_ftn", "#_edn", "#_msocom")):
            return look
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", href, re.IGNORECASE)
        kind = scheme[1].casefold() if scheme else ""
        if href.startswith("#") or kind in ("https", "mailto", "tel"):
            return replace(look, link=href, underlined=False)
        if kind == "http":
            self.plain_http.append(href)
            return replace(look, link=href, underlined=False)
        self.refused.append(href)
        return look

    def _picture(self, element: Any) -> None:
        self.pictures += 1
        if words := " ".join((element.get("alt") or "").split()):
            self.left_out.append(("the description of a picture", words))

    def _anchor(self, element: Any, tag: str) -> None:
        for name in (element.get("id"), element.get("name") if tag == "a" else None):
            if not name:
                continue
            target = self._para.anchors if self._para is not None and tag == "a" else self._anchors
            target.append(name)
            del target[:-20]

    def _is_left_out(self, element: Any, tag: str) -> bool:
        kind = kind_left_out(element, tag)
        words = " ".join("".join(element.itertext()).split()) if kind else ""
        if kind == RUNNING:
            self.reading.running.append(words)
        elif words:
            self.left_out.append((kind, words))
        return bool(kind)

    def _say_hidden(self, element: Any) -> None:
        if words := " ".join("".join(element.itertext()).split()):
            self.left_out.append(("hidden text", words))


def _heading_level(tag: str, classes: str, owner: Any) -> int:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return int(tag[1])
    if owner is not None and owner.get("role") == "heading":
        level = owner.get("aria-level", "2")
        return int(level) if level.isdigit() and 0 < int(level) < 7 else 2
    found = re.search(r"\bmsoheading(\d)\b", classes, re.IGNORECASE)
    return int(found[1]) if found else 0


def _trim(para: Para) -> None:
    """No space before the first word and after the last."""
    while para.runs and not para.runs[0].note and not para.runs[0].text.strip():
        para.runs.pop(0)
    while para.runs and not para.runs[-1].note and not para.runs[-1].text.strip():
        para.runs.pop()
