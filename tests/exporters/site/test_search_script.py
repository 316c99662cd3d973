"""The search of the pages, run by the script that they ship, on the questions of staff."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from handbook.domain.library import Library
from tests.search.exam import questions

NODE = shutil.which("node") or ""
PAGE = "  // What the page does with it."
ASK = """
  const ask = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const found = ask.map((query) => {
    const { hits, mended } = search(query);
    return { mended, hits: hits.map((doc) => index.documents[doc][0]) };
  });
  console.log(JSON.stringify(found));
})();
"""

pytestmark = pytest.mark.skipif(not NODE, reason="needs node, which no part of the program does")


def answers(files: dict[str, bytes], asked: list[str], folder: Path) -> list[dict[str, list[str]]]:
    index, script = (files[f"assets/{name}"].decode() for name in ("search-index.js", "search.js"))
    head = "globalThis.document = { getElementById: () => ({}) };\n"
    body, page, _ = script.partition(PAGE)
    assert page
    (folder / "ask.js").write_text(head + index + body + ASK, "utf-8")
    run = subprocess.run(
        [NODE, str(folder / "ask.js")],
        input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return list(json.loads(run.stdout))


@pytest.mark.parametrize(
    ("name", "share"), [("questions", 0.93), ("own_questions", 0.8), ("held_out_questions", 0.8)]
)
def test_the_questions_of_staff_are_answered_in_the_first_three(
    name: str, share: float, model: Library, files: dict[str, bytes], tmp_path: Path
) -> None:
    exam = questions(name, model)

    found = answers(files, [question.query for question in exam], tmp_path)

    right = 0
    for question, answer in zip(exam, found, strict=True):
        others = ("people", "whom")
        clauses = [a.replace(".html", "") for a in answer["hits"] if not a.startswith(others)]
        right += bool(question.right & set(clauses[:3]))
    assert right / len(exam) >= share


def test_half_a_word_and_a_slip_are_understood(files: dict[str, bytes], tmp_path: Path) -> None:
    half, slip, same, nothing = answers(
        files, ["whistleb", "safegaurding lead", "fb request from a kid", "zzzzqx"], tmp_path
    )

    assert any(address.startswith("whistleblowing.html") for address in half["hits"][:3])
    assert slip["mended"] == ["safeguarding"]
    assert "people.html#dsl" in slip["hits"][:5]
    assert same["hits"]
    assert nothing == {"mended": [], "hits": []}
