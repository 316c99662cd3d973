"""Publishing, joined with the desk; and comparing with what was published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.desk.choosing import KEYS, choose_files
from handbook.app.desk.comparing import Comparing
from handbook.app.desk.publish.key_panel import KeyPanel
from handbook.app.desk.publish.keys import KeyMaking, KeyUse
from handbook.app.desk.publish.locks import Standing
from handbook.app.desk.publish.page import PublishRoom
from handbook.app.desk.publish.presenter import PublishPresenter
from handbook.app.desk.rooms import DeskRooms
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.app.sources.choosing import choose_folder
from handbook.domain.library import Library
from handbook.state.desk_settings import DeskSettingsStore

Ask = Callable[[], str]
"""Asks for a file or a folder; empty where nothing was chosen."""


class PublishHouse(Protocol):
    """What publishing asks of the desk."""

    window: DeskWindow
    work: WorkPresenter
    folder: Path
    rooms: DeskRooms

    @property
    def library(self) -> Library:
        """The content as it was last checked."""

    @property
    def standing(self) -> Standing:
        """How the content stands now."""

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def say(self, words: str) -> None:
        """Say a sentence."""

    def back_to_file(self) -> None:
        """Show the file again."""


class Publishing(QObject):
    """The rooms for publishing and for comparing, made when they are first wanted."""

    def __init__(
        self,
        house: PublishHouse,
        look: Look,
        settings: DeskSettingsStore,
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._look = look
        self._settings = settings
        self._today = today
        self._working = LatestOnly(self)
        self._working_keys = LatestOnly(self)
        self.ask_folder: Ask = self._system_folder
        self.ask_key_folder: Ask = lambda: choose_folder(house.window, "Where the key goes")
        self.ask_key: Ask = self._system_file

    @cached_property
    def room(self) -> PublishRoom:
        """The page."""
        room = PublishRoom(self._look)
        room.folder_wanted.connect(self._choose_folder)
        room.key_wanted.connect(self._choose_key)
        room.new_key_wanted.connect(self._open_key_panel)
        room.place_wanted.connect(self._go)
        room.left.connect(self.leave)
        return room

    @cached_property
    def presenter(self) -> PublishPresenter:
        """What the page shows."""
        house = self._house
        made = PublishPresenter(
            self.room, house.folder, self._settings, self._working, self._today
        )
        self.room.publish_wanted.connect(made.publish)
        return made

    @cached_property
    def key_panel(self) -> KeyPanel:
        """The form for a new key."""
        panel = KeyPanel(self._look, self._house.window)
        panel.wanted.connect(self._make_key)
        return panel

    @cached_property
    def making(self) -> KeyMaking:
        """Makes a new key."""
        return KeyMaking(self.room, self._house.folder, self._working_keys, self.presenter.made)

    @cached_property
    def comparing(self) -> Comparing:
        """What changed since the published version."""
        return Comparing(self._house, self._look, self._today, self)

    @property
    def is_shown(self) -> bool:
        """True while the page for publishing is shown."""
        return "room" in self.__dict__ and self._house.window.room is self.room

    def open(self) -> None:
        """Show the page."""
        self.presenter.show(self._house.standing)
        self._house.window.show_room(self.room, alone=True)
        self.room.take_focus()

    def stands(self) -> None:
        """The content stands otherwise now."""
        if self.is_shown:
            self.presenter.stands(self._house.standing)

    def compare(self) -> None:
        """Show what changed since the published version, in the policy that is shown first."""
        folder = self._settings.read().packs
        if not folder:
            self.open()
            self._house.say("Choose the folder that IT takes packs from: the newest is compared.")
            return
        self.comparing.compare(folder)

    def leave(self) -> None:
        """Back to the file."""
        self._house.back_to_file()

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._working.close()
        if "comparing" in self.__dict__:
            self.comparing.close()
        self._working_keys.close()

    def _go(self, file: str, line: int, row: str) -> None:
        self._house.open(file, line)
        if row:
            self._house.rooms.school.presenter.choose(row)

    def _choose_folder(self) -> None:
        if folder := self.ask_folder():
            self.presenter.choose_folder(folder)

    def _open_key_panel(self, use: KeyUse) -> None:
        self.key_panel.open_for(use)
        top = self._house.window.head.more  # below the buttons of the page there is no room
        self.key_panel.open_under(top, top)

    def _make_key(self, use: KeyUse, passphrase: str) -> None:
        if folder := self.ask_key_folder():
            self.making.make(use, Path(folder), passphrase, self.presenter.folder)

    def _choose_key(self) -> None:
        if file := self.ask_key():
            self.presenter.choose_key(file)

    def _system_folder(self) -> str:
        return choose_folder(self._house.window, "The folder that IT takes packs from")

    def _system_file(self) -> str:
        title = "The file of the school's key"
        return next(iter(choose_files(self._house.window, title, KEYS, many=False)), "")
