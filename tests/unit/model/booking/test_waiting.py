"""What is offered to those who wait is open by the booking rules, and suits them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER, check
from lcdesk.model.booking.waiting import first_fit, open_times, wish_of
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import local_day, zone
from tests.property.situations import Question, questions

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
wishes = st.tuples(
    st.integers(-1, 1),
    st.integers(0, 2),
    st.sets(st.integers(0, 6), max_size=3),
    st.integers(0, 23),
    st.integers(1, 24),
    st.integers(0, 3),
)


@pytest.mark.parametrize("kind", list(CalendarKind))
def test_nothing_is_offered_that_the_rules_refuse(kind: CalendarKind) -> None:
    @settings(max_examples=60)
    @given(questions(kind), wishes)
    def agree(question: Question, drawn: tuple[int, int, set[int], int, int, int]) -> None:
        shift, days, weekdays, after, more, member = drawn
        situation = question.situation
        calendar = situation.calendar
        asked = ((None, *calendar.staff) * 4)[member]
        first = question.first + timedelta(days=shift)
        waiting = Waiting(
            id=1,
            calendar=calendar.id,
            contact=1,
            first=first,
            last=first + timedelta(days=days),
            since=SINCE,
            staff=asked if kind in CHOOSES_A_MEMBER else None,
            weekdays=tuple(sorted(weekdays)),
            after=after * 60,
            before=min(after + more, 24) * 60,
        )
        wish = wish_of(waiting, calendar)
        assert wish is not None
        tz = zone(calendar.zone)
        found = open_times(situation, wish, question.first, question.days, also=question.picks)
        own = None if wish.staff is None else (wish.staff,)
        for slot in found:
            assert check(situation, slot.span, own).open
            assert slot.open
        assert [slot.span for slot in found] == sorted({slot.span for slot in found})
        fit = first_fit(waiting, found, tz)
        suiting = [slot for slot in found if waiting.suits(slot.span, tz)]
        if fit is None:
            assert suiting == []
            return
        assert fit.slot == suiting[0]
        assert waiting.first <= local_day(fit.slot.span.start, tz) <= waiting.last
        if waiting.staff is not None:
            assert waiting.staff in fit.slot.staff

    agree()
