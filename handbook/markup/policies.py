"""A policy's Markdown to a policy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from handbook.domain.blocks import Footnote, plain
from handbook.domain.policy import Clause, Confirm, Policy, Section
from handbook.domain.question import QUESTIONS
from handbook.markup.blocks import read_blocks
from handbook.markup.lines import LINE
from handbook.markup.questions import read_questions
from handbook.markup.source import Source
from handbook.markup.spans import line_of, read_spans
from handbook.markup.tree import parse

_NUMBER = re.compile(r"(?P<label>\d+(?:\.\d+)*)\.?\s+(?P<title>\S.*)", re.DOTALL)


@dataclass
class _Part:
    """A heading with the elements up to the next one."""

    heading: Element
    below: list[Element] = field(default_factory=list)


def read_policy(text: str, file: str) -> Policy:
    """Read a policy; raises ContentError, naming file and line, where it cannot be read."""
    source = Source.read(text, file)
    root = parse(source)
    before, found = _split(list(root), "h2")
    parts = [part for part in found if part.heading.get("id") != QUESTIONS]
    asking = [
        element for part in found if part.heading.get("id") == QUESTIONS for element in part.below
    ]
    front = source.front
    title = front.text("title")
    if not title:
        raise source.error(1, "the policy has no title in its front matter")
    authored = front.text("numbering") == "authored"
    sections = tuple(
        _section(source, part, number, authored=authored)
        for number, part in enumerate(parts, start=1)
    )
    _check_ids(source, sections)
    confirm = front.text("confirm") or Confirm.NEVER.value
    if confirm not in tuple(Confirm):
        raise source.error(
            front.place("confirm").line, f"confirm is {confirm!r}: write never, once or yearly"
        )
    name = PurePosixPath(file).stem
    return Policy(
        id=name,
        title=title,
        file=file,
        collection=front.text("collection"),
        summary=front.text("summary"),
        owner=front.text("owner"),
        version=front.text("version"),
        approved=front.day("approved"),
        approved_by=front.text("approved-by"),
        review=front.day("review"),
        law_as_of=front.day("law-as-of"),
        applies_to=front.texts("applies-to"),
        confirm=Confirm(confirm),
        why_changed=" ".join(front.text("why-changed").split()),
        keywords=front.texts("keywords"),
        intro=read_blocks(before, file),
        sections=sections,
        footnotes=_footnotes(source, root),
        questions=read_questions(asking, file, name),
    )


def _split(elements: list[Element], tag: str) -> tuple[list[Element], list[_Part]]:
    """What stands before the first heading, and each heading with what is under it."""
    before: list[Element] = []
    parts: list[_Part] = []
    for element in elements:
        if element.tag == "div" and element.get("class") == "footnote":
            continue
        if element.tag == tag:
            parts.append(_Part(element))
        else:
            (parts[-1].below if parts else before).append(element)
    return before, parts


def _section(source: Source, part: _Part, number: int, *, authored: bool) -> Section:
    name, title, label, line = _heading(source, part, str(number), authored=authored)
    before, parts = _split(part.below, "h3")
    blocks = read_blocks(before, source.file)
    asked = source.asked_under(line)
    if not parts:
        clause = Clause(name, title, label, blocks, line, asked)
        return Section(name, title, label, (), (clause,), line, asked)
    clauses = tuple(
        _clause(source, inner, f"{number}.{count}", authored=authored)
        for count, inner in enumerate(parts, start=1)
    )
    return Section(name, title, label, blocks, clauses, line, asked)


def _clause(source: Source, part: _Part, number: str, *, authored: bool) -> Clause:
    name, title, label, line = _heading(source, part, number, authored=authored)
    blocks = read_blocks(part.below, source.file)
    return Clause(name, title, label, blocks, line, source.asked_under(line))


def _heading(
    source: Source, part: _Part, number: str, *, authored: bool
) -> tuple[str, str, str, int]:
    line = line_of(part.heading)
    title = plain(read_spans(part.heading, source.file, line)).strip()
    name = part.heading.get("id", "")
    if not name:
        raise source.error(line, f"the heading {title!r} needs an id such as {{#pupils}}")
    found = _NUMBER.fullmatch(title) if authored else None
    if found:
        return name, found["title"], found["label"], line
    return name, title, number, line


def _check_ids(source: Source, sections: tuple[Section, ...]) -> None:
    seen: dict[str, int] = {}
    for section in sections:
        own = [] if section.is_clause else [(section.id, section.line)]
        for name, line in [*own, *((c.id, c.line) for c in section.clauses)]:
            if name in seen:
                raise source.error(line, f"the id {name!r} stands on line {seen[name]} already")
            seen[name] = line


def _footnotes(source: Source, root: Element) -> tuple[Footnote, ...]:
    found = [
        item
        for div in root.iter("div")
        if div.get("class") == "footnote"
        for item in div.iter("li")
        if item.get("id", "").startswith("fn:")
    ]
    return tuple(_footnote(source, item, number) for number, item in enumerate(found, start=1))


def _footnote(source: Source, item: Element, number: int) -> Footnote:
    for parent in list(item.iter()):
        for link in [child for child in parent if child.get("class") == "footnote-backref"]:
            parent.remove(link)
    # Footnotes join the tree after the lines were found: their own mark says where they stand.
    mark = f"[^{item.get('id', '').removeprefix('fn:')}]:"
    lines = enumerate(source.lines, start=1)
    line = next((n for n, text in lines if _unindented(text).startswith(mark)), 1)
    for element in item.iter():
        element.set(LINE, str(line))
    return Footnote(number, read_blocks(item, source.file), line)


def _unindented(text: str) -> str:
    """A line without the up to three spaces that mean nothing."""
    return text[:3].lstrip(" ") + text[3:]
