"""Pictures of the page of an opened pack."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from tests.app.pack.views import VIEWS, show_pack
from tests.look import test_pages as pages
from tests.look.test_help import wear

pytestmark = pages.pytestmark
_dressed = pages._dressed
desktop = pages.desktop


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
