"""What macOS is told of the app and of its package.

`python build/mac_bundle.py FOLDER` writes there what `pkgbuild` and `productbuild` ask for.
"""

from __future__ import annotations

import platform
import plistlib
import sys
from pathlib import Path
from typing import Any

import release

from handbook.domain.opening import PACK_SUFFIX, SCHEME

APP = "Handbook.app"
BUNDLE_ID = "org.handbook.Handbook"
"""Also the domain of managed preferences (handbook/state/managed.py)."""
PACK_TYPE = "org.handbook.pack"
OLDEST = "13.0"
"""The oldest macOS that this Qt runs on."""


def info() -> dict[str, Any]:
    """What Info.plist says besides what PyInstaller writes."""
    return {
        "CFBundleDisplayName": "Staff handbook",
        "CFBundleVersion": release.version(),
        "CFBundleDevelopmentRegion": "en-GB",
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        # PyInstaller takes a program that prints for one without windows.
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": BUNDLE_ID,
                "CFBundleURLSchemes": [SCHEME.rstrip(":")],
                "CFBundleTypeRole": "Viewer",
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Pack of a school's policies",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PACK_TYPE],
            }
        ],
        # The ending means nothing to the system until a type has it.
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PACK_TYPE,
                "UTTypeDescription": "Pack of a school's policies",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [PACK_SUFFIX.lstrip(".")],
                    "public.mime-type": ["application/x-handbook"],
                },
            }
        ],
    }


def component() -> list[dict[str, Any]]:
    """How the app is put in place: in Applications, never where somebody has moved it to."""
    return [
        {
            "RootRelativeBundlePath": APP,
            "BundleIsRelocatable": False,
            "BundleIsVersionChecked": True,
            "BundleHasStrictIdentifier": True,
            "BundleOverwriteAction": "upgrade",
        }
    ]


def needs() -> dict[str, Any]:
    """What a Mac must be for it; the processor is that of the Mac that builds it."""
    return {"os": [OLDEST], "arch": [platform.machine()], "home": False}


def write(folder: Path) -> None:
    """Put both lists into a folder."""
    for name, told in (("component", component()), ("needs", needs())):
        (folder / f"{name}.plist").write_bytes(plistlib.dumps(told))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
