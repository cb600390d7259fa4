"""A calendar's colour: twelve to choose from, and any other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QGridLayout, QToolButton, QWidget

from lcdesk.ui.look.colours import CALENDAR_COLOURS
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.widgets.labels import dot_icon
from lcdesk.ui.wording.labels import tr

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
        self._other = self._swatch("Another colour", "")
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
