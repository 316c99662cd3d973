"""The Aa menu's decisions, without a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from handbook.app.aa.presenter import AaPresenter, AaView, Colours
from handbook.app.look.tokens import Theme
from handbook.domain.audience import Audience
from handbook.state.preferences import Preferences, ThemeChoice


class FakeMenu:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.view: AaView | None = None

    def show_settings(self, view: AaView) -> None:
        self.view = view


class FakeSettings:
    """Settings in memory."""

    def __init__(self, preferences: Preferences, theme: Theme = Theme.LIGHT) -> None:
        self.preferences = preferences
        self.theme = theme
        self.system_decides = False

    def keep(self, preferences: Preferences) -> None:
        self.preferences = preferences


def shown(settings: FakeSettings) -> AaView:
    menu = FakeMenu()
    AaPresenter(menu, settings).show()
    assert menu.view is not None
    return menu.view


def after(act: Callable[[AaPresenter], None], before: Preferences) -> Preferences:
    settings = FakeSettings(before)
    act(AaPresenter(FakeMenu(), settings))
    return settings.preferences


def test_the_menu_shows_the_settings_as_they_are() -> None:
    kept = Preferences(ThemeChoice.DARK, 130, less_movement=True, letter_keys=False)
    view = shown(FakeSettings(kept, Theme.DARK))

    assert (view.text_size, view.theme) == (130, ThemeChoice.DARK)
    assert (view.less_movement, view.letter_keys, view.warm_sheet) == (True, False, False)
    assert view.colours is Colours.CHOSEN
    assert not view.is_usual


def test_a_warm_sheet_shows_in_the_light_theme_alone() -> None:
    kept = Preferences(warm_sheet=True)

    assert shown(FakeSettings(kept, Theme.LIGHT)).warm_sheet_shows
    assert not shown(FakeSettings(kept, Theme.DARK)).warm_sheet_shows
    assert shown(FakeSettings(kept, Theme.DARK)).warm_sheet


def test_a_contrast_theme_of_the_system_decides_on_colours() -> None:
    settings = FakeSettings(Preferences())
    settings.system_decides = True

    assert shown(settings).colours is Colours.SYSTEM_DECIDES


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        (lambda p: p.size_chosen(175), Preferences(text_size=175)),
        (lambda p: p.theme_chosen(ThemeChoice.LIGHT), Preferences(ThemeChoice.LIGHT)),
        (lambda p: p.warm_sheet_switched(), Preferences(warm_sheet=True)),
        (lambda p: p.less_movement_switched(), Preferences(less_movement=True)),
        (lambda p: p.letter_keys_switched(), Preferences(letter_keys=False)),
    ],
)
def test_a_choice_changes_one_setting(
    act: Callable[[AaPresenter], None], wanted: Preferences
) -> None:
    assert after(act, Preferences()) == wanted


def test_a_switch_pressed_twice_is_as_it_was() -> None:
    def twice(presenter: AaPresenter) -> None:
        presenter.letter_keys_switched()
        presenter.letter_keys_switched()

    assert after(twice, Preferences()) == Preferences()


def test_a_size_that_is_not_offered_changes_nothing() -> None:
    assert after(lambda p: p.size_chosen(101), Preferences()) == Preferences()


def test_everything_is_put_back_but_what_a_newer_program_set() -> None:
    others = {"voice": "slow"}
    kept = Preferences(ThemeChoice.DARK, 200, warm_sheet=True, others=others)

    assert after(AaPresenter.put_back, kept) == Preferences(others=others)
    assert shown(FakeSettings(Preferences(others=others))).is_usual


def test_a_role_that_the_school_has_set_is_shown_as_a_word() -> None:
    menu = FakeMenu()
    AaPresenter(menu, FakeSettings(Preferences()), Audience.VOLUNTEERS).show()

    assert menu.view is not None
    assert menu.view.set_role == "Volunteer or contractor"
    assert shown(FakeSettings(Preferences())).set_role == ""
