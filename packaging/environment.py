"""Bring .venv in step with what the project asks for, and do nothing where it is.

    python3 packaging/environment.py            make it so
    python3 packaging/environment.py --check    exit 0 if there is nothing to do

The stamp in .venv holds a digest of everything the environment is made from. It is taken away
before the first change and written after the last, so an interrupted set-up starts afresh.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Radicale and Xandikos need urllib3; caldav brings urllib3-future, which installs itself under
# that very name. So the servers of the practice data and of the tests live apart.
SERVERS = VENV / "servers"
STAMP = VENV / "made-from"

_LOCKS = ("installer.txt", "dev.txt", "servers.txt")
_QUIET_PIP = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}


def main(arguments: list[str]) -> int:
    """The exit status: 0 done, 1 it failed and was said, 130 interrupted."""
    if _is_current():
        return 0
    if "--check" in arguments:
        return 1
    with _only_one_at_a_time():
        return 0 if _is_current() else _set_up()


def _set_up() -> int:
    if needs := system_libraries.provide(("environment", "window")):
        print(system_libraries.explain(needs), file=sys.stderr)
        return 1
    try:
        _make_environment()
    except subprocess.CalledProcessError as error:
        print(f"The set-up stopped: {' '.join(error.cmd[:6])} ... failed.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("The set-up was interrupted; the next one starts afresh.", file=sys.stderr)
        return 130
    return 0


def _is_current() -> bool:
    return _stamp() == _foundation() + _digest() and not system_libraries.missing(("window",))


def _stamp() -> str:
    return STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""


def _foundation() -> str:
    """What a virtual environment cannot survive a change of."""
    return f"{ROOT}\n{sys.version!r}\n"


def _digest() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        json.dumps([project["project"], project["build-system"], project["tool"]["hatch"]]),
        *(
            path.read_text(encoding="utf-8")
            for path in (*map(REQUIREMENTS.joinpath, _LOCKS), Path(__file__))
        ),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _make_environment() -> None:
    can_keep = _stamp().startswith(_foundation()) and _runs(PYTHON)
    STAMP.unlink(missing_ok=True)
    if not can_keep:
        print(f"Making .venv with Python {sys.version.split()[0]}", flush=True)
        _run(sys.executable, "-m", "venv", "--clear", VENV)
    print("Installing lcdesk's packages into .venv (about 250 MB the first time)", flush=True)
    _install(PYTHON, REQUIREMENTS / "installer.txt")
    _install(PYTHON, REQUIREMENTS / "dev.txt")
    _remove_others(PYTHON, REQUIREMENTS / "dev.txt", kept={"lcdesk", "pip", "setuptools"})
    _run(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
         "--editable", ROOT)  # fmt: skip
    print("Installing the practice servers into .venv/servers", flush=True)
    if not SERVERS.exists():
        _run(sys.executable, "-m", "venv", "--without-pip", SERVERS)
    _install(SERVERS / "bin" / "python", REQUIREMENTS / "servers.txt")
    _remove_others(SERVERS / "bin" / "python", REQUIREMENTS / "servers.txt", kept=set())
    _write_stamp()


def _runs(python: Path) -> bool:
    try:
        return subprocess.run([python, "-c", ""], check=False).returncode == 0
    except OSError:
        return False


def _install(python: Path, lock: Path) -> None:
    # Wheels only: building from source would fetch build tools that no lock holds.
    # Bytecode is made when it is first needed; most of what is installed never is.
    _run(PYTHON, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-compile",
         "--require-hashes", "--only-binary", ":all:", "--requirement", lock)  # fmt: skip


def _remove_others(python: Path, lock: Path, *, kept: set[str]) -> None:
    """Take away what an earlier lock had brought and this one has not."""
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    listing = subprocess.run(
        [PYTHON, "-m", "pip", "--python", python, "list", "--format", "json"],
        check=True,
        capture_output=True,
        text=True,
    )
    names = {re.sub(r"[-_.]+", "-", entry["name"]).lower() for entry in json.loads(listing.stdout)}
    if others := names - locked - kept:
        _run(PYTHON, "-m", "pip", "--python", python, "uninstall", "--quiet", "--yes",
             *sorted(others))  # fmt: skip


def _run(*command: str | Path) -> None:
    environment = os.environ | _QUIET_PIP
    environment.pop("PYTHONPATH", None)
    subprocess.run([str(part) for part in command], check=True, env=environment)


def _write_stamp() -> None:
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(_foundation() + _digest(), encoding="utf-8")
    unfinished.replace(STAMP)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
