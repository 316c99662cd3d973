"""What About says of where policies come from, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.app.sources.presenter import SourcesPresenter, SourcesView
from handbook.app.updates.source import Report
from handbook.domain.audience import Audience
from handbook.state.managed import Managed
from handbook.state.user_folders import UserFolders

AT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
SET = Managed("/etc/handbook/policy.toml", content_folders=(Path("/srv/policies"),))


class FakePage:
    def __init__(self) -> None:
        self.view = SourcesView("")

    def show_sources(self, view: SourcesView) -> None:
        self.view = view


class FakeLooks:
    def __init__(self, report: Report | None = None, user_folder: str = "") -> None:
        self.report = report
        self.managed = Managed()
        self.user_folder = user_folder
        self.is_looking = False
        self.looks = 0

    def look(self) -> None:
        self.looks += 1
        self.is_looking = True

    def name_folder(self, folder: str) -> None:
        self.user_folder = folder


def made(
    looks: FakeLooks, managed: Managed | None = None, chosen: str = ""
) -> tuple[SourcesPresenter, FakePage]:
    page = FakePage()
    looks.managed = managed or Managed()
    presenter = SourcesPresenter(
        page, looks, managed or Managed(), lambda: chosen, lambda time: time
    )
    presenter.show()
    return presenter, page


def test_nothing_set_means_by_hand() -> None:
    _, page = made(FakeLooks())

    assert page.view.set_up == "Your school has set nothing for this computer."
    assert "drop it on this window" in page.view.last
    assert page.view.can_choose
    assert not page.view.can_look
    assert not page.view.has_chosen


def test_a_policy_that_came_since_the_start_is_told() -> None:
    looks = FakeLooks()
    presenter, page = made(looks)
    looks.managed = SET
    presenter.show()

    assert page.view.set_up == (
        "Your school’s IT has set this computer up (/etc/handbook/policy.toml)."
    )
    assert page.view.folders == (("Your school’s folder", "/srv/policies"),)


@pytest.mark.parametrize(
    "now",
    [
        replace(SET, role=Audience.GOVERNORS),
        replace(SET, receipts_folder=Path("/srv/receipts")),
        replace(SET, editor=False),
        replace(SET, confirmations=False),
    ],
)
def test_what_holds_only_from_the_next_start_is_said_to(now: Managed) -> None:
    looks = FakeLooks()
    presenter, page = made(looks, SET)
    looks.managed = now
    presenter.show()

    assert page.view.set_up.endswith(
        "Some of it has changed and holds from the next start of the handbook."
    )


def test_a_folder_that_users_may_name_no_longer_is_refused_at_once() -> None:
    looks = FakeLooks()
    presenter, page = made(looks, chosen="/home/me/new")
    looks.managed = Managed("a policy", user_folders=UserFolders.NO)
    presenter.choose_folder()

    assert "does not let users name a folder" in page.view.problems[0]
    assert looks.user_folder == ""


def test_folders_and_the_last_look_are_told() -> None:
    report = Report(AT, ("/srv/policies",), problems=("x.handbook is not a pack: y.",))
    managed = Managed(SET.source, SET.content_folders, problems=("policy.toml:3: odd.",))
    _, page = made(FakeLooks(report, "/home/me/new"), managed)

    assert (
        page.view.set_up
        == "Your school’s IT has set this computer up (/etc/handbook/policy.toml)."
    )
    assert page.view.folders == (
        ("Your school’s folder", "/srv/policies"),
        ("Your own folder", "/home/me/new"),
    )
    assert page.view.last == "Last looked at 09:05 on 21 November 2026: nothing new."
    assert page.view.problems == ("policy.toml:3: odd.", "x.handbook is not a pack: y.")
    assert page.view.can_look
    assert page.view.has_chosen


def test_what_was_installed_is_told() -> None:
    _, page = made(FakeLooks(Report(AT, installed=7)), SET)

    assert page.view.last.endswith(": version 7 was put into use.")


def test_before_the_first_look_and_while_it_looks() -> None:
    looks = FakeLooks()
    presenter, page = made(looks, SET)
    assert page.view.last == "Not looked there yet since the start."

    presenter.look()
    assert looks.looks == 1
    assert page.view.last == "Looking there now."
    assert not page.view.can_look


def test_a_folder_is_chosen_and_given_up() -> None:
    looks = FakeLooks()
    presenter, page = made(looks, chosen="/home/me/new")
    presenter.choose_folder()
    assert looks.user_folder == "/home/me/new"
    assert page.view.has_chosen

    presenter.forget_folder()
    assert looks.user_folder == ""
    assert not page.view.has_chosen


def test_a_change_of_mind_changes_nothing() -> None:
    looks = FakeLooks(user_folder="/home/me/old")
    presenter, _ = made(looks, chosen="")
    presenter.choose_folder()

    assert looks.user_folder == "/home/me/old"


def test_a_share_is_taken_only_where_the_school_allows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handbook.app.updates.source.is_network_path", lambda _: True)
    looks = FakeLooks()
    presenter, page = made(looks, chosen="//server/new")
    presenter.choose_folder()
    assert looks.user_folder == ""
    assert "is on another computer" in page.view.problems[0]

    presenter, _ = made(looks, Managed("x", user_folders=UserFolders.ANY), "//server/new")
    presenter.choose_folder()
    assert looks.user_folder == "//server/new"


def test_a_school_can_keep_users_from_choosing() -> None:
    _, page = made(FakeLooks(), Managed("x", user_folders=UserFolders.NO))

    assert not page.view.can_choose
