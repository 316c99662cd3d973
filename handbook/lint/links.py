"""Rules on links: each must lead somewhere, and be of a kind that the app follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from pathlib import PurePosixPath

from handbook.domain.question import QUESTIONS
from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.mending import meant
from handbook.lint.text.source import Line, SourceText

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?(?P<target>[^()\s>]*)>?"
    r"(?P<title>\s+[\"'][^\"']*[\"'])?\s*\)"
)
_GAP = re.compile(r"\[[^\[\]]+\] +\((?:#|role:|setting:|https?:|\.\./|[\w./-]+\.md)")
_ID = re.compile(r"^#{1,6} .*\{:? ?#([a-z0-9-]+) ?\}\s*$")
_SAYS_NOTHING = frozenset(
    ["click here", "here", "link", "more", "read more", "this", "this link", "this page"]
)
_SAYS_NOTHING_OF_PICTURE = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|screenshot|logo|diagram|img)[ _-]?\d*"
    r"|\S+\.(?:png|jpe?g|gif|webp|svg)|(?:img|dsc|image)[_-]?\d+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r'\{: ?subject="(?P<roles>[^"{}]*)" ?\}')
_LOOK = " Write the id of the clause that you mean: it stands in braces at its heading."
_ADD = " Use a name that stands there, or add this one."
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
    unread: Collection[str] = ()
    """Files that are there and cannot be read: their own finding says so, once."""


@dataclass(frozen=True, slots=True)
class _Link:
    source: SourceText
    at: Line
    found: re.Match[str]

    @property
    def line(self) -> int:
        return self.at.number

    @property
    def target(self) -> str:
        return self.found["target"]

    @property
    def is_image(self) -> bool:
        return bool(self.found["image"])

    @property
    def words(self) -> str:
        return self.found["words"].strip()

    def wrong(
        self, rule: str, message: str, instead: str = "", *, unlink: bool = False
    ) -> Finding:
        """A finding; the fix leads the link to `instead`, or leaves its words alone."""
        fix = self._led_to(instead) if instead else self._words_alone() if unlink else None
        return error(self.source.file, self.line, rule, message, fix)

    def _words_alone(self) -> Fix | None:
        """In a policy words can stand without a link; in a flow a person is named by one."""
        typed = self.found[0]
        if not self.source.is_policy or self.at.raw.count(typed) != 1:
            return None
        return Fix(self.line, self.line, self.at.raw.replace(typed, self.words))

    def _led_to(self, target: str) -> Fix | None:
        typed = f"({self.target})"
        if self.at.raw.count(typed) != 1:
            return None
        new = self.at.raw.replace(typed, f"({target})")
        return Fix(self.line, self.line, new)


def anchors(source: SourceText) -> frozenset[str]:
    """The ids that a file's headings have; the questions at its end are no place to go to."""
    found = (match[1] for line in source.words if (match := _ID.match(line.body)))
    return frozenset(takewhile(lambda name: name != QUESTIONS, found))


def check_links(source: SourceText, targets: Targets) -> Iterator[Finding]:
    """What is wrong with the links and pictures of a file."""
    for link in _links(source):
        yield from _check(link, targets)
    for line in source.words:
        if source.is_flow:
            yield from _subjects(source, line, targets.roles)
        if "] " in line.words and _GAP.search(line.words):
            yield error(
                source.file,
                line.number,
                "link-gap",
                "There is a space between ] and (, so this is no link. Take it out.",
                Fix(line.number, line.number, _GAP.sub(_closed, line.raw)),
            )


def _subjects(source: SourceText, line: Line, known: Collection[str]) -> Iterator[Finding]:
    for found in _SUBJECT.finditer(line.words):
        for role in found["roles"].split():
            if role in known:
                continue
            near = meant(role, known)
            yield error(
                source.file,
                line.number,
                "flow-subject",
                f"school.yaml has nobody called {role!r}, so they could not be left out."
                f"{_perhaps(near) or _ADD}",
                Fix(line.number, line.number, line.raw.replace(f'"{role}', f'"{near}'))
                if near and f'"{role}' in line.raw
                else None,
            )


def _closed(found: re.Match[str]) -> str:
    before, _, after = found[0].rpartition("](") if "](" in found[0] else found[0].partition("]")
    return f"{before}]{after.lstrip()}"


@lru_cache(maxsize=400)
def _links(source: SourceText) -> tuple[_Link, ...]:
    return tuple(
        _Link(source, line, found)
        for line in source.words
        if "](" in line.words
        for found in _LINK.finditer(line.words)
    )


def _check(link: _Link, targets: Targets) -> Iterator[Finding]:
    scheme = _SCHEME.match(link.target)
    yield from _words(link)
    if link.is_image:
        yield from _image(link, targets)
    elif scheme:
        yield from _outside(link, scheme["scheme"], targets)
    else:
        yield from _inside(link, targets)


def _words(link: _Link) -> Iterator[Finding]:
    """Words that say nothing to somebody who hears the links of a page one by one."""
    file, line, words = link.source.file, link.line, link.words
    if link.is_image and not words:
        said = "This picture has no description. Say what it shows."
        yield warning(file, line, "image-words", said)
    elif link.is_image and _SAYS_NOTHING_OF_PICTURE.fullmatch(words):
        said = f"“{words}” does not say what the picture shows. Describe it in a sentence."
        yield warning(file, line, "image-words", said)
    elif not words:
        said = "This link has no words. Write some between [ and ]."
        yield warning(file, line, "link-words", said)
    elif link.source.is_policy and words.casefold().strip(" .:") in _SAYS_NOTHING:
        said = f"“{words}” does not say where this link leads. Write what is there instead."
        yield warning(file, line, "link-words", said)


def _image(link: _Link, targets: Targets) -> Iterator[Finding]:
    path = _resolved(link.source.file, link.target)
    if _SCHEME.match(link.target) or path is None:
        yield link.wrong("image", f"{link.target!r}: a picture must lie in the content's images.")
    elif path not in targets.files:
        yield link.wrong(
            "image", f"There is no picture {link.target!r}. Put it there, or correct its name."
        )


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
            safe = f"https{link.target[4:]}"
            yield link.wrong("link-kind", f"Write https: instead of http: in {link.target}.", safe)
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
        near = meant(name, known)
        yield link.wrong(
            f"link-{rule}",
            f"school.yaml has no {what} {name!r}.{_perhaps(near) or _ADD}",
            f"{rule}:{near}" if near else "",
            unlink=not near,
        )


def _inside(link: _Link, targets: Targets) -> Iterator[Finding]:
    path_text, _, anchor = link.target.partition("#")
    path = _resolved(link.source.file, path_text) if path_text else link.source.file
    if not link.target or path is None:
        yield link.wrong("link-kind", f"{link.target!r} leads out of the content.")
    elif path in targets.unread and path != link.source.file:
        return
    elif path not in targets.anchors:
        near = _file_meant(path, targets.anchors)
        yield link.wrong(
            "link-file",
            f"There is no {path!r} to link to.{_perhaps(near) or ' Correct its name.'}",
            _from(link.source.file, near) + (f"#{anchor}" if anchor else "") if near else "",
        )
    elif anchor and anchor not in targets.anchors[path]:
        where = "this file" if path == link.source.file else path
        near = meant(anchor, targets.anchors[path])
        yield link.wrong(
            "link-anchor",
            f"No heading of {where} has the id {anchor!r}.{_perhaps(near) or _LOOK}",
            f"{path_text}#{near}" if near else "",
        )


def _file_meant(path: str, files: Collection[str]) -> str:
    """The file whose name is much like it: folder and ending say nothing of what was meant."""
    by_stem = {PurePosixPath(file).stem: file for file in files}
    stem = PurePosixPath(path).stem
    return by_stem.get(stem if stem in by_stem else meant(stem, by_stem), "")


def _perhaps(near: str) -> str:
    return f" Did you mean {near!r}?" if near else ""


def _from(file: str, target: str) -> str:
    """A file as another one names it."""
    folder, _, name = target.rpartition("/")
    here = file.rpartition("/")[0]
    if folder == here:
        return name
    return "../" * len(PurePosixPath(here).parts) + target


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
