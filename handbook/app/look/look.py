"""The one object that every widget asks for colours, fonts and icons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from handbook import locations
from handbook.app.look.tokens import Theme, Token, colours
from handbook.app.look.type import Type, make_font

MIN_SCALE, MAX_SCALE = 0.9, 2.0
_INTERFACE_MAX = 1.5
"""Interface text stops growing here; above it the layout steps down instead."""
_NOTHING: Mapping[Token, str] = MappingProxyType({})


class Look(QObject):
    """The theme, text size, movement and keys in use, as far as widgets ask for them.

    Widgets keep no colour of their own: they ask at paint time, so a change needs only one
    signal.
    """

    changed = Signal()

    def __init__(self, theme: Theme = Theme.LIGHT, scale: float = 1.0) -> None:
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._fades = True
        self._letter_keys = True
        self._replaced: Mapping[Token, str] = {}
        self._colours = _qcolours(theme, {})
        self._fonts: dict[tuple[Type, bool], QFont] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def scale(self) -> float:
        """The size of reading text, 1.0 being 100 %."""
        return self._scale

    @property
    def interface_scale(self) -> float:
        """The size of interface text, 1.0 being 100 %; it stops growing at 150 %."""
        return min(self._scale, _INTERFACE_MAX)

    def room(self, width: int) -> float:
        """A width as the breakpoints of the layouts count it: in pixels at 100 % text."""
        return width / self._scale

    @property
    def fades(self) -> bool:
        """Whether a change may fade; never in high contrast."""
        return self._fades and self._theme is not Theme.HIGH_CONTRAST

    @property
    def letter_keys(self) -> bool:
        """Whether single letters and numbers act as keys, and are named."""
        return self._letter_keys

    def set_letter_keys(self, *, act: bool) -> None:
        """Let single letters and numbers act as keys, or not."""
        if act is not self._letter_keys:
            self._letter_keys = act
            self.changed.emit()

    def set_theme(self, theme: Theme, replaced: Mapping[Token, str] = _NOTHING) -> None:
        """Change to another theme, with the colours of some tokens replaced."""
        if theme is not self._theme or replaced != self._replaced:
            self._theme, self._replaced = theme, dict(replaced)
            self._colours = _qcolours(theme, replaced)
            self._announce()

    def set_fades(self, *, fades: bool) -> None:
        """Let changes fade, or be there at once."""
        self._fades = fades

    def set_scale(self, scale: float) -> None:
        """Change the text size, within 90 % and 200 %."""
        scale = min(MAX_SCALE, max(MIN_SCALE, scale))
        if scale != self._scale:
            self._scale = scale
            self._fonts.clear()
            self._announce()

    def color(self, token: Token) -> QColor:
        """The colour of a token in this theme."""
        return self._colours[token]

    def font(self, role: Type, *, reading: bool = False) -> QFont:
        """The font of a role. Interface text stops growing at 150 %, reading text at 200 %."""
        key = (role, reading)
        if key not in self._fonts:
            scale = self._scale if reading else self.interface_scale
            self._fonts[key] = make_font(role.value, scale)
        return self._fonts[key]

    def line_height(self, role: Type, *, reading: bool = False) -> int:
        """The line height of a role in logical pixels."""
        scale = self._scale if reading else self.interface_scale
        return round(role.value.line * scale)

    def width_of(self, text: str, role: Type) -> float:
        """How wide a text is on one line, in logical pixels."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(text)

    def icon(self, name: str, token: Token, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon in one colour, cached. Its stroke keeps 1.75 px at every size."""
        colour = self._colours[token].name()
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _draw_icon(name, colour, size, ratio)
        return self._pixmaps[key]

    def draw_icon(self, painter: QPainter, name: str, token: Token, rect: QRectF) -> None:
        """Draw an icon as lines, for paper; its stroke keeps 1.75 px at every size."""
        from PySide6.QtSvg import QSvgRenderer

        svg = _coloured(name, self._colours[token].name(), rect.width())
        QSvgRenderer(svg.encode()).render(painter, rect)

    def palette(self) -> QPalette:
        """Qt's own palette in the colours of this theme."""
        palette = QPalette()
        group = QPalette.ColorRole
        for role, token in (
            (group.Window, "canvas"),
            (group.Base, "surface"),
            (group.AlternateBase, "wash"),
            (group.Button, "surface"),
            (group.ToolTipBase, "ink"),
            (group.ToolTipText, "surface"),
            (group.WindowText, "ink"),
            (group.Text, "ink"),
            (group.ButtonText, "ink"),
            (group.PlaceholderText, "ink3"),
            (group.Highlight, "sel"),
            (group.HighlightedText, "sel_ink"),
            (group.Link, "link"),
            (group.LinkVisited, "link"),
            (group.Mid, "line2"),
            (group.Dark, "line2"),
            (group.Light, "surface"),
        ):
            palette.setColor(role, self._colours[token])  # type: ignore[index]
        return palette

    def apply(self, app: QApplication) -> None:
        """Dress the whole application."""
        app.setPalette(self.palette())
        app.setFont(self.font(Type.UI))

    def _announce(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()


def _qcolours(theme: Theme, replaced: Mapping[Token, str]) -> dict[Token, QColor]:
    return {token: QColor(value) for token, value in {**colours(theme), **replaced}.items()}


@cache
def _source(name: str) -> str:
    return Path(locations.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _coloured(name: str, colour: str, size: float) -> str:
    stroke = 1.75 * 24 / size if size > 0 else 1.75
    svg = _source(name).replace("currentColor", colour)
    return svg.replace('stroke-width="1.75"', f'stroke-width="{stroke:.3f}"')


def _draw_icon(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    svg = _coloured(name, colour, size)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
