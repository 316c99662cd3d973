"""Opening, saving and closing lose no word, whoever else writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.app.desk.files import ContentFiles
from handbook.app.desk.work.paper import State
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.state.unsaved import Unsaved, UnsavedStore

NOW = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
RULES = "policies/rules.md"


class FakeView:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.shown = ""
        self.states: list[State] = []
        self.said: list[str] = []
        self.asked_whose: list[str] = []
        self.recovered: list[str] = []
        self.closing: list[str] = []

    def now(self) -> State:
        return self.states[-1]

    def show_text(self, name: str, text: str) -> None:
        self.shown, self.texts[name] = name, text

    def replace_text(self, name: str, text: str) -> None:
        self.texts[name] = text

    def show_state(self, name: str, state: State) -> None:
        del name
        self.states.append(state)

    def say(self, words: str) -> None:
        self.said.append(words)

    def ask_whose(self, name: str) -> None:
        self.asked_whose.append(name)

    def ask_recovered(self, found: Sequence[Unsaved]) -> None:
        self.recovered = [item.file for item in found]

    def ask_closing(self, names: Sequence[str]) -> None:
        self.closing = list(names)


class Trial:
    def __init__(self, folder: Path, data: Path) -> None:
        self.view = FakeView()
        self.store = UnsavedStore(data, folder)
        self.files = ContentFiles(folder)
        self.work = WorkPresenter(self.view, self.files, self.store, lambda: NOW)
        self.path = folder / RULES

    def on_disk(self) -> str:
        return self.path.read_text("utf-8")

    def kept(self) -> list[str]:
        return [path.read_text("utf-8") for path in self.path.parent.glob(".rules.md.kept-*")]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "policies").mkdir(parents=True)
    (tmp_path / "content" / RULES).write_text("One\n", "utf-8")
    (tmp_path / "content" / "policies" / "other.md").write_text("Other\n", "utf-8")
    return tmp_path / "content"


@pytest.fixture
def trial(content: Path, tmp_path: Path) -> Trial:
    return Trial(content, tmp_path / "data")


def test_typing_makes_a_file_unsaved_and_saving_writes_it(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Two\n")
    assert trial.view.now() is State.CHANGED
    assert trial.work.changed == {RULES}

    assert trial.work.save()
    assert trial.view.now() is State.SAVED
    assert trial.on_disk() == "Two\n"


def test_another_file_leaves_unsaved_words_where_they_are(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Two\n")
    trial.work.open("policies/other.md")
    trial.work.open(RULES)

    assert trial.view.texts[RULES] == "Two\n"
    assert trial.on_disk() == "One\n"


def test_a_file_that_somebody_else_changed_is_shown_as_it_is_now(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.path.write_text("Theirs\n", "utf-8")
    trial.work.look_again()

    assert trial.view.texts[RULES] == "Theirs\n"
    assert not trial.work.changed
    assert "Somebody else changed this file" in trial.view.said[0]


def test_saving_over_somebody_else_asks_first(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Mine\n")
    trial.path.write_text("Theirs\n", "utf-8")

    assert not trial.work.save()
    assert trial.view.asked_whose == [RULES]
    assert trial.view.now() is State.CLASHES
    assert trial.on_disk() == "Theirs\n"


def test_mine_is_kept_and_theirs_lies_beside(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Mine\n")
    trial.path.write_text("Theirs\n", "utf-8")
    trial.work.save()
    trial.work.keep_mine(RULES)

    assert trial.on_disk() == "Mine\n"
    assert trial.kept() == ["Theirs\n"]
    assert trial.view.now() is State.SAVED


def test_theirs_is_taken_and_mine_lies_beside(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Mine\n")
    trial.path.write_text("Theirs\n", "utf-8")
    trial.work.look_again()
    assert trial.view.asked_whose == [RULES]
    trial.work.take_theirs(RULES)

    assert trial.view.texts[RULES] == "Theirs\n"
    assert trial.on_disk() == "Theirs\n"
    assert trial.kept() == ["Mine\n"]


def test_a_question_is_asked_once(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Mine\n")
    trial.path.write_text("Theirs\n", "utf-8")
    trial.work.look_again()
    trial.work.look_again()

    assert trial.view.asked_whose == [RULES]


def test_a_deleted_file_is_written_again_if_its_words_are_kept(trial: Trial) -> None:
    trial.work.open(RULES)
    trial.path.unlink()
    trial.work.look_again()
    assert trial.view.asked_whose == [RULES]
    trial.work.keep_mine(RULES)

    assert trial.on_disk() == "One\n"
    assert trial.kept() == []


def test_unsaved_words_are_offered_at_the_next_start(trial: Trial, content: Path) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Half a sen")
    trial.work.keep_unsaved()
    next_one = Trial(content, trial.store.folder.parent.parent)
    next_one.work.start()
    assert next_one.view.recovered == [RULES]
    assert next_one.view.texts == {}, "never silently"

    next_one.work.recover()
    assert next_one.view.texts[RULES] == "Half a sen"
    assert next_one.work.changed == {RULES}
    assert next_one.on_disk() == "One\n"
    assert next_one.store.all() != (), "kept until it is saved"
    next_one.work.save()
    assert next_one.store.all() == ()


def test_what_was_brought_back_is_not_saved_over_somebody_else(
    trial: Trial, content: Path
) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Half a sen")
    trial.work.keep_unsaved()
    trial.path.write_text("Theirs\n", "utf-8")
    next_one = Trial(content, trial.store.folder.parent.parent)
    next_one.work.start()
    next_one.work.recover()

    assert not next_one.work.save()
    assert next_one.view.asked_whose == [RULES]


def test_words_that_are_not_wanted_are_let_go(trial: Trial, content: Path) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Half a sen")
    trial.work.keep_unsaved()
    next_one = Trial(content, trial.store.folder.parent.parent)
    next_one.work.start()
    next_one.work.drop_recovered()

    assert next_one.store.all() == ()


def test_what_was_saved_since_is_not_offered(trial: Trial, content: Path) -> None:
    trial.work.open(RULES)
    trial.work.typed(RULES, "Whole\n")
    trial.work.keep_unsaved()
    trial.path.write_text("Whole\n", "utf-8")
    next_one = Trial(content, trial.store.folder.parent.parent)
    next_one.work.start()

    assert next_one.view.recovered == []


def test_the_window_closes_only_when_nothing_is_unsaved(trial: Trial) -> None:
    trial.work.open(RULES)
    assert trial.work.may_close()
    trial.work.typed(RULES, "Two\n")
    assert not trial.work.may_close()
    assert trial.view.closing == [RULES]

    trial.work.keep_unsaved()
    trial.work.drop_changes()
    assert trial.work.may_close()
    assert trial.store.all() == ()


def test_words_are_put_into_several_files_or_into_none(trial: Trial) -> None:
    assert not trial.work.put({RULES: "New\n", "policies/gone.md": "New\n"})
    assert trial.work.changed == frozenset()

    assert trial.work.put({RULES: "New\n", "policies/other.md": "New\n"})
    assert trial.work.changed == {RULES, "policies/other.md"}
