"""The app's icon, as each system wants it."""

from __future__ import annotations

import runpy
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from handbook.app.look.tokens import Theme, colours

ICON = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "app_icon.py"))
PICTURES = {size: f"picture of {size}".encode() for size in ICON["SIZES"]}


@pytest.mark.parametrize("size", [16, 256])
@pytest.mark.usefixtures("qapp")
def test_it_is_drawn_at_each_size(size: int) -> None:
    image = QImage.fromData(ICON["png"](size))

    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    edge = image.pixelColor(size // 2, size // 8)
    assert edge == QColor(colours(Theme.LIGHT)["accent"])


def test_windows_finds_each_size_in_one_file() -> None:
    made: bytes = ICON["ico"](PICTURES)
    kind, count = struct.unpack_from("<HH", made, 2)
    found = {}
    for number in range(count):
        side, *_, size, place = struct.unpack_from("<BBBBHHII", made, 6 + 16 * number)
        found[side or 256] = made[place : place + size]

    assert kind == 1
    assert found == {size: PICTURES[size] for size in ICON["IN_ICO"]}


def test_macos_finds_each_size_in_one_file() -> None:
    made: bytes = ICON["icns"](PICTURES)
    found, at = {}, 8
    while at < len(made):
        name, size = struct.unpack_from(">4sI", made, at)
        found[name] = made[at + 8 : at + size]
        at += size

    assert struct.unpack_from(">4sI", made) == (b"icns", len(made))
    assert found == {name: PICTURES[size] for name, size in ICON["IN_ICNS"].items()}
