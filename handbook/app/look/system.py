"""The colours of a contrast theme of the system, as tokens of ours."""

from __future__ import annotations

from typing import get_args

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from handbook.app.look.tokens import Token

_TEXT, _CHOSEN, _EDGE = 7.0, 4.5, 3.0
"""The least contrast (WCAG 2) of text, of chosen text and of an edge."""

_GROUNDS: tuple[Token, ...] = (
    *("canvas", "surface", "sunken", "wash", "raised", "accent_soft", "care_soft"),
    *("stop_soft", "must_soft", "warn_soft", "ok_soft", "on_accent", "on_care"),
)  # fmt: skip


def wants_contrast() -> bool:
    """Whether a contrast theme is on in the system; False where Qt cannot tell (before 6.10)."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference().name == "HighContrast")


def system_palette(app: QApplication) -> QPalette:
    """The palette of the system below our own, which is taken off and put back."""
    ours = QPalette(app.palette())
    app.setPalette(QPalette())
    theirs = QPalette(app.palette())
    app.setPalette(ours)
    return theirs


def system_colours(palette: QPalette) -> dict[Token, str]:
    """A colour for every token out of a palette; none where they cannot be told apart.

    Some systems ask for contrast and leave their palette as it was. Then the text, or what is
    selected, has less contrast than our own theme, which is taken instead.
    """
    role = QPalette.ColorRole
    ground, text = palette.color(role.Base), palette.color(role.Text)
    chosen, on_chosen = palette.color(role.Highlight), palette.color(role.HighlightedText)
    if contrast(text, ground) < _TEXT or contrast(on_chosen, chosen) < _CHOSEN:
        return {}
    link = palette.color(role.Link)
    if contrast(link, ground) < _TEXT:
        link = text
    ring, on_ring = chosen, on_chosen
    if contrast(ring, ground) < _EDGE:
        ring, on_ring = text, ground
    found: dict[Token, QColor] = dict.fromkeys(get_args(Token), text)
    found |= dict.fromkeys(_GROUNDS, ground)
    found |= {"link": link, "focus": ring, "on_focus": on_ring, "mark_cur_ink": ground}
    found |= {"mark": chosen, "mark_ink": on_chosen, "sel": chosen, "sel_ink": on_chosen}
    return {token: colour.name() for token, colour in found.items()}


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours by the formula of WCAG 2, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
