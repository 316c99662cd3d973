"""What the desk calls a file, while its words are still being typed too."""

from __future__ import annotations

import pytest

from handbook.app.desk.checking import title_in


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Phones", "Phones"),
        ('title: "Phones: all of them"  # a note', "Phones: all of them"),
        ("title: 'The school''s phones'", "The school's phones"),
        ('title: What to do with "I have a concern"', 'What to do with "I have a concern"'),
        ("title: Room #4", "Room"),
        ('title: "half typed', "half typed"),
        ("title:", "a.md"),
    ],
)
def test_a_title_keeps_its_own_quotation_marks(line: str, title: str) -> None:
    assert title_in("policies/a.md", f"---\n{line}\nowner: head\n---\n") == title


def test_stories_say_that_they_are_stories() -> None:
    text = '---\ntitle: Stories for "I have a concern"\n---\n'

    assert title_in("flows/concern.scenarios.md", text) == 'Stories for "I have a concern"'
