"""Footnotes of a page: Word's, Google Docs', and Python-Markdown's."""

from __future__ import annotations

import re
from typing import Any

from handbook.importers.form import Para, Reading
from handbook.importers.web.sheets import Sheet

_TARGET = re.compile(
    r"#(_ftn\d+|_edn\d+|ftnt\d+|fn:?[\w-]+|footnote-?[\w-]+|fn-?\d+|sd(?:foot|end)note\d+sym)$"
)
_BACK = re.compile(
    r"#(?:_ftnref|_ednref|ftnt_ref|fnref|footnote-ref|user-content-fnref|sd(?:foot|end)note\d+anc)"
)


def take_notes(root: Any, reading: Reading, sheet: Sheet) -> None:
    """Move notes out of the page, and mark the places that refer to them."""
    bodies: dict[str, Any] = {}
    for link in root.iter("a"):
        found = _TARGET.match((link.get("href") or "").strip())
        if not found or _BACK.match(link.get("href")):
            continue
        key = found[1]
        body = bodies.get(key)
        if body is None:
            body = _body(root, key)
        if body is None or body is link or link in set(body.iter("a")):
            continue
        bodies[key] = body
        _mark(link, key)
    for key, body in bodies.items():
        _read(body, key, reading, sheet)


def _body(root: Any, key: str) -> Any:
    """The element that holds the words of a note."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("id") == key or (element.tag == "a" and element.get("name") == key):
            while element is not None and element.tag in ("a", "sup", "span"):
                element = element.getparent()  # noqa: PLW2901 - the block round it
            parent = element.getparent() if element is not None else None
            if parent is not None and "mso-element:" in (parent.get("style") or ""):
                return parent
            return element if element is not None and element.tag != "body" else None
    return None


def _mark(link: Any, key: str) -> None:
    for child in list(link):
        link.remove(child)
    link.text = None
    link.tag = "span"
    for name in list(link.attrib):
        del link.attrib[name]
    link.set("data-note", key)


def _read(body: Any, key: str, reading: Reading, sheet: Sheet) -> None:
    from handbook.importers.web.walking import Walker

    for link in list(body.iter("a")):
        if _BACK.match((link.get("href") or "").strip()):
            _drop(link)
    walker = Walker(reading, sheet)
    walker.walk_inside(body, _plain())
    reading.notes[key] = [p for p in walker.finish() if isinstance(p, Para) and p.text.strip()]
    _drop(body)


def _plain() -> Any:
    from handbook.importers.web.sheets import Look

    return Look()


def _drop(element: Any) -> None:
    """Take an element out of the page; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
