"""`handbook search`: the clauses, places of the wizard and people that answer a question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook import locations
from handbook.cli.content import open_content
from handbook.cli.flow_text import who
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import kind_words, say, say_json
from handbook.domain.library import Library
from handbook.domain.school import School

if TYPE_CHECKING:
    from handbook.search.searcher import Hit, Results

_FOUND = 20
_SHOWN = 5


@click.command("search", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 200), help="At most so many clauses.")
@content_option
@json_option
def search(
    words: tuple[str, ...], limit: int | None, content: Path | None, *, as_json: bool
) -> int:
    """Find the clauses that answer a question, in your own words."""
    library = open_content(content)
    results = find(" ".join(words), library, limit or _FOUND)
    if as_json:
        say_json(shape(results))
    else:
        say_results(results, library.school, limit or _SHOWN)
    return 0 if results.hits or results.flows or results.people else 1


def find(query: str, library: Library, limit: int = _FOUND) -> Results:
    """What a search of the content brings."""
    from handbook.search.searcher import open_searcher

    return open_searcher(library, locations.cache()).search(query, limit)


def shape(results: Results) -> dict[str, Any]:
    """The results for programs."""
    return {
        "query": results.query,
        "corrected": results.corrected,
        "took_ms": round(results.took_ms, 3),
        "hits": [_hit_shape(hit) for hit in results.hits],
        "flows": [
            {"flow": hit.ref.flow, "step": hit.ref.id, "title": hit.title} for hit in results.flows
        ],
        "people": [{"role": hit.role, "title": hit.title} for hit in results.people],
    }


def _hit_shape(hit: Hit) -> dict[str, Any]:
    return {
        "policy": hit.ref.policy,
        "clause": hit.ref.clause,
        "label": hit.label,
        "path": list(hit.path),
        "title": hit.title,
        "text": hit.text,
        "rule": hit.rule.value if hit.rule else None,
        "score": round(hit.score, 4),
    }


def say_results(results: Results, school: School, shown: int) -> None:
    """Print the results for people."""
    if results.corrected:
        say(f"Showing {results.corrected!r}.")
    for person in results.people:
        say(who(school.contact(person.role)), mark="› ")
    for hit in results.hits[:shown]:
        _say_hit(hit)
    if results.flows:
        click.echo()
        say("The wizard can take you through it:")
        # From the first question: those before the one that was found keep people safe.
        for flow, title in dict.fromkeys((p.ref.flow, p.flow_title) for p in results.flows):
            say(f"{title}: handbook flow walk {flow}", indent=2, mark="› ")
    if not (results.hits or results.flows or results.people):
        say("Nothing found. Try other words, or fewer; or ask: handbook flow walk concern")
    elif results.hits:
        click.echo()
        say(f"Read one whole: handbook show {results.hits[0].ref}")


def _say_hit(hit: Hit) -> None:
    click.echo()
    kind = kind_words(hit.rule)
    name = click.style(f"{hit.policy_title} {hit.label}  {hit.title}", bold=True)
    say(f"{name}  {kind}".rstrip())
    say(hit.excerpt, indent=2)
    say(click.style(str(hit.ref), dim=True), indent=2)
