"""Which zone a second column of hours beside the grid is in: one is searched and picked."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.parts import accept_or_cancel, set_name
from lcdesk.ui.wording.labels import zone_names
from lcdesk.ui.wording.zone_words import zone_in_words

_ZONE = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT = 360, 420


class SecondZoneDialog(QDialog):
    """Zones in words, found by any part of them; the first row takes the second column away."""

    zone_picked = Signal(str)  # an IANA name, or nothing

    def __init__(self, chosen: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("second_zone_dialog")
        self.setWindowTitle(self.tr("Second time zone"))
        self._field = set_name(QLineEdit(), "second_zone_field")
        self._field.setPlaceholderText(self.tr("Type a city, such as Berlin"))
        self._field.setAccessibleName(self.tr("Search for a city"))
        self._field.setClearButtonEnabled(True)
        self._list = set_name(QListView(), "second_zone_list")
        self._list.setAccessibleName(self.tr("Time zones"))
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._found = QSortFilterProxyModel(self)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setSourceModel(self._zones(now))
        self._list.setModel(self._found)
        show = set_name(QPushButton(self.tr("Show")), "second_zone_show")
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(accept_or_cancel(self, show))
        self._field.textChanged.connect(self._find)
        self._list.doubleClicked.connect(self.accept)
        self.accepted.connect(self._tell)
        self.resize(grow(self.font(), _WIDTH), grow(self.font(), _HEIGHT))
        self._choose(chosen)
        self._field.setFocus()

    def _zones(self, now: datetime) -> QStandardItemModel:
        """None, then cities by name."""
        model = QStandardItemModel(self)
        named = sorted((zone_in_words(name, now), name) for name in zone_names())
        for words, name in ((self.tr("None"), ""), *named):
            item = QStandardItem(words)
            item.setData(name, _ZONE)
            model.appendRow(item)
        return model

    def _choose(self, chosen: str) -> None:
        for at in range(self._found.rowCount()):
            if self._found.index(at, 0).data(_ZONE) == chosen:
                self._show(self._found.index(at, 0))

    def _show(self, index: QModelIndex) -> None:
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    @Slot(str)
    def _find(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self._show(self._found.index(0, 0))

    @Slot()
    def _tell(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.zone_picked.emit(str(index.data(_ZONE)))

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        index = self._found.index(self._list.currentIndex().row() + by, 0)
        if index.isValid():
            self._show(index)
