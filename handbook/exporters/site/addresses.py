"""Where each thing of the handbook lies in the web folder; relative, and all in one folder."""

from __future__ import annotations

from handbook.domain.flow import Flow, NodeRef, Part
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.markup.html import own_address

HOME = "index.html"
POLICIES = "all-policies.html"
PEOPLE = "people.html"
SEARCH = "search.html"
CONCERN = "whom-to-tell.html"
MAIN, OUTLINE = "main_text", "outline_title"
"""Ids of the pages' own parts: no clause has a low line in its id."""
OWN = (HOME, POLICIES, PEOPLE, SEARCH, CONCERN)


class Addresses:
    """Says where a link leads on the site; empty for what the site does not have."""

    def __init__(self, library: Library) -> None:
        self._policies = {policy.id: policy for policy in library.policies}
        self._roles = frozenset(library.school.contacts)
        self._routes = {
            NodeRef(flow.id, outcome.id) for flow in telling(library) for outcome in flow.outcomes
        }

    def __call__(self, link: Link) -> str:
        """The address of a link."""
        page, _, anchor = link.target.partition("#")
        match link.kind:
            case LinkKind.POLICY | LinkKind.CLAUSE:
                return policy_page(page, anchor) if page in self._policies else ""
            case LinkKind.FLOW:
                ref = NodeRef(page, anchor)
                return f"{CONCERN}#{route_id(ref)}" if ref in self._routes else CONCERN
            case LinkKind.ROLE:
                return f"{PEOPLE}#{link.target}" if link.target in self._roles else ""
            case _:
                return own_address(link)


def policy_page(policy: str, anchor: str = "") -> str:
    """The page of a policy, or a place of it."""
    return f"{policy}.html#{anchor}" if anchor else f"{policy}.html"


def route_id(ref: NodeRef) -> str:
    """The id of a route on the page of those to tell."""
    return f"{ref.flow}-{ref.id}"


def telling(library: Library) -> tuple[Flow, ...]:
    """The flows whose every outcome tells somebody."""
    return tuple(flow for flow in library.flows if Part.TELL in flow.needs)
