"""`lcdesk account`: connect, list, disconnect, change the password.

`lcdesk linked`: the calendars of connected accounts, and what each is for.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence

from lcdesk.cli.output import Answer, brief, show_progress, table
from lcdesk.cli.passes import hear_interrupts
from lcdesk.cli.shapes import account_shape, linked_shape
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.accounts import set_role
from lcdesk.model.domain.accounts import Account, Provider, Role
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import one_line
from lcdesk.model.store.accounts import all_accounts
from lcdesk.sync import connect
from lcdesk.sync.secrets import open_store

_STEPS = {
    "server": Message("Server found"),
    "signed-in": Message("Signed in"),
    "calendars": Message("Calendars found"),
}


def add(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Connect an account after the server has taken the password."""
    member = desk.names().member(args.staff)
    wanted = connect.sign_in(
        Provider(args.provider), args.email, password_from_stdin(), args.server
    )
    with hear_interrupts() as stop:
        found = connect.check(wanted, step=_show_step, stop=stop)
    show_progress("")
    account = connect.keep(
        desk.database, open_store().set, wanted, found, staff=member.id, now=desk.now
    )
    return _answer(
        desk,
        account,
        Message.counted(
            "Connected. {n} calendar found.",
            "Connected. {n} calendars found.",
            n=len(found.calendars),
        ),
    )


def list_accounts(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """The connected accounts."""
    names = desk.names()
    with desk.database.read() as reader:
        found = all_accounts(reader)
    shapes = [account_shape(account, names, desk.now) for account in found]
    return Answer(shapes, _as_table(shapes))


def remove(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Disconnect an account; nothing is deleted on the server."""
    account, problem = connect.remove(
        desk.database, open_store(), args.id, keep_blocks=args.keep_blocks, now=desk.now
    )
    if problem is not None:
        desk.say(Message("The password could not be removed. {why}", why=problem.message))
    member = desk.names().staff[account.staff].name
    text = words(
        "Disconnected: {account}, {member}.",
        account=one_line(account.email),
        member=one_line(member),
    )
    return Answer(account_shape(account, desk.names(), desk.now), text)


def password(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Keep a new password after the server has taken it."""
    account = connect.known_account(desk.database, args.id)
    entered = password_from_stdin()
    with hear_interrupts() as stop:
        changed = connect.change_password(
            desk.database, open_store().set, account, entered, stop=stop
        )
    return _answer(desk, changed, Message("The new password is kept."))


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "add": add,
    "list": list_accounts,
    "remove": remove,
    "password": password,
}


def password_from_stdin() -> str:
    """All of stdin without its last line break; typed unseen on a terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(words("Password: "))
    try:
        text = sys.stdin.buffer.read(connect.LONGEST_PASSWORD * 8).decode()
    except UnicodeDecodeError:
        raise InvalidInput(Message("The password on stdin is not UTF-8 text.")) from None
    return text.removesuffix("\n").removesuffix("\r")


def _show_step(step: str) -> None:
    show_progress(_STEPS.get(step, step))


def _answer(desk: OpenWorkspace, account: Account, done: str) -> Answer:
    shape = account_shape(account, desk.names(), desk.now)
    return Answer(shape, f"{worded(done)}\n{_as_table([shape])}")


def _as_table(shapes: Sequence[dict[str, object]]) -> str:
    columns = ["id", "provider", "email", "staff", "state", "last_success"]
    rows = [[_cell(shape, column) for column in columns] for shape in shapes]
    return table(_OF_ACCOUNTS, rows, empty=_NO_ACCOUNT)


def _cell(shape: dict[str, object], column: str) -> object:
    value = shape[column]
    if not isinstance(value, str):
        return value
    return value_word(value) if column in ("state", "role") else brief(value)


_OF_ACCOUNTS = (
    Message("ID"), Message("PROVIDER"), Message("EMAIL"), Message("STAFF"), Message("STATE"),
    Message("LAST SUCCESS"),
)  # fmt: skip
_NO_ACCOUNT = Message("No account is connected yet. See: lcdesk account add --help")
_OF_LINKED = (
    Message("ID"), Message("ACCOUNT"), Message("STAFF"), Message("NAME"), Message("ROLE"),
    Message("WRITABLE"), Message("READABLE"), Message("EVENTS"),
)  # fmt: skip
_EMPTY = Message("No linked calendars yet. They come with an account: lcdesk account add --help")


def list_linked(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """Every linked calendar, in the servers' order."""
    names = desk.names()
    shapes = [linked_shape(linked, names) for linked in names.linked.values()]
    return Answer(shapes, _table_of_linked(shapes))


def set_linked_role(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Make a linked calendar primary, a conflict calendar, or neither."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        set_role(tx, args.id, Role(args.role), now=desk.now)
    names = desk.names()
    shape = linked_shape(names.linked[args.id], names)
    return Answer(shape, _table_of_linked([shape]))


LINKED_ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "list": list_linked,
    "role": set_linked_role,
}


def _table_of_linked(shapes: Sequence[dict[str, object]]) -> str:
    columns = ["id", "account", "staff", "name", "role", "writable", "readable", "events"]
    rows = [[_cell(shape, column) for column in columns] for shape in shapes]
    return table(_OF_LINKED, rows, empty=_EMPTY)
