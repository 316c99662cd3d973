"""What a page holds that is no word of the policy."""

from __future__ import annotations

import re
from typing import Any

RUNNING = "a running line"
CONTENTS = "a line of a contents list"
_DELETED = frozenset(("del", "s", "strike"))
_TOC = re.compile(r"\b(?:msotoc\d?|toc|table-of-contents|contents-list)\b", re.IGNORECASE)
_RUNNING = re.compile(r"\b(?:msoheader|msofooter)\b", re.IGNORECASE)


def kind_left_out(element: Any, tag: str) -> str:
    """What kind of thing an element is that is left out; empty for what is kept."""
    style = element.get("style", "").replace(" ", "").casefold()
    classes = element.get("class", "")
    if tag in _DELETED and (tag == "del" or element.get("cite")):
        return "deleted text"
    if "mso-element:header" in style or "mso-element:footer" in style or _RUNNING.search(classes):
        return RUNNING
    if "mso-element:comment" in style or "mso-comment" in style or "msocom" in classes:
        return "a comment"
    if tag == "nav" or element.get("role") == "navigation":
        return "a menu"
    return CONTENTS if tag != "body" and _TOC.search(classes) else ""
