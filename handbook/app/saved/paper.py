"""What a reader saved on paper: the clauses by policy, each with their own note under it."""

from __future__ import annotations

from datetime import date

from handbook.app.dates import long_date
from handbook.app.document.styles import Box
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.paper import Paper
from handbook.app.paper.steps import Progress, Steps
from handbook.app.saved.views import SavedGroup, SavedRow, SavedView
from handbook.domain.standing import Change

TITLE = "Saved clauses"
_NOTE = "My own note"
_NOTES = "The notes are one reader’s own and no part of a policy. Keep these pages to yourself."
_GONE = "Taken out since it was saved. These are the last words."


def saved_steps(view: SavedView, today: date) -> Steps[Paper]:
    """Lay out what a view lists, as it is printed on a day."""
    yield Progress(0, 1)
    builder = PaperBuilder()
    builder.title(TITLE)
    if any(row.note for group in view.groups for row in _kept(group)):
        builder.small(spans(_NOTES))
    for group in view.groups:
        if rows := _kept(group):
            _write_group(builder, group, rows)
    return builder.paper(title=TITLE, footer=f"{TITLE}, printed {long_date(today)}")


def _kept(group: SavedGroup) -> list[SavedRow]:
    """Those that are saved: what was taken off is only shown so that it can be brought back."""
    return [row for row in group.rows if not row.was_removed]


def _write_group(builder: PaperBuilder, group: SavedGroup, rows: list[SavedRow]) -> None:
    version = f"version {group.version}" if group.version else ""
    builder.heading(group.title, ", ".join(filter(None, (version, group.review.lower()))))
    for row in rows:
        _write_row(builder, row)


def _write_row(builder: PaperBuilder, row: SavedRow) -> None:
    builder.paragraph(spans(f"{row.label} {row.title}".strip(), strong=True))
    if row.change is Change.TAKEN_OUT:
        builder.small(spans(_GONE))
    builder.paragraph(spans(row.text))
    if row.note:
        builder.callout(Box.NOTE, _NOTE, [spans(row.note)])
