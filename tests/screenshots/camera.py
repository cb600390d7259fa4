"""The camera, what it waits for, and the hands before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QObject,
    QSize,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.palette import Scheme

PATIENCE_MS = 30_000
SOON_MS = 500
AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class TooLate(AssertionError):
    """What a picture needs did not come about."""


class Camera:
    """Takes the pictures of one tour, which is all light or all dark."""

    def __init__(
        self, out: Path, only: str, scheme: Scheme, usual: QSize, *, is_sharp: bool = False
    ) -> None:
        self._out = out
        self._is_sharp = is_sharp
        self._only = only
        self._scheme = scheme
        self.usual = usual  # of the window, where a picture is not about its size
        self.taken = 0

    def dress(self, appearance: Appearance) -> None:
        """As if the desktop had this scheme."""
        appearance.force(self._scheme)
        appearance.sharpen(self._is_sharp)
        settle()

    def take(self, name: str, widget: QWidget) -> None:
        """Save a widget as it would be painted now."""
        if self._only not in name:
            return
        settle()
        file = self._out / f"{name}-{self._scheme.name.lower()}.png"
        if not widget.grab().save(str(file)):
            raise TooLate(f"{file} cannot be written")
        self.taken += 1


def settle() -> None:
    """Let everything that is already asked for happen: layouts, deletions, gathered news."""
    QApplication.processEvents()
    while timer := _gathering():
        loop = QEventLoop()
        timer.timeout.connect(loop.quit, Qt.ConnectionType.SingleShotConnection)
        loop.exec()
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _gathering() -> QTimer | None:
    """A timer that will show something in a moment; longer ones are about something else."""
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS:
                return timer
    return None


def wait_for(signal: SignalInstance, ask: Callable[[], object]) -> None:
    """Do something and wait for what it leads to."""
    loop, heard = QEventLoop(), [False]

    def hear() -> None:
        heard[0] = True
        loop.quit()

    patience = QTimer(loop, singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    patience.start()
    connection = signal.connect(hear)
    ask()
    if not heard[0]:
        loop.exec()
    QObject.disconnect(connection)
    if not heard[0]:
        raise TooLate(f"{signal} did not come")
    settle()


def find(kind: type[AnyWidget], name: str) -> AnyWidget:
    """A visible widget by its name, in any window."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(kind, name)):
            if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible():
                return widget
    raise TooLate(f"{name} is not to be seen")


def close(widget: QWidget) -> None:
    """Close a dialog and let it go."""
    widget.close()
    settle()


def click(name: str) -> None:
    """Press a button once it can be pressed: what is asked in steps may take a while."""
    button = find(QAbstractButton, name)
    patience = QDeadlineTimer(PATIENCE_MS)
    while not button.isEnabled():
        if patience.hasExpired():
            raise TooLate(f"{name} cannot be pressed")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SOON_MS)
    button.click()
    settle()


def enter(name: str, text: str) -> None:
    """Write into a field as a person does, without its completion popping up."""
    field = find(QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)
    settle()


_OF_CHOICES = ("Wording", "RepeatBox", "SeriesFields")


def choose(name: str, text: str) -> None:
    """Pick an entry of a combo box as a person does; `text` is English in every language."""
    box = find(QComboBox, name)
    said = [text, *(QCoreApplication.translate(context, text) for context in _OF_CHOICES)]
    found = (at for at in range(box.count()) if any(each in box.itemText(at) for each in said))
    at = next(found, -1)
    if at < 0:
        raise TooLate(f"{name} does not offer {text}")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    settle()


def popup() -> QWidget:
    """The menu that is open."""
    settle()
    menu = QApplication.activePopupWidget()
    if menu is None:
        raise TooLate("no menu has opened")
    return menu
