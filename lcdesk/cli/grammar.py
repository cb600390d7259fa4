"""What a command line is put together from: commands with their words, and what all take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from lcdesk.cli.examples import EXAMPLES
from lcdesk.cli.wording.language import words


class UsageError(Exception):
    """The words do not make a command; `usage` shows how they would."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class _HelpFormatter(argparse.HelpFormatter):
    """Leaves an example in the one line in which it can be copied; all else is wrapped."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        heading, is_example, example = text.partition("\n")
        if not is_example:
            return super()._fill_text(text, width, indent)
        return f"{indent}{heading}\n{indent}  {example}"


class Parser(argparse.ArgumentParser):
    """Raises UsageError instead of ending the program, and guesses no abbreviations."""

    def __init__(self, **settings: Any) -> None:
        usual: dict[str, Any] = {"allow_abbrev": False, "formatter_class": _HelpFormatter}
        super().__init__(**(usual | settings))

    def error(self, message: str) -> NoReturn:
        """Called by argparse for every mistake."""
        raise UsageError(message, self.format_usage())


class Commands:
    """Adds commands that all take `--json` and `--data`, which may stand anywhere."""

    def __init__(
        self, parser: argparse.ArgumentParser, name: str, *, required: bool, path: str = ""
    ) -> None:
        self._path = path  # what stands before the name of each, with a blank behind it
        metavar = words("COMMAND") if name == "command" else words("ACTION")
        self._commands = parser.add_subparsers(
            dest=name, metavar=metavar, title=words("commands"), required=required
        )

    def add(self, name: str, text: str) -> argparse.ArgumentParser:
        """A command; `text` is its line in the list of commands."""
        example = EXAMPLES.get(f"{self._path}{name}")
        found: argparse.ArgumentParser = self._commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=None if example is None else f"{words('example:')}\n{example}",
            parents=[_anywhere()],
        )
        return found

    def group(self, name: str, text: str) -> Commands:
        """A noun with commands of its own."""
        return self.below(self.add(name, text), f"{self._path}{name}", required=True)

    @staticmethod
    def below(command: argparse.ArgumentParser, path: str, *, required: bool) -> Commands:
        """The commands of one that means something without them too, where not `required`."""
        return Commands(command, "action", required=required, path=f"{path} ")


def _anywhere() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    add_anywhere(parser)
    return parser


def add_anywhere(parser: argparse.ArgumentParser) -> None:
    """`--json` and `--data`."""
    # Suppressed defaults: a command's own default would hide what stood before the command.
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=words("one JSON document on stdout"),
    )
    parser.add_argument(
        "--data",
        metavar=words("DIR"),
        type=Path,
        default=argparse.SUPPRESS,
        help=words("the data folder"),
    )


def number(text: str) -> int:
    """What argparse makes a whole number with."""
    if text.isascii() and text.isdecimal() and len(text) <= 18:
        return int(text)
    raise argparse.ArgumentTypeError(words("{text} is not a whole number", text=repr(text)))
