"""As much of style sheets as says how a paragraph looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|cm|mm|em|rem|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0}
_MOST = 3_000
_BOLD, _ITALIC = frozenset(("b", "strong", "summary")), frozenset(("i", "em", "cite"))

Sheet = dict[str, str]
"""Declarations by selector: `p`, `.name` or `p.name`."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words look at one place of a page."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    size: float = 0.0
    link: str = ""
    hidden: bool = False
    indent: float = 0.0
    first: float = 0.0
    """How far the first line stands before or after the others."""
    centred: bool = False
    word_list: str = ""
    """What Word says of a paragraph of a list: `l0 level1 lfo1`."""
    list_style: str = ""


def read_sheet(text: str) -> Sheet:
    """The declarations of a style sheet for tags and classes; everything else is passed over."""
    sheet: Sheet = {}
    for rule in list(_RULE.finditer(_COMMENT.sub("", text)))[:_MOST]:
        for selector in rule[1].split(","):
            name = selector.strip().casefold()
            if name and _SELECTOR.fullmatch(name):
                sheet[name] = f"{sheet.get(name, '')};{rule[2]}"
    return sheet


def declared(sheet: Sheet, tag: str, classes: str, own: str) -> str:
    """All that a sheet and an element's own style declare for it, the strongest last."""
    names = [name.casefold() for name in classes.split()[:10]]
    keys = [tag, *(f".{name}" for name in names), *(f"{tag}.{name}" for name in names)]
    return ";".join([*(sheet[key] for key in keys if key in sheet), own])


def styled(look: Look, declarations: str, *, block: bool) -> Look:
    """A look under further declarations; indents belong to blocks alone."""
    if block:
        look = replace(look, first=0.0, word_list="")
    for part in declarations.split(";"):
        key, _, value = part.partition(":")
        look = _with(look, key.strip().casefold(), value.strip().casefold(), block=block)
    return look


def tagged(tag: str, look: Look) -> Look:
    """A look inside a tag that changes it."""
    if tag in _BOLD:
        return replace(look, bold=True)
    if tag in _ITALIC:
        return replace(look, italic=True)
    if tag == "u":
        return replace(look, underlined=not look.link)
    if tag == "center":
        return replace(look, centred=True)
    return look


def _with(look: Look, key: str, value: str, *, block: bool) -> Look:
    change = _letters(look, key, value)
    if block and not change:
        change = _lines(look, key, value)
    if key in ("display", "visibility", "mso-hide") and value in ("none", "hidden", "all"):
        change = {"hidden": True}
    return replace(look, **change) if change else look  # type: ignore[arg-type]


def _letters(look: Look, key: str, value: str) -> dict[str, object]:
    match key:
        case "font-weight":
            heavy = value in ("bold", "bolder") or (value.isdigit() and int(value) >= 600)
            return {"bold": heavy}
        case "font-style":
            return {"italic": value in ("italic", "oblique")}
        case "text-decoration":
            return {"underlined": "underline" in value and not look.link}
        case "font-size":
            size = length(value)
            return {"size": size} if size > 0 else {}
        case _:
            return {}


def _lines(look: Look, key: str, value: str) -> dict[str, object]:
    match key:
        case "margin-left":
            return {"indent": length(value)}
        case "padding-left":
            return {"indent": look.indent + length(value)}
        case "margin":
            parts = value.split()
            return {"indent": length(parts[3])} if len(parts) == 4 else {}
        case "text-indent":
            return {"first": length(value)}
        case "text-align":
            return {"centred": value == "center"}
        case "mso-list":
            return {"word_list": value}
        case "list-style-type":
            return {"list_style": value}
        case _:
            return {}


def length(value: str) -> float:
    """A length in points; 0 for what is none."""
    found = _LENGTH.match(value)
    if not found:
        return 0.0
    if found[2] == "%":
        return float(found[1]) / 100 * 12
    return min(float(found[1]) * _POINTS.get(found[2] or "px", 0.75), 2000.0)
