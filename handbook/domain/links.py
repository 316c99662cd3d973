"""Where a link in the content leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """The kinds of target that content may link to; anything else is REFUSED."""

    CLAUSE = "clause"
    POLICY = "policy"
    FLOW = "flow"
    ROLE = "role"
    SETTING = "setting"
    WEB = "web"
    MAIL = "mail"
    TELEPHONE = "tel"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a link.

    `target` is `social-media#pupils` for a clause, `social-media` for a policy,
    `concern` or `concern#dsl` for a flow, a role id, a setting's name, or for the outside
    kinds the address as written. A refused link keeps what was written.
    """

    kind: LinkKind
    target: str

    @property
    def url(self) -> str:
        """The link as one text, `kind:target`, which `parse` reads back."""
        return f"{self.kind}:{self.target}"

    @classmethod
    def parse(cls, url: str) -> Link:
        """Read back what `url` gave; anything else is a refused link."""
        kind, _, target = url.partition(":")
        try:
            return cls(LinkKind(kind), target)
        except ValueError:
            return cls(LinkKind.REFUSED, url)
