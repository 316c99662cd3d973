"""The templates for group policy say what the table of settings says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from handbook.state.managed import WINDOWS_KEY
from handbook.state.managed_settings import SETTINGS, Kind, Setting, take
from handbook.state.managed_sources import from_registry
from tests.state.registry import EXPANDED, NUMBER, TEXT, FakeRegistry

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "build" / "admx.py"))
SPACE = f"{{{SCRIPT['LANGUAGE']}}}"
NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)
ORDER = (
    "parentCategory", "seeAlso", "keywords", "supportedOn", "enabledValue", "disabledValue",
    "enabledList", "disabledList", "elements",
)  # fmt: skip
"""The order that Microsoft's schema of the language asks for in a policy."""


@pytest.fixture
def template() -> ET.Element:
    return ET.fromstring(SCRIPT["template"]())


@pytest.fixture
def words() -> ET.Element:
    return ET.fromstring(SCRIPT["words"]())


def policies(template: ET.Element) -> dict[str, ET.Element]:
    return {each.attrib["name"]: each for each in template.iter(f"{SPACE}policy")}


@pytest.mark.parametrize(("file", "maker"), [("TEMPLATE", "template"), ("WORDS", "words")])
def test_the_files_are_fresh(file: str, maker: str) -> None:
    """After a change of the table: python build/admx.py."""
    assert SCRIPT[file].read_text("utf-8") == SCRIPT[maker]()


def test_every_setting_can_be_set_for_the_machine_and_for_it_alone(template: ET.Element) -> None:
    found = policies(template)

    assert list(found) == [setting.name.replace("-", "_") for setting in SETTINGS]
    assert {each.attrib["class"] for each in found.values()} == {"Machine"}
    assert {each.attrib["key"] for each in found.values()} == {WINDOWS_KEY}


def test_what_the_template_names_is_said_and_nothing_else_is(
    template: ET.Element, words: ET.Element
) -> None:
    text = ET.tostring(template, encoding="unicode")
    strings = [each.attrib["id"] for each in words.iter(f"{SPACE}string")]
    forms = [each.attrib["id"] for each in words.iter(f"{SPACE}presentation")]

    assert len(set(strings)) == len(strings)
    assert set(re.findall(r"\$\(string\.(\w+)\)", text)) == set(strings)
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == set(forms)
    assert all(NAME.fullmatch(name) for name in (*strings, *forms))
    assert all(each.text for each in words.iter(f"{SPACE}string"))


def test_each_form_asks_for_what_its_policy_writes(
    template: ET.Element, words: ET.Element
) -> None:
    fits = {"list": "listBox", "enum": "dropdownList", "text": "textBox"}
    forms = {each.attrib["id"]: each for each in words.iter(f"{SPACE}presentation")}
    for name, policy in policies(template).items():
        for element in policy.findall(f"{SPACE}elements/*"):
            (asked,) = forms[name]
            assert asked.attrib["refId"] == element.attrib["id"]
            assert asked.tag.removeprefix(SPACE) == fits[element.tag.removeprefix(SPACE)]


def test_parts_stand_in_the_order_of_the_language(template: ET.Element) -> None:
    for policy in policies(template).values():
        places = [ORDER.index(part.tag.removeprefix(SPACE)) for part in policy]
        assert places == sorted(places)
    names = [part.tag.removeprefix(SPACE) for part in template]
    assert names == ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]


def test_what_group_policy_writes_is_what_the_program_reads(template: ET.Element) -> None:
    keys: dict[str, dict[str, tuple[object, int]]] = {WINDOWS_KEY: {}}
    for setting in SETTINGS:
        write(policies(template)[setting.name.replace("-", "_")], setting, keys)
    found = from_registry(WINDOWS_KEY, FakeRegistry(keys))

    assert found is not None
    values, problems = take(found)
    assert problems == []
    assert set(values) == {setting.name for setting in SETTINGS}
    for kind, name in ((Kind.SWITCH, "editor"), (Kind.KEYS, "trusted-keys")):
        example: Any = next(s.example for s in SETTINGS if s.kind is kind and s.name == name)
        assert values[name] == (bool(example) if kind is Kind.SWITCH else tuple(example))


def write(
    policy: ET.Element, setting: Setting, keys: dict[str, dict[str, tuple[object, int]]]
) -> None:
    """Do what Windows does with a policy that is set to the setting's example."""
    element = policy.find(f"{SPACE}elements/*")
    if element is None:
        state = "enabledValue" if setting.example else "disabledValue"
        value = policy.find(f"{SPACE}{state}/{SPACE}decimal")
        assert value is not None
        keys[policy.attrib["key"]][policy.attrib["valueName"]] = (
            int(value.attrib["value"]),
            NUMBER,
        )
        return
    kind = EXPANDED if element.get("expandable") == "true" else TEXT
    if element.tag == f"{SPACE}list":
        values = setting.example if isinstance(setting.example, tuple) else ()
        keys[element.attrib["key"]] = {
            f"{element.attrib['valuePrefix']}{number}": (value, kind)
            for number, value in enumerate(values, start=1)
        }
        return
    if element.tag == f"{SPACE}enum":
        assert setting.example in [each.text for each in element.iter(f"{SPACE}string")]
    keys[policy.attrib["key"]][element.attrib["valueName"]] = (setting.example, kind)
