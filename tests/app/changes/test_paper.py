"""The changes on paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from handbook.app.changes.paper import ChangesPaper, changes_steps, title_of
from handbook.app.changes.view_of import policy_view, whole_view
from handbook.app.changes.views import ChangesView
from handbook.app.paper import sheet
from handbook.app.paper.paper import Paper
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.steps import finish
from tests.app.changes.two_versions import WAS, compared

DAY = date(2026, 11, 21)


@pytest.fixture
def one() -> ChangesView:
    return policy_view(compared(), "social-media")


def laid_out(view: ChangesView) -> Paper:
    return finish(changes_steps(view, DAY))


def formats(paper: Paper, word: str) -> tuple[bool, bool]:
    form = paper.document.find(word).charFormat()
    return form.fontStrikeOut(), form.fontUnderline()


@pytest.mark.usefixtures("qtbot")
def test_a_policy_says_its_versions_and_the_day_on_every_page(one: ChangesView) -> None:
    paper = laid_out(one)

    assert paper.footer == (
        "What changed in Social media, version 3.2 to 4.0, approved 18 November 2026, "
        "printed 21 November 2026"
    )
    assert paper.title == title_of(one) == "What changed in Social media"


@pytest.mark.usefixtures("qtbot")
def test_without_colour_the_lines_and_the_words_are_left(one: ChangesView) -> None:
    paper = laid_out(one)

    assert formats(paper, "report it") == (True, False)
    assert formats(paper, "say so") == (False, True)
    for words in ("Taken out", "New", "Rule changed: was You may, now You must not", "Reworded"):
        assert words in paper.text
    assert "In these pages words are taken out or added" in paper.text


@pytest.mark.usefixtures("qtbot")
def test_what_only_a_screen_can_lead_to_is_left_out(one: ChangesView) -> None:
    text = laid_out(one).text

    assert "Open the clause" not in text
    assert "1.2 is the same in both\n" in text


@pytest.mark.usefixtures("qtbot")
def test_everything_is_one_paper_with_its_contents() -> None:
    paper = laid_out(whole_view(compared()))

    assert [entry.title for entry in paper.entries] == [
        "What changed",
        "Social media",
        "Trips",
        "Pets",
        "The school's own details",
        "The questions",
    ]
    assert paper.footer.startswith("What changed, from version 41 to version 42, printed")
    assert pdf_of(paper).startswith(b"%PDF-")


@pytest.mark.usefixtures("qtbot")
def test_where_nothing_changed_the_paper_says_so() -> None:
    paper = laid_out(whole_view(compared(WAS, WAS)))

    assert "Version 42 says the same as version 41." in paper.text
    assert paper.count == 1


def test_bars_stand_beside_the_changes(qtbot: QtBot, one: ChangesView) -> None:
    del qtbot
    paper = laid_out(one)
    assert isinstance(paper, ChangesPaper)
    picture = QImage(round(sheet.WIDTH), round(sheet.HEIGHT), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paper.paint(painter, 0)
    painter.end()

    x = round(sheet.LEFT - 12)
    seen = {picture.pixelColor(x, y).name() for y in range(picture.height())}
    assert {"#8a5300", "#a3171c", "#1d6b3a"} <= seen
