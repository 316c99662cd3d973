"""Whom to tell, on paper as it were: each route once, and never only the person it is about.

The questions of the app are left out (decision 0029): a web server and a browser both keep a
list of the pages somebody opened. Here one page holds every route, so that the list says no
more than that somebody looked. Nobody has said whom the worry is about, so beside each route
stands, for every person of the school it could be about, whom to tell then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.domain.blocks import Paragraph, Spans
from handbook.domain.filling import filled, filled_spans
from handbook.domain.flow import EMERGENCY, Flow, NodeRef, Outcome
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import Contact, School
from handbook.domain.seen import NUMBERS, helplines, seen_guide
from handbook.domain.telling import Card, cards, outside_cards
from handbook.exporters.site.addresses import CONCERN, MAIN, PEOPLE, policy_page, route_id, telling
from handbook.exporters.site.frame import Frame
from handbook.exporters.site.lists import danger
from handbook.exporters.site.markup import Html, element, joined
from handbook.exporters.site.words import ways_to_reach, who, within
from handbook.markup.html import blocks_html, spans_html


def concern_page(frame: Frame) -> bytes:
    """The whole page."""
    guide = seen_guide(frame.library)
    main = element(
        "main",
        element("h1", "I have a concern"),
        danger(frame),
        element(
            "section",
            element("h2", "Let the app ask you"),
            element(
                "p",
                "The Handbook app on your computer asks a few questions, names whom to tell first "
                "and also, and keeps none of your answers. The questions are not on this website: "
                "a browser and a web server keep a list of the pages that you open.",
            ),
            _seen(guide) if guide else None,
            class_="box",
        ),
        element("h2", "Whom to tell"),
        element(
            "p",
            "Find what is closest to your worry. You need no proof, and you need not be sure. "
            "Where it is about one of the people named, or somebody close to them, follow that "
            "line and tell nobody whom it is about.",
        ),
        element("ul", *_ways(frame.library), class_="routes"),
        *(_flow(flow, frame) for flow in telling(frame.library)),
        *_helplines(frame, guide),
        id=MAIN,
        tabindex="-1",
        class_="page",
    )
    return frame.page("Whom to tell", main, CONCERN)


def about_whom(
    outcome: Outcome, library: Library
) -> tuple[tuple[tuple[Contact, ...], tuple[Card, ...]], ...]:
    """For everybody of the school whom a route names: whom to tell if it is about them.

    So too for people whom an answer of the questions names together, such as the safeguarding
    lead or the deputy. Worked out as the app does at the end of its questions.
    """
    school = library.school
    told = (telling.role for telling in outcome.tell)
    people = dict.fromkeys((*told, *(line.role for line in outcome.if_about)))
    named = [role for role in people if role in school.contacts and not _is_body(role, school)]
    subjects: list[tuple[str, ...]] = [(role,) for role in named]
    subjects += [roles for roles in _together(library) if set(roles) & set(named)]
    return tuple(
        (tuple(school.contact(role) for role in roles), cards(outcome, school, roles))
        for roles in subjects
    )


def _together(library: Library) -> tuple[tuple[str, ...], ...]:
    """The people whom one answer names as concerned, where they are several."""
    found = (
        choice.subjects
        for flow in telling(library)
        for step in flow.steps
        for choice in step.choices
    )
    known = library.school.contacts
    return tuple(
        dict.fromkeys(
            roles for roles in found if len(roles) > 1 and all(role in known for role in roles)
        )
    )


def _is_body(role: str, school: School) -> bool:
    return school.contact(role).is_body


def _ways(library: Library) -> Iterator[Html]:
    for flow in telling(library):
        for outcome in flow.outcomes:
            if outcome.tell:
                href = f"#{route_id(NodeRef(flow.id, outcome.id))}"
                yield element("li", element("a", outcome.title, href=href))


def _seen(guide: Policy) -> Html:
    link = element("a", guide.title, href=policy_page(guide.id))
    return element("p", "What others can see: ", link, ".")


def _helplines(frame: Frame, guide: Policy | None) -> Iterator[Html]:
    clause = _numbers(guide)
    lines = helplines(clause.blocks, frame.library.school) if clause else ()
    if not lines:
        return
    yield element("h2", "To ring in private, from your own phone")
    yield element(
        "ul",
        *(
            element(
                "li",
                _contact(frame.library.school.contact(line.role), frame, line.note),
            )
            for line in lines
        ),
        class_="told",
    )


def _numbers(guide: Policy | None) -> Clause | None:
    clauses = guide.clauses if guide else ()
    return next((clause for clause in clauses if clause.id == NUMBERS), None)


def _flow(flow: Flow, frame: Frame) -> Html:
    routes = [
        _route(NodeRef(flow.id, outcome.id), outcome, frame)
        for outcome in flow.outcomes
        if outcome.tell
    ]
    return element("section", element("h2", flow.title), *routes)


def _route(ref: NodeRef, outcome: Outcome, frame: Frame) -> Html:
    school = frame.library.school
    is_alarm = ref.id == EMERGENCY
    told = cards(outcome, school, ())
    cases = [
        element(
            "li", element("strong", f"If it is about {_either(people)}:"), " tell ", _names(others)
        )
        for people, others in about_whom(outcome, frame.library)
        if others
    ]
    return element(
        "section",
        element("h3", outcome.title),
        Html(blocks_html(_unnamed(outcome, school), frame.address)),
        element("h4", "Tell"),
        element(
            "ul", *(element("li", _contact(card.contact, frame)) for card in told), class_="told"
        ),
        element("ul", *cases, class_="instead") if cases else None,
        *_by_when(outcome, frame),
        *_lines("Do now", outcome.do_now, frame),
        *_lines("Do not", outcome.do_not, frame),
        *_outside(outcome, frame),
        *_rests(outcome, frame.library),
        id=route_id(ref),
        class_="route alarm" if is_alarm else "route",
    )


def _unnamed(outcome: Outcome, school: School) -> tuple[Paragraph, ...]:
    paragraphs = (block for block in outcome.why if isinstance(block, Paragraph))
    kept = tuple(block for block in paragraphs if not _names_people(block.spans, school))
    return tuple(block for block in filled(kept, school) if isinstance(block, Paragraph))


def _by_when(outcome: Outcome, frame: Frame) -> Iterator[Html]:
    school = frame.library.school
    if outcome.by_when and not _names_people(outcome.by_when, school):
        yield element("h4", "By when")
        words = spans_html(filled_spans(outcome.by_when, school), frame.address)
        yield element("p", Html(words))


def _lines(title: str, lines: Iterable[Spans], frame: Frame) -> Iterator[Html]:
    """What to do, without what names a person of the school: it may be about that very one."""
    school = frame.library.school
    kept = [line for line in lines if line and not _names_people(line, school)]
    if kept:
        yield element("h4", title)
        yield element(
            "ul",
            *(
                element("li", Html(spans_html(filled_spans(line, school), frame.address)))
                for line in kept
            ),
        )


def _outside(outcome: Outcome, frame: Frame) -> Iterator[Html]:
    found = outside_cards(outcome, frame.library.school, ())
    bodies = [card.contact for card in found if card.contact.is_body]
    if bodies:
        yield element("h4", "Outside help")
        links = (element("a", body.title, href=f"{PEOPLE}#{body.id}") for body in bodies)
        yield element("ul", *(element("li", link) for link in links))


def _rests(outcome: Outcome, library: Library) -> Iterator[Html]:
    links: list[Html] = []
    for rest in outcome.rests_on:
        policy = next((one for one in library.policies if one.id == rest.ref.policy), None)
        if policy is not None:
            href = policy_page(policy.id, rest.ref.clause)
            links.append(element("li", element("a", f"{policy.title}: {rest.words}", href=href)))
    if links:
        yield element("h4", "This rests on")
        yield element("ul", *links)


def _names_people(spans: Spans, school: School) -> bool:
    return any(
        span.link is not None
        and span.link.kind is LinkKind.ROLE
        and span.link.target in school.contacts
        and not school.contact(span.link.target).is_body
        for span in spans
    )


def _contact(contact: Contact, frame: Frame, note: Spans = ()) -> Html:
    words = Html(spans_html(filled_spans(note, frame.library.school), frame.address))
    return joined(
        element("strong", who(contact)),
        element("span", ": ", words) if note else None,
        ways_to_reach(contact, frame.icons),
    )


def _either(people: tuple[Contact, ...]) -> str:
    return " or ".join(within(person) for person in people)


def _names(others: tuple[Card, ...]) -> Html:
    links = [
        element("a", within(card.contact), href=f"{PEOPLE}#{card.contact.id}") for card in others
    ]
    first, last = links[:-1], links[-1]
    return joined(joined(*first, by=", "), " and ", last) if first else last
