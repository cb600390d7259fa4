"""What a bundle stands on that it does not bring: the Debian packages that its libraries name.

Read from the files themselves, so that the list cannot fall behind: what is linked to, how new a
glibc has to be, and what Qt opens by name when it is there.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

# Not found in any file: the certificates that servers are checked against, what fontconfig reads.
_ALSO = ("ca-certificates", "fontconfig-config")
_LINKED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(2\.\d+)")


def dependencies(bundle: Path) -> list[str]:
    """As the field Depends names them, sorted. Raises LookupError for a library of no package."""
    told = _told_by_objdump(bundle)
    brought = {file.name for file in bundle.rglob("*.so*")}
    missing = sorted(set(_LINKED.findall(told)) - brought)
    packages = {_package_of(library) for library in missing}
    glibc = max(_GLIBC.findall(told), key=lambda said: int(said.partition(".")[2]))
    named = {f"libc6 (>= {glibc})" if name == "libc6" else name for name in packages}
    return sorted({*named, *_ALSO})


def _told_by_objdump(bundle: Path) -> str:
    programs = [file for file in bundle.rglob("*") if _is_elf(file)]
    asked = ["objdump", "--private-headers", *map(str, programs)]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def _is_elf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _package_of(library: str) -> str:
    owners = _owners(_places(library))
    if not owners:
        raise LookupError(f"No Debian package here holds {library}, which the bundle needs.")
    return owners[0]


def _places(library: str) -> list[str]:
    """Where the loader finds it on this machine, by either name of a merged /usr."""
    cache = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True)
    pattern = re.compile(rf"^\s+{re.escape(library)} .*=> (\S+)$", re.MULTILINE)
    found = pattern.findall(cache.stdout)
    return [form for path in found for form in (path, path.removeprefix("/usr"), f"/usr{path}")]


def _owners(paths: Iterable[str]) -> list[str]:
    asked = ["dpkg-query", "--search", *paths]
    told = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    return [
        line.partition(":")[0] for line in told.splitlines() if not line.startswith("diversion")
    ]
