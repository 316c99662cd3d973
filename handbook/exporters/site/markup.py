"""HTML made of elements: a plain text is always escaped, wherever it is put."""

from __future__ import annotations

from html import escape


class Html(str):
    """Text that is HTML already. Made by `element`, or from what `handbook.markup.html` wrote."""

    __slots__ = ()


Inside = Html | str | None
"""What an element may hold; None is left out."""

_EMPTY = frozenset({"br", "img", "input", "link", "meta"})


def element(tag: str, *inside: Inside, **attributes: str | bool | None) -> Html:
    """An element; what is None or False is left out, and what is True has no value.

    A trailing underscore of a name is dropped and the others are hyphens: `class_`, `aria_label`.
    """
    words = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _EMPTY:
        return Html(f"<{tag}{words}>")
    return Html(f"<{tag}{words}>{joined(*inside)}</{tag}>")


def joined(*parts: Inside, by: str = "") -> Html:
    """Parts that follow each other."""
    return Html(by.join(_escaped(part) for part in parts if part is not None))


def _escaped(part: Html | str) -> str:
    return part if isinstance(part, Html) else escape(part, quote=False)


def _attribute(name: str, value: str | bool | None) -> str:  # noqa: FBT001 - a value as given
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
