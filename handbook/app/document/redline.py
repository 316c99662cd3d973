"""Two versions of some text as one: what went stands before what came in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from handbook.app.document.leads import split_lead
from handbook.app.document.marked import MarkedSpan, marked_blocks, marked_spans
from handbook.domain.blocks import (
    Block,
    Callout,
    Item,
    Listing,
    Paragraph,
    Span,
    Spans,
    Subheading,
    Table,
    block_texts,
    plain,
)
from handbook.domain.changes import same_form
from handbook.domain.word_changes import RunKind, word_changes

_ALIKE = 0.4
"""How much of the words two blocks share at least, to be two versions of one."""
_FEW, _MOST_OF = 3, 0.75
"""Or so many words, and so much of the shorter one, stand in the longer one."""
_WORD = re.compile(r"[\w’'-]+")
_FIRST_SIGN = 0xE000
"""Pictures and footnotes are compared as one letter each, from here on."""

Part = TypeVar("Part")
Pair = tuple[Part | None, Part | None]


def redline(was: Sequence[Block], now: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of both versions as one text, with what became of every word."""
    found: list[Block] = []
    for old, new in _aligned(was, now, _likeness):
        found += _merged(old, new)
    return tuple(found)


def redline_words(was: Spans, now: Spans) -> Spans:
    """The words of two versions of a line as one line."""
    letters: dict[object, str] = {}
    old, new = _letters(was, letters), _letters(now, letters)
    before, after = _Cutter(was, old), _Cutter(now, new)
    spans: list[Span] = []
    for run in word_changes(old, new):
        gone = before.take(len(run.text)) if run.kind is not RunKind.NEW else ()
        came = after.take(len(run.text)) if run.kind is not RunKind.GONE else ()
        spans += marked_spans(came or gone, run.kind)
    return tuple(spans)


def redline_text(was: str, now: str) -> Spans:
    """The same for plain text."""
    return redline_words(_plain(was), _plain(now))


def swapped(was: str, now: str) -> Spans:
    """A short value as a whole: what it was, then what it is, with a space where both stand."""
    between = (MarkedSpan(" ", mark=RunKind.GONE),) if was and now else ()
    return (*redline_text(was, ""), *between, *redline_text("", now))


def _plain(text: str) -> Spans:
    return (Span(text),) if text else ()


def _merged(old: Block | None, new: Block | None) -> Iterator[Block]:
    if old is None or new is None:
        yield from marked_blocks((old,) if old is not None else (), RunKind.GONE)
        yield from marked_blocks((new,) if new is not None else (), RunKind.NEW)
        return
    if same_form(old, new):
        yield from marked_blocks((new,), RunKind.SAME)
        return
    match old, new:
        case Paragraph(), Paragraph():
            yield replace(new, spans=redline_words(old.spans, new.spans))
        case Subheading(), Subheading():
            yield replace(new, spans=redline_words(old.spans, new.spans))
        case Callout(), Callout():
            yield _callout(old, new)
        case Listing(), Listing():
            yield replace(new, items=tuple(_items(old, new)))
        case Table(), Table():
            yield _table(old, new)
        case _:
            yield from marked_blocks((old,), RunKind.GONE)
            yield from marked_blocks((new,), RunKind.NEW)


def _callout(old: Callout, new: Callout) -> Callout:
    """The words after the lead are compared as the reader shows them, with their capital."""
    lead, rest = split_lead(new)
    blocks = redline(split_lead(old)[1], rest)
    if not lead:
        return replace(new, blocks=blocks)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        joined = replace(first, spans=(Span(lead, strong=True), *first.spans))
        return replace(new, blocks=(joined, *blocks[1:]))
    return replace(new, blocks=(Paragraph((Span(lead, strong=True),), new.line), *blocks))


def _items(old: Listing, new: Listing) -> Iterator[Item]:
    for before, after in _aligned(old.items, new.items, _item_likeness):
        blocks = redline(before.blocks if before else (), after.blocks if after else ())
        yield Item(blocks, (after or before or new).line)


def _table(old: Table, new: Table) -> Table:
    rows = tuple(
        _cells(before, after) for before, after in _aligned(old.rows, new.rows, _row_likeness)
    )
    return Table(_cells(old.head, new.head), rows, new.line)


def _cells(before: tuple[Spans, ...] | None, after: tuple[Spans, ...] | None) -> tuple[Spans, ...]:
    if before is None or after is None:
        mark = RunKind.NEW if before is None else RunKind.GONE
        return tuple(marked_spans(cell, mark) for cell in after or before or ())
    return tuple(redline_words(a, b) for a, b in zip(before, after, strict=True))


def _aligned(
    was: Sequence[Part], now: Sequence[Part], likeness: Callable[[Part, Part], float]
) -> list[Pair[Part]]:
    """Which part of one version is which of the other, in order, for the greatest likeness.

    What only the old version has stands before what only the new one has.
    """
    alike = [[likeness(old, new) for new in now] for old in was]
    best = [[0.0] * (len(now) + 1) for _ in range(len(was) + 1)]
    for i in reversed(range(len(was))):
        for j in reversed(range(len(now))):
            both = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs: list[Pair[Part]] = []
    i = j = 0
    while i < len(was) and j < len(now):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((was[i], now[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((was[i], None))
            i += 1
        else:
            pairs.append((None, now[j]))
            j += 1
    return [*pairs, *((old, None) for old in was[i:]), *((None, new) for new in now[j:])]


def _likeness(old: Block, new: Block) -> float:
    if type(old) is not type(new):
        return 0
    match old, new:
        case Callout(), Callout():
            if old.kind is not new.kind:  # the rule is another one
                return 0
        case Listing(), Listing():
            if old.ordered is not new.ordered:
                return 0
        case Table(), Table():
            if len(old.head) != len(new.head):
                return 0
        case _:
            pass
    return _shared(" ".join(block_texts((old,))), " ".join(block_texts((new,))))


def _item_likeness(old: Item, new: Item) -> float:
    return _shared(" ".join(block_texts(old.blocks)), " ".join(block_texts(new.blocks)))


def _row_likeness(old: tuple[Spans, ...], new: tuple[Spans, ...]) -> float:
    return _shared(" ".join(map(plain, old)), " ".join(map(plain, new)))


def _shared(old: str, new: str) -> float:
    """The part of the words that both have, 0 for too little; twice as much for the same.

    A few words that all but stand in a longer text count too: something was added to them.
    """
    if old == new:
        return 2
    before, after = Counter(_WORD.findall(old.casefold())), Counter(_WORD.findall(new.casefold()))
    shared, whole = (before & after).total(), before.total() + after.total()
    part = 2 * shared / whole if whole else 1
    if part >= _ALIKE:
        return part
    least = min(before.total(), after.total())
    return _ALIKE if shared >= _FEW and shared >= _MOST_OF * least else 0


def _letters(spans: Spans, known: dict[object, str]) -> str:
    """The words of spans, a picture or a footnote as one letter that stands for it."""
    return "".join(_letters_of(span, known) for span in spans)


def _letters_of(span: Span, known: dict[object, str]) -> str:
    sign = span.image or ("footnote" if span.footnote else "")
    if not sign:
        return span.text
    return known.setdefault(sign, chr(_FIRST_SIGN + len(known)))


@dataclass(slots=True)
class _Cutter:
    """Cuts spans as far as their letters are taken, from the start on."""

    spans: Spans
    letters: str
    _at: int = 0

    def take(self, count: int) -> Spans:
        """The spans of the next letters."""
        first, self._at = self._at, self._at + count
        found, place = [], 0
        for span in self.spans:
            length = 1 if span.image or span.footnote else len(span.text)
            low, high = max(first, place), min(self._at, place + length)
            if low < high:
                whole = bool(span.image or span.footnote)
                text = span.text if whole else span.text[low - place : high - place]
                found.append(replace(span, text=text))
            place += length
        return tuple(found)
