"""Rules on tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from handbook.lint.finding import Finding, Fix, error
from handbook.lint.text.source import Line, Run, SourceText

_RULE = re.compile(r" *\|?( *:?-+:? *\|)* *:?-+:? *\|? *")
_ADD_CELLS = "Add an empty cell for each that is missing."
_UNESCAPED = re.compile(r"(?<!\\)\|")


def table_cells(source: SourceText) -> Iterator[Finding]:
    """A row with more or fewer cells than the head of its table."""
    for run in source.runs:
        if not _is_table(run):
            continue
        wanted = _cells(run[0].words)
        for line in run[1:]:
            cells = _cells(line.words)
            if cells != wanted:
                yield error(
                    source.file,
                    line.number,
                    "table-cells",
                    f"This row has {cells} {_noun(cells)} and the head has {wanted}: words would "
                    "be lost or moved. "
                    + (_ADD_CELLS if cells < wanted else r"Write \| for a bar that is a word."),
                    _with_cells(line, wanted),
                )


def table_rule(source: SourceText) -> Iterator[Finding]:
    """Rows with bars and no line of dashes under the first: not a table at all."""
    for run in source.runs:
        barred = [line for line in run if line.words.lstrip().startswith("|")]
        if barred and not _is_table(run):
            yield error(
                source.file,
                barred[0].number,
                "table-head",
                "This is not read as a table. It needs a blank line before it, a head row, and "
                "under the head a row of dashes with as many cells: | --- | --- |",
                _as_table(run, barred[0]),
            )


def _with_cells(line: Line, wanted: int) -> Fix:
    """The row with empty cells added, or with those too many put into the last."""
    if _RULE.fullmatch(line.words):
        return Fix(line.number, line.number, f"{line.prefix}{_dashes(wanted)}")
    cells = [cell.strip() for cell in _split(line.body)]
    cells += [""] * (wanted - len(cells))
    last = r" \| ".join(cells[wanted - 1 :])
    row = " | ".join([*cells[: wanted - 1], last])
    return Fix(line.number, line.number, f"{line.prefix}| {row} |")


def _as_table(run: Run, first: Line) -> Fix | None:
    """Blank lines around the rows where words stand beside them, and dashes where none are."""
    at = run.index(first)
    if _RULE.fullmatch(first.words):
        return None
    rows = list(takewhile(lambda line: "|" in line.words, run[at:]))
    has_rule = len(rows) > 1 and bool(_RULE.fullmatch(rows[1].words))
    blank = [first.prefix.rstrip()]
    lines = blank * bool(at) + [first.raw]
    if not has_rule:
        lines.append(first.prefix + _dashes(_cells(first.words)))
    lines += [row.raw for row in rows[1:]]
    lines += blank * (at + len(rows) < len(run))
    return Fix(first.number, rows[-1].number, "\n".join(lines))


def _dashes(cells: int) -> str:
    return "|" + " --- |" * cells


def _is_table(run: Run) -> bool:
    return (
        len(run) > 1
        and "|" in run[0].words
        and "|" in run[1].words
        and bool(_RULE.fullmatch(run[1].words))
    )


def _cells(row: str) -> int:
    return len(_split(row))


def _split(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith(r"\|"):
        inner = inner[:-1]
    return _UNESCAPED.split(inner)


def _noun(cells: int) -> str:
    return "cell" if cells == 1 else "cells"
