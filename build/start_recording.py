"""Works out at build time what the frozen app would work out anew at every start.

`start.code`, which `hook_start.py` hands out, holds four tables:

- modules: the code of those that a start loads, so that they come in one piece and not each from
  an archive that is opened and searched for it; by name: file, whether it is a package, code.
- sources: PySide6's library carries some Python sources of its own, packed as text, and unpacks
  and compiles them when it is imported: a third of the time to an empty window. They are
  among the modules here, as they are but for one that writes stubs for editors and is never used.
  So of the first source, which unpacks the others, another one is made; by name: source, code. It
  sees to it that what PySide6 carries is what was recorded, else PySide6 goes its own way.
- patterns: regular expressions that a start compiles; by text and flags: what they come to.
- texts: Python that `dataclasses` writes for each class; by text: code.

    python build/start_recording.py FILE PYZ BASE_LIBRARY
"""

from __future__ import annotations

import _imp
import ast
import builtins
import marshal
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import CodeType
from typing import Any

HERE = Path(__file__).resolve().parent
FIRST = "signature_bootstrap.py"
CARRIED = "shibokensupport/"
UNUSED = ("shibokensupport.signature.layout", "shibokensupport.signature.lib.enum_sig")
"""What PySide6 uses to say how something is called, and when it was called wrongly."""
WRITER = "shibokensupport/signature/lib/pyi_generator.py"
DOOR = "shiboken6/__init__.py"

LEAN = """
import zlib

def bootstrap():
    if zlib.crc32("".join(zipstring_sequence).encode()) != {sum}:
        exec(compile({source!r}, {name!r}, "exec"), globals())
        return bootstrap()
    from handbook.later import put_off
    put_off({unused!r})
    from shibokensupport import feature
    from shibokensupport.signature import loader
    feature._mod_uses_pyside = lambda module: False  # it looks into sources; none are here
    return loader
"""

_PYC_HEADER = 16
_ALREADY = ("importlib._bootstrap", "importlib._bootstrap_external")
"""Python's own, there from the beginning under another name."""
_MODULE, _PACKAGE = 0, 1
"""How PyInstaller's archive calls them."""

START = (
    "handbook.app.entry", "handbook.app.plain_imports", "handbook.app.start",
    "handbook.markup.first_page", "PySide6.QtSvg",
)  # fmt: skip
"""What a start loads, by the modules that bring the rest."""

Modules = dict[str, tuple[str, bool, bytes]]
Sources = dict[str, tuple[bytes, CodeType]]
Texts = dict[str, CodeType]
Patterns = dict[tuple[Any, int], tuple[Any, ...]]


def carried() -> tuple[Modules, Sources]:
    """What PySide6 carries, taken while it is imported here as ever."""
    seen: dict[str, bytes] = {}
    packed = 0
    usual = builtins.compile

    def recording(source: Any, filename: Any, mode: str, *rest: Any, **more: Any) -> Any:
        nonlocal packed
        name = str(filename)
        if isinstance(source, bytes) and name.startswith((FIRST, CARRIED)):
            seen[name] = source
            texts = getattr(sys.modules.get("signature_bootstrap"), "zipstring_sequence", ())
            packed = zlib.crc32("".join(texts).encode())
        return usual(source, filename, mode, *rest, **more)

    builtins.compile = recording
    try:
        import PySide6.QtCore  # noqa: F401 - for its effect
        import shiboken6
    finally:
        builtins.compile = usual
    if FIRST not in seen or not packed:
        return {}, {}
    first = seen.pop(FIRST)
    modules = {
        _name(file): _module(file, compile(text, file, "exec")) for file, text in seen.items()
    }
    modules[_name(WRITER)] = _module(WRITER, compile("", WRITER, "exec"))
    modules["shiboken6"] = _module(DOOR, without_imports(Path(shiboken6.__file__).read_bytes()))
    return modules, {FIRST: (first, lean(first, packed))}


def lean(source: bytes, packed: int) -> CodeType:
    """The other first source, for what has this sum where it is packed."""
    return compile(
        LEAN.format(sum=packed, source=source, name=FIRST, unused=UNUSED), FIRST, "exec"
    )


def without_imports(source: bytes) -> CodeType:
    """The door to PySide6 but for what it loads ahead for the first source, which is another."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not isinstance(node, ast.Import)]
    return compile(tree, DOOR, "exec")


def _name(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _module(file: str, code: CodeType) -> tuple[str, bool, bytes]:
    return file, file.endswith("/__init__.py"), marshal.dumps(code)


def watched(file: Path) -> tuple[list[str], Patterns, Texts]:
    """The modules, patterns and texts of a start, with what is recorded so far."""
    answer = file.with_suffix(".watched")
    paths = os.pathsep.join([str(HERE.parent), *sys.path])
    program = [sys.executable, "-S", str(HERE / "start_watch.py"), paths, str(file), str(answer)]
    subprocess.run([*program, *START], check=True)
    names, patterns, texts = marshal.loads(answer.read_bytes())
    return names, patterns, texts


def archived(names: Iterable[str], pyz: Path, base_library: Path) -> Modules:
    """The code of modules, as PyInstaller has put it into its archives."""
    from PyInstaller.archive.readers import ZlibArchiveReader

    archive = ZlibArchiveReader(str(pyz))
    found: Modules = {}
    with zipfile.ZipFile(base_library) as library:
        files = set(library.namelist())
        for name in names:
            if _imp.is_frozen(name) or name in _ALREADY:
                continue
            path = name.replace(".", "/")
            for file, is_package in ((f"{path}.pyc", False), (f"{path}/__init__.pyc", True)):
                if file in files:
                    code = library.read(file)[_PYC_HEADER:]
                    found[name] = (f"{base_library.name}/{file}", is_package, code)
                elif archive.toc.get(name, (None,))[0] == (_PACKAGE if is_package else _MODULE):
                    code = archive.extract(name, raw=True)
                    found[name] = (file.removesuffix("c"), is_package, code)
    return found


def main() -> int:
    """Write the recording."""
    file, pyz, base_library = map(Path, sys.argv[1:])
    modules, sources = carried()
    file.write_bytes(marshal.dumps((modules, sources, {}, {})))
    names, patterns, texts = watched(file)
    modules = archived(names, pyz, base_library) | modules
    file.write_bytes(marshal.dumps((modules, sources, patterns, texts)))
    if not sources:
        print(
            "start: PySide6 carries its sources in another way; they are not recorded",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
