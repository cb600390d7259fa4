"""From words to an exit status: parse, run one command, print; errors never leave as tracebacks.

Each command, and the window with its Qt, is imported only when it is asked for.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from lcdesk.cli import failures
from lcdesk.cli.grammar import UsageError
from lcdesk.cli.output import Answer, Output, say
from lcdesk.cli.parser import build_parser
from lcdesk.cli.wording.argparse_words import translated
from lcdesk.cli.wording.language import ENGLISH, language_of, speak, worded
from lcdesk.model.domain.errors import LcdeskError, StoreDamaged, StoreError
from lcdesk.model.domain.message import Message
from lcdesk.model.exposures import describe
from lcdesk.paths import Exposure, Paths, default_paths

logger = logging.getLogger(__name__)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line (or open the window); returns the exit status."""
    words = sys.argv[1:] if words is None else list(words)
    output = Output(as_json="--json" in words)
    speak(ENGLISH if output.as_json else language_of(os.environ))
    try:
        return _run(words, output)
    except KeyboardInterrupt:
        output.failure(
            failures.document(
                "INTERRUPTED", Message("Interrupted"), Message("Nothing was left half-written.")
            )
        )
        return failures.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has heard enough. Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return failures.SOME_FAILED


def _run(words: Sequence[str], output: Output) -> int:
    try:
        with translated():
            args = _parse(words)
    except UsageError as error:
        usage = failures.document("USAGE", Message("That is not a command"), f"{error}.")
        if not output.as_json:
            say(error.usage.rstrip())
        output.failure(usage)
        return failures.WRONG_USAGE
    if args.version:
        from lcdesk import __version__

        output.answer(Answer({"version": __version__}, f"lcdesk {__version__}"))
        return failures.DONE
    try:
        paths = _paths(args)
    except StoreError as error:
        output.failure(failures.document_of(error))
        return failures.status_of(error)
    try:
        if args.command is None:
            return _open_window(args, paths)
        if args.command == "completion":
            return _complete(args, paths, output)
        return _command(args, paths, output)
    except StoreDamaged as error:
        from lcdesk.cli import backup

        details = backup.advice(paths)
        output.failure(failures.document(error.code, error.title, error.message, details))
        return failures.status_of(error)
    except LcdeskError as error:
        output.failure(failures.document_of(error))
        return failures.status_of(error)
    except BrokenPipeError:
        raise
    except Exception:
        with suppress(StoreError), _log(paths):
            logger.exception("lcdesk %s ended unexpectedly", args.command or "")
        title = Message("That should not have happened")
        message = Message(
            "Something in lcdesk went wrong. The log has the details: {log}", log=str(paths.log)
        )
        output.failure(failures.document("UNEXPECTED", title, message))
        return failures.SOME_FAILED


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = build_parser()
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            parser.error(worded(Message("one of the words is not UTF-8 text")))
    args = parser.parse_args(_with_option(words))
    if args.command and (args.demo or args.minimised or args.opened):
        parser.error(
            worded(Message("--demo, --minimised and --open are for the window and take no command"))
        )
    return args


def _with_option(words: Sequence[str]) -> list[str]:
    """A calendar file in the place of a command is one to look at, as a desktop opens files."""
    for at, word in enumerate(words):
        is_value = at > 0 and words[at - 1] in ("--data", "--open")
        if is_value or word.startswith("-"):
            continue
        is_file = word.lower().endswith(".ics") or (os.sep in word and Path(word).is_file())
        return [*words[:at], "--open", *words[at:]] if is_file else list(words)
    return list(words)


def _paths(args: argparse.Namespace) -> Paths:
    """The workspace that is meant. Raises StoreError when the current folder is gone."""
    try:
        return Paths(args.data.absolute()) if args.data else default_paths()
    except OSError as error:
        raise StoreError(
            Message(
                "The current folder was removed, so the data folder cannot be found from it. "
                "Nothing was changed. Go to another folder, or give --data as a full path."
            )
        ) from error


def _open_window(args: argparse.Namespace, paths: Paths) -> int:
    """Run the window until it is closed; with practice data nothing lies in the usual folder."""
    from lcdesk import app

    if args.demo:
        return app.run_demo(args.data, worded=worded)
    file = None if args.opened is None else args.opened.absolute()
    return app.run(paths, minimised=args.minimised, file=file, worded=worded)


def _complete(args: argparse.Namespace, paths: Paths, output: Output) -> int:
    """A shell that starts, and a key that is pressed in it, leave no data folder behind."""
    from lcdesk.cli.completion import scripts

    output.answer(scripts.names(paths, args.names) if args.names else scripts.write(args.shell))
    return failures.DONE


def _command(args: argparse.Namespace, paths: Paths, output: Output) -> int:
    with _log(paths) as exposures:
        answer = run(args, paths, exposures)
        output.answer(answer)
        return answer.status


@contextmanager
def _log(paths: Paths) -> Iterator[list[Exposure]]:
    """The data folder made and closed to others, and its log set up. Raises StoreError.

    Gives what others had access to.
    """
    from lcdesk.logs import set_up

    try:
        exposures = paths.prepare()
    except OSError as error:
        raise StoreError(
            Message(
                "The data folder {folder} cannot be used: {why}. Nothing was changed. Check its "
                "owner, or choose another with --data.",
                folder=str(paths.data),
                why=error.strerror or str(error),
            )
        ) from error
    handler = set_up(paths.log)
    try:
        for exposure in exposures:
            logger.warning(describe(exposure))
        yield exposures
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def run(args: argparse.Namespace, paths: Paths, exposures: Sequence[Exposure]) -> Answer:
    """Run one command; `exposures` is what others had access to. Raises errors of the domain."""
    if args.command == "doctor":
        from lcdesk.cli import doctor

        return doctor.examine(paths, exposures)
    if args.command in ("export", "import") and args.action == "all":
        from lcdesk.cli import archive

        return archive.ACTIONS[args.command](paths, args)
    if args.command == "backup":
        from lcdesk.cli import backup

        return backup.ACTIONS[args.action](paths, args)
    from lcdesk.cli.workspace import open_workspace

    with open_workspace(paths, say) as desk:
        match args.command, args.action:
            case "agenda", _:
                from lcdesk.cli import agenda

                return agenda.listing(desk, args)
            case "search", _:
                from lcdesk.cli import agenda

                return agenda.find(desk, args)
            case "slots", _:
                from lcdesk.cli import slots

                return slots.listing(desk, args)
            case "sync", _:
                from lcdesk.cli import passes

                return passes.run(desk, args)
            case "workspace", action:
                from lcdesk.cli import files

                return files.ACTIONS[action](desk, args)
            case "account", action:
                from lcdesk.cli import accounts

                return accounts.ACTIONS[action](desk, args)
            case "linked", action:
                from lcdesk.cli import accounts

                return accounts.LINKED_ACTIONS[action](desk, args)
            case "outbox", _:
                from lcdesk.cli import passes

                return passes.listing(desk, args)
            case "numbers", _:
                from lcdesk.cli import numbers

                return numbers.report(desk, args)
            case "series", action:
                from lcdesk.cli import series

                return series.ACTIONS[action](desk, args)
            case ("undo" | "redo") as command, _:
                from lcdesk.cli import history

                return history.ACTIONS[command](desk, args)
            case "activity", action:
                from lcdesk.cli import activity

                return (activity.take_back if action else activity.listing)(desk, args)
            case "attention", action:
                from lcdesk.cli import attention

                run_it = {"resolve": attention.resolve, "export": attention.export}
                return run_it.get(action or "", attention.listing)(desk, args)
            case "edit", _ if args.id[:1] == "b":
                from lcdesk.cli import bookings

                return bookings.edit_blocked(desk, args)
            case "edit", _:
                from lcdesk.cli import edits

                return edits.edit(desk, args)
            case "contact", action:
                from lcdesk.cli import contacts

                return contacts.ACTIONS[action](desk, args)
            case "timeoff", action:
                from lcdesk.cli import timeoff

                return timeoff.ACTIONS[action](desk, args)
            case "waiting", action:
                from lcdesk.cli import waiting

                return waiting.ACTIONS[action](desk, args)
            case ("export" | "import") as command, _:
                from lcdesk.cli import calendar_files

                return calendar_files.ACTIONS[command](desk, args)
            case _:
                from lcdesk.cli import bookings

                return bookings.ACTIONS[args.command](desk, args)
