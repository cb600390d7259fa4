"""Drafts, problems and undo of the editors, without a widget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import CalendarKind, Resource
from lcdesk.model.store.people import all_resources
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editor_model import NEW, NOTHING
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.wording.labels import zone_names
from tests.desk import BERLIN, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def editors(desk: Desk, qtbot: QtBot) -> Iterator[Editors]:
    desk.staff("Ana")
    desk.staff("Ben")
    news = StoreNews(desk.database)
    yield Editors(desk.database, news, LocaleFormat(), clock=lambda: desk.now, local_zone=BERLIN)
    news.close()


def rooms(desk: Desk) -> list[str]:
    with desk.database.read() as reader:
        return [resource.name for resource in all_resources(reader)]


def test_new_record_is_kept_by_save_only(desk: Desk, editors: Editors) -> None:
    editor = editors.resources
    assert editor.chosen == NOTHING
    editor.begin(Resource(NEW, ""))
    assert editor.problem.field == "name"
    assert not editor.save()
    editor.edit(Resource(NEW, "Room 1"))
    assert rooms(desk) == []
    assert editor.save()
    assert rooms(desk) == ["Room 1"]
    editor.undo()
    assert rooms(desk) == []
    assert editor.chosen == NOTHING


def test_what_is_typed_back_is_no_change(editors: Editors) -> None:
    editor = editors.staff
    kept = editor.draft
    assert kept is not None
    editor.edit(replace(kept, email="new@example.org"))
    assert [row.is_changed for row in editor.rows()] == [True, False]
    editor.edit(kept)
    assert not editor.is_changed


def test_name_of_somebody_else_is_refused_while_typing(editors: Editors) -> None:
    editor = editors.staff
    kept = editor.draft
    assert kept is not None
    editor.edit(replace(kept, name="Ben "))
    assert editor.problem.message == "There is a staff member called Ben."
    editor.edit(replace(kept, zone="Nowhere"))
    assert editor.problem.field == "zone"


def test_change_from_elsewhere_leaves_the_draft(desk: Desk, editors: Editors, qtbot: QtBot) -> None:
    editor = editors.staff
    kept = editor.draft
    assert kept is not None
    editor.edit(replace(kept, email="mine@example.org"))
    with qtbot.waitSignal(editor.changed), desk.database.write() as tx:
        save_staff(tx, replace(kept, email="theirs@example.org"))
    assert editor.draft == replace(kept, email="mine@example.org")
    editor.revert()
    assert editor.draft == replace(kept, email="theirs@example.org")


def test_undo_that_is_not_possible_any_more_says_so(desk: Desk, editors: Editors) -> None:
    editor = editors.resources
    editor.begin(Resource(NEW, "Room 1"))
    editor.save()
    editor.delete()
    undo = editor._step
    editor.begin(Resource(NEW, "Room 1"))
    editor.save()
    editor._step = undo
    said: list[str] = []
    editor.refused.connect(said.append)
    editor.undo()
    assert said == ["There is a room or equipment called Room 1 again."]
    assert rooms(desk) == ["Room 1"]


def test_preview_names_the_day_once(desk: Desk, editors: Editors) -> None:
    editors.begin_calendar(CalendarKind.ROUND_ROBIN)
    draft = editors.calendars.draft
    assert draft is not None
    said = editors.preview(draft)
    assert said.count("Mon") == 1
    assert said.startswith("Next open: Mon 23, ")
    assert editors.preview(replace(draft, active=False)) == "Not active: no slots are offered."
    assert editors.preview(replace(draft, staff=())) == "No open slot in the next four weeks."


def test_kinds_stand_together_in_the_list(desk: Desk, editors: Editors) -> None:
    desk.calendar(CalendarKind.SIMPLE)
    desk.calendar(CalendarKind.ROUND_ROBIN, *editors.staff.known.values())
    editors.calendars._read_again()
    editors.begin_calendar(CalendarKind.ROUND_ROBIN)
    assert [row.heading for row in editors.calendars.rows()] == ["Round robin"] * 2 + ["Simple"]


def test_zones_are_places(editors: Editors) -> None:
    assert "Europe/Berlin" in zone_names()
    assert not [name for name in zone_names() if name.startswith("Etc/")]
    assert editors.title_warning("{{contact.name}}") == ""
