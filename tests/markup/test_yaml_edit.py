"""A value is put in; everything else of the file stays letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.errors import ContentError
from handbook.markup.front_matter import load_yaml
from handbook.markup.yaml_edit import comment_at, with_value

SCHOOL = """\
# The school's own page.

people:
  # The head comes first.
  headteacher:
    title: Headteacher
    name: ""              # as staff say it
    phone: "0204"
    email:
    checked: "2026-09-01"

  dsl: {title: Safeguarding lead, phone: ""}  # one line
bodies:
settings:
  days: "5"   # working days
"""


def changed(before: str, after: str) -> list[tuple[str, str]]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=False)
    return [(old, new) for old, new in pairs if old != new]


def test_one_line_changes_and_its_comment_stays() -> None:
    after = with_value(SCHOOL, ("people", "headteacher", "name"), 'Dr "X" Y')

    assert changed(SCHOOL, after) == [
        (
            '    name: ""              # as staff say it',
            '    name: "Dr \\"X\\" Y"              # as staff say it',
        )
    ]


def test_a_value_that_had_no_marks_keeps_none_where_that_is_safe() -> None:
    path = ("people", "headteacher", "title")

    assert "    title: Principal\n" in with_value(SCHOOL, path, "Principal")
    assert '    title: "yes"\n' in with_value(SCHOOL, path, "yes")
    assert '    title: "0204"\n' in with_value(SCHOOL, path, "0204")
    assert '    title: "Head: of all"\n' in with_value(SCHOOL, path, "Head: of all")


def test_nothing_behind_the_colon_is_filled() -> None:
    after = with_value(SCHOOL, ("people", "headteacher", "email"), "head@hill.example")

    assert changed(SCHOOL, after) == [("    email:", '    email: "head@hill.example"')]


def test_a_new_key_comes_last_in_its_group() -> None:
    after = with_value(SCHOOL, ("people", "headteacher", "same-as"), "dsl")

    assert after == SCHOOL.replace(
        '    checked: "2026-09-01"\n', '    checked: "2026-09-01"\n    same-as: "dsl"\n'
    )


def test_a_group_on_one_line_stays_on_one_line() -> None:
    after = with_value(SCHOOL, ("people", "dsl", "phone"), "0303 1")
    assert '  dsl: {title: Safeguarding lead, phone: "0303 1"}  # one line' in after

    after = with_value(SCHOOL, ("people", "dsl", "checked"), "2026-11-21")
    assert 'phone: "", checked: "2026-11-21"}  # one line' in after


def test_a_new_group_is_made() -> None:
    after = with_value(SCHOOL, ("people", "clerk", "title"), "Clerk")
    assert after.index("  clerk:\n") > after.index("  dsl:")
    assert load_yaml(after, "")["people"]["clerk"] == {"title": "Clerk"}

    after = with_value(SCHOOL, ("bodies", "police", "phone"), "101")
    assert load_yaml(after, "")["bodies"] == {"police": {"phone": "101"}}


def test_an_empty_file_begins_with_it() -> None:
    assert with_value("", ("settings", "days"), "5") == 'settings:\n  days: "5"\n'


def test_lists_are_written_in_one_line() -> None:
    front = "keywords:\n  - one\n  - two\nowner: head\n"

    assert with_value(front, ("keywords",), ["a b", "c: d"]) == (
        'keywords:\n  [a b, "c: d"]\nowner: head\n'
    )


def test_what_is_no_yaml_is_said_with_its_line() -> None:
    with pytest.raises(ContentError, match="this is not YAML"):
        with_value("a: [\n", ("a",), "b")


def test_a_value_where_a_group_should_be_is_said() -> None:
    with pytest.raises(ContentError, match="people must be lines of name: value"):
        with_value("people: nobody\n", ("people", "dsl", "name"), "x")


def test_the_comment_behind_a_value_helps_to_fill_it_in() -> None:
    assert comment_at(SCHOOL, ("settings", "days")) == "working days"
    assert comment_at(SCHOOL, ("people", "headteacher", "name")) == "as staff say it"
    assert comment_at(SCHOOL, ("people", "headteacher", "phone")) == ""
    assert comment_at("a: [", ("a",)) == ""


_TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"))
_PATHS = st.sampled_from(
    [
        ("people", "headteacher", "name"),
        ("people", "headteacher", "title"),
        ("people", "headteacher", "email"),
        ("people", "headteacher", "hours"),
        ("people", "dsl", "phone"),
        ("people", "dsl", "name"),
        ("people", "clerk", "name"),
        ("bodies", "police", "phone"),
        ("settings", "days"),
        ("settings", "other"),
    ]
)


@given(_PATHS, _TEXTS)
def test_what_is_put_in_is_read_again_and_nothing_else_changes(
    path: tuple[str, ...], value: str
) -> None:
    value = value.replace("\u2028", "").replace("\u2029", "").replace("\x85", "")
    before = load_yaml(SCHOOL, "")
    after = load_yaml(with_value(SCHOOL, path, value), "")
    group = after
    for key in path[:-1]:
        group = group[key]
    assert group[path[-1]] == value

    for top in ("people", "settings"):
        for name, old in before[top].items():
            if (top, name) != path[:2]:
                assert after[top][name] == old
