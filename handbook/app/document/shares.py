"""How the width of a table is parted."""

from __future__ import annotations

from handbook.domain.blocks import Table, plain


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
