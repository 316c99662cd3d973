"""Two versions of a flow side by side: which answers now end elsewhere.

A path is what somebody answers from the first question to an outcome, hand-offs to other
flows included. Two paths are the same path when they give the same answers to all questions
that both versions know. A question that only one of them knows is passed over: a path goes on
being the same path where a question is put in or taken out on its way, and is then compared
once for every answer to that question. Only where both happened on one way at once can nobody
say which path became which; then the old ones are gone and the new ones are new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handbook.domain.flow import Choice, Flows, NodeRef, Outcome, Step
from handbook.domain.flow_matching import same_choices, same_steps
from handbook.domain.journey import Answer, Journey


class Stop(StrEnum):
    """How a path comes to its end."""

    OUTCOME = "outcome"
    MISSING = "missing"
    """The last answer leads to a place that is not there."""
    RING = "ring"
    """The last answer leads back to a question of this very path."""


@dataclass(frozen=True, slots=True)
class End:
    """What a path comes to: first, also, and who must not be told.

    Two ends differ if any of these differs, the order of *also* included: it says what
    matters more.
    """

    first: NodeRef
    also: tuple[NodeRef, ...] = ()
    subjects: tuple[str, ...] = ()
    """Role ids, sorted."""
    stop: Stop = Stop.OUTCOME

    def seen_from(self, flow: str) -> str:
        """In one line: `dsl, also data-breach, escalate; not told: headteacher`.

        Ids of the flow's own places stand alone, those of another flow as `concern#dsl`.
        An end that is none reads `nowhere (dsl is missing)` or `round again to dsl`.
        """
        first = self.first.seen_from(flow)
        words = {
            Stop.OUTCOME: first,
            Stop.MISSING: f"nowhere ({first} is missing)",
            Stop.RING: f"round again to {first}",
        }[self.stop]
        if self.also:
            words += ", also " + ", ".join(ref.seen_from(flow) for ref in self.also)
        if self.subjects:
            words += "; not told: " + ", ".join(self.subjects)
        return words


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """One answer on a path, in the words that a reader sees."""

    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Change:
    """A path that ends elsewhere.

    In the words of the new version, except where only the old one has the path, or a question
    of it.
    """

    path: tuple[PathAnswer, ...]
    was: End | None
    """None where the old version does not have this path."""
    now: End | None
    """None where the new version does not have this path any more."""
    parting: PathAnswer | None = None
    """Of a path that only one version has, the answer from which on the other has it not."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comes of comparing two versions of a flow."""

    paths: int
    """How many were compared: every path of the old version, and the new one's others."""
    changed: tuple[Change, ...]
    """In the order of the new version's choices, then what only the old one has."""


def compare_flows(old: Flows, new: Flows, flow_id: str) -> Comparison:
    """Which paths from the first question of a flow end elsewhere in its new version.

    Each version comes with the other flows that it leads to. Raises NotFound where one of
    them does not hold the flow.
    """
    old_marks, new_marks = _marks(old, new)
    before = _Version(_Paths(old, flow_id), old_marks)
    after = _Version(_Paths(new, flow_id), new_marks)
    compared = [
        change
        for key in dict.fromkeys((*after.by_key, *before.by_key))
        for change in _compared(key, before, after)
    ]
    return Comparison(len(compared), tuple(each for each in compared if each.was != each.now))


_Mark = tuple[NodeRef, int, str]
_Marks = Mapping[tuple[NodeRef, Choice], _Mark]
_Key = frozenset[_Mark]
"""The answers to the questions that both versions know: what a path is known by."""


@dataclass(frozen=True, slots=True)
class _Path:
    answers: tuple[Answer, ...]
    words: tuple[PathAnswer, ...]
    end: End


class _Paths:
    """Every path of one version, in the order of its choices."""

    def __init__(self, flows: Flows, flow_id: str) -> None:
        self._flows = flows
        self._start = flows.flow(flow_id).start
        self._nodes = {NodeRef(flow.id, node.id): node for flow in flows for node in flow.nodes}

    def __iter__(self) -> Iterator[_Path]:
        waiting: list[tuple[Answer, ...]] = [()]
        while waiting:
            answers = waiting.pop()
            place = answers[-1].choice.to if answers else self._start
            node = self._nodes.get(place)
            if not isinstance(node, Step) or any(answer.at == place for answer in answers):
                yield _Path(answers, self._words(answers), self._end(answers, place))
                continue
            waiting.extend((*answers, Answer(place, choice)) for choice in reversed(node.choices))

    def _words(self, answers: tuple[Answer, ...]) -> tuple[PathAnswer, ...]:
        asked = ((self._nodes[answer.at], answer.choice) for answer in answers)
        return tuple(
            PathAnswer(node.question, choice.text)
            for node, choice in asked
            if isinstance(node, Step)
        )

    def _end(self, answers: tuple[Answer, ...], place: NodeRef) -> End:
        journey = Journey(self._flows, self._start, answers)
        subjects = tuple(sorted(journey.subjects))
        if place not in self._nodes:
            return End(place, (), subjects, Stop.MISSING)
        if not isinstance(self._nodes[place], Outcome):
            return End(place, (), subjects, Stop.RING)
        return End(journey.first, journey.also, subjects)


def _marks(old: Flows, new: Flows) -> tuple[_Marks, _Marks]:
    """The answers to questions that both versions know, each with what it is known by.

    The same mark stands for an answer that both offer; first those of the old version.
    """
    before: dict[tuple[NodeRef, Choice], _Mark] = {}
    after: dict[tuple[NodeRef, Choice], _Mark] = {}
    for new_ref, old_ref in same_steps(old, new).items():
        theirs, ours = _choices(old, old_ref), _choices(new, new_ref)
        same = same_choices(theirs, ours)
        before |= {(old_ref, choice): (old_ref, i, "") for i, choice in enumerate(theirs)}
        after |= {
            (new_ref, choice): (old_ref, same[i], "") if i in same else (old_ref, i, "new")
            for i, choice in enumerate(ours)
        }
    return before, after


def _choices(flows: Flows, ref: NodeRef) -> tuple[Choice, ...]:
    node = flows.node(ref)
    return node.choices if isinstance(node, Step) else ()


class _Version:
    """The paths of one version by the answers they are known by, and every beginning of one."""

    def __init__(self, paths: _Paths, marks: _Marks) -> None:
        self._marks = marks
        self.by_key: dict[_Key, list[_Path]] = defaultdict(list)
        self._beginnings: set[tuple[_Mark, ...]] = set()
        for path in paths:
            given = tuple(mark for mark in self._marks_of(path) if mark is not None)
            self.by_key[frozenset(given)].append(path)
            self._beginnings.update(given[:length] for length in range(len(given) + 1))

    def parting(self, path: _Path, other: _Version) -> PathAnswer | None:
        """The answer of a path of this version from which on the other version has it not.

        An answer that the other offers too is the one meant where it leads elsewhere there.
        None where the versions part before any answer.
        """
        begun: tuple[_Mark, ...] = ()
        last: PathAnswer | None = None
        for mark, words in zip(self._marks_of(path), path.words, strict=True):
            if mark is None:
                continue
            begun += (mark,)
            if not other.has_begun(begun):
                return words if not other.offers(mark) else last
            last = words
        return last

    def has_begun(self, beginning: tuple[_Mark, ...]) -> bool:
        """True where a path of this version begins with these answers."""
        return beginning in self._beginnings

    def offers(self, mark: _Mark) -> bool:
        """True where this version has an answer, on whatever path."""
        return mark in self._marks.values()

    def _marks_of(self, path: _Path) -> Iterator[_Mark | None]:
        return (self._marks.get((answer.at, answer.choice)) for answer in path.answers)


def _compared(key: _Key, old: _Version, new: _Version) -> Iterator[Change]:
    """What was compared with what, of paths that are known by the same answers."""
    before, after = old.by_key.get(key, ()), new.by_key.get(key, ())
    if len(before) == 1 or len(after) == 1:
        for was in before:
            for now in after:
                words = now.words if len(now.words) >= len(was.words) else was.words
                yield Change(words, was.end, now.end)
    if not before or not after or (len(before) > 1 and len(after) > 1):
        yield from (Change(p.words, None, p.end, new.parting(p, old)) for p in after)
        yield from (Change(p.words, p.end, None, old.parting(p, new)) for p in before)
