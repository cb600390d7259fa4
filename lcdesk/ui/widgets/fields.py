"""The fields that forms are made of: they keep still under the wheel and name themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import one_line
from lcdesk.model.domain.zones import UnknownZone, utc_now
from lcdesk.ui.look.metrics import grow, inset
from lcdesk.ui.wording.labels import mark, tr
from lcdesk.ui.wording.zone_words import zone_in_words

AnyValue = TypeVar("AnyValue")

MINUTE = timedelta(minutes=1)
_UNITS = (
    (mark("minutes"), MINUTE),
    (mark("hours"), timedelta(hours=1)),
    (mark("days"), timedelta(days=1)),
    (mark("weeks"), timedelta(weeks=1)),
)


def translate_options(options: Sequence[tuple[str, AnyValue]]) -> list[tuple[str, AnyValue]]:
    """The options with their texts in the window's language."""
    return [(tr(text), value) for text, value in options]


class Spin(QSpinBox):
    """A number. The wheel scrolls the page unless the field has the focus."""

    def __init__(self, name: str, least: int, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(110)
        self.lineEdit().setTextMargins(inset(6, 0, 0, 0))  # Fusion puts the text at the very edge
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return self._with_margins(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_margins(super().minimumSizeHint())

    def _with_margins(self, size: QSize) -> QSize:
        """Qt forgets the margins of the line within."""
        margins = self.lineEdit().textMargins()
        return size + QSize(margins.left() + margins.right(), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Choice(QComboBox):
    """One of several, each with a value. The wheel scrolls the page."""

    def __init__(self, name: str, options: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.offer(options)

    def offer(self, options: Sequence[tuple[str, object]]) -> None:
        """Show these; nothing is said about the choice."""
        self.blockSignals(True)
        self.clear()
        for text, value in options:
            self.addItem(text, value)
        self.blockSignals(False)

    def pick(self, value: object) -> None:
        """Show the option with this value; the first one where there is none."""
        values = [self.itemData(at) for at in range(self.count())]
        self.blockSignals(True)
        self.setCurrentIndex(values.index(value) if value in values else 0)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LengthField(QWidget):
    """A length of time as a number and its unit; nothing may have words of its own."""

    edited = Signal()

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._count = Spin(f"{name}_count", 0, 9_999)
        self._count.setSpecialValueText(nothing)
        self._unit = Choice(f"{name}_unit", translate_options(_UNITS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addWidget(self._unit)
        row.addStretch(1)
        self._count.valueChanged.connect(self._say)
        self._unit.currentIndexChanged.connect(self._say)

    def say_name(self, name: str) -> None:
        """Tell screen readers what it is the length of, where no label of a form does."""
        for field in (self._count, self._unit):
            field.setAccessibleName(name)

    def fill(self, length: timedelta) -> None:
        """Show it in the largest unit that divides it."""
        unit = next(
            (size for _, size in reversed(_UNITS) if length and not length % size), _UNITS[1][1]
        )
        self._unit.pick(unit)
        self._count.setValue(length // unit)
        self._unit.setEnabled(bool(length))

    @property
    def length(self) -> timedelta:
        """What stands in the field."""
        unit: timedelta = self._unit.currentData()
        return self._count.value() * unit

    @Slot()
    def _say(self) -> None:
        self._unit.setEnabled(self._count.value() > 0)
        self.edited.emit()


def line(name: str, placeholder: str = "") -> QLineEdit:
    """One line of text."""
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setPlaceholderText(placeholder)
    return edit


def lines(name: str, placeholder: str = "") -> QPlainTextEdit:
    """A few lines of text; Tab leaves it."""
    edit = QPlainTextEdit()
    edit.setObjectName(name)
    edit.setPlaceholderText(placeholder)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(grow(edit.font(), 76))
    return edit


def minutes(length: timedelta) -> int:
    """Whole minutes."""
    return length // MINUTE


class ZoneField(QComboBox):
    """Zones in words, found by any part of them. The wheel scrolls the page."""

    edited = Signal()

    def __init__(self, name: str, zones: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._now = utc_now()
        self._zones = {zone_in_words(zone, self._now): zone for zone in zones}
        words = sorted(self._zones)
        self.addItems(words)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Type a city, such as Berlin"))
        self.setLineEdit(self._line)
        completer = QCompleter(QStringListModel(words, self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.currentTextChanged.connect(self.edited)

    def fill(self, zone: str) -> None:
        """Show a zone; one that is not in the list is kept, one that nobody knows as it is."""
        try:
            words = zone_in_words(zone, self._now)
        except UnknownZone:
            words = zone
        self._zones.setdefault(words, zone)
        self.setCurrentText(words)
        self._line.setCursorPosition(0)

    @property
    def zone(self) -> str:
        """The IANA name of what stands in the field; else what was typed."""
        text = self.currentText().strip()
        return self._zones.get(text, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


CONTACT = Qt.ItemDataRole.UserRole + 1  # of a row: the Contact itself, since two may share a name
_NAME = Qt.ItemDataRole.UserRole + 2


def contact_completer(contacts: Sequence[Contact], parent: QWidget) -> QCompleter:
    """Finds contacts by any part of their name; the name is what is put into the field."""
    completer = QCompleter(_rows(contacts, parent), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionRole(_NAME)  # what is matched, and what is put into the field
    return completer


def _rows(contacts: Sequence[Contact], parent: QWidget) -> QStandardItemModel:
    rows = QStandardItemModel(parent)
    for contact in contacts:
        address = contact.email or contact.phone
        name = one_line(contact.name)
        item = QStandardItem(f"{name} – {address}" if address else name)
        item.setData(contact, CONTACT)
        item.setData(contact.name, _NAME)
        rows.appendRow(item)
    return rows
