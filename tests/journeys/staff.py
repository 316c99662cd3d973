"""Somebody at the real window, who presses keys and reads what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.journey.answer_row import AnswerRow
from handbook.app.journey.contact_card import ContactCard
from handbook.app.look.look import Look
from handbook.app.outcome.band import RouteTab
from handbook.app.outcome.page import OutcomePage
from handbook.app.services import Services
from handbook.app.wizard.page import WizardPage
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store

TODAY = date(2026, 11, 21)


@contextmanager
def opened(
    qtbot: QtBot, folder: Path, look: Look | None = None, content: Path | None = None
) -> Iterator[Desktop]:
    """The real window over the content that ships, or over another folder of content."""
    store = open_store(folder)
    services = Services(
        content=content or locations.content(),
        cache=folder / "cache",
        preferences=PreferenceStore(store),
        today=lambda: TODAY,
    )
    desktop = Desktop(look or Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    yield desktop
    desktop.close()
    store.close()


class Staff:
    """One reader on the pages of a journey."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.wizard: WizardPage = desktop.rooms.journeys.wizard
        self.outcome: OutcomePage = desktop.rooms.journeys.outcome

    def begin(self, flow_id: str, place: str = "") -> None:
        """Open the wizard."""
        self.desktop.open_concern(flow_id, place)

    def press(self, key: Qt.Key, *, alt: bool = False) -> None:
        """Press one key wherever the focus is; the system sends it to the window."""
        held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        focus = QApplication.focusWidget()
        if focus is not None:
            QTest.keyClick(focus, key, held)
        else:  # offscreen nothing has the focus once a dialog has closed
            QTest.keyClick(self.desktop.window.windowHandle(), key, held)

    def answer(self, *numbers: int) -> None:
        """Choose by number keys."""
        for number in numbers:
            self.press(Qt.Key(Qt.Key.Key_0 + number))
        settle()

    def back(self) -> None:
        """One step back by key."""
        self.press(Qt.Key.Key_Left, alt=True)
        settle()

    @property
    def title(self) -> str:
        """What the window's title says."""
        return self.desktop.window.windowTitle()

    @property
    def question(self) -> str:
        """The question asked."""
        return self.wizard._head._question.text()

    @property
    def choices(self) -> list[str]:
        """The words of the cards in sight."""
        return [card.text() for card in self.wizard._cards.cards if card.isVisible()]

    @property
    def answers_listed(self) -> list[str]:
        """The answers at the side of the questions."""
        return [row._answer.text() for row in self.wizard._answers._rows]

    @property
    def danger(self) -> str:
        """The pinned line about 999; empty where it is not in sight."""
        label = self.wizard._danger._words
        return label.text() if label.isVisible() else ""

    @property
    def tabs(self) -> list[RouteTab]:
        """The routes at the top of an outcome, none where it is one alone."""
        return self.outcome._band._tabs

    @property
    def people(self) -> list[str]:
        """Who stands on the cards of the route that is shown, outside help included."""
        return [
            next(label.text() for label in card.findChildren(QLabel) if is_selectable(label))
            for card in self.body.findChildren(ContactCard)
        ]

    @property
    def answers_to_change(self) -> list[str]:
        """The answers that the outcome lists with a way to change each."""
        return [row._answer.text() for row in self.body.findChildren(AnswerRow)]

    @property
    def body(self) -> QWidget:
        """What scrolls on the outcome."""
        body = self.outcome._scroll.widget()
        assert body is not None
        return body

    def shows(self, text: str) -> bool:
        """Whether a label in sight at the top of the outcome says just this."""
        labels = self.outcome._band.findChildren(QLabel)
        return any(label.text() == text and label.isVisible() for label in labels)

    def show_tab(self, index: int) -> None:
        """Press one of the routes."""
        self.tabs[index].click()
        settle()

    def click(self, words: str) -> None:
        """Press the button in sight that begins with these words."""
        self.button(words).click()
        settle()

    def button(self, words: str) -> QAbstractButton:
        """The button in sight that begins with these words."""
        page = self.desktop.window.page
        assert page is not None
        for button in page.findChildren(QAbstractButton):
            said = button.accessibleName() or button.text()
            if said.startswith(words) and button.isVisible():
                return button
        raise AssertionError(f"no button {words!r}")


def is_selectable(label: QLabel) -> bool:
    """Names, numbers and addresses can be selected; what is said about them cannot."""
    flags = label.textInteractionFlags()
    return bool(flags & Qt.TextInteractionFlag.TextSelectableByMouse)


def settle() -> None:
    """Show what was put in place and let go what was taken away, as between two keys."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def words_of(widget: QWidget) -> list[str]:
    """Every text, accessible name and tooltip of a widget and of all in it, seen or not."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        found += [
            child.accessibleName(),
            child.accessibleDescription(),
            child.toolTip(),
            child.whatsThis(),
            child.statusTip(),
            child.windowTitle(),
        ]
        if isinstance(child, QLabel | QAbstractButton):
            found.append(child.text())
    return [text for text in found if text]
