"""Another name for a file or for a place in it: everything that names it follows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

_LINK = re.compile(r"(\]\(\s*<?)([^()\s>]+)(>?)")
_HEADING_ID = r"^(#{{1,6}} .*\{{:? ?#){old}( ?\}}\s*)$"
_PRIORITY = re.compile(r"^(priority:)(.*(?:\n[ -].*)*)", re.MULTILINE)
_STORY_OF = r"^(flow:\s*[\"']?){old}([\"']?\s*(?:#.*)?)$"

Texts = Mapping[str, str]
"""The words of files, by name from the content folder."""


def with_file_renamed(texts: Texts, old: str, new: str) -> dict[str, str]:
    """What changes in other files, and in this one, when a file gets another name.

    Only files that change are in the answer; the file itself is under its old name.
    """

    def moved(file: str, target: str) -> str:
        path, sign, anchor = target.partition("#")
        if not path or _within(path, file) != old:
            return target
        return posixpath.relpath(new, posixpath.dirname(file)) + sign + anchor

    def renamed(name: str, text: str) -> str:
        text = _relinked(name, text, moved)
        if not old.startswith("flows/"):
            return _in_facts(name, text, before, after)
        if not name.startswith("flows/"):
            return text
        text = _in_priority(text, rf"(?<![\w-]){re.escape(before)}(?=#)", after)
        return story_of.sub(rf"\g<1>{after}\g<2>", text)

    before, after = _stem(old), _stem(new)
    story_of = re.compile(_STORY_OF.format(old=re.escape(before)), re.MULTILINE)
    return _changed(texts, renamed)


def with_place_renamed(texts: Texts, file: str, old: str, new: str) -> dict[str, str]:
    """What changes when a heading of a file gets another id."""

    def moved(name: str, target: str) -> str:
        path, _, anchor = target.partition("#")
        where = _within(path, name) if path else name
        return f"{path}#{new}" if where == file and anchor == old else target

    def renamed(name: str, text: str) -> str:
        text = _relinked(name, text, moved)
        if name == file:
            text = heading.sub(rf"\g<1>{new}\g<2>", text)
        if not file.startswith("flows/"):
            return _in_facts(name, text, f"{stem}#{old}", f"{stem}#{new}")
        if not name.startswith("flows/"):
            return text
        if name == file:
            text = _in_priority(text, rf"(?<![\w#-]){re.escape(old)}(?![\w#-])", new)
        whole = rf"(?<![\w-]){re.escape(stem)}#{re.escape(old)}(?![\w-])"
        return _in_priority(text, whole, f"{stem}#{new}")

    stem = _stem(file)
    heading = re.compile(_HEADING_ID.format(old=re.escape(old)), re.MULTILINE)
    return _changed(texts, renamed)


def links_to(texts: Texts, file: str, place: str = "") -> int:
    """How many links lead to a file, or to one place of it."""
    count = 0

    def counted(name: str, target: str) -> str:
        nonlocal count
        path, _, anchor = target.partition("#")
        where = _within(path, name) if path else name
        count += where == file and (anchor == place if place else bool(path))
        return target

    for name, text in texts.items():
        _relinked(name, text, counted)
    return count


def _changed(texts: Texts, renamed: Callable[[str, str], str]) -> dict[str, str]:
    found = {name: renamed(name, text) for name, text in texts.items()}
    return {name: text for name, text in found.items() if text != texts[name]}


def _relinked(name: str, text: str, moved: Callable[[str, str], str]) -> str:
    if not name.endswith(".md"):
        return text
    return _LINK.sub(lambda link: link[1] + moved(name, link[2]) + link[3], text)


def _in_priority(text: str, pattern: str, new: str) -> str:
    """Within the front matter's `priority` only: its ids are words that stand elsewhere too."""
    end = text.find("\n---", 3) if text.startswith("---") else -1
    if end < 0:
        return text
    front = _PRIORITY.sub(lambda found: found[1] + re.sub(pattern, new, found[2]), text[:end])
    return front + text[end:]


_CLAUSES = re.compile(r"(?m)^([^,\n]*,)([^,\n]*)")


def _in_facts(name: str, text: str, old: str, new: str) -> str:
    """In what names a clause outside Markdown: the law's list, and where Leave quickly leads."""
    whole = rf"{re.escape(old)}(?![\w-])"
    if name == "provisions.csv":
        # A line may name several clauses, with spaces between them.
        found = re.compile(rf"(?<![\w#-]){whole}")
        return _CLAUSES.sub(lambda line: line[1] + found.sub(new, line[2]), text)
    if name == "school.yaml":
        return re.sub(rf"(leave-quickly-to:\s*[\"']?){whole}", rf"\g<1>{new}", text)
    return text


def _stem(name: str) -> str:
    return posixpath.basename(name).partition(".")[0]


def _within(path: str, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
