"""Who is asked to read what."""

from __future__ import annotations

import pytest

from handbook.domain.audience import Audience, is_asked


@pytest.mark.parametrize(
    ("applies_to", "audience", "asked"),
    [
        ((), None, True),
        ((), Audience.GOVERNORS, True),
        (("everyone",), None, True),
        (("everyone",), Audience.TEACHERS, True),
        (("teachers",), Audience.TEACHERS, True),
        (("teachers",), Audience.GOVERNORS, False),
        (("teachers", "governors"), Audience.GOVERNORS, True),
        (("teachers",), None, False),
        (("editors",), Audience.TEACHERS, False),
    ],
)
def test_a_policy_is_asked_of_those_it_names(
    applies_to: tuple[str, ...], audience: Audience | None, asked: bool
) -> None:
    assert is_asked(applies_to, audience) is asked
