"""`handbook pack compare`: what a new pack says otherwise than an old one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from handbook.cli.content import open_content
from handbook.cli.flow_compare import kinds_of_changes
from handbook.cli.joined import Joined
from handbook.cli.options import json_option
from handbook.cli.pack_compare_shape import shape
from handbook.cli.printing import kind_words, say, say_json, say_title, some
from handbook.cli.whole_file import may_write, write_whole
from handbook.domain.changes import ChangeKind, ClauseChange, Passage, PolicyChange
from handbook.domain.confirm_advice import is_not_asked_again, questions_to_look_at
from handbook.domain.handbook_changes import (
    FlowChange,
    HandbookChanges,
    compare_handbooks,
    compare_questions,
)
from handbook.domain.word_changes import RunKind

REFUSED = 1
_AROUND = 40
"""So many letters of unchanged words are printed beside a change."""


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option(
    "--pdf",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Put the changes on pages, marked, in a PDF to write.",
)
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@json_option
@click.pass_obj
def compare(
    joined: Joined, old: Path, new: Path, file: Path | None, *, replace: bool, as_json: bool
) -> int:
    """Say what NEW says otherwise than OLD, clause by clause, and which answers end elsewhere.

    Both are packs or folders of content.
    """
    if file is not None and joined.write_changes is None:
        raise click.UsageError("Pages cannot be made here.")
    if file is not None and not may_write(file, replace=replace):
        return REFUSED
    before, after = open_content(old), open_content(new)
    changes = compare_handbooks(before, after).with_flows(compare_questions(before, after))
    if as_json:
        say_json(
            shape(
                changes.policies, [(f.was, f.now, f.paths) for f in changes.flows], changes.school
            )
        )
    elif file is None:
        _say(changes)
    if file is not None and joined.write_changes is not None:
        write_whole(file, joined.write_changes(changes, before, after, old.name, new.name))
        if not as_json:
            say(f"{file}: {some(len(changes.policies), 'policy', 'policies')} changed")
    return 0


def _say(changes: HandbookChanges) -> None:
    if changes.is_empty:
        say("Both say the same.")
    for policy in changes.policies:
        _say_policy(policy)
    for flow in changes.flows:
        _say_flow(flow)
    if changes.school:
        say_title("The school")
        for change in changes.school:
            about = f"{change.about}, " if change.about else ""
            say(f"{about}{_from_to(change.field, change.was, change.now)}", mark="- ")


def _say_policy(change: PolicyChange) -> None:
    say_title(change.policy.title)
    if change.was is None or change.now is None:
        say("New policy" if change.was is None else "No longer there", indent=2)
        return
    for field in change.fields:
        say(_from_to(field.field, field.was, field.now), indent=2)
    for clause in change.clauses:
        _say_clause(clause)
    if is_not_asked_again(change):
        version = f"The version is still {change.now.version}"
        say(
            f"{version}, so staff who confirmed it are not asked again. Give it another version "
            "if a rule changed.",
            indent=2,
            mark="! ",
        )
    for question in questions_to_look_at(change):
        words = f"“{question.text}” rests on a clause that changed: does its answer still hold?"
        say(words, indent=2, mark="! ")


def _say_clause(change: ClauseChange) -> None:
    passage = change.passage
    name = click.style(f"{passage.label} {passage.title}".strip(), bold=True)
    say(f"{name}: {'; '.join(_what(change))}  ({change.ref})", indent=2, mark="- ")
    if ChangeKind.REWORDED in change.kinds:
        say(_redline(change), indent=6)


def _what(change: ClauseChange) -> Iterator[str]:
    was, now, kinds = change.was, change.now, change.kinds
    if was is None or now is None:
        yield "new" if was is None else "no longer there"
        return
    if ChangeKind.MOVED in kinds:
        yield f"moved, was {_place(was)}"
    if ChangeKind.RULE in kinds:
        yield f"the rule was {_rules(was)}, is now {_rules(now)}"
    if ChangeKind.REWORDED in kinds:
        yield "reworded"
    if ChangeKind.FORM in kinds:
        yield "same words, but a link leads elsewhere or something looks otherwise"


def _place(was: Passage) -> str:
    return f"{was.label} in {was.section_title}" if was.section_title else "elsewhere"


def _rules(passage: Passage) -> str:
    return ", ".join(kind_words(kind) or "a quotation" for kind in passage.kinds) or "none"


def _redline(change: ClauseChange) -> str:
    marks = {RunKind.GONE: "[-{}-]", RunKind.NEW: "[+{}+]"}
    parts = []
    for run in change.runs:
        if run.kind is RunKind.SAME:
            parts.append(_shortened(run.text))
        else:
            parts.append(marks[run.kind].format(run.text))
    return " ".join("".join(parts).split())


def _shortened(text: str) -> str:
    if len(text) <= 2 * _AROUND:
        return text
    first, last = text[:_AROUND].rpartition(" ")[0], text[-_AROUND:].partition(" ")[2]
    return f"{first} … {last}"


def _say_flow(change: FlowChange) -> None:
    say_title(f"{change.flow.title} (questions)")
    if change.paths is None:
        say("New" if change.was is None else "No longer there", indent=2)
    elif not change.paths.changed:
        say(
            f"Words changed; none of {some(change.paths.paths, 'answer path')} ends elsewhere",
            indent=2,
        )
    else:
        found = change.paths
        ends = "ends" if len(found.changed) == 1 else "end"
        say(
            f"{len(found.changed):,} of {some(found.paths, 'answer path')} now {ends} elsewhere:",
            indent=2,
        )
        for words, paths in kinds_of_changes(found.changed, change.flow.id):
            say(f"{some(len(paths), 'path')}: {words}", indent=4, mark="- ")


def _from_to(field: str, was: str, now: str) -> str:
    return f"{field} was {was or 'empty'}, is now {now or 'empty'}"
