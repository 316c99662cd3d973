"""The formats of a policy's document: margins, line heights and colours by kind of block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextOption,
)

from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES, Dress
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.domain.blocks import Span
from handbook.domain.rule import RuleKind
from handbook.domain.word_changes import RunKind

GUTTER = 60
"""Where text begins, right of the clause numbers, at 100 %."""
MEASURE = 580
"""The widest line of text, at 100 %."""
_INSET, _CARD_INSET = 54, 20
"""How far the words of a box stand from its left edge: past bar and icon, in a card."""
_INSET_RIGHT = 20
_LIST_STEP = 20


class Property(IntEnum):
    """What blocks carry for painting, as user properties."""

    KIND = QTextFormat.Property.UserProperty.value + 1
    GROUP = QTextFormat.Property.UserProperty.value + 2
    OWN_TOP = QTextFormat.Property.UserProperty.value + 3
    """The margin above, before more was put there so that two sides stand level."""


class Box(StrEnum):
    """The kinds of box that are painted under the text."""

    MUST_NOT = "must-not"
    MUST = "must"
    TELL = "tell"
    MAY = "may"
    NOTE = "note"
    UNKNOWN = "unknown"
    OVERDUE = "overdue"
    PROTECTED = "protected"
    """What keeps the person who tells safe."""
    ALARM = "alarm"
    """A life is at stake."""
    CARD = "card"
    """Somebody to go to: an edge, no tint, no icon."""


DRESSES = {
    **{Box(kind.value): dress for kind, dress in RULE_DRESSES.items()},
    Box.UNKNOWN: Dress("sunken", "line2", "ink2", "info"),
    Box.OVERDUE: Dress("warn_soft", "warn", "warn_ink", "clock"),
    Box.PROTECTED: Dress("ok_soft", "ok", "ok_ink", "shield"),
    Box.ALARM: Dress("stop_soft", "stop", "stop_ink", "phone"),
    Box.CARD: Dress("surface", "line2", "ink2", ""),
}


def box_of(kind: RuleKind | None) -> Box:
    """The box of a rule kind; a quotation of no kind is grey."""
    return Box(kind.value) if kind is not None else Box.UNKNOWN


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: in which box, and how deep in lists."""

    box: Box | None = None
    group: int = 0
    depth: int = 0


_PLAIN = Spot()


class Styles:
    """Makes formats for one look; everything is scaled with the reading text.

    `gutter` is the room left of the text, at 100 %.
    """

    def __init__(self, look: Look, gutter: int = GUTTER) -> None:
        self._look = look
        self.gutter = gutter
        self._words: dict[tuple[Type, Token], QTextCharFormat] = {}

    def px(self, length: float) -> float:
        """A length of the design at this text size."""
        return length * self._look.scale

    def words(self, role: Type = Type.READING, token: Token = "ink") -> QTextCharFormat:
        """Text of a role in one colour."""
        key = (role, token)
        if key not in self._words:
            form = QTextCharFormat()
            form.setFont(self._look.font(role, reading=True))
            form.setForeground(self.colour(token))
            self._words[key] = form
        return QTextCharFormat(self._words[key])

    def bold(self, role: Type = Type.READING, token: Token = "ink") -> QTextCharFormat:
        """Bold words within text of a role."""
        form = self.words(role, token)
        font = QFont(form.font())
        font.setWeight(QFont.Weight.Bold)
        form.setFont(font)
        return form

    def span(self, span: Span, role: Type = Type.READING, token: Token = "ink") -> QTextCharFormat:
        """Words of a text as they are marked in it."""
        form = self.mono() if span.code else self.words(role, token)
        if span.strong and not span.code:
            form = self.bold(role, token)
        if span.emphasis or span.image:
            font = QFont(form.font())
            font.setItalic(True)
            form.setFont(font)
        if span.footnote:
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if span.explains:
            form.setToolTip(span.explains)
        return self.lead(form, span.link.url) if span.link is not None else form

    def lead(self, form: QTextCharFormat, address: str) -> QTextCharFormat:
        """Words that lead to an address."""
        form.setAnchor(True)
        form.setAnchorHref(address)
        form.setForeground(self.colour("link"))
        form.setFontUnderline(True)
        return form

    def colour(self, token: Token) -> QColor:
        """A colour of the theme."""
        return self._look.color(token)

    def marked(self, form: QTextCharFormat, mark: RunKind) -> QTextCharFormat:
        """Text that went is struck through, text that came is underlined."""
        if mark is RunKind.SAME:
            return form
        form.setForeground(self.colour("stop_ink" if mark is RunKind.GONE else "ok_ink"))
        form.setFontStrikeOut(mark is RunKind.GONE)
        form.setFontUnderline(mark is RunKind.NEW)
        return form

    def mono(self) -> QTextCharFormat:
        """Text shown letter for letter."""
        form = self.words()
        font = QFont(["JetBrains Mono", "Consolas", "DejaVu Sans Mono", "monospace"])
        font.setPixelSize(round(self.px(16)))
        form.setFont(font)
        return form

    def block(
        self,
        role: Type = Type.READING,
        *,
        above: float = 0,
        below: float = 12,
        spot: Spot = _PLAIN,
    ) -> QTextBlockFormat:
        """A block at the text margin, with fixed lines and space around it."""
        form = QTextBlockFormat()
        left = self.gutter + spot.depth * _LIST_STEP + _inset(spot)
        form.setLeftMargin(self.px(left))
        form.setRightMargin(self.px(_INSET_RIGHT) if spot.box else 0)
        form.setTopMargin(self.px(above))
        form.setBottomMargin(self.px(below))
        height = self._look.line_height(role, reading=True)
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if spot.box:
            form.setProperty(Property.KIND, spot.box.value)
            form.setProperty(Property.GROUP, spot.group)
        return form

    def hung(self, form: QTextBlockFormat, by: float) -> QTextBlockFormat:
        """Hang a number or bullet left of a block's text; a tab leads back to the text."""
        # Tab positions count from the start of the indented line, not from the margin.
        form.setTextIndent(-self.px(by))
        tab = QTextOption.Tab(self.px(by), QTextOption.TabType.LeftTab)
        form.setTabPositions([tab])
        return form

    def numbered(self, form: QTextBlockFormat) -> QTextBlockFormat:
        """Hang a clause number in the gutter."""
        return self.hung(form, self.gutter)


def _inset(spot: Spot) -> int:
    if spot.box is None:
        return 0
    return _CARD_INSET if spot.box is Box.CARD else _INSET
