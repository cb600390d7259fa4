"""The window of the numbers: a stretch, what the rows are, a chart and a table of the same."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.booking.counts import Count, Stretch
from lcdesk.model.domain.words import no_formula, pasted_table
from lcdesk.paths import write_for_owner
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.numbers.chart import Bar, BarChart
from lcdesk.ui.numbers.numbers_model import By, Line, Numbers
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name
from lcdesk.ui.wording.labels import mark, tr, with_number

_SIZE = QSize(760, 620)
_STRETCHES = {
    Stretch.WEEKS_4: mark("Last 4 weeks"),
    Stretch.WEEKS_12: mark("Last 12 weeks"),
    Stretch.MONTHS_12: mark("Last 12 months"),
}
_VIEWS = {
    By.TIME: mark("Over time"),
    By.STAFF: mark("By staff member"),
    By.CALENDAR: mark("By calendar"),
}
_HEADS = (
    mark("Bookings"),
    mark("Kept or to come"),
    mark("No-shows"),
    mark("Cancelled"),
    mark("Booked hours"),
    mark("Of working hours"),
)
_LEGEND = (mark("Kept or to come"), mark("No-show"), mark("Cancelled"))


class NumbersDialog(QDialog):
    """Stays open beside the week and counts anew when something changes."""

    counted = Signal()  # and shown

    def __init__(
        self, numbers: Numbers, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("numbers_dialog")
        self.setWindowTitle(tr("Numbers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        numbers.setParent(self)
        self._numbers = numbers
        self._appearance = appearance
        self._make_parts()
        self._arrange()
        numbers.changed.connect(self.refresh)
        self.resize(grow(self.font(), _SIZE.width()), grow(self.font(), _SIZE.height()))
        numbers.read()

    def _make_parts(self) -> None:
        self._stretch = set_name(QComboBox(), "numbers_stretch")
        self._stretch.setAccessibleName(tr("Stretch of time"))
        for stretch, text in _STRETCHES.items():
            self._stretch.addItem(tr(text), stretch.value)
        self._stretch.setCurrentIndex(list(_STRETCHES).index(self._numbers.stretch))
        self._stretch.activated.connect(self._choose_stretch)
        self._view = set_name(QComboBox(), "numbers_view")
        self._view.setAccessibleName(tr("What the rows are"))
        for view, text in _VIEWS.items():
            self._view.addItem(tr(text), view.value)
        self._view.activated.connect(self.refresh)
        self._said = plain_label("", "numbers_said", wraps=True)
        self._said.setFont(heading_font(self, 1.1))
        self._chart = BarChart(self._appearance, [tr(text) for text in _LEGEND])
        self._table = set_name(QTableWidget(), "numbers_table")
        self._table.setAccessibleName(tr("The figures"))
        self._table.setColumnCount(len(_HEADS) + 1)
        self._table.setHorizontalHeaderLabels(["", *map(tr, _HEADS)])
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self._copy = set_name(QPushButton(tr("Copy")), "numbers_copy")
        self._copy.clicked.connect(self._copy_table)
        self._save = set_name(QPushButton(tr("Save as CSV…")), "numbers_save")
        self._save.clicked.connect(self._ask_for_file)
        for button in (self._copy, self._save):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._stretch)
        top.addWidget(self._view)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addWidget(self._save)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._said)
        column.addWidget(self._chart, 2)
        column.addWidget(self._table, 3)
        column.addLayout(foot)

    # --- showing ----------------------------------------------------------------------------

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        report = self._numbers.report
        return () if report is None else report.lines[By(self._view.currentData())]

    @Slot()
    def refresh(self) -> None:
        """Draw and list the report as it is now."""
        report = self._numbers.report
        if report is None:
            return
        said = _sentence(report.whole)
        self._said.setText(said)
        self._chart.show_bars([_bar(line) for line in self.lines], said)
        self._table.setRowCount(len(self.lines))
        for row, line in enumerate(self.lines):
            for column, text in enumerate(_cells(line)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(row, column, item)
        self.counted.emit()

    @Slot()
    def _choose_stretch(self) -> None:
        self._numbers.show_stretch(Stretch(self._stretch.currentData()))

    # --- taking along -----------------------------------------------------------------------

    def table(self) -> list[list[str]]:
        """The figures with their heads, as they are copied and saved."""
        heads = ["", *map(tr, _HEADS)]
        return [heads, *(_cells(line) for line in self.lines)]

    @Slot()
    def _copy_table(self) -> None:
        QGuiApplication.clipboard().setText(pasted_table(self.table()))

    @Slot()
    def _ask_for_file(self) -> None:
        ask_where_to_save(
            self,
            "numbers_file_dialog",
            title=tr("Save as CSV"),
            kinds=[tr("CSV files (*.csv)")],
            suggestion=tr("numbers.csv"),
            then=self.save,
        )

    @Slot(str)
    def save(self, file: str) -> None:
        """Write the figures for a spreadsheet, which finds no formula in a name."""
        out = io.StringIO()
        csv.writer(out).writerows([no_formula(cell) for cell in row] for row in self.table())
        try:
            write_for_owner(Path(file), out.getvalue().encode("utf-8-sig"))
        except OSError as error:
            self._said.setText(
                tr("The file could not be written: {reason}. Choose another folder.").format(
                    reason=error.strerror or error
                )
            )


def _cells(line: Line) -> list[str]:
    count = line.count
    return [
        line.name,
        *map(str, (count.bookings, count.kept, count.missed, count.cancelled)),
        QLocale().toString(count.booked.total_seconds() / 3600, "f", 1),
        percent(count),
    ]


def percent(count: Count) -> str:
    """How much of the working hours was booked: "62 %"; empty where there are none."""
    return "" if count.share is None else tr("{number} %").format(number=round(count.share * 100))


def _bar(line: Line) -> Bar:
    count = line.count
    tip = tr("{name}: {sentence}").format(name=line.name, sentence=_sentence(count))
    parts = (count.kept, count.missed, count.cancelled)
    return Bar(line.name, parts, tip, line.is_part)


def _sentence(count: Count) -> str:
    if not count.bookings:
        return tr("Nothing was booked.")
    booked = with_number(count.bookings, "{n} booking", "{n} bookings")
    missed = with_number(count.missed, "{n} no-show", "{n} no-shows")
    cancelled = with_number(count.cancelled, "{n} cancelled", "{n} cancelled")
    if count.share is None:
        return tr("{booked}, {missed}, {cancelled}").format(
            booked=booked, missed=missed, cancelled=cancelled
        )
    return tr("{booked}, {missed}, {cancelled}, {share} of the working hours booked").format(
        booked=booked, missed=missed, cancelled=cancelled, share=percent(count)
    )
