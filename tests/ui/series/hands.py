"""Hands for booking a series, and for the question which of its dates are meant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSpinBox,
)
from shiboken6 import isValid

from lcdesk.model.recurrence.series import Scope
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.series.dates_model import DatesModel
from lcdesk.ui.series.repeat_box import RepeatDialog
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.week.week import Column
from tests.salon import day
from tests.ui.aside import wait_until
from tests.ui.window.stage import Stage


class Rules:
    """A dialog in which a rule is picked."""

    def __init__(self, widget: QDialog | None) -> None:
        assert widget is not None
        self.widget = widget
        dates = widget.findChild(DatesModel)
        assert dates is not None
        self._dates = dates
        self.settle()

    def settle(self) -> None:
        """Let the fate of every date become known, unless the dialog is done."""
        wait_until(lambda: not isValid(self.widget) or self._dates.is_done)

    def choose(self, name: str, text: str) -> None:
        box = self.widget.findChild(QComboBox, f"booking_{name}")
        assert box is not None
        assert box.findText(text) >= 0, [box.itemText(at) for at in range(box.count())]
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
        self.settle()

    def spin(self, name: str, value: int) -> None:
        found = self.widget.findChild(QSpinBox, f"booking_{name}")
        assert found is not None
        found.setValue(value)
        self.settle()

    def press(self, name: str) -> None:
        found = self.widget.findChild(QPushButton, f"booking_{name}")
        assert found is not None
        found.click()
        self.settle()

    def text(self, name: str) -> str:
        found = self.widget.findChild(QLabel, f"booking_{name}")
        assert found is not None
        return str(found.text())

    def dates(self) -> list[str]:
        found = self.widget.findChild(QListWidget, "booking_dates")
        assert found is not None
        return [found.item(row).text() for row in range(found.count())]

    def weekly(self, times: int) -> None:
        self.choose("every", "Weekly")
        self.choose("ends", "After")
        self.spin("series_times", times)


class Booking(Rules):
    """The booking dialog on Tuesday at ten."""

    def __init__(self, stage: Stage) -> None:
        stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
        super().__init__(stage.window.findChild(BookingDialog))
        model = self.widget.findChild(BookingModel)
        assert model is not None
        self.model = model

    @property
    def button(self) -> str:
        found = self.widget.findChild(QPushButton, "booking_book")
        assert found is not None
        return str(found.text())

    def book_for(self, name: str) -> None:
        line = self.widget.findChild(QLineEdit, "booking_name")
        assert line is not None
        line.setText(name)
        line.textEdited.emit(name)
        self.press("book")


class Repeating(Rules):
    """The dialog that lets an appointment repeat; it has been opened."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        super().__init__(stage.window.findChild(RepeatDialog))

    @property
    def button(self) -> QPushButton:
        found = self.widget.findChild(QPushButton, "repeat_save")
        assert found is not None
        return found

    def label(self, name: str) -> QLabel:
        found = self.widget.findChild(QLabel, f"repeat_{name}")
        assert found is not None
        return found

    def go(self) -> None:
        QTest.mouseClick(self.button, Qt.MouseButton.LeftButton)
        self._stage.settle()


class Asked:
    """The question which occurrences are meant."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        found = stage.window.findChild(ScopeDialog)
        assert found is not None
        self.widget: QDialog = found

    def answer(self, scope: Scope) -> None:
        found = self.widget.findChild(QRadioButton, f"scope_{scope.value}")
        assert found is not None
        found.click()

    def choices(self) -> list[str]:
        return [
            found.text()
            for scope in Scope
            if (found := self.widget.findChild(QRadioButton, f"scope_{scope.value}"))
        ]

    def dates(self) -> list[str]:
        found = self.widget.findChild(QListWidget, "scope_dates")
        assert found is not None
        return [found.item(row).text() for row in range(found.count())]

    def note(self) -> str:
        found = self.widget.findChild(QLabel, "scope_note")
        assert found is not None
        return str(found.text())

    @property
    def button(self) -> QPushButton:
        found = self.widget.findChild(QPushButton, "scope_do")
        assert found is not None
        return found

    def go(self) -> None:
        self.button.click()
        self._stage.settle()
