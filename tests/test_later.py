"""Modules that are loaded at their first use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import ModuleType

import pytest

from handbook import later

SLOW = """
import time
begun = True
time.sleep(0.2)
def answer():
    return 42
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that was put off and takes a while to load."""
    (tmp_path / "slow_to_load.py").write_text(SLOW, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    later.put_off(["slow_to_load"])
    yield import_module("slow_to_load")
    sys.modules.pop("slow_to_load", None)


def test_to_import_a_module_does_not_load_it(slow: ModuleType) -> None:
    assert later.is_waiting("slow_to_load")
    assert "begun" not in vars(slow)


def test_its_first_use_loads_it(slow: ModuleType) -> None:
    assert slow.answer() == 42
    assert not later.is_waiting("slow_to_load")


def test_what_is_taken_out_of_it_loads_it(slow: ModuleType) -> None:
    from slow_to_load import answer  # type: ignore[import-not-found]

    assert answer is slow.answer


def test_what_is_not_in_it_is_said_as_ever(slow: ModuleType) -> None:
    with pytest.raises(AttributeError, match="module 'slow_to_load' has no attribute 'nothing'"):
        _ = slow.nothing
    with pytest.raises(ImportError, match="cannot import name 'nothing'"):
        from slow_to_load import nothing  # noqa: F401


def test_two_threads_never_see_half_of_it(slow: ModuleType) -> None:
    answers: list[int] = []
    threads = [Thread(target=lambda: answers.append(slow.answer())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [42, 42]


def test_what_is_loaded_already_stays_as_it_is() -> None:
    before = sys.modules["subprocess"]
    later.put_off(["subprocess", "no_such_module"])

    assert sys.modules["subprocess"] is before
    assert not later.is_waiting("subprocess")
    assert "no_such_module" not in sys.modules


EACH = """
from handbook import later
later.put_off()
import sys
for name in later.NAMES:
    module = __import__(name)
    print(name, later.is_waiting(name), end=" ")
    print(any(not n.startswith("__") and n != "currentframe" and hasattr(module, n) for n in USED))
import inspect, shutil
print(inspect.currentframe().f_lineno, inspect.signature(lambda a: a), shutil.which("nothing"))
"""


def test_each_of_them_waits_and_works() -> None:
    used = {"argparse": "ArgumentParser", "ast": "parse", "bz2": "compress", "copy": "deepcopy",
            "inspect": "signature", "ipaddress": "ip_address", "logging": "getLogger",
            "lzma": "compress", "shutil": "rmtree", "tempfile": "mkdtemp",
            "traceback": "print_exc"}  # fmt: skip
    script = f"USED = {sorted(set(used.values()))!r}\n{EACH}"
    said = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert set(used) == set(later.NAMES)
    assert said[:-1] == [f"{name} True True" for name in later.NAMES]
    assert said[-1].endswith("(a) None")
