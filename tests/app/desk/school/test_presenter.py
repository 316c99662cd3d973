"""The office fills in people without YAML; comments and order stay, and numbers stay text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbook.app.desk.school.presenter import SCHOOL, SETTINGS, SchoolFormPresenter
from handbook.app.desk.school.views import FormView, Known, SchoolRow
from handbook.domain.blocks import Paragraph, Span
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.markup.school import read_school

TEXT = """\
# Fill these in.
school:
  name: ""  # the name as staff say it
people:
  line-manager: {title: Your line manager}
  headteacher:
    title: Headteacher
    name: ""
    phone: ""   # the office line
    email: ""
    when-away: deputy
    when-subject: chair
    checked: ""
  deputy:
    title: Deputy head
    name: Dee Pewty
    phone: "01632 960 118"
    when-subject: headteacher
    checked: "2026-11-02"
  chair:
    title: Chair of governors
    name: Cha Irr
    phone: "0204"
    when-subject: ""
    checked: "2025-03-04"
bodies:
  police: {title: Police, phone: "101", checked: "2026-11-20"}
settings:
  days: "5"  # working days
"""
TODAY = date(2026, 11, 21)


class FakeForm:
    def __init__(self) -> None:
        self.rows: tuple[SchoolRow, ...] = ()
        self.blank = 0
        self.form = FormView("", "", "", ())
        self.broken: list[tuple[int, str]] = []
        self.said: list[str] = []

    def show_rows(self, rows: tuple[SchoolRow, ...], chosen: str, blank: int) -> None:
        assert any(row.id == chosen for row in rows)
        self.rows, self.blank = rows, blank

    def show_form(self, form: FormView) -> None:
        self.form = form

    def show_broken(self, line: int, problem: str) -> None:
        self.broken.append((line, problem))

    def say(self, words: str) -> None:
        self.said.append(words)


class Trial:
    def __init__(self) -> None:
        self.form = FakeForm()
        self.text = TEXT
        self.presenter = SchoolFormPresenter(self.form, lambda: TODAY)
        self.presenter.on_text = self._keep
        self.presenter.show(TEXT, Library())

    def _keep(self, text: str) -> None:
        self.text = text

    def field(self, key: str) -> str:
        return next(field.value for field in self.form.form.fields if field.path[-1] == key)

    def warning(self, key: str) -> str:
        return next(field.warning for field in self.form.form.fields if field.path[-1] == key)

    def fill(self, role: str, key: str, value: str) -> None:
        self.presenter.choose(role)
        self.presenter.changed(("people", role, key), value)


@pytest.fixture
def trial() -> Trial:
    return Trial()


def known(trial: Trial) -> dict[str, Known | None]:
    return {row.id: row.known for row in trial.form.rows if row.id}


def test_the_list_says_how_far_each_can_be_relied_on(trial: Trial) -> None:
    assert known(trial) == {
        SCHOOL: None,
        SETTINGS: None,
        "line-manager": Known.ANYBODY,
        "headteacher": Known.BLANK,
        "deputy": Known.CHECKED,
        "chair": Known.OLD,
        "police": Known.CHECKED,
    }
    assert trial.form.blank == 1


def test_a_name_goes_into_its_line_and_nothing_else_changes(trial: Trial) -> None:
    trial.fill("headteacher", "name", "Hedda Teach")

    blank = '    title: Headteacher\n    name: ""\n'
    assert trial.text == TEXT.replace(blank, blank.replace('""', '"Hedda Teach"'))


def test_a_short_number_stays_text(trial: Trial) -> None:
    trial.fill("headteacher", "phone", "0204")

    assert '    phone: "0204"   # the office line\n' in trial.text
    assert read_school(trial.text, "").contact("headteacher").phone == "0204"


def test_another_number_is_no_longer_checked(trial: Trial) -> None:
    trial.fill("deputy", "phone", "01632 960 119")
    assert read_school(trial.text, "").contact("deputy").checked is None
    assert trial.form.form.checked == "Nobody has made sure yet that these details are right."

    trial.presenter.checked_today()
    assert read_school(trial.text, "").contact("deputy").checked == TODAY
    assert trial.form.form.checked == "Checked on 21 November 2026."


def test_another_name_leaves_the_date(trial: Trial) -> None:
    trial.fill("deputy", "name", "Dee Puty")

    assert read_school(trial.text, "").contact("deputy").checked == date(2026, 11, 2)


def test_blank_details_cannot_be_checked(trial: Trial) -> None:
    trial.presenter.choose("headteacher")
    trial.presenter.checked_today()

    assert trial.text == TEXT
    assert trial.form.form.checked == ""
    assert "fill in the name and a number first" in trial.form.said[-1]


def test_the_next_blank_is_found_round_the_end(trial: Trial) -> None:
    trial.presenter.choose("police")
    trial.presenter.next_blank()

    assert trial.presenter.chosen == "headteacher"


def test_the_cards_are_those_that_staff_see(trial: Trial) -> None:
    trial.presenter.choose("headteacher")
    leads = [(card.lead, card.who) for card in trial.form.form.cards]

    assert leads == [
        ("Tell first", "Headteacher"),
        ("If the headteacher is away", "Dee Pewty, Deputy head"),
        ("If it is about the headteacher", "Cha Irr, Chair of governors"),
    ]


def test_a_chain_that_leads_to_nobody_is_said(trial: Trial) -> None:
    trial.presenter.choose("chair")
    assert "Nobody is left to tell" in trial.warning("when-subject")

    trial.presenter.changed(("people", "chair", "when-subject"), "headteacher")
    assert trial.warning("when-subject") == ""


def test_one_person_in_two_roles_is_passed_over(trial: Trial) -> None:
    trial.fill("headteacher", "same-as", "chair")

    assert trial.warning("when-subject") == (
        "This leads back to the same person: nobody is left to tell."
    )


def test_somebody_is_passed_on_to_the_next_in_the_chain(trial: Trial) -> None:
    trial.fill("deputy", "same-as", "headteacher")

    assert trial.warning("when-subject") == "As that is the same person, staff see Cha Irr."


def test_a_role_of_ones_own_is_added_with_an_id_made_once(trial: Trial) -> None:
    trial.presenter.add_role("Head of  Sixth Form")

    assert trial.presenter.chosen == "head-of-sixth-form"
    contact = read_school(trial.text, "").contact("head-of-sixth-form")
    assert (contact.title, contact.name) == ("Head of Sixth Form", "")
    assert list(read_school(trial.text, "").contacts)[-2:] == ["head-of-sixth-form", "police"]
    assert trial.text.startswith("# Fill these in.\n")


@pytest.mark.parametrize("title", ["", "  ", "9", "Chair"])
def test_a_role_without_a_title_or_known_already_is_not_added(trial: Trial, title: str) -> None:
    trial.presenter.add_role(title)

    assert trial.text == TEXT
    assert trial.form.said


def test_the_schools_choices_have_their_comments_for_labels(trial: Trial) -> None:
    trial.presenter.choose(SETTINGS)
    (field,) = trial.form.form.fields
    assert (field.label, field.value) == ("Working days", "5")

    trial.presenter.changed(("settings", "days"), "7")
    assert '  days: "7"  # working days\n' in trial.text


def test_the_name_of_the_school_is_missed(trial: Trial) -> None:
    (name, *_) = trial.form.form.fields
    assert (name.label, name.is_missing) == ("Name of the school", True)
    assert name.help == "The name as staff say it"

    trial.presenter.changed(("school", "name"), "Hill School")
    assert '  name: "Hill School"  # the name as staff say it\n' in trial.text


def test_text_that_is_no_yaml_has_no_form(trial: Trial) -> None:
    trial.presenter.show("people: [\n", Library())

    assert trial.form.broken[0][0] in (1, 2)


def test_where_somebody_is_named_is_listed(trial: Trial) -> None:
    link = Span("chair", link=Link(LinkKind.ROLE, "chair"), line=9)
    clause = Clause("who", "Whom to ask", "1", (Paragraph((link,), 9),), 8)
    section = Section("who", "Whom to ask", "1", (), (clause,), 8)
    policy = Policy("rules", "Rules", "policies/rules.md", sections=(section,))
    trial.presenter.show(TEXT, replace(Library(), policies=(policy,)))
    trial.presenter.choose("chair")

    (use,) = trial.form.form.uses
    assert (use.words, use.file, use.line) == ("Rules 1  Whom to ask", "policies/rules.md", 8)
    assert trial.form.form.lead == "Named in 1 place as chair"
