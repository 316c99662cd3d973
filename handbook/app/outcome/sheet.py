"""An outcome on paper: the same values as on the screen, so that nobody is named who must not be.

The answers are left out unless they are asked for: a sheet lies about.
"""

from __future__ import annotations

from datetime import date

from handbook.app.contacts import ContactView
from handbook.app.dates import long_date
from handbook.app.document.styles import Box
from handbook.app.journey.answers import AnswerView
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.outcome.views import InsteadView, OutcomeView, RestView, RouteView
from handbook.app.paper.builder import CardLine, PaperBuilder, spans
from handbook.app.paper.paper import Paper
from handbook.domain.blocks import Span, Spans, plain

TITLE = "Staff handbook"
"""What a file and a footer say of the sheet: nothing of what is on it."""
_BETWEEN = "   ·   "
_NO_ANSWERS = "Your answers are not on this page."


def outcome_paper(view: OutcomeView, today: date, *, with_answers: bool) -> Paper:
    """Every route of an outcome, the first one first."""
    builder = PaperBuilder()
    if len(view.routes) > 1:
        titles = _BETWEEN.join(route.title for route in view.routes)
        builder.small(spans(f"Your {len(view.routes)} routes: {titles}"))
    for route in view.routes:
        _Sheet(builder, route).write(alone=len(view.routes) == 1, with_answers=with_answers)
    if with_answers:
        _answers(builder, view.answers)
    else:
        builder.small(spans(_NO_ANSWERS))
    return builder.paper(title=TITLE, footer=f"{TITLE}, printed {long_date(today)}")


def _answers(builder: PaperBuilder, answers: tuple[AnswerView, ...]) -> None:
    builder.heading("Your answers")
    for answer in answers:
        builder.pair(answer.question, spans(answer.answer))


class _Sheet:
    """Writes one route."""

    def __init__(self, builder: PaperBuilder, route: RouteView) -> None:
        self._builder = builder
        self._route = route

    def write(self, *, alone: bool, with_answers: bool) -> None:
        """Write it from its title to what it rests on."""
        self._head("Your route" if alone else self._rank)
        if with_answers and self._route.because:
            self._builder.small(spans(self._route.because))
        self._tell()
        self._do()
        self._next()
        self._outside()
        self._rests()

    @property
    def _rank(self) -> str:
        return "Do this first" if self._route.is_first else "Do this as well"

    def _head(self, kicker: str) -> None:
        route = self._route
        if route.is_emergency:
            self._builder.alarm(route.title, route.why, kicker)
            return
        self._builder.title(route.title, kicker)
        for line in route.why:
            self._builder.lead(line)

    def _tell(self) -> None:
        route = self._route
        if not (route.tell or route.instead or route.by_when):
            return
        self._builder.heading("Who to tell")
        if route.by_when:
            self._builder.timed(route.by_when)
        for index, contact in enumerate(route.tell):
            self._builder.card(_card(contact, first=index == 0))
        if route.instead:
            self._builder.card(_instead(route.instead))

    def _do(self) -> None:
        for heading, lines, write in (
            ("Do now", self._route.do_now, self._builder.ticked),
            ("Do not", self._route.do_not, self._builder.crossed),
        ):
            if lines:
                self._builder.heading(heading)
                write(lines)

    def _next(self) -> None:
        route = self._route
        if route.next:
            self._builder.heading("What happens, and when")
            self._builder.timeline([(moment.when, moment.words) for moment in route.next])
        if route.protection:
            self._builder.callout(Box.PROTECTED, "Your protection", [route.protection])
        for way in route.go_on:
            self._builder.paragraph(spans(f"There is more to ask in the handbook: {way.title}."))

    def _outside(self) -> None:
        if self._route.outside:
            self._builder.heading("Outside help")
            self._builder.card(_helpers(self._route.outside))

    def _rests(self) -> None:
        if self._route.rests_on:
            self._builder.heading("This rests on")
            self._builder.items([_rest(rest) for rest in self._route.rests_on])


def _card(contact: ContactView, *, first: bool = False) -> list[CardLine]:
    lead: Token = "care_ink" if first else "ink2"
    return [
        *_if(spans(contact.lead), Type.META_BOLD, lead),
        CardLine(spans(contact.who), Type.CONTACT if first else Type.UI_BOLD),
        *_if(contact.note if plain(contact.note) else (), Type.META, "ink2"),
        *_reached(contact),
    ]


def _instead(cases: tuple[InsteadView, ...]) -> list[CardLine]:
    """All other cases, each with the people to go to in it."""
    lines: list[CardLine] = []
    for instead in cases:
        lines.append(CardLine(spans(instead.case), Type.META_BOLD, "ink2", apart=True))
        for contact in instead.contacts:
            lines += [CardLine(spans(contact.who), Type.UI_BOLD), *_reached(contact)]
    return lines


def _helpers(contacts: tuple[ContactView, ...]) -> list[CardLine]:
    """All who help, each with what for behind the name."""
    lines: list[CardLine] = []
    for contact in contacts:
        note = plain(contact.note)
        lines.append(CardLine(spans(contact.who), Type.UI_BOLD, beside=note, apart=True))
        lines += _reached(contact)
    return lines


def _reached(contact: ContactView) -> list[CardLine]:
    """Telephone, email, place and hours, as far as there are any, and how sure they are."""
    known = [text for text in (contact.phone, contact.email, contact.site, contact.hours) if text]
    words: list[Span] = []
    for text in known:
        words += [*(spans(_BETWEEN) if words else ()), Span(text, strong=text == contact.phone)]
    sure: Token = "ink3" if contact.is_checked_lately else "stop_ink"
    lines = _if(spans(contact.missing), Type.META, "warn_ink")
    if words or contact.checked:
        lines.append(CardLine(tuple(words), beside=contact.checked, beside_token=sure))
    return lines


def _if(words: Spans, role: Type, token: Token) -> list[CardLine]:
    return [CardLine(words, role, token)] if words else []


def _rest(rest: RestView) -> Spans:
    title = f" {rest.title}" if rest.title else ""
    version = f", version {rest.version}" if rest.version else ""
    return (Span(rest.label, strong=True), *spans(f"{title}{version}"))
