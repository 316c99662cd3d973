"""Rules on links and pictures."""

from __future__ import annotations

from handbook.lint.catalogue.rule import ERROR, WARNING, Group, Rule

GROUP = Group(
    "Links and pictures",
    (
        Rule(
            "link-anchor",
            ERROR,
            "A link leads to an id that no heading has",
            "Staff would land at the top of a long page, or nowhere.",
            "Use the id of the clause that you mean, as it stands in braces at the end of its "
            "heading. Where lint knows one that is much like it, it offers that.",
            offers_fix=True,
        ),
        Rule(
            "link-file",
            ERROR,
            "A link leads to a file that does not exist",
            "Staff would click and nothing would happen.",
            "Correct the name of the file. From a guide or a flow to a policy it begins with "
            "../policies/.",
            offers_fix=True,
        ),
        Rule(
            "link-role",
            ERROR,
            "A link names a person or body that school.yaml does not hold",
            "Staff would be told to go to somebody, and not see who that is.",
            "Use the name of a role in school.yaml, or add the role there.",
            offers_fix=True,
        ),
        Rule(
            "link-setting",
            ERROR,
            "A link names a setting that school.yaml does not hold",
            "The school's own value would not be shown.",
            "Use the name of a setting in school.yaml, or add it there.",
            offers_fix=True,
        ),
        Rule(
            "link-kind",
            ERROR,
            "A link leads to something that the handbook does not follow",
            "Links to folders of one computer, to other programs or over http: do not work for "
            "staff, or are not safe.",
            "Link to a place of the handbook, or to https:, mailto: or tel:.",
            offers_fix=True,
        ),
        Rule(
            "link-gap",
            ERROR,
            "There is a space in the middle of a link",
            "It is shown as words in brackets, and leads nowhere.",
            "Take the space between ] and ( out.",
            offers_fix=True,
        ),
        Rule(
            "link-words",
            WARNING,
            "A link has no words, or words that say nothing",
            "Many people hear the links of a page one by one, and “here” five times tells them "
            "nothing. With no words there is nothing to click on.",
            "Write between [ and ] what is behind the link.",
        ),
        Rule(
            "image",
            ERROR,
            "A picture is not there",
            "Staff would see an empty frame. Pictures from the internet are never fetched.",
            "Put the picture into the folder images, and name it as ../images/name.png.",
        ),
        Rule(
            "image-words",
            WARNING,
            "A picture has no description, or one that says nothing",
            "Who cannot see the picture hears nothing, or only the name of a file.",
            "Say between ![ and ] what the picture shows, in a sentence.",
        ),
    ),
)
