"""Where a reader stands once a policy has been changed under them. No Qt."""

from __future__ import annotations

from handbook.domain.policy import Policy


def place_in(new: Policy, old: Policy | None, place: tuple[str, float]) -> tuple[str, float]:
    """The same clause as far down; of one that was taken out, the start of the one before it."""
    clause, _ = place
    kept = {each.id for each in new.clauses}
    if old is None or clause in kept:
        return place
    before = []
    for each in old.clauses:
        if each.id == clause:
            break
        before.append(each.id)
    return (next((each for each in reversed(before) if each in kept), ""), 0)
