"""One window a user, proved with programs that are started, killed and started again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app import one_window
from handbook.app.inbox import POLL_MS, Inbox
from handbook.app.one_window import Seat, claim
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.opening import Opening, OpeningKind
from handbook.state.store import Keeping, keeping, open_store

ROOT = Path(__file__).resolve().parents[2]
LINK = Opening.of("handbook:social-media#pupils")
OPEN = "page FirstRunPage"
"""What a start without a link shows to somebody who has not said what they do."""
PATIENCE = 40.0
"""Seconds: many programs start at once on a busy machine."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it sends signals")


class Program:
    """A start of the handbook, and what it says of its window."""

    def __init__(self, output: Path, data: Path, link: str, words: tuple[str, ...]) -> None:
        self._output = output
        with output.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.app.window_program", link, *words],
                cwd=ROOT,
                env={**os.environ, "HANDBOOK_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"},
                stdout=file,
                stderr=file,
            )

    def read(self) -> str:
        return self._output.read_text("utf-8")

    def says(self, pattern: str) -> None:
        until = time.monotonic() + PATIENCE
        while not re.search(pattern, self.read()):
            assert time.monotonic() < until, f"{pattern!r} is not in:\n{self.read()}"
            time.sleep(0.02)

    def ends(self) -> int:
        return self.process.wait(PATIENCE)

    def kill(self, by: int = signal.SIGKILL) -> None:
        self.process.send_signal(by)
        self.process.wait(PATIENCE)


class Starts:
    """Starts programs on the data of one reader, and ends what is left of them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._all: list[Program] = []

    def __call__(self, link: str = "", *words: str, data: Path | None = None) -> Program:
        output = self.data.with_name(f"output-{len(self._all)}")
        program = Program(output, data or self.data, link, words)
        self._all.append(program)
        return program

    def end(self) -> None:
        for program in self._all:
            if program.process.poll() is None:
                program.kill()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starts]:
    starts = Starts(tmp_path / "data")
    yield starts
    starts.end()


def slips(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in (".slip", ".back", ".part")]


def test_a_second_start_hands_its_link_over_and_ends(start: Starts) -> None:
    first = start()
    first.says(OPEN)
    second = start("handbook:social-media#pupils")

    assert second.ends() == 0
    first.says("asked handbook:social-media#pupils")
    first.says("page ReaderPage Social media")
    assert "page" not in second.read()
    assert slips(start.data) == []


def test_a_start_without_a_link_only_brings_the_window_forward(start: Starts) -> None:
    first = start()
    first.says(OPEN)

    assert start().ends() == 0
    first.says("asked $|asked \n")


def test_a_window_that_was_killed_keeps_nobody_out(start: Starts) -> None:
    first = start()
    first.says(OPEN)
    first.kill()

    second = start()
    second.says(OPEN)
    assert start("handbook:social-media").ends() == 0
    second.says("page ReaderPage Social media")


def test_twenty_starts_at_once_give_one_window(start: Starts) -> None:
    programs = [start(f"handbook:social-media#c{number}") for number in range(20)]
    until = time.monotonic() + 2 * PATIENCE
    while sum(program.process.poll() is None for program in programs) > 1:
        assert time.monotonic() < until
        time.sleep(0.05)

    (window,) = [program for program in programs if program.process.poll() is None]
    window.says("page ReaderPage Social media")
    others = [program for program in programs if program is not window]
    assert {program.process.returncode for program in others} == {0}
    assert not any("page" in program.read() for program in others)
    assert slips(start.data) == []


def test_two_readers_have_a_window_each(start: Starts, tmp_path: Path) -> None:
    start().says(OPEN)
    start(data=tmp_path / "another").says(OPEN)


def test_a_journey_is_neither_shown_nor_lost_when_a_link_is_opened(start: Starts) -> None:
    first = start("", "wizard")
    first.says("page WizardPage")
    second = start("handbook:social-media#pupils")

    second.says("page ReaderPage Social media")
    assert start("handbook:mobile-devices").ends() == 0
    second.says("asked handbook:mobile-devices")
    assert "asked" not in first.read()
    assert first.read().split("page ")[-1].startswith("WizardPage")


def test_the_window_that_opened_beside_a_journey_goes_with_its_own_end(start: Starts) -> None:
    start("", "wizard").says("page WizardPage")
    second = start()
    second.says(OPEN)
    second.kill()

    start().says(OPEN)


def test_a_folder_that_cannot_be_written_opens_a_window_of_its_own(
    tmp_path: Path,
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    seat = claim(in_the_way / "window", Opening())

    assert seat is not None
    assert not seat.is_found
    seat.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards folders by access lists")
def test_the_readers_data_folder_is_made_for_the_reader_alone(tmp_path: Path) -> None:
    seat = claim(tmp_path / "share" / "handbook" / "window", Opening())
    assert seat is not None
    seat.close()
    store = open_store(tmp_path / "share" / "handbook")

    assert keeping(store) is Keeping.ONLY_THE_READER
    store.close()


def test_the_lock_costs_next_to_nothing(tmp_path: Path) -> None:
    took = []
    for _ in range(20):
        begun = time.thread_time()
        seat = claim(tmp_path, Opening())
        took.append(time.thread_time() - begun)
        assert seat is not None
        seat.close()

    assert sorted(took)[10] < 0.002


class Window:
    """Stands in for the window."""

    def __init__(self) -> None:
        self.free = True
        self.asked: list[Opening] = []


def inbox(folder: Path, window: Window) -> Inbox:
    app = QApplication.instance()
    assert app is not None
    return Inbox(folder, lambda: window.free, window.asked.append, app)


@pytest.mark.usefixtures("qapp")
def test_what_an_old_start_left_is_thrown_away_unread(tmp_path: Path) -> None:
    for name in ("1.slip", "2.back", "3.part"):
        (tmp_path / name).write_text(LINK.line)
        os.utime(tmp_path / name, (1, 1))
    window = Window()

    box = inbox(tmp_path, window)

    assert slips(tmp_path) == []
    assert window.asked == []
    box.close()


@pytest.mark.usefixtures("qapp")
def test_a_slip_is_gone_before_it_is_answered(tmp_path: Path) -> None:
    left: list[list[Path]] = []
    window = Window()
    box = inbox(tmp_path, window)
    box._answer = lambda _: left.append(slips(tmp_path))
    (tmp_path / "1.slip").write_text(LINK.line)
    box.look()

    assert left == [[]]
    box.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", [b"", b"\xff\xfe", b"handbook:" + b"x" * 10_000, b"rm -rf /"])
def test_a_slip_with_anything_else_in_it_opens_nothing(tmp_path: Path, words: bytes) -> None:
    window = Window()
    box = inbox(tmp_path, window)
    (tmp_path / "1.slip").write_bytes(words)
    box.look()

    assert [opening.ref for opening in window.asked] == [None]
    box.close()


def test_slips_are_found_without_any_word_from_the_system(tmp_path: Path, qtbot: QtBot) -> None:
    window = Window()
    box = inbox(tmp_path, window)
    box._watcher.removePath(str(tmp_path))
    (tmp_path / "1.slip").write_text(LINK.line)
    qtbot.waitUntil(lambda: window.asked == [LINK], timeout=3 * POLL_MS)

    box.close()


def test_a_window_that_does_not_answer_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "WAIT_SECONDS", 0.1)
    silent = claim(tmp_path, Opening())
    assert isinstance(silent, Seat)

    second = claim(tmp_path, Opening(OpeningKind.CLAUSE, ClauseRef("phones")))

    assert isinstance(second, Seat)
    assert second.is_found
    assert second.inbox != silent.inbox
    assert slips(tmp_path) == []
    second.close()
    silent.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "name", ["our policies.handbook", "deep/" * 100 + "new.handbook", "caf\udce9.handbook"]
)
def test_the_path_of_a_pack_is_handed_over_whole(tmp_path: Path, name: str) -> None:
    window, opening = Window(), Opening(OpeningKind.PACK, file=f"/home/me/{name}")
    one_window._write(tmp_path, opening)
    box = inbox(tmp_path, window)
    box.look()

    assert window.asked == [opening]
    box.close()
