"""Which folders lie on another computer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from handbook.state import network_paths
from handbook.state.network_paths import is_network_path

MOUNTS = [
    ("/", "ext4"),
    ("/srv/school", "cifs"),
    ("/srv/school/here", "ext4"),
    ("/home/me/far", "fuse.sshfs"),
    ("/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    ("/media/stick", "fuse.ntfs-3g"),
]
REMOTE, FIXED = 4, 3


def mounts() -> Iterable[tuple[str, str]]:
    return MOUNTS


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/me/policies", False),
        ("/srv/school", True),
        ("/srv/school/policies", True),
        ("/srv/school/here/policies", False),
        ("/srv/schoolbooks", False),
        ("/home/me/far/away", True),
        ("/run/user/1000/gvfs/smb-share:server=hill", True),
        ("/media/stick/policies", False),
    ],
)
def test_a_mounted_share_is_told_by_its_kind(path: str, *, remote: bool) -> None:
    assert is_network_path(path, "linux", mounts) is remote


def test_a_link_into_a_share_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/srv/school/policies")

    assert is_network_path(str(tmp_path / "link"), "linux", mounts)


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("\\\\hill-server\\policies", True),
        ("//hill-server/policies/now", True),
        ("\\\\?\\UNC\\hill-server\\policies", True),
        ("\\\\?\\C:\\policies", False),
        ("\\\\?\\S:\\policies", True),
        ("C:\\policies", False),
        ("S:\\policies", True),
        ("s:/policies", True),
    ],
)
def test_windows_is_asked_for_drives_alone(path: str, *, remote: bool) -> None:
    asked = []

    def kind(root: str) -> int:
        asked.append(root)
        return REMOTE if root.upper().startswith("S:") else FIXED

    assert is_network_path(path, "win32", drive_kind=kind) is remote
    assert all(len(root) == 3 for root in asked)


def test_this_computers_own_mounts_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "22 1 0:20 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "23 22 0:21 / /mnt/our\\040share rw - nfs4 hill:/x rw\n"
        "odd\n",
        "utf-8",
    )
    monkeypatch.setattr(network_paths, "_MOUNTINFO", table)

    assert is_network_path("/mnt/our share/policies", "linux")
    assert not is_network_path("/mnt/policies", "linux")
    table.unlink()
    assert not is_network_path("/mnt/our share/policies", "linux")


def test_what_a_mac_says_of_its_mounts_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        stdout = (
            "/dev/disk1s1 on / (apfs, local, journaled)\n"
            "//me@hill/policies on /Volumes/policies (smbfs, nodev, nosuid)\n"
        )

    def said(*_: object, **__: object) -> Done:
        return Done()

    monkeypatch.setattr("subprocess.run", said)

    assert is_network_path("/Volumes/policies/now", "darwin")
    assert not is_network_path("/Volumes/stick", "darwin")
