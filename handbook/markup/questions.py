"""The questions at the end of a policy: a heading each, a list of answers, and why."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Block, Listing, Paragraph, Span, Spans, plain
from handbook.domain.links import LinkKind
from handbook.domain.question import RIGHT, Answer, Question
from handbook.markup.blocks import read_blocks
from handbook.markup.items import item_spans, parts
from handbook.markup.spans import line_of, read_spans


def read_questions(elements: list[Element], file: str, policy: str) -> tuple[Question, ...]:
    """The questions under their section's heading.

    One that is not well made is read as it stands: it must not keep a policy from its readers.
    """
    return tuple(
        _question(heading, below, file, policy) for heading, below in parts(elements, "h3")
    )


def _question(heading: Element, below: list[Element], file: str, policy: str) -> Question:
    line = line_of(heading)
    blocks = read_blocks(below, file)
    why = _why(blocks)
    return Question(
        id=heading.get("id", ""),
        text=plain(read_spans(heading, file, line)).strip(),
        answers=tuple(
            _answer(item_spans(item), item.line)
            for block in blocks
            if isinstance(block, Listing)
            for item in block.items
        ),
        rests_on=_clause(why, policy),
        why=why,
        line=line,
    )


def _answer(spans: Spans, line: int) -> Answer:
    if not spans or not spans[0].strong or spans[0].text.strip().rstrip(": ") != RIGHT:
        return Answer(spans, is_right=False, line=line)
    rest = spans[1:]
    if rest:
        rest = (replace(rest[0], text=rest[0].text.lstrip(" :")), *rest[1:])
    return Answer(rest, is_right=True, line=line)


def _why(blocks: tuple[Block, ...]) -> Spans:
    """The paragraphs of a question, as one run of words."""
    found: list[Span] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.extend(([Span(" ")] if found else []) + list(block.spans))
    return tuple(found)


def _clause(why: Spans, policy: str) -> str:
    """The first clause of this policy that the words link to."""
    links = (span.link for span in why if span.link and span.link.kind is LinkKind.CLAUSE)
    targets = (link.target.partition("#") for link in links)
    return next((clause for file, _, clause in targets if file == policy), "")
