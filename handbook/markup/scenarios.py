"""A file of stories to scenarios."""

from __future__ import annotations

from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Listing, Paragraph, Spans, block_texts, plain
from handbook.domain.flow import NodeRef
from handbook.domain.links import LinkKind
from handbook.domain.scenario import Scenario, StoryAnswer
from handbook.markup.blocks import read_blocks
from handbook.markup.items import item_spans, parts, place_of
from handbook.markup.source import Source
from handbook.markup.spans import line_of, read_spans
from handbook.markup.tree import parse


def read_scenarios(text: str, file: str) -> tuple[Scenario, ...]:
    """Read stories; raises ContentError, naming file and line, where they cannot be read."""
    source = Source.read(text, file)
    flow_id = source.front.text("flow") or PurePosixPath(file).name.split(".")[0]
    stories = [_scenario(source, flow_id, *part) for part in parts(list(parse(source)), "h2")]
    seen: dict[str, int] = {}
    for story in stories:
        if not story.id:
            raise source.error(
                story.line, f"the story {story.title!r} needs an id such as {{#dsl}}"
            )
        if story.id in seen:
            line = seen[story.id]
            raise source.error(story.line, f"the id {story.id!r} stands on line {line} already")
        seen[story.id] = story.line
    return tuple(stories)


def _scenario(source: Source, flow_id: str, heading: Element, below: list[Element]) -> Scenario:
    line = line_of(heading)
    title = plain(read_spans(heading, source.file, line))
    blocks = read_blocks(below, source.file)
    lists = [block for block in blocks if isinstance(block, Listing)]
    answers = [listing for listing in lists if listing.ordered]
    ends = {
        _name(spans): spans
        for listing in lists
        if not listing.ordered
        for spans in map(item_spans, listing.items)
    }
    first = ends.get("First")
    return Scenario(
        id=heading.get("id", ""),
        title=title,
        story="\n".join(block_texts(block for block in blocks if isinstance(block, Paragraph))),
        answers=tuple(
            _answer(source, flow_id, item.line, item_spans(item))
            for listing in answers
            for item in listing.items
        ),
        first=_places(first, flow_id)[0] if first and _places(first, flow_id) else None,
        also=_places(ends["Also"], flow_id) if "Also" in ends else None,
        tell=_roles(ends["Tell"]) if "Tell" in ends else None,
        file=source.file,
        line=line,
    )


def _answer(source: Source, flow_id: str, line: int, spans: Spans) -> StoryAnswer:
    place = place_of(spans[0].link if spans else None, flow_id)
    if place is None:
        raise source.error(line, f"{plain(spans)!r} begins with no link to a question")
    words = plain(span for span in spans if span.link != spans[0].link)
    return StoryAnswer(place, words.lstrip().removeprefix(":").strip(), line)


def _name(spans: Spans) -> str:
    return spans[0].text.strip().rstrip(":") if spans and spans[0].strong else ""


def _places(spans: Spans, flow_id: str) -> tuple[NodeRef, ...]:
    found = (place_of(span.link, flow_id) for span in spans)
    return tuple(dict.fromkeys(place for place in found if place is not None))


def _roles(spans: Spans) -> tuple[str, ...]:
    return tuple(
        span.link.target for span in spans if span.link and span.link.kind is LinkKind.ROLE
    )
