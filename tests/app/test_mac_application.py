"""What macOS asks the program to open, with the events that Qt sends there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from handbook.app.mac_application import asked_by
from handbook.domain.opening import Opening, OpeningKind

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0
"""Seconds, on a busy machine."""
NO_PAGE = "said That link"


class Run:
    """The program as on macOS, with what it says."""

    def __init__(self, folder: Path, words: tuple[str, ...]) -> None:
        self._output = folder / "output"
        data = str(folder / "data")
        with self._output.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.app.mac_program", *words],
                cwd=ROOT,
                env={**os.environ, "HANDBOOK_DATA": data, "QT_QPA_PLATFORM": "offscreen"},
                stdout=file,
                stderr=file,
            )

    def says(self, *patterns: str) -> str:
        """Wait until its output has all of them, in this order."""
        until, wanted = time.monotonic() + PATIENCE, r"[\s\S]*".join(patterns)
        while not re.search(wanted, said := self._output.read_text("utf-8")):
            assert time.monotonic() < until, f"{patterns} are not in:\n{said}"
            time.sleep(0.02)
        return said


Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    runs: list[Run] = []

    def started(*words: str) -> Run:
        runs.append(Run(tmp_path, words))
        return runs[-1]

    yield started
    for run in runs:
        run.process.kill()
        run.process.wait(PATIENCE)


@pytest.mark.parametrize("when", ["early", "late"])
def test_a_link_is_opened_before_there_is_a_window_and_after(start: Start, when: str) -> None:
    run = start(when, "handbook:social-media#pupils")

    said = run.says("taken True", "page ReaderPage Social media")
    assert "another" not in said


def test_a_pack_is_opened(start: Start, tmp_path: Path) -> None:
    pack = tmp_path / "our policies.handbook"
    pack.write_bytes(b"no pack")

    start("late", str(pack)).says("taken True", "page PackPage")


def test_the_last_of_several_is_what_is_shown(start: Start) -> None:
    run = start("early", "handbook:mobile-devices", "handbook:social-media#pupils")

    run.says("page ReaderPage Mobile", "page ReaderPage Social media")


def test_a_journey_stays_and_another_window_opens(start: Start) -> None:
    run = start("wizard", "handbook:social-media#pupils")

    said = run.says("another -m handbook handbook:social-media#pupils")
    assert said.split("page ")[-1].startswith("WizardPage")


@pytest.mark.parametrize("when", ["early", "late"])
def test_what_is_no_link_of_ours_is_said_and_opens_nothing(start: Start, when: str) -> None:
    hostile = ("handbook:../../etc/passwd", "handbook:" + "x" * 10_000, "http://a.example/x")

    said = start(when, *hostile).says("said ", "said ", "said ")
    assert "ReaderPage" not in said
    assert "passwd" not in said


@pytest.mark.parametrize("is_mac", [True, False])
def test_qt_knows_the_words_of_the_start_which_macos_sends_once_more(is_mac: bool) -> None:
    # What Qt knows of it passes over; else a desk on a Mac would open a window of no link.
    script = (
        "import sys; from handbook.app import start\n"
        "start.ON_MAC = sys.argv.pop(1) == 'True'\n"
        "print(start.begin().arguments()[1:])"
    )

    said = subprocess.run(
        [sys.executable, "-c", script, str(is_mac), "desk", "/a folder"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.strip() == str(["desk", "/a folder"] if is_mac else [])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "address",
    [
        "handbook:../../etc/passwd",
        "handbook:social-media%2523pupils",
        "handbook:social media",
        "handbook:a?b=c",
        "handbook://user:word@social-media",
        "handbook:" + "x" * 10_000,
        "handbook:\u202e\u2066social-media",
        "http://a.example/policies.handbook",
        "javascript:alert(1)",
        "data:,x.handbook",
        "",
    ],
)
def test_a_hostile_address_asks_for_nothing(address: str) -> None:
    assert asked_by(QFileOpenEvent(QUrl(address))) == Opening(OpeningKind.ODD)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", ["/Users/me/letter.docx", "/etc/passwd", "/tmp/x.handbook/"])
def test_a_file_of_another_kind_asks_for_nothing(path: str) -> None:
    assert asked_by(QFileOpenEvent(path)) == Opening(OpeningKind.ODD)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("handbook:social-media#pupils", "handbook:social-media#pupils"),
        ("HANDBOOK://social-media/%23pupils", "handbook:social-media#pupils"),
        ("handbook:", ""),
        ("file:///Users/me/our%20policies.handbook", "/Users/me/our policies.handbook"),
        ("file:///Users/me/100%25.handbook", "/Users/me/100%.handbook"),
    ],
)
def test_links_and_packs_are_read_as_at_a_start(address: str, line: str) -> None:
    assert asked_by(QFileOpenEvent(QUrl(address))).line == line
