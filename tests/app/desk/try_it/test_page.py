"""A draft in its own window, walked on the real pages. Nothing is written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook.app.desk.try_it.window import TryOut, draft_files
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.app.widgets.accessible import guide_screen_readers
from handbook.markup.scenarios import read_scenarios
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory
from tests.accessible.tree import (
    UNNAMED_ROLES,
    controls,
    headings,
    name,
    place,
    role,
    tab_order,
)
from tests.lint.conftest import FLOW_FRONT, RULES, SCHOOL

FLOW = (
    FLOW_FRONT.replace("[head]", "[call, head]").replace("title: Trial", "title: I try this")
    + """\
## Is anyone in danger? {#danger}

- [Yes](#call)
- [No](#whose)
- [I am not sure](#call)

## Whose doing is it? {#whose}

- [The head's](#head){: subject="headteacher" }
- [I am not sure](#head)

## Call them {#call}

### Tell

- [Police](role:police)

## Report it {#head}

### Tell

- [Headteacher](role:headteacher)

### If it is about one of them

- [The headteacher](role:headteacher): tell the [chair](role:chair)

### By when

Today.
"""
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for group in ("policies", "flows"):
        (folder / group).mkdir(parents=True)
    (folder / "school.yaml").write_text(SCHOOL, "utf-8")
    (folder / "policies" / "rules.md").write_text(RULES, "utf-8")
    (folder / "flows" / "trial.md").write_text(FLOW, "utf-8")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _heard(qapp: QApplication) -> Iterator[None]:
    """As where a screen reader listens: headings are told apart."""
    del qapp
    guide_screen_readers()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


class Trial:
    """The window over a draft, used as its owner does."""

    def __init__(self, content: Path, bot: QtBot, cache: Path) -> None:
        self.draft = content / "flows" / "trial.md"
        self.bot = bot
        self._store = open_in_memory()
        preferences = PreferenceStore(self._store)
        services = Services(content, cache, preferences, today=lambda: date(2026, 11, 21))
        self.out = TryOut(Look(), services, draft_files(self.draft, content))
        bot.addWidget(self.out.window)
        self.out.start()
        self.wait_for("Is anyone in danger?")
        with bot.waitActive(self.out.window):
            self.out.window.activateWindow()

    def shown(self) -> str:
        labels = self.out.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def wait_for(self, words: str) -> None:
        self.bot.waitUntil(lambda: words in self.shown(), timeout=20_000)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.bot.keyClick(QApplication.focusWidget() or self.out.window, key)

    def change(self, old: str, new: str) -> None:
        text = self.draft.read_text("utf-8")
        assert old in text
        self.draft.write_text(text.replace(old, new), "utf-8")
        self.press(Qt.Key.Key_F5)

    def close(self) -> None:
        self.out.leave_quickly()
        self._store.close()


@pytest.fixture
def trial(content: Path, qtbot: QtBot, tmp_path: Path) -> Iterator[Trial]:
    trial = Trial(content, qtbot, tmp_path / "cache")
    yield trial
    trial.close()


def test_the_strip_says_that_staff_do_not_see_this(trial: Trial) -> None:
    assert "Draft of “I try this”: staff do not see this" in trial.shown()
    assert trial.out.window.windowTitle() == "Draft: I try this"
    assert not trial.out.page.strip.copy.isVisible()


def test_the_draft_is_walked_on_the_real_pages(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2, Qt.Key.Key_1)

    assert trial.out.rooms.outcome.isVisible()
    assert "Chair of governors" in trial.shown()
    assert "Headteacher" not in trial.shown(), "the worry is about them"
    assert "The answers by number: 2, 1." in trial.shown()


def test_the_file_is_read_again_and_the_answers_stay(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2)
    trial.change("Whose doing is it?", "Who did it?")

    trial.wait_for("Who did it?")
    trial.press(Qt.Key.Key_2)

    assert trial.out.rooms.outcome.isVisible()
    assert "The answers by number: 2, 2." in trial.shown()


def test_a_broken_draft_shows_its_problem_until_it_is_mended(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2)
    trial.change(" {#call}", "")
    trial.wait_for("This draft cannot be read yet")
    assert "flows/trial.md:19: the heading 'Call them' needs an id such as {#dsl}." in (
        trial.shown()
    )
    assert "Whose doing is it?" not in trial.shown()

    trial.change("## Call them", "## Call them {#call}")

    trial.wait_for("Whose doing is it?")


def test_problems_are_one_click_away_with_file_and_line(trial: Trial) -> None:
    strip = trial.out.page.strip
    trial.change("[Yes](#call)", "[Yes](#gone)")
    trial.bot.waitUntil(lambda: strip.list.text() == "1 problem", timeout=20_000)

    strip.list.click()
    assert "Error, flows/trial.md:10:" in trial.shown()
    assert "Is anyone in danger?" not in trial.shown()
    strip.list.click()
    assert "Is anyone in danger?" in trial.shown()

    trial.press(Qt.Key.Key_1)
    assert "Nothing is written here yet" in trial.shown()


def test_a_long_list_of_problems_is_scrolled_by_keys(trial: Trial) -> None:
    trial.out.window.resize(1000, 480)
    gone = "".join(f"- [Way {n}](#gone-{n})\n" for n in range(20))
    trial.change("- [Yes](#call)\n", gone)
    trial.bot.waitUntil(trial.out.page.strip.list.isVisible, timeout=20_000)
    trial.out.page.strip.list.click()
    (first,) = (label for label in labels(trial) if label.text() == "Error, flows/trial.md:10:")
    before = first.mapTo(trial.out.window, first.rect().topLeft()).y()

    trial.press(Qt.Key.Key_PageDown)

    assert first.mapTo(trial.out.window, first.rect().topLeft()).y() < before


def labels(trial: Trial) -> list[QLabel]:
    return trial.out.window.findChildren(QLabel)


def test_a_list_of_problems_that_are_mended_gives_way_to_the_draft(trial: Trial) -> None:
    strip = trial.out.page.strip
    trial.change("[Yes](#call)", "[Yes](#gone)")
    trial.bot.waitUntil(strip.list.isVisible, timeout=20_000)
    strip.list.click()

    trial.change("[Yes](#gone)", "[Yes](#call)")

    trial.wait_for("No problems found")
    assert "Is anyone in danger?" in trial.shown()
    assert not strip.list.isVisible()


def test_a_path_is_copied_as_a_story(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2, Qt.Key.Key_1)
    trial.out.page.strip.copy.click()

    (story,) = read_scenarios(QGuiApplication.clipboard().text(), "flows/trial.scenarios.md")
    assert [answer.words for answer in story.answers] == ["No", "The head's"]
    assert story.tell == ("chair",)
    assert "put no real person and no real case into it" in trial.shown()


def test_going_back_from_an_outcome_takes_its_path_away(trial: Trial) -> None:
    trial.press(Qt.Key.Key_1)
    trial.bot.keyClick(trial.out.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    trial.wait_for("Is anyone in danger?")
    assert not trial.out.page.strip.copy.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Escape])
def test_leaving_quickly_closes_the_window(key: Qt.Key, trial: Trial) -> None:
    trial.press(Qt.Key.Key_2)
    trial.press(*[key] * (3 if key == Qt.Key.Key_Shift else 2))

    assert not trial.out.window.isVisible()
    assert trial.out.rooms.journey is None


def write_a_record(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2, Qt.Key.Key_2)
    buttons = trial.out.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.isVisible() and each.text() == "Write a record").click()
    field = QApplication.focusWidget()
    assert field is not None
    trial.bot.keyClicks(field, "words")


def test_a_record_in_a_draft_is_not_closed_unasked(trial: Trial) -> None:
    write_a_record(trial)

    trial.out.window.close()

    assert trial.out.window.isVisible()


def test_leaving_quickly_asks_nothing_of_a_record_either(trial: Trial) -> None:
    write_a_record(trial)

    trial.press(*[Qt.Key.Key_Shift] * 3)

    assert not trial.out.window.isVisible()


def test_text_grows_and_shrinks_by_key(trial: Trial) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    trial.bot.keyClick(trial.out.window, Qt.Key.Key_Plus, held)
    assert trial.out.look.scale > 1

    trial.bot.keyClick(trial.out.window, Qt.Key.Key_0, held)
    assert trial.out.look.scale == 1


def at_question(trial: Trial) -> None:
    trial.press(Qt.Key.Key_2)


def at_outcome(trial: Trial) -> None:
    trial.press(Qt.Key.Key_1)


def at_problems(trial: Trial) -> None:
    trial.change("[Yes](#call)", "[Yes](#gone)")
    trial.bot.waitUntil(trial.out.page.strip.list.isVisible, timeout=20_000)
    trial.out.page.strip.list.click()


def at_broken(trial: Trial) -> None:
    trial.change(" {#call}", "")
    trial.wait_for("This draft cannot be read yet")
    trial.bot.waitUntil(trial.out.page.strip.list.isVisible, timeout=20_000)


@pytest.mark.parametrize("go", [at_question, at_outcome, at_problems, at_broken])
@pytest.mark.parametrize("width", [1366, 760])
def test_tab_and_a_screen_reader_go_through_a_draft_as_it_stands(
    go: Callable[[Trial], None], width: int, trial: Trial
) -> None:
    window = trial.out.window
    window.resize(width, 688)
    go(trial)
    found = controls(window)
    order = tab_order(window)

    assert [name(control) for control in found if control not in order] == []
    assert all(name(control).strip() for control in found)
    assert all(role(control) not in UNNAMED_ROLES for control in found)
    assert len({(role(control), name(control)) for control in found}) == len(found)
    assert headings(window)
    first = order.index(min(order, key=lambda each: place(each, window).top() // 60))
    for here, there in pairwise(order[first:] + order[:first]):
        a, b = place(here, window), place(there, window)
        assert b.bottom() > a.top() or b.left() >= a.right(), f"{name(here)} → {name(there)}"
    small = [each for each in order if min(each.width(), each.height()) < 24]
    assert small == []


DRIVEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import handbook.app.desk.try_it.window as try_out
from handbook.app.entry import try_draft

class Driven(try_out.TryOut):
    def start(self):
        super().start()
        self.keys = [Qt.Key.Key_2, Qt.Key.Key_F5, Qt.Key.Key_1]
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.turn)
        self.timer.start(50)

    def turn(self):
        if self.rooms.journey is None:
            return
        if self.keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, self.keys.pop(0))
        elif self.rooms.journey.is_over:
            self.timer.stop()
            self.page.strip.copy.click()
            print(len(self.rooms.journey.answers))
            QApplication.clipboard().clear()
            self.window.close()

try_out.TryOut = Driven
sys.exit(try_draft(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def everything_in(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_trying_a_draft_writes_nothing(content: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for folder in (home, tmp_path / "tmp"):
        folder.mkdir()
    shutil.copytree(content, home / "content")
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HANDBOOK_DATA")
    places = {name: str(home / name) if name != "HOME" else str(home) for name in names}
    before = everything_in(tmp_path)

    done = subprocess.run(
        [
            sys.executable,
            "-B",
            "-c",
            DRIVEN,
            str(home / "content/flows/trial.md"),
            str(home / "content"),
        ],
        env={
            **os.environ,
            **places,
            "TMPDIR": str(tmp_path / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path.cwd()),
        },
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")
    assert everything_in(tmp_path) == before
