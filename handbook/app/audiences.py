"""How the groups that policies are for are called on the pages."""

from __future__ import annotations

from typing import NamedTuple

from handbook.domain.audience import Audience


class AudienceWords(NamedTuple):
    """A group: as one of them, as all of them, who belongs to it, and its icon."""

    one: str
    all: str
    who: str
    icon: str


AUDIENCES = {
    Audience.TEACHERS: AudienceWords(
        "Teacher", "teachers", "Classroom, cover and trainee teachers", "book"
    ),
    Audience.SUPPORT_STAFF: AudienceWords(
        "Support staff",
        "support staff",
        "Assistants, office, site, kitchen and cleaning",
        "people",
    ),
    Audience.GOVERNORS: AudienceWords(
        "Governor", "governors", "Including associate members and the clerk", "scales"
    ),
    Audience.VOLUNTEERS: AudienceWords(
        "Volunteer or contractor",
        "volunteers and contractors",
        "You help out, or work here for another employer",
        "building",
    ),
}
"""In the order in which the cards stand."""
