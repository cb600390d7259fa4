"""However days and members stand side by side, what is shown together is shown apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import Days, ViewFilter
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.agenda_week import Scope, groups_of, make_week
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.grid.geometry import GridGeometry
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.week import NOBODY, Week
from lcdesk.ui.wording.labels import Forms
from tests.desk import BERLIN

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
NOW = MONDAY + timedelta(days=2, hours=9)
FORMS = Forms(LocaleFormat(QLocale("en_GB")))
HOURS = Hours(((HoursBlock(540, 1080),),) * 7)
STAFF = {at: StaffMember(at, f"Member {at}", zone=BERLIN, hours=HOURS) for at in (1, 2, 3)}
CALENDARS = {
    1: Calendar(1, "Visit", CalendarKind.ROUND_ROBIN, (1, 2)),
    2: Calendar(2, "Panel", CalendarKind.COLLECTIVE, (1, 2, 3)),
    3: Calendar(3, "Room", CalendarKind.SIMPLE, zone=BERLIN, hours=HOURS),
}
DIRECTORY = Directory(STAFF, CALENDARS)

filters = st.builds(
    ViewFilter,
    kind=st.sampled_from([None, *CalendarKind]),
    hidden_calendars=st.frozensets(st.sampled_from([1, 2, 3])),
    hidden_staff=st.frozensets(st.sampled_from([1, 2, 3])),
)


@st.composite
def entries(draw: st.DrawFn) -> AgendaEntry:
    start = MONDAY + timedelta(minutes=draw(st.integers(-2000, 8 * 1440)))
    length = timedelta(minutes=draw(st.sampled_from([0, 15, 60, 300, 1440, 3000])))
    calendar = draw(st.sampled_from([None, 1, 2, 3]))
    return AgendaEntry(
        id="",
        kind=EntryKind.BLOCKED if calendar is None else EntryKind.APPOINTMENT,
        origin=Origin.LCDESK,
        span=TimeSpan(start, start + length),
        zone=BERLIN,
        title="Entry",
        calendar=calendar,
        staff=() if calendar == 3 else tuple(draw(st.sets(st.integers(1, 3), min_size=1))),
        status=None if calendar is None else Status.CONFIRMED,
    )


def made(found: list[AgendaEntry], scope: Scope) -> Week:
    numbered = [replace(entry, id=f"a{at}") for at, entry in enumerate(found)]
    groups = groups_of(numbered, DIRECTORY, scope.shown)
    return make_week(groups, EntryWords(DIRECTORY, {}, FORMS, scope.tz), scope)


weeks = st.tuples(
    st.lists(entries(), max_size=12), filters, st.integers(1, 7), st.integers(0, 6)
).map(
    lambda parts: (
        parts[0],
        Scope(
            DIRECTORY,
            parts[1],
            Days(date(2026, 11, 23) + timedelta(days=parts[3]), parts[2]),
            NOW,
            BERLIN,
            BERLIN,
        ),
    )
)


@given(weeks)
def test_side_by_side_shows_what_is_shown_together_at_the_same_times(
    week: tuple[list[AgendaEntry], Scope],
) -> None:
    found, scope = week
    together, apart = made(found, scope), made(found, replace(scope, by_member=True))
    assert _alike(together) == _alike(apart)


def _alike(week: Week) -> tuple[set[object], set[object]]:
    """What is drawn but for its column, and the name that the column says already."""
    blocks = {replace(block, member=None, details="", initials="") for block in week.blocks}
    return set(blocks), {replace(banner, member=None) for banner in week.banners}


@given(weeks)
def test_each_block_has_a_column_and_stands_there_once(
    week: tuple[list[AgendaEntry], Scope],
) -> None:
    found, scope = week
    apart = made(found, replace(scope, by_member=True))
    columns = [shown.column for shown in apart.days]
    assert len(set(columns)) == len(columns)
    scene = Scene(apart, GridGeometry(900, len(columns), 60), least=12)
    assert len(scene.blocks) == len(apart.blocks)
    boxes = [(block.id, block.column, block.start, block.is_travel) for block in apart.blocks]
    assert len(set(boxes)) == len(boxes)
    for at, column in enumerate(columns):
        assert all(scene.blocks[index].column == column for index in scene.of_day(at))


@given(weeks)
def test_what_has_a_member_on_view_stands_with_nobody_else(
    week: tuple[list[AgendaEntry], Scope],
) -> None:
    found, scope = week
    apart = made(found, replace(scope, by_member=True))
    on_view = {shown.member for shown in apart.days}
    if on_view == {None}:
        return
    for block in apart.blocks:
        staff = set(found[int(block.id[1:])].staff) & on_view
        assert block.member in (staff or {NOBODY})


@given(weeks)
def test_the_days_of_a_member_stand_together_in_order(
    week: tuple[list[AgendaEntry], Scope],
) -> None:
    found, scope = week
    apart = made(found, replace(scope, by_member=True))
    members = list(dict.fromkeys(shown.member for shown in apart.days))
    assert [shown.column for shown in apart.days] == [
        shown.column for member in members for shown in apart.days if shown.member == member
    ]
    for member in members:
        days = [shown.day for shown in apart.days if shown.member == member]
        assert tuple(days) == scope.days.each()
