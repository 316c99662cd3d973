"""The YAML at the head of a file, and YAML files: every value is text."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from handbook.domain.errors import ContentError
from handbook.domain.place import Place

_MAX_ALIASES = 50
_MAX_LEVELS = 20
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BREAKS = re.compile("[\x85\u2028\u2029]")  # YAML ends a line at them, an editor does not
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Loader(yaml.BaseLoader):
    """Reads text and nothing else; refuses a key that stands twice, and what no text holds."""

    def construct_scalar(self, node: Any) -> Any:
        """The text of a value; escapes of control characters are refused."""
        if isinstance(node.value, str) and _NO_TEXT.search(node.value):
            problem = "a value holds a character that no text holds"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_scalar(node)


def _mapping(loader: _Loader, node: yaml.Node) -> dict[Any, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise yaml.constructor.ConstructorError(None, None, "no mapping", node.start_mark)
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in seen:
            mark = key.start_mark
            raise yaml.constructor.ConstructorError(
                None, None, f"{name!r} stands here twice", mark
            )
        seen.add(name)
    return yaml.BaseLoader.construct_mapping(loader, node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load_yaml(text: str, file: str, first_line: int = 1) -> Any:
    """Read YAML; raises ContentError with the line where it cannot be read."""
    text = _BREAKS.sub(" ", text)
    try:
        _check_limits(text, file, first_line)
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + (mark.line if mark else 0)
        raise ContentError(Place(file, line), f"this is not YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError):
        raise ContentError(Place(file, first_line), "this is not YAML") from None


def _check_limits(text: str, file: str, first_line: int) -> None:
    aliases = levels = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        place = Place(file, first_line + (event.start_mark.line if event.start_mark else 0))
        aliases += isinstance(event, yaml.AliasEvent)
        if aliases > _MAX_ALIASES:
            raise ContentError(place, "too many references (*) in the YAML")
        levels += isinstance(event, yaml.CollectionStartEvent)
        levels -= isinstance(event, yaml.CollectionEndEvent)
        if levels > _MAX_LEVELS:
            raise ContentError(place, f"the YAML is over {_MAX_LEVELS} levels deep")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two `---` lines."""

    file: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """A value as text; empty where it is missing; raises ContentError where it is a list."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise ContentError(self.place(key), f"{key} must be words, not a list")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        value = self.values.get(key, [])
        if isinstance(value, str):
            return (value.strip(),) if value.strip() else ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(item.strip() for item in value)
        raise ContentError(self.place(key), f"{key} must be a list of words")

    def day(self, key: str) -> date | None:
        """A date as `2026-09-01`; None where it is missing or blank."""
        return read_day(self.text(key), self.place(key), key)

    def place(self, key: str) -> Place:
        """Where a key stands."""
        return Place(self.file, self.lines.get(key, 1))


def read_day(text: str, place: Place, name: str) -> date | None:
    """A date as `2026-09-01`; None for blank text; raises ContentError for other text."""
    if not text:
        return None
    with contextlib.suppress(ValueError):
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    raise ContentError(place, f"{name} is {text!r}, which is not a date such as 2026-09-01")


def read_front_matter(text: str, file: str) -> tuple[FrontMatter, str]:
    """The front matter, and the text with its lines made blank."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return FrontMatter(file), text
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.strip() == "---"), None)
    if end is None:
        raise ContentError(Place(file, 1), "the front matter has no closing ---")
    values = load_yaml("\n".join(lines[1:end]), file, first_line=2) or {}
    if not isinstance(values, dict):
        raise ContentError(Place(file, 2), "the front matter must be lines of `name: value`")
    keys = {
        line.split(":", 1)[0].strip(): number
        for number, line in enumerate(lines[1:end], start=2)
        if ":" in line and not line.startswith((" ", "#", "-"))
    }
    blanked = [""] * (end + 1) + lines[end + 1 :]
    return FrontMatter(file, values, keys), "\n".join(blanked)
