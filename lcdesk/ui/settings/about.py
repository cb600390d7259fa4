"""Settings > About: what lcdesk is made of."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lcdesk import __version__
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Page
from lcdesk.ui.wording.labels import mark, tr

QT_NOTE = mark(
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
    ("jeepney", "jeepney", "MIT"),
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
    return tr("Version {number}").format(number=__version__)


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


_ICON = 56


class AboutPage(Page):
    """Names, versions, licences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("About lcdesk"), parent)
        self.setObjectName("about_page")
        self._add_top()
        self._add_parts()

    def _add_top(self) -> None:
        picture = QLabel()
        picture.setPixmap(self.look.icons.icon(Sign.APP).pixmap(_ICON, _ICON))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(heading(self.look, "lcdesk", 1.2))
        version = quiet(self.look, program_version())
        version.setObjectName("version")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        names.addWidget(version)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(names, 1)
        self.column.addLayout(row)
        self.column.addWidget(
            Text(self.look, tr("Appointments for small businesses, in step with iCloud."))
        )
        self.column.addWidget(quiet(self.look, tr("Free software under the Apache License 2.0.")))

    def _add_parts(self) -> None:
        column = self.section(tr("What it is made of"), tr(QT_NOTE))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(3, 1)
        for row, part in enumerate(parts()):
            grid.addWidget(QLabel(part.name), row, 0)
            for at, text in enumerate((part.version, part.licence), 1):
                label = quiet(self.look, text)
                label.setWordWrap(False)
                grid.addWidget(label, row, at)
        column.addLayout(grid)
        self.copy_button = QPushButton(tr("Copy versions"))
        self.copy_button.setObjectName("copy_versions")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        row_of_button = QHBoxLayout()
        row_of_button.addWidget(self.copy_button)
        row_of_button.addStretch(1)
        column.addLayout(row_of_button)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text())
        self.copy_button.setText(tr("Copied"))
