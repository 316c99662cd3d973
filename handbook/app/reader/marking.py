"""Words that are looked for in the text: marked, counted, and stepped through."""

from __future__ import annotations

from handbook.app.document.matches import matches
from handbook.app.reader.find import FindBar, Finding
from handbook.app.reader.text_view import TextView


class Marking:
    """Joins the find bar to the text."""

    def __init__(self, text: TextView, bar: FindBar) -> None:
        self._text = text
        self._bar = bar
        self._finding = Finding()

    def look_for(self, words: str) -> None:
        """Mark words, and begin at what is in view."""
        found = matches(self._text.document(), [words])
        self._finding.begin(found, self._text.first_visible_block())
        self._show(words)

    def again(self) -> None:
        """Mark anew where the bar is open: the text is another one."""
        if not self._bar.isHidden():
            self.look_for(self._bar.text)

    def step(self, by: int) -> None:
        """Go to the match after or before."""
        self._finding.step(by)
        self._show(self._bar.text)

    def end(self) -> None:
        """Take the marks off."""
        self._finding.begin((), 0)
        self._text.show_matches((), None)

    def _show(self, words: str) -> None:
        self._bar.show_count(self._finding.words if words.strip() else "")
        self._text.show_matches(self._finding.places, self._finding.current)
