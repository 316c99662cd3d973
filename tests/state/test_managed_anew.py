"""Machine policy read once more, while somebody may be writing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.state import managed as module
from handbook.state.managed import Managed, ManagedAnew, read_managed
from handbook.state.user_folders import UserFolders

CLOSED = 'school = "hill"\nuser-folders = "no"\neditor = 0\n'
OTHER = 'school = "dale"\nuser-folders = "no"\neditor = 0\n'


class Writing:
    """A policy of which another part stands there at each reading; the last one stays."""

    def __init__(self, file: Path, *parts: str) -> None:
        self._file = file
        self._parts = list(parts)
        self.waited = 0

    def read(self) -> Managed:
        if self._parts:
            self._file.write_text(self._parts.pop(0), "utf-8")
        return read_managed("linux")

    def wait(self, seconds: float) -> None:
        assert seconds > 0
        self.waited += 1


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "policy.toml"
    monkeypatch.setattr(module, "LINUX_FILE", found)
    return found


def held(file: Path) -> Managed:
    file.write_text(CLOSED, "utf-8")
    return read_managed("linux")


def test_nothing_is_waited_for_where_nothing_is_new(file: Path) -> None:
    before, writing = held(file), Writing(file)

    assert ManagedAnew(before, writing.read, writing.wait)() == before
    assert writing.waited == 0


@pytest.mark.parametrize("half", ["", "# ", CLOSED.partition("\n")[0], 'school = "hi'])
def test_a_policy_that_is_half_written_opens_nothing_and_loses_nothing(
    file: Path, half: str
) -> None:
    before = held(file)
    same, new = Writing(file, half, CLOSED), Writing(file, half, OTHER)

    assert ManagedAnew(before, same.read, same.wait)() == before
    assert ManagedAnew(before, new.read, new.wait)().school == "dale"


def test_what_is_taken_away_for_good_is_gone(file: Path) -> None:
    before, writing = held(file), Writing(file, "")
    anew = ManagedAnew(before, writing.read, writing.wait)

    assert anew().user_folders is UserFolders.LOCAL
    assert anew().school is None
    assert writing.waited == 1


def test_a_policy_that_never_stays_the_same_changes_nothing(file: Path) -> None:
    before = held(file)
    writing = Writing(file, *(f'school = "school-{number}"' for number in range(50)))

    assert ManagedAnew(before, writing.read, writing.wait)() == before
    assert writing.waited < 10


def test_a_broken_policy_closes_all_once_it_stays_broken(file: Path) -> None:
    before, writing = held(file), Writing(file, "school = ")

    (problem,) = ManagedAnew(before, writing.read, writing.wait)().problems
    assert "no pack is taken until it is mended" in problem
