"""From the command line to a painted window, and from its close to an exit status."""

from __future__ import annotations

import atexit
import gc
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lcdesk import logs
from lcdesk.app.display import what_is_missing
from lcdesk.app.program import Program
from lcdesk.app.unexpected import report_unexpected
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.words import harmless, one_line
from lcdesk.model.domain.zones import utc_now
from lcdesk.paths import Paths
from lcdesk.privacy import Exposure, worded
from lcdesk.sync.ports import SecretStore
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance

logger = logging.getLogger(__name__)

APPLICATION_ID = "io.github.lcdesk.lcdesk"
_FAILED, _USED = 1, 5


def start(paths: Paths, *, minimised: bool = False) -> int:
    """Run the window over a workspace until it is left."""
    if missing := what_is_missing():
        _say(missing)
        return _FAILED
    try:
        exposures = paths.prepare()
    except OSError as error:
        _say(f"lcdesk cannot use its data folder: {error.strerror}. Check its owner.")
        return _USED
    with _interrupt_by_signals():
        return _run(paths, exposures, minimised=minimised)


def start_demo(folder: Path | None) -> int:
    """Run the window over practice data, with a CalDAV server of its own."""
    if missing := what_is_missing():
        _say(missing)
        return _FAILED
    from lcdesk.demo.practice import practice

    try:
        with _interrupt_by_signals():
            _say("Preparing practice data…")
            with practice(folder, utc_now()) as made:
                return _run(made.paths, secrets=made.secrets, is_practice=True)
    except LcdeskError as error:
        _say(error.message)
        return _FAILED


def make_application() -> QApplication:
    """Qt's application object with lcdesk's names."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("lcdesk")
    application.setApplicationDisplayName("lcdesk")
    application.setDesktopFileName(APPLICATION_ID)
    # Whether closing the window ends lcdesk depends on the tray.
    application.setQuitOnLastWindowClosed(False)
    return application


def _run(
    paths: Paths,
    exposures: Sequence[Exposure] = (),
    *,
    secrets: SecretStore | None = None,
    minimised: bool = False,
    is_practice: bool = False,
) -> int:
    # A last look for cycles takes most of a second, and everything goes with the process anyway.
    atexit.register(gc.freeze)
    handler = logs.set_up(paths.log)
    for exposure in exposures:
        logger.warning(worded(exposure))
    application = make_application()
    instance = SingleInstance(paths)
    claim = instance.claim()
    if claim is not Claim.FIRST:
        if claim is Claim.UNANSWERED:
            _say("lcdesk is running already, but does not answer. Close it, then start again.")
        return 0 if claim is Claim.WOKEN else _FAILED
    program = Program(application, paths, secrets=secrets)
    if is_practice:
        program.window.say_practice()
    instance.show_requested.connect(program.bring_forward)
    with report_unexpected(program), _quitting_on_signals(application):
        program.begin(minimised=minimised)
        status = application.exec()
        program.close()
    instance.release()
    logging.getLogger().removeHandler(handler)
    handler.close()
    return status


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

    Python runs the handler when it next gets to run; a timer of the window's sees to that. The
    wish is posted, since Qt forgets one that comes before its loop runs.
    """
    with _handling(lambda *_: QTimer.singleShot(0, application, application.quit)):
        yield


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
