"""The ordinary page that the wizard turns into when somebody must not see it."""

from __future__ import annotations

from collections import Counter

from handbook.domain.library import Library
from handbook.domain.ordinary import page_or_none
from handbook.domain.policy import ClauseRef, Policy
from handbook.domain.rule import RuleKind

_TELLING = frozenset((RuleKind.TELL, RuleKind.MUST_NOT))


def neutral_place(library: Library) -> ClauseRef | None:
    """Where *Leave quickly* leads; None where there is no policy at all.

    It is the page that the school chose in school.yaml. Without a choice it is the start of
    the policy of whose clauses the outcomes name the smallest part, and of those the one whose
    opening tells nobody to tell or not to do anything: nothing on the screen may say what the
    reader was doing.
    """
    return page_or_none(library) or _plainest(library)


def _plainest(library: Library) -> ClauseRef | None:
    rested = Counter(
        rest.ref.policy
        for flow in library.flows
        for outcome in flow.outcomes
        for rest in outcome.rests_on
    )
    ranked = sorted(
        (policy for policy in library.policies if not policy.file.startswith("guides/")),
        key=lambda policy: (
            rested[policy.id] / max(1, policy.card.clauses),
            _opening_weight(policy),
            policy.title,
        ),
    )
    return ClauseRef(ranked[0].id) if ranked else None


def _opening_weight(policy: Policy) -> int:
    return sum(
        bool(_TELLING.intersection(clause.kinds))
        for section in policy.sections[:1]
        for clause in section.clauses
    )
