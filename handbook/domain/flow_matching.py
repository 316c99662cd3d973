"""Which question and which answer of one version of a flow are those of another version."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from handbook.domain.flow import UNSURE, Choice, Flow, Flows, NodeRef, Step


def same_steps(old: Flows, new: Flows) -> Mapping[NodeRef, NodeRef]:
    """The steps of the new version that the old one has too, each with its old place.

    A step is known by its id, so its question may be reworded. One whose id was changed is
    known by its question, where no other step of the flow asks the same.
    """
    found = {ref: ref for ref in _steps(new) if ref in _steps(old)}
    for flow in new:
        before = _by_question(old.by_id.get(flow.id), without=_steps(new))
        after = _by_question(flow, without=_steps(old))
        found |= {ref: before[words] for words, ref in after.items() if words in before}
    return found


def same_choices(old: Iterable[Choice], new: Iterable[Choice]) -> Mapping[int, int]:
    """The choices of a step that its old version has too: new index to old index, from 0.

    Known by their words first; what is left by where they lead and what they add, then by
    where they lead alone, in file order, so that a choice may be reworded. The answer for
    those who are not sure is known by its opening. With other words and another way it is
    another answer.
    """
    before, after = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, int] = {}
    for known_by in (_words, _whole_way, _way, _unsure):
        for index in [index for index in after if index not in found]:
            mark = known_by(after[index])
            same = (i for i, choice in before.items() if mark and known_by(choice) == mark)
            if (match := next(same, None)) is not None:
                found[index] = match
                del before[match]
    return found


def folded(words: str) -> str:
    """Words without what a reader does not hear: case, spaces, kinds of quotes, a last stop."""
    return " ".join(words.replace("’", "'").split()).rstrip(".").casefold()


def _words(choice: Choice) -> Hashable:
    return folded(choice.text)


def _whole_way(choice: Choice) -> Hashable:
    return choice.to, choice.also, choice.subject


def _way(choice: Choice) -> Hashable:
    return choice.to


def _unsure(choice: Choice) -> Hashable:
    return choice.text.startswith(UNSURE)


def _steps(flows: Flows) -> frozenset[NodeRef]:
    return frozenset(NodeRef(flow.id, step.id) for flow in flows for step in flow.steps)


def _by_question(flow: Flow | None, without: frozenset[NodeRef]) -> dict[str, NodeRef]:
    steps: tuple[Step, ...] = tuple(flow.steps) if flow is not None else ()
    asked = [folded(step.question) for step in steps]
    return {
        words: NodeRef(flow.id, step.id)
        for words, step in zip(asked, steps, strict=True)
        if flow is not None
        and asked.count(words) == 1
        and NodeRef(flow.id, step.id) not in without
    }
