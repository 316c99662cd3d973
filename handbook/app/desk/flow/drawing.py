"""How the boxes and lines of a flow are drawn: lines first, then boxes over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from handbook.app.desk.flow.layout import PAD, ROW, TITLE, Box, Line, Picture
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import box as draw_box
from handbook.app.widgets.paint import cut_line, focus_ring, tag

_ARROW = 7
_BOX_RADIUS, _ROUND = 8, 22


def paint_picture(
    painter: QPainter,
    look: Look,
    picture: Picture,
    problems: dict[int, bool],
    chosen: str,
    *,
    focused: bool,
) -> None:
    """Draw it all; what belongs to the chosen box stands out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    boxes = {each.key: each for each in picture.boxes}
    for line in sorted(picture.lines, key=lambda line: chosen in (line.start, line.end)):
        if line.start in boxes and line.end in boxes:
            strong = chosen in (line.start, line.end)
            _line(painter, look, line, boxes[line.start], boxes[line.end], strong=strong)
    for each in picture.boxes:
        wrong = [bad for at, bad in problems.items() if each.line and each.line <= at <= each.last]
        is_chosen = each.key == chosen
        _box(painter, look, each, wrong, is_chosen=is_chosen, focused=focused and is_chosen)


def _line(
    painter: QPainter, look: Look, line: Line, start: Box, end: Box, *, strong: bool
) -> None:
    token: Token = "link" if strong else "line2"
    if line.is_also:
        token = "care"
    elif not start.is_reached:
        token = "warn"
    pen = QPen(look.color(token), 2.2 if strong else 1.2)
    if line.is_also or not start.is_reached:
        pen.setStyle(Qt.PenStyle.DashLine)
    y = start.y + TITLE + PAD + ROW * (line.row + 0.5) if line.row >= 0 else start.y + TITLE / 2
    a = QPointF(start.x + start.width, y)
    b = QPointF(end.x - 2, end.y + TITLE / 2 + PAD)
    path = QPainterPath(a)
    reach = max(50.0, abs(b.x() - a.x()) / 2)
    path.cubicTo(a + QPointF(reach, 0), b - QPointF(reach, 0), b - QPointF(_ARROW, 0))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _arrow(painter, b, look.color(token))


def _arrow(painter: QPainter, tip: QPointF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = QPointF(_ARROW, 0)
    up = QPointF(0, _ARROW / 2)
    painter.drawPolygon(QPolygonF([tip, tip - back - up, tip - back + up]))


def _box(
    painter: QPainter,
    look: Look,
    each: Box,
    wrong: list[bool],
    *,
    is_chosen: bool,
    focused: bool,
) -> None:
    rect = QRectF(each.x, each.y, each.width, each.height)
    radius = _BOX_RADIUS if each.is_step else _ROUND
    fill, edge = _dress(each, wrong)
    width = 3 if is_chosen else 1.6
    draw_box(painter, rect, radius, look.color(fill), look.color(edge), width)
    if not each.is_reached:
        _note(painter, look, rect, "No way in", "warn_soft", "warn_ink")
    elif wrong:
        words = "1 problem" if len(wrong) == 1 else f"{len(wrong)} problems"
        soft: Token = "stop_soft" if any(wrong) else "warn_soft"
        ink: Token = "stop_ink" if any(wrong) else "warn_ink"
        _note(painter, look, rect, words, soft, ink)
    elif each.is_start:
        _note(painter, look, rect, "Start", "accent", "on_accent")
    title = QRectF(rect.left() + 12, rect.top() + PAD - 2, rect.width() - 24, TITLE)
    painter.setFont(look.font(Type.SMALL_BOLD))
    painter.setPen(look.color("ink" if each.is_step else "care_ink"))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
    if not each.is_step:
        flags |= Qt.AlignmentFlag.AlignHCenter
    painter.drawText(title, int(flags), each.title)
    for row, answer in enumerate(each.answers):
        top = rect.top() + TITLE + PAD + ROW * row
        painter.fillRect(QRectF(rect.left() + 1, top, rect.width() - 2, 1), look.color("line"))
        area = QRectF(rect.left() + 12, top, rect.width() - 24, ROW)
        cut_line(painter, look, area, answer, Type.SMALL, "ink2")
    if focused:
        focus_ring(painter, look, rect, radius)


def _dress(each: Box, wrong: list[bool]) -> tuple[Token, Token]:
    if not each.is_reached:
        return "warn_soft", "warn"
    edge: Token = "accent" if each.is_step else "care"
    if wrong:
        edge = "stop" if any(wrong) else "warn"
    return ("surface" if each.is_step else "care_soft"), edge


def _note(
    painter: QPainter, look: Look, rect: QRectF, words: str, tint: Token, ink: Token
) -> None:
    tag(painter, look, QPointF(rect.left() + 10, rect.top() - 14), words, tint, ink)
