"""Rules on school.yaml, words.yaml and the files beside them."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

SCHOOL = Group(
    "The school: school.yaml",
    (
        Rule(
            "school-missing",
            ERROR,
            "There is no school.yaml",
            "Nobody would be named: every link to a person leads to a blank.",
            "Copy the school.yaml of the model handbook, and fill it in.",
        ),
        Rule(
            "school-unreadable",
            ERROR,
            "school.yaml cannot be read",
            "One slip, such as a missing quotation mark, loses all people of the school.",
            "Look at the line that is named and the one above it. Write between the quotation "
            "marks, and leave the spaces at the beginning of the line alone.",
        ),
        Rule(
            "school-unknown",
            ERROR,
            "A line of school.yaml has a name that is not known",
            "It would be passed over without a word: a telephone number under 'fone' is not "
            "shown.",
            "Use one of the names that the message lists.",
        ),
        Rule(
            "school-twice",
            ERROR,
            "A name stands in school.yaml twice",
            "Only one of the two counts, and nobody can say which.",
            "Keep one. Where a person and a body have one name, rename one of them.",
        ),
        Rule(
            "school-role",
            ERROR,
            "A role has a name that cannot be used, or names one that does not exist",
            "Whoever stands in for somebody must be on the page, or staff are sent to nobody.",
            "Use small letters, figures and hyphens, and name a role that stands in school.yaml.",
        ),
        Rule(
            "school-title",
            ERROR,
            "A person or body has no title",
            "Staff are shown the title, such as Headteacher, also where no name is filled in.",
            "Fill in 'title'.",
        ),
        Rule(
            "school-date",
            ERROR,
            "A date in school.yaml cannot be read",
            "Nobody could see when this was last checked.",
            'Write the year, the month and the day in figures: "2026-09-01".',
            offers_fix=True,
        ),
        Rule(
            "school-ring",
            ERROR,
            "People stand in for each other in a ring",
            "Where a worry is about all of them, the handbook would never come to somebody else.",
            "Let the last one lead to a body outside the school.",
        ),
        Rule(
            "school-same",
            ERROR,
            "Two roles have the same name, telephone number or email address",
            "If one person holds both, a worry about them could be sent to them under their other "
            "role.",
            "Write 'same-as' under the second role if it is one person. If not, correct one.",
        ),
        Rule(
            "school-instead",
            WARNING,
            "Nobody is named for a worry about this person",
            "Staff who are worried about them would not be told where else to go.",
            "Fill in 'when-subject' with a person or body that does not depend on them.",
        ),
        Rule(
            "school-number",
            ERROR,
            "The number of a body for the whole country is another one",
            "One wrong figure sends a worried person to a stranger.",
            "Write the number that the message names.",
        ),
        Rule(
            "school-unchecked",
            WARNING,
            "Nobody has said when a telephone number was last checked",
            "Numbers change. Staff find out in the worst moment.",
            "Ring it, and write the day under 'checked'.",
        ),
        Rule(
            "school-stale",
            WARNING,
            "A contact has not been checked for a year",
            "People move on and numbers change. Staff find out in the worst moment.",
            "Ring the number or write to the address, and put the day under 'checked'.",
        ),
        Rule(
            "school-ahead",
            WARNING,
            "A contact is said to be checked on a day that is still to come",
            "The date is a slip, so nobody knows when it was checked.",
            "Write the day on which somebody really checked it.",
        ),
        Rule(
            "school-days",
            ERROR,
            "The days to confirm a policy are no number from 1 to 365",
            "Staff would not know by when they have to confirm that they have read it.",
            'Write a number of days in quotation marks, such as "14".',
        ),
        Rule(
            "leave-page",
            ERROR,
            "The page for Leave quickly does not exist",
            "The program would have to choose a page itself.",
            "Write a policy, or a clause of one, as social-media#photos.",
        ),
        Rule(
            "leave-shown",
            WARNING,
            "The page for Leave quickly could give somebody away",
            "It shows a clause that a worry can lead to, and somebody may be looking over the "
            "reader's shoulder.",
            "Choose an everyday page, such as one on parking or dress.",
        ),
    ),
)

WORDS = Group(
    "Words that mean the same: words.yaml",
    (
        Rule(
            "words-unreadable",
            ERROR,
            "words.yaml cannot be read",
            "The search would know none of the words that staff use instead of yours.",
            "Write one group a line: - [pupil, student, kid]",
        ),
        Rule(
            "words-unknown",
            ERROR,
            "A part of words.yaml has a name that is not known",
            "It would be passed over without a word.",
            "Use one of the names that the message lists.",
        ),
        Rule(
            "words-alone",
            ERROR,
            "A word stands alone in its group",
            "A group says that words mean the same, so it has two at least.",
            "Add the other words, or take the line out.",
        ),
        Rule(
            "words-case",
            WARNING,
            "A word has capital letters",
            "The search reads everything in small letters, so capitals only make two words look "
            "different that are not.",
            "Write it in small letters.",
            offers_fix=True,
        ),
        Rule(
            "words-twice",
            ERROR,
            "A word stands in its group twice",
            "Usually another word was meant.",
            "Take one of the two out.",
            offers_fix=True,
        ),
        Rule(
            "words-joined",
            WARNING,
            "A word stands in two groups",
            "The word joins both groups, so the search finds too much.",
            "Keep it in the group where it belongs.",
        ),
        Rule(
            "words-asked",
            WARNING,
            "More than three questions are to be shown on Home",
            "Home has room for three.",
            "Keep the three that are asked most often.",
        ),
    ),
)

OTHERS = Group(
    "The laptop guide, and where the rules come from",
    (
        Rule(
            "seen-missing",
            ERROR,
            "The guide on what a school laptop can still show is missing",
            "Every question promises it to staff, who must know what stays private before they "
            "answer.",
            "Take the model's guide, and fit it to your school. It is for everyone.",
        ),
        Rule(
            "seen-person",
            ERROR,
            "The laptop guide names a person of the school",
            "It is read before anybody has said whom the worry is about.",
            "Name bodies outside the school only.",
        ),
        Rule(
            "seen-typed",
            ERROR,
            "The laptop guide has a telephone number in its text",
            "A number in the text grows old unseen. One in school.yaml has the day on which it "
            "was checked.",
            "Write the number in school.yaml, and name the body by a link: [Police](role:police).",
        ),
        Rule(
            "seen-numbers",
            ERROR,
            "The laptop guide does not say whom to ring in private",
            "Who cannot use the school's laptop needs a number for their own phone.",
            "Add `## Numbers to ring {#numbers}` with a list whose items begin with a link to a "
            "body of school.yaml.",
        ),
        Rule(
            "provision-head",
            ERROR,
            "provisions.csv has another first line",
            "Without it nothing in the file can be read.",
            "Write id,where,reason in the first line.",
        ),
        Rule(
            "provision-row",
            ERROR,
            "A line of provisions.csv has another shape",
            "A rule of the old policies could be lost without anybody noticing.",
            "Write letter-number, the clause, and a reason, with commas between them.",
        ),
        Rule(
            "provision-unsettled",
            ERROR,
            "A rule of the old policies is settled nowhere",
            "It would be dropped without anybody having decided so.",
            "Name the clause that states it, or the reason why none does.",
        ),
        Rule(
            "provision-clause",
            ERROR,
            "A rule of the old policies is said to stand in a clause that does not exist",
            "The clause was renamed or taken out, and the rule may have gone with it.",
            "Name the clause that states it now.",
        ),
        Rule(
            "provision-missing",
            ERROR,
            "A number is left out of provisions.csv",
            "A rule of the old policies may be settled nowhere.",
            "Add the line, with a clause or a reason.",
        ),
        Rule(
            "provision-twice",
            ERROR,
            "A number stands in provisions.csv twice",
            "One of the two lines is about another rule, and that one is missing.",
            "Correct the number of one line, or put both into one.",
        ),
    ),
)
