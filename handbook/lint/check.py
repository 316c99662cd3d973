"""Checking a whole content folder, or one file of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library, Unreadable
from handbook.lint.age import check_contacts, check_reviews
from handbook.lint.clauses import check_clauses
from handbook.lint.finding import Finding, error
from handbook.lint.flows.asked import never_asked, told_unasked
from handbook.lint.flows.graph import Graph
from handbook.lint.flows.outcomes import check_outcomes
from handbook.lint.flows.shape import rings, too_long, unreached
from handbook.lint.flows.steps import check_steps
from handbook.lint.flows.told import check_told
from handbook.lint.front import check_front
from handbook.lint.language.abbreviations import check_abbreviations
from handbook.lint.language.asked import check_asked_twice
from handbook.lint.language.copies import check_copies
from handbook.lint.language.phrases import check_phrases
from handbook.lint.language.sentences import check_sentences
from handbook.lint.leaving import check_leaving
from handbook.lint.links import Targets, anchors, check_links
from handbook.lint.provisions import FILE, check_provisions
from handbook.lint.questions import check_questions, check_questions_place
from handbook.lint.school_file import check_school, names_in
from handbook.lint.seen import check_seen
from handbook.lint.stories import check_stories
from handbook.lint.text.rules import check_text
from handbook.lint.text.source import SourceText
from handbook.lint.words_file import Terms, check_words, terms_in

_FOLDERS = ("policies", "flows", "guides")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(\.scenarios)?\.md")
_AS_SAVED: Mapping[str, str] = MappingProxyType({})


def check(folder: Path, today: date | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong in a content folder, in the order of files and lines.

    Without `today`, nothing is said of what is overdue. Raises ContentMissing where the folder
    holds no content; anything else is a finding.
    """
    from handbook.markup.library import read_library

    library = read_library(folder)
    return check_desk(folder, library, today=today)


def check_desk(
    folder: Path,
    library: Library,
    unsaved: Mapping[str, str] = _AS_SAVED,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """The same, where some files have words that are not saved yet, by name.

    The library is that of the folder with these words in it, as `read_library` gives it.
    """
    files = _Files(folder, unsaved)
    sources, findings = files.sources()
    findings += _check_sources(files, sources, library)
    findings += _unreadable(library)
    findings += check_library(library)
    findings += check_language(library, terms_in(files.text("words.yaml")))
    school_file = files.text("school.yaml")
    findings += check_leaving(library, school_file)
    findings += check_provisions(files.text(FILE), library)
    if today is not None:
        findings += check_contacts(library, school_file, today)
        for source in sources:
            findings += check_reviews(source, today)
    return _sorted(_told_once(findings))


def check_file(path: Path, today: date | None = None) -> tuple[Finding, ...]:
    """What is wrong in one file; links are followed where it lies in a content folder."""
    folder = path.parent.parent if path.parent.name in _FOLDERS else path.parent
    name = path.relative_to(folder).as_posix()
    try:
        return tuple(finding for finding in check(folder, today) if finding.place.file == name)
    except ContentMissing:
        source = _source(path, name)
        return _sorted([source] if isinstance(source, Finding) else list(_text_findings(source)))


def check_draft(draft: Path, folder: Path, library: Library) -> tuple[Finding, ...]:
    """What is wrong in a draft of a flow and in its stories, as if it lay in the content.

    The library is that of the folder with the draft in it, as `read_library` gives it.
    """
    name = f"flows/{draft.name}"
    files = _Files(folder)
    sources, findings = files.sources()
    sources = [source for source in sources if source.file != name]
    findings = [finding for finding in findings if finding.place.file != name]
    if draft.is_file():
        source = _source(draft, name)
        if isinstance(source, Finding):
            findings.append(source)
        else:
            sources.append(source)
    findings += _check_sources(files, sources, library)
    findings += _unreadable(library)
    findings += check_library(library)
    findings += check_language(library, terms_in(files.text("words.yaml")))
    own = (name, f"flows/{draft.stem}.scenarios.md")
    return _sorted([f for f in _told_once(findings) if f.place.file in own])


def check_library(library: Library) -> list[Finding]:
    """What is wrong with policies, flows and stories once they are read.

    Flows are proved together and with the school's people, so the proof waits until all of
    these can be read.
    """
    clauses = [*check_clauses(library), *check_questions(library)]
    if any(_holds_up(item) for item in library.unreadable):
        return clauses
    graph = Graph(library.flows)
    return [
        *clauses,
        *rings(graph),
        *unreached(graph),
        *too_long(graph),
        *check_steps(graph),
        *check_outcomes(library),
        *check_told(graph, library.school),
        *never_asked(graph, library.school),
        *told_unasked(graph, library.school),
        *check_stories(library),
        *check_seen(library),
    ]


def check_language(library: Library, terms: Terms) -> Iterator[Finding]:
    """What a tired reader stumbles over, once policies and flows are read."""
    yield from check_sentences(library)
    yield from check_abbreviations(library, terms.abbreviations)
    yield from check_copies(library)
    yield from check_asked_twice(library)


def _check_sources(
    content: _Files, sources: list[SourceText], library: Library
) -> Iterator[Finding]:
    folder = content.folder
    names = names_in(content.text("school.yaml"))
    lost = not names.roles  # one finding on school.yaml, and not one for each link to a person
    targets = Targets(
        anchors={source.file: anchors(source) for source in sources},
        roles=names.roles,
        settings=names.settings,
        files={path.relative_to(folder).as_posix() for path in folder.rglob("*")},
        unread={item.place.file for item in library.unreadable},
    )
    avoided = terms_in(content.text("words.yaml")).avoided
    yield from _twins(sources)
    for source in sources:
        yield from _name(source)
        yield from _text_findings(source)
        yield from check_phrases(source, avoided)
        if source.is_policy:
            yield from check_questions_place(source)
        yield from check_front(source, None if lost else names.people)
        if not lost:
            yield from check_links(source, targets)
    yield from check_words(content.text("words.yaml"))
    if (folder / "school.yaml").is_file():
        yield from check_school(content.text("school.yaml"))
    else:
        words = "There is no school.yaml, so nobody to tell. Take the model's, and fill it in."
        yield error("school.yaml", 1, "school-missing", words)


class _Files:
    """The files of a content folder, some with words that are not saved yet."""

    def __init__(self, folder: Path, unsaved: Mapping[str, str] = _AS_SAVED) -> None:
        self.folder = folder
        self._unsaved = unsaved

    def text(self, name: str) -> str:
        """The words of a file; none where it is not there."""
        path = self.folder / name
        if name in self._unsaved:
            return self._unsaved[name]
        return path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""

    def sources(self) -> tuple[list[SourceText], list[Finding]]:
        """The Markdown files, and what is wrong with those that cannot be read."""
        found = [
            self._source(path) for path in sorted(self.folder.rglob("*.md")) if path.is_file()
        ]
        sources = [item for item in found if isinstance(item, SourceText)]
        return sources, [item for item in found if isinstance(item, Finding)]

    def _source(self, path: Path) -> SourceText | Finding:
        name = path.relative_to(self.folder).as_posix()
        if name in self._unsaved:
            return _kept_source(name, self._unsaved[name])
        return _source(path, name)


@lru_cache(maxsize=400)
def _kept_source(name: str, text: str) -> SourceText:
    """The desk checks all files at each pause in typing, and most stayed as they were."""
    return SourceText(name, text)


@lru_cache(maxsize=400)
def _text_findings(source: SourceText) -> tuple[Finding, ...]:
    return tuple(check_text(source))


def _source(path: Path, name: str) -> SourceText | Finding:
    data = path.read_bytes()
    try:
        return _kept_source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        return error(
            name, line, "encoding", "This is not UTF-8. Save the file as UTF-8 (plain text)."
        )


def _name(source: SourceText) -> Iterator[Finding]:
    name = source.file.rpartition("/")[2]
    if (source.is_policy or source.is_flow or source.is_story) and not _NAME.fullmatch(name):
        yield error(
            source.file,
            1,
            "file-name",
            "Name the file with small letters, figures and hyphens only: links use its name.",
        )


def _twins(sources: list[SourceText]) -> Iterator[Finding]:
    """A guide and a policy of one name: links could not tell them apart."""
    seen: dict[str, str] = {}
    for source in sources:
        if source.is_policy:
            other = seen.setdefault(source.stem, source.file)
            if other != source.file:
                words = f"{other} has this name too, and links use it. Rename one of them."
                yield error(source.file, 1, "file-twin", words)


def _unreadable(library: Library) -> Iterator[Finding]:
    for item in library.unreadable:
        also = " The flows are proved once this file can be read." if _holds_up(item) else ""
        yield error(
            item.place.file,
            item.place.line,
            "unreadable",
            f"{item.problem.rstrip('.')}{'' if item.problem.endswith('?') else '.'}{also}",
        )


def _holds_up(item: Unreadable) -> bool:
    return item.place.file.startswith(("flows/", "school.yaml"))


def _told_once(findings: list[Finding]) -> list[Finding]:
    """Without what another finding says better.

    A broken link says it of its line; curly quotes say it of a link; and what makes a file
    unreadable is usually named by an error of its own.
    """
    links = {finding.place for finding in findings if finding.rule.startswith("link-")}
    curly = {finding.place for finding in findings if finding.rule == "curly-quotes"}
    files = {f.place.file for f in findings if f.is_error and f.rule != "unreadable"}
    return [
        finding
        for finding in findings
        if not (
            (finding.rule in ("flow-link", "outcome-rests-on") and finding.place in links)
            or (finding.rule.startswith("link-") and finding.place in curly)
            or (finding.rule == "unreadable" and finding.place.file in files)
        )
    ]


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda finding: (finding.place, finding.rule))
    )
