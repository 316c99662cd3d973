"""Where in the sources a link of the preview leads."""

from __future__ import annotations

from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind

_SCHOOL = "school.yaml"


def source_of(link: Link, library: Library) -> tuple[str, int] | None:
    """The file and the line of what a link names; None where nothing here holds it."""
    name, _, place = link.target.partition("#")
    try:
        match link.kind:
            case LinkKind.CLAUSE | LinkKind.POLICY:
                policy = library.policy(name)
                return policy.file, policy.clause(place).line if place else 1
            case LinkKind.FLOW:
                flow = library.flows.flow(name)
                return flow.file, library.flows.node(library.flows.resolve(name, place)).line
            case LinkKind.ROLE if name in library.school.contacts:
                return _SCHOOL, 0
            case _:
                return None
    except NotFound:
        return None
