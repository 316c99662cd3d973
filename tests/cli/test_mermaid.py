"""A flow as a diagram: every line has its words, whatever stands in them."""

from __future__ import annotations

import html
import re

import pytest

from handbook.cli.mermaid import mermaid
from handbook.domain.flow import Choice, Flow, NodeRef, Outcome, Step
from tests.domain.flows import FLOWS

_ARROW = re.compile(r'    (n\d+) (-->|-\.->|==>)\|"([^"]+)"\| ([nx]\d+)')
_NODE = re.compile(r'    ([nx]\d+)(?:\{"([^"]*)"\}|\(\["([^"]*)"\]\)|\[\["([^"]*)"\]\])')


def shown(label: str) -> str:
    """A label as Mermaid shows it: `#quot;` and `#35;` are letters of HTML."""
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", re.sub(r"#([a-z]+);", r"&\1;", label)))


@pytest.mark.parametrize("flow", tuple(FLOWS), ids=lambda flow: flow.id)
def test_every_line_of_a_diagram_is_a_node_or_an_arrow_with_words(flow: Flow) -> None:
    head, *lines = mermaid(flow).splitlines()

    assert head == "flowchart TD"
    assert all(_NODE.fullmatch(line) or _ARROW.fullmatch(line) for line in lines)


def test_every_answer_is_an_arrow_between_two_nodes_that_are_drawn() -> None:
    flow = FLOWS.flow("money")
    lines = mermaid(flow).splitlines()
    nodes = {match[1] for line in lines if (match := _NODE.fullmatch(line))}
    arrows = [match for line in lines if (match := _ARROW.fullmatch(line))]

    leading = sum(1 + len(choice.also) for step in flow.steps for choice in step.choices)
    assert len(arrows) == leading + sum(len(outcome.go_on) for outcome in flow.outcomes)
    assert leading >= 8
    assert all({arrow[1], arrow[4]} <= nodes for arrow in arrows)


@pytest.mark.parametrize(
    "words",
    [
        'They said "no" [twice] {at least} (see 4.2): why?',
        "Room #7; C# & <b>bold</b>",
        "`code` #quot; &lt; #35;",
        "Its style:#red;",
        "A line | and a bar -->|x| n1",
        "end",
    ],
)
def test_words_survive_whatever_stands_in_them(words: str) -> None:
    step = Step("a", words, (), (Choice(words, NodeRef("trial", "b")),), 1)
    flow = Flow("trial", "Trial", "flows/trial.md", (step, Outcome("b", words, ())))
    question, outcome, arrow = mermaid(flow).splitlines()[1:]

    for line, found in ((question, 2), (outcome, 3)):
        match = _NODE.fullmatch(line)
        assert match is not None
        assert shown(match[found]) == words
    label = _ARROW.fullmatch(arrow)
    assert label is not None
    assert shown(label[3]) == words
    assert not re.search(r"style.*:\S*#.*;", question), "Mermaid would cut its last semicolon"
