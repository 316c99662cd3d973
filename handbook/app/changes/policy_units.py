"""The changes of one policy: the rows of its list, and the units of its document. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.app.change_words import (
    field_name,
    field_values,
    kind_words,
    pieces,
    shown_value,
    some,
    tone_of,
)
from handbook.app.changes.compared import Sides
from handbook.app.changes.views import ChangeRow
from handbook.app.dates import long_date
from handbook.app.document.marked import marked_blocks
from handbook.app.document.redline import redline, redline_text, swapped
from handbook.app.document.units import Place, Tone, Unit
from handbook.domain.blocks import Block, Paragraph, Span, Spans
from handbook.domain.changes import (
    FOOTNOTES,
    ClauseChange,
    FieldChange,
    Passage,
    PolicyChange,
    in_reading_order,
    passages,
)
from handbook.domain.filling import filled
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Policy
from handbook.domain.word_changes import RunKind

_FACTS = "@facts"
_UNDER_TITLE = ("version", "approved")
"""Fields of a new version that stand under its title anyway."""
SHOW = "show:"
"""How the address of a fold begins."""
_OPEN, _OPEN_POLICY = "Open the clause", "Open the policy"
_LONG = 60
"""A value with more letters is compared word by word."""


def key_of(policy: str, clause: str) -> str:
    """The key of a clause, unlike that of any other unit."""
    return f"{policy}#{clause}"


def versions_words(change: PolicyChange) -> str:
    """From which version to which, and since when."""
    was, now = change.was, change.now
    day = f", approved {long_date(now.approved)}" if now and now.approved else ""
    if now is None:
        return "Taken out of the handbook"
    if was is None:
        version = f", version {now.version}" if now.version else ""
        return f"New policy{version}{day}"
    if was.version == now.version:
        return f"Version {now.version}{day}" if now.version else day.removeprefix(", ")
    return f"Version {was.version or 'without a number'} to {now.version or 'none'}{day}"


def policy_rows(change: PolicyChange, sides: Sides) -> tuple[ChangeRow, ...]:
    """The changes of a policy as a list."""
    policy = change.policy
    if change.was is None or change.now is None:
        is_new = change.was is None
        kind = "New policy" if is_new else "Taken out of the handbook"
        tone = Tone.NEW if is_new else Tone.GONE
        said = some(sum(1 for _ in policy.clauses), "clause")
        return (ChangeRow(key_of(policy.id, _FACTS), "", policy.title, kind, tone, (said,)),)
    rows = [_row(each) for each in change.clauses]
    if facts := _facts_of(change):
        rows.insert(0, _facts_row(change, facts, sides))
    return tuple(rows)


def _row(change: ClauseChange) -> ChangeRow:
    passage = change.passage
    return ChangeRow(
        key_of(change.ref.policy, change.ref.clause),
        passage.label,
        _title(passage),
        kind_words(change),
        tone_of(change),
        pieces(change),
    )


def _title(passage: Passage) -> str:
    return passage.title if passage.id else "At the beginning"


def _facts_of(change: PolicyChange) -> tuple[FieldChange, ...]:
    """What is said of the policy otherwise, but for what its title says already."""
    was, now = change.was, change.now
    if was is None or now is None or was.version == now.version:
        return change.fields
    others = tuple(each for each in change.fields if each.field not in _UNDER_TITLE)
    return others if others or change.clauses else change.fields


def _facts_row(change: PolicyChange, facts: tuple[FieldChange, ...], sides: Sides) -> ChangeRow:
    names = [field_name(each.field) for each in facts]
    lines = tuple(
        "{}: was {}, now {}".format(
            field_name(each.field), *field_values(each, sides.old_school, sides.now.school)
        )
        for each in facts
    )
    kind = ", ".join((names[0], *(name.lower() for name in names[1:])))
    key = key_of(change.policy.id, _FACTS)
    return ChangeRow(key, "", "About this policy", kind, Tone.CHANGED, lines)


@dataclass(frozen=True, slots=True)
class PolicyUnits:
    """Makes the document of one policy. `shown` are the folds that the reader opened."""

    change: PolicyChange
    sides: Sides
    shown: frozenset[str] = frozenset()

    def units(self) -> Iterator[Unit]:
        """The title, what is said of the policy, then its sections with a change in them."""
        change, policy = self.change, self.change.policy
        both = change.was is not None and change.now is not None
        yield Unit(
            Place.TITLE,
            (Span(policy.title),),
            key="" if both else key_of(policy.id, _FACTS),
            tone=None if both else Tone.NEW if change.was is None else Tone.GONE,
            note=versions_words(change),
            why=change.why,
            in_was=change.was is not None,
            in_now=change.now is not None,
            address=_address(policy, ""),
            link=_OPEN_POLICY,
            blocks=_summary(policy) if change.was is None else (),
        )
        if both and (facts := _facts_of(change)):
            yield self._facts(facts)
        if both:
            yield from self._sections()
        else:
            yield from self._one_sided(policy)

    def _facts(self, facts: tuple[FieldChange, ...]) -> Unit:
        lines = tuple(self._fact(each) for each in facts)
        return Unit(
            Place.CLAUSE,
            (Span("About this policy"),),
            key=key_of(self.change.policy.id, _FACTS),
            tone=Tone.CHANGED,
            blocks=lines,
        )

    def _fact(self, change: FieldChange) -> Block:
        was, now = field_values(change, self.sides.old_school, self.sides.now.school)
        words = (
            redline_text(was, now) if len(was) > _LONG else swapped(*map(shown_value, (was, now)))
        )
        return Paragraph((Span(f"{field_name(change.field)}: "), *words), 0)

    def _one_sided(self, policy: Policy) -> Iterator[Unit]:
        """A new policy is named; what one said that is gone is shown where it is asked for."""
        if self.change.was is None:
            return
        address = f"{SHOW}{policy.id}"
        if address not in self.shown:
            yield Unit(
                Place.SAME, (Span("Its last words are kept."),), address=address, link="Show"
            )
            return
        for passage in passages(policy):
            yield self._unit(passage, None, None)

    def _sections(self) -> Iterator[Unit]:
        was = {passage.id: passage for passage in passages(self.change.was)}
        now = {passage.id: passage for passage in passages(self.change.now)}
        changes = {each.ref.clause: each for each in self.change.clauses}
        order = in_reading_order(list(was), list(now))
        sections: dict[str, list[str]] = {}
        for clause in order:
            passage = now.get(clause) or was[clause]
            sections.setdefault(passage.section if passage.section else clause, []).append(clause)
        for section, clauses in sections.items():
            if any(clause in changes for clause in clauses):
                yield from self._section(section, clauses, was, now, changes)

    def _section(
        self,
        section: str,
        clauses: list[str],
        was: dict[str, Passage],
        now: dict[str, Passage],
        changes: dict[str, ClauseChange],
    ) -> Iterator[Unit]:
        head = now.get(section) or was.get(section)
        if head is not None and head.section and section not in changes:
            title: Spans = (Span(head.title),)
            old = was.get(section, head).label
            yield Unit(Place.SECTION, title, label=head.label, label_was=_other(old, head.label))
        same: list[_Pair] = []
        for clause in clauses:
            if clause in changes:
                yield from self._same(same)
                same = []
                yield self._unit(was.get(clause), now.get(clause), changes[clause])
            elif clause != section:
                same.append((was[clause], now[clause]))
        yield from self._same(same)

    def _same(self, same: list[_Pair]) -> Iterator[Unit]:
        """A run of clauses that are the same, folded until it is asked for."""
        if not same:
            return
        address = f"{SHOW}{key_of(self.change.policy.id, same[0][1].id)}"
        if address in self.shown:
            for was, now in same:
                unit = self._unit(now, now, None)
                yield replace(unit, label_was=_other(was.label, now.label))
            return
        first, last = (now.label or now.title for _, now in (same[0], same[-1]))
        name = first if len(same) == 1 else f"{first} to {last}"
        verb = "is" if len(same) == 1 else "are"
        words = f"{name} {verb} the same in both"
        yield Unit(Place.SAME, (Span(words),), address=address, link="Show")

    def _unit(self, was: Passage | None, now: Passage | None, change: ClauseChange | None) -> Unit:
        passage = next(each for each in (now, was) if each is not None)
        is_section = passage.id == passage.section and bool(passage.id)
        policy = self.change.policy
        clause = passage.id if passage.id != FOOTNOTES else ""
        return Unit(
            Place.SECTION if is_section else Place.CLAUSE,
            self._words(was, now),
            key=key_of(policy.id, passage.id) if change is not None else "",
            label=passage.label,
            label_was=_other(was.label, passage.label) if was is not None else "",
            tone=tone_of(change) if change is not None else None,
            note=kind_words(change) if change is not None else "",
            blocks=self._blocks(was, now),
            in_was=was is not None,
            in_now=now is not None,
            address=_address(policy, clause) if change is not None else "",
            link=_OPEN if clause else _OPEN_POLICY,
        )

    def _words(self, was: Passage | None, now: Passage | None) -> Spans:
        return redline_text(_title(was) if was else "", _title(now) if now else "")

    def _blocks(self, was: Passage | None, now: Passage | None) -> tuple[Block, ...]:
        old = filled(was.blocks, self.sides.old_school) if was is not None else ()
        new = filled(now.blocks, self.sides.now.school) if now is not None else ()
        if was is now:
            return marked_blocks(new, RunKind.SAME)
        return redline(old, new)


_Pair = tuple[Passage, Passage]
"""A clause that is the same in both, before and now."""


def _other(was: str, now: str) -> str:
    """A number of before, where it was another one."""
    return was if was != now else ""


def _summary(policy: Policy) -> tuple[Block, ...]:
    return (Paragraph((Span(policy.summary),), 0),) if policy.summary else ()


def _address(policy: Policy, clause: str) -> str:
    kind = LinkKind.CLAUSE if clause else LinkKind.POLICY
    return Link(kind, key_of(policy.id, clause) if clause else policy.id).url


def words_changed(change: PolicyChange) -> int:
    """How many words there are to read in the clauses that changed."""
    return sum(len(each.passage.text.split()) for each in change.clauses)
