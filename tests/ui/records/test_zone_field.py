"""A time zone is chosen by its words and kept by its IANA name."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.message import Message, ZoneName, clock_of
from lcdesk.model.domain.zones import zone
from lcdesk.ui.widgets.fields import ZoneField
from lcdesk.ui.wording.labels import zone_names
from lcdesk.ui.wording.messages import worded


@pytest.fixture
def field(qtbot: QtBot) -> ZoneField:
    made = ZoneField("zone", zone_names())
    qtbot.addWidget(made)
    return made


def test_iana_names_stood_in_the_list_of_time_zones(field: ZoneField) -> None:
    field.fill("America/New_York")
    assert field.currentText().startswith("New York (America, UTC−0")
    assert field.zone == "America/New_York"
    assert not [at for at in range(field.count()) if "_" in field.itemText(at)]
    field.setCurrentIndex(field.findText("Kolkata (Asia, UTC+05:30)"))
    assert field.zone == "Asia/Kolkata"


def test_a_zone_that_is_not_offered_is_kept(field: ZoneField) -> None:
    for name in ("Asia/Calcutta", "US/Eastern", "EST5EDT", "Europe/Atlantis"):
        field.fill(name)
        assert field.zone == name


def test_what_was_typed_is_told_as_it_is(field: ZoneField) -> None:
    field.setEditText("Europe/Berlin")
    assert field.zone == "Europe/Berlin"
    field.setEditText("Berlin time")
    assert field.zone == "Berlin time"


def test_old_names_of_zones_were_offered() -> None:
    offered = zone_names()
    assert {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/Argentina/Buenos_Aires"} <= {*offered}
    old = {"Australia/ACT", "Asia/Calcutta", "America/Buenos_Aires", "EST5EDT", "US/Eastern"}
    assert old.isdisjoint(offered)


def test_a_reason_named_the_zone_as_a_program_does() -> None:
    nine = datetime(2026, 11, 24, 9, tzinfo=zone("America/New_York"))
    told = clock_of(nine, "America/New_York", "Europe/Berlin")
    assert told == "09:00 (America/New_York)"  # in logs, JSON and on the command line
    assert worded(str.__str__(told)) == told
    assert isinstance(told, Message)
    assert worded(told).endswith("(New York)")
    assert ZoneName("America/New_York").city == "New York"
