"""Who is booked and who books."""

from __future__ import annotations

from dataclasses import dataclass, field

from lcdesk.model.domain.hours import Hours


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who can be booked; hours are wall clock in the member's own `zone`."""

    id: int
    name: str
    email: str = ""
    zone: str = "UTC"
    hours: Hours = field(default_factory=Hours)
    hide_details: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person who books. Never made from an iCloud event."""

    id: int
    name: str
    email: str = ""
    phone: str = ""
    notes: str = ""
