"""Every link follows a new name, and nothing that only looks alike."""

from __future__ import annotations

from handbook.markup.renaming import links_to, with_file_renamed, with_place_renamed

TEXTS = {
    "policies/rules.md": (
        "## One {#one}\n\nSee [two](other.md#one), [here](#one), [rules](rules.md).\n"
    ),
    "policies/other.md": "## One {#one}\n\nSee [one](rules.md#one) and [tel](tel:101).\n",
    "guides/first.md": "## A {#a}\n\nSee [one](../policies/rules.md#one-more).\n",
    "flows/concern.md": (
        "---\ntitle: x\npriority: [one, online#one, rules]\n---\n\n## One {#one}\n\n"
        "- [Yes](#one)\n\n### Rests on\n\n- [r](../policies/rules.md#one)\n"
    ),
    "flows/online.md": "---\ntitle: y\npriority: [concern#one, one]\n---\n\n## One {#one}\n",
    "flows/concern.scenarios.md": (
        "---\ntitle: s\nflow: concern\n---\n\n1. [q](concern.md#one): Yes\n"
    ),
    "school.yaml": 'settings:\n  leave-quickly-to: "rules#one"  # rules\n',
    "provisions.csv": "id,where,reason\nA,rules#one,kept\nB,other#one,rules\n",
}


def test_a_file_is_renamed_everywhere() -> None:
    found = with_file_renamed(TEXTS, "policies/rules.md", "policies/our-rules.md")

    assert found == {
        "policies/rules.md": TEXTS["policies/rules.md"].replace("(rules.md)", "(our-rules.md)"),
        "policies/other.md": TEXTS["policies/other.md"].replace("(rules", "(our-rules"),
        "guides/first.md": TEXTS["guides/first.md"].replace("/rules", "/our-rules"),
        "flows/concern.md": TEXTS["flows/concern.md"].replace("/rules.md", "/our-rules.md"),
        "school.yaml": TEXTS["school.yaml"].replace('"rules', '"our-rules'),
        "provisions.csv": TEXTS["provisions.csv"].replace(",rules#", ",our-rules#"),
    }


def test_a_flow_is_renamed_with_its_stories_and_priorities() -> None:
    found = with_file_renamed(TEXTS, "flows/concern.md", "flows/worry.md")

    assert found == {
        "flows/online.md": TEXTS["flows/online.md"].replace("concern#one", "worry#one"),
        "flows/concern.scenarios.md": TEXTS["flows/concern.scenarios.md"].replace(
            "concern", "worry"
        ),
    }


def test_a_clause_is_renamed_where_it_is_meant() -> None:
    found = with_place_renamed(TEXTS, "policies/rules.md", "one", "first")

    assert found == {
        "policies/rules.md": TEXTS["policies/rules.md"]
        .replace("{#one}", "{#first}")
        .replace("[here](#one)", "[here](#first)"),
        "policies/other.md": TEXTS["policies/other.md"].replace("rules.md#one", "rules.md#first"),
        "flows/concern.md": TEXTS["flows/concern.md"].replace("rules.md#one", "rules.md#first"),
        "school.yaml": TEXTS["school.yaml"].replace("rules#one", "rules#first"),
        "provisions.csv": TEXTS["provisions.csv"].replace("rules#one", "rules#first"),
    }


def test_a_place_of_a_flow_is_renamed_in_its_priorities() -> None:
    found = with_place_renamed(TEXTS, "flows/concern.md", "one", "first")

    assert "priority: [first, online#one, rules]" in found["flows/concern.md"]
    assert "## One {#first}" in found["flows/concern.md"]
    assert "[Yes](#first)" in found["flows/concern.md"]
    assert "priority: [concern#first, one]" in found["flows/online.md"]
    assert "(concern.md#first)" in found["flows/concern.scenarios.md"]
    assert set(found) == {"flows/concern.md", "flows/online.md", "flows/concern.scenarios.md"}


def test_every_clause_that_a_line_of_the_laws_list_names_is_renamed() -> None:
    row = "A,{0} other#one {0} other#rules {0}-more,because rules#one\n"
    texts = {**TEXTS, "provisions.csv": row.format("rules#one")}
    place = with_place_renamed(texts, "policies/rules.md", "one", "first")["provisions.csv"]
    file = with_file_renamed(texts, "policies/rules.md", "policies/our-rules.md")["provisions.csv"]

    first = "A,rules#first other#one rules#first other#rules rules#one-more,because rules#one\n"
    assert place == first
    assert file == row.format("our-rules#one")


def test_links_are_counted() -> None:
    assert links_to(TEXTS, "policies/rules.md") == 4
    assert links_to(TEXTS, "policies/rules.md", "one") == 3
    assert links_to(TEXTS, "policies/rules.md", "gone") == 0
