"""`lcdesk export ics` and `lcdesk import ics`: calendar files for and of other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta

from lcdesk.cli.files import GUESSED, name_of, read_file, write_file
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import days_of
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.calendar_files.blocking import Imported, import_calendar
from lcdesk.model.commands.calendar_files.export import ExportChoice, GoingOn, export_calendar
from lcdesk.model.commands.calendar_files.reading import LARGEST_FILE
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message, headed, joined
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.words import one_line

_LONGEST = 36_600  # days


def write(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What lcdesk owns between two days, as a calendar file."""
    first, count = days_of(args.first, args.end, longest=_LONGEST)
    names = desk.names()
    choice = ExportChoice(
        frozenset(names.calendar(name).id for name in args.calendar),
        frozenset(names.member(name).id for name in args.staff),
    )
    end = first + timedelta(days=count)
    with desk.database.read() as reader:
        found = export_calendar(reader, first, end, now=desk.now, choice=choice)
    write_file(args.file, found.text.encode())
    document = {
        "file": str(args.file), "appointments": found.appointments, "blocked": found.blocked,
        **_going_on(found.going_on),
    }  # fmt: skip
    told = Message(
        "Wrote {appointments} and {blocked} to {file}.",
        appointments=Message.counted("{n} appointment", "{n} appointments", n=found.appointments),
        blocked=Message.counted("{n} blocked slot", "{n} blocked slots", n=found.blocked),
        file=str(args.file),
    )
    notes = [
        Message(
            "{title} goes on; its dates until {until} are made so far and stand in the file.",
            title=one_line(series.title),
            until=series.until.isoformat(),
        )
        for series in found.going_on
    ]
    return Answer(document, told, notes=notes)


def take(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Busy events of a calendar file, as slots blocked by hand or as appointments."""
    calendar = None if args.calendar is None else desk.names().calendar(args.calendar)
    member = None if args.staff is None else desk.names().member(args.staff)
    content = read_file(args.file, LARGEST_FILE)
    if len(content) > LARGEST_FILE:
        raise InvalidInput(
            Message("{file} is larger than 20 MB.", file=str(args.file)),
            title=Message("The file cannot be read"),
        )
    if calendar is not None:
        from lcdesk.cli.calendar_bookings import take_as_appointments

        return take_as_appointments(desk, args, content, calendar)
    assert member is not None  # one of the two is asked for
    if args.contact is not None or args.force:
        raise InvalidInput(
            Message("--contact and --force go with --calendar: blocked time is for nobody.")
        )
    return _block(desk, args, content, member)


def _block(
    desk: OpenWorkspace, args: argparse.Namespace, content: bytes, member: StaffMember
) -> Answer:
    """Its busy events as slots blocked by hand."""
    with desk.database.write() as tx:
        found = import_calendar(tx, content, member, desk.now)
    document = {"file": str(args.file), "staff": member.name, **asdict(found)}
    del document["going_on"]
    document |= _going_on(found.going_on)
    for key in ("has_guessed_letters", "changed", "freed", "edited"):
        if not document[key]:
            del document[key]
    notes: list[str] = [
        Message(
            "{title} goes on; its dates until {until} are blocked.",
            title=one_line(series.title),
            until=series.until.isoformat(),
        )
        for series in found.going_on
    ]
    if found.has_guessed_letters:
        notes.append(GUESSED)
    notes += [headed(name_of(unreadable), unreadable.message) for unreadable in found.unreadable]
    told = joined(" ", _sentences(found, member.name))
    return Answer(document, told, status=1 if found.unreadable else 0, notes=notes)


def _sentences(found: Imported, member: str) -> Iterator[Message]:
    """What became of the events; of what there was none is not told."""
    yield Message.counted(
        "Blocked {n} time for {member}.",
        "Blocked {n} times for {member}.",
        n=found.blocked,
        member=member,
    )
    told = (
        Message.counted("{n} was changed.", "{n} were changed.", n=found.changed),
        Message.counted(
            "{n} does not take place any more and was freed.",
            "{n} do not take place any more and were freed.",
            n=found.freed,
        ),
        Message.counted(
            "{n} differs, but was changed here since and stays.",
            "{n} differ, but were changed here since and stay.",
            n=found.edited,
        ),
        Message.counted("{n} was blocked already.", "{n} were blocked already.", n=found.known),
        Message.counted(
            "{n} is already an appointment here.",
            "{n} are already appointments here.",
            n=found.appointments,
        ),
        Message.counted("{n} takes no time.", "{n} take no time.", n=found.free),
        Message.counted(
            "{n} older version of the same events left out.",
            "{n} older versions of the same events left out.",
            n=found.superseded,
        ),
        Message.counted(
            "{n} event could not be read.", "{n} events could not be read.", n=len(found.unreadable)
        ),
    )
    yield from (sentence for sentence in told if sentence.number)


def _going_on(found: Sequence[GoingOn]) -> dict[str, list[dict[str, str]]]:
    """A key that is there only where a series goes on."""
    told = [{"title": series.title, "until": series.until.isoformat()} for series in found]
    return {"going_on": told} if told else {}


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "export": write,
    "import": take,
}
