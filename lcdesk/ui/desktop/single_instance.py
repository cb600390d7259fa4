"""One window for one workspace: shown, put away, and brought forward by a second start.

A lock file says who is first, the local socket only carries the message. The socket alone could
not: with an access option Qt moves it over an existing one, so two programs that start at once
would both believe themselves alone.

Bringing a window to the person or putting it away, and what closing it means.
"""

from __future__ import annotations

import logging
import os
from enum import Enum, auto
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Qt, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from lcdesk.paths import Paths

logger = logging.getLogger(__name__)

SHOW = b"show\n"
HEARD = b"heard\n"
_OPEN = b"open "  # then a path, each of its bytes as a URL has it
_LONGEST_MESSAGE = 16_384
_PATIENCE_MS = 2_000  # for a first window that is just starting
_PAUSE_MS = 25


class Claim(Enum):
    """How a start went. Only the first one opens a window."""

    FIRST = auto()
    WOKEN = auto()  # another one runs and shows itself now
    UNANSWERED = auto()  # another one runs, or hangs, and says nothing: a person must be told


class SingleInstance(QObject):
    """`claim` before the window is made; `show_requested` when another start knocked.

    `file_requested` comes besides where that one was given a file.
    """

    show_requested = Signal()
    file_requested = Signal(Path)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._lock = QLockFile(str(paths.data / "lcdesk.lock"))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale, never its age
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, file: Path | None = None) -> Claim:
        """Be the only one here, or tell the one that is to show itself, and this file.

        Called before there is a window, so waiting a moment for the other one blocks nobody.
        """
        self._paths.prepare()
        if self._try_lock():
            self._listen()
            return Claim.FIRST
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            logger.warning("no lock file can be made; two windows are possible")
            return Claim.FIRST
        heard = _knock(self._paths.instance_name, _message(file))
        return Claim.WOKEN if heard else Claim.UNANSWERED

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _try_lock(self) -> bool:
        """Qt makes the file for everybody to read; nobody else is to know who runs lcdesk."""
        before = os.umask(0o077)
        try:
            return self._lock.tryLock(0)
        finally:
            os.umask(before)

    def _listen(self) -> None:
        name = self._paths.instance_name
        QLocalServer.removeServer(name)  # of a first one that was killed; the lock proves it
        if not self._server.listen(name):
            # Still the only one; a second start just cannot be answered.
            logger.warning("no local socket: %s", self._server.errorString())

    @Slot()
    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._read_all)
            socket.disconnected.connect(socket.deleteLater)
        self._read_all()

    @Slot()
    def _read_all(self) -> None:
        for socket in self._server.findChildren(QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine(_LONGEST_MESSAGE).data())
            if line == SHOW or (line.startswith(_OPEN) and line.endswith(b"\n")):
                socket.write(HEARD)
                self.show_requested.emit()
            if line.startswith(_OPEN) and line.endswith(b"\n"):
                path = unquote_to_bytes(line.removeprefix(_OPEN).strip())
                self.file_requested.emit(Path(os.fsdecode(path)))
            socket.disconnectFromServer()
            return
        begin = bytes(socket.peek(len(_OPEN)).data())
        is_known = any(known.startswith(begin) for known in (SHOW, _OPEN))
        if not is_known or socket.bytesAvailable() >= _LONGEST_MESSAGE:
            socket.abort()


def _message(file: Path | None) -> bytes:
    if file is None:
        return SHOW
    return _OPEN + quote_from_bytes(os.fsencode(file)).encode() + b"\n"


def _knock(name: str, message: bytes) -> bool:
    """Ask the first one to show itself; whether it heard."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not deadline.hasExpired():
        if _say(name, message, max(int(deadline.remainingTime()), 1)):
            return True
        QThread.msleep(_PAUSE_MS)
    return False


def _say(name: str, message: bytes, patience: int) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience):
        return False
    socket.write(message)
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience):
            return False
    return bytes(socket.readLine().data()) == HEARD


def bring_forward(window: QWidget) -> None:
    """Show the window in front, out of the tray or the task bar."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def toggle(window: QWidget) -> None:
    """Show it if it is out of sight, else hide it.

    Not by whether it is active: the click on the tray has just taken that from it.
    """
    if window.isVisible() and not window.isMinimized():
        window.hide()
    else:
        bring_forward(window)


class Closing(Enum):
    """What to do when the window is closed."""

    QUIT = auto()
    HIDE = auto()
    HIDE_AND_SAY = auto()  # the first time, with a note that lcdesk goes on


def on_close(*, has_tray: bool, keeps_running: bool, was_told: bool) -> Closing:
    """Hide only where the person finds lcdesk again, and wants it to go on."""
    if not (has_tray and keeps_running):
        return Closing.QUIT
    return Closing.HIDE if was_told else Closing.HIDE_AND_SAY
