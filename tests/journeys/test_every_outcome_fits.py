"""Every outcome, in every theme, wide and narrow: nothing is cut off, covered or too pale."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.fonts import FACES, load_fonts
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token, colours
from handbook.app.widgets.button import Button, LinkButton
from handbook.app.widgets.panel import Panel, Strip
from handbook.app.widgets.text import ElidedLabel, Label
from handbook.domain.flow import NodeRef
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from tests.app.look.test_tokens import contrast
from tests.journeys.replay import every_path, walk
from tests.journeys.staff import Staff, opened

FONTS = locations.resources() / "fonts"
WIDE, NARROW = QSize(1366, 768), QSize(760, 768)
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text that is not large, on what it stands on."""

pytestmark = pytest.mark.skipif(
    not all((FONTS / face).is_file() for face in FACES),
    reason="widths are those of the bundled typefaces: make fonts",
)


@pytest.fixture
def look(qapp: QApplication, theme: Theme) -> Iterator[Look]:
    font = qapp.font()
    load_fonts(FONTS)
    look = Look(theme)
    look.apply(qapp)
    yield look
    Look().apply(qapp)
    qapp.setFont(font)


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, look: Look) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, look) as desktop:
        yield desktop


def one_journey_each(library: Library) -> dict[NodeRef, Journey]:
    """For each outcome of each flow a journey that shows it, as the first if there is one."""
    flows = library.flows
    found: dict[NodeRef, Journey] = {}
    for flow in flows:
        for numbers in every_path(flows, flow.start):
            here = walk(flows, flow.start, numbers)
            new = [ref for ref in (here.first, *here.also(flows)) if ref not in found]
            if new and (new[0] == here.first or len(numbers) > 3):
                journey = Journey(flows, flow.start)
                for number in numbers:
                    journey = journey.answer_number(number)
                found.update(dict.fromkeys(new, journey))
    return found


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        (Theme.LIGHT, WIDE),
        (Theme.LIGHT, NARROW),
        # The colours alone are other ones: the same walk takes as long again.
        pytest.param(Theme.DARK, WIDE, marks=pytest.mark.looks),
        pytest.param(Theme.DARK, NARROW, marks=pytest.mark.looks),
        pytest.param(Theme.HIGH_CONTRAST, WIDE, marks=pytest.mark.looks),
        pytest.param(Theme.HIGH_CONTRAST, NARROW, marks=pytest.mark.looks),
    ],
)
def test_every_outcome_fits_and_can_be_read(desktop: Desktop, theme: Theme, size: QSize) -> None:
    staff = Staff(desktop)
    desktop.window.resize(size)
    journeys = one_journey_each(desktop.library)
    wrong: list[str] = []
    for ref, journey in journeys.items():
        desktop.rooms.journeys._show_outcome(journey)
        if ref != journey.first:
            staff.show_tab(1 + journey.also.index(ref))
        for _ in range(3):  # a layout that changes a width asks for another one
            QApplication.processEvents()
        wrong += [f"{ref}: {problem}" for problem in problems(staff, theme)]

    assert len(journeys) == sum(1 for flow in desktop.library.flows for _ in flow.outcomes)
    assert wrong == [], "\n".join(wrong)


def problems(staff: Staff, theme: Theme) -> Iterator[str]:
    page, body = staff.outcome, staff.body
    if body.width() > staff.outcome._scroll.viewport().width():
        yield "scrolls sideways"
    labels = [label for label in page.findChildren(Label) if label.isVisible() and label.text()]
    for label in labels:
        yield from cut_off(label)
        yield from too_pale(label, theme)
    for button in page.findChildren(QAbstractButton):
        if isinstance(button, Button | LinkButton) and button.isVisible():
            yield from outside(button, page)
            if button.width() < button.sizeHint().width():
                yield f"“{button.text()}” is cut off"
    in_body = [label for label in labels if body.isAncestorOf(label)]
    yield from covered(in_body, body)


def cut_off(label: Label) -> Iterator[str]:
    """What of a label has no room."""
    if isinstance(label, ElidedLabel):
        return  # its tooltip has the whole
    if label.wordWrap():
        needs = label.heightForWidth(label.width())
        if needs > label.height() + 1:
            yield f"“{label.text()}” is {label.height()} high and needs {needs}"
        if widest_line(label) > label.contentsRect().width() + 1:
            yield f"a line of “{label.text()}” is cut off at the right"
    elif label.sizeHint().width() > label.width() + 1:
        yield f"“{label.text()}” is {label.width()} wide and needs {label.sizeHint().width()}"


def widest_line(label: Label) -> float:
    """How wide plain text comes out when it is broken where it may be; marked text counts 0."""
    if label.textFormat() is not Qt.TextFormat.PlainText:
        return 0
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(label.text(), label.font())
    layout.setTextOption(option)
    widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return widest


def outside(widget: QWidget, page: QWidget) -> Iterator[str]:
    at = placed(widget, page)
    if at.left() < 0 or at.right() > page.width():
        yield f"{widget.accessibleName()} stands outside the window"


def covered(labels: list[Label], body: QWidget) -> Iterator[str]:
    """Texts that lie over each other, or beside the body."""
    places = [(label, placed(label, body)) for label in labels]
    for label, at in places:
        if at.right() > body.width() or at.left() < 0:
            yield f"“{label.text()}” stands outside"
    for (one, here), (other, there) in combinations(places, 2):
        if here.intersects(there):
            yield f"“{one.text()}” and “{other.text()}” cover each other"


def placed(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def too_pale(label: Label, theme: Theme) -> Iterator[str]:
    ground, tokens = ground_of(label), colours(theme)
    found = contrast(tokens[label._token], tokens[ground])
    if found < LEAST_CONTRAST:
        yield f"“{label.text()}” in {label._token} on {ground} has a contrast of {found:.1f}"


def ground_of(widget: QWidget) -> Token:
    """The colour of the nearest painted box that a widget stands in; else the canvas."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Panel | Strip):
            return parent._fill
        parent = parent.parentWidget()
    return "canvas"
