"""The parts of an outcome: whom to tell, what to do, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Block, Listing, Paragraph, Span, Spans, plain
from handbook.domain.flow import IfAbout, NodeRef, Outcome, Part, RestsOn, Telling
from handbook.domain.links import LinkKind
from handbook.domain.policy import ClauseRef
from handbook.markup.blocks import read_blocks
from handbook.markup.items import (
    after_link,
    first_heading,
    items,
    link_text,
    note,
    parts,
    place_of,
)
from handbook.markup.source import Source
from handbook.markup.spans import line_of, read_spans


class OutcomeReader:
    """Reads the parts of one outcome."""

    def __init__(self, source: Source, flow_id: str) -> None:
        self._source = source
        self._flow_id = flow_id

    def read(
        self, name: str, title: str, line: int, below: list[Element], asked: tuple[str, ...]
    ) -> Outcome:
        """The outcome under a heading; raises ContentError for a part that does not hold."""
        before = below[: first_heading(below)]
        found: dict[Part, tuple[Block, ...]] = {}
        for heading, elements in parts(below, "h3"):
            part = self._part(heading)
            if part in found:
                raise self._source.error(line_of(heading), f"{part.value!r} stands here twice")
            found[part] = read_blocks(elements, self._source.file)
            self._check_blocks(part, found[part])
        take = found.get
        return Outcome(
            id=name,
            title=title,
            why=read_blocks(before, self._source.file),
            tell=tuple(self._tellings(take(Part.TELL, ()))),
            if_about=tuple(self._if_about(take(Part.IF_ABOUT, ()))),
            by_when=_words(take(Part.BY_WHEN, ())),
            do_now=_lines(take(Part.DO_NOW, ())),
            do_not=_lines(take(Part.DO_NOT, ())),
            next=_lines(take(Part.NEXT, ())),
            protection=_words(take(Part.PROTECTION, ())),
            outside=tuple(self._tellings(take(Part.OUTSIDE, ()))),
            rests_on=tuple(self._rests_on(take(Part.RESTS_ON, ()))),
            go_on=tuple(self._go_on(take(Part.GO_ON, ()))),
            parts=tuple(found),
            line=line,
            asked=asked,
        )

    def _check_blocks(self, part: Part, blocks: tuple[Block, ...]) -> None:
        """Refuse what the wizard does not show, so that no words are lost."""
        lists = [block for block in blocks if isinstance(block, Listing)]
        inside = [block for listing in lists for item in listing.items for block in item.blocks]
        others = [block for block in blocks if not isinstance(block, Listing)]
        for block in (*others, *inside):
            if not isinstance(block, Paragraph):
                problem = f"{part.value!r} holds only paragraphs, and lists with no lists in them"
                raise self._source.error(block.line, problem)

    def _part(self, heading: Element) -> Part:
        line = line_of(heading)
        words = plain(read_spans(heading, self._source.file, line)).strip()
        try:
            return Part(words)
        except ValueError:
            known = " · ".join(Part)
            raise self._source.error(
                line, f"an outcome has no part {words!r}; its parts are {known}"
            ) from None

    def _tellings(self, blocks: tuple[Block, ...]) -> Iterator[Telling]:
        for line, spans in items(blocks):
            yield self._telling(line, spans)

    def _telling(self, line: int, spans: Spans) -> Telling:
        link = spans[0].link if spans else None
        if link is None or link.kind is not LinkKind.ROLE:
            raise self._source.error(line, f"{plain(spans)!r} begins with no [person](role:...)")
        return Telling(link.target, link_text(spans), note(after_link(spans)), line)

    def _if_about(self, blocks: tuple[Block, ...]) -> Iterator[IfAbout]:
        for line, spans in items(blocks):
            who = self._telling(line, spans)
            tell = tuple(
                Telling(span.link.target, span.text, (), line)
                for span in who.note
                if span.link is not None and span.link.kind is LinkKind.ROLE
            )
            if not tell:
                raise self._source.error(line, f"{plain(spans)!r} says nobody to tell instead")
            yield IfAbout(who.role, who.words, tell, who.note, line)

    def _rests_on(self, blocks: tuple[Block, ...]) -> Iterator[RestsOn]:
        for line, spans in items(blocks):
            link = spans[0].link if spans else None
            if link is None or link.kind not in (LinkKind.CLAUSE, LinkKind.POLICY):
                raise self._source.error(line, f"{plain(spans)!r} is no link to a clause")
            policy, _, clause = link.target.partition("#")
            yield RestsOn(ClauseRef(policy, clause), link_text(spans), line)

    def _go_on(self, blocks: tuple[Block, ...]) -> Iterator[NodeRef]:
        for line, spans in items(blocks):
            place = place_of(spans[0].link if spans else None, self._flow_id)
            if place is None:
                raise self._source.error(line, f"{plain(spans)!r} is no link to a flow")
            yield place


def _lines(blocks: tuple[Block, ...]) -> tuple[Spans, ...]:
    return tuple(spans for _, spans in items(blocks))


def _words(blocks: tuple[Block, ...]) -> Spans:
    words: list[Span] = []
    for _, spans in items(blocks):
        words.extend(([Span(" ")] if words else []) + list(spans))
    return tuple(words)
