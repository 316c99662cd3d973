"""What the school's IT sets for a computer: read, never written.

It is read at the start, and again by each look for new policies. It comes from where only an
administrator can write: the machine's part of the Windows registry, `/etc/handbook/policy.toml`,
or macOS's managed preferences. What it may hold, and what each setting means, stands in
`managed_settings`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.domain.audience import Audience
from handbook.state.user_folders import UserFolders

if TYPE_CHECKING:  # loaded only where a school has set something
    from handbook.state.managed_sources import Found

LINUX_FILE = Path("/etc/handbook/policy.toml")
MAC_FILE = Path("/Library/Managed Preferences/org.handbook.Handbook.plist")
WINDOWS_KEY = "Software\\Policies\\Handbook"
"""Under HKEY_LOCAL_MACHINE. A user's own part of the registry is never asked."""
_APART, _READINGS = 2.0, 5
"""Seconds between two readings that must agree, and after how many a change is given up."""


@dataclass(frozen=True, slots=True)
class Managed:
    """What a school has set for this computer. Without machine policy: what is usual."""

    source: str = ""
    """Where it was read, for people; empty where the school has set nothing."""
    content_folders: tuple[Path, ...] = ()
    """Where new packs are looked for, besides a folder that the user named."""
    receipts_folder: Path | None = None
    """Where confirmations are copied to."""
    trusted_keys: tuple[str, ...] = ()
    """Public keys in minisign's form, the second line of the file; if any, no other counts."""
    school: str | None = None
    """The only school whose packs are taken, by its id."""
    role: Audience | None = None
    """What staff at this computer do; None leaves it to them."""
    user_folders: UserFolders = UserFolders.LOCAL
    """Which folders the user may name."""
    editor: bool = True
    """Whether the editors' desk is offered."""
    confirmations: bool = True
    """Whether staff are asked to confirm that they have read a policy."""
    set_names: tuple[str, ...] = ()
    """The names of the settings in force."""
    problems: tuple[str, ...] = ()
    """What could not be taken, each a sentence that names where it stands."""

    def waits_for_start(self, at_start: Managed) -> bool:
        """Whether something is set otherwise than at the start that holds only from the next.

        Where packs come from and whose are taken holds at once; what decides which pages there
        are, and whom they ask, does not change under a reader's hands.
        """
        return _for_pages(self) != _for_pages(at_start)


def read_managed(platform: str = sys.platform) -> Managed:
    """What the school has set for this computer; never raises."""
    found = _found(platform)
    if found is None:
        return Managed()
    from handbook.state.managed_settings import take

    values, problems = take(found)
    return managed_of(found.source, values, (*found.problems, *problems))


class ManagedAnew:
    """Reads the same once more, and takes no change that is half made; for the background.

    A file may be read while it is written, and Windows takes a group policy away before it sets
    it anew: for a moment any key would count. So a change holds once two readings agree on it,
    and until then what held before does.
    """

    def __init__(
        self,
        held: Managed,
        read: Callable[[], Managed] = read_managed,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._held = held
        self._read = read
        self._wait = wait

    def __call__(self) -> Managed:
        """What is set by now; it takes a while where that is new."""
        found = self._read()
        for _ in range(_READINGS):
            if found == self._held:
                break
            before = found
            self._wait(_APART)
            found = self._read()
            if found == before:
                self._held = found
        return self._held


def managed_of(
    source: str, values: Mapping[str, object], problems: tuple[str, ...] = ()
) -> Managed:
    """Settings by the names that the school writes, each of the right kind already."""
    fields = {name.replace("-", "_"): value for name, value in values.items()}
    return Managed(
        source=source,
        set_names=tuple(values),
        problems=problems,
        **fields,  # type: ignore[arg-type] # each was checked against the kind of its setting
    )


def _for_pages(managed: Managed) -> tuple[object, ...]:
    return (managed.role, managed.receipts_folder, managed.editor, managed.confirmations)


def _found(platform: str) -> Found | None:
    """What stands there, unread; most computers have nothing, and load nothing more for it."""
    if platform == "win32":
        from handbook.state.managed_sources import from_registry

        return from_registry(WINDOWS_KEY)
    file = MAC_FILE if platform == "darwin" else LINUX_FILE
    try:
        if not file.exists():
            return None
    except OSError:
        pass  # it is there and may not be looked at: the reading says so
    from handbook.state.managed_sources import from_plist, from_toml

    return from_plist(file) if platform == "darwin" else from_toml(file)
