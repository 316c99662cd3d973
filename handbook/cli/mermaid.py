"""A flow as a Mermaid diagram."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.domain.flow import Flow, NodeRef, Outcome


def mermaid(flow: Flow) -> str:
    """The text of a diagram: questions as diamonds, outcomes as rounded boxes."""
    return "\n".join(("flowchart TD", *_lines(flow)))


def _lines(flow: Flow) -> Iterator[str]:
    names = {NodeRef(flow.id, node.id): f"n{n}" for n, node in enumerate(flow.nodes)}
    for node in flow.nodes:
        name = names[NodeRef(flow.id, node.id)]
        if isinstance(node, Outcome):
            yield f'    {name}(["{_quoted(node.title)}"])'
        else:
            yield f'    {name}{{"{_quoted(node.question)}"}}'
    for start, arrow, words, to in _arrows(flow):
        if to not in names:
            names[to] = f"x{len(names)}"
            yield f'    {names[to]}[["{_quoted(str(to))}"]]'
        yield f'    {names[start]} {arrow}|"{_quoted(words)}"| {names[to]}'


def _arrows(flow: Flow) -> Iterator[tuple[NodeRef, str, str, NodeRef]]:
    for step in flow.steps:
        start = NodeRef(flow.id, step.id)
        for choice in step.choices:
            yield start, "-->", choice.text, choice.to
            for ref in choice.also:
                yield start, "-.->", f"and also: {choice.text}", ref
    for outcome in flow.outcomes:
        for ref in outcome.go_on:
            yield NodeRef(flow.id, outcome.id), "==>", "go on", ref


def _quoted(text: str) -> str:
    """A text as it stands between quotes: what Mermaid would read as its own is spelled out."""
    spelled = text.translate(_SPELLED)
    # Mermaid takes "style", a colon and "#" without a space between for a colour, and cuts it.
    return re.sub(r":(?=\S*#)", "#58;", " ".join(spelled.split()))


_SPELLED = str.maketrans(
    {"#": "#35;", '"': "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;", "`": "#96;"}
)
"""Mermaid's own way to write a letter that has a meaning in its text or in HTML."""
