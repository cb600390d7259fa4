"""What Undo and Redo are about to take back or do again, in the same words everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from lcdesk.model.domain.undo import StepWords
from lcdesk.model.domain.zones import wall_minute
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import tr

_LONGEST_TITLE = 40


def done(text: str, step: int) -> Offer:
    """Something was done, and can be undone where it made a step."""
    return Offer(text, tr("Undo") if step else "", step=step)


def step_words(words: StepWords, locale: LocaleFormat, tz: ZoneInfo) -> str:
    """ "move of Anna, 14:00"; the time is that of the zone shown."""
    forms = _RECORDS if words.what else _DEEDS
    one, many, nameless = forms.get(words.deed, _ANYTHING)
    if words.count > 1 and many:
        return tr(many).format(n=words.count)  # at several times
    title = as_line(words.title)
    if len(title) > _LONGEST_TITLE:
        title = f"{title[: _LONGEST_TITLE - 1]}…"
    if not title:
        nameless = _SETTINGS.get(words.what, nameless)
    text = tr(one).format(title=title) if title else tr(nameless)
    if words.start is None:
        return text
    time = locale.time(wall_minute(words.start, tz))
    return tr("{what}, {time}").format(what=text, time=time)


# By deed: of one thing by name, of many, of one without a name.
_Forms = Mapping[str, tuple[str, str, str]]
_DEEDS: _Forms = {
    "booked": ("booking of {title}", "booking of {n} appointments", "booking"),
    "moved": ("move of {title}", "move of {n} appointments", "move"),
    "resized": ("new length of {title}", "new length of {n} appointments", "new length"),
    "edited": ("change of {title}", "change of {n} appointments", "change"),
    "cancelled": ("cancellation of {title}", "cancellation of {n} appointments", "cancellation"),
    "status": ("status of {title}", "status of {n} appointments", "status"),
    "blocked": ("blocking of {title}", "blocking of {n} times", "blocked time"),
    "reblocked": ("change of {title}", "change of {n} blocked times", "change of blocked time"),
    "unblocked": ("freeing of {title}", "freeing of {n} times", "freed time"),
    "role": ("choice of calendar {title}", "", "choice of calendars"),
    "settled": ("decision about {title}", "", "decision"),
    "released": ("release of {title}", "release of {n} blocked slots", "release"),
    "disconnected": ("disconnecting {title}", "", "disconnecting"),
}
_RECORDS: _Forms = {
    "added": ("new {title}", "", "addition"),
    "changed": ("change of {title}", "", "change"),
    "deleted": ("deletion of {title}", "", "deletion"),
    "merged": ("merging of {title}", "", "merging of contacts"),
}
_SETTINGS = {
    "preference": "change of settings",
    "linked_calendar": "choice of calendars",
    "event_text": "change of an event",
}
_ANYTHING = ("change of {title}", "", "change")
