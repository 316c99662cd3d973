"""A flow's Markdown to a flow: steps with choices, outcomes with their parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span, Spans, plain
from handbook.domain.flow import (
    USUAL_NEEDS,
    Choice,
    Flow,
    IfAbout,
    Node,
    NodeRef,
    Outcome,
    Part,
    RestsOn,
    Step,
    Telling,
)
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import ClauseRef
from handbook.markup.blocks import read_blocks, without_leading_space
from handbook.markup.source import Source
from handbook.markup.spans import clean, line_of, read_spans
from handbook.markup.tree import parse

_AND_ALSO = " and also "
_NEITHER = "this is neither a question nor an outcome: is the blank line before the list missing?"


def read_flow(text: str, file: str) -> Flow:
    """Read a flow; raises ContentError, naming file and line, where it cannot be read."""
    source = Source.read(text, file)
    flow_id = PurePosixPath(file).stem
    front = source.front
    nodes = tuple(_node(source, flow_id, *part) for part in _parts(list(parse(source)), "h2"))
    if not nodes:
        raise source.error(1, "the flow has no ## heading")
    seen: dict[str, int] = {}
    for node in nodes:
        if node.id in seen:
            raise source.error(node.line, f"the id {node.id!r} stands on line {seen[node.id]}")
        seen[node.id] = node.line
    needs = front.texts("needs")
    unknown = [name for name in needs if name not in tuple(Part)]
    if unknown:
        raise source.error(front.place("needs").line, f"no part is called {unknown[0]!r}")
    return Flow(
        id=flow_id,
        title=front.text("title") or flow_id,
        file=file,
        nodes=nodes,
        priority=tuple(_priority(name, flow_id) for name in front.texts("priority")),
        needs=tuple(Part(name) for name in needs) or USUAL_NEEDS,
        law_as_of=front.day("law-as-of"),
        summary=front.text("summary"),
    )


def place_of(link: Link | None, flow_id: str) -> NodeRef | None:
    """The place of a flow that a link leads to; a flow without a place has an empty id."""
    if link is None or link.kind is not LinkKind.FLOW:
        return None
    flow, _, name = link.target.partition("#")
    return NodeRef(flow or flow_id, name)


def _priority(name: str, flow_id: str) -> NodeRef:
    flow, _, place = name.rpartition("#")
    return NodeRef(flow or flow_id, place)


def _parts(elements: list[Element], tag: str) -> list[tuple[Element, list[Element]]]:
    parts: list[tuple[Element, list[Element]]] = []
    for element in elements:
        if element.tag == tag:
            parts.append((element, []))
        elif parts:
            parts[-1][1].append(element)
    return parts


def _node(source: Source, flow_id: str, heading: Element, below: list[Element]) -> Node:
    line = line_of(heading)
    title = plain(read_spans(heading, source.file, line))
    name = heading.get("id", "")
    if not name:
        raise source.error(line, f"the heading {title!r} needs an id such as {{#dsl}}")
    has_parts = any(element.tag == "h3" for element in below)
    asks = below[: _first_heading(below)]
    choices = asks[-1] if asks and asks[-1].tag in ("ul", "ol") else None
    is_step = choices is not None and all(_starts_with_link(item) for item in choices)
    if has_parts == is_step or (choices is None and not has_parts):
        raise source.error(line, f"{title!r}: {_NEITHER}")
    asked = source.asked_under(line)
    if has_parts:
        return _Outcomes(source, flow_id).read(name, title, line, below, asked)
    assert choices is not None
    help_blocks = read_blocks(asks[:-1], source.file)
    taken = tuple(_choice(source, flow_id, item) for item in choices if item.tag == "li")
    return Step(name, title, help_blocks, taken, line, asked)


def _starts_with_link(item: Element) -> bool:
    inner = _inner(item)
    return not (inner.text or "").strip() and len(inner) > 0 and inner[0].tag == "a"


def _inner(item: Element) -> Element:
    """The element that holds an item's words: in a loose list, its paragraph."""
    return item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item


def _choice(source: Source, flow_id: str, item: Element) -> Choice:
    line = line_of(item)
    spans = read_spans(_inner(item), source.file, line)
    links = [span for span in spans if span.link is not None]
    places = [place_of(span.link, flow_id) for span in links]
    if not places or None in places:
        raise source.error(line, f"{plain(spans)!r}: every link of a choice leads to a place here")
    text, hint = _hint(source, line, spans)
    first = next(child for child in _inner(item) if child.tag == "a")
    return Choice(
        text=text,
        to=_known(places[0]),
        also=tuple(_known(place) for place in places[1:]),
        subject=clean(first.get("subject")),
        hint=hint,
        line=line,
    )


def _known(place: NodeRef | None) -> NodeRef:
    assert place is not None
    return place


def _hint(source: Source, line: int, spans: Spans) -> tuple[str, str]:
    """The words of a choice and its hint; refuses what is neither."""
    text = _link_text(spans, 0)
    last = max(index for index, span in enumerate(spans) if span.link is not None)
    between = [span.text for span in spans[1:last] if span.link is None]
    separators = [_AND_ALSO, *[", "] * (len(between) - 1)]
    if between and [words.replace("\n", " ") for words in between] != separators:
        raise source.error(line, f"{text!r}: write ` and also [words](#place)`, then a comma")
    rest = plain(spans[last + 1 :])
    if rest.strip() and not rest.startswith(":"):
        raise source.error(line, f"{text!r}: a hint begins with a colon right after the link")
    return text, rest.removeprefix(":").strip()


def _link_text(spans: Spans, index: int) -> str:
    link, words = spans[index].link, ""
    for span in spans[index:]:
        if span.link != link:
            break
        words += span.text
    return words


class _Outcomes:
    """Reads the parts of one outcome."""

    def __init__(self, source: Source, flow_id: str) -> None:
        self._source = source
        self._flow_id = flow_id

    def read(
        self, name: str, title: str, line: int, below: list[Element], asked: tuple[str, ...]
    ) -> Outcome:
        before = below[: _first_heading(below)]
        parts: dict[Part, tuple[Block, ...]] = {}
        for heading, elements in _parts(below, "h3"):
            part = self._part(heading)
            if part in parts:
                raise self._source.error(line_of(heading), f"{part.value!r} stands here twice")
            parts[part] = read_blocks(elements, self._source.file)
        take = parts.get
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
            parts=tuple(parts),
            line=line,
            asked=asked,
        )

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
        for line, spans in _items(blocks):
            yield self._telling(line, spans)

    def _telling(self, line: int, spans: Spans) -> Telling:
        link = spans[0].link if spans else None
        if link is None or link.kind is not LinkKind.ROLE:
            raise self._source.error(line, f"{plain(spans)!r} begins with no [person](role:...)")
        return Telling(link.target, _link_text(spans, 0), _note(_after_link(spans)), line)

    def _if_about(self, blocks: tuple[Block, ...]) -> Iterator[IfAbout]:
        for line, spans in _items(blocks):
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
        for line, spans in _items(blocks):
            link = spans[0].link if spans else None
            if link is None or link.kind not in (LinkKind.CLAUSE, LinkKind.POLICY):
                raise self._source.error(line, f"{plain(spans)!r} is no link to a clause")
            policy, _, clause = link.target.partition("#")
            yield RestsOn(ClauseRef(policy, clause), _link_text(spans, 0), line)

    def _go_on(self, blocks: tuple[Block, ...]) -> Iterator[NodeRef]:
        for line, spans in _items(blocks):
            place = place_of(spans[0].link if spans else None, self._flow_id)
            if place is None:
                raise self._source.error(line, f"{plain(spans)!r} is no link to a flow")
            yield place


def _first_heading(below: list[Element]) -> int:
    return next((i for i, element in enumerate(below) if element.tag == "h3"), len(below))


def _items(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Spans]]:
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield item.line, _item_spans(item)
        elif isinstance(block, Paragraph):
            yield block.line, block.spans


def _item_spans(item: Item) -> Spans:
    found: list[Span] = []
    for block in item.blocks:
        if isinstance(block, Paragraph):
            found.extend(([Span(" ")] if found else []) + list(block.spans))
    return tuple(found)


def _after_link(spans: Spans) -> Spans:
    link = spans[0].link
    index = next((i for i, span in enumerate(spans) if span.link != link), len(spans))
    return spans[index:]


def _note(spans: Spans) -> Spans:
    if not spans:
        return ()
    first = Span(
        spans[0].text.lstrip().removeprefix(":").removeprefix(","),
        spans[0].strong,
        spans[0].emphasis,
        spans[0].code,
        spans[0].link,
        spans[0].line,
    )
    rest = without_leading_space((first, *spans[1:]))
    return tuple(span for span in rest if span.text)


def _lines(blocks: tuple[Block, ...]) -> tuple[Spans, ...]:
    return tuple(spans for _, spans in _items(blocks))


def _words(blocks: tuple[Block, ...]) -> Spans:
    words: list[Span] = []
    for _, spans in _items(blocks):
        words.extend(([Span(" ")] if words else []) + list(spans))
    return tuple(words)
