"""The script for zsh: one function that follows the words before the cursor, with explanations."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from lcdesk.cli.completion.grammar import Command, Value

_FUNCTION = r"""#compdef lcdesk
# Completion of lcdesk for zsh. In ~/.zshrc, behind compinit: source <(lcdesk completion zsh)
_lcdesk_names() {
    local -a found
    found=("${(@f)$("${words[1]}" "${data[@]}" completion zsh --names "$1" 2>/dev/null)}")
    compadd -a found
}
_lcdesk() {
    local at="" before="" word place=0
    local -a data offered
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $before ]]; then
            [[ $before == --data ]] && data=(--data "${(Q)word}")
            before=""
        elif [[ $word == -* ]]; then
            case "$word" in
                (@VALUED@) before=$word ;;
            esac
        else
            case "$at $word" in
                (@COMMANDS@) at="$at $word" ;;
                (*) place=$((place + 1)) ;;
            esac
        fi
    done
    if [[ -n $before ]]; then
        case "$before" in
@VALUES@
        esac
    elif [[ $PREFIX == -* ]]; then
        case "$at" in
@OPTIONS@
        esac
        _describe -o option offered
    else
        case "$at:$place" in
@PLACES@
        esac
    fi
}
compdef _lcdesk lcdesk
"""


def zsh_script(commands: Sequence[Command]) -> str:
    """The script, to be read by `source`."""
    valued = {
        option.name: option.value
        for command in commands
        for option in command.options
        if option.value is not None
    }
    parts = {
        "@VALUED@": "|".join(valued),
        "@COMMANDS@": "|".join(shlex.quote(_at(command)) for command in commands if command.path),
        "@VALUES@": "\n".join(_line(name, _offer(value)) for name, value in valued.items()),
        "@OPTIONS@": "\n".join(
            _line(
                shlex.quote(_at(command)),
                f"offered=({_described((one.name, one.about) for one in command.options)})",
            )
            for command in commands
        ),
        "@PLACES@": "\n".join(_places(commands)),
    }
    script = _FUNCTION
    for mark, text in parts.items():
        script = script.replace(mark, text)
    return script


def _line(pattern: str, does: str) -> str:
    return f"            ({pattern}) {does} ;;"


def _at(command: Command) -> str:
    return f" {command.path}" if command.path else ""


def _places(commands: Iterable[Command]) -> Iterable[str]:
    for command in commands:
        if command.below:
            offered = (
                f"offered=({_described(command.below)}); _describe -t commands command offered"
            )
            yield _line(shlex.quote(f"{_at(command)}:0"), offered)
        for place, value in enumerate(command.positional):
            yield _line(shlex.quote(f"{_at(command)}:{place}"), _offer(value))


def _described(some: Iterable[tuple[str, str]]) -> str:
    """As `_describe` takes them: a colon parts the word from what it does."""
    return " ".join(shlex.quote(f"{name}:{about}".rstrip(":")) for name, about in some)


def _offer(value: Value) -> str:
    if value.words:
        return f"compadd -- {' '.join(map(shlex.quote, value.words))}"
    if value.names:
        return f"_lcdesk_names {value.names}"
    if value.is_file or value.is_folder:
        return "_files -/" if value.is_folder else "_files"
    return ":"
