"""Rules on links: each must lead somewhere, and be of a kind that the app follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import takewhile
from pathlib import PurePosixPath

from handbook.domain.question import QUESTIONS
from handbook.lint.finding import Finding, error, warning
from handbook.lint.text.source import Line, SourceText

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?(?P<target>[^()\s>]*)>?"
    r"(?P<title>\s+[\"'][^\"']*[\"'])?\s*\)"
)
_GAP = re.compile(r"\[[^\[\]]+\] +\((?:#|role:|setting:|https?:|\.\./|[\w./-]+\.md)")
_ID = re.compile(r"^#{1,6} .*\{:? ?#([a-z0-9-]+) ?\}\s*$")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True)
class Targets:
    """Everything in the content that a link may lead to."""

    anchors: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The ids of each Markdown file, by its path from the content folder."""
    roles: Collection[str] = ()
    settings: Collection[str] = ()
    files: Collection[str] = ()
    """Every other file of the content, such as images."""


@dataclass(frozen=True, slots=True)
class _Link:
    source: SourceText
    line: int
    target: str
    is_image: bool
    words: str

    def wrong(self, rule: str, message: str) -> Finding:
        return error(self.source.file, self.line, rule, message)


def anchors(source: SourceText) -> frozenset[str]:
    """The ids that a file's headings have; the questions at its end are no place to go to."""
    found = (match[1] for line in source.words if (match := _ID.match(line.body)))
    return frozenset(takewhile(lambda name: name != QUESTIONS, found))


def check_links(source: SourceText, targets: Targets) -> Iterator[Finding]:
    """What is wrong with the links and pictures of a file."""
    for line in source.words:
        for link in _links(source, line):
            yield from _check(link, targets)
        if _GAP.search(line.words):
            yield error(
                source.file,
                line.number,
                "link-gap",
                "There is a space between ] and (, so this is no link. Take it out.",
            )


def _links(source: SourceText, line: Line) -> Iterator[_Link]:
    for found in _LINK.finditer(line.words):
        yield _Link(
            source, line.number, found["target"], bool(found["image"]), found["words"].strip()
        )


def _check(link: _Link, targets: Targets) -> Iterator[Finding]:
    scheme = _SCHEME.match(link.target)
    if not link.words:
        yield _wordless(link)
    if link.is_image:
        yield from _image(link, targets)
    elif scheme:
        yield from _outside(link, scheme["scheme"], targets)
    else:
        yield from _inside(link, targets)


def _wordless(link: _Link) -> Finding:
    if link.is_image:
        rule, words = "image-words", "This picture has no description. Say what it shows."
    else:
        rule, words = "link-words", "This link has no words. Write some between [ and ]."
    return warning(link.source.file, link.line, rule, words)


def _image(link: _Link, targets: Targets) -> Iterator[Finding]:
    path = _resolved(link.source.file, link.target)
    if _SCHEME.match(link.target) or path is None:
        yield link.wrong("image", f"{link.target!r}: a picture must lie in the content's images.")
    elif path not in targets.files:
        yield link.wrong("image", f"There is no picture {link.target!r}.")


def _outside(link: _Link, scheme: str, targets: Targets) -> Iterator[Finding]:
    name = link.target.partition(":")[2]
    match scheme:
        case "role":
            yield from _named(link, "role", name, targets.roles, "person or body")
        case "setting":
            yield from _named(link, "setting", name, targets.settings, "setting")
        case "https" | "mailto" | "tel" if name:
            return
        case "http":
            yield link.wrong("link-kind", f"Write https: instead of http: in {link.target}.")
        case _:
            yield link.wrong(
                "link-kind",
                f"The app does not follow {link.target!r}. Links may be to a place of the "
                "handbook, role:, setting:, https:, mailto: or tel:.",
            )


def _named(
    link: _Link, rule: str, name: str, known: Collection[str], what: str
) -> Iterator[Finding]:
    if name not in known:
        yield link.wrong(
            f"link-{rule}", f"school.yaml has no {what} {name!r}.{_perhaps(name, known)}"
        )


def _inside(link: _Link, targets: Targets) -> Iterator[Finding]:
    path_text, _, anchor = link.target.partition("#")
    path = _resolved(link.source.file, path_text) if path_text else link.source.file
    if not link.target or path is None:
        yield link.wrong("link-kind", f"{link.target!r} leads out of the content.")
    elif path not in targets.anchors:
        yield link.wrong(
            "link-file", f"There is no {path!r} to link to.{_perhaps(path, targets.anchors)}"
        )
    elif anchor and anchor not in targets.anchors[path]:
        where = "this file" if path == link.source.file else path
        yield link.wrong(
            "link-anchor",
            f"No heading of {where} has the id {anchor!r}."
            f"{_perhaps(anchor, targets.anchors[path])}",
        )


def _perhaps(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f" Did you mean {near[0]!r}?" if near else ""


def _resolved(file: str, target: str) -> str | None:
    if target.startswith("/") or "\\" in target:
        return None
    parts: list[str] = []
    for part in (*PurePosixPath(file).parent.parts, *PurePosixPath(target).parts):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
