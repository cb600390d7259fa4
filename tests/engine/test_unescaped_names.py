"""A server lists names as they are, not as addresses (Cyrus): nobody's time looks free by it."""

from __future__ import annotations

import pytest

from lcdesk.model.commands.attention import AttentionItem, Kind, list_waiting
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.store.remote import objects
from tests.desk import november
from tests.engine.practice import Practice, practice
from tests.fakes.faults import Fault
from tests.fakes.icloud.quirks import Hrefs
from tests.fakes.loopback import Reply

__all__ = ["practice"]

NAMES = [
    "qu?estion",
    "sharp#1",
    "100%",
    "50%zz",
    "two words",
    "a%3Fb",
    "a%2541",
    "ö?",
    "?",
    "x?y#z%",
]


def matters(practice: Practice) -> tuple[AttentionItem, ...]:
    with practice.desk.database.read() as reader:
        return list_waiting(reader, practice.desk.now)


@pytest.mark.parametrize("hrefs", [Hrefs.RELATIVE, Hrefs.MIXED])
@pytest.mark.parametrize("name", NAMES)
def test_an_event_whose_name_is_listed_unescaped_was_never_read(
    practice: Practice, name: str, hrefs: Hrefs
) -> None:
    practice.icloud.quirks.escapes = False
    practice.icloud.quirks.hrefs = hrefs
    path = practice.put(name, summary="Dentist")
    practice.good_pass()
    assert practice.titles() == ["Dentist"]
    assert matters(practice) == ()
    with pytest.raises(SlotNotOpen):
        practice.desk.book(practice.calendar, november(24, 10))
    practice.good_pass()
    practice.icloud.home.drop(path)
    practice.good_pass()
    (gone,) = matters(practice)
    assert gone.kind is Kind.DELETED


def test_two_names_that_begin_alike_are_two_events(practice: Practice) -> None:
    practice.icloud.quirks.escapes = False
    for name in ("same?1", "same?2", "same#3"):
        practice.put(name, uid=name, summary=name)
    practice.good_pass()
    assert sorted(practice.titles()) == ["same#3", "same?1", "same?2"]


def test_such_an_event_is_written_back_to_its_own_name(practice: Practice) -> None:
    practice.icloud.quirks.escapes = False
    path = practice.put("qu?estion", calendar=practice.icloud.work)
    practice.good_pass()
    (entry,) = practice.desk.agenda()
    with practice.desk.database.write() as tx:
        edit_mirrored(tx, entry.number, Edit(title="Moved"), now=practice.desk.now)
    assert practice.good_pass().pushed.updated == 1
    stored = practice.icloud.home.find(path)
    assert stored is not None
    assert "SUMMARY:Moved" in stored.text


def test_what_is_listed_and_not_handed_out_was_told_to_nobody(practice: Practice) -> None:
    path = practice.put("withheld")
    practice.icloud.quirks.phantoms.add(path)
    fault = practice.icloud.faults.add(Fault("GET", "withheld", times=99, instead=Reply(404)))
    practice.good_pass()
    (matter,) = matters(practice)
    assert matter.kind is Kind.UNREADABLE
    assert matter.message == (
        "iCloud lists one event of Family but does not hand it out, so its time may be taken. It "
        "is asked for again at every sync."
    )
    practice.good_pass()
    assert len(matters(practice)) == 1
    assert fault.hits == 2
    practice.icloud.faults.clear()
    practice.good_pass()
    assert matters(practice) == ()
    assert practice.titles() == ["Dentist"]


def test_a_newer_version_that_is_not_handed_out_may_take_another_time(practice: Practice) -> None:
    path = practice.put("withheld")
    practice.good_pass()
    practice.put("withheld", day=25)
    practice.icloud.quirks.phantoms.add(path)
    practice.icloud.faults.add(Fault("GET", "withheld", times=99, instead=Reply(500)))
    practice.good_pass()
    (matter,) = matters(practice)
    assert matter.title == "Dentist"
    assert "lists a newer version of this event" in matter.message
    assert practice.titles() == ["Dentist"]


def test_what_was_never_read_and_is_gone_leaves_nothing_behind(practice: Practice) -> None:
    path = practice.put("withheld")
    practice.icloud.quirks.phantoms.add(path)
    practice.icloud.faults.add(Fault("GET", "withheld", times=99, instead=Reply(404)))
    practice.good_pass()
    practice.icloud.home.drop(path)
    practice.good_pass()
    assert matters(practice) == ()
    with practice.desk.database.read() as reader:
        assert objects.objects_in_state(reader, *ObjectState) == ()
