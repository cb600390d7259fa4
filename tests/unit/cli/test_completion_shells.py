"""Completion in a real zsh and a real fish, as a Tab behind the words offers it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lcdesk.cli import main
from tests.command_line import CommandLine

PROGRAM = Path(sys.executable).with_name("lcdesk")
# zsh offers inside its line editor only, so what it would be told is printed instead.
ZSH = """
compdef() {{ : }}
compadd() {{ [[ $1 == -a ]] && print -rl -- "${{(@P)2}}" || print -rl -- "${{@:2}}" }}
_describe() {{ print -rl -- "${{(@P)@[-1]}}" }}
_files() {{ print -r -- files "$@" }}
source {script}
words=({words}) CURRENT=$#words PREFIX={last}
_lcdesk
"""


def needs(shell: str) -> pytest.MarkDecorator:
    """Where it is not installed, nothing can be said."""
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the script of each shell."""
    for shell in ("zsh", "fish"):
        assert main(["completion", shell]) == 0
        (tmp_path / shell).write_text(capsys.readouterr().out)
    return tmp_path


def answer(folder: Path, *command: str) -> list[str]:
    """The lines that a shell printed."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=folder, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def zsh(folder: Path, *words: str) -> list[str]:
    """What zsh offers; it leaves out itself what does not begin like the last word."""
    typed = " ".join(map(shlex.quote, (str(PROGRAM), *words)))
    script = ZSH.format(script=folder / "zsh", words=typed, last=shlex.quote(words[-1]))
    return answer(folder, "zsh", "-f", "-c", script)


def fish(folder: Path, *words: str) -> list[str]:
    """What fish offers, without the explanations behind the words."""
    line = shlex.join([str(PROGRAM), *words[:-1]]) + f" {words[-1]}"
    script = f"source {folder / 'fish'}; complete -C {shlex.quote(line)}"
    return [offer.partition("\t")[0] for offer in answer(folder, "fish", "-N", "-c", script)]


@needs("zsh")
def test_zsh_offers_commands_options_and_values(folder: Path, run: CommandLine) -> None:
    assert any(line.startswith("workspace:") for line in zsh(folder, ""))
    assert [line.partition(":")[0] for line in zsh(folder, "workspace", "")] == ["load", "save"]
    assert any(line.startswith("--explain:") for line in zsh(folder, "slots", "--"))
    assert zsh(folder, "cancel", "a1", "--scope", "") == ["this", "following", "all"]
    assert zsh(folder, "workspace", "load", "") == ["files"]
    data = ("--data", str(run.folder))
    assert zsh(folder, *data, "agenda", "--staff", "") == ["Ana", "Ben"]


@needs("fish")
def test_fish_offers_commands_options_and_values(folder: Path, run: CommandLine) -> None:
    assert fish(folder, "work") == ["workspace"]
    assert fish(folder, "workspace", "") == ["load", "save"]
    assert fish(folder, "slots", "--exp") == ["--explain"]
    assert fish(folder, "cancel", "a1", "--scope", "f") == ["following"]
    data = ("--data", str(run.folder))
    assert fish(folder, *data, "agenda", "--staff", "") == ["Ana", "Ben"]
