"""Dates of a series that was made in iCloud, in the real window: asked about, never all unasked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLabel, QLineEdit, QTimeEdit, QWidget

from lcdesk.model.domain.journal import Deed, JournalKind
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.journal import journal_page
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.week.grid.block_style import signs
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.series.hands import Asked
from tests.ui.window.stage import Stage

DAILY = "RRULE:FREQ=DAILY;COUNT=3"
BERLIN = timedelta(hours=1)


@pytest.fixture
def scene(salon: Salon) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Stand-up", at(1, 10), at(1, 11), DAILY)


@pytest.fixture
def stage(stage: Stage) -> Stage:
    stage.settle()
    return stage


def drawn(stage: Stage) -> list[str]:
    return sorted(
        f"{entry.span.start + BERLIN:%a %H:%M}-{entry.span.end + BERLIN:%H:%M} {entry.title}"
        for entry in stage.salon.agenda()
    )


def second(stage: Stage) -> str:
    """The block on Wednesday."""
    return next(block.id for block in stage.blocks() if block.day == day(2))


def waiting(stage: Stage) -> int:
    with stage.salon.database.read() as reader:
        return len(outbox.entries(reader))


def test_dates_of_a_series_from_icloud_had_no_sign_that_they_repeat(stage: Stage) -> None:
    assert [block.repeats for block in stage.blocks()] == [True, True, True]
    assert all(Sign.REPEAT in signs(block) for block in stage.blocks())


def test_a_dragged_date_asks_and_moves_alone_and_goes_back(stage: Stage) -> None:
    """Dragging one was refused, renaming one renamed all."""
    before = drawn(stage)
    stage.window.grid.requests.move_requested.emit(second(stage), Drop(day(2), 14 * 60))
    asked = Asked(stage)
    assert asked.choices() == ["This date only", "All dates"]
    assert asked.dates() == ["Wednesday 25 November, 14:00"]
    assert (asked.button.text(), drawn(stage)) == ("Move this date", before)
    asked.answer(Scope.ALL)
    assert asked.dates() == [
        "Tuesday 24 November, 14:00", "Wednesday 25 November, 14:00", "Thursday 26 November, 14:00",
    ]  # fmt: skip
    assert asked.button.text() == "Move all dates"
    asked.answer(Scope.THIS)
    asked.go()
    assert drawn(stage) == [
        "Thu 10:00-11:00 Stand-up", "Tue 10:00-11:00 Stand-up", "Wed 14:00-15:00 Stand-up",
    ]  # fmt: skip
    assert waiting(stage) == 1
    stage.window.toast.accepted.emit()
    stage.settle()
    assert drawn(stage) == before


def test_cancel_changes_nothing(stage: Stage) -> None:
    before = drawn(stage)
    stage.window.grid.requests.move_requested.emit(second(stage), Drop(day(2), 14 * 60))
    Asked(stage).widget.reject()
    stage.settle()
    assert (drawn(stage), waiting(stage)) == (before, 0)


def test_a_resized_date_asks(stage: Stage) -> None:
    stage.window.grid.requests.resize_requested.emit(second(stage), day(2), 600, 690)
    assert Asked(stage).button.text() == "Change this date"
    Asked(stage).go()
    assert "Wed 10:00-11:30 Stand-up" in drawn(stage)
    assert sum("10:00-11:00" in block for block in drawn(stage)) == 2


@pytest.mark.parametrize(("scope", "renamed"), [(Scope.THIS, 1), (Scope.ALL, 3)])
def test_renaming_asks_which_dates_are_meant(stage: Stage, scope: Scope, renamed: int) -> None:
    entry = stage.desk.week.group(second(stage))
    assert entry is not None
    stage.desk.changes.edit_mirrored(entry.lead, title="Retro", notes="", location="")
    asked = Asked(stage)
    asked.answer(scope)
    asked.go()
    assert sum(block.endswith("Retro") for block in drawn(stage)) == renamed


def test_nothing_is_asked_where_no_word_changed(stage: Stage) -> None:
    entry = stage.desk.week.group(second(stage))
    assert entry is not None
    stage.desk.changes.edit_mirrored(entry.lead, title="Stand-up", notes="", location="")
    assert stage.window.findChild(ScopeDialog) is None


@pytest.mark.parametrize(("scope", "left"), [(Scope.THIS, 2), (Scope.FOLLOWING, 1)])
def test_deleting_asks_and_is_taken_back(stage: Stage, scope: Scope, left: int) -> None:
    before = drawn(stage)
    stage.window.grid.requests.delete_requested.emit(second(stage))
    asked = Asked(stage)
    assert asked.choices() == ["This date only", "This and following dates"]
    asked.answer(scope)
    asked.go()
    assert len(drawn(stage)) == left
    stage.window.toast.accepted.emit()
    stage.settle()
    assert drawn(stage) == before


def test_the_last_date_is_deleted_where_it_was_made(stage: Stage) -> None:
    first = next(block.id for block in stage.blocks() if block.day == day(1))
    stage.window.grid.requests.delete_requested.emit(first)
    asked = Asked(stage)
    asked.answer(Scope.FOLLOWING)
    assert not asked.button.isEnabled()
    assert "Delete it in iCloud" in stage.child(asked.widget, "scope_problem").property("text")


def test_the_dialog_of_an_event_had_no_fields_for_the_time(stage: Stage) -> None:
    with stage.salon.database.read() as reader:
        work = next(linked for linked in linked_calendars(reader) if linked.name == "Work")
    stage.salon.mirror(work, "Lunch", at(4, 12), at(4, 13))
    stage.settle()
    stage.desk.week.go_to(day(4))
    dialog = edited(stage, stage.block("Lunch").id)
    set_start(stage, dialog, 15)
    stage.press(dialog, "edit_save")
    stage.settle()
    assert "Fri 15:00-16:00 Lunch" in drawn(stage)
    assert toast(stage) == "Moved: Lunch"
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert "Fri 12:00-13:00 Lunch" in drawn(stage)
    dialog = edited(stage, stage.block("Lunch").id)
    set_start(stage, dialog, 15)
    write_title(stage, dialog, "Late lunch")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert "Fri 15:00-16:00 Late lunch" in drawn(stage)
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert "Fri 12:00-13:00 Lunch" in drawn(stage)


def test_words_that_changed_in_icloud_while_the_dialog_was_open_were_written_back(
    stage: Stage,
) -> None:
    with stage.salon.database.read() as reader:
        work = next(linked for linked in linked_calendars(reader) if linked.name == "Work")
    number = stage.salon.mirror(work, "Lunch", at(4, 12), at(4, 13))
    stage.settle()
    dialog = edited(stage, stage.block("Lunch").id)
    with stage.salon.database.write() as tx:
        edit_mirrored(tx, number, Edit(title="Brunch"), now=stage.salon.now)
    stage.settle()
    location = stage.child(dialog, "edit_location")
    assert isinstance(location, QLineEdit)
    location.setText("Canteen")
    stage.press(dialog, "edit_save")
    stage.settle()
    (event,) = [entry for entry in stage.salon.agenda() if entry.number == number]
    assert (event.title, event.location) == ("Brunch", "Canteen")


def test_saving_an_event_unchanged_says_and_sends_nothing(stage: Stage) -> None:
    dialog = edited(stage, second(stage))
    stage.press(dialog, "edit_save")
    stage.settle()
    assert not stage.window.toast.isVisible()
    assert waiting(stage) == 0


@pytest.mark.parametrize(("scope", "changed"), [(Scope.THIS, 1), (Scope.ALL, 3)])
def test_time_and_title_of_a_date_are_changed_together(
    stage: Stage, scope: Scope, changed: int
) -> None:
    before = drawn(stage)
    dialog = edited(stage, second(stage))
    set_start(stage, dialog, 15)
    write_title(stage, dialog, "Retro")
    stage.press(dialog, "edit_save")
    asked = Asked(stage)
    asked.answer(scope)
    asked.go()
    assert sum(block.endswith("15:00-16:00 Retro") for block in drawn(stage)) == changed
    stage.window.toast.accepted.emit()
    stage.settle()
    assert drawn(stage) == before


def edited(stage: Stage, block: str) -> QWidget:
    stage.window.grid.requests.details_requested.emit(block)
    stage.press(stage.window, "card_edit")
    return stage.child(stage.window, "edit_words_dialog")


def set_start(stage: Stage, dialog: QWidget, hour: int) -> None:
    field = stage.child(dialog, "edit_start")
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(hour, 0))


def write_title(stage: Stage, dialog: QWidget, text: str) -> None:
    line = stage.child(dialog, "edit_title")
    assert isinstance(line, QLineEdit)
    line.setText(text)


def toast(stage: Stage) -> str:
    text = stage.child(stage.window, "toast_text")
    assert isinstance(text, QLabel)
    return text.text()


def told(stage: Stage) -> list[tuple[JournalKind, Deed, str]]:
    with stage.salon.database.read() as reader:
        rows = journal_page(reader, limit=50)
    return [(row.kind, row.items[0].deed, row.items[0].title) for row in rows if row.items]


def test_a_change_of_an_event_had_no_row_in_activity(stage: Stage) -> None:
    entry = stage.desk.week.group(second(stage))
    assert entry is not None
    stage.desk.changes.edit_mirrored(entry.lead, title="Retro", notes="", location="")
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    asked.go()
    assert told(stage)[0] == (JournalKind.HERE, Deed.EDITED, "Retro")
    assert stage.desk.history.undo_text.startswith("Undo change of Retro")
    stage.window.grid.requests.delete_requested.emit(second(stage))
    Asked(stage).go()
    assert told(stage)[0] == (JournalKind.HERE, Deed.CANCELLED, "Retro")


@pytest.mark.parametrize(("end", "deed"), [(12, Deed.MOVED), (13, Deed.RESIZED)])
def test_a_dragged_event_has_a_row_in_activity(stage: Stage, end: int, deed: Deed) -> None:
    stage.window.grid.requests.resize_requested.emit(second(stage), day(2), 11 * 60, end * 60)
    Asked(stage).go()
    assert told(stage)[0] == (JournalKind.HERE, deed, "Stand-up")
