"""Which function answers which command; each is imported only when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from lcdesk.cli.desk import open_workspace
from lcdesk.cli.output import Answer, say
from lcdesk.paths import Paths
from lcdesk.privacy import Exposure


def run(args: argparse.Namespace, paths: Paths, exposures: Sequence[Exposure]) -> Answer:
    """Run one command; `exposures` is what others had access to. Raises errors of the domain."""
    if args.command == "doctor":
        from lcdesk.cli import doctor

        return doctor.examine(paths, exposures)
    with open_workspace(paths, say) as desk:
        match args.command, args.action:
            case "agenda", _:
                from lcdesk.cli import agenda

                return agenda.listing(desk, args)
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
                from lcdesk.cli import linked

                return linked.ACTIONS[action](desk, args)
            case "outbox", _:
                from lcdesk.cli import outbox

                return outbox.listing(desk, args)
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
            case ("export" | "import") as command, _:
                from lcdesk.cli import calendar_files

                return calendar_files.ACTIONS[command](desk, args)
            case _:
                from lcdesk.cli import bookings

                return bookings.ACTIONS[args.command](desk, args)
