"""Rules on the facts between the two --- at the top of a file."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

GROUP = Group(
    "The facts at the top of a file",
    (
        Rule(
            "front-missing",
            ERROR,
            "There are no facts at the top of the file",
            "Without them nobody knows the policy's title, version, owner or review date.",
            "Begin the file with a line of ---, then 'title: ...' and the others, and another "
            "line of ---. The command `handbook new policy` writes them all for you.",
        ),
        Rule(
            "front-unreadable",
            ERROR,
            "The facts at the top cannot be read",
            "One slip here, such as a colon too many, loses all the facts of the file.",
            "Write 'name: value', one a line. Put quotation marks round a value that holds a "
            "colon.",
        ),
        Rule(
            "front-required",
            ERROR,
            "A fact that every such file needs is not filled in",
            "Staff are shown who answers for a policy, its version and when it is due for review.",
            "Fill it in. Where you do not know it, ask the policy's owner.",
        ),
        Rule(
            "front-wished",
            WARNING,
            "A fact that staff are shown is not filled in",
            "The handbook works without it, but says less: a list without summaries is hard to "
            "choose from, and staff cannot see whether the law has moved on.",
            "Fill it in when you can.",
        ),
        Rule(
            "front-unknown",
            ERROR,
            "A fact has a name that is not known",
            "It would be passed over without a word. A slip in a name such as 'reveiw' would lose "
            "the review date.",
            "Correct the name, or take the line out.",
            offers_fix=True,
        ),
        Rule(
            "front-twice",
            ERROR,
            "A fact stands there twice",
            "Only one of the two would count, and not always the one that you look at.",
            "Take one of the two lines out.",
        ),
        Rule(
            "front-list",
            ERROR,
            "A fact has several values and may have one",
            "A policy has one title, one owner and one version.",
            "Write one value, without brackets.",
            offers_fix=True,
        ),
        Rule(
            "front-date",
            ERROR,
            "A date cannot be read",
            "09/10/26 is one day here and another in America, and a date that cannot be read "
            "never becomes due.",
            "Write the year, the month and the day in figures: 2026-09-01.",
            offers_fix=True,
        ),
        Rule(
            "front-review",
            ERROR,
            "The review date lies before the approval",
            "One of the two dates is wrong, and staff would be told that the policy is overdue "
            "from its first day.",
            "Correct the date that is wrong.",
        ),
        Rule(
            "front-overdue",
            WARNING,
            "The review date has passed",
            "Staff are told that the policy is overdue, and trust it less. The law or the school "
            "may have moved on.",
            "Go through the text with its owner. Then write the new dates and the next version.",
        ),
        Rule(
            "front-ahead",
            WARNING,
            "The approval, or the day of the law, is still to come",
            "Staff would read as approved what is not, or as checked what nobody has checked.",
            "Correct the date, or wait with this version until that day.",
        ),
        Rule(
            "law-old",
            WARNING,
            "Nobody has compared the text with the law for a year",
            "Guidance on keeping children safe changes each September, and other law with it. "
            "Staff would follow what no longer holds.",
            "Ask the school's adviser what has changed. Mend the text, then write the day under "
            "'law-as-of'.",
        ),
        Rule(
            "front-owner",
            ERROR,
            "The owner is none of the people in school.yaml",
            "Staff who have a question about the policy would be sent to nobody.",
            "Write the name of the role as it stands in school.yaml, such as headteacher.",
            offers_fix=True,
        ),
        Rule(
            "front-version",
            ERROR,
            "The version is not made of numbers with points",
            "Versions are compared to find out what is newer; words cannot be.",
            'Write it in quotation marks, as "3.2". After 3.9 comes "3.10".',
            offers_fix=True,
        ),
        Rule(
            "front-why",
            WARNING,
            "Why it changed takes more than a sentence",
            "Staff read it before what changed. Long words there keep them from the rules.",
            "Say under 'why-changed' in one sentence what led to this version, and name nobody. "
            "What staff must know belongs into the text.",
        ),
        Rule(
            "why-old",
            WARNING,
            "Why it changed was said of the version before",
            "Staff would be given last year's reason for this year's change, so they are given "
            "none. Lint looks for it with --since and the pack that staff have.",
            "Write why this version says something else, or take the line 'why-changed' out.",
        ),
        Rule(
            "front-confirm",
            ERROR,
            "'confirm' says something that is not known",
            "Nobody would be asked to confirm that they have read the policy.",
            "Write never, once or yearly.",
            offers_fix=True,
        ),
        Rule(
            "front-numbering",
            ERROR,
            "'numbering' says something that is not known",
            "Clauses would be numbered in a way that nobody chose.",
            "Take the line out, or write authored where the headings begin with numbers of their "
            "own.",
        ),
        Rule(
            "front-applies-to",
            ERROR,
            "'applies-to' names a group of people that is not known",
            "Nobody would be asked to read this policy on account of it.",
            "Use one of the groups that the message names.",
            offers_fix=True,
        ),
        Rule(
            "front-needs",
            ERROR,
            "'needs' names a heading that no outcome has",
            "The proof would ask every outcome for something that cannot be written.",
            "Use headings of outcomes, such as Tell or Do now, letter for letter.",
        ),
    ),
)
