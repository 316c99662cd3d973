"""Title, owner, dates and readers are filled in without YAML."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QLineEdit

from handbook.app.desk.form.day import DayField, read_typed_day
from handbook.app.desk.form.field import FormField
from handbook.markup.policies import read_policy
from tests.accessible.tree import UNNAMED_ROLES, controls, name, role, tab_order
from tests.app.desk.conftest import DeskTrial

PHONES = "policies/phones.md"


@pytest.fixture
def form(trial: DeskTrial) -> DeskTrial:
    trial.window.head.form.click()
    return trial


def field(trial: DeskTrial, key: str) -> FormField:
    fields = trial.desk.rooms.front.form.body.fields
    return next(each for each in fields if each.view.path == (key,))


def text(trial: DeskTrial) -> str:
    return trial.window.source.toPlainText()


def edit_of(trial: DeskTrial, key: str) -> QLineEdit:
    found = field(trial, key)
    line = found.line or (found.day.line if found.day is not None else None)
    assert line is not None
    return line.edit


def test_the_form_stands_beside_the_preview(form: DeskTrial) -> None:
    assert form.window.room is form.desk.rooms.front.form
    assert form.window.preview.isVisible()
    assert not form.window.source.isVisible()


def test_a_title_is_written_and_the_rest_stays(form: DeskTrial) -> None:
    before = text(form)
    edit = edit_of(form, "title")
    edit.selectAll()
    form.bot.keyClicks(edit, "Phones away")
    form.wait(lambda: "title: Phones away\n" in text(form))

    assert text(form) == before.replace("title: Phones on trips", "title: Phones away")


def test_who_answers_for_it_is_chosen_by_role(form: DeskTrial) -> None:
    choice = field(form, "owner").choice
    assert choice is not None
    assert choice.currentText() == "Headteacher"
    choice.activated.emit(choice.findData("chair"))

    assert read_policy(text(form), PHONES).owner == "chair"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-09-01", date(2027, 9, 1)),
        ("1/9/2027", date(2027, 9, 1)),
        ("01.09.2027", date(2027, 9, 1)),
        ("1st September 2027", date(2027, 9, 1)),
        ("1 Sept 2027", date(2027, 9, 1)),
        ("31/2/2027", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert read_typed_day(typed) == day


def test_a_typed_day_is_written_year_first(form: DeskTrial) -> None:
    edit = edit_of(form, "review")
    edit.setText("1 October 2028")
    edit.editingFinished.emit()

    assert "review: 2028-10-01\n" in text(form)


def test_a_day_is_taken_from_the_calendar(form: DeskTrial) -> None:
    day = field(form, "approved").day
    assert isinstance(day, DayField)
    day.pick.click()
    assert day.calendar is not None
    assert day.calendar.selectedDate() == QDate(2026, 9, 1)
    day.calendar.activated.emit(QDate(2026, 10, 2))

    assert "approved: 2026-10-02\n" in text(form)


def test_readers_are_ticked(form: DeskTrial) -> None:
    boxes = field(form, "applies-to").boxes
    assert boxes["everyone"].isChecked()
    boxes["everyone"].click()
    boxes["teachers"].click()

    assert "applies-to: [teachers]\n" in text(form)


def test_further_words_are_a_list_with_commas(form: DeskTrial) -> None:
    edit = edit_of(form, "keywords")
    assert edit.text() == "mobile, camera"
    edit.setText("mobile, camera,  half-term: trip")
    edit.editingFinished.emit()

    assert read_policy(text(form), PHONES).keywords == ("mobile", "camera", "half-term: trip")


def test_undo_in_the_text_takes_it_back(form: DeskTrial) -> None:
    before = text(form)
    field(form, "applies-to").boxes["teachers"].click()
    form.window.head.form.click()
    form.press("Ctrl+Z")

    assert text(form) == before


def test_broken_lines_have_no_form_until_they_are_mended(form: DeskTrial) -> None:
    form.change("title: Phones on trips", "title: [")
    form.bot.wait(50)

    assert not form.desk.rooms.front.form.body.isVisible()
    form.window.head.form.click()
    form.press("Ctrl+Z")
    form.window.head.form.click()
    assert form.desk.rooms.front.form.body.isVisible()


def test_every_kind_of_file_has_its_form(form: DeskTrial) -> None:
    form.desk.open("flows/concern.md")
    keys = [each.view.path[0] for each in form.desk.rooms.front.form.body.fields]
    assert keys == ["title", "summary", "law-as-of"]
    form.desk.open("words.yaml")
    assert form.window.source.isVisible()
    assert not form.window.head.form.isVisible()


def test_every_control_is_named_and_reached(form: DeskTrial) -> None:
    found = controls(form.window)
    for control in found:
        assert name(control).strip(), control
        assert role(control) not in UNNAMED_ROLES, name(control)
    form.desk.rooms.front.form.take_focus()
    reached = tab_order(form.window)

    assert [name(each) for each in found if each not in reached] == []


def test_f8_goes_to_what_has_to_be_filled_in(form: DeskTrial) -> None:
    words = re.sub(r"(?m)^owner: .*$", "owner: the office", text(form))
    form.desk.work.put({PHONES: re.sub(r"(?m)^(version|collection): .*\n", "", words)})
    form.settle()
    assert "choose who it is" in field(form, "owner").view.warning

    for key in ("collection", "owner", "version", "collection"):
        form.press("F8")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert field(form, key).isAncestorOf(focus), key

    for key, value in (("collection", "Online"), ("owner", "headteacher"), ("version", "2.0")):
        field(form, key).settled.emit((key,), value)
    form.settle()
    assert not form.desk.rooms.next_blank(), "nothing is blank: F8 goes to the text"


def test_why_it_changed_is_written_beside_the_dates(form: DeskTrial) -> None:
    form.bot.keyClicks(edit_of(form, "why-changed"), "A phone was lost")
    form.wait(lambda: "A phone was lost" in text(form))

    assert read_policy(text(form), PHONES).why_changed == "A phone was lost"


@pytest.mark.parametrize(("scale", "beside"), [(1.0, True), (2.0, False)])
def test_halves_stand_side_by_side_where_nothing_is_cut_off(
    form: DeskTrial, scale: float, beside: bool
) -> None:
    form.window.resize(760, 640)
    form.look.set_scale(scale)
    form.settle()
    one, other = field(form, "version"), field(form, "approved-by")

    assert (one.y() == other.y()) is beside
    assert (one.x() == other.x()) is not beside
