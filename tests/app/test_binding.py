"""Calls of Qt that the binding answers in a way that ends the program later."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import handbook.app

APP = Path(handbook.app.__file__).parent
ENDS_IT = ("nextInFocusChain", "previousInFocusChain")
"""They make the widget that is given a part of the one that was asked; with the first of the
chain that is deleted, every widget of the window is taken for deleted."""


def attributes(code: str) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("name", ENDS_IT)
def test_no_widget_is_asked_for_its_neighbour_in_the_order_of_tabs(name: str) -> None:
    assert name in attributes(f"self.{name}()")

    assert [
        str(path.relative_to(APP))
        for path in sorted(APP.rglob("*.py"))
        if name in attributes(path.read_text("utf-8"))
    ] == []
