"""Finds the numbers, letters and bullets that were typed by hand at the head of paragraphs."""

from __future__ import annotations

from handbook.importers.form import Para, cut_front
from handbook.importers.shaping.labels import Label, bullet_at, label_at, readings

_RECENT = 60
"""How many labels back one may stand that a new one follows."""


def find_marks(paras: list[Para]) -> None:
    """Move what was typed as a label or a bullet from the words into its own field.

    What may as well be a quantity or an initial is a label only where it goes on counting, or
    where the next one goes on counting from it.
    """
    candidates = [_candidate(para) for para in paras]
    seen: list[Label] = []
    tops: list[Label] = []
    """The last number of the outermost level, however far back."""
    for place, para in enumerate(paras):
        if para.label:
            seen.extend(readings(para.label))
            tops = [one for one in readings(para.label) if len(one.parts) == 1] or tops
            continue
        found = candidates[place]
        if found is None or para.bullet or para.verbatim:
            _bullet(para)
            continue
        text, taken, certain = found
        read = list(readings(text))
        if certain and _is_quantity(para, text, taken, read, seen):
            certain = False
        recent = [*tops, *seen[-_RECENT:]]
        goes_on = any(label.follows(other) for label in read for other in recent)
        if not (certain or goes_on or _is_followed(read, candidates, place)):
            continue
        if not para.text[taken:].strip():
            # `Appendix 1` alone on a line is all that its heading says.
            continue
        para.label = text
        para.runs = cut_front(para.runs, taken)
        seen.extend(read)
        tops = [label for label in read if label.is_decimal and len(label.parts) == 1] or tops


def _candidate(para: Para) -> tuple[str, int, bool] | None:
    return label_at(para.text) if para.text and not para.label else None


def _bullet(para: Para) -> None:
    if para.label or para.bullet or para.verbatim or para.level:
        return
    if (found := bullet_at(para.text)) and len(para.text) > found[1]:
        para.bullet = found[0]
        para.runs = cut_front(para.runs, found[1])


def _is_quantity(para: Para, text: str, taken: int, read: list[Label], seen: list[Label]) -> bool:
    """True for `2.5 hours a week` and the like, where nothing before counts up to it."""
    if not read or not read[0].is_decimal or len(read[0].parts) != 2 or text.endswith("."):
        return False
    rest = para.text[taken:].lstrip()
    known = any(label.parts[:1] == read[0].parts[:1] for label in seen)
    return rest[:1].islower() and not known


def _is_followed(
    read: list[Label],
    candidates: list[tuple[str, int, bool] | None],
    place: int,
) -> bool:
    """True where 2 comes after 1, or 8.1 after 8."""
    after = [found for found in candidates[place + 1 : place + 1 + _RECENT] if found]
    later = [label for found in after for label in readings(found[0])]
    first = any(label.last == 1 for label in read)
    return any(
        (first and other.follows(label)) or (other.is_decimal and other.parts == (*label.parts, 1))
        for other in later
        for label in read
        if label.is_decimal or first
    )
