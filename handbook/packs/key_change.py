"""A change of keys: the spare says, with a number that only grows, which key signs from now on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.domain.errors import CannotPublish, KeyUnreadable, NotAPack, PackNotGenuine
from handbook.packs.keys import PublicKey, SecretKey
from handbook.packs.manifest import is_school_id
from handbook.packs.names import KEY_CHANGE
from handbook.packs.signature import Signature, sign

HIGHEST = 999_999
_HEAD = re.compile(r"school=([a-z0-9-]{1,60}) number=([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class KeyChange:
    """From this number on, this key signs the packs of this school."""

    school: str
    number: int
    key: PublicKey

    @property
    def data(self) -> bytes:
        """The file; the same change gives the same bytes."""
        return f"school={self.school} number={self.number}\n{self.key.text}".encode("ascii")

    @property
    def comment(self) -> str:
        """The comment of the signature, which minisign shows to whoever checks by hand."""
        return f"school={self.school} key-change={self.number}"

    def signed(self, spare: SecretKey) -> bytes:
        """The signature's file; raises CannotPublish for a change that none can be."""
        if not is_school_id(self.school) or not 1 <= self.number <= HIGHEST:
            raise CannotPublish("The school's id or the number of the change cannot be in one")
        if spare.public.raw == self.key.raw:
            raise CannotPublish("The new key is the spare itself: the spare signs no packs")
        return sign(self.data, self.comment, spare).data

    @classmethod
    def read(cls, data: bytes, signature: bytes, spare: PublicKey, pack: str) -> KeyChange:
        """Check a change by the spare; raises PackNotGenuine, or NotAPack where it is none."""
        found = Signature.parse(signature)
        if found is None or found.number != spare.number or not found.holds(data, spare):
            raise PackNotGenuine(pack, "its change of keys is not signed by the school's spare")
        head, _, key = data.decode("ascii", "replace").partition("\n")
        fields = _HEAD.fullmatch(head)
        if fields is None:
            raise NotAPack(pack, f"its {KEY_CHANGE} is not written as changes of keys are")
        try:
            change = cls(fields[1], int(fields[2]), PublicKey.parse(key, KEY_CHANGE))
        except KeyUnreadable:
            raise NotAPack(pack, f"its {KEY_CHANGE} names no key") from None
        if change.data != data or change.comment != found.comment:
            raise PackNotGenuine(pack, "its change of keys contradicts its signature")
        return change
