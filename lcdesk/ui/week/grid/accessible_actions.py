"""What a screen reader can do with one item of a painted list, by name."""

# ruff: noqa: ARG002  (Qt names these methods and their arguments)

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAccessibleActionInterface


@dataclass(frozen=True, slots=True)
class SpokenAction:
    """One thing to do: its name for Qt, what a person hears, and doing it."""

    name: str
    text: str
    do: Callable[[], None]


OPEN = QAccessibleActionInterface.pressAction()


class ItemActions(QAccessibleActionInterface):
    """Asked anew each time: what can be done changes with the week."""

    def __init__(self, actions: Callable[[], Sequence[SpokenAction]]) -> None:
        super().__init__()
        self._actions = actions

    def _find(self, name: str) -> SpokenAction | None:
        return next((one for one in self._actions() if one.name == name), None)

    def actionNames(self) -> list[str]:
        return [one.name for one in self._actions()]

    def localizedActionName(self, name: str) -> str:
        found = self._find(name)
        return "" if found is None else found.text

    def localizedActionDescription(self, name: str) -> str:
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        found = self._find(name)
        if found is not None:
            found.do()
