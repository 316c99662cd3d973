"""Drawing the words of one part of a document, each line on one page only."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)

from handbook.app.paper import sheet
from handbook.app.paper.pages import PagePart

HAIR = 0.5
"""What only touches the edge of a part does not belong to it. In paper pixels."""


def paint_text(
    painter: QPainter, document: QTextDocument, part: PagePart, palette: QPalette
) -> None:
    """Draw the lines of a part where they stand in the document.

    Of a paragraph that begins above the part, Qt draws one line too many: hidden by the clip,
    but twice in the text of a PDF. Such a paragraph is drawn line by line.
    """
    top = part.top
    begun = _begun_above(document, part.top)
    if begun is not None:
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        top = _paint_rest(painter, document, begun, part)
    if part.bottom - top <= 2 * HAIR:
        return
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = palette
    shown = QRectF(-sheet.LEFT, top, sheet.WIDTH, part.bottom - top)
    context.clip = shown.adjusted(0, HAIR, 0, -HAIR)
    document.documentLayout().draw(painter, context)


def _begun_above(document: QTextDocument, top: float) -> QTextBlock | None:
    """The paragraph that stands on both sides of a height; None where none does."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        crosses = rect.top() < top - HAIR and rect.bottom() > top + HAIR
        if crosses and QTextCursor(block).currentTable() is None:
            return block
        block = block.next()
    return None


def _paint_rest(
    painter: QPainter, document: QTextDocument, block: QTextBlock, part: PagePart
) -> float:
    """Draw the lines of a paragraph that are in a part; returns where the paragraph ends."""
    rect = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        middle = rect.top() + line.y() + line.height() / 2
        if part.top < middle < part.bottom:
            line.draw(painter, rect.topLeft())
    return rect.bottom()
