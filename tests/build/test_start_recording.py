"""What the frozen app need not work out at every start, and that it comes to the same."""

from __future__ import annotations

import marshal
import os
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build"
HOOK = str(BUILD / "hook_start.py")
lean = runpy.run_path(str(BUILD / "start_recording.py"))["lean"]

USE = """
import builtins, runpy, sys
usual, finders = builtins.compile, len(sys.meta_path)
hook = runpy.run_path(sys.argv[1])
if len(sys.argv) > 3:
    hook["_hand_out"](sys.argv[2], sys.argv[3])
changed = builtins.compile is not usual, len(sys.meta_path) > finders
"""
QT = """
import builtins, dataclasses, inspect, pydoc, re
from PySide6.QtCore import QObject, QRect, QTimer, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from handbook.domain.opening import Opening, OpeningKind
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

def told(run, *given, **named):
    try:
        return run(*given, **named)
    except Exception as problem:
        return type(problem).__name__, str(problem)

class Sender(QObject):
    sent = Signal(int)

@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    one: int
    two: int = 5

app = QApplication([])
sender = Sender()
for answer in (
    told(QWidget().resize, "wide", "high"),
    told(QWidget, 1, 2, 3),
    told(QWidget().move),
    told(QLabel().setAlignment, "left"),
    told(QLabel, text=3),
    told(QLabel, texts="a"),
    told(QPushButton().clicked.connect, 3),
    told(sender.sent.emit, "one"),
    told(sender.sent.emit),
    told(QTimer.singleShot, "soon", 3),
    told(QPainter().drawText, 1, 2),
    told(QColor, object()),
    told(QRect(1, 2, 3, 4).adjusted, 1),
    told(QPixmap("none").toImage().pixel, "x", None),
    told(Qt.AlignmentFlag, "left"),
    told(setattr, QLabel(), "nothing_like_it", 3),
    told(getattr, QLabel(), "nothing_like_it"),
    told(inspect.signature, QWidget.resize),
    told(lambda: [str(each) for each in QWidget.resize.__signature__]),
    QWidget.resize.__doc__,
    pydoc.plain(pydoc.render_doc(QRect.adjusted)),
    sorted(name for name in sys.modules if name.startswith(("shibokensupport", "PySide6."))),
    told(lambda: (Pair(1, 2) == Pair(1, 2), Pair(3), Pair.__init__.__annotations__)),
    told(Pair),
    told(lambda: (Opening(), Opening(file="a") == Opening(file="a"), Opening.__match_args__)),
    told(setattr, Opening(), "file", 2),
    told(Opening, kinds=OpeningKind.PACK),
    told(setattr, Pair(1), "one", 2),
    [(re.compile(*each).groupindex, re.findall(*each, "handbook:a-b#c")) for each in (
        [r"handbook:(?P<policy>[a-z-]+)#(?P<clause>[a-z-]+)"], ["[a-z]+"], ["(-)"],
    )],
):
    print(answer)
print(builtins.compile is usual)
"""


def python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording over archives as PyInstaller makes them, with a module in each."""
    from PyInstaller.archive.writers import ZlibArchiveWriter

    folder = tmp_path_factory.mktemp("recording")
    code = compile("import sys\nNAME = __name__\n", "handbook/app/collections.py", "exec")
    entries = [("handbook.app.collections", "collections.py", "PYMODULE")]
    ZlibArchiveWriter(str(folder / "a.pyz"), entries, {"handbook.app.collections": code})
    with zipfile.ZipFile(folder / "base_library.zip", "w") as library:
        package = compile("NAME = __name__\n", "json/__init__.py", "exec")
        library.writestr("json/__init__.pyc", bytes(16) + marshal.dumps(package))
    file = folder / "start.code"
    archives = (str(folder / "a.pyz"), str(folder / "base_library.zip"))
    python(str(BUILD / "start_recording.py"), str(file), *archives)
    return file


def site_packages() -> str:
    import shiboken6

    return str(Path(shiboken6.__file__).parents[1])


def test_qt_says_the_same_with_the_recording_wrong_arguments_included(recording: Path) -> None:
    # A first form of this ended the program where an argument was wrong.
    without = python("-c", USE + QT, HOOK)
    used = python("-c", USE + QT, HOOK, site_packages(), str(recording))

    assert "resize(w: int, h: int, /)" in without
    assert used == without


def test_pyside_in_another_version_goes_its_own_way(recording: Path, tmp_path: Path) -> None:
    modules, sources, *rest = marshal.loads(recording.read_bytes())
    ((name, (source, _)),) = sources.items()
    of_another = lean(source, packed=1)
    file = tmp_path / "start.code"
    file.write_bytes(marshal.dumps((modules, {name: (source, of_another)}, *rest)))
    script = USE + QT + "print('zipfile' in sys.modules)"

    without = python("-c", script, HOOK)
    used = python("-c", script, HOOK, site_packages(), str(file))
    recorded = python("-c", script, HOOK, site_packages(), str(recording))

    assert used == without
    assert recorded.splitlines()[-1] == "False"


@pytest.mark.parametrize("words", ["", '"""A pair."""'])
def test_a_class_without_words_loads_nothing_for_them(recording: Path, words: str) -> None:
    script = f"""
import dataclasses
from handbook.later import is_waiting
@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    {words}
    one: int
print(is_waiting("inspect"), Pair(1), Pair.__doc__)
"""
    said = python("-OO", "-c", USE + script, HOOK, site_packages(), str(recording))

    assert said.split() == ["True", "Pair(one=1)", "Pair"]


def test_recorded_modules_lie_where_pyinstaller_puts_them(recording: Path) -> None:
    script = """
import handbook.app.collections as ours, json
for module in (ours, json):
    print(module.NAME, module.__file__, getattr(module, "__path__", None))
"""
    said = python("-c", USE + script, HOOK, "/bundle", str(recording)).splitlines()

    assert said[0] == "handbook.app.collections /bundle/handbook/app/collections.py None"
    assert said[1] == (
        "json /bundle/base_library.zip/json/__init__.pyc ['/bundle/base_library.zip/json']"
    )


@pytest.mark.parametrize("recording", [None, b"", b"not marshalled", b"N"])
def test_without_a_sound_recording_nothing_changes(
    recording: bytes | None, tmp_path: Path
) -> None:
    file = tmp_path / "start.code"
    if recording is not None:
        file.write_bytes(recording)

    said = python("-c", USE + "print(*changed)", HOOK, str(tmp_path), str(file))

    assert said.split() == ["False", "False"]
