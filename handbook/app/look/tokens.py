"""The colours of the three themes, by what they are for."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Token = Literal[
    "canvas",
    "surface",
    "sunken",
    "wash",
    "raised",
    "ink",
    "ink2",
    "ink3",
    "line",
    "line2",
    "link",
    "accent",
    "on_accent",
    "accent_soft",
    "care",
    "care_fill",
    "care_edge",
    "on_care",
    "care_soft",
    "care_ink",
    "stop",
    "stop_soft",
    "stop_ink",
    "must",
    "must_soft",
    "must_ink",
    "warn",
    "warn_soft",
    "warn_ink",
    "ok",
    "ok_soft",
    "ok_ink",
    "mark",
    "mark_ink",
    "mark_cur",
    "mark_cur_ink",
    "focus",
    "on_focus",
    "sel",
    "sel_ink",
]
"""What a colour is for. Plum (`care_*`) means a person to tell, and nothing else may use it."""


class Theme(StrEnum):
    """The themes that a reader can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


_LIGHT_DARK_CONTRAST: dict[Token, tuple[str, str, str]] = {
    "canvas": ("#F7F4EE", "#15181C", "#000000"),
    "surface": ("#FFFFFF", "#1D2126", "#000000"),
    "sunken": ("#EEEAE1", "#101317", "#000000"),
    "wash": ("#F4F1E9", "#282E35", "#000000"),
    "raised": ("#FFFFFF", "#262B31", "#000000"),
    "ink": ("#1B1E23", "#ECEAE4", "#FFFFFF"),
    "ink2": ("#434951", "#C2C4C4", "#FFFFFF"),
    "ink3": ("#5A6069", "#9DA3A9", "#FFFFFF"),
    "line": ("#DFD9CC", "#323840", "#FFFFFF"),
    "line2": ("#857F72", "#7C848D", "#FFFFFF"),
    "link": ("#0B4F63", "#8CCFDF", "#8FE3FF"),
    "accent": ("#0B4F63", "#8CCFDF", "#8FE3FF"),
    "on_accent": ("#FFFFFF", "#0C1B20", "#000000"),
    "accent_soft": ("#E0ECEE", "#1C3138", "#000000"),
    "care": ("#6A1B4D", "#F0A6CB", "#FFD6EC"),
    "care_fill": ("#6A1B4D", "#7D2B5B", "#FFD6EC"),
    "care_edge": ("#6A1B4D", "#C9709F", "#FFD6EC"),
    "on_care": ("#FFFFFF", "#FFFFFF", "#000000"),
    "care_soft": ("#F6E9F0", "#37202C", "#000000"),
    "care_ink": ("#5C1743", "#F7C6DD", "#FFD6EC"),
    "stop": ("#A3171C", "#FF9A91", "#FFB3AD"),
    "stop_soft": ("#FBEAE8", "#3A2020", "#000000"),
    "stop_ink": ("#8A1216", "#FFBDB6", "#FFB3AD"),
    "must": ("#1F4AA0", "#A3C1FF", "#C7D8FF"),
    "must_soft": ("#E8EEFA", "#1F2940", "#000000"),
    "must_ink": ("#1B3F8A", "#C3D6FF", "#C7D8FF"),
    "warn": ("#8A5300", "#F5C26B", "#FFD98A"),
    "warn_soft": ("#FCF0D6", "#372B16", "#000000"),
    "warn_ink": ("#6B4000", "#FAD798", "#FFD98A"),
    "ok": ("#1D6B3A", "#8BD6A0", "#A6F2BA"),
    "ok_soft": ("#E3F2E6", "#1A3122", "#000000"),
    "ok_ink": ("#175730", "#ADE5BD", "#A6F2BA"),
    "mark": ("#FFE58A", "#574510", "#FFEB3B"),
    "mark_ink": ("#1B1E23", "#FFF6DA", "#000000"),
    "mark_cur": ("#FFB938", "#FFC53D", "#FFFFFF"),
    "mark_cur_ink": ("#1B1E23", "#15181C", "#000000"),
    "focus": ("#0A57D6", "#FFD24A", "#FFEB3B"),
    "on_focus": ("#FFFFFF", "#15181C", "#000000"),
    "sel": ("#CFE3F7", "#2F5266", "#FFEB3B"),
    "sel_ink": ("#1B1E23", "#FFFFFF", "#000000"),
}


def colours(theme: Theme) -> dict[Token, str]:
    """The colour of every token in a theme, as `#RRGGBB`."""
    column = tuple(Theme).index(theme)
    return {token: values[column] for token, values in _LIGHT_DARK_CONTRAST.items()}


def warm_sheet() -> dict[Token, str]:
    """What is other where the sheet takes the paper colour; for the light theme alone.

    The ground of the current clause goes a step darker, or it would not be seen.
    """
    light = colours(Theme.LIGHT)
    return {"surface": light["canvas"], "wash": light["sunken"]}
