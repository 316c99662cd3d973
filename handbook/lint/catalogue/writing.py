"""Rules on how the text is typed: headings, callouts, lists, tables, signs."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

HEADINGS = Group(
    "Headings and their ids",
    (
        Rule(
            "heading-space",
            ERROR,
            "There is no space between # and the heading",
            "Some programs would show the line as ordinary words, and the clause would be lost.",
            "Put one space after the #.",
            offers_fix=True,
        ),
        Rule(
            "heading-id",
            ERROR,
            "A heading has no id, or one that cannot be used",
            "Links, bookmarks and printed citations find a clause by its id. Without one, nothing "
            "can lead to it.",
            "Take the id that lint offers, or write your own at the end of the heading: "
            "{#pupils}. Small letters, figures and hyphens. Never change it once staff have it.",
            offers_fix=True,
        ),
        Rule(
            "heading-braces",
            ERROR,
            "A heading has braces that are not its id",
            "The heading would lose words, or its id, or would show the braces to staff.",
            "Write the id once, at the very end: {#pupils}. Take all other braces out.",
            offers_fix=True,
        ),
        Rule(
            "id-twice",
            ERROR,
            "Two headings have the same id",
            "A link, a bookmark or an outcome that rests on the second would show the first.",
            "Give the second heading an id of its own.",
            offers_fix=True,
        ),
        Rule(
            "id-changed",
            ERROR,
            "A clause has another id than in the version before",
            "Links, bookmarks and printed pages that staff have lead to the old id, and so to "
            "nothing. Lint looks for it with --since and the pack that staff have.",
            "Give the clause its old id back. Only its words may change.",
            offers_fix=True,
        ),
        Rule(
            "id-gone",
            WARNING,
            "A clause of the version before is gone",
            "Whoever has a link or a bookmark to it is told that it was taken out. Lint looks for "
            "it with --since and the pack that staff have.",
            "If it was taken out on purpose, all is well. If it has another heading and other "
            "words now, give it its id back.",
        ),
        Rule(
            "id-number",
            WARNING,
            "An id is a number",
            "Numbers are made anew when a clause is put in or taken out, and ids never change. "
            "One day clause 5 has the id 4, and a link that somebody writes by hand is wrong.",
            "Choose a word of the heading as its id, before staff have it. Then mend the links: "
            "lint lists them.",
        ),
        Rule(
            "underline",
            ERROR,
            "A line of dashes stands right under words",
            "Markdown then takes the words for a heading, which begins a clause in the middle of "
            "another.",
            "Leave a blank line between the words and the dashes.",
            offers_fix=True,
        ),
        Rule(
            "policy-empty",
            WARNING,
            "The policy has no clause yet",
            "Staff can find and cite clauses only.",
            "Write a heading that begins with ##, and words under it.",
        ),
    ),
)

CALLOUTS = Group(
    "Rules and what staff ask",
    (
        Rule(
            "callout-lead",
            ERROR,
            "A quotation does not open with one of the five leads",
            "Staff see and search rules by their kind. A lead such as **You should** is no rule "
            "to the handbook, so it would be shown in grey and never be found as one.",
            "Open the quotation with **You must**, **You must not**, **You may**, **Tell** or "
            "**Note**, with two stars on both sides, letter for letter.",
            offers_fix=True,
        ),
        Rule(
            "callout-not",
            ERROR,
            "The word 'not' stands outside the bold words",
            "**You must** not reply is shown, coloured and found as a duty to reply: the opposite "
            "of the rule.",
            "Write **You must not**.",
            offers_fix=True,
        ),
        Rule(
            "callout-none",
            WARNING,
            "A quotation states no kind of rule",
            "It looks like a rule to staff, and they cannot tell of which kind.",
            "Open it with one of the five leads, or take the > away.",
            offers_fix=True,
        ),
        Rule(
            "callout-runs-on",
            ERROR,
            "Words stand right under a quotation",
            "Markdown takes them into the rule above, which then says more than was approved.",
            "Begin the line with > if it belongs to the rule. If not, leave a blank line above "
            "it.",
            offers_fix=True,
        ),
        Rule(
            "rule-outside",
            WARNING,
            "A rule stands in ordinary text",
            "Staff look for the coloured boxes. A rule outside them is missed, and the filters of "
            "the search do not find it.",
            "Write it as a quotation that opens with **You must** or **You must not**. Where the "
            "sentence states no rule, use another word than 'must'.",
        ),
        Rule(
            "asked-missing",
            WARNING,
            "Nobody has written what staff would type to find a rule",
            "A worried member of staff types their own words, and not those of the policy.",
            "Add a line under the heading, two to five questions with a middle dot between them: "
            "<!-- asked: can I add a pupil on snapchat · a year 9 followed me -->",
        ),
        Rule(
            "asked-count",
            WARNING,
            "A clause has fewer than two or more than five questions of staff",
            "One is too few to meet the words of many people. More than five make the clause turn "
            "up for everything.",
            "Keep two to five, as different from each other as you can.",
        ),
    ),
)

LAYOUT = Group(
    "Lists, tables and signs",
    (
        Rule(
            "list-needs-blank-line",
            ERROR,
            "A list stands right under a sentence",
            "Markdown then makes the list a part of the sentence, all in one line.",
            "Leave a blank line before the list.",
            offers_fix=True,
        ),
        Rule(
            "list-indent",
            ERROR,
            "A line is indented by a number of spaces that means nothing",
            "With fewer than four spaces a line does not belong to the item above: a point of a "
            "rule becomes a rule of its own.",
            "Indent what belongs to an item by four spaces, or eight for the next level.",
            offers_fix=True,
        ),
        Rule(
            "list-mixed",
            ERROR,
            "Bullets and numbers stand in one list",
            "The line becomes part of the item above it, and its own mark is shown as a letter.",
            "Use one kind of mark, or put a paragraph between two lists.",
            offers_fix=True,
        ),
        Rule(
            "list-look",
            ERROR,
            "A line looks like a list item, and is none",
            "•, 1) and a) come from word processors. Markdown shows them as letters, and the "
            "items run into one line.",
            "Begin the line with - and a space, or with 1. and a space.",
            offers_fix=True,
        ),
        Rule(
            "table-cells",
            ERROR,
            "A row of a table has more or fewer cells than its head",
            "Words would be lost, or stand under the wrong heading.",
            r"Add the empty cell, or write \| for a bar that is part of the words.",
            offers_fix=True,
        ),
        Rule(
            "table-head",
            ERROR,
            "A table cannot be read as a table",
            "It would be shown as words with bars between them.",
            "Leave a blank line before it. Under the first row write a row of dashes, with as "
            "many cells: | --- | --- |",
            offers_fix=True,
        ),
        Rule(
            "curly-quotes",
            ERROR,
            "There are curly quotation marks inside braces or a link",
            "A word processor puts them there. The braces or the link then name nobody, so a "
            "person could be told about a worry that is about them.",
            'Write straight ones: subject="headteacher". In ordinary text curly ones are welcome.',
            offers_fix=True,
        ),
        Rule(
            "braces",
            ERROR,
            "Braces stand at the edge of a line",
            "Markdown may take the words between them away, or change the line.",
            "Take the braces out. Only an id at the end of a heading, and a subject right after "
            "the link of a choice, may have them.",
            offers_fix=True,
        ),
        Rule(
            "html",
            ERROR,
            "There is an HTML tag in the text",
            "It is shown to staff as it stands, as letters.",
            "Take it out. Markdown has bold, italics, lists, tables and links.",
            offers_fix=True,
        ),
        Rule(
            "fence",
            ERROR,
            "Three backticks mark a block",
            "The handbook does not know them, so the block would run into one line.",
            "Indent the lines of the block by four spaces instead.",
            offers_fix=True,
        ),
    ),
)
