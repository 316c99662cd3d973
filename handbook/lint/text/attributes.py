"""Rules on braces, quotes inside them, and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.lint.finding import Finding, Fix, error
from handbook.lint.text.source import Line, LineKind, SourceText

_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "″": '"'})
_NONE = dict.fromkeys(_CURLY)
_BRACES = re.compile(r"\{:?[^{}]*\}")
_SUBJECT = re.compile(r'(?<=\))\{: ?subject="(?P<role>[a-z0-9-]+(?: [a-z0-9-]+)*)" ?\}')
_LOOSE_SUBJECT = re.compile(r'(?<=\)) +\{: ?subject="[a-z0-9 -]+" ?\}')
_TARGET = re.compile(r"\]\((?P<target>[^()\s]*[“”„‘’][^()\s]*)\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[^<>\s@]+@[^<>\s]+>")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def curly_quotes(source: SourceText) -> Iterator[Finding]:
    """Quotes from a word processor inside braces or a link's target."""
    for line in source.words:
        fixed = _BRACES.sub(lambda found: found[0].translate(_CURLY), line.raw)
        fixed = _TARGET.sub(lambda found: found[0].translate(_NONE), fixed)
        if fixed != line.raw:
            yield error(
                source.file,
                line.number,
                "curly-quotes",
                'Curly quotation marks are part of a name here. In braces write "headteacher", '
                "not “headteacher”; in a link write none.",
                Fix(line.number, line.number, fixed),
            )


def braces_left(source: SourceText) -> Iterator[Finding]:
    """Braces at the edge of a line that are no `subject` of a choice."""
    for line in source.words:
        if line.body.startswith("#"):
            continue
        rest = _SUBJECT.sub("", line.words).strip()
        if rest.startswith("{") or rest.endswith("}"):
            yield error(
                source.file,
                line.number,
                "braces",
                "Braces at the edge of a line change the text or hide it. A heading may end in "
                '{#id}, and a choice may have {: subject="role"} right after its link, with no '
                "space before it; nothing else goes in braces.",
                _without_braces(line),
            )


def html(source: SourceText) -> Iterator[Finding]:
    """An HTML tag, which is shown as letters."""
    for line in source.words:
        tags = _tags(line)
        if tags:
            yield error(
                source.file,
                line.number,
                "html",
                f"{tags[0]} is HTML, and would be shown to staff as it stands. Take it out, and "
                "use Markdown instead.",
                Fix(line.number, line.number, _TAG.sub(_without_tag, line.raw).rstrip()),
            )


def fence(source: SourceText) -> Iterator[Finding]:
    """Three backticks, which make no block here."""
    for line in source.lines:
        if line.kind is LineKind.CODE and _FENCE.match(line.body):
            yield error(
                source.file,
                line.number,
                "fence",
                "``` makes no block here. Indent the lines by four spaces instead.",
                _indented(source, line.number),
            )


def _without_braces(line: Line) -> Fix:
    """The line with a subject right after its link, or else without its braces."""
    closed = _LOOSE_SUBJECT.sub(lambda found: found[0].lstrip(), line.raw)
    if closed == line.raw:
        kept = _SUBJECT.sub(lambda found: found[0].replace("{", "\0").replace("}", "\1"), line.raw)
        kept = _BRACES.sub("", kept).replace("{", "").replace("}", "")
        closed = line.prefix + kept[len(line.prefix) :].strip()
        closed = closed.replace("\0", "{").replace("\1", "}")
    return Fix(line.number, line.number, closed)


def _indented(source: SourceText, first: int) -> Fix | None:
    """The block from this fence to the next, indented; None for a fence that closes one."""
    last = _closing(source, first)
    if not last:
        return None
    inside = [f"    {line}" if line.strip() else "" for line in source.raw[first : last - 1]]
    before = [""] if first > 1 and source.raw[first - 2].strip() else []
    return Fix(first, last, "\n".join([*before, *inside]))


def _closing(source: SourceText, first: int) -> int:
    """The line of the fence that closes this one; 0 where it opens none, or never ends."""
    opened, mark = 0, ""
    for line in source.lines:
        fence = _FENCE.match(line.body) if line.kind is LineKind.CODE else None
        if fence and not opened:
            opened, mark = (line.number, fence[1])
        elif fence and fence[1] == mark:
            if opened == first:
                return 0 if line.quoted else line.number
            opened = 0
    return 0


def _tags(line: Line) -> list[str]:
    return _TAG.findall(_ADDRESS.sub("", line.words))


def _without_tag(found: re.Match[str]) -> str:
    if _ADDRESS.fullmatch(found[0]):
        return found[0]
    return " " if _BREAK.fullmatch(found[0]) else ""
