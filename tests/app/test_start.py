"""What is loaded before the first paint, and what waits until it is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import handbook

MOST = 84
"""So many modules of ours a start loads before its first paint."""
WAITS = (
    "handbook.app.aa.menu",
    "handbook.app.about.page",
    "handbook.app.bar_menu",
    "handbook.app.commands",
    "handbook.app.confirm.page",
    "handbook.app.receipt_carrier",
    "handbook.app.house",
    "handbook.app.keys.page",
    "handbook.app.rooms",
    "handbook.domain.bookmark",
    "handbook.domain.flow",
    "handbook.domain.library",
    "handbook.domain.policy",
    "handbook.domain.receipt",
    "handbook.markup.compiled",
    "argparse",
    "hashlib",
    "logging",
    "markdown",
    "shutil",
    "tempfile",
    "whoosh",
    "yaml",
)
OWN_SUMS = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
SCRIPT = """
import sys

class Marks:
    def write(self, text):
        if "home-painted" in text:
            from handbook.later import is_waiting
            print(" ".join(name for name in sys.modules if not is_waiting(name)))

    def flush(self):
        pass

sys.stderr = Marks()
sys.argv[1:] = []
from handbook.__main__ import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that are loaded when Home has been painted, in the order of loading."""
    folder = tmp_path_factory.mktemp("data")
    _run(SCRIPT, folder)  # the first start compiles the content, which needs all of it
    return _run(SCRIPT, folder).stdout.split()


def _run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, as a start of the window up to its first paint."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HANDBOOK_DATA": str(folder),
        "HANDBOOK_MARKS": "1",
        "HANDBOOK_QUIT_AFTER": "home",
    }
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran


def test_what_the_first_page_does_not_need_is_not_loaded_before_it(loaded: list[str]) -> None:
    assert "handbook.app.help_rooms" in loaded
    assert sorted(set(loaded) & set(WAITS)) == []


def test_a_start_loads_few_modules_and_each_more_is_thought_about(loaded: list[str]) -> None:
    # Each costs about half a millisecond of the time to the first paint.
    ours = [name for name in loaded if name.split(".")[0] == "handbook"]

    assert len(ours) <= MOST, "can it wait until Home has been painted?"


def test_no_source_is_read_for_the_modules_that_are_loaded(tmp_path: Path) -> None:
    """PySide reads them all, unless its import is put back."""
    script = f"import atexit, linecache; atexit.register(lambda: print(*linecache.cache)){SCRIPT}"
    ran = _run(script, tmp_path)

    assert "handbook.app.desktop" in ran.stdout.split()
    assert str(Path(handbook.__file__).parent) not in ran.stdout


def test_sums_are_worked_out_without_openssl(tmp_path: Path) -> None:
    """It would take 4 MB as long as the window is open."""
    of_whom = "print(__import__('hashlib').sha256.__module__)"
    ran = _run(f"import atexit; atexit.register(lambda: {of_whom}){SCRIPT}", tmp_path)

    assert ran.stdout.split()[-1] != "_hashlib"


@pytest.mark.parametrize(("missing", "is_left_out"), [("another", True), (OWN_SUMS, False)])
def test_a_python_without_sums_of_its_own_keeps_openssl(missing: str, is_left_out: bool) -> None:
    script = (
        "import sys; sys.modules[sys.argv[1]] = None; sys.modules.pop('_hashlib', None)\n"
        "from handbook.app.entry import _leave_openssl_out; _leave_openssl_out()\n"
        "import hashlib; print('_hashlib' in sys.modules and sys.modules['_hashlib'] is None)\n"
        "print(hashlib.sha256(b'').hexdigest()[:8])\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script, missing], capture_output=True, text=True, check=True
    )

    assert ran.stdout.split() == [str(is_left_out), "e3b0c442"]


def test_a_start_that_hands_over_its_link_loads_no_qt() -> None:
    script = "import sys, handbook.app.entry; print('PySide6' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert ran.stdout.split() == ["False"]


SAID = """
import sys
from handbook.app.desktop import Desktop
Desktop.say = lambda desktop, words, way_on=None: print(words)
sys.argv[1:] = []
from handbook.__main__ import main
sys.exit(main())
"""


def test_whose_data_is_damaged_is_told_so(tmp_path: Path) -> None:
    """Otherwise Saved would only say that nothing is saved yet."""
    (tmp_path / "handbook.db").write_bytes(b"damaged")
    said = [_run(SAID, tmp_path).stdout for _ in range(2)]

    assert "is damaged and cannot be read" in said[0]
    assert "kept as handbook.db.damaged-" in said[0]
    assert said[1] == ""


def test_who_can_keep_nothing_is_told_so(tmp_path: Path) -> None:
    """Otherwise a clause looks saved, and is gone at the next start."""
    no_folder = tmp_path / "file"
    no_folder.write_bytes(b"")

    assert "lasts until you close the window" in _run(SAID, no_folder).stdout
    assert _run(SAID, tmp_path).stdout == ""
