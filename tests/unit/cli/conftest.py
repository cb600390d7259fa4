"""What the tests of the command line begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import CommandLine, workspace


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line over the usual workspace, in this process."""
    line = CommandLine(tmp_path / "data", capsys)
    assert line.load(workspace()).status == 0
    return line
