"""Where the index of a library lies: in the user's cache, or in memory where it cannot."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import handbook
from handbook.domain.library import Library
from handbook.search.documents import documents
from handbook.search.impacts import ImpactTable, TableDamaged, table_bytes

TABLE = "impacts"
WHOOSH = "whoosh"
_PREFIX = "search-"
_DAMAGED = ".damaged-"


class Store:
    """The impact table of a library, and the Whoosh index beside it.

    The table is made at once, the Whoosh index when the first query with operators needs
    it. Each is made anew where it is missing or damaged; what was damaged is kept under
    its date. A library without a digest is kept in memory, and so is all that cannot be
    written.
    """

    def __init__(self, library: Library, cache: Path) -> None:
        self._library = library
        self._digest = f"{library.digest}/{handbook.__version__}"
        name = f"{_PREFIX}{library.digest[:32]}-{handbook.__version__}"
        self._folder = cache / name if library.digest else None
        self._index: Any = None
        self.table = self._opened_table() or self._built_table()

    def index(self) -> Any:
        """The Whoosh index."""
        if self._index is None:
            self._index = self._opened_index() or self._built_index()
        return self._index

    def _opened_table(self) -> ImpactTable | None:
        file = self._folder / TABLE if self._folder else None
        if file is None or not file.exists():
            return None
        try:
            return ImpactTable.open(file, self._digest)
        except (TableDamaged, OSError, ValueError, KeyError, TypeError):
            _set_aside(file)
            return None

    def _built_table(self) -> ImpactTable:
        data = table_bytes(self._digest, documents(self._library))
        if self._folder is not None:
            with suppress(OSError):
                self._write(TABLE, lambda making: making.write_bytes(data))
                _remove_older(self._folder)
                return ImpactTable.open(self._folder / TABLE, self._digest)
        return ImpactTable(data, self._digest)

    def _opened_index(self) -> Any:
        """Only what was built here is opened: Whoosh unpickles parts of its index."""
        from handbook.search import index

        folder = self._folder / WHOOSH if self._folder else None
        if folder is None or not folder.exists():
            return None
        with suppress(Exception):  # Whoosh says in no one way that a file is damaged
            return index.open_folder(folder)
        _set_aside(folder)
        return None

    def _built_index(self) -> Any:
        from handbook.search import index

        if self._folder is not None:
            with suppress(OSError):
                self._write(WHOOSH, self._build_folder)
                return index.open_folder(self._folder / WHOOSH)
        return index.build(documents(self._library), None)

    def _build_folder(self, making: Path) -> None:
        from handbook.search import index

        making.mkdir()
        index.build(documents(self._library), making).close()

    def rebuilt_index(self) -> Any:
        """The Whoosh index made anew, where it opened but could not be read."""
        self._index = None
        if self._folder is not None and (self._folder / WHOOSH).exists():
            _set_aside(self._folder / WHOOSH)
        return self.index()

    def _write(self, name: str, make: Callable[[Path], object]) -> None:
        """Make a file or folder aside and move it into place whole: no half is ever read."""
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="making-", dir=self._folder) as aside:
            making = Path(aside) / name
            make(making)
            shutil.rmtree(self._folder / name, ignore_errors=True)
            making.replace(self._folder / name)


def _set_aside(path: Path) -> None:
    """Keep what is damaged under its date; where that cannot be, remove it."""
    today = date.today()  # noqa: DTZ011 - the day on the reader's own clock
    kept = path.with_name(f"{path.name}{_DAMAGED}{today:%Y-%m-%d}")
    _remove(kept)
    with suppress(OSError):
        path.replace(kept)
    _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _remove_older(folder: Path) -> None:
    """Remove the indexes of content that is no longer shown."""
    for path in folder.parent.glob(f"{_PREFIX}*"):
        if path != folder and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
