"""Abbreviations that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from handbook.domain.blocks import all_spans
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import Policy
from handbook.lint.finding import Finding, warning
from handbook.lint.language.kept import once_each
from handbook.lint.language.prose import groups_of, words_of_policy

KNOWN = frozenset(
    """
    AI AM BBC CCTV CV DIY DVD EU FAQ GCSE GP GPS HR ID IT MP NHS OK PAYE PC PDF PE PIN PM PS QR
    RSVP SAT SEN SIM SMS TV UK URL USA USB VAT VPN WIFI
    """.split()  # noqa: SIM905 - a paragraph of words is easier to read and to keep
)
"""What everybody in a school knows without being told."""

_EXPLAINING = tuple(
    re.compile(pattern)
    for pattern in (
        r"\(([A-Z][A-Z0-9]{1,5})s?[),]",
        r"\b([A-Z][A-Z0-9]{1,5})s? \(",
        r"\b([A-Z][A-Z0-9]{1,5})s?, (?:the|a|an|our|your) ",
        r"(?:called|short for|shortened to) (?:the )?([A-Z][A-Z0-9]{1,5})\b",
    )
)
_SHORT = re.compile(r"(?<![\w.@/#-])[A-Z][A-Z0-9]{1,5}(?=s?\b)(?![\w]*[.@/-]\w)")


def check_abbreviations(library: Library, known: Collection[str]) -> Iterator[Finding]:
    """Abbreviations of a policy that it explains nowhere, each once, where it stands first.

    One that is a link to a person or body is explained by the card that the link opens.
    """
    for policy in library.policies:
        for short, line in _unexplained(policy):
            if short not in known:
                yield warning(
                    policy.file,
                    line,
                    "abbreviation",
                    f"Nobody says in this file what {short} means. Write it out the first time, "
                    f"with the short form in brackets: “... ({short})”.",
                )


@once_each
def _unexplained(policy: Policy) -> tuple[tuple[str, int], ...]:
    """Each with the line where it stands first."""
    found: dict[str, int] = {}
    for words in words_of_policy(policy):
        if not _is_shouted(words.text):
            for short in _SHORT.findall(words.text):
                found.setdefault(short, words.line)
    explained = {*KNOWN, *(_explained(policy) if found else ())}
    return tuple((short, line) for short, line in found.items() if short not in explained)


def _explained(policy: Policy) -> Iterator[str]:
    words = (words.text for words in words_of_policy(policy))
    sections = (section.title for section in policy.sections)
    clauses = (clause.title for clause in policy.clauses)
    text = "\n".join((*words, *sections, *clauses))
    for pattern in _EXPLAINING:
        yield from pattern.findall(text)
    for span in chain.from_iterable(map(all_spans, groups_of(policy))):
        if span.explains or (span.link and span.link.kind is LinkKind.ROLE):
            yield from _SHORT.findall(span.text)


def _is_shouted(text: str) -> bool:
    """True for a line in capitals, which holds no abbreviations to tell from words."""
    return text.upper() == text
