"""What `handbook pack compare` says to programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbook.cli.flow_compare import comparison_shape
from handbook.domain.changes import ChangeKind, ClauseChange, Passage, PolicyChange
from handbook.domain.flow import Flow
from handbook.domain.flow_changes import Comparison
from handbook.domain.school_changes import SchoolChange

FlowSides = tuple[Flow | None, Flow | None, Comparison | None]
"""A flow as it was and as it is, and its paths where both versions have it."""


def shape(
    policies: Iterable[PolicyChange], flows: Iterable[FlowSides], school: Iterable[SchoolChange]
) -> dict[str, Any]:
    """Everything that differs; the old side is null where something is new, and so on."""
    return {
        "policies": [_policy(change) for change in policies],
        "flows": [_flow(*sides) for sides in flows],
        "school": [
            {"about": each.about, "field": each.field, "was": each.was, "now": each.now}
            for each in school
        ],
    }


def _policy(change: PolicyChange) -> dict[str, Any]:
    return {
        "policy": change.policy.id,
        "title": change.policy.title,
        "change": _side(change.was, change.now),
        "fields": [
            {"field": field.field, "was": field.was, "now": field.now} for field in change.fields
        ],
        "clauses": [_clause(clause) for clause in change.clauses],
    }


def _clause(change: ClauseChange) -> dict[str, Any]:
    return {
        "clause": change.ref.clause,
        "changes": [kind.value for kind in ChangeKind if kind in change.kinds],
        "was": _passage(change.was),
        "now": _passage(change.now),
        "words": [{"change": run.kind.value, "text": run.text} for run in change.runs],
    }


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "label": passage.label,
        "title": passage.title,
        "section": passage.section,
        "rules": [kind.value if kind else None for kind in passage.kinds],
        "text": passage.text,
    }


def _flow(was: Flow | None, now: Flow | None, paths: Comparison | None) -> dict[str, Any]:
    flow = now or was
    name = flow.id if flow else ""
    return {
        "flow": name,
        "title": flow.title if flow else "",
        "change": _side(was, now),
        **(comparison_shape(paths, name) if paths else {"paths": None, "changed": []}),
    }


def _side(was: object | None, now: object | None) -> str:
    if was is None:
        return "added"
    return "removed" if now is None else "changed"
