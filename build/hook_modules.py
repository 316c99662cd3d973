"""Runs first in the frozen app: Python's modules come from one file that both programs share.

Each program carries an archive of modules that is empty, since there has to be one.
The file stays open while the program runs: an update under an open window then waits on Windows,
and elsewhere leaves the window the modules that it began with.
"""

# Nothing is imported here that is not loaded already: this is start-up time.
import os
import sys

import pyimod02_importers
from pyimod01_archive import ZlibArchiveReader


def _share(path: str) -> None:
    held = open(path, "rb")  # noqa: PTH123, SIM115 - as above; it is closed with the program
    own = pyimod02_importers.pyz_archive
    shared = ZlibArchiveReader(path, 0, check_pymagic=True)
    again = f"/proc/self/fd/{held.fileno()}"
    own.__dict__.update(shared.__dict__, held=held)
    # Not on Windows, where wine shows such a path too and cannot read from it.
    if sys.platform == "linux" and os.path.exists(again):  # noqa: PTH110 - as above
        own._filename = again  # noqa: SLF001 - it is opened anew for every module


_share(os.path.join(sys._MEIPASS, "modules.pyz"))  # type: ignore[attr-defined] # noqa: PTH118, SLF001
