"""What is wrong in the content, checked at each pause in typing: newest words only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from handbook.app.runner import Runner
from handbook.domain.errors import HandbookError
from handbook.domain.library import Library
from handbook.lint.finding import Finding

NO_MEND = (
    "Only you know the answer to this one. “As a form” fills in what stands at the top of a file."
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many problems a file has."""

    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """The content with its unsaved words, read and checked."""

    library: Library
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    """The words that were checked, of each opened file."""


class ProblemsView(Protocol):
    """What the presenter asks of the window."""

    def show_checking(self) -> None:
        """Say that the words are being checked."""

    def show_problems(self, findings: Sequence[Finding]) -> None:
        """List the problems of the shown file, and mark their lines."""

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """Say how many problems each file has."""

    def say(self, words: str) -> None:
        """Say a sentence."""


Check = Callable[[Mapping[str, str]], Checked]
"""Reads and checks the content with these words in its files; for the background."""
FixLines = Callable[[int, int, str], None]


class ProblemsPresenter:
    """Asks for checks, and shows the newest answer as long as its words are still there."""

    def __init__(self, view: ProblemsView, check: Check, runner: Runner) -> None:
        self._view = view
        self._check = check
        self._runner = runner
        self._texts: Mapping[str, str] = {}
        self._shown = ""
        self._checked: Checked | None = None
        self.is_checking = False
        self.on_checked: Callable[[Checked], None] = _ignore
        self.on_fix: FixLines = _no_fix

    @property
    def checked(self) -> Checked | None:
        """The newest answer; None before the first."""
        return self._checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The problems of the shown file, in the order of its lines."""
        if self._checked is None:
            return ()
        return tuple(f for f in self._checked.findings if f.place.file == self._shown)

    def words_changed(self, texts: Mapping[str, str], shown: str) -> None:
        """Other words, or another file, are shown; the check follows after a pause."""
        is_other = shown != self._shown
        self._texts, self._shown = dict(texts), shown
        if is_other:
            self._view.show_problems(self.findings)

    def check(self) -> None:
        """Check the words as they are now."""
        texts = self._texts
        self.is_checking = True
        self._view.show_checking()
        self._runner.request(lambda: self._check(texts), self._done, self._failed)

    def fix(self, finding: Finding) -> None:
        """Mend a problem, as long as the lines are those that were checked."""
        fix = finding.fix
        if fix is None:
            self._view.say(NO_MEND)
            return
        if self._checked is None or finding not in self._checked.findings:
            return
        before = self._checked.texts.get(self._shown, "").split("\n")
        now = self._texts.get(self._shown, "").split("\n")
        if before[fix.first - 1 : fix.last] != now[fix.first - 1 : fix.last]:
            self._view.say("The line changed since it was checked. Try again in a moment.")
            return
        self.on_fix(fix.first, fix.last, fix.text)

    def _done(self, checked: Checked) -> None:
        self._checked = checked
        self.is_checking = False
        self._view.show_problems(self.findings)
        self._view.show_counts(counts(checked.findings))
        self.on_checked(checked)

    def _failed(self, error: Exception) -> None:
        self.is_checking = False
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._view.show_problems(())
        self._view.say(str(error))


def counts(findings: Sequence[Finding]) -> dict[str, Count]:
    """How many errors and warnings each file has."""
    errors = Counter(f.place.file for f in findings if f.is_error)
    warnings = Counter(f.place.file for f in findings if not f.is_error)
    return {name: Count(errors[name], warnings[name]) for name in errors | warnings}


def _ignore(_: Checked) -> None:
    """Before anybody listens."""


def _no_fix(_first: int, _last: int, _text: str) -> None:
    """Before there is an editor."""
