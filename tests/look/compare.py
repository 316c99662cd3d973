"""Comparing a picture with the one that was looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

BASELINE = Path(__file__).parent / "baseline"
FAILED = Path(__file__).parents[2] / ".work" / "looks"
SLACK = 12
"""Of 255, for each channel: antialiasing may differ this much."""


def differing(image: QImage, other: QImage) -> float:
    """The part of the pixels that differ beyond the slack; 1.0 for another size."""
    if image.size() != other.size():
        return 1.0
    ours, theirs = _bytes(image), _bytes(other)
    if ours == theirs:
        return 0.0
    width, height = image.width(), image.height()
    count = sum(_differs(ours, theirs, at) for at in range(0, 4 * width * height, 4))
    return count / (width * height)


def save_difference(image: QImage, baseline: Path) -> Path:
    """Keep the actual picture and one of the differences, to be looked at."""
    FAILED.mkdir(parents=True, exist_ok=True)
    actual = FAILED / baseline.name
    image.save(str(actual))
    other = QImage(str(baseline)).convertToFormat(QImage.Format.Format_RGB32)
    if other.size() == image.size():
        marked = image.copy()
        ours, theirs = _bytes(image), _bytes(other)
        for at in range(0, len(ours), 4):
            if _differs(ours, theirs, at):
                pixel = at // 4
                marked.setPixelColor(
                    pixel % image.width(), pixel // image.width(), QColor("magenta")
                )
        marked.save(str(FAILED / f"difference-{baseline.name}"))
    return actual


def _bytes(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def _differs(ours: bytes, theirs: bytes, at: int) -> bool:
    return any(abs(ours[i] - theirs[i]) > SLACK for i in range(at, at + 3))
