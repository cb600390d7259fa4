"""The first filled picture needs neither the sync nor what stands behind dialogs.

Counted, not timed: a module more takes about a millisecond, and nobody would notice it alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.desk import BERLIN, Desk

LATE = {"alembic", "caldav", "icalendar", "keyring", "niquests", "dateutil", "jeepney"}
MODULES, STATEMENTS = 310, 75


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was imported and asked until a week with a staff member was painted."""
    folder = tmp_path_factory.mktemp("workspace")
    desk = Desk(folder)
    desk.staff("Ana", zone=BERLIN)
    desk.close()
    command = [sys.executable, "-m", "tests.ui.window.start_child", str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_sync_is_imported_after_the_first_filled_picture(
    picture: dict[str, list[str]],
) -> None:
    early = [name for name in picture["ours"] if name.startswith("lcdesk.sync")]
    assert early == []
    assert "lcdesk.app.sync_side" not in picture["ours"]


def test_no_library_of_the_sync_or_of_migrations_is_imported_before_it(
    picture: dict[str, list[str]],
) -> None:
    assert sorted(LATE & set(picture["others"])) == []


def test_the_source_of_every_module_was_read_again_when_it_was_imported(
    picture: dict[str, list[str]],
) -> None:
    assert picture["sources"] == []


def test_modules_and_statements_before_it_do_not_creep_back(
    picture: dict[str, list[str]],
) -> None:
    assert len(picture["ours"]) <= MODULES, picture["ours"]
    assert len(picture["statements"]) <= STATEMENTS, picture["statements"]
