"""The tray icon: what it shows and asks for, without a tray and in a real one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, qGray
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.words import ICLOUD, PlaceName, place_of_host
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.single_instance import Closing, bring_forward, on_close, toggle
from lcdesk.ui.desktop.tray import TrayIcon, TrayState, is_available, kept_running_notice
from lcdesk.ui.desktop.tray_menu import PauseLength
from lcdesk.ui.desktop.tray_model import TrayStatus
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import without_tags
from lcdesk.ui.look.icons import TRAY, Icons, Sign
from lcdesk.ui.look.palette import contrast
from lcdesk.ui.wording.labels import all_of

PROJECT = Path(__file__).parents[3]
NEEDED = ("Xvfb", "trayer", "xdotool")
SERVER = place_of_host("dav.example.org")


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[TrayIcon]:
    made = TrayIcon(Icons(Appearance(qapp)))
    yield made
    made.hide()
    made.menu.deleteLater()


def test_offscreen_has_no_tray_so_closing_quits() -> None:
    assert not is_available()
    closing = on_close(has_tray=is_available(), keeps_running=True, was_told=False)
    assert closing is Closing.QUIT


def test_the_icon_follows_the_sync(tray: TrayIcon) -> None:
    assert tray.state is TrayState.IDLE
    pictures = {tray.icon.icon().cacheKey()}
    for activity, status, state in (
        (SyncActivity.BUSY, TrayStatus(), TrayState.BUSY),
        (SyncActivity.BUSY, TrayStatus("x", needs_attention=True), TrayState.ATTENTION),
        (SyncActivity.PAUSED, TrayStatus("x", needs_attention=True), TrayState.PAUSED),
        (SyncActivity.IDLE, TrayStatus("x", is_offline=True), TrayState.OFFLINE),
    ):
        tray.show_activity(activity)
        tray.show_status(status)
        assert tray.state is state
        pictures.add(tray.icon.icon().cacheKey())
    assert len(pictures) == 5


def test_the_tooltip_says_how_the_accounts_are(tray: TrayIcon) -> None:
    tray.show_status(TrayStatus("Synced at 14:20"))
    assert tray.icon.toolTip() == "lcdesk\nSynced at 14:20"
    tray.show_activity(SyncActivity.BUSY)
    assert tray.icon.toolTip() == "lcdesk\nSyncing…"
    tray.show_activity(SyncActivity.PAUSED)
    assert tray.icon.toolTip() == "lcdesk\nSync is paused"


def test_the_menu_asks_and_decides_nothing(tray: TrayIcon, qtbot: QtBot) -> None:
    actions = tray.actions
    for action, signal in (
        (actions.open, tray.open_requested),
        (actions.new_booking, tray.booking_requested),
        (actions.quick_add, tray.quick_add_requested),
        (actions.sync, tray.sync_requested),
        (actions.settings, tray.settings_requested),
        (actions.quit, tray.quit_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_pausing_becomes_resuming_when_the_sync_says_so(tray: TrayIcon, qtbot: QtBot) -> None:
    actions = tray.actions
    assert actions.pause.menuAction().isVisible()
    assert not actions.resume.isVisible()
    for_an_hour = actions.pause.actions()[0]
    with qtbot.waitSignal(tray.pause_picked) as first:
        for_an_hour.trigger()
    assert first.args == [PauseLength.HOUR]
    tray.show_activity(SyncActivity.PAUSED)
    tray.show_pause("Sync is paused until 15:20")
    assert tray.icon.toolTip() == "lcdesk\nSync is paused until 15:20"
    assert not actions.pause.menuAction().isVisible()
    assert not actions.sync.isEnabled()
    with qtbot.waitSignal(tray.resume_requested):
        actions.resume.trigger()


@pytest.mark.parametrize(
    ("places", "watched"),
    [
        ([], "watching iCloud while"),
        ([SERVER], "watching dav.example.org while"),
        ([ICLOUD, SERVER], "watching iCloud and dav.example.org while"),
    ],
)
def test_the_note_at_the_first_close_names_what_is_watched(
    places: list[PlaceName], watched: str
) -> None:
    notice = kept_running_notice(all_of(places))
    assert watched in notice.text
    assert [label for _, label in notice.actions] == ["Quit when the window is closed"]


def test_a_left_click_asks_to_show_or_hide(tray: TrayIcon, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.toggle_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.toggle_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_comes_back_from_hidden_and_minimised(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    toggle(window)
    assert window.isVisible()
    toggle(window)
    assert not window.isVisible()
    window.showMinimized()
    toggle(window)
    assert window.isVisible()
    assert not window.isMinimized()
    window.showMinimized()
    bring_forward(window)
    assert not window.isMinimized()


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)),
    reason=f"needs {', '.join(NEEDED)} (apt-get install trayer xvfb xdotool)",
)
def test_clicks_in_a_real_tray() -> None:
    with display() as environment, _running(["trayer", "--edge", "top"], environment):
        child = subprocess.run(
            [sys.executable, "-m", "tests.ui.desktop.tray_child"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert child.returncode == 0, child.stderr
    seen = json.loads(child.stdout)
    assert seen["asked"] == ["sync", "HOUR", "resume", "Cut with Anna", "quit"]
    assert any(without_tags("<b>Cleo</b>") in text for text in seen["told"])


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An environment with an X server of its own, which chooses a free number itself."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1000x600x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            yield os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


def picture(sign: Sign, size: int) -> QImage:
    """The sign as a tray of this height shows it."""
    icon = Icons(Appearance(QApplication.instance())).icon(sign)  # type: ignore[arg-type]
    return icon.pixmap(QSize(size, size)).toImage().convertToFormat(QImage.Format.Format_ARGB32)


@pytest.mark.parametrize("size", [16, 22, 24, 32])
def test_each_state_looks_different_without_its_colours(qapp: QApplication, size: int) -> None:
    pictures = [picture(sign, size) for sign in sorted(TRAY)]
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in pictures]
    for first, second in combinations(grey, 2):
        differing = sum(
            abs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y))) > 40
            for x in range(size)
            for y in range(size)
        )
        assert differing > size * size // 40


@pytest.mark.parametrize("panel", ["#f4f4f4", "#1b1d22"])
@pytest.mark.parametrize("sign", sorted(TRAY))
def test_the_icon_stands_out_on_a_light_and_a_dark_panel(
    qapp: QApplication, sign: Sign, panel: str
) -> None:
    image = picture(sign, 22)
    seen = [
        image.pixelColor(x, y)
        for x in range(22)
        for y in range(22)
        if image.pixelColor(x, y).alpha() > 200
    ]
    standing_out = [colour for colour in seen if contrast(colour.name(), panel) >= 3]
    assert len(standing_out) > 22 * 22 // 3
