"""Other programs that read calendars, in an environment of their own under `build`."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tests.servers import Account

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "peers.txt"
FOLDER = ROOT / "build" / "peers"


def vdirsyncer() -> Path | None:
    """The program, installed if need be; None, with a word why, where that cannot be done."""
    program = FOLDER / "bin" / "vdirsyncer"
    stamp = FOLDER / "made-from"
    digest = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return program
    print("Installing vdirsyncer to compare with, into build/peers", flush=True)
    pip = [sys.executable, "-m", "pip", "--python", str(FOLDER / "bin" / "python"), "install"]
    sure = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    try:
        subprocess.run(
            [sys.executable, "-m", "venv", "--clear", "--without-pip", str(FOLDER)], check=True
        )
        subprocess.run(
            [*pip, "--quiet", "--disable-pip-version-check", "--root-user-action=ignore", *sure],
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"It cannot be installed here, so it is left out: {error}", flush=True)
        return None
    stamp.write_text(digest)
    return program


def configure(folder: Path, server: Account, calendar: str) -> Path:
    """Settings of vdirsyncer for one calendar and a folder of files; where they are."""
    folder.mkdir(parents=True)
    (folder / "files" / calendar).mkdir(parents=True)
    settings = folder / "config"
    settings.write_text(
        f'[general]\nstatus_path = "{folder}/status/"\n'
        '[pair p]\na = "here"\nb = "there"\nconflict_resolution = "b wins"\n'
        f'collections = [["c", "{calendar}", "{calendar}"]]\n'
        f'[storage here]\ntype = "filesystem"\npath = "{folder}/files/"\nfileext = ".ics"\n'
        f'[storage there]\ntype = "caldav"\nurl = "{server.url}"\n'
        f'username = "{server.email}"\npassword = "{server.password}"\n'
    )
    return settings
