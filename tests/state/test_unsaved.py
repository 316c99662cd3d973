"""Unsaved words outlive a crash, and nobody else's are mixed up with them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.state.unsaved import Unsaved, UnsavedStore

AT = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
WORDS = Unsaved("policies/rules.md", "Half a sen", "abc", AT)


@pytest.fixture
def store(tmp_path: Path) -> UnsavedStore:
    return UnsavedStore(tmp_path / "data", tmp_path / "content")


def test_what_was_kept_is_there_again(store: UnsavedStore) -> None:
    assert store.keep(WORDS)
    assert store.all() == (WORDS,)


def test_later_words_take_the_place_of_earlier_ones(store: UnsavedStore) -> None:
    later = Unsaved(WORDS.file, "Half a sentence", "abc", AT)
    store.keep(WORDS)
    store.keep(later)

    assert store.all() == (later,)


def test_what_is_let_go_of_is_gone(store: UnsavedStore) -> None:
    store.keep(WORDS)
    store.forget(WORDS.file)

    assert store.all() == ()


def test_two_contents_are_kept_apart(tmp_path: Path, store: UnsavedStore) -> None:
    store.keep(WORDS)

    assert UnsavedStore(tmp_path / "data", tmp_path / "other").all() == ()


def test_half_a_file_is_left_out(store: UnsavedStore) -> None:
    store.keep(WORDS)
    (whole,) = store.folder.glob("*.json")
    whole.write_text(whole.read_text("utf-8")[:20], "utf-8")

    assert store.all() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the folder by access lists")
def test_nobody_else_can_read_them(store: UnsavedStore) -> None:
    store.keep(WORDS)
    (whole,) = store.folder.glob("*.json")

    assert whole.stat().st_mode & 0o077 == 0
    assert store.folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")

    assert not UnsavedStore(tmp_path / "data", tmp_path).keep(WORDS)
