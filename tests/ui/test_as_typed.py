"""Names that look like HTML are shown as they were typed, in every window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QSystemTrayIcon,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.start import report_unexpected
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_contact, save_resource
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.accounts import Role, SignedIn
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.people import Contact
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.tables import linked_calendar
from lcdesk.ui.desktop.tray import TrayIcon
from lcdesk.ui.desktop.tray_model import TrayStatus
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.series.scope import ScopeDialog
from tests.salon import Salon, at
from tests.ui.accounts.hands import to_check
from tests.ui.dialog_walk import OVER_SETTINGS, OVER_WINDOW, over_settings, over_window
from tests.ui.records.test_editors import Opened
from tests.ui.settings import hands as settings_hands
from tests.ui.settings import stage as settings_stage
from tests.ui.window.stage import opened

MOST_COLUMNS = 9  # of any table here; beyond the last one nothing is found
HOSTILE = '<b>Bold</b><img src="file:///some/picture.png">'


def shown_as_markup(root: QWidget) -> Iterator[str]:
    """What Qt would take for markup with a tag of the data in it."""
    for widget in [root, *root.findChildren(QWidget)]:
        texts = [widget.toolTip(), widget.whatsThis()]
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            texts.append(widget.text())
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            rows, columns = range(model.rowCount()), range(MOST_COLUMNS)
            cells = [model.index(row, column) for row in rows for column in columns]
            texts += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
        for text in texts:
            if GuiQt.mightBeRichText(text) and ("<b>" in text or "<img" in text):
                yield f"{type(widget).__name__} {widget.objectName()}: {text}"


def test_tags_are_escaped_and_other_text_stays() -> None:
    assert as_typed("Ana & Ben\nat 10") == "Ana & Ben\nat 10"
    assert "<img" not in as_typed(HOSTILE)
    assert as_typed(f"{HOSTILE}\nx").endswith("<br>x</qt>")


def test_long_lines_are_broken_and_nothing_else_of_them_changes() -> None:
    assert as_typed(f"Ana & {'Ben ' * 40}").startswith("<qt>Ana &amp; Ben Ben")


def test_hostile_names_in_the_week_its_panel_and_dialogs(salon: Salon, qtbot: QtBot) -> None:
    member = salon.staff(HOSTILE)
    calendar = salon.calendar(HOSTILE, CalendarKind.ROUND_ROBIN, member)
    salon.connect(member)
    salon.book(calendar, at(1, 10), title=HOSTILE, location=HOSTILE)
    note = Note(
        JournalKind.EVENTS,
        staff=member.id,
        counts={Deed.ADDED: 1},
        items=(Item(Deed.ADDED, HOSTILE, at(1, 10), "a1"),),
    )
    with salon.database.write() as tx:
        tx.tell(note)
    with opened(salon, qtbot) as stage:
        for action in ("activity", "new_booking", "block_time"):
            stage.window.actions_table[action].trigger()
            stage.settle()
        stage.window.status.attention_requested.emit()
        stage.click(1, 10 * 60)
        stage.settle()
        assert_as_typed(stage.window)


def test_hostile_title_in_toast_hint_and_unexpected_error(salon: Salon, qtbot: QtBot) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    salon.book(hall, at(1, 10), Contact(0, HOSTILE), title=HOSTILE)
    with opened(salon, qtbot) as stage:
        (block,) = stage.blocks()
        stage.desk.changes.delete(block.id)
        stage.window.grid.explain(f"Taken: {HOSTILE}")
        program = cast(Any, SimpleNamespace(window=stage.window, tr=str))
        with report_unexpected(program):
            error = RuntimeError(HOSTILE)
            sys.excepthook(type(error), error, None)
        stage.settle()
        assert_as_typed(stage.window)
        QToolTip.hideText()


def test_hostile_title_in_the_question_which_dates_are_meant(salon: Salon, qtbot: QtBot) -> None:
    hall = salon.calendar(HOSTILE, CalendarKind.SIMPLE)
    made = salon.book(hall, at(1, 10), Contact(0, HOSTILE), title=HOSTILE)
    with salon.database.write() as tx:
        repeat(tx, made.id, series_rule("FREQ=DAILY;COUNT=3"), now=salon.now)
    with opened(salon, qtbot) as stage:
        stage.desk.changes.delete(stage.blocks()[0].id)
        stage.settle()
        assert stage.window.findChildren(ScopeDialog)
        assert_as_typed(stage.window)


def test_line_break_in_a_title_or_name_began_a_new_line(salon: Salon, qtbot: QtBot) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    salon.book(hall, at(1, 10), Contact(0, "Cleo\u2028Park"), title="Talk\nabout\x85tea")
    with opened(salon, qtbot) as stage:
        (block,) = stage.blocks()
        stage.click(1, 10 * 60)
        stage.desk.changes.delete(block.id)
        stage.settle()
        assert block.title == "Talk about tea"
        texts = {label.objectName(): label.text() for label in stage.window.findChildren(QLabel)}
        assert texts["toast_text"] == "Cancelled: Cleo Park"
        assert "Talk about tea" in texts.values()


def assert_as_typed(window: QWidget) -> None:
    roots = [window, *QApplication.topLevelWidgets()]
    assert any("<b>Bold</b>" in as_text(root) for root in roots), "it is shown at all"
    assert [text for root in roots for text in shown_as_markup(root)] == []


def test_desktop_that_reads_markup_was_given_tags(qapp: QApplication) -> None:
    appearance = Appearance(qapp)
    tray = TrayIcon(Icons(appearance))
    tray.show_status(TrayStatus(text=HOSTILE))
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, *words: told.extend(words[:2]))
        tray.say(HOSTILE, HOSTILE)
    assert len(told) == 2
    for text in (*told, tray.icon.toolTip()):
        assert "Bold" in text
        assert "<" not in text


def as_text(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel)) + "\n".join(
        widget.accessibleName() for widget in root.findChildren(QWidget)
    )


def test_hostile_names_in_settings(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    member = stage.add_member(HOSTILE)
    stage.add_account(settings_stage.found(HOSTILE), email=f"{HOSTILE}@example.org")
    calendar = Calendar(0, HOSTILE, CalendarKind.ROUND_ROBIN, (member,), zone="Europe/Madrid")
    with stage.database.write() as tx:
        save_calendar(tx, replace(calendar, description=HOSTILE), settings_stage.NOW)
        save_resource(tx, Resource(0, HOSTILE))
        save_contact(tx, Contact(0, HOSTILE, "h@example.org"), now=settings_stage.NOW)
    editors = Editors(
        stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="Europe/Madrid"
    )
    dialog = stage.dialog(editors)
    qtbot.addWidget(dialog)
    dialog.show()
    pages = dialog.editors
    for page in (pages.calendars, pages.staff, pages.resources, pages.contacts):
        dialog.show_page(page)
        page.list.setCurrentRow(page.list.count() - 1)
        QApplication.processEvents()
        assert "&lt;b&gt;" in page.list.currentItem().toolTip()
        assert list(shown_as_markup(dialog)) == []
    stage.close()


def test_hostile_names_in_the_assistant_that_connects(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    wizard = stage.wizard()
    qtbot.addWidget(wizard)
    wizard.show()
    to_check(wizard)
    stage.control.checked.emit(
        SignedIn("/home/", (settings_stage.found(HOSTILE), settings_stage.found("Home")))
    )
    QApplication.processEvents()
    shown = "\n".join(button.text() for button in wizard.findChildren(QAbstractButton))
    assert "<b>Bold</b>" in shown
    assert list(shown_as_markup(wizard)) == []
    stage.close()


def test_long_question_in_a_message_box_got_markup_of_its_own(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    stage.add_account(settings_stage.found("Home"), settings_stage.found(HOSTILE))
    stage.give_role("Home", Role.PRIMARY)
    stage.add_appointments(2)
    dialog = settings_hands.refreshed(stage, settings_hands.opened(stage, qtbot))
    button = dialog.calendars.primary.button(stage.linked(HOSTILE).id)
    assert button is not None
    button.click()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert question.text() == f"2 upcoming appointments will move to {HOSTILE}."
    assert list(shown_as_markup(question)) == []
    stage.close()


BROKEN = "Line\nbreak\u2028Park & Co"
WHOLE = "Line break Park & Co"
TYPED = (QLineEdit, QPlainTextEdit)  # what was typed stands there as it is kept


def shown_and_spoken(root: QWidget) -> Iterator[tuple[str, str]]:
    """Each text that stands on one line, or that a screen reader says, with whose it is."""
    for widget in [root, *root.findChildren(QWidget)]:
        whose = f"{widget.metaObject().className()} {widget.objectName()}"
        yield f"title of {whose}", widget.windowTitle()
        for action in widget.actions():
            yield f"action of {whose}", action.text()
        if isinstance(widget, TYPED):
            continue
        if isinstance(widget, QAbstractButton | QLabel):
            yield whose, widget.text()
        if isinstance(widget, QComboBox):
            yield from ((whose, widget.itemText(at)) for at in range(widget.count()))
        if isinstance(widget, QListWidget):
            yield from ((whose, widget.item(at).text()) for at in range(widget.count()))
        yield from spoken(QAccessible.queryAccessibleInterface(widget), whose)


def spoken(interface: QAccessibleInterface, whose: str) -> Iterator[tuple[str, str]]:
    """What is said of a widget, and of what is painted on it."""
    for part in (QAccessible.Text.Name, QAccessible.Text.Description):
        yield f"spoken {whose}", interface.text(part)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.object() is None:
            yield f"spoken item of {whose}", child.text(QAccessible.Text.Name)


def broken_lines(root: QWidget) -> list[str]:
    return [
        f"{whose}: {text!r}"
        for whose, text in shown_and_spoken(root)
        if "Line\n" in text or "\u2028" in text
    ]


def test_line_breaks_in_names_of_the_week_and_its_sidebar(salon: Salon, qtbot: QtBot) -> None:
    member = salon.staff(BROKEN)
    linked = salon.connect(salon.ana)
    with salon.database.write() as tx:
        tx.connection.execute(sa.update(linked_calendar).values(name=BROKEN))
        tx.touch(Topic.ACCOUNTS)
    salon.mirror(linked["Work"], "Lunch", at(2, 12), at(2, 13))
    for kind in (CalendarKind.ROUND_ROBIN, CalendarKind.CLASS):
        salon.calendar(f"{BROKEN} {kind.value}", kind, member, group=BROKEN)
    with opened(salon, qtbot) as stage:
        for action in ("activity", "new_booking", "block_time"):
            stage.window.actions_table[action].trigger()
            stage.settle()
        stage.window.status.attention_requested.emit()
        stage.click(2, 12 * 60 + 10)
        stage.settle()
        roots = [stage.window, *QApplication.topLevelWidgets()]
        assert {text for root in roots for text in broken_lines(root)} == set()
        assert any(text == WHOLE for _, text in shown_and_spoken(stage.window))


@pytest.mark.parametrize("which", OVER_WINDOW)
@pytest.mark.parametrize("name", [BROKEN, HOSTILE])
def test_hostile_names_in_dialogs_over_the_window(
    salon: Salon, qtbot: QtBot, which: str, name: str
) -> None:
    for _stage, dialog in over_window(salon, qtbot, which, name=name, title=name):
        assert broken_lines(dialog) == []
        assert list(shown_as_markup(dialog)) == []


@pytest.mark.parametrize("which", OVER_SETTINGS)
@pytest.mark.parametrize("name", [BROKEN, HOSTILE])
def test_hostile_names_in_dialogs_over_settings(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str, name: str
) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    found: list[str] = []
    for dialog in over_settings(stage, qtbot, which, name=name):
        found += broken_lines(dialog) + list(shown_as_markup(dialog))
        owner = dialog.parentWidget()
        found += [] if owner is None else broken_lines(owner)
    stage.close()
    assert found == []


def test_line_breaks_in_names_in_settings(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    member = stage.add_member(BROKEN)
    stage.add_account(settings_stage.found(BROKEN))
    calendar = Calendar(0, BROKEN, CalendarKind.ROUND_ROBIN, (member,), zone="Europe/Madrid")
    with stage.database.write() as tx:
        save_calendar(tx, replace(calendar, group=BROKEN), settings_stage.NOW)
        save_resource(tx, Resource(0, BROKEN))
        save_contact(tx, Contact(0, BROKEN, "h@example.org"), now=settings_stage.NOW)
    dialog = Opened(stage, qtbot).dialog
    dialog.show()
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    found = {}
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        for choices in dialog.findChildren(QListWidget):
            if choices.isVisible() and choices is not pages:
                choices.setCurrentRow(choices.count() - 1)
        QApplication.processEvents()
        found[pages.item(row).text()] = broken_lines(dialog)
    stage.close()
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_tray_menu_and_its_lines_name_nothing_that_breaks_them(qapp: QApplication) -> None:
    tray = TrayIcon(Icons(Appearance(qapp)))
    tray.show_status(TrayStatus(text=BROKEN))
    assert tray.icon.toolTip() == f"lcdesk\n{WHOLE}"
    assert broken_lines(tray.menu) == []
