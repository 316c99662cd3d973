"""`handbook self-check`: whether this installation can do all that it is for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from handbook import __version__, locations
from handbook.cli import trials
from handbook.cli.content import folder_of
from handbook.cli.joined import Joined, WritePdf
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import say, say_json, some
from handbook.cli.trials import Amiss
from handbook.domain.errors import HandbookError
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.state.managed import Managed, read_managed

_OPENS_CONNECTIONS = ("socket", "ssl", "http", "urllib.request", "PySide6.QtNetwork")
_FEWEST_FONTS = 2


@click.command("self-check")
@content_option
@click.option(
    "--editor", "wants_editor", is_flag=True, help="Something is wrong without the editor's part."
)
@json_option
@click.pass_obj
def self_check(joined: Joined, content: Path | None, *, wants_editor: bool, as_json: bool) -> int:
    """Try everything once, from a search to a printed page, and say what is amiss; for IT."""
    report = examine(content, joined.write_pdf, wants_editor=wants_editor)
    if as_json:
        say_json(report)
    else:
        for key in ("version", "content", "policy", "index", "fonts", "editor", "network"):
            say(f"{key:8} {report[key]}")
        for problem in report["problems"]:
            say(problem, mark="- ")
        say("All is in order." if report["ok"] else "Something is wrong.")
    return 0 if report["ok"] else 1


def examine(
    content: Path | None, write_pdf: WritePdf | None = None, *, wants_editor: bool = False
) -> dict[str, Any]:
    """What was tried, and what did not work."""
    problems: list[str] = []
    library = _tried(problems, "content", lambda: _library(content))
    found = _tried(problems, "index", lambda: _index(library)) if library else None
    if library:
        _tried(problems, "text", lambda: _text(library))
        _tried(problems, "flow", lambda: _flow(library))
        _tried(problems, "print", lambda: trials.printed(library, write_pdf))
        problems += [f"content: {item}" for item in library.unreadable]
    fonts = _tried(problems, "fonts", _fonts)
    for name, trial in (
        ("word file", trials.word_file),
        ("packs", trials.pack),
        ("installed pack", trials.shelf),
    ):
        _tried(problems, name, trial)
    frozen = locations.root() if locations.is_frozen() else None
    if frozen:
        _tried(problems, "parts", lambda: trials.whole(frozen))
    editor = _tried(
        problems, "editor's part", lambda: trials.editors_part(frozen, wanted=wants_editor)
    )
    managed = read_managed()
    problems += [f"policy: {item}" for item in managed.problems]
    network = _tried(problems, "network", _network)
    return {
        "ok": not problems,
        "version": __version__,
        "content": _counted(library) if library else "cannot be opened",
        "policy": _policy(managed),
        "index": found or "cannot be searched",
        "fonts": fonts or "missing",
        "editor": editor or "not in order",
        "network": network or "could be opened",
        "problems": problems,
    }


def _tried(problems: list[str], name: str, trial: Callable[[], Any]) -> Any:
    try:
        return trial()
    except (HandbookError, Amiss, OSError, ImportError, ValueError) as problem:
        problems.append(f"{name}: {problem}")
        return None


def _library(content: Path | None) -> Library:
    from handbook.markup.library import read_library

    return read_library(folder_of(content))


def _counted(library: Library) -> str:
    clauses = sum(1 for policy in library.policies for _ in policy.clauses)
    return ", ".join(
        (
            some(len(library.policies), "policy", "policies"),
            some(clauses, "clause"),
            some(len(library.flows.by_id), "flow"),
        )
    )


def _policy(managed: Managed) -> str:
    """Which machine policy applies; which settings it makes, not what they are."""
    if not managed.source:
        return "none"
    return f"{managed.source}: {', '.join(managed.set_names) or 'nothing that holds'}"


def _index(library: Library) -> str:
    from handbook.search.searcher import open_searcher

    clause = next((c for policy in library.policies for c in policy.clauses), None)
    if clause is None:
        raise Amiss("there is no clause to search for")
    with TemporaryDirectory() as folder:
        for cache in (Path(folder), locations.cache()):
            if not open_searcher(library, cache).search(clause.title).hits:
                raise Amiss(f"the clause {clause.title!r} is not found by its own title")
    return "ok"


def _text(library: Library) -> None:
    from handbook.markup.plain import policy_text

    for policy in library.policies:
        if policy.title not in policy_text(policy, library.school):
            raise Amiss(f"{policy.title} cannot be shown")


def _flow(library: Library) -> None:
    for flow in library.flows:
        journey = Journey(library.flows, flow.start)
        while not journey.is_over:
            journey = journey.answer_number(1)
    if not library.flows.by_id:
        raise Amiss("there is no flow")


def _fonts() -> str:
    found = list((locations.resources() / "fonts").glob("*.ttf"))
    if len(found) < _FEWEST_FONTS or not all(font.stat().st_size for font in found):
        raise Amiss(f"{len(found)} typefaces in {locations.resources() / 'fonts'}")
    return "ok"


def _network() -> str:
    loaded = [name for name in _OPENS_CONNECTIONS if name in sys.modules]
    if loaded:
        raise Amiss(f"loaded, and able to open connections: {', '.join(loaded)}")
    return "none"
