"""Preferences: defaults, and what an unknown stored value counts as."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.people import Hours, StaffMember
from lcdesk.model.domain.words import ICLOUD, place_of_host
from lcdesk.model.replication.inbound import WHEN_DELETED
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import insert_staff
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.ui.look.palette import Scheme
from lcdesk.ui.settings.general_model import GeneralSettings, SchemeChoice
from lcdesk.ui.wording.labels import all_of, any_of
from tests.desk import open_store


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_a_new_workspace_keeps_deleted_slots_follows_the_desktop_and_stays_in_the_tray(
    database: Database,
) -> None:
    settings = GeneralSettings(database)
    assert not settings.releases_deleted
    assert settings.scheme is SchemeChoice.SYSTEM
    assert settings.keeps_running
    assert settings.stale_minutes == 15
    assert not settings.kept_running_note_shown


def test_choices_are_kept(database: Database) -> None:
    settings = GeneralSettings(database)
    settings.releases_deleted = True
    settings.scheme = SchemeChoice.DARK
    settings.has_more_contrast = True
    settings.keeps_running = False
    settings.stale_minutes = 45
    settings.kept_running_note_shown = True
    again = GeneralSettings(database)
    assert (again.releases_deleted, again.scheme) == (True, SchemeChoice.DARK)
    assert again.stale_minutes == 45
    assert again.has_more_contrast
    assert (again.keeps_running, again.kept_running_note_shown) == (False, True)


def test_chosen_keys_are_kept_and_anything_else_there_counts_as_none(database: Database) -> None:
    GeneralSettings(database).shortcuts = {"today": ["Ctrl+J"], "back": []}
    assert GeneralSettings(database).shortcuts == {"today": ["Ctrl+J"], "back": []}
    for unknown in ("Ctrl+J", {"today": "Ctrl+J"}):
        with database.write() as tx:
            set_preference(tx, "shortcuts", unknown)
        assert GeneralSettings(database).shortcuts == {}


def test_the_sync_reads_the_choice_about_deleted_events(database: Database) -> None:
    GeneralSettings(database).releases_deleted = True
    with database.read() as reader:
        assert get_preference(reader, WHEN_DELETED) == "release"


def test_values_of_another_version_count_as_the_default(database: Database) -> None:
    with database.write() as tx:
        set_preference(tx, "appearance", "sepia")
        set_preference(tx, WHEN_DELETED, "archive")
    assert GeneralSettings(database).scheme is SchemeChoice.SYSTEM
    assert not GeneralSettings(database).releases_deleted


def test_choices_are_what_the_appearance_takes() -> None:
    assert [choice.forced for choice in SchemeChoice] == [None, Scheme.LIGHT, Scheme.DARK]


def test_sentences_about_every_account_name_where_each_is(database: Database) -> None:
    settings = GeneralSettings(database)
    assert any_of(settings.server_names) == all_of(settings.server_names) == ICLOUD, (
        "nothing is connected"
    )
    with database.write() as tx:
        ana = insert_staff(tx, StaffMember(0, "Ana", "", "UTC", Hours()))
        server = "https://dav.example.org/"
        add_account(tx, provider=Provider.CALDAV, email="ana", staff=ana, server=server)
    assert (
        any_of(settings.server_names)
        == all_of(settings.server_names)
        == place_of_host("dav.example.org")
    )
    with database.write() as tx:
        for email in ("ana@icloud.com", "work@icloud.com"):
            add_account(tx, provider=Provider.ICLOUD, email=email, staff=ana)
    assert any_of(settings.server_names).there == "on dav.example.org or in iCloud"
    assert any_of(settings.server_names).name == "dav.example.org or iCloud"
    assert all_of(settings.server_names).there == "on dav.example.org and in iCloud"
    assert all_of(settings.server_names).name == "dav.example.org and iCloud"
