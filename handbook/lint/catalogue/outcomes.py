"""Rules on outcomes, and on who is told."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

GROUP = Group(
    "Flows: outcomes, and whom they tell",
    (
        Rule(
            "outcome-heading",
            ERROR,
            "A heading of an outcome is none of the fixed ones",
            "What stands under it would not be shown.",
            "Use one of the headings that the message names, letter for letter.",
            offers_fix=True,
        ),
        Rule(
            "outcome-order",
            ERROR,
            "The headings of an outcome are not in their order",
            "Staff learn where to look: whom to tell comes first, everywhere.",
            "Bring the headings into the order that the message names, each once.",
        ),
        Rule(
            "outcome-needs",
            ERROR,
            "An outcome leaves out what every outcome must say",
            "A worried person must hear whom to tell, by when, and what happens next.",
            "Add the headings that the message names, and words under them.",
        ),
        Rule(
            "outcome-may-i",
            ERROR,
            "An outcome of 'May I' does not begin with its answer",
            "Whoever asks whether they may do something looks for a yes or a no.",
            "Begin the title with Stop:, Ask first: or Fine, with care:.",
        ),
        Rule(
            "outcome-rests-on",
            ERROR,
            "An outcome rests on a clause that does not exist",
            "Staff could not read why they should do it.",
            "Link to the clause that says so, by its id.",
        ),
        Rule(
            "outcome-title",
            ERROR,
            "The title of an outcome names a person",
            "The title is shown even when the worry is about that very person.",
            "Name the route instead: “Report a worry about a child”.",
        ),
        Rule(
            "outcome-unlinked",
            ERROR,
            "An outcome names a person in words that are no link",
            "Plain words cannot give way when the worry is about that person.",
            "Write the name as a link: [headteacher](role:headteacher).",
        ),
        Rule(
            "tell-subject",
            ERROR,
            "An outcome sends the reader to the person it is about",
            "This may never happen: evidence goes, and a person is put in danger.",
            "Add a line for this person under “If it is about one of them”, or correct "
            "'when-subject' in school.yaml.",
        ),
        Rule(
            "tell-nobody",
            ERROR,
            "An outcome leaves nobody to tell",
            "Everybody it names is the one it is about, so a worried person is left alone.",
            "Add a line for this person under “If it is about one of them”, or fill in "
            "'when-subject' in school.yaml.",
        ),
        Rule(
            "tell-instead",
            WARNING,
            "Nobody stands in for a person whom an outcome speaks of",
            "Staff would read “somebody else whom you trust”, and not whom.",
            "Fill in 'when-subject' of this person in school.yaml.",
        ),
        Rule(
            "tell-unasked",
            ERROR,
            "An outcome tells somebody inside before it was asked whose doing it is",
            "That somebody may be the very person it is about.",
            "Ask it before, or add “If it is about one of them” with a line for each person told.",
        ),
    ),
)
