"""Whose work is in the bundle besides lcdesk's own, and where its licence texts are.

Packages of Python say it themselves. Libraries that PyInstaller took from the build machine belong
to Debian packages, which keep a copyright file each; elsewhere nobody knows, and none are named.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from product import ROOT

from lcdesk.ui.settings.parts_shipped import LIBRARIES, Part, parts

LIST = "LIST.txt"
_FORMAT = "${source:Package}\t${source:Upstream-Version}\t${Homepage}\t${binary:Package}\n"


def locked() -> list[str]:
    """The names of all packages that lcdesk runs with, on any system."""
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)


def licence_texts() -> Iterator[tuple[Path, str]]:
    """Each text of Qt, Python, lcdesk and the packages, and its folder below `licences`."""
    # Qt's are ours to add: its wheels have none.
    for text in sorted((ROOT / "packaging" / "licences").glob("*.txt")):
        yield text, "Qt"
    yield ROOT / "LICENSE", "lcdesk"
    yield ROOT / "resources" / "fonts" / "OFL.txt", "Inter"
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        yield python, "Python"
    for name in locked():
        try:
            there = files(name) or ()
        except PackageNotFoundError:  # of another system
            continue
        for file in there:
            if ".dist-info" in file.parts[0] and "licen" in str(file).lower():
                yield Path(str(file.locate())), name


def libraries(paths: Iterable[str]) -> dict[Part, Path]:
    """The Debian packages that these files of the system belong to, with their copyright files.

    What a file of several licences means for the library in question is left to its reader.
    """
    owners = sorted(set(_owners(sorted(set(paths)))))
    if not owners:
        return {}
    asked = ["dpkg-query", "--show", f"--showformat={_FORMAT}", *owners]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    found: dict[str, tuple[Part, Path]] = {}
    for line in told.splitlines():
        source, version, page, binary = line.split("\t")
        text = Path("/usr/share/doc") / binary.partition(":")[0] / "copyright"
        if text.is_file():
            found.setdefault(source, (Part(source, version, "", page), text))
    return dict(found.values())


def write_lists(folder: Path, found: Sequence[Part]) -> None:
    """`LIST.txt` for people, and what About adds to what it finds by itself."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{part.name}\t{part.version}\t{part.licence}\t{part.page}\n" for part in found)
    (folder / LIBRARIES).write_text(rows, encoding="utf-8")
    lines = [
        f"{part.name} {part.version}".rstrip() + f": {part.licence or 'see its text'}"
        for part in [*parts(), *found]
    ]
    (folder / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _owners(paths: Sequence[str]) -> Iterator[str]:
    if shutil.which("dpkg-query") is None or not paths:
        return
    # Where /lib is a link to /usr/lib, a package may know its files by either.
    both = {form for path in paths for form in (path, path.removeprefix("/usr"), f"/usr{path}")}
    asked = ["dpkg-query", "--search", *sorted(both)]
    told = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    for line in told.splitlines():
        package, _, file = line.partition(": ")
        if file in both:
            yield package.partition(",")[0]
