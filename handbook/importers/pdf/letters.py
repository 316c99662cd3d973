"""The letters of a page with their look and place, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as c

_HEAVY = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_NAME = 256
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6
_BOLD_FROM = 600
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF02D))
_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))


@dataclass(slots=True)
class Box:
    """A place on a page, in points from the lower left corner as it is read."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Face:
    """How the letters of one text object look."""

    size: float
    bold: bool
    italic: bool
    turned: int
    """Quarter turns of the letters against the page."""
    marked: int
    """The number by which the file's structure names them; -1 for none."""


@dataclass(slots=True)
class Letter:
    """One letter, or a space that PDFium puts between two."""

    text: str
    box: Box
    face: Face
    base: float
    link: str = ""
    note: str = ""
    """The key of the footnote that this raised number refers to."""


@dataclass
class Sheet:
    """A page: its letters in the order of the file, its links, and what is drawn on it."""

    number: int
    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    """Lines and boxes that are drawn."""
    pictures: int = 0
    unmapped: int = 0


def read_sheet(document: Any, number: int) -> Sheet:
    """One page of a document."""
    page = document[number]
    text = page.get_textpage()
    try:
        turns = (page.get_rotation() // 90) % 4
        width, height = page.get_size()
        sheet = Sheet(number + 1, width, height)
        place = _Turned(turns, width, height, *_origin(page))
        links = [(place.box(*box), address) for box, address in _links(document, page)]
        sheet.letters = list(_letters(text, place, sheet, links))
        _drawn(page, place, sheet)
        _set_upright(sheet)
    finally:
        text.close()
        page.close()
    return sheet


def _origin(page: Any) -> tuple[float, float]:
    left, bottom, _, _ = page.get_cropbox()
    return left, bottom


@dataclass(frozen=True, slots=True)
class _Turned:
    """From the page's own coordinates to those of somebody who reads it."""

    turns: int
    width: float
    height: float
    x: float
    y: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.x, y - self.y
        match self.turns:
            case 1:
                return y, self.height - x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return self.width - y, x
            case _:
                return x, y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _letters(
    text: Any, place: _Turned, sheet: Sheet, links: list[tuple[Box, str]]
) -> Iterator[Letter]:
    faces: dict[int, Face] = {}
    area = c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    face = Face(0.0, bold=False, italic=False, turned=0, marked=-1)
    for index in range(text.count_chars()):
        code = c.FPDFText_GetUnicode(text, index)
        if c.FPDFText_IsGenerated(text, index) == 1:
            yield Letter(" ", Box(0, 0, 0, 0), face, 0.0)
            continue
        if code in (0, 0xFFFD) or (0xE000 <= code <= 0xF8FF and code not in _BULLETS):
            sheet.unmapped += 1
            if code == 0:
                continue
        handle = c.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in faces:
            faces[key] = _face(text, index, handle, place.turns)
        face = faces[key]
        # The loose box is as wide as the letter takes room; the tight one as its ink.
        c.FPDFText_GetLooseCharBox(text, index, area)
        c.FPDFText_GetCharOrigin(text, index, x, y)
        box = place.box(area.left, area.bottom, area.right, area.top)
        base = place.point(x.value, y.value)
        letter = "-" if code in _HYPHENS else chr(code)
        middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        link = next((address for area, address in links if area.holds(*middle)), "")
        yield Letter(_LIGATURES.get(letter, letter), box, face, base[1], link)


def _face(text: Any, index: int, handle: Any, turns: int) -> Face:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(_NAME)
    c.FPDFText_GetFontInfo(text, index, name, _NAME, flags)
    called = name.value.decode("utf-8", "replace")
    matrix = c.FS_MATRIX()
    scale, angle = 1.0, 0.0
    if c.FPDFText_GetMatrix(text, index, matrix):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
    heavy = c.FPDFText_GetFontWeight(text, index) >= _BOLD_FROM
    return Face(
        size=round(c.FPDFText_GetFontSize(text, index) * scale, 1),
        bold=bool(_HEAVY.search(called)) or heavy or bool(flags.value & _FORCE_BOLD),
        italic=bool(_SLANTED.search(called)) or bool(flags.value & _ITALIC),
        turned=(round(angle / 90) - turns) % 4,
        marked=c.FPDFPageObj_GetMarkedContentID(handle) if handle else -1,
    )


def _links(document: Any, page: Any) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    position, link = ctypes.c_int(0), c.FPDF_LINK()
    while c.FPDFLink_Enumerate(page, position, link):
        action = c.FPDFLink_GetAction(link)
        area = c.FS_RECTF()
        if not action or not c.FPDFLink_GetAnnotRect(link, area):
            continue
        length = c.FPDFAction_GetURIPath(document, action, None, 0)
        if 1 < length < 4096:  # a longer address is none
            buffer = ctypes.create_string_buffer(length)
            c.FPDFAction_GetURIPath(document, action, buffer, length)
            address = buffer.value.decode("utf-8", "replace")
            yield (area.left - 1, area.bottom - 1, area.right + 1, area.top + 1), address


def _drawn(page: Any, place: _Turned, sheet: Sheet) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(c.FPDFPage_CountObjects(page)):
        thing = c.FPDFPage_GetObject(page, index)
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            sheet.pictures += 1
        elif kind == c.FPDF_PAGEOBJ_PATH and c.FPDFPageObj_GetBounds(
            thing, left, bottom, right, top
        ):
            sheet.rules.append(place.box(left.value, bottom.value, right.value, top.value))


def _set_upright(sheet: Sheet) -> None:
    """Turn a page whose letters nearly all stand sideways."""
    turned = Counter(letter.face.turned for letter in sheet.letters if letter.text.strip())
    if not turned or turned.most_common(1)[0][0] == 0:
        return
    most = turned.most_common(1)[0][0]
    around = _turned_by(sheet, most)
    turn(sheet, sheet.letters, most)
    sheet.rules = [around.box(r.left, r.bottom, r.right, r.top) for r in sheet.rules]
    sheet.width, sheet.height = around.width, around.height


def turn(sheet: Sheet, letters: list[Letter], turns: int) -> None:
    """Turn letters so that those which stand on end lie on a line."""
    around = _turned_by(sheet, turns)
    for letter in letters:
        if letter.box.right:
            box = letter.box
            letter.box = around.box(box.left, box.bottom, box.right, box.top)
            letter.base = letter.box.bottom


def _turned_by(sheet: Sheet, turns: int) -> _Turned:
    width, height = (sheet.height, sheet.width) if turns % 2 else (sheet.width, sheet.height)
    return _Turned(turns, width, height, 0.0, 0.0)
