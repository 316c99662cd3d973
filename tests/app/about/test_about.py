"""About: facts of what is installed, and licences that can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook import __version__, locations
from handbook.app.about.presenter import (
    MODEL,
    AboutPresenter,
    Fact,
    Notice,
    bundled_notices,
    facts,
)
from handbook.app.desktop import Desktop
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.chip import Chip
from handbook.domain.blocks import Block, Verbatim, block_texts
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.school import School
from handbook.domain.summary import Summary


class FakePage:
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.facts: tuple[Fact, ...] = ()
        self.notices: tuple[str, ...] = ()
        self.text = ""

    def show_about(self, facts: tuple[Fact, ...], notices: tuple[str, ...]) -> None:
        self.facts, self.notices = facts, notices

    def show_notice(self, title: str, blocks: tuple[Block, ...]) -> None:
        self.text = f"{title}: " + " ".join(block_texts(blocks))


def test_the_facts_name_program_school_and_content() -> None:
    card = PolicyCard(
        id="phones",
        title="Phones",
        collection="Online and data",
        summary="",
        owner="",
        version="1.0",
        approved=date(2026, 9, 1),
        review=None,
        confirm=Confirm.NEVER,
        clauses=7,
    )
    found = {fact.name: fact.value for fact in facts(Summary(School("Hill School"), (card,)), "9")}

    assert found["Version of the program"] == "9"
    assert found["School"] == "Hill School"
    assert found["Policies"] == "1 with 7 clauses"
    assert found["Newest approval"] == "1 September 2026"
    assert found["Content"] == MODEL


def test_what_is_not_known_is_not_made_up() -> None:
    found = {fact.name: fact.value for fact in facts(Summary(), "9")}

    assert found["School"] == "No name filled in yet"
    assert "Newest approval" not in found


@pytest.mark.parametrize("notice", bundled_notices(locations.root()), ids=lambda n: n.title)
def test_every_notice_that_comes_with_the_program_can_be_read(notice: Notice) -> None:
    if not notice.file.parent.joinpath("SourceSerif4-SemiBold.ttf").is_file() and (
        notice.file.parent.name == "fonts"
    ):
        pytest.skip("the bundled typefaces are missing: make fonts")
    page = FakePage()
    AboutPresenter(page, "9", (notice,), Summary).notice_chosen(0)

    words = notice.file.read_text(encoding="utf-8").split()
    assert page.text.startswith(notice.title)
    assert len(page.text.split()) > 0.8 * len([word for word in words if word.isalpha()])


def test_the_list_of_libraries_names_what_the_lock_file_names() -> None:
    page = FakePage()
    AboutPresenter(page, "9", bundled_notices(locations.root()), Summary).notice_chosen(0)

    for library in ("PySide6", "Whoosh", "Python-Markdown", "PyYAML", "LGPL-3.0-only"):
        assert library in page.text


def test_a_notice_that_is_missing_says_where_it_should_be(tmp_path: Path) -> None:
    page = FakePage()
    presenter = AboutPresenter(page, "9", (Notice("Gone", tmp_path / "gone.txt"),), Summary)
    presenter.notice_chosen(0)

    assert str(tmp_path / "gone.txt") in page.text


def test_about_is_reached_from_the_aa_menu_and_left_by_escape(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.ways.open_policies()
    qtbot.mouseClick(desktop.window.bar.aa, Qt.MouseButton.LeftButton)
    link = next(b for b in desktop.help.aa.findChildren(LinkButton) if b.text() == "About")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    page = desktop.help.about
    assert desktop.window.page is page
    assert not desktop.help.aa.isVisible()
    said = [label.text() for label in page.findChildren(QLabel)]
    assert {__version__, MODEL} <= set(said)

    chip = page.findChildren(Chip)[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert any("requirements.lock" in text for text in said)

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    here: object = desktop.window.page
    assert here is desktop.rooms.lists.policies


def test_a_verbatim_text_keeps_its_words() -> None:
    assert "".join(block_texts((Verbatim("one two", 1),))) == "one two"


def test_the_licences_gathered_when_it_was_built_are_listed_after_the_others(
    tmp_path: Path,
) -> None:
    (tmp_path / "licences").mkdir()
    for name in ("click 8.5.1", "Whoosh 2.7.4"):
        (tmp_path / "licences" / f"{name}.txt").write_text("May be used.", "utf-8")

    found = [notice.title for notice in bundled_notices(tmp_path)]

    assert found[:1] == ["What comes with the program"]
    assert found[-2:] == ["Whoosh 2.7.4", "click 8.5.1"]
