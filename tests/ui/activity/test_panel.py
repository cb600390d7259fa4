"""Activity in the real window: read, searched, shown in the week, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.deleted_in_icloud import release_all
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.ui.activity.activity_model import PAGE, ActivityList
from lcdesk.ui.activity.panel import ActivityDialog
from lcdesk.ui.activity.row import ActivityDelegate, room_of_time
from lcdesk.ui.activity.rows_model import ActivityRow
from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import Scheme
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened


def tell(salon: Salon, *titles: str, staff: int | None = None) -> None:
    """One row for each title, as a pass tells of a new event."""
    for title in titles:
        note = Note(
            JournalKind.EVENTS,
            staff=staff or salon.ana.id,
            counts={Deed.ADDED: 1},
            items=(Item(Deed.ADDED, title, at(1, 10), "a1"),),
        )
        with salon.database.write() as tx:
            tx.tell(note)


def release(salon: Salon, *titles: str) -> None:
    """Blocked slots on Tuesday that are released, since iCloud deleted their events."""
    linked = salon.connect(salon.ana)
    for hour, title in enumerate(titles, start=9):
        number = salon.mirror(linked["Family"], title, at(1, hour), at(1, hour + 1))
        salon.delete_in_icloud(number)
    with salon.database.write() as tx:
        release_all(tx)


def dialog_of(stage: Stage) -> ActivityDialog:
    stage.window.actions_table["activity"].trigger()
    found = stage.window.findChild(ActivityDialog)
    assert isinstance(found, ActivityDialog)
    stage.settle()
    return found


def list_of(dialog: QWidget) -> QListView:
    found = dialog.findChild(QListView, "activity_list")
    assert isinstance(found, QListView)
    return found


def model_of(dialog: QWidget) -> ActivityList:
    model = list_of(dialog).model()
    assert isinstance(model, ActivityList)
    return model


def texts(dialog: QWidget) -> list[str]:
    """Every line of the list, headings too."""
    model = model_of(dialog)
    return [str(model.data(model.index(at))) for at in range(model.rowCount())]


def rows(dialog: QWidget) -> list[ActivityRow]:
    model = model_of(dialog)
    found = (model.row(model.index(at)) for at in range(model.rowCount()))
    return [activity_row for activity_row in found if activity_row is not None]


def search(dialog: QWidget, text: str) -> None:
    field = dialog.findChild(QLineEdit, "activity_search")
    assert isinstance(field, QLineEdit)
    field.setText(text)


def choose(dialog: QWidget, title: str) -> ActivityRow:
    row = next(activity_row for activity_row in rows(dialog) if title in activity_row.title)
    list_of(dialog).setFocus()
    list_of(dialog).setCurrentIndex(model_of(dialog).index_of(row.id))
    return row


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def label(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_what_happened_is_grouped_by_day_and_the_newest_stands_first(
    salon: Salon, qtbot: QtBot
) -> None:
    salon.now -= timedelta(days=3)
    tell(salon, "Oldest")
    salon.now += timedelta(days=2)
    tell(salon, "Older")
    salon.now += timedelta(days=1)
    tell(salon, "Newest")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        assert [text.partition(" · ")[0] for text in texts(dialog)] == [
            "Today", "08:00", "Yesterday", "08:00", "Friday 20 November", "08:00",
        ]  # fmt: skip
        titles = [activity_row.title for activity_row in rows(dialog)]
    assert titles == [f"New in iCloud: {title}" for title in ("Newest", "Older", "Oldest")]


def test_a_search_narrows_the_list_while_somebody_types(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Dentist", "Gym", "Dentist again")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        search(dialog, "dent")
        assert len(rows(dialog)) == 2
        assert label(dialog, "activity_count") == "2 found"
        search(dialog, "AGAIN dent")
        assert [activity_row.title for activity_row in rows(dialog)] == [
            "New in iCloud: Dentist again"
        ]
        search(dialog, "zeppelin")
        assert label(dialog, "activity_empty") == "Nothing found"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert len(rows(dialog)) == 3, "the first Escape clears the search"


def test_a_search_reaches_rows_that_were_not_read_yet(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Needle")
    with salon.database.write() as tx:
        for number in range(3 * PAGE):
            tx.tell(Note(JournalKind.JOINED, subject=f"a{number}"))
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        assert len(rows(dialog)) == PAGE, "a page is enough to begin with"
        search(dialog, "needle")
        qtbot.waitUntil(lambda: not model_of(dialog).is_looking)
        assert [activity_row.title for activity_row in rows(dialog)] == ["New in iCloud: Needle"]


def test_scrolling_to_the_end_reads_on(salon: Salon, qtbot: QtBot) -> None:
    with salon.database.write() as tx:
        for number in range(2 * PAGE + 5):
            tx.tell(Note(JournalKind.JOINED, subject=f"a{number}"))
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        bar = list_of(dialog).verticalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() > 0)

        def scrolled() -> int:
            bar.setValue(bar.maximum())
            return len(rows(dialog))

        qtbot.waitUntil(lambda: scrolled() == 2 * PAGE + 5)


def test_one_members_activity(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Ana's", staff=salon.ana.id)
    tell(salon, "Ben's", staff=salon.ben.id)
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        choices = stage.child(dialog, "activity_whose")
        choices.setCurrentIndex(choices.findText("Ben"))  # type: ignore[attr-defined]
        assert [activity_row.title for activity_row in rows(dialog)] == ["New in iCloud: Ben's"]


def test_show_goes_to_the_week_of_what_is_told(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        stage.desk.week.step(3)
        dialog = dialog_of(stage)
        assert not button(dialog, "activity_show").isEnabled()
        choose(dialog, "Dentist")
        QTest.keyClick(list_of(dialog), Qt.Key.Key_Return)
        assert at(1, 10).date() in stage.desk.week.days


def test_of_several_things_the_person_chooses_one_to_be_shown(salon: Salon, qtbot: QtBot) -> None:
    release(salon, "Dentist", "Gym")
    with opened(salon, qtbot) as stage:
        stage.desk.week.step(3)
        dialog = dialog_of(stage)
        choose(dialog, "Released: 2 blocked slots")
        button(dialog, "activity_show").click()
        menu = dialog.findChild(QMenu, "activity_links")
        assert isinstance(menu, QMenu)
        names = [action.text() for action in menu.actions()]
        assert names[0].startswith("Dentist · Tuesday 24 November, 09:00")
        menu.actions()[1].trigger()
        menu.close()
        assert at(1, 10).date() in stage.desk.week.days


def test_a_released_slot_comes_back_with_a_click_on_its_row(salon: Salon, qtbot: QtBot) -> None:
    release(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        assert "Dentist" not in stage.titles()
        dialog = dialog_of(stage)
        point = undo_place(dialog, "Released: Dentist")
        QTest.mouseClick(list_of(dialog).viewport(), Qt.MouseButton.LeftButton, pos=point)
        stage.settle()
        assert "Dentist" in stage.titles()
        assert rows(dialog)[0].title == "Undone: Released: Dentist"
        assert next(
            activity_row
            for activity_row in rows(dialog)
            if activity_row.title == "Released: Dentist"
        ).is_undone


def test_a_click_beside_the_button_undoes_nothing(salon: Salon, qtbot: QtBot) -> None:
    release(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        point = undo_place(dialog, "Released: Dentist") - QPoint(200, 0)
        QTest.mouseClick(list_of(dialog).viewport(), Qt.MouseButton.LeftButton, pos=point)
        stage.settle()
        assert "Dentist" not in stage.titles()


def test_undo_works_with_the_keyboard_alone(salon: Salon, qtbot: QtBot) -> None:
    release(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        choose(dialog, "Released: Dentist")
        QTest.keyClick(list_of(dialog), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        stage.settle()
        assert "Dentist" in stage.titles()
        assert not button(dialog, "activity_undo").isEnabled(), "it is undone already"


def test_what_moved_on_is_refused_with_a_sentence(salon: Salon, qtbot: QtBot) -> None:
    from lcdesk.model.commands.accounts import set_role
    from lcdesk.model.domain.accounts import Role
    from lcdesk.model.store.accounts import linked_calendars

    release(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        with salon.database.write() as tx:
            family = next(linked for linked in linked_calendars(tx) if linked.name == "Family")
            set_role(tx, family.id, Role.NONE, now=salon.now)
        choose(dialog, "Released: Dentist")
        button(dialog, "activity_undo").click()
        assert "“Family” is not used any more" in label(dialog, "activity_said")
        assert not dialog.findChild(QLabel, "activity_said").isHidden()  # type: ignore[union-attr]


def test_the_list_grows_while_it_is_open_and_keeps_what_is_chosen(
    salon: Salon, qtbot: QtBot
) -> None:
    tell(salon, "First")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        before = choose(dialog, "First")
        tell(salon, "Second")
        qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
        row = model_of(dialog).row(list_of(dialog).currentIndex())
        assert row is not None
        assert row.id == before.id


def test_rows_are_copied_as_text(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Dentist", "Gym")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        choose(dialog, "Dentist")
        list_of(dialog).selectAll()
        QTest.keyClick(list_of(dialog), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        lines = QGuiApplication.clipboard().text().splitlines()
    when = "Tuesday 24 November, 10:00 · Ana"
    assert lines == [
        f"2026-11-23 08:00 · New in iCloud: {title} · {when}" for title in ("Gym", "Dentist")
    ]


def test_nothing_happened_yet(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        assert label(dialog, "activity_empty") == "Nothing has happened yet"
        assert not list_of(dialog).isVisible()
        tell(salon, "Dentist")
        qtbot.waitUntil(list_of(dialog).isVisible)


@pytest.mark.parametrize(
    ("servers", "where"),
    [
        ((), "here as well as in iCloud is"),
        (("https://dav.example.org/",), "here as well as on dav.example.org is"),
        (("", "https://dav.example.org/"), "as well as in iCloud and on dav.example.org is"),
    ],
)
def test_an_empty_list_says_where_the_changes_are_it_tells_of(
    salon: Salon, qtbot: QtBot, servers: tuple[str, ...], where: str
) -> None:
    for member, server in zip((salon.ana, salon.ben), servers, strict=False):
        salon.connect(member, server)
    with opened(salon, qtbot) as stage:
        assert where in label(dialog_of(stage), "activity_empty_text")


def test_it_opens_from_the_status_line_too_and_only_once(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        first = dialog_of(stage)
        stage.window.status.activity_requested.emit()
        assert stage.window.findChildren(ActivityDialog) == [first]
        assert not first.isModal()


def test_the_time_is_whole_in_every_size_of_text(salon: Salon, qtbot: QtBot) -> None:
    """Its room was rounded down, so that in some sizes it read "10:…"."""
    tell(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        (row,) = rows(dialog)
        for percent in range(70, 240, 3):
            font = scale_font(dialog.font(), percent / 100)
            room = room_of_time(font, row, font).width()
            elided = QFontMetrics(font).elidedText(row.time, Qt.TextElideMode.ElideRight, room)
            assert elided == row.time


def test_a_screen_reader_hears_the_rows(salon: Salon, qtbot: QtBot) -> None:
    tell(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        spoken = QAccessible.queryAccessibleInterface(list_of(dialog))
        assert spoken is not None
        assert spoken.text(QAccessible.Text.Name) == "Activity"
        names = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
    assert any("New in iCloud: Dentist" in name for name in names)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_rows_are_drawn_in_the_colours_in_force(salon: Salon, qtbot: QtBot, scheme: Scheme) -> None:
    tell(salon, "Dentist")
    with opened(salon, qtbot) as stage:
        dialog = dialog_of(stage)
        stage.window.appearance.force(scheme)
        stage.settle()
        palette = stage.window.appearance.palette
        image = list_of(dialog).viewport().grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(400) for y in range(70)}
        stage.window.appearance.force(None)
    assert {palette.panel, palette.text} <= seen


def undo_place(dialog: ActivityDialog, title: str) -> QPoint:
    """The middle of a row's button, in the list's own coordinates."""
    view = list_of(dialog)
    row = choose(dialog, title)
    index = model_of(dialog).index_of(row.id)
    view.scrollTo(index)
    delegate = view.itemDelegate()
    assert isinstance(delegate, ActivityDelegate)
    given = QStyleOptionViewItem()
    view.initViewItemOption(given)
    given.rect = view.visualRect(index)
    rect = delegate.undo_rect(given, row)
    assert not rect.isEmpty()
    return rect.center()
