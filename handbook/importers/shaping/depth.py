"""How deep each item of a list stands, and which paragraphs go on under an item."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.importers.form import Grid, Para, Piece, Role
from handbook.importers.shaping.labels import Kind, Label, readings

_SAME = 5.0
"""Points within which two indents are one."""
DEEPEST = 8


@dataclass(slots=True)
class _Open:
    """The last item of one level of the present list."""

    para: Para
    read: list[Label]

    @property
    def kind(self) -> str:
        """What its siblings have in common, where indents say nothing."""
        return self.para.bullet or (self.read[-1].around + self.read[-1].kind if self.read else "")


def decide_depths(pieces: list[Piece]) -> None:
    """Give items their depth, and find the paragraphs that go on under them."""
    stack: list[_Open] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Grid) or piece.role in (Role.HEADING, Role.TITLE):
            stack = []
        elif piece.role is Role.TEXT and piece.text.strip() and not piece.verbatim:
            if is_item(piece):
                stack = _placed(piece, stack)
                piece.role, piece.depth = Role.ITEM, min(len(stack), DEEPEST)
            elif stack and not piece.label and _goes_on(piece, stack, pieces[place + 1 :]):
                piece.role, piece.depth = Role.CONTINUES, _depth_of(piece, stack)
            else:
                stack = []


def is_item(para: Para) -> bool:
    """True for bullets, letters and plain numbers; 4.3 is a numbered paragraph."""
    if para.bullet:
        return True
    label = next(readings(para.label), None) if para.label else None
    if label is None:
        return bool(para.label)
    if label.kind is Kind.NAMED:
        return False
    return not (label.is_decimal and len(label.parts) > 1)


def _placed(para: Para, stack: list[_Open]) -> list[_Open]:
    """The open levels with this item as the deepest."""
    own = _Open(para, list(readings(para.label)) if para.label else [])
    for place in range(len(stack) - 1, -1, -1):
        if _follows(own, stack[place]):
            return [*stack[:place], own]
    kept = list(stack)
    while kept and _compared(para, kept[-1].para) < 0:
        kept.pop()
    if not kept or _compared(para, kept[-1].para) > 0:
        return [*(kept or stack[:0]), own]
    if kept[-1].para.indent is None or para.indent is None:
        known = [place for place, entry in enumerate(kept) if entry.kind == own.kind]
        return [*kept[: known[-1]], own] if known else [*kept, own]
    return [*kept[:-1], own]


def _follows(own: _Open, other: _Open) -> bool:
    known = own.para.indent is not None and other.para.indent is not None
    if known and abs(_compared_indents(own.para, other.para)) > 3 * _SAME:
        return False
    return any(label.follows(past) for label in own.read for past in other.read)


def _compared(para: Para, other: Para) -> int:
    """Above 0 for deeper than the other, 0 for the same or not known."""
    if para.indent is not None and other.indent is not None:
        apart = _compared_indents(para, other)
        if abs(apart) > _SAME:
            return 1 if apart > 0 else -1
    if para.nested is not None and other.nested is not None:
        return para.nested - other.nested
    return 0


def _compared_indents(para: Para, other: Para) -> float:
    return (para.indent or 0.0) - (other.indent or 0.0)


def _goes_on(para: Para, stack: list[_Open], after: list[Piece]) -> bool:
    """True for a paragraph set in as far as the words of an item above it."""
    del after
    if para.indent is None or para.centred:
        return False
    first = stack[0].para
    inner = first.inner if first.inner is not None else (first.indent or 0.0) + 2 * _SAME
    return para.indent >= inner - _SAME and para.indent > _SAME


def _depth_of(para: Para, stack: list[_Open]) -> int:
    for place in range(len(stack) - 1, -1, -1):
        item = stack[place].para
        inner = item.inner if item.inner is not None else (item.indent or 0.0) + 2 * _SAME
        if (para.indent or 0.0) >= inner - _SAME:
            return place + 1
    return 1
