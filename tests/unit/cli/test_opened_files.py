"""A calendar file in the place of a command is looked at in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from lcdesk import app
from lcdesk.cli import entry
from lcdesk.cli.entry import main
from lcdesk.paths import Paths


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path | None]]:
    """The data folder and the file with which the window is opened."""
    found: list[tuple[Path, Path | None]] = []

    def run(paths: Paths, *, minimised: bool, file: Path | None, **_words: object) -> int:
        assert not minimised
        found.append((paths.data, file))
        return 0

    monkeypatch.setattr(app, "run", run)
    return found


@pytest.mark.parametrize(
    "words",
    [
        ["week.ics", "--data", "d.ics"],
        ["--data", "d.ics", "week.ics"],
        ["--open", "week.ics", "--data", "d.ics"],
    ],
)
def test_a_file_is_opened_from_the_folder_one_is_in(
    opened: list[tuple[Path, Path | None]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 0
    assert opened == [(tmp_path / "d.ics", tmp_path / "week.ics")]


def test_commands_keep_their_files(opened: list[tuple[Path, Path | None]]) -> None:
    words = ["import", "ics", "week.ics", "--staff", "Ana"]
    assert entry._with_option(words) == words
    assert main(["--open", "week.ics", "doctor"]) == 2
    assert opened == []


def test_a_desktop_opens_a_calendar_file_whatever_it_is_called(
    opened: list[tuple[Path, Path | None]], tmp_path: Path
) -> None:
    invitation = tmp_path / "invitation"
    invitation.write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    assert main(["--data", str(tmp_path), str(invitation)]) == 0
    assert opened == [(tmp_path, invitation)]
