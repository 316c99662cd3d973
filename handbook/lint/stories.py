"""Rules on stories: each is walked, and must end where its owner said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.domain.errors import NotFound
from handbook.domain.flow import Flows, NodeRef, Outcome, Step
from handbook.domain.flow_matching import folded
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.scenario import Scenario, StoryAnswer
from handbook.domain.school import School
from handbook.domain.telling import cards
from handbook.lint.finding import Finding, error


def check_stories(library: Library) -> Iterator[Finding]:
    """What has become of the stories of all flows, in the words of who owns them."""
    for story in library.scenarios:
        yield from _check(story, library)


def _check(story: Scenario, library: Library) -> Iterator[Finding]:
    if not story.answers:
        yield _wrong(story, story.line, "has no answers. Add a numbered list of them.")
        return
    journey = Journey(library.flows, story.answers[0].at)
    for answer in story.answers:
        try:
            journey = _taken(_gone_on(journey, answer), answer)
        except _Astray as problem:
            yield _wrong(story, answer.line, str(problem))
            return
    yield from _end(story, journey, library)


class _Astray(Exception):
    """The flow no longer goes where a story goes; says how."""


def _gone_on(journey: Journey, answer: StoryAnswer) -> Journey:
    """Through an outcome's hand-over, where the story goes on in another flow."""
    try:
        here = journey.position
    except NotFound:
        raise _Astray(
            f"comes to {journey.place}, which is no longer in the flow. Mend the link of the "
            "answer before this one, in the flow."
        ) from None
    if isinstance(here, Outcome) and answer.at in here.go_on:
        return journey.go_on(answer.at)
    return journey


def _taken(journey: Journey, answer: StoryAnswer) -> Journey:
    here = journey.position
    if isinstance(here, Outcome):
        raise _Astray(
            f"has already come to its end, {_place(journey.flows, journey.place)}, before the "
            f"answer “{answer.words}”. If that is right, take this answer out of the story; if "
            "not, the flow has lost a question."
        )
    if journey.place != answer.at:
        raise _Astray(
            f"answers the question {_place(journey.flows, answer.at)} here, and the flow now "
            f"asks {_place(journey.flows, journey.place)}. Answer that question in the story "
            f"first ({_offered(here)}), or mend the flow."
        )
    for choice in here.choices:
        if folded(choice.text) == folded(answer.words):
            return journey.answer(choice)
    raise _Astray(
        f"answers “{answer.words}”, which is no longer offered at “{here.question}”. Offered "
        f"now: {_offered(here)}. If one of these means the same, put its words into the story; "
        "if none does, the flow has lost an answer."
    )


def _end(story: Scenario, journey: Journey, library: Library) -> Iterator[Finding]:
    try:
        here = journey.position
    except NotFound:
        yield _wrong(story, story.line, f"now ends at {journey.place}, which does not exist.")
        return
    if isinstance(here, Step):
        yield _wrong(
            story,
            story.line,
            f"stops before the end: the flow still asks “{here.question}” Add an answer to it "
            f"({_offered(here)}).",
        )
        return
    if story.first is None:
        yield _wrong(story, story.line, "does not say where it must end. Add a line - **First**:")
    elif journey.first != story.first:
        ends = _place(library.flows, journey.first)
        wanted = _place(library.flows, story.first)
        yield _changed(story, f"now ends first at {ends}, where it says {wanted}", "First")
    yield from _also(story, journey)
    yield from _told(story, journey, library)


def _also(story: Scenario, journey: Journey) -> Iterator[Finding]:
    if story.also is None:
        return
    lost = [ref for ref in story.also if ref not in journey.also]
    added = [ref for ref in journey.also if ref not in story.also]
    if lost:
        places = _places(journey.flows, lost)
        yield _changed(story, f"no longer also comes to {places}", "Also")
    if added:
        places = _places(journey.flows, added)
        yield _changed(story, f"now also comes to {places}, which it does not name", "Also")


def _told(story: Scenario, journey: Journey, library: Library) -> Iterator[Finding]:
    if story.tell is None:
        return
    try:
        found = cards(journey.outcome(journey.first), library.school, journey.subjects)
    except NotFound:
        return
    told = tuple(card.contact.id for card in found)
    if told in (story.tell, _held(story.tell, library.school, journey)):
        return
    if set(told) == set(story.tell):
        people = _people(told, library.school)
        yield _changed(story, f"now tells the same people in another order, {people}", "Tell")
    else:
        people, wanted = (_people(roles, library.school) for roles in (told, story.tell))
        yield _changed(story, f"now sends staff to {people}, where it says {wanted}", "Tell")


def _held(roles: tuple[str, ...], school: School, journey: Journey) -> tuple[str, ...]:
    """Whom a story tells where one person holds two roles, and one of them is the subject's.

    The stories are written for a school in which each role is a person of its own. A role that
    the story itself names as the subject is left as it stands: that is a slip of the story.
    """
    held = [
        role if role in journey.subjects else school.instead_of(role, journey.subjects) or role
        for role in roles
    ]
    kept: list[str] = []
    for role in held:
        if not any(school.same_person(role, other) for other in kept):
            kept.append(role)
    return tuple(kept)


def _place(flows: Flows, ref: NodeRef) -> str:
    """A place in the words that staff read, with the name that its owner writes."""
    try:
        node = flows.node(ref)
    except NotFound:
        return f"{ref} (not in the flow)"
    return f"“{node.question if isinstance(node, Step) else node.title}” ({ref})"


def _places(flows: Flows, refs: Iterable[NodeRef]) -> str:
    return " and ".join(_place(flows, ref) for ref in refs)


def _people(roles: Iterable[str], school: School) -> str:
    known = school.contacts
    named = (f"{known[role].title} ({role})" if role in known else role for role in roles)
    return ", ".join(named) or "nobody"


def _offered(step: Step) -> str:
    return " · ".join(f"“{choice.text}”" for choice in step.choices)


def _changed(story: Scenario, problem: str, line: str) -> Finding:
    asks = (
        f"If the new end is right, change the line “{line}” of the story; if not, mend the flow."
    )
    return _wrong(story, story.line, f"{problem}. {asks}")


def _wrong(story: Scenario, line: int, problem: str) -> Finding:
    return error(story.file, line, "story", f"The story “{story.title}” {problem}")
