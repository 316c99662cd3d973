"""Stories, as the safeguarding lead writes them, to scenarios."""

from __future__ import annotations

import pytest

from handbook.domain.errors import ContentError
from handbook.domain.flow import NodeRef
from handbook.domain.scenario import Scenario, StoryAnswer
from handbook.markup.scenarios import read_scenarios

FILE = "flows/concern.scenarios.md"
STORY = """## A bruise {#bruise}

A child has a bruise.

She said that she fell.

1. [Danger?](concern.md#danger): No
2. [Whose doing?](concern.md#who): I am not sure

- **First**: [the lead](concern.md#dsl)
- **Also**: [the LADO](concern.md#lado), [online](online.md#stop)
- **Tell**: [the chair](role:chair), [the lead](role:dsl)
"""


def test_a_story_is_read_whole() -> None:
    (story,) = read_scenarios(STORY, FILE)

    assert story == Scenario(
        id="bruise",
        title="A bruise",
        story="A child has a bruise.\nShe said that she fell.",
        answers=(
            StoryAnswer(NodeRef("concern", "danger"), "No", 7),
            StoryAnswer(NodeRef("concern", "who"), "I am not sure", 8),
        ),
        first=NodeRef("concern", "dsl"),
        also=(NodeRef("concern", "lado"), NodeRef("online", "stop")),
        tell=("chair", "dsl"),
        file=FILE,
        line=1,
    )


def test_what_a_story_does_not_say_is_not_asked_of_the_flow() -> None:
    (story,) = read_scenarios("## S {#s}\n\nIt was so.\n\n- **First**: [x](#x)\n", FILE)

    assert (story.also, story.tell, story.answers) == (None, None, ())


def test_a_story_may_say_that_nothing_is_added() -> None:
    (story,) = read_scenarios("## S {#s}\n\n- **Also**: nothing\n- aside\n", FILE)

    assert (story.first, story.also) == (None, ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("## S\n", "1: the story 'S' needs an id such as {#dsl}"),
        ("## S {#s}\n\n## T {#s}\n", "3: the id 's' stands on line 1 already"),
        ("## S {#s}\n\n1. No\n", "3: 'No' begins with no link to a question"),
        ("## S {#s}\n\n1. [No](x.md#y)\n2. [No](role:x)\n", "4: 'No' begins with no link to"),
    ],
)
def test_a_slip_in_a_story_is_named(text: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_scenarios(text, FILE)

    assert str(caught.value).startswith(f"{FILE}:{problem}")
