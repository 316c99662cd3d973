"""What staff ask, twice: then neither clause is found before the other."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy
from handbook.lint.finding import Finding, warning


def check_asked_twice(library: Library) -> Iterator[Finding]:
    """Questions of staff that stand under two clauses."""
    first: dict[str, tuple[Policy, Clause]] = {}
    for policy in library.policies:
        for clause in policy.clauses:
            for asked in clause.asked:
                folded = " ".join(asked.casefold().split())
                where, other = first.setdefault(folded, (policy, clause))
                if other is not clause:
                    yield warning(
                        policy.file,
                        clause.line,
                        "asked-twice",
                        f"“{asked}” is also asked under “{other.title}” in {where.title}. Keep it "
                        "where the answer is.",
                    )
