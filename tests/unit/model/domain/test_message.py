"""A sentence of the model: English for whoever reads it as text, a template with its values."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date, datetime, timedelta

import pytest

from lcdesk.model.domain.message import (
    FullDay,
    Message,
    ZoneName,
    headed,
    in_month,
    joined,
    length,
    split_head,
)
from lcdesk.model.domain.message_text import decode, encode
from lcdesk.model.domain.zones import zone


def test_a_message_is_its_english_text_and_keeps_what_was_filled_in() -> None:
    found = Message("{who} has no hours on {day}", who="Ana", day=date(2026, 12, 4))
    assert found == "Ana has no hours on Friday 4 December"
    assert json.dumps({"what": found}) == '{"what": "Ana has no hours on Friday 4 December"}'
    assert found.template == "{who} has no hours on {day}"
    assert found.values == {"who": "Ana", "day": date(2026, 12, 4)}


def test_braces_in_a_name_were_read_as_a_place_for_a_value() -> None:
    assert Message("Busy: {what}", what="{n}") == "Busy: {n}"
    assert Message("Busy: {what}", what=Message("a set {1, 2}")) == "Busy: a set {1, 2}"


@pytest.mark.parametrize(("n", "text"), [(1, "1 event"), (0, "0 events"), (1250, "1,250 events")])
def test_one_thing_and_many(n: int, text: str) -> None:
    found = Message.counted("{n} event", "{n} events", n=n)
    assert (found, found.key, found.number) == (text, "{n} events", n)


def test_values_are_written_in_english() -> None:
    wall = datetime(2026, 10, 25, 2, 30, tzinfo=zone("Europe/Berlin"))
    assert Message("at {time}", time=wall) == "at 02:30 +02:00"
    assert Message("{who} cannot", who=["Ana", "Ben", "Cleo"]) == "Ana, Ben and Cleo cannot"


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (timedelta(days=1), "1 day"),
        (timedelta(hours=36), "36 hours"),
        (timedelta(minutes=90), "90 minutes"),
    ],
)
def test_a_length_in_the_largest_unit_that_divides_it(of: timedelta, text: str) -> None:
    assert length(of) == text


def test_a_month_is_told_as_it_is_from_today() -> None:
    now = date(2026, 11, 30)
    assert in_month(date(2026, 11, 1), now) == "this month"
    assert in_month(date(2026, 12, 1), now) == "in December"
    assert in_month(date(2027, 1, 1), now) == "in January 2027"


def test_copies_of_a_message_lost_what_it_was_made_of() -> None:
    found = Message.counted("{n} event", "{n} events", n=1)
    for again in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (again, again.key, again.values) == (found, found.key, found.values)


_SEEN = Message(
    "{who} sees {count} on {day} at {time}, {full} in {zone}: {why}",
    who=["Ana", "Ben"],
    count=3,
    day=date(2026, 12, 4),
    time=datetime(2026, 10, 25, 2, 30, tzinfo=zone("Europe/Berlin"), fold=1),
    full=FullDay(date(2027, 1, 2)),
    zone=ZoneName("America/New_York"),
    why=Message.counted("{n} event", "{n} events", n=1),
)


@pytest.mark.parametrize("text", ["", "Busy", "a {brace}", _SEEN, joined("; ", ("a", _SEEN))])
def test_what_was_said_is_kept_with_what_it_was_made_of(text: str) -> None:
    again = decode(encode(text))
    assert again == text
    assert isinstance(again, Message) is isinstance(text, Message)
    if isinstance(text, Message) and isinstance(again, Message):
        assert (again.key, again.number, again.values) == (text.key, text.number, text.values)


def test_a_text_kept_by_a_later_lcdesk_was_not_shown() -> None:
    kept = encode(Message("Busy: {what}", what="x"))
    assert decode(kept.replace('"values"', '"worth"')) == "Busy: x"
    assert decode(kept[:-3]) == "Busy: x"


def test_what_begins_a_sentence_has_a_capital_but_a_name_keeps_its_letters() -> None:
    assert Message("{Server} asks", Server=Message("the server")) == "The server asks"
    assert Message("{Server} asks", Server="iCloud") == "iCloud asks"


def test_the_head_of_a_text_is_found_again() -> None:
    moved = headed(Message("Moved {there}", there="in iCloud"), "Ana: not free")
    assert split_head(moved) == ("Moved in iCloud", "Ana: not free")
    assert split_head("Moved in iCloud: Ana: not free") == ("Moved in iCloud", "Ana: not free")
    assert split_head("Moved") == ("Moved", "")
