"""`lcdesk activity`: what each sync did, and the way back where there is one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import day_of
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.undo import undo
from lcdesk.model.domain.journal import Entry
from lcdesk.model.domain.message import Message
from lcdesk.model.store.journal import KEPT_ROWS, journal_page

_NOTHING_YET = Message("Nothing has happened yet. What each sync changes is told here: lcdesk sync")
_MOST_TITLES = 4
_NOT_FOUND = Message("Nothing found. Try other days or fewer words.")
_HEADINGS = (
    Message("ID"), Message("WHEN"), Message("WHAT"), Message("HOW MANY"), Message("WHERE"),
    Message("TITLES"),
)  # fmt: skip


def listing(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What is kept, the newest first; days are those of this computer's clock."""
    first, end = (None if text is None else day_of(text) for text in (args.first, args.end))
    terms = args.search.casefold().split()
    members = {member.id: member.name for member in desk.names().staff.values()}
    with desk.database.read() as reader:
        entries = journal_page(reader, limit=KEPT_ROWS)
    shapes = []
    for entry in entries:
        day = entry.at.astimezone().date()
        if (first is None or day >= first) and (end is None or day < end):
            shape = _shape(entry, members.get(entry.staff or 0))
            if all(term in _words(shape) for term in terms):
                shapes.append(shape)
    empty = _NOT_FOUND if entries else _NOTHING_YET
    return Answer(shapes, table(_HEADINGS, _rows(shapes), empty=empty))


def take_back(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Undo what one row tells of."""
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        entry = undo(tx, args.id, now=desk.now)
    named = [_count_text(dict(entry.counts)), _titles([item.title for item in entry.items])]
    told = "  ".join(filter(None, named)) or value_word(entry.kind.replace("_", " "))
    return Answer({"id": entry.id, "undone": True}, words("Undone: {what}", what=told))


def _shape(entry: Entry, member: str | None) -> dict[str, Any]:
    items = [
        {
            "what": item.deed.value,
            "title": item.title,
            "start": None if item.start is None else item.start.astimezone().isoformat(),
            "subject": item.subject or None,
        }
        for item in entry.items
    ]
    return {
        "id": entry.id,
        "at": entry.at.astimezone().isoformat(),
        "kind": entry.kind.value,
        "staff": member,
        "account": entry.facts.get("account"),
        "linked": entry.facts.get("calendar"),
        "counts": dict(entry.counts),
        "items": items,
        "changed": [name for _table, names in entry.facts.get("records", ()) for name in names],
        "can_undo": entry.can_be_undone,
        "undone": entry.undone_at is not None,
    }


def _rows(shapes: list[dict[str, Any]]) -> list[list[object]]:
    return [
        [
            shape["id"],
            shape["at"][:16].replace("T", " "),
            value_word(shape["kind"].replace("_", " ")),
            _count_text(shape["counts"]),
            brief(shape["linked"] or shape["account"] or ""),
            _titles([item["title"] for item in shape["items"]]) or _titles(shape["changed"]),
        ]
        for shape in shapes
    ]


def _count_text(counts: Mapping[str, int]) -> str:
    named = {deed: count for deed, count in counts.items() if count}
    return ", ".join(
        f"{count} {worded(value_word(deed.replace('_', ' ')))}" for deed, count in named.items()
    )


def _titles(titles: list[str]) -> str:
    return ", ".join(brief(title) for title in titles[:_MOST_TITLES])


def _words(shape: dict[str, Any]) -> str:
    parts = [shape["kind"], shape["staff"], shape["account"], shape["linked"], *shape["counts"]]
    parts += [item["title"] for item in shape["items"]]
    return " ".join(part for part in parts if part).casefold()
