"""The school's key and its spare, made at the desk; a passphrase goes to the job and is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from handbook.app.desk.publish.problem import words_of
from handbook.app.runner import Runner
from handbook.domain.errors import CannotPublish, HandbookError
from handbook.packs.keys import GUARDED, Cost, SecretKey, write_new

FEWEST = 12
"""Letters of a passphrase: whoever finds the file may guess for years."""


class KeyUse(Enum):
    """What a key is for; the value names its two files."""

    WORK = "work"
    """Signs every pack."""
    SPARE = "spare"
    """Signs nothing but the change to another key, on the day this one is lost or stolen."""


@dataclass(frozen=True, slots=True)
class KeyMade:
    """A key that was made."""

    use: KeyUse
    secret: Path
    public: Path
    public_text: str
    fingerprint: str

    @property
    def words(self) -> str:
        """What the office does with it now."""
        where = f"{self.secret.name} and {self.public.name} are in {self.secret.parent}."
        if self.use is KeyUse.SPARE:
            return (
                f"The spare is made: {where} Move {self.secret.name} to a stick or paper in a "
                "safe, with its passphrase elsewhere. Its public half goes into every pack now."
            )
        return (
            f"The key is made: {where} Give {self.public.name} and this fingerprint to IT, best "
            f"on paper: {self.fingerprint}. Keep {self.secret.name} and its passphrase apart: "
            "whoever has both can publish in the school's name. Keep a copy of the key in a safe."
        )


class KeyPage(Protocol):
    """What making keys asks of the page."""

    def tell(self, words: str) -> None:
        """Say how it went."""

    def say(self, words: str) -> None:
        """Say what went wrong."""


class KeyMaking:
    """Makes one key at a time, which takes some seconds."""

    def __init__(
        self,
        page: KeyPage,
        content: Path,
        runner: Runner,
        on_made: Callable[[KeyMade], None],
        cost: Cost = GUARDED,
    ) -> None:
        self._page = page
        self._content = content
        self._runner = runner
        self._on_made = on_made
        self._cost = cost
        self._works = False

    def make(self, use: KeyUse, folder: Path, passphrase: str, packs: str) -> None:
        """Make a key in a folder that is neither the content's nor where IT takes packs from."""
        if self._works:
            return
        self._works = True
        self._page.tell("Making the key. This takes some seconds…")
        content, cost = self._content, self._cost
        kept_out = [content, *([Path(packs)] if packs else [])]
        self._runner.request(
            lambda: make_key(use, folder, passphrase, kept_out, cost), self._done, self._failed
        )

    def _done(self, made: KeyMade) -> None:
        self._works = False
        self._on_made(made)
        self._page.tell(made.words)

    def _failed(self, error: Exception) -> None:
        self._works = False
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._page.say(f"{words_of(error)}. No key was made.")


def make_key(
    use: KeyUse, folder: Path, passphrase: str, kept_out: list[Path], cost: Cost
) -> KeyMade:
    """Make a key; raises CannotPublish or OSError. For the background: it takes seconds."""
    secret, public = folder / f"{use.value}.key", folder / f"{use.value}.pub"
    for place in kept_out:
        if folder.resolve().is_relative_to(place.resolve()):
            raise CannotPublish(
                f"A key in {folder} would be seen by others: choose a folder of your own"
            )
    for path in (secret, public):
        if path.exists():
            raise CannotPublish(f"{path} is there already: a key is never written over")
    key = SecretKey.make()
    sealed = key.sealed(passphrase, cost)
    write_new(secret, sealed, mode=0o600)
    write_new(public, key.public.text, mode=0o644)
    return KeyMade(use, secret, public, key.public.text, key.public.fingerprint)
