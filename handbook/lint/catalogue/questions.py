"""Rules on the questions at the end of a policy."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

GROUP = Group(
    "Questions at the end of a policy",
    (
        Rule(
            "question-words",
            ERROR,
            "Words stand between the heading of the questions and the first of them",
            "They are shown to nobody.",
            "Begin with a question: ### and its words.",
        ),
        Rule(
            "question-last",
            ERROR,
            "A section follows the questions",
            "The questions end the policy. What follows would be taken for more of them.",
            "Put the section before the questions.",
        ),
        Rule(
            "question-answers",
            ERROR,
            "A question has too few answers, too many, or the same one twice",
            "With one answer there is nothing to choose, and nobody reads six.",
            "Write a list of two to five answers that differ.",
        ),
        Rule(
            "question-right",
            ERROR,
            "A question has no right answer, or more than one",
            "Staff could not answer it.",
            "Open exactly one answer with **Right:** and leave the others plain.",
        ),
        Rule(
            "question-clause",
            ERROR,
            "A question does not say which clause answers it",
            "Whoever answers wrongly is led to the clause, to read it again.",
            "Say under the answers what the policy says, with a link to one of its clauses.",
        ),
        Rule(
            "question-unasked",
            WARNING,
            "A policy that nobody confirms has questions",
            "They are asked when somebody confirms, so nobody is asked.",
            "Write confirm: once or confirm: yearly at the top, or take the questions out.",
        ),
        Rule(
            "question-many",
            WARNING,
            "A policy has more than five questions",
            "More than five are a test, and are clicked away.",
            "Keep those that matter most.",
        ),
    ),
)
