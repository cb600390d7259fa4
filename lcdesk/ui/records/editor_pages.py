"""The pages that edit what bookings are made of, over one set of view models."""

from __future__ import annotations

from functools import partial
from typing import Any

from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.contact_page import ContactPage
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.resource_page import ResourcePage
from lcdesk.ui.records.staff_page import StaffPage
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.page import LazyPage


class EditorPages:
    """Calendars, staff, rooms and equipment, contacts; `pages` holds them in this order."""

    def __init__(self, look: Look, editors: Editors) -> None:
        self._calendars = LazyPage(partial(CalendarPage, look, editors))
        self._staff = LazyPage(partial(StaffPage, look, editors))
        self._resources = LazyPage(partial(ResourcePage, look, editors))
        self._contacts = LazyPage(partial(ContactPage, look, editors))
        self.pages: tuple[LazyPage[Any], ...] = (
            self._calendars,
            self._staff,
            self._resources,
            self._contacts,
        )

    @property
    def calendars(self) -> CalendarPage:
        """Booking calendars."""
        return self._calendars.page

    @property
    def staff(self) -> StaffPage:
        """Staff members."""
        return self._staff.page

    @property
    def resources(self) -> ResourcePage:
        """Rooms and equipment."""
        return self._resources.page

    @property
    def contacts(self) -> ContactPage:
        """Contacts."""
        return self._contacts.page
