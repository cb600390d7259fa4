"""What lcdesk is made of: found where it runs, so that the list cannot grow old.

Every package names itself, in a bundle too, which has a folder with the texts of all licences.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import qVersion

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_DASHES = re.compile(r"[-_.]+")  # written one way or the other, they are the same package
_LONGEST = 60  # of a licence's name; some packages put its whole text there
LIBRARIES = "libraries.tsv"  # in a bundle: those of the system it was built on
_SITES = ("homepage", "home-page", "repository", "source", "documentation")


@dataclass(frozen=True, slots=True)
class Part:
    """A library, the version that is running, its licence and its page; empty where unknown."""

    name: str
    version: str
    licence: str
    page: str = ""


def parts() -> tuple[Part, ...]:
    """Python, Qt and the typeface, every package that comes with lcdesk, a bundle's libraries."""
    packages = [_part_of(package) for package in _required("lcdesk", set())]
    return (
        Part("Python", platform.python_version(), "PSF-2.0", "https://www.python.org"),
        Part("Qt", qVersion() or "", "LGPL-3.0-only", "https://www.qt.io"),
        Part("Inter", "", "OFL-1.1", "https://rsms.me/inter"),
        *sorted(packages, key=lambda part: part.name.lower()),
        *_libraries(licence_texts()),
    )


def licence_texts() -> Path | None:
    """The folder with the texts of all licences, where this is a bundle."""
    folder = Path(getattr(sys, "_MEIPASS", "")) / "licences"
    return folder if getattr(sys, "frozen", False) and folder.is_dir() else None


def _libraries(texts: Path | None) -> Iterator[Part]:
    """What the build wrote down about them; nothing outside a bundle."""
    file = texts / LIBRARIES if texts is not None else None
    if file is None or not file.is_file():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        yield Part(*line.split("\t"))


def _required(package: str, seen: set[str]) -> Iterator[Distribution]:
    """What a package needs here, and what that needs; nothing twice."""
    try:
        found = distribution(package)
    except PackageNotFoundError:  # of another system, or a bundle that left it out
        return
    for line in found.requires or ():
        name = _NAME.match(line)
        key = _DASHES.sub("-", name.group()).lower() if name is not None else ""
        if name is None or "extra ==" in line or key in seen:
            continue
        seen.add(key)
        try:
            yield distribution(name.group())
        except PackageNotFoundError:
            continue
        yield from _required(name.group(), seen)


def _part_of(found: Distribution) -> Part:
    said = found.metadata
    named = _field(said, "License-Expression") or _field(said, "License")
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in said.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    is_name = named and "\n" not in named and len(named) <= _LONGEST
    sites = (line.partition(", ") for line in said.get_all("Project-URL") or ())
    pages = {label.strip().lower(): page for label, _, page in sites}
    page = _field(said, "Home-page") or next((pages[site] for site in _SITES if site in pages), "")
    return Part(said["Name"], found.version, named if is_name else ", ".join(classifiers), page)


def _field(said: PackageMetadata, name: str) -> str:
    """A line of the metadata, "" where there is none: asked for by itself, it may raise then."""
    return next(iter(said.get_all(name) or ()), "")
