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
from handbook.search.impacts import Gathered, ImpactTable, TableDamaged, table_bytes

TABLE = "impacts.table"
_PREFIX = "search-"


class Store:
    """The impact table of a library, and the Whoosh index that it was made from.

    Opening reads the table only. The index itself is opened by the first query that needs
    it. Both are made anew where they are missing, of another library, or damaged; what was
    damaged is kept beside them under its date.
    """

    def __init__(self, library: Library, cache: Path) -> None:
        self._library = library
        self._digest = f"{library.digest}/{handbook.__version__}"
        name = f"{_PREFIX}{library.digest[:32]}-{handbook.__version__}"
        self._folder = cache / name if library.digest else None
        self._index: Any = None
        self.table = self._opened() or self._built()

    def index(self) -> Any:
        """The Whoosh index, opened when first asked for."""
        if self._index is None:
            self._index = self._opened_index()
        return self._index

    def _opened(self) -> ImpactTable | None:
        if self._folder is None or not self._folder.is_dir():
            return None
        try:
            return ImpactTable.open(self._folder / TABLE, self._digest)
        except (TableDamaged, OSError, ValueError, KeyError, TypeError):
            _set_aside(self._folder)
            return None

    def _opened_index(self) -> Any:
        from handbook.search import index

        if self._folder is not None and self._folder.is_dir():
            try:
                return index.open_folder(self._folder)
            except Exception:  # noqa: BLE001 - Whoosh unpickles: a damaged file raises anything
                _set_aside(self._folder)
        self.table = self._built()
        return self._index

    def _built(self) -> ImpactTable:
        """Build in the cache, else in memory."""
        if self._folder is not None:
            with suppress(OSError):
                return self._built_in(self._folder)
        self._index, data = self._indexed(None)
        return ImpactTable(data, self._digest)

    def _built_in(self, folder: Path) -> ImpactTable:
        """Build beside the folder and move it there whole, so that no half index is read."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=folder.parent))
        try:
            _, data = self._indexed(making)
            (making / TABLE).write_bytes(data)
            if folder.exists():
                _set_aside(folder)
            making.replace(folder)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        from handbook.search import index

        self._index = index.open_folder(folder)
        _remove_older(folder)
        return ImpactTable.open(folder / TABLE, self._digest)

    def _indexed(self, folder: Path | None) -> tuple[Any, bytes]:
        from handbook.search import index

        gathered = Gathered()
        opened = index.build(gathered.passing(documents(self._library)), folder)
        data = table_bytes(self._digest, index.postings(opened), index.lengths(opened), gathered)
        return opened, data


def _set_aside(folder: Path) -> None:
    """Keep a damaged folder under its date; where that cannot be, remove it."""
    kept = folder.with_name(f"{folder.name}.damaged-{date.today():%Y-%m-%d}")  # noqa: DTZ011 - the reader's own day
    shutil.rmtree(kept, ignore_errors=True)
    try:
        folder.replace(kept)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_older(folder: Path) -> None:
    """Remove the indexes of content that is no longer shown; damaged ones are kept."""
    keep: Callable[[Path], bool] = lambda path: path == folder or ".damaged-" in path.name  # noqa: E731
    for path in folder.parent.glob(f"{_PREFIX}*"):
        if not keep(path):
            shutil.rmtree(path, ignore_errors=True)
