"""What an editor should look at before staff are asked to confirm a policy that changed."""

from __future__ import annotations

from handbook.domain.changes import ChangeKind, PolicyChange
from handbook.domain.policy import Confirm
from handbook.domain.question import Question

_WORDS = frozenset((ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RULE, ChangeKind.REWORDED))
"""Changes of what a clause says."""


def is_not_asked_again(change: PolicyChange) -> bool:
    """True where a policy says otherwise under the version that staff may have confirmed."""
    was, now = change.was, change.now
    if was is None or now is None or now.confirm is Confirm.NEVER:
        return False
    same = was.version == now.version
    return same and any(_WORDS & set(clause.kinds) for clause in change.clauses)


def questions_to_look_at(change: PolicyChange) -> tuple[Question, ...]:
    """The questions that are as they were, while the clause that they rest on says otherwise."""
    was, now = change.was, change.now
    if was is None or now is None:
        return ()
    changed = {each.ref.clause for each in change.clauses if _WORDS & set(each.kinds)}
    before = {(each.text, tuple(a.text for a in each.answers)) for each in was.questions}
    return tuple(
        each
        for each in now.questions
        if each.rests_on in changed and (each.text, tuple(a.text for a in each.answers)) in before
    )
