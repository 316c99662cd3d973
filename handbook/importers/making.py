"""A file's bytes to a draft: reading, judging, writing. Runs in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from handbook.domain.errors import ContentError, NotImported
from handbook.importers.draft import Draft
from handbook.importers.editors_part import NOT_HERE, is_installed
from handbook.importers.form import Para, Piece, Reading, Role, Unsure, shown
from handbook.importers.kinds import Format, NoFormat, format_by_name, format_of
from handbook.importers.limits import MAX_DRAFT, MAX_PIECES
from handbook.importers.refusal import Unreadable
from handbook.importers.shaping.breaks import part_at_breaks
from handbook.importers.shaping.contents import leave_out_contents
from handbook.importers.shaping.depth import decide_depths
from handbook.importers.shaping.facts import find_facts
from handbook.importers.shaping.headings import decide_headings
from handbook.importers.shaping.labels import has_number
from handbook.importers.shaping.marks import find_marks
from handbook.importers.shaping.titles import find_organisation, find_title
from handbook.importers.writing.draft_text import draft_text
from handbook.importers.writing.ids import slug

_MOST_UNSURE = 200
_BY_LIBRARIES = (Format.WORD, Format.PDF, Format.HTML)


def make_draft(data: bytes, name: str) -> Draft:
    """The draft of a file with this name; raises NotImported where there can be none."""
    try:
        kind = format_of(data, name)
        reading = _read(data, kind)
        if (said := format_by_name(name)) and said is not kind:
            reading.unsure.insert(
                0,
                Unsure(
                    "", f"the file's name says {said}, and it is {kind}: it was read as {kind}."
                ),
            )
        return _drafted(reading, name)
    except (NoFormat, Unreadable) as problem:
        raise NotImported(name, str(problem)) from None


def _read(data: bytes, kind: Format) -> Reading:
    if kind in _BY_LIBRARIES and not is_installed():
        raise Unreadable(NOT_HERE)
    match kind:
        case Format.WORD:
            from handbook.importers.word.reading import read_word

            return read_word(data)
        case Format.PDF:
            from handbook.importers.pdf.reading import read_pdf

            return read_pdf(data)
        case Format.HTML:
            from handbook.importers.web.reading import read_html

            return read_html(data)
        case Format.MARKDOWN:
            from handbook.importers.plain.markdown import read_markdown

            return read_markdown(data)
        case _:
            from handbook.importers.plain.text import read_text

            return read_text(data)


def _drafted(reading: Reading, name: str) -> Draft:
    if len(reading.pieces) > MAX_PIECES:
        raise Unreadable(f"it has over {MAX_PIECES:,} paragraphs: part it into several files")
    reading.pieces = [part for piece in reading.pieces for part in _unboxed(piece)]
    if not any(_has_words(piece) for piece in reading.pieces) and not reading.unplaced:
        raise Unreadable("no words are in it")
    reading.pieces = part_at_breaks(reading.pieces)
    leave_out_contents(reading)
    find_marks([para for para in reading.paras if para.role is Role.TEXT])
    title = find_title(reading)
    facts = find_facts(reading)
    if organisation := find_organisation(reading, title):
        facts.setdefault("organisation", organisation)
    decide_headings(reading)
    decide_depths(reading.pieces)
    title = title or facts.get("title", "")
    facts.pop("title", None)
    shown_title = title or _from_name(name)
    if not title:
        reading.unsure.insert(0, Unsure("", "no title was found: the file's name stands for it."))
    text = draft_text(reading, shown_title, facts)
    _check(text, name)
    fields = {"title": title, **facts} if title else facts
    return Draft(
        source=name,
        name=slug(PurePath(name).stem, most=8) or "draft",
        title=shown_title,
        text=text,
        fields=fields,
        unsure=_reported(reading, facts),
    )


def _unboxed(piece: Piece) -> list[Piece]:
    """A table of one column is a box round words."""
    if isinstance(piece, Para):
        return [piece]
    piece.rows = [row for row in piece.rows if any(para.text.strip() for c in row for para in c)]
    width = max((len(row) for row in piece.rows), default=0)
    if width > 1:
        return [piece]
    return [para for row in piece.rows for cell in row for para in cell]


def _has_words(piece: Piece) -> bool:
    if isinstance(piece, Para):
        return bool(piece.text.strip())
    return any(para.text.strip() for row in piece.rows for cell in row for para in cell)


def _reported(reading: Reading, facts: dict[str, str]) -> tuple[str, ...]:
    found = [str(unsure) for unsure in reading.unsure]
    found += [
        f"{name} is stated as {facts[name]}, without a day: add the day."
        for name in ("approved", "last-review", "review")
        if len(facts.get(name, "")) == len("2026-09")
    ]
    found += [f"left out, from the head or foot of the pages: {text}" for text in reading.running]
    found += _unnumbered(reading)
    if not any(para.role is Role.HEADING for para in reading.paras):
        found.append("no heading was found: without one nothing can be linked to.")
    if len(found) > _MOST_UNSURE:
        more = len(found) - _MOST_UNSURE
        found = [*found[:_MOST_UNSURE], f"and {more} more of the same kind."]
    return tuple(dict.fromkeys(found))


def _unnumbered(reading: Reading) -> Iterator[str]:
    """Headings without a number where others have one: the handbook puts one of its own."""
    heads = [p for p in reading.paras if p.role is Role.HEADING and p.depth <= 2]
    without = [p for p in heads if not has_number(p)]
    if len(without) < len(heads):
        for para in without:
            text = shown(f"{para.label} {para.text}".strip())
            yield f"{para.place}: {text} has no number of its own: the handbook counts it."


def _from_name(name: str) -> str:
    words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or "Draft"


def _check(text: str, name: str) -> None:
    """A draft that the handbook itself could not read is none."""
    from handbook.markup.policies import read_policy
    from handbook.markup.source import MAX_LINE

    if len(text.encode("utf-8", "surrogatepass")) > MAX_DRAFT:
        raise Unreadable("it holds more words than one policy may (2 MB): part it")
    if any(len(word) > MAX_LINE for line in text.split("\n") for word in line.split()):
        raise Unreadable(f"one of its words has over {MAX_LINE:,} letters")
    try:
        read_policy(text, "policies/draft.md")
    except ContentError as problem:
        raise NotImported(name, f"its draft could not be read back ({problem.problem})") from None
