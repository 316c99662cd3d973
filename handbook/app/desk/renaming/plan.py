"""Another name for a file or for a clause: what will change is said first, then done at once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.markup.renaming import links_to, with_file_renamed, with_place_renamed

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_ID = re.compile(r"^#{1,6} .*\{:? ?#([A-Za-z0-9_-]+) ?\}\s*$")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new name would change."""

    said: str
    is_possible: bool
    texts: Mapping[str, str]
    """The words of every file that changes, by the names from before."""
    moves: tuple[tuple[str, str], ...] = ()
    """Files that get another name."""


def id_at(text: str, line: int) -> str:
    """The id of the heading that a line belongs to; empty where there is none."""
    lines = text.split("\n")
    for at in range(min(line, len(lines)) - 1, -1, -1):
        if found := _ID.match(lines[at]):
            return found[1]
    return ""


def file_plan(texts: Mapping[str, str], file: str, new: str) -> Plan:
    """What changes when a file gets another name; `new` is the bare name."""
    folder, base = posixpath.split(file)
    old, ending = base.split(".", 1)
    target = f"{folder}/{new}.{ending}"
    if problem := _problem(new, old):
        return Plan(problem, is_possible=False, texts={})
    taken = {posixpath.basename(name).split(".", 1)[0] for name in texts if name.endswith(".md")}
    if target in texts or (new in taken and not file.startswith("flows/")):
        return Plan(f"There is a file {new} already.", is_possible=False, texts={})
    moves = [(file, target)]
    stories = f"{folder}/{old}.scenarios.md"
    if file.startswith("flows/") and ending == "md" and stories in texts:
        moves.append((stories, f"{folder}/{new}.scenarios.md"))
    changed = with_file_renamed(texts, file, target)
    said = _said(links_to(texts, file), changed, "The file gets the new name")
    return Plan(said, is_possible=True, texts=changed, moves=tuple(moves))


def place_plan(texts: Mapping[str, str], file: str, old: str, new: str) -> Plan:
    """What changes when a clause, question or route gets another id."""
    if problem := _problem(new, old):
        return Plan(problem, is_possible=False, texts={})
    if re.search(rf"\{{:? ?#{re.escape(new)} ?\}}", texts[file]):
        return Plan(f"This file has {new} already.", is_possible=False, texts={})
    changed = with_place_renamed(texts, file, old, new)
    said = _said(links_to(texts, file, old), changed, "The heading gets the new name")
    return Plan(said, is_possible=True, texts=changed)


def _problem(new: str, old: str) -> str:
    if not new or new == old:
        return "Type the new name: small letters, figures and hyphens."
    if not _NAME.fullmatch(new):
        return "Use small letters, figures and hyphens only: links use the name."
    return ""


def _said(links: int, changed: Mapping[str, str], first: str) -> str:
    files = "1 file" if len(changed) == 1 else f"{len(changed)} files"
    if not links:
        return f"{first}; no link leads there."
    many = "1 link follows" if links == 1 else f"{links} links follow"
    return f"{first}, and {many}, in {files}. All of it is saved at once, and can be undone."
