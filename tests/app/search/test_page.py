"""The search page under somebody's hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.search.hit_list import HitListView
from handbook.app.search.page import SearchPage
from handbook.app.search.presenter import Filter, SearchView
from handbook.app.widgets.button import Button
from handbook.app.widgets.chip import Chip
from tests.app.search.test_presenter import HITS

VIEW = SearchView(
    "fb", hits=HITS, filters=(Filter("All", 3), Filter("Social", 2)), summary="3 clauses"
)


@pytest.fixture
def page(qtbot: QtBot) -> SearchPage:
    page = SearchPage(Look())
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.activateWindow()
    page.show_results(VIEW)
    page.take_focus()
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_tab_goes_from_the_question_by_the_filters_to_the_list(
    page: SearchPage, qtbot: QtBot
) -> None:
    assert page.isVisible()
    seen: list[type[QWidget]] = []
    for _ in range(6):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(type(focused()))

    assert seen[1:] == [Chip, HitListView, Button, Button, *seen[5:]]


def test_alt_and_a_number_chooses_a_filter_and_types_nothing(
    page: SearchPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.filter_number) as caught:
        qtbot.keyClick(focused(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert caught.args == [2]
    assert page.text() == ""


def test_escape_clears_wherever_the_focus_is(page: SearchPage, qtbot: QtBot) -> None:
    page.set_text("fb")
    page.findChildren(HitListView)[0].setFocus()
    with qtbot.waitSignal(page.text_changed) as caught:
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)

    assert caught.args == [""]


def test_the_same_answers_shown_again_keep_the_chosen_clause(
    page: SearchPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    page.show_results(VIEW)
    with qtbot.waitSignal(page.clause_chosen) as caught:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert caught.args == [HITS[1].ref]


def test_the_page_is_no_higher_once_nothing_was_found(page: SearchPage) -> None:
    """The preview's buttons were then out of sight for the rest of the day."""
    page.resize(1366, 500)
    high = []
    for view in (VIEW, SearchView("zzqx", nothing=True), VIEW):
        page.show_results(view)
        QApplication.processEvents()
        high.append(max(bar.maximum() for bar in scroll_bars(page)))

    assert high[2] == high[0]


def scroll_bars(page: SearchPage) -> list[QScrollBar]:
    """Those of the page itself, not of the list or the preview in it."""
    areas = [each for each in page.findChildren(QScrollArea) if each.parentWidget() is page]
    assert areas
    return [each.verticalScrollBar() for each in areas]
