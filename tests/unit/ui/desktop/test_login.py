"""Starting with the session: what the system keeps, and that it is the system that is asked."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from lcdesk.paths import Paths, default_paths
from lcdesk.ui.desktop.login import LoginEntry, login_entry, refresh, starting_command
from lcdesk.ui.desktop.login.macos import LaunchAgent
from lcdesk.ui.desktop.login.xdg import AutostartFile, quoted

OLD, NEW = ["/old/lcdesk", "--minimised"], ["/new place/lcdesk", "--minimised"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.mark.parametrize("kind", [AutostartFile, LaunchAgent])
def test_it_is_switched_on_and_leaves_nothing_when_switched_off(
    kind: type[AutostartFile | LaunchAgent],
) -> None:
    entry = kind("lcdesk", OLD)
    assert not entry.is_on()
    entry.switch_on()
    assert entry.is_on()
    entry.switch_off()
    entry.switch_off()
    assert not entry.is_on()
    assert not entry.file.exists()


@pytest.mark.parametrize("kind", [AutostartFile, LaunchAgent])
def test_a_moved_program_was_started_from_where_it_no_longer_is(
    kind: type[AutostartFile | LaunchAgent],
) -> None:
    kind("lcdesk", OLD).switch_on()
    moved: LoginEntry = kind("lcdesk", NEW)
    assert not moved.is_of_now()
    refresh(moved)
    assert moved.is_of_now()
    assert moved.is_on()


@pytest.mark.parametrize("kind", [AutostartFile, LaunchAgent])
def test_a_refresh_switches_nothing_on(kind: type[AutostartFile | LaunchAgent]) -> None:
    entry = kind("lcdesk", OLD)
    refresh(entry)
    assert not entry.file.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false"),
        ("Terminal=false", "Hidden=true"),
    ],
)
def test_what_the_desktop_switched_off_is_off_and_stays_so(old: str, new: str) -> None:
    entry = AutostartFile("lcdesk", OLD)
    entry.switch_on()
    entry.file.write_text(entry.file.read_text().replace(old, new))
    assert not entry.is_on()
    refresh(AutostartFile("lcdesk", NEW))
    assert not entry.is_on()


def test_the_desktop_is_given_time_and_the_window_stays_hidden() -> None:
    entry = AutostartFile("lcdesk", NEW)
    entry.switch_on()
    lines = entry.file.read_text().splitlines()
    assert 'Exec="/new place/lcdesk" --minimised' in lines
    assert "X-GNOME-Autostart-Delay=20" in lines


@pytest.mark.parametrize("word", ["plain", "with blank", 'a"b', "a$b`c", "back\\slash", "100%"])
def test_a_word_is_read_back_from_a_desktop_entry(word: str) -> None:
    text = quoted(word).replace("\\\\", "\\").replace("%%", "%")  # first as any text there
    assert re.sub(r'\\(["`$\\])', r"\1", text.strip('"')) == word


def test_a_broken_launch_agent_is_off() -> None:
    entry = LaunchAgent("lcdesk", OLD)
    entry.file.parent.mkdir(parents=True)
    entry.file.write_bytes(b"nothing")
    assert not entry.is_on()


def test_each_workspace_starts_itself(tmp_path: Path) -> None:
    own = Paths(tmp_path / "other")
    assert starting_command(own, {})[-3:] == ["--data", str(own.data.resolve()), "--minimised"]
    assert starting_command(default_paths(), {})[-2:] == ["lcdesk", "--minimised"]
    assert starting_command(default_paths(), {"APPIMAGE": "/a/lcdesk"}) == [
        "/a/lcdesk",
        "--minimised",
    ]
    login_entry(own).switch_on()
    assert login_entry(own).is_on()
    assert not login_entry(default_paths()).is_on()


def test_a_bundle_starts_its_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert starting_command(default_paths(), {}) == [sys.executable, "--minimised"]
