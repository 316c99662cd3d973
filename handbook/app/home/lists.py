"""The three lists of the home page: a heading each, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.audiences import AUDIENCES
from handbook.app.collections import collection_icon, policies_words
from handbook.app.home.presenter import ChangedRow, CollectionRow, HomeView, ReadRow
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.list_row import ListRow
from handbook.app.widgets.paint import RING, tag, tag_height
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label

_DUE: tuple[Token, Token] = ("warn_soft", "warn_ink")
_DONE: tuple[Token, Token] = ("ok_soft", "ok_ink")
_NO_AUDIENCE = "Say what you do"
_NOTHING = "There is nothing for you to read at the moment."


class ReadRowButton(ListRow):
    """A policy to read: title, by when, how long; or that it is done."""

    def __init__(self, look: Look, row: ReadRow) -> None:
        super().__init__(look, 62)
        self._row = row
        self.setAccessibleName(f"{row.title}. {row.tag}, {row.note}")

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Title above, tag and note below."""
        half = rect.height() / 2
        top = QRectF(rect.left(), rect.top() + 6, rect.width(), half - 6)
        self.words(painter, top, self._row.title, Type.UI_BOLD, "ink")
        low = QRectF(rect.left(), rect.top() + half, rect.width(), half - 8)
        at = QPointF(rect.left(), low.center().y() - tag_height(self.look) / 2)
        tint, ink = _DONE if self._row.is_done else _DUE
        width = tag(painter, self.look, at, self._row.tag, tint, ink)
        rest = low.adjusted(width + 9, 0, 0, 0)
        self.words(painter, rest, self._row.note, Type.META, "ink2")


class ChangedRowButton(ListRow):
    """A policy that changed: title and day above, what it is about below."""

    def __init__(self, look: Look, row: ChangedRow) -> None:
        super().__init__(look, 62)
        self._row = row
        self.setAccessibleName(f"{row.title}, {row.day}. {row.summary}")
        self.setToolTip(row.summary)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Title and day above, the summary below."""
        half = rect.height() / 2
        top = QRectF(rect.left(), rect.top() + 6, rect.width(), half - 6)
        day = self.look.width_of(self._row.day, Type.META)
        title = top.adjusted(0, 0, -day - 12, 0)
        self.words(painter, title, self._row.title, Type.UI_BOLD, "ink")
        right = QRectF(rect.right() - day, top.top(), day + 1, top.height())
        self.words(painter, right, self._row.day, Type.META, "ink3")
        low = QRectF(rect.left(), rect.top() + half, rect.width(), half - 8)
        self.words(painter, low, self._row.summary, Type.META, "ink2")


class CollectionRowButton(ListRow):
    """A collection: icon, name, how many, and an arrow."""

    def __init__(self, look: Look, row: CollectionRow) -> None:
        super().__init__(look, 45)
        self.row = row
        self.setAccessibleName(f"{row.name}, {row.policies}")

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Icon, name, count and arrow on one line."""
        ratio = self.devicePixelRatioF()
        middle = rect.center().y()
        icon = self.look.icon(collection_icon(self.row.name), "link", 20, ratio)
        painter.drawPixmap(QPointF(rect.left(), middle - 10), icon)
        name = rect.adjusted(32, 0, -60, 0)
        self.words(painter, name, self.row.name, Type.UI_BOLD, "ink")
        count = str(self.row.policies)
        width = self.look.width_of(count, Type.META)
        place = QRectF(rect.right() - 26 - width, rect.top(), width + 1, rect.height())
        self.words(painter, place, count, Type.META, "ink3")
        arrow = self.look.icon("chevron-right", "ink2", 18, ratio)
        painter.drawPixmap(QPointF(rect.right() - 18, middle - 9), arrow)


class ListColumn(QWidget):
    """A heading and the rows under it."""

    def __init__(self, look: Look, title: str, more: str = "", none: str = "") -> None:
        super().__init__()
        self._none = Label(look, none, Type.META, "ink2", wrap=True) if none else None
        self._rows: list[tuple[ListRow, str]] = []
        self._look = look
        self._heading = heading = Label(look, title, Type.HEADING)
        heading.setContentsMargins(RING, 0, 0, 0)
        self._tag: TagLabel | None = None
        self.more = LinkButton(look, more, Type.META)
        self.more.setVisible(bool(more))
        self._row = head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 4)
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.more)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        self._head.setLayout(head)
        self._head.setMinimumHeight(36)
        column.addWidget(self._head)
        column.addLayout(self._list)
        if self._none is not None:
            self._none.setContentsMargins(RING, 4, RING, 0)
            self._none.hide()
            column.addWidget(self._none)
        column.addStretch(1)

    def show_rows(self, rows: Iterable[tuple[ListRow, str]]) -> None:
        """Show other rows, each with what it opens."""
        for old, _ in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = list(rows)
        for row, _ in self._rows:
            self._list.addWidget(row)
        self.more.updateGeometry()
        if self._none is not None:
            self._none.setVisible(not self._rows)

    def show_heading(self, title: str, due: str = "") -> None:
        """Show another heading, and how much is due beside it."""
        self._heading.setText(title)
        if self._tag is not None:
            self._row.removeWidget(self._tag)
            self._tag.hide()
            self._tag.deleteLater()
            self._tag = None
        if due:
            self._tag = TagLabel(self._look, due, *_DUE)
            self._row.insertWidget(1, self._tag)

    def rows(self) -> list[ListRow]:
        """The rows that are shown."""
        return [row for row, _ in self._rows]

    def connect_rows(self, opened: Callable[[str], None]) -> None:
        """Call with the key of a row when it is pressed."""
        for row, key in self._rows:
            row.clicked.connect(lambda _=False, key=key: opened(key))


class HomeLists(QHBoxLayout):
    """What there is to read, what changed lately, and the collections, side by side."""

    reading_chosen = Signal(str)
    policy_chosen = Signal(str)
    change_chosen = Signal(str)
    collection_chosen = Signal(str)
    audience_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.to_read = ListColumn(look, "To read", _NO_AUDIENCE, _NOTHING)
        self.to_read.more.clicked.connect(self.audience_pressed)
        self._changed = ListColumn(look, "Recently changed", "See all")
        self._changed.more.setAccessibleName("See all that changed")
        self._changed.more.clicked.connect(lambda: self.change_chosen.emit(""))
        self._collections = ListColumn(look, "Collections", "All policies")
        self._collections.more.clicked.connect(lambda: self.collection_chosen.emit(""))
        self._compared: frozenset[str] = frozenset()
        self.setSpacing(40 - 2 * RING)
        for column in (self.to_read, self._changed, self._collections):
            self.addWidget(column, 1)

    def show_home(self, view: HomeView, *, audience_is_set: bool) -> None:
        """Show everything anew; a role that the school has set is not asked for."""
        self._show_to_read(view, audience_is_set=audience_is_set)
        self.show_changed(view.changed)
        self._collections.show_rows(
            (CollectionRowButton(self._look, row), row.name) for row in view.collections
        )
        self._collections.connect_rows(self.collection_chosen.emit)
        every = policies_words(view.policies)
        self._collections.more.setText(every if view.policies == 1 else f"All {every}")

    def show_changed(self, rows: Sequence[ChangedRow]) -> None:
        """Show other policies that changed lately."""
        self._compared = frozenset(row.policy for row in rows if row.is_compared)
        self._changed.more.setVisible(bool(self._compared))
        self._changed.show_rows((ChangedRowButton(self._look, row), row.policy) for row in rows)
        self._changed.connect_rows(self._changed_chosen)

    def in_order(self) -> Iterator[QWidget]:
        """What Tab reaches, one after the other."""
        for column in (self.to_read, self._changed, self._collections):
            yield column.more
            yield from column.rows()

    def _show_to_read(self, view: HomeView, *, audience_is_set: bool) -> None:
        self.to_read.show_heading(
            "To read and confirm" if view.are_asked else "To read",
            f"{view.due} due" if view.due else "",
        )
        self.to_read.show_rows(
            (ReadRowButton(self._look, row), row.policy) for row in view.to_read
        )
        self.to_read.connect_rows(self.reading_chosen.emit)
        who = f"For {AUDIENCES[view.audience].short}" if view.audience else _NO_AUDIENCE
        self.to_read.more.setText(who)
        change = "set by your school" if audience_is_set else "change"
        self.to_read.more.setAccessibleName(f"To read: {who}, {change}")

    def _changed_chosen(self, policy: str) -> None:
        """What changed, where that is known; else the policy itself."""
        wanted = self.change_chosen if policy in self._compared else self.policy_chosen
        wanted.emit(policy)
