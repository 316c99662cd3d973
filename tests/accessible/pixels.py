"""What is really on the screen: colours of pixels, and how they stand out (WCAG 2.2)."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

Colour = tuple[int, int, int]


def luminance(colour: Colour) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2, definitions)."""
    parts = []
    for byte in colour:
        part = byte / 255
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definitions)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(image: QImage, rect: QRect) -> Counter[Colour]:
    """How many pixels of each colour there are in a part of a picture."""
    counted = Counter(_values(image, rect.intersected(image.rect())))
    return Counter({_colour(value): count for value, count in counted.items()})


def text_contrast(image: QImage, rect: QRect) -> float:
    """How far the strongest colour of a part stands out from its ground, the commonest."""
    counted = colours(image, rect)
    ground, _ = counted.most_common(1)[0]
    return max(contrast(ground, colour) for colour in counted)


def changed(before: QImage, after: QImage, rect: QRect, least: float) -> int:
    """How many pixels of a part changed to a colour that stands out from the one before."""
    part = rect.intersected(before.rect())
    pairs = Counter(zip(_values(before, part), _values(after, part), strict=True))
    return sum(
        count
        for (old, new), count in pairs.items()
        if old != new and contrast(_colour(old), _colour(new)) >= least
    )


def _values(image: QImage, rect: QRect) -> memoryview:
    part = image.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    # The bytes are copied: the picture is gone when this returns.
    return memoryview(bytes(part.constBits())).cast("I")


def _colour(value: int) -> Colour:
    return (value >> 16 & 255, value >> 8 & 255, value & 255)
