"""Find out which libraries and programs of the system are missing, and install them if allowed.

    python3 packaging/system_libraries.py [--optional] GROUP...

Qt comes from PyPI, but stands on a handful of system libraries that a bare machine lacks. Where
apt-get and the right to use it are there, they are installed; otherwise the exact command is
printed and the exit status is 1 (0 with --optional). Only Linux needs any of this.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """Something of the system, how to see that it is there, and the Debian package that has it."""

    name: str
    is_there: Callable[[str], bool]
    package: str


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_command(command: str) -> bool:
    return shutil.which(command) is not None


def _is_module(module: str) -> bool:
    return find_spec(module) is not None


def _is_folder(folder: str) -> bool:
    return Path(folder).is_dir()


def _has_fonts(_: str) -> bool:
    data = os.environ.get("XDG_DATA_HOME", "~/.local/share")
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", f"{data}/fonts", "~/.fonts")
    return any(
        next(Path(folder).expanduser().rglob(pattern), None)
        for folder in folders
        for pattern in ("*.ttf", "*.otf", "*.ttc")
    )


def _is_python_library(library: str) -> bool:
    return (Path(sysconfig.get_config_var("LIBDIR")) / library).exists() or _loads(library)


_PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"

# What a group needs was found out in a bare Debian 12, one package at a time.
GROUPS: dict[str, tuple[Need, ...]] = {
    "environment": (Need("ensurepip", _is_module, f"{_PYTHON}-venv"),),
    "window": (
        Need("libEGL.so.1", _loads, "libegl1"),
        Need("libGL.so.1", _loads, "libgl1"),
        Need("libglib-2.0.so.0", _loads, "libglib2.0-0"),
        Need("libdbus-1.so.3", _loads, "libdbus-1-3"),
        Need("libxkbcommon.so.0", _loads, "libxkbcommon0"),
        Need("libfontconfig.so.1", _loads, "libfontconfig1"),
        Need("a font", _has_fonts, "fonts-dejavu-core"),
    ),
    "x11": (
        Need("libxcb-cursor.so.0", _loads, "libxcb-cursor0"),
        Need("libxkbcommon-x11.so.0", _loads, "libxkbcommon-x11-0"),
        Need("libxcb-icccm.so.4", _loads, "libxcb-icccm4"),
        Need("libxcb-keysyms.so.1", _loads, "libxcb-keysyms1"),
        Need("libxcb-shape.so.0", _loads, "libxcb-shape0"),
    ),
    "wayland": (
        Need("libwayland-client.so.0", _loads, "libwayland-client0"),
        Need("libwayland-cursor.so.0", _loads, "libwayland-cursor0"),
        Need("libwayland-egl.so.1", _loads, "libwayland-egl1"),
    ),
    # Tests of what an offscreen window cannot show: a real display, tray and keyring.
    "tests": (
        Need("Xvfb", _is_command, "xvfb"),
        Need("dbus-run-session", _is_command, "dbus"),
        Need("gnome-keyring-daemon", _is_command, "gnome-keyring"),
        Need("trayer", _is_command, "trayer"),
        Need("xdotool", _is_command, "xdotool"),
        Need("dunst", _is_command, "dunst"),
        Need("zsh", _is_command, "zsh"),
        Need("fish", _is_command, "fish"),
        Need("/usr/share/dbus-1/accessibility-services", _is_folder, "at-spi2-core"),
        Need("/usr/share/zoneinfo", _is_folder, "tzdata"),
    ),
    "bundle": (
        Need("objdump", _is_command, "binutils"),
        Need(f"lib{_PYTHON}.so.1.0", _is_python_library, f"lib{_PYTHON}"),
    ),
    # They look at what a desktop reads about an installed lcdesk.
    "package": (
        Need("desktop-file-validate", _is_command, "desktop-file-utils"),
        Need("appstreamcli", _is_command, "appstream"),
    ),
}


def missing(groups: Iterable[str]) -> list[Need]:
    """What of these groups is not on this machine."""
    if sys.platform != "linux":
        return []
    return [need for group in groups for need in GROUPS[group] if not need.is_there(need.name)]


def provide(groups: Iterable[str]) -> list[Need]:
    """Install what is missing of these groups where that is possible; what is missing still."""
    groups = tuple(groups)
    needs = missing(groups)
    if not needs or not (install := _install_command(needs)):
        return needs
    print(f"Installing from the system's packages: {_packages(needs)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (_update_command(), install):
        result = subprocess.run(
            command, env=environment, check=False, text=True, capture_output=True
        )
        if result.returncode != 0:
            print(result.stdout + result.stderr, file=sys.stderr)
    return missing(groups)


def explain(needs: Iterable[Need]) -> str:
    """The sentence for what is missing, with the command that a person can copy."""
    names = ", ".join(need.name for need in needs)
    if shutil.which("apt-get") is None:
        return f"This system lacks {names}. Please install the packages that hold them."
    command = f"apt-get update && apt-get install -y --no-install-recommends {_packages(needs)}"
    return f"This system lacks {names}. As root: {command}"


def _packages(needs: Iterable[Need]) -> str:
    return " ".join(dict.fromkeys(need.package for need in needs))


def _install_command(needs: Iterable[Need]) -> list[str]:
    command = [*_update_command()[:-1], "install", "-y", "--no-install-recommends"]
    return [*command, *_packages(needs).split()] if _may_install() else []


def _update_command() -> list[str]:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"]
    return [*sudo, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "update"]


def _may_install() -> bool:
    if shutil.which("apt-get") is None:
        return False
    if os.geteuid() == 0:
        return True
    sudo = shutil.which("sudo")
    return sudo is not None and (
        subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0
    )


def main(arguments: list[str]) -> int:
    groups = [argument for argument in arguments if argument != "--optional"]
    needs = provide(groups)
    if not needs:
        return 0
    print(explain(needs), file=sys.stderr)
    return 0 if "--optional" in arguments else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
