"""The form of a record on the screen."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from handbook.app.journey.record_for import RecordFor
from handbook.app.look.look import Look
from handbook.app.paper.saving import NotSaved
from handbook.app.record.page import RecordPage
from handbook.app.record.presenter import RecordPresenter
from handbook.domain.record import Parts
from tests.app.record.fakes import FakeOutlet

MEANT = RecordFor("Raise it", "the chair of governors", past_head=True)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SECRET = tuple("quagmire")
"""In letters, so that no text of this file is found when the words are looked for."""


class Desk:
    """The page with its presenter, as the rooms join them."""

    def __init__(self, bot: QtBot, width: int = 1366, scale: float = 1.0) -> None:
        self.bot = bot
        self.outlet = FakeOutlet()
        self.page = RecordPage(Look(scale=scale))
        self.presenter = RecordPresenter(self.page, self.outlet, lambda: date(2026, 11, 21))
        page, presenter = self.page, self.presenter
        page.edited.connect(presenter.text_changed)
        page.pdf_pressed.connect(presenter.save_pdf)
        page.word_pressed.connect(presenter.save_word)
        page.print_pressed.connect(presenter.print_out)
        page.back_pressed.connect(presenter.back)
        page.close_asked.connect(presenter.close)
        page.clear_pressed.connect(presenter.clear)
        page.stay_pressed.connect(presenter.stay)
        page.save_and_leave_pressed.connect(presenter.save_and_leave)
        page.forget_and_leave_pressed.connect(presenter.forget_and_leave)
        self.went: list[str] = []
        presenter.on_back = lambda: self.went.append("back")
        presenter.on_close = lambda: self.went.append("closed")
        bot.addWidget(page)
        page.resize(width, 688)
        presenter.show(MEANT)
        with bot.waitActive(page):
            page.show()
            page.activateWindow()
        page.take_focus()

    def type(self, text: str) -> None:
        self.bot.keyClicks(focused(), text)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.bot.keyClick(focused(), key, held)

    def click(self, words: str) -> None:
        self.bot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        for button in self.page.said.findChildren(QAbstractButton):
            if button.text() == words and button.isVisible():
                return button
        for button in self.page.findChildren(QAbstractButton):
            if button.text() == words and button.isVisible():
                return button
        raise AssertionError(f"no button {words!r}")

    def edit(self, part: Parts) -> QTextEdit:
        return self.page.form.fields[part].edit

    @property
    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_it_begins_in_the_first_field_and_says_that_a_blank_sheet_comes_out(desk: Desk) -> None:
    assert focused() is desk.edit(Parts.SEEN)
    assert "Nothing typed yet: you get a blank sheet" in desk.words

    desk.type("An invoice.")
    assert "Nothing typed yet" not in desk.words


def test_it_says_whom_it_is_for_and_past_whom_it_must_not_go(desk: Desk) -> None:
    assert "For the chair of governors" in desk.words
    assert "not through the head" in desk.words

    desk.presenter.show(RecordFor("Raise it", "the headteacher"))
    assert "not through the head" not in desk.words


def test_a_record_about_a_child_is_told_first_and_leaves_no_copy(desk: Desk) -> None:
    assert "Keep no copy" not in desk.words

    desk.presenter.show(RecordFor("Report it", "the lead", about_child=True))
    desk.type("x")
    assert "Tell first" in desk.words
    assert "Keep no copy of your own." in desk.words


def test_tab_goes_from_field_to_field_and_on_to_the_buttons(desk: Desk) -> None:
    reached = [focused()]
    for _ in range(8):
        desk.press(Qt.Key.Key_Tab)
        reached.append(focused())

    assert reached[:6] == [desk.edit(part) for part in Parts]
    ways = desk.page.ways
    assert reached[6:] == [ways.pdf, ways.word, ways.print]


def test_tab_types_nothing_and_enter_begins_a_new_line(desk: Desk) -> None:
    desk.type("one")
    desk.press(Qt.Key.Key_Return)
    desk.type("two")
    desk.press(Qt.Key.Key_Tab)

    assert desk.page.texts()[Parts.SEEN] == "one\ntwo"


def test_keys_save_print_and_go_back_while_somebody_types(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.press(Qt.Key.Key_Left, ALT)

    assert len(desk.outlet.saved) == 1
    assert len(desk.outlet.printed) == 1
    assert desk.went == ["back"]


@pytest.mark.parametrize(("words", "ending"), [("Save as PDF", ".pdf"), ("Save as Word", ".docx")])
def test_buttons_save_what_they_say(desk: Desk, words: str, ending: str) -> None:
    desk.click(words)

    assert [kind.ending for _, _, kind in desk.outlet.saved] == [ending]


def test_a_field_grows_with_its_text_and_never_scrolls_inside(desk: Desk) -> None:
    field = desk.page.form.fields[Parts.WHEN]
    before = field.height()
    field.edit.setFocus()
    desk.type("word " * 60)

    assert field.height() > before + 40
    assert field.edit.verticalScrollBar().maximum() == 0
    assert field.edit.height() >= field.edit.document().size().height() - 1

    field.edit.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert field.height() == before


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1000, 1.0), (760, 1.0), (760, 2.0)])
def test_no_field_is_cut_and_nothing_is_wider_than_the_window(
    qtbot: QtBot, width: int, scale: float
) -> None:
    desk = Desk(qtbot, width, scale)
    desk.type("A long line of words that goes on and on, and on again. " * 20)
    qtbot.wait(20)

    assert desk.page.width() == width
    scroll = desk.page.findChildren(QScrollArea)[0]
    body = scroll.widget()
    assert body is not None
    assert body.width() <= scroll.viewport().width()
    for part in Parts:
        edit = desk.edit(part)
        assert edit.verticalScrollBar().maximum() == 0
        assert edit.mapTo(body, edit.rect().bottomRight()).x() <= body.width()


def test_the_place_of_typing_stays_in_sight_as_a_field_grows(desk: Desk) -> None:
    for _ in range(40):
        desk.press(Qt.Key.Key_Return)
    desk.type("here")
    scroll = desk.page.findChildren(QScrollArea)[0]

    def cursor_is_seen() -> bool:
        edit = desk.edit(Parts.SEEN)
        cursor = edit.cursorRect()
        at = QRect(edit.mapTo(scroll.viewport(), cursor.topLeft()), cursor.size())
        return scroll.viewport().rect().contains(at)

    desk.bot.waitUntil(cursor_is_seen)


def test_only_plain_text_is_pasted(desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<h1>Large</h1>")
    mime.setText("Large")
    edit = desk.edit(Parts.SEEN)
    edit.insertFromMimeData(mime)

    assert edit.toPlainText() == "Large"
    assert edit.textCursor().charFormat().fontPointSize() == 0


def test_no_machine_learns_from_the_words(desk: Desk) -> None:
    for part in Parts:
        hints = desk.edit(part).inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_saving_says_where_and_offers_to_clear_the_page(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.click("Save as PDF")
    assert "Saved as Record 21 Nov.pdf" in desk.words
    assert "Clear this page?" in desk.words

    desk.click("Clear this page")
    assert not any(desk.page.texts().values())
    assert "Saved as" not in desk.words
    assert focused() is desk.edit(Parts.SEEN)


def test_what_was_cleared_does_not_come_back_by_undo(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.click("Save as PDF")
    desk.click("Clear this page")
    desk.press(Qt.Key.Key_Z, CTRL)

    assert not any(desk.page.texts().values())
    assert not desk.edit(Parts.SEEN).document().isUndoAvailable()


def test_a_failure_is_said_and_the_words_stay(desk: Desk) -> None:
    desk.outlet.answer = NotSaved("Record 21 Nov.pdf was not saved in X: there is no room there.")
    desk.type("An invoice.")
    desk.click("Save as PDF")
    assert "no room there. Your words are still here." in desk.words

    desk.click("Close")
    assert "no room" not in desk.words
    assert desk.page.texts()[Parts.SEEN] == "An invoice."


def test_leaving_asks_once_with_staying_at_hand(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.click("Back to your route")
    assert "Save them, or leave and forget them?" in desk.words
    assert focused() is desk.button("Stay")

    desk.press(Qt.Key.Key_Return)
    assert desk.went == []
    assert desk.page.texts()[Parts.SEEN] == "An invoice."
    assert focused() is desk.edit(Parts.SEEN)


def test_leaving_may_forget(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.click("Back to your route")
    desk.click("Leave and forget")

    assert desk.went == ["back"]
    assert not any(desk.page.texts().values())


def test_leaving_may_save(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.click("Back to your route")
    desk.click("Save as PDF")

    assert desk.went == ["back"]
    assert len(desk.outlet.saved) == 1


def test_a_window_with_words_asks_before_it_closes(desk: Desk) -> None:
    assert desk.page.may_close()

    desk.type("An invoice.")
    assert not desk.page.may_close()
    desk.click("Leave and forget")

    assert desk.went == ["closed"]
    assert desk.page.may_close()


def test_capital_letters_and_accents_do_not_leave_quickly(desk: Desk) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    with desk.bot.assertNotEmitted(desk.page.left_quickly):
        for letter in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C):
            desk.press(Qt.Key.Key_Shift)
            desk.press(letter, shift)
        for _ in range(3):
            desk.press(Qt.Key.Key_Shift)
            event = QInputMethodEvent()
            event.setCommitString("É")
            QApplication.sendEvent(focused(), event)

    assert desk.page.texts()[Parts.SEEN].endswith("ÉÉÉ")


def test_shift_and_the_mouse_mark_text_and_leave_nothing(desk: Desk) -> None:
    text, window = desk.edit(Parts.SEEN).viewport(), desk.page.window()
    spot = text.mapTo(window, text.rect().center())
    with desk.bot.assertNotEmitted(desk.page.left_quickly):
        for _ in range(3):
            desk.press(Qt.Key.Key_Shift)
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)


# The offscreen platform says it of every menu.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_escape_closes_what_stands_open_and_leaves_nothing(desk: Desk) -> None:
    desk.type("An invoice.")
    dialog = QDialog(desk.page)
    menu = desk.edit(Parts.SEEN).createStandardContextMenu()
    with desk.bot.assertNotEmitted(desk.page.left_quickly):
        dialog.open()
        desk.bot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
        desk.bot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

        menu.popup(desk.page.mapToGlobal(desk.page.rect().center()))
        desk.bot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
        desk.bot.keyClick(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()

        desk.press(Qt.Key.Key_Escape)
    assert desk.page.texts()[Parts.SEEN] == "An invoice."


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_to_leave_quickly_takes_an_open_menu_along(desk: Desk) -> None:
    menu = desk.edit(Parts.SEEN).createStandardContextMenu()
    menu.popup(desk.page.mapToGlobal(desk.page.rect().center()))
    desk.bot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    with desk.bot.waitSignal(desk.page.left_quickly):
        for _ in range(3):
            QTest.keyClick(desk.page.window().windowHandle(), Qt.Key.Key_Shift)

    assert QApplication.activePopupWidget() is None


def test_shift_three_times_leaves_quickly(desk: Desk) -> None:
    desk.type("An invoice.")
    with desk.bot.waitSignal(desk.page.left_quickly):
        for _ in range(3):
            desk.press(Qt.Key.Key_Shift)


def spoken(page: QWidget) -> Iterator[str]:
    """All that a widget can say: its texts, names, tooltips and documents."""
    for widget in (page, *page.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QTextEdit):
            yield widget.toPlainText()
    for document in page.findChildren(QTextDocument):
        yield document.toPlainText()
        document.undo()
        yield document.toPlainText()


def held() -> Iterator[str]:
    """Every text that Python's own objects hold."""
    for thing in gc.get_objects():
        values: list[object] = []
        if isinstance(thing, dict):
            values = [*thing.keys(), *thing.values()]
        elif isinstance(thing, list | tuple | set | frozenset):
            values = list(thing)
        yield from (value for value in values if type(value) is str)


def test_the_words_are_in_no_name_and_no_tooltip(desk: Desk) -> None:
    word = "".join(SECRET)
    desk.type(word)
    names = [
        said
        for widget in desk.page.findChildren(QWidget)
        for said in (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    ]

    assert not [said for said in names if word in said]


def test_forgetting_leaves_no_word_in_any_widget_document_or_object(desk: Desk) -> None:
    for _ in Parts:
        for letter in SECRET:
            desk.type(letter)
        desk.press(Qt.Key.Key_Tab)
    desk.presenter.save_pdf()
    assert any("".join(SECRET) in text for text in spoken(desk.page))

    desk.outlet.saved.clear()  # the fake one remembers on purpose
    desk.presenter.forget()
    QApplication.processEvents()
    gc.collect()
    for text in spoken(desk.page):
        assert "".join(SECRET) not in text
        assert "chair of governors" not in text
    assert not [text for text in held() if text.startswith("".join(SECRET))]
