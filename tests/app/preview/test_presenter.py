"""What the preview shows, and what becomes of the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps
from handbook.app.preview.presenter import PreviewPresenter, Shown, Work
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from tests.app.social_media import small_school, social_media

PUPILS = ClauseRef("social-media", "pupils")
POLICY = ClauseRef("social-media")


class FakePage:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def show_work(self, work: Work, shown: Shown, progress: Progress) -> None:
        del shown
        self.told.append((work, progress.done))

    def show_sheets(self, sheets: Sheets, shown: Shown) -> None:
        self.told.append((sheets, shown))

    def show_again(self) -> None:
        self.told.append("again")

    def say(self, went: Went | None) -> None:
        if went is not None:
            self.told.append(went)

    def clear(self) -> None:
        self.told.append("clear")


class FakeMaker:
    """Says what it was asked to lay out, instead of sheets."""

    def clause(self, library: Library, ref: ClauseRef) -> Steps[Sheets]:
        del library
        yield Progress(1, 2)
        return cast("Sheets", f"sheets of {ref}")

    def whole(self, library: Library) -> Steps[Sheets]:
        del library
        yield Progress(1, 2)
        return cast("Sheets", "sheets of all")

    def pdf(self, sheets: Sheets) -> Steps[bytes]:
        yield Progress(1, 2)
        return f"PDF: {sheets}".encode()


@dataclass
class FakeOutlet:
    """Lets what leaves the window come to something."""

    went: Saved | NotSaved | Cancelled = field(default_factory=Cancelled)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    printed: list[Sheets] = field(default_factory=list)

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        assert kind is FileKind.PDF
        self.files.append((name, data))
        return self.went

    def print_steps(self, sheets: Sheets) -> Steps[Went]:
        yield Progress(1, 2)
        self.printed.append(sheets)
        return Printed()


class Hand:
    """Goes through steps when told to."""

    def __init__(self) -> None:
        self.work: tuple[Steps[Any], Callable[[Progress], None], Callable[[Any], None]] | None
        self.work = None

    def run(
        self,
        steps: Steps[Any],
        on_progress: Callable[[Progress], None],
        on_done: Callable[[Any], None],
    ) -> None:
        self.work = (steps, on_progress, on_done)

    def cancel(self) -> None:
        self.work = None

    def finish(self) -> None:
        assert self.work is not None
        steps, on_progress, on_done = self.work
        while True:
            try:
                on_progress(next(steps))
            except StopIteration as end:
                on_done(end.value)
                return


@dataclass
class Preview:
    page: FakePage
    outlet: FakeOutlet
    hand: Hand
    presenter: PreviewPresenter
    library: Library
    left: list[str]


@pytest.fixture
def preview() -> Preview:
    page, outlet, hand, left = FakePage(), FakeOutlet(), Hand(), list[str]()
    presenter = PreviewPresenter(page, FakeMaker(), outlet, hand, lambda: date(2026, 11, 21))
    presenter.on_left = lambda: left.append("left")
    library = Library(school=small_school(), policies=(social_media(),))
    return Preview(page, outlet, hand, presenter, library, left)


@pytest.mark.parametrize(
    ("ref", "sheets", "shown"),
    [
        (PUPILS, "sheets of social-media#pupils", Shown("Social media", "1.1", only_clause=True)),
        (POLICY, "sheets of social-media", Shown("Social media")),
        (None, "sheets of all", Shown()),
    ],
)
def test_it_lays_out_what_is_asked_for_and_says_how_far_it_is(
    preview: Preview, ref: ClauseRef | None, sheets: str, shown: Shown
) -> None:
    assert preview.presenter.open(preview.library, ref)
    preview.hand.finish()

    laying = [(Work.LAYING_OUT, 0), (Work.LAYING_OUT, 1)]
    assert preview.page.told == ["clear", *laying, (sheets, shown)]


def test_what_is_gone_is_not_opened(preview: Preview) -> None:
    assert not preview.presenter.open(preview.library, ClauseRef("gone"))
    assert not preview.presenter.open(preview.library, ClauseRef("social-media", "gone"))
    assert preview.page.told == []


def test_a_clause_can_give_way_to_its_whole_policy_and_come_back(preview: Preview) -> None:
    preview.presenter.open(preview.library, PUPILS)
    preview.hand.finish()
    for only in (False, True):
        preview.presenter.clause_only(only)
        preview.hand.finish()

    sheets = [told[0] for told in preview.page.told if isinstance(told[-1], Shown)]
    one, whole = "sheets of social-media#pupils", "sheets of social-media"
    assert sheets == [one, whole, one]


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        (PUPILS, "Social media 1.1"),
        (POLICY, "Social media"),
        (None, "Staff handbook 21 November 2026"),
    ],
)
def test_a_pdf_is_made_and_then_offered_under_its_name(
    preview: Preview, ref: ClauseRef | None, name: str
) -> None:
    preview.outlet.went = Saved(Path("there.pdf"))
    preview.presenter.open(preview.library, ref)
    preview.hand.finish()
    preview.presenter.save()
    assert preview.outlet.files == []
    preview.hand.finish()

    assert preview.outlet.files[0][0] == name
    assert preview.outlet.files[0][1].startswith(b"PDF: sheets of")
    assert preview.page.told[-1] == Saved(Path("there.pdf"))


def test_what_came_of_printing_is_said_over_the_pages(preview: Preview) -> None:
    preview.presenter.open(preview.library, None)
    preview.hand.finish()
    preview.presenter.print_out()
    preview.hand.finish()

    assert list[object](preview.outlet.printed) == ["sheets of all"]
    assert preview.page.told[-3:] == [(Work.PRINTING, 1), "again", Printed()]


def test_giving_up_before_there_is_a_page_leaves(preview: Preview) -> None:
    preview.presenter.open(preview.library, None)
    preview.presenter.cancel()

    assert preview.left == ["left"]
    assert preview.hand.work is None


def test_giving_up_a_pdf_goes_back_to_the_pages(preview: Preview) -> None:
    preview.presenter.open(preview.library, None)
    preview.hand.finish()
    preview.presenter.save()
    preview.presenter.cancel()

    assert preview.left == []
    assert preview.outlet.files == []
    assert preview.page.told[-1] == "again"


def test_without_pages_nothing_is_saved_or_printed(preview: Preview) -> None:
    preview.presenter.open(preview.library, None)
    preview.presenter.leave()
    preview.presenter.save()
    preview.presenter.print_out()

    assert preview.hand.work is None
    assert preview.page.told[-1] == "clear"
