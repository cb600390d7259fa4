"""About: what lcdesk is made of, with the licence of each part and where it comes from."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.ui.settings.about import AboutPage
from lcdesk.ui.settings.parts_shipped import LIBRARIES, Part, parts
from tests.ui.settings.hands import button, texts
from tests.ui.settings.stage import Stage

_LOCK = Path(__file__).parents[3] / "requirements" / "run.txt"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_installed_with_lcdesk_is_listed() -> None:
    locked = re.findall(r"^([A-Za-z0-9._-]+)==", _LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    shown = {_plain(part.name) for part in parts()}
    of_other_systems = {"pywin32-ctypes", "colorama"}
    assert {_plain(name) for name in locked} - shown <= of_other_systems


def test_each_part_says_its_licence() -> None:
    assert [part.name for part in parts() if not part.licence] == []
    assert len({part.name for part in parts()}) == len(parts())


def test_texts_of_licences_are_shown_where_they_come_with_the_program(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = AboutPage(stage.look)
    qtbot.addWidget(page)
    assert page.findChild(QPushButton, "licence_texts") is None
    (tmp_path / "licences").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    bundled = AboutPage(stage.look)
    qtbot.addWidget(bundled)
    button(bundled, "licence_texts").click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "licences"))]
    bundled.show()
    assert "Qt" in texts(bundled)


def test_libraries_of_the_system_that_a_bundle_brings_are_listed(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / LIBRARIES).write_text("openssl\t3.0.19\t\t\n", encoding="utf-8")
    assert parts()[-1] == Part("openssl", "3.0.19", "")
    page = AboutPage(stage.look)
    qtbot.addWidget(page)
    page.show()
    assert "openssl" in texts(page)
