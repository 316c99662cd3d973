"""A school's packs for the window: versions that differ in what a test looks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.pack import open_pack
from handbook.packs.publish import make_pack, read_content
from handbook.packs.shelf import Shelf
from tests.cases import FIXTURES

PHONES = "policies/phones.md"
CONTENT = read_content(FIXTURES / "handbook")


class School:
    """A school that publishes."""

    def __init__(self, school: str = "hill") -> None:
        self.id = school
        self.key = SecretKey.make()

    def pack(self, version: int, changed: Mapping[str, bytes | None] | None = None) -> bytes:
        """A pack of the small handbook; `changed` files are other ones, None takes one out."""
        days = date(2026, 11, version), date(2027, 11, 1)
        manifest = Manifest(self.id, "Hill School", version, *days)
        files = {**CONTENT, **(changed or {})}
        whole = {name: data for name, data in files.items() if data is not None}
        return make_pack(whole, manifest, self.key)

    def titled(self, version: int, title: str) -> bytes:
        """A pack in which the policy on phones has another title."""
        phones = CONTENT[PHONES].replace(b"title: Phones", f"title: {title}".encode())
        return self.pack(version, {PHONES: phones})

    def install(self, data: Path, pack: bytes) -> None:
        """Put a pack into use on the computer of this data."""
        Shelf(data).install(open_pack(pack, "pack.handbook", [self.key.public]))
