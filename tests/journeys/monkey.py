"""Somebody who does anything at all: seeded random events on the whole window."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from handbook.app.desktop import Desktop
from handbook.domain.audience import Audience
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.links import Link, LinkKind
from handbook.domain.opening import Opening
from handbook.state.preferences import TEXT_SIZES, ThemeChoice

KEYS = tuple(
    Qt.Key(value)
    for value in (*range(Qt.Key.Key_A, Qt.Key.Key_Z + 1), *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1))
)
MOVES = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
)
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
HELD = (NONE, NONE, NONE, NONE, SHIFT, CTRL, CTRL, ALT, CTRL | SHIFT)
QUESTIONS = (
    "phone",
    "",
    "zzz",
    '"a photo"',
    "fone -photo",
    "policy:phones",
    "1.1",
    "   ",
    "é" * 50,
)
LINKS = (
    "handbook:phones#photos",
    "handbook:visitors",
    "handbook:gone#gone",
    "a.handbook",
    "x",
    "",
)
REMEMBERED = 30
"""How many events a failure names."""


class Monkey:
    """Does one random thing after the other; the same seed does the same things."""

    def __init__(self, desktop: Desktop, seed: int) -> None:
        self.desktop = desktop
        self.last: deque[str] = deque(maxlen=REMEMBERED)
        self._dice = random.Random(seed)
        deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._press),
            (30, self._move),
            (30, self._click),
            (15, self._button),
            (8, self._wheel),
            (6, self._go),
            (2, self._resize),
            (1, self._text_size),
            (1, self._theme),
            (3, self._focus),
            (2, self._activate),
            (2, self._double_click),
        )
        self._deeds = [deed for _, deed in deeds]
        self._weights = [weight for weight, _ in deeds]

    def act(self) -> None:
        """Do something, and let the window answer."""
        (deed,) = self._dice.choices(self._deeds, self._weights)
        self.last.append(f"{deed.__name__.strip('_')} …")
        said = deed()
        self.last[-1] = f"{said} -> {type(self.desktop.window.page).__name__}"
        QApplication.processEvents()

    def _press(self) -> str:
        return self._key(self._dice.choice(KEYS))

    def _move(self) -> str:
        return self._key(self._dice.choice(MOVES))

    def _key(self, key: Qt.Key) -> str:
        held = self._dice.choice(HELD)
        where = QApplication.focusWidget() or self.desktop.window
        said = f"{key.name} {held} on {type(where).__name__}"
        QTest.keyClick(where, key, held)
        return said

    def _place(self) -> tuple[QWidget, QPoint]:
        """A place in the window, or in a list that lies over it."""
        over = QApplication.activePopupWidget() or self.desktop.window
        spot = QPoint(
            self._dice.randrange(max(1, over.width())), self._dice.randrange(max(1, over.height()))
        )
        hit = over.childAt(spot) or over
        return hit, hit.mapFrom(over, spot)

    def _click(self) -> str:
        hit, spot = self._place()
        said = f"click {type(hit).__name__} at {spot.x()}, {spot.y()}"
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, self._dice.choice(HELD), spot)
        return said

    def _button(self) -> str:
        """Small buttons are seldom hit by chance."""
        over = QApplication.activePopupWidget() or self.desktop.window
        buttons = [each for each in over.findChildren(QAbstractButton) if each.isVisible()]
        if not buttons:
            return "no button"
        button = self._dice.choice(buttons)
        said = f"press {type(button).__name__} {button.text()!r}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return said

    def _double_click(self) -> str:
        hit, spot = self._place()
        said = f"double click {type(hit).__name__} at {spot.x()}, {spot.y()}"
        QTest.mouseDClick(hit, Qt.MouseButton.LeftButton, NONE, spot)
        return said

    def _wheel(self) -> str:
        hit, spot = self._place()
        turn = QPoint(0, self._dice.choice((-960, -120, -7, 7, 120, 960)))
        held = self._dice.choice(HELD)
        where, everywhere = QPointF(spot), QPointF(hit.mapToGlobal(spot))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            where, everywhere, QPoint(), turn, Qt.MouseButton.NoButton, held, phase, False
        )
        said = f"wheel {turn.y()} {held} on {type(hit).__name__}"
        QApplication.sendEvent(hit, event)
        return said

    def _go(self) -> str:
        desktop, dice = self.desktop, self._dice
        question, link = dice.choice(QUESTIONS), dice.choice(LINKS)
        policy = dice.choice([each.id for each in desktop.library.policies])
        ways: dict[str, Callable[[], None]] = {
            "home": desktop.ways.go_home,
            "policies": desktop.ways.open_policies,
            f"search {question!r}": lambda: desktop.ways.open_search(question),
            f"read {policy}": lambda: desktop.ways.open_clause(ClauseRef(policy)),
            "what changed": desktop.ways.open_changes,
            f"what changed in {policy}": lambda: desktop.ways.open_changes(policy),
            "concern": desktop.open_concern,
            "leave quickly": desktop.leave_quickly,
            f"link {link!r}": lambda: desktop.open(Opening.of(link)),
            "first run": desktop.welcome.ask,
            "link outside": self._outside,
            "back": desktop.ways.back,
            "forward": desktop.ways.forward,
        }
        name = dice.choice(list(ways))
        ways[name]()
        return f"go: {name}"

    def _outside(self) -> None:
        presenter = self.desktop.rooms.reading.presenter
        presenter.link_chosen(Link(LinkKind.WEB, f"https://example.org/{'x' * 300}"))

    def _resize(self) -> str:
        width, height = self._dice.randint(700, 1700), self._dice.randint(400, 1000)
        self.desktop.window.resize(width, height)
        return f"resize {width}, {height}"

    def _text_size(self) -> str:
        size = self._dice.choice(TEXT_SIZES)
        appearance = self.desktop.appearance
        appearance.keep(replace(appearance.preferences, text_size=size))
        return f"text {size} %"

    def _theme(self) -> str:
        theme = self._dice.choice(list(ThemeChoice))
        audience = self._dice.choice([None, *Audience])
        appearance = self.desktop.appearance
        appearance.keep(replace(appearance.preferences, theme=theme, audience=audience))
        return f"theme {theme}, {audience}"

    def _focus(self) -> str:
        window = self.desktop.window
        able = [
            each
            for each in window.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if self._dice.random() < 0.2 or not able:
            focus = QApplication.focusWidget()
            if focus is not None:
                focus.clearFocus()
            return "focus nowhere"
        chosen = self._dice.choice(able)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        return f"focus {type(chosen).__name__}"

    def _activate(self) -> str:
        window = self.desktop.window
        kind = self._dice.choice((QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate))
        QApplication.sendEvent(window, QEvent(kind))
        if kind == QEvent.Type.WindowActivate:
            window.activateWindow()
        return f"{kind.name}"
