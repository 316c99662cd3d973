"""The form in the desk's window, used as the office does."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from handbook.markup.school import read_school
from tests.accessible.tree import UNNAMED_ROLES, controls, name, role, tab_order
from tests.app.desk.conftest import DeskTrial

SCHOOL = "school.yaml"


@pytest.fixture
def office(trial: DeskTrial) -> DeskTrial:
    trial.desk.open(SCHOOL)
    trial.settle()
    trial.desk.rooms.school.presenter.choose("dsl")
    return trial


def field(trial: DeskTrial, label: str) -> QLineEdit:
    edits = trial.window.findChildren(QLineEdit)
    return next(each for each in edits if each.accessibleName() == label and each.isVisible())


def type_into(trial: DeskTrial, label: str, text: str) -> None:
    edit = field(trial, label)
    edit.setFocus()
    trial.bot.keyClicks(edit, text)
    trial.wait(lambda: text in trial.window.source.toPlainText())


def test_the_form_stands_in_place_of_the_text(office: DeskTrial) -> None:
    assert office.window.room is office.desk.rooms.school.form
    assert not office.window.source.isVisible()
    assert not office.window.preview.isVisible()

    office.window.head.form.click()
    assert office.window.source.isVisible()
    office.window.head.form.click()
    assert not office.window.source.isVisible()


def test_what_is_typed_is_in_the_file_once_it_is_saved(office: DeskTrial) -> None:
    type_into(office, "Name", "Sam Afe")
    type_into(office, "Telephone", "0204")
    office.press("Ctrl+S")

    dsl = read_school(office.on_disk(SCHOOL), SCHOOL).contact("dsl")
    assert (dsl.name, dsl.phone) == ("Sam Afe", "0204")


def test_what_was_typed_a_moment_ago_is_saved_too(office: DeskTrial) -> None:
    edit = field(office, "Name")
    edit.setFocus()
    office.bot.keyClicks(edit, "Sam Afe")
    office.press("Ctrl+S")

    assert "Sam Afe" in office.on_disk(SCHOOL)


def test_what_was_typed_a_moment_ago_is_not_lost_by_closing(office: DeskTrial) -> None:
    edit = field(office, "Name")
    edit.setFocus()
    office.bot.keyClicks(edit, "Sam Afe")
    office.window.close()
    assert office.window.isVisible()

    office.window.asking.buttons()[0].click()
    assert "Sam Afe" in office.on_disk(SCHOOL)


def test_what_was_typed_a_moment_ago_is_not_lost_by_another_file(office: DeskTrial) -> None:
    edit = field(office, "Name")
    edit.setFocus()
    office.bot.keyClicks(edit, "Sam Afe")
    office.desk.open("policies/phones.md")

    assert "Sam Afe" in office.desk.work.texts[SCHOOL]
    assert "Sam Afe" not in office.window.source.toPlainText()


def test_undo_in_the_text_takes_a_field_back(office: DeskTrial) -> None:
    before = office.window.source.toPlainText()
    type_into(office, "Name", "S")
    office.window.head.form.click()
    office.press("Ctrl+Z")

    assert office.window.source.toPlainText() == before


def test_somebody_is_chosen_who_stands_in(office: DeskTrial) -> None:
    boxes = office.window.findChildren(QComboBox)
    box = next(each for each in boxes if each.accessibleName().endswith("is away, go to"))
    at = box.findData("chair")
    box.setCurrentIndex(at)
    box.activated.emit(at)

    school = read_school(office.window.source.toPlainText(), SCHOOL)
    assert school.contact("dsl").when_away == "chair"


def test_checked_today_by_key(office: DeskTrial) -> None:
    type_into(office, "Name", "Sam Afe")
    type_into(office, "Telephone", "0204")
    office.press("Ctrl+Return")

    school = read_school(office.window.source.toPlainText(), SCHOOL)
    assert str(school.contact("dsl").checked) == "2026-11-21"


def test_f8_goes_to_the_next_blank(office: DeskTrial) -> None:
    office.press("F8")

    assert office.desk.rooms.school.presenter.chosen == "chair"


def test_a_place_that_names_somebody_opens_there(office: DeskTrial) -> None:
    form = office.desk.rooms.school.form
    form.use_chosen.emit("policies/phones.md", 36)

    assert office.window.source.isVisible()
    assert office.window.source.name == "policies/phones.md"
    assert office.window.source.line == 36


@pytest.mark.parametrize("width", [1366, 800])
@pytest.mark.parametrize("who", ["dsl", "protect", ":school", ":settings"])
def test_every_control_is_named_and_reached(office: DeskTrial, who: str, width: int) -> None:
    office.window.resize(width, 768)
    office.desk.rooms.school.presenter.choose(who)
    office.bot.wait(50)
    found = controls(office.window)
    for control in found:
        assert name(control).strip(), f"{control} has no name"
        assert role(control) not in UNNAMED_ROLES, name(control)
    counted = Counter((role(each), name(each)) for each in found)
    assert [said for said, count in counted.items() if count > 1] == []

    office.desk.rooms.school.form.take_focus()
    assert QApplication.focusWidget() is not None
    reached = tab_order(office.window)
    assert [name(each) for each in found if each not in reached] == []
