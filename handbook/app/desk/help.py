"""The list of keys, in the place of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from handbook.app.desk.window import DeskWindow
from handbook.app.keys.page import KeysPage
from handbook.app.keys.presenter import KeysPresenter, KnownCommand
from handbook.app.look.look import Look


class DeskHelp:
    """Made when somebody first asks for it."""

    def __init__(
        self,
        look: Look,
        window: DeskWindow,
        commands: Callable[[], Sequence[KnownCommand]],
        leave: Callable[[], None],
    ) -> None:
        self._look = look
        self._window = window
        self._commands = commands
        self._leave = leave

    @cached_property
    def page(self) -> KeysPage:
        """The list."""
        page = KeysPage(self._look)
        page.left.connect(self._leave)
        return page

    def show(self) -> None:
        """Show it; a second time goes back."""
        if self._window.room is self.page:
            self._leave()
            return
        KeysPresenter(self.page, self._commands(), ()).show(letter_keys=self._look.letter_keys)
        self._window.show_room(self.page, alone=True)
        self.page.take_focus()
