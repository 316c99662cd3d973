"""The list of keys, without a window."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from handbook.app.keys.presenter import KeyGroup, KeyLine, KeysPresenter, key_parts
from handbook.app.widgets.hints import Hint


@dataclass(frozen=True)
class Known:
    """A command."""

    words: str
    keys: tuple[str, ...]


class FakePage:
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.groups: tuple[KeyGroup, ...] = ()
        self.letters_off = False

    def show_keys(self, groups: tuple[KeyGroup, ...], *, letters_off: bool) -> None:
        self.groups, self.letters_off = groups, letters_off


def listed(*, letter_keys: bool) -> FakePage:
    page = FakePage()
    commands = (Known("Search all policies", ("Ctrl+K", "Ctrl+L")), Known("Larger", ("Ctrl++",)))
    reader = (Hint(("J",), "next clause"), Hint(("Shift", "F3"), "the place before"))
    search = (Hint(("Down", "Up"), "move"),)
    presenter = KeysPresenter(page, commands, (("While you read", reader), ("Search", search)))
    presenter.show(letter_keys=letter_keys)
    return page


def test_commands_come_first_and_each_page_has_a_group() -> None:
    page = listed(letter_keys=True)

    assert [group.where for group in page.groups] == ["Everywhere", "While you read", "Search"]
    assert page.groups[0].lines == (
        KeyLine("Search all policies", (("Ctrl", "K"), ("Ctrl", "L"))),
        KeyLine("Larger", (("Ctrl", "+"),)),
    )


def test_keys_that_act_alone_are_ways_of_their_own() -> None:
    _, reader, search = listed(letter_keys=True).groups

    assert [line.ways for line in reader.lines] == [(("J",),), (("Shift", "F3"),)]
    assert search.lines == (KeyLine("Move", (("Down",), ("Up",))),)


def test_letters_that_are_turned_off_say_so() -> None:
    page = listed(letter_keys=False)

    assert [line.is_off for line in page.groups[1].lines] == [True, False]
    assert page.letters_off
    assert not listed(letter_keys=True).letters_off


@pytest.mark.parametrize(
    ("key", "parts"),
    [("F1", ("F1",)), ("Ctrl+Shift+C", ("Ctrl", "Shift", "C")), ("Ctrl++", ("Ctrl", "+"))],
)
def test_a_combination_is_taken_apart(key: str, parts: tuple[str, ...]) -> None:
    assert key_parts(key) == parts


@pytest.mark.parametrize(
    ("keys", "single"),
    [(("J",), True), (("1–9",), True), (("F3",), False), (("Esc",), False), (("Alt", "1"), False)],
)
def test_single_keys_are_letters_and_numbers_alone(keys: tuple[str, ...], single: bool) -> None:
    assert Hint(keys, "do").is_single is single


def test_both_enter_keys_are_one_to_whoever_reads_the_list() -> None:
    page = FakePage()
    KeysPresenter(page, (Known("Publish", ("Ctrl+Return", "Ctrl+Enter")),), ()).show(
        letter_keys=True
    )

    assert page.groups[0].lines == (KeyLine("Publish", (("Ctrl", "Enter"),)),)
