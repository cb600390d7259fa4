"""`lcdesk undo` and `lcdesk redo`: the last thing that a person did, here or in the window."""

from __future__ import annotations

import argparse
from typing import Any

from lcdesk.cli.output import Answer, brief
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.undo import redo_last, undo_last
from lcdesk.model.domain.undo import StepWords, UndoStep


def undo(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take back what was done last."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        step = undo_last(tx, now=desk.now)
    told = words("Undone: {what}", what=_told(step.words))
    return Answer(_shape(step, is_undone=True), told)


def redo(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Do again what was undone last."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        step = redo_last(tx, now=desk.now)
    told = words("Done again: {what}", what=_told(step.words))
    return Answer(_shape(step, is_undone=False), told)


ACTIONS = {"undo": undo, "redo": redo}


def _shape(step: UndoStep, *, is_undone: bool) -> dict[str, Any]:
    said = step.words
    return {
        "step": step.id,
        "at": step.at.astimezone().isoformat(),
        "deed": said.deed,
        "what": said.what or None,
        "title": said.title,
        "start": None if said.start is None else said.start.astimezone().isoformat(),
        "count": said.count,
        "undone": is_undone,
    }


def _told(said: StepWords) -> str:
    """ "moved  Cleo Park  2026-12-01 10:00", on this computer's clock."""
    deed = worded(value_word(said.deed.replace("_", " ")))
    many = f"{said.count} {deed}" if said.count > 1 else deed
    start = "" if said.start is None else f"{said.start.astimezone():%Y-%m-%d %H:%M}"
    return "  ".join(filter(None, (many, brief(said.title), start)))
