"""Everything that can go wrong, as one tree.

HandbookError
├── ContentError         a file of the content cannot be read; names file and line
├── ContentMissing       no content where it was looked for
├── NotFound             a link that leads to no policy, clause, flow, step or person
├── BadReference         text that is no clause reference at all
├── NotKept              what a reader wants kept cannot be written
├── BadReceipt           a file among the receipts is none; names it and the line
├── BadRoster            a list of staff cannot be read; names file and line
├── KeyUnreadable        a file that should hold a key holds none, or the passphrase is wrong
├── PackError            a pack is not taken; names the pack and says why
│   ├── NotAPack             it is no pack, or breaks a rule of how packs are made
│   ├── PackNotGenuine       a signature or a sum does not hold
│   └── PackRefused          genuine, but older, of another school, or for a newer program
├── NotImported          a file gives no draft; names the file and says why
├── CannotPublish        a folder of content that no pack can be made of
├── NoEarlierPack        nothing is kept to go back to
├── PacksBusy            another program is installing a pack at this moment
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


class _InFile(HandbookError):
    """Something is wrong at a line of a file. Its text is `file:line: what is wrong`."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")


class BadReceipt(_InFile):
    """A file that should hold a receipt holds none, or was changed."""


class BadRoster(_InFile):
    """A list of staff cannot be read, or a line of it."""


class ChoiceNotOffered(HandbookError):
    """The current step does not offer this choice."""


class KeyUnreadable(HandbookError):
    """A file holds no key of the expected kind, or its passphrase is another."""


class PackError(HandbookError):
    """A pack is not taken. Its text is one sentence that begins with the pack's name."""

    lead = "cannot be used"

    def __init__(self, pack: str, problem: str) -> None:
        super().__init__(f"{pack} {self.lead}: {problem}")
        self.pack = pack
        self.problem = problem


class NotAPack(PackError):
    """The file is no pack, or breaks a rule of how packs are made."""

    lead = "is not a pack"


class PackNotGenuine(PackError):
    """A signature or a sum does not hold, or nobody trusts the key."""

    lead = "cannot be trusted"


class PackRefused(PackError):
    """The pack is genuine, and a rule says no: older, another school, a newer program."""

    lead = "is refused"


class NotImported(HandbookError):
    """A file gives no draft, and nothing is written. Its text begins with the file's name."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file} cannot be imported: {problem}")
        self.file = file
        self.problem = problem


class CannotPublish(HandbookError):
    """No pack can be made of this content; names the file that is in the way."""


class NoEarlierPack(HandbookError):
    """No earlier pack is kept on this computer."""


class PacksBusy(HandbookError):
    """Another program is changing the packs of this computer."""

    def __init__(self) -> None:
        super().__init__("Policies are being installed at this moment: try again in a minute")
