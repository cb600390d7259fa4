"""The pages that edit what bookings are made of, over one set of view models."""

from __future__ import annotations

from functools import partial
from typing import Any

from lcdesk.ui.settings.calendar_page import CalendarPage
from lcdesk.ui.settings.contact_page import ContactPage
from lcdesk.ui.settings.labels import Look
from lcdesk.ui.settings.place import Place
from lcdesk.ui.settings.resource_page import ResourcePage
from lcdesk.ui.settings.staff_page import StaffPage
from lcdesk.ui.viewmodels.editors import Editors


class EditorPages:
    """Calendars, staff, rooms and equipment, contacts; `places` holds them in this order."""

    def __init__(self, look: Look, editors: Editors) -> None:
        self._calendars = Place(partial(CalendarPage, look, editors))
        self._staff = Place(partial(StaffPage, look, editors))
        self._resources = Place(partial(ResourcePage, look, editors))
        self._contacts = Place(partial(ContactPage, look, editors))
        self.places: tuple[Place[Any], ...] = (
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
