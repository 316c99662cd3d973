"""Putting a value into YAML that somebody wrote: comments, order and spacing stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import yaml

from handbook.domain.errors import ContentError
from handbook.domain.place import Place
from handbook.markup.front_matter import load_yaml

_PLAIN = re.compile(r"[A-Za-z](?:[\w .'’/-]*[\w.'’/])?")
"""What every reader of YAML takes for text as it stands."""
_WORDS_OF_YAML = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")

Value = str | Sequence[str]


def with_value(text: str, path: tuple[str, ...], value: Value, file: str = "") -> str:
    """The text with a value at a path of keys, such as `people`, `dsl`, `phone`.

    A key that is not there yet comes last in its group. Raises ContentError where the text is
    no YAML, or where a key on the way holds no group.
    """
    root = _composed(text)
    if root is None and text.strip():
        load_yaml(text, file)  # says what is wrong, in the words of reading
    group, at = root, 0
    while at < len(path) and isinstance(group, yaml.MappingNode):
        found = _entry(group, path[at])
        if found is None:
            return _with_entry(text, group, path[at:], value)
        if at == len(path) - 1:
            return _with_node(text, found[0], found[1], value)
        if not isinstance(found[1], yaml.MappingNode) and not found[1].value:
            return _with_group(text, found[0], path[at + 1 :], value)
        group, at = found[1], at + 1
    if root is None:
        return text.rstrip("\n") + ("\n" if text.strip() else "") + _block(path, value, 0) + "\n"
    line = group.start_mark.line + 1 if group is not None else 1
    raise ContentError(Place(file, line), f"{path[at - 1]} must be lines of name: value")


def comment_at(text: str, path: tuple[str, ...]) -> str:
    """What the comment behind a value says, as help for who fills it in; empty for none."""
    node = _composed(text)
    for key in path:
        found = _entry(node, key) if isinstance(node, yaml.MappingNode) else None
        if found is None:
            return ""
        node = found[1]
    if node is None:
        return ""
    line = text[_end(node) :].partition("\n")[0]
    return line.lstrip(" ,}]").removeprefix("#").strip() if "#" in line else ""


@lru_cache(maxsize=4)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text; None where there are none or it is no YAML. Nobody changes them."""
    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _entry(group: yaml.MappingNode, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    return next((pair for pair in group.value if pair[0].value == key), None)


def _with_node(text: str, key: yaml.Node, node: yaml.Node, value: Value) -> str:
    start, end = node.start_mark.index, _end(node)
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style and bool(node.value)
    if start == end:  # nothing stands behind the colon
        start = end = text.index(":", key.end_mark.index) + 1
        return f"{text[:start]} {_written(value, plain=False)}{text[end:]}"
    return f"{text[:start]}{_written(value, plain=is_plain)}{text[end:]}"


def _with_entry(text: str, group: yaml.MappingNode, path: tuple[str, ...], value: Value) -> str:
    end = _end(group)
    if group.flow_style:
        close = text.rindex("}", group.start_mark.index, group.end_mark.index)
        before = text[:close].rstrip()
        comma = ", " if group.value else ""
        return f"{before}{comma}{_flow(path, value)}{text[close:]}"
    indent = group.value[0][0].start_mark.column if group.value else 0
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return f"{text[:line_end]}\n{_block(path, value, indent)}{text[line_end:]}"


def _with_group(text: str, key: yaml.Node, path: tuple[str, ...], value: Value) -> str:
    """Fill a group that has a name and nothing in it."""
    start = text.index(":", key.end_mark.index) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    indent = key.start_mark.column + 2
    rest = text[start:line_end]
    kept = rest if rest.lstrip().startswith("#") else ""
    return f"{text[:start]}{kept}\n{_block(path, value, indent)}{text[line_end:]}"


def _end(node: yaml.Node) -> int:
    """Where a value ends: PyYAML lets a block go on over the blank lines below it."""
    is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    if not is_block or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _block(path: tuple[str, ...], value: Value, indent: int) -> str:
    lines = [f"{' ' * (indent + 2 * at)}{key}:" for at, key in enumerate(path)]
    return "\n".join(lines) + f" {_written(value, plain=False)}"


def _flow(path: tuple[str, ...], value: Value) -> str:
    opened = ": {".join(path)
    return f"{opened}: {_written(value, plain=False)}{'}' * (len(path) - 1)}"


def _written(value: Value, *, plain: bool) -> str:
    if isinstance(value, str):
        return _scalar(value, plain=plain)
    return f"[{', '.join(_scalar(item, plain=True) for item in value)}]"


def _scalar(value: str, *, plain: bool) -> str:
    value = _CONTROL.sub(" ", value)
    is_safe = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS_OF_YAML
    if plain and (is_safe or re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
