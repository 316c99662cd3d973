"""Small painted things that several widgets share: rings, keycaps, tags, boxes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type

RING = 6
"""Pixels that a control keeps free all round for its focus ring."""

_KEYCAP, _TAG = 22, 20
"""Heights at 100 %; they grow with the text and never shrink."""

_KEY_ICONS = {
    "Up": "arrow-up",
    "Down": "arrow-down",
    "Left": "arrow-left",
    "Right": "arrow-right",
    "Enter": "return",
}


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """Draw a rounded box; its edge lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge else 0
    painter.setPen(QPen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def barred_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, bar: QColor, bar_width: int = 5
) -> None:
    """Draw a rounded box with a bar down its left side."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, fill)
    painter.fillRect(QRectF(rect.left(), rect.top(), bar_width, rect.height()), bar)
    painter.restore()


def focus_ring(
    painter: QPainter, look: Look, rect: QRectF, radius: float, token: Token = "focus"
) -> None:
    """Draw the focus ring round a control's visible rectangle: 3 px, after a gap of 2."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(token), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3.5, radius + 3.5)


def keycap_height(look: Look) -> int:
    """How high a keycap is, in logical pixels."""
    return round(_KEYCAP * max(1.0, look.interface_scale))


def tag_height(look: Look) -> int:
    """How high a tag is, in logical pixels."""
    return round(_TAG * max(1.0, look.interface_scale))


def keycap_width(look: Look, key: str) -> float:
    """How wide a keycap is, in logical pixels."""
    high = keycap_height(look)
    if key in _KEY_ICONS:
        return high + 4
    return max(high, look.width_of(key, Type.TAG) + 12)


def keycap(
    painter: QPainter,
    look: Look,
    at: QPointF,
    key: str,
    ink: Token = "ink2",
    edge: Token = "line2",
    fill: Token = "sunken",
) -> float:
    """Draw a keycap with its left top corner at a point; returns its width."""
    width = keycap_width(look, key)
    high = keycap_height(look)
    rect = QRectF(at.x(), at.y(), width, high)
    box(painter, rect, 5, look.color(fill), look.color(edge))
    if key in _KEY_ICONS:
        ratio = painter.device().devicePixelRatioF()
        size = high - 8
        pixmap = look.icon(_KEY_ICONS[key], ink, size, ratio)
        painter.drawPixmap(QPointF(at.x() + (width - size) / 2, at.y() + 4), pixmap)
        return width
    painter.setFont(look.font(Type.TAG))
    painter.setPen(look.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    return width


def tag_width(look: Look, text: str) -> float:
    """How wide a tag is, in logical pixels."""
    return look.width_of(text, Type.TAG) + 14


def tag(painter: QPainter, look: Look, at: QPointF, text: str, tint: Token, ink: Token) -> float:
    """Draw a tag with its left top corner at a point; returns its width."""
    width = tag_width(look, text)
    rect = QRectF(at.x(), at.y(), width, tag_height(look))
    edge = look.color(ink) if look.theme == "high-contrast" else None
    box(painter, rect, 4, look.color(tint), edge)
    painter.setFont(look.font(Type.TAG))
    painter.setPen(look.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return width


def baseline(painter: QPainter, rect: QRectF) -> float:
    """The baseline that centres one line of the painter's font in a rectangle."""
    metrics = QFontMetricsF(painter.font())
    return rect.center().y() + (metrics.ascent() - metrics.descent()) / 2


def cut_line(
    painter: QPainter, look: Look, area: QRectF, text: str, role: Type, token: Token
) -> None:
    """Draw one line of text in an area, cut with "…" where it is too long."""
    painter.setFont(look.font(role))
    painter.setPen(look.color(token))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QPointF(area.left(), baseline(painter, area)), shown)
