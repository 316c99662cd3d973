"""What a school laptop can still show, on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.seen.numbers import NumberList, NumberRow
from handbook.app.seen.page import SeenPage
from handbook.app.seen.presenter import SeenPresenter
from tests.app.seen.guide import TODAY, library


@pytest.fixture
def page(qtbot: QtBot) -> SeenPage:
    page = SeenPage(Look())
    page.resize(1366, 688)
    qtbot.addWidget(page)
    SeenPresenter(page, lambda: TODAY).show(library())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


def labels(page: SeenPage) -> dict[str, QLabel]:
    return {label.text(): label for label in page.findChildren(QLabel) if label.isVisible()}


def press(qtbot: QtBot, page: SeenPage, key: Qt.Key, *, alt: bool = False) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or page, key, held)


def test_it_says_what_is_seen_and_whom_to_ring(page: SeenPage) -> None:
    said = labels(page)

    for words in ("What a laptop shows", "Your screen.", "Advice line", "0800 1", "Weekdays"):
        assert words in said
    assert "Headteacher" not in " ".join(said)


def test_a_number_can_be_selected_by_mouse_and_keyboard(page: SeenPage) -> None:
    flags = labels(page)["0800 1"].textInteractionFlags()

    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_row_is_named_for_who_is_rung_and_how(page: SeenPage) -> None:
    rows = page.findChildren(NumberRow)

    assert [row.accessibleName() for row in rows] == ["Advice line, 0800 1", "The council"]


def test_the_day_of_an_old_check_is_red(page: SeenPage) -> None:
    (old,) = [label for text, label in labels(page).items() if text.startswith("Checked 5")]

    for theme in Theme:
        page.look.set_theme(theme)
        ink = old.palette().windowText().color()
        assert ink == page.look.color("stop_ink")


@pytest.mark.parametrize(("key", "alt"), [(Qt.Key.Key_Left, True), (Qt.Key.Key_Return, False)])
def test_alt_left_and_enter_go_back(page: SeenPage, qtbot: QtBot, key: Qt.Key, alt: bool) -> None:
    with qtbot.waitSignal(page.back_pressed):
        press(qtbot, page, key, alt=alt)


def test_shift_three_times_leaves_quickly(page: SeenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left_quickly):
        for _ in range(3):
            press(qtbot, page, Qt.Key.Key_Shift)


def test_the_arrows_scroll_in_a_low_window(page: SeenPage, qtbot: QtBot) -> None:
    page.resize(760, 260)
    bar = next(bar for bar in page.findChildren(QScrollBar) if bar.isVisible())
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(qtbot, page, Qt.Key.Key_Down)
    assert bar.value() > 0

    press(qtbot, page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize(
    ("width", "scale", "beside"), [(1366, 1.0, True), (760, 1.0, False), (1366, 2.0, False)]
)
def test_the_numbers_stand_beside_the_words_where_there_is_room(
    page: SeenPage, qtbot: QtBot, width: int, scale: float, beside: bool
) -> None:
    page.look.set_scale(scale)
    page.resize(width, 688)
    words, numbers = labels(page)["Your screen."], page.findChildren(NumberList)[0]

    def left(of: QLabel | NumberList) -> int:
        return of.mapTo(page, of.rect().topLeft()).x()

    qtbot.waitUntil(lambda: (left(numbers) > left(words) + words.width()) is beside)
    assert left(numbers) + numbers.width() <= width


@pytest.mark.parametrize("width", [1366, 1000, 760])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_line_is_cut_off(page: SeenPage, qtbot: QtBot, width: int, scale: float) -> None:
    page.look.set_scale(scale)
    page.resize(width, 688)

    def whole() -> bool:
        wrapped = [label for label in page.findChildren(QLabel) if label.wordWrap()]
        return all(label.height() >= label.heightForWidth(label.width()) for label in wrapped)

    qtbot.waitUntil(whole)


def test_the_same_guide_is_shown_again_without_being_built_anew(page: SeenPage) -> None:
    before = page.findChildren(NumberRow)
    bar = page.findChildren(QScrollBar)[0]
    bar.setValue(bar.maximum())
    SeenPresenter(page, lambda: TODAY).show(library())

    assert page.findChildren(NumberRow) == before
    assert bar.value() == 0
