"""A web page's words, in order, as they look in a browser."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from handbook.importers.decoding import decoded
from handbook.importers.form import Para, Reading, Unsure, shown
from handbook.importers.refusal import Unreadable
from handbook.importers.web.left_out import CONTENTS
from handbook.importers.web.notes import take_notes
from handbook.importers.web.sheets import read_sheet
from handbook.importers.web.walking import Walker

_MAX_ELEMENTS = 400_000
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ARCHIVE = re.compile(rb"(?:Content-Type: multipart|MIME-Version:)", re.IGNORECASE)


def read_html(data: bytes) -> Reading:
    """The paragraphs, lists and tables of a page; raises Unreadable where there is none."""
    if _ARCHIVE.search(data[:2000]):
        raise Unreadable("it is a web archive (.mht): save it as .docx or as a plain web page")
    text, certain = decoded(data, html=True)
    reading = page_reading(text)
    if not certain:
        reading.unsure.append(
            Unsure(
                "", "the page does not say how its letters are coded: look at £, ’ and accents."
            )
        )
    return reading


def page_reading(text: str) -> Reading:
    """The same of a page that is text already."""
    root = _parsed(text)
    reading = Reading()
    reading.title = " ".join("".join(root.xpath("string(//head/title)")).split())
    sheet = read_sheet("\n".join(root.xpath("//style/text()")))
    take_notes(root, reading, sheet)
    walker = Walker(reading, sheet)
    body = root.find("body")
    walker.walk(root if body is None else body)
    reading.pieces = walker.finish()
    _report(reading, walker)
    return reading


def _parsed(text: str) -> Any:
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    body = _CONTROL.sub("", _DECLARED.sub("", text))
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        raise Unreadable("it is no web page that can be read") from None
    if root is None:
        raise Unreadable("no words are in it")
    if sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        raise Unreadable("it is too large: part it into several files")
    if any(
        "too deep" in entry.message.casefold() or "depth" in entry.message.casefold()
        for entry in parser.error_log
    ):
        raise Unreadable("it is nested too deeply")
    return root


def _report(reading: Reading, walker: Walker) -> None:
    contents = [words for kind, words in walker.left_out if kind == CONTENTS]
    reading.had_contents = bool(contents)
    if contents:
        reading.unsure.append(
            Unsure(
                "",
                f"a contents list of {len(contents)} lines was left out, from "
                f"{shown(contents[0])}.",
            )
        )
    for kind, words in walker.left_out:
        if kind == CONTENTS:
            continue
        reading.unsure.append(Unsure("", f"{kind} was left out: {shown(words)}."))
    if walker.pictures:
        reading.unsure.append(
            Unsure("", f"{walker.pictures} pictures were left out; nothing was fetched.")
        )
    for link in dict.fromkeys(walker.refused):
        reading.unsure.append(
            Unsure("", f"the link to {shown(link)} was left out, its words kept.")
        )
    for link in dict.fromkeys(walker.plain_http):
        reading.unsure.append(Unsure("", f"the link to {shown(link)} was written with https:."))


def paragraphs(pieces: list[Any]) -> list[Para]:
    """The paragraphs among pieces, for notes."""
    return [piece for piece in pieces if isinstance(piece, Para)]
