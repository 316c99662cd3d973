"""Content as widgets: for a clause beside a list, and for one opened from an outcome."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.widgets.block_view import TIGHT, WIDE, BlockStyle, add_blocks
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.domain.blocks import (
    Block,
    Callout,
    Item,
    Listing,
    Paragraph,
    Span,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.rule import RuleKind


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),), 1)


BLOCKS: tuple[Block, ...] = (
    words("A paragraph."),
    Subheading((Span("A heading"),), 4, 1),
    Callout(RuleKind.MUST, (words("A duty."),), 1),
    Callout(None, (words("Of no kind."),), 1),
    Listing((Item((words("first"),), 1), Item((words("second"),), 1)), True, 3, 1),
    Table(((Span("Who"),), (Span("When"),)), (((Span("Staff"),), (Span("Daily"),)),), 1),
    Verbatim("<b>as written</b>", 1),
)


def shown(qtbot: QtBot, style: BlockStyle, look: Look | None = None) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    add_blocks(look or Look(), QVBoxLayout(page), BLOCKS, style)
    page.show()
    return page


@pytest.mark.parametrize("room", [TIGHT, WIDE])
def test_every_kind_of_block_is_shown(qtbot: QtBot, room: object) -> None:
    page = shown(qtbot, BlockStyle(room=TIGHT if room is TIGHT else WIDE))

    texts = [label.text() for label in page.findChildren(QLabel)]
    assert texts == [
        "A paragraph.", "A heading", "A duty.", "Of no kind.", "3.", "first", "4.", "second",
        "Who", "When", "Staff", "Daily", "<b>as written</b>",
    ]  # fmt: skip


def test_each_callout_is_one_panel(qtbot: QtBot) -> None:
    assert len(shown(qtbot, BlockStyle()).findChildren(Panel)) == 2


def test_marks_follow_the_theme(qtbot: QtBot) -> None:
    look = Look()
    page = shown(qtbot, BlockStyle(marks=lambda text: ((2, 6),) if "duty" in text else ()), look)
    duty = next(label for label in page.findChildren(SpansLabel) if "duty" in label.text())
    light = duty.text()
    look.set_theme(Theme.DARK)

    assert look.color("mark").name() in duty.text()
    assert light != duty.text()
    assert duty.accessibleName() == "A duty."


def test_marks_that_cross_spans_keep_bold_italic_and_signs(qtbot: QtBot) -> None:
    spans = (Span("a <"), Span("b", strong=True), Span("\n"), Span("c", emphasis=True))
    label = SpansLabel(Look(), spans, marks=lambda _: ((2, 4),))
    qtbot.addWidget(label)

    assert label.text().count("background-color") == 2
    assert "&lt;" in label.text()
    assert label.text().endswith("<br><i>c</i>")
