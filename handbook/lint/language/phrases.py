"""Words that a policy is better without: stiff, vague, or no longer the law."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from handbook.lint.finding import Finding, Fix, warning
from handbook.lint.text.source import Line, SourceText

Avoided = tuple[tuple[str, str], ...]
"""Phrases of a school's own, in small letters, each with what to write instead."""

PLAIN = {
    "aforementioned": "",
    "amongst": "among",
    "ascertain": "find out",
    "at all times": "always",
    "commence": "begin",
    "e.g.": "for example",
    "endeavour to": "try to",
    "forthwith": "at once",
    "he/she": "they",
    "hereby": "",
    "him/her": "them",
    "his/her": "their",
    "i.e.": "that is",
    "in accordance with": "",
    "in order to": "to",
    "in the event that": "if",
    "notwithstanding": "",
    "prior to": "before",
    "pursuant to": "under",
    "s/he": "they",
    "thereof": "",
    "utilise": "use",
    "utilised": "used",
    "utilising": "using",
    "whilst": "while",
    "with regard to": "about",
    "with regards to": "about",
}
"""Stiff words and what to write instead; empty where the sentence has to be built anew."""

VAGUE = {
    "and/or": "Say which of the two is meant: “a or b, or both”.",
    "as appropriate": "Say when it is, or take it out.",
    "in a timely manner": "Say by when.",
    "in due course": "Say by when.",
    "in good faith": (
        "The law that protects people who speak up asks for a reasonable belief, and no longer "
        "for good faith."
    ),
    "shall": "Write “must”, or “will” where nobody is told to do anything.",
    "strongly advised": "Say whether staff must, or may.",
    "where appropriate": "Say when it is, or take it out.",
    "zero tolerance": "Say what happens, and who decides.",
}
"""Words that leave open what is to be done, with what to ask oneself."""


@lru_cache(maxsize=400)
def check_phrases(source: SourceText, avoided: Avoided = ()) -> tuple[Finding, ...]:
    """Phrases of the two lists, and those that the school itself avoids."""
    if source.is_story:
        return ()
    own = dict(avoided)
    pattern = _pattern(avoided)
    return tuple(
        _finding(source, line, found[0], own)
        for line in source.words
        for found in pattern.finditer(line.words)
    )


@cache
def _pattern(avoided: Avoided) -> re.Pattern[str]:
    own = (phrase for phrase, _ in avoided)
    phrases = sorted({*PLAIN, *VAGUE, *own}, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w/-])(?:{either})(?![\w/-])", re.IGNORECASE)


def _finding(source: SourceText, line: Line, phrase: str, avoided: Mapping[str, str]) -> Finding:
    folded = phrase.casefold()
    instead = avoided.get(folded, PLAIN.get(folded, ""))
    if folded in VAGUE and folded not in avoided:
        words = VAGUE[folded]
    elif instead:
        words = f"Write “{instead}”."
    else:
        words = "Say it in plainer words."
    return warning(
        source.file,
        line.number,
        "phrase",
        f"“{phrase}” is hard to read, or says too little. {words}",
        _fix(line, phrase, instead) if instead else None,
    )


def _fix(line: Line, phrase: str, instead: str) -> Fix | None:
    """The line with other words; None where the phrase stands in the line in several ways."""
    if line.raw.count(phrase) != 1:
        return None
    if phrase[:1].isupper():
        instead = instead[:1].upper() + instead[1:]
    return Fix(line.number, line.number, line.raw.replace(phrase, instead))
