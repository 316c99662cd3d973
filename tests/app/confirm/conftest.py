"""A small policy with two questions, a reader who must confirm it, and a page that only tells."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from handbook.app.confirm.presenter import ConfirmPresenter
from handbook.app.confirm.recording import Recording
from handbook.app.confirm.views import ConfirmView
from handbook.app.duties import ReaderDuties
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import Contact, School
from handbook.markup.policies import read_policy
from handbook.state.confirmations import ConfirmationStore

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 30, 15, 999, tzinfo=UTC)
CHATS = """\
---
title: Chats
version: "{version}"
approved: 2026-11-18
confirm: yearly
owner: headteacher
---

## Chats {{#chats}}

### Groups {{#groups}}

No groups with pupils for [2](setting:weeks) weeks.

### Nights {{#nights}}

No messages at night.

## Check your understanding {{#check-your-understanding}}

### May you start a group? {{#q-group}}

- Yes
- **Right:** No
- On a trip

For [3](setting:weeks) weeks you [may not](#groups).

### A message at night? {{#q-night}}

- **Right:** No
- Yes

[Never](#nights).

### This one is not well made {{#q-bad}}

- Yes
- No
"""
PLAIN = """\
---
title: Plain
version: "1"
approved: 2026-09-01
confirm: once
---

## A {#a}

B.
"""
NEVER = PLAIN.replace("Plain", "Never").replace("once", "never")


def chats(version: str = "4.0") -> Policy:
    return read_policy(CHATS.format(version=version), "policies/chats.md")


def library(version: str = "4.0") -> Library:
    school = School(
        settings={"weeks": "5"}, contacts={"headteacher": Contact("headteacher", "Headteacher")}
    )
    plain = read_policy(PLAIN, "policies/plain.md")
    never = read_policy(NEVER, "policies/never.md")
    return Library(school=school, policies=(chats(version), never, plain))


class FakePage:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.view: ConfirmView | None = None
        self.missing: list[str] = []
        self.not_kept = 0

    def show_confirm(self, view: ConfirmView) -> None:
        self.view = view

    def say_not_kept(self) -> None:
        self.not_kept += 1

    def say_missing(self, words: str) -> None:
        self.missing.append(words)

    @property
    def shown(self) -> ConfirmView:
        assert self.view is not None
        return self.view


class Desk:
    """A presenter with all that it needs; `today` can be moved."""

    def __init__(self, page: object, *, has_folder: bool = False, store: object = None) -> None:
        self.today = TODAY
        self.store = store if isinstance(store, ConfirmationStore) else None
        self.kept = self.store or ConfirmationStore.in_memory()
        self.duties = ReaderDuties(self.kept, lambda: None, lambda: self.today)
        self.source_fails = False
        recording = Recording(
            self.kept, self._source, lambda: self.today, "jo", "laptop", has_folder=has_folder
        )
        self.presenter = ConfirmPresenter(
            page,  # type: ignore[arg-type]
            self.duties,
            recording,
            lambda: self.today,
            lambda: NOW,
        )
        self.presenter.set_library(library())

    def _source(self, policy: Policy) -> str:
        if self.source_fails:
            raise FileNotFoundError(policy.file)
        return f"source of {policy.id}"

    def read(self, policy: str = "chats", version: str = "4.0") -> None:
        self.duties.opened(policy, version)

    def do_all(self) -> None:
        """Everything up to the button."""
        self.read()
        self.presenter.open("chats")
        self.presenter.answered(1, 2)
        self.presenter.answered(2, 1)
        self.presenter.agreed(True)


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def desk(page: FakePage) -> Desk:
    return Desk(page)
