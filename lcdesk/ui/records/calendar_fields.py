"""Fields of a calendar's form that hold more than one line: options, repeats, and its colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.calendars import Every, Repeats, ServiceOption, WhenTaken
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.look.palette import CALENDAR_COLOURS
from lcdesk.ui.records.blocks_edit import small_button
from lcdesk.ui.widgets.fields import MINUTE, Choice, Spin, line, minutes, translate_options
from lcdesk.ui.widgets.labels import dot_icon
from lcdesk.ui.wording.labels import mark, tr
from lcdesk.ui.wording.series_words import when_taken_words

_LONGEST = 24 * 60


class OptionsField(QWidget):
    """The whole list, in its order."""

    edited = Signal()

    def __init__(self, name: str, placeholder: str, usual: int) -> None:
        super().__init__()
        self._name = name
        self._placeholder = placeholder
        self._usual = usual
        self._rows: list[_OptionRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        add = QPushButton(tr("Add"))
        add.setObjectName(f"{name}_add")
        add.setAutoDefault(False)
        add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._column)
        column.addLayout(foot)

    def fill(self, options: Sequence[ServiceOption]) -> None:
        """Show these."""
        if tuple(options) == self.options:
            return
        for row in self._rows:
            _discard(row)
        self._rows = []
        for option in options:
            self._append(option)

    @property
    def options(self) -> tuple[ServiceOption, ...]:
        """What stands in the field."""
        return tuple(row.option for row in self._rows)

    def _append(self, option: ServiceOption) -> _OptionRow:
        row = _OptionRow(f"{self._name}_{len(self._rows)}", option, self._placeholder)
        row.edited.connect(self.edited)
        row.left.connect(self._drop)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    @Slot()
    def _add(self) -> None:
        self._append(ServiceOption("", self._usual * MINUTE)).name.setFocus()
        self.edited.emit()

    @Slot(QWidget)
    def _drop(self, row: QWidget) -> None:
        self._rows = [option_row for option_row in self._rows if option_row is not row]
        _discard(row)
        self.edited.emit()


class _OptionRow(QWidget):
    """One of them."""

    edited = Signal()
    left = Signal(QWidget)

    def __init__(self, name: str, option: ServiceOption, placeholder: str) -> None:
        super().__init__()
        self.name = line(f"{name}_name", placeholder)
        self.name.setAccessibleName(tr("Name"))
        self.name.setText(option.name)
        self._minutes = Spin(f"{name}_minutes", 1, _LONGEST, tr(" min"))
        self._minutes.setAccessibleName(tr("Length"))
        self._minutes.setValue(minutes(option.length))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self._minutes)
        row.addWidget(small_button("–", f"{name}_remove", tr("Take this away"), self._leave))
        self.name.textChanged.connect(self.edited)
        self._minutes.valueChanged.connect(self.edited)

    @property
    def option(self) -> ServiceOption:
        """What stands in the row."""
        return ServiceOption(self.name.text().strip(), self._minutes.value() * MINUTE)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


def _discard(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()


_EVERY = (
    (mark("Once only"), None),
    (mark("Every day"), Every.DAY),
    (mark("Every week"), Every.WEEK),
    (mark("Every month"), Every.MONTH),
)


class RepeatsField(QWidget):
    """The rule that the booking dialog proposes, and what becomes of dates that are taken."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._every = Choice("repeats_every", translate_options(_EVERY))
        self._times = Spin("repeats_times", 2, 24)
        self._times.setMinimumWidth(70)
        self._word = QLabel(tr("times"))
        self._taken = Choice(
            "repeats_taken", [(when_taken_words(choice), choice) for choice in WhenTaken]
        )
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


_IN_A_ROW = 7


class ColourField(QWidget):
    """The chosen one is framed; a colour from elsewhere stands last."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.colour = CALENDAR_COLOURS[0][1]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for at, (name, colour) in enumerate(CALENDAR_COLOURS):
            button = self._swatch(name, colour)
            self._group.addButton(button, at)
            grid.addWidget(button, at // _IN_A_ROW, at % _IN_A_ROW)
        self._other = self._swatch(mark("Another colour"), "")
        self._other.setText("…")
        self._group.addButton(self._other, len(CALENDAR_COLOURS))
        last = len(CALENDAR_COLOURS)
        grid.addWidget(self._other, last // _IN_A_ROW, last % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self._group.idClicked.connect(self._pick)

    def fill(self, colour: str) -> None:
        """Show this colour."""
        self.colour = colour.lower()
        known = [one for _, one in CALENDAR_COLOURS]
        at = known.index(self.colour) if self.colour in known else len(known)
        if at == len(known):
            self._other.setIcon(dot_icon(self.colour, 16))
        self._group.button(at).setChecked(True)

    def _swatch(self, name: str, colour: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"colour_{name.lower().replace(' ', '_')}")
        button.setCheckable(True)
        button.setFixedSize(TARGET + 8, TARGET + 6)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tr(name))
        button.setAccessibleName(tr(name))
        if colour:
            button.setIcon(dot_icon(colour, 16))
        return button

    @Slot(int)
    def _pick(self, at: int) -> None:
        if at < len(CALENDAR_COLOURS):
            self.colour = CALENDAR_COLOURS[at][1]
        else:
            chosen = QColorDialog.getColor(QColor(self.colour), self, tr("Colour of the calendar"))
            self.fill(chosen.name() if chosen.isValid() else self.colour)
        self.edited.emit()
