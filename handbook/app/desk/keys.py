"""What an editor can do from everywhere in the desk, by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut

from handbook.app.commands import TextSize
from handbook.app.desk.desk import Desk
from handbook.app.desk.help import DeskHelp
from handbook.app.desk.importable import import_words


@dataclass(frozen=True, slots=True)
class DeskCommand:
    """Something to do, its words for the list of keys, and its keys."""

    words: str
    keys: tuple[str, ...]
    run: Callable[[], None]


def desk_commands(
    desk: Desk, text: TextSize, show_keys: Callable[[], None]
) -> tuple[DeskCommand, ...]:
    """All commands of the desk."""
    window = desk.window
    problems, source = window.problems, window.source
    return (
        DeskCommand("Save", ("Ctrl+S",), desk.save),
        DeskCommand("Next problem, in a form the next blank", ("F8",), desk.next_problem),
        DeskCommand(
            "Publish; in a form: checked today", ("Ctrl+Return", "Ctrl+Enter"), desk.go_on
        ),
        DeskCommand("Problem before", ("Shift+F8",), lambda: problems.step(-1, source.line)),
        DeskCommand("Mend the chosen problem", ("F4",), problems.fix_chosen),
        DeskCommand("Find and replace in this file", ("Ctrl+F",), desk.find),
        DeskCommand("Next found", ("F3",), lambda: _ignore(window.finder.go())),
        DeskCommand("Found before", ("Shift+F3",), lambda: _ignore(window.finder.go(-1))),
        DeskCommand("Insert a link, a rule or a table", ("Ctrl+Shift+K",), desk.acts.insert),
        DeskCommand("New policy, guide or flow", ("Ctrl+N",), desk.acts.begin),
        DeskCommand(import_words(), ("Ctrl+I",), desk.acts.choose_import),
        DeskCommand("Rename the clause", ("F2",), desk.acts.rename_place),
        DeskCommand("Edit the table as a grid", ("Ctrl+T",), desk.acts.edit_table),
        DeskCommand("Which words find this clause?", ("Ctrl+Shift+W",), desk.found_by.open),
        DeskCommand("Try a flow as staff", ("F5",), desk.flow.try_it),
        DeskCommand("Next part of the window", ("F6",), window.next_region),
        DeskCommand("Part before", ("Shift+F6",), lambda: window.next_region(-1)),
        DeskCommand("Show or hide the files", ("Ctrl+Shift+F",), window.head.files.click),
        DeskCommand("Show or hide the preview", ("Ctrl+Shift+P",), window.head.preview.click),
        DeskCommand("Larger text", ("Ctrl++", "Ctrl+="), text.bigger_text),
        DeskCommand("Smaller text", ("Ctrl+-",), text.smaller_text),
        DeskCommand("Usual text size", ("Ctrl+0",), text.usual_text),
        DeskCommand("This list", ("F1",), show_keys),
    )


def desk_keys(desk: Desk, text: TextSize) -> tuple[DeskCommand, ...]:
    """Let the keys of all commands act in the desk's window."""
    about = DeskHelp(desk.look, desk.window, lambda: commands, desk.back_to_file)
    commands = desk_commands(desk, text, about.show)
    desk.held = commands  # Qt keeps no owner of what it calls
    for command in commands:
        for key in command.keys:
            shortcut = QShortcut(QKeySequence(key), desk.window)
            shortcut.activated.connect(command.run)
    return commands


def _ignore(_: bool) -> None:  # noqa: FBT001 - where nothing is found, the strip says so
    """The strip says how many there are."""
