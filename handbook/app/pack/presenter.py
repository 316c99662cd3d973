"""What the page of an opened pack says, and when the pack may be put into use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from handbook.app.dates import long_date
from handbook.app.pack.examiner import Examined
from handbook.domain.errors import HandbookError
from handbook.packs.pack import Pack

TRUSTED = "It is signed with the key that this computer trusts."
FIRST = (
    "Anybody can make a pack that says so. Compare this fingerprint with the one that the school "
    "gave you on paper or by telephone."
)
SAME = "The fingerprint is the same, and this is my school"
TICK_FIRST = "Compare the fingerprint first, and tick that it is the same."
UNCHANGED = "Nothing was changed. If it came from your school, ask the office or IT about it."
_IN_USE = "This version is in use already."
_READING = "It is being read and checked."
_INSTALLING = "The policies are being put into use."
_DONE = "The policies are in use now."
_UNKNOWN = "It could not be read ({})."


@dataclass(frozen=True, slots=True)
class PackView:
    """The page for one pack."""

    title: str
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    fingerprint: str = ""
    trust: str = ""
    is_trusted: bool = True
    asks: bool = False
    """Whether the fingerprint has to be compared first."""
    button: str = ""
    """What puts the pack into use; empty where it cannot be."""
    is_problem: bool = False


class PackPageView(Protocol):
    """What the presenter asks of the page."""

    def show_pack(self, view: PackView) -> None:
        """Show what is known of a pack."""

    def warn(self, words: str) -> None:
        """Say above the buttons what is missing."""

    def show_working(self, words: str) -> None:
        """Say what is under way, in the place of the buttons."""


class Examines(Protocol):
    """Checks packs, and puts them into use."""

    def examine(self, path: Path) -> Examined:
        """Check a pack."""

    def install(self, pack: Pack) -> None:
        """Put it into use."""


Begin = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Begins a job off the window's thread, in the place of any before; an error is its answer."""


class PackPresenter:
    """Reads a pack, shows it, and installs it when somebody says so.

    `on_installed` is called when it is in use.
    """

    def __init__(self, page: PackPageView, examiner: Examines, begin: Begin) -> None:
        self._page = page
        self._examiner = examiner
        self._begin = begin
        self._file = ""
        self._examined: Examined | None = None
        self.on_installed: Callable[[], None] = _nothing

    def open(self, path: Path) -> None:
        """Read and check a pack."""
        self._file, self._examined = path.name, None
        self._page.show_pack(PackView(path.name, _READING))
        self._begin(lambda: self._examiner.examine(path), self._read)

    def install(self, *, compared: bool) -> None:
        """Put the pack into use; a first one only where its fingerprint was compared."""
        examined = self._examined
        if examined is None or examined.is_in_use:
            return
        if not examined.pack.is_trusted and not compared:
            self._page.warn(TICK_FIRST)
            return
        self._examined = None  # pressed twice, it is done once
        self._page.show_working(_INSTALLING)
        self._begin(lambda: self._examiner.install(examined.pack), self._installed)

    def _read(self, answer: Examined | Exception) -> None:
        if isinstance(answer, Exception):
            self._refuse(answer)
            return
        self._examined = answer
        self._page.show_pack(view_of(answer))

    def _installed(self, answer: Exception | None) -> None:
        if isinstance(answer, Exception):
            self._refuse(answer)
            return
        self._page.show_working(_DONE)
        self.on_installed()

    def _refuse(self, problem: Exception) -> None:
        self._page.show_pack(
            PackView(
                title=f"{self._file} is not put into use",
                lead=said_of(problem),
                trust=UNCHANGED,
                is_trusted=False,
                is_problem=True,
            )
        )


def view_of(examined: Examined) -> PackView:
    """The page for a pack that holds."""
    pack = examined.pack
    manifest = pack.manifest
    name = manifest.name or manifest.school
    in_use = f"Version {examined.in_use}" if examined.in_use else "None of a school’s own"
    return PackView(
        title=f"Policies of {name}",
        lead=_lead(examined),
        facts=(
            ("School", f"{name} ({manifest.school})"),
            ("Version", str(manifest.version)),
            ("Issued", long_date(manifest.issued)),
            ("Ask for newer ones from", long_date(manifest.check_again_by)),
            ("In use on this computer", in_use),
        ),
        fingerprint=pack.key.fingerprint,
        trust=TRUSTED if pack.is_trusted else FIRST,
        is_trusted=pack.is_trusted,
        asks=not pack.is_trusted,
        button="" if examined.is_in_use else f"Use version {manifest.version}",
    )


def _lead(examined: Examined) -> str:
    if examined.is_in_use:
        return _IN_USE
    if not examined.pack.is_trusted:
        return "The first policies for this computer. The file is whole; whose it is, you decide."
    return "They take the place of what is in use. The version before is kept."


def said_of(problem: Exception) -> str:
    """A problem as one sentence."""
    if isinstance(problem, HandbookError):
        return f"{problem}."
    if isinstance(problem, OSError):
        return _UNKNOWN.format(problem.strerror or type(problem).__name__)
    return _UNKNOWN.format(type(problem).__name__)


def _nothing() -> None:
    """Before the desktop says what follows."""
