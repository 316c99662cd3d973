"""When an opened pack may be put into use, and what is said of it, without a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbook.app.pack.examiner import Examined, Examiner
from handbook.app.pack.presenter import (
    FIRST,
    TICK_FIRST,
    TRUSTED,
    PackPresenter,
    PackView,
    said_of,
)
from handbook.domain.errors import KeyUnreadable, NotAPack, PackNotGenuine, PackRefused, PacksBusy
from handbook.packs.pack import Pack
from handbook.packs.shelf import Shelf
from handbook.state.managed import Managed
from tests.app.updates.packs import School


class FakePage:
    def __init__(self) -> None:
        self.view = PackView("")
        self.said: list[str] = []

    def show_pack(self, view: PackView) -> None:
        self.view = view

    def warn(self, words: str) -> None:
        self.said.append(words)

    def show_working(self, words: str) -> None:
        self.said.append(words)


def at_once(job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
    """Do a job at once; an error is its answer."""
    try:
        answer = job()
    except Exception as error:  # noqa: BLE001 - as the thread does
        answer = error
    on_done(answer)


class Office:
    """A computer, and packs that are opened on it."""

    def __init__(self, folder: Path, managed: Managed | None = None) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.page = FakePage()
        self.done = 0
        self.managed = managed or Managed()
        examiner = Examiner(self.data, lambda: self.managed, lambda: date(2026, 11, 21))
        self.presenter = PackPresenter(self.page, examiner, at_once)
        self.presenter.on_installed = self._count

    def _count(self) -> None:
        self.done += 1

    def open(self, data: bytes, name: str = "hill.handbook") -> PackView:
        path = self.folder / name
        path.write_bytes(data)
        self.presenter.open(path)
        return self.page.view

    @property
    def installed(self) -> int | None:
        now = Shelf(self.data).pointer.now
        return now.version if now is not None else None


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_first_pack_is_taken_only_when_its_fingerprint_was_compared(
    office: Office, school: School
) -> None:
    view = office.open(school.pack(3))
    assert view.title == "Policies of Hill School"
    assert view.fingerprint == school.key.public.fingerprint
    assert view.trust == FIRST
    assert view.asks
    assert not view.is_trusted
    facts = dict(view.facts)
    assert facts["School"] == "Hill School (hill)"
    assert facts["Version"] == "3"
    assert facts["Issued"] == "3 November 2026"

    office.presenter.install(compared=False)
    assert office.page.said == [TICK_FIRST]
    assert office.installed is None

    office.presenter.install(compared=True)
    assert office.installed == 3
    assert office.done == 1


def test_a_later_pack_of_the_same_key_is_trusted(office: Office, school: School) -> None:
    school.install(office.data, school.pack(3))
    view = office.open(school.pack(4))
    assert view.is_trusted
    assert view.trust == TRUSTED
    assert not view.asks
    assert dict(view.facts)["In use on this computer"] == "Version 3"

    office.presenter.install(compared=False)
    office.presenter.install(compared=False)
    assert office.installed == 4
    assert office.done == 1


def test_the_pack_that_is_in_use_cannot_be_put_into_use(office: Office, school: School) -> None:
    school.install(office.data, school.pack(3))
    view = office.open(school.pack(3))

    assert view.button == ""
    assert view.lead == "This version is in use already."
    office.presenter.install(compared=True)
    assert office.done == 0


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda school: school.pack(4)[:-1], "hill.handbook is not a pack: "),
        (lambda _: School().pack(4), "it is signed with a key that is not trusted here."),
        (lambda school: school.pack(2), "its version 2 is older than 3, which was here before."),
        (lambda _: b"", "hill.handbook is not a pack: "),
    ],
)
def test_what_is_refused_is_said_in_one_sentence(
    office: Office, school: School, make: Callable[[School], bytes], said: str
) -> None:
    school.install(office.data, school.pack(3))
    view = office.open(make(school))

    assert view.is_problem
    assert said in view.lead
    assert view.lead.count(". ") == 0
    assert view.button == ""
    assert "Nothing was changed." in view.trust
    office.presenter.install(compared=True)
    assert office.installed == 3


def test_a_file_that_is_gone_is_said(office: Office, tmp_path: Path) -> None:
    office.presenter.open(tmp_path / "gone.handbook")

    assert office.page.view.lead == "It could not be read (No such file or directory)."


def test_machine_policy_decides_which_school_and_which_key(tmp_path: Path) -> None:
    ours, other = School(), School("lane")
    line = ours.key.public.text.split("\n")[1]
    office = Office(tmp_path, Managed("a policy", trusted_keys=(line,), school="lane"))

    assert "this computer is set to lane" in office.open(ours.pack(1)).lead
    assert "not trusted here" in office.open(other.pack(1)).lead


def test_a_key_that_was_taken_back_while_its_pack_was_shown_counts_for_nothing(
    tmp_path: Path,
) -> None:
    ours, other = School(), School()
    lines = [each.key.public.text.split("\n")[1] for each in (ours, other)]
    office = Office(tmp_path, Managed("a policy", trusted_keys=(lines[0],)))
    assert office.open(ours.pack(1)).is_trusted

    office.managed = Managed("a policy", trusted_keys=(lines[1],))
    office.presenter.install(compared=True)
    assert "not trusted here" in office.page.view.lead
    assert office.installed is None


class Busy:
    """Finds every pack good, and cannot install any."""

    def __init__(self, examined: Examined) -> None:
        self._examined = examined

    def examine(self, path: Path) -> Examined:
        del path
        return self._examined

    def install(self, pack: Pack) -> None:
        del pack
        raise PacksBusy


def test_an_installation_that_fails_is_said(school: School) -> None:
    from handbook.packs.pack import open_pack

    pack = open_pack(school.pack(3), "hill.handbook", [school.key.public])
    page = FakePage()
    presenter = PackPresenter(page, Busy(Examined(pack, None, is_in_use=False)), at_once)
    presenter.open(Path("hill.handbook"))
    presenter.install(compared=True)

    assert "try again in a minute." in page.view.lead
    assert page.view.is_problem


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (NotAPack("a", "b"), "a is not a pack: b."),
        (PackNotGenuine("a", "b"), "a cannot be trusted: b."),
        (PackRefused("a", "b"), "a is refused: b."),
        (KeyUnreadable("A key is damaged"), "A key is damaged."),
        (OSError(5, "Input/output error"), "It could not be read (Input/output error)."),
        (ValueError("a"), "It could not be read (ValueError)."),
    ],
)
def test_every_problem_is_one_sentence(problem: Exception, said: str) -> None:
    assert said_of(problem) == said
