"""What a screen reader meets: a painted widget as a list, each event or day as a named item.

The Python objects must outlive Qt's interest in them, so one pool per widget is kept and an
item looks its event up anew each time: a new week changes what items say, not the items.
Qt wants a null pointer where nothing is found; PySide6's stubs forget to say so, hence the
ignored overrides.

Checked over the real AT-SPI bus; NVDA and VoiceOver need a person.
"""

# ruff: noqa: N802, ARG002  (Qt names these methods and their arguments)

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr


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
        return next((action for action in self._actions() if action.name == name), None)

    def actionNames(self) -> list[str]:
        return [action.name for action in self._actions()]

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


@dataclass(frozen=True, slots=True)
class SpokenItem:
    """One event or day: its id, its sentence and its rectangle in the widget."""

    entry: str
    text: str
    rect: QRect


class Speaking(Protocol):
    """A painted widget that can list what it shows."""

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Everything shown, in reading order."""

    def spoken_selection(self) -> str:
        """The selected entry's id; empty when none."""

    def spoken_actions(self, entry: str, /) -> Sequence[SpokenAction]:
        """What can be done with one of them."""


_kept: dict[int, AccessibleList] = {}
_spoken_classes: set[str] = set()


def speak_for(widget: QWidget) -> None:
    """Let this widget's class be read out. It must follow the `Speaking` protocol."""
    if not _spoken_classes:
        QAccessible.installFactory(_interface_for)
    _spoken_classes.add(type(widget).__name__)


def announce(widget: QWidget, text: str) -> None:
    """Say a sentence without moving the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def tell_focus(widget: QWidget, entry: str) -> None:
    """Tell a screen reader that the focus is on this entry now, if it is in this widget at all."""
    if not QAccessible.isActive() or not _is_focus_near(widget):
        return
    items = cast(Speaking, widget).spoken_items()
    index = next((at for at, item in enumerate(items) if item.entry == entry), None)
    if index is not None:
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


def _is_focus_near(widget: QWidget) -> bool:
    """Whether the keyboard is in the widget or, as for the lane, in the grid beside it."""
    focused, around = widget.window().focusWidget(), widget.parent()
    return focused is widget or (isinstance(around, QWidget) and around.isAncestorOf(focused))


def _interface_for(key: str, target: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class name along the inheritance; only ours are answered."""
    if key not in _spoken_classes or not isinstance(target, QWidget):
        return None
    made = AccessibleList(target)
    _kept[id(target)] = made
    return made


class AccessibleList(QAccessibleWidget):
    """A painted widget as a list of events."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List, widget.accessibleName())
        self._widget = ref(widget)
        self._items: list[AccessibleItem] = []

    @property
    def shown_in(self) -> QWidget | None:
        """The widget, as long as it lives."""
        return self._widget()

    def spoken(self) -> Sequence[SpokenItem]:
        """What the widget shows now."""
        widget = self.shown_in
        return cast(Speaking, widget).spoken_items() if widget is not None else ()

    def childCount(self) -> int:
        return len(self.spoken())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._items) <= index:
            self._items.append(AccessibleItem(self, len(self._items)))
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        widget = self.shown_in
        if widget is None:
            return None
        point = widget.mapFromGlobal(QPoint(x, y))
        for index, item in enumerate(self.spoken()):
            if item.rect.contains(point):
                return self.child(index)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        widget = self.shown_in
        if widget is None or not widget.hasFocus():
            return None
        chosen = cast(Speaking, widget).spoken_selection()
        for index, item in enumerate(self.spoken()):
            if chosen and item.entry == chosen:
                return self.child(index)
        return self


class AccessibleItem(QAccessibleInterface):
    """One event of a list, found by its index in it."""

    def __init__(self, owner: AccessibleList, index: int) -> None:
        super().__init__()
        self._owner = owner
        self.index = index
        self._acts = ItemActions(self._actions)

    def _item(self) -> SpokenItem | None:
        items = self._owner.spoken()
        return items[self.index] if self.index < len(items) else None

    def _actions(self) -> Sequence[SpokenAction]:
        item, widget = self._item(), self._owner.shown_in
        if item is None or widget is None:
            return ()
        return cast(Speaking, widget).spoken_actions(item.entry)

    def isValid(self) -> bool:
        return self._item() is not None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> ItemActions | VoidPtr:  # type: ignore[override]
        """What else an item can be asked; PySide 6.11 crashes where None is answered."""
        is_asked = kind is QAccessible.InterfaceType.ActionInterface
        return self._acts if is_asked and self._actions() else VoidPtr(0)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        widget = self._owner.shown_in
        return widget.window().windowHandle() if widget is not None else None

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def text(self, kind: QAccessible.Text) -> str:
        item = self._item()
        return item.text if item is not None and kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """An event's sentence is not for a screen reader to change."""

    def rect(self) -> QRect:
        item, widget = self._item(), self._owner.shown_in
        if item is None or widget is None:
            return QRect()
        return QRect(widget.mapToGlobal(item.rect.topLeft()), item.rect.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        item, widget = self._item(), self._owner.shown_in
        if item is None or widget is None:
            return state
        chosen = item.entry == cast(Speaking, widget).spoken_selection()
        state.focusable = state.selectable = True
        state.selected = chosen
        state.focused = chosen and widget.hasFocus()
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()
