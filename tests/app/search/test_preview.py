"""The chosen clause beside the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.search.preview import Preview
from handbook.app.widgets.button import Button
from handbook.domain.blocks import Paragraph, Span
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.school import School


def clause(number: int, *spans: Span) -> Clause:
    return Clause(f"c{number}", f"Rule {number}", f"1.{number}", (Paragraph(spans, 1),), 1)


POLICY = Policy(
    "trips",
    "Trips",
    "policies/trips.md",
    sections=(
        Section(
            "out",
            "Going out",
            "1",
            (),
            (
                clause(1, Span("Count the pupils.")),
                clause(2, Span("Answer by "), Span("Friday", link=Link(LinkKind.SETTING, "day"))),
                clause(3, Span("Come back by five.")),
            ),
            1,
        ),
    ),
)
LIBRARY = Library(school=School(settings={"day": "Monday"}), policies=(POLICY,))


class Shown:
    """The preview on the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        self._bot = qtbot
        self.look = Look()
        self.preview = Preview(self.look)
        self.preview.set_library(LIBRARY)
        self.preview.resize(440, 600)
        qtbot.addWidget(self.preview)
        self.preview.show()

    def show(self, name: str, *terms: str) -> None:
        self.preview.show_clause(ClauseRef("trips", name), frozenset(terms))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for timer in self.preview.findChildren(QTimer, options=direct):
            timer.timeout.emit()  # nobody waits here for the moment that readers are given
        self._bot.waitUntil(lambda: not self.preview.is_waiting)

    @property
    def texts(self) -> list[str]:
        return [label.text() for label in self.preview.findChildren(QLabel)]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_a_clause_stands_in_its_section_with_the_one_after_it(shown: Shown) -> None:
    shown.show("c1")

    assert shown.texts[:4] == ["Trips", "1 Going out", "1.1", "Rule 1"]
    assert "Rule 2" in shown.texts
    assert "Rule 3" not in shown.texts


def test_the_schools_own_words_are_filled_in(shown: Shown) -> None:
    shown.show("c2")

    assert "Answer by Monday" in shown.texts


def test_what_was_searched_is_marked_in_the_clause_and_not_in_its_neighbour(shown: Shown) -> None:
    shown.show("c2", "answer", "back")

    marked = [text for text in shown.texts if "background-color" in text]
    assert len(marked) == 1
    assert "Answer" in marked[0]


def test_marks_take_the_colours_of_another_theme(shown: Shown) -> None:
    shown.show("c1", "pupil")
    shown.look.set_theme(Theme.HIGH_CONTRAST)

    assert any(shown.look.color("mark").name() in text for text in shown.texts)


def test_the_same_clause_again_costs_nothing(shown: Shown) -> None:
    shown.show("c1", "pupil")
    labels = shown.preview.findChildren(QLabel)
    shown.show("c1", "pupil")

    assert shown.preview.findChildren(QLabel) == labels


def test_a_clause_that_is_gone_leaves_what_is_shown(shown: Shown) -> None:
    shown.show("c1")
    before = shown.texts
    shown.show("gone")

    assert shown.texts == before


def test_its_buttons_open_and_copy(shown: Shown, qtbot: QtBot) -> None:
    opens, copies = shown.preview.findChildren(Button)
    with qtbot.waitSignal(shown.preview.open_pressed):
        qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shown.preview.copy_pressed):
        qtbot.mouseClick(copies, Qt.MouseButton.LeftButton)


def test_while_somebody_types_the_preview_waits_for_the_last_clause(shown: Shown) -> None:
    for name in ("c1", "c3"):
        shown.preview.show_clause(ClauseRef("trips", name), frozenset())
        assert "Rule 1" not in shown.texts

    shown.show("c2")

    assert "Rule 2" in shown.texts
