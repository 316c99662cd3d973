"""What goes to a PDF or to the printer: pages with a footer, always in light colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from handbook.app.document.boxes import PlacedBox, icon_rect, paint_box, placed_boxes
from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.document.styles import DRESSES, GUTTER
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.look.type import Type
from handbook.app.paper import sheet
from handbook.app.paper.marks import Mark, paint_mark
from handbook.app.paper.pages import PagePart, pages_of
from handbook.app.paper.sheets import Entry
from handbook.app.paper.strips import strips_of
from handbook.app.paper.text import HAIR, paint_text

FOLLOWED = ("http:", "https:", "mailto:", "tel:")
"""What a link on paper may lead to: the others would name places that only the program knows."""


def paper_look() -> Look:
    """Colours and sizes for paper, whatever the window looks like."""
    return _PaperLook(Theme.LIGHT)


class _PaperLook(Look):
    """The light look without joined letters: a PDF would give them back as one strange letter."""

    def font(self, role: Type, *, reading: bool = False) -> QFont:
        """The font of a role."""
        font = QFont(super().font(role, reading=reading))
        font.setFeature(QFont.Tag("liga"), 0)
        return font


class Paper:
    """A document parted into pages of A4.

    `title` is the only thing that a PDF says of itself; `footer` stands on every page.
    """

    def __init__(
        self,
        built: BuiltDocument,
        look: Look,
        *,
        title: str,
        footer: str,
        gutter: int = GUTTER,
        marks: tuple[Mark, ...] = (),
        kept: tuple[Extent, ...] = (),
        followed: tuple[str, ...] = FOLLOWED,
    ) -> None:
        self.title = title
        self.footer = footer
        self.entries: tuple[Entry, ...] = ()
        self.places: Mapping[str, int] = {}
        self.document = built.document
        self._look = look
        self._gutter = gutter
        self._marks = marks
        _lay_out(self.document, followed)
        self._boxes = placed_boxes(built, gutter, sheet.COLUMN - gutter, look.scale)
        self.parts = pages_of(strips_of(built, self._boxes, kept), sheet.ROOM)

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return len(self.parts)

    @property
    def boxes(self) -> tuple[PlacedBox, ...]:
        """Every box, where it lies in the column."""
        return self._boxes

    @property
    def text(self) -> str:
        """Every word but the footers."""
        return self.document.toPlainText()

    def page_of(self, block: int) -> int:
        """The page, from 0, on which a block of the document begins."""
        found = self.document.findBlockByNumber(block)
        top = self.document.documentLayout().blockBoundingRect(found).top()
        return next((n for n, part in enumerate(self.parts) if top < part.bottom - HAIR), 0)

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a page, from 0, onto a sheet of `sheet.WIDTH` times `sheet.HEIGHT` pixels."""
        self.paint_words(painter, page)
        paint_footer(painter, self._look, self.footer, f"{page + 1} of {self.count}")

    def paint_words(self, painter: QPainter, page: int) -> None:
        """Draw a page, from 0, without its footer."""
        part = self.parts[page]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(sheet.LEFT, sheet.TOP - part.top)
        painter.setClipRect(
            QRectF(-sheet.LEFT, part.top - 2, sheet.WIDTH, part.bottom - part.top + 4)
        )
        self._paint_part(painter, part)
        painter.restore()

    def _paint_part(self, painter: QPainter, part: PagePart) -> None:
        shown = [
            placed
            for placed in self._boxes
            if placed.rect.bottom() > part.top + HAIR and placed.rect.top() < part.bottom - HAIR
        ]
        for placed in shown:
            paint_box(painter, self._look, placed)
        for mark in self._marks:
            block = self.document.findBlockByNumber(mark.block)
            rect = self.document.documentLayout().blockBoundingRect(block)
            if part.top <= rect.top() + HAIR < part.bottom:
                paint_mark(painter, self._look, self.document, mark, self._gutter)
        self._paint_under(painter, part)
        paint_text(painter, self.document, part, self._look.palette())
        for placed in shown:
            dress = DRESSES[placed.kind]
            if dress.icon:
                rect = icon_rect(self._look, placed)
                self._look.draw_icon(painter, dress.icon, dress.bar, rect)

    def _paint_under(self, painter: QPainter, part: PagePart) -> None:
        """Draw what else stands under the words of a part; nothing here."""


def paint_footer(painter: QPainter, look: Look, left: str, right: str) -> None:
    """Write under a sheet, at its left and its right edge."""
    painter.setFont(look.font(Type.SMALL))
    painter.setPen(look.color("ink3"))
    y = sheet.HEIGHT - sheet.FOOTER_RISE
    width = QFontMetricsF(painter.font()).horizontalAdvance(right)
    painter.drawText(QPointF(sheet.LEFT, y), left)
    painter.drawText(QPointF(sheet.WIDTH - sheet.RIGHT - width, y), right)


def _lay_out(document: QTextDocument, followed: tuple[str, ...]) -> None:
    """Drop the links that lead nowhere from paper, and lay out with the type's own measures."""
    option = document.defaultTextOption()
    option.setUseDesignMetrics(True)
    document.setDefaultTextOption(option)
    _unlink(document, followed)
    document.setTextWidth(sheet.COLUMN)


def _unlink(document: QTextDocument, followed: tuple[str, ...]) -> None:
    cursor = QTextCursor(document)
    for first, last in _links(document, followed):
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        form = cursor.charFormat()
        form.clearProperty(QTextFormat.Property.IsAnchor.value)
        form.clearProperty(QTextFormat.Property.AnchorHref.value)
        cursor.setCharFormat(form)


def _links(document: QTextDocument, followed: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the links are that cannot be followed from paper."""
    found = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            form = fragment.charFormat()
            if form.isAnchor() and not form.anchorHref().startswith(followed):
                found.append((fragment.position(), fragment.position() + fragment.length()))
            iterator += 1
        block = block.next()
    return found
