"""What is said over a day: public holidays, and who is away or that the business is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.agenda_week import Scope
from lcdesk.ui.week.week import Banner, DayColumn, Week
from lcdesk.ui.wording.labels import tr


def with_notes(
    week: Week, scope: Scope, holidays: Iterable[PublicHoliday], locale: LocaleFormat
) -> Week:
    """The week with the notes of its days; its blocks stay the very same."""
    named = tuple(holidays)
    if not named and not scope.directory.time_off:
        return week
    shown = frozenset(member.id for member in scope.directory.shown_staff(scope.shown))
    days = tuple(
        replace(column, notes=tuple(_notes(column, scope, shown, unseen, locale)))
        for column in week.days
        for unseen in (_without_bars(column, week.banners, named),)
    )
    return replace(week, days=days)


def _without_bars(
    column: DayColumn, banners: Iterable[Banner], holidays: Iterable[PublicHoliday]
) -> list[PublicHoliday]:
    """The holidays that no bar over the column names: those of a linked calendar are entries too,
    which can be looked at, and may take time.
    """
    seen = {
        banner.title
        for banner in banners
        if banner.first <= column.day <= banner.last and banner.member in (None, column.member)
    }
    return [holiday for holiday in holidays if as_line(holiday.name) not in seen]


def _notes(
    column: DayColumn,
    scope: Scope,
    shown: frozenset[int],
    holidays: Iterable[PublicHoliday],
    locale: LocaleFormat,
) -> Iterator[str]:
    """Holidays first; one on which the business is closed is said once."""
    day = column.day
    off = [each for each in scope.directory.time_off if each.first <= day <= each.last]
    closed = {each.title for each in off if each.is_for_all}
    for holiday in holidays:
        if holiday.first <= day <= holiday.last and holiday.name.strip() not in closed:
            yield as_line(holiday.name)
    for each in off:
        text = _text(each, column, scope, shown)
        if text and each.part is not None:
            times = locale.time_range(*each.minutes)
            yield tr("{what}, {times}").format(what=text, times=times)
        elif text:
            yield text


def _text(value: TimeOff, column: DayColumn, scope: Scope, shown: frozenset[int]) -> str:
    """ "Closed: Christmas", "Holiday: Ana"; nothing where it is about nobody of the column."""
    if value.is_for_all:
        return tr("Closed: {title}").format(title=value.title) if value.title else tr("Closed")
    if column.member is not None:
        return (value.title or tr("Away")) if value.concerns(column.member) else ""
    names = scope.directory.names(member for member in value.staff if member in shown)
    if not names:
        return ""
    return tr("{title}: {who}").format(title=value.title or tr("Away"), who=", ".join(names))
