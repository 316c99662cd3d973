"""A paper as the bytes of a PDF that says nothing of who made it, where and at what time."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from handbook.app.paper import sheet
from handbook.app.paper.pdf_places import with_places
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps, finish

RESOLUTION = 1200
"""Dots per inch that positions are rounded to."""
PROGRAM = "Handbook"
_XMP = (
    "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'/><?xpacket end='w'?>"
)
"""Metadata in XML that say nothing at all, in place of Qt's own."""
_NO_ID = QUuid("00000000-0000-0000-0000-000000000001")
"""In place of a random one, so that the same paper is always the same bytes."""
_UTF16 = rb"\((\xfe\xff(?:[^()\\]|\\.)*)\)"
_DATE = re.compile(rb"\(D:(\d{8})\d{6}([^)]*)\)")
_PRODUCER = re.compile(rb"/Producer " + _UTF16, re.DOTALL)


def pdf_of(sheets: Sheets) -> bytes:
    """Draw sheets into a PDF in memory; its text can be selected and searched."""
    return finish(pdf_steps(sheets))


def pdf_steps(sheets: Sheets) -> Steps[bytes]:
    """Draw sheets into a PDF in memory, a step a page; returns its bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    painter = QPainter(writer := _writer(buffer, sheets.title))
    try:
        for page in range(sheets.count):
            if page:
                writer.newPage()
            _paint(sheets, painter, page)
            yield Progress(page + 1, sheets.count)
    finally:
        painter.end()  # also where somebody thought better of it half way
    data = bytes(buffer.data().data())
    buffer.close()
    return with_places(neutral(data), sheets)


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator(PROGRAM)
    writer.setDocumentId(_NO_ID)
    writer.setDocumentXmpMetadata(QByteArray(_XMP.encode()))
    return writer


def _paint(sheets: Sheets, painter: QPainter, page: int) -> None:
    painter.save()
    scale = RESOLUTION / 72 * sheet.POINTS_PER_PIXEL
    painter.scale(scale, scale)
    sheets.paint(painter, page)
    painter.restore()


def neutral(data: bytes) -> bytes:
    """Cut the times of a PDF to the day and drop the name of what wrote it.

    Every change keeps its length, as the file's table names each part by its offset.
    """
    data = _DATE.sub(_day_only, data)
    return _PRODUCER.sub(_program_only, data)


def _day_only(found: re.Match[bytes]) -> bytes:
    day = b"(D:" + found[1] + b"000000Z)"
    return day.ljust(len(found[0]))


def _program_only(found: re.Match[bytes]) -> bytes:
    letters = (len(found[1]) - 2) // 2
    name = PROGRAM[:letters].ljust(letters).encode("utf-16-be")
    kept = b"/Producer (\xfe\xff" + name + b")"
    return kept.ljust(len(found[0]))
