"""How a table looks, how its width is parted, and what becomes of one that is too wide."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTableFormat

from handbook.app.document.styles import MEASURE, Styles
from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span, Table, plain

_LETTER, _PADDING = 8, 18
"""The width of a letter of a cell, and what stands left and right of it, at 100 %."""


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


def is_too_wide(table: Table) -> bool:
    """Whether the longest words of the columns have no room side by side in a line of text."""
    columns = zip(table.head, *table.rows, strict=True)
    words = (re.split(r"[\s-]+", " ".join(map(plain, column))) for column in columns)
    longest = (max(map(len, each)) for each in words)
    return sum(_LETTER * letters + _PADDING for letters in longest) > MEASURE


def as_list(table: Table) -> tuple[Block, ...]:
    """A row after the other, each cell under the name of its column: no word is broken."""
    items = []
    for first, *others in table.rows:
        named = zip(table.head[1:], others, strict=True)
        cells = tuple(
            Item((Paragraph((*head, Span(": "), *cell), table.line),), table.line)
            for head, cell in named
            if plain(cell).strip()
        )
        title = Paragraph(tuple(replace(span, strong=True) for span in first), table.line)
        below = (Listing(cells, ordered=False, start=1, line=table.line),) if cells else ()
        items.append(Item((title, *below), table.line))
    return (Listing(tuple(items), ordered=False, start=1, line=table.line),)
