"""A journey that is over to the Markdown of a story: what `scenarios.py` reads, written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.domain.flow import NodeRef, Step
from handbook.domain.journey import Journey
from handbook.domain.school import School
from handbook.domain.telling import cards

_MEANT = re.compile(r"([\\`*_\[\]{}|])")
"""Letters that Markdown would take for its own."""


def story_text(journey: Journey, school: School) -> str:
    """A story that asks for exactly this end; title, id and telling are left to its owner.

    Raises ChoiceNotOffered while there are questions left, NotFound for a role that the
    school has not got.
    """
    lines = ["## A story of your own {#new-story}", "", "Tell it here in plain words.", ""]
    lines.extend(f"{n}. {words}" for n, words in enumerate(_answers(journey), 1))
    lines.extend(["", f"- **First**: {_place(journey, journey.first)}"])
    also = ", ".join(_place(journey, ref) for ref in journey.also)
    lines.append(f"- **Also**: {also or 'nothing'}")
    told = cards(journey.outcome(journey.first), school, journey.subjects)
    if told:
        people = (f"[{_words(card.contact.title)}](role:{card.contact.id})" for card in told)
        lines.append(f"- **Tell**: {', '.join(people)}")
    return "\n".join(lines) + "\n"


def _answers(journey: Journey) -> Iterator[str]:
    """Each answer in its line; going on from an outcome is none."""
    for answer in journey.answers:
        asked = journey.flows.node(answer.at)
        if isinstance(asked, Step):
            link = _link(asked.question, answer.at)
            yield f"{link}: {_words(answer.choice.text)}"


def _place(journey: Journey, ref: NodeRef) -> str:
    return _link(journey.outcome(ref).title, ref)


def _link(words: str, ref: NodeRef) -> str:
    return f"[{_words(words)}]({ref.flow}.md#{ref.id})"


def _words(text: str) -> str:
    return _MEANT.sub(r"\\\1", " ".join(text.split()))
