"""`handbook flow compare`: which answers end elsewhere in a new version of a flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from handbook.cli.options import json_option
from handbook.cli.printing import say, say_json, some
from handbook.domain.flow import NodeRef
from handbook.domain.flow_changes import Change, Comparison, End, PathAnswer, compare_flows

_SHOWN = 3
"""So many paths of one kind are listed; `--all` lists every one."""


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD.md")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW.md")
@click.option("--all", "every", is_flag=True, help="List every path, not three of each kind.")
@json_option
def compare(old: Path, new: Path, *, every: bool, as_json: bool) -> int:
    """Say which answers end elsewhere in a new version of a flow's file.

    Flows that a file leads to are read from its own folder, or else from the other file's.
    """
    from handbook.markup.drafts import flows_from

    name = _name(old, new)
    before, after = flows_from(old, name, new.parent), flows_from(new, name, old.parent)
    found = compare_flows(before, after, name)
    if as_json:
        say_json(comparison_shape(found, name))
    else:
        _say(found, name, every=every)
    return 0


def comparison_shape(found: Comparison, name: str) -> dict[str, Any]:
    """A comparison for programs; ends as `End.seen_from` words them, null for none."""
    return {
        "paths": found.paths,
        "changed": [
            {
                "path": [answer.choice for answer in change.path],
                "was": change.was.seen_from(name) if change.was else None,
                "now": change.now.seen_from(name) if change.now else None,
            }
            for change in found.changed
        ],
    }


def _name(old: Path, new: Path) -> str:
    """What both files are called to each other and to the flows beside them.

    Of two names it is the one that other flows lead to, else the old one.
    """
    from handbook.markup.drafts import leads_to

    if old.stem != new.stem and not leads_to(old, old.stem) and leads_to(new, new.stem):
        return new.stem
    return old.stem


def _say(found: Comparison, name: str, *, every: bool) -> None:
    if not found.changed:
        say(f"None of {some(found.paths, 'answer path')} ends elsewhere.")
        return
    ends = "ends" if len(found.changed) == 1 else "end"
    say(f"{len(found.changed):,} of {some(found.paths, 'answer path')} now {ends} elsewhere.")
    for words, changes in kinds_of_changes(found.changed, name):
        click.echo()
        say(click.style(f"{some(len(changes), 'path')}: {words}", bold=True))
        _say_kind(changes, name, every=every)


def _say_kind(changes: Sequence[Change], name: str, *, every: bool) -> None:
    shared = _shared(changes)
    if shared and len(changes) > 1 and changes[0].parting is None:
        said = " · ".join(f"{answer.question} {answer.choice}" for answer in shared)
        say(f"All of them answer: {said}", indent=2)
    shown = changes if every else changes[:_SHOWN]
    for change in shown:
        say(" › ".join(answer.choice for answer in change.path), indent=2, mark="- ")
        say(click.style(_ends(change, name), dim=True), indent=4)
    if len(changes) > len(shown):
        say(f"and {len(changes) - len(shown):,} more: --all lists every one", indent=2)


def _ends(change: Change, name: str) -> str:
    was = f"was: {change.was.seen_from(name)}" if change.was else ""
    now = f"now: {change.now.seen_from(name)}" if change.now else ""
    return "\n".join(filter(None, (was, now)))


def kinds_of_changes(changes: Sequence[Change], name: str) -> list[tuple[str, list[Change]]]:
    """The changes by what changed, the most frequent first."""
    kinds: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        kinds[difference(change, name)].append(change)
    return sorted(kinds.items(), key=lambda kind: -len(kind[1]))


def difference(change: Change, name: str) -> str:
    """What changed in a path, without what stayed as it was."""
    if change.was and change.now:
        return "; ".join(_differences(change.was, change.now, name))
    what = "gone" if change.was else "new"
    if (at := change.parting) is None:
        return what
    return f"{what}, from the answer “{at.choice}” to “{at.question}” on"


def _differences(was: End, now: End, name: str) -> Iterator[str]:
    if (was.first, was.stop) != (now.first, now.stop):
        ends = (End(end.first, stop=end.stop).seen_from(name) for end in (was, now))
        yield "first was {}, is now {}".format(*ends)
    if lost := [ref for ref in was.also if ref not in (*now.also, now.first)]:
        yield f"no longer also {_list(lost, name)}"
    if added := [ref for ref in now.also if ref not in (*was.also, was.first)]:
        yield f"now also {_list(added, name)}"
    if was.also != now.also and set(was.also) == set(now.also):
        yield "what is also to be done stands in another order"
    if safe := [role for role in now.subjects if role not in was.subjects]:
        yield f"now not told: {', '.join(safe)}"
    if told := [role for role in was.subjects if role not in now.subjects]:
        yield f"may be told again: {', '.join(told)}"


def _list(refs: Sequence[NodeRef], name: str) -> str:
    return ", ".join(ref.seen_from(name) for ref in refs)


def _shared(changes: Sequence[Change]) -> list[PathAnswer]:
    """The answers that all these paths have in common."""
    shared = set(changes[0].path).intersection(*(change.path for change in changes))
    return [answer for answer in changes[0].path if answer in shared]
