"""Pictures of the Aa menu, the bar's menu, the list of keys and About."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, Topic
from handbook.app.look.tokens import Theme
from handbook.domain.audience import Audience
from handbook.domain.clause_ref import ClauseRef
from handbook.state.managed import Managed
from handbook.state.preferences import ThemeChoice
from tests.look import test_pages as pages

pytestmark = pages.pytestmark
_dressed = pages._dressed
desktop = pages.desktop

LOCKED = Managed(source="a policy", role=Audience.TEACHERS)
SHOTS = ("aa", "keys", "about")


def show(desktop: Desktop, shot: str) -> None:
    match shot:
        case "aa":
            desktop.ways.open_clause(ClauseRef("phones", "photos"))
            desktop.help.open_aa()
        case "menu":
            desktop.ways.open_clause(ClauseRef("phones", "photos"))
            desktop.help.open_menu()
        case "keys":
            desktop.ways.go(AtHelp(Topic.KEYS))
        case _:
            desktop.ways.go(AtHelp(Topic.ABOUT))


def wear(desktop: Desktop, theme: Theme, text_size: int) -> None:
    kept = desktop.appearance.preferences
    choice = ThemeChoice(theme.value)
    desktop.appearance.keep(replace(kept, theme=choice, text_size=text_size, less_movement=True))


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", SHOTS)
def test_help_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 100)
    show(desktop, shot)

    pages.compare(pages.picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
@pytest.mark.parametrize("shot", ["aa", "menu", "keys"])
def test_help_looks_as_it_did_in_the_largest_text(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    wear(desktop, theme, 200)
    show(desktop, shot)

    pages.compare(pages.picture(desktop, qtbot), f"{shot}-200-{theme}", update=update_looks)


@pytest.mark.parametrize(
    ("size", "text_size"), [((1366, 768), 100), ((760, 768), 100), ((1366, 768), 200)], ids=str
)
@pytest.mark.parametrize("theme", list(Theme), ids=str)
def test_a_clock_that_cannot_be_right_is_named_as_before(
    desktop: Desktop,
    qtbot: QtBot,
    size: tuple[int, int],
    text_size: int,
    theme: Theme,
    update_looks: bool,
) -> None:
    wear(desktop, theme, text_size)
    desktop.window.resize(*size)
    desktop.services.latest_day.keep(date(2027, 3, 1))
    desktop.ways.go_home()

    name = f"clock-{size[0]}-{text_size}-{theme}"
    pages.compare(pages.picture(desktop, qtbot), name, update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=str)
@pytest.mark.parametrize("shot", ["aa", "first-run"])
def test_what_the_school_has_set_looks_as_it_did(
    desktop: Desktop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    shot: str,
    theme: Theme,
    update_looks: bool,
) -> None:
    wear(desktop, theme, 100)
    monkeypatch.setattr(desktop, "services", replace(desktop.services, managed=LOCKED))
    monkeypatch.setattr(desktop.welcome, "_role", Audience.TEACHERS)
    if shot == "aa":
        show(desktop, "aa")
    else:
        desktop.welcome.ask()

    picture = pages.picture(desktop, qtbot)
    pages.compare(picture, f"{shot}-locked-{theme}", update=update_looks)
