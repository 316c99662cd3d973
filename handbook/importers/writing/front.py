"""The front matter of a draft: what the file stated, and nothing else."""

from __future__ import annotations

import json
import re

from handbook.importers.writing.escaping import clean, one_line

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ’]*[A-Za-z0-9’]|[A-Za-z]")
_WORDS_OF_YAML = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("approved", "review")
_ORDER = ("organisation", "owner", "version", "approved", "approved-by", "last-review", "review")


def front_matter(title: str, facts: dict[str, str], *, numbered: bool) -> str:
    """The lines between the two `---`, with them.

    A date without a day is left out where the handbook needs one: no day is made up.
    """
    lines = ["---", f"title: {_value(title)}"]
    for name in _ORDER:
        value = facts.get(name, "")
        if value and (name not in _DAYS or _FULL.fullmatch(value)):
            lines.append(f"{name}: {value if _FULL.fullmatch(value) else _value(value)}")
    if related := [part.strip() for part in facts.get("related", "").split(";") if part.strip()]:
        lines += ["related:", *(f"  - {_value(part)}" for part in related)]
    if numbered:
        lines.append("numbering: authored")
    return "\n".join([*lines, "---"])


def _value(text: str) -> str:
    text = one_line(clean(text))
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False).replace("\\/", "/")
