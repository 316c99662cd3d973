"""The text of the changes: one sheet, or two side by side with one scroll bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from handbook.app.changes.following_sheet import FollowingSheet
from handbook.app.changes.sheet import HALF_GUTTER, ChangeSheet
from handbook.app.changes.side_head import SideHead
from handbook.app.changes.view_of import word_units
from handbook.app.changes.views import ChangesView, Way
from handbook.app.document.changed import ChangedDocument, build_changes, level_up
from handbook.app.document.units import Side
from handbook.app.look.look import Look
from handbook.app.widgets.panel import Strip

_SIDES = {Way.MARKED: Side.BOTH, Way.PLAIN: Side.PLAIN, Way.WORDS: Side.PLAIN}


class ChangesText(QWidget):
    """Shows a view in one of the ways, and keeps the place when the way changes."""

    current_changed = Signal(str)
    link_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: ChangesView | None = None
        self._way = Way.MARKED
        self._pair: tuple[ChangedDocument, ChangedDocument] | None = None
        self.whole = ChangeSheet(look, "Text of the changes")
        self.was = FollowingSheet(look, "Text before", is_half=True)
        self.now = ChangeSheet(look, "Text now", is_half=True)
        self._heads = (SideHead(look), SideHead(look, in_use=True))
        self._stack = QStackedWidget()
        self._levelling = QTimer(self)
        self._levelling.setSingleShot(True)
        self._levelling.setInterval(0)
        self._levelling.timeout.connect(self._level)
        self._lay_out()
        self._connect()

    @property
    def sheet(self) -> ChangeSheet:
        """The text that keys and steps act on."""
        return self.now if self._way is Way.SIDES else self.whole

    @property
    def way(self) -> Way:
        """How the changes are shown."""
        return self._way

    @property
    def current(self) -> str:
        """The change that is being read; empty for none."""
        return self.sheet.current

    def show_changes(self, view: ChangesView, way: Way) -> None:
        """Show changes from their start."""
        self._view, self._way = view, way
        if way is Way.SIDES:
            self._show_sides(view)
        else:
            units = word_units(view) if way is Way.WORDS else view.units
            self.whole.show_changes(build_changes(units, self._look, _SIDES[way]))
        self._stack.setCurrentIndex(1 if way is Way.SIDES else 0)

    def show_again(self, view: ChangesView) -> None:
        """Show the same with more in it, at the place that is read."""
        place, scroll = self.current, self.sheet.verticalScrollBar().value()
        self.show_changes(view, self._way)
        if place:
            self.go_to(place)
        self._level()
        self.sheet.verticalScrollBar().setValue(scroll)

    def go_to(self, key: str) -> bool:
        """Show a change, on both sides where there are two."""
        if self._levelling.isActive():
            self._level()
        return self.sheet.go_to(key)

    def go_to_start(self) -> None:
        """Show the title."""
        self.sheet.go_to_start()

    def step(self, by: int) -> None:
        """Go to the change after or before the current one."""
        self.sheet.step(by)

    def _show_sides(self, view: ChangesView) -> None:
        heads = view.heads
        pair = tuple(
            build_changes(
                view.units, self._look, side, f"Not in {_named(name)}", gutter=HALF_GUTTER
            )
            for side, name in ((Side.WAS, heads.was), (Side.NOW, heads.now))
        )
        self._pair = (pair[0], pair[1])
        self.was.show_changes(pair[0])
        self.now.show_changes(pair[1])
        self._heads[0].show_head(heads.was, heads.was_day)
        self._heads[1].show_head(heads.now, heads.now_day)
        self._levelling.start()

    def _level(self) -> None:
        """Let the same clause begin at the same height on both sides."""
        self._levelling.stop()
        if self._pair is None or self._way is not Way.SIDES:
            return
        with self.was.laid_out_anew(), self.now.laid_out_anew():
            level_up(*self._pair)
        self.was.follow(self.now.verticalScrollBar().value())
        self.was.mark(self.now.current)

    def _lay_out(self) -> None:
        halves = QWidget()
        row = QHBoxLayout(halves)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for head, sheet in zip(self._heads, (self.was, self.now), strict=True):
            half = Strip(self._look, "surface")
            column = QVBoxLayout(half)
            column.setContentsMargins(0 if sheet is self.was else 1, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(head)
            column.addWidget(sheet, 1)
            row.addWidget(half, 1)
        self.was.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self.whole)
        self._stack.addWidget(halves)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        for sheet in (self.whole, self.was, self.now):
            sheet.link_chosen.connect(self.link_chosen)
        self.whole.current_changed.connect(self.current_changed)
        self.now.current_changed.connect(self.was.mark)
        self.now.current_changed.connect(self.current_changed)
        right = self.now.verticalScrollBar()
        right.valueChanged.connect(self.was.follow)
        self.was.scrolled.connect(right.setValue)
        self.was.stepped.connect(self.now.step)
        self.was.laid_out.connect(self._levelling.start)
        self.now.laid_out.connect(self._levelling.start)


def _named(head: str) -> str:
    """A head within a sentence: "Not in version 3.2"."""
    return f"{head[:1].lower()}{head[1:]}"
