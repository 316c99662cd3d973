"""How the groups that policies are for are called on the pages."""

from __future__ import annotations

from typing import NamedTuple

from handbook.domain.audience import Audience


class AudienceWords(NamedTuple):
    """A group: as one of them, as all of them, who belongs to it, its icon, and in short."""

    one: str
    all: str
    who: str
    icon: str
    short: str


AUDIENCES = {
    Audience.TEACHERS: AudienceWords(
        "Teacher", "teachers", "Classroom, cover and trainee teachers", "book", "teachers"
    ),
    Audience.SUPPORT_STAFF: AudienceWords(
        "Support staff",
        "support staff",
        "Assistants, office, site, kitchen and cleaning",
        "people",
        "support staff",
    ),
    Audience.GOVERNORS: AudienceWords(
        "Governor", "governors", "Including associate members and the clerk", "scales", "governors"
    ),
    Audience.VOLUNTEERS: AudienceWords(
        "Volunteer or contractor",
        "volunteers and contractors",
        "You help out, or work here for another employer",
        "building",
        "volunteers",
    ),
}
"""In the order in which the cards stand."""
