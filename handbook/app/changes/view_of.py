"""What a comparison comes to, as the page and paper show it. No Qt."""

from __future__ import annotations

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
from handbook.domain.policy import Policy

_WORDS_A_MINUTE = 200
"""A slow, careful reading pace; used for nothing but "2 minutes to read"."""
WORKING = "The two versions are being compared. This takes a moment."
_STILL = "The questions are still being compared."


def prepare(compared: Compared) -> None:
    """Make everything that pages show of policies; for the background."""
    for each in compared.changes.policies:
        _rows(compared, each)
        _units(compared, each, frozenset())


def _rows(compared: Compared, change: PolicyChange) -> tuple[ChangeRow, ...]:
    kept, policy = compared.made.rows, change.policy.id
    if policy not in kept:
        kept[policy] = policy_rows(change, compared.sides)
    return kept[policy]


def _units(compared: Compared, change: PolicyChange, shown: frozenset[str]) -> tuple[Unit, ...]:
    policy = change.policy.id
    whole, part = f"{SHOW}{policy}", f"{SHOW}{key_of(policy, '')}"
    own = frozenset(each for each in shown if each == whole or each.startswith(part))
    kept = compared.made.units
    if (policy, own) not in kept:
        kept[policy, own] = tuple(PolicyUnits(change, compared.sides, own).units())
    return kept[policy, own]


def policy_view(
    compared: Compared, policy: str, shown: frozenset[str] = frozenset()
) -> ChangesView:
    """The changes of one policy; `shown` are the folds that are open."""
    changes = compared.changes
    found = changes.policy(policy)
    every = sum(len(_rows(compared, each)) for each in changes.policies)
    every += sum(len(group.rows) for group in other_groups(changes, compared.sides))
    if found is None:
        return _same_policy(compared, policy, every)
    rows = _rows(compared, found)
    return ChangesView(
        State.CHANGES,
        title=found.policy.title,
        meta=versions_words(found),
        policy=policy,
        elsewhere=every - len(rows),
        groups=(ChangeGroup(found.policy.id, found.policy.title, rows, found.why),),
        units=_units(compared, found, shown),
        heads=_policy_heads(found),
        minutes=_minutes(words_changed(found)),
    )


def _same_policy(compared: Compared, policy_id: str, every: int) -> ChangesView:
    found = (each for each in compared.sides.now.policies if each.id == policy_id)
    policy = next(found, None)
    title = policy.title if policy is not None else "What changed"
    return ChangesView(
        State.SAME_POLICY,
        title=title,
        policy=policy_id,
        elsewhere=every,
        message=f"{title} says the same as in {compared.sides.was_name}.",
    )


def whole_view(compared: Compared, shown: frozenset[str] = frozenset()) -> ChangesView:
    """The changes of everything; `shown` are the folds that are open."""
    changes, sides = compared.changes, compared.sides
    note = "" if compared.is_whole else _STILL
    if changes.is_empty:
        same = f"{_capital(sides.now_name)} says the same as {sides.was_name}."
        message = same if compared.is_whole else WORKING
        state = State.SAME if compared.is_whole else State.WORKING
        return ChangesView(state, message=message, note=note)
    groups = tuple(
        ChangeGroup(each.policy.id, each.policy.title, _rows(compared, each), each.why)
        for each in changes.policies
    )
    units = (unit for each in changes.policies for unit in _units(compared, each, shown))
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
    return " ".join(_ended(part) for part in (name, row.kind, *row.said) if part)


def word_units(view: ChangesView) -> tuple[Unit, ...]:
    """Every change in a sentence or two, as a document."""
    found: list[Unit] = []
    for group in view.groups:
        note = view.meta if view.policy else ""
        found.append(Unit(Place.TITLE, (Span(group.title),), note=note, why=group.why))
        found += [_word_unit(row) for row in group.rows]
    return tuple(found)


def _word_unit(row: ChangeRow) -> Unit:
    items = tuple(Item((Paragraph((Span(_ended(each)),), 0),), 0) for each in row.said)
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


def _ended(words: str) -> str:
    """Words as a sentence; one that ends in a bracket has its full stop in there."""
    return words if words.endswith((".", ".)", "?")) else f"{words}."
