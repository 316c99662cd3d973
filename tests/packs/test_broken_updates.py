"""Updates that are cut, torn, tampered with or lost on the way: what is installed stays whole."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handbook.domain.errors import PackError
from handbook.packs import lookout as module
from handbook.packs.key_change import KeyChange
from handbook.packs.keys import SecretKey
from handbook.packs.lookout import Lookout
from handbook.packs.mending import State
from handbook.packs.names import KEY_CHANGE, KEY_CHANGE_SIGNATURE, SPARE
from handbook.packs.pack import read_pack
from handbook.packs.publish import make_pack
from handbook.packs.rings import Ring
from handbook.packs.shelf import Shelf
from handbook.packs.trust import Trust, trust_of
from tests.packs.small import CONTENT, NEWER, manifest
from tests.packs.test_interrupted import ROOT, content_of, cut_everywhere
from tests.packs.test_tampering import flip, overwrite, put_in_bytes, swap, take_out_bytes

TODAY = date(2026, 11, 21)
OLD = time.time_ns() - 10**12


class Share:
    """A computer with version 1, and a folder with version 2 under a changed key."""

    def __init__(self, root: Path) -> None:
        self.first, self.second, self.spare = (SecretKey.make() for _ in range(3))
        self.folder = root / "share"
        self.folder.mkdir()
        self.data = root / "data"
        change = KeyChange("hill", 1, self.second.public)
        spare = {SPARE: self.spare.public.text.encode()}
        keys = {
            **spare,
            KEY_CHANGE: change.data,
            KEY_CHANGE_SIGNATURE: change.signed(self.spare),
        }
        self.newest = make_pack(NEWER, manifest(2), self.second, keys)
        one = make_pack(CONTENT, manifest(1), self.first, spare)
        Shelf(self.data).install(Trust((self.first.public,)).open(one, "1.handbook", TODAY))
        self.put("two.handbook", self.newest)

    def put(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.write_bytes(data)
        os.utime(path, ns=(OLD, OLD))

    def update(self, shelf: Shelf) -> None:
        """What the window does every hour."""
        best = Lookout(shelf, lambda: TODAY).look((self.folder,), trust_of(shelf)).best
        if best is not None:
            shelf.install(best)

    def is_old(self, shelf: Shelf) -> bool:
        ring = Ring(self.first.public, self.spare.public, 0)
        return content_of(shelf) == CONTENT and shelf.ring == ring

    def is_new(self, shelf: Shelf) -> bool:
        ring = Ring(self.second.public, self.spare.public, 1)
        return content_of(shelf) == NEWER and shelf.ring == ring


@pytest.fixture
def share(tmp_path: Path) -> Share:
    return Share(tmp_path)


def test_an_update_with_a_change_of_keys_cut_at_every_step(share: Share, tmp_path: Path) -> None:
    seen = set()

    def check(shelf: Shelf) -> None:
        assert shelf.check().state is State.WHOLE
        seen.add(content_of(shelf) == NEWER)
        assert share.is_new(shelf) or content_of(shelf) == CONTENT
        share.update(shelf)
        assert share.is_new(shelf)

    steps = cut_everywhere(share.data, tmp_path / "x", share.update, check)

    assert steps > 20
    assert seen == {True, False}


def test_a_share_that_goes_away_at_any_file(share: Share, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        share.put(f"other-{number}.handbook", share.newest[: -number - 1])
    files = len(list(share.folder.iterdir()))
    for last in range(files):
        left = iter(range(last))

        def read(path: Path, left: Iterator[int] = left) -> bytes:
            if next(left, None) is None:
                raise OSError(112, "Host is down", str(path))
            return read_pack(path)

        shelf = Shelf(share.data)
        with monkeypatch.context() as patch:
            patch.setattr(module, "read_pack", read)
            looked = Lookout(shelf, lambda: TODAY).look((share.folder,), trust_of(shelf))
        assert share.is_old(shelf)
        assert looked.best is None
        assert sum("Host is down" in said for said in looked.refused) == files - last
    share.update(shelf)
    assert share.is_new(shelf)


def test_a_share_that_goes_away_while_it_is_listed(
    share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = os.scandir

    @contextlib.contextmanager
    def going(folder: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
        def entries() -> Iterator[os.DirEntry[str]]:
            with listing(folder) as found:
                yield next(found)
            raise OSError(112, "Host is down", str(folder))

        yield entries()

    shelf = Shelf(share.data)
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", going)
        looked = Lookout(shelf, lambda: TODAY).look((share.folder,), trust_of(shelf))

    assert looked.unreached == (str(share.folder),)
    assert share.is_old(shelf)


def tampered(share: Share, count: int) -> None:
    """So many packs in the folder, each spoilt in another way; none is taken."""
    shelf, dice = Shelf(share.data), random.Random(11)
    ways = (flip, overwrite, take_out_bytes, put_in_bytes, swap)
    (share.folder / "two.handbook").unlink()
    lookout = Lookout(shelf, lambda: TODAY)
    spoilt = 0
    while spoilt < count:
        data = ways[spoilt % len(ways)](share.newest, dice)
        if data == share.newest:
            continue
        spoilt += 1
        share.put(f"{spoilt % 20}.handbook", data)
        if spoilt % 20 == 0 or spoilt == count:
            looked = lookout.look((share.folder,), trust_of(shelf))
            assert looked.best is None
            assert looked.unaccepted is None
            assert len(looked.refused) == len(list(share.folder.iterdir()))
            for file in share.folder.iterdir():
                file.unlink()
    assert share.is_old(shelf)


def test_a_hundred_spoilt_updates_are_refused(share: Share) -> None:
    tampered(share, 100)


@pytest.mark.fuzz
def test_thousands_of_spoilt_updates_are_refused(share: Share) -> None:
    tampered(share, 3_000)


def test_every_bit_of_a_change_of_keys_counts(share: Share) -> None:
    shelf = Shelf(share.data)
    trust = trust_of(shelf)
    start = share.newest.index(b"school=hill number=1")
    end = share.newest.index(b"PK\3\4", share.newest.index(b"key-change=1"))
    for at in range(start, end):
        changed = bytearray(share.newest)
        changed[at] ^= 1 << at % 8
        with pytest.raises(PackError):
            trust.open(bytes(changed), "two.handbook", TODAY)
    assert share.is_old(shelf)


UPDATE = """
import sys
from datetime import date
from pathlib import Path
from handbook.packs.lookout import Lookout
from handbook.packs.shelf import Shelf
from handbook.packs.trust import trust_of
shelf = Shelf(Path(sys.argv[1]))
best = Lookout(shelf, lambda: date(2026, 11, 21)).look((Path(sys.argv[2]),), trust_of(shelf)).best
print("ready", flush=True)
shelf.install(best)
"""


def kill_often(share: Share, times: int, folder: Path) -> None:
    """Kill an update at so many moments; the next one is whole."""
    dice = random.Random(13)
    for number in range(times):
        copy = folder / f"copy{number}"
        shutil.copytree(share.data, copy)
        program = subprocess.Popen(
            [sys.executable, "-c", UPDATE, str(copy), str(share.folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(dice.random() * 0.03)  # the moment of the cut
        program.send_signal(signal.SIGKILL)
        program.stdout.close()
        program.wait()
        shelf = Shelf(copy)
        assert shelf.check().state is State.WHOLE
        assert share.is_new(shelf) or content_of(shelf) == CONTENT
        share.update(shelf)
        assert share.is_new(shelf)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_program_killed_while_it_updates(share: Share, tmp_path: Path) -> None:
    kill_often(share, 6, tmp_path)


@pytest.mark.fuzz
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_program_killed_at_sixty_moments(share: Share, tmp_path: Path) -> None:
    kill_often(share, 60, tmp_path)
