"""A flow's Markdown to a flow: steps with choices, and outcomes."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from handbook.domain.blocks import plain
from handbook.domain.flow import USUAL_NEEDS, Choice, Flow, Node, NodeRef, Part, Step
from handbook.markup.blocks import read_blocks
from handbook.markup.items import first_heading, parts, place_of
from handbook.markup.outcomes import OutcomeReader
from handbook.markup.source import Source
from handbook.markup.spans import BLOCK_TAGS, clean, line_of, read_spans
from handbook.markup.tree import parse

_NEITHER = "this is neither a question nor an outcome: is the blank line before the list missing?"


def read_flow(text: str, file: str) -> Flow:
    """Read a flow; raises ContentError, naming file and line, where it cannot be read."""
    source = Source.read(text, file)
    flow_id = PurePosixPath(file).stem
    front = source.front
    nodes = tuple(_node(source, flow_id, *part) for part in parts(list(parse(source)), "h2"))
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


def _priority(name: str, flow_id: str) -> NodeRef:
    flow, _, place = name.rpartition("#")
    return NodeRef(flow or flow_id, place)


def _node(source: Source, flow_id: str, heading: Element, below: list[Element]) -> Node:
    line = line_of(heading)
    title = plain(read_spans(heading, source.file, line))
    name = heading.get("id", "")
    if not name:
        raise source.error(line, f"the heading {title!r} needs an id such as {{#dsl}}")
    has_parts = any(element.tag == "h3" for element in below)
    asks = below[: first_heading(below)]
    choices = asks[-1] if asks and asks[-1].tag in ("ul", "ol") else None
    is_step = choices is not None and all(_starts_with_link(item) for item in choices)
    if has_parts == is_step or (choices is None and not has_parts):
        raise source.error(line, f"{title!r}: {_NEITHER}")
    asked = source.asked_under(line)
    if has_parts:
        return OutcomeReader(source, flow_id).read(name, title, line, below, asked)
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
    inner = _inner(item)
    spans = read_spans(inner, source.file, line)
    if any(child.tag in BLOCK_TAGS and child is not inner for child in item):
        raise source.error(
            line, f"{plain(spans)!r}: a choice is one paragraph, with no list in it"
        )
    runs = [(link, plain(run)) for link, run in groupby(spans, key=lambda span: span.link)]
    places = [place_of(link, flow_id) for link, _ in runs if link is not None]
    known = [place for place in places if place is not None]
    if not runs or runs[0][0] is None:
        raise source.error(line, "the first link of a choice has no words")
    if len(known) < len(places):
        raise source.error(line, f"{plain(spans)!r}: every link of a choice leads to a place here")
    text = runs[0][1]
    hint = "" if runs[-1][0] is not None else runs.pop()[1].strip()
    if hint and not hint.startswith(":"):
        raise source.error(line, f"{text!r}: a hint begins with a colon right after the link")
    _check_between(source, line, text, [words for link, words in runs if link is None])
    first = next(child for child in inner if child.tag == "a")
    subject = clean(first.get("subject"))
    return Choice(text, known[0], tuple(known[1:]), subject, hint[1:].strip(), line)


def _check_between(source: Source, line: int, text: str, between: list[str]) -> None:
    wanted = ["and also", *[","] * (len(between) - 1)] if between else []
    if [words.strip() for words in between] != wanted:
        raise source.error(line, f"{text!r}: write ` and also [words](#place)`, then a comma")
