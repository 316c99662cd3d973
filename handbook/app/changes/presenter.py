"""Which changes are listed and shown, for one policy or for the whole handbook. No Qt."""

from __future__ import annotations

from typing import Protocol

from handbook.app.changes.compared import Compared
from handbook.app.changes.other_units import other_groups, other_units
from handbook.app.changes.policy_units import (
    SHOW,
    PolicyUnits,
    key_of,
    policy_rows,
    versions_words,
    words_changed,
)
from handbook.app.changes.views import ChangeGroup, ChangeRow, ChangesView, Heads, State
from handbook.app.dates import long_date
from handbook.app.document.units import Place, Unit
from handbook.domain.blocks import Item, Listing, Paragraph, Span
from handbook.domain.changes import PolicyChange
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.policy import Policy

_WORDS_A_MINUTE = 200
"""A slow, careful reading pace; used for nothing but "2 minutes to read"."""
_FIRST = (
    "This is the first version on this laptop. When your school sends a newer one, you can read "
    "here what it says otherwise, clause by clause."
)
_UNREADABLE = (
    "The version before cannot be read any more, so there is nothing to compare with. What you "
    "read in the handbook is not touched by this."
)
_WORKING = "The two versions are being compared. This takes a moment."
_STILL = "The questions are still being compared."


class ChangesPageView(Protocol):
    """What the presenter asks of the page."""

    def show_changes(self, view: ChangesView) -> None:
        """Show everything anew, at the first change."""

    def show_more(self, view: ChangesView) -> None:
        """Show the same with more in it, at the place that is read."""

    def go_to(self, key: str) -> None:
        """Show a change."""


class ChangesPresenter:
    """Shows what a comparison came to, for one policy or for all."""

    def __init__(self, page: ChangesPageView) -> None:
        self._page = page
        self._compared: Compared | None = None
        self._state = State.WORKING
        self._policy = ""
        self._wanted = ""
        self._shown: frozenset[str] = frozenset()

    def set_state(self, state: State) -> None:
        """There is nothing to compare, or not yet."""
        self._state, self._compared = state, None
        self._page.show_changes(self._view())

    def set_compared(self, compared: Compared) -> None:
        """Show another comparison; what is read stays where it is where only more is known."""
        before = self._compared
        self._state, self._compared = State.CHANGES, compared
        same = before is not None and before.sides is compared.sides
        if same:
            self._page.show_more(self._view())
        else:
            self._shown = frozenset()
            self._show()

    def open(self, ref: ClauseRef | None = None) -> None:
        """Show the changes of a policy, at a clause where one is named; or of everything."""
        self._policy = ref.policy if ref is not None else ""
        self._wanted = key_of(ref.policy, ref.clause) if ref is not None and ref.clause else ""
        self._shown = frozenset()
        self._show()

    def all_wanted(self) -> None:
        """Show the changes of everything."""
        self.open()

    def fold_opened(self, address: str) -> None:
        """Show clauses that are the same in both."""
        if address.startswith(SHOW):
            self._shown |= {address}
            self._page.show_more(self._view())

    def _show(self) -> None:
        """Show everything anew, at the clause that was asked for once it can be shown."""
        self._page.show_changes(self._view())
        if self._compared is not None and self._wanted:
            self._page.go_to(self._wanted)
            self._wanted = ""

    def _view(self) -> ChangesView:
        compared = self._compared
        if compared is None:
            message = {State.FIRST: _FIRST, State.UNREADABLE: _UNREADABLE}
            return ChangesView(self._state, message=message.get(self._state, _WORKING))
        if self._policy:
            return self._policy_view(compared)
        return self._whole_view(compared)

    def _policy_view(self, compared: Compared) -> ChangesView:
        changes, sides = compared.changes, compared.sides
        found = changes.policy(self._policy)
        every = sum(len(policy_rows(each, sides)) for each in changes.policies)
        if found is None:
            return self._same_policy(compared, every)
        rows = policy_rows(found, sides)
        return ChangesView(
            State.CHANGES,
            title=found.policy.title,
            meta=versions_words(found),
            policy=self._policy,
            elsewhere=every - len(rows),
            groups=(ChangeGroup(found.policy.id, found.policy.title, rows),),
            units=tuple(PolicyUnits(found, sides, self._shown).units()),
            heads=_policy_heads(found),
            minutes=_minutes(words_changed(found)),
        )

    def _same_policy(self, compared: Compared, every: int) -> ChangesView:
        found = (each for each in compared.sides.now.policies if each.id == self._policy)
        policy = next(found, None)
        title = policy.title if policy is not None else "What changed"
        return ChangesView(
            State.SAME_POLICY,
            title=title,
            policy=self._policy,
            elsewhere=every,
            message=f"{title} says the same as in {compared.sides.was_name}.",
        )

    def _whole_view(self, compared: Compared) -> ChangesView:
        changes, sides = compared.changes, compared.sides
        note = "" if compared.is_whole else _STILL
        if changes.is_empty:
            same = f"{_capital(sides.now_name)} says the same as {sides.was_name}."
            message = same if compared.is_whole else _WORKING
            state = State.SAME if compared.is_whole else State.WORKING
            return ChangesView(state, message=message, note=note)
        groups = tuple(
            ChangeGroup(each.policy.id, each.policy.title, policy_rows(each, sides))
            for each in changes.policies
        )
        units = (
            unit
            for each in changes.policies
            for unit in PolicyUnits(each, sides, self._shown).units()
        )
        return ChangesView(
            State.CHANGES,
            meta=f"From {sides.was_name} to {sides.now_name}",
            groups=(*groups, *other_groups(changes, sides)),
            units=(*units, *other_units(changes, sides)),
            heads=Heads(was=_capital(sides.was_name), now=_capital(sides.now_name)),
            minutes=_minutes(sum(map(words_changed, changes.policies))),
            note=note,
        )


def _policy_heads(change: PolicyChange) -> Heads:
    return Heads(*_head(change.was, "Not there before"), *_head(change.now, "No longer there"))


def _head(policy: Policy | None, nothing: str) -> tuple[str, str]:
    if policy is None:
        return nothing, ""
    day = long_date(policy.approved) if policy.approved else ""
    return (f"Version {policy.version}" if policy.version else "Without a number", day)


def _minutes(words: int) -> int:
    return max(1, round(words / _WORDS_A_MINUTE))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def in_words(row: ChangeRow) -> str:
    """A change as it is read aloud."""
    name = f"{row.label} {row.title}".strip()
    return " ".join(f"{part.rstrip('.')}." for part in (name, row.kind, *row.said) if part)


def word_units(view: ChangesView) -> tuple[Unit, ...]:
    """Every change in a sentence or two, as a document."""
    found: list[Unit] = []
    for group in view.groups:
        found.append(
            Unit(Place.TITLE, (Span(group.title),), note=view.meta if view.policy else "")
        )
        found += [_word_unit(row) for row in group.rows]
    return tuple(found)


def _word_unit(row: ChangeRow) -> Unit:
    items = tuple(Item((Paragraph((Span(f"{each.rstrip('.')}."),), 0),), 0) for each in row.said)
    said = (Listing(items, ordered=False, start=1, line=0),) if items else ()
    return Unit(
        Place.CLAUSE,
        (Span(row.title),),
        key=row.key,
        label=row.label,
        tone=row.tone,
        note=row.kind,
        blocks=said,
    )
