"""Rules on files: their names, their size, and whether they can be read at all."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, Group, Rule

GROUP = Group(
    "Files",
    (
        Rule(
            "encoding",
            ERROR,
            "The file is not plain text in UTF-8",
            "Letters such as £, é or a long dash would be shown as other signs, or not at all.",
            "Open the file in a text editor, choose Save as, and choose UTF-8 as its encoding.",
        ),
        Rule(
            "file-name",
            ERROR,
            "The file's name has capitals, spaces or other signs",
            "Links, bookmarks and printed pages name a policy by its file. Some computers tell "
            "capitals apart and some do not, and a space ends a link.",
            "Use small letters, figures and hyphens only, such as social-media.md. Then mend the "
            "links that named the old file: lint lists them.",
        ),
        Rule(
            "file-twin",
            ERROR,
            "A guide and a policy have the same name",
            "A link names the file without its folder, so staff could be shown either of the two.",
            "Rename one of the two files.",
        ),
        Rule(
            "unreadable",
            ERROR,
            "The file cannot be read",
            "Staff would not see this policy or flow at all. While a flow or school.yaml cannot "
            "be read, no flow is proved.",
            "The message says what the reader met. Mend the other findings of this file first: "
            "they often name the cause better.",
        ),
        Rule(
            "too-big",
            ERROR,
            "The file is larger than 2 MB",
            "A text of that size is usually a slip, such as a picture pasted as letters, and "
            "would make the handbook slow to open.",
            "Take out what does not belong there, or split the policy in two.",
        ),
        Rule(
            "too-long",
            ERROR,
            "A line is longer than 10,000 characters",
            "Reading it could take minutes. Nobody writes such a line by hand: something was "
            "pasted that does not belong there.",
            "Take it out, or begin a new line after each sentence.",
        ),
        Rule(
            "too-deep",
            ERROR,
            "Something is nested more than twenty levels deep",
            "Reading it could take minutes, and nobody could follow it on the screen.",
            "Use fewer levels: two are enough for a policy.",
        ),
        Rule(
            "too-many-brackets",
            ERROR,
            "A block holds more than 500 square brackets",
            "Each [ might open a link, and so many of them can take minutes to read.",
            "Put blank lines between the paragraphs or items.",
        ),
    ),
)
