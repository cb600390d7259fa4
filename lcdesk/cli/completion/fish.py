"""The script for fish: a line for each word that can be completed, and when it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lcdesk.cli.completion.grammar import Command, Option, Value

_FUNCTIONS = r"""# Completion of lcdesk for fish.
# lcdesk completion fish > ~/.config/fish/completions/lcdesk.fish
function __lcdesk_at --argument-names wanted place
    set -l words (commandline -opc)
    set -l at ""
    set -l before ""
    set -l passed 0
    for word in $words[2..-1]
        if test -n "$before"
            set before ""
        else if string match -q -- "-*" "$word"
            contains -- "$word" @VALUED@; and set before "$word"
        else if contains -- (string trim -- "$at $word") @COMMANDS@
            set at (string trim -- "$at $word")
        else
            set passed (math $passed + 1)
        end
    end
    test "$at" = "$wanted"; or return 1
    test -z "$place"; or test "$passed" = "$place"
end
function __lcdesk_names
    set -l words (commandline -opc)
    set -l data
    if set -l place (contains -i -- --data $words)
        set data --data $words[(math $place + 1)]
    end
    $words[1] $data completion fish --names $argv[1] 2>/dev/null
end
complete -c lcdesk -f
"""


def fish_script(commands: Sequence[Command]) -> str:
    """The script, to be kept where fish looks for it."""
    valued = {
        option.name
        for command in commands
        for option in command.options
        if option.value is not None
    }
    paths = (_quoted(command.path) for command in commands if command.path)
    functions = _FUNCTIONS.replace("@VALUED@", " ".join(sorted(valued)))
    return functions.replace("@COMMANDS@", " ".join(paths)) + "\n".join(_lines(commands)) + "\n"


def _lines(commands: Iterable[Command]) -> Iterator[str]:
    for command in commands:
        at = f"__lcdesk_at {_quoted(command.path)}"
        for name, about in command.below:
            yield f"complete -c lcdesk -n {_quoted(at + ' 0')} -a {name} -d {_quoted(about)}"
        for place, value in enumerate(command.positional):
            if offer := _offer(value):
                yield f"complete -c lcdesk -n {_quoted(f'{at} {place}')} {offer}"
        for option in command.options:
            yield f"complete -c lcdesk -n {_quoted(at)} {_option(option)}"


def _option(option: Option) -> str:
    about = f" -d {_quoted(option.about)}" if option.about else ""
    value = "" if option.value is None else f" {_required(option.value)}"
    return f"-l {option.name.removeprefix('--')}{value}{about}"


def _required(value: Value) -> str:
    """An option's value; without `-x` fish offers files as well."""
    return f"-r {_offer(value)}" if value.is_file else f"-x {_offer(value)}".rstrip()


def _offer(value: Value) -> str:
    if value.words:
        return f"-a {_quoted(' '.join(value.words))}"
    if value.names:
        return f"-a {_quoted(f'(__lcdesk_names {value.names})')}"
    if value.is_file:
        return "-F"
    return "-a '(__fish_complete_directories)'" if value.is_folder else ""


def _quoted(text: str) -> str:
    """In single quotes, in which fish reads two signs as something else."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
