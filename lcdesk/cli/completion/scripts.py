"""`lcdesk completion`: the script for a shell, and the names that such a script asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lcdesk.cli.completion.bash import bash_script
from lcdesk.cli.completion.fish import fish_script
from lcdesk.cli.completion.grammar import Command, commands
from lcdesk.cli.completion.zsh import zsh_script
from lcdesk.cli.output import Answer
from lcdesk.cli.parser import build_parser
from lcdesk.model.domain.words import one_line
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.paths import Paths

_SCRIPTS: dict[str, Callable[[Sequence[Command]], str]] = {
    "bash": bash_script,
    "zsh": zsh_script,
    "fish": fish_script,
}


def write(shell: str) -> Answer:
    """The script; what it says of commands is in the language in which it was asked for."""
    script = _SCRIPTS[shell](tuple(commands(build_parser())))
    return Answer({"shell": shell, "script": script}, script)


def names(paths: Paths, kind: str) -> Answer:
    """The names of "calendars" or "staff", one a line; none of a store that is not there.

    Raises StoreError.
    """
    if not paths.database.is_file():
        return Answer([], "")
    database = Database.open(paths.database)
    try:
        with database.read() as reader:
            known = all_calendars(reader) if kind == "calendars" else all_staff(reader)
    finally:
        database.close()
    found = [one_line(record.name) for record in known]
    return Answer(found, "\n".join(found))
