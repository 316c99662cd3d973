"""Each story of the content is walked by number keys, and the page shows what its owner wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.domain.flow import Flows, NodeRef
from handbook.domain.scenario import Scenario
from handbook.domain.school import School
from tests.journeys.replay import outcome_at, step_at
from tests.journeys.staff import Staff, opened


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path) as desktop:
        yield desktop


@pytest.mark.parametrize("flow_id", ["concern", "may-i", "online-incident"])
def test_every_story_ends_on_the_page_as_it_says(desktop: Desktop, flow_id: str) -> None:
    stories = [
        story
        for story in desktop.library.scenarios
        if story.file == f"flows/{flow_id}.scenarios.md"
    ]
    staff = Staff(desktop)
    for story in stories:
        walk_story(staff, story)
        check_end(staff, story)

    assert len(stories) > 20


def walk_story(staff: Staff, story: Scenario) -> None:
    """Answer by key, in the words of the story; go on where it goes on in another flow."""
    flows = staff.desktop.library.flows
    start = story.answers[0].at
    at_start = start == flows.flow(start.flow).start
    staff.begin(start.flow, "" if at_start else start.id)
    for answer in story.answers:
        if staff.desktop.window.page is staff.outcome:
            staff.click(f"Go on: {place_title(flows, answer.at)}")
        assert staff.question == step_at(flows, answer.at).question, story.title
        offered = [folded(choice) for choice in staff.choices]
        staff.answer(1 + offered.index(folded(answer.words)))


def place_title(flows: Flows, ref: NodeRef) -> str:
    if ref == flows.flow(ref.flow).start:
        return flows.flow(ref.flow).title
    return step_at(flows, ref).question


def folded(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).rstrip(".").casefold()


def check_end(staff: Staff, story: Scenario) -> None:
    flows, school = staff.desktop.library.flows, staff.desktop.library.school
    assert staff.desktop.window.page is staff.outcome, story.title
    assert story.first is not None
    assert staff.shows(outcome_at(flows, story.first).title), story.title
    if story.also is not None:
        titles = {outcome_at(flows, ref).title for ref in story.also}
        assert set(titles_of_tabs(staff)[1:]) == titles, story.title
    if story.tell is not None:
        told = [title_of(role, school) for role in story.tell]
        assert staff.people[: len(told)] == told, story.title


def titles_of_tabs(staff: Staff) -> list[str]:
    return [tab.text().partition("\n")[2] for tab in staff.tabs]


def title_of(role: str, school: School) -> str:
    """As a card shows a person without a name; the content that ships names nobody."""
    return school.contact(role).title
