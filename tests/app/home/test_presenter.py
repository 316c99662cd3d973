"""What the home page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handbook.app.duties import ReaderDuties
from handbook.app.home.presenter import ChangedRow, HomePresenter, HomeView, home_view
from handbook.domain.confirming import Confirmation, Duties
from handbook.domain.library import Summary, Unreadable
from handbook.domain.place import Place
from handbook.domain.policy import Confirm, PolicyCard
from handbook.domain.school import Contact, School
from handbook.state.confirmations import ConfirmationStore

TODAY = date(2026, 1, 10)


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


def seen(summary: Summary, duties: Duties = Duties()) -> HomeView:  # noqa: B008
    return home_view(summary, duties, TODAY)


def school(lead: str = "") -> School:
    return School(
        contacts={
            "dsl": Contact("dsl", "Designated Safeguarding Lead", lead, when_away="deputy-dsl"),
            "deputy-dsl": Contact("deputy-dsl", "Deputy lead"),
        }
    )


def test_the_newest_policies_come_first_and_never_more_than_three() -> None:
    cards = tuple(card(name, date(2026, month, 1)) for month, name in enumerate("ABCD", start=1))

    view = seen(Summary(cards=cards))

    assert [row.title for row in view.changed] == ["D", "C", "B"]
    assert view.content_date == "1 April 2026"


def test_a_policy_that_nobody_must_confirm_is_not_on_the_list_to_read() -> None:
    cards = (card("A", date(2026, 1, 1), Confirm.NEVER), card("B", date(2026, 1, 1), Confirm.ONCE))

    (row,) = seen(Summary(cards=cards)).to_read

    assert (row.title, row.tag, row.note) == ("B", "Due 24 Jan", "10 min read")


def test_a_lead_whom_nobody_named_is_said_to_be_missing() -> None:
    danger = seen(Summary(school=school())).danger

    assert "name not filled in yet: ask the office" in danger.tell
    assert "Deputy lead" in danger.away


def test_the_lead_is_named_with_the_telephone() -> None:
    named = School(
        contacts={"dsl": Contact("dsl", "Designated Safeguarding Lead", "A. Name", phone="204")}
    )

    danger = seen(Summary(school=named)).danger

    assert danger.tell == "Call 999, then tell the Designated Safeguarding Lead: A. Name, 204."
    assert danger.away == ""


def test_the_number_to_dial_stays_on_one_line() -> None:
    lead = Contact("dsl", "Designated Safeguarding Lead", name="A. Name", phone="01632 960 103")

    danger = seen(Summary(school=School("", "", {"dsl": lead}, {}))).danger

    assert danger.tell.endswith("A. Name, 01632\N{NO-BREAK SPACE}960\N{NO-BREAK SPACE}103.")


def test_without_a_school_file_the_line_still_says_what_to_do() -> None:
    assert seen(Summary()).danger.tell.startswith("Call 999")


def test_files_that_cannot_be_read_are_named() -> None:
    broken = Unreadable(Place("policies/a.md", 3), "the table has a row too many")

    view = seen(Summary(unreadable=(broken,)))

    assert view.problems == ("policies/a.md:3: the table has a row too many",)


def test_the_presenter_shows_the_view() -> None:
    class Page:
        shown: HomeView | None = None

        def show_home(self, view: HomeView) -> None:
            self.shown = view

        def show_changed(self, rows: tuple[ChangedRow, ...]) -> None:
            raise AssertionError(rows)

    page = Page()
    duties = ReaderDuties(ConfirmationStore.in_memory(), lambda: None, lambda: TODAY)
    HomePresenter(page, duties).show(Summary(asked_often=("a", "b", "c", "d")))

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
    duties = ReaderDuties(ConfirmationStore.in_memory(), lambda: None, lambda: TODAY)
    presenter = HomePresenter(page, duties)
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

    assert [row.title for row in seen(Summary(cards=cards)).changed] == [
        "Leave",
        "Pay",
        "A guide",
    ]


def test_safeguarding_stands_first_among_what_is_to_read() -> None:
    day = date(2026, 9, 1)
    first = replace(card("Zeal", day), collection="Safeguarding")
    cards = (card("A", day), card("B", day), card("C", day), first)

    assert [row.title for row in seen(Summary(cards=cards)).to_read] == ["Zeal", "A", "B"]


def confirmed(policy: str, day: date, version: str = "1.0") -> dict[str, Confirmation]:
    return {policy: Confirmation(policy, version, "d", day)}


def test_what_is_overdue_stands_first_and_what_is_due_is_counted() -> None:
    early = {("b", "1.0"): date(2025, 12, 1), ("a", "1.0"): date(2026, 1, 1)}
    cards = tuple(card(name, date(2025, 1, 1)) for name in "ABCD")

    view = seen(Summary(cards=cards), Duties(asked=early))

    assert [(row.title, row.tag) for row in view.to_read] == [
        ("B", "Overdue since 15 Dec"),
        ("A", "Due Thu 15 Jan"),
        ("C", "Due 24 Jan"),
    ]
    assert view.due == 4


def test_what_is_done_stands_below_what_is_due() -> None:
    cards = (card("A", date(2025, 9, 1)), card("B", date(2025, 9, 1)))

    view = seen(Summary(cards=cards), Duties(last=confirmed("a", date(2025, 9, 9))))

    assert [row.is_done for row in view.to_read] == [False, True]
    assert view.to_read[1].note == "You confirmed version 1.0 on 9 Sept"
    assert view.due == 1


def test_a_new_version_says_which_one_was_confirmed() -> None:
    view = seen(
        Summary(cards=(card("A", date(2026, 1, 9)),)),
        Duties(last=confirmed("a", date(2025, 9, 9), version="0.9")),
    )

    assert view.to_read[0].note == "New since you confirmed 0.9"


def test_where_nobody_is_asked_it_is_a_list_to_read() -> None:
    view = seen(Summary(cards=(card("A", date(2026, 1, 1)),)), Duties(are_asked=False))

    assert (view.to_read[0].tag, view.due, view.are_asked) == ("Read each year", 0, False)
