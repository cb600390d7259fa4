"""The Needs attention panel in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.remote import ObjectState, OutboxKind
from lcdesk.model.replication.outbox import mark_conflict, mark_dead
from lcdesk.model.replication.taken_twice import flag_taken_twice
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import Indexer, horizon
from lcdesk.ui.attention.panel import AttentionPanel
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened

NOTE = ErrorNote("REFUSED_BY_SERVER", "Refused", "iCloud does not take this event as it is.")


def booked(salon: Salon, server: str = "") -> tuple[Appointment, int]:
    salon.connect(salon.ana, server)
    visit = salon.visit()
    made = salon.book(visit, at(1, 10))
    return made, salon.object_of(made)


def clash(salon: Salon) -> Appointment:
    """Cleo's appointment, which iCloud wants four hours later."""
    made, number = booked(salon)
    with salon.database.write() as tx:
        (entry,) = outbox.entries_of_object(tx, number)
        theirs = entry.body.replace("T100000", "T140000").replace("T103000", "T143000")
        mark_conflict(tx, entry, theirs=theirs, etag='"2"', properties=("times",), now=salon.now)
    return made


def refuse(salon: Salon) -> Appointment:
    made, number = booked(salon)
    with salon.database.write() as tx:
        (entry,) = outbox.entries_of_object(tx, number)
        mark_dead(tx, entry, NOTE)
    return made


def panel_of(stage: Stage) -> AttentionPanel:
    stage.desk.status.look_again()
    stage.press(stage.window, "attention_strip_button")
    found = stage.window.findChild(AttentionPanel)
    assert isinstance(found, AttentionPanel)
    return found


def said(panel: QWidget) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_both_versions_of_a_clash_stand_side_by_side(salon: Salon, qtbot: QtBot) -> None:
    clash(salon)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        assert not panel.isModal()
        for part in ("Changed here and in iCloud", "Here", "In iCloud", "10:00", "14:00"):
            assert part in said(panel)
        stage.press(panel, "attention_keep_icloud")
        stage.settle()
        assert "Nothing waits for you" in said(panel)
        assert stage.block("Cleo Park").start == 14 * 60


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    before, larger = qapp.font(), qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 1.5)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_font")
def test_a_long_name_and_a_large_font_cut_nothing_off(salon: Salon, qtbot: QtBot) -> None:
    """The panel does not scroll sideways, so what was too wide could not be reached."""
    _, number = booked(salon, "https://calendars.of-a-provider.example.org/dav/")
    salon.delete_in_icloud(number)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        QApplication.processEvents()
        area = panel.findChild(QScrollArea, "attention_list")
        assert area is not None
        assert "Deleted on calendars.of-a-provider.example.org" in said(panel)
        assert "Restore on the server" in {
            button.text() for button in panel.findChildren(QPushButton)
        }
        body = area.widget()
        assert body is not None
        assert body.width() <= area.viewport().width()


def test_a_clash_can_be_decided_on_the_card(salon: Salon, qtbot: QtBot) -> None:
    clash(salon)
    with opened(salon, qtbot) as stage:
        stage.click(1, 610)
        stage.press(stage.window, "card_keep_mine")
        stage.settle()
        assert stage.block("Cleo Park").start == 10 * 60
    with salon.database.read() as reader:
        assert objects.objects_in_state(reader, ObjectState.CONFLICT) == ()


def test_what_was_cancelled_here_and_changed_there_stands_side_by_side(
    salon: Salon, qtbot: QtBot
) -> None:
    made = clash(salon)
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        for part in ("Cancelled here, changed in iCloud", "Cancelled", "14:00", "Its time in iC"):
            assert part in said(panel)
        button = panel.findChild(QPushButton, "attention_keep_mine")
        assert isinstance(button, QPushButton)
        assert (button.text(), button.property("ending")) == ("Delete it in iCloud too", True)
        stage.press(panel, "attention_keep_icloud")
        stage.settle()
        assert "Nothing waits for you" in said(panel)
        assert stage.block("Cleo Park").start == 14 * 60


def test_a_cancelled_one_is_deleted_there_from_its_card(salon: Salon, qtbot: QtBot) -> None:
    made = clash(salon)
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)
    with opened(salon, qtbot) as stage:
        stage.click(1, 610)
        assert "Cancelled here, changed in iCloud." in said(stage.window)
        stage.press(stage.window, "card_delete_there")
        stage.settle()
    with salon.database.read() as reader:
        (entry,) = outbox.entries(reader)
    assert (entry.kind, entry.base_etag) == (OutboxKind.DELETE, '"2"')


def test_a_refused_change_is_dropped_on_the_card(salon: Salon, qtbot: QtBot) -> None:
    refuse(salon)
    with opened(salon, qtbot) as stage:
        stage.click(1, 610)
        stage.press(stage.window, "card_discard")
        stage.settle()
    with salon.database.read() as reader:
        assert outbox.entries(reader) == ()


def test_a_refused_change_s_text_is_saved(salon: Salon, qtbot: QtBot, tmp_path: Path) -> None:
    refuse(salon)
    with opened(salon, qtbot) as stage:
        panel_of(stage)
        (matter,) = stage.desk.attention.items
        stage.desk.attention.save_text(matter, str(tmp_path / "text.ics"))
    assert "SUMMARY:Cleo Park" in (tmp_path / "text.ics").read_text(encoding="utf-8")


def test_saved_text_went_to_whoever_had_the_open_file_already(
    salon: Salon, qtbot: QtBot, tmp_path: Path
) -> None:
    refuse(salon)
    file = tmp_path / "text.ics"
    file.touch(0o644)
    with opened(salon, qtbot) as stage, file.open(encoding="utf-8") as somebody:
        panel_of(stage)
        (matter,) = stage.desk.attention.items
        stage.desk.attention.save_text(matter, str(file))
        assert somebody.read() == ""
    assert file.stat().st_mode & 0o777 == 0o600


def test_deleted_slots_are_released_together_and_the_setting_is_offered_once(
    salon: Salon, qtbot: QtBot
) -> None:
    linked = salon.connect(salon.ana)
    for hour in (9, 11):
        name = f"Errand {hour}"
        number = salon.mirror(linked["Family"], name, at(1, hour), at(1, hour + 1))
        salon.delete_in_icloud(number)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        assert "Errand 9" in said(panel)
        stage.press(panel, "attention_leave")
        assert not stage.desk.attention.offers_to_switch
        stage.press(panel, "attention_release_all")
        stage.settle()
        assert "Nothing waits for you" in said(panel)


def test_an_unreadable_event_is_listed_with_its_text(salon: Salon, qtbot: QtBot) -> None:
    from dataclasses import replace

    linked = salon.connect(salon.ana)
    number = salon.mirror(linked["Family"], "Odd event", at(1, 9), at(1, 10))
    with salon.database.write() as tx:
        known = objects.get_object(tx, number)
        assert known is not None
        sick = replace(known, state=ObjectState.QUARANTINED, problem="Its rule says nothing.")
        objects.update_object(tx, sick)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        assert "Odd event" in said(panel)
        assert "Its rule says nothing. Nothing was changed on the server" in said(panel)
        assert "This is about Ana’s time." in said(panel)
        stage.press(panel, "attention_text")
        stage.press(stage.child(panel, "attention_text_dialog"), "attention_text_copy")
        assert "SUMMARY:Odd event" in QApplication.clipboard().text()
        hide = panel.findChild(QPushButton, "attention_keep")
        assert isinstance(hide, QPushButton)
        assert hide.text() == "Hide until it changes"
        stage.press(panel, "attention_keep")
        stage.settle()
        assert "Nothing waits for you" in said(panel)


def test_a_click_on_show_in_week_goes_there(salon: Salon, qtbot: QtBot) -> None:
    clash(salon)
    with opened(salon, qtbot) as stage:
        stage.desk.week.step(3)
        panel = panel_of(stage)
        stage.press(panel, "attention_jump")
        assert at(1, 10).date() in stage.desk.week.days


def test_an_event_of_the_primary_calendar_is_edited_from_its_card(
    salon: Salon, qtbot: QtBot
) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Dentist", at(1, 9), at(1, 10))
    with opened(salon, qtbot) as stage:
        stage.click(1, 9 * 60 + 10)
        stage.press(stage.window, "card_edit")
        dialog = stage.child(stage.window, "edit_words_dialog")
        assert dialog.windowTitle() == "Edit event"
        stage.child(dialog, "edit_title").setText("Hygienist")  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]
        stage.settle()
        assert "Hygienist" in stage.titles()
    with salon.database.read() as reader:
        (entry,) = outbox.entries(reader)
    assert "SUMMARY:Hygienist" in entry.body


def test_an_event_with_invited_people_is_asked_about_first(salon: Salon, qtbot: QtBot) -> None:
    linked = salon.connect(salon.ana)
    guests = ("ORGANIZER:mailto:a@x.example", "ATTENDEE:mailto:b@x.example")
    salon.mirror(linked["Work"], "Meeting", at(1, 9), at(1, 10), *guests)
    with opened(salon, qtbot) as stage:
        stage.desk.changes.move(stage.block("Meeting").id, Drop(at(2, 9).date(), 9 * 60))
        assert "e-mail" in said(stage.window.toast)
        with salon.database.read() as reader:
            assert outbox.entries(reader) == ()
        stage.window.toast.accepted.emit()
        with salon.database.read() as reader:
            assert len(outbox.entries(reader)) == 1


def test_the_status_says_when_icloud_was_last_read(salon: Salon, qtbot: QtBot) -> None:
    from datetime import timedelta

    from lcdesk.model.domain.accounts import AccountState
    from lcdesk.model.store.accounts import set_account_state

    salon.connect(salon.ana)
    with salon.database.write() as tx:
        read = salon.now - timedelta(minutes=16)
        set_account_state(tx, 1, AccountState.OK, success_at=read)
    with opened(salon, qtbot) as stage:
        assert stage.desk.status.text == "iCloud last read at 07:44"


def test_time_that_is_taken_twice_waits_until_both_are_kept(salon: Salon, qtbot: QtBot) -> None:
    family = salon.connect(salon.ana)["Family"]
    visit = salon.visit()
    salon.book(visit, at(1, 10))
    number = salon.mirror(family, "Dentist", at(1, 10), at(1, 11))
    with salon.database.write() as tx:
        known = objects.get_object(tx, number)
        assert known is not None
        read = Indexer(tx, family).indexed(known, horizon(salon.now))
        flag_taken_twice(tx, salon.ana.id, [read], now=salon.now)
    with opened(salon, qtbot) as stage:
        panel = panel_of(stage)
        assert "Taken twice" in said(panel)
        assert "Another event takes the same time: Family: Dentist 10:00–11:00." in said(panel)
        stage.press(panel, "attention_keep_both")
        stage.settle()
        assert "Nothing waits for you" in said(panel)
        assert stage.block("Cleo Park").start == 10 * 60
