"""A content folder to a library. What cannot be read is named; the rest still opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from handbook.domain.audience import EDITORS
from handbook.domain.errors import ContentError, ContentMissing
from handbook.domain.flow import Flows
from handbook.domain.library import Library, Unreadable
from handbook.domain.place import Place
from handbook.domain.school import School
from handbook.markup.digest import SCHOOL, WORDS, digest, markdown_files
from handbook.markup.first_steps import with_first_steps
from handbook.markup.flows import read_flow
from handbook.markup.policies import read_policy
from handbook.markup.scenarios import read_scenarios
from handbook.markup.school import Words, read_school, read_words

Value = TypeVar("Value")
_SCENARIOS = ".scenarios.md"
NOTHING_UNSAVED: Mapping[str, str] = MappingProxyType({})
_REMEMBERED = 400
"""So many files stay read, so that the desk reads anew only what its author changed."""


def read_library(
    folder: Path,
    draft: Path | None = None,
    unsaved: Mapping[str, str] = NOTHING_UNSAVED,
) -> Library:
    """Read a content folder; raises ContentMissing where it holds neither school nor policy.

    A guide is read like a policy, and shown unless it is for editors alone. A draft stands in
    for the flow whose file has its name, or joins the flows. What is unsaved stands in for the
    files of these names. With either the library has no digest.
    """
    if not (folder / SCHOOL).is_file() and not any(markdown_files(folder, "policies")):
        raise ContentMissing(str(folder))
    reader = _Reader(folder, draft, unsaved)
    flow_files = list(markdown_files(folder, "flows"))
    if draft is not None:
        flow_files = [file for file in flow_files if file.name != draft.name] + [draft]
    flows = (reader.read(f, read_flow) for f in flow_files if not f.name.endswith(_SCENARIOS))
    stories = (reader.read(f, read_scenarios) for f in flow_files if f.name.endswith(_SCENARIOS))
    policy_files = (*markdown_files(folder, "policies"), *markdown_files(folder, "guides"))
    policies = (reader.read(file, read_policy) for file in policy_files)
    school = reader.read(folder / SCHOOL, read_school) or School()
    words = Words()
    if (folder / WORDS).is_file():
        words = reader.read(folder / WORDS, read_words) or words
    return Library(
        school=school,
        policies=tuple(
            sorted(
                (policy for policy in policies if policy and policy.applies_to != (EDITORS,)),
                key=lambda policy: policy.title.casefold(),
            )
        ),
        flows=with_first_steps(Flows({flow.id: flow for flow in flows if flow})),
        scenarios=tuple(scenario for group in stories if group for scenario in group),
        words=words.groups,
        asked_often=words.asked_often,
        unreadable=tuple(reader.unreadable),
        digest="" if draft is not None or unsaved else digest(folder),
    )


class _Reader:
    """Reads files and gathers those that cannot be read."""

    def __init__(
        self, folder: Path, draft: Path | None, unsaved: Mapping[str, str] = NOTHING_UNSAVED
    ) -> None:
        self._folder = folder
        self._draft = draft
        self._unsaved = unsaved
        self.unreadable: list[Unreadable] = []

    def read(self, path: Path, how: Callable[[str, str], Value]) -> Value | None:
        """The value of a file; None where it cannot be read."""
        is_draft = path == self._draft
        file = f"flows/{path.name}" if is_draft else path.relative_to(self._folder).as_posix()
        try:
            if self._unsaved:
                text = self._unsaved.get(file)
                words = path.read_text("utf-8") if text is None else text
                return cast("Value", _remembered(how, words, file))
            return how(path.read_text(encoding="utf-8"), file)
        except ContentError as error:
            self.unreadable.append(Unreadable(error.place, error.problem))
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            problem = "the file is not UTF-8 text: save it as UTF-8"
            self.unreadable.append(Unreadable(Place(file, line), problem))
        except OSError as error:
            problem = f"the file cannot be opened ({error.strerror})"
            self.unreadable.append(Unreadable(Place(file, 1), problem))
        return None


@lru_cache(maxsize=_REMEMBERED)
def _remembered(how: Callable[[str, str], Any], text: str, file: str) -> Any:
    return how(text, file)
