"""Every pair of colours that is shown together can be told apart, in every theme."""

from __future__ import annotations

from typing import get_args

import pytest

from handbook.app.look.rules import RULE_DRESSES
from handbook.app.look.tokens import Theme, Token, colours, warm_sheet
from handbook.domain.rule import RuleKind

# A text or an edge, what it stands on, and the least contrast: 7 for what is read, 4.5 for
# small additions, 3 for edges.
PAIRS: tuple[tuple[Token, Token, float], ...] = (
    ("ink", "canvas", 7),
    ("ink", "surface", 7),
    ("ink", "sunken", 7),
    ("ink", "wash", 7),
    ("link", "wash", 7),
    ("ink3", "wash", 4.5),
    ("ink2", "canvas", 7),
    ("ink2", "surface", 7),
    ("ink2", "sunken", 7),
    ("ink3", "canvas", 4.5),
    ("ink3", "surface", 4.5),
    ("ink3", "sunken", 4.5),
    ("link", "canvas", 7),
    ("link", "surface", 7),
    ("link", "accent_soft", 7),
    ("ink", "accent_soft", 7),
    ("on_accent", "accent", 7),
    ("on_care", "care_fill", 7),
    ("care_edge", "canvas", 3),
    ("care_edge", "surface", 3),
    ("care_ink", "care_soft", 7),
    ("care", "canvas", 4.5),
    ("ink", "care_soft", 7),
    ("stop_ink", "stop_soft", 7),
    ("stop", "surface", 4.5),
    ("stop", "canvas", 4.5),
    ("ink", "stop_soft", 7),
    ("must_ink", "must_soft", 7),
    ("must", "surface", 4.5),
    ("ink", "must_soft", 7),
    ("warn_ink", "warn_soft", 7),
    ("warn", "surface", 4.5),
    ("ink", "warn_soft", 7),
    ("ok_ink", "ok_soft", 7),
    ("ok", "surface", 4.5),
    ("ink", "ok_soft", 7),
    ("mark_ink", "mark", 7),
    ("mark_cur_ink", "mark_cur", 7),
    ("sel_ink", "sel", 7),
    ("on_focus", "focus", 4.5),
    ("line2", "canvas", 3),
    ("line2", "surface", 3),
    ("line2", "sunken", 3),
    ("focus", "canvas", 3),
    ("focus", "surface", 3),
    ("focus", "sunken", 3),
    ("link", "must_soft", 4.5),
    ("link", "stop_soft", 4.5),
    ("link", "warn_soft", 4.5),
    ("link", "care_soft", 4.5),
    ("link", "ok_soft", 4.5),
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_has_its_contrast(front: Token, ground: Token, least: float, theme: Theme) -> None:
    shown = colours(theme)

    assert contrast(shown[front], shown[ground]) >= least


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_has_its_contrast_on_the_warm_sheet(
    front: Token, ground: Token, least: float
) -> None:
    shown = {**colours(Theme.LIGHT), **warm_sheet()}

    assert contrast(shown[front], shown[ground]) >= least


@pytest.mark.parametrize("theme", Theme)
def test_every_token_has_a_colour(theme: Theme) -> None:
    assert set(colours(theme)) == set(get_args(Token))


def test_every_kind_of_rule_has_a_heading_that_is_read_on_its_tint() -> None:
    checked = {(front, ground) for front, ground, least in PAIRS if least >= 7}

    assert set(RULE_DRESSES) == set(RuleKind)
    assert {(dress.ink, dress.fill) for dress in RULE_DRESSES.values()} <= checked
