"""`handbook flow`: the decision flows, listed, shown, walked, drawn, compared and tried."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.content import open_content
from handbook.cli.flow_compare import compare
from handbook.cli.flow_shapes import flow_shape, walk_shape
from handbook.cli.flow_text import say_flow, say_journey
from handbook.cli.flow_try import try_flow
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import say, say_json, some
from handbook.domain.errors import ChoiceNotOffered
from handbook.domain.flow import Flow, Flows, NodeRef, Step
from handbook.domain.journey import Journey


@click.group("flow")
def flow() -> None:
    """The wizard's flows: list, show, walk, draw, compare, try."""


flow.add_command(compare)
flow.add_command(try_flow)


@flow.command("list")
@content_option
@json_option
def list_flows(content: Path | None, *, as_json: bool) -> int:
    """List the flows."""
    flows = open_content(content).flows
    if as_json:
        say_json([{"id": each.id, "title": each.title} for each in flows])
    else:
        for each in flows:
            say(f"{click.style(each.title, bold=True)}  ({each.id})")
            say(_counted(each, flows), indent=2)
    return 0 if flows.by_id else 1


@flow.command("show")
@click.argument("name")
@content_option
@json_option
def show_flow(name: str, content: Path | None, *, as_json: bool) -> int:
    """Show the questions and outcomes of a flow."""
    library = open_content(content)
    shown = library.flows.flow(name)
    if as_json:
        say_json(flow_shape(shown, library.school))
    else:
        say_flow(shown)
    return 0


@flow.command("walk")
@click.argument("name")
@click.argument("numbers", nargs=-1, type=int)
@content_option
@json_option
def walk(name: str, numbers: tuple[int, ...], content: Path | None, *, as_json: bool) -> int:
    """Walk a flow by the numbers of choices, from 1, and see where it leads."""
    library = open_content(content)
    journey = Journey(library.flows, place_named(library.flows, name))
    for number in numbers:
        journey = _onward(journey, number)
    if as_json:
        say_json(walk_shape(journey, library.school))
    else:
        say_journey(journey, library.school, f"handbook flow walk {name}", numbers)
    return 0


@flow.command("draw")
@click.argument("name", metavar="NAME|FILE.md")
@content_option
def draw(name: str, content: Path | None) -> int:
    """Print a flow, or a draft's file, as a Mermaid diagram."""
    from handbook.cli.mermaid import mermaid
    from handbook.markup.drafts import flows_from

    path = Path(name)
    if path.suffix == ".md":
        drawn = flows_from(path).flow(path.stem)
    else:
        drawn = open_content(content).flows.flow(name)
    click.echo(mermaid(drawn))
    return 0


def _counted(counted: Flow, flows: Flows) -> str:
    from handbook.lint.flows.graph import Graph

    graph = Graph(flows)
    parts = [
        some(sum(1 for _ in counted.steps), "question"),
        some(sum(1 for _ in counted.outcomes), "outcome"),
    ]
    if not graph.rings:
        parts.append(f"{some(graph.paths(counted.start), 'path')} from the first question on")
    return ", ".join(parts)


def place_named(flows: Flows, name: str) -> NodeRef:
    """The place that `concern` or `concern#who` names; raises NotFound."""
    flow_id, _, place = name.partition("#")
    return flows.resolve(flow_id, place)


def _onward(journey: Journey, number: int) -> Journey:
    here = journey.position
    if isinstance(here, Step):
        return journey.answer_number(number)
    if not 1 <= number <= len(here.go_on):
        raise ChoiceNotOffered(f"{journey.place} is an outcome: there is no choice {number} here")
    return journey.go_on(here.go_on[number - 1])
