"""Rules on the questions at the end of a policy: each can be answered from the policy itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.policy import Confirm, Policy
from handbook.domain.question import FEWEST, MOST, QUESTIONS, RIGHT, Question
from handbook.lint.finding import Finding, error, warning
from handbook.lint.text.source import LineKind, SourceText

_MANY = 5
"""More questions than this, and it becomes a test."""
_OPENS = re.compile(rf"## .*\{{:? ?#{QUESTIONS} ?\}}\s*")


def check_questions(library: Library) -> Iterator[Finding]:
    """What is wrong with the questions of all policies."""
    for policy in library.policies:
        for question in policy.questions:
            yield from _answers(policy, question)
            yield from _clause(policy, question)
        yield from _asked(policy)


def check_questions_place(source: SourceText) -> Iterator[Finding]:
    """Questions that are not the last section, or that begin with words for nobody."""
    lines = [line for line in source.lines if line.kind is LineKind.WORDS]
    at = next((i for i, line in enumerate(lines) if _OPENS.fullmatch(line.body)), len(lines))
    below = lines[at + 1 :]
    if at < len(lines) and not (below and below[0].body.startswith("### ")):
        place = below[0].number if below else lines[at].number
        yield error(
            source.file,
            place,
            "question-words",
            "Begin with a question: ### and its words. Anything else right under this heading "
            "is shown to nobody.",
        )
    for line in below:
        if line.body.startswith("## "):
            yield error(
                source.file,
                line.number,
                "question-last",
                f"The questions {{#{QUESTIONS}}} must be the last section of the policy. Put "
                "this one before them.",
            )


def _answers(policy: Policy, question: Question) -> Iterator[Finding]:
    count = len(question.answers)
    if not FEWEST <= count <= MOST:
        has = "one answer" if count == 1 else f"{count} answers"
        words = f"“{question.text}” has {has}. Write a list of {FEWEST} to {MOST}."
        yield error(policy.file, question.line, "question-answers", words)
        return
    right = sum(answer.is_right for answer in question.answers)
    if right != 1:
        how = "no answer that is" if not right else "more than one answer that is"
        yield error(
            policy.file,
            question.line,
            "question-right",
            f"“{question.text}” has {how} right. Open exactly one with **{RIGHT}:**",
        )
    seen: set[str] = set()
    for answer in question.answers:
        words = " ".join(answer.text.casefold().split())
        if not words or words in seen:
            wrong = (
                "This answer stands here twice. Reword one."
                if words
                else "This answer has no words."
            )
            yield error(policy.file, answer.line, "question-answers", wrong)
        seen.add(words)


def _clause(policy: Policy, question: Question) -> Iterator[Finding]:
    missing = not question.rests_on
    if not missing:
        try:
            policy.clause(question.rests_on)
        except NotFound:
            missing = True
    if missing:
        yield error(
            policy.file,
            question.line,
            "question-clause",
            f"“{question.text}” links to no clause of this policy. Say under the answers what the "
            "policy says, and link to where: [two adults](#two-adults).",
        )


def _asked(policy: Policy) -> Iterator[Finding]:
    if not policy.questions:
        return
    first = policy.questions[0]
    if policy.confirm is Confirm.NEVER:
        words = "Nobody confirms this policy (confirm: never), so nobody is asked these questions."
        yield warning(policy.file, first.line, "question-unasked", words)
    if len(policy.questions) > _MANY:
        count = len(policy.questions)
        words = f"{count} questions are a test. Keep the {_MANY} that matter most, or fewer."
        yield warning(policy.file, first.line, "question-many", words)
