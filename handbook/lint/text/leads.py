"""Rules on callouts: the bold words that say what kind of rule a quotation is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from handbook.domain.rule import KIND_OF_LEAD
from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.text.source import Line, LineKind, SourceText

_BOLD = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_]+?)(?P=mark)(?P<rest>.*)")
_BLOCK = re.compile(r" *(?:[-*+•] |\d{1,2}[.)] |\||#|[-=]+ *$|```|~~~)")
"""How something begins that is no paragraph."""
_NOT = re.compile(r"\s*(not|never|n['’]t)\b", re.IGNORECASE)
_FIVE = ", ".join(f"**{lead}**" for lead in KIND_OF_LEAD)
_ALIKE = 0.8

_MEANT = {
    "must not": "You must not",
    "you mustnt": "You must not",
    "mustnt": "You must not",
    "you must never": "You must not",
    "staff must not": "You must not",
    "do not": "You must not",
    "dont": "You must not",
    "never": "You must not",
    "must": "You must",
    "staff must": "You must",
    "may": "You may",
    "you can": "You may",
    "staff may": "You may",
    "notes": "Note",
    "nb": "Note",
    "please note": "Note",
    "you must tell": "Tell",
    "report to": "Tell",
} | {lead.casefold(): lead for lead in KIND_OF_LEAD}


def lead_unknown(source: SourceText) -> Iterator[Finding]:
    """A bold lead that is none of the five, near misses among them."""
    for line, is_first in _openings(source):
        found = _BOLD.match(line.body)
        if not found or (found["mark"] in ("**", "__") and found["words"] in KIND_OF_LEAD):
            continue
        meant = _MEANT.get(_folded(found["words"]))
        if not (meant or is_first or _is_alike(found["words"])):
            continue
        yield error(
            source.file,
            line.number,
            "callout-lead",
            f"{found['words']!r} is not one of the leads that make a rule: {_FIVE}. "
            + (
                f"Write **{meant}**."
                if meant
                else "Use one of them, letter for letter. Until then a note states no rule."
            ),
            _fixed(line, found, meant) if meant else _as_note(line, found),
        )


def lead_without_not(source: SourceText) -> Iterator[Finding]:
    """**You must** not: the app would show the opposite of the rule."""
    for line, _ in _openings(source):
        found = _BOLD.match(line.body)
        if not found or found["words"].strip(" :") not in ("You must", "You may"):
            continue
        negation = _NOT.match(found["rest"])
        if negation:
            rest = found["rest"][negation.end() :]
            new = f"{line.prefix}**You must not**{rest}"
            yield error(
                source.file,
                line.number,
                "callout-not",
                "The word 'not' stands outside the bold words, so the rule is shown as its "
                "opposite. Write **You must not**.",
                Fix(line.number, line.number, new),
            )


def lead_missing(source: SourceText) -> Iterator[Finding]:
    """A quotation without any lead: shown in grey, and searched as no rule."""
    if not source.is_policy:
        return
    for line, is_first in _openings(source):
        if not is_first or _BOLD.match(line.body):
            continue
        if line.body.startswith(("**", "__")):
            yield error(
                source.file,
                line.number,
                "callout-lead",
                "The bold words never end, so this is not shown as a rule. Write "
                "**You must not** with two stars on both sides.",
            )
            continue
        meant = _plain_lead(line.body)
        if meant:
            rest = line.body[len(meant) :]
            yield error(
                source.file,
                line.number,
                "callout-lead",
                f"The lead must be bold, or this is not shown as a rule. Write **{meant}**.",
                Fix(line.number, line.number, f"{line.prefix}**{meant}**{rest}"),
            )
        else:
            yield warning(
                source.file,
                line.number,
                "callout-none",
                f"This quotation states no kind of rule. Open it with one of {_FIVE}, or write "
                "it as an ordinary paragraph.",
                None
                if _BLOCK.match(line.body)
                else Fix(line.number, line.number, f"{line.prefix}**Note** {line.body}"),
            )


def quotation_runs_on(source: SourceText) -> Iterator[Finding]:
    """Words right under a quotation, which Markdown takes into it."""
    for before, line in pairwise(source.lines):
        both = before.kind is LineKind.WORDS and line.kind is LineKind.WORDS
        if both and before.quoted and not line.quoted and not line.body.startswith("#"):
            yield error(
                source.file,
                line.number,
                "callout-runs-on",
                "This line stands right under a quotation and becomes part of its rule. Begin it "
                "with > if it belongs there, or leave a blank line before it.",
                _taken_in_or_parted(source, line),
            )


def _taken_in_or_parted(source: SourceText, line: Line) -> Fix:
    """The rest of the paragraph put into the quotation; a list or a table put apart from it."""
    if _BLOCK.match(line.body):
        return Fix(line.number, line.number, f"\n{line.raw}")
    rest = takewhile(
        lambda one: one.kind is LineKind.WORDS and not one.quoted and not _BLOCK.match(one.body),
        source.lines[line.number - 1 :],
    )
    lines = [f"> {one.raw}" for one in rest]
    return Fix(line.number, line.number + len(lines) - 1, "\n".join(lines))


def _openings(source: SourceText) -> Iterator[tuple[Line, bool]]:
    """The first line of each paragraph of a quotation, and whether it opens the quotation."""
    last_quoted = 0
    for run in source.runs:
        if run[0].quoted:
            opens = not _joined(source, last_quoted, run[0].number)
            yield run[0], opens
            last_quoted = run[-1].number


def _joined(source: SourceText, last: int, first: int) -> bool:
    between = source.lines[last : first - 1]
    return last > 0 and all(line.quoted for line in between)


def _plain_lead(body: str) -> str:
    return next(
        (lead for lead in KIND_OF_LEAD if re.match(rf"{lead}\b", body) and lead != "Tell"), ""
    )


def _fixed(line: Line, found: re.Match[str], meant: str) -> Fix:
    return Fix(line.number, line.number, f"{line.prefix}**{meant}**{found['rest']}")


def _as_note(line: Line, found: re.Match[str]) -> Fix:
    """The words kept, under a lead that nobody takes for a rule: only the author knows which."""
    words = f"{found['words']}{found['rest']}"
    return Fix(line.number, line.number, f"{line.prefix}**Note** {words}")


def _folded(words: str) -> str:
    kept = "".join(letter for letter in words.casefold() if letter.isalpha() or letter == " ")
    return " ".join(kept.split())


def _is_alike(words: str) -> bool:
    folded = _folded(words)
    return any(
        SequenceMatcher(None, folded, lead.casefold()).ratio() >= _ALIKE for lead in KIND_OF_LEAD
    )
