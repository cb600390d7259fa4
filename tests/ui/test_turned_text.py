"""Marks of direction and control characters in titles and names turn, hide or fill nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_contact, save_resource
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import JOINERS
from lcdesk.model.store.tables import linked_calendar
from lcdesk.ui.desktop.tray import TrayIcon
from lcdesk.ui.desktop.tray_model import TrayStatus
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_line, as_lines, as_sentence, as_typed, without_tags
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.window.status_line import Toast
from lcdesk.ui.wording.labels import refusal, sentence
from tests.desk import keep_contact_name
from tests.salon import Salon, at
from tests.ui.dialog_walk import OVER_SETTINGS, OVER_WINDOW, over_settings, over_window
from tests.ui.records.test_editors import Opened
from tests.ui.settings import stage as settings_stage
from tests.ui.test_as_typed import shown_and_spoken
from tests.ui.window.stage import opened

TURNING = "Bill\u202egpj.exe\u2066 to\u2067 pay\x1b[31m\x07\u200e\u2029now"
PLAIN = "Billgpj.exe to pay[31m\u200e now"
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
ISOLATED = f"\u2068{HEBREW}\u2069"
LONG = "Annual meeting " * 700
ALLOWED = f"\n{JOINERS}\u200e\u200f\u061c\u2068\u2069"


def turning(text: str) -> bool:
    """Whether a letter of it commands, or turns what stands around it."""
    return any(
        unicodedata.category(letter) in ("Cc", "Cf") and letter not in ALLOWED for letter in text
    )


def turned(root: QWidget) -> Iterator[str]:
    """What shows or says such a letter, tooltips and painted blocks included."""
    for whose, text in shown_and_spoken(root):
        if turning(text):
            yield f"{whose}: {text!r}"
    for widget in [root, *root.findChildren(QWidget)]:
        texts = [widget.toolTip(), widget.statusTip()]
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            cells = [model.index(row, 0) for row in range(model.rowCount())]
            texts += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
        yield from (f"tip of {widget.objectName()}: {text!r}" for text in texts if turning(text))


def order_on_screen(text: str) -> str:
    """The letters as they stand from left to right in a line that reads that way."""
    layout = QTextLayout(text)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    places = [(line.cursorToX(at)[0], at) for at in range(len(text) + 1)]  # type: ignore[index]
    edges = {at: x for x, at in places}
    middles = [((edges[at] + edges[at + 1]) / 2, letter) for at, letter in enumerate(text)]
    return "".join(letter for _, letter in sorted(middles, key=lambda pair: pair[0]))


def test_marks_of_direction_and_control_characters_are_left_out() -> None:
    assert as_line(TURNING) == PLAIN
    assert as_lines(f"One\r\n{TURNING}") == "One\nBillgpj.exe to pay[31m\u200e\nnow"


@pytest.mark.parametrize(
    "name",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian is misspelled without it
        "क्\u200dष",
        "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}",
        "\N{WAVING BLACK FLAG}\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\uf8ff Store",  # of private use: Apple's own sign
    ],
)
def test_joiners_flags_and_signs_of_private_use_stay(name: str) -> None:
    assert as_line(name).strip("\u2068\u2069") == name


def test_a_hebrew_title_turned_the_time_behind_it(qapp: QApplication) -> None:
    del qapp
    turned_around = order_on_screen(f"Cancelled: {HEBREW}, 09:30")
    assert not turned_around.endswith(", 09:30")
    assert order_on_screen(f"Cancelled: {as_line(HEBREW)}, 09:30").endswith(", 09:30")
    assert as_line(as_line(HEBREW)) == ISOLATED


REASONS = (
    (ReasonCode.CONFLICT, f"{HEBREW} 2 {HEBREW} 10:00\N{EN DASH}11:00", "Ana"),
    (ReasonCode.BOOKED, f"{HEBREW}\N{RIGHT SINGLE QUOTATION MARK}s 10:00", HEBREW),
    (ReasonCode.BOOKED, f"{HEBREW} 10:00", None),
)


@pytest.mark.parametrize(("code", "what", "staff"), REASONS)
def test_a_hebrew_title_inside_a_reason_turned_the_time_behind_it(
    qapp: QApplication, code: ReasonCode, what: str, staff: str | None
) -> None:
    del qapp
    told = sentence(Reason(code, what, staff))
    behind = what[what.index("10:00") :]
    assert order_on_screen(told).endswith(behind)
    assert told.count("\u2068") == told.count("\u2069") == (2 if staff == HEBREW else 1)
    refused = refusal(SlotNotOpen("Not booked.", details=(f"{code}: {what}",)))
    assert order_on_screen(refused).endswith(f"{behind}.")
    assert as_sentence("Ana is busy") == "Ana is busy"


def test_ten_thousand_letters_end_in_an_ellipsis() -> None:
    assert len(as_line(LONG)) == 200
    assert as_line(LONG).endswith("…")
    assert as_line(f"{HEBREW} " * 3_000).endswith("…\u2069")
    assert len(as_typed(f"{LONG}\n" * 90)) < 200_000
    assert as_line("Yoga", 4) == "Yoga"
    assert as_line("Yoga class", 5) == "Yoga…"


def test_the_tray_and_notifications_get_none_of_them(qapp: QApplication) -> None:
    tray = TrayIcon(Icons(Appearance(qapp)))
    tray.show_status(TrayStatus(text=TURNING))
    assert tray.icon.toolTip() == f"lcdesk\n{PLAIN}"
    assert not turning(without_tags(TURNING))


@pytest.mark.parametrize("name", [TURNING, LONG])
def test_a_note_at_the_bottom_stays_readable(qtbot: QtBot, name: str) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 600)
    room.show()
    toast = Toast(room)
    toast.say(f"Cancelled: {name}", "Undo", f"Give to {name}")
    assert list(turned(toast)) == []
    assert room.rect().contains(toast.geometry())
    toast.dismiss()


@pytest.mark.parametrize("name", [TURNING, LONG])
def test_hostile_names_in_the_week_its_sidebar_activity_and_attention(
    salon: Salon, qtbot: QtBot, name: str
) -> None:
    member = salon.staff(name)
    linked = salon.connect(salon.ana)
    with salon.database.write() as tx:
        tx.connection.execute(sa.update(linked_calendar).values(name=name))
        tx.touch(Topic.ACCOUNTS)
        item = Item(Deed.ADDED, name, at(1, 10), "a1")
        tx.tell(Note(JournalKind.EVENTS, counts={Deed.ADDED: 1}, items=(item,)))
    salon.mirror(linked["Work"], name, at(2, 12), at(2, 13))
    hall = salon.calendar(name, CalendarKind.ROUND_ROBIN, member, group=name)
    salon.book(hall, at(1, 10), Contact(0, "Somebody"), title=name, location=name, notes=name)
    keep_contact_name(salon.database, "Somebody", name)
    with opened(salon, qtbot) as stage:
        least = stage.window.minimumSizeHint().width()
        for action in ("activity", "new_booking", "block_time"):
            stage.window.actions_table[action].trigger()
            stage.settle()
        stage.window.status.attention_requested.emit()
        for offset, minute in ((1, 10 * 60), (2, 12 * 60)):
            stage.click(offset, minute + 10)
            stage.settle()
            card = stage.child(stage.window, "entry_card")
            assert stage.window.rect().contains(card.geometry())
            roots = [stage.window, *QApplication.topLevelWidgets()]
            assert {text for root in roots for text in turned(root)} == set()
        assert least == stage.window.minimumSizeHint().width() < 1_000
        for block in stage.blocks():
            told = (block.title, block.description.tooltip, block.description.spoken)
            assert not any(map(turning, told))
            assert max(map(len, told)) < 2_000


@pytest.mark.parametrize("which", OVER_WINDOW)
@pytest.mark.parametrize("name", [TURNING, LONG])
def test_hostile_names_in_dialogs_over_the_window(
    salon: Salon, qtbot: QtBot, which: str, name: str
) -> None:
    for _stage, dialog in over_window(salon, qtbot, which, name=name, title=name):
        assert list(turned(dialog)) == []
        assert dialog.width() < 1_000
        assert dialog.height() <= 900
        assert too_long(dialog) == []


@pytest.mark.parametrize("which", OVER_SETTINGS)
@pytest.mark.parametrize("name", [TURNING, LONG])
def test_hostile_names_in_dialogs_over_settings(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str, name: str
) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    found: list[str] = []
    for dialog in over_settings(stage, qtbot, which, name=name):
        found += [*turned(dialog), *too_long(dialog)]
        assert dialog.width() < 1_100
    stage.close()
    assert found == []


@pytest.mark.parametrize("name", [TURNING, LONG])
def test_hostile_names_in_settings(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    stage = settings_stage.Stage(tmp_path, qapp)
    member = stage.add_member(name)
    stage.add_account(settings_stage.found(name))
    calendar = Calendar(0, name, CalendarKind.ROUND_ROBIN, (member,), zone="Europe/Madrid")
    with stage.database.write() as tx:
        save_calendar(tx, replace(calendar, group=name), settings_stage.NOW)
        save_resource(tx, Resource(0, name))
        save_contact(tx, Contact(0, "Somebody", "h@example.org"), now=settings_stage.NOW)
    keep_contact_name(stage.database, "Somebody", name)
    dialog = Opened(stage, qtbot).dialog
    dialog.show()
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    found = {}
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        for listed in dialog.findChildren(QListWidget):
            if listed.isVisible() and listed is not pages:
                listed.setCurrentRow(listed.count() - 1)
        QApplication.processEvents()
        found[pages.item(row).text()] = [*turned(dialog), *too_long(dialog)]
        assert dialog.width() < 1_100, pages.item(row).text()
    stage.close()
    assert {page: texts for page, texts in found.items() if texts} == {}


def too_long(root: QWidget) -> list[str]:
    """Labels that nobody would read to their end."""
    labels = [label for label in root.findChildren(QLabel) if len(label.text()) > 1_000]
    return [f"{label.objectName()}: {len(label.text())} letters" for label in labels]
