"""Printing: what a printout holds, what its dialog offers, and the file that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.ui.context.view_filter import DayMode, Days
from lcdesk.ui.look.palette import LIGHT
from lcdesk.ui.printing.calendar_painter import CalendarPainter, hours_to_print
from lcdesk.ui.printing.dialog import PrintDialog
from lcdesk.ui.printing.pages import Section
from lcdesk.ui.printing.printing_model import Form, Printing
from tests.salon import MONDAY, Salon, at
from tests.ui.window.stage import Stage

WEEK = Days(MONDAY, 7)
DANA = Contact(0, "Dana Lee", "dana@example.org", "+49 30 77", "Allergic to nuts")


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo on Tuesday, Dana in a class on Wednesday, a cancelled one, Ana's private event."""
    visit = salon.visit(salon.ana, salon.ben, location="Room 1")
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=10)
    salon.book(yoga, at(2, 11), DANA)
    gone = salon.book(visit, at(3, 12), Contact(0, "Gus"))
    with salon.database.write() as tx:
        cancel(tx, gone.id, now=salon.now)
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Dentist", at(4, 10), at(4, 11))


@pytest.fixture
def printing(stage: Stage) -> Printing:
    return stage.desk.make_printing()


def rows(sections: list[Section]) -> dict[str, list[tuple[str, ...]]]:
    """What stands under each heading."""
    return {section.heading: [row.cells for row in section.rows] for section in sections}


def test_the_agenda_lists_each_day_with_anything(printing: Printing) -> None:
    found = rows(printing.sections(Form.AGENDA, WEEK))
    assert list(found) == [
        "Tuesday 24 November",
        "Wednesday 25 November",
        "Thursday 26 November",
        "Friday 27 November",
    ]
    (row,) = found["Tuesday 24 November"]
    assert row == ("10:00 – 10:30", "Cleo Park", "+49 30 1234", "First visit", "Ana", "Room 1")


def test_what_is_cancelled_is_struck_in_the_agenda_and_on_no_day_sheet(
    printing: Printing,
) -> None:
    (thursday,) = [
        section
        for section in printing.sections(Form.AGENDA, WEEK)
        if section.heading.startswith("Thursday")
    ]
    assert [row.is_struck for row in thursday.rows] == [True]
    assert not any(
        "Gus" in cell
        for cells in rows(printing.sections(Form.DAY_SHEETS, WEEK)).values()
        for row in cells
        for cell in row
    )


def test_a_day_sheet_has_a_page_for_each_member_and_day_of_work(printing: Printing) -> None:
    sections = printing.sections(Form.DAY_SHEETS, WEEK)
    assert len(sections) == 2 * 5
    assert all(section.starts_page for section in sections)
    assert sections[0].heading == "Ana, Monday 23 November"
    assert sections[0].note == "09:00 – 18:00"
    assert sections[0].nothing == "Nothing planned"
    friday = rows(sections)["Ana, Friday 27 November"]
    assert [row[1] for row in friday] == ["Dentist"]
    assert rows(sections)["Ben, Friday 27 November"] == []


def test_a_class_list_has_a_box_for_each_seat(printing: Printing) -> None:
    (found,) = printing.sections(Form.CLASS_LISTS, WEEK)
    assert found.heading == "Yoga, Wednesday 25 November, 11:00 – 12:00"
    assert found.note == "Ben, 1 of 10 seats"
    (row,) = found.rows
    assert row.has_box
    assert row.cells == ("Dana Lee", "+49 30 77", "dana@example.org", "Allergic to nuts")


def test_hidden_details_were_printed(salon: Salon, stage: Stage) -> None:
    salon.save_member(replace(salon.ana, hide_details=True))
    stage.settle()
    found = rows(stage.desk.make_printing().sections(Form.DAY_SHEETS, WEEK))
    assert [row[1] for row in found["Ana, Friday 27 November"]] == ["Busy"]


def test_days_over_two_months_are_two_pages(printing: Printing) -> None:
    titles = [week.title for week in printing.months(Days(date(2026, 11, 30), 2))]
    assert titles == ["November 2026", "December 2026"]
    titles = [week.title for week in printing.weeks(Days(date(2026, 11, 29), 2))]
    assert titles == ["23 – 29 November 2026", "30 November – 6 December 2026"]


def test_the_printed_week_has_the_hours_with_anything_in_them(salon: Salon, stage: Stage) -> None:
    (week,) = stage.desk.make_printing().weeks(WEEK)
    assert hours_to_print(week) == (9, 18)
    linked = salon.connect(salon.ben)
    salon.mirror(linked["Family"], "Early", at(0, 6, 30), at(0, 7))
    stage.settle()
    (week,) = stage.desk.make_printing().weeks(WEEK)
    assert hours_to_print(week) == (6, 18)


@pytest.mark.parametrize("is_coloured", [True, False])
def test_black_and_white_has_no_colour_in_it(stage: Stage, is_coloured: bool) -> None:
    (week,) = stage.desk.make_printing().weeks(WEEK)
    picture = QImage(800, 500, QImage.Format.Format_RGB32)
    picture.fill("white")
    window = stage.window
    font = QFont(window.font())
    font.setPixelSize(12)
    drawing = CalendarPainter(
        LIGHT, font, window.icons, window.locale_format, is_coloured=is_coloured
    )
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)
    drawing.draw_week(week, painter, QRectF(0, 0, 800, 500))
    painter.end()
    colours = {picture.pixel(x, y) for x in range(800) for y in range(500)}
    assert any(QColor(colour).saturation() > 60 for colour in colours) is is_coloured


@pytest.fixture
def dialog(stage: Stage) -> PrintDialog:
    """As the menu opens it over a week."""
    stage.window.actions_table["print"].trigger()
    opened = stage.window.findChild(PrintDialog)
    assert opened is not None
    return opened


def said(stage: Stage, dialog: PrintDialog) -> str:
    label = stage.child(dialog, "print_said")
    assert isinstance(label, QLabel)
    return label.text()


def tick(stage: Stage, dialog: PrintDialog, name: str) -> None:
    button = stage.child(dialog, name)
    assert isinstance(button, QAbstractButton)
    button.click()


@pytest.mark.parametrize(
    ("mode", "form", "days"),
    [
        (DayMode.DAY, Form.DAY_SHEETS, Days(MONDAY, 1)),
        (DayMode.WEEK, Form.WEEK, WEEK),
        (DayMode.MONTH, Form.MONTH, Days(date(2026, 11, 1), 30)),
        (DayMode.AGENDA, Form.AGENDA, WEEK),
    ],
)
def test_the_dialog_begins_with_what_is_seen(
    stage: Stage, mode: DayMode, form: Form, days: Days
) -> None:
    stage.window.actions_table[mode.value].trigger()
    stage.window.actions_table["print"].trigger()
    dialog = stage.window.findChild(PrintDialog)
    assert dialog is not None
    assert (dialog.wish.form, dialog.wish.days) == (form, days)


def test_a_choice_shows_its_pages(stage: Stage, dialog: PrintDialog) -> None:
    assert said(stage, dialog) == "1 page"
    tick(stage, dialog, "print_day_sheets")
    dialog.make_pages()
    assert said(stage, dialog) == "10 pages"


def test_days_without_a_class_have_nothing_to_print(stage: Stage, dialog: PrintDialog) -> None:
    tick(stage, dialog, "print_class_lists")
    dialog.first.show_day(date(2026, 12, 7))
    dialog.last.show_day(date(2026, 12, 7))
    dialog.make_pages()
    assert said(stage, dialog) == "There is nothing to print on these days."
    assert not stage.child(dialog, "print_save").isEnabled()


def test_the_last_day_never_lies_before_the_first(stage: Stage, dialog: PrintDialog) -> None:
    dialog.first.show_day(date(2026, 12, 7))
    assert dialog.wish.days == Days(date(2026, 12, 7), 1)
    dialog.last.show_day(date(2030, 1, 1))
    assert dialog.wish.days.count == 92


def test_paper_and_colour_are_part_of_the_wish(stage: Stage, dialog: PrintDialog) -> None:
    paper = stage.child(dialog, "print_paper")
    assert isinstance(paper, QComboBox)
    paper.setCurrentText("Letter")
    tick(stage, dialog, "print_grey")
    assert dialog.wish.paper is QPageSize.PageSizeId.Letter
    assert not dialog.wish.is_coloured


def test_a_pdf_is_kept(stage: Stage, dialog: PrintDialog, tmp_path: Path) -> None:
    file = tmp_path / "week.pdf"
    dialog.write(str(file))
    assert file.read_bytes().startswith(b"%PDF")
    assert said(stage, dialog) == "Saved as week.pdf."
    assert [found.name for found in tmp_path.glob("*week*")] == ["week.pdf"]


def test_a_pdf_that_cannot_be_written_left_the_one_before_alone(
    stage: Stage, dialog: PrintDialog, tmp_path: Path
) -> None:
    dialog.write(str(tmp_path / "no such folder" / "week.pdf"))
    assert said(stage, dialog).startswith("The file could not be written: No such file")
    assert not (tmp_path / "no such folder").exists()


def test_without_a_printer_a_pdf_is_the_answer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    stage.window.actions_table["print"].trigger()
    button = stage.child(stage.window, "print_now")
    save = stage.child(stage.window, "print_save")
    assert isinstance(save, QPushButton)
    assert not button.isEnabled()
    assert button.toolTip() == "No printer is set up on this computer."
    assert save.isDefault()


def test_a_kept_pdf_could_be_read_by_others(dialog: PrintDialog, tmp_path: Path) -> None:
    file = tmp_path / "week.pdf"
    dialog.write(str(file))
    assert file.stat().st_mode & 0o777 == 0o600
