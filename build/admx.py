"""Writes the templates for group policy from the table of settings: `python build/admx.py`.

`resources/policies` then holds `handbook.admx` and `en-US/handbook.adml`, for a domain's central
store or for Intune. `--check` writes nothing and ends with 1 where they are not fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import release

from handbook.domain.audience import Audience
from handbook.state.managed import WINDOWS_KEY
from handbook.state.managed_settings import SETTINGS, Kind, Setting
from handbook.state.user_folders import UserFolders

FOLDER = release.ROOT / "resources" / "policies"
TEMPLATE, WORDS = FOLDER / "handbook.admx", FOLDER / "en-US" / "handbook.adml"
LANGUAGE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
PROGRAM = "Staff handbook"
CHOICES: Mapping[Kind, tuple[str, ...]] = {
    Kind.ROLE: tuple(Audience),
    Kind.USER_FOLDERS: tuple(UserFolders),
}
_HEAD = {"xmlns": LANGUAGE, "revision": "1.0", "schemaVersion": "1.0"}
_LONGEST = {Kind.SCHOOL: "60", Kind.FOLDER: "400"}


def template() -> str:
    """The ADMX file: what can be set, and where it is written."""
    root = ET.Element("policyDefinitions", _HEAD)
    spaces = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(spaces, "target", prefix="handbook", namespace="Handbook.Policies")
    ET.SubElement(root, "resources", minRequiredRevision="1.0")
    supported = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    for since in _sinces():
        ET.SubElement(supported, "definition", name=since, displayName=f"$(string.{since})")
    categories = ET.SubElement(root, "categories")
    ET.SubElement(categories, "category", name="handbook", displayName="$(string.handbook)")
    policies = ET.SubElement(root, "policies")
    for setting in SETTINGS:
        policies.append(_policy(setting))
    return _text(root)


def words() -> str:
    """The ADML file: how it is said."""
    root = ET.Element("policyDefinitionResources", _HEAD)
    ET.SubElement(root, "displayName").text = PROGRAM
    ET.SubElement(root, "description").text = "What a school can set for the staff handbook."
    resources = ET.SubElement(root, "resources")
    strings = ET.SubElement(resources, "stringTable")
    for name, text in _strings().items():
        ET.SubElement(strings, "string", id=name).text = text
    forms = ET.SubElement(resources, "presentationTable")
    for setting in SETTINGS:
        if setting.kind is not Kind.SWITCH:
            forms.append(_form(setting))
    return _text(root)


def label(setting: Setting) -> str:
    """A setting's name as a title."""
    return setting.name.replace("-", " ").capitalize()


def _policy(setting: Setting) -> ET.Element:
    name = _id(setting)
    policy = ET.Element(
        "policy",
        {
            "name": name,
            "class": "Machine",
            "displayName": f"$(string.{name})",
            "explainText": f"$(string.{name}_explained)",
            "key": WINDOWS_KEY,
        },
    )
    if setting.kind is Kind.SWITCH:
        policy.set("valueName", setting.name)
    else:
        policy.set("presentation", f"$(presentation.{name})")
    ET.SubElement(policy, "parentCategory", ref="handbook")
    ET.SubElement(policy, "supportedOn", ref=_since(setting.since))
    if setting.kind is Kind.SWITCH:
        for state, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(policy, state), "decimal", value=value)
    else:
        ET.SubElement(policy, "elements").append(_element(setting))
    return policy


def _element(setting: Setting) -> ET.Element:
    """What is written: text, one of some words, or a list as a key with a value for each."""
    name = f"{_id(setting)}_value"
    folders = {"expandable": "true"} if setting.kind in (Kind.FOLDER, Kind.FOLDERS) else {}
    if setting.kind.is_list:
        key = f"{WINDOWS_KEY}\\{setting.name}"
        return ET.Element("list", {"id": name, "key": key, "valuePrefix": "", **folders})
    given = {"id": name, "valueName": setting.name, "required": "true"}
    if setting.kind not in CHOICES:
        return ET.Element("text", {**given, "maxLength": _LONGEST[setting.kind], **folders})
    element = ET.Element("enum", given)
    for word in CHOICES[setting.kind]:
        shown = f"$(string.{_id(setting)}_{_word(word)})"
        item = ET.SubElement(element, "item", displayName=shown)
        ET.SubElement(ET.SubElement(item, "value"), "string").text = word
    return element


def _form(setting: Setting) -> ET.Element:
    form = ET.Element("presentation", id=_id(setting))
    refers = {"refId": f"{_id(setting)}_value"}
    if setting.kind.is_list:
        ET.SubElement(form, "listBox", refers).text = label(setting)
    elif setting.kind in CHOICES:
        ET.SubElement(form, "dropdownList", {**refers, "defaultItem": "0"}).text = label(setting)
    else:
        ET.SubElement(ET.SubElement(form, "textBox", refers), "label").text = label(setting)
    return form


def _strings() -> dict[str, str]:
    found = {"handbook": PROGRAM}
    found |= {_since(each.since): f"{PROGRAM} {each.since} or newer" for each in SETTINGS}
    for setting in SETTINGS:
        found[_id(setting)] = label(setting)
        found[f"{_id(setting)}_explained"] = _explained(setting)
        for word in CHOICES.get(setting.kind, ()):
            found[f"{_id(setting)}_{_word(word)}"] = word
    return found


def _explained(setting: Setting) -> str:
    if setting.kind is Kind.SWITCH:
        usual = "Enabled" if setting.usual == "1" else "Disabled"
        return f"{setting.words}\n\nEnabled: yes. Disabled: no. Not configured: as {usual}."
    return f"{setting.words}\n\nDisabled or not configured: {setting.usual}"


def _sinces() -> list[str]:
    return sorted({_since(setting.since) for setting in SETTINGS})


def _since(version: str) -> str:
    return f"since_{version.replace('.', '_')}"


def _id(setting: Setting) -> str:
    return _word(setting.name)


def _word(name: str) -> str:
    return name.replace("-", "_")


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def main() -> int:
    """Write the files, or look whether they are fresh."""
    files: dict[Path, str] = {TEMPLATE: template(), WORDS: words()}
    if "--check" in sys.argv[1:]:
        return 0 if all(file.read_text("utf-8") == text for file, text in files.items()) else 1
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"Written: {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
