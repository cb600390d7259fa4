"""From the command line to a painted window, and from its close to an exit status."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lcdesk import logs
from lcdesk.app.program import Program
from lcdesk.app.unexpected import report_unexpected
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.paths import Paths
from lcdesk.privacy import Exposure, worded
from lcdesk.sync.ports import SecretStore
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance

logger = logging.getLogger(__name__)

APPLICATION_ID = "io.github.lcdesk.lcdesk"
_FAILED, _USED = 1, 5


def start(paths: Paths, *, minimised: bool = False) -> int:
    """Run the window over a workspace until it is left."""
    if not _has_display():
        return _FAILED
    try:
        exposures = paths.prepare()
    except OSError as error:
        _say(f"lcdesk cannot use its data folder: {error.strerror}. Check its owner.")
        return _USED
    return _run(paths, exposures, minimised=minimised)


def start_demo(folder: Path | None) -> int:
    """Run the window over practice data, with a CalDAV server of its own."""
    if not _has_display():
        return _FAILED
    from lcdesk.demo.practice import practice

    _say("Preparing practice data…")
    try:
        with practice(folder, datetime.now(UTC)) as made:
            return _run(made.paths, secrets=made.secrets)
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
) -> int:
    handler = logs.set_up(paths.log)
    for one in exposures:
        logger.warning(worded(one))
    application = make_application()
    instance = SingleInstance(paths)
    claim = instance.claim()
    if claim is not Claim.FIRST:
        if claim is Claim.UNANSWERED:
            _say("lcdesk is running already, but does not answer. Close it, then start again.")
        return 0 if claim is Claim.WOKEN else _FAILED
    program = Program(application, paths, secrets=secrets)
    instance.show_requested.connect(program.bring_forward)
    with report_unexpected(program), _quitting_on_signals(application):
        program.begin(minimised=minimised)
        status = application.exec()
        program.close()
    instance.release()
    logging.getLogger().removeHandler(handler)
    handler.close()
    return status


def _has_display() -> bool:
    """Qt ends the process without a display; a sentence is better."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    _say(
        "There is no display here, so the window cannot open. "
        "In lcdesk's folder, `make screenshots` shows what it looks like."
    )
    return False


@contextmanager
def _quitting_on_signals(application: QApplication) -> Iterator[None]:
    """Ctrl-C and a polite kill end lcdesk as Quit does: nothing is half-written.

    Python runs the handler when it next gets to run; a timer of the window's sees to that.
    """
    wanted = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(one, lambda *_: application.quit()) for one in wanted]
    try:
        yield
    finally:
        for one, handler in zip(wanted, before, strict=True):
            signal.signal(one, handler)


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
