"""Which paragraphs are headings, and of which level: by style, by number, by look."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.domain.rule import KIND_OF_LEAD
from handbook.importers.form import Grid, Para, Piece, Reading, Role, Unsure, shown
from handbook.importers.shaping.labels import Kind, Label, readings
from handbook.importers.shaping.look import (
    Strength,
    body_size,
    is_caps,
    is_dressed,
    is_titled,
    stands_out,
    strength,
)

_LONGEST_STYLED = 40
_LONGEST_SENTENCE = 12
_LONGEST_BARE = 9
_NAMED_WORDS = 2
"""Words of `Appendix 1`."""
DEEPEST = 5


def decide_headings(reading: Reading) -> None:
    """Give their role and level to the headings of a file."""
    _Decision(reading).decide()
    _close_gaps([para for para in reading.paras if para.role is Role.HEADING])


@dataclass
class _Decision:
    reading: Reading
    above: list[tuple[Strength, int]] = field(default_factory=list)
    """The headings over the present place, outermost first."""
    parts: list[Strength] = field(default_factory=list)
    """The part or chapter over the present place, as strongly as it is set."""
    by_look: bool = True
    styled_at: int = 0
    """The level of the last heading that had the style of one."""
    classes: dict[str, int] = field(default_factory=dict)
    """In plain text, the level of each way of writing a heading."""

    def decide(self) -> None:
        pieces = [p for p in self.reading.pieces if isinstance(p, Grid) or p.role is Role.TEXT]
        paras = [piece for piece in pieces if isinstance(piece, Para)]
        body = body_size(paras)
        styled = any(para.level for para in paras)
        # Pasted text has one look from end to end: then the place of a line says more.
        self.by_look = self.reading.has_look and (
            styled or any(is_dressed(para, body) for para in paras if not _cannot_head(para))
        )
        for place, piece in enumerate(pieces):
            if isinstance(piece, Grid) or _cannot_head(piece):
                continue
            after = pieces[place + 1] if place + 1 < len(pieces) else None
            before = pieces[place - 1] if place else None
            level = self._level(piece, before, after, body, styled=styled)
            if level:
                self._take(piece, level)

    def _level(
        self, para: Para, before: Piece | None, after: Piece | None, body: float, *, styled: bool
    ) -> int:
        if para.level:
            return self._by_style(para)
        if para.bullet or para.quoted:
            return 0
        label = _counted(para)
        if self.by_look:
            if not stands_out(para, body) or not _is_heading_like(para, after):
                return 0
            level = _numbered_level(label)
            if level < 0:
                return 0
            self._say(para, styled=styled)
            return level + self._under_part(para, label) if level else self._by_strength(para)
        return self._by_place(para, label, before, after)

    def _by_style(self, para: Para) -> int:
        text = para.text.strip()
        sentence = para.words > _LONGEST_SENTENCE and text[-1:] in ".;"
        if para.words > _LONGEST_STYLED or sentence:
            self.reading.unsure.append(
                Unsure(
                    para.place,
                    f"{shown(text)} has the style of a heading and reads as a paragraph: it was "
                    "taken as a paragraph.",
                )
            )
            return 0
        return para.level

    def _by_strength(self, para: Para) -> int:
        """One below the nearest heading over it that is set more strongly."""
        own = strength(para)
        stronger = [level for other, level in self.above if other > own]
        same = [level for other, level in self.above if other == own]
        if same:
            return same[-1]
        if not stronger and self.styled_at:
            return self.styled_at + 1
        return (stronger[-1] + 1) if stronger else 1

    def _by_place(
        self, para: Para, label: Label | None, before: Piece | None, after: Piece | None
    ) -> int:
        """In plain text a heading is short, stands alone, and something follows it."""
        most = _LONGEST_BARE + (3 if label else 0)
        level = _numbered_level(label)
        if level < 0 or after is None or not (para.apart and is_titled(para.text, most)):
            return 0
        if not self._has_room(para, label, after):
            return 0
        if label is None:
            ended = _ends_a_list(para, before) or _is_among_items(before)
            leads_in = para.text.rstrip().endswith(":")
            return 0 if ended or leads_in else self._bare_level(para, before)
        if isinstance(after, Para) and _are_siblings(label, after, before):
            return 0
        return level + self._under_part(para, label) if level else self._bare_level(para, before)

    def _has_room(self, para: Para, label: Label | None, after: Piece) -> bool:
        """True where what follows may stand under a heading."""
        if self.reading.is_tight and not _opens_section(after):
            return False
        if isinstance(after, Grid):
            return True
        if not (after.apart or label or after.words > _LONGEST_BARE):
            return False
        return not (para.text.rstrip().endswith(":") and _is_listed(after))

    def _under_part(self, para: Para, label: Label | None) -> int:
        """1 where numbers count on inside parts or chapters, and are not set as large."""
        if label is None or not label.is_decimal:
            return 0
        parts = [one for one in self.parts if one[0] >= strength(para)[0]]
        return 1 if parts else 0

    def _bare_level(self, para: Para, before: Piece | None) -> int:
        kind = "caps" if is_caps(para.text) else "bare"
        under = isinstance(before, Para) and before.role is Role.HEADING
        if kind not in self.classes:
            deeper = before.depth + 1 if isinstance(before, Para) and under else 0
            numbered = any(level for _, level in self.above)
            self.classes[kind] = deeper or (2 if numbered and kind == "bare" else 1)
        return self.classes[kind]

    def _take(self, para: Para, level: int) -> None:
        para.role, para.depth = Role.HEADING, min(level, DEEPEST)
        if para.level:
            self.styled_at = level
        label = _counted(para)
        if label and label.kind is Kind.NAMED:
            outer = label.around in ("part", "chapter")
            self.parts = [strength(para)] if outer else []
        self.above = [entry for entry in self.above if entry[1] < level]
        self.above.append((strength(para), level))

    def _say(self, para: Para, *, styled: bool) -> None:
        if styled and not para.label:
            how = "it is set apart by its look, and has no heading style"
            self.reading.unsure.append(
                Unsure(para.place, f"{shown(para.text)} was taken as a heading: {how}.")
            )


def _cannot_head(para: Para) -> bool:
    """True for what never heads; `You must` and the like open a rule in our own pages."""
    text = para.text.strip()
    return para.never_heads or not text or text in KIND_OF_LEAD


def _counted(para: Para) -> Label | None:
    """Its label, or the label that it is."""
    if para.label:
        return next(readings(para.label), None)
    return next(readings(para.text), None) if para.words == _NAMED_WORDS else None


def _numbered_level(label: Label | None) -> int:
    """The level that a number states; 0 for none, -1 for one that makes an item."""
    if label is None:
        return 0
    if label.is_decimal:
        # 1.0 numbers a section as 1 does.
        return len(label.parts) - (len(label.parts) == 2 and label.last == 0)
    if label.kind is Kind.NAMED or (label.kind in (Kind.UPPER, Kind.UPPER_ROMAN)):
        return 1
    return -1


def _is_heading_like(para: Para, after: Piece | None) -> bool:
    text = para.text.rstrip()
    if after is None or not is_titled(text) or "\n" in text.strip():
        return False
    return not (text.endswith(":") and _is_listed(after) and not is_caps(text))


def _is_listed(after: Piece | None) -> bool:
    return isinstance(after, Para) and after.is_marked


def _are_siblings(label: Label, after: Para, before: Piece | None) -> bool:
    """True for a short numbered line in a row of such lines: a list, not headings."""
    nexts = list(readings(after.label)) if after.label else []
    if any(other.parts[: len(label.parts)] == label.parts for other in nexts):
        return False  # 2.4 before 2.4.1 heads it
    if any(other.follows(label) for other in nexts):
        return True
    pasts = list(readings(before.label)) if isinstance(before, Para) and before.label else []
    was_item = isinstance(before, Para) and before.role is not Role.HEADING
    return was_item and any(label.follows(other) for other in pasts)


def _opens_section(after: Piece | None) -> bool:
    """True for a long paragraph, a numbered one or a table."""
    return isinstance(after, Grid) or (
        isinstance(after, Para) and (after.words > _LONGEST_BARE or after.is_marked)
    )


def _is_among_items(before: Piece | None) -> bool:
    """True after a paragraph that does not end a sentence: an item without a mark, most likely."""
    if not isinstance(before, Para) or before.role is not Role.TEXT or before.is_marked:
        return False
    return before.words > _LONGEST_BARE and before.text.rstrip()[-1:] not in '.?!:;)"”’'


def _ends_a_list(para: Para, before: Piece | None) -> bool:
    """True for an unmarked short line among the lines of a list, with no space between."""
    return isinstance(before, Para) and before.is_marked and not para.apart


def _close_gaps(headings: list[Para]) -> None:
    """Levels that are used, from 1 and without gaps; nothing stands deeper than what follows."""
    used = sorted({heading.depth for heading in headings})
    ranks = {level: rank for rank, level in enumerate(used, start=1)}
    above = 0
    for heading in headings:
        heading.depth = min(ranks[heading.depth], above + 1)
        above = heading.depth
