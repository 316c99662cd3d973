"""Rules on stories: each is walked, and must end where its owner said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.domain.errors import NotFound
from handbook.domain.flow import Outcome, Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.scenario import Scenario, StoryAnswer
from handbook.domain.telling import cards
from handbook.lint.finding import Finding, error


def check_stories(library: Library) -> Iterator[Finding]:
    """What has become of the stories of all flows."""
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
        raise _Astray(f"comes to {journey.place}, which is no longer in the flow.") from None
    if isinstance(here, Outcome) and answer.at in here.go_on:
        return journey.go_on(answer.at)
    return journey


def _taken(journey: Journey, answer: StoryAnswer) -> Journey:
    here = journey.position
    if isinstance(here, Outcome):
        raise _Astray(f"is over at {journey.place}, before the answer “{answer.words}”.")
    if journey.place != answer.at:
        raise _Astray(
            f"answers {answer.at.id!r} here, and the flow now asks {journey.place.id!r}: "
            f"“{here.question}”"
        )
    for choice in here.choices:
        if _folded(choice.text) == _folded(answer.words):
            return journey.answer(choice)
    offered = " · ".join(choice.text for choice in here.choices)
    raise _Astray(f"answers “{answer.words}”, which is no longer offered. Offered are: {offered}.")


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).rstrip(".").casefold()


def _end(story: Scenario, journey: Journey, library: Library) -> Iterator[Finding]:
    try:
        here = journey.position
    except NotFound:
        yield _wrong(story, story.line, f"now ends at {journey.place}, which does not exist.")
        return
    if isinstance(here, Step):
        asked = here.question
        yield _wrong(story, story.line, f"stops before the end: the flow still asks “{asked}”")
        return
    if story.first is None:
        yield _wrong(story, story.line, "does not say where it must end. Add a line - **First**:")
    elif journey.first != story.first:
        yield _wrong(
            story, story.line, f"now ends at {journey.first} first; it says {story.first}."
        )
    if story.also is not None and set(journey.also) != set(story.also):
        yield _wrong(
            story,
            story.line,
            f"now adds {_list(journey.also)} as well; it says {_list(story.also)}.",
        )
    yield from _told(story, journey, library)


def _told(story: Scenario, journey: Journey, library: Library) -> Iterator[Finding]:
    if story.tell is None:
        return
    try:
        found = cards(journey.outcome(journey.first), library.school, journey.subjects)
    except NotFound:
        return
    told = tuple(card.contact.id for card in found)
    if told != story.tell:
        yield _wrong(story, story.line, f"now tells {_list(told)}; it says {_list(story.tell)}.")


def _list(names: Sequence[object]) -> str:
    return ", ".join(str(name) for name in names) or "nothing"


def _wrong(story: Scenario, line: int, problem: str) -> Finding:
    return error(story.file, line, "story", f"The story “{story.title}” {problem}")
