"""What can be typed; nothing of the program is imported to know it but the words of its help."""

from __future__ import annotations

import argparse
from pathlib import Path

from lcdesk.cli.grammar import Commands, Parser, add_anywhere, number
from lcdesk.cli.options import (
    add_answers,
    add_choice,
    add_days,
    add_mail,
    add_repeat,
    add_scope,
)
from lcdesk.cli.wording.language import words

STATUSES = ("new", "confirmed", "showed", "noshow", "invalid")
SHELLS = ("bash", "zsh", "fish")
NAMED = ("calendars", "staff")
COUNTED_BY = ("staff", "calendar", "week", "month")
CHOICES = (
    "keep-mine", "keep-icloud", "keep-both", "keep", "restore", "cancel", "release", "retry",
    "discard",
)  # fmt: skip


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog="lcdesk",
        description=words("Booking calendars, in step with iCloud. Without a command: the window."),
    )
    parser.set_defaults(json=False, data=None, action=None)
    add_anywhere(parser)
    parser.add_argument("--version", action="store_true", help=words("show the version and exit"))
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--demo", action="store_true", help=words("the window over practice data"))
    kind.add_argument("--minimised", action="store_true", help=words("start in the tray"))
    kind.add_argument(
        "--open",
        dest="opened",
        type=Path,
        metavar=words("FILE.ics"),
        help=words("look at a calendar file in the window; FILE.ics alone does the same"),
    )
    commands = Commands(parser, "command", required=False)
    _add_data(commands)
    _add_accounts(commands)
    _add_listings(commands)
    _add_bookings(commands)
    _add_care(commands)
    _add_files(commands)
    _add_contacts(commands)
    _add_time_off(commands)
    _add_waiting(commands)
    _add_completion(commands)
    return parser


def _add_completion(commands: Commands) -> None:
    completion = commands.add(
        "completion", words("a script that lets a shell complete commands and names")
    )
    completion.add_argument("shell", choices=SHELLS)
    completion.add_argument("--names", choices=NAMED, help=argparse.SUPPRESS)  # what it asks for


def _add_data(commands: Commands) -> None:
    workspace = commands.group(
        "workspace", words("load or save staff, calendars, contacts, appointments")
    )
    load = workspace.add("load", words("take over a file; all of it or nothing"))
    load.add_argument("file", metavar=words("FILE.json"), type=Path)
    add_mail(load)
    save = workspace.add("save", words("write everything to a file"))
    save.add_argument("file", metavar=words("FILE.json"), type=Path)
    backup = commands.group("backup", words("copies of the data file; passwords are in none"))
    backup.add("create", words("make a copy now"))
    backup.add("list", words("the copies and what each holds"))
    back = backup.add("restore", words("put a copy in the data file's place; nothing is deleted"))
    back.add_argument(
        "copy", metavar=words("COPY"), nargs="?", default="", help=words("without: the newest")
    )


def _add_accounts(commands: Commands) -> None:
    account = commands.group("account", words("connected iCloud and CalDAV accounts"))
    add = account.add("add", words("connect an account; the password comes from stdin"))
    add.add_argument("--provider", required=True, choices=("icloud", "caldav"))
    add.add_argument("--email", required=True, metavar=words("E"))
    add.add_argument("--staff", required=True, metavar=words("NAME"))
    add.add_argument("--server", default="", metavar=words("URL"), help=words("for caldav only"))
    add.add_argument("--password-stdin", required=True, action="store_true")
    account.add("list", words("the connected accounts and how they are"))
    remove = account.add("remove", words("disconnect; nothing is deleted on the server"))
    remove.add_argument("id", metavar=words("ID"), type=number)
    remove.add_argument(
        "--keep-blocks", action="store_true", help=words("keep the time it blocked")
    )
    password = account.add("password", words("enter a new password, on stdin"))
    password.add_argument("id", metavar=words("ID"), type=number)
    password.add_argument("--password-stdin", required=True, action="store_true")
    linked = commands.group("linked", words("the calendars of connected accounts"))
    linked.add("list", words("the calendars and what each is for"))
    role = linked.add("role", words("choose what a calendar is for"))
    role.add_argument("id", metavar=words("ID"), type=number)
    role.add_argument("role", choices=("primary", "conflict", "none"))
    add_mail(role)
    sync = commands.add("sync", words("one pass over each account: recover, push, pull"))
    sync.add_argument("--account", metavar=words("ID"), type=number, help=words("only this one"))
    sync.add_argument("--full", action="store_true", help=words("read everything anew"))


def _add_listings(commands: Commands) -> None:
    agenda = commands.add("agenda", words("appointments and blocked time, one line an occurrence"))
    add_days(agenda)
    agenda.add_argument("--staff", metavar=words("NAME"))
    agenda.add_argument("--calendar", metavar=words("NAME"))
    search = commands.add("search", words("contacts, appointments and blocked time by their words"))
    search.add_argument(
        "text", metavar=words("WORDS"), nargs="+", help=words("each begins a word there")
    )
    slots = commands.add("slots", words("open times of a calendar"))
    slots.add_argument("--calendar", required=True, metavar=words("NAME"))
    add_days(slots)
    slots.add_argument("--staff", metavar=words("NAME"))
    add_choice(slots)
    slots.add_argument(
        "--shared", action="store_true", help=words("as told to others: look busy hides")
    )
    slots.add_argument(
        "--explain", action="store_true", help=words("closed times too, with the reasons")
    )
    numbers = commands.add("numbers", words("bookings, no-shows, cancellations, hours booked"))
    add_days(numbers)
    numbers.add_argument(
        "--by", choices=COUNTED_BY, default="staff", help=words("a line for each; else staff")
    )
    series = commands.group("series", words("series that were made by hand, and their dates"))
    listed = series.add("list", words("every series, and its next date"))
    listed.add_argument("--calendar", metavar=words("NAME"))
    dates = series.add("dates", words("the appointments of a series"))
    dates.add_argument("id", metavar=words("ID"), help=words("of a series, or of one of its dates"))
    commands.add("outbox", words("changes that still have to reach the server"))
    activity = commands.add(
        "activity", words("what each sync did, kept for 90 days; the newest first")
    )
    activity.add_argument("--from", dest="first", metavar=words("DATE"))
    activity.add_argument("--to", dest="end", metavar=words("DATE"), help=words("exclusive"))
    activity.add_argument(
        "--search", default="", metavar=words("WORDS"), help=words("rows with all of these")
    )
    taken = commands.below(activity, "activity", required=False).add(
        "undo", words("take back what a row tells of")
    )
    taken.add_argument("id", metavar=words("ID"), type=number)
    add_mail(taken)


def _add_bookings(commands: Commands) -> None:
    book = commands.add("book", words("make an appointment"))
    book.add_argument("--calendar", required=True, metavar=words("NAME"))
    book.add_argument("--start", required=True, metavar=words("TIME"))
    book.add_argument("--contact", required=True, metavar=words('"Name <mail>"'))
    book.add_argument("--staff", metavar=words("NAME"))
    book.add_argument("--minutes", metavar=words("N"), type=number)
    add_choice(book)
    add_answers(book)
    book.add_argument("--title", default="", metavar=words("T"))
    book.add_argument("--force", action="store_true", help=words("book although the rules refuse"))
    add_repeat(book, words("book a series"))
    move = commands.add("move", words("move an appointment, or an event of a primary calendar"))
    move.add_argument("id", metavar=words("ID"))
    move.add_argument("--start", required=True, metavar=words("TIME"))
    move.add_argument("--minutes", metavar=words("N"), type=number)
    add_scope(move)
    edit = commands.add("edit", words("change an appointment, or an event of a primary calendar"))
    edit.add_argument("id", metavar=words("ID"))
    edit.add_argument("--title", metavar=words("T"))
    edit.add_argument("--start", metavar=words("TIME"))
    edit.add_argument("--minutes", metavar=words("N"), type=number)
    edit.add_argument("--notes", metavar=words("T"))
    edit.add_argument("--location", metavar=words("T"))
    edit.add_argument(
        "--staff", metavar=words("NAME"), help=words("who has the appointment from now on")
    )
    edit.add_argument("--contact", metavar=words('"Name <mail>"'), help=words("whom it is for"))
    edit.add_argument(
        "--calendar", metavar=words("NAME"), help=words("on which calendar it stands")
    )
    add_answers(edit)
    add_scope(edit)
    add_repeat(edit, words("let an appointment begin a series"))
    edit.add_argument(
        "--force",
        action="store_true",
        help=words(
            "change the member, calendar or time although the rules refuse; with --repeat: book "
            "dates although they are not open"
        ),
    )
    add_mail(book, move, edit)
    cancel = commands.add(
        "cancel", words("cancel an appointment, or a date of a series of a primary calendar")
    )
    cancel.add_argument("id", metavar=words("ID"))
    add_scope(cancel)
    status = commands.add("status", words("change the status of an appointment"))
    status.add_argument("id", metavar=words("ID"))
    status.add_argument("status", choices=STATUSES)
    add_scope(status)
    add_mail(cancel, status)
    undo = commands.add("undo", words("take back what was done last, here or in the window"))
    redo = commands.add("redo", words("do again what was undone last"))
    add_mail(undo, redo)
    block = commands.add("block", words("block time; it stays in lcdesk"))
    whose = block.add_mutually_exclusive_group(required=True)
    whose.add_argument("--staff", metavar=words("NAME"))
    whose.add_argument("--calendar", metavar=words("NAME"))
    block.add_argument("--start", required=True, metavar=words("TIME"))
    block.add_argument("--end", required=True, metavar=words("TIME"))
    block.add_argument("--title", default="", metavar=words("T"))
    unblock = commands.add("unblock", words("free time that was blocked by hand"))
    unblock.add_argument("id", metavar=words("ID"))


def _add_care(commands: Commands) -> None:
    attention = commands.add("attention", words("what waits for a person"))
    inner = commands.below(attention, "attention", required=False)
    resolve = inner.add("resolve", words("settle one of them"))
    resolve.add_argument("key", metavar=words("KEY"))
    resolve.add_argument("choice", choices=CHOICES)
    add_mail(resolve)
    export = inner.add("export", words("write the text of a refused change to a file"))
    export.add_argument("key", metavar=words("KEY"))
    export.add_argument("file", metavar=words("FILE.ics"), type=Path)
    commands.add(
        "doctor", words("look after the data file, keyring, servers and clock; no secrets")
    )


def _add_files(commands: Commands) -> None:
    export = commands.group("export", words("write appointments to a file for other programs"))
    written = export.add("ics", words("appointments and slots blocked by hand, as iCalendar"))
    add_days(written)
    written.add_argument("file", metavar=words("FILE.ics"), type=Path)
    for option, meaning in (
        ("--calendar", words("what is booked on it alone; may be given several times")),
        ("--staff", words("what is theirs alone; may be given several times")),
    ):
        written.add_argument(
            option, metavar=words("NAME"), action="append", default=[], help=meaning
        )
    everything = export.add("all", words("everything, to move to another computer; no passwords"))
    everything.add_argument("file", metavar=words("FILE.zip"), type=Path)
    taken = commands.group("import", words("take over events from a file"))
    whole = taken.add("all", words("begin with everything that another computer exported"))
    whole.add_argument("file", metavar=words("FILE.zip"), type=Path)
    read = taken.add(
        "ics", words("events become slots blocked by hand, or appointments of a calendar")
    )
    read.add_argument("file", metavar=words("FILE.ics"), type=Path)
    become = read.add_mutually_exclusive_group(required=True)
    become.add_argument(
        "--staff", metavar=words("NAME"), help=words("whose time busy events block")
    )
    become.add_argument("--calendar", metavar=words("NAME"), help=words("on which they are booked"))
    read.add_argument(
        "--contact", metavar=words('"Name <mail>"'), help=words("for events that name nobody known")
    )
    read.add_argument(
        "--force", action="store_true", help=words("book what is not open, or over, too")
    )
    add_mail(read)


def _add_contacts(commands: Commands) -> None:
    contact = commands.group("contact", words("contacts from a file, or to one"))
    taken = contact.add(
        "import", words("take over new and changed contacts of a vCard or CSV file")
    )
    taken.add_argument("file", metavar=words("FILE"), type=Path)
    taken.add_argument("--dry-run", action="store_true", help=words("only say what would change"))
    add_mail(taken)
    written = contact.add(
        "export", words("write all contacts, as the file is called: .vcf or .csv")
    )
    written.add_argument("file", metavar=words("FILE"), type=Path)


def _add_time_off(commands: Commands) -> None:
    group = commands.group("timeoff", words("holidays and absences of members and of the business"))
    listed = group.add("list", words("what is still to come"))
    listed.add_argument("--all", action="store_true", help=words("what is over too"))
    add = group.add("add", words("take days off; what is booked then stays and is listed"))
    add.add_argument("--first", required=True, metavar=words("DATE"))
    add.add_argument("--last", metavar=words("DATE"), help=words("included; without it one day"))
    add.add_argument(
        "--staff",
        action="append",
        default=[],
        metavar=words("NAME"),
        help=words("who is away, once each; without it the whole business"),
    )
    add.add_argument("--start", metavar=words("HH:MM"), help=words("for a part of one day"))
    add.add_argument("--end", metavar=words("HH:MM"))
    add.add_argument("--title", default="", metavar=words("T"), help=words("stays in lcdesk"))
    remove = group.add("remove", words("take it back"))
    remove.add_argument("id", metavar=words("ID"), type=number)


def _add_waiting(commands: Commands) -> None:
    waiting = commands.group("waiting", words("who waits for a time that is not open yet"))
    listed = waiting.add("list", words("who waits, the oldest first, and their next open time"))
    listed.add_argument("--calendar", metavar=words("NAME"), help=words("for this one only"))
    add = waiting.add("add", words("put a contact on the waiting list"))
    add.add_argument("--calendar", required=True, metavar=words("NAME"))
    add.add_argument("--contact", required=True, metavar=words('"Name <mail>"'))
    add.add_argument("--first", required=True, metavar=words("DATE"))
    add.add_argument(
        "--last", required=True, metavar=words("DATE"), help=words("this day included")
    )
    add.add_argument(
        "--weekdays", default="", metavar=words("DAYS"), help=words("such as mon,fri; else all")
    )
    add.add_argument("--after", metavar=words("HH:MM"), help=words("not before this time of day"))
    add.add_argument("--before", metavar=words("HH:MM"), help=words("over by this time of day"))
    add.add_argument("--staff", metavar=words("NAME"))
    add_choice(add)
    add.add_argument("--notes", default="", metavar=words("T"))
    remove = waiting.add("remove", words("take an entry off the waiting list"))
    remove.add_argument("id", metavar=words("ID"), type=number)
