"""How a clause is named for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.domain.errors import BadReference

_REFERENCE = re.compile(
    r"(?:handbook:)?(?:policies/)?(?P<policy>[a-z0-9][a-z0-9-]*)(?:\.md)?"
    r"(?:#(?P<clause>[a-z0-9][a-z0-9-]*))?"
)


@dataclass(frozen=True, slots=True, order=True)
class ClauseRef:
    """How a clause is named for ever: `social-media#pupils`. Without a clause, the policy."""

    policy: str
    clause: str = ""

    def __str__(self) -> str:
        return f"{self.policy}#{self.clause}" if self.clause else self.policy

    @classmethod
    def parse(cls, text: str) -> ClauseRef:
        """Read `social-media#pupils`, `policies/social-media.md#pupils` or `handbook:...`.

        Raises BadReference where the text is none of them.
        """
        found = _REFERENCE.fullmatch(text.strip())
        if found is None:
            raise BadReference(f"{text!r} is not a link to a clause")
        return cls(found["policy"], found["clause"] or "")
