"""Completion: what each shell is given, tried in a real bash, and names that are no commands."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lcdesk.cli import main
from lcdesk.cli.completion.grammar import commands
from lcdesk.cli.parser import NAMED, SHELLS, build_parser
from tests.command_line import CommandLine, workspace

DANGEROUS = "$(touch sprung) `touch sprung` it's"
COMPLETE = """
source {script}
COMP_WORDS=({words}) COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
COMP_WORDS[0]={program}
compopt() {{ :; }}
_lcdesk
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What bash reads."""
    assert main(["completion", "bash"]) == 0
    file = tmp_path / "lcdesk.bash"
    file.write_text(capsys.readouterr().out)
    return file


def bash(script: Path, *words: str) -> list[str]:
    """What a Tab behind these words offers; the last is what is begun, perhaps nothing."""
    program = Path(sys.executable).with_name("lcdesk")
    text = COMPLETE.format(
        script=script,
        words=" ".join(map(shlex.quote, ("lcdesk", *words))),
        program=shlex.quote(str(program)),
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", text],
        capture_output=True,
        text=True,
        check=True,
        cwd=script.parent,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_commands_and_what_is_below_them(script: Path) -> None:
    assert bash(script, "wo") == ["workspace"]
    assert bash(script, "workspace", "") == ["load", "save"]
    assert bash(script, "--json", "timeoff", "a") == ["add"]
    assert bash(script, "attention", "re") == ["resolve"]


def test_options_of_the_command_that_is_typed(script: Path) -> None:
    assert bash(script, "slots", "--exp") == ["--explain"]
    assert "--explain" not in bash(script, "book", "--")
    assert bash(script, "agenda", "--from", "2026-12-01", "--t") == ["--to"]


def test_values_that_are_fixed_and_those_that_are_not(script: Path) -> None:
    assert bash(script, "cancel", "a1", "--scope", "f") == ["following"]
    assert bash(script, "status", "a1", "no") == ["noshow"]
    assert bash(script, "status", "") == [""]  # an id is not guessed
    assert bash(script, "linked", "role", "1", "p") == ["primary"]
    assert bash(script, "completion", "z") == ["zsh"]


def test_files_where_a_file_is_meant_and_folders_for_data(script: Path) -> None:
    (script.parent / "business.json").touch()
    (script.parent / "busy").mkdir()
    assert sorted(bash(script, "workspace", "load", "bus")) == ["business.json", "busy"]
    assert bash(script, "--data", "bus") == ["busy"]


def test_names_of_calendars_and_staff_are_those_of_the_data_folder(
    script: Path, run: CommandLine
) -> None:
    data = ("--data", str(run.folder))
    assert bash(script, *data, "slots", "--calendar", "Con") == ["Consultation"]
    assert bash(script, *data, "agenda", "--staff", "") == ["Ana", "Ben"]
    assert bash(script, *data, "agenda", "--staff", '"A') == ["Ana"]


def test_a_name_is_never_carried_out_by_the_shell(script: Path, run: CommandLine) -> None:
    staff = [{"name": DANGEROUS, "zone": "Europe/Berlin", "hours": {}}]
    assert run.load(workspace(staff=staff, calendars=[])).status == 0
    (offered,) = bash(script, "--data", str(run.folder), "agenda", "--staff", "$")
    assert shlex.split(offered) == [DANGEROUS]
    assert not (script.parent / "sprung").exists()


def test_completing_makes_no_data_folder(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nothing"
    for words in (["bash"], ["bash", "--names", "staff"]):
        assert main(["--data", str(missing), "completion", *words, "--json"]) == 0
        json.loads(capsys.readouterr().out)
    assert not missing.exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script_of_each_shell(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    known = list(commands(build_parser()))
    assert len(known) > 40
    for command in known:
        assert command.path in text
        for option in command.options:
            assert option.name.removeprefix("--") in text
    assert all(kind in text for kind in NAMED)
    assert "@" not in text.replace("[@]", "").replace("(@)", "").replace("(@f)", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_one_that_it_can_read(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    assert main(["completion", shell]) == 0
    file = tmp_path / "script"
    file.write_text(capsys.readouterr().out)
    subprocess.run([program, "-n", str(file)], check=True, timeout=60)
