"""What the Debian package asks of the system."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

DEB = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "deb.py"))


def test_each_library_of_the_system_is_a_package_asked_for() -> None:
    fields = DEB["relations"]({"libX11.so.6", "libxcb.so.1", "libcups.so.2"}, (2, 35))

    assert fields["Depends"] == "libc6 (>= 2.35), libx11-6, libxcb1"
    assert fields["Recommends"] == "libcups2 | libcups2t64"


def test_a_library_of_no_known_package_stops_the_build() -> None:
    with pytest.raises(SystemExit, match=r"which Debian package has libnew\.so\.1"):
        DEB["relations"]({"libnew.so.1"}, (2, 35))


@pytest.mark.parametrize("package", ["handbook", "handbook-editor"])
def test_the_description_is_one_that_apt_can_show(package: str) -> None:
    text: str = DEB["control"](package, "amd64", 80_000, {"Depends": "libc6"})

    assert text.startswith(f"Package: {package}\n")
    assert all(line == line.rstrip() and len(line) < 81 for line in text.splitlines())
