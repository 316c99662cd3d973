"""A record as a Word file, made in memory: A4, real headings, and nothing about who made it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from html import escape

from handbook.domain.record import FOR, SIGNED, TITLE, Part, Record, written
from handbook.exporters.word_form import QUIET, RULED, file_of

_HINT = (
    f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{QUIET}"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
)


def word_file(record: Record, today: date) -> bytes:
    """The record as the bytes of a .docx file.

    Its details hold no author and no title but "Record"; its times are cut to the day.
    """
    return file_of("".join(_paragraphs(record)), TITLE, today)


def _paragraphs(record: Record) -> Iterator[str]:
    yield _paragraph(TITLE, "Title")
    if route := written(record.route):
        yield _paragraph(route, "Subtitle")
    if person := written(record.person):
        yield _paragraph(f"{FOR} {person}")
    else:
        yield _paragraph(FOR, RULED)
    for part, text in record:
        yield from _part(part, text)
    yield _paragraph("", keeps=True)
    *others, last = SIGNED
    for words in others:
        yield _paragraph(words, RULED, keeps=True)
    yield _paragraph(last, RULED)


def _part(part: Part, text: str) -> Iterator[str]:
    if text:
        yield _paragraph(part.heading, "Heading1")
        for line in text.split("\n"):
            yield _paragraph(line)
        return
    hint = _run(f"  {part.hint}", _HINT) if part.hint else ""
    yield _paragraph(part.heading, "Heading1", keeps=True, more=hint)
    for number in range(1, part.lines + 1):
        yield _paragraph("", RULED, keeps=number < part.lines)


def _paragraph(text: str, style: str = "", *, keeps: bool = False, more: str = "") -> str:
    """One paragraph; `keeps` holds it on the page of the next."""
    turned = _is_turned(text)
    about = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keeps else "")
        + ("<w:bidi/>" if turned else "")
    )
    about = f"<w:pPr>{about}</w:pPr>" if about else ""
    words = _run(text, "<w:rtl/>" if turned else "") if text else ""
    return f"<w:p>{about}{words}{more}</w:p>"


def _run(text: str, look: str = "") -> str:
    """Words of one look; a tab is an element of its own."""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = (
        f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' if piece else ""
        for piece in text.split("\t")
    )
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>"


def _is_turned(text: str) -> bool:
    """True of a text of a script that runs from the right: it begins there."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"
