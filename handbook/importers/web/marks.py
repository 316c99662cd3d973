"""The numbers and letters that a browser puts before the items of a list."""

from __future__ import annotations

from typing import Any

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
          (1, "i"))  # fmt: skip


def list_label(number: int, style: str) -> str:
    """The label of an item: `3.`, `c.`, `iii.`."""
    match style:
        case "a" | "lower-alpha" | "lower-latin":
            return f"{letters(number)}."
        case "A" | "upper-alpha" | "upper-latin":
            return f"{letters(number).upper()}."
        case "i" | "lower-roman":
            return f"{numeral(number)}."
        case "I" | "upper-roman":
            return f"{numeral(number).upper()}."
        case _:
            return f"{number}."


def heads_items(element: Any) -> bool:
    """True for a list whose items begin with headings: it numbers them."""
    return any(
        item.tag == "li" and len(item) and item[0].tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        for item in element
    )


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word counts."""
    if number < 1:
        return str(number)
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number < 300 else str(number)


def numeral(number: int) -> str:
    """A number in small Roman numerals."""
    if not 0 < number < 400:
        return str(number)
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found, number = found + sign, number - value
    return found
