"""`lcdesk attention`: what waits for a person, and the choices there are."""

from __future__ import annotations

import argparse
from typing import Any

from lcdesk.cli.files import write_file
from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.wording.language import worded
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import one_line
from lcdesk.model.store.accounts import get_linked, is_listed
from lcdesk.model.store.transaction import Reader

# To a script a cancellation here and a change there is a clash like others, a calendar that may
# only be read is one that does not take its changes, and time that is taken twice breaks a rule.
_AS_PRINTED = {
    Kind.BREAKS_A_RULE: "broken_rule",
    Kind.TAKEN_TWICE: "broken_rule",
    Kind.CANCELLED_HERE: Kind.CONFLICT.value,
    Kind.READ_ONLY: Kind.REFUSED.value,
}
_READ_AGAIN = frozenset({Kind.UNREADABLE, Kind.MASS_REMOVAL})  # by trying again
_EMPTY = Message("Nothing waits for you. What a sync cannot decide by itself is listed here.")


def listing(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """Everything that waits."""
    with desk.database.read() as reader:
        found = list_waiting(reader, desk.now)
    shapes: list[dict[str, Any]] = [
        {
            "key": item.key,
            "kind": _AS_PRINTED.get(item.kind, item.kind.value),
            "title": item.title,
            "message": item.message,
            "choices": [choice.value for choice in item.choices],
            "subject": item.subject,
        }
        for item in found
    ]
    rows = [
        [item.key, brief(worded(item.title)), item.message, ", ".join(item.choices)]
        for item in found
    ]
    headings = [Message("KEY"), Message("WHAT"), "", Message("CHOICES")]
    return Answer(shapes, table(headings, rows, empty=_EMPTY))


def resolve(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Make one of the choices."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        matter = _matter(tx, desk, args.key)
        if args.choice not in matter.choices:
            offered = ", ".join(matter.choices) or Message("none from the command line")
            raise InvalidInput(
                Message(
                    "{choice} is no choice for {key}. Choices: {offered}.",
                    choice=args.choice,
                    key=args.key,
                    offered=offered,
                )
            )
        carry_out_choice(tx, matter, Choice(args.choice), now=desk.now)
    if matter.kind is Kind.CALENDAR_GONE:
        _ask_for_calendar(desk, matter)
    is_read = args.choice != Choice.RETRY or matter.kind not in _READ_AGAIN or _read(desk, matter)
    document = {"key": matter.key, "choice": args.choice, "subject": matter.subject}
    text = f"{one_line(worded(matter.title))}: {args.choice}."
    return Answer(document, text, status=0 if is_read else 1)


def _read(desk: OpenWorkspace, matter: AttentionItem) -> bool:
    """Ask its server at once; False, with the reason said, where that was not possible."""
    from lcdesk.cli.passes import pass_over

    error = pass_over(desk, matter.account).error
    if error is not None:
        desk.say(
            Message(
                "{title}. {message} It is asked for again with the next sync.",
                title=error.title,
                message=error.message,
            )
        )
    return error is None


def _ask_for_calendar(desk: OpenWorkspace, matter: AttentionItem) -> None:
    """Nothing is dropped of a calendar that answers. Raises RefusedByRule, and where it cannot be
    asked for.
    """
    from lcdesk.cli.passes import pass_over

    report = pass_over(desk, matter.account)
    with desk.database.read() as reader:
        linked = get_linked(reader, matter.linked)
        if linked is None or linked.role is Role.NONE:
            return
        if is_listed(reader, linked.id):
            raise RefusedByRule(
                Message(
                    "“{calendar}” is there again. Nothing was discarded, and it is used as before.",
                    calendar=linked.name,
                )
            )
    later = Message(
        "“{calendar}” is asked for once more at the next sync, and used no longer if it does not "
        "answer.",
        calendar=linked.name,
    )
    if report.error is None:
        raise RefusedByRule(later)
    raise RefusedByRule(
        Message(
            "{title}. {message} {later}",
            title=report.error.title,
            message=report.error.message,
            later=later,
        )
    )


def export(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Write the text of a refused change to a file."""
    with desk.database.read() as reader:
        matter = _matter(reader, desk, args.key)
    if not matter.text:
        raise InvalidInput(Message("There is no text to be saved for {key}.", key=args.key))
    write_file(args.file, matter.text.encode())
    return Answer(
        {"key": matter.key, "file": str(args.file)},
        Message("Saved to {file}.", file=str(args.file)),
    )


def _matter(reader: Reader, desk: OpenWorkspace, key: str) -> AttentionItem:
    found = next((item for item in list_waiting(reader, desk.now) if item.key == key), None)
    if found is None:
        raise NotFound(Message("Nothing called {key} waits. See: lcdesk attention", key=key))
    return found
