"""How many days stand side by side: a number in the View menu, which names its view by it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from lcdesk.ui.context.view_filter import FEWEST, MOST
from lcdesk.ui.window.actions import VIEW, Actions
from lcdesk.ui.wording.labels import with_number


class DaysMenu(QObject):
    """The numbers, below the views."""

    picked = Signal(int)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._action = actions["days"]
        menu = QMenu(self.tr("Number of days"))
        group = QActionGroup(self)
        self._choices = {}
        for count in range(FEWEST, MOST + 1):
            choice = menu.addAction(_words(count))
            choice.setCheckable(True)
            choice.triggered.connect(partial(self.picked.emit, count))
            group.addAction(choice)
            self._choices[count] = choice
        view = actions.menus[VIEW]
        view.insertMenu(actions["by_member"], menu)
        self._menu = menu

    def show_count(self, count: int) -> None:
        """Mark a number, and call the view by it."""
        self._choices[count].setChecked(True)
        self._action.setText(_words(count))

    def enable(self, is_on: bool) -> None:
        """Make the numbers available or not."""
        self._menu.setEnabled(is_on)


def _words(count: int) -> str:
    return with_number(count, "{n} day", "{n} days")
