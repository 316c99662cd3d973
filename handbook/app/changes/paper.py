"""The changes on paper: what went struck through, what came underlined, each said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from handbook.app.changes.views import ChangesView, State
from handbook.app.dates import long_date
from handbook.app.document.boxes import edges
from handbook.app.document.changed import BARS, ChangedDocument, build_changes
from handbook.app.document.marked import MarkedSpan
from handbook.app.document.styles import DRESSES
from handbook.app.document.units import Place, Side, Unit
from handbook.app.look.look import Look
from handbook.app.paper.pages import PagePart
from handbook.app.paper.paper import Paper, paper_look
from handbook.app.paper.sheets import Entry
from handbook.app.paper.steps import Progress, Steps
from handbook.app.reading.layout import word_rects
from handbook.app.widgets.paint import box
from handbook.domain.blocks import Span, plain
from handbook.domain.word_changes import RunKind

_BAR, _BAR_LEFT = 4, 14
_KEY = Unit(
    Place.SAME,
    (
        Span("In these pages words are "),
        MarkedSpan("taken out", mark=RunKind.GONE),
        Span(" or "),
        MarkedSpan("added", mark=RunKind.NEW),
        Span("; what is the same in both is left out."),
    ),
)
"""What the marks mean, in the marks themselves."""


class ChangesPaper(Paper):
    """Pages of changes, with their bars and tints; in black and white the lines are enough."""

    def __init__(self, document: ChangedDocument, look: Look, *, title: str, footer: str) -> None:
        super().__init__(document.built, look, title=title, footer=footer)
        self._changed = document
        self.entries = tuple(
            Entry(plain(each.unit.title), self.page_of(each.extent.first))
            for each in document.units
            if each.unit.place is Place.TITLE
        )

    def _paint_under(self, painter: QPainter, part: PagePart) -> None:
        for placed in self._changed.units:
            top, bottom = edges(self.document, placed.extent)
            if placed.unit.tone is not None and bottom > part.top and top < part.bottom:
                bar = QRectF(-_BAR_LEFT, top, _BAR, bottom - top)
                painter.fillRect(bar, self._look.color(BARS[placed.unit.tone]))
        for match, mark in self._changed.built.marked:
            block = self.document.findBlockByNumber(match.block)
            rect = self.document.documentLayout().blockBoundingRect(block)
            if rect.bottom() > part.top and rect.top() < part.bottom:
                self._tint(painter, word_rects(self.document, block, match.start, match.end), mark)

    def _tint(self, painter: QPainter, rects: Sequence[QRectF], mark: RunKind) -> None:
        tint = "stop_soft" if mark is RunKind.GONE else "ok_soft"
        for rect in rects:
            around = (placed for placed in self.boxes if placed.rect.contains(rect))
            if all(DRESSES[placed.kind].fill != tint for placed in around):
                fill = self._look.color("stop_soft" if mark is RunKind.GONE else "ok_soft")
                box(painter, rect.adjusted(-1, 0, 1, 1), 4, fill)


def changes_steps(view: ChangesView, today: date) -> Steps[Paper]:
    """Lay out what a view shows, as it is printed on a day."""
    look = paper_look()
    yield Progress(0, 1)
    document = build_changes(tuple(_units(view)), look, Side.BOTH)
    yield Progress(0, 1)
    title = title_of(view)
    printed = f"printed {long_date(today)}"
    versions = view.meta[:1].lower() + view.meta[1:]
    footer = ", ".join(part for part in (title, versions, printed) if part)
    return ChangesPaper(document, look, title=title, footer=footer)


def title_of(view: ChangesView) -> str:
    """What the pages are called."""
    return f"What changed in {view.title}" if view.policy else "What changed"


def _units(view: ChangesView) -> list[Unit]:
    """As on the screen, without what only a screen can lead to, and with the key."""
    whole = Unit(Place.TITLE, (Span("What changed"),), note=view.meta)
    units = [*(() if view.policy else (whole,)), *view.units]
    if view.state is not State.CHANGES:
        units = [whole, Unit(Place.SAME, (Span(view.message),))]
    first, *rest = (replace(unit, address="", link="") for unit in units)
    return [first, _KEY, *rest] if view.state is State.CHANGES else [first, *rest]
