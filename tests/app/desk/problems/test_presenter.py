"""Problems are those of the newest words, and a fix never goes into a line that changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from handbook.app.desk.problems.presenter import (
    NO_MEND,
    Checked,
    Count,
    ProblemsPresenter,
    counts,
)
from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library
from handbook.lint.finding import Finding, Fix, error, warning

RULES = "policies/rules.md"
SLIP = error(RULES, 2, "x", "Wrong.", Fix(2, 2, "right"))


class FakeView:
    def __init__(self) -> None:
        self.shown: Sequence[Finding] = ()
        self.counts: Mapping[str, Count] = {}
        self.said: list[str] = []

    def show_checking(self) -> None: ...

    def show_problems(self, findings: Sequence[Finding]) -> None:
        self.shown = findings

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        self.counts = counts

    def say(self, words: str) -> None:
        self.said.append(words)


class RunLater:
    def __init__(self) -> None:
        self._wanted: Callable[[], None] | None = None

    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        def run() -> None:
            try:
                answer = job()
            except Exception as problem:  # noqa: BLE001 - as the real one hands it on
                on_error(problem)
            else:
                on_done(answer)

        self._wanted = run

    def run(self) -> None:
        assert self._wanted is not None
        self._wanted()


class Trial:
    def __init__(self) -> None:
        self.view, self.runner = FakeView(), RunLater()
        self.presenter = ProblemsPresenter(self.view, self.check, self.runner)
        self.fixed: list[tuple[int, int, str]] = []
        self.presenter.on_fix = lambda *fix: self.fixed.append(fix)
        self.findings: tuple[Finding, ...] = (SLIP, warning("school.yaml", 1, "y", "Blank."))

    def check(self, texts: Mapping[str, str]) -> Checked:
        if not self.findings:
            raise ContentMissing("nowhere")
        return Checked(Library(), self.findings, texts)


@pytest.fixture
def trial() -> Trial:
    trial = Trial()
    trial.presenter.words_changed({RULES: "one\nwrong\n"}, RULES)
    trial.presenter.check()
    trial.runner.run()
    return trial


def test_only_the_shown_file_is_listed_and_all_are_counted(trial: Trial) -> None:
    assert trial.view.shown == (SLIP,)
    assert trial.view.counts == {RULES: Count(1, 0), "school.yaml": Count(0, 1)}


def test_another_file_shows_its_own_problems_at_once(trial: Trial) -> None:
    trial.presenter.words_changed({RULES: "", "school.yaml": ""}, "school.yaml")

    assert [finding.message for finding in trial.view.shown] == ["Blank."]


def test_a_fix_goes_into_the_lines_that_were_checked(trial: Trial) -> None:
    trial.presenter.words_changed({RULES: "one\nwrong\nand more\n"}, RULES)
    trial.presenter.fix(SLIP)

    assert trial.fixed == [(2, 2, "right")]


def test_a_problem_without_a_ready_mend_is_said(trial: Trial) -> None:
    trial.presenter.fix(error(RULES, 2, "x", "Wrong."))

    assert trial.view.said == [NO_MEND]


def test_a_line_that_changed_since_is_left_alone(trial: Trial) -> None:
    trial.presenter.words_changed({RULES: "zero\none\nwrong\n"}, RULES)
    trial.presenter.fix(SLIP)

    assert trial.fixed == []
    assert trial.view.said == ["The line changed since it was checked. Try again in a moment."]


def test_content_that_has_gone_is_said(trial: Trial) -> None:
    trial.findings = ()
    trial.presenter.check()
    trial.runner.run()

    assert trial.view.said == ["No handbook content was found in nowhere"]


def test_counting_keeps_errors_and_warnings_apart() -> None:
    two = (error("a", 1, "x", "."), warning("a", 2, "x", "."), warning("b", 1, "x", "."))

    assert counts(two) == {"a": Count(1, 1), "b": Count(0, 1)}
