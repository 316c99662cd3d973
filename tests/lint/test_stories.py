"""Stories are walked, and say what has become of them."""

from __future__ import annotations

import pytest

from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Step
from handbook.domain.library import Library
from handbook.domain.scenario import Scenario, StoryAnswer
from handbook.lint.stories import check_stories
from tests.lint.conftest import FLOW_FRONT, Check

FLOW = (
    FLOW_FRONT.replace("[head]", "[call, head]")
    + """\
## Is anyone in danger? {#danger}

- [Yes](#call) and also [the head](#head)
- [No](#whose)
- [I am not sure](#call)

## Whose doing is it? {#whose}

- [The head's](#head){: subject="headteacher" }
- [Somebody else's](#head)
- [I am not sure](#head)

## Call {#call}

### Tell

- [Police](role:police)

### Go on

- [Whose doing](#whose)

## Report it {#head}

### Tell

- [Headteacher](role:headteacher)

### If it is about one of them

- [The headteacher](role:headteacher): tell the [chair](role:chair)
"""
)

STORY = """\
---
title: Stories
flow: trial
---

## A shove {#shove}

It happened at the gate.

1. [Danger?](trial.md#danger): No
2. [Whose?](trial.md#whose): The head's

- **First**: [report](trial.md#head)
- **Tell**: [Chair](role:chair)
"""


def problems(checked: Check, story: str) -> list[str]:
    found = checked({"flows/trial.md": FLOW, "flows/trial.scenarios.md": story})
    return [f"{finding.place.line} {finding.message}" for finding in found]


def test_a_story_that_ends_where_its_owner_said_is_right(checked: Check) -> None:
    assert problems(checked, STORY) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (": No", ": Never", 10, "answers “Never”, which is no longer offered"),
        ("1. [Danger?](trial.md#danger): No\n2.", "1.", 6, ""),
        (
            "2. [Whose?](trial.md#whose)",
            "2. [Whose?](trial.md#danger)",
            11,
            "asks “Whose doing is it?” (trial#whose)",
        ),
        ("2. [Whose?](trial.md#whose): The head's\n", "", 6, "still asks “Whose doing is it?”"),
        (": No", ": I am not sure", 0, ""),
        (
            "[report](trial.md#head)",
            "[call](trial.md#call)",
            6,
            "ends first at “Report it” (trial#head), where it says “Call” (trial#call)",
        ),
        (
            "[Chair](role:chair)",
            "[Head](role:headteacher)",
            6,
            "to Chair of governors (chair), where it says Headteacher (headteacher)",
        ),
        (
            "- **Tell**",
            "- **Also**: [call](trial.md#call)\n- **Tell**",
            6,
            "no longer also comes to “Call” (trial#call)",
        ),
    ],
)
def test_a_story_says_what_has_become_of_it(
    old: str, new: str, line: int, said: str, checked: Check
) -> None:
    assert old in STORY

    found = problems(checked, STORY.replace(old, new, 1))

    if said:
        assert len(found) == 1
        assert found[0].startswith(f"{line} ")
        assert said in found[0]
    else:
        assert found == []


def test_a_story_that_goes_on_after_its_end_is_named(checked: Check) -> None:
    longer = STORY.replace(
        "\n- **First**", "3. [Whose?](trial.md#whose): The head's\n\n- **First**"
    )

    assert "already come to its end, “Report it” (trial#head)" in problems(checked, longer)[0]


def library(story: Scenario) -> Library:
    step = Step("a", "One?", (), (Choice("Yes", NodeRef("trial", "gone")),), 1)
    flow = Flow("trial", "Trial", "flows/trial.md", (step,))
    return Library(flows=Flows({"trial": flow}), scenarios=(story,))


def told_to(*places: str) -> Scenario:
    answers = tuple(StoryAnswer(NodeRef("trial", place), "Yes", 3) for place in places)
    return Scenario("s", "S", "", answers, None, None, None, "flows/trial.scenarios.md", 1)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((), "has no answers"),
        (("a",), "now ends at trial#gone, which does not exist"),
        (("a", "b"), "comes to trial#gone, which is no longer in the flow"),
    ],
)
def test_a_story_of_a_broken_flow_says_where_it_breaks(places: tuple[str, ...], said: str) -> None:
    (finding,) = check_stories(library(told_to(*places)))

    assert said in finding.message


def test_a_story_says_what_it_does_not_name(checked: Check) -> None:
    more = FLOW.replace("- [Somebody else's]", "- [His](#head) and also [call](#call)\n- [Her]")
    story = STORY.replace("The head's", "His").replace("[Chair](role:chair)", "[x](role:gone)")
    story = story.replace("- **Tell**", "- **Also**: nothing\n- **Tell**")

    found = checked({"flows/trial.md": more, "flows/trial.scenarios.md": story})

    said = [finding.message for finding in found if finding.rule == "story"]
    assert "now also comes to “Call” (trial#call), which it does not name" in said[0]
    assert "to Headteacher (headteacher), where it says gone." in said[1]


def test_the_same_people_in_another_order_are_told_apart(checked: Check) -> None:
    both = FLOW.replace(
        "- [Headteacher](role:headteacher)",
        "- [Headteacher](role:headteacher)\n- [Clerk](role:clerk)",
    )
    story = STORY.replace("The head's", "Somebody else's").replace(
        "[Chair](role:chair)", "[Clerk](role:clerk), [Head](role:headteacher)"
    )

    found = checked({"flows/trial.md": both, "flows/trial.scenarios.md": story})

    assert [finding.message for finding in found if finding.rule == "story"] == [
        "The story “A shove” now tells the same people in another order, Headteacher "
        "(headteacher), Clerk (clerk). If the new end is right, change the line “Tell” of the "
        "story; if not, mend the flow."
    ]


def test_a_story_goes_on_where_its_outcome_hands_over(checked: Check) -> None:
    further = STORY.replace(": No\n", ": Yes\n")

    assert problems(checked, further) == []


def test_a_story_must_say_where_it_ends(checked: Check) -> None:
    open_end = STORY.replace("- **First**: [report](trial.md#head)\n", "")

    assert all("First" in problem for problem in problems(checked, open_end))
    assert problems(checked, open_end)
