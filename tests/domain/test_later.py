"""Values of which the larger part is read later: once, and then as if it had always been there."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from threading import Barrier, Thread
from typing import ClassVar

import pytest

from handbook.domain.later import Later, made_later


@dataclass(frozen=True, slots=True)
class Book(Later):
    """A title now, its pages later."""

    LATER: ClassVar[tuple[str, ...]] = ("pages", "notes")

    title: str
    pages: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Shelf:
    """Reads the pages, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def pages(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The pages and the notes of the one book."""
        self.asked += 1
        return ("one", "two"), ("a note",)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def book(shelf: Shelf) -> Book:
    return made_later(Book, {"title": "Rules"}, shelf.pages)


WHOLE = Book("Rules", ("one", "two"), ("a note",))


def test_what_is_there_now_reads_nothing(book: Book, shelf: Shelf) -> None:
    assert book.title == "Rules"
    assert shelf.asked == 0


def test_what_comes_later_is_read_all_at_once_and_once_only(book: Book, shelf: Shelf) -> None:
    assert (book.pages, book.notes, book.pages) == (("one", "two"), ("a note",), ("one", "two"))
    assert book.pages is book.pages
    assert shelf.asked == 1


def test_nobody_sees_a_difference(shelf: Shelf) -> None:
    def book() -> Book:
        return made_later(Book, {"title": "Rules"}, shelf.pages)

    assert book() == WHOLE
    assert hash(book()) == hash(WHOLE)
    assert repr(book()) == repr(WHOLE)
    assert copy.copy(book()) == WHOLE
    assert replace(book(), title="Other") == replace(WHOLE, title="Other")


def test_what_is_changed_in_a_copy_is_not_read_again(book: Book, shelf: Shelf) -> None:
    changed = replace(book, pages=("three",))

    assert (changed.pages, changed.notes) == (("three",), ("a note",))
    assert shelf.asked == 1


def test_a_name_that_no_book_has_is_an_error(book: Book) -> None:
    with pytest.raises(AttributeError, match="'Book' object has no attribute 'price'"):
        _ = book.price  # type: ignore[attr-defined]


def test_what_fails_is_asked_again_and_leaves_nothing_half_read(shelf: Shelf) -> None:
    def broken() -> tuple[tuple[str, ...], ...]:
        if shelf.asked == 0:
            shelf.asked = 1
            raise OSError
        return shelf.pages()

    book = made_later(Book, {"title": "Rules"}, broken)
    with pytest.raises(OSError):  # noqa: PT011 - whatever it was, it is told
        _ = book.pages

    assert book == WHOLE


def test_the_window_and_the_search_are_given_the_same(shelf: Shelf) -> None:
    book, both = made_later(Book, {"title": "Rules"}, shelf.pages), Barrier(2)
    seen: list[tuple[str, ...]] = []

    def ask() -> None:
        both.wait(5)
        seen.append(book.pages)

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen[0] is seen[1]
    assert shelf.asked == 1
