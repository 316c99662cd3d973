"""school.yaml and words.yaml to domain values."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.domain.errors import ContentError
from handbook.domain.school import Contact, School
from handbook.markup.school import Words, read_school, read_words

SCHOOL = """
school: {name: Hill, id: hill}
people:
  dsl:
    title: Designated Safeguarding Lead
    phone: 0301
    when-away: deputy-dsl
    when-subject: headteacher
    same-as: headteacher
    checked: 2026-09-01
  deputy-dsl:
bodies:
  lado: {site: https://a.b, for: allegations}
settings: {day: 8:30}
"""


def test_a_school_is_read_with_its_people_and_bodies() -> None:
    school = read_school(SCHOOL, "school.yaml")

    assert (school.name, school.id, school.settings) == ("Hill", "hill", {"day": "8:30"})
    assert school.contact("dsl") == Contact(
        id="dsl",
        title="Designated Safeguarding Lead",
        phone="0301",
        when_away="deputy-dsl",
        when_subject="headteacher",
        same_as="headteacher",
        checked=date(2026, 9, 1),
    )
    assert school.contact("deputy-dsl").title == "Deputy dsl"
    assert school.contact("lado").is_body
    assert (school.contact("lado").site, school.contact("lado").purpose) == (
        "https://a.b",
        "allegations",
    )


def test_an_empty_file_is_a_school_not_filled_in_yet() -> None:
    assert read_school("", "school.yaml") == School()
    assert read_words("", "words.yaml") == Words()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- a", "1: school.yaml must be lines of name: value"),
        ("people:\n  dsl: Jo", "2: dsl must be lines of name: value"),
        ("people:\n  dsl:\n    checked: May", "3: checked is 'May', which is not a date"),
        ("people:\n  a: {}\n  dsl:\n    phone: [0204]", "4: phone must be words, not a list"),
        ("people:\n  a:\n    phone: 1\n  b:\n    phone: {c: d}", "5: phone must be words"),
        ("school:\n  id: x\n  name: [x]", "3: name must be words, not a list"),
        ("people: [dsl]", "1: people must be lines of name: value"),
        ("school: x", "1: school must be lines of name: value"),
        ("bodies: {}\nsettings: x", "2: settings must be lines of name: value"),
        ("a: [", "1: this is not YAML"),
        ("a: 1\n" + "[" * 30, "2: "),
        ("settings:\n  day: [Monday]", "2: the setting day must be words, not a list"),
        ("people:\n  a: {}\n  a: {}", "3: this is not YAML: 'a' stands here twice"),
    ],
)
def test_a_slip_in_the_school_file_is_named(text: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_school(text, "school.yaml")

    assert str(caught.value).startswith(f"school.yaml:{problem}")


def test_words_may_stand_without_a_heading() -> None:
    words = read_words("- [Facebook, FB ]\n", "words.yaml")

    assert words.groups == (("facebook", "fb"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("words: [a]", "1: words must be a list of lists such as [facebook, fb]"),
        ("words: [[[a]]]", "1: words must be a list of lists such as [facebook, fb]"),
        ("words: []\nasked-often: who", "2: asked-often must be a list"),
    ],
)
def test_a_slip_in_the_words_is_named(text: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_words(text, "words.yaml")

    assert str(caught.value) == f"words.yaml:{problem}"


def test_numbers_and_dates_stay_as_they_were_written() -> None:
    written = [
        "0204",
        "8:30",
        "no",
        "3.10",
        "0x1F",
        "1e3",
        "~",
        "2026-09-01",
        "007",
        "yes",
        "1_000",
    ]
    text = "settings:\n" + "".join(f"  s{n}: {value}\n" for n, value in enumerate(written))

    assert list(read_school(text, "school.yaml").settings.values()) == written
    assert read_words("- [no, 0204, 8:30]", "words.yaml").groups == (("no", "0204", "8:30"),)


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff# a note\n"])
def test_a_file_of_windows_is_read_as_any_other(mark: str) -> None:
    text = f"{mark}school:\r\n  name: Hill\r\n"

    assert read_school(text, "school.yaml").name == "Hill"
