"""Settings > About: the version, and what lcdesk is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lcdesk.ui.look.icons import Sign
from lcdesk.ui.settings.licences import QT_NOTE, as_text, parts, program_version
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Page
from lcdesk.ui.wording.labels import tr

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
        column = self.section(tr("What it is made of"), QT_NOTE)
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
