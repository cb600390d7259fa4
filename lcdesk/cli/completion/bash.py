"""The script for bash: one function that follows the words before the cursor.

Names of the store are compared in the shell itself and never handed to `compgen`, which would
carry out what stands in them.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from lcdesk.cli.completion.grammar import Command, Option, Value

_FUNCTION = r"""# Completion of lcdesk for bash. In ~/.bashrc: source <(lcdesk completion bash)
_lcdesk_names() {
    local name word=${cur#[\"\']}
    word=${word//\\/}
    while IFS= read -r name; do
        [[ $name == "$word"* ]] || continue
        [[ $cur == [\"\']* ]] || printf -v name %q "$name"
        COMPREPLY+=("$name")
    done < <("${COMP_WORDS[0]}" "${data[@]}" completion bash --names "$1" 2>/dev/null)
}
_lcdesk_words() {
    COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}
_lcdesk_files() {
    compopt -o filenames
    local file
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen "$1" -- "$cur")
}
_lcdesk() {
    local cur=${COMP_WORDS[COMP_CWORD]} at="" before="" word place=0 data=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ -n $before ]]; then
            word=${word//[\\\"\']/}
            [[ $before == --data ]] && data=(--data "${word/#\~/$HOME}")
            before=""
        elif [[ $word == -* ]]; then
            case "$word" in
                @VALUED@) before=$word ;;
            esac
        else
            case "$at $word" in
                @COMMANDS@) at="$at $word" ;;
                *) place=$((place + 1)) ;;
            esac
        fi
    done
    COMPREPLY=()
    if [[ -n $before ]]; then
        case "$before" in
@VALUES@
        esac
    elif [[ $cur == -* ]]; then
        case "$at" in
@OPTIONS@
        esac
    else
        case "$at:$place" in
@PLACES@
        esac
    fi
}
complete -F _lcdesk lcdesk
"""


def bash_script(commands: Sequence[Command]) -> str:
    """The script, to be read by `source`."""
    valued = {option.name: option for option in _options(commands) if option.value is not None}
    values = [f"            {name}) {_offer(option.value)} ;;" for name, option in valued.items()]
    options = [
        f"            {shlex.quote(_at(command))}) _lcdesk_words "
        f"{shlex.quote(' '.join(option.name for option in command.options))} ;;"
        for command in commands
    ]
    parts = {
        "@VALUED@": "|".join(valued),
        "@COMMANDS@": "|".join(shlex.quote(_at(command)) for command in commands if command.path),
        "@VALUES@": "\n".join(values),
        "@OPTIONS@": "\n".join(options),
        "@PLACES@": "\n".join(_places(commands)),
    }
    script = _FUNCTION
    for mark, text in parts.items():
        script = script.replace(mark, text)
    return script


def _options(commands: Iterable[Command]) -> Iterable[Option]:
    """An option of one name takes the same everywhere."""
    return (option for command in commands for option in command.options)


def _at(command: Command) -> str:
    return f" {command.path}" if command.path else ""


def _places(commands: Iterable[Command]) -> Iterable[str]:
    for command in commands:
        if command.below:
            below = " ".join(name for name, _ in command.below)
            yield f"            {shlex.quote(_at(command) + ':0')}) _lcdesk_words '{below}' ;;"
        for place, value in enumerate(command.positional):
            where = shlex.quote(f"{_at(command)}:{place}")
            yield f"            {where}) {_offer(value)} ;;"


def _offer(value: Value | None) -> str:
    if value is None:
        return ":"
    if value.words:
        return f"_lcdesk_words {shlex.quote(' '.join(value.words))}"
    if value.names:
        return f"_lcdesk_names {value.names}"
    if value.is_file or value.is_folder:
        return f"_lcdesk_files {'-d' if value.is_folder else '-f'}"
    return ":"
