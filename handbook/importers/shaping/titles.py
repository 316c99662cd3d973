"""The title of the policy, and whose it is, from the lines at the top."""

from __future__ import annotations

import re

from handbook.importers.form import Grid, Para, Reading, Role, Run, Unsure, shown
from handbook.importers.shaping.facts import is_fact
from handbook.importers.shaping.look import body_size, is_titled, stands_out, strength

_KINDS = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|code|guidance|guidelines|statement|handbook|protocol|"
    r"agreement|plan|scheme|strategy|rules|charter)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?:school|academy|academies|college|nursery|trust|federation|infants?|juniors?|primary)\b",
    re.IGNORECASE,
)
_TOP = 15
_MOST = 14
_LARGE = 1.3


def find_title(reading: Reading) -> str:
    """The title, from its style, from the lines at the top, or from the file's own details.

    Its lines get the role of a title. Empty where none is stated.
    """
    top = _top(reading)
    styled = [para for para in top if para.is_title]
    if styled:
        return _taken(styled[:2] if _stacked(styled) else styled[:1])
    if (first := _lone_first(reading, top)) is not None:
        return _taken([first])
    named = [para for para in top if _is_named(para) and not _is_section(para, reading)]
    best = _best(reading, named or _unnamed(reading, top))
    if best is None:
        if reading.title:
            problem = f"the title {shown(reading.title)} stands in the file's details only."
            reading.unsure.append(Unsure("", problem))
        return reading.title
    if not _KINDS.search(best.text):
        reading.unsure.append(
            Unsure(best.place, f"{shown(best.text)} was taken as the title: is it one?")
        )
    return _taken(_with_neighbours(best, top, reading))


def _with_neighbours(best: Para, top: list[Para], reading: Reading) -> list[Para]:
    """A title that was set on several lines: those beside it that look the same, and large."""
    if not best.size or best.size < body_size(reading.paras) * _LARGE:
        return [best]
    at = top.index(best)
    first, last = at, at
    while first > 0 and _looks_like(top[first - 1], best):
        first -= 1
    while last + 1 < len(top) and _looks_like(top[last + 1], best):
        last += 1
    found = top[first : last + 1]
    return found if sum(para.words for para in found) <= _MOST else [best]


def _looks_like(para: Para, best: Para) -> bool:
    same = strength(para)[0] == strength(best)[0] and para.is_bold == best.is_bold
    return same and not (_names_body(para, "") or is_fact(para.text) or para.is_marked)


def find_organisation(reading: Reading, title: str) -> str:
    """The school or trust that the lines at the top name; empty for none.

    Its lines are marked as lines of the cover, so that they become no heading.
    """
    before: Para | None = None
    for para in _top(reading):
        if _names_body(para, title):
            para.is_cover = True
            words = para.text.strip()
            if before is not None and not para.apart and not _KINDS.search(before.text):
                before.is_cover = True
                words = f"{before.text.strip()} {words}"
            return " ".join(words.split())
        before = para if para.words <= 4 and not is_fact(para.text) else None
    running = (part for text in reading.running for part in re.split(r"\t|\s{2,}", text))
    found = [part.strip() for part in running if _names_body(Para([Run(part)], ""), title)]
    return found[0] if found else ""


def _names_body(para: Para, title: str) -> bool:
    words = para.text.strip()
    if para.role in (Role.TITLE, Role.LEFT_OUT) or words.casefold() == title.casefold():
        return False
    if not words or para.words > 9 or words[-1:] in ".:;," or is_fact(words) or para.is_marked:
        return False
    if _KINDS.search(words) or not _BODIES.search(words):
        return False
    # A name is written with capitals: `Primary schools` heads a section.
    return all(word[:1].isupper() or word.casefold() in _SMALL for word in words.split())


_SMALL = frozenset(("and", "of", "the", "for", "in", "at", "on", "&", "c", "e", "with", "-", "–"))


def _top(reading: Reading) -> list[Para]:
    """The short lines before the first paragraph that is long, or the first table."""
    found: list[Para] = []
    for piece in reading.pieces:
        if isinstance(piece, Grid) or len(found) == _TOP:
            break
        if piece.role is Role.LEFT_OUT or not piece.text.strip():
            continue
        if piece.words > 30:
            break
        found.append(piece)
    return found


def _lone_first(reading: Reading, top: list[Para]) -> Para | None:
    """The first heading, where no other has its level and others are below it."""
    styled = [para for para in reading.paras if para.level]
    if not styled or styled[0] not in top or len(styled) == 1:
        return None
    first = styled[0]
    alone = all(para.level > first.level for para in styled[1:])
    return first if alone and not first.label else None


def _is_section(para: Para, reading: Reading) -> bool:
    """True for a heading among others of its level: only the first line may be the title."""
    if _GENERIC.fullmatch(para.text.strip()):
        return True
    beside = [one for one in reading.paras if one.level == para.level and one is not para]
    first = next((one for one in reading.paras if one.text.strip()), para)
    return bool(para.level and beside) and not (para is first and _KINDS.search(para.text))


def _is_named(para: Para) -> bool:
    words = para.text.strip()
    return (
        bool(_KINDS.search(words))
        and para.words <= _MOST
        and not para.is_marked
        and not is_fact(words)
        and words[-1:] not in ".;,:"
        and not _HEAD_OF_LIST.search(words)
    )


_GENERIC = re.compile(
    r"(?:policy )?statement(?: of (?:intent|policy|principles?))?|"
    r"(?:policy )?(?:aims?|scope|purpose|statement|principles|framework|review|rationale)|"
    r"(?:policy )?(?:context|introduction|overview|objectives?)|"
    r"(?:aims?|scope|purpose|review|status) of (?:the|this) policy|procedures?|guidance|plan",
    re.IGNORECASE,
)
_HEAD_OF_LIST = re.compile(
    r"^(?:related|linked|other|this|see|approved|reviewed)\b", re.IGNORECASE
)


def _unnamed(reading: Reading, top: list[Para]) -> list[Para]:
    """The first line that is no school's name and no fact, where it looks like a title."""
    lines = [p for p in top if not _names_body(p, "") and not is_fact(p.text)]
    lines = [para for para in lines if not _is_section(para, reading)]
    if not lines or lines[0].is_marked or not is_titled(lines[0].text, _MOST):
        return []
    if reading.has_look and not stands_out(lines[0], body_size(reading.paras)):
        return []
    return lines[:1]


def _best(reading: Reading, found: list[Para]) -> Para | None:
    if not found:
        return None
    if not reading.has_look:
        return found[0]
    return max(found, key=lambda para: (strength(para)[0], -found.index(para)))


def _stacked(paras: list[Para]) -> bool:
    return len(paras) > 1 and paras[0].size == paras[1].size


def _taken(paras: list[Para]) -> str:
    for para in paras:
        para.role = Role.TITLE
    return " ".join(" ".join(para.text.split()) for para in paras)
