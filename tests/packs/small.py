"""The content of a small school, and ways to put a pack together by hand, well or badly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from handbook.packs.container import write
from handbook.packs.keys import SecretKey
from handbook.packs.manifest import Manifest
from handbook.packs.names import KEY, MANIFEST, SIGNATURE, SUMS
from handbook.packs.pack import Pack, open_pack
from handbook.packs.signature import sign
from handbook.packs.sums import write_sums

CONTENT = {
    "school.yaml": b'school:\n  name: "Hill School"\n  id: "hill"\n',
    "policies/phones.md": b"---\ntitle: Phones\n---\n\n## Calls {#calls}\n\nStep outside.\n",
    "policies/visitors.md": b"---\ntitle: Visitors\n---\n\n## Gate {#gate}\n\nSign in.\n",
    "images/gate.png": bytes(range(256)) * 4,
}
NEWER = {**CONTENT, "policies/phones.md": CONTENT["policies/phones.md"] + b"\nAnd be brief.\n"}


def manifest(version: int, school: str = "hill", app: str = "0.1.0") -> Manifest:
    return Manifest(school, "Hill School", version, date(2026, 11, 1), date(2027, 11, 1), app)


def signed(files: Mapping[str, bytes], key: SecretKey, comment: str = "") -> dict[str, bytes]:
    """All files of a pack; `files` may replace the manifest, the key or the sums."""
    whole = {MANIFEST: manifest(1).data, KEY: key.public.text.encode(), **files}
    sums = files.get(SUMS) or write_sums(whole)
    signature = sign(sums, comment or manifest(1).comment, key)
    return {**whole, SUMS: sums, SIGNATURE: signature.data}


def packed(files: Mapping[str, bytes], key: SecretKey, comment: str = "") -> bytes:
    """A pack of these files, whatever they are, properly signed."""
    return write(signed(files, key, comment))


def opened(data: bytes, key: SecretKey) -> Pack:
    return open_pack(data, "hill.handbook", [key.public])


def unpacked(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
