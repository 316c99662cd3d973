"""What can be put into a text, and what of it fits some words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.domain.flow import Step
from handbook.domain.library import Library
from handbook.domain.rule import RuleKind

_WORD = re.compile(r"\w+")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to insert."""

    kind: str
    """Clause, person, setting, rule: read before the words."""
    words: str
    detail: str = ""
    link: str = ""
    """Where it leads; empty for a block of text."""
    text: str = ""
    """The link's own words, or the block."""
    also: str = ""
    """Further words that find it."""
    default: str = ""

    def inserted(self, selected: str) -> str:
        """What goes into the text; what was selected becomes the words of a link."""
        if not self.link:
            return self.text
        return f"[{selected or self.text}]({self.link})"

    @property
    def is_block(self) -> bool:
        """True for what stands on lines of its own."""
        return not self.link


def items(library: Library, file: str) -> tuple[Item, ...]:
    """Everything that can be put into a file."""
    return (*_blocks(), *_clauses(library, file), *_contacts(library), *_settings(library),
            *_places(library, file))  # fmt: skip


def found(all_items: tuple[Item, ...], words: str) -> tuple[Item, ...]:
    """What fits the words: every word begins a word of it; the closest first."""
    wanted = [word.casefold() for word in _WORD.findall(words)]
    if not wanted:
        return all_items[:_MOST]
    scored = [(score, at) for at, item in enumerate(all_items) if (score := _score(item, wanted))]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(all_items[at] for _, at in scored[:_MOST])


def _score(item: Item, wanted: list[str]) -> int:
    """More for a word in the title than for one that staff only ask; 0 where one is missing."""
    title = [word.casefold() for word in _WORD.findall(item.words)]
    rest = [word.casefold() for word in _WORD.findall(f"{item.kind} {item.detail} {item.also}")]
    total = 0
    for word in wanted:
        if word in title:
            total += 6
        elif any(each.startswith(word) for each in title):
            total += 4
        elif any(each.startswith(word) for each in rest):
            total += 1
        else:
            return 0
    return total


def _blocks() -> Iterator[Item]:
    for kind in RuleKind:
        yield Item("Rule", kind.lead, "A box in the text", text=f"> **{kind.lead}** ")
    table = "| First | Second |\n| --- | --- |\n| words | words |"
    yield Item("Table", "Table of two columns", text=table)
    asked = "<!-- asked: what staff would type · another way to ask it -->"
    yield Item("Search", "What staff type to find this clause", "Under a heading", text=asked)


def _clauses(library: Library, file: str) -> Iterator[Item]:
    for policy in library.policies:
        for clause in policy.clauses:
            path = "" if policy.file == file else _path(policy.file, file)
            yield Item(
                "Clause",
                f"{policy.title} {clause.label} {clause.title}",
                clause.text.replace("\n", " ")[:120],
                link=f"{path}#{clause.id}",
                text=clause.title[:1].lower() + clause.title[1:],
                also=" ".join(clause.asked),
            )


def _contacts(library: Library) -> Iterator[Item]:
    for contact in library.school.contacts.values():
        kind = "Body outside" if contact.is_body else "Person"
        yield Item(
            kind,
            contact.title,
            contact.name or contact.purpose,
            link=f"role:{contact.id}",
            text=contact.title,
            also=contact.id,
        )


def _settings(library: Library) -> Iterator[Item]:
    for name, value in library.school.settings.items():
        words = name.replace("-", " ")
        yield Item("Choice", words, f"Now: {value}", link=f"setting:{name}", text=value)


def _places(library: Library, file: str) -> Iterator[Item]:
    for flow in library.flows:
        path = "" if flow.file == file else _path(flow.file, file)
        for node in flow.nodes:
            title = node.question if isinstance(node, Step) else node.title
            link = f"{path}#{node.id}"
            yield Item("Question or route", title, flow.title, link=link, text=title)


def _path(target: str, file: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(file))
