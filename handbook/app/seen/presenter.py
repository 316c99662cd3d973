"""What a school laptop can still show, and whom to ring; it knows nothing of the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from handbook.app.contacts import ContactView, contact_view
from handbook.domain.blocks import Block, Listing, Span
from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import School
from handbook.domain.seen import NUMBERS, Helpline, helplines, seen_guide


@dataclass(frozen=True, slots=True)
class SeenPart:
    """A heading of the guide and the words under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SeenView:
    """The guide as the page shows it: words to read, and numbers to ring."""

    title: str
    intro: tuple[Block, ...]
    parts: tuple[SeenPart, ...]
    numbers_title: str
    numbers_intro: tuple[Block, ...]
    """The words over the numbers; the list itself is what `helplines` shows."""
    helplines: tuple[ContactView, ...]


class SeenPageView(Protocol):
    """What the presenter asks of the page."""

    def show_guide(self, view: SeenView) -> None:
        """Show the guide from its beginning."""


class SeenPresenter:
    """Shows the guide. No answer reaches it, so that nothing here depends on one."""

    def __init__(self, page: SeenPageView, today: Callable[[], date]) -> None:
        self._page = page
        self._today = today

    def show(self, library: Library) -> None:
        """Show the guide of this content; without one the page stays as it is."""
        guide = seen_guide(library)
        if guide is not None:
            self._page.show_guide(seen_view(guide, library.school, self._today()))


def seen_view(guide: Policy, school: School, today: date) -> SeenView:
    """The guide with the school's own values and numbers put in."""
    numbers = next((clause for clause in guide.clauses if clause.id == NUMBERS), None)
    blocks = numbers.blocks if numbers is not None else ()
    return SeenView(
        title=guide.title,
        intro=filled(guide.intro, school),
        parts=tuple(_parts(guide, school)),
        numbers_title=numbers.title if numbers is not None else "",
        numbers_intro=filled(_without_lists(blocks), school),
        helplines=tuple(_contact(line, school, today) for line in helplines(blocks, school)),
    )


def _parts(guide: Policy, school: School) -> Iterator[SeenPart]:
    for section in guide.sections:
        if not section.is_clause:
            yield SeenPart(section.title, filled(section.blocks, school))
        for clause in section.clauses:
            if clause.id != NUMBERS:
                yield SeenPart(clause.title, filled(clause.blocks, school))


def _without_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not isinstance(block, Listing))


def _contact(line: Helpline, school: School, today: date) -> ContactView:
    contact = school.contact(line.role)
    return contact_view(contact, today, note=line.note or (Span(contact.purpose),))
