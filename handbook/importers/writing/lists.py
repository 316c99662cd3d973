"""Lists of a draft: bullets, and numbers where they count up by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.importers.form import Para, Role
from handbook.importers.writing.escaping import at_start, inline

_PLAIN_NUMBER = re.compile(r"(\d{1,6})\.")
STEP = "    "


@dataclass
class _Node:
    para: Para
    under: list[Para | _Node] = field(default_factory=list)


def list_lines(paras: list[Para], notes: dict[str, int]) -> list[str]:
    """The lines of items, and of what goes on under them, that follow each other."""
    return list(_lines(_tree(paras), notes, ""))


def _tree(paras: list[Para]) -> list[Para | _Node]:
    top: list[Para | _Node] = []
    path: list[_Node] = []
    for para in paras:
        depth = max(1, min(para.depth, len(path) + (para.role is Role.ITEM)))
        if para.role is Role.ITEM:
            path = path[: depth - 1]
            node = _Node(para)
            (path[-1].under if path else top).append(node)
            path.append(node)
        elif path:
            path = path[:depth]
            path[-1].under.append(para)
        else:
            top.append(para)
    return top


def _lines(nodes: list[Para | _Node], notes: dict[str, int], indent: str) -> Iterator[str]:
    for place, group in enumerate(_grouped(nodes)):
        if place:
            yield ""
        yield from _group_lines(group, notes, indent)


def _grouped(nodes: list[Para | _Node]) -> Iterator[list[Para | _Node]]:
    """Bullets and numbers apart: in one list Markdown takes them for one kind."""
    group: list[Para | _Node] = []
    kind = False
    for node in nodes:
        if isinstance(node, _Node):
            own = bool(_PLAIN_NUMBER.fullmatch(node.para.label))
            if group and own != kind:
                yield group
                group = []
            kind = own
        group.append(node)
    if group:
        yield group


def _group_lines(nodes: list[Para | _Node], notes: dict[str, int], indent: str) -> Iterator[str]:
    numbered = _counts_up([node for node in nodes if isinstance(node, _Node)])
    loose = False
    for node in nodes:
        if isinstance(node, Para):
            yield ""
            yield from _wrapped(at_start(inline(node.runs, notes)), indent, indent)
            loose = True
            continue
        if loose:
            yield ""
        loose = any(isinstance(child, Para) for child in node.under)
        yield from _item_lines(node.para, notes, indent, numbered=numbered)
        yield from _lines(node.under, notes, indent + STEP)


def _item_lines(
    para: Para, notes: dict[str, int], indent: str, *, numbered: bool
) -> Iterator[str]:
    words = inline(para.runs, notes)
    if numbered:
        yield from _wrapped(at_start(words), f"{indent}{para.label} ", indent + STEP)
    else:
        marked = f"{para.label} {words}".strip()
        yield from _wrapped(at_start(marked), f"{indent}- ", indent + STEP)


def _wrapped(words: str, first: str, rest: str) -> Iterator[str]:
    """A text with forced line breaks, which Markdown writes as two spaces at a line's end."""
    lines = [line.strip() for line in words.split("\n") if line.strip()] or [""]
    for number, line in enumerate(lines):
        lead = first if number == 0 else rest
        body = line if number == 0 else at_start(line)
        yield f"{lead}{body}{'  ' if number < len(lines) - 1 else ''}".rstrip("\t")


def _counts_up(nodes: list[_Node]) -> bool:
    """True where every item has a plain number, one more than the item before it."""
    found = [_PLAIN_NUMBER.fullmatch(node.para.label) for node in nodes]
    numbers = [int(match[1]) for match in found if match]
    if not nodes or len(numbers) != len(nodes):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
