"""Renders the app's icon, resources/app/handbook.svg, as each system wants it.

`python build/app_icon.py FOLDER` writes `SIZE.png` for each size, `handbook.ico` for Windows and
`handbook.icns` for macOS.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "app" / "handbook.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
IN_ICO = (16, 24, 32, 48, 64, 256)
IN_ICNS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""Apple's names of the sizes."""

_ICO_HEAD = struct.Struct("<HHH")
_ICO_ENTRY = struct.Struct("<BBBBHHII")


def png(size: int) -> bytes:
    """The icon as a PNG of this many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # its stubs want the format as bytes
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Windows' icon file, each size a PNG."""
    place = _ICO_HEAD.size + _ICO_ENTRY.size * len(IN_ICO)
    head, body = _ICO_HEAD.pack(0, 1, len(IN_ICO)), b""
    for size in IN_ICO:
        side = size % 256  # 256 is written as 0
        head += _ICO_ENTRY.pack(side, side, 0, 0, 1, 32, len(pictures[size]), place + len(body))
        body += pictures[size]
    return head + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Apple's icon file, each size a PNG."""
    body = b"".join(
        name + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for name, size in IN_ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> int:
    """Write every form into the folder named."""
    application = QGuiApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "handbook.ico").write_bytes(ico(pictures))
    (folder / "handbook.icns").write_bytes(icns(pictures))
    application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
