"""One button: what changed, why it is locked, the version, the signature, the file for IT."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from handbook.app.change_words import brief
from handbook.app.desk.publish.keys import KeyMade, KeyUse
from handbook.app.desk.publish.locks import Lock, Standing, content_locks
from handbook.app.desk.publish.packs import Made, Published, publish, read_published
from handbook.app.desk.publish.problem import words_of
from handbook.app.runner import Runner
from handbook.domain.errors import HandbookError
from handbook.domain.handbook_changes import compare_handbooks
from handbook.packs.names import SPARE
from handbook.state.desk_settings import DeskSettings, DeskSettingsStore


@dataclass(frozen=True, slots=True)
class PublishView:
    """What the page shows."""

    number: int = 1
    before: str = ""
    """Which version went before, or that this is the first."""
    changes: tuple[str, ...] = ()
    folder: str = ""
    key: str = ""
    has_spare: bool = False
    locks: tuple[Lock, ...] = ()
    is_reading: bool = False
    """The packs in the folder are being read; which version comes next is not known yet."""
    is_working: bool = False
    done: str = ""
    """What was published; empty before."""


class PublishPage(Protocol):
    """What the presenter asks of the page."""

    def show_publish(self, view: PublishView) -> None:
        """Show it all."""

    def say(self, words: str) -> None:
        """Say what went wrong."""


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
        self._is_lost = False
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
        self._is_read, self._is_lost, self._published = False, False, None
        self._refresh()
        self._read_folder()

    def choose_key(self, file: str) -> None:
        """Sign with the key of this file from now on."""
        self._keep(replace(self._settings, key=file))
        self._refresh()

    def made(self, key: KeyMade) -> None:
        """Use a key that was made at the desk."""
        if key.use is KeyUse.SPARE:
            self._keep(replace(self._settings, spare=key.public_text))
        else:
            self._keep(replace(self._settings, key=str(key.secret)))
        self._view = replace(self._view, done="")  # what the key is for is said in its place
        self._refresh()

    @property
    def folder(self) -> str:
        """The folder that IT takes packs from; empty before it is chosen."""
        return self._settings.packs

    def publish(self, passphrase: str) -> None:
        """Sign and publish, where nothing is in the way."""
        standing = self._standing
        view = self._view
        if standing is None or view.locks or view.is_reading or view.is_working:
            return
        if not passphrase:
            self._page.say("Type the passphrase of the key.")
            return
        key, folder = Path(self._settings.key), Path(self._settings.packs)
        number, day = self._view.number, self._today()
        keys = self._keys
        library, content = standing.library, self._content
        self._show(replace(self._view, is_working=True))
        self._runner.request(
            lambda: publish(content, library, number, day, key, passphrase, folder, keys),
            self._done,
            self._failed,
        )

    @property
    def _keys(self) -> dict[str, bytes]:
        """What a pack brings about keys beside its own; the spare that went out first stays."""
        keys = dict(self._published.keys) if self._published is not None else {}
        if self._settings.spare and SPARE not in keys:
            keys[SPARE] = self._settings.spare.encode("ascii")
        return keys

    def _read_folder(self) -> None:
        standing = self._standing
        if standing is None:
            return
        folder, school = Path(self._settings.packs), standing.library.school.id
        self._runner.request(lambda: read_published(folder, school), self._found, self._unreadable)

    def _found(self, published: Published | None) -> None:
        self._published, self._is_read, self._is_lost = published, True, False
        self._refresh()

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._is_read, self._is_lost = False, True
        self._page.say(f"The folder for packs cannot be read: {words_of(error)}.")
        self._refresh()

    def _done(self, made: Made) -> None:
        said = (
            f"Version {made.number} is published: {made.file}. Signed with the key "
            f"{made.fingerprint}."
        )
        self._keep(replace(self._settings, last=str(made.number)))
        self._view = replace(self._view, is_working=False, done=said)
        self._refresh()
        self._read_folder()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._show(replace(self._view, is_working=False))
        self._page.say(f"{words_of(error)}. Nothing was published.")

    def _refresh(self) -> None:
        published = self._published
        number = max(published.number if published is not None else 0, self._last) + 1
        self._show(
            replace(
                self._view,
                number=number,
                before=self._before(),
                changes=self._changes(),
                folder=self._settings.packs,
                key=self._settings.key,
                has_spare=SPARE in self._keys,
                locks=self._locks(),
                is_reading=bool(self._settings.packs) and not self._is_read,
            )
        )

    def _before(self) -> str:
        if not self._settings.packs:
            return ""
        if not self._is_read:
            return "" if self._is_lost else "Reading the folder for packs…"
        if self._published is None and self._last:
            return (
                f"There is no pack of your school in the folder any more: version {self._last} "
                "was published from here last. Ask IT where the packs went."
            )
        if self._published is None:
            return "The first version: there is no pack of your school in the folder yet."
        return f"Changes since version {self._published.number}"

    @property
    def _last(self) -> int:
        return int(self._settings.last) if self._settings.last.isdecimal() else 0

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
        is_first = self._is_read and self._published is None and not self._last
        locks = content_locks(standing, is_first=is_first)
        if not standing.is_checked:
            locks.append(Lock("The newest words are still being checked."))
        if not self._settings.packs:
            locks.append(Lock("Choose the folder that IT takes packs from."))
        elif self._is_lost:
            locks.append(Lock("The folder for packs cannot be read."))
        if not self._settings.key:
            locks.append(Lock("Choose the file of the school's key, work.key, or make the key."))
        return tuple(locks)

    def _show(self, view: PublishView) -> None:
        self._view = view
        self._page.show_publish(view)

    def _keep(self, settings: DeskSettings) -> None:
        self._settings = settings
        self._store.keep(settings)
