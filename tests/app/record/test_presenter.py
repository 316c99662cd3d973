"""What becomes of a record, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.app.journey.record_for import RecordFor
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Saved
from handbook.app.record.presenter import RecordPresenter
from handbook.domain.record import Parts, Record
from tests.app.record.fakes import PLACE, FakeOutlet, FakePage

MEANT = RecordFor("Raise it under the whistleblowing policy", "the chair of governors")


class Desk:
    """The presenter between a fake page and a fake way out."""

    def __init__(self) -> None:
        self.page, self.outlet = FakePage(), FakeOutlet()
        self.presenter = RecordPresenter(self.page, self.outlet, lambda: date(2026, 11, 21))
        self.went: list[str] = []
        self.presenter.on_back = lambda: self.went.append("back")
        self.presenter.on_close = lambda: self.went.append("closed")
        self.presenter.show(MEANT)

    def type(self, text: str, part: Parts = Parts.SEEN) -> None:
        self.page.typed[part] = text
        self.presenter.text_changed()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_empty_form_is_a_blank_sheet_and_needs_no_question(desk: Desk) -> None:
    assert desk.page.meant == MEANT
    assert desk.page.written == frozenset()
    assert not desk.page.holds

    desk.presenter.back()
    assert desk.went == ["back"]


def test_a_part_with_words_is_said_and_spaces_are_no_words(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.type("  \n", Parts.WHEN)

    assert desk.page.written == {Parts.SEEN}
    assert desk.page.holds


def test_a_file_holds_the_route_the_person_and_every_word(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.save_word()

    record, name, kind = desk.outlet.saved[0]
    assert (name, kind) == ("Record 21 Nov", FileKind.WORD)
    assert record == Record(MEANT.route, MEANT.person, {Parts.SEEN: "An invoice."})


def test_a_saved_text_offers_to_clear_the_page_and_clears_it(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.save_pdf()
    assert desk.page.said == f"Saved as Record 21 Nov.pdf in {PLACE}."
    assert desk.page.can_clear

    desk.presenter.clear()
    assert desk.page.typed == {}
    assert desk.page.said == ""
    assert desk.page.meant == MEANT


def test_a_blank_sheet_that_is_saved_leaves_nothing_to_clear(desk: Desk) -> None:
    desk.presenter.save_pdf()

    assert desk.page.said.startswith("Saved as")
    assert not desk.page.can_clear


def test_what_was_said_stays_until_something_is_chosen(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.save_pdf()
    desk.presenter.stay()

    assert desk.page.said == ""
    assert desk.page.typed == {Parts.SEEN: "An invoice."}


def test_a_text_saved_and_unchanged_since_needs_no_question(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.save_pdf()
    assert not desk.page.holds

    desk.presenter.back()
    assert desk.went == ["back"]


def test_a_text_changed_since_it_was_saved_needs_one(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.save_pdf()
    desk.type("An invoice, signed.")
    desk.presenter.back()

    assert desk.page.said == "leave?"
    assert desk.went == []


def test_a_text_typed_and_taken_back_needs_none(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.type("")
    desk.presenter.back()

    assert desk.went == ["back"]


def test_printing_leaves_the_words_unsaved(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.print_out()
    assert desk.page.said == "Sent to the printer."
    assert desk.page.holds

    desk.presenter.back()
    assert desk.page.said == "leave?"


@pytest.mark.parametrize("kind", ["save_pdf", "save_word"])
def test_a_file_that_cannot_be_written_is_said_and_the_words_stay(desk: Desk, kind: str) -> None:
    desk.type("An invoice.")
    desk.outlet.answer = NotSaved("Record 21 Nov.pdf was not saved in X: there is no room there.")
    getattr(desk.presenter, kind)()

    assert "no room" in desk.page.said
    assert desk.page.typed == {Parts.SEEN: "An invoice."}
    assert desk.page.holds


def test_a_printer_that_does_not_take_it_is_said(desk: Desk) -> None:
    desk.outlet.printing = NotSaved("The printer did not take it.")
    desk.presenter.print_out()

    assert desk.page.said == "The printer did not take it."


def test_who_thinks_better_of_saving_or_printing_is_told_nothing(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.outlet.answer = desk.outlet.printing = Cancelled()
    desk.presenter.save_pdf()
    desk.presenter.print_out()

    assert desk.page.said == ""
    assert desk.page.holds


def test_leaving_may_save_first(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.close()
    desk.presenter.save_and_leave()

    assert desk.went == ["closed"]
    assert desk.outlet.saved[0][2] is FileKind.PDF
    assert desk.page.typed == {}


@pytest.mark.parametrize("answer", [Cancelled(), NotSaved("No room.")])
def test_leaving_waits_where_saving_came_to_nothing(
    desk: Desk, answer: NotSaved | Cancelled
) -> None:
    desk.type("An invoice.")
    desk.presenter.back()
    desk.outlet.answer = answer
    desk.presenter.save_and_leave()

    assert desk.went == []
    assert desk.page.typed == {Parts.SEEN: "An invoice."}


def test_leaving_may_forget(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.back()
    desk.presenter.forget_and_leave()

    assert desk.went == ["back"]
    assert desk.page.typed == {}
    assert desk.page.meant is None


def test_leaving_may_be_given_up_by_staying_or_by_typing_on(desk: Desk) -> None:
    desk.type("An invoice.")
    for give_up in (desk.presenter.stay, lambda: desk.type("An invoice. More.")):
        desk.presenter.back()
        give_up()
        assert desk.page.said == ""

    desk.presenter.forget_and_leave()
    assert desk.went == []


def test_forgetting_empties_the_page_at_once_without_a_question(desk: Desk) -> None:
    desk.type("An invoice.")
    desk.presenter.forget()

    assert desk.page.typed == {}
    assert desk.page.meant is None
    assert not desk.page.holds
    assert desk.outlet.withdrawn == 1


@pytest.mark.parametrize("way", ["save_pdf", "save_word", "print_out"])
def test_who_leaves_quickly_from_a_dialog_finds_nothing_said_on_the_page(
    desk: Desk, way: str
) -> None:
    desk.type("An invoice.")
    desk.outlet.meanwhile = desk.presenter.forget
    getattr(desk.presenter, way)()

    assert desk.page.said == ""
    assert not desk.page.holds


def test_the_presenter_never_holds_a_word(desk: Desk) -> None:
    desk.type("minibus")
    desk.presenter.save_pdf()
    desk.presenter.text_changed()

    held = {name: value for name, value in vars(desk.presenter).items() if name != "_page"}
    del held["_outlet"]  # the fake one remembers on purpose
    assert "minibus" not in repr(held)
    assert isinstance(desk.outlet.answer, Saved)
