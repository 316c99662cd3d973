"""Rules on lists: what Markdown would quietly read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.lint.finding import Finding, Fix, error
from handbook.lint.text.source import Line, Run, SourceText

_MARKER = re.compile(r" *(?P<mark>[-*+]|\d{1,2}\.) +\S")
_TELLING = 12
"""Spaces beyond which the indentation says nothing about a level."""
_LOOKS = re.compile(
    r"(?P<indent> *)(?P<mark>[•·▪◦‣●○]|[–—−](?= )|-(?=[A-Za-z])|\d{1,2}\)|\d{1,2}\.(?=[A-Za-z])"
    r"|\(?[a-zA-Z]\)|\([0-9ivx]+\)) *"
)


def list_under_paragraph(source: SourceText) -> Iterator[Finding]:
    """A list marker right under a paragraph: the list becomes words of the paragraph."""
    for run in source.runs:
        line = _marker_under_words(run)
        if line is not None:
            yield error(
                source.file,
                line.number,
                "list-needs-blank-line",
                "Leave a blank line before the list. Without it the list runs on as part of the "
                "sentence above.",
                Fix(line.number, line.number, f"{line.prefix.rstrip()}\n{line.raw}"),
            )


def list_indent(source: SourceText) -> Iterator[Finding]:
    """Something indented by one to three spaces, which Markdown does not see as nested."""
    in_list = quoted = False
    for run in source.runs:
        in_list = in_list and run[0].quoted == quoted
        quoted = run[0].quoted
        for place, line in enumerate(run):
            marked = bool(_MARKER.match(line.body))
            nested = in_list and (place == 0 or marked)
            if (nested or marked) and line.indent % 4 and line.indent < _TELLING:
                yield _indent_finding(source, line)
            in_list = marked or (in_list and (place > 0 or line.indent > 0))


def list_mixed(source: SourceText) -> Iterator[Finding]:
    """A number among bullets or a bullet among numbers, with no blank line between."""
    for run in source.runs:
        kinds: dict[int, bool] = {}
        for line in run:
            found = _MARKER.match(line.body)
            if not found:
                continue
            numbered = found["mark"][0].isdigit()
            if kinds.setdefault(line.indent, numbered) != numbered:
                yield error(
                    source.file,
                    line.number,
                    "list-mixed",
                    "Bullets and numbers cannot stand in one list: this line becomes part of "
                    "the item above. Use one kind, or put a paragraph between two lists.",
                    _other_mark(line, found, "-" if numbered else "1."),
                )
                break


def list_look(source: SourceText) -> Iterator[Finding]:
    """A line that looks like a list item and is none: `•`, `1)`, `a)`."""
    for run in source.runs:
        before: Line | None = None
        mark = ""
        for line in run:
            found, item = _LOOKS.match(line.body), _MARKER.match(line.body)
            mark = (mark or _mark(found or item)) if found or item else ""
            if found:
                yield error(
                    source.file,
                    line.number,
                    "list-look",
                    f"{found['mark']} does not make a list. Begin the line with - and a space, or "
                    "1. and a space.",
                    _as_item(line, found, mark, before),
                )
            before = line


def _marker_under_words(run: Run) -> Line | None:
    state = ""
    for line in run:
        if _MARKER.match(line.body):
            if state == "words":
                return line
            state = "list"
        elif _LOOKS.match(line.body):
            state = "list"  # as it will be once that is mended
        elif line.body.startswith("#"):
            state = ""
        elif not state:
            state = "words"
    return None


def _mark(found: re.Match[str] | None) -> str:
    return "1." if found and found["mark"].strip("().").isalnum() else "-"


def _as_item(line: Line, found: re.Match[str], mark: str, before: Line | None) -> Fix:
    """The line with the mark of its list; a blank line before it where it opens one."""
    stands_under_words = before is not None and not (
        _MARKER.match(before.body) or _LOOKS.match(before.body) or before.body.startswith("#")
    )
    opens = f"{line.prefix.rstrip()}\n" if stands_under_words else ""
    rest = line.body[found.end() :]
    return Fix(line.number, line.number, f"{opens}{line.prefix}{found['indent']}{mark} {rest}")


def _other_mark(line: Line, found: re.Match[str], mark: str) -> Fix:
    rest = line.body[found.end("mark") :]
    indent = line.body[: found.start("mark")]
    return Fix(line.number, line.number, f"{line.prefix}{indent}{mark}{rest}")


def _indent_finding(source: SourceText, line: Line) -> Finding:
    wanted = 4 * max(1, round(line.indent / 4))
    fixed = f"{line.prefix}{' ' * wanted}{line.body.lstrip()}"
    return error(
        source.file,
        line.number,
        "list-indent",
        f"Indented by {line.indent}: what belongs inside a list item is indented by four "
        "spaces (eight for the next level), and everything else by none.",
        Fix(line.number, line.number, fixed),
    )
