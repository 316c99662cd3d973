"""Domain values in one line each, so that Markdown cases can say what they expect."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Span,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.flow import Flow, Step
from handbook.domain.policy import Policy


def show_span(span: Span) -> str:
    """Text with marks round it for each style."""
    text = span.text.replace("\n", "⏎")
    for holds, mark in ((span.strong, "*"), (span.emphasis, "_"), (span.code, "`")):
        text = f"{mark}{text}{mark}" if holds else text
    if span.link:
        text = f"[{text}]({span.link.url} @{span.line})"
    if span.image:
        text = f"!({span.image}){text}"
    if span.explains:
        text = f"{text}={span.explains}"
    return f"^{span.footnote}" if span.footnote else text


def show_spans(spans: tuple[Span, ...]) -> str:
    """All spans, a bar between them."""
    return "|".join(map(show_span, spans))


def show_blocks(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[str]:
    """A line a block: its source line, kind and words."""
    pad = "  " * depth
    for block in blocks:
        head = f"{pad}{block.line}"
        match block:
            case Paragraph(spans=spans):
                yield f"{head} {show_spans(spans)}"
            case Subheading(spans=spans, level=level):
                yield f"{head} h{level} {show_spans(spans)}"
            case Callout(kind=kind, blocks=inner):
                yield f"{head} {kind or 'no kind'}:"
                yield from show_blocks(inner, depth + 1)
            case Listing(items=items, ordered=ordered, start=start):
                yield f"{head} {f'from {start}' if ordered else 'bullets'}"
                for item in items:
                    yield f"{pad}  {item.line} item"
                    yield from show_blocks(item.blocks, depth + 2)
            case Table(head=cells, rows=rows):
                yield f"{head} table {' / '.join(map(show_spans, cells))}"
                for row in rows:
                    yield f"{pad}  row {' / '.join(map(show_spans, row))}"
            case Verbatim(text=text):
                yield f"{head} verbatim {text!r}"


def show_policy(policy: Policy) -> str:
    """A policy, with its sections and clauses."""
    lines = list(show_blocks(policy.intro))
    for section in policy.sections:
        asked = f" asked {section.asked}" if section.asked and not section.is_clause else ""
        lines.append(f"## {section.label} {section.title} #{section.id} @{section.line}{asked}")
        lines.extend(show_blocks(section.blocks, 1))
        for clause in section.clauses:
            asked = f" asked {clause.asked}" if clause.asked else ""
            if not section.is_clause:
                lines.append(
                    f"### {clause.label} {clause.title} #{clause.id} @{clause.line}{asked}"
                )
            elif asked:
                lines.append(asked.strip())
            lines.extend(show_blocks(clause.blocks, 1))
    for note in policy.footnotes:
        lines.append(f"note {note.number} @{note.line}")
        lines.extend(show_blocks(note.blocks, 1))
    for question in policy.questions:
        rests = f"rests on {question.rests_on or 'nothing'}"
        lines.append(f"? {question.text} #{question.id} @{question.line} {rests}")
        for answer in question.answers:
            right = "right: " if answer.is_right else ""
            lines.append(f"  {answer.line} {right}{show_spans(answer.spans)}")
        lines.append(f"  because {show_spans(question.why)}")
    return "\n".join(lines)


def show_flow(flow: Flow) -> str:
    """A flow, with its steps and outcomes."""
    lines: list[str] = []
    for node in flow.nodes:
        asked = f" asked {node.asked}" if node.asked else ""
        if isinstance(node, Step):
            lines.append(f"? {node.question} #{node.id} @{node.line}{asked}")
            lines.extend(show_blocks(node.help, 1))
            for choice in node.choices:
                also = "".join(f" +{ref.seen_from(flow.id)}" for ref in choice.also)
                subject = f" not {choice.subject}" if choice.subject else ""
                hint = f" ({choice.hint})" if choice.hint else ""
                to = choice.to.seen_from(flow.id)
                lines.append(f"  {choice.line} {choice.text} -> {to}{also}{subject}{hint}")
            continue
        lines.append(f"! {node.title} #{node.id} @{node.line}{asked}")
        lines.extend(show_blocks(node.why, 1))
        lines.extend(f"  tell {t.role} {show_spans(t.note)}".rstrip() for t in node.tell)
        lines.extend(
            f"  about {line.role}: {', '.join(t.role for t in line.tell)}"
            for line in node.if_about
        )
        for name, spans in (
            ("when", (node.by_when,)),
            ("now", node.do_now),
            ("not", node.do_not),
            ("next", node.next),
            ("safe", (node.protection,)),
        ):
            lines.extend(f"  {name} {show_spans(one)}" for one in spans if one)
        lines.extend(f"  outside {t.role}" for t in node.outside)
        lines.extend(f"  rests {rest.ref} @{rest.line}" for rest in node.rests_on)
        lines.extend(f"  on {ref}" for ref in node.go_on)
    return "\n".join(lines)
