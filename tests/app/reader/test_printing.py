"""A policy, or one clause of it, on paper and as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved, Went
from handbook.app.reader.page import ReaderPage
from handbook.app.reader.presenter import ReaderPresenter
from handbook.app.reader.printing import Printing
from handbook.app.widgets.menu import MenuRow
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef

WHOLE = ClauseRef("social-media")
PUPILS = ClauseRef("social-media", "pupils")


class FakeOutlet:
    """Keeps what was to leave the window, and lets it come to something."""

    def __init__(self, went: Saved | NotSaved | Cancelled = Cancelled()) -> None:  # noqa: B008
        self._went = went
        self.files: list[tuple[str, bytes, FileKind]] = []
        self.papers: list[Paper] = []

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        self.files.append((name, data, kind))
        return self._went

    def print_out(self, paper: Paper) -> Went:
        self.papers.append(paper)
        return Printed()

    def withdraw(self) -> None:
        """Nothing is open."""


def printing(said: list[str], outlet: FakeOutlet, library: Library) -> Printing:
    day = date(2027, 11, 21)
    return Printing(said.append, outlet, lambda: library, lambda: day, Path("content"))


@pytest.mark.usefixtures("qapp")
def test_a_clause_is_printed_alone_with_its_policys_version_and_the_day(library: Library) -> None:
    said, outlet = list[str](), FakeOutlet()
    printing(said, outlet, library).print_out(PUPILS)
    (paper,) = outlet.papers

    assert "message pupils" in paper.text.lower()
    assert "1.2" not in paper.text
    assert "Version 1.0" in paper.text
    assert paper.footer == "Social media 1.1, version 1.0, printed 21 November 2027"
    assert said == ["Sent to the printer."]


@pytest.mark.usefixtures("qapp")
def test_a_whole_policy_has_every_clause_and_says_that_it_is_overdue(library: Library) -> None:
    outlet = FakeOutlet()
    printing([], outlet, library).print_out(WHOLE)
    (paper,) = outlet.papers

    for words in ("Pupils", "A table", "All kinds", "Reports", "Review overdue since"):
        assert words in paper.text
    assert paper.footer == "Social media, version 1.0, printed 21 November 2027"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ref", "name"), [(PUPILS, "Social media 1.1"), (WHOLE, "Social media")])
def test_a_pdf_is_named_after_what_is_in_it(library: Library, ref: ClauseRef, name: str) -> None:
    outlet = FakeOutlet()
    printing([], outlet, library).save_pdf(ref)
    ((offered, data, kind),) = outlet.files

    assert (offered, kind) == (name, FileKind.PDF)
    assert data.startswith(b"%PDF")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("went", "said"),
    [
        (Saved(Path("folder") / "a.pdf"), ["Saved as a.pdf in folder."]),
        (NotSaved("It was not saved."), ["It was not saved."]),
        (Cancelled(), []),
    ],
)
def test_what_came_of_it_is_said(
    library: Library, went: Saved | NotSaved | Cancelled, said: list[str]
) -> None:
    told: list[str] = []
    printing(told, FakeOutlet(went), library).save_pdf(PUPILS)

    assert told == said


@pytest.mark.parametrize("ref", [ClauseRef("gone"), ClauseRef("social-media", "gone")])
def test_what_is_gone_is_not_printed(library: Library, ref: ClauseRef) -> None:
    said, outlet = list[str](), FakeOutlet()
    made = printing(said, outlet, library)
    made.print_out(ref)
    made.save_pdf(ref)

    assert (said, outlet.papers, outlet.files) == ([], [], [])


@pytest.fixture
def page(qtbot: QtBot, library: Library) -> ReaderPage:
    page = ReaderPage(Look())
    qtbot.addWidget(page)
    page.resize(1366, 600)
    presenter = ReaderPresenter(page, lambda: date(2026, 11, 21))
    presenter.set_library(library)
    presenter.open(PUPILS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


def rows(page: ReaderPage) -> dict[str, MenuRow]:
    return {row.text(): row for row in page.clause_actions.menu.list.rows()}


def test_p_and_the_tool_print_the_clause(qtbot: QtBot, page: ReaderPage) -> None:
    with qtbot.waitSignal(page.print_wanted) as told:
        qtbot.keyClick(page.text, Qt.Key.Key_P)
    assert told.args == [PUPILS]
    with qtbot.waitSignal(page.print_wanted) as told:
        qtbot.mouseClick(page.text.tools.print, Qt.MouseButton.LeftButton)
    assert told.args == [PUPILS]


def test_above_the_first_clause_p_prints_the_policy(qtbot: QtBot, page: ReaderPage) -> None:
    page.go_to("")
    with qtbot.waitSignal(page.print_wanted) as told:
        qtbot.keyClick(page.text, Qt.Key.Key_P)

    assert told.args == [WHOLE]


def test_the_header_offers_clause_and_policy_on_paper_and_as_pdf(
    qtbot: QtBot, page: ReaderPage
) -> None:
    wanted = {
        "Print 1.1": (page.print_wanted, PUPILS),
        "Save 1.1 as PDF": (page.pdf_wanted, PUPILS),
        "Print the whole policy": (page.print_wanted, WHOLE),
        "Save the policy as PDF": (page.pdf_wanted, WHOLE),
    }
    for words, (signal, ref) in wanted.items():
        qtbot.mouseClick(page.header._print, Qt.MouseButton.LeftButton)
        assert list(rows(page)) == list(wanted)
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(rows(page)[words], Qt.MouseButton.LeftButton)
        assert told.args == [ref]


def test_at_the_title_the_header_offers_the_policy_alone(qtbot: QtBot, page: ReaderPage) -> None:
    page.go_to("")
    page.resize(1100, 600)
    qtbot.mouseClick(page.header._print_short, Qt.MouseButton.LeftButton)

    assert list(rows(page)) == ["Print the whole policy", "Save the policy as PDF"]
