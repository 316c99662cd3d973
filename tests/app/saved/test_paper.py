"""What was saved, on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtSaved
from handbook.app.look.look import Look
from handbook.app.page import Nav
from handbook.app.paper.paper import Paper
from handbook.app.paper.steps import finish
from handbook.app.saved.paper import saved_steps
from handbook.app.saved.presenter import SavedPresenter
from handbook.app.saved.views import SavedView
from handbook.app.services import Services
from handbook.app.widgets.button import Button
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.state.bookmarks import BookmarkStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory
from tests.app.saved.conftest import ABSENCE, LIBRARY, NOVEMBER, VISITORS, save
from tests.cases import FIXTURES

TODAY = date(2026, 11, 21)


class NoPage:
    def show_saved(self, view: SavedView) -> None:
        del view

    def say_not_kept(self) -> None:
        raise AssertionError


def presenter_of(store: BookmarkStore, library: Library = LIBRARY) -> SavedPresenter:
    presenter = SavedPresenter(NoPage(), store, lambda: TODAY, lambda: NOVEMBER)
    presenter.set_library(library)
    return presenter


def words(presenter: SavedPresenter) -> str:
    paper: Paper = finish(saved_steps(presenter.view, TODAY))
    return paper.document.toPlainText()


@pytest.fixture
def store() -> BookmarkStore:
    store = BookmarkStore.in_memory()
    save(store, "visitors#badge", "visitors#book", "absence#ring")
    store.keep_note(ClauseRef("visitors", "book"), "Ask for the blue pen.", NOVEMBER)
    return store


@pytest.mark.usefixtures("qtbot")
def test_every_clause_stands_under_its_policy_with_its_note(store: BookmarkStore) -> None:
    text = words(presenter_of(store))

    order = (
        "Visitors",
        "1.1 Badge",
        "You must wear a badge.",
        "1.2 Book",
        "Ask for the blue pen.",
    )
    places = [text.index(each) for each in (*order, "Absence", "Ring before eight.")]
    assert places == sorted(places)
    assert "review overdue" in text
    assert "Keep these pages to yourself." in text


@pytest.mark.usefixtures("qtbot")
def test_what_was_taken_off_or_is_not_listed_is_not_printed(store: BookmarkStore) -> None:
    presenter = presenter_of(store)
    presenter.remove(ClauseRef("visitors", "book"))
    assert "Sign the book." not in words(presenter)
    assert "Keep these pages" not in words(presenter)

    presenter.filter_changed("eight")
    assert "Visitors" not in words(presenter)
    assert "Ring before eight." in words(presenter)


@pytest.mark.usefixtures("qtbot")
def test_a_clause_that_is_gone_says_so(store: BookmarkStore) -> None:
    section = replace(VISITORS.sections[0], clauses=VISITORS.sections[0].clauses[:1])
    library = Library(policies=(ABSENCE, replace(VISITORS, sections=(section,))))

    text = words(presenter_of(store, library))
    assert text.index("Taken out since it was saved.") < text.index("Sign the book.")


def test_it_is_looked_at_first_and_back_leads_to_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    services = Services(
        content=FIXTURES / "handbook",
        cache=tmp_path / "cache",
        preferences=PreferenceStore(open_in_memory()),
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.wait_until(lambda: desktop.is_ready, timeout=20_000)
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.rooms.reading.page.save_wanted.emit(ClauseRef("phones", "photos"))
    desktop.ways.go(AtSaved())
    saved, preview = desktop.rooms.lists.saved, desktop.rooms.paper.page
    button = next(each for each in saved.head.findChildren(Button) if each.text() == "Print")
    button.click()
    qtbot.wait_until(preview.sheets.isVisible, timeout=20_000)

    assert preview.nav is Nav.SAVED
    assert preview.window_title == "Saved clauses on paper – Staff handbook"
    desktop.ways.back()
    assert saved.isVisible()
    desktop.close()
