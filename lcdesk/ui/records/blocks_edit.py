"""The working hours of one day: stretches to add, change and take away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from lcdesk.model.domain.people import Day, HoursBlock, checked_day
from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, grow, inset
from lcdesk.ui.widgets.date_field import as_written
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.wording.labels import tr

_FIRST = HoursBlock(9 * 60, 17 * 60)
_GAP, _LENGTH = 60, 120
_BESIDE_TIME = 48  # the arrows and the margins, for usual text
_SMALL = (
    "QPushButton {{ padding: 0 8px; min-height: {height}px; max-height: {height}px; }}"
    "QPushButton::menu-indicator {{ image: none; width: 0; }}"
)


class _Time(QTimeEdit):
    """A time of day that keeps still under the wheel."""

    def __init__(self, minute: int, name: str, form: str) -> None:
        super().__init__(QTime(minute // 60 % 24, minute % 60))
        self.setObjectName(name)
        self.setDisplayFormat(as_written(form))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(inset(6, 0, 0, 0))  # Fusion puts the text at the very edge
        widest = self.locale().toString(QTime(22, 58), form)
        beside = grow(self.font(), _BESIDE_TIME)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + beside)

    @property
    def minute(self) -> int:
        return self.time().hour() * 60 + self.time().minute()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Block(QWidget):
    """One stretch. An end at 00:00 is the day's last midnight."""

    edited = Signal()
    left = Signal(QWidget)

    def __init__(self, block: HoursBlock, form: str) -> None:
        super().__init__()
        self._start = _Time(block.start, "block_start", form)
        self._end = _Time(block.end, "block_end", form)
        self._start.setAccessibleName(tr("From"))
        self._end.setAccessibleName(tr("To"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._start)
        row.addWidget(QLabel("–"))
        row.addWidget(self._end)
        row.addWidget(small_button("–", "remove_block", tr("Take these hours away"), self._leave))
        self._start.timeChanged.connect(self.edited)
        self._end.timeChanged.connect(self.edited)

    @property
    def block(self) -> HoursBlock:
        """Raises InvalidInput where it ends before it starts."""
        return HoursBlock(self._start.minute, self._end.minute or MINUTES_A_DAY)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


class BlocksEdit(QWidget):
    """The stretches of a day, or "Closed"."""

    edited = Signal()

    def __init__(self, look: Look, form: str) -> None:
        super().__init__()
        self._form = form
        self._blocks: list[_Block] = []
        self._closed = quiet(look, tr("Closed"))
        self._closed.setWordWrap(False)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addWidget(self._closed)
        self._closed.setMinimumHeight(grow(self.font(), TARGET + 4))
        add = small_button("+", "add_block", tr("Add hours"), self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(self._column)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)

    def fill(self, day: Day) -> None:
        """Show these stretches."""
        for block in self._blocks:
            _discard(block)
        self._blocks = []
        for hours_block in day:
            self._append(hours_block)
        self._closed.setVisible(not self._blocks)

    def day(self) -> Day:
        """What stands there. Raises InvalidInput."""
        return checked_day(tuple(block.block for block in self._blocks))

    @Slot()
    def _add(self) -> None:
        self._append(self._next())
        self._closed.hide()
        self.edited.emit()

    def _next(self) -> HoursBlock:
        """After the last stretch, where there is room."""
        if not self._blocks:
            return _FIRST
        last = max(block._end.minute or MINUTES_A_DAY for block in self._blocks)
        start = min(last + _GAP, MINUTES_A_DAY - 30)
        return HoursBlock(start, min(start + _LENGTH, MINUTES_A_DAY))

    def _append(self, block: HoursBlock) -> None:
        made = _Block(block, self._form)
        made.edited.connect(self.edited)
        made.left.connect(self._drop)
        self._blocks.append(made)
        self._column.addWidget(made)

    @Slot(QWidget)
    def _drop(self, block: QWidget) -> None:
        self._blocks = [other for other in self._blocks if other is not block]
        _discard(block)
        self._closed.setVisible(not self._blocks)
        self.edited.emit()


def small_button(text: str, name: str, spoken: str, slot: Callable[[], None] | None) -> QPushButton:
    """A sign to press, with words for those who do not see it."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setStyleSheet(_SMALL.format(height=grow(button.font(), TARGET)))
    button.setObjectName(name)
    button.setAccessibleName(spoken)
    button.setToolTip(as_typed(spoken))
    if slot is not None:
        button.clicked.connect(slot)
    return button


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
