"""Try a package in a Debian that has nothing but its base: install, start, remove, look around.

    python packaging/try_deb.py dist/lcdesk_0.1.0_amd64.deb

A root folder is made by debootstrap and taken away afterwards. Inside, a person without rights
asks for the version, lets the doctor look, and opens the window: painted into memory, and on an
X display where Xvfb is installed. After a purge not one file may be left that was not there before.
Needs root; without, or without debootstrap, it says so in a line and ends with 0.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from try_bundle import try_window
from xvfb import display

_PERSON, _HOME = "65534:65534", "home/person"
# What dpkg itself keeps, and makes anew when it likes.
_OF_DPKG = ("var/lib/dpkg", "var/log", "var/cache", "etc/ld.so.cache")


def main(package: Path) -> int:
    """The exit status."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("try_deb    left out: it needs root and debootstrap")
        return 0
    with tempfile.TemporaryDirectory(prefix="lcdesk-root-") as folder:
        root = Path(folder) / "root"
        _make(root)
        shutil.copyfile(package, root / "lcdesk.deb")
        depends = _field(package, "Depends")
        apt = ["apt-get", "-qq", "-o", "Acquire::Languages=none", "--no-install-recommends", "-y"]
        _run(root, ["apt-get", "-qq", "update"])
        _run(root, [*apt, "satisfy", depends])
        before = _files(root)
        _run(root, [*apt, "install", "/lcdesk.deb"])
        _start(root)
        _run(root, ["dpkg", "--purge", "lcdesk"])
        left = sorted(_files(root) - before)
    print(f"purged     {len(left)} files left behind" + "".join(f"\n    {file}" for file in left))
    return 1 if left else 0


def _make(root: Path) -> None:
    """The release that this machine is, from where it gets its own packages."""
    suite, mirror = _release(), _mirror()
    print(f"root       Debian {suite}, its base alone", flush=True)
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, str(root), mirror],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if made.returncode != 0:
        raise SystemExit(made.stdout[-2000:] + made.stderr)
    (root / "proc").mkdir(exist_ok=True)
    (root / _HOME).mkdir(parents=True, mode=0o700)
    os.chown(root / _HOME, *map(int, _PERSON.split(":")))


def _release() -> str:
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    said = dict(line.split("=", 1) for line in lines if "=" in line)
    return said["VERSION_CODENAME"]


def _mirror() -> str:
    asked = ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)",
             "Created-By: Packages"]  # fmt: skip
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return next(
        address
        for release, _, address in (line.partition(" ") for line in told.splitlines())
        if release == _release()
    )


def _start(root: Path) -> None:
    program = _inside(root, ["/usr/bin/lcdesk"], person=True)
    for words in (["--version"], ["doctor"]):
        subprocess.run([*program, *words], check=True, timeout=60)
    data = root / _HOME / "data"
    with_folder = [*program, "--data", f"/{_HOME}/data"]
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    try_window(with_folder, environment | {"QT_QPA_PLATFORM": "offscreen"}, data)
    with display() as number:
        if number is not None:
            try_window(with_folder, environment | {"DISPLAY": number}, data)
            print(f"display    the window was on {number}")


def _run(root: Path, words: Sequence[str]) -> None:
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        _inside(root, words), check=False, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)} failed in the root:\n{done.stdout}{done.stderr}")


def _inside(root: Path, words: Sequence[str], *, person: bool = False) -> list[str]:
    """In a mount namespace of its own, which goes with the process and all that is in it."""
    script = 'mount -t proc proc "$0/proc" && exec "$@"'
    who = [f"--userspec={_PERSON}"] if person else []
    home = [f"HOME=/{_HOME}"] if person else []
    chroot = ["env", *home, "chroot", *who, str(root), *words]
    return ["unshare", "--mount", "sh", "-c", script, str(root), *chroot]


def _files(root: Path) -> set[str]:
    ours = ("proc", "home", "tmp", "lcdesk.deb")
    return {
        name
        for path in root.rglob("*")
        if not (name := str(path.relative_to(root))).startswith((*_OF_DPKG, *ours))
    }


def _field(package: Path, name: str) -> str:
    asked = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
