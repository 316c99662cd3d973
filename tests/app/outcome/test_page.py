"""The outcome on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.journey.answers import AnswerView
from handbook.app.look.look import Look
from handbook.app.outcome.band import RouteTab, path_text
from handbook.app.outcome.page import OutcomePage
from handbook.app.outcome.presenter import OutcomePresenter
from handbook.app.outcome.views import OutcomeView
from handbook.app.paper.saving import Saved, Went
from handbook.app.widgets.paint import RING
from handbook.app.widgets.tick_box import TickBox
from handbook.domain.flow import NodeRef
from handbook.domain.journey import Journey
from tests.app.outcome.money import TODAY, journey, library

SAVED = Saved(Path("folder") / "Handbook 21 Nov.pdf")


BUTTONS = (
    "Go on: It is online",
    "Save as PDF",
    "Print",
    "Add my answers",
    "Start again",
    "Back to the handbook",
)


def placed(widget: QWidget, page: QWidget) -> QRect:
    """Where a widget stands on the page, without the room for its ring."""
    rect = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    return rect.adjusted(RING, RING, -RING, -RING)


class FakeOutlet:
    """Saves nothing, and says that it did."""

    def __init__(self) -> None:
        self.with_answers: list[bool] = []

    def save(self, view: OutcomeView, name: str, *, with_answers: bool) -> Went:
        del view, name
        self.with_answers.append(with_answers)
        return SAVED

    def print_out(self, view: OutcomeView, *, with_answers: bool) -> Went:
        return self.save(view, "", with_answers=with_answers)


class Outcome:
    """The page with its presenter, as the desktop joins them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = OutcomePage(Look())
        self.outlet = FakeOutlet()
        self.presenter = OutcomePresenter(self.page, lambda: TODAY, self.outlet)
        self.page.clause_requested.connect(self.presenter.open_clause)
        self.page.save_pressed.connect(self.presenter.save)
        self.page.print_pressed.connect(self.presenter.print_out)
        self.page.resize(1366, 688)
        self.bot = qtbot
        qtbot.addWidget(self.page)

    def show(self, *numbers: int) -> None:
        self.presenter.show(library(), journey(*numbers))
        with self.bot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.take_focus()

    def button(self, words: str) -> QAbstractButton:
        for button in self.page.findChildren(QAbstractButton):
            said = button.accessibleName() or button.text()
            if said.startswith(words) and button.isVisible():
                return button
        raise AssertionError(f"no button {words!r}")

    def click(self, words: str) -> None:
        self.bot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, *, alt: bool = False) -> None:
        held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        self.bot.keyClick(QApplication.focusWidget() or self.page, key, held)

    @property
    def words(self) -> str:
        return "\n".join(words_of(self.page))


def words_of(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()


@pytest.fixture
def outcome(qtbot: QtBot) -> Outcome:
    return Outcome(qtbot)


def test_the_route_says_who_by_when_and_what(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)

    for words in ("Tell somebody who checks money", "Within 3 days.", "Keep the papers."):
        assert words in outcome.words


def test_one_route_alone_has_no_tabs(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)

    assert not outcome.page.findChildren(RouteTab)


def test_another_route_takes_the_place_of_the_first_which_stays_named(outcome: Outcome) -> None:
    outcome.show(2, 3, 1)
    outcome.click("Do this as well: Call 101")

    assert "Keep the papers." not in outcome.words
    assert "Do this first: Tell somebody who checks money, 1 of 3" in outcome.words
    assert outcome.button("Do this as well: Call 101").isChecked()


def test_arrows_move_between_the_routes(outcome: Outcome) -> None:
    outcome.show(2, 3, 1)
    outcome.button("Do this first").setFocus()
    outcome.press(Qt.Key.Key_Right)

    assert outcome.button("Do this as well: Call 101").isChecked()


def test_an_emergency_stands_large_at_the_top(outcome: Outcome) -> None:
    outcome.show(1)

    large = [
        label
        for label in outcome.page.findChildren(QLabel)
        if label.text() == "Call 999" and label.font().pixelSize() > 40
    ]
    assert large
    assert large[0].mapTo(outcome.page, large[0].rect().bottomLeft()).y() < 300


def test_a_clause_opens_in_place_and_alt_left_closes_it(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    outcome.click("Finance 2.1")
    assert "first thing" in outcome.words

    with outcome.bot.assertNotEmitted(outcome.page.back_pressed):
        outcome.press(Qt.Key.Key_Left, alt=True)
    assert "first thing" not in outcome.words
    assert "Keep the papers." in outcome.words


def test_alt_left_goes_back_to_the_questions(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    with outcome.bot.waitSignal(outcome.page.back_pressed):
        outcome.press(Qt.Key.Key_Left, alt=True)


def test_alt_left_closes_an_outcome_that_no_question_led_to(outcome: Outcome) -> None:
    flows = library().flows
    outcome.presenter.show(library(), Journey(flows, NodeRef("money", "audit")))
    with outcome.bot.waitActive(outcome.page):
        outcome.page.show()
        outcome.page.activateWindow()
    with outcome.bot.waitSignal(outcome.page.closed):
        outcome.press(Qt.Key.Key_Left, alt=True)


def test_any_answer_can_be_changed(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    outcome.click("Change your answers")
    with outcome.bot.waitSignal(outcome.page.change_requested) as told:
        outcome.click("Change: Whose doing is it?")

    assert told.args == [1]


def test_an_outcome_that_hands_over_offers_to_go_on(outcome: Outcome) -> None:
    outcome.show(2, 1, 2)
    with outcome.bot.waitSignal(outcome.page.go_on_requested) as told:
        outcome.click("Go on: It is online")

    assert told.args == [NodeRef("online", "post")]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Start again", "start_again"),
        ("Back to the handbook", "closed"),
        ("Leave quickly", "left_quickly"),
    ],
)
def test_every_way_out_says_so(outcome: Outcome, words: str, signal: str) -> None:
    outcome.show(2, 2, 1)
    with outcome.bot.waitSignal(getattr(outcome.page, signal)):
        outcome.click(words)


def test_shift_three_times_leaves_quickly(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    with outcome.bot.waitSignal(outcome.page.left_quickly):
        for _ in range(3):
            outcome.press(Qt.Key.Key_Shift)


def test_forgetting_leaves_no_word_on_the_page(outcome: Outcome) -> None:
    outcome.show(2, 3, 1)
    outcome.presenter.forget()

    kept = [
        widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        for widget in outcome.page.findChildren(QWidget)
    ]
    said = outcome.words + "\n".join(kept)
    for words in ("checks money", "Call 101", "Headteacher", "Keep the papers", "I am not sure"):
        assert words not in said


def test_the_path_is_shortened_to_the_last_answers() -> None:
    answers = [AnswerView(index, "?", f"answer {index}") for index in range(5)]

    assert path_text(answers) == "…  ›  answer 2  ›  answer 3  ›  answer 4"


def test_the_answers_go_along_only_where_that_is_ticked(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    outcome.click("Save as PDF")
    outcome.click("Add my answers")
    outcome.click("Print")

    assert outcome.outlet.with_answers == [False, True]


def test_the_tick_is_off_again_for_every_outcome(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    outcome.click("Add my answers")
    outcome.show(2, 3, 1)
    outcome.click("Save as PDF")

    assert outcome.outlet.with_answers == [False]


def test_where_the_file_is_is_said_until_the_next_action(outcome: Outcome) -> None:
    outcome.show(2, 3, 1)
    outcome.click("Save as PDF")
    assert SAVED.sentence in outcome.words

    outcome.click("Do this as well: Call 101")
    assert "folder" not in outcome.words


def test_where_the_file_is_is_forgotten_with_the_rest(outcome: Outcome) -> None:
    outcome.show(2, 2, 1)
    outcome.click("Add my answers")
    outcome.click("Save as PDF")
    outcome.presenter.forget()

    kept = [label.text() for label in outcome.page.findChildren(QLabel)]
    assert not any(box.isChecked() for box in outcome.page.findChildren(TickBox))
    assert not any("folder" in words for words in kept)


@pytest.mark.parametrize("width", [1366, 1000, 760])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_button_is_whole_at_every_width(outcome: Outcome, width: int, scale: float) -> None:
    outcome.page.look.set_scale(scale)
    outcome.page.resize(width, 688)
    outcome.show(2, 1, 2)
    outcome.page.resize(width, 688)

    buttons = [outcome.button(words) for words in BUTTONS]
    outcome.bot.waitUntil(lambda: all(b.width() == b.sizeHint().width() for b in buttons))
    for button in buttons:
        rect = placed(button, outcome.page)
        assert outcome.page.rect().contains(rect), button.text()
        others = [other for other in buttons if other is not button]
        assert not any(rect.intersects(placed(other, outcome.page)) for other in others)
