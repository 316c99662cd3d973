"""docs/machine-policy.md is what the table of settings says."""

from __future__ import annotations

import runpy
from pathlib import Path

from handbook.state.managed_settings import READERS_OWN, SETTINGS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "build" / "machine_policy.py"))


def test_the_page_is_fresh() -> None:
    """After a change of the table: python build/machine_policy.py."""
    assert (ROOT / "docs" / "machine-policy.md").read_text("utf-8") == SCRIPT["page"]()


def test_the_example_for_linux_is_a_policy_that_holds(tmp_path: Path) -> None:
    from handbook.state.managed_settings import take
    from handbook.state.managed_sources import from_toml

    page: str = SCRIPT["page"]()
    example = page.partition("## All of them, on Linux")[2].partition("## All of them")[0]
    file = tmp_path / "policy.toml"
    file.write_text(
        "\n".join(line[4:] for line in example.splitlines() if line.startswith("    ")), "utf-8"
    )
    values, problems = take(from_toml(file))

    assert problems == []
    assert set(values) == {setting.name for setting in SETTINGS}
    assert all(f"`{name}`" in page for name in READERS_OWN)
