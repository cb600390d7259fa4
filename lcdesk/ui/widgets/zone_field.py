"""A time zone to type or to pick; dialogs and Settings ask for it in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy


class ZoneField(QComboBox):
    """Found by any part of its name. The wheel scrolls the page."""

    edited = Signal()

    def __init__(self, name: str, zones: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems(list(zones))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Type a city, such as Berlin"))
        self.setLineEdit(self._line)
        completer = QCompleter(QStringListModel(list(zones), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.currentTextChanged.connect(self.edited)

    def fill(self, zone: str) -> None:
        """Show a zone; one that is not in the list stays as it is."""
        self.setCurrentText(zone)
        self._line.setCursorPosition(0)

    @property
    def zone(self) -> str:
        """What stands in the field."""
        return self.currentText().strip()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
