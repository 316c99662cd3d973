"""What kind of file it is, by what is in it: a name may say anything."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|p|div|h[1-6]|table|ul|ol|span|script)[\s>/]",
    re.IGNORECASE,
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")


class Format(StrEnum):
    """The kinds of file that can be imported."""

    WORD = "Word"
    PDF = "PDF"
    HTML = "HTML"
    TEXT = "text"
    MARKDOWN = "Markdown"


_BY_SUFFIX = {
    ".docx": Format.WORD,
    ".docm": Format.WORD,
    ".pdf": Format.PDF,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".md": Format.MARKDOWN,
    ".txt": Format.TEXT,
}


class NoFormat(Exception):
    """The file is of no kind that can be imported; says why."""


def format_of(data: bytes, name: str) -> Format:
    """The kind of a file; raises NoFormat where it is none that can be imported."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    suffix = PurePath(name).suffix.casefold()
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.WORD
    _refuse(data, head, suffix)
    if _is_html(head, suffix):
        return Format.HTML
    return Format.MARKDOWN if suffix in (".md", ".markdown", ".mdown") else Format.TEXT


def format_by_name(name: str) -> Format | None:
    """The kind that a file's name promises; None where it promises none of them."""
    return _BY_SUFFIX.get(PurePath(name).suffix.casefold())


def _refuse(data: bytes, head: bytes, suffix: str) -> None:
    if not data.strip():
        raise NoFormat("it is empty")
    if data.startswith(_OLD_OFFICE):
        raise NoFormat(
            "it is protected by a password, or in the form of Word before 2007: open it in Word "
            "and save it as .docx without a password"
        )
    if head.startswith(b"{\\rtf"):
        raise NoFormat("it is rich text (RTF): open it in Word and save it as .docx")
    if data.startswith(_PICTURES):
        raise NoFormat("it is a picture: the words in it cannot be read")
    if suffix in (".docx", ".docm", ".dotx"):
        raise NoFormat("it is damaged or no Word file: open it in Word and save it again")
    if suffix == ".pdf":
        raise NoFormat("it is damaged or no PDF")
    if _is_binary(data):
        raise NoFormat("it is none of Word (.docx), PDF, HTML, Markdown and text")


def _is_html(head: bytes, suffix: str) -> bool:
    if suffix in (".html", ".htm", ".xhtml", ".mht"):
        return True
    text = head.replace(b"\x00", b"")
    return suffix not in (".md", ".markdown", ".mdown") and (
        text[:1] == b"<" and bool(_HTML.search(text))
    )


def _is_binary(data: bytes) -> bool:
    start = data[:65536]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    zeros = start.count(b"\x00")
    if zeros and not (len(start) * 0.3 < zeros < len(start) * 0.7):
        return True
    strange = sum(start.count(bytes([code])) for code in (*range(1, 8), *range(14, 27)))
    return strange > len(start) * 0.02
