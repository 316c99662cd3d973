"""How old the handbook is, said on the first page and on the page about the program."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject

from handbook.app.ages import AgeBanner, Ages, pack_days
from handbook.app.home.page import HomePage
from handbook.app.services import Services
from handbook.domain.library import Library


class AgeHouse(Protocol):
    """What this asks of the desktop."""

    home: HomePage
    services: Services

    @property
    def library(self) -> Library:
        """The library, once it is open."""


class HonestAge(QObject):
    """Says how old the handbook is, and whether the clock can be right."""

    def __init__(self, house: AgeHouse, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        house.home.date_right_pressed.connect(self.date_is_right)
        house.home.date_right_pressed.connect(house.home.take_focus)

    @cached_property
    def _ages(self) -> Ages:
        services = self._house.services
        return Ages(services.today, services.latest_day, lambda: pack_days(services.reading))

    @property
    def banners(self) -> tuple[AgeBanner, ...]:
        """What is to be said today."""
        return self._ages.banners(self._house.library.summary)

    def begin(self) -> None:
        """The library is open: count today among the days that the clock has shown."""
        self._ages.note_today()
        self.say()

    def say(self) -> None:
        """Say it on the first page."""
        self._house.home.show_banners(self.banners)

    def date_is_right(self) -> None:
        """The reader says that the clock is right."""
        self._ages.date_is_right()
        self.say()
