"""The reader as a reader uses it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.reader.page import ReaderPage
from handbook.app.reader.presenter import ReaderPresenter
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import ClauseRef


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReaderPage:
    page = ReaderPage(look)
    qtbot.addWidget(page)
    page.resize(1366, 480)
    page.show()
    page.activateWindow()
    qtbot.wait_until(page.isActiveWindow)
    return page


@pytest.fixture
def presenter(page: ReaderPage, library: Library) -> ReaderPresenter:
    presenter = ReaderPresenter(page, lambda: date(2026, 11, 21))
    presenter.set_library(library)
    presenter.open(ClauseRef("social-media"))
    page.take_focus()
    return presenter


def press(qtbot: QtBot, page: ReaderPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.text, key)


@pytest.mark.usefixtures("presenter")
def test_j_and_k_go_from_clause_to_clause(qtbot: QtBot, page: ReaderPage) -> None:
    seen = []
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        press(qtbot, page, key)
        seen.append(page.text.current)

    assert seen == ["pupils", "table", "pupils"]


def test_a_clause_that_is_shown_is_told_and_marked_in_the_outline(
    qtbot: QtBot, page: ReaderPage, presenter: ReaderPresenter
) -> None:
    with qtbot.wait_signal(page.clause_shown) as shown:
        presenter.open(ClauseRef("social-media", "table"))

    assert shown.args == [ClauseRef("social-media", "table")]
    assert page.outline.tree.section_of_current() == "1 Your accounts"


def test_a_section_leads_to_its_heading(page: ReaderPage, presenter: ReaderPresenter) -> None:
    presenter.open(ClauseRef("social-media", "accounts"))

    assert page.text.current == "pupils"


def test_c_copies_the_link_to_the_clause(
    qtbot: QtBot, page: ReaderPage, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "table"))
    with qtbot.wait_signal(page.copied):
        press(qtbot, page, Qt.Key.Key_C)

    assert QGuiApplication.clipboard().text() == "handbook:social-media#table"


@pytest.mark.usefixtures("presenter")
def test_copied_words_bring_their_citation(page: ReaderPage) -> None:
    cursor = page.text.document().find("message pupils")
    page.text.setTextCursor(cursor)
    page.text.copy()

    assert QGuiApplication.clipboard().text() == (
        "Message pupils\n\nSocial media 1.1, version 1.0"
    )


@pytest.mark.usefixtures("presenter")
def test_words_of_several_clauses_are_cited_from_first_to_last(page: ReaderPage) -> None:
    cursor = page.text.document().find("See ")
    end = page.text.document().find("Ask by Monday")
    cursor.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)

    assert page.text.copied_text().endswith("Social media 1.1 to 1.3, version 1.0")


def test_o_goes_to_the_outline_and_enter_to_the_clause(
    qtbot: QtBot, page: ReaderPage, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "pupils"))
    press(qtbot, page, Qt.Key.Key_O)
    assert page.outline.tree.hasFocus()

    qtbot.keyClick(page.outline.tree, Qt.Key.Key_Down)
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_Return)

    assert page.text.current == "table"
    assert page.text.hasFocus()


def test_tab_and_enter_follow_a_link(
    qtbot: QtBot, page: ReaderPage, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "pupils"))
    press(qtbot, page, Qt.Key.Key_Tab)
    press(qtbot, page, Qt.Key.Key_Tab)
    with qtbot.wait_signal(page.link_chosen) as chosen:
        press(qtbot, page, Qt.Key.Key_Return)

    assert chosen.args == [Link(LinkKind.CLAUSE, "social-media#reports")]


@pytest.mark.usefixtures("presenter")
def test_found_words_are_counted_and_stepped_through(qtbot: QtBot, page: ReaderPage) -> None:
    page.find_words()
    qtbot.keyClicks(page.header.finder.focusWidget() or page.header.finder, "pupils")
    said = [page.header.finder.said]
    qtbot.keyClick(page.text, Qt.Key.Key_F3)
    said.append(page.header.finder.said)
    qtbot.keyClick(page.text, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.text, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    said.append(page.header.finder.said)

    assert said == ["1 of 3", "2 of 3", "3 of 3"]


@pytest.mark.usefixtures("presenter")
def test_escape_ends_finding_and_goes_back_to_the_text(qtbot: QtBot, page: ReaderPage) -> None:
    page.find_words()
    qtbot.keyClick(page.header.finder.focusWidget() or page, Qt.Key.Key_Escape)

    assert page.header.finder.isHidden()
    assert page.text.hasFocus()


def test_another_theme_and_size_keep_the_clause(
    page: ReaderPage, look: Look, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "mixed"))
    look.set_theme(Theme.DARK)
    look.set_scale(2.0)

    assert page.text.current == "mixed"


@pytest.mark.parametrize("width", [760, 1000, 1180, 1366])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
@pytest.mark.usefixtures("presenter")
def test_nothing_ever_scrolls_sideways(
    page: ReaderPage, look: Look, width: int, scale: float
) -> None:
    page.resize(width, 600)
    look.set_scale(scale)

    assert page.text.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("presenter")
def test_a_narrow_window_offers_the_outline_as_contents(page: ReaderPage) -> None:
    page.resize(900, 600)
    assert page.outline.isHidden()

    page.header.contents_pressed.emit()
    assert page.outline.isVisible()


def test_an_address_outside_waits_for_a_yes(page: ReaderPage, presenter: ReaderPresenter) -> None:
    presenter.link_chosen(Link(LinkKind.WEB, "https://example.org/"))
    assert page.notice.isVisible()

    page.notice.close_notice()
    assert page.notice.isHidden()


@pytest.mark.parametrize(
    ("key", "opened"), [(Qt.Key.Key_Escape, []), (Qt.Key.Key_Return, ["https://example.org/"])]
)
def test_escape_says_no_and_enter_says_yes(
    qtbot: QtBot,
    page: ReaderPage,
    presenter: ReaderPresenter,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    opened: list[str],
) -> None:
    seen: list[str] = []

    def open_url(url: QUrl) -> bool:
        seen.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    presenter.link_chosen(Link(LinkKind.WEB, "https://example.org/"))
    yes = page.focusWidget()
    assert isinstance(yes, QPushButton)
    assert "https://example.org/" in yes.accessibleDescription()
    qtbot.keyClick(yes, key)

    assert seen == opened
    assert page.notice.isHidden()
    assert page.text.hasFocus()


def test_an_address_that_nothing_opens_is_said(
    page: ReaderPage, presenter: ReaderPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    presenter.link_chosen(Link(LinkKind.TELEPHONE, "0808 800 5000"))
    button = next(each for each in page.notice.findChildren(QPushButton) if each.text() == "Ring")
    button.click()

    said = [label.text() for label in page.notice.findChildren(QLabel) if label.isVisible()]
    assert said == ["No program on this laptop opens tel:08088005000"]


@pytest.mark.usefixtures("presenter")
def test_a_document_that_is_shown_no_more_is_let_go(
    qtbot: QtBot, page: ReaderPage, look: Look
) -> None:
    look.set_scale(1.3)
    gone: list[bool] = []
    page.text.document().destroyed.connect(lambda: gone.append(True))
    look.set_scale(1.5)

    qtbot.waitUntil(lambda: gone == [True])


@pytest.mark.usefixtures("presenter")
def test_nothing_can_be_loaded_by_what_the_content_says(page: ReaderPage) -> None:
    assert page.text.loadResource(2, "file:///etc/passwd") is None


@pytest.mark.usefixtures("presenter")
def test_copying_a_thousand_times_does_no_harm(page: ReaderPage) -> None:
    cursor = page.text.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    page.text.setTextCursor(cursor)
    for _ in range(1000):
        page.text.copy()

    assert "version 1.0" in QGuiApplication.clipboard().text()
