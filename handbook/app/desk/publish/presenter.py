"""One button: what changed, why it is locked, the version, the signature, the file for IT."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from handbook.app.changes.words import brief
from handbook.app.desk.publish.packs import Made, Published, publish, read_published
from handbook.domain.errors import HandbookError
from handbook.domain.handbook_changes import compare_handbooks
from handbook.domain.library import Library
from handbook.lint.finding import Finding
from handbook.packs.manifest import is_school_id
from handbook.state.desk_settings import DeskSettings, DeskSettingsStore

NEEDED = ("dsl", "deputy-dsl", "chair")
"""Whom a worried member of staff must be able to reach, and one person above the head."""

MODEL = "model-school"
"""The id that the model has: computers would take two schools for one."""
_NO_ID = (
    "Give the school a short name of its own, such as hill-school, under “The school”: computers "
    "know its packs by it, and it must never change afterwards."
)


@dataclass(frozen=True, slots=True)
class Lock:
    """Why nothing can be published yet, and the file that leads there."""

    words: str
    file: str = ""
    line: int = 1
    """0 for the file as it opens."""


@dataclass(frozen=True, slots=True)
class PublishView:
    """What the page shows."""

    number: int = 1
    before: str = ""
    """Which version went before, or that this is the first."""
    changes: tuple[str, ...] = ()
    folder: str = ""
    key: str = ""
    locks: tuple[Lock, ...] = ()
    is_working: bool = False
    done: str = ""
    """What was published; empty before."""


class PublishPage(Protocol):
    """What the presenter asks of the page."""

    def show_publish(self, view: PublishView) -> None:
        """Show it all."""

    def say(self, words: str) -> None:
        """Say what went wrong."""


class Runner(Protocol):
    """Runs a job off the window's thread and delivers the newest answer only."""

    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Run a job in place of the one before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the content stands."""

    library: Library
    findings: Sequence[Finding]
    unsaved: frozenset[str]
    titles: Mapping[str, str]
    is_checked: bool = True
    """False while the newest words are still being checked."""


class PublishPresenter:
    """Knows why publishing is locked; a passphrase goes to the job and is kept nowhere."""

    def __init__(
        self,
        page: PublishPage,
        content: Path,
        store: DeskSettingsStore,
        runner: Runner,
        today: Callable[[], date],
    ) -> None:
        self._page = page
        self._content = content
        self._store = store
        self._runner = runner
        self._today = today
        self._settings = store.read()
        self._standing: Standing | None = None
        self._published: Published | None = None
        self._is_read = False
        self._view = PublishView()

    @property
    def published(self) -> Published | None:
        """The newest pack in the folder, once it is read."""
        return self._published

    def show(self, standing: Standing) -> None:
        """Show how the content stands, and read the pack before."""
        self._standing = standing
        self._view = replace(self._view, done="")
        self._refresh()
        if self._settings.packs and not self._view.is_working:
            self._read_folder()

    def stands(self, standing: Standing) -> None:
        """The content stands otherwise now."""
        self._standing = standing
        self._refresh()

    def choose_folder(self, folder: str) -> None:
        """Publish into this folder from now on."""
        self._keep(replace(self._settings, packs=folder))
        self._is_read, self._published = False, None
        self._refresh()
        self._read_folder()

    def choose_key(self, file: str) -> None:
        """Sign with the key of this file from now on."""
        self._keep(replace(self._settings, key=file))
        self._refresh()

    def publish(self, passphrase: str) -> None:
        """Sign and publish, where nothing is in the way."""
        standing = self._standing
        if standing is None or self._view.locks or self._view.is_working:
            return
        if not passphrase:
            self._page.say("Type the passphrase of the key.")
            return
        key, folder = Path(self._settings.key), Path(self._settings.packs)
        number, day = self._view.number, self._today()
        keys = self._published.keys if self._published is not None else {}
        library, content = standing.library, self._content
        self._show(replace(self._view, is_working=True))
        self._runner.request(
            lambda: publish(content, library, number, day, key, passphrase, folder, keys),
            self._done,
            self._failed,
        )

    def _read_folder(self) -> None:
        standing = self._standing
        if standing is None:
            return
        folder, school = Path(self._settings.packs), standing.library.school.id
        self._runner.request(lambda: read_published(folder, school), self._found, self._unreadable)

    def _found(self, published: Published | None) -> None:
        self._published, self._is_read = published, True
        self._refresh()

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._is_read = False
        self._page.say(f"The folder for packs cannot be read: {_words(error)}.")
        self._refresh()

    def _done(self, made: Made) -> None:
        said = (
            f"Version {made.number} is published: {made.file}. Signed with the key "
            f"{made.fingerprint}."
        )
        self._view = replace(self._view, is_working=False, done=said)
        self._refresh()
        self._read_folder()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._show(replace(self._view, is_working=False))
        self._page.say(f"{_words(error)}. Nothing was published.")

    def _refresh(self) -> None:
        published = self._published
        number = published.number + 1 if published is not None else 1
        self._show(
            replace(
                self._view,
                number=number,
                before=self._before(),
                changes=self._changes(),
                folder=self._settings.packs,
                key=self._settings.key,
                locks=self._locks(),
            )
        )

    def _before(self) -> str:
        if not self._settings.packs:
            return ""
        if not self._is_read:
            return "Reading the folder for packs…"
        if self._published is None:
            return "The first version: there is no pack of your school in the folder yet."
        return f"Changes since version {self._published.number}"

    def _changes(self) -> tuple[str, ...]:
        if self._published is None or self._standing is None:
            return ()
        changes = compare_handbooks(self._published.library, self._standing.library)
        lines = [f"{change.policy.title}: {brief(change)}" for change in changes.policies]
        if changes.school:
            lines.append("People, bodies and choices of the school")
        return tuple(lines) or ("The policies say the same; only questions may differ.",)

    def _locks(self) -> tuple[Lock, ...]:
        standing = self._standing
        if standing is None:
            return (Lock("The content is still being read."),)
        locks = [*_errors(standing), *_unsaved(standing), *_blank(standing.library)]
        school = standing.library.school.id
        is_first = self._is_read and self._published is None
        if not is_school_id(school) or (school == MODEL and is_first):
            locks.append(Lock(_NO_ID, "school.yaml"))
        if not standing.is_checked:
            locks.append(Lock("The newest words are still being checked."))
        if not self._settings.packs:
            locks.append(Lock("Choose the folder that IT takes packs from."))
        elif not self._is_read:
            locks.append(Lock("The folder for packs has not been read yet."))
        if not self._settings.key:
            locks.append(Lock("Choose the file of the school's key, work.key."))
        return tuple(locks)

    def _show(self, view: PublishView) -> None:
        self._view = view
        self._page.show_publish(view)

    def _keep(self, settings: DeskSettings) -> None:
        self._settings = settings
        self._store.keep(settings)


def _errors(standing: Standing) -> list[Lock]:
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for finding in standing.findings:
        if finding.is_error:
            file = finding.place.file
            first.setdefault(file, finding.place.line)
            count[file] = count.get(file, 0) + 1
    return [
        Lock(
            f"Mend {'1 error' if number == 1 else f'{number} errors'} in "
            f"“{standing.titles.get(file) or file}”.",
            file,
            first[file],
        )
        for file, number in count.items()
    ]


def _unsaved(standing: Standing) -> list[Lock]:
    return [
        Lock(f"Save “{standing.titles.get(file) or file}”.", file)
        for file in sorted(standing.unsaved)
    ]


def _blank(library: Library) -> list[Lock]:
    contacts = library.school.contacts
    found = [contacts[role] for role in NEEDED if role in contacts and contacts[role].is_blank]
    return [
        Lock(
            f"Fill in the name for “{contact.title}”: staff must know whom to tell.",
            "school.yaml",
            line=0,  # the form, not a line of the text
        )
        for contact in found
    ]


def _words(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error).rstrip(".")
