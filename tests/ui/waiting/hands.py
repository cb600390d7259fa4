"""Somebody on the waiting list, and hands for its windows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QDialog, QTreeWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.waiting.entries import add_waiting
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.store.waiting import all_waiting
from lcdesk.ui.waiting.dialog import WaitingDialog
from tests.salon import MONDAY, Salon, at, day
from tests.ui.window.stage import Stage


def put(salon: Salon, calendar: Calendar, name: str = "Dana", **more: Any) -> Waiting:
    """Somebody who waits for any time of the week that is shown."""
    value = Waiting(0, calendar.id, 0, MONDAY, day(6), at(0, 7))
    with salon.database.write() as tx:
        tx.leave_out_of_undo()
        return add_waiting(tx, replace(value, **more), Contact(0, name))


def listed(salon: Salon) -> list[Waiting]:
    """Who waits."""
    with salon.database.read() as reader:
        return list(all_waiting(reader))


def open_list(stage: Stage, qtbot: QtBot) -> WaitingDialog:
    """The window of the list, read."""
    stage.window.actions_table["waiting"].trigger()
    dialog = stage.window.findChild(WaitingDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.listed):
        pass
    return dialog


def rows(dialog: QDialog) -> list[list[str]]:
    """What each row says; a heading has its calendar's name alone."""
    tree = tree_of(dialog)
    found = []
    for number in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(number)
        assert item is not None
        cells = [item.text(column) for column in range(tree.columnCount())]
        found.append([cell for cell in cells if cell])
    return found


def tree_of(dialog: QDialog) -> QTreeWidget:
    """The list itself."""
    tree = dialog.findChild(QTreeWidget, "waiting_list")
    assert tree is not None
    return tree


def choose(dialog: QDialog, *numbers: int) -> None:
    """Select these rows."""
    tree = tree_of(dialog)
    tree.clearSelection()
    for number in numbers:
        item = tree.topLevelItem(number)
        assert item is not None
        item.setSelected(True)


def is_enabled(dialog: QDialog, name: str) -> bool:
    """Whether a button can be pressed."""
    button = dialog.findChild(QAbstractButton, name)
    assert button is not None
    return button.isEnabled()
