"""The school's own values put into the text of its policies."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.blocks import Block, Span, Spans, with_spans
from handbook.domain.links import LinkKind
from handbook.domain.school import School


def filled_spans(spans: Spans, school: School) -> Spans:
    """Spans with each `setting:` link turned into the school's value, as plain words.

    A setting that the school left blank keeps the link's text, which is the default.
    """
    return tuple(_filled_span(span, school) for span in spans)


def filled(blocks: tuple[Block, ...], school: School) -> tuple[Block, ...]:
    """Blocks with the school's values in place of their `setting:` links."""
    return with_spans(blocks, lambda spans: filled_spans(spans, school))


def _filled_span(span: Span, school: School) -> Span:
    if span.link is None or span.link.kind is not LinkKind.SETTING:
        return span
    return replace(span, text=school.settings.get(span.link.target) or span.text, link=None)
