"""Pictures of an opened pack, of where policies come from, and of the word that they are new."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from handbook.app.widgets.notice import WayOn
from handbook.domain.clause_ref import ClauseRef
from tests.app.pack.views import VIEWS, show_pack
from tests.app.sources.views import show_sources
from tests.look import test_pages as pages
from tests.look.test_help import wear

pytestmark = pages.pytestmark
_dressed = pages._dressed
desktop = pages.desktop

SAID = "Your policies were updated. You are reading version 2 now."


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", VIEWS)
def test_an_opened_pack_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 100)
    show_pack(desktop, shot)

    pages.compare(pages.picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
def test_an_opened_pack_looks_as_it_did_in_the_largest_text(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 200)
    show_pack(desktop, "pack-first")

    pages.compare(pages.picture(desktop, qtbot), f"pack-first-200-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", ["sources", "updated"])
def test_what_is_said_of_new_policies_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 100)
    if shot == "sources":
        show_sources(desktop)
    else:
        desktop.ways.open_clause(ClauseRef("phones", "photos"))
        desktop.say(SAID, WayOn("What changed", desktop.ways.open_changes))

    pages.compare(pages.picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
def test_where_policies_come_from_looks_as_it_did_in_the_largest_text(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 200)
    show_sources(desktop)

    pages.compare(pages.picture(desktop, qtbot), f"sources-200-{theme}", update=update_looks)
