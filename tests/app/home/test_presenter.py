"""What the home page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handbook.app.home.presenter import ChangedRow, HomePresenter, HomeView, home_view
from handbook.domain.library import Summary, Unreadable
from handbook.domain.place import Place
from handbook.domain.policy import Confirm, PolicyCard
from handbook.domain.school import Contact, School


def card(title: str, approved: date, confirm: Confirm = Confirm.YEARLY) -> PolicyCard:
    return PolicyCard(
        id=title.lower(),
        title=title,
        collection="Working here",
        summary=f"About {title.lower()}.",
        owner="headteacher",
        version="1.0",
        approved=approved,
        review=None,
        confirm=confirm,
        clauses=10,
        words=2_050,
    )


def school(lead: str = "") -> School:
    return School(
        contacts={
            "dsl": Contact("dsl", "Designated Safeguarding Lead", lead, when_away="deputy-dsl"),
            "deputy-dsl": Contact("deputy-dsl", "Deputy lead"),
        }
    )


def test_the_newest_policies_come_first_and_never_more_than_three() -> None:
    cards = tuple(card(name, date(2026, month, 1)) for month, name in enumerate("ABCD", start=1))

    view = home_view(Summary(cards=cards))

    assert [row.title for row in view.changed] == ["D", "C", "B"]
    assert view.content_date == "1 April 2026"


def test_a_policy_that_nobody_must_confirm_is_not_on_the_list_to_read() -> None:
    cards = (card("A", date(2026, 1, 1), Confirm.NEVER), card("B", date(2026, 1, 1), Confirm.ONCE))

    (row,) = home_view(Summary(cards=cards)).to_read

    assert (row.title, row.tag, row.minutes) == ("B", "Read once", 10)


def test_a_lead_whom_nobody_named_is_said_to_be_missing() -> None:
    danger = home_view(Summary(school=school())).danger

    assert "name not filled in yet: ask the office" in danger.tell
    assert "Deputy lead" in danger.away


def test_the_lead_is_named_with_the_telephone() -> None:
    named = School(
        contacts={"dsl": Contact("dsl", "Designated Safeguarding Lead", "A. Name", phone="204")}
    )

    danger = home_view(Summary(school=named)).danger

    assert danger.tell == "Call 999, then tell the Designated Safeguarding Lead: A. Name, 204."
    assert danger.away == ""


def test_without_a_school_file_the_line_still_says_what_to_do() -> None:
    assert home_view(Summary()).danger.tell.startswith("Call 999")


def test_files_that_cannot_be_read_are_named() -> None:
    broken = Unreadable(Place("policies/a.md", 3), "the table has a row too many")

    view = home_view(Summary(unreadable=(broken,)))

    assert view.problems == ("policies/a.md:3: the table has a row too many",)


def test_the_presenter_shows_the_view() -> None:
    class Page:
        shown: HomeView | None = None

        def show_home(self, view: HomeView) -> None:
            self.shown = view

        def show_changed(self, rows: tuple[ChangedRow, ...]) -> None:
            raise AssertionError(rows)

    page = Page()
    HomePresenter(page).show(Summary(asked_often=("a", "b", "c", "d")))

    assert page.shown is not None
    assert page.shown.asked_often == ("a", "b", "c")


class Told:
    """Records the rows of what changed."""

    def __init__(self) -> None:
        self.rows: list[tuple[ChangedRow, ...]] = []

    def show_home(self, view: HomeView) -> None:
        self.rows.append(view.changed)

    def show_changed(self, rows: tuple[ChangedRow, ...]) -> None:
        self.rows.append(rows)


def test_what_changed_is_said_and_stands_first() -> None:
    page, day = Told(), date(2026, 9, 1)
    presenter = HomePresenter(page)
    summary = Summary(cards=(card("New", day), card("Old", date(2020, 1, 1))))
    presenter.show(summary)

    presenter.show_changes({"old": "Reworded: 4.3"}, summary, None)
    presenter.show_changes({"old": "Reworded: 4.3"}, summary, None)
    presenter.show(summary)
    presenter.show_changes({}, summary, None)

    titles = [[row.title for row in rows] for rows in page.rows]
    assert titles == [["New", "Old"], ["Old", "New"], ["Old", "New"], ["New", "Old"]]
    old, new = page.rows[1]
    assert (old.summary, old.is_compared) == ("Reworded: 4.3", True)
    assert not new.is_compared


def test_of_policies_of_one_day_those_to_read_come_before_guides() -> None:
    day = date(2026, 9, 1)
    cards = (card("A guide", day, Confirm.NEVER), card("Pay", day), card("Leave", day))

    assert [row.title for row in home_view(Summary(cards=cards)).changed] == [
        "Leave",
        "Pay",
        "A guide",
    ]


def test_safeguarding_stands_first_among_what_is_to_read() -> None:
    day = date(2026, 9, 1)
    first = replace(card("Zeal", day), collection="Safeguarding")
    cards = (card("A", day), card("B", day), card("C", day), first)

    assert [row.title for row in home_view(Summary(cards=cards)).to_read] == ["Zeal", "A", "B"]
