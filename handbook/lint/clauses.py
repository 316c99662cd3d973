"""Rules on clauses: what they state outside callouts, and what staff ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.domain.blocks import Block, Callout, Verbatim, all_blocks, block_texts
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy
from handbook.domain.rule import RuleKind
from handbook.lint.finding import Finding, warning

_RULE = re.compile(
    r"\b(?:you|staff|nobody|no one|everyone|everybody|anyone|anybody|all of us)"
    r"(?: who [^.;:]{1,40}?)? must\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 5
_STATING = frozenset(kind for kind in RuleKind if kind is not RuleKind.NOTE)


def check_clauses(library: Library) -> Iterator[Finding]:
    """What is wrong with the clauses of all policies."""
    for policy in library.policies:
        for clause in policy.clauses:
            yield from _rule_outside(policy, clause)
            yield from _asked(policy, clause)
        if not policy.sections:
            yield warning(
                policy.file,
                1,
                "policy-empty",
                "The policy has no clause yet. Write a heading that begins with ##.",
            )


def _rule_outside(policy: Policy, clause: Clause) -> Iterator[Finding]:
    for block in clause.blocks:
        if isinstance(block, Callout | Verbatim):
            continue
        line = _line_of_rule(block)
        if line:
            yield warning(
                policy.file,
                line,
                "rule-outside",
                f"“{clause.title}” says what staff must do outside a callout. Write it as a "
                "quotation that opens with **You must** or **You must not**, so that nobody "
                "misses it.",
            )
            return


def _line_of_rule(block: Block) -> int:
    for part in all_blocks((block,)):
        if any(_RULE.search(text) for text in block_texts((part,))):
            return part.line
    return 0


def _asked(policy: Policy, clause: Clause) -> Iterator[Finding]:
    if policy.file.startswith("guides/"):
        return  # a guide leads to the policy's own clause, and is not to be found before it
    count = len(clause.asked)
    if not count and _STATING.intersection(clause.kinds):
        yield warning(
            policy.file,
            clause.line,
            "asked-missing",
            f"“{clause.title}” states a rule, and nobody has written what staff would type to "
            "find it. Add a line under the heading: <!-- asked: two to five questions · in the "
            "words of tired staff -->",
        )
    elif count and not _FEWEST <= count <= _MOST:
        some = "one question" if count == 1 else f"{count} questions"
        yield warning(
            policy.file,
            clause.line,
            "asked-count",
            f"“{clause.title}” has {some} of staff. Two to five work best.",
        )
