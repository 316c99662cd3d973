"""The strip above the text: where the reader is, whether it is overdue, find, print, save."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.look.type import Type
from handbook.app.reader.find import FindBar
from handbook.app.widgets.accessible import as_heading
from handbook.app.widgets.button import Button, ButtonKind, LinkButton
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.text import ElidedLabel

_HEIGHT = 49
_SECTION = 160
"""Room for the name of the section, beside the find bar."""
_SAVE, _SAVED = "Save", "Saved"


class ReaderHeader(Strip):
    """Breadcrumb at the left; chip and tools, or the find bar, at the right."""

    collection_pressed = Signal()
    policy_pressed = Signal()
    overdue_pressed = Signal()
    find_pressed = Signal()
    contents_pressed = Signal()
    changed_pressed = Signal()
    """What changed in the policy is wanted."""
    save_pressed = Signal()
    print_pressed = Signal(QWidget)
    """The ways onto paper are wanted, under this button."""
    clause_pressed = Signal()
    """The menu of what can be done with the clause is wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_below=True)
        self._look = look
        self.finder = FindBar(look)
        self._contents = Button(look, "Contents", ButtonKind.GHOST, icon="list", height=36)
        self._collection = LinkButton(look, "", Type.META)
        self._policy = LinkButton(look, "", Type.META)
        self._section = ElidedLabel(look, "", Type.META_BOLD)
        as_heading(self._section)
        self._chevrons = (Chevron(look), Chevron(look))
        self._chip = OverdueChip(look)
        self.clause = Button(look, "", icon="more", trailing_icon="chevron-down", height=36)
        self._find = Button(look, "Find", ButtonKind.GHOST, icon="search", key="Ctrl F", height=36)
        self._find_short = Button(look, "", ButtonKind.GHOST, icon="search", height=36)
        for button in (self._find, self._find_short):
            button.setAccessibleName("Find in this policy")
            button.setToolTip("Find in this policy (Ctrl+F)")
        self._changed = Button(look, "What changed", ButtonKind.GHOST, icon="pencil", height=36)
        self._changed.setAccessibleName("What changed in this policy")
        self._print = Button(look, "Print", ButtonKind.GHOST, icon="print", height=36)
        self._print_short = Button(look, "", ButtonKind.GHOST, icon="print", height=36)
        for button in (self._print, self._print_short):
            button.setAccessibleName("Print, or save as PDF")
            button.setToolTip("Print, or save as PDF")
        self._save = Button(look, _SAVE, ButtonKind.GHOST, icon="bookmark", height=36)
        self._save_short = Button(look, "", ButtonKind.GHOST, icon="bookmark", height=36)
        keep = self._section.sizePolicy()  # what stands right of it stays at the right
        keep.setRetainSizeWhenHidden(True)
        self._section.setSizePolicy(keep)
        self._label = ""
        self._longest = ""
        self._has_section = False
        self._has_changes = False
        self._narrow = False
        self._short = False
        self._lay_out()
        self._connect()
        self.finder.hide()
        look.changed.connect(self._resize)
        self._resize()

    def show_policy(self, collection: str, policy: str, overdue: str) -> None:
        """Name the policy and its collection."""
        for button, text in ((self._collection, collection), (self._policy, policy)):
            button.setText(text)
            button.updateGeometry()
        self._chip.setText(overdue)
        self._arrange()

    def show_section(self, section: str, clause: str) -> None:
        """Name the section and the clause that are being read."""
        self._section.set_text(section)
        self._has_section = bool(section)
        self._label = clause
        self.clause.setText(f"Clause {clause}" if clause else "This policy")
        self.clause.setAccessibleName(f"What to do with {clause or 'this policy'}")
        self._arrange()

    def fit_clauses(self, labels: Iterable[str]) -> None:
        """Keep the clause button as wide as its longest words: it changes while scrolling."""
        words = [*(f"Clause {label}" for label in labels), "This policy"]
        self._longest = max(words, key=lambda text: self._look.width_of(text, Type.UI_BOLD))
        self._widen()

    def show_saved(self, *, saved: bool) -> None:
        """Whether the clause that is being read is saved."""
        words = f"Take {self._label} off Saved" if saved else f"Save {self._label}"
        for button in (self._save, self._save_short):
            button.set_icon("bookmark-filled" if saved else "bookmark")
            button.setAccessibleName(words)
            button.setToolTip(f"{words} (B)")
        self._save.setText(_SAVED if saved else _SAVE)
        self._save.updateGeometry()

    def show_changed(self, *, changed: bool) -> None:
        """Whether the policy says anything otherwise than before."""
        self._has_changes = changed
        self._arrange()

    def show_find(self, *, shown: bool) -> None:
        """Put the find bar in place of the tools."""
        self.finder.setVisible(shown)
        self._arrange()
        if shown:
            self.finder.take_focus()

    def set_narrow(self, *, contents: bool, short: bool) -> None:
        """Contents as a button, and a breadcrumb without the collection."""
        self._narrow = contents
        self._short = short
        self._arrange()

    def _arrange(self) -> None:
        finding = not self.finder.isHidden()
        self._chip.setVisible(bool(self._chip.text()) and not finding)
        self._changed.setVisible(self._has_changes and not finding and not self._narrow)
        self._changed.show_words(shown=not self._short)
        self._find.setVisible(not finding and not self._short)
        self._find_short.setVisible(not finding and self._short and not self._narrow)
        self._print.setVisible(not finding and not self._short)
        self._print_short.setVisible(not finding and self._short and not self._narrow)
        self.clause.setVisible(self._narrow and not finding)
        here = bool(self._label) and not finding and not self._narrow
        self._save.setVisible(here and not self._short)
        self._save_short.setVisible(here and self._short)
        self._retain(finding=finding)
        self._contents.setVisible(self._narrow)
        self._arrange_crumbs(finding=finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The find bar takes the room of the names where it needs it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange_crumbs(self, *, finding: bool) -> None:
        """Name the policy and its collection where there is room beside the find bar."""
        words = (self._collection, self._policy)
        room = self.width() - self.finder.sizeHint().width() - _SECTION
        crowded = finding and sum(each.sizeHint().width() for each in words) > room
        collection = not self._short and not crowded and bool(self._collection.text())
        policy = not self._narrow and not crowded
        self._collection.setVisible(collection)
        self._chevrons[0].setVisible(collection)
        self._policy.setVisible(policy)
        self._chevrons[1].setVisible(policy and self._has_section)
        self._section.setVisible(not (finding and self._narrow))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24 - RING, 0, 10, 0)
        row.setSpacing(0)
        row.addWidget(self._contents)
        for button, chevron in zip((self._collection, self._policy), self._chevrons, strict=True):
            row.addWidget(button)
            row.addWidget(chevron)
        row.addSpacing(RING)
        row.addWidget(self._section, 1)
        for widget in (
            self._chip,
            self.clause,
            self._changed,
            self._save,  # its place is kept where there is no clause: no hole at the edge
            self._save_short,
            self._find,
            self._find_short,
            self._print,
            self._print_short,
            self.finder,
        ):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._contents.clicked.connect(self.contents_pressed)
        self._collection.clicked.connect(self.collection_pressed)
        self._policy.clicked.connect(self.policy_pressed)
        self._chip.clicked.connect(self.overdue_pressed)
        self._changed.clicked.connect(self.changed_pressed)
        self._find.clicked.connect(self.find_pressed)
        self._find_short.clicked.connect(self.find_pressed)
        self._print.clicked.connect(lambda: self.print_pressed.emit(self._print))
        self._print_short.clicked.connect(lambda: self.print_pressed.emit(self._print_short))
        self._save.clicked.connect(self.save_pressed)
        self._save_short.clicked.connect(self.save_pressed)
        self.clause.clicked.connect(self.clause_pressed)

    def _resize(self) -> None:
        grown = self._look.line_height(Type.UI_BOLD) - 24
        self.setFixedHeight(_HEIGHT + max(0, grown))
        self._widen()

    def _widen(self) -> None:
        widest = max(self.clause.width_for(words) for words in (self._longest, self.clause.text()))
        self.clause.setFixedWidth(widest)

    def _retain(self, *, finding: bool) -> None:
        """Of the two save buttons only the one in use keeps its place while it is hidden."""
        wide = not finding and not self._narrow
        for button, used in ((self._save, not self._short), (self._save_short, self._short)):
            keep = button.sizePolicy()
            keep.setRetainSizeWhenHidden(wide and used)
            button.setSizePolicy(keep)


class Chevron(QWidget):
    """The sign between two parts of the breadcrumb."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(18, 24)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        icon = self._look.icon("chevron-right", "ink2", 16, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(1, 4), icon)


class OverdueChip(EnterButton):
    """Says that the review is overdue; a press shows the notice."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        width = 47 + self._look.width_of(self.text(), Type.META)
        grown = self._look.line_height(Type.META) - 22
        return QSize(round(width) + 2 * RING, 30 + max(0, grown) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """It never gives way."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        edge = look.color("warn") if look.theme is Theme.HIGH_CONTRAST else None
        box(painter, rect, rect.height() / 2, look.color("warn_soft"), edge)
        icon = look.icon("clock", "warn_ink", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left() + 12, rect.center().y() - 8), icon)
        painter.setFont(look.font(Type.META))
        painter.setPen(look.color("warn_ink"))
        painter.drawText(QPointF(rect.left() + 33, baseline(painter, rect)), self.text())
        if self.hasFocus():
            focus_ring(painter, look, rect, rect.height() / 2)
