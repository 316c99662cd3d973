"""The strip above the text, where the window is narrow."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.reader.header import ReaderHeader


def test_the_button_of_the_clause_keeps_one_width_and_cuts_nothing_off(qtbot: QtBot) -> None:
    header = ReaderHeader(Look())
    qtbot.addWidget(header)
    header.set_narrow(contents=True, short=True)
    header.fit_clauses(("1.1", "1.2"))  # before any words stand on it
    widths = set()
    for label in ("", "1.1", "1.2", ""):
        header.show_section("Before the interview", label)
        widths.add(header.clause.width())
        assert header.clause.width() >= header.clause.sizeHint().width()

    assert len(widths) == 1


def test_the_ways_onto_paper_end_the_strip_with_a_clause_and_without(qtbot: QtBot) -> None:
    header = ReaderHeader(Look())
    qtbot.addWidget(header)
    header.resize(1086, 49)
    header.show()
    ends = set()
    for label in ("", "1.1"):
        header.show_section("Before the interview", label)
        qtbot.wait(10)
        ends.add(header._print.geometry().right())

    assert len(ends) == 1
    assert ends.pop() > header.width() - 20
