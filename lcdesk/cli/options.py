"""Options that several commands take."""

from __future__ import annotations

import argparse

from lcdesk.cli.wording.language import words


def add_mail(*parsers: argparse.ArgumentParser) -> None:
    """`--mail-attendees`."""
    for parser in parsers:
        parser.add_argument(
            "--mail-attendees", action="store_true", help=words("iCloud may write to those invited")
        )


def add_scope(parser: argparse.ArgumentParser) -> None:
    """`--scope`."""
    parser.add_argument(
        "--scope",
        choices=("this", "following", "all"),
        default="this",
        help=words(
            "of a series: this date (as without), this and those after, or all; of appointments "
            "those that are still to come"
        ),
    )


def add_repeat(parser: argparse.ArgumentParser, text: str) -> None:
    """`--repeat` and `--skip-taken`; `text` says what repeats."""
    parser.add_argument(
        "--repeat",
        metavar=words("RULE"),
        help=words(
            "{what}: FREQ=DAILY, WEEKLY or MONTHLY, with INTERVAL, BYDAY, BYMONTHDAY, and "
            "COUNT or UNTIL=20270303; without an end it goes on for ever. "
            'Example: "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6"',
            what=text,
        ),
    )
    parser.add_argument(
        "--skip-taken",
        action="store_true",
        help=words("with --repeat: leave out dates that are not open, instead of booking nothing"),
    )


def add_choice(parser: argparse.ArgumentParser) -> None:
    """`--variation` and `--add-on`."""
    parser.add_argument(
        "--variation", default="", metavar=words("NAME"), help=words("of a service")
    )
    parser.add_argument(
        "--add-on",
        dest="add_ons",
        action="append",
        default=[],
        metavar=words("NAME"),
        help=words("once each"),
    )


def add_answers(parser: argparse.ArgumentParser) -> None:
    """`--answer`."""
    parser.add_argument(
        "--answer", dest="answers", action="append", default=[], metavar=words("FIELD=VALUE"),
        help=words("to what the calendar asks, once each"),
    )  # fmt: skip


def add_days(parser: argparse.ArgumentParser) -> None:
    """`--from` and `--to`."""
    parser.add_argument("--from", dest="first", required=True, metavar=words("DATE"))
    parser.add_argument(
        "--to", dest="end", required=True, metavar=words("DATE"), help=words("exclusive")
    )
