"""What a person chose of the agenda: which entries, which columns, in which order. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lcdesk.model.domain.events import Status


class Show(StrEnum):
    """Which entries are listed."""

    ALL = "all"
    UPCOMING = "upcoming"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"
    NOSHOW = "noshow"


STATUSES = {
    Show.UNCONFIRMED: frozenset({Status.NEW}),
    Show.CANCELLED: frozenset({Status.CANCELLED, Status.INVALID}),
    Show.NOSHOW: frozenset({Status.NOSHOW}),
}


class Column(StrEnum):
    """What is said of an entry, in the order of the columns."""

    TIME = "time"
    TITLE = "title"
    CONTACT = "contact"
    CALENDAR = "calendar"
    STAFF = "staff"
    STATUS = "status"
    PLACE = "place"
    NOTES = "notes"


COLUMNS = tuple(Column)
ALWAYS = (Column.TIME, Column.TITLE)
USUAL_COLUMNS = frozenset({*ALWAYS, Column.CALENDAR, Column.STAFF, Column.STATUS})


@dataclass(frozen=True, slots=True)
class AgendaChoices:
    """Filter, columns and order. `calendar` and `member` are 0 for all of them.

    Sorted by TIME, `is_descending` turns the whole list round; by another column it is the entries
    of each day that are sorted, since the list is one of days.
    """

    show: Show = Show.ALL
    calendar: int = 0
    member: int = 0
    text: str = ""
    columns: frozenset[Column] = USUAL_COLUMNS
    sort: Column = Column.TIME
    is_descending: bool = False

    @property
    def newest_first(self) -> bool:
        """Whether later days stand above earlier ones."""
        return self.sort is Column.TIME and self.is_descending

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen that may hide entries, beside what is listed at all."""
        return bool(self.calendar or self.member or self.text.strip())


def to_json(choices: AgendaChoices) -> dict[str, object]:
    """What is remembered: everything but what was searched for."""
    return {
        "show": choices.show.value,
        "calendar": choices.calendar,
        "member": choices.member,
        "columns": [column.value for column in COLUMNS if column in choices.columns],
        "sort": choices.sort.value,
        "descending": choices.is_descending,
    }


def from_json(kept: object) -> AgendaChoices:
    """What another version wrote, as far as it makes sense."""
    if not isinstance(kept, dict):
        return AgendaChoices()
    try:
        return AgendaChoices(
            show=Show(kept.get("show", Show.ALL)),
            calendar=int(kept.get("calendar", 0)),
            member=int(kept.get("member", 0)),
            columns=frozenset({*ALWAYS, *map(Column, kept.get("columns", USUAL_COLUMNS))}),
            sort=Column(kept.get("sort", Column.TIME)),
            is_descending=bool(kept.get("descending", False)),
        )
    except (TypeError, ValueError):
        return AgendaChoices()
