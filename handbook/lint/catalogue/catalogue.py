"""All rules, by group, and one of them by its name."""

from __future__ import annotations

from difflib import get_close_matches

from handbook.lint.catalogue import (
    facts,
    files,
    flows,
    language,
    links,
    outcomes,
    questions,
    school,
    writing,
)
from handbook.lint.catalogue.rule import Group, Rule

GROUPS: tuple[Group, ...] = (
    files.GROUP,
    facts.GROUP,
    writing.HEADINGS,
    writing.CALLOUTS,
    writing.LAYOUT,
    questions.GROUP,
    language.GROUP,
    links.GROUP,
    flows.GROUP,
    outcomes.GROUP,
    flows.STORIES,
    school.SCHOOL,
    school.WORDS,
    school.OTHERS,
)

RULES: dict[str, Rule] = {rule.id: rule for group in GROUPS for rule in group.rules}


def rules_like(name: str) -> tuple[str, ...]:
    """The names of rules that somebody may have meant."""
    return tuple(get_close_matches(name.casefold().strip(" []"), RULES, n=3, cutoff=0.5))
