"""A flow as nested text: each question, its answers, and where they lead. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.app.desk.flow.layout import Picture
from handbook.domain.flow import Flow, Step


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A line of the list."""

    words: str
    line: int
    level: int = 0
    problems: int = 0


def rows_of(flow: Flow, picture: Picture, problems: dict[int, bool]) -> tuple[FlowRow, ...]:
    """The list of a flow, in the order of its file."""
    return tuple(_rows(flow, picture, problems))


def _rows(flow: Flow, picture: Picture, problems: dict[int, bool]) -> Iterator[FlowRow]:
    titles = {box.key: box.title for box in picture.boxes}
    for node in flow.nodes:
        box = picture.box(node.id)
        wrong = sum(box.line <= line <= box.last for line in problems) if box is not None else 0
        unreached = "" if box is None or box.is_reached else ". No answer leads here"
        if not isinstance(node, Step):
            yield FlowRow(f"Outcome: {node.title}{unreached}", node.line, problems=wrong)
            continue
        yield FlowRow(f"Question: {node.question}{unreached}", node.line, problems=wrong)
        for choice in node.choices:
            leads = [_title(titles, str(choice.to), choice.to.id)]
            leads += [f"also {_title(titles, str(ref), ref.id)}" for ref in choice.also]
            words = f"{choice.text}: leads to {' and '.join(leads)}"
            yield FlowRow(words, choice.line or node.line, level=1)


def _title(titles: dict[str, str], whole: str, own: str) -> str:
    return f"“{titles.get(own) or titles.get(whole) or whole}”"
