"""The tray icon: what it shows and asks for, without a tray and in a real one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.words import ICLOUD, PlaceName, place_of_host
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.single_instance import Closing, bring_forward, on_close, toggle
from lcdesk.ui.desktop.tray import TrayIcon, TrayState, is_available
from lcdesk.ui.desktop.tray_model import TrayStatus
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import without_tags
from lcdesk.ui.look.icons import Icons
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
    ):
        tray.show_activity(activity)
        tray.show_status(status)
        assert tray.state is state
        pictures.add(tray.icon.icon().cacheKey())
    assert len(pictures) == 4


def test_the_tooltip_says_how_the_accounts_are(tray: TrayIcon) -> None:
    tray.show_status(TrayStatus("Synced at 14:20"))
    assert tray.icon.toolTip() == "lcdesk\nSynced at 14:20"
    tray.show_activity(SyncActivity.BUSY)
    assert tray.icon.toolTip() == "lcdesk\nSyncing…"
    tray.show_activity(SyncActivity.PAUSED)
    assert tray.icon.toolTip() == "lcdesk\nSync is paused"


def test_the_menu_asks_and_decides_nothing(tray: TrayIcon, qtbot: QtBot) -> None:
    for action, signal in (
        (tray.open_action, tray.open_requested),
        (tray.quick_add_action, tray.quick_add_requested),
        (tray.sync_action, tray.sync_requested),
        (tray.quit_action, tray.quit_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_pausing_becomes_resuming_when_the_sync_says_so(tray: TrayIcon, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.pause_requested) as first:
        tray.pause_action.trigger()
    assert first.args == [True]
    assert tray.pause_action.text() == "Pause sync"
    tray.show_activity(SyncActivity.PAUSED)
    assert tray.pause_action.text() == "Resume sync"
    assert not tray.sync_action.isEnabled()
    with qtbot.waitSignal(tray.pause_requested) as second:
        tray.pause_action.trigger()
    assert second.args == [False]


@pytest.mark.parametrize(
    ("places", "watched"),
    [
        ([], "watching iCloud while"),
        ([SERVER], "watching dav.example.org while"),
        ([ICLOUD, SERVER], "watching iCloud and dav.example.org while"),
    ],
)
def test_the_note_at_the_first_close_names_what_is_watched(
    tray: TrayIcon, monkeypatch: pytest.MonkeyPatch, places: list[PlaceName], watched: str
) -> None:
    said: list[str] = []
    monkeypatch.setattr(tray.icon, "showMessage", lambda _title, text, *_: said.append(text))
    tray.say_kept_running(all_of(places))
    assert watched in said[0]


def test_a_left_click_asks_to_show_or_hide(tray: TrayIcon, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.toggle_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.toggle_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_comes_back_from_hidden_and_minimised(qtbot: QtBot) -> None:
    window = QWidget()
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
    assert seen["asked"] == ["sync", "pause True", "pause False", "quit"]
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
