"""Machine policy: what a school sets for a computer, from each system's own place."""

from __future__ import annotations

import plistlib
from pathlib import Path, PureWindowsPath

import pytest

from handbook.domain.audience import Audience
from handbook.domain.errors import KeyUnreadable
from handbook.packs.shelf import Shelf
from handbook.packs.trust import trust_of
from handbook.state import managed as module
from handbook.state.managed import (
    WINDOWS_KEY,
    Managed,
    managed_of,
    read_managed,
)
from handbook.state.managed_settings import READERS_OWN, SETTINGS, Setting, take
from handbook.state.managed_sources import Found, from_registry
from handbook.state.user_folders import UserFolders
from tests.state.registry import EXPANDED, LINES, NUMBER, ROOT, TEXT, FakeRegistry

KEY = next(str(each.example[0]) for each in SETTINGS if each.name == "trusted-keys")  # type: ignore[index]
LEFT_OUT = "It is left out, the rest stands."
NOT_USED = "None of it is used, and no pack is taken until it is mended."


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the policy of this computer would be."""
    file = tmp_path / "policy.toml"
    monkeypatch.setattr(module, "LINUX_FILE", file)
    monkeypatch.setattr(module, "MAC_FILE", tmp_path / "policy.plist")
    return file


def read(policy: Path, text: str) -> Managed:
    policy.write_text(text, "utf-8")
    return read_managed("linux")


def test_a_computer_without_policy_behaves_as_usual(policy: Path) -> None:
    assert not policy.exists()
    assert read_managed("linux") == read_managed("darwin") == Managed()


def test_every_setting_is_read_from_a_file(policy: Path) -> None:
    found = read(
        policy,
        f"""
content-folders = ["/srv/policies", "/mnt/more"]
receipts-folder = "/srv/receipts"
trusted-keys = ["{KEY}"]
school = "hill"
role = "governors"
user-folders = "no"
editor = 0
confirmations = false
""",
    )

    assert found == Managed(
        source=str(policy),
        content_folders=(Path("/srv/policies"), Path("/mnt/more")),
        receipts_folder=Path("/srv/receipts"),
        trusted_keys=(KEY,),
        school="hill",
        role=Audience.GOVERNORS,
        user_folders=UserFolders.NO,
        editor=False,
        confirmations=False,
        set_names=tuple(setting.name for setting in SETTINGS),
    )


def test_one_folder_needs_no_list(policy: Path) -> None:
    assert read(policy, 'content-folders = "/srv"').content_folders == (Path("/srv"),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('role = "teacher"', "'teacher' is none of teachers, support-staff, governors"),
        ('role = ["teachers", "governors"]', "role has to be one of teachers"),
        ("role = 3", "role has to be one of"),
        ('content-folders = "policies"', "'policies' is no whole path"),
        ("content-folders = [7]", "content-folders has to be a list of folders, and '7'"),
        ('receipts-folder = "\\\\\\\\server\\\\share"', "is no whole path"),
        ("editor = 2", "'2' is neither 0 nor 1"),
        ('editor = "maybe"', "'maybe' is neither 0 nor 1"),
        ("confirmations = []", "confirmations has to be 0 or 1, and one only"),
        ('rolle = "teachers"', "'rolle' is no setting of this program; did you mean role"),
        ("xyzzy = 1", "'xyzzy' is no setting of this program."),
        ("[role]\nname = 1", "role has to be one of"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_the_rest_stands(
    policy: Path, line: str, said: str
) -> None:
    found = read(policy, f"# ours\n\n{line}\n")

    (problem,) = found.problems
    assert problem.startswith(f"{policy}:3: ")
    assert said in problem
    assert problem.endswith(LEFT_OUT)
    assert found == Managed(source=str(policy), problems=(problem,))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f'trusted-keys = "{KEY[:-4]}"', "is no public key: the second line of work.pub"),
        ('trusted-keys = ["hello", "x"]', "is no public key"),
        ("trusted-keys = { one = 1 }", "trusted-keys has to be a list of public keys"),
    ],
)
def test_keys_that_cannot_be_read_are_not_the_same_as_none(
    policy: Path, line: str, said: str
) -> None:
    """Left out, any key would count that a user accepts, or the one that was stolen."""
    found = read(policy, line)

    assert said in found.problems[0]
    assert found.problems[-1].endswith("No key is left, so no pack is taken until this is mended.")
    with pytest.raises(KeyUnreadable):
        trust_of(Shelf(policy.parent), found.trusted_keys, found.source)


@pytest.mark.parametrize("line", ['school = "Hill School"', 'school = ["a", "b"]', "school = 7"])
def test_a_school_that_cannot_be_read_is_not_any_school(policy: Path, line: str) -> None:
    found = read(policy, line)

    assert found.school == ""
    assert found.problems[-1].endswith("So no pack is taken until this is mended.")


def test_folders_of_users_are_not_allowed_by_a_slip(policy: Path) -> None:
    found = read(policy, 'user-folders = "some"')

    assert found.user_folders is UserFolders.NO
    assert "'some' is none of no, local, any" in found.problems[0]
    assert found.problems[0].endswith("So users may name no folder until this is mended.")


def test_of_a_list_what_makes_sense_stands(policy: Path) -> None:
    found = read(policy, f'content-folders = ["/a", "b", "/c"]\ntrusted-keys = ["x", "{KEY}"]')

    assert found.content_folders == (Path("/a"), Path("/c"))
    assert found.trusted_keys == (KEY,)
    assert [problem.endswith(LEFT_OUT) for problem in found.problems] == [True, True]


@pytest.mark.parametrize("name", sorted(READERS_OWN))
def test_what_belongs_to_whoever_reads_cannot_be_set(policy: Path, name: str) -> None:
    found = read(policy, f'role = "teachers"\n{name} = 200\n')

    said = f"{policy}:2: {name} belongs to whoever reads, and a school cannot set it. {LEFT_OUT}"
    assert found.problems == (said,)
    assert found.role is Audience.TEACHERS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"role = \n", ":1: it is not written as TOML is"),
        (b"a = 1\nrole : teachers\n", ":2: it is not written as TOML is"),
        (b"role = '\xff'", ": it is not written in UTF-8."),
        (b"# " + b"x" * 1_000_001, ": it is larger than a policy is."),
    ],
)
def test_a_file_that_cannot_be_read_is_left_out_whole(
    policy: Path, data: bytes, said: str
) -> None:
    policy.write_bytes(data)
    found = read_managed("linux")

    (problem,) = found.problems
    assert problem.startswith(f"{policy}{said}")
    assert problem.endswith(NOT_USED)
    closed = ("trusted-keys", "school", "user-folders")
    assert (found.set_names, found.school, found.role) == (closed, "", None)
    assert found.user_folders is UserFolders.NO
    with pytest.raises(KeyUnreadable):
        trust_of(Shelf(policy.parent), found.trusted_keys, found.source)


def test_a_folder_in_the_files_place_is_no_crash(policy: Path) -> None:
    policy.mkdir()

    assert read_managed("linux").problems == (
        f"{policy}: it cannot be read (Is a directory). {NOT_USED}",
    )


def test_a_place_that_may_not_be_looked_at_is_no_crash(
    policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", denied)
    monkeypatch.setattr(Path, "open", denied)

    (problem,) = read_managed("linux").problems
    assert problem == f"{policy}: it cannot be read (Permission denied). {NOT_USED}"


@pytest.mark.usefixtures("policy")
def test_managed_preferences_of_a_mac_are_read(tmp_path: Path) -> None:
    values = {"role": "volunteers", "content-folders": ["/Volumes/policies"], "editor": False}
    for form in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        (tmp_path / "policy.plist").write_bytes(plistlib.dumps(values, fmt=form))
        found = read_managed("darwin")

        assert found.role is Audience.VOLUNTEERS
        assert found.content_folders == (Path("/Volumes/policies"),)
        assert not found.editor
        assert not found.problems


@pytest.mark.usefixtures("policy")
def test_what_a_profile_says_of_itself_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "policy.plist").write_bytes(
        plistlib.dumps({"school": "hill", "PayloadUUID": "83C9F6E8", "PayloadVersion": 1})
    )

    found = read_managed("darwin")
    assert found.school == "hill"
    assert found.problems == ()


@pytest.mark.usefixtures("policy")
@pytest.mark.parametrize("data", [b"", b"<plist", b"bplist00\xff\xff", b"<plist><array/></plist>"])
def test_damaged_preferences_of_a_mac_are_left_out(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "policy.plist").write_bytes(data)

    found = read_managed("darwin")

    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{tmp_path / 'policy.plist'}: it is no ")


def test_the_registry_of_the_machine_is_read_and_no_other() -> None:
    registry = FakeRegistry(
        {
            WINDOWS_KEY: {
                "content-folders": (["\\\\hill\\policies", "D:\\policies"], LINES),
                "Receipts-Folder": ("%ProgramData%\\receipts", EXPANDED),
                "role": ("support-staff", TEXT),
                "editor": (0, NUMBER),
            },
            f"{WINDOWS_KEY}\\trusted-keys": {"1": (KEY, TEXT)},
        }
    )
    found = from_registry(WINDOWS_KEY, registry)

    assert found is not None
    values, problems = take(found)
    assert problems == []
    assert values == {
        "content-folders": (Path("\\\\hill\\policies"), Path("D:\\policies")),
        "trusted-keys": (KEY,),
        "role": Audience.SUPPORT_STAFF,
        "receipts-folder": Path("C:\\ProgramData\\receipts"),
        "editor": False,
    }
    assert {root for root, _ in registry.opened} == {ROOT}


def test_a_list_in_the_registry_keeps_its_order() -> None:
    folders = {str(n): (f"C:\\folder-{n}", TEXT) for n in (1, 10, 2)}
    found = from_registry(
        WINDOWS_KEY, FakeRegistry({WINDOWS_KEY: {}, f"{WINDOWS_KEY}\\content-folders": folders})
    )

    assert found is not None
    assert found.values["content-folders"] == ["C:\\folder-1", "C:\\folder-2", "C:\\folder-10"]


def test_a_registry_without_the_key_is_no_policy() -> None:
    assert from_registry(WINDOWS_KEY, FakeRegistry({})) is None
    assert from_registry(WINDOWS_KEY, FakeRegistry({WINDOWS_KEY: {}})) is None


def test_a_registry_that_may_not_be_read_says_so() -> None:
    registry = FakeRegistry({WINDOWS_KEY: {}})
    registry.locked = True
    found = from_registry(WINDOWS_KEY, registry)

    assert found is not None
    assert found.problems == (
        f"HKEY_LOCAL_MACHINE\\{WINDOWS_KEY}: it cannot be read (Access is denied). {NOT_USED}",
    )


def test_a_bad_value_of_the_registry_names_key_and_setting() -> None:
    registry = FakeRegistry({WINDOWS_KEY: {"receipts-folder": ("/srv/receipts", TEXT)}})
    found = from_registry(WINDOWS_KEY, registry)

    assert found is not None
    _, (problem,) = take(found)
    assert problem.startswith(f"HKEY_LOCAL_MACHINE\\{WINDOWS_KEY}, receipts-folder: ")


def test_windows_asks_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(key: str) -> Found:
        return Found(key, {"role": "teachers"})

    monkeypatch.setattr("handbook.state.managed_sources.from_registry", asked)

    assert read_managed("win32").role is Audience.TEACHERS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_a_field_and_an_example_that_holds(setting: Setting) -> None:
    example = setting.example
    values, problems = take(Found("docs", {setting.name: example}, paths=PureWindowsPath))

    assert problems == []
    assert managed_of("docs", values).set_names == (setting.name,)


def test_too_many_values_are_refused(policy: Path) -> None:
    folders = ", ".join(f'"/{number}"' for number in range(21))

    (problem,) = read(policy, f"content-folders = [{folders}]").problems
    assert "content-folders has more than 20 values" in problem
