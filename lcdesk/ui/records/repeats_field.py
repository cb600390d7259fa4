"""How a booking on a calendar recurs: not at all, or so often and in which rhythm."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lcdesk.model.domain.calendars import Every, Repeats, WhenTaken
from lcdesk.ui.widgets.fields import Choice, Spin, worded
from lcdesk.ui.wording.labels import tr

_EVERY = (
    ("Once only", None),
    ("Every day", Every.DAY),
    ("Every week", Every.WEEK),
    ("Every month", Every.MONTH),
)
_WHEN_TAKEN = (
    ("Skip dates that are taken", WhenTaken.SKIP),
    ("Book taken dates anyway", WhenTaken.BOOK_ANYWAY),
    ("Move taken dates to the next open slot", WhenTaken.NEXT),
)


class RepeatsField(QWidget):
    """Rhythm, number of dates, and what becomes of those that are taken."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._every = Choice("repeats_every", worded(_EVERY))
        self._times = Spin("repeats_times", 2, 24)
        self._times.setMinimumWidth(70)
        self._word = QLabel(tr("times"))
        self._taken = Choice("repeats_taken", worded(_WHEN_TAKEN))
        row = QHBoxLayout()
        row.addWidget(self._every)
        row.addWidget(self._times)
        row.addWidget(self._word)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._taken)
        self._every.currentIndexChanged.connect(self._say)
        self._times.valueChanged.connect(self._say)
        self._taken.currentIndexChanged.connect(self._say)

    def fill(self, repeats: Repeats | None) -> None:
        """Show it."""
        shown = repeats or Repeats()
        self._every.pick(None if repeats is None else shown.every)
        self._times.setValue(shown.times)
        self._taken.pick(shown.when_taken)
        self._refresh()

    @property
    def repeats(self) -> Repeats | None:
        """What stands in the field."""
        every = self._every.currentData()
        if every is None:
            return None
        # Qt hands words of an enumeration back as plain texts.
        taken = WhenTaken(self._taken.currentData())
        return Repeats(Every(every), self._times.value(), taken)

    def _refresh(self) -> None:
        recurs = self._every.currentData() is not None
        for widget in (self._times, self._word, self._taken):
            widget.setVisible(recurs)

    @Slot()
    def _say(self) -> None:
        self._refresh()
        self.edited.emit()
