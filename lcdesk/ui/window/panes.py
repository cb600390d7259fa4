"""F6: the keyboard goes from one part of the window to the next, as in other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from lcdesk.ui.window.actions import Actions


class Panes(QObject):
    """The parts in reading order; each takes the keyboard where it last had it."""

    def __init__(
        self, window: QWidget, actions: Actions, parts: Callable[[], Sequence[QWidget]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._last: dict[QWidget, QWidget] = {}
        actions["next_pane"].triggered.connect(self._go_on)
        actions["previous_pane"].triggered.connect(self._go_back)

    @Slot()
    def _go_on(self) -> None:
        self._go(1)

    @Slot()
    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        parts = [part for part in self._parts() if _stops(part)]
        focused = self._window.focusWidget()
        here = next((at for at, part in enumerate(parts) if _holds(part, focused)), None)
        if here is not None and focused is not None:
            self._last[parts[here]] = focused
        if not parts:
            return
        start = (0 if step > 0 else -1) if here is None else (here + step) % len(parts)
        stops = _stops(parts[start])
        last = self._last.get(parts[start])
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        (last if last in stops else stops[0]).setFocus(reason)


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))


def _stops(part: QWidget) -> list[QWidget]:
    """What of it the Tab key reaches, in that order."""
    found: list[QWidget] = []
    widget: QWidget | None = part
    while widget is not None:
        is_reached = widget.isVisible() and widget.isEnabled()
        if is_reached and _holds(part, widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is part:
            break
    return found
