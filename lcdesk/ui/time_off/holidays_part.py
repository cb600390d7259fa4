"""Public holidays on the page of time off: where their names come from, and which are closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.time_off.time_off_model import HolidayRow, TimeOffModel
from lcdesk.ui.widgets.labels import Look, heading, quiet
from lcdesk.ui.widgets.parts import set_name, show_once
from lcdesk.ui.wording.labels import tr

_LINES = 8


class HolidaysPart(QWidget):
    """A ticked day is closed for the whole business; nothing is ticked by itself."""

    def __init__(self, look: Look, model: TimeOffModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._rows: tuple[HolidayRow, ...] = ()
        self._make_parts()
        self._arrange()
        model.changed.connect(self._show)
        self._show()

    def _make_parts(self) -> None:
        self._source = quiet(self._look)
        self._source.setObjectName("holidays_source")
        self.list = set_name(QListWidget(), "holidays_list")
        self.list.setAccessibleName(tr("Public holidays, ticked where the business is closed"))
        self.list.itemChanged.connect(self._take_tick)
        self.choose_button = self._button(tr("Choose…"), "holidays_choose")
        self.choose_menu = QMenu(self.choose_button)
        self.choose_menu.aboutToShow.connect(self._fill_menu)
        self.choose_menu.triggered.connect(self._choose)
        self.choose_button.setMenu(self.choose_menu)
        self.all_button = self._button(tr("Close on all of them"), "holidays_all")
        self.all_button.clicked.connect(self._close_on_all)
        self.forget_button = self._button(tr("Show none"), "holidays_forget")
        self.forget_button.clicked.connect(self._model.forget)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.choose_button, self.all_button, self.forget_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(heading(self._look, tr("Public holidays")))
        column.addWidget(self._source)
        column.addWidget(self.list)
        column.addLayout(buttons)

    def _button(self, text: str, name: str) -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        return button

    @Slot()
    def _show(self) -> None:
        model = self._model
        has_source = bool(model.source)
        explained = tr("They are named over the days. Tick those on which the business is closed.")
        unknown = tr(
            "Choose a calendar file of public holidays, or a calendar of a connected account."
        )
        self._source.say(f"{model.source} {explained}" if has_source else unknown)
        if model.holidays != self._rows:
            self._rows = model.holidays
            self._fill()
        lines = min(len(self._rows), _LINES) + 0.5
        self.list.setFixedHeight(round(lines * (self.fontMetrics().height() + 6)) + 8)
        self.list.setVisible(bool(self._rows))
        self.all_button.setVisible(bool(self._rows))
        self.all_button.setEnabled(any(row.closing is None for row in self._rows))
        self.forget_button.setVisible(has_source)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        while self.list.count() > len(self._rows):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(self._rows):
            self.list.addItem(QListWidgetItem())
        for place, row in enumerate(self._rows):
            item = self.list.item(place)  # kept: it may be what was just ticked
            item.setText(row.text)
            item.setToolTip("")
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if row.can_be_opened:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            else:
                item.setToolTip(tr("Closed by longer time off, which is listed above"))
            item.setFlags(flags)
            is_closed = row.closing is not None
            item.setCheckState(Qt.CheckState.Checked if is_closed else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    @Slot(QListWidgetItem)
    def _take_tick(self, item: QListWidgetItem) -> None:
        row = self._rows[self.list.row(item)]
        is_ticked = item.checkState() is Qt.CheckState.Checked
        if is_ticked and row.closing is None:
            self._model.close_on([row.day])
        elif not is_ticked and row.closing is not None:
            self._model.remove(row.closing.id)

    @Slot()
    def _close_on_all(self) -> None:
        self._model.close_on([row.day for row in self._rows if row.closing is None])

    @Slot()
    def _fill_menu(self) -> None:
        menu = self.choose_menu
        menu.clear()
        menu.addAction(tr("Calendar file…"))
        choices = self._model.linked_choices()
        if choices:
            menu.addSeparator()
        for linked, name in choices:
            menu.addAction(name.replace("&", "&&")).setData(linked)

    @Slot()
    def ask_file(self) -> None:
        """Ask for a calendar file."""
        dialog = QFileDialog(self, tr("Public holidays"))
        dialog.setObjectName("holidays_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Calendar files (*.ics)"), tr("All files (*)")])
        dialog.fileSelected.connect(self._use_file)
        show_once(dialog)

    @Slot(str)
    def _use_file(self, file: str) -> None:
        self._model.use_file(Path(file))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data() is None:
            self.ask_file()
        else:
            self._model.use_linked(action.data())
