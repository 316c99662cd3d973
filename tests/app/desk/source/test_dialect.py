"""What the parts of a line are."""

from __future__ import annotations

import pytest

from handbook.app.desk.source.dialect import Mode, Part, runs, yaml_runs
from handbook.domain.rule import RuleKind


def parts(line: str, mode: Mode = Mode.BODY) -> list[tuple[str, Part]]:
    return [(line[run.start : run.start + run.length], run.part) for run in runs(line, mode)[0]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("## Your accounts {#own}", [("## Your accounts ", Part.HEADING), ("{#own}", Part.ID)]),
        ("- one", [("-", Part.MARK)]),
        ("2. two", [("2.", Part.MARK)]),
        ("see [it](role:dsl)", [("it", Part.LINK), ("(role:dsl)", Part.TARGET)]),
        (
            '[x](#y){: subject="dsl" }',
            [("x", Part.LINK), ("(#y)", Part.TARGET), ('{: subject="dsl" }', Part.ID)],
        ),
        ("a **bold** word", [("**bold**", Part.STRONG)]),
        ("a `code` word", [("`code`", Part.CODE)]),
        ("| a | b |", [("|", Part.MARK)] * 3),
        ("<!-- asked: a -->", [("<!-- asked: a -->", Part.COMMENT)]),
        ("plain words", []),
    ],
)
def test_a_line_has_these_parts(line: str, found: list[tuple[str, Part]]) -> None:
    assert parts(line) == found


def test_a_lead_has_the_kind_of_its_rule() -> None:
    found, _ = runs("> **You must not** do it", Mode.BODY)

    assert [run.kind for run in found if run.part is Part.LEAD] == [RuleKind.MUST_NOT]


def test_bold_words_outside_a_quotation_make_no_rule() -> None:
    assert ("**You must**", Part.STRONG) in parts("**You must** do it")


def test_front_matter_ends_where_it_is_closed() -> None:
    _, first = runs("---", Mode.START)
    keys, second = runs("title: Rules # a comment", first)
    _, third = runs("---", second)

    assert (first, second, third) == (Mode.FRONT, Mode.FRONT, Mode.BODY)
    assert [run.part for run in keys] == [Part.KEY, Part.COMMENT]


def test_a_comment_goes_on_until_it_ends() -> None:
    assert runs("<!-- asked:", Mode.BODY)[1] is Mode.COMMENT
    assert runs("## no heading", Mode.COMMENT) == (
        (runs("## no heading", Mode.COMMENT)[0][0],),
        Mode.COMMENT,
    )
    assert parts("a --> b", Mode.COMMENT) == [("a -->", Part.COMMENT)]
    assert runs("a --> b", Mode.COMMENT)[1] is Mode.BODY


def test_a_fence_keeps_its_lines_as_they_are() -> None:
    assert runs("```", Mode.BODY)[1] is Mode.CODE
    assert parts("## not a heading", Mode.CODE) == [("## not a heading", Part.CODE)]
    assert runs("```", Mode.CODE)[1] is Mode.BODY


def test_a_sign_in_a_quoted_text_begins_no_comment() -> None:
    line = 'accent: "#17594a"  # a colour'
    found = [(line[r.start : r.start + r.length], r.part) for r in yaml_runs(line)]

    assert found == [
        ("accent:", Part.KEY),
        ('"#17594a"', Part.VALUE),
        ("# a colour", Part.COMMENT),
    ]
