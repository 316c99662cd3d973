"""Rules on the questions of flows, and on their stories."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

GROUP = Group(
    "Flows: questions and answers",
    (
        Rule(
            "flow-link",
            ERROR,
            "An answer or an outcome leads to a place that does not exist",
            "A worried person would answer, and be left with nothing.",
            "Use the id of a question or an outcome: it stands in braces at its heading.",
        ),
        Rule(
            "flow-ring",
            ERROR,
            "Questions lead round in a ring",
            "Somebody could answer for ever and never hear whom to tell.",
            "Let one of the answers lead on to an outcome instead.",
        ),
        Rule(
            "flow-unreached",
            ERROR,
            "No answer leads to a question or an outcome",
            "Nobody would ever see it. Usually an answer leads to the wrong place.",
            "Link to it from an answer, or take it out.",
        ),
        Rule(
            "flow-long",
            ERROR,
            "Too many questions follow each other",
            "A worried person answers eight questions in one flow at most, and twelve with those "
            "of the flows that it leads to.",
            "Take out questions whose answers change nothing, or put two into one.",
        ),
        Rule(
            "flow-choices",
            ERROR,
            "A question has more than nine answers",
            "Nine are the most that people read, and the keys 1 to 9 choose among them.",
            "Put answers together that lead to the same place.",
        ),
        Rule(
            "flow-unsure",
            ERROR,
            "The last answer of a question does not begin “I am not sure”",
            "Who cannot answer would guess, or leave.",
            "Add such an answer at the end, and let it lead the safer way.",
        ),
        Rule(
            "flow-twice",
            ERROR,
            "A question has the same answer twice",
            "Nobody can tell the two apart.",
            "Reword one of them, or take it out.",
        ),
        Rule(
            "flow-also",
            ERROR,
            "“and also” leads to a question",
            "Only an outcome can be shown beside another. A question would never be asked.",
            "Let it lead to an outcome, or ask the question on the way.",
        ),
        Rule(
            "flow-priority",
            ERROR,
            "'priority' does not fit the outcomes of the flow",
            "Where a matter needs several routes, priority says which comes first. What is not in "
            "it has no place.",
            "Name each outcome that an answer can add once, the most urgent first, and nothing "
            "else.",
        ),
        Rule(
            "flow-subject",
            ERROR,
            "An answer names somebody whom school.yaml does not hold",
            "That person could not be kept from being told about a worry that is about them.",
            'Use the name of a role in school.yaml: {: subject="headteacher" }',
            offers_fix=True,
        ),
        Rule(
            "flow-unasked",
            WARNING,
            "No question asks whose doing it is",
            "The flow tells people of the school, and cannot leave out the one it is about.",
            'Add such a question, with {: subject="role" } right after its answers.',
        ),
    ),
)

STORIES = Group(
    "Stories of flows",
    (
        Rule(
            "story",
            ERROR,
            "A story does not end where its owner said",
            "Stories are the proof in plain words that a flow does what was agreed. One that no "
            "longer holds means that the flow has changed, or that the story has a slip.",
            "The message says which answer, outcome or person is another one now. If the new end "
            "is right, change the story; if not, mend the flow.",
        ),
    ),
)
