"""The power goes at any moment of any change: the handbook still opens, old or new, whole."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.packs.disk import Disk
from handbook.packs.keys import SecretKey
from handbook.packs.mending import State
from handbook.packs.publish import make_pack
from handbook.packs.shelf import Shelf
from tests.packs.small import CONTENT, NEWER, manifest, opened, unpacked

ROOT = Path(__file__).resolve().parents[2]
HOLDS = (State.WHOLE, State.MENDED)


class PowerCut(BaseException):
    """Nothing catches it, as nothing catches a power cut."""


class Failing(Disk):
    """A disk that stops in the middle of step `last`, and does nothing more."""

    def __init__(self, last: int) -> None:
        self.left = last

    def _step(self) -> bool:
        """True while there is power; in the last step half of it is done."""
        self.left -= 1
        if self.left < 0:
            raise PowerCut
        return self.left > 0

    def make_folder(self, folder: Path) -> None:
        if not self._step():
            raise PowerCut
        super().make_folder(folder)

    def write(self, path: Path, data: bytes) -> None:
        if not self._step():
            path.write_bytes(data[: len(data) // 2])
            raise PowerCut
        super().write(path, data)

    def flush(self, folder: Path) -> None:
        if not self._step():
            raise PowerCut
        super().flush(folder)

    def rename(self, path: Path, over: Path) -> None:
        if not self._step():
            raise PowerCut
        super().rename(path, over)

    def remove(self, path: Path) -> None:
        if not self._step():
            if path.is_dir():
                for inner in list(path.rglob("*"))[:2]:
                    super().remove(inner)
            raise PowerCut
        super().remove(path)


Change = Callable[[Shelf], object]


def cut_everywhere(prepared: Path, folder: Path, change: Change, check: Change) -> int:
    """Do a change on a copy, cut at each of its steps in turn; returns how many there were."""
    for last in range(1, 1_000):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared, folder)
        try:
            change(Shelf(folder, Failing(last)))
        except PowerCut:
            check(Shelf(folder))
        else:
            check(Shelf(folder))
            return last
    raise AssertionError("it never ended")


def content_of(shelf: Shelf) -> dict[str, bytes]:
    now = shelf.pointer.now
    assert now is not None
    names = {**CONTENT, **NEWER}
    return {name: data for name, data in unpacked(now.content).items() if name in names}


def test_the_first_installation_cut_at_every_step(
    pack: bytes, key: SecretKey, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()

    def check(shelf: Shelf) -> None:
        state = shelf.check().state
        assert state is State.NONE or (state is State.WHOLE and content_of(shelf) == CONTENT)
        shelf.install(opened(pack, key))
        assert content_of(shelf) == CONTENT

    steps = cut_everywhere(
        tmp_path / "empty", tmp_path / "x", lambda shelf: shelf.install(opened(pack, key)), check
    )

    assert steps > 20


def test_an_update_cut_at_every_step(
    pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    Shelf(tmp_path / "old").install(opened(pack, key))
    third = make_pack({**NEWER, "policies/more.md": b"x"}, manifest(3), key)
    Shelf(tmp_path / "old").install(opened(newer, key))
    seen: set[int] = set()

    def check(shelf: Shelf) -> None:
        now = shelf.pointer.now
        assert now is not None
        seen.add(now.version)
        assert shelf.check().state is State.WHOLE
        assert content_of(shelf) == NEWER
        if shelf.pointer.before is not None and now.version == 2:
            assert shelf.pointer.before.version == 1
        shelf.install(opened(third, key))
        assert [place.version for place in shelf.pointer.both] == [3, 2]
        assert shelf.rollback().version == 2
        assert content_of(shelf) == NEWER

    steps = cut_everywhere(
        tmp_path / "old", tmp_path / "x", lambda shelf: shelf.install(opened(third, key)), check
    )

    assert steps > 20
    assert seen == {2, 3}


def test_going_back_cut_at_every_step(
    pack: bytes, newer: bytes, key: SecretKey, tmp_path: Path
) -> None:
    Shelf(tmp_path / "old").install(opened(pack, key))
    Shelf(tmp_path / "old").install(opened(newer, key))

    def check(shelf: Shelf) -> None:
        assert shelf.check().state is State.WHOLE
        assert content_of(shelf) in (CONTENT, NEWER)

    assert cut_everywhere(tmp_path / "old", tmp_path / "x", Shelf.rollback, check) > 3


def test_mending_cut_at_every_step(pack: bytes, key: SecretKey, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "old")
    shelf.install(opened(pack, key))
    now = shelf.pointer.now
    assert now is not None
    shutil.rmtree(now.content / "policies")
    (now.content / "school.yaml").write_bytes(b"x")
    (now.content / "extra").write_bytes(b"x")

    def check(shelf: Shelf) -> None:
        assert shelf.check().state in HOLDS
        assert content_of(shelf) == CONTENT

    assert cut_everywhere(tmp_path / "old", tmp_path / "x", Shelf.check, check) > 10


INSTALL = """
import sys
from pathlib import Path
from handbook.packs.pack import open_pack, read_pack
from handbook.packs.shelf import Shelf
file = Path(sys.argv[2])
pack = open_pack(read_pack(file), file.name, None)
shelf = Shelf(Path(sys.argv[1]))
print("ready", flush=True)
shelf.install(pack)
"""


def killed_after(seconds: float, folder: Path, pack: Path) -> bool:
    """Install in a program of its own and kill it; True where it was killed in time."""
    program = subprocess.Popen(
        [sys.executable, "-c", INSTALL, str(folder), str(pack)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    with contextlib.suppress(subprocess.TimeoutExpired):
        program.wait(seconds)  # the moment of the cut
    program.send_signal(signal.SIGKILL)
    program.stdout.close()
    return program.wait() != 0


def kill_often(times: int, key: SecretKey, folder: Path) -> None:
    """Kill an installation at so many moments, spread over the time that it takes."""
    many = {f"policies/p{number}.md": b"x" * 20_000 for number in range(40)}
    old, new = {**CONTENT, **many}, {**NEWER, **many}
    file = folder / "new.handbook"
    file.write_bytes(make_pack(new, manifest(2), key))
    Shelf(folder / "old").install(opened(make_pack(old, manifest(1), key), key))
    shutil.copytree(folder / "old", folder / "whole")
    began = time.monotonic()
    Shelf(folder / "whole").install(opened(file.read_bytes(), key))
    whole = time.monotonic() - began

    dice = random.Random(7)
    killed = 0
    for number in range(times):
        copy = folder / f"copy{number}"
        shutil.copytree(folder / "old", copy)
        killed += killed_after(dice.random() * whole, copy, file)
        shelf = Shelf(copy)
        assert shelf.check().state is State.WHOLE
        assert content_of(shelf) in (CONTENT, NEWER)
        shelf.install(opened(file.read_bytes(), key))
        assert content_of(shelf) == NEWER
        shutil.rmtree(copy)
    assert killed > times // 4


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_program_killed_while_it_installs(key: SecretKey, tmp_path: Path) -> None:
    kill_often(8, key, tmp_path)


@pytest.mark.fuzz
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_program_killed_at_a_hundred_moments(key: SecretKey, tmp_path: Path) -> None:
    kill_often(100, key, tmp_path)
