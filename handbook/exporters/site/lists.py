"""Home, the list of all policies, the people, and the page that searches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote

from handbook.domain.policy import Policy
from handbook.domain.school import Contact
from handbook.exporters.site.addresses import (
    CONCERN,
    HOME,
    MAIN,
    PEOPLE,
    POLICIES,
    SEARCH,
    policy_page,
)
from handbook.exporters.site.frame import Frame
from handbook.exporters.site.markup import Html, element, joined
from handbook.exporters.site.words import long_day, missing, month_of, ways_to_reach, who, within

_FIRST = "Safeguarding"
_LAST = "Guides"


def home_page(frame: Frame) -> bytes:
    """Where one begins: the search, whom to tell, the policies by collection."""
    often = [
        element("a", words, href=f"{SEARCH}#{quote(words)}", class_="chip")
        for words in frame.library.asked_often[:3]
    ]
    main = element(
        "main",
        element("h1", "What do you need to know?"),
        element("p", "Ask in your own words. You get the exact clause, not a pile of documents."),
        search_field(frame),
        element("p", "Asked often ", *often, class_="often") if often else None,
        danger(frame),
        element(
            "section",
            element("h2", frame.icons("concern"), " I have a concern"),
            element(
                "p",
                "Somebody may be at risk, something is wrong at work, or you are being treated "
                "unfairly. See whom to tell.",
            ),
            element("a", "Whom to tell", href=CONCERN, class_="inverse"),
            class_="concern",
        ),
        element("div", *_collections(frame), class_="columns"),
        id=MAIN,
        tabindex="-1",
        class_="page home",
    )
    return frame.page("", main, HOME, searches=True)


def search_page(frame: Frame) -> bytes:
    """The field, and beneath it what it found; without script, the way to every policy."""
    main = element(
        "main",
        element("h1", "Search"),
        search_field(frame),
        id=MAIN,
        tabindex="-1",
        class_="page",
    )
    return frame.page("Search", main, SEARCH, searches=True)


def search_field(frame: Frame) -> Html:
    """The field and the place of what it found. The words stay on the page: nothing is sent."""
    return element(
        "div",
        element(
            "div",
            element("label", "Search all policies", for_="query", class_="heard"),
            frame.icons("search"),
            element(
                "input",
                id="query",
                type="search",
                autocomplete="off",
                spellcheck="false",
                placeholder="Try: may I add a parent on Facebook?",
            ),
            class_="field",
            id="searching",
            hidden=True,
        ),
        element(
            "p",
            "This browser runs no scripts here, so nothing can be searched. ",
            element("a", "All policies", href=POLICIES),
            " lists them by what they are about, and each begins with an outline.",
            id="no-search",
        ),
        element("p", id="found", class_="found", role="status", aria_live="polite"),
        element("ol", id="hits", class_="hits", aria_label="What was found"),
        element(
            "div",
            element("p", element("strong", "That does not mean it is allowed.")),
            element(
                "ul",
                element("li", "Try other words, or fewer."),
                element("li", "Look through ", element("a", "all policies", href=POLICIES), "."),
                element("li", "See ", element("a", "whom to tell", href=CONCERN), "."),
                element("li", "Ask your line manager before you act."),
            ),
            id="nothing",
            hidden=True,
        ),
        role="search",
        class_="search",
    )


def danger(frame: Frame) -> Html:
    """One line on what to do when a child is in danger now."""
    school = frame.library.school
    lead = school.contacts.get("dsl") or school.contacts.get("headteacher")
    tell: Html | str = " Call 999."
    if lead is not None:
        away = school.contacts.get(lead.when_away)
        or_else = f" If they are away, tell {within(away)}." if away else ""
        title = element("a", within(lead), href=f"{PEOPLE}#{lead.id}")
        named = ", ".join(filter(None, (lead.name, lead.phone)))
        tell = joined(" Call 999, then tell ", title, f": {named}." if named else ".", or_else)
    question = element("strong", "A child in danger right now?")
    return element("p", frame.icons("warning"), " ", question, tell, class_="danger")


def policies_page(frame: Frame, today: date) -> bytes:
    """Every policy and guide, by collection, with its version and where its review stands."""
    groups = [
        element(
            "section",
            element("h2", name or "Other policies"),
            element("ul", *(_row(policy, frame, today) for policy in policies), class_="rows"),
        )
        for name, policies in _by_collection(frame.library.policies)
    ]
    main = element(
        "main", element("h1", "Policies"), *groups, id=MAIN, tabindex="-1", class_="page"
    )
    return frame.page("Policies", main, POLICIES)


def people_page(frame: Frame) -> bytes:
    """Who is who, with what is not filled in shown as that."""
    contacts = frame.library.school.contacts.values()
    parts: list[Html] = []
    for title, is_body in (("At this school", False), ("Outside the school", True)):
        cards = [_person(one, frame) for one in contacts if one.is_body is is_body]
        if cards:
            parts.append(
                element("section", element("h2", title), element("div", *cards, class_="cards"))
            )
    heading = element("h1", "People")
    main = element("main", heading, *parts, id=MAIN, tabindex="-1", class_="page")
    return frame.page("People", main, PEOPLE)


def _person(contact: Contact, frame: Frame) -> Html:
    school = frame.library.school
    away = school.contacts.get(contact.when_away)
    instead = school.instead_of(contact.id, (contact.id,)) if contact.when_subject else None
    lines = [element("p", contact.purpose)] if contact.purpose else []
    others = (
        (away, "If they are away"),
        (school.contacts.get(instead or ""), "If it is about them"),
    )
    for other, when in others:
        if other is not None and not school.same_person(other.id, contact.id):
            link = element("a", within(other), href=f"#{other.id}")
            lines.append(element("p", f"{when}: ", link))
    checked = f"Checked {long_day(contact.checked)}" if contact.checked else ""
    if checked and not missing(contact):
        lines.append(element("p", checked, class_="meta"))
    return element(
        "section",
        element("h3", who(contact)),
        ways_to_reach(contact, frame.icons),
        *lines,
        id=contact.id,
        class_="card",
    )


def _collections(frame: Frame) -> Iterator[Html]:
    for name, policies in _by_collection(frame.library.policies):
        links = (
            element("li", element("a", policy.title, href=policy_page(policy.id)))
            for policy in policies
        )
        heading = element("h2", name or "Other policies")
        yield element("section", heading, element("ul", *links, class_="links"))


def _by_collection(policies: Iterable[Policy]) -> list[tuple[str, list[Policy]]]:
    groups: dict[str, list[Policy]] = {}
    for policy in policies:
        groups.setdefault(policy.collection, []).append(policy)
    return sorted(
        groups.items(), key=lambda group: (group[0] == _LAST, group[0] != _FIRST, group[0])
    )


def _row(policy: Policy, frame: Frame, today: date) -> Html:
    review = policy.review
    overdue = policy.is_overdue(today)
    since = f"Overdue since {month_of(review)}" if review else "No review date set"
    tag = element(
        "span",
        frame.icons("clock"),
        f" {since}",
        class_="tag",
        data_review=review.isoformat() if review else None,
        hidden=not overdue,
    )
    version = f"Version {policy.version}" if policy.version else ""
    approved = f"approved {long_day(policy.approved)}" if policy.approved else ""
    return element(
        "li",
        element("a", policy.title, href=policy_page(policy.id)),
        " ",
        tag,
        element("p", policy.summary) if policy.summary else None,
        element("p", ", ".join(filter(None, (version, approved))), class_="meta"),
    )
