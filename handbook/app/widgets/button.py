"""Buttons of the design: primary, care, secondary, ghost, and links that act."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import (
    RING,
    baseline,
    box,
    focus_ring,
    keycap,
    keycap_height,
    keycap_width,
)
from handbook.app.widgets.pressing import EnterPushButton


class ButtonKind(StrEnum):
    """What a button is for."""

    PRIMARY = "primary"
    CARE = "care"
    INVERSE = "inverse"
    """On the plum card, the card's colours the other way round."""
    SECONDARY = "secondary"
    GHOST = "ghost"


class _Dress(NamedTuple):
    ink: Token
    fill: Token | None
    edge: Token | None


_DRESSES = {
    ButtonKind.PRIMARY: _Dress("on_accent", "accent", None),
    ButtonKind.CARE: _Dress("on_care", "care_fill", "care_edge"),
    ButtonKind.INVERSE: _Dress("care_fill", "on_care", None),
    ButtonKind.SECONDARY: _Dress("ink", "surface", "line2"),
    ButtonKind.GHOST: _Dress("ink2", None, None),
}


_CHECKED = _Dress("link", "accent_soft", None)
"""A button that keeps something open."""
_CHECKED_IN_CONTRAST = _Dress("link", "accent_soft", "accent")


class Button(EnterPushButton):
    """A painted push button, with an icon on the left and its key on the right.

    It keeps 6 px free all round for the focus ring, so a layout that holds it starts 6 px
    further out.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        trailing_icon: str = "",
        key: str = "",
        height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # as an argument it might be an icon, and Qt's class for those loads
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self._trailing = trailing_icon
        self._key = key
        self._height = height
        self._words_shown = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._relook)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Be for something else."""
        if kind is not self._kind:
            self._kind = kind
            self._relook()

    def show_words(self, *, shown: bool) -> None:
        """Show the words, or the icon alone; they are then the tooltip and still read aloud."""
        if shown is not self._words_shown:
            self._words_shown = shown
            self.setToolTip("" if shown else self.text())
            self._relook()

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        grown = self._look.line_height(Type.UI_BOLD) - 24
        height = self._height + max(0, grown) + 2 * RING
        return QSize(self.width_for(self._words()), height)

    def width_for(self, words: str) -> int:
        """How wide it is with these words on it."""
        icon = self._icon_size
        width = 2 * self._padding(words) + self._look.width_of(words, Type.UI_BOLD)
        if self._icon_name:
            width += icon + 8 if words else icon
        if self._trailing:
            width += icon + 8
        if self._key:
            width += 10 + keycap_width(self._look, self._key)
        return round(width) + 2 * RING

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        painter = QPainter(self)
        dress = self._dress()
        icon = self._icon_size
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        edge = self._look.color(dress.edge) if dress.edge else None
        box(painter, rect, 8, self._fill(dress), edge)
        x = rect.left() + self._padding(self._words())
        ratio = self.devicePixelRatioF()
        if self._icon_name:
            pixmap = self._look.icon(self._icon_name, dress.ink, icon, ratio)
            painter.drawPixmap(QPointF(x, rect.center().y() - icon / 2), pixmap)
            x += icon + 8
        painter.setFont(self._look.font(Type.UI_BOLD))
        painter.setPen(self._look.color(dress.ink))
        painter.drawText(QPointF(x, baseline(painter, rect)), self._words())
        x += self._look.width_of(self._words(), Type.UI_BOLD)
        if self._trailing:
            pixmap = self._look.icon(self._trailing, dress.ink, icon, ratio)
            # At the edge, also where the button is kept wider than its words.
            last = rect.right() - self._padding(self._words()) - icon
            painter.drawPixmap(QPointF(last, rect.center().y() - icon / 2), pixmap)
        if self._key:
            self._paint_key(
                painter, QPointF(x + 10, rect.center().y() - keycap_height(self._look) / 2)
            )
        if self.hasFocus():
            # On the plum card the usual ring stands out by less than 3 to 1.
            on_plum = dress is _DRESSES[ButtonKind.INVERSE]
            ring: Token = "on_care" if on_plum else "focus"
            focus_ring(painter, self._look, rect, 8, ring)

    def _paint_key(self, painter: QPainter, at: QPointF) -> None:
        if self._kind is ButtonKind.PRIMARY:
            keycap(painter, self._look, at, self._key, "on_accent", "on_accent", "accent")
        else:
            keycap(painter, self._look, at, self._key)

    @property
    def _icon_size(self) -> int:
        return round(20 * max(1.0, self._look.interface_scale))

    def _dress(self) -> _Dress:
        contrast = self._look.theme is Theme.HIGH_CONTRAST
        if self.isChecked():
            return _CHECKED_IN_CONTRAST if contrast else _CHECKED
        if contrast and self._kind is ButtonKind.INVERSE:  # the card is no plum ground there
            return _DRESSES[ButtonKind.CARE]
        return _DRESSES[self._kind]

    def _fill(self, dress: _Dress) -> QColor | None:
        base = self._look.color(dress.fill) if dress.fill else None
        if self.isDown() or self.underMouse():
            if base is None:
                return self._look.color("wash")
            return base.darker(112 if self.isDown() else 106)
        return base

    def _padding(self, words: str) -> int:
        return 12 if self._kind is ButtonKind.GHOST or not words else 16

    def _words(self) -> str:
        return self.text() if self._words_shown else ""

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


class LinkButton(EnterPushButton):
    """Words that act when pressed, drawn as a link."""

    def __init__(
        self,
        look: Look,
        text: str,
        role: Type = Type.UI,
        *,
        token: Token = "link",
        underline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._look = look
        self._role = role
        self._token: Token = token
        self._underline = underline
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._relook)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        width = self._look.width_of(self.text(), self._role)
        height = max(24, self._look.line_height(self._role))
        return QSize(round(width) + 2 * RING + 1, height + RING)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING / 2, -RING, -RING / 2)
        focused = self.hasFocus()
        if focused:
            box(painter, rect.adjusted(-3, 0, 3, 0), 4, self._look.color("focus"))
        font = QFont(self._look.font(self._role))  # a copy: the look shares its own
        font.setUnderline(self._underline or self.underMouse())
        painter.setFont(font)
        painter.setPen(self._look.color("on_focus" if focused else self._token))
        painter.drawText(QPointF(rect.left(), baseline(painter, rect)), self.text())

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
