"""The keys of the window."""

from __future__ import annotations

import inspect
from collections import Counter

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from handbook.app.commands import Command, CommandId, Desk, Help, Shortcuts, TextSize, commands


class FakeDesk:
    """Notes what it is asked for, as the window and as the settings."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self) -> None:
        self.asked.append("search")

    def open_concern(self) -> None:
        self.asked.append("open_concern")

    def bigger_text(self) -> None:
        self.asked.append("bigger_text")

    def smaller_text(self) -> None:
        self.asked.append("smaller_text")

    def usual_text(self) -> None:
        self.asked.append("usual_text")

    def back(self) -> None:
        self.asked.append("back")

    def forward(self) -> None:
        self.asked.append("forward")

    def next_region(self) -> None:
        self.asked.append("next_region")

    def find(self) -> None:
        self.asked.append("find")

    def copy_chosen(self) -> None:
        self.asked.append("copy_chosen")

    def show_keys(self) -> None:
        self.asked.append("show_keys")


def all_commands() -> tuple[Command, ...]:
    desk = FakeDesk()
    return commands(desk, desk, desk)


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(
        QKeySequence(key).toString() for command in all_commands() for key in command.keys
    )

    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_command_has_a_name_of_its_own_words_and_a_key() -> None:
    known = all_commands()

    assert sorted(command.id for command in known) == sorted(CommandId)
    assert all(command.words and command.keys for command in known)


def test_every_command_does_another_thing() -> None:
    desk = FakeDesk()
    for command in commands(desk, desk, desk):
        command.run()

    offered = {
        name
        for asked_of in (Desk, Help, TextSize)
        for name, _ in inspect.getmembers(asked_of, inspect.isfunction)
    }
    assert sorted(desk.asked) == sorted(name for name in offered if not name.startswith("_"))


def test_within_the_wizard_only_the_text_size_has_keys(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shortcuts = Shortcuts(window, all_commands())
    found = window.findChildren(QShortcut)
    shortcuts.in_wizard(inside=True)
    acting = {each.key().toString() for each in found if each.isEnabled()}
    shortcuts.in_wizard(inside=False)

    assert acting == {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"}
    assert all(each.isEnabled() for each in found)
