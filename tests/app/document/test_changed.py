"""The document of changes: marked in one text, or level on two sides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from handbook.app.changes.policy_units import PolicyUnits
from handbook.app.document.boxes import edges
from handbook.app.document.changed import ChangedDocument, build_changes, level_up
from handbook.app.document.units import Side, Unit
from handbook.app.look.look import Look
from handbook.domain.word_changes import RunKind
from tests.app.changes.two_versions import compared


@pytest.fixture
def units() -> tuple[Unit, ...]:
    found = compared()
    change = found.changes.policy("social-media")
    assert change is not None
    return tuple(PolicyUnits(change, found.sides).units())


def text(document: ChangedDocument) -> str:
    return document.built.document.toPlainText()


def words(document: ChangedDocument, mark: RunKind) -> list[str]:
    """What is marked, with how it is drawn checked on the way."""
    found = []
    for match, each in document.built.marked:
        block = document.built.document.findBlockByNumber(match.block)
        if each is mark:
            found.append(block.text()[match.start : match.end])
    return found


def formats(document: QTextDocument, word: str) -> tuple[bool, bool]:
    """Whether a word is struck through, and underlined."""
    cursor = document.find(word)
    form = cursor.charFormat()
    return form.fontStrikeOut(), form.fontUnderline()


@pytest.mark.usefixtures("qtbot")
def test_what_went_is_struck_through_and_what_came_is_underlined(
    units: tuple[Unit, ...],
) -> None:
    built = build_changes(units, Look(), Side.BOTH)

    assert "report it" in words(built, RunKind.GONE)
    assert "say so" in words(built, RunKind.NEW)
    document = built.built.document
    assert formats(document, "report it") == (True, False)
    assert formats(document, "say so") == (False, True)
    assert formats(document, "to your manager") == (False, False)


@pytest.mark.usefixtures("qtbot")
def test_what_went_and_what_came_never_read_as_one_word(units: tuple[Unit, ...]) -> None:
    marked = build_changes(units, Look(), Side.BOTH)
    now = build_changes(units, Look(), Side.NOW, "Not in version 4.0")

    assert "report it say so to your manager" in text(marked)
    assert "group chat and say so to your manager" in text(now)


@pytest.mark.usefixtures("qtbot")
def test_each_side_has_its_own_words_alone(units: tuple[Unit, ...]) -> None:
    was = build_changes(units, Look(), Side.WAS, "Not in version 3.2")
    now = build_changes(units, Look(), Side.NOW, "Not in version 4.0")

    assert "say so" not in text(was)
    assert "report it" not in text(now)
    assert words(was, RunKind.NEW) == words(now, RunKind.GONE) == []
    assert text(was).count("Not in version 3.2") == 1
    assert text(now).count("Not in version 4.0") == 1


@pytest.mark.usefixtures("qtbot")
def test_the_new_text_alone_has_no_marks(units: tuple[Unit, ...]) -> None:
    built = build_changes(units, Look(), Side.PLAIN)

    assert built.built.marked == ()
    assert "report it" not in text(built)
    assert "Older sites too" not in text(built)
    assert "Bebo\nTaken out" in text(built)


@pytest.mark.usefixtures("qtbot")
def test_the_changes_are_what_can_be_stepped_through(units: tuple[Unit, ...]) -> None:
    built = build_changes(units, Look(), Side.BOTH)

    assert list(built.built.clauses) == [unit.key for unit in units if unit.key]


def tops(document: ChangedDocument) -> list[float]:
    return [edges(document.built.document, each.extent)[0] for each in document.units]


@pytest.mark.parametrize("widths", [(400, 400), (300, 300), (700, 700)], ids=str)
def test_the_same_clause_begins_at_the_same_height(
    qtbot: QtBot, units: tuple[Unit, ...], widths: tuple[int, int]
) -> None:
    del qtbot
    was = build_changes(units, Look(), Side.WAS, "Not in version 3.2")
    now = build_changes(units, Look(), Side.NOW, "Not in version 4.0")
    for document, width in zip((was, now), widths, strict=True):
        document.built.document.setTextWidth(width)

    level_up(was, now)

    assert tops(was) == pytest.approx(tops(now), abs=0.6)


def test_it_is_level_again_after_another_width(qtbot: QtBot, units: tuple[Unit, ...]) -> None:
    del qtbot
    was = build_changes(units, Look(), Side.WAS, "Not in version 3.2")
    now = build_changes(units, Look(), Side.NOW, "Not in version 4.0")
    heights = []
    for width in (300, 700, 300):
        for document in (was, now):
            document.built.document.setTextWidth(width)
        level_up(was, now)

        assert tops(was) == pytest.approx(tops(now), abs=0.6)
        heights.append(tops(was)[-1])

    assert heights[0] == pytest.approx(heights[2])


@pytest.mark.usefixtures("qtbot")
def test_the_old_text_has_the_numbers_that_it_had(units: tuple[Unit, ...]) -> None:
    moved = replace(next(unit for unit in units if unit.label == "1.3"), label_was="1.7")
    look = Look()

    sides = (Side.WAS, Side.NOW, Side.BOTH)
    assert [text(build_changes([moved], look, side)).strip()[:3] for side in sides] == [
        "1.7", "1.3", "1.3",
    ]  # fmt: skip


@pytest.mark.usefixtures("qtbot")
def test_why_it_changed_is_words_and_nothing_that_runs(units: tuple[Unit, ...]) -> None:
    why = '<b>x</b><script>alert(1)</script> <img src="file:///etc/passwd"> [a](https://a.example)'
    document = build_changes([replace(units[0], why=why)], Look(), Side.BOTH).built.document

    assert f"Why it changed: {why}" in document.toPlainText()
    assert why not in document.toHtml()


@pytest.mark.usefixtures("qtbot")
def test_why_it_changed_stands_under_the_versions_of_what_is_new(units: tuple[Unit, ...]) -> None:
    said = (replace(units[0], why="A chat got out of hand."), *units[1:])
    line = "Why it changed: A chat got out of hand."

    for side in (Side.BOTH, Side.NOW, Side.PLAIN):
        assert text(build_changes(said, Look(), side)).split("\n")[2] == line
    assert "Why it changed" not in text(build_changes(said, Look(), Side.WAS))
    assert "Why it changed" not in text(build_changes(units, Look(), Side.BOTH))
