"""Which page of the guide is about what a person looks at: one table, by the widgets' names.

A widget that is not named here is answered for by what it lies in.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lcdesk.ui.help.pages import INDEX

BOOKING, CONNECTING, SYNC = "booking.md", "connecting.md", "sync.md"
WAITING, SERIES, FILES = "waiting.md", "series.md", "files.md"
REMINDERS, FINDING, TIME_OFF = "reminders.md", "finding.md", "time-off.md"

# By a widget's object name: a page, and perhaps the heading on it.
PLACES: dict[str, str] = {
    "main_window": INDEX,
    "guide_reader": INDEX,
    "settings": INDEX,
    # the middle of the window
    "week_grid": f"{BOOKING}#what-the-week-shows",
    "month_grid": f"{BOOKING}#ways-to-book",
    "agenda_view": f"{FINDING}#the-agenda",
    "search_panel": f"{FINDING}#search",
    "entry_card": f"{BOOKING}#changing-an-appointment",
    "status_line": SYNC,
    "sync_panel": SYNC,
    # booking
    "first_steps_dialog": "getting-started.md",
    "booking_dialog": f"{BOOKING}#why-is-this-time-not-free",
    "quick_booking": f"{BOOKING}#ways-to-book",
    "block_dialog": f"{BOOKING}#blocking-time",
    "edit_dialog": f"{BOOKING}#changing-an-appointment",
    "edit_words_dialog": f"{BOOKING}#changing-an-appointment",
    "quick_add_dialog": f"{FINDING}#quick-add",
    "repeat_dialog": f"{SERIES}#making-one",
    "scope_dialog": f"{SERIES}#changing-one",
    "waiting_dialog": f"{WAITING}#waiting-list",
    "waiting_editor": f"{WAITING}#waiting-list",
    # what is beside the week
    "attention_panel": "attention.md",
    "activity_dialog": "attention.md#what-is-not-listed",
    "numbers_dialog": f"{FILES}#numbers",
    "print_dialog": f"{FILES}#printing",
    "export_dialog": f"{FILES}#calendar-files",
    "calendar_import_dialog": f"{FILES}#calendar-files",
    "contact_dialog": "contacts.md#the-card",
    "merge_dialog": "contacts.md#two-that-are-one",
    "contact_import_dialog": "contacts.md#files",
    "time_off_dialog": TIME_OFF,
    "reminders_window": REMINDERS,
    "shortcuts_dialog": "keys.md",
    # accounts
    "connect_wizard": f"{CONNECTING}#connecting-icloud",
    "password_dialog": f"{CONNECTING}#the-password-is-refused",
    "disconnect_dialog": f"{CONNECTING}#disconnecting",
    # pages of Settings
    "calendar_configuration": f"{CONNECTING}#primary-calendar-and-check-for-conflicts",
    "calendar_page": "calendars.md",
    "staff_page": "calendars.md#hours",
    "resource_page": "calendars.md#services-and-rooms",
    "contact_page": "contacts.md",
    "time_off_page": TIME_OFF,
    "integrations_page": f"{CONNECTING}#connecting-icloud",
    "sync_page": SYNC,
    "general_page": f"{REMINDERS}#starting-by-itself",
    "data_page": "backups.md",
    "notifications_page": REMINDERS,
    "about_page": "privacy.md",
}


def page_about(widget: QWidget) -> str:
    """The page about a widget: it or what it lies in, else what its window shows, else the window.

    The list at the side of Settings says nothing itself: the page beside it is what is looked at.
    """
    window = widget.window()
    step: QWidget | None = widget
    while step is not None and step is not window:
        if step.objectName() in PLACES:
            return PLACES[step.objectName()]
        step = step.parentWidget()
    parts = window.findChildren(QWidget)
    shown = (part for part in parts if part.window() is window and part.isVisible())
    inside = (PLACES[part.objectName()] for part in shown if part.objectName() in PLACES)
    return next(inside, PLACES.get(window.objectName(), INDEX))
