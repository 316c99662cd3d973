"""A record as a sheet of paper: what is written, lines where nothing is, and room to sign."""

from __future__ import annotations

from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.paper import Paper
from handbook.domain.record import FOR, SIGNED, TITLE, Record


def record_paper(record: Record) -> Paper:
    """The record, parted into pages. Every word that is typed is on one of them."""
    builder = PaperBuilder()
    builder.title(TITLE)
    if record.route:
        builder.lead(spans(record.route, strong=True))
    if record.person:
        builder.lead(spans(f"{FOR} {record.person}"))
    else:
        builder.heading(FOR)
        builder.ruled(1)
    for part, text in record:
        builder.heading(part.heading, "" if text else part.hint)
        for line in text.split("\n"):
            if text:
                builder.paragraph(spans(line))
        if not text:
            builder.ruled(part.lines)
    builder.signature(*SIGNED)
    return builder.paper(title=TITLE, footer=TITLE)
