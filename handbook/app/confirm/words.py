"""What is said on the page of confirming, and beside it. No Qt."""

from __future__ import annotations

from datetime import date

from handbook.app.dates import long_date
from handbook.domain.confirming import Confirmation, Duty
from handbook.domain.policy import Policy
from handbook.state.store import Keeping

NOT_A_TEST = "Not a test"
NOT_KEPT_ANSWERS = "Your answers are not kept or shown to anyone. Try as often as you like."
NOT_KEPT = (
    "This could not be kept: the disk may be full, or the file is in use. You have not confirmed "
    "it yet. Try again, and tell IT if it happens again."
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def version_words(policy: Policy) -> str:
    """`Version 4.0, 18 November 2026`."""
    day = f", {long_date(policy.approved)}" if policy.approved else ""
    return f"Version {policy.version}{day}" if policy.version else long_words(policy.approved)


def long_words(day: date | None) -> str:
    """A day where there is one."""
    return long_date(day) if day else ""


def points(count: int) -> str:
    """`two points`, `one point`."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} point" if count == 1 else f"{number} points"


def check_heading(count: int) -> str:
    """`Two points to check`."""
    words = points(count)
    return f"{words[0].upper()}{words[1:]} to check"


def asked_words(duty: Duty) -> str:
    """By when, and whether it is asked again."""
    by = f"by {long_date(duty.by)}" if duty.by else ""
    if duty.has_changed and duty.last is not None:
        return (
            f"This version is new since you confirmed version {duty.last.version} on "
            f"{long_date(duty.last.day)}. You are asked to confirm it {by}."
        )
    if duty.last is not None:
        return (
            f"You confirmed this version on {long_date(duty.last.day)}. It is asked again each "
            f"year: confirm it {by}."
        )
    return f"You are asked to read this policy and to confirm it {by}."


def confirmed_words(last: Confirmation, again: date | None) -> str:
    """What somebody has confirmed, and when it is asked again."""
    more = f" You are asked again before {long_date(again)}." if again else ""
    return f"You confirmed version {last.version} on {long_date(last.day)}.{more}"


def kept_words(account: str, keeping: Keeping, *, has_folder: bool) -> str:
    """Where the record of a confirmation will be kept, as it is on this computer."""
    sent = (
        "and a receipt with this computer’s name goes to the school’s folder."
        if has_folder
        else "and sent nowhere."
    )
    if keeping is Keeping.UNTIL_CLOSED:
        return f"This laptop lets nothing be written, so it is kept until you close this, {sent}"
    return f"Kept on this laptop for {account}, {sent}"


def receipt_words(*, has_folder: bool, waits: bool) -> str:
    """Where the record of a confirmation is."""
    if not has_folder:
        return (
            "It is kept on this laptop and sent nowhere: your school has named no folder for it."
        )
    if waits:
        return (
            "It is kept on this laptop. The receipt waits until the school’s folder can be "
            "reached. You need to do nothing."
        )
    return "It is kept on this laptop, and the receipt is in the school’s folder."
