"""What argparse says by itself, so that it says it in the terminal's language.

It looks for `_` and `ngettext` in its module and offers no other way to choose a language.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from lcdesk.cli.wording.language import worded
from lcdesk.model.domain.message import Message

# The texts of Python 3.11 to 3.14 that a person can meet here.
SAID = (
    Message("usage: "),
    Message("positional arguments"),
    Message("options"),
    Message("show this help message and exit"),
    Message("argument %(argument_name)s: %(message)s"),
    Message("unrecognized arguments: %s"),
    Message("not allowed with argument %s"),
    Message("ignored explicit argument %r"),
    Message("the following arguments are required: %s"),
    Message("one of the arguments %s is required"),
    Message("expected one argument"),
    Message("expected at most one argument"),
    Message("expected at least one argument"),
    Message.counted("expected %s argument", "expected %s arguments", n=2),
    Message("ambiguous option: %(option)s could match %(matches)s"),
    Message("invalid %(type)s value: %(value)r"),
    Message("invalid choice: %(value)r (choose from %(choices)s)"),
    Message("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
)


@contextmanager
def translated() -> Iterator[None]:
    """While inside, argparse speaks the terminal's language."""
    before = {name: getattr(argparse, name) for name in ("_", "ngettext")}
    _replace({"_": _said, "ngettext": _counted})
    try:
        yield
    finally:
        _replace(before)


def _replace(functions: dict[str, object]) -> None:
    for name, function in functions.items():
        setattr(argparse, name, function)


def _said(text: str | None) -> str | None:
    """`add_subparsers` asks for its description even where it has none."""
    if text is None:
        return None
    return worded(Message.made_of(text, text, -1, {}))


def _counted(one: str, many: str, n: int) -> str:
    return worded(Message.made_of(one if n == 1 else many, many, n, {}))
