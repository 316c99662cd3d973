"""How each kind of rule looks, wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.app.look.tokens import Token
from handbook.domain.rule import RuleKind


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours and the icon of a box."""

    fill: Token
    bar: Token
    ink: Token
    icon: str


RULE_DRESSES = {
    RuleKind.MUST_NOT: Dress("stop_soft", "stop", "stop_ink", "stop"),
    RuleKind.MUST: Dress("must_soft", "must", "must_ink", "must"),
    RuleKind.TELL: Dress("care_soft", "care", "care_ink", "concern"),
    RuleKind.MAY: Dress("ok_soft", "ok", "ok_ink", "check"),
    RuleKind.NOTE: Dress("accent_soft", "accent", "link", "info"),
}

RULE_TAGS = {
    RuleKind.MUST_NOT: "Must not",
    RuleKind.MUST: "Must",
    RuleKind.TELL: "Tell",
    RuleKind.MAY: "May",
    RuleKind.NOTE: "Note",
}
"""How each kind of rule is said where there is room for a word."""
