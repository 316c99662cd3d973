"""Bytes of text files to text, whatever program saved them."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,20})",
    re.IGNORECASE,
)
_KNOWN = frozenset(("utf-8", "utf8", "windows-1252", "iso-8859-1", "us-ascii", "ascii", "utf-16",
                    "windows-1250", "iso-8859-15", "macintosh"))  # fmt: skip
_LATIN = frozenset(("iso-8859-1", "us-ascii", "ascii"))
"""What says these is Windows-1252 in truth, as every browser takes it."""


def decoded(data: bytes, *, html: bool = False) -> tuple[str, bool]:
    """The text, and whether its letters are certain: False where the coding had to be judged."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), True
    if zeros := _sixteen(data):
        return data.decode(zeros, "replace"), False
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        pass
    stated = _stated(data) if html else ""
    return data.decode(stated or "cp1252", "replace"), bool(stated)


def _stated(data: bytes) -> str:
    found = _META.search(data[:4096])
    name = found[1].decode("ascii").casefold() if found else ""
    if name in _LATIN:
        return "cp1252"
    return name if name in _KNOWN and name != "utf-16" else ""


def _sixteen(data: bytes) -> str:
    """The coding of a text whose every other byte is zero; empty for any other."""
    start = data[:4096]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) * 0.35 and even < len(start) * 0.05:
        return "utf-16-le"
    if even > len(start) * 0.35 and odd < len(start) * 0.05:
        return "utf-16-be"
    return ""
