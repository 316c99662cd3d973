"""The page of those to tell never sends anybody to the person it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.domain.library import Library
from handbook.domain.telling import cards
from handbook.exporters.site.addresses import CONCERN, PEOPLE, telling
from handbook.exporters.site.whom_to_tell import about_whom
from handbook.exporters.site.words import within
from tests.exporters.site.conftest import Element, read_page, site_of


def small_school(library: Library, second: str, first: str) -> Library:
    """The library of a school in which one person holds two roles."""
    contacts = dict(library.school.contacts)
    contacts[second] = replace(contacts[second], same_as=first)
    return replace(library, school=replace(library.school, contacts=contacts))


@pytest.fixture(
    scope="module",
    params=[(), ("dsl", "headteacher"), ("deputy-dsl", "headteacher"), ("hr", "headteacher"),
            ("line-manager", "headteacher"), ("whistleblowing-governor", "chair")],
    ids=lambda pair: " is ".join(pair) or "each alone",
)  # fmt: skip
def library(model: Library, request: pytest.FixtureRequest) -> Library:
    return small_school(model, *request.param) if request.param else model


@pytest.fixture(scope="module")
def page(library: Library) -> Element:
    return read_page(site_of(library)[CONCERN])


def roles_in(part: Element) -> list[str]:
    start = f"{PEOPLE}#"
    found = (a.attributes["href"] for a in part.all("a"))
    return [href.removeprefix(start) for href in found if href.startswith(start)]


def test_every_route_stands_there_with_somebody_to_tell(library: Library, page: Element) -> None:
    routes = [o for flow in telling(library) for o in flow.outcomes if o.tell]

    shown = page.all("section", class_="route")
    assert [one.all("h3")[0].text for one in shown] == [outcome.title for outcome in routes]
    assert all(one.all(class_="told")[0].all("strong") for one in shown)


def test_no_line_sends_anybody_to_whom_it_is_about(library: Library, page: Element) -> None:
    school = library.school
    by_title = {within(person): person.id for person in school.people}
    lines = [li for box in page.all(class_="instead") for li in box.all("li")]

    assert len(lines) > 40
    for line in lines:
        about = line.all("strong")[0].text.removeprefix("If it is about ").removesuffix(":")
        subjects = [by_title[title] for title in about.split(" or ")]
        told = roles_in(line)
        assert told, line.text
        assert not [role for role in told if school.is_one_of(role, subjects)], line.text


def test_for_everybody_told_it_says_whom_to_tell_instead(library: Library) -> None:
    for flow in telling(library):
        for outcome in flow.outcomes:
            said = {
                people[0].id: told
                for people, told in about_whom(outcome, library)
                if len(people) == 1
            }
            for card in cards(outcome, library.school, ()):
                if not card.contact.is_body:
                    assert said[card.contact.id], (outcome.id, card.contact.id)


def test_people_whom_an_answer_names_together_have_a_line(page: Element) -> None:
    lines = [li.text for box in page.all(class_="instead") for li in box.all("li")]

    assert any(
        "Designated Safeguarding Lead or the deputy safeguarding lead" in line for line in lines
    )


def test_beside_those_lines_a_route_names_nobody_of_the_school(
    library: Library, page: Element
) -> None:
    for route in page.all("section", class_="route"):
        inside = {role for box in route.all(class_="instead") for role in roles_in(box)}
        everywhere = roles_in(route)
        for role in everywhere:
            assert role in inside or library.school.contact(role).is_body, (route.text[:60], role)


def test_the_questions_are_left_out_and_the_page_says_why(library: Library, page: Element) -> None:
    first = next(iter(library.flows)).steps

    assert next(first).question not in page.text
    assert "The Handbook app" in page.text
    assert "your browser keeps a list" in read_page(site_of(library)["school-laptop.html"]).text
    assert "999" in page.all(class_="danger")[0].text
