"""How a table looks, and how its width is parted."""

from __future__ import annotations

from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTableFormat

from handbook.app.document.styles import Styles
from handbook.domain.blocks import Table, plain


def table_format(table: Table, styles: Styles) -> QTextTableFormat:
    """The lines, the room and the widths of a table."""
    form = QTextTableFormat()
    form.setLeftMargin(styles.px(styles.gutter))
    form.setTopMargin(styles.px(10))
    form.setBottomMargin(styles.px(22))
    form.setCellPadding(styles.px(8))
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderBrush(styles.colour("line2"))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setHeaderRowCount(1)
    width = QTextLength(QTextLength.Type.PercentageLength, 100)
    form.setWidth(width)
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, part) for part in shares(table)]
    )
    return form


def shares(table: Table) -> list[float]:
    """How much of a table's width each column gets, by the words that it holds."""
    weights = []
    for column in range(len(table.head)):
        cells = [table.head[column], *(row[column] for row in table.rows)]
        texts = [plain(cell) for cell in cells]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        longest = max(len(text) for text in texts)
        weights.append(max(17, 2 * word, min(60, longest)))
    return [100 * weight / sum(weights) for weight in weights]
