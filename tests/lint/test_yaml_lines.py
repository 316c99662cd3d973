"""YAML that cannot be read says so in words that a policy owner understands."""

from __future__ import annotations

import pytest

from handbook.lint.yaml_lines import BadYaml, read_entries


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title: a: b\n", 1, "a colon too many"),
        ("title\nowner: c\n", 2, "the line above has none"),
        ("a:\n\tb: c\n", 2, "there is a tab"),
        ("a: @b\n", 1, "a sign such as @"),
        ("a: *b\n", 1, "begins with the sign \\*"),
        ('a: "b\n', 2, "a quotation mark or a bracket never ends"),
        ("a: [b\nc: d\n", 2, "a bracket never ends"),
        (" a: b\nc: d\n", 2, "spaces that the lines begin with"),
        ("a: 'it's'\n", 1, "its quotation marks"),
        ("- x\n", 1, "lines such as 'title: Social media'"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(text: str, line: int, said: str) -> None:
    with pytest.raises(BadYaml, match=said) as caught:
        read_entries(text)

    assert caught.value.line == line
