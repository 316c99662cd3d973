"""The wizard on the screen, walked by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.journey.leaving import LeaveKeys
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.fluid import QuietScroll
from handbook.app.widgets.paint import RING
from handbook.app.wizard.answers import Progress
from handbook.app.wizard.card import ChoiceCard
from handbook.app.wizard.page import WizardPage
from handbook.app.wizard.presenter import ChoiceView, StepView, WizardPresenter
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from tests.app.double import second_half
from tests.domain.flows import FLOWS, SCHOOL, at

LIBRARY = Library(school=SCHOOL, flows=FLOWS)


class Wizard:
    """The page with its presenter, as the desktop joins them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.look = Look()
        self.page = WizardPage(self.look)
        self.presenter = WizardPresenter(self.page, lambda: date(2026, 11, 21))
        self.outcomes: list[Journey] = []
        self.presenter.on_outcome = self.outcomes.append
        self.page.chosen.connect(self.presenter.choose)
        self.page.back_pressed.connect(self.presenter.back)
        self.page.change_pressed.connect(self.presenter.change)
        self.page.resize(1366, 688)
        self.bot = qtbot
        qtbot.addWidget(self.page)
        self.presenter.start(LIBRARY, "money")
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.take_focus()

    def press(self, *keys: Qt.Key, alt: bool = False) -> None:
        held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.bot.keyClick(QApplication.focusWidget() or self.page, key, held)

    @property
    def texts(self) -> list[str]:
        return [text for text in words_of(self.page) if text]


def words_of(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()


@pytest.fixture
def wizard(qtbot: QtBot) -> Wizard:
    return Wizard(qtbot)


def test_number_keys_walk_to_an_outcome(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_1)

    assert wizard.outcomes[-1].first == at("audit")
    assert wizard.outcomes[-1].subjects == ("headteacher",)


def test_arrows_move_and_enter_chooses(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert "Whose doing is it?" in wizard.texts


def test_a_double_click_answers_one_question(wizard: Wizard) -> None:
    first = card(wizard, 2)
    wizard.bot.mouseClick(first, Qt.MouseButton.LeftButton)
    second_half(card(wizard, 1))

    assert "Question 2 of about 3" in wizard.texts


def test_two_single_clicks_answer_two_questions(wizard: Wizard) -> None:
    wizard.bot.mouseClick(card(wizard, 2), Qt.MouseButton.LeftButton)
    wizard.bot.mouseClick(card(wizard, 1), Qt.MouseButton.LeftButton)

    assert "Question 3 of about 3" in wizard.texts


def test_a_double_click_counts_again_once_the_question_has_stood_for_a_moment(
    wizard: Wizard,
) -> None:
    wizard.bot.mouseClick(card(wizard, 2), Qt.MouseButton.LeftButton)

    def answered() -> bool:
        second_half(card(wizard, 1))
        return "Question 3 of about 3" in wizard.texts

    wizard.bot.waitUntil(answered)


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_Return])
def test_a_key_that_is_held_answers_one_question(wizard: Wizard, key: Qt.Key) -> None:
    card(wizard, 2).setFocus()
    wizard.press(key)
    before = wizard.texts
    for _ in range(3):
        QApplication.sendEvent(QApplication.focusWidget() or wizard.page, repeated(key))

    assert wizard.texts == before
    assert not wizard.outcomes


def test_a_repeat_that_comes_as_a_press_of_its_own_answers_nothing(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_2)
    before = wizard.texts
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        stroke = repeated(Qt.Key.Key_2, kind, repeats=False)
        stroke.setTimestamp(4_921_994)
        QApplication.sendEvent(QApplication.focusWidget() or wizard.page, stroke)

    assert wizard.texts == before


def card(wizard: Wizard, number: int) -> ChoiceCard:
    cards = wizard.page.findChildren(ChoiceCard)
    return next(each for each in cards if each.isVisible() and each.number == number)


def repeated(
    key: Qt.Key, kind: QEvent.Type = QEvent.Type.KeyPress, *, repeats: bool = True
) -> QKeyEvent:
    plain = Qt.KeyboardModifier.NoModifier
    text = chr(key) if key < Qt.Key.Key_Escape else "\r"
    return QKeyEvent(kind, key, plain, text, repeats)


def test_up_from_the_first_card_reaches_the_last(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_Up)

    focus = QApplication.focusWidget()
    assert isinstance(focus, ChoiceCard)
    assert focus.accessibleName() == "I am not sure, 3 of 3"


def test_alt_left_goes_back_and_focuses_the_answer_taken(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_2)
    wizard.press(Qt.Key.Key_Left, alt=True)

    focus = QApplication.focusWidget()
    assert isinstance(focus, ChoiceCard)
    assert focus.text() == "No"


def test_back_at_the_first_question_closes_the_wizard(wizard: Wizard) -> None:
    with wizard.bot.waitSignal(wizard.page.closed):
        wizard.press(Qt.Key.Key_Left, alt=True)


def test_change_asks_an_earlier_question_again(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_2, Qt.Key.Key_1)
    change = next(
        button
        for button in wizard.page.findChildren(QAbstractButton)
        if button.accessibleName() == "Change: Is anyone in danger?"
    )
    wizard.bot.mouseClick(change, Qt.MouseButton.LeftButton)

    assert "Is anyone in danger?" in wizard.texts
    assert "Question 1 of about 2" in wizard.texts


def test_shift_three_times_leaves_quickly(wizard: Wizard) -> None:
    with wizard.bot.waitSignal(wizard.page.left_quickly):
        wizard.press(*[Qt.Key.Key_Shift] * 3)


def test_escape_twice_leaves_quickly(wizard: Wizard) -> None:
    with wizard.bot.waitSignal(wizard.page.left_quickly):
        wizard.press(*[Qt.Key.Key_Escape] * 2)


def test_shift_pressed_too_slowly_leaves_nothing(wizard: Wizard) -> None:
    (keys,) = wizard.page.findChildren(LeaveKeys)
    wizard.press(Qt.Key.Key_Shift, Qt.Key.Key_Shift)
    keys._timer.timeout.emit()
    with wizard.bot.assertNotEmitted(wizard.page.left_quickly):
        wizard.press(Qt.Key.Key_Shift)


def test_shift_held_for_another_key_leaves_nothing(wizard: Wizard) -> None:
    with wizard.bot.assertNotEmitted(wizard.page.left_quickly):
        for _ in range(4):
            wizard.press(Qt.Key.Key_Shift, Qt.Key.Key_Down)


def test_a_hidden_wizard_does_not_listen(wizard: Wizard) -> None:
    wizard.page.hide()
    other = QWidget()
    wizard.bot.addWidget(other)
    with wizard.bot.assertNotEmitted(wizard.page.left_quickly):
        for _ in range(3):
            wizard.bot.keyClick(other, Qt.Key.Key_Shift)


def test_every_card_fits_a_low_window(wizard: Wizard) -> None:
    cards = wizard.page.findChildren(ChoiceCard)

    bottoms = [card.mapTo(wizard.page, card.rect().bottomLeft()).y() for card in cards]
    assert max(bottoms) < 688 - 40


@pytest.mark.parametrize("scale", [0.9, 1.5, 2.0])
def test_cards_grow_with_the_text_and_never_overlap(wizard: Wizard, scale: float) -> None:
    wizard.look.set_scale(scale)
    QApplication.processEvents()

    cards = sorted(wizard.page.findChildren(ChoiceCard), key=lambda card: card.number)
    visible = [card.geometry().adjusted(0, RING, 0, -RING) for card in cards]
    assert all(a.bottom() < b.top() for a, b in pairwise(visible))


def test_every_theme_can_be_shown(wizard: Wizard) -> None:
    for theme in Theme:
        wizard.look.set_theme(theme)
        assert not wizard.page.grab().isNull()


def test_forgetting_leaves_no_word_on_the_page(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_2, Qt.Key.Key_1)
    wizard.presenter.forget()

    said = " ".join(wizard.texts)
    for word in ("Is anyone in danger?", "Whose doing", "The head", "Is it much", "Question"):
        assert word not in said


@pytest.mark.parametrize("width", [760, 1366])
def test_how_far_it_is_shows_in_a_narrow_window_too(wizard: Wizard, width: int) -> None:
    wizard.page.resize(width, 480)
    wizard.press(Qt.Key.Key_2)
    progress = next(
        each
        for each in wizard.page.findChildren(Progress)
        if each.accessibleName() == "Question 2 of about 3"
    )

    wizard.bot.waitUntil(lambda: not progress.visibleRegion().isEmpty())


@pytest.mark.parametrize("width", [760, 1366])
def test_an_answer_can_be_changed_in_a_narrow_window_too(wizard: Wizard, width: int) -> None:
    wizard.page.resize(width, 480)
    wizard.press(Qt.Key.Key_2, Qt.Key.Key_1)
    wizard.bot.waitUntil(lambda: len(changes(wizard.page)) == 2)
    changes(wizard.page)[0].click()

    assert "Is anyone in danger?" in wizard.texts


def changes(page: WizardPage) -> list[LinkButton]:
    found = page.findChildren(LinkButton)
    return [each for each in found if each.isVisible() and each.text() == "Change"]


def test_no_size_of_the_window_makes_the_scroll_bar_come_and_go_for_ever(wizard: Wizard) -> None:
    page = wizard.page
    page.show_step(
        StepView(
            question="Could any of these be true of the adult?",
            help=("They hurt a child. " * 12,),
            choices=(
                ChoiceView("Yes to any of them"),
                ChoiceView("Perhaps: crude talk", "Said about them, not to them"),
                ChoiceView("No, but it does not sit right", "Too friendly, favourites, a number"),
                ChoiceView("No: only rude, lazy or poor work, and no child is at risk of it"),
                ChoiceView("I am not sure", "Treat it as a yes", is_unsure=True),
            ),
            answers=(),
            danger="Ring 999.",
            number=3,
            about=5,
        )
    )
    scroll = page.findChild(QuietScroll)
    assert scroll is not None

    for width in range(1050, 1066):
        for height in range(620, 920, 2):
            page.resize(width, height)
            QApplication.processEvents()

    assert scroll.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
