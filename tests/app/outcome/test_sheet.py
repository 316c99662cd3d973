"""An outcome on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbook.app.contacts import ContactView
from handbook.app.outcome.presenter import OutcomePresenter
from handbook.app.outcome.sheet import outcome_paper
from handbook.app.outcome.views import InsteadView, OutcomeView
from handbook.app.paper.paper import Paper
from handbook.app.paper.pdf import pdf_of
from handbook.domain.blocks import plain
from handbook.domain.school import Contact, School
from tests.app.outcome.money import TODAY, journey, library, school
from tests.app.outcome.test_presenter import FakeOutcome, FakeOutlet

pytestmark = pytest.mark.usefixtures("qapp")


def view_of(*numbers: int, of: School | None = None) -> OutcomeView:
    page = FakeOutcome()
    presenter = OutcomePresenter(page, lambda: TODAY, FakeOutlet())
    presenter.show(library(of), journey(*numbers))
    assert page.view is not None
    return page.view


def paper_of(*numbers: int, with_answers: bool = False, of: School | None = None) -> Paper:
    return outcome_paper(view_of(*numbers, of=of), TODAY, with_answers=with_answers)


def test_every_word_of_every_route_is_on_the_paper() -> None:
    view = view_of(2, 3, 1)
    text = outcome_paper(view, TODAY, with_answers=False).text

    for route in view.routes:
        told = [*route.tell, *(c for i in route.instead for c in i.contacts), *route.outside]
        for words in (
            route.title,
            *map(plain, (*route.why, route.by_when, *route.do_now, *route.do_not)),
            *(moment.when for moment in route.next),
            *(plain(moment.words) for moment in route.next),
            plain(route.protection),
            *(instead.case for instead in route.instead),
            *(rest.label for rest in route.rests_on),
            *(part for contact in told for part in (contact.who, contact.phone, contact.hours)),
        ):
            assert words in text


def test_the_order_is_that_of_the_routes_the_first_named_as_such() -> None:
    text = paper_of(2, 3, 1).text

    places = [
        text.index(words)
        for words in (
            "Your 3 routes: Tell somebody who checks money   ·   Call 101   ·   Nothing more",
            "Do this first\nTell somebody who checks money",
            "Do this as well\nCall 101",
            "Do this as well\nNothing more",
        )
    ]
    assert places == sorted(places)


def test_the_answers_are_left_out_and_the_paper_says_so() -> None:
    view, text = view_of(2, 3, 1), paper_of(2, 3, 1).text

    assert text.endswith("Your answers are not on this page.")
    for answer in view.answers:
        assert answer.question not in text
    assert "Because you answered" not in text


def test_the_answers_stand_there_where_they_are_asked_for() -> None:
    view, text = view_of(2, 3, 1), paper_of(2, 3, 1, with_answers=True).text

    for answer in view.answers:
        assert f"{answer.question}\n{answer.answer}" in text
    assert "Your answers are not on this page." not in text
    assert "Because you answered “Yes” to “Is it much?”" in text


def test_an_emergency_stands_in_a_red_box_at_the_top() -> None:
    paper = paper_of(3, 1, 1)

    assert paper.boxes[0].kind == "alarm"
    assert paper.boxes[0].rect.top() < 100
    assert paper.text.index("Call 999\n") < paper.text.index("Do this as well")


def test_what_a_rule_rests_on_names_the_version() -> None:
    assert "Finance 2.1 Money that is missing, version 2.4" in paper_of(2, 3, 1).text


def test_no_card_is_cut_by_the_edge_of_a_page() -> None:
    paper = paper_of(2, 3, 1, with_answers=True)

    for placed in paper.boxes:
        assert any(
            part.top <= placed.rect.top() and placed.rect.bottom() <= part.bottom
            for part in paper.parts
        )


def test_neither_footer_nor_title_says_what_the_paper_is_about() -> None:
    paper = paper_of(2, 3, 1)

    assert paper.title == "Staff handbook"
    assert paper.footer == "Staff handbook, printed 21 November 2026"


def test_who_the_concern_is_about_is_nowhere_in_the_file() -> None:
    """Names come from the same values as on the screen; links would carry the role."""
    of = school(head=Contact("head", "Headteacher", name="Zed Quillon", phone="0204 111"))
    paper = paper_of(2, 1, 1, with_answers=False, of=of)

    assert "Quillon" not in paper.text
    assert "0204 111" not in paper.text
    assert b"role:" not in pdf_of(paper)


def test_the_date_is_that_of_the_day() -> None:
    paper = outcome_paper(view_of(2, 2, 1), date(2027, 1, 2), with_answers=False)

    assert paper.footer.endswith("2 January 2027")


def test_help_outside_and_other_cases_stand_in_one_card_each() -> None:
    view = view_of(2, 2, 1)
    helper = ContactView("", "Advice line", phone="0800 111", checked="Checked 1 May 2026")
    cases = tuple(InsteadView(f"If {who} is away", (helper,)) for who in ("she", "he"))
    route = replace(view.routes[0], outside=(helper, helper), instead=cases)
    before = outcome_paper(replace(view, routes=(replace(route, outside=(), instead=()),)), TODAY,
                           with_answers=False)  # fmt: skip
    paper = outcome_paper(replace(view, routes=(route,)), TODAY, with_answers=False)

    assert len(paper.boxes) == len(before.boxes) + 2
    assert paper.text.count("Advice line") == 4
    assert "If he is away\nAdvice line\n0800 111   Checked 1 May 2026" in paper.text
    assert "Outside help" in paper.text


def test_more_to_ask_is_named() -> None:
    assert "There is more to ask in the handbook: It is online." in paper_of(2, 1, 2).text
