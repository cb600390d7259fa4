"""What Undo and Redo are about to take back or do again, in the same words everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from lcdesk.model.domain.undo import StepWords
from lcdesk.model.domain.zones import wall_minute
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import mark, tr

_LONGEST_TITLE = 40


def undo_offer(text: str, step: int) -> Offer:
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
    "booked": (mark("booking of {title}"), mark("booking of {n} appointments"), mark("booking")),
    "moved": (mark("move of {title}"), mark("move of {n} appointments"), mark("move")),
    "resized": (
        mark("new length of {title}"),
        mark("new length of {n} appointments"),
        mark("new length"),
    ),
    "edited": (mark("change of {title}"), mark("change of {n} appointments"), mark("change")),
    "cancelled": (
        mark("cancellation of {title}"),
        mark("cancellation of {n} appointments"),
        mark("cancellation"),
    ),
    "status": (mark("status of {title}"), mark("status of {n} appointments"), mark("status")),
    "blocked": (mark("blocking of {title}"), mark("blocking of {n} times"), mark("blocked time")),
    "reblocked": (
        mark("change of {title}"),
        mark("change of {n} blocked times"),
        mark("change of blocked time"),
    ),
    "unblocked": (mark("freeing of {title}"), mark("freeing of {n} times"), mark("freed time")),
    "role": (mark("choice of calendar {title}"), "", mark("choice of calendars")),
    "settled": (mark("decision about {title}"), "", mark("decision")),
    "released": (mark("release of {title}"), mark("release of {n} blocked slots"), mark("release")),
    "disconnected": (mark("disconnecting {title}"), "", mark("disconnecting")),
}
_RECORDS: _Forms = {
    "added": (mark("new {title}"), "", mark("addition")),
    "changed": (mark("change of {title}"), "", mark("change")),
    "deleted": (mark("deletion of {title}"), "", mark("deletion")),
    "imported": (mark("import of {title}"), "", mark("import")),
    "merged": (mark("merging of {title}"), "", mark("merging of contacts")),
    "waiting": (
        mark("putting {title} on the waiting list"),
        "",
        mark("addition to the waiting list"),
    ),
    "waiting_changed": (
        mark("change of what {title} waits for"),
        "",
        mark("change of the waiting list"),
    ),
    "waiting_ended": (
        mark("taking {title} off the waiting list"),
        mark("taking {n} off the waiting list"),
        mark("change of the waiting list"),
    ),
}
_SETTINGS = {
    "preference": mark("change of settings"),
    "linked_calendar": mark("choice of calendars"),
    "event_text": mark("change of an event"),
    "time_off": mark("time off"),
    "public_holiday": mark("public holidays"),
}
_ANYTHING = (mark("change of {title}"), "", mark("change"))
