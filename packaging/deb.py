"""Make dist/lcdesk_VERSION_ARCHITECTURE.deb from dist/lcdesk; prints its path.

The bundle goes to /usr/lib/lcdesk, its name to /usr/bin, what desktops read to /usr/share. Nothing
runs on installation or removal: Debian's own triggers bring menus and icons up to date. The same
bundle and SOURCE_DATE_EPOCH make the same file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from needed import dependencies
from product import NAME, PUBLISHER, ROOT, epoch, version
from share import write_compressed, write_share
from shipped import LIST

BUNDLE = ROOT / "dist" / NAME
TREE = ROOT / "build" / "deb"

_CONTROL = """\
Package: {NAME}
Version: {version}
Architecture: {architecture}
Maintainer: {PUBLISHER}
Installed-Size: {size}
Depends: {depends}
Recommends: gnome-keyring | libkf5wallet-bin | keepassxc, cups-client, fonts-dejavu-core
Section: office
Priority: optional
Description: booking calendar in step with iCloud and CalDAV servers
 lcdesk books appointments for one person or a whole team and keeps them on
 this computer and in step with iCloud, or with any other CalDAV server.
 Private events of staff members close their time, so that nobody books over
 them.
 .
 Python, Qt and everything else that it is written with come with it, in
 /usr/lib/lcdesk; the licences of all of it are in the folder
 /usr/lib/lcdesk/_internal/licences.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: lcdesk
Comment: This package holds the parts below. The full text of each licence is in
 /usr/lib/lcdesk/_internal/licences, in a folder with the name of the part.
 .
{parts}

Files: *
Copyright: {PUBLISHER}
License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
"""


def main() -> int:
    """The exit status."""
    if not (BUNDLE / NAME).is_file():
        print("There is no bundle yet; 'make bundle' builds it.", file=sys.stderr)
        return 1
    print(build(_architecture()))
    return 0


def build(architecture: str) -> Path:
    """Lay the tree out and pack it; the package's path."""
    shutil.rmtree(TREE, ignore_errors=True)
    library = TREE / "usr" / "lib" / NAME
    shutil.copytree(BUNDLE, library, symlinks=True)
    command = TREE / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    write_share(TREE / "usr" / "share")
    _write_documents(TREE / "usr" / "share" / "doc" / NAME, library)
    _write_control(TREE / "DEBIAN", architecture)
    _settle_modes_and_times()
    package = ROOT / "dist" / f"{NAME}_{version()}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", TREE, package],
        check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return package


def _write_documents(folder: Path, library: Path) -> None:
    folder.mkdir(parents=True)
    parts = (library / "_internal" / "licences" / LIST).read_text(encoding="utf-8").splitlines()
    text = _COPYRIGHT.format(parts="\n".join(f"  {part}" for part in parts), PUBLISHER=PUBLISHER)
    (folder / "copyright").write_text(text, encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    write_compressed(folder / "changelog.gz", changes)


def _write_control(folder: Path, architecture: str) -> None:
    files = sorted(file for file in TREE.rglob("*") if file.is_file() and not file.is_symlink())
    size = sum(-(-file.stat().st_size // 1024) for file in files)
    folder.mkdir()
    control = _CONTROL.format(
        NAME=NAME, PUBLISHER=PUBLISHER, version=version(), architecture=architecture, size=size,
        depends=", ".join(dependencies(BUNDLE)),
    )  # fmt: skip
    (folder / "control").write_text(control, encoding="utf-8")
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{file.relative_to(TREE)}\n"
        for file in files
    ]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _settle_modes_and_times() -> None:
    """Whatever the umask of who builds, and whenever: everybody may read, nobody may write."""
    for path in [TREE, *TREE.rglob("*")]:
        if not path.is_symlink():
            is_run = path.is_dir() or (path.parent.name == NAME and path.name == NAME)
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def _architecture() -> str:
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
