"""Whether a folder lies on another computer, told without asking that computer."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PureWindowsPath

_REMOTE_KINDS = frozenset(
    (
        "9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs",
        "nfs", "nfs4", "smb3", "smbfs", "webdav",
    )
)  # fmt: skip
_REMOTE_FUSE = ("sshfs", "gvfs", "davfs", "rclone", "smb", "s3fs", "curlftpfs", "gluster")
_DRIVE_REMOTE = 4
"""What Windows calls a drive letter that stands for a share."""
_MOUNTINFO = Path("/proc/self/mountinfo")
_MAC_MOUNT = re.compile(r".* on (?P<place>/.*) \((?P<kind>[a-z0-9_]+)[,)]")

Mounts = Iterable[tuple[str, str]]
"""Where each file system is mounted, and its kind."""


def is_network_path(
    path: str,
    platform: str = sys.platform,
    mounts: Callable[[], Mounts] | None = None,
    drive_kind: Callable[[str], int] | None = None,
) -> bool:
    """True where a folder is on another computer, as far as this one can tell."""
    if platform == "win32":
        return _is_remote_on_windows(path, drive_kind or _drive_kind)
    places = (mounts or (_mac_mounts if platform == "darwin" else _linux_mounts))()
    whole = os.path.realpath(path)
    kinds = [
        (len(place), kind)
        for place, kind in places
        if whole == place or whole.startswith(place.rstrip("/") + "/")
    ]
    return bool(kinds) and _is_remote(max(kinds)[1])


def _is_remote(kind: str) -> bool:
    if kind in _REMOTE_KINDS:
        return True
    return kind.startswith("fuse.") and any(name in kind for name in _REMOTE_FUSE)


def _is_remote_on_windows(path: str, drive_kind: Callable[[str], int]) -> bool:
    drive = PureWindowsPath(path).drive
    plain = drive.replace("/", "\\")
    if plain.startswith("\\\\"):
        # \\?\C: and \\.\C: are drives of this computer, \\?\UNC\ and \\host\ are not.
        local = re.match(r"\\\\[?.]\\(?P<drive>[a-zA-Z]:)", plain)
        return local is None or drive_kind(f"{local['drive']}\\") == _DRIVE_REMOTE
    return bool(plain) and drive_kind(f"{plain}\\") == _DRIVE_REMOTE


def _drive_kind(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))


def _linux_mounts() -> Mounts:
    try:
        lines = _MOUNTINFO.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    return [found for line in lines if (found := _linux_mount(line)) is not None]


def _linux_mount(line: str) -> tuple[str, str] | None:
    """The place is the fifth field; the kind follows the hyphen. Spaces are written in octal."""
    before, found, after = line.partition(" - ")
    fields = before.split(" ")
    if not found or len(fields) < 5:
        return None
    place = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
    return place, after.partition(" ")[0]


def _mac_mounts() -> Mounts:
    import subprocess

    try:
        done = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return []
    found = map(_MAC_MOUNT.match, done.stdout.splitlines())
    return [(line["place"], line["kind"]) for line in found if line]
