"""The page of confirming for one policy, as its reader stands to it. No Qt."""

from __future__ import annotations

from dataclasses import replace

from handbook.app.confirm.recording import Recording
from handbook.app.confirm.sitting import Sitting
from handbook.app.confirm.views import (
    ConfirmView,
    Progress,
    QuestionView,
    Said,
    Stage,
    StepView,
)
from handbook.app.confirm.words import (
    asked_words,
    check_heading,
    confirmed_words,
    kept_words,
    points,
    receipt_words,
    version_words,
)
from handbook.app.duties import read_minutes
from handbook.domain.confirming import Duty, DutyState, a_year_after
from handbook.domain.filling import filled_spans
from handbook.domain.policy import Confirm, Policy
from handbook.domain.question import Question
from handbook.domain.school import School

_GONE = "This policy is not in the handbook any more."
_NOTHING = "Nobody asks you to confirm this policy. You can read it at any time."
_ANSWERS = (
    "The answers are in the policy that you have just read.",
    "The answer is in the policy.",
)
_OWN_TIME = "Take the time that you need: nobody measures it."

GONE = ConfirmView(Stage.GONE, heading="Not here", lead=_GONE)


def confirm_view(
    sitting: Sitting,
    duty: Duty,
    school: School,
    recording: Recording,
    *,
    is_opened: bool,
    following: Policy | None,
) -> ConfirmView:
    """Everything that the page shows; `following` is the policy that is due next."""
    policy = sitting.policy
    changes = duty.is_open and duty.has_changed and recording.has_text(policy)
    what = "the changes" if changes else "the policy"
    head = ConfirmView(
        Stage.NOTHING,
        policy=policy.id,
        title=policy.title,
        version=version_words(policy),
        heading="Nothing to confirm",
        lead=_NOTHING,
        read=f"Read {what} again" if is_opened else f"Read {what}",
        is_changes=changes,
    )
    if duty.state is DutyState.CONFIRMED and duty.last is not None:
        again = a_year_after(duty.last.day) if policy.confirm is Confirm.YEARLY else None
        return replace(
            head,
            stage=Stage.CONFIRMED,
            heading="Confirmed",
            lead=confirmed_words(duty.last, again),
            kept=receipt_words(has_folder=recording.has_folder, waits=recording.waits),
            next_policy=following.id if following else "",
            next_title=following.title if following else "",
        )
    return _open(head, sitting, duty, school, recording, is_opened=is_opened) if duty.by else head


def _open(
    head: ConfirmView,
    sitting: Sitting,
    duty: Duty,
    school: School,
    recording: Recording,
    *,
    is_opened: bool,
) -> ConfirmView:
    policy = sitting.policy
    these, them = ("these changes", "them") if head.is_changes else ("this policy", "it")
    stage = _stage(sitting, is_opened=is_opened)
    heading, lead = _above(stage, sitting, duty)
    return replace(
        head,
        stage=stage,
        heading=heading,
        lead=lead,
        steps=_steps(sitting, head, duty, is_opened=is_opened),
        questions=_questions(sitting, school) if is_opened else (),
        agree=f"I have read {these} and will follow {them}",
        is_agreed=sitting.is_agreed,
        missing=sitting.missing(is_opened=is_opened),
        kept=kept_words(recording.account, recording.keeping, has_folder=recording.has_folder),
        confirm=f"Confirm version {policy.version}" if policy.version else "Confirm",
    )


def _stage(sitting: Sitting, *, is_opened: bool) -> Stage:
    if not is_opened:
        return Stage.READ
    return Stage.CHECK if sitting.questions else Stage.READY


def _above(stage: Stage, sitting: Sitting, duty: Duty) -> tuple[str, str]:
    """The heading, and the sentence under it."""
    if stage is Stage.CHECK:
        count = len(sitting.questions)
        return check_heading(count), _ANSWERS[count == 1]
    if stage is Stage.READ:
        return "Read it first", f"{asked_words(duty)} {_OWN_TIME}"
    return "Confirm that you have read it", asked_words(duty)


def _steps(
    sitting: Sitting, head: ConfirmView, duty: Duty, *, is_opened: bool
) -> tuple[StepView, ...]:
    asked = len(sitting.questions)
    note = f"About {read_minutes(sitting.policy.card)} min"
    if head.is_changes and duty.last is not None:
        note = f"Since version {duty.last.version}"
    is_checked = is_opened and sitting.right == asked
    read = StepView(
        "Read the changes" if head.is_changes else "Read the policy",
        "Opened" if is_opened else note,
        Progress.DONE if is_opened else Progress.HERE,
    )
    check = StepView(
        f"Check {points(asked)}",
        f"{sitting.right} of {asked} answered",
        _progress(done=is_checked, here=is_opened),
    )
    last = StepView(
        "Confirm", "Your account and today’s date", _progress(done=False, here=is_checked)
    )
    return (read, check, last) if asked else (read, last)


def _progress(*, done: bool, here: bool) -> Progress:
    if done:
        return Progress.DONE
    return Progress.HERE if here else Progress.AHEAD


def _questions(sitting: Sitting, school: School) -> tuple[QuestionView, ...]:
    return tuple(_question(sitting, question, school) for question in sitting.questions)


def _question(sitting: Sitting, question: Question, school: School) -> QuestionView:
    said = sitting.said(question)
    view = QuestionView(question.text, tuple(answer.text for answer in question.answers))
    if said is Said.NOTHING:
        return view
    clause = sitting.policy.clause(question.rests_on)
    return replace(
        view,
        said=said,
        chosen=sitting.chosen[question.id],
        why=filled_spans(question.why, school),
        clause=clause.id,
        clause_name=f"{clause.label} {clause.title}",
    )
