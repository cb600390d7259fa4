"""The window of the waiting list: who waits, by calendar, and who could be booked now."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.waiting import Waiting
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.waiting.waiting_model import Row, WaitingList
from lcdesk.ui.widgets.labels import Look, Text, dot_icon, quiet
from lcdesk.ui.widgets.parts import keep_narrow, plain_label, set_name
from lcdesk.ui.wording.labels import mark, tr

_SIZE = QSize(820, 560)
_HEADS = (
    mark("Who"),
    mark("What"),
    mark("When it suits"),
    mark("Since"),
    mark("Next open time"),
)
_ROW = Qt.ItemDataRole.UserRole
_WHEN, _NEXT = 2, len(_HEADS) - 1


class WaitingDialog(QDialog):
    """Stays open beside the week, and is read again when something changes."""

    listed = Signal()  # what was read is shown
    adding_asked = Signal()
    editing_asked = Signal(Waiting)
    booking_asked = Signal(Waiting, object)  # and from when (datetime), None where nothing is open

    def __init__(self, model: WaitingList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_dialog")
        self.setWindowTitle(tr("Waiting list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model.setParent(self)
        self._model = model
        self._look = look
        self._make_parts()
        self._arrange()
        self._connect()
        self.resize(grow(self.font(), _SIZE.width()), grow(self.font(), _SIZE.height()))
        self._list.setFocus()
        self._enable()
        model.read()

    def _make_parts(self) -> None:
        self._calendar = set_name(QComboBox(), "waiting_list_calendar")
        self._calendar.setAccessibleName(tr("Calendar"))
        keep_narrow(self._calendar, 24)
        self._list = _tree()
        self._empty = plain_label(
            tr(
                "Nobody is waiting.\n\nWhere a time or a class is full, the booking dialog offers "
                "to put somebody on the list; Add… does the same."
            ),
            "waiting_list_empty",
            wraps=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = set_name(quiet(self._look), "waiting_list_more")
        self._problem = set_name(Text(self._look, tone="danger"), "waiting_list_problem")
        self._problem.hide()
        self._add = self._button(tr("Add…"), "waiting_list_add")
        self._edit = self._button(tr("Edit…"), "waiting_list_edit")
        self._remove = self._button(tr("Remove"), "waiting_list_remove")
        self._book = self._button(tr("Book…"), "waiting_list_book")
        self._close = self._button(tr("Close"), "waiting_list_close")

    def _button(self, text: str, name: str) -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._calendar)
        top.addStretch(1)
        top.addWidget(self._add)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._book)
        foot.addWidget(self._edit)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._more)
        column.addWidget(self._problem)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._model.changed.connect(self.refresh)
        self._model.refused.connect(self._problem.say)
        self._look.appearance.changed.connect(self.refresh)
        self._calendar.activated.connect(self._choose_calendar)
        self._list.itemSelectionChanged.connect(self._enable)
        self._list.itemActivated.connect(self._ask_booking)
        self._add.clicked.connect(self.adding_asked)
        self._edit.clicked.connect(self._ask_editing)
        self._remove.clicked.connect(self._take_off)
        self._book.clicked.connect(self._ask_booking)
        self._close.clicked.connect(self.close)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """List who waits as it is now; what is selected stays so."""
        chosen = {row.waiting.id for row in self._chosen()}
        self._fill_calendars()
        self._list.clear()
        for calendar, rows in self._model.groups:
            self._list.addTopLevelItem(self._heading(calendar.name, calendar.colour))
            head = self._list.topLevelItem(self._list.topLevelItemCount() - 1)
            assert head is not None
            head.setFirstColumnSpanned(True)
            for row in rows:
                item = self._item(row)
                self._list.addTopLevelItem(item)
                item.setSelected(row.waiting.id in chosen)
        is_empty = self._list.topLevelItemCount() == 0
        self._list.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._calendar.setVisible(not is_empty or self._model.calendar is not None)
        self._more.say(self._model.left_out)
        self._enable()
        self.listed.emit()

    def _fill_calendars(self) -> None:
        self._calendar.clear()
        total = sum(count for _, count in self._model.calendars)
        self._calendar.addItem(tr("All calendars ({n})").format(n=total), None)
        for calendar, count in self._model.calendars:
            text = tr("{calendar} ({n})").format(calendar=calendar.name, n=count)
            self._calendar.addItem(dot_icon(calendar.colour), text, calendar.id)
            if calendar.id == self._model.calendar:
                self._calendar.setCurrentIndex(self._calendar.count() - 1)

    def _heading(self, name: str, colour: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem([name])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setIcon(0, dot_icon(colour))
        head.setFont(0, scale_font(self.font(), 1.0, weight=QFont.Weight.DemiBold))
        head.setSizeHint(_WHEN, self._row_size())
        return head

    def _item(self, row: Row) -> QTreeWidgetItem:
        cells = [row.who, row.what, row.when, row.since, row.next_words]
        item = QTreeWidgetItem(cells)
        item.setData(0, _ROW, row)
        item.setSizeHint(_WHEN, self._row_size())
        for column, text in enumerate(cells):
            item.setToolTip(column, as_typed(text))
        if row.waiting.notes:
            item.setToolTip(0, as_typed(f"{row.who}\n{row.waiting.notes}"))
        tone = "quiet_text" if row.is_over else "text"
        for column in range(len(cells)):
            item.setForeground(column, ink(self._look.colour(tone)))
        if row.next_start is not None:
            item.setForeground(_NEXT, ink(self._look.colour("good")))
        return item

    def _row_size(self) -> QSize:
        return QSize(0, max(TARGET, round(Metrics.of(self.font()).line * 1.6)))

    def _chosen(self) -> list[Row]:
        found = (item.data(0, _ROW) for item in self._list.selectedItems())
        return [row for row in found if isinstance(row, Row)]

    @Slot()
    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self._edit, self._book):
            button.setEnabled(len(chosen) == 1)
        self._remove.setEnabled(bool(chosen))

    # --- what a person does -----------------------------------------------------------------

    @Slot()
    def _choose_calendar(self) -> None:
        self._model.show_calendar(self._calendar.currentData())

    @Slot()
    def _ask_booking(self) -> None:
        for row in self._chosen()[:1]:
            start: datetime | None = row.next_start
            self.booking_asked.emit(row.waiting, start)

    @Slot()
    def _ask_editing(self) -> None:
        for row in self._chosen()[:1]:
            self.editing_asked.emit(row.waiting)

    @Slot()
    def _take_off(self) -> None:
        self._problem.say("")
        chosen = self._chosen()
        if chosen:
            self._model.remove(chosen)


def _tree() -> QTreeWidget:
    tree = set_name(QTreeWidget(), "waiting_list")
    tree.setAccessibleName(tr("Waiting list"))
    tree.setColumnCount(len(_HEADS))
    tree.setHeaderLabels([tr(head) for head in _HEADS])
    tree.setRootIsDecorated(False)
    tree.setIndentation(0)
    tree.setIconSize(QSize(12, 12))
    tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.Stretch)
    tree.setStyleSheet("QTreeView::item { padding: 0 6px; }")
    return tree
