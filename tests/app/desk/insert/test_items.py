"""What is inserted is found by a few letters of its words, and links fit the file."""

from __future__ import annotations

import pytest

from handbook.app.desk.insert.items import Item, found, items
from handbook.markup.library import read_library
from tests.cases import FIXTURES


@pytest.fixture(scope="module")
def all_items() -> tuple[Item, ...]:
    return items(read_library(FIXTURES / "handbook"), "policies/phones.md")


def first(all_items: tuple[Item, ...], words: str) -> Item:
    return found(all_items, words)[0]


@pytest.mark.parametrize(
    ("words", "inserted"),
    [
        ("photos pup", "[photos of pupils](#photos)"),
        ("display", "[photos of pupils](#photos)"),
        ("badges", "[badges](visitors.md#badges)"),
        ("safeguard", "[Designated Safeguarding Lead](role:dsl)"),
        ("answer days", "[5](setting:answer-days)"),
        ("must not", "> **You must not** "),
    ],
)
def test_a_few_letters_find_it(all_items: tuple[Item, ...], words: str, inserted: str) -> None:
    assert first(all_items, words).inserted("").casefold() == inserted.casefold()


def test_what_was_selected_becomes_the_words_of_the_link(all_items: tuple[Item, ...]) -> None:
    assert first(all_items, "safeguard").inserted("the lead") == "[the lead](role:dsl)"


def test_a_route_is_linked_from_a_policy(all_items: tuple[Item, ...]) -> None:
    routes = [item for item in all_items if item.kind == "Question or route"]

    assert all(item.link.startswith("../flows/concern.md#") for item in routes)
    assert routes


def test_nothing_fits_words_that_are_nowhere(all_items: tuple[Item, ...]) -> None:
    assert found(all_items, "trampoline") == ()


def test_without_words_the_rules_come_first(all_items: tuple[Item, ...]) -> None:
    assert [item.kind for item in found(all_items, "")[:5]] == ["Rule"] * 5
