"""What it takes to confirm a policy, and what is kept of it."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.app.confirm.views import Progress, Said, Stage
from handbook.domain.blocks import plain
from handbook.domain.confirming import Confirmation
from handbook.domain.receipt import Receipt
from handbook.domain.text_digest import text_digest
from tests.app.confirm.conftest import NOW, TODAY, Desk, FakePage, library


def test_a_policy_is_read_before_it_is_checked(desk: Desk, page: FakePage) -> None:
    desk.presenter.open("chats")

    view = page.shown
    assert view.stage is Stage.READ
    assert view.questions == ()
    assert view.missing == "Read it first."
    assert "by 5 December 2026" in view.lead
    assert [step.progress for step in view.steps] == [
        Progress.HERE,
        Progress.AHEAD,
        Progress.AHEAD,
    ]


def test_reading_it_in_this_sitting_leads_to_the_questions(desk: Desk, page: FakePage) -> None:
    desk.read()
    desk.presenter.open("chats")

    assert page.shown.stage is Stage.CHECK
    assert [question.text for question in page.shown.questions] == [
        "May you start a group?",
        "A message at night?",
    ]
    assert page.shown.heading == "Two points to check"
    assert page.shown.steps[1].note == "0 of 2 answered"


def test_what_was_begun_in_an_earlier_sitting_counts(desk: Desk, page: FakePage) -> None:
    desk.kept.begin("chats", "4.0")
    desk.presenter.open("chats")

    assert page.shown.stage is Stage.CHECK


def test_another_version_is_opened_anew(desk: Desk, page: FakePage) -> None:
    desk.kept.begin("chats", "3.0")
    desk.read(version="3.0")
    desk.presenter.open("chats")

    assert page.shown.stage is Stage.READ


def test_nothing_of_why_is_shown_before_an_answer(desk: Desk, page: FakePage) -> None:
    desk.read()
    desk.presenter.open("chats")

    assert [(each.why, each.clause) for each in page.shown.questions] == [((), ""), ((), "")]


def test_a_wrong_answer_stays_open_and_says_what_the_policy_says(
    desk: Desk, page: FakePage
) -> None:
    desk.read()
    desk.presenter.open("chats")
    desk.presenter.answered(1, 3)

    first = page.shown.questions[0]
    assert (first.said, first.chosen) == (Said.WRONG, 3)
    assert plain(first.why) == "For 5 weeks you may not."
    assert (first.clause, first.clause_name) == ("groups", "1.1 Groups")
    desk.presenter.answered(1, 2)
    assert page.shown.questions[0].said is Said.RIGHT
    assert page.shown.missing == "Answer question 2 first."


def test_a_right_answer_stays_right(desk: Desk, page: FakePage) -> None:
    desk.read()
    desk.presenter.open("chats")
    for answer in (2, 1, 3):
        desk.presenter.answered(1, answer)

    assert page.shown.questions[0].said is Said.RIGHT


@pytest.mark.parametrize(("question", "answer"), [(0, 1), (3, 1), (1, 0), (1, 4)])
def test_an_answer_that_is_not_offered_is_none(
    desk: Desk, page: FakePage, question: int, answer: int
) -> None:
    desk.read()
    desk.presenter.open("chats")
    desk.presenter.answered(question, answer)

    assert all(each.said is Said.NOTHING for each in page.shown.questions)


def test_what_is_missing_is_said_and_nothing_is_kept(desk: Desk, page: FakePage) -> None:
    presenter = desk.presenter
    presenter.open("chats")
    presenter.agreed(True)
    presenter.confirm()
    desk.read()
    presenter.open("chats")
    presenter.confirm()
    presenter.answered(1, 2)
    presenter.confirm()
    presenter.answered(2, 1)
    presenter.agreed(False)
    presenter.confirm()

    assert page.missing == [
        "Read it first.",
        "Answer question 1 first.",
        "Answer question 2 first.",
        "Tick the box if you agree.",
    ]
    assert desk.kept.all() == ()


def test_confirming_keeps_version_day_text_and_receipt(desk: Desk, page: FakePage) -> None:
    told: list[int] = []
    desk.presenter.on_confirmed = lambda: told.append(1)
    desk.do_all()
    assert page.shown.missing == ""
    assert page.shown.confirm == "Confirm version 4.0"
    desk.presenter.confirm()

    whole = library()
    digest = text_digest(whole.policy("chats"), whole.school)
    assert desk.kept.all() == (Confirmation("chats", "4.0", digest, TODAY),)
    assert desk.kept.text("chats") == "source of chats"
    ((name, data),) = desk.kept.waiting()
    receipt = Receipt.parse(data, name)
    assert (receipt.user, receipt.machine, receipt.digest) == ("jo", "laptop", digest)
    assert receipt.time == NOW.replace(microsecond=0)
    assert told == [1]
    assert page.shown.stage is Stage.CONFIRMED
    assert "21 November 2026" in page.shown.lead
    assert "before 21 November 2027" in page.shown.lead


def test_answers_are_kept_nowhere(desk: Desk) -> None:
    desk.read()
    desk.presenter.open("chats")
    desk.presenter.answered(1, 3)
    desk.do_all()
    desk.presenter.confirm()

    dump = "\n".join(desk.kept._connection.iterdump())
    for word in ("q-group", "q-night", "answer", "May you start", "On a trip"):
        assert word not in dump


def test_the_next_policy_that_is_due_is_offered(desk: Desk, page: FakePage) -> None:
    desk.do_all()
    desk.presenter.confirm()

    assert (page.shown.next_policy, page.shown.next_title) == ("plain", "Plain")
    desk.read("plain", "1")
    desk.presenter.open("plain")
    assert page.shown.stage is Stage.READY
    assert [step.title for step in page.shown.steps] == ["Read the policy", "Confirm"]
    desk.presenter.agreed(True)
    desk.presenter.confirm()
    assert page.shown.next_policy == ""
    assert "asked again" not in page.shown.lead


def test_a_policy_without_questions_goes_from_reading_to_confirming(
    desk: Desk, page: FakePage
) -> None:
    desk.presenter.open("plain")
    assert [step.progress for step in page.shown.steps] == [Progress.HERE, Progress.AHEAD]
    desk.read("plain", "1")
    desk.presenter.open("plain")

    assert [step.progress for step in page.shown.steps] == [Progress.DONE, Progress.HERE]
    assert page.shown.missing == "Tick the box if you agree."


def test_after_a_year_it_is_asked_again_with_everything(desk: Desk, page: FakePage) -> None:
    desk.do_all()
    desk.presenter.confirm()
    desk.today = date(2027, 11, 10)
    desk.presenter.open("chats")

    assert page.shown.stage is Stage.CHECK
    assert "You confirmed this version on 21 November 2026" in _asked(desk, page)
    assert not page.shown.is_agreed
    assert all(each.said is Said.NOTHING for each in page.shown.questions)


def _asked(desk: Desk, page: FakePage) -> str:
    desk.duties._opened.clear()
    desk.presenter.open("chats")
    return page.shown.lead


def test_a_new_version_says_which_one_was_confirmed(desk: Desk, page: FakePage) -> None:
    desk.do_all()
    desk.presenter.confirm()
    desk.presenter.set_library(library("5.0"))
    desk.presenter.open("chats")

    assert page.shown.stage is Stage.READ
    assert "new since you confirmed version 4.0 on 21 November 2026" in page.shown.lead


def test_another_text_lets_answers_go(desk: Desk, page: FakePage) -> None:
    desk.do_all()
    desk.presenter.set_library(library())
    desk.presenter.open("chats")

    assert not page.shown.is_agreed
    assert page.shown.missing == "Answer question 1 first."


def test_coming_back_from_the_clause_keeps_what_was_answered(desk: Desk, page: FakePage) -> None:
    desk.read()
    desk.presenter.open("chats")
    desk.presenter.answered(1, 2)
    desk.presenter.open("chats")

    assert page.shown.questions[0].said is Said.RIGHT


def test_what_cannot_be_written_is_said_and_can_be_tried_again(desk: Desk, page: FakePage) -> None:
    desk.do_all()
    desk.kept._connection.execute("PRAGMA query_only = ON")
    desk.presenter.confirm()
    assert page.not_kept == 1
    assert page.shown.missing == ""
    desk.kept._connection.execute("PRAGMA query_only = OFF")
    desk.source_fails = True
    desk.presenter.confirm()
    assert page.not_kept == 2
    desk.source_fails = False
    desk.presenter.confirm()

    assert page.shown.stage is Stage.CONFIRMED


def test_what_nobody_asks_is_not_confirmed(desk: Desk, page: FakePage) -> None:
    desk.presenter.open("never")
    assert page.shown.stage is Stage.NOTHING
    desk.presenter.agreed(True)
    desk.presenter.confirm()
    desk.duties.are_asked = False
    desk.presenter.open("chats")
    assert page.shown.stage is Stage.NOTHING

    assert desk.kept.all() == ()


def test_a_policy_that_is_gone_is_said(desk: Desk, page: FakePage) -> None:
    desk.presenter.open("gone")
    assert page.shown.stage is Stage.GONE
    for do in (desk.presenter.confirm, desk.presenter.show_again):
        do()
    desk.presenter.answered(1, 1)
    desk.presenter.agreed(True)

    assert desk.kept.all() == ()


def test_it_is_said_where_the_record_is_kept(page: FakePage) -> None:
    alone, joined = Desk(page), Desk(page, has_folder=True)
    alone.presenter.open("chats")
    assert "sent nowhere" in page.shown.kept
    joined.do_all()
    assert "school’s folder" in page.shown.kept
    joined.presenter.confirm()
    assert "The receipt waits" in page.shown.kept
    joined.kept.copied([name for name, _ in joined.kept.waiting()], TODAY)
    joined.presenter.show_again()

    assert "the receipt is in the school’s folder" in page.shown.kept
