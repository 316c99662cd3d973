"""Where answers lead now that led elsewhere before, in sentences for staff. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from handbook.app.change_words import some
from handbook.app.changes.compared import Sides
from handbook.domain.errors import NotFound
from handbook.domain.flow import Flows, NodeRef, Outcome
from handbook.domain.flow_changes import Change, End, PathAnswer, Stop
from handbook.domain.handbook_changes import FlowChange
from handbook.domain.library import Library

_MOST = 12
"""So many kinds of change of one flow are said; the rest is counted."""


def flow_kind(change: FlowChange) -> str:
    """What became of a flow, in a few words."""
    if change.paths is None:
        return "New" if change.was is None else "Taken out"
    found = change.paths
    if not found.changed:
        return "Reworded; every answer leads where it led before"
    ways = "way leads" if len(found.changed) == 1 else "ways lead"
    return f"{len(found.changed):,} {ways} elsewhere, of {found.paths:,}"


def flow_sentences(change: FlowChange, sides: Sides) -> list[str]:
    """What became of its answers, the most frequent first."""
    if change.paths is None or not isinstance(sides.was, Library):
        return []
    words = _Words(sides.was.flows, sides.now.flows, sides)
    rerouted = words.rerouted(change.paths.changed)
    kinds: dict[tuple[PathAnswer | None, str], list[Change]] = defaultdict(list)
    for each in change.paths.changed:
        known = rerouted.get(each.parting) if each.parting is not None else None
        kinds[each.parting, known or words.difference(each)].append(each)
    ordered = sorted(kinds.items(), key=lambda kind: -len(kind[1]))
    said = [_sentence(difference, changes) for (_, difference), changes in ordered[:_MOST]]
    if (more := sum(len(changes) for _, changes in ordered[_MOST:])) > 0:
        said.append(f"On {some(more, 'further way')} something else changed.")
    return said


def _sentence(difference: str, changes: Sequence[Change]) -> str:
    answer = changes[0].parting or _last_shared(changes)
    ways = f" ({some(len(changes), 'way')} through the questions.)" if len(changes) > 1 else ""
    if answer is None:
        return f"{difference[0].upper()}{difference[1:]}.{ways}"
    question = answer.question.rstrip()
    return f"If you answer “{answer.choice}” to “{question}”, {difference}.{ways}"


def _last_shared(changes: Sequence[Change]) -> PathAnswer | None:
    """The last answer that all these ways have in common."""
    shared = set(changes[0].path).intersection(*(change.path for change in changes))
    return next((answer for answer in reversed(changes[0].path) if answer in shared), None)


class _Words:
    """Names places by their titles, as their version has them."""

    def __init__(self, was: Flows, now: Flows, sides: Sides) -> None:
        self._was = was
        self._now = now
        self._sides = sides

    def rerouted(self, changed: Sequence[Change]) -> dict[PathAnswer, str]:
        """What became of answers from which on the old ways are gone and others have come.

        Said apart, both would read as if one answer led to a place and did not.
        """
        before: dict[PathAnswer, list[End]] = defaultdict(list)
        after: dict[PathAnswer, list[End]] = defaultdict(list)
        for change in changed:
            if change.parting is not None and change.was is not None and change.now is None:
                before[change.parting].append(change.was)
            elif change.parting is not None and change.now is not None and change.was is None:
                after[change.parting].append(change.now)
        return {
            parting: self._reroute(ends, after[parting])
            for parting, ends in before.items()
            if parting in after
        }

    def _reroute(self, was: Sequence[End], now: Sequence[End]) -> str:
        said = f"the questions go on in another way now: they lead to {self._ends(now, self._now)}"
        if set(was) == set(now):
            return f"{said}, as before"
        said += f"; before, they led to {self._ends(was, self._was)}"
        unsafe, safe = ({role for end in ends for role in end.subjects} for ends in (was, now))
        if roles := sorted(safe - unsafe):
            said += f"; on some of them {self._roles(roles)} must not be told"
        if roles := sorted(unsafe - safe):
            said += f"; {self._roles(roles)} may be told again"
        return said

    def _ends(self, ends: Sequence[End], flows: Flows) -> str:
        """Where some ways end, each place once."""
        firsts = " or ".join(dict.fromkeys(self._end(end, flows) for end in ends))
        also = list(dict.fromkeys(ref for end in ends for ref in end.also))
        if not also:
            return firsts
        some_only = "" if all(set(also) <= set(end.also) for end in ends) else "in part "
        return f"{firsts}, {some_only}also to {self._list(also, flows)}"

    def difference(self, change: Change) -> str:
        """What changed on a way, without what stayed as it was."""
        was, now = change.was, change.now
        if was is None or now is None:
            if now is not None:
                return f"you are now sent to {self._end(now, self._now)}; this way is new"
            led = self._end(was, self._was) if was is not None else "nowhere"
            return f"there is no such way any more; before, it led to {led}"
        return "; ".join(self._differences(was, now))

    def _differences(self, was: End, now: End) -> Iterator[str]:
        if (was.first, was.stop) != (now.first, now.stop):
            before, after = self._end(was, self._was), self._end(now, self._now)
            yield f"you are now sent to {after}, before to {before}"
        if lost := [ref for ref in was.also if ref not in (*now.also, now.first)]:
            yield f"you are no longer also sent to {self._list(lost, self._was)}"
        if added := [ref for ref in now.also if ref not in (*was.also, was.first)]:
            yield f"you are now also sent to {self._list(added, self._now)}"
        if was.also != now.also and set(was.also) == set(now.also):
            yield "what is also to be done stands in another order"
        if safe := [role for role in now.subjects if role not in was.subjects]:
            yield f"{self._roles(safe)} must not be told any more"
        if told := [role for role in was.subjects if role not in now.subjects]:
            yield f"{self._roles(told)} may be told again"

    def _end(self, end: End, flows: Flows) -> str:
        match end.stop:
            case Stop.MISSING:
                return "a place that is not there"
            case Stop.RING:
                return "a question that was asked before"
            case _:
                return self._place(end.first, flows)

    def _list(self, refs: Sequence[NodeRef], flows: Flows) -> str:
        return " and ".join(self._place(ref, flows) for ref in refs)

    def _place(self, ref: NodeRef, flows: Flows) -> str:
        try:
            node = flows.node(ref)
        except NotFound:
            return f"“{ref}”"
        return f"“{node.title if isinstance(node, Outcome) else node.question}”"

    def _roles(self, roles: Sequence[str]) -> str:
        known = {**self._sides.old_school.contacts, **self._sides.now.school.contacts}
        titles = (known[role].title if role in known else role for role in roles)
        return " and ".join(f"the {title}" for title in titles)
