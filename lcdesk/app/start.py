"""From the command line to a painted window, and from its close to an exit status.

Whether there is a display is asked first: Qt ends the whole process where it reaches none. X
servers are asked as Qt asks them, through the library that Qt uses, since one that is there may
still refuse us; where that library is missing nobody knows, and Qt says so itself. An error that
nobody expected is shown once, with details to copy, and the window goes on.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import logging
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from lcdesk import logs
from lcdesk.app.crashes import faults_written, note_end, note_start
from lcdesk.app.program import Program
from lcdesk.logs import redact
from lcdesk.model.domain.errors import LcdeskError, StoreTrouble
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import harmless, one_line
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.exposures import describe
from lcdesk.model.store.schema import left_language
from lcdesk.paths import Exposure, Paths
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance
from lcdesk.ui.look.language import choose_language, speak
from lcdesk.ui.look.typeface import use_typeface
from lcdesk.ui.widgets.parts import warning_box
from lcdesk.ui.wording.labels import tr

if TYPE_CHECKING:
    from lcdesk.app.restoring import Restored
    from lcdesk.sync.ports import SecretStore


logger = logging.getLogger(__name__)

APPLICATION_ID = "io.github.lcdesk.lcdesk"
_FAILED, _USED = 1, 5


def start(
    paths: Paths,
    *,
    minimised: bool = False,
    file: Path | None = None,
    worded: Callable[[str], str] = str,
) -> int:
    """Run the window over a workspace until it is left; `file` is one to look at.

    `worded` says a Message in the language of the terminal.
    """
    if missing := what_is_missing():
        _say(worded(missing))
        return _FAILED
    try:
        exposures = paths.prepare()
    except OSError as error:
        text = Message(
            "lcdesk cannot use its data folder: {reason}. Check its owner.",
            reason=error.strerror or str(error),
        )
        _say(worded(text))
        return _USED
    with _interrupt_by_signals():
        return _run(paths, exposures, minimised=minimised, file=file, worded=worded)


def start_demo(folder: Path | None, *, worded: Callable[[str], str] = str) -> int:
    """Run the window over practice data, with a CalDAV server of its own."""
    if missing := what_is_missing():
        _say(worded(missing))
        return _FAILED
    from lcdesk.demo.practice import practice, practice_folder

    # Made before a signal may interrupt: half a folder would be left behind.
    opened = practice_folder() if folder is None else nullcontext(folder)
    try:
        with opened as folder_of_practice, _interrupt_by_signals():
            _say(worded(Message("Preparing practice data…")))
            with practice(folder_of_practice, utc_now()) as made:
                return _run(made.paths, secrets=made.secrets, is_practice=True, worded=worded)
    except LcdeskError as error:
        _say(worded(error.message))
        return _FAILED


def make_application(language: str = "") -> QApplication:
    """Qt's application object with lcdesk's names, in the language that was set or the system's."""
    if sys.platform == "win32":
        # The taskbar and notices know a program by this name, not by the file that runs it.
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("lcdesk")
    application.setApplicationDisplayName("lcdesk")
    application.setDesktopFileName(APPLICATION_ID)
    use_typeface(application)
    speak(choose_language(language, QLocale.system().uiLanguages()))
    # Whether closing the window ends lcdesk depends on the tray.
    application.setQuitOnLastWindowClosed(False)
    return application


def _run(
    paths: Paths,
    exposures: Sequence[Exposure] = (),
    *,
    secrets: SecretStore | None = None,
    minimised: bool = False,
    file: Path | None = None,
    is_practice: bool = False,
    worded: Callable[[str], str] = str,
) -> int:
    # A last look for cycles takes most of a second, and everything goes with the process anyway.
    atexit.register(gc.freeze)
    handler = logs.set_up(paths.log)
    for exposure in exposures:
        logger.warning(describe(exposure))
    application = make_application(left_language(paths.database))
    instance = SingleInstance(paths)
    claim = instance.claim(file)
    if claim is not Claim.FIRST:
        if claim is Claim.UNANSWERED:
            text = Message(
                "lcdesk is running already, but does not answer. Close it, then start again."
            )
            _say(worded(text))
        return 0 if claim is Claim.WOKEN else _FAILED
    status = _run_windows(
        application, instance, paths, secrets=secrets, minimised=minimised, file=file,
        is_practice=is_practice,
    )  # fmt: skip
    note_end(paths)
    instance.release()
    logging.getLogger().removeHandler(handler)
    handler.close()
    return status


def _run_windows(
    application: QApplication,
    instance: SingleInstance,
    paths: Paths,
    *,
    secrets: SecretStore | None,
    minimised: bool,
    file: Path | None,
    is_practice: bool,
) -> int:
    """One window, and after each restore of a copy another; returns the last one's exit status."""
    has_crashed = note_start(paths)
    news: Restored | None = None
    while True:
        program = Program(application, paths, secrets=secrets)
        if is_practice:
            program.window.say_practice()
        else:
            program.window.find_practice = _find_practice
        instance.show_requested.connect(program.bring_forward)
        instance.file_requested.connect(program.open_file)
        if file is not None:
            program.open_file(file)
        program.news = news
        program.stood.connect(partial(note_end, paths))
        with (
            report_unexpected(program),
            _quitting_on_signals(application),
            faults_written(paths.faults),
        ):
            program.begin(
                minimised=minimised and news is None,
                after_crash=has_crashed and news is None,
            )
            status = application.exec()
            program.close()
        if program.copy_wanted is None:
            return status
        from lcdesk.app.restoring import restore_wish

        news, file = restore_wish(paths.database, program.copy_wanted, utc_now()), None
        program.window.deleteLater()
        program.deleteLater()


def _find_practice() -> Callable[[], bool] | None:
    from lcdesk.app.practice_window import practice_starter

    return practice_starter()


def _polite_signals() -> list[signal.Signals]:
    """Ctrl-C, a polite kill and the end of the terminal, unless that is to be survived."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]


@contextmanager
def _interrupt_by_signals() -> Iterator[None]:
    """Before there is a window: what was made so far is taken down in order."""
    with _handling(signal.default_int_handler):
        yield


@contextmanager
def _quitting_on_signals(application: QApplication) -> Iterator[None]:
    """They end lcdesk as Quit does: nothing is half-written.

    The wish is posted, since Qt forgets one that comes before its loop runs.
    """
    quit_soon = partial(QTimer.singleShot, 0, application, application.quit)
    with _handling(lambda *_: quit_soon()), _waking_for_signals():
        yield


@contextmanager
def _waking_for_signals() -> Iterator[None]:
    """Python runs a handler when it next gets to run: at rest, something has to wake it."""
    reading, writing = socket.socketpair()
    with reading, writing:
        for end in (reading, writing):
            end.setblocking(False)
        notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_: reading.recv(64))
        before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)


@contextmanager
def _handling(handler: Callable[[int, FrameType | None], object]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in _polite_signals()}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


def _say(sentence: str) -> None:
    sys.stderr.write(f"{harmless(one_line(sentence))}\n")


@contextmanager
def report_unexpected(program: Program) -> Iterator[None]:
    """While inside, exceptions of slots and events are logged and told instead of printed."""
    before = sys.excepthook
    told: set[str] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        if isinstance(error, StoreTrouble):  # expected of any machine; the window has a bar for it
            logger.warning("not done: %s", error.message)
            return
        logger.error("unexpected", exc_info=(kind, error, trace))
        details = redact("".join(traceback.format_exception(kind, error, trace)))
        if details not in told:
            told.add(details)
            _tell(program, details)

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


def _tell(program: Program, details: str) -> None:
    box = warning_box(
        program.window,
        "unexpected",
        tr("Something went wrong that lcdesk did not expect"),
        tr(
            "What was saved before is safe; the last step may not have happened. "
            "The details help whoever mends it: open them and copy."
        ),
    )
    box.setDetailedText(details)
    box.open()


_NONE = Message(
    "There is no display here, so the window cannot open. "
    "In lcdesk's folder, `make screenshots` shows what it looks like."
)
_ON_A_DISPLAY = {"xcb", "wayland", "wayland-egl"}


def what_is_missing() -> str:
    """Why no window can open here, as a sentence; empty where one can, or nobody knows."""
    wanted = {
        plugin.partition(":")[0] for plugin in os.environ.get("QT_QPA_PLATFORM", "").split(";")
    }
    if sys.platform != "linux" or wanted - _ON_A_DISPLAY - {""}:
        return ""
    known = {name: os.environ[name] for name in _REACHES if os.environ.get(name)}
    if not known:
        return "" if wanted - {""} else _NONE
    if any(_REACHES[name]() for name in known):
        return ""
    return Message(
        "The display {names} cannot be reached, so the window cannot open. Nothing was changed. "
        "Check {variables}, or start lcdesk from the desktop.",
        names=", ".join(known.values()),
        variables=tuple(known),
    )


def _reaches_x() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    is_refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not is_refused


def _reaches_wayland() -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


_REACHES: dict[str, Callable[[], bool]] = {
    "WAYLAND_DISPLAY": _reaches_wayland,
    "DISPLAY": _reaches_x,
}
