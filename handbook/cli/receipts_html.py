"""The reading report as one page for a browser and for paper. It loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from handbook.cli.printing import day
from handbook.cli.receipts_shapes import COLUMNS, cells, stranger_cells
from handbook.domain.confirming import DutyState
from handbook.domain.reading_report import ReadingReport, by_policy

_STYLE = """
body { font: 15px/1.45 sans-serif; color: #1b1e23; background: #fff; margin: 2rem auto;
       max-width: 78rem; padding: 0 1rem; }
h1 { font: 600 1.9rem/1.2 serif; margin: 0 0 .3rem; }
h2 { font: 600 1.3rem/1.3 serif; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem;
         border-bottom: 1px solid #dfd9cc; overflow-wrap: break-word; }
th { border-bottom: 2px solid #857f72; }
.names td:nth-child(7), .names td:nth-child(9) { white-space: nowrap; }
.names td:is(:nth-child(2), :nth-child(10), :nth-child(11)) { overflow-wrap: anywhere;
         min-width: 5.5em; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.overdue { background: #fcf0d6; }
.overdue td:nth-child(6) { font-weight: 700; }
.note { color: #434951; max-width: 46rem; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } }
"""
_NOTE = (
    "A receipt is a statement of the computer on which somebody confirmed, not a proof. "
    "The owner of the file is what the system says of who put it there: compare it with the user."
)


def as_html(report: ReadingReport, problems: Iterable[str]) -> str:
    """The whole page; whatever a receipt or the list holds is shown letter for letter."""
    asked = len(report.lines)
    done, overdue = report.count(DutyState.CONFIRMED), report.count(DutyState.OVERDUE)
    found = list(problems)
    parts = [
        f"<h1>Policies read and confirmed</h1>\n<p>{escape(report.school)}, {day(report.day)}</p>",
        f"<p><b>{done} of {asked} confirmed, {overdue} overdue.</b></p>",
        f'<p class="note">{escape(_NOTE)}</p>',
        "<h2>By policy</h2>",
        _table(
            ("Policy", "Confirmed", "To confirm", "Overdue"),
            ((("", (title, *map(str, counts)))) for title, *counts in by_policy(report)),
        ),
        "<h2>By name</h2>",
        _table(
            COLUMNS,
            (("overdue" if line.is_overdue else "", cells(line)) for line in report.lines),
            "names",
        ),
    ]
    if report.strangers:
        parts += [
            "<h2>Not on the list of staff</h2>",
            _table(COLUMNS, (("", stranger_cells(filed)) for filed in report.strangers), "names"),
        ]
    if found:
        items = "\n".join(f"<li>{escape(problem)}</li>" for problem in found)
        parts += ["<h2>Could not be read</h2>", f"<ul>\n{items}\n</ul>"]
    return _PAGE.format(title=escape(report.school), style=_STYLE, body="\n".join(parts))


def _table(head: Iterable[str], rows: Iterable[tuple[str, Iterable[str]]], kind: str = "") -> str:
    columns = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "\n".join(
        f"<tr{_named(state)}>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for state, row in rows
    )
    table = f"<thead><tr>{columns}</tr></thead>\n<tbody>\n{body}\n</tbody>"
    return f"<table{_named(kind)}>\n{table}\n</table>"


def _named(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Policies read and confirmed: {title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
