"""Whether the window has a display: Qt ends the whole process where it reaches none.

X servers are asked as Qt asks them, through the library that Qt uses, since one that is there may
still refuse us. Where that library is missing nobody knows, and Qt says so itself.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

_NONE = (
    "There is no display here, so the window cannot open. "
    "In lcdesk's folder, `make screenshots` shows what it looks like."
)
_DEAD = (
    "The display {names} cannot be reached, so the window cannot open. Nothing was changed. "
    "Check {variables}, or start lcdesk from the desktop."
)
_ON_A_DISPLAY = {"xcb", "wayland", "wayland-egl"}


def what_is_missing() -> str:
    """Why no window can open here, as a sentence; empty where one can, or nobody knows."""
    wanted = {one.partition(":")[0] for one in os.environ.get("QT_QPA_PLATFORM", "").split(";")}
    if sys.platform != "linux" or wanted - _ON_A_DISPLAY - {""}:
        return ""
    known = {name: os.environ[name] for name in _REACHES if os.environ.get(name)}
    if not known:
        return "" if wanted - {""} else _NONE
    if any(_REACHES[name]() for name in known):
        return ""
    return _DEAD.format(names=" or ".join(known.values()), variables=" and ".join(known))


def _reaches_x() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    is_refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not is_refused


def _reaches_wayland() -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


_REACHES: dict[str, Callable[[], bool]] = {
    "WAYLAND_DISPLAY": _reaches_wayland,
    "DISPLAY": _reaches_x,
}
