"""What lcdesk is made of: names, versions and licences, for the page that says so."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

from lcdesk import __version__

QT_NOTE = (
    "The window is made with Qt and PySide6 under the GNU Lesser General Public License, "
    "version 3. Both are used unchanged as separate libraries, and you may replace them with "
    "your own build. Their source code is at download.qt.io."
)

_PARTS = (
    ("PySide6 (Qt for Python)", "PySide6-Essentials", "LGPL 3"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("Alembic", "alembic", "MIT"),
    ("caldav", "caldav", "Apache 2.0"),
    ("icalendar", "icalendar", "BSD 2-Clause"),
    ("recurring-ical-events", "recurring-ical-events", "LGPL 3"),
    ("python-dateutil", "python-dateutil", "Apache 2.0"),
    ("keyring", "keyring", "MIT"),
    ("tzdata", "tzdata", "Apache 2.0"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A library, the version that is running, its licence."""

    name: str
    version: str
    licence: str


def program_version() -> str:
    """Which lcdesk this is."""
    return f"Version {__version__}"


def parts() -> tuple[Part, ...]:
    """Qt first, then everything that is imported by name."""
    qt = Part("Qt", qVersion() or "", "LGPL 3")
    return (qt, *(Part(name, _version(package), licence) for name, package, licence in _PARTS))


def as_text() -> str:
    """Everything, to be copied into a message that asks for help."""
    lines = [f"lcdesk {__version__}"]
    lines += [f"{part.name} {part.version}".rstrip() for part in parts()]
    return "\n".join(lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a bundle may leave the metadata out
        return ""
