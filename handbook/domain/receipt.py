"""A receipt: the statement that somebody confirmed a version of a policy, as a small file."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from handbook.domain.errors import BadReceipt

FORMAT = 1
ENDING = ".receipt.json"
LARGEST = 4096
"""Bytes of a receipt; the program writes some four hundred."""
_LONGEST = 256
_HEX = re.compile(r"[0-9a-f]{64}")
_MARK = re.compile(r"[0-9a-f]{32}")
_TEXTS = ("policy", "version", "user", "machine")


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who confirmed what, where and when. A statement of a computer, not a proof."""

    policy: str
    version: str
    digest: str
    """Of the text that was read."""
    user: str
    """The account's name."""
    machine: str
    time: datetime
    """Aware, to the second."""
    mark: str
    """Thirty-two random figures, so that nobody can guess the file's name and take it first."""

    @property
    def name(self) -> str:
        """The file's name, made of its content: the same receipt never makes two files."""
        return hashlib.sha256(self.data).hexdigest() + ENDING

    @property
    def data(self) -> bytes:
        """The file."""
        shape = {
            "format": FORMAT,
            "policy": self.policy,
            "version": self.version,
            "digest": self.digest,
            "user": self.user,
            "machine": self.machine,
            "time": self.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "mark": self.mark,
        }
        return (json.dumps(shape, ensure_ascii=True, indent=1) + "\n").encode("ascii")

    @classmethod
    def parse(cls, data: bytes, name: str) -> Receipt:
        """Read a receipt from a file of this name; raises BadReceipt."""
        try:
            shape = json.loads(data)
        except UnicodeDecodeError:
            raise BadReceipt(name, 1, "it is not text") from None
        except json.JSONDecodeError as error:
            raise BadReceipt(name, error.lineno, "it is cut off or no JSON") from None
        except RecursionError:
            raise BadReceipt(name, 1, "it is no receipt") from None
        if not isinstance(shape, dict) or shape.get("format") != FORMAT:
            raise BadReceipt(name, 1, "it is no receipt that this program knows")
        receipt = _read(shape, data, name)
        if receipt.data != data or receipt.name != name:
            raise BadReceipt(name, 1, "it was changed after it was written, or renamed")
        return receipt


def _read(shape: dict[str, Any], data: bytes, name: str) -> Receipt:
    for key in (*_TEXTS, "digest", "time", "mark"):
        value = shape.get(key)
        if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
            raise BadReceipt(name, _line(data, key), f"its {key} is missing or is no text")
    if not _HEX.fullmatch(shape["digest"]) or not _MARK.fullmatch(shape["mark"]):
        raise BadReceipt(name, _line(data, "digest"), "its digest is none")
    try:
        time = datetime.strptime(shape["time"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise BadReceipt(name, _line(data, "time"), "its time is none") from None
    return Receipt(
        policy=shape["policy"],
        version=shape["version"],
        digest=shape["digest"],
        user=shape["user"],
        machine=shape["machine"],
        time=time,
        mark=shape["mark"],
    )


def _line(data: bytes, key: str) -> int:
    """The line of a key, the first where it stands nowhere."""
    lines = data.split(b"\n")
    found = (n for n, line in enumerate(lines, 1) if f'"{key}"'.encode() in line)
    return next(found, 1)
