"""Renders the window and every dialog to PNG files, light and dark, without a display.

    python -m tests.screenshots --out FOLDER [--only WORD] [--text POINTS] [--contrast]
        [--language CODE] [--region LOCALE] [--rtl] [--scale FACTOR] [--size WIDTHxHEIGHT]

The data are the practice business and its real server on a fixed Wednesday morning, so that a
picture changes when the program does. Nothing waits for a time to pass, only for signals.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase

from lcdesk.app.start import make_application
from lcdesk.demo.practice import practice
from lcdesk.ui.look.palette import Scheme
from tests.pseudo import reading_from_the_right
from tests.screenshots import SCREEN
from tests.screenshots.agenda_tour import agenda
from tests.screenshots.camera import Camera
from tests.screenshots.contacts_tour import contact_cards
from tests.screenshots.help_tour import reading
from tests.screenshots.intake_tour import intake
from tests.screenshots.month_tour import months
from tests.screenshots.print_tour import numbers, printouts
from tests.screenshots.quick_add_tour import adding
from tests.screenshots.reminders_tour import reminding
from tests.screenshots.search_tour import searching
from tests.screenshots.settings_tour import connecting, settings
from tests.screenshots.stage import NOW, opened, sync
from tests.screenshots.time_off_tour import time_off
from tests.screenshots.waiting_tour import waiting
from tests.screenshots.window_tour import bookings, cards, edits, empty, gestures, matters, weeks


def take_all(camera: Camera, folder: Path) -> None:
    """Every picture, in the order of a person's way through the program."""
    empty(camera, folder / "empty")
    connecting(camera, folder / "connecting")
    with (
        practice(folder / "practice", NOW) as made,
        opened(camera, made.paths, made.secrets) as program,
    ):
        sync(program)
        weeks(camera, program)
        reading(camera, program)
        months(camera, program)
        agenda(camera, program)
        searching(camera, program)
        adding(camera, program)
        cards(camera, program)
        gestures(camera, program)
        bookings(camera, program)
        printouts(camera, program)
        numbers(camera, program)
        waiting(camera, program)
        contact_cards(camera, program)
        reminding(camera, program)
        intake(camera, program)
        edits(camera, program)
        settings(camera, program)
        time_off(camera, program)
        matters(camera, program, made)


def tell_warnings(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """All but what the offscreen platform says of every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """What the pictures are to look like."""
    parser = argparse.ArgumentParser(description="Render every window to PNG files.")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", metavar="WORD", help="pictures with this in the name")
    parser.add_argument("--contrast", action="store_true", help="with more contrast")
    parser.add_argument("--text", type=float, metavar="POINTS", help="another size of text")
    parser.add_argument("--language", default="", metavar="CODE", help='such as "de"')
    parser.add_argument("--region", metavar="LOCALE", help='of clock and week, such as "en_US"')
    parser.add_argument("--rtl", action="store_true", help="mirrored, in a made-up language")
    parser.add_argument("--scale", type=float, default=1.0, help="of the screen, such as 1.5")
    parser.add_argument(
        "--size", type=_size, default=QSize(1280, 800), metavar="SIZE", help='"900x600"'
    )
    arguments = parser.parse_args(words)
    arguments.region = arguments.region or ("he_IL" if arguments.rtl else "en_GB")
    return arguments


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))


def scale_screen(factor: float, folder: Path) -> None:
    """Let the screen have `factor` pixels for each that Qt counts, and as much room as before."""
    config = json.loads(SCREEN.read_text())
    for screen in config["screens"]:
        screen |= {side: round(screen[side] * factor) for side in ("width", "height")}
    file = folder / "screen.json"
    file.write_text(json.dumps(config))
    os.environ |= {
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(factor),
    }


def main() -> int:
    """Returns the exit status."""
    qInstallMessageHandler(tell_warnings)
    logging.getLogger().addHandler(logging.NullHandler())  # what is shown needs no second telling
    arguments = read_arguments(sys.argv[1:])
    os.environ["LC_ALL"] = f"{arguments.region}.UTF-8"
    with tempfile.TemporaryDirectory(prefix="lcdesk-screen-") as folder:
        scale_screen(arguments.scale, Path(folder))
        application = make_application(arguments.language)
    if arguments.text is not None:
        font = application.font()
        font.setPointSizeF(arguments.text)
        application.setFont(font)
    application.setCursorFlashTime(0)  # a cursor that blinks is there in every other picture
    if not QFontDatabase.families():
        print("There is no font here, so the pictures would be empty. Run make setup first.")
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    taken = 0
    with reading_from_the_right(arguments.region) if arguments.rtl else nullcontext():
        for scheme in Scheme:
            camera = Camera(
                arguments.out, arguments.only, scheme, arguments.size, is_sharp=arguments.contrast
            )
            with tempfile.TemporaryDirectory(prefix="lcdesk-screenshots-") as folder:
                take_all(camera, Path(folder))
            taken += camera.taken
    print(f"{taken} pictures in {arguments.out}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
