"""Every key that the list names does what the list says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.changes.page import ChangesPage
from handbook.app.commands import Command, CommandId, Shortcuts
from handbook.app.confirm.page import ConfirmPage
from handbook.app.desktop import Desktop
from handbook.app.history import AtSaved
from handbook.app.policies.page import PoliciesPage
from handbook.app.preview.page import PreviewPage
from handbook.app.reader.page import ReaderPage
from handbook.app.saved.page import SavedPage
from handbook.app.search.page import SearchPage
from handbook.app.widgets.rail import RailItem
from handbook.app.wizard.page import WizardPage
from handbook.domain.clause_ref import ClauseRef
from handbook.state.preferences import Preferences
from tests.app.conftest import NoOutlet

Keys = tuple[str, ...]


class Hands:
    """Presses keys where the focus is, and looks at what came of it."""

    def __init__(self, desktop: Desktop, bot: QtBot) -> None:
        self.desktop = desktop
        self.bot = bot

    def press(self, *keys: str) -> None:
        target = QApplication.focusWidget() or self.desktop.window
        press_keys(self.bot, target, "+".join(keys))

    @property
    def reader(self) -> ReaderPage:
        return self.desktop.rooms.reading.page

    @property
    def search(self) -> SearchPage:
        return self.desktop.rooms.searching.page

    @property
    def wizard(self) -> WizardPage:
        return self.desktop.rooms.journeys.wizard

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def saved(self) -> SavedPage:
        return self.desktop.rooms.lists.saved

    @property
    def is_on_paper(self) -> bool:
        """Whether the pages are shown that would be printed."""
        return isinstance(self.desktop.window.page, PreviewPage)

    def row(self) -> int:
        return self.search._list.currentIndex().row()

    def question(self) -> str:
        return str(self.wizard._head._question.text())

    def answer(self) -> int:
        return next(card.number for card in self.wizard._cards.cards if card.hasFocus())


def press_keys(bot: QtBot, target: QWidget, keys: str) -> None:
    named = keys.replace("Page", "Pg")  # as Qt writes it
    combination = QKeySequence(named)[0]  # type: ignore[index]
    bot.keyClick(target, combination.key(), combination.keyboardModifiers())


@pytest.fixture
def hands(desktop: Desktop, qtbot: QtBot) -> Hands:
    return Hands(desktop, qtbot)


def read(hands: Hands) -> None:
    hands.desktop.ways.open_clause(ClauseRef("phones", "photos"))


def find(hands: Hands) -> None:
    hands.press("Ctrl", "F")
    hands.bot.keyClicks(hands.focus, "phone")


def ask(hands: Hands) -> None:
    hands.desktop.ways.open_search("phone")
    hands.bot.waitUntil(lambda: len(hands.search.hits) > 2, timeout=20_000)


def reading(hands: Hands, keys: Keys) -> bool:
    read(hands)
    reader, before = hands.reader, hands.reader.text.current
    match keys:
        case ("J",) | ("K",):
            hands.press(*keys)
            return reader.text.current != before
        case ("C",):
            hands.press(*keys)
            return QGuiApplication.clipboard().text() == "handbook:phones#photos"
        case ("B",):
            hands.press(*keys)
            return bool(hands.desktop.services.bookmarks.all())
        case ("P",):
            hands.press(*keys)
            return hands.is_on_paper
        case ("O",):
            hands.press(*keys)
            return reader.outline.tree.hasFocus()
        case ("Tab",):
            hands.desktop.ways.open_clause(ClauseRef("phones"))
            hands.press(*keys)
            return reader.text._link is not None
        case ("F3",):
            hands.press(*keys)
            return reader.header.finder.isVisible()
        case ("Shift", "F3"):
            find(hands)
            said = reader.header.finder.said
            hands.press(*keys)
            return str(reader.header.finder.said) != str(said)
        case _:
            find(hands)
            hands.press(*keys)
            return not reader.header.finder.isVisible()


def searching(hands: Hands, keys: Keys) -> bool:
    ask(hands)
    match keys:
        case ("Down", "Up") | ("PageDown", "PageUp"):
            hands.press(keys[0])
            down = hands.row()
            hands.press(keys[1])
            return (down > 0, hands.row()) == (True, 0)
        case ("Enter",):
            hands.press("Return")
            return hands.desktop.window.page is hands.reader
        case ("Alt", _):
            with hands.bot.waitSignal(hands.search.filter_number) as told:
                hands.press("Alt", "2")
            return list(told.args) == [2]
        case _:
            hands.press(*keys)
            emptied = hands.search.text() == ""
            hands.press(*keys)
            return emptied and hands.desktop.window.page is hands.desktop.home


def listing(hands: Hands, keys: Keys) -> bool:
    hands.desktop.ways.open_policies()
    hands.press("Ctrl", "F")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    match keys:
        case ("Down",):
            hands.press(*keys)
            return field is not hands.focus
        case ("Enter",):
            hands.press("Down")
            hands.press("Return")
            return hands.desktop.window.page is hands.reader
        case ("Alt", _):
            hands.press("Alt", "2")
            items = hands.desktop.window.findChildren(RailItem)
            return [item.isChecked() for item in items if item.isVisible()] == [False, True]
        case _:
            hands.bot.keyClicks(field, "phone")
            hands.press(*keys)
            return field.text() == ""


def keeping(hands: Hands, keys: Keys) -> bool:
    for clause in ("photos", "lost"):
        hands.desktop.ways.open_clause(ClauseRef("phones", clause))
        hands.press("B")
    hands.desktop.ways.go(AtSaved())
    bookmarks = hands.desktop.services.bookmarks
    match keys:
        case ("Up", "Down"):
            first = hands.focus
            hands.press("Down")
            second = hands.focus
            hands.press("Up")
            return first is not second and first is hands.focus
        case ("Enter",):
            hands.press("Return")
            return hands.desktop.window.page is hands.reader
        case ("N",):
            hands.press(*keys)
            return isinstance(hands.focus, QPlainTextEdit)
        case ("C",):
            hands.press(*keys)
            return QGuiApplication.clipboard().text() == "handbook:phones#photos"
        case ("P",):
            hands.press(*keys)
            return hands.is_on_paper
        case ("Del",):
            hands.press(*keys)
            return len(bookmarks.all()) == 1
        case ("Ctrl", "Z"):
            hands.press("Del")
            hands.press("Down")
            hands.press(*keys)
            return len(bookmarks.all()) == 2
        case _:
            hands.press("N")
            hands.bot.keyClicks(hands.focus, "x" if keys[0] == "Ctrl" else "")
            hands.press(*keys)
            noted = [each.note for each in bookmarks.all() if each.note]
            closed = not isinstance(hands.focus, QPlainTextEdit)
            return closed and noted == (["x"] if keys[0] == "Ctrl" else [])


def questioned(hands: Hands, keys: Keys) -> bool:
    hands.desktop.open_concern()
    first = hands.question()
    match keys:
        case ("1–9",):
            hands.press("2")
            return hands.question() != first
        case ("Down", "Up"):
            hands.press("Down")
            second = hands.answer()
            hands.press("Up")
            return (second, hands.answer()) == (2, 1)
        case ("Enter",):
            hands.press("Down")
            hands.press("Return")
            return hands.question() != first
        case ("Alt", "Left"):
            hands.press("2")
            hands.press("Alt", "Left")
            return hands.question() == first
        case _:
            for _ in range(3):
                hands.bot.keyClick(hands.focus, Qt.Key.Key_Shift)
            return hands.desktop.window.page is hands.reader


def looking(hands: Hands, keys: Keys) -> bool:
    read(hands)
    hands.desktop.ways.open_paper(None)
    page, outlet = hands.desktop.rooms.paper.page, hands.desktop.services.long_outlet
    assert isinstance(outlet, NoOutlet)
    hands.bot.waitUntil(page.sheets.isVisible, timeout=20_000)
    match keys:
        case ("Page Down",):
            hands.press("PageDown")
            return page.sheets.page == 1
        case ("Page Up",):
            page.sheets.go_to(2)
            hands.press("PageUp")
            return page.sheets.page == 1
        case ("End",):
            hands.press("End")
            return page.sheets.page > 2
        case ("Home",):
            page.sheets.go_to(2)
            hands.press("Home")
            return page.sheets.page == 0
        case ("Ctrl", "P"):
            hands.press(*keys)
            hands.bot.waitUntil(lambda: len(outlet.sheets) == 1, timeout=20_000)
            return True
        case ("Ctrl", "S"):
            hands.press(*keys)
            hands.bot.waitUntil(lambda: len(outlet.files) == 1, timeout=20_000)
            return outlet.files[0][1].startswith(b"%PDF")
        case _:
            hands.press(*keys)
            return hands.desktop.window.page is hands.reader


def comparing(hands: Hands, keys: Keys) -> bool:
    hands.desktop.ways.open_changes("phones")
    page = hands.desktop.rooms.changes.page
    hands.bot.waitUntil(lambda: page.text.sheet.changes > 2, timeout=20_000)
    page.take_focus()
    text, link = page.text, page.text.sheet.textCursor
    match keys:
        case ("N",):
            hands.press(*keys)
            return text.sheet.number == 1
        case ("Shift", "N"):
            text.step(1)
            text.step(1)
            hands.press(*keys)
            return text.sheet.number == 1
        case ("Esc",):
            page.rail.list.setFocus()
            hands.press(*keys)
            return hands.focus is text.sheet
        case _:
            hands.press(*keys)
            return link().selectedText().split() == ["Open", "the", "policy"]


def confirming(hands: Hands, keys: Keys) -> bool:
    read(hands)
    hands.desktop.ways.open_confirm("phones")
    QApplication.processEvents()  # new widgets are shown by the event loop
    page = hands.desktop.rooms.confirming.page
    first = page.sheet.blocks[0]
    match keys:
        case ("1–5",):
            hands.press("2")
            return first.cards[0].isHidden()
        case ("Down", "Up"):
            hands.press("Down")
            second = hands.focus
            hands.press("Up")
            return second is first.cards[1] and hands.focus is first.cards[0]
        case _:
            hands.press("Return")
            return first.read is not None


PAGES: dict[type, Callable[[Hands, Keys], bool]] = {
    ReaderPage: reading,
    SearchPage: searching,
    PoliciesPage: listing,
    ChangesPage: comparing,
    ConfirmPage: confirming,
    SavedPage: keeping,
    PreviewPage: looking,
    WizardPage: questioned,
}
NAMED = [
    pytest.param(acts, hint.keys, id=f"{page.__name__}-{' '.join(hint.keys)}")
    for page, acts in PAGES.items()
    for hint in page.own_keys  # type: ignore[attr-defined]
]


@pytest.mark.parametrize(("acts", "keys"), NAMED)
def test_a_key_of_a_page_does_what_the_list_says(
    hands: Hands, acts: Callable[[Hands, Keys], bool], keys: Keys
) -> None:
    assert acts(hands, keys)


@pytest.mark.parametrize("id_", CommandId, ids=str)
def test_every_key_of_a_command_runs_it(desktop: Desktop, qtbot: QtBot, id_: CommandId) -> None:
    command = next(each for each in desktop.commands if each.id is id_)
    ran: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    shortcuts = Shortcuts(
        window, [Command(id_, command.words, command.keys, lambda: ran.append("run"))]
    )
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for key in command.keys:
        press_keys(qtbot, window, key)

    assert ran == ["run"] * len(command.keys)
    assert len(shortcuts.commands) == 1


def test_f1_shows_every_command_and_every_page(hands: Hands) -> None:
    read(hands)
    hands.press("F1")
    page = hands.desktop.window.page
    assert page is hands.desktop.help.keys
    said = [label.text() for label in page.findChildren(QLabel)]

    assert {command.words for command in hands.desktop.commands} <= set(said)
    named = [hint.does for shown in PAGES for hint in shown.own_keys]  # type: ignore[attr-defined]
    assert {does[:1].upper() + does[1:] for does in named} <= set(said)


@pytest.mark.parametrize("way", [("Esc",), ("Alt", "Left"), ("Return",)])
def test_one_goes_back_from_the_list_to_where_one_was(hands: Hands, way: Keys) -> None:
    read(hands)
    hands.press("F1")
    hands.press(*way)

    assert hands.desktop.window.page is hands.reader


def test_f1_leaves_no_journey(hands: Hands) -> None:
    hands.desktop.open_concern()
    hands.press("F1")

    assert hands.desktop.window.page is hands.wizard


@pytest.mark.parametrize("key", ["J", "C", "B", "P", "O"])
def test_letters_that_are_turned_off_do_nothing(hands: Hands, key: str) -> None:
    hands.desktop.appearance.keep(Preferences(letter_keys=False))
    QGuiApplication.clipboard().setText("")
    read(hands)
    before = hands.reader.text.current
    hands.press(key)

    assert hands.reader.text.current == before
    assert hands.reader.text.hasFocus()
    assert QGuiApplication.clipboard().text() == ""
    assert not hands.desktop.services.bookmarks.all()
    assert not hands.is_on_paper


@pytest.mark.parametrize("key", ["N", "C", "P"])
def test_letters_that_are_turned_off_do_nothing_to_what_is_saved(hands: Hands, key: str) -> None:
    read(hands)
    hands.press("B")
    hands.desktop.appearance.keep(Preferences(letter_keys=False))
    QGuiApplication.clipboard().setText("")
    hands.desktop.ways.go(AtSaved())
    here = hands.focus
    hands.press(key)

    assert hands.focus is here
    assert QGuiApplication.clipboard().text() == ""
    assert not hands.is_on_paper


def test_numbers_that_are_turned_off_choose_nothing(hands: Hands) -> None:
    hands.desktop.appearance.keep(Preferences(letter_keys=False))
    hands.desktop.open_concern()
    first = hands.question()
    hands.press("2")

    assert hands.question() == first


def test_the_list_says_which_keys_are_off(hands: Hands) -> None:
    hands.desktop.appearance.keep(Preferences(letter_keys=False))
    hands.press("F1")
    said = [label.text() for label in hands.desktop.help.keys.findChildren(QLabel)]

    assert "Next clause (off)" in said
    assert "Find, then the next place" in said
