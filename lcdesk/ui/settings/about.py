"""Settings > About: what lcdesk is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lcdesk import __version__
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.settings.parts_shipped import Part, licence_texts, parts
from lcdesk.ui.widgets.labels import Link, Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Page
from lcdesk.ui.wording.labels import mark, tr

QT_NOTE = mark(
    "The window is made with Qt and PySide6 under the GNU Lesser General Public License, "
    "version 3. Both are used unchanged as separate libraries, and you may replace them with "
    "your own build. Their source code is at download.qt.io."
)


def program_version() -> str:
    """Which lcdesk this is."""
    return tr("Version {number}").format(number=__version__)


def as_text() -> str:
    """Everything, to be copied into a message that asks for help."""
    lines = [f"lcdesk {__version__}"]
    lines += [f"{part.name} {part.version}".rstrip() for part in parts()]
    return "\n".join(lines)


_ICON = 56
_LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"


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
        licence = Link(self.look)
        licence.say(tr("Free software under the Apache License 2.0."), QUrl(_LICENCE))
        self.column.addWidget(licence)

    def _add_parts(self) -> None:
        column = self.section(tr("What it is made of"), tr(QT_NOTE))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(3, 1)
        for row, part in enumerate(parts()):
            grid.addWidget(self._name_of(part), row, 0)
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
        if licence_texts() is not None:
            texts = QPushButton(tr("Show the licence texts"))
            texts.setObjectName("licence_texts")
            texts.setAutoDefault(False)
            texts.clicked.connect(_show_texts)
            row_of_button.addWidget(texts)
        row_of_button.addStretch(1)
        column.addLayout(row_of_button)

    def _name_of(self, part: Part) -> QLabel:
        if not part.page:
            return QLabel(part.name)
        link = Link(self.look)
        link.say(part.name, QUrl(part.page))
        link.setWordWrap(False)
        return link

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text())
        self.copy_button.setText(tr("Copied"))


def _show_texts() -> None:
    folder = licence_texts()
    if folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
