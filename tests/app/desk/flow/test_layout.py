"""Columns by the longest way from the start; what cannot be reached is told apart."""

from __future__ import annotations

from handbook.app.desk.flow.layout import picture_of
from handbook.app.desk.flow.rows import rows_of
from handbook.domain.flow import Flow, Flows
from handbook.markup.flows import read_flow
from tests.lint.conftest import FLOW_FRONT

FLOW = (
    FLOW_FRONT
    + """\
## First? {#first}

- [Yes](#end)
- [No](#second) and also [the end](#end)
- [I am not sure](other.md#place)

## Second? {#second}

- [Yes](#end)
- [I am not sure](#first)

## Lost? {#lost}

- [I am not sure](#end)

## The end {#end}

### Tell

- [Head](role:headteacher)
"""
)


def flow(text: str = FLOW) -> Flow:
    return read_flow(text, "flows/trial.md")


def columns(text: str = FLOW) -> list[list[str]]:
    picture = picture_of(flow(text), Flows())
    found: dict[float, list[str]] = {}
    for box in picture.boxes:
        found.setdefault(box.x, []).append(box.key)
    return [found[x] for x in sorted(found)]


def test_a_place_stands_right_of_everything_that_leads_there() -> None:
    first, second, third = columns()

    assert "first" in first
    assert "second" in second
    assert third == ["end"]


def test_a_way_back_does_not_run_for_ever() -> None:
    ring = FLOW.replace(
        "- [Yes](#end)\n- [I am not sure](#first)", "- [Yes](#first)\n- [I am not sure](#second)"
    )

    assert columns(ring)


def test_no_two_boxes_lie_over_each_other() -> None:
    boxes = picture_of(flow(), Flows()).boxes
    for here in boxes:
        for there in boxes:
            apart = (
                here is there
                or here.x + here.width <= there.x
                or there.x + there.width <= here.x
                or here.y + here.height <= there.y
                or there.y + there.height <= here.y
            )
            assert apart, (here.key, there.key)


def test_what_nothing_leads_to_is_told_apart() -> None:
    picture = picture_of(flow(), Flows())

    assert [box.key for box in picture.boxes if not box.is_reached] == ["lost"]
    assert [box.key for box in picture.boxes if box.is_start] == ["first"]


def test_a_line_of_the_text_belongs_to_its_box() -> None:
    picture = picture_of(flow(), Flows())
    lines = FLOW.split("\n")
    for key, words in (("first", "- [Yes](#end)"), ("lost", "## Lost?"), ("end", "### Tell")):
        line = next(n for n, text in enumerate(lines, 1) if text.startswith(words))
        box = picture.at_line(line)
        assert box is not None
        assert box.key == key
    assert picture.at_line(1) is None


def test_a_place_of_another_flow_is_named_or_said_to_be_missing() -> None:
    other = read_flow(
        FLOW_FRONT + "## A place? {#place}\n\n- [I am not sure](#place)\n", "flows/other.md"
    )
    known = picture_of(flow(), Flows({"other": other})).box("other#place")
    missing = picture_of(flow(), Flows()).box("other#place")

    assert known is not None
    assert known.title == "Trial: A place?"
    assert missing is not None
    assert "there is no such place" in missing.title


def test_the_list_says_the_same_in_words() -> None:
    trial = flow()
    words = [row.words for row in rows_of(trial, picture_of(trial, Flows()), {})]

    assert words[0] == "Question: First?"
    assert words[2] == "No: leads to “Second?” and also “The end”"
    assert "Question: Lost?. No answer leads here" in words
    assert words[-1] == "Outcome: The end"
