"""`handbook pack`: the office publishes, computers install, and every refusal has its code."""

from __future__ import annotations

import io
import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from handbook.cli.main import run
from handbook.packs.keys import CHEAP, SecretKey, write_new
from handbook.state import managed

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "fixtures" / "handbook"
WORDS = "correct horse battery"
SCHOOL = """\
school:
  name: "Hill School"
  id: "hill"
people:
  headteacher:
    title: Headteacher
bodies:
  childline:
    phone: "0800 1111"
"""


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))


class Office:
    """A folder with a key, and content whose school has an id."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    def type_in(self, text: str) -> None:
        """Give the next command this on standard input."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(text))

    def build(self, number: int, out: str = "", words: str = WORDS) -> int:
        """Make a pack, `NUMBER.handbook` if no other name is given."""
        self.type_in(f"{words}\n")
        options = ("--secret-key", "work.key", "--number", str(number), "--content", "content")
        name = out or f"{number}.handbook"
        return run(["pack", "build", *options, "-o", name, "--issued", "2026-11-01"])


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(SMALL, folder / "content")
    (folder / "content" / "school.yaml").write_text(SCHOOL, "utf-8")
    key = SecretKey.make()
    write_new(folder / "work.key", key.sealed(WORDS, CHEAP), mode=0o600)
    write_new(folder / "work.pub", key.public.text, mode=0o644)
    monkeypatch.chdir(folder)
    return Office(folder, monkeypatch)


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code and what was said, which is one line and nothing on standard output."""
    capsys.readouterr()
    code = run(["pack", *arguments])
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return code, said.err


def test_a_key_is_made_for_the_office_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(SecretKey.sealed, "__defaults__", (CHEAP,))
    type_in(monkeypatch, f"{WORDS}\n")

    assert run(["pack", "keygen", "-o", str(tmp_path / "keys"), "--until", "2028-09-01"]) == 0

    said = capsys.readouterr()
    secret = tmp_path / "keys" / "work.key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert "until 2028-09-01" in (tmp_path / "keys" / "work.pub").read_text()
    assert WORDS not in said.out + said.err + secret.read_text()
    type_in(monkeypatch, f"{WORDS}\n")
    assert run(["pack", "keygen", "-o", str(tmp_path / "keys")]) == 2
    assert "a key is never written over" in capsys.readouterr().err


def test_a_key_needs_a_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, "\n")

    assert run(["pack", "keygen", "-o", str(tmp_path / "keys")]) == 2
    assert not (tmp_path / "keys").exists()
    assert "first line of standard input" in capsys.readouterr().err


def test_the_same_content_number_and_date_give_the_same_bytes(
    office: Office,
) -> None:
    assert office.build(1, out="one.handbook") == 0
    for path in (office.folder / "content").rglob("*.md"):
        path.touch()
    assert office.build(1, out="two.handbook") == 0

    assert (office.folder / "one.handbook").read_bytes() == (
        office.folder / "two.handbook"
    ).read_bytes()


def test_a_pack_is_verified_with_the_key_that_is_named(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(3)
    capsys.readouterr()

    assert run(["pack", "verify", "3.handbook", "--trust", "work.pub", "--json"]) == 0
    shape = printed(capsys)
    assert list(shape) == ["ok", "school", "version", "key", "problem"]
    assert shape | {"key": ""} == {
        "ok": True, "school": "hill", "version": 3, "key": "", "problem": None,
    }  # fmt: skip
    assert run(["pack", "verify", "3.handbook", "--trust", "work.pub"]) == 0
    assert "3.handbook is whole" in capsys.readouterr().out


def test_every_kind_of_refusal_has_its_exit_code(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(3)
    data = (office.folder / "3.handbook").read_bytes()
    (office.folder / "flipped.handbook").write_bytes(data.replace(b"phone", b"phune", 1))
    (office.folder / "text.handbook").write_bytes(b"no pack at all")
    (office.folder / "cut.handbook").write_bytes(data[:-9])
    other = SecretKey.make()
    write_new(office.folder / "other.pub", other.public.text, mode=0o644)

    for file, trust, expected in (
        ("flipped.handbook", "work.pub", 4),
        ("3.handbook", "other.pub", 4),
        ("text.handbook", "work.pub", 3),
        ("cut.handbook", "work.pub", 3),
        ("missing.handbook", "work.pub", 3),
        ("3.handbook", "3.handbook", 3),
    ):
        for command in ("verify", "install"):
            code, said = refused(capsys, command, file, "--trust", trust)
            assert code == expected, (command, file)
            assert file in said or trust in said
        assert run(["pack", "verify", file, "--trust", trust, "--json"]) == expected
        shape = printed(capsys)
        assert shape["ok"] is False
        assert shape["problem"]
    assert not (office.folder.parent / "data" / "packs" / "current").exists()


def test_without_a_key_nothing_is_verified_or_installed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(1)
    office.type_in("y\n")

    code, said = refused(capsys, "install", "1.handbook")

    assert code == 4
    assert "no key is trusted on this computer yet" in said
    assert run(["pack", "verify", "1.handbook"]) == 2


def test_at_a_terminal_the_first_key_is_accepted_by_its_fingerprint(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(1)
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert run(["pack", "install", "1.handbook"]) == 1
    assert "Nothing was changed" in capsys.readouterr().out

    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    assert run(["pack", "install", "1.handbook"]) == 0

    said = capsys.readouterr().out
    assert "(hill)" in said
    assert "Fingerprint" in said
    assert run(["pack", "verify", "1.handbook"]) == 0


def test_an_installed_pack_answers_and_is_updated_and_gone_back_from(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(1)
    policy = office.folder / "content" / "policies" / "phones.md"
    policy.write_text(policy.read_text("utf-8").replace("Phones", "Telephones"), "utf-8")
    office.build(2)

    def titles() -> list[str]:
        capsys.readouterr()
        assert run(["policies", "--json"]) == 0
        return [each["title"] for each in printed(capsys)]

    assert run(["pack", "install", "1.handbook", "--trust", "work.pub"]) == 0
    before = titles()
    assert len(before) == 2
    assert run(["pack", "install", "2.handbook"]) == 0
    assert "pack rollback" in capsys.readouterr().out
    assert titles() != before
    assert refused(capsys, "install", "1.handbook")[0] == 1
    assert run(["pack", "rollback"]) == 0
    assert titles() == before
    assert refused(capsys, "rollback")[0] == 1


def test_what_was_changed_on_the_computer_is_mended_before_it_answers(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(1)
    run(["pack", "install", "1.handbook", "--trust", "work.pub"])
    (content,) = (office.folder.parent / "data" / "packs").glob("*/content")
    (content / "policies" / "phones.md").write_text("Anything goes.", "utf-8")
    capsys.readouterr()

    assert run(["show", "phones"]) == 0
    assert "Anything goes" not in capsys.readouterr().out


def test_a_pack_that_is_lost_whole_is_said_and_the_model_answers(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(1)
    run(["pack", "install", "1.handbook", "--trust", "work.pub"])
    for folder in (office.folder.parent / "data" / "packs").glob("1-*"):
        shutil.rmtree(folder)
    capsys.readouterr()

    assert run(["policies", "--json"]) == 0

    said = capsys.readouterr()
    assert "are damaged" in said.err
    assert len(json.loads(said.out)) > 10
    keys = office.folder.parent / "data" / "pack-keys"
    kept = keys.read_bytes()
    keys.unlink()
    assert refused(capsys, "install", "1.handbook")[0] in (3, 4)
    keys.write_bytes(kept)
    assert run(["pack", "install", "1.handbook"]) == 0
    assert len(printed_policies(capsys)) == 2


def printed_policies(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    capsys.readouterr()
    assert run(["policies", "--json"]) == 0
    found = printed(capsys)
    assert isinstance(found, list)
    return found


def test_a_pack_is_shown_and_read_without_being_installed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.build(4)
    capsys.readouterr()

    assert run(["pack", "show", "4.handbook", "--json"]) == 0
    shape = printed(capsys)
    assert (shape["school"], shape["version"], shape["trusted"]) == ("hill", 4, False)
    assert (shape["issued"], shape["check_again_by"]) == ("2026-11-01", "2027-11-01")
    assert {each["id"] for each in shape["policies"]} == {"phones", "visitors"}
    assert "school.yaml" in {each["name"] for each in shape["files"]}
    assert run(["pack", "show", "4.handbook"]) == 0
    assert "not trusted on this computer" in capsys.readouterr().out
    assert run(["policies", "--content", "4.handbook", "--json"]) == 0
    assert len(printed(capsys)) == 2
    assert refused(capsys, "show", "work.pub")[0] == 3


def test_a_number_that_is_known_otherwise_is_named_at_installation(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    school = office.folder / "content" / "school.yaml"
    school.write_text(SCHOOL.replace("0800 1111", "0800 2222"), "utf-8")
    office.build(1)
    capsys.readouterr()

    run(["pack", "install", "1.handbook", "--trust", "work.pub"])

    assert "0800 2222 in this pack, and 0800 1111" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("policies/My Policy.md", b"x", "policies/My Policy.md cannot be in a pack"),
        ("pack.json", b"x", "pack.json is a name that packs keep"),
        ("images/large.png", bytes(5_000_001), "images/large.png is larger than 5 MB"),
        ("policies/odd.md", b"\xff", "cannot be read whole"),
    ],
)
def test_content_that_no_pack_can_hold_is_named(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
    said: str,
) -> None:
    path = office.folder / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

    assert office.build(1) == 1
    assert said in capsys.readouterr().err
    assert not (office.folder / "1.handbook").exists()


def test_a_secret_key_in_the_content_is_never_published(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(office.folder / "work.key", office.folder / "content" / "notes.txt")

    assert office.build(1) == 1
    assert "notes.txt is a secret key" in capsys.readouterr().err


def test_a_link_in_the_content_is_never_followed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.folder / "content" / "images").symlink_to(office.folder)

    assert office.build(1) == 1
    assert "images is a link" in capsys.readouterr().err


def test_a_school_without_an_id_cannot_publish(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    school = office.folder / "content" / "school.yaml"
    school.write_text(school.read_text("utf-8").replace('"hill"', '"The Hill"'), "utf-8")

    assert office.build(1) == 1
    assert "school.yaml has the id 'The Hill'" in capsys.readouterr().err


def test_a_school_with_the_models_id_cannot_publish(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    school = office.folder / "content" / "school.yaml"
    school.write_text(SCHOOL.replace('"hill"', '"model-school"'), "utf-8")

    assert office.build(1) == 1
    assert "give the school a short name of its own" in capsys.readouterr().err
    assert not (office.folder / "1.handbook").exists()


def test_a_pack_is_not_written_into_the_content_nor_with_the_wrong_passphrase(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.build(1, out="content/1.handbook") == 2
    assert office.build(1, words="wrong") == 3
    assert "work.key has another passphrase" in capsys.readouterr().err
    assert not list(office.folder.rglob("*.handbook"))


def test_an_installed_pack_is_not_written_into(office: Office) -> None:
    office.build(1)
    run(["pack", "install", "1.handbook", "--trust", "work.pub"])

    assert run(["new", "policy", "trips"]) == 2
    assert run(["new", "policy", "trips", "--content", "1.handbook"]) == 2


def test_what_is_installed_can_be_published_again(
    office: Office,
) -> None:
    office.build(1)
    run(["pack", "install", "1.handbook", "--trust", "work.pub"])
    issued = ("--number", "1", "-o", "again.handbook", "--issued", "2026-11-01")
    office.type_in(f"{WORDS}\n")

    assert run(["pack", "build", "--secret-key", "work.key", *issued]) == 0
    assert (office.folder / "again.handbook").read_bytes() == (
        office.folder / "1.handbook"
    ).read_bytes()


def test_the_spare_puts_another_key_in_place(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("spare", "new"):
        key = SecretKey.make()
        (office.folder / name).mkdir()
        write_new(office.folder / name / "work.key", key.sealed(WORDS, CHEAP), mode=0o600)
        write_new(office.folder / name / "work.pub", key.public.text, mode=0o644)

    def build(number: int, *more: str) -> int:
        office.type_in(f"{WORDS}\n")
        options = ("--number", str(number), "--content", "content", "-o", f"{number}.handbook")
        return run(["pack", "build", *options, "--spare", "spare/work.pub", *more])

    assert build(1, "--secret-key", "work.key") == 0
    assert run(["pack", "install", "1.handbook", "--trust", "work.pub"]) == 0
    change = ["pack", "change-key", "--spare-key", "spare/work.key", "--to", "new/work.pub"]
    office.type_in(f"{WORDS}\n")
    assert run([*change, "--school", "hill", "--number", "1", "-o", "change"]) == 0
    assert "signs from now on" in capsys.readouterr().out
    assert build(2, "--secret-key", "new/work.key") == 0
    code, said = refused(capsys, "install", "2.handbook")
    assert (code, "not trusted here" in said) == (4, True)

    assert build(3, "--secret-key", "new/work.key", "--key-change", "change") == 0
    assert run(["pack", "install", "3.handbook"]) == 0
    assert build(4, "--secret-key", "work.key") == 0
    assert refused(capsys, "install", "4.handbook")[0] == 4
    assert build(4, "--secret-key", "new/work.key") == 0
    assert run(["pack", "install", "4.handbook"]) == 0


def test_no_pack_is_made_with_keys_that_would_not_do(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("spare", "new"):
        key = SecretKey.make()
        (office.folder / name).mkdir()
        write_new(office.folder / name / "work.key", key.sealed(WORDS, CHEAP), mode=0o600)
        write_new(office.folder / name / "work.pub", key.public.text, mode=0o644)
    change = ["pack", "change-key", "--spare-key", "spare/work.key", "--to", "new/work.pub"]
    for number, school in enumerate(("hill", "dale"), 1):
        office.type_in(f"{WORDS}\n")
        run([*change, "--school", school, "--number", str(number), "-o", school])

    def build(key: str, spare: str, *more: str) -> tuple[int, str]:
        office.type_in(f"{WORDS}\n")
        options = ("--number", "1", "--content", "content", "-o", "1.handbook")
        return refused(capsys, "build", *options, "--secret-key", key, "--spare", spare, *more)

    same = build("work.key", "work.pub")
    old = build("work.key", "spare/work.pub", "--key-change", "hill")
    other = build("new/work.key", "spare/work.pub", "--key-change", "dale")

    assert "The spare is the very key that signs" in same[1]
    assert "would refuse this pack" in old[1]
    assert "is for the school dale, and school.yaml has hill" in other[1]
    assert {code for code, _ in (same, old, other)} == {1}
    assert not (office.folder / "1.handbook").exists()


def test_a_change_needs_the_spare_that_signed_it(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--secret-key", "work.key", "--number", "1", "--content", "content", "-o", "x")
    assert run(["pack", "build", *options, "--key-change", "change"]) == 2
    assert "--key-change needs --spare" in capsys.readouterr().err

    (office.folder / "change").mkdir()
    (office.folder / "change" / "key-change").write_bytes(b"odd")
    (office.folder / "change" / "key-change.minisig").write_bytes(b"odd")
    code, said = refused(
        capsys, "build", *options, "--spare", "work.pub", "--key-change", "change"
    )
    assert code == 4
    assert "is not signed by the school's spare" in said


def test_machine_policy_names_the_keys_that_count(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = office.folder / "policy.toml"
    monkeypatch.setattr(managed, "LINUX_FILE", policy)
    other = SecretKey.make().public.text
    policy.write_text(f'trusted-keys = "{other.splitlines()[1]}"\n', "utf-8")
    office.build(1)
    code, said = refused(capsys, "install", "1.handbook", "--trust", "work.pub")
    assert code == 4
    assert f"{policy} names the keys that count here, and work.pub is none of them" in said

    ours = (office.folder / "work.pub").read_text("ascii").splitlines()[1]
    policy.write_text(f'trusted-keys = "{ours}"\nschool = "lane"\n', "utf-8")
    code, said = refused(capsys, "install", "1.handbook")
    assert code == 1
    assert "this computer is set to lane" in said

    policy.write_text(f'trusted-keys = "{ours}"\nschool = "The Hill"\n', "utf-8")
    code, said = refused(capsys, "install", "1.handbook")
    assert code == 1
    assert "this computer is set to a school whose id cannot be read" in said

    policy.write_text(f'trusted-keys = "{ours}"\nschool = "hill"\n', "utf-8")
    assert run(["pack", "install", "1.handbook"]) == 0
    policy.write_text(f'trusted-keys = "{other.splitlines()[1]}"\n', "utf-8")
    capsys.readouterr()
    assert run(["pack", "show", "1.handbook", "--json"]) == 0
    assert not printed(capsys)["trusted"]
