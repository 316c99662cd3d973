"""Where new policies come from on this computer, and what the last look there came to. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from handbook.domain.errors import HandbookError, KeyUnreadable, PackError, PacksBusy
from handbook.packs.lookout import Looked, Lookout
from handbook.packs.shelf import Shelf
from handbook.packs.trust import trust_of
from handbook.state.managed import Managed
from handbook.state.network_paths import is_network_path
from handbook.state.user_folders import UserFolders

NOT_ALLOWED = "Your school does not let users name a folder, so {} is not looked at."
ON_A_NETWORK = (
    "{} is on another computer, and your school lets users name folders of this one only."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a look came to."""

    at: datetime
    folders: tuple[str, ...] = ()
    """Where it was looked."""
    installed: int | None = None
    """The version that was put into use by it."""
    problems: tuple[str, ...] = ()
    """What was refused or could not be reached, each a sentence."""
    unaccepted: Path | None = None
    """A first pack, which waits for somebody to vouch for its key."""
    is_settled: bool = True
    """False where something may not have arrived whole yet."""
    managed: Managed = field(default_factory=Managed)
    """What the school's IT had set for this computer by then."""


class PolicySource:
    """Looks into the folders of machine policy and of the user, and installs what is newer.

    Machine policy is read anew by each look: a key that the school trusts no longer counts for
    nothing within the hour, also where a laptop is never shut down.
    """

    def __init__(
        self,
        data: Path,
        managed: Callable[[], Managed],
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        self._managed = managed
        self._now = now
        self._shelf = Shelf(data)
        self._lookout = Lookout(self._shelf, today)
        self._logged: set[str] = set()

    def look(self, user_folder: str) -> Report:
        """Look once. It may take as long as a server does not answer: not for the window."""
        managed = self._managed()
        folders, problems = _folders(managed, user_folder)
        if not folders:
            return Report(self._now(), problems=tuple(problems), managed=managed)
        installed, looked = None, Looked()
        try:
            trust = trust_of(self._shelf, managed.trusted_keys, managed.source, managed.school)
            looked = self._lookout.look(folders, trust)
            if looked.best is not None:
                self._shelf.install(looked.best)
                installed = looked.best.manifest.version
        except (PackError, KeyUnreadable, PacksBusy) as problem:
            problems.append(f"{problem}.")
        except OSError as problem:
            problems.append(f"New policies cannot be kept: {problem.strerror}.")
        problems += looked.refused
        problems += [f"{folder} cannot be reached at the moment." for folder in looked.unreached]
        self._log(looked.refused)
        return Report(
            at=self._now(),
            folders=tuple(map(str, folders)),
            installed=installed,
            problems=tuple(problems),
            unaccepted=looked.unaccepted,
            is_settled=looked.is_settled,
            managed=managed,
        )

    def _log(self, refused: tuple[str, ...]) -> None:
        """Each refusal stands in the log once a start, not once an hour."""
        for said in refused:
            if said not in self._logged:
                self._logged.add(said)
                self._shelf.note(said)


def _folders(managed: Managed, user_folder: str) -> tuple[list[Path], list[str]]:
    """Where to look, and why not into the user's own folder."""
    folders = list(managed.content_folders)
    if not user_folder:
        return folders, []
    if said := why_not(user_folder, managed.user_folders):
        return folders, [said]
    return [*folders, Path(user_folder)], []


def why_not(folder: str, allowed: UserFolders) -> str:
    """Why a user may not name this folder, as a sentence; empty where they may."""
    if allowed is UserFolders.NO:
        return NOT_ALLOWED.format(folder)
    if allowed is UserFolders.LOCAL and is_network_path(folder):
        return ON_A_NETWORK.format(folder)
    return ""


def sentence_of(error: Exception) -> str:
    """What is said of a look that failed as a whole."""
    known = isinstance(error, HandbookError | OSError)
    return f"{error}" if known else f"The look for new policies failed ({type(error).__name__})."
