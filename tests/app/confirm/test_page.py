"""The page where a policy is confirmed, as a reader uses it: by key, by mouse, at every width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.confirm.answer import AnswerCard
from handbook.app.confirm.page import ConfirmPage
from handbook.app.confirm.words import NOT_KEPT
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from tests.app.confirm.conftest import TODAY, Desk
from tests.app.double import second_half


class Shown:
    """The page on the screen with its presenter."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int] = (1366, 688)) -> None:
        self.bot = qtbot
        self.look = Look()
        self.page = ConfirmPage(self.look)
        self.desk = Desk(self.page)
        presenter = self.desk.presenter
        self.page.answered.connect(presenter.answered)
        self.page.agreed.connect(presenter.agreed)
        self.page.confirm_pressed.connect(presenter.confirm)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def open(self, *, read: bool = True, policy: str = "chats") -> None:
        if read:
            self.desk.read(policy, "4.0" if policy == "chats" else "1")
        self.desk.presenter.open(policy)
        self.page.take_focus()
        QApplication.processEvents()  # new widgets are shown by the event loop

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.bot.keyClick(self.focus, key)
            QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def is_at(self, widget: QWidget | None) -> bool:
        return self.focus is widget

    @property
    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    @property
    def is_confirmed(self) -> bool:
        return bool(self.desk.kept.all())


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_by_keys_alone_from_the_first_question_to_the_end(shown: Shown) -> None:
    shown.open()
    shown.press(Qt.Key.Key_2, Qt.Key.Key_1)
    assert shown.is_at(shown.page.box.tick)
    shown.press(Qt.Key.Key_Space)
    assert shown.is_at(shown.page.box.confirm)
    shown.press(Qt.Key.Key_Return)

    assert shown.is_confirmed
    assert "Confirmed" in shown.texts
    assert shown.page.box.isHidden()
    assert shown.focus.isVisible()


def test_enter_chooses_and_the_arrows_move(shown: Shown) -> None:
    shown.open()
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Return)

    first, second = shown.page.sheet.blocks
    assert [card.isHidden() for card in first.cards] == [True, False, True]
    assert second.cards[0].hasFocus()
    shown.press(Qt.Key.Key_Up)
    assert shown.is_at(first.read)


def test_a_wrong_answer_keeps_the_question_and_the_focus(shown: Shown) -> None:
    shown.open()
    shown.press(Qt.Key.Key_1)

    first = shown.page.sheet.blocks[0]
    assert not any(card.isHidden() for card in first.cards)
    assert first.cards[0].hasFocus()
    assert first.cards[0].accessibleDescription() == "Not quite, try another"
    assert first.spoken.startswith("Not quite. For 5 weeks")
    shown.press(Qt.Key.Key_2)
    assert first.cards[1].accessibleDescription() == "Right"


def test_a_question_by_the_mouse_in_any_order(shown: Shown) -> None:
    shown.open()
    first, second = shown.page.sheet.blocks
    shown.bot.mouseClick(second.cards[0], Qt.MouseButton.LeftButton)
    shown.bot.mouseClick(first.cards[1], Qt.MouseButton.LeftButton)
    shown.bot.mouseClick(shown.page.box.tick, Qt.MouseButton.LeftButton)
    shown.bot.mouseClick(shown.page.box.confirm, Qt.MouseButton.LeftButton)

    assert shown.is_confirmed


def test_the_second_half_of_a_double_click_answers_nothing_else(shown: Shown) -> None:
    shown.open()
    first, second = shown.page.sheet.blocks
    shown.bot.mouseClick(first.cards[1], Qt.MouseButton.LeftButton)
    second_half(second.cards[1])

    assert shown.desk.presenter._sitting is not None
    assert list(shown.desk.presenter._sitting.chosen) == ["q-group"]


def test_a_key_that_is_held_ticks_and_confirms_nothing(shown: Shown) -> None:
    shown.open(policy="plain")
    for _ in range(3):
        held = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            autorep=True,
        )
        QApplication.sendEvent(shown.focus, held)

    assert not shown.page.box.tick.isChecked()
    assert not shown.is_confirmed


def test_confirm_says_what_is_missing_and_leads_there(shown: Shown) -> None:
    shown.open(read=False)
    box, sheet = shown.page.box, shown.page.sheet
    assert box.confirm.isEnabled()
    assert any(text.startswith("Read it first.") for text in shown.texts)
    box.tick.setFocus()
    box.confirm.click()
    assert shown.is_at(sheet.read)
    shown.open()
    box.confirm.click()
    assert shown.is_at(sheet.blocks[0].cards[0])
    shown.press(Qt.Key.Key_2, Qt.Key.Key_1)
    box.ask.setFocus()
    box.confirm.click()

    assert shown.is_at(box.tick)
    assert not shown.is_confirmed


def test_numbers_can_be_turned_off(shown: Shown) -> None:
    shown.look.set_letter_keys(act=False)
    shown.open()
    shown.press(Qt.Key.Key_2)

    assert not any(card.isHidden() for card in shown.page.sheet.blocks[0].cards)


def test_a_number_that_no_answer_has_does_nothing(shown: Shown) -> None:
    shown.open()
    shown.press(Qt.Key.Key_9, Qt.Key.Key_4)

    assert all(block.read is None for block in shown.page.sheet.blocks)


def test_the_clause_of_an_answer_can_be_read(shown: Shown) -> None:
    shown.open()
    shown.press(Qt.Key.Key_1)
    read = shown.page.sheet.blocks[0].read
    assert read is not None
    with shown.bot.waitSignal(shown.page.clause_chosen) as told:
        read.click()

    assert told.args == ["chats", "groups"]
    assert read.text() == "Read 1.1 Groups"


def test_the_policy_can_be_opened_from_the_sheet_and_from_the_side(shown: Shown) -> None:
    shown.open(read=False)
    opened: list[str] = []
    shown.page.read_pressed.connect(opened.append)
    shown.page.sheet.read.click()
    assert shown.page.rail.read.isHidden()
    shown.open()
    shown.page.rail.read.click()

    assert opened == ["chats", "chats"]


def test_a_policy_without_questions_starts_at_the_box(shown: Shown) -> None:
    shown.open(policy="plain")
    assert shown.is_at(shown.page.box.tick)
    shown.press(Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert shown.is_confirmed


def test_one_key_press_too_many_confirms_nothing_else(shown: Shown) -> None:
    """Enter that is held goes on to no second policy by itself."""
    shown.open(policy="plain")
    opened: list[str] = []
    shown.page.next_pressed.connect(opened.append)
    shown.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert opened == ["chats"]
    assert [each.policy for each in shown.desk.kept.all()] == ["plain"]


def test_what_cannot_be_kept_is_said_above(shown: Shown) -> None:
    shown.open(policy="plain")
    shown.desk.source_fails = True
    shown.press(Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert NOT_KEPT in shown.texts
    assert not shown.is_confirmed
    shown.press(Qt.Key.Key_Escape)
    assert NOT_KEPT not in shown.texts


def test_the_rail_tells_each_step_and_that_it_is_no_test(shown: Shown) -> None:
    shown.open()

    names = [each.accessibleName() for each in shown.page.rail.findChildren(QWidget)]
    assert "Step 1, done: Read the policy. Opened" in names
    assert "Step 2, now: Check two points. 0 of 2 answered" in names
    assert "Not a test" in shown.texts
    shown.press(Qt.Key.Key_2)
    names = [each.accessibleName() for each in shown.page.rail.findChildren(QWidget)]
    assert "Step 2, now: Check two points. 1 of 2 answered" in names


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1366, 1000, 760])
def test_nothing_is_cut_off_at_any_width(
    qtbot: QtBot, theme: Theme, scale: float, width: int
) -> None:
    shown = Shown(qtbot, (width, 688))
    shown.look.set_theme(theme)
    shown.look.set_scale(scale)
    shown.open()
    shown.press(Qt.Key.Key_1)
    qtbot.wait(20)

    page = shown.page
    assert page.sheet.width() <= page._scroll.viewport().width()
    for each in (*page.findChildren(AnswerCard), page.box.tick, page.box.ask, page.box.confirm):
        left = each.mapTo(page, each.rect().topLeft()).x()
        assert left >= 0, each
        assert left + each.width() <= page.width(), each
        if isinstance(each, AnswerCard):
            assert each.height() >= each.heightForWidth(each.width()), each
    assert page.box.tick.width() >= page.box.tick.sizeHint().width()


def test_the_window_is_named_for_the_policy(shown: Shown) -> None:
    shown.open()

    assert shown.page.window_title == "Confirm Chats – Staff handbook"
    assert shown.desk.today == TODAY
