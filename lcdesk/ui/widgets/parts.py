"""Small parts that dialogs and the window are put together from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QObject, Qt, QTime
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTimeEdit,
    QWidget,
)

from lcdesk.ui.look.metrics import scaled

# Fusion puts the text of a time field at its very edge.
TIME_MARGINS = (6, 0, 0, 0)

_TYPED_OR_CHOSEN = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def named(widget: AnyWidget, name: str) -> AnyWidget:
    """The widget with an object name, for style sheets and tests."""
    widget.setObjectName(name)
    return widget


def plain_label(text: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """A label that shows text as it is: titles from a server must not become markup."""
    label = named(QLabel(text), name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


def message_box(parent: QWidget, name: str, text: str, more: str = "") -> QMessageBox:
    """A message box that shows its text, and more below it, letter by letter."""
    box = named(QMessageBox(parent), name)
    box.setText(text)
    box.setInformativeText(more)
    box.setTextFormat(Qt.TextFormat.PlainText)  # of both, once both are there
    return box


def heading_font(widget: QWidget, factor: float) -> QFont:
    """The widget's font, larger and bolder."""
    return scaled(widget.font(), factor, weight=QFont.Weight.DemiBold)


def align_labels(*forms: QFormLayout) -> None:
    """Give forms that stand over each other one edge, and labels the middle of their fields.

    Qt makes each form's column as wide as its own labels, and centres a label on a field only
    while that is no higher than a line of text needs.
    """
    rows = [pair for form in forms for pair in _labelled(form)]
    width = max(label.sizeHint().width() for label, _ in rows)
    for label, height in rows:
        is_one_line = height <= 3 * label.fontMetrics().height()
        label.setMinimumSize(width, height if is_one_line else 0)
    for form in forms:
        _name_fields(form)


def _name_fields(form: QFormLayout) -> None:
    """Tell screen readers what each field is: its label, and of dates and times which it is.

    Qt names only a field that stands alone beside its label.
    """
    for row in range(form.rowCount()):
        label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        text = None if label is None else label.widget()
        if field is None or not isinstance(text, QLabel):
            continue
        fields = [widget for widget in _widgets(field) if isinstance(widget, _TYPED_OR_CHOSEN)]
        if fields and text.buddy() is None:
            text.setBuddy(fields[0])
        for each in fields:
            each.setAccessibleName(each.accessibleName() or _spoken(text, each))


def _spoken(label: QLabel, field: QWidget) -> str:
    if isinstance(field, QTimeEdit):
        return label.tr("{label}, time").format(label=label.text())
    if isinstance(field, QDateEdit):
        return label.tr("{label}, date").format(label=label.text())
    return label.text()


def _labelled(form: QFormLayout) -> Iterator[tuple[QWidget, int]]:
    """The labels, each with its field's height."""
    for row in range(form.rowCount()):
        label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        text = None if label is None else label.widget()
        if text is not None and field is not None:
            # Asked one by one: a layout counts nothing that has no parent yet.
            yield text, max(widget.sizeHint().height() for widget in _widgets(field))


def _widgets(item: QLayoutItem) -> Iterator[QWidget]:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        yield widget
    if layout is not None:
        for at in range(layout.count()):
            inner = layout.itemAt(at)
            if inner is not None:
                yield from _widgets(inner)


def minute_of_time(time: QTime) -> int:
    """Minutes past midnight."""
    return time.hour() * 60 + time.minute()


def time_of_minute(minute: int) -> QTime:
    """A time of day; the last midnight becomes one minute less."""
    hour, rest = divmod(min(minute, 24 * 60 - 1), 60)
    return QTime(hour, rest)


def qdate(day: date) -> QDate:
    """A `date` as Qt has it."""
    return QDate(day.year, day.month, day.day)


def date_of(day: QDate) -> date:
    """A QDate as the model has it."""
    return date(day.year(), day.month(), day.day())


@contextmanager
def busy_cursor() -> Iterator[None]:
    """While something goes on that may take a second, such as a series of many dates."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def show_once(dialog: QDialog, model: QObject | None = None) -> None:
    """Open a dialog over its window; it goes for good when closed, and its model with it."""
    if model is not None:
        model.setParent(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
