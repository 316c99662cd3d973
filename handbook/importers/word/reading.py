"""A Word file as a reading."""

from __future__ import annotations

from typing import Any

from handbook.importers.form import Para, Reading, Unsure, shown
from handbook.importers.refusal import Unreadable
from handbook.importers.word.body import Body
from handbook.importers.word.container import DAMAGED, Container
from handbook.importers.word.names import W, child, local
from handbook.importers.word.numbering import Numbering
from handbook.importers.word.styles import Styles
from handbook.importers.word.words import Seen, Words

_MOST_QUOTED = 30
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_word(data: bytes) -> Reading:
    """The paragraphs, tables and notes of a Word file; raises Unreadable where it is none."""
    container = Container(data)
    return _File(container).reading()


class _File:
    def __init__(self, container: Container) -> None:
        self._container = container
        self._main = container.main()
        self._relations = container.relations(self._main)
        self._styles = Styles.read(self._part("styles"))
        self._numbering = Numbering.read(self._part("numbering"), self._styles)
        self._seen = Seen()

    def reading(self) -> Reading:
        root = self._container.xml(self._main)
        body = child(root, "body") if root is not None else None
        if body is None:
            raise Unreadable(DAMAGED)
        reading = Reading()
        reader = self._body(self._relations)
        reading.pieces = list(reader.pieces(body))
        self._take_notes(reading)
        self._take_running(reading)
        self._report(reading, reader)
        reading.title = self._stated_title()
        return reading

    def _body(self, relations: dict[str, tuple[str, str]]) -> Body:
        return Body(self._styles, self._numbering, Words(self._styles, relations, self._seen))

    def _part(self, kind: str) -> Any:
        target = next((t for k, t in self._relations.values() if k == kind), "")
        return self._container.xml(target) if target else None

    def _take_notes(self, reading: Reading) -> None:
        used = {run.note for para in _all(reading) for run in para.runs if run.note}
        for kind, letter in (("footnotes", "f"), ("endnotes", "e")):
            root = self._part(kind)
            target = next((t for k, t in self._relations.values() if k == kind), "")
            for note in root if root is not None else ():
                if note.get(W + "type", "normal") in _SEPARATORS:
                    continue
                paras = self._body(self._container.relations(target)).paras(note)
                key = f"{letter}{note.get(W + 'id', '')}"
                if key in used:
                    reading.notes[key] = paras
                elif any(para.text.strip() for para in paras):
                    reading.unsure.append(
                        Unsure("", f"the note {shown(paras[0].text)} is referred to nowhere.")
                    )

    def _take_running(self, reading: Reading) -> None:
        for kind, target in self._relations.values():
            root = self._container.xml(target) if kind in ("header", "footer") else None
            if root is None:
                continue
            paras = self._body(self._container.relations(target)).paras(root)
            texts = [" ".join(para.text.split("\n")).strip() for para in paras]
            reading.running += [t for t in texts if any(c.isalpha() for c in t)]
        reading.running = list(dict.fromkeys(reading.running))

    def _stated_title(self) -> str:
        target = next(
            (t for k, t in self._container.relations("").values() if k == "core-properties"), ""
        )
        root = self._container.xml(target) if target else None
        for element in root if root is not None else ():
            if local(element) == "title" and (element.text or "").strip():
                return " ".join(element.text.split())
        return ""

    def _report(self, reading: Reading, reader: Body) -> None:
        seen, say = self._seen, reading.unsure
        if seen.deleted or seen.inserted or seen.moved:
            say.append(
                Unsure(
                    "",
                    f"the file has tracked changes, taken as accepted: {seen.inserted} additions, "
                    f"{len(seen.deleted)} deletions, {seen.moved} moves.",
                )
            )
        for kind, texts in (
            ("deleted by a tracked change", seen.deleted),
            ("left out, because it is hidden text", seen.hidden),
            ("left out, a picture's description", seen.descriptions),
            ("from a text box, put where the box is anchored", reader.boxed),
            ("a link to a place that the handbook does not lead to, its words kept", seen.refused),
            ("a link that was http:, written with https:", seen.plain_http),
        ):
            say += [
                Unsure("", f"{kind}: {shown(text)}.")
                for text in texts[:_MOST_QUOTED]
                if text.strip()
            ]
        reading.had_contents = bool(reader.contents)
        if reader.contents:
            say.append(
                Unsure(
                    "",
                    f"a contents list of {len(reader.contents)} lines was left out, from "
                    f"{shown(reader.contents[0])}.",
                )
            )
        if seen.pictures:
            say.append(Unsure("", f"{seen.pictures} pictures or drawings were left out."))
        self._report_comments(reading)
        if any(kind == "aFChunk" for kind, _ in self._relations.values()):
            say.append(
                Unsure("", "a part of the file is another file inside it, and was left out.")
            )

    def _report_comments(self, reading: Reading) -> None:
        root = self._part("comments")
        for comment in root if root is not None else ():
            words = " ".join(t.text or "" for t in comment.iter(W + "t")).strip()
            if words:
                reading.unsure.append(Unsure("", f"a comment was left out: {shown(words, 120)}."))


def _all(reading: Reading) -> list[Para]:
    found: list[Para] = []
    for piece in reading.pieces:
        if isinstance(piece, Para):
            found.append(piece)
        else:
            found += [para for row in piece.rows for cell in row for para in cell]
    return found
