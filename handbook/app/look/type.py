"""The type roles: which face, size and weight each kind of text takes."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple

from PySide6.QtGui import QFont


class Face(StrEnum):
    """The two voices: sans for interface and reading, serif for titles and questions."""

    SANS = "sans"
    SERIF = "serif"


class TypeRole(NamedTuple):
    """A role of text. Sizes and line heights are in logical pixels at 100 %."""

    face: Face
    size: int
    line: int
    weight: int = 400


class Type(Enum):
    """Every role that the design names."""

    DISPLAY = TypeRole(Face.SERIF, 34, 42, 600)
    QUESTION = TypeRole(Face.SERIF, 32, 40, 600)
    ROUTE = TypeRole(Face.SERIF, 30, 38, 600)
    SECTION = TypeRole(Face.SERIF, 24, 32, 600)
    BRAND = TypeRole(Face.SERIF, 18, 26, 600)
    CONTACT = TypeRole(Face.SANS, 20, 28, 600)
    OPTION = TypeRole(Face.SANS, 19, 28, 600)
    FIELD_LARGE = TypeRole(Face.SANS, 20, 28)
    READING = TypeRole(Face.SANS, 18, 27)
    READING_BOLD = TypeRole(Face.SANS, 18, 27, 700)
    RESULT = TypeRole(Face.SANS, 18, 26, 600)
    HEADING = TypeRole(Face.SANS, 18, 27, 600)
    CALLOUT = TypeRole(Face.SANS, 17, 25, 600)
    LEAD = TypeRole(Face.SANS, 17, 25)
    UI = TypeRole(Face.SANS, 16, 24)
    UI_BOLD = TypeRole(Face.SANS, 16, 24, 600)
    META = TypeRole(Face.SANS, 15, 22)
    META_BOLD = TypeRole(Face.SANS, 15, 22, 600)
    SMALL = TypeRole(Face.SANS, 14, 20)
    SMALL_BOLD = TypeRole(Face.SANS, 14, 20, 600)
    TAG = TypeRole(Face.SANS, 13, 18, 600)


# Linux lists the semibold of Atkinson as a family of its own; asking for weight 600 of the
# base family alone gives a synthetic one.
_FAMILIES = {
    (Face.SANS, 400): ["Atkinson Hyperlegible Next", "Segoe UI", "Noto Sans", "DejaVu Sans"],
    (Face.SANS, 600): [
        "Atkinson Hyperlegible Next SemiBold",
        "Atkinson Hyperlegible Next",
        "Segoe UI",
        "Noto Sans",
        "DejaVu Sans",
    ],
    (Face.SANS, 700): ["Atkinson Hyperlegible Next", "Segoe UI", "Noto Sans", "DejaVu Sans"],
    (Face.SERIF, 600): [
        "Source Serif 4 SemiBold",
        "Source Serif 4",
        "Georgia",
        "Noto Serif",
        "DejaVu Serif",
    ],
}


def make_font(role: TypeRole, scale: float) -> QFont:
    """The font of a role at a text scale, 1.0 being 100 %."""
    font = QFont(_FAMILIES[role.face, role.weight])
    font.setPixelSize(max(1, round(role.size * scale)))
    font.setWeight(QFont.Weight(role.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
