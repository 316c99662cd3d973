"""Whose file it is, as the system says: what the writer of a receipt cannot choose."""

from __future__ import annotations

import sys
from pathlib import Path


def file_owner(path: Path) -> str:
    """The account that owns a file; empty where the system does not say."""
    try:
        return _windows_owner(path) if sys.platform == "win32" else path.owner()
    except KeyError:  # an account that is gone has its number
        return str(path.stat().st_uid)
    except (OSError, ValueError):
        return ""


def _windows_owner(path: Path) -> str:
    """The domain and the name, by the security calls of Windows; Python's own do not ask there."""
    import ctypes
    from ctypes import wintypes

    advapi: ctypes.CDLL = ctypes.WinDLL("advapi32", use_last_error=True)  # type: ignore[attr-defined]
    kernel: ctypes.CDLL = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.LocalFree.argtypes = [ctypes.c_void_p]
    owner, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
    advapi.GetNamedSecurityInfoW.argtypes = [
        wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, ctypes.POINTER(ctypes.c_void_p),
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p),
    ]  # fmt: skip
    file_object, owner_wanted = 1, 1
    failed = advapi.GetNamedSecurityInfoW(
        str(path), file_object, owner_wanted, ctypes.byref(owner), None, None, None,
        ctypes.byref(descriptor),
    )  # fmt: skip
    if failed:
        return ""
    try:
        name, domain = ctypes.create_unicode_buffer(256), ctypes.create_unicode_buffer(256)
        sizes = wintypes.DWORD(256), wintypes.DWORD(256)
        kind = wintypes.DWORD()
        advapi.LookupAccountSidW.argtypes = [
            wintypes.LPCWSTR, ctypes.c_void_p, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD),
            wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD), ctypes.POINTER(wintypes.DWORD),
        ]  # fmt: skip
        found = advapi.LookupAccountSidW(
            None, owner, name, ctypes.byref(sizes[0]), domain, ctypes.byref(sizes[1]),
            ctypes.byref(kind),
        )  # fmt: skip
        return f"{domain.value}\\{name.value}" if found else ""
    finally:
        kernel.LocalFree(descriptor)
