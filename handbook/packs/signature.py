"""Signatures in minisign's pre-hashed form, made and checked."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.packs.keys import COMMENT, PublicKey, SecretKey, decoded

_PREHASHED = b"ED"
"""The older form, `Ed`, signs the file itself and is not taken."""
_BYTES = 74
_HEAD = f"{COMMENT}signature from minisign secret key"
_TRUSTED = "trusted comment: "


@dataclass(frozen=True, slots=True)
class Signature:
    """What a `.minisig` file says, nothing of it checked yet."""

    number: bytes
    """Which key it names."""
    value: bytes
    comment: str
    """The comment that is signed too."""
    whole: bytes
    """The signature over value and comment."""

    @classmethod
    def parse(cls, data: bytes) -> Signature | None:
        """Read a `.minisig` file; None where it is not written as minisign writes it."""
        try:
            lines = data.decode("ascii").split("\n")
        except UnicodeDecodeError:
            return None
        if len(lines) != 5 or lines[0] != _HEAD or lines[4]:
            return None
        blob, whole = decoded(lines[1]), decoded(lines[3])
        if blob is None or whole is None or not lines[2].startswith(_TRUSTED):
            return None
        if len(blob) != _BYTES or not blob.startswith(_PREHASHED):
            return None
        return cls(blob[2:10], blob[10:], lines[2].removeprefix(_TRUSTED), whole)

    @property
    def data(self) -> bytes:
        """The `.minisig` file."""
        blob = base64.b64encode(_PREHASHED + self.number + self.value).decode()
        whole = base64.b64encode(self.whole).decode()
        return f"{_HEAD}\n{blob}\n{_TRUSTED}{self.comment}\n{whole}\n".encode("ascii")

    def key_among(self, keys: Iterable[PublicKey]) -> PublicKey | None:
        """The key that it names; None where it is not among these."""
        return next((key for key in keys if key.number == self.number), None)

    def holds(self, signed: bytes, key: PublicKey) -> bool:
        """True where the key signed these bytes, and the comment with them."""
        digest = hashlib.blake2b(signed, digest_size=64).digest()
        comment = self.value + self.comment.encode("ascii")
        return _is_signed(key, digest, self.value) and _is_signed(key, comment, self.whole)


def sign(signed: bytes, comment: str, key: SecretKey) -> Signature:
    """Sign bytes and a comment in ASCII; the same ones give the same signature."""
    from nacl.signing import SigningKey

    signing = SigningKey(key.seed)
    digest = hashlib.blake2b(signed, digest_size=64).digest()
    value = signing.sign(digest).signature
    whole = signing.sign(value + comment.encode("ascii")).signature
    return Signature(key.number, value, comment, whole)


def _is_signed(key: PublicKey, message: bytes, value: bytes) -> bool:
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key.raw).verify(message, value)
    except (CryptoError, ValueError):
        return False
    return True
