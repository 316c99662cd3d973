"""The lead of a callout, taken apart from the words that follow it."""

from __future__ import annotations

from dataclasses import replace

from handbook.domain.blocks import Block, Callout, Paragraph, Span, Spans
from handbook.domain.rule import RuleKind


def split_lead(callout: Callout) -> tuple[str, tuple[Block, ...]]:
    """The lead as a heading, and the blocks without it, beginning with a capital.

    A callout of no kind keeps its words as they are, under no heading.
    """
    first = callout.blocks[0] if callout.blocks else None
    if callout.kind is None or not isinstance(first, Paragraph):
        return "", callout.blocks
    rest = _after_lead(first.spans, callout.kind)
    following = callout.blocks[1:]
    if not rest:
        return callout.kind.lead, following
    return callout.kind.lead, (replace(first, spans=rest), *following)


def _after_lead(spans: Spans, kind: RuleKind) -> Spans:
    lead, *others = spans
    kept = lead.text.removeprefix(kind.lead)
    words = [replace(lead, text=kept), *others] if kept else others
    text = words[0].text.lstrip(" :,\n") if words else ""
    if kind is RuleKind.NOTE:
        text = text.removeprefix("that ")
    if not text and len(words) > 1:
        return (_capital(replace(words[1], text=words[1].text.lstrip())), *words[2:])
    if not text:
        return ()
    return (_capital(replace(words[0], text=text)), *words[1:])


def _capital(span: Span) -> Span:
    return replace(span, text=span.text[:1].upper() + span.text[1:])
