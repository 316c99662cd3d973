"""What the page of the guide is given to show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.app.seen.presenter import SeenPresenter, SeenView
from handbook.domain.blocks import Paragraph, Span, block_texts, plain
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Section
from tests.app.seen.guide import GUIDE, TODAY, library, section


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown: list[SeenView] = []

    def show_guide(self, view: SeenView) -> None:
        self.shown.append(view)


@pytest.fixture
def page() -> FakePage:
    return FakePage()


def test_the_guide_is_shown_without_the_list_of_numbers(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library())

    (view,) = page.shown
    assert view.title == "What a laptop shows"
    assert list(block_texts(view.intro)) == ["Read this first."]
    assert [part.title for part in view.parts] == ["Seen"]
    assert view.numbers_title == "Numbers"
    assert list(block_texts(view.numbers_intro)) == ["All of these are outside."]


def test_a_number_comes_with_hours_and_the_day_it_was_checked(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library())

    line = page.shown[0].helplines[0]
    assert (line.who, line.phone, line.hours) == ("Advice line", "0800 1", "Weekdays")
    assert plain(line.note) == "When you are in doubt"
    assert line.checked.startswith("Checked 5 January 2026")
    assert not line.is_checked_lately


def test_only_bodies_outside_are_to_be_rung(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library())

    assert [line.who for line in page.shown[0].helplines] == ["Advice line", "The council"]


def test_a_body_without_a_number_says_so(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library())

    council = page.shown[0].helplines[1]
    assert council.phone == ""
    assert council.missing.startswith("Number not filled in yet")


def test_content_without_the_guide_shows_nothing(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library(None))

    assert page.shown == []


def test_a_guide_without_numbers_is_shown_all_the_same(page: FakePage) -> None:
    SeenPresenter(page, lambda: TODAY).show(library(replace(GUIDE, sections=(section("seen"),))))

    assert page.shown[0].helplines == ()
    assert page.shown[0].numbers_title == ""


def test_a_guide_in_sections_keeps_their_headings_and_the_schools_values(page: FakePage) -> None:
    value = Span("two", link=Link(LinkKind.SETTING, "answer"))
    under = Clause("screen", "The screen", "1.1", (Paragraph((value, Span(" ways.")), 1),), 1)
    parted = Section("what", "What is seen", "1", (Paragraph((Span("Much."),), 1),), (under,), 1)
    SeenPresenter(page, lambda: TODAY).show(library(replace(GUIDE, sections=(parted,))))

    parts = page.shown[0].parts
    assert [part.title for part in parts] == ["What is seen", "The screen"]
    assert list(block_texts(parts[1].blocks)) == ["three ways."]
