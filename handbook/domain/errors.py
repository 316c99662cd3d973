"""Everything that can go wrong, as one tree.

HandbookError
├── ContentError         a file of the content cannot be read; names file and line
├── ContentMissing       no content where it was looked for
├── NotFound             a link that leads to no policy, clause, flow, step or person
├── BadReference         text that is no clause reference at all
├── NotKept              what a reader wants kept cannot be written
└── ChoiceNotOffered     an answer that the current step does not offer
"""

from __future__ import annotations

from handbook.domain.place import Place


class HandbookError(Exception):
    """Anything that the handbook can explain to the person who can act on it."""


class ContentError(HandbookError):
    """A file of the content cannot be read. Its text is `file:line: what is wrong`."""

    def __init__(self, place: Place, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


class ContentMissing(HandbookError):
    """There is no content in the folder where it was looked for."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"No handbook content was found in {folder}")
        self.folder = folder


class NotFound(HandbookError):
    """A link leads to nothing that this handbook holds."""


class BadReference(HandbookError):
    """The text is not a clause reference."""


class NotKept(HandbookError):
    """The reader's own data cannot be written: the disk is full, or the file is locked."""


class ChoiceNotOffered(HandbookError):
    """The current step does not offer this choice."""
