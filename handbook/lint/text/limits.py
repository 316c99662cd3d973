"""Rules on size: what would make reading a file take for ever."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.lint.finding import Finding, error
from handbook.lint.text.source import SourceText

LONGEST_FILE = 2_000_000
LONGEST_LINE = 10_000
DEEPEST = 20
MOST_BRACKETS = 500


def file_size(source: SourceText) -> Iterator[Finding]:
    """A file of more than two megabytes."""
    size = len(source.text.encode("utf-8", "surrogatepass"))
    if size > LONGEST_FILE:
        yield error(source.file, 1, "too-big", "The file is larger than 2 MB. Split it in two.")


def line_length(source: SourceText) -> Iterator[Finding]:
    """A line of more than ten thousand characters."""
    for number, line in enumerate(source.raw, 1):
        if len(line) > LONGEST_LINE:
            yield error(
                source.file,
                number,
                "too-long",
                f"The line has {len(line):,} characters; at most {LONGEST_LINE:,} are read. "
                "Write one sentence a line.",
            )


def depth(source: SourceText) -> Iterator[Finding]:
    """A line that is nested more than twenty levels deep."""
    for number, line in enumerate(source.raw, 1):
        text = line.expandtabs(4)
        bare = text.lstrip(" >")
        marks = text[: len(text) - len(bare)]
        if bare and marks.count(">") + marks.count(" ") // 4 > DEEPEST:
            yield error(source.file, number, "too-deep", "Nested too deep: use fewer levels.")


def brackets(source: SourceText) -> Iterator[Finding]:
    """A block with more than five hundred opening brackets."""
    for run in source.runs:
        if sum(line.raw.count("[") for line in run) > MOST_BRACKETS:
            yield error(
                source.file,
                run[0].number,
                "too-many-brackets",
                f"There are more than {MOST_BRACKETS} [ in this block. Put blank lines in it.",
            )
