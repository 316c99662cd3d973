"""Where the questions and outcomes of a flow stand in its picture: plain figures, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.domain.errors import NotFound
from handbook.domain.flow import Flow, Flows, NodeRef, Outcome, Step

STEP, OUTCOME = 300, 240
"""Widths of boxes, in the picture's own pixels."""
TITLE, ROW, PAD = 46, 26, 10
"""Heights of a title in two lines, of an answer's row, and the room around."""
GAP_X, GAP_Y, MARGIN = 130, 26, 30


@dataclass(frozen=True, slots=True)
class Box:
    """A question, an outcome, or a place of another flow."""

    key: str
    title: str
    line: int
    last: int
    """The last line of its text; with `line` 0 for another flow's."""
    is_step: bool
    x: float
    y: float
    width: float
    height: float
    answers: tuple[str, ...] = ()
    is_reached: bool = True
    is_start: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """From an answer to where it leads."""

    start: str
    row: int
    end: str
    is_also: bool = False
    """What the answer adds, and does not lead to."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything in its place."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float

    def box(self, key: str) -> Box | None:
        """A box by its key."""
        return next((box for box in self.boxes if box.key == key), None)

    def at_line(self, line: int) -> Box | None:
        """The box whose text a line belongs to."""
        return next((box for box in self.boxes if box.line <= line <= box.last and box.line), None)


def picture_of(flow: Flow, flows: Flows) -> Picture:
    """Lay a flow out in columns by the longest way from its start."""
    lines = tuple(_lines(flow))
    keys = [node.id for node in flow.nodes]
    beyond = list(dict.fromkeys(line.end for line in lines if line.end not in keys))
    leads: dict[str, list[str]] = {key: [] for key in (*keys, *beyond)}
    for line in lines:
        leads[line.start].append(line.end)
    start = flow.nodes[0].id if flow.nodes else ""
    column = _columns(start, leads)
    reached = set(column)
    last_column = max(column.values(), default=0)
    for key in (*keys, *beyond):
        column.setdefault(key, 0)
    for node in flow.nodes:
        if isinstance(node, Outcome) and node.id in reached:
            column[node.id] = max(column[node.id], 1)
    order = _ordered([*keys, *beyond], column, lines, last_column)
    return _placed(flow, flows, order, lines, reached | set(beyond), start)


def _lines(flow: Flow) -> Iterator[Line]:
    for node in flow.nodes:
        if isinstance(node, Step):
            for row, choice in enumerate(node.choices):
                yield Line(node.id, row, _key(choice.to, flow))
                yield from (
                    Line(node.id, row, _key(ref, flow), is_also=True) for ref in choice.also
                )
        else:
            yield from (Line(node.id, -1, _key(ref, flow)) for ref in node.go_on)


def _key(ref: NodeRef, flow: Flow) -> str:
    return ref.id if ref.flow == flow.id else str(ref)


def _columns(start: str, leads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The longest distance from the start; a way back, which lint names, counts for nothing."""
    order, back = _walk(start, leads) if start else ([], set())
    column = dict.fromkeys(order, 0)
    for here in reversed(order):
        for then in leads[here]:
            if (here, then) not in back:
                column[then] = max(column[then], column[here] + 1)
    return column


def _walk(
    start: str, leads: Mapping[str, Sequence[str]]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Everything that is reached, the last first, and the ways that lead back."""
    order: list[str] = []
    back: set[tuple[str, str]] = set()
    is_done = {start: False}
    stack = [(start, iter(leads[start]))]
    while stack:
        here, rest = stack[-1]
        then = next(rest, None)
        if then is None:
            is_done[here] = True
            order.append(here)
            stack.pop()
        elif then not in is_done:
            is_done[then] = False
            stack.append((then, iter(leads[then])))
        elif not is_done[then]:
            back.add((here, then))
    return order, back


def _ordered(
    keys: Sequence[str], column: Mapping[str, int], lines: Sequence[Line], last: int
) -> list[list[str]]:
    """The keys of each column, near to what leads to them."""
    columns: list[list[str]] = [[] for _ in range(last + 1)]
    for key in keys:
        columns[min(column[key], last)].append(key)
    before: dict[str, list[tuple[str, int]]] = {}
    for line in lines:
        before.setdefault(line.end, []).append((line.start, line.row))
    place = {key: float(at) for found in columns for at, key in enumerate(found)}
    for _ in range(4):
        for found in columns[1:]:
            wish = {key: _middle(before.get(key, ()), place, place[key]) for key in found}
            found.sort(key=lambda key: wish[key])
            place.update({key: float(at) for at, key in enumerate(found)})
    return columns


def _middle(
    leading: Sequence[tuple[str, int]], place: Mapping[str, float], otherwise: float
) -> float:
    if not leading:
        return otherwise
    return sum(place[key] + row / 10 for key, row in leading) / len(leading)


def _placed(
    flow: Flow,
    flows: Flows,
    order: Sequence[Sequence[str]],
    lines: tuple[Line, ...],
    reached: set[str],
    start: str,
) -> Picture:
    nodes = {node.id: node for node in flow.nodes}
    ends = {
        node.id: later.line - 1 for node, later in zip(flow.nodes, flow.nodes[1:], strict=False)
    }
    boxes: list[Box] = []
    x = float(MARGIN)
    for keys in order:
        y, widest = float(MARGIN), 0.0
        for key in keys:
            node = nodes.get(key)
            answers = tuple(c.text for c in node.choices) if isinstance(node, Step) else ()
            width = float(STEP if isinstance(node, Step) else OUTCOME)
            height = float(TITLE + 2 * PAD + ROW * len(answers))
            title = _title(node) if node is not None else _beyond(key, flows)
            line = node.line if node is not None else 0
            boxes.append(
                Box(key, title, line, ends.get(key, 10**9) if line else 0,
                    isinstance(node, Step), x, y, width, height, answers,
                    is_reached=key in reached, is_start=key == start)
            )  # fmt: skip
            y += height + GAP_Y
            widest = max(widest, width)
        x += (widest + GAP_X) if keys else 0
    right = max((box.x + box.width for box in boxes), default=0.0)
    bottom = max((box.y + box.height for box in boxes), default=0.0)
    return Picture(tuple(boxes), lines, right + MARGIN, bottom + MARGIN)


def _title(node: Step | Outcome) -> str:
    return node.question if isinstance(node, Step) else node.title


def _beyond(key: str, flows: Flows) -> str:
    """The title of a place in another flow; its link where there is no such place."""
    flow_id, _, node_id = key.partition("#")
    try:
        flow = flows.flow(flow_id)
        node = flows.node(flows.resolve(flow_id, node_id))
    except NotFound:
        return f"{key} (there is no such place)"
    return f"{flow.title}: {_title(node)}"
