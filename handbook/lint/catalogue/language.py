"""Rules on the language: what a tired reader stumbles over."""

from __future__ import annotations

from handbook.lint.catalogue.rule import WARNING, Group, Rule

GROUP = Group(
    "Language",
    (
        Rule(
            "sentence-long",
            WARNING,
            "A sentence has more than 35 words",
            "Who is worried or tired has lost its beginning before its end, and takes the rule "
            "for another.",
            "Make two or three sentences of it, with one thing in each.",
        ),
        Rule(
            "phrase",
            WARNING,
            "A phrase is stiff, or leaves open what is meant",
            "“In a timely manner” is Friday to one and June to another. “In good faith” is no "
            "longer what the law asks.",
            "Write what the message offers, or say it in plainer words. A school names phrases of "
            "its own under 'avoid' in words.yaml, with what to write instead: - [pastoral lead, "
            "head of year]",
            offers_fix=True,
        ),
        Rule(
            "abbreviation",
            WARNING,
            "An abbreviation is explained nowhere in the policy",
            "New and visiting staff do not know it, and few dare to ask.",
            "Write it out the first time, with the short form in brackets. What all your staff "
            "know goes into words.yaml: abbreviations: [SLT, PPA]",
        ),
        Rule(
            "clause-copied",
            WARNING,
            "A clause says the same as one of another policy, in the same words",
            "One of the two is changed one day, and then the school has two rules.",
            "Keep the text in one policy, and link to it from the other.",
        ),
        Rule(
            "asked-twice",
            WARNING,
            "The same question of staff stands under two clauses",
            "Neither is found before the other, so half of those who ask read the wrong one.",
            "Keep the question where its answer is.",
        ),
    ),
)
