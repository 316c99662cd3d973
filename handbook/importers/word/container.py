"""A Word file as a container: its parts, within limits, and nothing outside it."""

from __future__ import annotations

import posixpath
import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from handbook.importers.limits import MAX_PART, MAX_PARTS, MAX_RATIO, MAX_UNPACKED
from handbook.importers.refusal import Unreadable

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
_ENCRYPTED = 0x1
_MACROS = ("vbaproject.bin", "vbadata.xml")
_SMALL = 1_000_000
"""Bytes below which a ratio says nothing: empty pages pack very well."""
_OTHERS = (
    ("xl/", "it is an Excel file"),
    ("ppt/", "it is a PowerPoint file"),
    ("content.xml", "it is an OpenDocument file: open it in Word and save it as .docx"),
    ("Index/Document.iwa", "it is a Pages file: export it as Word"),
)
_BROKEN = (
    *(BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, IndexError),
)
"""What zipfile raises where a container does not hold what it says."""
DAMAGED = "it is damaged: open it in Word and save it again"


class Container:
    """The parts of a Word file by their names."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except _BROKEN:
            raise Unreadable("it is damaged, and not all of it is here: fetch it again") from None
        self._read = 0
        self._check()

    def main(self) -> str:
        """The name of the part with the words."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._parts:
                return target
        if "word/document.xml" in self._parts:
            return "word/document.xml"
        raise Unreadable("there is no Word document in it")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: kind and target by id. A target outside is an address."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (kind, target)
        return found

    def xml(self, name: str) -> Any:
        """A part as XML; None where it is not there."""
        data = self._data(name)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as problem:
            if "depth" in str(problem).casefold():
                raise Unreadable("it is nested too deeply") from None
            raise Unreadable(DAMAGED) from None
        if root.getroottree().docinfo.doctype:
            raise Unreadable("it declares entities, as no Word file does")
        return root

    def _data(self, name: str) -> bytes | None:
        info = self._parts.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as part:
                data = part.read(MAX_PART + 1)
        except _BROKEN:
            raise Unreadable(DAMAGED) from None
        self._read += len(data)
        if len(data) > MAX_PART or self._read > MAX_UNPACKED:
            raise Unreadable("it unpacks to far more than a policy needs")
        return data

    def _check(self) -> None:
        infos = list(self._parts.values())
        if len(infos) > MAX_PARTS:
            raise Unreadable(f"it has over {MAX_PARTS:,} parts")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise Unreadable("it is protected by a password: save it without one")
        if sum(info.file_size for info in infos) > MAX_UNPACKED or any(map(_is_bomb, infos)):
            raise Unreadable("it unpacks to far more than a policy needs")
        if any(name.casefold().endswith(_MACROS) for name in self._parts):
            raise Unreadable(
                "it holds macros, which no policy needs: open it in Word and save it as .docx"
            )
        if not any(name.startswith("word/") for name in self._parts):
            for name, problem in _OTHERS:
                if any(part.startswith(name) for part in self._parts):
                    raise Unreadable(problem)


def _is_bomb(info: ZipInfo) -> bool:
    return info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1)
