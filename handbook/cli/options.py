"""Options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def content_option(command: Command) -> Command:
    """`--content DIR|PACK`: other content than what is installed or came with the program."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path),
        default=None,
        metavar="DIR|PACK",
        help="A folder with content, or a pack. Without it: the content that is installed.",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`: the answer for programs instead of for people."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, nothing else.")(
        command
    )
