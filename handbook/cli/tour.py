"""`handbook tour`: what the program does, where there is no screen to show it on."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from handbook.cli.content import open_content
from handbook.cli.flow_text import say_step
from handbook.cli.options import content_option
from handbook.cli.printing import say, say_title
from handbook.cli.search import find, say_results
from handbook.domain.flow import Flow
from handbook.domain.library import Library

SAMPLE = "a pupil sent me a friend request"
_SHOWN = 3
_QUESTIONS = 2


@click.command("tour")
@click.argument("question", nargs=-1)
@content_option
def tour(question: tuple[str, ...], content: Path | None) -> int:
    """Answer a question, and show how the wizard begins."""
    library = open_content(content)
    asked = " ".join(question) or next(iter(library.asked_often), SAMPLE)
    _answer(library, asked)
    flow = _concern(library)
    if flow is not None:
        _begin(flow, library)
    _how_to_go_on(flow, library)
    return 0


def _answer(library: Library, asked: str) -> None:
    say_title(f"You ask: “{asked}”")
    say_results(find(asked, library), library.school, _SHOWN)


def _concern(library: Library) -> Flow | None:
    flows = library.flows.by_id
    return flows.get("concern") or next(iter(flows.values()), None)


def _begin(flow: Flow, library: Library) -> None:
    say_title(f"The wizard: {flow.title}")
    for step in islice(flow.steps, _QUESTIONS):
        say_step(step, library.school)


def _how_to_go_on(flow: Flow | None, library: Library) -> None:
    say_title("Go on")
    say("handbook search YOUR WORDS     finds the rule", indent=2)
    if flow is not None:
        say(f"handbook flow walk {flow.id}      asks you one question at a time", indent=2)
    for policy in library.policies[:1]:
        say(f"handbook show {policy.id}      shows a whole policy", indent=2)
    say("handbook --help                 names every command", indent=2)
