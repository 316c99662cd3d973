"""What an import yields: a draft, with what was stated and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as a policy in Markdown, not yet approved by anybody."""

    source: str
    """The file's name, without its folder."""
    name: str
    """The name that its file may have, without `.md`."""
    title: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    """What the file states: title, organisation, owner, approved, approved-by, last-review,
    review, version, related. A date is `2026-09-01`, or `2026-09` where no day is stated."""
    unsure: tuple[str, ...] = ()
    """What to look at, each with its place in the file."""

    def as_data(self) -> dict[str, Any]:
        """Plain values, for the way between two processes."""
        return {
            "source": self.source,
            "name": self.name,
            "title": self.title,
            "text": self.text,
            "fields": self.fields,
            "unsure": list(self.unsure),
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Draft:
        """Read back what `as_data` gave."""
        return cls(
            source=str(data["source"]),
            name=str(data["name"]),
            title=str(data["title"]),
            text=str(data["text"]),
            fields={str(key): str(value) for key, value in data["fields"].items()},
            unsure=tuple(map(str, data["unsure"])),
        )
