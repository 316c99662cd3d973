"""The pages as they will come out, on the screen: one under the other, or as many as fit."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from handbook.app.look.look import Look
from handbook.app.paper import sheet
from handbook.app.paper.sheets import Sheets
from handbook.app.preview.placing import Placing, Zoom, placed
from handbook.app.widgets.accessible import as_picture
from handbook.app.widgets.paint import focus_ring
from handbook.app.widgets.scroll_bar import ScrollBar

_KEPT_PIXELS = 12_000_000
"""Of the pictures of pages, so many pixels are kept at most: about 48 MB."""
_ARROW = 60
"""How far an arrow key scrolls, in logical pixels."""
_NEAR_TOP = 0.3
"""The page is being looked at that lies at so much of the height."""


class SheetView(QAbstractScrollArea):
    """Shows sheets. Page Up and Page Down, Home and End go through them.

    A page is drawn when it comes into view, one at a time, so that the keys never wait.
    """

    page_changed = Signal(int)
    """The page that is looked at, from 0."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheets: Sheets | None = None
        self._zoom = Zoom.WIDTH
        self._placing = Placing((), QSize(1, 1), 0)
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._page = 0
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(0)
        self._drawing.timeout.connect(self._draw_one)
        as_picture(self)
        self.setAccessibleDescription("The same words can be read on the page before.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "sunken"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._page

    @property
    def waits(self) -> bool:
        """Whether a page in view is still to be drawn."""
        return self._drawing.isActive()

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show other sheets from the first; None lets the pages go."""
        self._sheets = sheets
        self._pictures.clear()
        self._page = 0
        self._place()
        self.verticalScrollBar().setValue(0)
        self._say_page()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages as wide as the window, or whole."""
        if zoom is not self._zoom:
            self._zoom = zoom
            self._refit()

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if self._placing.rects:
            page = min(max(page, 0), len(self._placing.rects) - 1)
            self._page = page
            self.verticalScrollBar().setValue(self._placing.rects[page].top() - self._placing.gap)
            self._page = page  # near the end the page may not reach the top
            self._say_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(self._beside(1))
            case Qt.Key.Key_PageUp:
                self.go_to(self._beside(-1))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._placing.rects) - 1)
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + _ARROW)
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - _ARROW)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring: Qt draws only the frame again."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width, at the same page."""
        super().resizeEvent(event)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are in view, as far as there are pictures of them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("sunken"))
        missing = False
        for page in self._in_view():
            area = self._on_screen(page)
            painter.fillRect(area, Qt.GlobalColor.white)
            if (picture := self._pictures.get(page)) is not None:
                painter.drawImage(area, picture)
            else:
                missing = True
            painter.setPen(self._look.color("line2"))
            painter.drawRect(area)
        if self.hasFocus():
            inside = QRectF(self.viewport().rect()).adjusted(5, 5, -5, -5)
            focus_ring(painter, self._look, inside, 4)
        if missing:
            self._drawing.start()

    def _refit(self) -> None:
        page = self._page
        self._pictures.clear()
        self._place()
        if page:
            self.go_to(page)

    def _place(self) -> None:
        count = self._sheets.count if self._sheets else 0
        room = self.viewport().size()
        self._placing = placed(count, room, self._zoom, self._look.interface_scale)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._placing.height - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(_ARROW)
        self.viewport().update()

    def _beside(self, by: int) -> int:
        """The page of the next row, or of the one before."""
        return self._page + by * self._placing.columns

    def _scrolled(self) -> None:
        self.viewport().update()
        line = self.verticalScrollBar().value() + self.viewport().height() * _NEAR_TOP
        rects = self._placing.rects
        page = next((n for n, rect in enumerate(rects) if rect.bottom() > line), len(rects) - 1)
        if rects and self.verticalScrollBar().value() == self.verticalScrollBar().maximum():
            page = len(rects) - 1
        if rects and page != self._page:
            self._page = page
            self._say_page()

    def _say_page(self) -> None:
        count = len(self._placing.rects)
        self.setAccessibleName(f"Pages as they will come out, page {self._page + 1} of {count}")
        self.page_changed.emit(self._page)

    def _in_view(self) -> list[int]:
        shown = QRect(0, self.verticalScrollBar().value(), 1 << 20, self.viewport().height())
        return [n for n, rect in enumerate(self._placing.rects) if rect.intersects(shown)]

    def _on_screen(self, page: int) -> QRect:
        return self._placing.rects[page].translated(0, -self.verticalScrollBar().value())

    def _draw_one(self) -> None:
        page = next((n for n in self._in_view() if n not in self._pictures), None)
        if page is None or self._sheets is None:
            return
        self._pictures[page] = self._picture(self._sheets, page)
        one = self._pictures[page].width() * self._pictures[page].height()
        while len(self._pictures) > 1 and len(self._pictures) * one > _KEPT_PIXELS:
            seen = self._in_view()
            old = next((n for n in self._pictures if n not in seen), None)
            if old is None:
                break
            del self._pictures[old]
        self.viewport().update(self._on_screen(page).adjusted(-1, -1, 1, 1))

    def _picture(self, sheets: Sheets, page: int) -> QImage:
        ratio = self.devicePixelRatioF()
        picture = QImage(self._placing.size * ratio, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = picture.width() / sheet.WIDTH
        painter.scale(scale, scale)
        sheets.paint(painter, page)
        painter.end()
        return picture
