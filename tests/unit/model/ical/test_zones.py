"""Zones from objects, and rules of zones for objects: both directions agree with zoneinfo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.lines import Stamp
from lcdesk.model.ical.own_rules import OwnRules, read_vtimezones
from lcdesk.model.ical.scan import scan
from lcdesk.model.ical.timezones import Zones, known_zone, zone_name
from lcdesk.model.ical.vtimezone import vtimezone
from tests.unit.model.ical.texts import sample

PLACES = [
    *("Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "Asia/Tokyo"),
    *("Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Jerusalem", "Asia/Tehran"),
    *("America/Nuuk", "Antarctica/Troll", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Cairo"),
]


def hours(year: int, years: int) -> list[datetime]:
    """Every seventh hour and some minutes of some years, in UTC."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    return [first + timedelta(hours=7 * n, minutes=n % 60) for n in range(years * 1251)]


@pytest.mark.parametrize("year", [1985, 2005, 2011, 2026])
@pytest.mark.parametrize("place", PLACES)
def test_written_rules_are_right_for_the_year_and_two_more(place: str, year: int) -> None:
    zone = ZoneInfo(place)
    own = read_vtimezones("\n".join(vtimezone(place, year)))[place]
    wrong = [
        h
        for h in hours(year, 3)
        if h.astimezone(own).utcoffset() != zone.utcoffset(h.astimezone(zone))
    ]
    assert not wrong


@pytest.mark.parametrize("place", PLACES)
def test_wall_times_mean_the_same_as_in_zoneinfo_gaps_and_doubles_too(place: str) -> None:
    zone = ZoneInfo(place)
    own = read_vtimezones("\n".join(vtimezone(place, 2026)))[place]
    for instant in hours(2026, 2):
        for fold in (0, 1):
            wall = instant.replace(tzinfo=None, fold=fold)
            assert wall.replace(tzinfo=own).utcoffset() == wall.replace(tzinfo=zone).utcoffset()


@pytest.mark.parametrize(
    ("place", "before", "walls"),
    [
        ("Europe/Berlin", "2026-03-29 01:00", ["02:00", "02:30", "02:59"]),
        ("Europe/Berlin", "2026-10-25 00:00", ["02:00", "02:30", "02:59"]),
        ("Australia/Lord_Howe", "2026-10-03 15:30", ["02:00", "02:29"]),
        ("Pacific/Apia", "2011-12-30 10:00", ["00:00", "12:00", "23:59"]),
    ],
)
def test_the_change_itself(place: str, before: str, walls: list[str]) -> None:
    change = datetime.fromisoformat(before).replace(tzinfo=UTC)
    zone = ZoneInfo(place)
    own = read_vtimezones("\n".join(vtimezone(place, change.year)))[place]
    day = (change - timedelta(seconds=1)).astimezone(zone).date()
    for text in walls:
        for fold in (0, 1):
            wall = datetime.fromisoformat(f"{day} {text}").replace(fold=fold)
            assert wall.replace(tzinfo=own).utcoffset() == wall.replace(tzinfo=zone).utcoffset()
    for instant in (change - timedelta(minutes=1), change, change + timedelta(minutes=1)):
        assert instant.astimezone(own).replace(tzinfo=None) == (
            instant.astimezone(zone).replace(tzinfo=None)
        )
        assert instant.astimezone(own).astimezone(UTC) == instant


def test_constant_rules_are_written_once_irregular_ones_listed() -> None:
    assert sum("RRULE" in line for line in vtimezone("Europe/Berlin", 2026)) == 2
    assert not any("RRULE" in line for line in vtimezone("Africa/Casablanca", 2026))
    assert not any("RRULE" in line for line in vtimezone("America/New_York", 2005))


def test_outlooks_rules_since_1601() -> None:
    own = read_vtimezones(sample("outlook_customized_time_zone"))["Customized Time Zone"]
    berlin = ZoneInfo("Europe/Berlin")
    for instant in hours(2024, 4):
        assert instant.astimezone(own).utcoffset() == instant.astimezone(berlin).utcoffset()
    assert own.tzname(None) == "Customized Time Zone"
    assert isinstance(own, OwnRules)


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        (
            "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("Etc/UTC", "UTC"),
        ("Nowhere", ""),
    ],
)
def test_names(tzid: str, name: str) -> None:
    assert zone_name(tzid) == name


def test_an_impossible_offset_is_no_zone() -> None:
    assert known_zone("GMT+2500") is None
    text = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETTO:{}\n"
    text += "TZOFFSETFROM:+0000\nEND:STANDARD\nEND:VTIMEZONE"
    assert list(read_vtimezones(text.format("+0100"))) == ["X"]
    for bad in ("+2400", "+0199", "east", ""):
        assert not read_vtimezones(text.format(bad))


NEW_YORK = (
    ("DAYLIGHT", "20070311T020000", "3", "2SU"),
    ("STANDARD", "20071104T020000", "11", "1SU"),
)
EU = (("DAYLIGHT", "19810329T020000", "3", "-1SU"), ("STANDARD", "19961027T030000", "10", "-1SU"))


def explained(tzid: str, hours: int, changes: tuple[tuple[str, str, str, str], ...]) -> str:
    """An object with a VTIMEZONE whose standard time is `hours` from UTC."""
    offsets = {"STANDARD": f"{hours:+03}00", "DAYLIGHT": f"{hours + 1:+03}00"}
    lines = [f"BEGIN:VTIMEZONE\nTZID:{tzid}"]
    for kind, start, month, day in changes:
        before = offsets["STANDARD" if kind == "DAYLIGHT" else "DAYLIGHT"]
        rule = f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={day}\n" if month else ""
        lines.append(f"BEGIN:{kind}\nDTSTART:{start}\n{rule}TZOFFSETFROM:{before}")
        lines.append(f"TZOFFSETTO:{offsets[kind]}\nEND:{kind}")
    return "\n".join(["BEGIN:VCALENDAR", *lines, "END:VTIMEZONE", "END:VCALENDAR"])


def instant(text: str, tzid: str, wall: str) -> str:
    zones = Zones(text, ZoneInfo("Asia/Tokyo"))
    return f"{zones.instant(Stamp(wall, tzid)):%H:%M}"


@pytest.mark.parametrize(
    ("tzid", "hours", "utc"),
    [
        *(("EST", -5, "14:00"), ("MST", -7, "16:00"), ("GMT", 0, "09:00"), ("UTC", 0, "09:00")),
        *(("HST", -10, "19:00"), ("Etc/GMT+5", -5, "14:00"), ("GMT+0100", 1, "08:00")),
        *(("Europe/Berlin", -5, "14:00"), ("W. Europe Standard Time", -5, "14:00")),
        ("/x.org/Asia/Tokyo", -5, "14:00"),
    ],
)
def test_a_zone_explained_under_a_known_name_is_what_the_object_says(
    tzid: str, hours: int, utc: str
) -> None:
    text = explained(tzid, hours, NEW_YORK)
    assert instant(text, tzid, "20270707T100000") == utc
    assert Zones(text, ZoneInfo("Asia/Tokyo")).name(tzid) == ""


@pytest.mark.parametrize(
    "changes",
    [
        EU,
        EU[1:],
        (("STANDARD", "19700101T000000", "", ""),),
        (("DAYLIGHT", "20270328T020000", "", ""),),
    ],
)
@pytest.mark.parametrize(
    "tzid", ["Europe/Berlin", "W. Europe Standard Time", "/x.org/Europe/Berlin"]
)
def test_a_copy_of_a_place_that_is_cut_to_some_years_is_the_place(
    tzid: str, changes: tuple[tuple[str, str, str, str], ...]
) -> None:
    text, berlin = explained(tzid, 1, changes), ZoneInfo("Europe/Berlin")
    for day in ("20260328", "20260329", "20261025", "20261026", "20270707", "20271224"):
        for clock in ("003000", "023000", "100000", "233000"):
            known = datetime.strptime(day + clock, "%Y%m%d%H%M%S").replace(tzinfo=berlin)
            assert instant(text, tzid, f"{day}T{clock}") == f"{known.astimezone(UTC):%H:%M}"


@pytest.mark.parametrize("tzid", ["UTC", "CET"])
def test_a_constant_offset_under_a_name_that_is_no_place_counts(tzid: str) -> None:
    text = explained(tzid, 1, (("STANDARD", "19700101T000000", "", ""),))
    assert instant(text, tzid, "20270707T100000") == "09:00"


def test_nonsense_under_a_known_name_leaves_the_database_to_say_it() -> None:
    text = explained("Europe/Berlin", 1, EU).replace("TZOFFSETTO:+0100", "TZOFFSETTO:east")
    assert instant(text, "Europe/Berlin", "20270707T100000") == "08:00"


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        *(("tzone://Microsoft/Utc", "UTC"), ("Microsoft/Utc", "UTC")),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+01:00) Amsterdam\\, Berlin", "Europe/Amsterdam"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        *(("(UTC+07:00) Berlin", ""), ("Customized Time Zone", "")),
        *(("America/New York", "America/New_York"), ("europe/berlin", "Europe/Berlin")),
        *(("Europe/Berlin 1", "Europe/Berlin"), ("/x.org/America/New_York 2", "America/New_York")),
        *(("EUROPE/BERLIN", "Europe/Berlin"), ("W. Europe Standard Time 1", "Europe/Berlin")),
        ("Kamchatka Standard Time", "Asia/Kamchatka"),
        ("Mid-Atlantic Standard Time", "Atlantic/South_Georgia"),
    ],
)
def test_names_met_in_the_wild_are_read(tzid: str, name: str) -> None:
    assert zone_name(tzid) == name


@pytest.mark.parametrize("offset", ["0500", "+05:00", "05:00"])
@pytest.mark.parametrize(
    ("written", "tzid"),
    [
        *(("Amsterdam\\, Berlin", "Amsterdam, Berlin"), ('"Office"', "Office")),
        *(("Office", "Office"), ("tzone://Microsoft/Custom", "tzone://Microsoft/Custom")),
    ],
)
def test_a_zone_explained_in_an_unusual_spelling_is_read(
    written: str, tzid: str, offset: str
) -> None:
    text = explained(written, 5, (("STANDARD", "16010101T000000", "", ""),))
    text = text.replace("TZOFFSETTO:+0500", f"TZOFFSETTO:{offset}")
    assert instant(text, tzid, "20261217T100000") == "05:00"


def test_a_zone_explained_in_other_capitals_than_it_is_named_was_unknown() -> None:
    text = explained("OFFICE", 5, (("STANDARD", "16010101T000000", "", ""),))
    assert instant(text, "Office", "20261217T100000") == "05:00"
    both = text + explained("office", 3, (("STANDARD", "16010101T000000", "", ""),))
    assert instant(both, "office", "20261217T100000") == "07:00", "the exact name comes first"


@pytest.mark.parametrize("rules", ["", "BEGIN:STANDARD\nTZNAME:CET\nEND:STANDARD\n"])
def test_a_zone_without_rules_that_names_its_place_was_unknown(rules: str) -> None:
    text = "BEGIN:VTIMEZONE\nTZID:Office\nX-LIC-LOCATION:Europe/Berlin\n" + rules
    text += "END:VTIMEZONE\n"
    assert instant(text, "Office", "20260717T100000") == "08:00"
    assert instant(text, "office", "20261217T100000") == "09:00"
    assert Zones(text, ZoneInfo("UTC")).name("Office") == "Europe/Berlin"


def test_a_zone_without_rules_and_without_a_place_is_refused() -> None:
    text = "BEGIN:VTIMEZONE\nTZID:Office\nX-LIC-LOCATION:Nowhere/Else\nEND:VTIMEZONE\n"
    with pytest.raises(UnreadableEvent, match="Office"):
        instant(text, "Office", "20261217T100000")


@pytest.mark.parametrize(
    "tzid",
    [
        "tzone://Microsoft/Utc",
        "(UTC+01:00) Amsterdam, Berlin",
        "(GMT-03:30) Newfoundland: all",
        "GMT+01:00",
        "UTC-3:30",
        "+05:45",
        "-03:00",
    ],
)
@pytest.mark.parametrize("more", ["", ";X-MORE=1"])
def test_an_unquoted_zone_with_a_colon_does_not_cut_the_line_short(tzid: str, more: str) -> None:
    text = sample("floating_lunch").replace("DTSTART:", f"DTSTART;TZID={tzid}{more}:")
    start = scan(text).events[0].start
    assert (start.tzid, len(start.value)) == (tzid, 15)
