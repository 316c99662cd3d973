"""Colours the source of a file, line by line."""

from __future__ import annotations

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from handbook.app.desk.source.dialect import Mode, Part, Run, runs, yaml_runs
from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES
from handbook.app.look.tokens import Token

_INKS: dict[Part, Token] = {
    Part.HEADING: "ink",
    Part.ID: "ink3",
    Part.KEY: "must_ink",
    Part.COMMENT: "ok_ink",
    Part.LEAD: "ink",
    Part.STRONG: "ink",
    Part.EMPHASIS: "ink",
    Part.LINK: "link",
    Part.TARGET: "ink3",
    Part.MARK: "ink3",
    Part.CODE: "ink2",
    Part.VALUE: "ink",
}
_BOLD = (Part.HEADING, Part.LEAD, Part.STRONG)


class Highlighter(QSyntaxHighlighter):
    """Colours Markdown, or with `is_yaml` a file of facts."""

    def __init__(self, document: QTextDocument, look: Look, *, is_yaml: bool) -> None:
        super().__init__(document)
        self._look = look
        self._is_yaml = is_yaml
        self._formats: dict[tuple[Part, object], QTextCharFormat] = {}
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take the colours of another theme."""
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if self._is_yaml:
            found, after = tuple(yaml_runs(text)), Mode.BODY
        else:
            before = self.previousBlockState()
            is_first = self.currentBlock().blockNumber() == 0
            mode = Mode.START if is_first else Mode(before if before > 0 else Mode.BODY)
            found, after = runs(text, mode)
        for run in found:
            self.setFormat(run.start, run.length, self._format(run))
        self.setCurrentBlockState(after)

    def _format(self, run: Run) -> QTextCharFormat:
        key = (run.part, run.kind)
        if key not in self._formats:
            token = RULE_DRESSES[run.kind].ink if run.kind else _INKS[run.part]
            form = QTextCharFormat()
            form.setForeground(self._look.color(token))
            if run.part in _BOLD:
                form.setFontWeight(QFont.Weight.Bold)
            form.setFontItalic(run.part is Part.EMPHASIS)
            self._formats[key] = form
        return self._formats[key]
