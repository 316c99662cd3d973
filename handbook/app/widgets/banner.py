"""Calm sentences above a page, in amber: what a reader should know and can go on without."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.ages import AgeBanner
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label

_ICON = 20


class Banner(Panel):
    """One sentence with a clock before it, and what can be pressed behind it."""

    def __init__(self, look: Look, view: AgeBanner, pressed: Callable[[], None]) -> None:
        super().__init__(look, "warn_soft", edge=None, bar="warn", radius=8)
        self.setAccessibleName(view.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout()
        column.setSpacing(2)
        words = Label(look, view.words, Type.UI, "warn_ink", wrap=True)
        words.setContentsMargins(RING, 0, 0, 0)  # as what can be pressed has, for its ring
        column.addWidget(words)
        self.action: LinkButton | None = None
        if view.action:
            self.action = LinkButton(look, view.action, Type.UI, token="warn_ink", underline=True)
            self.action.setAccessibleDescription(view.words)
            self.action.clicked.connect(pressed)
            column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 16, 10)
        row.setSpacing(12 - RING)
        row.addWidget(_Clock(look), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class Banners(QWidget):
    """As many as there are; without any it takes no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[AgeBanner, ...] = ()
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(8)
        self.hide()

    @property
    def buttons(self) -> list[LinkButton]:
        """What can be pressed, in order."""
        return [banner.action for banner in self._banners if banner.action is not None]

    def show_banners(self, views: Sequence[AgeBanner], pressed: Callable[[], None]) -> None:
        """Show these; what is shown already stays as it is."""
        if tuple(views) == self._shown:
            return
        self._shown = tuple(views)
        for old in self._banners:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._banners = [Banner(self._look, view, pressed) for view in views]
        for banner in self._banners:
            self._column.addWidget(banner)
        self.setVisible(bool(self._banners))


class _Clock(QWidget):
    """The icon, on the first line of the words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(self._size, self._look.line_height(Type.UI))

    @property
    def _size(self) -> int:
        return round(_ICON * max(1.0, self._look.interface_scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        icon = self._look.icon("clock", "warn_ink", self._size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(0, (self.height() - self._size) / 2), icon)
