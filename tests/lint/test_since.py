"""Ids that staff have are given back, or missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.lint.catalogue.catalogue import RULES
from handbook.lint.finding import Finding
from handbook.lint.since import check_since
from handbook.markup.library import read_library
from tests.lint.trial import IN_ORDER, told, write

RULES_FILE = "policies/rules.md"
BEFORE = (
    IN_ORDER[RULES_FILE]
    + """
## Phones {#phones}

### In lessons {#lessons}

Words on lessons.

### At lunch {#lunch}

Words on lunch.
"""
)


def since(folder: Path, before: str, now: str | None) -> list[Finding]:
    """What is lost between two versions of one policy; None where the whole file is gone."""
    write(folder / "before", {**IN_ORDER, RULES_FILE: before})
    files = {**IN_ORDER, RULES_FILE: now} if now is not None else dict(IN_ORDER)
    if now is None:
        del files[RULES_FILE]
    write(folder / "now", files)
    libraries = (read_library(folder / name) for name in ("now", "before"))
    found = list(check_since(folder / "now", *libraries))
    assert all(RULES[finding.rule].severity is finding.severity for finding in found)
    return found


def test_the_same_ids_are_in_order(tmp_path: Path) -> None:
    more = BEFORE.replace("Words on lunch", "Other words") + "\n### New {#new}\n\nWords.\n"

    assert since(tmp_path, BEFORE, more) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{#lunch}", "{#noon}", ["26 id-changed: ### At lunch {#lunch}"]),
        ("### At lunch {#lunch}", "### At noon {#noon}", ["26 id-changed: ### At noon {#lunch}"]),
        ("{#phones}", "{#mobiles}", ["20 id-changed: ## Phones {#phones}"]),
        ("### At lunch {#lunch}\n\nWords on lunch.\n", "", ["1 id-gone"]),
        ("### At lunch {#lunch}\n\nWords on", "### Noon {#noon}\n\nMore on", ["1 id-gone"]),
    ],
)
def test_a_lost_id_is_named(old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    assert old in BEFORE

    found = since(tmp_path, BEFORE, BEFORE.replace(old, new))

    assert [told(one).removeprefix(f"{RULES_FILE}:") for one in found] == expected


def test_a_policy_that_is_gone_is_named(tmp_path: Path) -> None:
    assert [told(one) for one in since(tmp_path, BEFORE, None)] == [f"{RULES_FILE}:1 id-gone"]


@pytest.mark.parametrize(
    ("version", "why", "expected"),
    [
        ("1.1", "A chat got out of hand.", ["13 why-old"]),
        ("1.1", "A phone was lost.", []),
        ("1.0", "A chat got out of hand.", []),
        ("1.1", "", []),
    ],
)
def test_the_reason_of_the_version_before_is_named(
    version: str, why: str, expected: list[str], tmp_path: Path
) -> None:
    last = "confirm: never\n"
    assert last in BEFORE
    assert 'version: "1.0"' in BEFORE
    before = BEFORE.replace(last, f"{last}why-changed: A chat got out of hand.\n")
    now = BEFORE.replace(last, f"{last}why-changed: {why}\n" if why else last)

    found = since(tmp_path, before, now.replace('version: "1.0"', f'version: "{version}"'))

    assert [told(one).removeprefix(f"{RULES_FILE}:") for one in found] == expected
