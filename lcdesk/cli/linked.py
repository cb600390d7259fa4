"""`lcdesk linked`: the calendars of connected accounts, and what each is for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from lcdesk.cli.desk import OpenWorkspace
from lcdesk.cli.output import Answer, table
from lcdesk.cli.shapes import linked_shape
from lcdesk.model.commands.accounts import set_role
from lcdesk.model.domain.accounts import Role

_EMPTY = "No linked calendars yet. They come with an account: lcdesk account add --help"


def listed(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """Every linked calendar, in the servers' order."""
    names = desk.names()
    shapes = [linked_shape(linked, names) for linked in names.linked.values()]
    return Answer(shapes, _as_table(shapes))


def role(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Make a linked calendar primary, a conflict calendar, or neither."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        set_role(tx, args.id, Role(args.role), now=desk.now)
    names = desk.names()
    shape = linked_shape(names.linked[args.id], names)
    return Answer(shape, _as_table([shape]))


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "list": listed,
    "role": role,
}


def _as_table(shapes: Sequence[dict[str, object]]) -> str:
    columns = ["id", "account", "staff", "name", "role", "writable", "readable", "events"]
    rows = [[shape[column] for column in columns] for shape in shapes]
    return table([column.upper() for column in columns], rows, empty=_EMPTY)
