"""Where new policies come from: machine policy's folders, and the user's where it is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handbook.app.updates import source as module
from handbook.app.updates.source import PolicySource, Report, sentence_of
from handbook.domain.errors import PacksBusy
from handbook.packs.shelf import LOG, Shelf
from handbook.state.managed import Managed
from handbook.state.user_folders import UserFolders
from tests.app.updates.packs import School

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def source(data: Path, managed: Managed | None = None) -> PolicySource:
    return following(data, lambda: managed or Managed())


def following(data: Path, managed: Callable[[], Managed]) -> PolicySource:
    return PolicySource(data, managed, lambda: date(2026, 11, 21), lambda: NOW)


def installed(data: Path) -> int | None:
    now = Shelf(data).pointer.now
    return now.version if now else None


def line_of(school: School) -> str:
    return school.key.public.text.split("\n")[1]


def test_without_folders_nothing_is_looked_at(data: Path) -> None:
    assert source(data).look("") == Report(NOW)
    assert not data.exists()


def test_the_users_own_folder_is_looked_at_too(data: Path, folder: Path, school: School) -> None:
    school.install(data, school.pack(1))
    (folder / "new.handbook").write_bytes(school.pack(2))
    report = source(data).look(str(folder))

    assert report == Report(NOW, (str(folder),), installed=2)
    assert installed(data) == 2


@pytest.mark.parametrize(
    ("allowed", "remote", "said"),
    [
        (UserFolders.NO, False, "does not let users name a folder"),
        (UserFolders.LOCAL, True, "is on another computer"),
        (UserFolders.LOCAL, False, ""),
        (UserFolders.ANY, True, ""),
    ],
)
def test_the_users_folder_has_to_be_allowed(
    data: Path,
    folder: Path,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    allowed: UserFolders,
    remote: bool,
    said: str,
) -> None:
    monkeypatch.setattr(module, "is_network_path", lambda _: remote)
    school.install(data, school.pack(1))
    (folder / "new.handbook").write_bytes(school.pack(2))
    report = source(data, Managed("a policy", user_folders=allowed)).look(str(folder))

    assert said in " ".join(report.problems)
    assert installed(data) == (1 if said else 2)
    assert bool(report.problems) is bool(said)


def test_a_key_that_the_school_takes_back_counts_for_nothing_at_the_next_look(
    data: Path, folder: Path, school: School
) -> None:
    """A laptop may stay on for weeks."""
    policies = [Managed("a policy", content_folders=(folder,), trusted_keys=(line_of(school),))]
    looks = following(data, lambda: policies[-1])
    (folder / "1.handbook").write_bytes(school.pack(1))
    assert looks.look("").installed == 1

    policies.append(replace(policies[0], trusted_keys=(line_of(School()),)))
    (folder / "2.handbook").write_bytes(school.pack(2))
    report = looks.look("")

    assert report.installed is None
    assert report.managed == policies[-1]
    assert installed(data) == 1


def test_a_folder_that_the_school_names_later_is_looked_at(
    data: Path, folder: Path, school: School
) -> None:
    policies = [Managed()]
    looks = following(data, lambda: policies[-1])
    (folder / "1.handbook").write_bytes(school.pack(1))
    assert looks.look("") == Report(NOW)

    keys = (line_of(school),)
    policies.append(Managed("a policy", content_folders=(folder,), trusted_keys=keys))
    assert looks.look("").installed == 1


def test_keys_of_machine_policy_go_before_the_key_of_the_installed_pack(
    data: Path, folder: Path, school: School
) -> None:
    other = School()
    school.install(data, school.pack(1))
    (folder / "ours.handbook").write_bytes(school.pack(2))
    (folder / "new.handbook").write_bytes(other.pack(3))
    managed = Managed("a policy", content_folders=(folder,), trusted_keys=(line_of(other),))
    report = source(data, managed).look("")

    assert report.installed == 3
    assert report.problems == (
        "ours.handbook cannot be trusted: it is signed with a key that is not trusted here.",
    )


def test_a_pack_of_another_school_than_it_set_is_refused(
    data: Path, folder: Path, school: School
) -> None:
    (folder / "new.handbook").write_bytes(school.pack(2))
    keys = (line_of(school),)
    managed = Managed("a policy", content_folders=(folder,), trusted_keys=keys, school="lane")
    report = source(data, managed).look("")

    assert report.installed is None
    assert "it is for the school hill, and this computer is set to lane" in report.problems[0]


def test_a_first_pack_waits_for_somebody_to_vouch_for_it(
    data: Path, folder: Path, school: School
) -> None:
    (folder / "new.handbook").write_bytes(school.pack(2))
    report = source(data, Managed("a policy", content_folders=(folder,))).look("")

    assert report.unaccepted == folder / "new.handbook"
    assert installed(data) is None


def test_each_refusal_stands_in_the_log_once(data: Path, folder: Path, school: School) -> None:
    school.install(data, school.pack(1))
    (folder / "torn.handbook").write_bytes(school.pack(2)[:-5])
    looking = source(data, Managed("a policy", content_folders=(folder,)))
    assert looking.look("").problems == looking.look("").problems

    log = (data / LOG).read_text("utf-8")
    assert log.count("torn.handbook is not a pack") == 1


def test_a_damaged_installation_is_said(data: Path, folder: Path, school: School) -> None:
    school.install(data, school.pack(1))
    now = Shelf(data).pointer.now
    assert now is not None
    now.pack.unlink()
    (data / "pack-keys").unlink()
    report = source(data, Managed("a policy", content_folders=(folder,))).look("")

    assert "The installed policies are damaged" in report.problems[0]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (PacksBusy(), "Policies are being installed at this moment: try again in a minute."),
        (OSError(28, "No space left on device"), "New policies cannot be kept: No space left"),
    ],
)
def test_what_cannot_be_installed_now_is_said(
    data: Path,
    folder: Path,
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
    said: str,
) -> None:
    def fails(*_: object) -> None:
        raise problem

    school.install(data, school.pack(1))
    (folder / "new.handbook").write_bytes(school.pack(2))
    monkeypatch.setattr(Shelf, "install", fails)
    report = source(data, Managed("a policy", content_folders=(folder,))).look("")

    assert report.problems[0].startswith(said)
    assert report.installed is None


def test_an_unexpected_error_names_its_kind_and_nothing_of_the_reader() -> None:
    assert sentence_of(ValueError("a query")) == ("The look for new policies failed (ValueError).")
    assert "being installed" in sentence_of(PacksBusy())
