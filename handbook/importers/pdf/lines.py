"""Letters to lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from handbook.importers.form import Run
from handbook.importers.pdf.letters import Letter, Sheet

_TAB = 1.6
"""How many times the size of the letters a gap must be to part two columns of a line."""
_TAB_AFTER_MARK = 0.6
_LONGEST_MARK = 8
_WIDE = 1.8
_THIN = 3.0
_SPACE = 0.18


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is known of a line's letters; they are looked at once."""

    left: float
    right: float
    base: float
    size: float
    marked: int
    runs: tuple[Run, ...]
    text: str


@dataclass(slots=True)
class Line:
    """One line of a page, or of a cell on it."""

    page: int
    letters: list[Letter] = field(default_factory=list)
    underlined: bool = False
    _known: tuple[int, int, _Measures] | None = None

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self._measures.left

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return self._measures.right

    @property
    def base(self) -> float:
        """The height that its letters stand on."""
        return self._measures.base

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self._measures.size

    @property
    def marked(self) -> int:
        """The number of the file's structure that most letters carry; -1 for none."""
        return self._measures.marked

    @property
    def runs(self) -> list[Run]:
        """Its words with their look; a gap as wide as a tab is one."""
        return list(self._measures.runs)

    @property
    def text(self) -> str:
        """Its words."""
        return self._measures.text

    @property
    def _inked(self) -> list[Letter]:
        return [letter for letter in self.letters if letter.text.strip()]

    @property
    def _measures(self) -> _Measures:
        now = (id(self.letters), len(self.letters))
        if self._known is None or self._known[:2] != now:
            self._known = (*now, _measured(self.letters))
        return self._known[2]

    @property
    def inner(self) -> float | None:
        """Where its words begin after the first gap as wide as a tab; None without one."""
        before: Letter | None = None
        for place, letter in enumerate(self._inked):
            if before is not None and _gap(before, letter, " ", after_mark=True) == "\t":
                return letter.box.left if place <= _LONGEST_MARK else None
            before = letter
        return None


def _measured(letters: list[Letter]) -> _Measures:
    inked = [letter for letter in letters if letter.text.strip()]
    runs = tuple(_runs(letters))
    return _Measures(
        left=min((letter.box.left for letter in inked), default=0.0),
        right=max((letter.box.right for letter in inked), default=0.0),
        base=_usual(round(letter.base, 1) for letter in inked),
        size=_usual(letter.face.size for letter in inked),
        marked=int(_usual(letter.face.marked for letter in inked)),
        runs=runs,
        text="".join(run.text for run in runs),
    )


def _usual(values: Iterable[float]) -> float:
    found = Counter(values).most_common(1)
    return found[0][0] if found else 0.0


def _runs(letters: list[Letter]) -> list[Run]:
    runs: list[Run] = []
    before: Letter | None = None
    waiting = ""
    for letter in letters:
        if not letter.text.strip():
            waiting = waiting or " "
            continue
        if before is not None:
            waiting = _gap(before, letter, waiting, after_mark=_is_mark(runs))
        _add(runs, letter, waiting)
        waiting, before = "", letter
    return runs


def _is_mark(runs: list[Run]) -> bool:
    """True while what stands there may be a number or a bullet."""
    if len(runs) > _LONGEST_MARK or (runs and len(runs[0].text) > 3 * _LONGEST_MARK):
        return False
    return len("".join(run.text for run in runs).strip()) <= _LONGEST_MARK


def _gap(before: Letter, letter: Letter, known: str, *, after_mark: bool = False) -> str:
    space = letter.box.left - before.box.right
    size = max(before.face.size, letter.face.size, 1.0)
    if space > (_TAB_AFTER_MARK if after_mark else _TAB) * size:
        return "\t"
    return known or (" " if space > _SPACE * size else "")


def _add(runs: list[Run], letter: Letter, gap: str) -> None:
    face = letter.face
    if letter.note:
        runs.append(Run("", note=letter.note))
        return
    if runs and not runs[-1].note:
        last = runs[-1]
        if (last.bold, last.italic, last.link) == (face.bold, face.italic, letter.link):
            runs[-1] = Run(last.text + gap + letter.text, last.bold, last.italic, last.link)
            return
        if gap:
            runs[-1] = Run(last.text + gap, last.bold, last.italic, last.link)
    elif gap and runs:
        runs.append(Run(gap))
    runs.append(Run(letter.text, face.bold, face.italic, letter.link))


def lines_of(letters: Iterable[Letter], page: int) -> list[Line]:
    """Lines in the order in which the file has them."""
    lines: list[Line] = []
    for letter in letters:
        if not letter.text.strip():
            if lines:
                lines[-1].letters.append(letter)
            continue
        if not lines or not _same_line(lines[-1], letter):
            lines.append(Line(page))
        lines[-1].letters.append(letter)
    return lines


def _same_line(line: Line, letter: Letter) -> bool:
    """True where a letter stands right of the last one at its height; a small one is raised.

    A wide gap ends a line: it may part two columns. Where it does not, the two are put together
    again once the columns are known.
    """
    last = next((one for one in reversed(line.letters) if one.text.strip()), None)
    if last is None:
        return True
    size = max(last.face.size, letter.face.size, 1.0)
    gap = letter.box.left - last.box.right
    behind = letter.box.left > last.box.left - 0.6 * size
    return abs(letter.base - last.base) < 0.55 * size and behind and gap < _WIDE * size


def mark_underlined(lines: list[Line], sheet: Sheet) -> None:
    """Find the lines that a rule is drawn under, from their first letter to their last."""
    rules = [rule for rule in sheet.rules if rule.top - rule.bottom < _THIN]
    for line in lines:
        if not line.text.strip():
            continue
        left, right, base = line.left, line.right, line.base
        line.underlined = any(
            base - _THIN - 1 < rule.bottom <= base + 1
            and abs(rule.left - left) < _THIN
            and abs(rule.right - right) < _THIN
            for rule in rules
        )
