"""Forms that stand over each other have one edge, and labels the middle of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.ui.widgets.parts import align_labels


@dataclass(slots=True)
class Row:
    """A label with its field, or the first of its fields."""

    label: QLabel
    field: QWidget


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[list[Row]]:
    """Two forms, as the booking dialog has them, with labels of different widths."""
    dialog, first, second, pair = QDialog(), QFormLayout(), QFormLayout(), QHBoxLayout()
    rows = [
        Row(QLabel("A long label"), QComboBox()),
        Row(QLabel("When"), QTimeEdit()),
        Row(QLabel("Title"), QLineEdit()),
        Row(QLabel("Notes"), QPlainTextEdit()),
    ]
    calendar, when, title, notes = rows
    pair.addWidget(when.field)
    first.addRow(calendar.label, calendar.field)
    first.addRow(when.label, pair)
    second.addRow(title.label, title.field)
    second.addRow(notes.label, notes.field)
    align_labels(first, second)
    column = QVBoxLayout(dialog)
    column.addLayout(first)
    column.addLayout(second)
    qtbot.addWidget(dialog)
    dialog.show()
    yield rows
    dialog.close()


def test_fields_of_both_forms_begin_at_the_same_edge(rows: list[Row]) -> None:
    """They were three pixels apart in the booking dialog."""
    assert len({row.field.x() for row in rows}) == 1


def test_labels_stand_in_the_middle_of_one_line_and_at_the_top_of_many(rows: list[Row]) -> None:
    for row in rows[:-1]:
        assert abs(middle(row.label) - middle(row.field)) <= 1
    assert middle(rows[-1].label) < middle(rows[-1].field)


def middle(widget: QWidget) -> int:
    return widget.geometry().center().y()
