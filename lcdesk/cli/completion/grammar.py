"""What may stand where on the command line, as the parser has it, without argparse's types."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NAMED = {"calendar": "calendars", "staff": "staff"}  # options whose values stand in the store


@dataclass(frozen=True, slots=True)
class Value:
    """What completes a value: fixed words, names of the store, files, or nothing."""

    words: tuple[str, ...] = ()
    names: str = ""  # "calendars" or "staff"
    is_file: bool = False
    is_folder: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """`--json` takes no value, others one."""

    name: str
    about: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class Command:
    """One command by its words, "" for `lcdesk` alone; `positional` is what it takes in order."""

    path: str
    about: str
    options: tuple[Option, ...]
    positional: tuple[Value, ...]
    below: tuple[tuple[str, str], ...]  # the commands one word further, and what they do


def commands(parser: argparse.ArgumentParser, path: str = "", about: str = "") -> Iterator[Command]:
    """This command and all below it, in the order of the parser."""
    options: list[Option] = []
    positional: list[Value] = []
    below: dict[str, argparse.ArgumentParser] = {}
    told: dict[str, str] = {}
    for action in parser._actions:  # argparse has no other way to be asked
        if isinstance(action, argparse._SubParsersAction):
            below = dict(action.choices)
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
        elif action.help == argparse.SUPPRESS:
            continue
        elif action.option_strings:
            options.append(_option(action))
        else:
            positional.append(_value(action))
    yield Command(path, about, tuple(options), tuple(positional), tuple(told.items()))
    for name, inner in below.items():
        yield from commands(inner, f"{path} {name}".strip(), told[name])


def _option(action: argparse.Action) -> Option:
    """By its long name: nobody completes a letter."""
    takes_value = action.nargs != 0
    value = _value(action) if takes_value else None
    return Option(action.option_strings[-1], action.help or "", value)


def _value(action: argparse.Action) -> Value:
    if action.choices:
        return Value(words=tuple(map(str, action.choices)))
    is_path = action.type is Path
    is_folder = is_path and action.dest == "data"
    names = _NAMED.get(action.dest, "")
    return Value(names=names, is_file=is_path and not is_folder, is_folder=is_folder)
