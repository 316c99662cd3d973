"""Two versions of a policy side by side, clause by clause.

A clause is known by its id, which never changes: so a clause that was moved and reworded is
still the same clause. What its number says is no change, since a new clause shifts all numbers
after it; neither is the line that it stands in.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from handbook.domain.blocks import Block, Callout, all_blocks, block_texts
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.policy import Policy
from handbook.domain.rule import RuleKind
from handbook.domain.word_changes import Run, word_changes

FOOTNOTES = "footnotes"


class ChangeKind(StrEnum):
    """What became of a clause; several may be true of one."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """It stands in another section, or elsewhere in its section."""
    RULE = "rule"
    """It asks something else of the reader: you may became you must not."""
    REWORDED = "reworded"
    FORM = "form"
    """The words are the same, but not where a link leads, or what is in bold or a list."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause as one version has it; or the words before a policy's or section's first clause.

    The id of a policy's own words is empty; those of its footnotes have FOOTNOTES.
    """

    id: str
    title: str
    label: str
    section: str
    """The id of the section that it stands in."""
    section_title: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All its words, the title in the first line."""
        return "\n".join((self.title, *block_texts(self.blocks)))

    @property
    def kinds(self) -> tuple[RuleKind | None, ...]:
        """The kinds of its callouts, one after the other."""
        return tuple(block.kind for block in all_blocks(self.blocks) if isinstance(block, Callout))


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause that differs between two versions."""

    ref: ClauseRef
    was: Passage | None
    """None where only the new version has it."""
    now: Passage | None
    """None where only the old version has it."""
    kinds: frozenset[ChangeKind]

    @property
    def passage(self) -> Passage:
        """The clause as it is now; as it was, where it is gone."""
        return next(side for side in (self.now, self.was) if side is not None)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words of both versions as one text: what stayed, what went, what came."""
        return word_changes(self.was.text if self.was else "", self.now.text if self.now else "")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs, both values as words; empty where there is none."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A policy that differs between two versions of a handbook."""

    was: Policy | None
    now: Policy | None
    fields: tuple[FieldChange, ...]
    """What its front matter says otherwise."""
    clauses: tuple[ClauseChange, ...]
    """In the order of the new version, each that is gone after the one before it."""

    @property
    def policy(self) -> Policy:
        """The policy as it is now; as it was, where it is gone."""
        return next(side for side in (self.now, self.was) if side is not None)

    @property
    def why(self) -> str:
        """Why it changed, as its editor says; empty where that was said of an older version."""
        if self.was is None or self.now is None or self.now.why_changed == self.was.why_changed:
            return ""
        return self.now.why_changed


_FIELDS = (
    "title", "version", "owner", "approved", "approved_by", "review", "law_as_of", "applies_to",
    "confirm", "collection", "summary",
)  # fmt: skip


def compare_policies(old: Sequence[Policy], new: Sequence[Policy]) -> tuple[PolicyChange, ...]:
    """The policies that differ, by their ids, in the order of the new ones, then those gone."""
    before, after = {p.id: p for p in old}, {p.id: p for p in new}
    compared = (
        compare_policy(before.get(policy_id), after.get(policy_id))
        for policy_id in dict.fromkeys((*after, *before))
    )
    return tuple(each for each in compared if each is not None)


def compare_policy(was: Policy | None, now: Policy | None) -> PolicyChange | None:
    """What differs between two versions of one policy; None where nothing does."""
    if was is None and now is None:
        return None
    clauses = tuple(_clause_changes(was, now))
    changed = tuple(_field_changes(was, now)) if was and now else ()
    if was and now and not clauses and not changed:
        return None
    return PolicyChange(was, now, changed, clauses)


def same_form(one: Any, other: Any) -> bool:
    """True where two values of the domain differ in nothing but the lines they came from."""
    return bool(_form(one) == _form(other))


def _form(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name != "line")
        return (type(value).__name__, *(_form(getattr(value, name)) for name in names))
    if isinstance(value, tuple):
        return tuple(map(_form, value))
    if isinstance(value, Mapping):
        return tuple((key, _form(each)) for key, each in value.items())
    return value


def _field_changes(was: Policy, now: Policy) -> Iterator[FieldChange]:
    for name in _FIELDS:
        before, after = _words(getattr(was, name)), _words(getattr(now, name))
        if before != after:
            yield FieldChange(name.replace("_", "-"), before, after)


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _clause_changes(was: Policy | None, now: Policy | None) -> Iterator[ClauseChange]:
    policy = next(version.id for version in (now, was) if version is not None)
    before = {passage.id: passage for passage in passages(was)}
    after = {passage.id: passage for passage in passages(now)}
    moved = _moved(before, after)
    for clause in in_reading_order(list(before), list(after)):
        old, new = before.get(clause), after.get(clause)
        if kinds := frozenset(_kinds(old, new, is_moved=clause in moved)):
            yield ClauseChange(ClauseRef(policy, clause), old, new, kinds)


def passages(policy: Policy | None) -> Iterator[Passage]:
    """Everything that is compared, in reading order; nothing of a policy that is not there."""
    if policy is None:
        return
    if policy.intro:
        yield Passage("", policy.title, "", "", "", policy.intro)
    for section in policy.sections:
        place = (section.id, section.title)
        if not section.is_clause:
            yield Passage(section.id, section.title, section.label, *place, section.blocks)
        for clause in section.clauses:
            yield Passage(clause.id, clause.title, clause.label, *place, clause.blocks)
    if policy.footnotes:
        notes = tuple(block for note in policy.footnotes for block in note.blocks)
        yield Passage(FOOTNOTES, "Footnotes", "", "", "", notes)


def _moved(before: Mapping[str, Passage], after: Mapping[str, Passage]) -> frozenset[str]:
    """The clauses that stand elsewhere: in another section, or out of its longest known run."""
    both = [clause for clause in before if clause in after]
    gone_over = {clause for clause in both if before[clause].section != after[clause].section}
    moved = set(gone_over)
    for section in {after[clause].section for clause in both}:
        here = [c for c in both if c not in gone_over and after[c].section == section]
        kept = {c for c in here if before[c].label == after[c].label}
        moved |= set(here) - _stayed(here, [c for c in after if c in here], kept)
    return frozenset(moved)


def _stayed(was: Sequence[str], now: Sequence[str], kept: Container[str]) -> frozenset[str]:
    """The most clauses that stand in the same order in both.

    Where two changed places, either may have moved: then the one that kept its number stayed,
    for nobody is told that 1.5 moved from 1.5.
    """
    place = {clause: number for number, clause in enumerate(was)}
    runs: list[tuple[int, int, int]] = []  # how long, how many kept their number, what is before
    for at, clause in enumerate(now):
        fitting = (
            (*runs[back][:2], back) for back in range(at) if place[now[back]] < place[clause]
        )
        long, same, back = max(fitting, default=(0, 0, -1))
        runs.append((long + 1, same + (clause in kept), back))
    at = max(range(len(runs)), key=lambda number: runs[number][:2], default=-1)
    stayed = set()
    while at >= 0:
        stayed.add(now[at])
        at = runs[at][2]
    return frozenset(stayed)


def in_reading_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The clauses of the new version, each that is gone where it was."""
    order = list(after)
    at = 0
    for clause in before:
        if clause in after:
            at = order.index(clause) + 1
        else:
            order.insert(at, clause)
            at += 1
    return order


def _kinds(was: Passage | None, now: Passage | None, *, is_moved: bool) -> Iterator[ChangeKind]:
    if was is None or now is None:
        yield ChangeKind.ADDED if was is None else ChangeKind.REMOVED
        return
    if is_moved:
        yield ChangeKind.MOVED
    if was.kinds != now.kinds:
        yield ChangeKind.RULE
    if was.text.split() != now.text.split():
        yield ChangeKind.REWORDED
    elif was.kinds == now.kinds and not same_form(was.blocks, now.blocks):
        yield ChangeKind.FORM
