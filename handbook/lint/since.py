"""What became of the ids that staff already have: links and bookmarks find clauses by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy, Section
from handbook.lint.finding import Finding, Fix, error, warning

_ID = re.compile(r"\{:? ?#[^}\s]* ?\}\s*$")
_Part = Section | Clause


def check_since(folder: Path, library: Library, before: Library) -> Iterator[Finding]:
    """The ids of the version before that are no longer there, or belong to another heading.

    `library` is that of `folder`, whose files the fixes are for.
    """
    now = {policy.id: policy for policy in library.policies}
    for old in before.policies:
        if old.id in now:
            yield from _of_policy(folder, old, now[old.id])
        else:
            words = f"The version before had “{old.title}” under this name. No link finds it."
            yield warning(old.file, 1, "id-gone", words)


def _of_policy(folder: Path, old: Policy, new: Policy) -> Iterator[Finding]:
    yield from _old_reason(folder / new.file, old, new)
    now = {part.id for part in _parts(new)}
    was = {part.id for part in _parts(old)}
    fresh = [part for part in _parts(new) if part.id not in was]
    for part in _parts(old):
        if part.id in now:
            continue
        same = next((other for other in fresh if _is_same(part, other)), None)
        if same is None:
            yield warning(
                new.file,
                1,
                "id-gone",
                f"“{part.title}” ({part.id}) was there in the version before. If it was taken out "
                "on purpose, all is well. If it has another heading now, give it its id back.",
            )
        else:
            yield error(
                new.file,
                same.line,
                "id-changed",
                f"“{part.title}” had the id {part.id!r} in the version before. Links, bookmarks "
                "and printed pages that staff have lead to that id: give it back.",
                _given_back(folder / new.file, same.line, part.id),
            )


def _old_reason(file: Path, old: Policy, new: Policy) -> Iterator[Finding]:
    if new.why_changed and new.why_changed == old.why_changed and new.version != old.version:
        lines = file.read_text("utf-8-sig").split("\n")
        line = next((n for n, each in enumerate(lines, 1) if each.startswith("why-changed:")), 1)
        yield warning(
            new.file,
            line,
            "why-old",
            "'why-changed' still says why the version before said something else. Say why this "
            "one does, or take the line out. Until then staff are not shown it.",
        )


def _parts(policy: Policy) -> Iterator[_Part]:
    for section in policy.sections:
        if not section.is_clause:
            yield section
        yield from section.clauses


def _is_same(old: _Part, new: _Part) -> bool:
    """True for a clause with the same title, or the same words under another title."""
    if isinstance(old, Section) or isinstance(new, Section):
        return isinstance(old, Section) is isinstance(new, Section) and old.title == new.title
    return old.title == new.title or (old.text == new.text != "")


def _given_back(file: Path, line: int, name: str) -> Fix | None:
    lines = file.read_text("utf-8-sig").split("\n")
    raw = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    new, count = _ID.subn(f"{{#{name}}}", raw)
    return Fix(line, line, new) if count else None
