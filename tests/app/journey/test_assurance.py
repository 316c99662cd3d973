"""The promise in the bar, and the way to read where it ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.bar import Brand
from handbook.app.journey.assurance import Assurance
from handbook.app.journey.bar import WizardBar
from handbook.app.look.look import Look
from handbook.app.widgets.button import LinkButton


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setMinimumSize(100, 100)
    window.resize(1366, 200)
    qtbot.addWidget(window)
    return window


@pytest.fixture(params=[False, True], ids=["asks", "saves"])
def bar(window: QWidget, qtbot: QtBot, request: pytest.FixtureRequest) -> WizardBar:
    bar = WizardBar(Look(), saves=request.param)
    bar.offer_seen(known=True)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return bar


def make_wide(bar: WizardBar, width: int) -> None:
    bar.window().resize(width, 200)


def link(bar: WizardBar) -> LinkButton:
    return bar.findChildren(LinkButton)[0]


def area(bar: WizardBar, child: QWidget) -> tuple[int, int]:
    left = child.mapTo(bar, child.rect().topLeft()).x()
    return left, left + child.width()


def test_the_question_is_asked_by_mouse_and_by_enter(bar: WizardBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.seen_asked):
        qtbot.mouseClick(link(bar), Qt.MouseButton.LeftButton)

    bar.focus_seen()
    focus = QApplication.focusWidget()
    assert focus is link(bar)
    with qtbot.waitSignal(bar.seen_asked):
        qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_without_a_guide_the_promise_stands_alone(bar: WizardBar) -> None:
    bar.offer_seen(known=False)

    assert not link(bar).isVisible()
    assert any("stored or sent" in child.accessibleName() for child in bar.findChildren(QWidget))


def test_where_a_page_can_be_saved_the_promise_says_so(qtbot: QtBot) -> None:
    promises = []
    for saves in (False, True):
        bar = WizardBar(Look(), saves=saves)
        qtbot.addWidget(bar)
        names = [child.accessibleName() for child in bar.findChildren(QWidget)]
        promises += [name for name in names if "stored or sent" in name]

    assert ["unless you save" in promise for promise in promises] == [False, True]


@pytest.mark.parametrize("width", [1366, 1000, 760])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("known", [True, False])
def test_nothing_in_the_bar_lies_over_another(
    bar: WizardBar, qtbot: QtBot, width: int, scale: float, known: bool
) -> None:
    bar.offer_seen(known=known)
    bar._look.set_scale(scale)
    make_wide(bar, width)
    brand, promise = bar.findChildren(Brand)[0], bar.findChildren(Assurance)[0]

    def apart() -> bool:
        order = [area(bar, child) for child in (brand, promise, bar.leave)]
        return all(a[1] <= b[0] for a, b in pairwise(order))

    def whole() -> bool:
        drawn = promise.rect().contains(link(bar).geometry()) or not known
        return drawn and area(bar, bar.leave)[1] <= width and bar.height() >= promise.height()

    qtbot.waitUntil(lambda: apart() and whole())


def test_with_little_room_the_question_stands_under_the_promise(
    bar: WizardBar, qtbot: QtBot
) -> None:
    above = link(bar).geometry().top()
    make_wide(bar, 760)

    qtbot.waitUntil(lambda: link(bar).geometry().top() > above)
    assert link(bar).geometry().left() < 40
