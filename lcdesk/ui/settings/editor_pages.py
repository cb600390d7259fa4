"""The pages that edit what bookings are made of, over one set of view models."""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.ui.settings.calendar_page import CalendarPage
from lcdesk.ui.settings.contact_page import ContactPage
from lcdesk.ui.settings.labels import Look
from lcdesk.ui.settings.resource_page import ResourcePage
from lcdesk.ui.settings.staff_page import StaffPage
from lcdesk.ui.viewmodels.editors import Editors


@dataclass(frozen=True, slots=True)
class EditorPages:
    """Calendars, staff, rooms and equipment, contacts."""

    calendars: CalendarPage
    staff: StaffPage
    resources: ResourcePage
    contacts: ContactPage

    @classmethod
    def of(cls, look: Look, editors: Editors) -> EditorPages:
        """All four."""
        return cls(
            CalendarPage(look, editors),
            StaffPage(look, editors),
            ResourcePage(look, editors),
            ContactPage(look, editors),
        )
