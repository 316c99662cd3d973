"""YAML with the line of every key, every value as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value and the line of the key, from 1."""

    key: str
    value: Value
    line: int

    @property
    def text(self) -> str:
        """The value as text; empty for a list or a mapping."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[tuple[str, int], ...]:
        """The value as a list of texts with their lines; a text counts as one item."""
        if isinstance(self.value, str):
            return ((self.value, self.line),) if self.value else ()
        return tuple(item for item in self.value if isinstance(item, tuple))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The value as a mapping; empty for anything else."""
        if isinstance(self.value, str):
            return ()
        return tuple(entry for entry in self.value if isinstance(entry, Entry))


Value = str | tuple["Entry | tuple[str, int]", ...]


class BadYaml(Exception):
    """The text is not YAML that we read; says where and why."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


@lru_cache(maxsize=200)
def read_entries(text: str, first_line: int = 1) -> tuple[Entry, ...]:
    """The keys of the mapping that `text` is; raises BadYaml."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = mark.line if mark else 0
        raise BadYaml(first_line + line, _plainly(problem)) from None
    except yaml.YAMLError as problem:
        raise BadYaml(first_line, str(problem).partition("\n")[0]) from None
    if node is None:
        return ()
    if not isinstance(node, yaml.MappingNode):
        raise BadYaml(first_line, "expected lines such as 'title: Social media'")
    return tuple(_entries(node, first_line))


_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "the line has a colon too many, or the line above has none",
    ),
    ("could not find expected ':'", "a line has no colon"),
    (
        "found character '\\t'",
        "there is a tab at the beginning of the line, and only spaces count",
    ),
    ("cannot start any token", "a value begins with a sign such as @ or %"),
    ("undefined alias", "a value begins with the sign *"),
    ("unexpected end of stream", "a quotation mark or a bracket never ends"),
    ("expected ',' or", "a bracket never ends, or a comma is missing"),
    ("<block end>", "look at the spaces that the line begins with, and at its quotation marks"),
    ("<document start>", "look at the spaces that the lines begin with"),
    ("while scanning a quoted scalar", "a quotation mark never ends"),
    ("while parsing a flow", "a bracket never ends"),
)
"""What the library says, and what somebody who wrote the line can do something with."""


def _plainly(problem: yaml.MarkedYAMLError) -> str:
    said = f"{problem.problem or ''} {problem.context or ''}".strip()
    found = (plain for technical, plain in _IN_PLAIN_WORDS if technical in said)
    return next(found, said or "it is not written as lines of 'name: value'")


def _entries(node: yaml.MappingNode, first: int) -> Iterator[Entry]:
    for key, value in node.value:
        yield Entry(str(key.value), _value(value, first), first + key.start_mark.line)


def _value(node: yaml.Node, first: int) -> Value:
    if isinstance(node, yaml.MappingNode):
        return tuple(_entries(node, first))
    if isinstance(node, yaml.SequenceNode):
        return tuple((_flat(item), first + item.start_mark.line) for item in node.value)
    return str(node.value)


def _flat(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "\n".join(_flat(item) for item in node.value)
    return str(node.value)
