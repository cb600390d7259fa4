"""Each control that can have the focus says its name to a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind, Repeats
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.first_steps.dialog import FirstStepsDialog
from lcdesk.ui.week.week import Column
from tests.salon import Salon, day
from tests.ui.dialog_walk import (
    OVER_SETTINGS,
    OVER_WINDOW,
    calendar_form,
    over_settings,
    over_window,
)
from tests.ui.records.test_editors import Opened
from tests.ui.settings.stage import Stage as SettingsStage
from tests.ui.window.stage import opened


def nameless(owner: QWidget) -> list[str]:
    """What can be reached with Tab and says no name."""
    found = []
    for widget in owner.findChildren(QWidget):
        is_there = widget.isVisible() and widget.isEnabled()  # nothing that is off takes the focus
        if not is_there or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or _is_part(widget):
            continue
        if not _is_named(widget):
            found.append(f"{widget.metaObject().className()} {widget.objectName()}")
    return found


def _is_named(widget: QWidget) -> bool:
    spoken = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):  # its text says what is chosen, whatever it is for
        labels = spoken.relations(QAccessible.RelationFlag.Label)
        return bool(widget.accessibleName() or labels)
    return bool(spoken.text(QAccessible.Text.Name).strip())


def _is_part(widget: QWidget) -> bool:
    """Whether Qt gives the focus to what it is a part of: the line of a spin box, a viewport."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or (
        parent is not None and parent.focusProxy() is widget
    )


@pytest.mark.parametrize("kind", [CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE])
def test_fields_of_the_booking_dialog_had_no_names(
    salon: Salon, qtbot: QtBot, kind: CalendarKind
) -> None:
    salon.calendar("First visit", kind, salon.ana, salon.ben, repeats=Repeats())
    with opened(salon, qtbot) as stage:
        stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
        dialog = stage.window.findChild(BookingDialog)
        assert dialog is not None
        every = stage.child(dialog, "booking_every")
        QApplication.processEvents()
        assert nameless(dialog) == []
        every.setCurrentIndex(1)  # type: ignore[attr-defined]  # a combo box
        every.activated.emit(1)  # type: ignore[attr-defined]
        QApplication.processEvents()
        assert nameless(dialog) == []


@pytest.mark.parametrize("action", ["block_time", "go_to_date", "second_zone", "activity"])
def test_fields_of_small_dialogs_had_no_names(salon: Salon, qtbot: QtBot, action: str) -> None:
    salon.visit()
    with opened(salon, qtbot) as stage:
        stage.window.actions_table[action].trigger()
        QApplication.processEvents()
        (dialog,) = stage.window.findChildren(QDialog)
        assert nameless(dialog) == []
        assert nameless(stage.window) == []


def test_fields_of_the_first_steps_had_no_names(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        stage.press(stage.window, "empty_strip_button")
        dialog = stage.window.findChild(FirstStepsDialog)
        assert dialog is not None
        assert nameless(dialog) == []
        for _ in range(2):
            stage.press(dialog, "first_skip")
            assert nameless(dialog) == []
        for ready in ("team", "class", "service"):
            stage.child(dialog, f"first_ready_{ready}").click()  # type: ignore[attr-defined]
            assert nameless(dialog) == []


def test_fields_of_settings_had_no_names(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    stage = SettingsStage(tmp_path, qapp)
    opened_settings = Opened(stage, qtbot)
    dialog, pages_of = opened_settings.dialog, opened_settings.pages
    dialog.show()
    for page in (pages_of.staff, pages_of.calendars, pages_of.resources, pages_of.contacts):
        opened_settings.show(page)
        page.new_button.click()
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    told = {}
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        QApplication.processEvents()
        told[pages.item(row).text()] = nameless(dialog)
    stage.close()
    assert {page: found for page, found in told.items() if found} == {}


@pytest.mark.parametrize("which", OVER_WINDOW)
def test_controls_over_the_window_had_no_names(salon: Salon, qtbot: QtBot, which: str) -> None:
    for _stage, dialog in over_window(salon, qtbot, which):
        assert nameless(dialog) == []


@pytest.mark.parametrize("which", OVER_SETTINGS)
def test_controls_over_settings_had_no_names(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    found = [nameless(dialog) for dialog in over_settings(stage, qtbot, which)]
    stage.close()
    assert found == [[]] * len(found)


@pytest.mark.parametrize("kind", CalendarKind)
def test_fields_of_a_calendars_form_had_no_names(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, kind: CalendarKind
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    found = nameless(calendar_form(Opened(stage, qtbot), kind))
    stage.close()
    assert found == []
