"""Time zones in words: "Berlin (Europe, UTC+01:00)" for Europe/Berlin."""

from __future__ import annotations

from datetime import datetime, timedelta

from lcdesk.model.domain.zones import zone
from lcdesk.ui.wording.labels import city_of_zone, mark, tr

_REGIONS = {
    "Africa": mark("Africa"),
    "America": mark("America"),
    "Antarctica": mark("Antarctica"),
    "Asia": mark("Asia"),
    "Atlantic": mark("Atlantic"),
    "Australia": mark("Australia"),
    "Europe": mark("Europe"),
    "Indian": mark("Indian Ocean"),
    "Pacific": mark("Pacific"),
}


def zone_in_words(name: str, now: datetime) -> str:
    """The city, where it lies and how far its clock is from UTC now; "UTC" alone for that."""
    region, slash, rest = name.partition("/")
    if not slash:
        return name
    inner = rest.rpartition("/")[0].replace("_", " ").replace("/", ", ")
    offset = _offset(now.astimezone(zone(name)).utcoffset() or timedelta())
    place = tr(_REGIONS[region]) if region in _REGIONS else region
    if inner:
        return tr("{city} ({region}, {part}, {offset})").format(
            city=city_of_zone(name), region=place, part=inner, offset=offset
        )
    return tr("{city} ({region}, {offset})").format(
        city=city_of_zone(name), region=place, offset=offset
    )


def _offset(apart: timedelta) -> str:
    """ "UTC+05:30"."""
    minutes = round(abs(apart).total_seconds() / 60)
    sign = "−" if apart < timedelta() else "+"
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
