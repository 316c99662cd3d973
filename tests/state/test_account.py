"""Who uses the computer."""

from __future__ import annotations

import os
import sys

import pytest

from handbook.state.account import account_name, computer_name


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system's list of users")
def test_the_account_is_the_systems_and_not_what_a_variable_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pwd

    monkeypatch.setenv("USER", "somebody-else")
    monkeypatch.setenv("LOGNAME", "somebody-else")

    assert account_name() == pwd.getpwuid(os.getuid()).pw_name


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system's list of users")
def test_an_account_without_a_name_has_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)

    assert account_name() == "4000000"


def test_windows_names_the_domain_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("USERDOMAIN", "HILL")
    monkeypatch.setenv("USERNAME", "jo\n")
    monkeypatch.setenv("COMPUTERNAME", "LAPTOP-7")

    assert (account_name(), computer_name()) == ("HILL\\jo", "LAPTOP-7")
    monkeypatch.setenv("USERDOMAIN", "")
    assert account_name() == "jo"
    monkeypatch.delenv("COMPUTERNAME")
    assert computer_name() == "unknown"


def test_the_computer_has_a_name() -> None:
    assert computer_name()
