"""The real program leaves no trace of a journey: every file is the same, byte for byte."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from handbook import locations
from handbook.domain.flow import Outcome
from handbook.domain.library import Library
from handbook.markup.library import read_library
from tests.journeys.journey_program import SECRET
from tests.journeys.replay import Numbers, node_at, outcome_at, some_paths, walk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends a process as POSIX does")

ROOT = Path(__file__).parents[2]
OFFSCREEN = "This plugin does not support"
"""What the platform without a screen says of itself when a dialog opens."""
Snapshot = dict[str, bytes]
"""All files below a folder, and its folders, which hold nothing of their own."""


@dataclass
class Laptop:
    """A home folder with everything that a program could write to, and the program on it."""

    home: Path
    checkout: Path

    def run(self, *steps: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
            "PYTHONPATH": str(self.checkout),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
        }
        for name, folder in (
            ("HOME", "."),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_STATE_HOME", ".local/state"),
            ("XDG_CACHE_HOME", ".cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
            ("HANDBOOK_DATA", "handbook"),
        ):
            place = self.home / folder
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            environment[name] = str(place)
        program = [sys.executable, "-m", "tests.journeys.journey_program", *steps]
        return subprocess.run(
            program,
            cwd=self.home,
            env=environment,
            text=True,
            capture_output=True,
            timeout=120,
            check=False,
        )

    def snapshot(self) -> Snapshot:
        return {
            str(path.relative_to(self.home)): path.read_bytes() if path.is_file() else b""
            for path in sorted(self.home.rglob("*"))
        }


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(locations.content())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its content by themselves.

    A file that somebody saves in the real checkout meanwhile makes caches anew, and rightly so:
    they are made for the content, and for the reader that read it.
    """
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("handbook", "content", "resources"):
        shutil.copytree(ROOT / name, copy / name)
    (copy / "tests" / "journeys").mkdir(parents=True)
    for name in ("__init__.py", "journeys/journey_program.py", "journeys/staff.py"):
        shutil.copy2(ROOT / "tests" / name, copy / "tests" / name)
    return copy


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Laptop:
    """A laptop on which the program has been before: its caches are made."""
    laptop = Laptop(tmp_path_factory.mktemp("settled"), checkout)
    ran(laptop, "ready", "close")
    return laptop


@pytest.fixture
def laptop(settled: Laptop, tmp_path: Path) -> Laptop:
    """A laptop of one's own, settled."""
    shutil.copytree(settled.home, tmp_path / "home")
    mine = replace(settled, home=tmp_path / "home")
    ran(mine, "ready", "close")
    return mine


def ran(laptop: Laptop, *steps: str, code: int = 0) -> None:
    """Run the program; it says nothing on any output."""
    done = laptop.run(*steps)
    said = [line for line in done.stderr.splitlines() if not line.startswith(OFFSCREEN)]
    assert (done.returncode, done.stdout, said) == (code, "", [])


def telling_path(library: Library, flow_id: str) -> Numbers:
    """A path to an end with several routes, the first of which rests on a clause."""
    flow = library.flows.flow(flow_id)
    return max(
        some_paths(flow, library.flows, 400),
        key=lambda numbers: (
            bool(outcome_at(library.flows, walk(library.flows, flow.start, numbers).first).tell),
            len(walk(library.flows, flow.start, numbers).also(library.flows)),
            len(numbers),
        ),
    )


def keys(numbers: Numbers) -> str:
    return "keys:" + "".join(map(str, numbers))


def test_whole_journeys_change_no_byte_of_any_file(laptop: Laptop, library: Library) -> None:
    """Each flow to an end with several routes: all read, clauses opened, an answer changed."""
    before = laptop.snapshot()
    for flow in ("concern", "may-i", "online-incident"):
        path = telling_path(library, flow)
        ran(
            laptop,
            *("ready", f"begin:{flow}", keys(path), "page:OutcomePage", "tabs", "clause"),
            *("back", "page:WizardPage", keys(path[-1:]), "page:OutcomePage", "change:1"),
            *(f"begin:{flow}", keys(path), "clause", "leave", "page:ReaderPage", "close"),
        )

        assert changed(before, laptop.snapshot()) == []


def changed(before: Snapshot, after: Snapshot) -> list[str]:
    """The files that are new, gone or not the same."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


@pytest.mark.parametrize(
    "where",
    [
        ("page:WizardPage",),
        ("press:I am not sure", "page:OutcomePage"),
        ("press:I am not sure", "page:OutcomePage", "press:Write a record", "type"),
    ],
    ids=["at a question", "at an outcome", "in a record"],
)
def test_a_program_that_is_killed_leaves_what_it_leaves_at_home(
    laptop: Laptop, where: tuple[str, ...]
) -> None:
    """What lies about after a power cut says nothing of where it came."""
    other = replace(laptop, home=laptop.home.with_name("other"))
    shutil.copytree(laptop.home, other.home)
    ran(other, "ready", "page:HomePage", "wait", "kill", code=-signal.SIGKILL)
    ran(laptop, "ready", "begin:concern", *where, "wait", "kill", code=-signal.SIGKILL)

    assert changed(other.snapshot(), laptop.snapshot()) == []
    assert SECRET.encode() not in b"".join(laptop.snapshot().values())


def test_only_the_file_that_was_chosen_is_new_after_saving(laptop: Laptop) -> None:
    before = laptop.snapshot()
    kept = laptop.home / "kept.pdf"
    ran(
        laptop,
        *("ready", "begin:concern", "press:I am not sure", "page:OutcomePage"),
        *("press:Save as PDF", f"save:{kept}", "leave", "page:ReaderPage", "close"),
    )

    assert changed(before, laptop.snapshot()) == ["kept.pdf"]


def test_a_record_is_only_in_the_file_that_was_chosen(laptop: Laptop) -> None:
    before = laptop.snapshot()
    kept = laptop.home / "kept.pdf"
    ran(
        laptop,
        *("ready", "begin:concern", "press:I am not sure", "press:Write a record", "type"),
        *("press:Save as PDF", f"save:{kept}", "wait", "leave", "page:ReaderPage", "close"),
    )

    assert changed(before, laptop.snapshot()) == ["kept.pdf"]


def test_a_slip_in_the_program_says_where_it_was_and_not_what_was_answered(
    laptop: Laptop, library: Library
) -> None:
    before = laptop.snapshot()
    done = laptop.run("ready", "begin:concern", "keys:3", "crash:0", "wait", "leave", "close")
    start = node_at(library.flows, library.flows.flow("concern").start)

    assert not isinstance(start, Outcome)
    assert "ChoiceNotOffered" in done.stderr
    assert "journey.py" in done.stderr
    for word in ("concern#", f"{start.choices[2].text!r}", start.question):
        assert word not in done.stderr
    assert changed(before, laptop.snapshot()) == []
