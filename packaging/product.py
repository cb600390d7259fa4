"""What every package says about lcdesk: its names, its version, and what each system asks for.

The spec file, the packages and their tests read it here, so that no two of them differ.
"""

from __future__ import annotations

import os
import subprocess
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "lcdesk"
IDENTIFIER = "io.github.lcdesk.lcdesk"  # of files, windows and notices on every system
PUBLISHER = "The lcdesk authors"


def version() -> str:
    """The one of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    said: str = project["project"]["version"]
    return said


def epoch() -> int:
    """Seconds since 1970 that files in packages are dated with, so that two builds are the same.

    SOURCE_DATE_EPOCH where it is set, else the time of the commit; without git, now.
    """
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT, capture_output=True, check=False, text=True,
        )  # fmt: skip
    except FileNotFoundError:
        return int(time.time())
    return int(asked.stdout) if asked.returncode == 0 else int(time.time())


def info_plist() -> dict[str, object]:
    """What macOS reads about the application.

    No kinds of files are claimed: macOS hands them over in a way that lcdesk does not listen to.
    """
    return {
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",  # Qt 6.11's
        "LSBackgroundOnly": False,  # PyInstaller says otherwise of a program with a command line
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # dark where the system is
        "NSHumanReadableCopyright": f"{PUBLISHER}, Apache-2.0",
    }


def windows_version() -> str:
    """The version resource of lcdesk.exe, as PyInstaller reads it from a file."""
    numbers = (*(int(part) for part in version().split(".")), 0, 0, 0, 0)[:4]
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": "lcdesk, a booking calendar",
        "FileVersion": version(),
        "InternalName": NAME,
        "LegalCopyright": f"{PUBLISHER}, Apache-2.0",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": NAME,
        "ProductVersion": version(),
    }
    lines = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, "
        "flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
