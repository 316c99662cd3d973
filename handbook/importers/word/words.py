"""The words of one Word paragraph: runs, fields, changes, notes, boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from handbook.importers.form import Run
from handbook.importers.word.names import MC, R, W, child, is_on, local, number, value
from handbook.importers.word.styles import Styles

_GONE = frozenset(
    ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "proofErr", "instrText", "delText")
)
_THROUGH = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "bdo", "dir", "ruby", "rubyBase",
     "oMath", "oMathPara", "sdt", "r", "e", "num", "den", "sup", "sub", "f", "d", "nary", "rad",
     "deg")
)  # fmt: skip
_SYMBOLS = {
    "f0b7": "•", "f0a7": "▪", "f0d8": "➢", "f0fc": "✓", "f0e0": "→", "f0df": "←", "f0a8": "☐",
    "f06f": "☐", "f0fe": "☒", "f0e8": "→", "f02d": "–",
}  # fmt: skip
_LETTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


@dataclass
class Seen:
    """What was met on the way and is no word of the policy: for the report."""

    deleted: list[str] = field(default_factory=list)
    inserted: int = 0
    moved: int = 0
    hidden: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: int = 0
    descriptions: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    plain_http: list[str] = field(default_factory=list)
    fields: Counter[str] = field(default_factory=Counter)


@dataclass
class Field:
    """A field of Word that is open: what it was told to do, and whether its result has begun."""

    told: str = ""
    shows: bool = False


@dataclass
class Words:
    """Gathers runs; fields may reach over paragraphs, so it lives as long as its part."""

    styles: Styles
    relations: dict[str, tuple[str, str]]
    seen: Seen
    fields: list[Field] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    """Text boxes anchored in the present paragraph."""
    anchors: list[str] = field(default_factory=list)

    @property
    def in_contents(self) -> bool:
        """True inside the result of a field that makes a contents list."""
        return any(f.told.strip().upper().startswith(("TOC", "INDEX", "TOA")) for f in self.fields)

    def of(self, paragraph: Any, style: str) -> list[Run]:
        """The runs of a paragraph."""
        runs: list[Run] = []
        self.boxes, self.anchors = [], []
        for element in paragraph:
            self._gather(element, style, "", runs)
        return runs

    def _gather(self, element: Any, style: str, link: str, runs: list[Run]) -> None:
        match local(element):
            case "r":
                self._run(element, style, link, runs)
            case "AlternateContent":
                self._alternative(element, style, link, runs)
            case "bookmarkStart":
                self.anchors.append(element.get(W + "name", ""))
            case "t":
                runs.append(Run(element.text or "", link=link))
            case "fldSimple":
                self._simple(element, style, link, runs)
            case name:
                self._through(element, name, style, link, runs)

    def _through(self, element: Any, name: str, style: str, link: str, runs: list[Run]) -> None:
        """What only holds other things: a link, an addition, a content control."""
        if name in _GONE:
            self._note_gone(element, name)
            return
        if name == "hyperlink":
            link = self._target(element) or link
        elif name not in _THROUGH:
            return
        self.seen.inserted += name == "ins"
        self.seen.moved += name == "moveTo"
        for inside in element:
            self._gather(inside, style, link, runs)

    def _simple(self, element: Any, style: str, link: str, runs: list[Run]) -> None:
        self.fields.append(Field(element.get(W + "instr", ""), shows=True))
        for inside in element:
            self._gather(inside, style, link, runs)
        self.fields.pop()

    def _run(self, run: Any, style: str, link: str, runs: list[Run]) -> None:
        own = child(run, "rPr")
        if _is_gone(own):
            self._note_gone(run, "del")
            return
        bold, italic = self._on(own, style, "b"), self._on(own, style, "i")
        hidden = self._on(own, style, "vanish")
        link = link or self._field_link()
        for part in run:
            found = self._part(part, runs, style, link)
            if found and hidden:
                self.seen.hidden.append(found)
            elif found and not (self.fields and not self.fields[-1].shows):
                runs.append(Run(found, bold, italic, link))

    def _part(self, part: Any, runs: list[Run], style: str, link: str) -> str:
        """The letters that one part of a run gives."""
        name = local(part)
        if name == "t":
            return part.text or ""
        if name == "br":
            return "" if part.get(W + "type") in ("page", "column") else "\n"
        if name == "sym":
            return _symbol(part)
        if name in _LETTERS:
            return _LETTERS[name]
        self._silent(part, name, runs, style, link)
        return ""

    def _silent(self, part: Any, name: str, runs: list[Run], style: str, link: str) -> None:
        match name:
            case "footnoteReference" | "endnoteReference":
                runs.append(Run("", note=f"{name[0]}{part.get(W + 'id', '')}"))
            case "fldChar":
                self._field(part.get(W + "fldCharType", ""))
            case "instrText" if self.fields and not self.fields[-1].shows:
                self.fields[-1].told += part.text or ""
            case "drawing" | "pict" | "object":
                self._drawing(part)
            case "AlternateContent":
                self._alternative(part, style, link, runs)
            case _:
                pass

    def _alternative(self, element: Any, style: str, link: str, runs: list[Run]) -> None:
        """The same thing for newer and older programs: one of them is read."""
        chosen = element.find(MC + "Choice")
        if chosen is None:
            chosen = element.find(MC + "Fallback")
        for inside in chosen if chosen is not None else ():
            if local(inside) in ("drawing", "pict"):
                self._drawing(inside)
            else:
                self._gather(inside, style, link, runs)

    def _drawing(self, part: Any) -> None:
        boxes = [box for box in part.iter(W + "txbxContent") if not _in_fallback(box, part)]
        self.boxes += boxes
        if not boxes:
            self.seen.pictures += 1
        for element in part.iter():
            if local(element) == "docPr" and element.get("descr"):
                self.seen.descriptions.append(element.get("descr"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _field_link(self) -> str:
        for open_field in reversed(self.fields):
            told = open_field.told.strip()
            if not told.upper().startswith("HYPERLINK"):
                continue
            inside = "\\l" in told
            parts = told.split('"')
            target = parts[1] if len(parts) > 1 else ""
            return self._checked(
                f"#{target}" if inside and told.find("\\l") < told.find('"') else target
            )
        return ""

    def _target(self, element: Any) -> str:
        anchor = element.get(W + "anchor", "")
        kind, target = self.relations.get(element.get(R + "id", ""), ("", ""))
        if kind == "hyperlink" and target:
            return self._checked(target)
        return f"#{anchor}" if anchor else ""

    def _checked(self, target: str) -> str:
        low = target.strip().casefold()
        if not low or low.startswith(("#", "https:", "mailto:", "tel:")):
            return target.strip()
        if low.startswith("http:"):
            self.seen.plain_http.append(target)
            return target.strip()
        self.seen.refused.append(target)
        return ""

    def _on(self, own: Any, style: str, what: str) -> bool:
        said = is_on(own, what)
        if said is None and (name := value(own, "rStyle")):
            said = self.styles.is_on(name, what)
        if said is None:
            said = self.styles.is_on(style, what)
        return bool(said)

    def _note_gone(self, element: Any, name: str) -> None:
        if name in ("del", "delText"):
            words = "".join(text.text or "" for text in element.iter(W + "delText", W + "t"))
            if words.strip():
                self.seen.deleted.append(words)


def size_of(paragraph: Any, style: str, styles: Styles) -> float:
    """The size of the first letters of a paragraph, in points."""
    for run in paragraph.iter(W + "r"):
        if not any((t.text or "").strip() for t in run.iter(W + "t")):
            continue
        own = child(run, "rPr")
        found = value(own, "sz") or styles.letters(value(own, "rStyle"), "sz")
        found = found or styles.letters(style, "sz")
        half = number(found) if found else None
        return half / 2 if half else styles.size
    return styles.size


def is_underlined(paragraph: Any) -> bool:
    """True where every run with words is underlined, links aside."""
    runs = [
        r for r in paragraph.iter(W + "r") if any((t.text or "").strip() for t in r.iter(W + "t"))
    ]
    return bool(runs) and all(
        value(run, "rPr", "u") not in ("", "none") and local(run.getparent()) != "hyperlink"
        for run in runs
    )


def _is_gone(own: Any) -> bool:
    return own is not None and (
        child(own, "del") is not None or child(own, "moveFrom") is not None
    )


def _in_fallback(box: Any, top: Any) -> bool:
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag == MC + "Fallback" or parent.tag == W + "txbxContent":
            return True
        parent = parent.getparent()
    return False


def _symbol(part: Any) -> str:
    code = part.get(W + "char", "").casefold()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return letter if not "\ue000" <= letter <= "\uf8ff" else "•"
