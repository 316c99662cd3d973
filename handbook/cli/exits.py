"""Exit codes, and problems as one sentence. ARCHITECTURE section 4 is their source."""

from __future__ import annotations

from handbook.domain.errors import (
    BadReference,
    CannotPublish,
    ChoiceNotOffered,
    HandbookError,
    NoEarlierPack,
    NotFound,
    PackNotGenuine,
    PackRefused,
    PacksBusy,
)

DONE = 0
NOT_FOUND = 1
"""Nothing found, errors found, or a rule says no."""
WRONG_USE = 2
CANNOT_READ = 3
NOT_GENUINE = 4
"""A signature or a sum does not hold."""

_CODES = (
    (PackNotGenuine, NOT_GENUINE),
    ((NotFound, PackRefused, NoEarlierPack, CannotPublish, PacksBusy), NOT_FOUND),
    ((BadReference, ChoiceNotOffered), WRONG_USE),
)


def exit_code(problem: HandbookError | OSError) -> int:
    """The exit code that goes with a problem."""
    return next((code for kinds, code in _CODES if isinstance(problem, kinds)), CANNOT_READ)


def sentence(problem: HandbookError | OSError) -> str:
    """A problem as one sentence, which names the file where there is one."""
    if isinstance(problem, OSError) and problem.filename and problem.strerror:
        return f"{problem.filename} cannot be used: {problem.strerror}."
    return f"{str(problem).rstrip('.')}."
