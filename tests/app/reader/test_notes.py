"""From a text to its footnotes and back; finding in a narrow window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.paper.policy import policy_paper
from handbook.app.reader.page import ReaderPage
from handbook.app.reader.presenter import ReaderPresenter
from handbook.domain.blocks import Paragraph, Span
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef, Policy
from handbook.domain.school import School


@pytest.fixture
def policy(policy: Policy) -> Policy:
    """Long, with a footnote's number in its first clause and the footnote far below."""
    first, *others = policy.sections
    long = Paragraph((Span("Words upon words. " * 60),), 1)
    clause = replace(
        first.clauses[0],
        blocks=(Paragraph((Span("See"), Span("1", footnote=1)), 1), *([long] * 12)),
    )
    first = replace(first, clauses=(clause, *first.clauses[1:]))
    title = "Harassment, discrimination, victimisation and bullying"
    return replace(policy, title=title, sections=(first, *others))


@pytest.fixture
def page(qtbot: QtBot, policy: Policy, school: School) -> ReaderPage:
    page = ReaderPage(Look())
    qtbot.addWidget(page)
    page.resize(1366, 480)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    presenter = ReaderPresenter(page, lambda: date(2026, 11, 21))
    presenter.set_library(Library(school=school, policies=(policy,)))
    presenter.open(ClauseRef("social-media"))
    page.take_focus()
    return page


def in_view(page: ReaderPage, words: str) -> bool:
    cursor = page.text.document().find(words)
    assert not cursor.isNull()
    return bool(page.text.viewport().rect().contains(page.text.cursorRect(cursor).center()))


def test_a_footnotes_number_leads_to_it_and_its_own_number_back(
    page: ReaderPage, qtbot: QtBot
) -> None:
    assert not in_view(page, "From the guidance.")
    qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    while page.text.textCursor().charFormat().anchorHref() != "note:1":
        qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    assert in_view(page, "From the guidance.")
    qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    qtbot.keyClick(page.text, Qt.Key.Key_Return)

    assert in_view(page, "See1")
    assert not in_view(page, "From the guidance.")


def test_following_a_footnote_asks_nothing_of_the_handbook(page: ReaderPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.link_chosen):
        page.text.anchorClicked.emit(QUrl("note:1"))
    with qtbot.waitSignal(page.link_chosen):
        page.text.anchorClicked.emit(QUrl("note:9"))


@pytest.mark.usefixtures("qapp")
def test_on_paper_a_footnotes_number_is_no_link(policy: Policy, school: School) -> None:
    paper = policy_paper(policy, school, footer="")

    assert paper.document.find("See1").charFormat().anchorHref() == ""


@pytest.mark.parametrize("width", [760, 800, 1000, 1093, 1180, 1366])
def test_while_finding_nothing_lies_over_anything(
    page: ReaderPage, qtbot: QtBot, width: int
) -> None:
    layout = page.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as in a small window
    page.setMinimumSize(1, 1)
    page.resize(width, 480)
    page.find_words()
    assert page.width() == width
    page.header.finder.show_count("None found")
    header, finder = page.header, page.header.finder

    qtbot.waitUntil(lambda: finder.width() >= finder.minimumSizeHint().width(), timeout=1000)
    assert finder.geometry().right() <= header.width()
    shown = [
        each
        for each in header.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each is not finder and each.isVisible()
    ]
    assert not any(each.geometry().intersects(finder.geometry()) for each in shown)
    assert finder.geometry().right() >= header.width() - 24
