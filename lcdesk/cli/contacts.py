"""`contact`: contacts from a vCard or CSV file, and to one."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from lcdesk.cli.files import read_file, write_file
from lcdesk.cli.output import Answer
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.contacts.files import (
    LARGEST_FILE,
    Standing,
    export_table,
    export_vcards,
    import_contacts,
    plan_import,
    read_contact_file,
    warn_of_undo,
)
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import one_line
from lcdesk.model.store.people import contacts


def take(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """New and changed contacts of a file, all of them or none."""
    found = read_contact_file(read_file(args.file, LARGEST_FILE))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        plan = plan_import(tx, found.contacts)
        if not args.dry_run:
            import_contacts(tx, plan, name=args.file.name, now=desk.now)
    counts = {
        standing.value: sum(planned.standing is standing for planned in plan)
        for standing in Standing
    }
    document = {
        "file": str(args.file),
        **counts,
        "unreadable": list(found.notes),
        "contacts": [
            {"standing": planned.standing.value, "name": planned.wanted.name,
             "email": planned.wanted.email, "phone": planned.wanted.phone}
            for planned in plan
        ],
    }  # fmt: skip
    told = worded(
        Message.counted(
            "{n} new contact, {changed} changed, {same} the same.",
            "{n} new contacts, {changed} changed, {same} the same.",
            n=counts["new"],
            changed=counts["changed"],
            same=counts["same"],
        )
    )
    if not plan:
        told = words("There are no contacts in this file.")
    elif args.dry_run:
        told = words("Nothing was changed. There would be: {counts}", counts=told)
        told = "\n".join([told, *_rows(document["contacts"])])
    status = 1 if found.notes else 0
    return Answer(document, told, status=status, notes=[*found.notes, *warn_of_undo(plan)])


def _rows(shapes: object) -> list[str]:
    assert isinstance(shapes, list)
    return [
        f"  {worded(value_word(shape['standing']))}: {one_line(shape['name'])}"
        for shape in shapes
        if shape["standing"] != Standing.SAME
    ]


def write(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """All contacts, in the form that the file's name says."""
    ending = args.file.suffix.lower()
    if ending not in (".vcf", ".csv"):
        raise InvalidInput(
            Message("{file} says no form: call the file .vcf or .csv.", file=str(args.file))
        )
    with desk.database.read() as reader:
        count = len(contacts(reader))
        text = export_vcards(reader) if ending == ".vcf" else export_table(reader)
    write_file(args.file, text.encode())
    document = {"file": str(args.file), "contacts": count}
    told = Message.counted(
        "Wrote {n} contact to {file}.",
        "Wrote {n} contacts to {file}.",
        n=count,
        file=str(args.file),
    )
    return Answer(document, told)


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "import": take,
    "export": write,
}
