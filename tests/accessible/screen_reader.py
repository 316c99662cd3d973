"""One journey through the running program, by what a screen reader is told and can do.

Run by the system's Python, which has the library of the screen readers (python3-gi,
gir1.2-atspi-2.0), inside a session of its own. Prints what was heard; raises where the
program is silent.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first

PATIENCE_S = 20.0


def say(heard: str) -> None:
    """Tell whoever started this what was heard."""
    sys.stdout.write(heard + "\n")


def everything(node: Any) -> Iterator[Any]:
    """A node and all that is shown below it."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from everything(child)


class Heard:
    """The program as a screen reader knows it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def find(self, role: str, begins: str) -> Any:
        """The control of a role whose name begins so; waits for it."""
        return self._until(lambda: self._now(role, begins), f"{role} {begins!r}")

    def press(self, begins: str, role: str = "push button") -> None:
        """Do what pressing a control does."""
        control = self.find(role, begins)
        say(f"press {control.get_name()!r}")
        assert control.get_n_actions() > 0, f"{begins!r} cannot be pressed"
        control.do_action(0)

    def hear(self, role: str, begins: str) -> None:
        """Wait until something is there, and say it."""
        say(f"hear {role} {self.find(role, begins).get_name()!r}")

    def gone(self, role: str, begins: str) -> None:
        """Wait until something is no longer there."""
        self._until(lambda: self._now(role, begins) is None or None, f"no {role} {begins!r}")
        say(f"gone {role} {begins!r}")

    def _now(self, role: str, begins: str) -> Any:
        for app in self._apps():
            for node in everything(app):
                if node.get_role_name() == role and node.get_name().startswith(begins):
                    return node
        return None

    def _apps(self) -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app is not None and app.get_process_id() == self._process.pid:
                yield app

    def _until(self, look: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            code = self._process.poll()
            assert code is None, f"the program has ended with {code}"
            try:
                found = look()
            except gi.repository.GLib.Error:
                found = None  # it changed while it was read
            if found is not None:
                return found
            time.sleep(0.1)
        raise AssertionError(f"never heard: {what}")


def journey(heard: Heard) -> None:
    """Start for the first time, search, read a clause, take a concern to its outcome, leave."""
    heard.hear("heading", "Welcome. What do you do here?")
    heard.press("Not now")
    heard.hear("heading", "What do you need to know?")
    field = heard.find("text", "Search")
    field.get_editable_text_iface().set_text_contents("a pupil added me on insta")
    heard.hear("list", "Clauses found")
    heard.hear("list item", "")
    heard.press("Open clause")
    heard.hear("tree", "On this page")
    heard.press("I have a concern")
    heard.hear("heading", "Is anyone in danger right now")
    heard.press("No, 3 of 4")
    heard.hear("heading", "Is the worry about a child")
    heard.press("Back")
    heard.hear("heading", "Is anyone in danger right now")
    heard.press("I am not sure")
    heard.hear("heading", "Who to tell")
    heard.hear("heading", "Do now")
    heard.press("Leave quickly")
    heard.gone("push button", "Leave quickly")
    heard.gone("push button", "I have a concern")
    heard.hear("tree", "On this page")


def main(command: list[str]) -> None:
    """Start the program and go through the journey."""
    Atspi.init()
    process = subprocess.Popen(command)
    try:
        journey(Heard(process))
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
