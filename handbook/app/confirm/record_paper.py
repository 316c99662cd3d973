"""The reader's own reading record on paper: what they confirmed, and room to sign it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handbook.app.dates import long_date
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.paper import Paper
from handbook.app.paper.steps import Progress, Steps
from handbook.app.reading_record import MY_RECORD, RecordRow

_HEAD = ("Policy", "Version", "Confirmed on", "Today")
_NOTHING = "Nothing has been confirmed on this laptop yet."
_ALL = (
    "This is all that is kept: which version of which policy was confirmed, and on what day. "
    "What was read or searched for, and how questions were answered, is kept nowhere."
)


def record_steps(
    rows: Sequence[RecordRow], account: str, school: str, today: date
) -> Steps[Paper]:
    """Lay it out as it is printed on a day; `account` is whose laptop account it is."""
    yield Progress(0, 1)
    builder = PaperBuilder()
    builder.title(MY_RECORD, school, "link")
    builder.lead(spans(f"Confirmed on this laptop by the account {account}."))
    if rows:
        table = [(row.title, row.version, row.day, row.now) for row in rows]
        builder.table(_HEAD, table)
    else:
        builder.paragraph(spans(_NOTHING))
    builder.small(spans(_ALL))
    builder.signature("Name", "Signature", "Date")
    footer = f"{MY_RECORD}, printed {long_date(today)}"
    return builder.paper(title=MY_RECORD, footer=footer)
