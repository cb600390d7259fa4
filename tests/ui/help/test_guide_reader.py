"""The guide's window: F1 from anywhere, links, back and forward, find, dark, large text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.paths import guide_dir
from lcdesk.ui.help.pages import INDEX, Guide
from lcdesk.ui.help.places import page_about
from lcdesk.ui.help.reader import GuideReader
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.palette import Scheme
from lcdesk.ui.widgets.labels import Look
from tests.salon import Salon
from tests.ui.window.stage import Stage, active


@pytest.fixture
def look(application: QApplication) -> Look:
    appearance = Appearance(application)
    return Look(appearance, Icons(appearance))


@pytest.fixture
def reader(qtbot: QtBot, look: Look) -> GuideReader:
    made = GuideReader(Guide(guide_dir(), "en"), look)
    qtbot.addWidget(made)
    made.show()
    return made


class Browser(QObject):
    """Stands for the desktop's, and keeps what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("https")


def press(reader: GuideReader, name: str) -> None:
    button = reader.findChild(QToolButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def found(stage: Stage) -> GuideReader:
    reader = stage.window.findChild(GuideReader)
    assert reader is not None
    return reader


def follow(reader: GuideReader, link: str) -> None:
    reader.view.anchorClicked.emit(QUrl(link))


def test_a_link_turns_to_its_page_and_back_and_forward_go_the_way_again(
    reader: GuideReader,
) -> None:
    reader.open(INDEX)
    follow(reader, "sync.md#deletions")
    assert "What syncs" in reader.windowTitle()
    assert reader.view.verticalScrollBar().value() > 0
    press(reader, "guide_back")
    assert "The guide to lcdesk" in reader.windowTitle()
    press(reader, "guide_forward")
    assert "What syncs" in reader.windowTitle()
    press(reader, "guide_contents")
    assert "The guide to lcdesk" in reader.windowTitle()
    forward = reader.findChild(QToolButton, "guide_forward")
    assert forward is not None
    assert not forward.isEnabled()


def test_a_page_is_where_it_was_left_when_one_comes_back_to_it(reader: GuideReader) -> None:
    reader.open("connecting.md")
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left_at = bar.value()
    follow(reader, "attention.md")
    reader.go_back()
    assert reader.view.verticalScrollBar().value() == left_at > 0


def test_a_link_to_an_anchor_alone_stays_on_the_page(reader: GuideReader) -> None:
    reader.open("sync.md")
    follow(reader, "#private-events")
    assert "What syncs" in reader.windowTitle()
    assert reader.view.verticalScrollBar().value() > 0


def test_an_address_opens_in_the_browser_when_it_is_clicked_and_not_before(
    reader: GuideReader, browser: Browser
) -> None:
    reader.open("connecting.md")
    assert browser.opened == []
    follow(reader, "https://account.apple.com")
    assert browser.opened == ["https://account.apple.com"]
    assert "Connecting" in reader.windowTitle()


def test_no_picture_of_another_machine_is_loaded(reader: GuideReader) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert reader.view.loadResource(kind, QUrl("https://example.com/x.png")).isNull()
    assert reader.view.loadResource(QTextDocument.ResourceType.HtmlResource.value, "x") is None


def test_find_selects_on_the_page_begins_again_and_says_when_there_is_nothing(
    reader: GuideReader,
) -> None:
    reader.open("sync.md")
    field, nothing = (
        reader.findChild(QLineEdit, "guide_find"),
        reader.findChild(QLabel, "guide_nothing"),
    )
    assert field is not None
    assert nothing is not None
    QTest.keyClicks(field, "dentist")
    assert reader.view.textCursor().selectedText() == "dentist"
    once = reader.view.textCursor().position()
    QTest.keyClick(field, Qt.Key.Key_Return)  # there is no other
    assert reader.view.textCursor().position() == once
    QTest.keyClicks(field, "xyz")
    assert nothing.isVisible()
    field.clear()
    assert not nothing.isVisible()


def test_a_page_that_changes_to_dark_has_the_dark_picture(reader: GuideReader, look: Look) -> None:
    look.appearance.force(Scheme.LIGHT)
    reader.open("getting-started.md")
    kind, name = QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/first-steps.png")
    light = reader.view.document().resource(kind, name)
    look.appearance.force(Scheme.DARK)
    try:
        dark = reader.view.document().resource(kind, name)
        assert light.pixelColor(5, 5).lightness() > 200 > 100 > dark.pixelColor(5, 5).lightness()
    finally:
        look.appearance.force(Scheme.LIGHT)


def test_nothing_of_a_page_is_wider_than_a_narrow_window(reader: GuideReader) -> None:
    reader.resize(420, 600)
    for name in Guide(guide_dir(), "en").names():
        reader.open(name)
        QApplication.processEvents()
        if name not in ("command-line.md", "backups.md"):  # commands are not wrapped
            assert reader.view.horizontalScrollBar().maximum() == 0, name


def test_a_page_follows_the_size_of_the_text(qtbot: QtBot, look: Look) -> None:
    reader = GuideReader(Guide(guide_dir(), "en"), look)
    qtbot.addWidget(reader)
    font = reader.font()
    font.setPointSizeF(20)
    reader.view.setFont(font)
    reader.open(INDEX)
    assert reader.view.document().defaultFont().pointSizeF() == 20


def test_a_page_without_a_translation_is_there_in_english(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "a.md").write_text("# One\n\n## Two `x`: y\n\n```\n# no heading\n```\n")
    (tmp_path / "b.md").write_text("# Only English\n")
    (tmp_path / "de" / "a.md").write_text("# Eins\n\n## Zwei\n")
    guide = Guide(tmp_path, "de")
    german = guide.page("a.md")
    assert [german.title, guide.page("b.md").title] == ["Eins", "Only English"]
    assert guide.heading_at(german, "two-x-y") == guide.heading_at(german, "zwei") == 1
    assert guide.heading_at(german, "no-heading") is None
    with pytest.raises(KeyError):
        guide.page("c.md")


# --- F1 -----------------------------------------------------------------------------------------


def test_f1_in_the_week_opens_what_the_week_shows(salon: Salon, qtbot: QtBot) -> None:
    with active(salon, qtbot) as stage:
        QTest.keyClick(stage.window.grid, Qt.Key.Key_F1)
        assert found(stage).isVisible()
        assert "Booking, and why" in found(stage).windowTitle()


def test_f1_works_in_a_dialog_that_blocks_the_window(salon: Salon, qtbot: QtBot) -> None:
    salon.visit()
    with active(salon, qtbot) as stage:
        stage.window.actions_table["quick_add"].trigger()
        dialog = stage.child(stage.window, "quick_add_dialog")
        line = stage.child(dialog, "quick_add_line")
        qtbot.waitUntil(line.hasFocus)
        QTest.keyClick(line, Qt.Key.Key_F1)
        reader = found(stage)
        assert "Search and quick add" in reader.windowTitle()
        qtbot.waitUntil(reader.isActiveWindow)  # and is not blocked by the dialog
        QTest.keyClick(reader.windowHandle(), Qt.Key.Key_Escape)
        assert not reader.isVisible()
        assert dialog.isVisible()


def test_the_help_menu_opens_the_contents_in_the_same_window(stage: Stage) -> None:
    stage.window.actions_table["guide"].trigger()
    stage.window.actions_table["help_here"].trigger()
    assert len(stage.window.findChildren(GuideReader)) == 1
    stage.window.actions_table["guide"].trigger()
    assert "The guide to lcdesk" in found(stage).windowTitle()


def test_the_list_beside_a_page_of_settings_is_about_that_page(qtbot: QtBot) -> None:
    dialog = QDialog()
    dialog.setObjectName("settings")
    qtbot.addWidget(dialog)
    side, shown, hidden = QWidget(dialog), QWidget(dialog), QWidget(dialog)
    shown.setObjectName("data_page")
    hidden.setObjectName("about_page")
    dialog.show()
    hidden.hide()
    assert page_about(side) == "backups.md"
    shown.hide()
    assert page_about(side) == INDEX
    field = QLineEdit(hidden)
    assert page_about(field) == "privacy.md"
