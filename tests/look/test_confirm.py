"""Pictures of the page where a policy is confirmed: to read, answered in part, ready, done."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from handbook.domain.clause_ref import ClauseRef
from tests.confirmed import confirm_earlier
from tests.look import test_pages
from tests.look.test_pages import compare, picture

pytestmark = test_pages.pytestmark
desktop, _dressed = test_pages.desktop, test_pages._dressed


@pytest.fixture(autouse=True)
def _jo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.state.account.account_name", lambda: "jo")


def show(desktop: Desktop, shot: str) -> None:
    if shot != "confirm-read":
        desktop.ways.open_clause(ClauseRef("phones"))
    desktop.ways.open_confirm("phones")
    presenter = desktop.rooms.confirming.presenter
    if shot in ("confirm", "confirm-narrow"):
        presenter.answered(1, 1)
    if shot in ("confirm-ready", "confirmed"):
        presenter.answered(1, 2)
        presenter.answered(2, 1)
        presenter.agreed(True)
    if shot == "confirmed":
        presenter.confirm()


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", ["confirm-read", "confirm", "confirm-ready", "confirmed"])
def test_confirming_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    show(desktop, shot)

    compare(picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
def test_confirming_looks_as_it_did_in_a_narrow_window(
    desktop: Desktop, qtbot: QtBot, update_looks: bool
) -> None:
    desktop.window.resize(760, 700)
    show(desktop, "confirm-narrow")

    compare(picture(desktop, qtbot), "confirm-narrow", update=update_looks)


@pytest.mark.parametrize("theme", list(Theme), ids=str)
def test_what_changed_since_it_was_confirmed_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    confirm_earlier(desktop.services.confirmations)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    desktop.ways.open_confirm("phones", changes=True)
    page = desktop.rooms.confirming.since.page
    qtbot.waitUntil(lambda: page.view.count > 0, timeout=20_000)

    compare(picture(desktop, qtbot), f"since-confirmed-{theme}", update=update_looks)
