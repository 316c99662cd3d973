"""A flow's file on its own, wherever it lies, with the flows beside it."""

from __future__ import annotations

from pathlib import Path

from handbook.domain.errors import ContentError
from handbook.domain.flow import Flow, Flows, Outcome
from handbook.domain.place import Place
from handbook.markup.first_steps import with_first_steps
from handbook.markup.flows import read_flow


def read_draft(path: Path, name: str = "") -> Flow:
    """The flow of one file, under the name of the file or another.

    Raises ContentError, with the path as it was given, where it cannot be opened or read.
    """
    try:
        return read_flow(path.read_text(encoding="utf-8"), f"flows/{name or path.stem}.md")
    except ContentError as error:
        raise ContentError(Place(str(path), error.place.line), error.problem) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problem = "the file is not UTF-8 text: save it as UTF-8"
        raise ContentError(Place(str(path), line), problem) from None
    except OSError as error:
        problem = f"the file cannot be opened ({error.strerror})"
        raise ContentError(Place(str(path), 1), problem) from None


def flows_from(path: Path, name: str = "", or_from: Path | None = None) -> Flows:
    """The flow of a file, and every flow that it leads to, read from the file's own folder.

    A flow that does not lie there is read from the other folder, if one is given; where it is
    in neither it is left out, and what leads to it leads nowhere. Raises ContentError for the
    first of them that cannot be read.
    """
    folders = (path.parent, *([or_from] if or_from is not None else []))
    first = read_draft(path, name)
    found = {first.id: first}
    waiting = _names_led_to(first)
    while waiting:
        flow_id = waiting.pop()
        files = (folder / f"{flow_id}.md" for folder in folders)
        beside = next((file for file in files if file.is_file()), None)
        if flow_id not in found and beside is not None:
            found[flow_id] = read_draft(beside)
            waiting |= _names_led_to(found[flow_id])
    return with_first_steps(Flows(found))


def leads_to(path: Path, name: str) -> bool:
    """True where another flow of the file's folder leads to a flow of this name.

    Files that cannot be read lead nowhere.
    """
    for beside in path.parent.glob("*.md"):
        if beside.name.endswith(".scenarios.md") or beside.stem == name or beside == path:
            continue
        try:
            if name in _names_led_to(read_draft(beside)):
                return True
        except ContentError:
            continue
    return False


def _names_led_to(flow: Flow) -> set[str]:
    refs = [ref for step in flow.steps for c in step.choices for ref in (c.to, *c.also)]
    for node in flow.nodes:
        if isinstance(node, Outcome):
            refs.extend(node.go_on)
    return {ref.flow for ref in refs}
