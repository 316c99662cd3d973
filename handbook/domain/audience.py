"""Who is asked to read a policy: what is asked of somebody, never what they may read."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

EVERYONE = "everyone"
"""What `applies-to` says of a policy that is for all staff."""
EDITORS = "editors"
"""What `applies-to` says of a guide that staff are not shown."""


class Audience(StrEnum):
    """The groups that `applies-to` may name, beside everyone; staff choose theirs once."""

    TEACHERS = "teachers"
    SUPPORT_STAFF = "support-staff"
    GOVERNORS = "governors"
    VOLUNTEERS = "volunteers"


KNOWN = (EVERYONE, *Audience, EDITORS)
"""Every word that `applies-to` may hold."""


def is_asked(applies_to: Iterable[str], audience: Audience | None) -> bool:
    """True where a policy is for somebody of this audience; without one, where it is for all.

    A policy that says nothing of whom it is for, is for everyone.
    """
    named = tuple(applies_to)
    return not named or EVERYONE in named or audience in named
