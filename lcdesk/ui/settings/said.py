"""Parts of pages whose choices are one value each."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.widgets.page import Notice


class Said:
    """Shows on the page what could not be saved."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice

    def __enter__(self) -> None:
        self._notice.hide()

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, LcdeskError):
            return False
        self._notice.show_problem(error.title, error.message, details=error.details)
        return True


def group_of(owner: QWidget, column: QVBoxLayout, *buttons: QRadioButton) -> QButtonGroup:
    """One choice of several, below each other; the ids count from 0."""
    group = QButtonGroup(owner)
    for at, button in enumerate(buttons):
        group.addButton(button, at)
        column.addWidget(button)
    return group
