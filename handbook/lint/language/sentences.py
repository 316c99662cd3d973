"""Sentences that nobody can hold in mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.lint.finding import Finding, warning
from handbook.lint.language.kept import once_each
from handbook.lint.language.prose import Words, sentences, words_of_flow, words_of_policy

MOST_WORDS = 35
"""Half as long again as what plain English asks for: past this, a rule is read twice."""


def check_sentences(library: Library) -> Iterator[Finding]:
    """Sentences with more words than anybody remembers at their end."""
    for policy in library.policies:
        yield from _in_policy(policy)
    for flow in library.flows:
        yield from _long(words_of_flow(flow))


@once_each
def _in_policy(policy: Policy) -> tuple[Finding, ...]:
    return tuple(_long(words_of_policy(policy)))


def _long(runs: Iterable[Words]) -> Iterator[Finding]:
    for words in runs:
        if words.text.count(" ") < MOST_WORDS:
            continue
        for sentence in sentences(words.text):
            count = len(sentence.split())
            if count > MOST_WORDS:
                start = " ".join(sentence.split()[:6])
                yield warning(
                    words.file,
                    words.line,
                    "sentence-long",
                    f"The sentence that begins “{start} …” has {count} words. Make two or three "
                    "of it: one thing in each.",
                )
