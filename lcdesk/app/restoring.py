"""Back to a copy: asked over a damaged store, and carried out between two windows.

The store must not be open while it is replaced, so a restore is a wish with which the program ends
its window; `restore_wish` then puts the copy in its place, and the next window says how it went.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.store.backup.copies import accounts_of, holdings, newest_whole_copy
from lcdesk.model.store.backup.restore import restore
from lcdesk.model.workspace.opened_export import discard_export
from lcdesk.ui.backup.backup_model import when
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.widgets.parts import busy_cursor, message_box, warning_box
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import worded

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restored:
    """How a restore went, for the next window to say."""

    title: str
    message: str


def restore_wish(store: Path, copy: Copy, now: datetime) -> Restored:
    """Put the copy in the store's place. What cannot be done is said, and nothing is changed."""
    try:
        accounts = accounts_of(copy) if copy.kind is CopyKind.IMPORTED else ()
        aside = restore(store, copy, now)
    except LcdeskError as error:
        logger.error("the copy %s was not restored: %s", copy.name, error.message)
        return Restored(worded(error.title), worded(error.message))
    finally:
        if copy.kind is CopyKind.IMPORTED:
            discard_export(store)
    logger.info("restored %s; the store of before is %s", copy.name, aside)
    if copy.kind is CopyKind.IMPORTED:
        return _imported(aside, has_accounts=bool(accounts))
    return Restored(
        tr("The copy was restored"),
        tr(
            "What was there before is set aside, in Settings, Data and backup. Every calendar is "
            "read anew now; look through “Needs attention” afterwards."
        ),
    )


def _imported(aside: Path | None, *, has_accounts: bool) -> Restored:
    name = "" if aside is None else aside.name
    text = tr("What was there before is set aside as {name}, in Settings, Data and backup.")
    if has_accounts:
        text = tr(
            "What was there before is set aside as {name}, in Settings, Data and backup. Enter the "
            "password of each account once: Settings, Integrations."
        )
    return Restored(tr("Everything was imported"), text.format(name=name))


def say_restored(window: QWidget, news: Restored) -> None:
    """Over the new window, once."""
    box = message_box(window, "restored", news.title, news.message)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def damage_box(
    window: QWidget, error: LcdeskError, store: Path, locale: LocaleFormat, here: tzinfo
) -> tuple[QMessageBox, Copy | None]:
    """The question over a damaged store, without its buttons, and the newest whole copy."""
    copy = _newest(store)
    if copy is None:
        more = tr(
            "It was left as it is. There is no copy of it beside it. If you keep copies "
            "elsewhere, put one into the folder “copies” beside the data file, and try again."
        )
    else:
        more = tr(
            "It was left as it is. The newest copy is whole: {when}, with {appointments} and "
            "{contacts}. Restoring it sets the damaged file aside and deletes nothing; every "
            "calendar is then read anew."
        ).format(when=when(copy, locale, here), **_told(holdings(copy)))
    return warning_box(window, "store_damaged", error.title, more), copy


def crash_box(
    window: QWidget, store: Path, locale: LocaleFormat, here: tzinfo
) -> tuple[QMessageBox, Copy | None]:
    """The question after a crash, without its buttons, and the newest whole copy."""
    copy = _newest(store)
    more = tr(
        "Your data is as it was left. A safe start syncs nothing and uses the default look, until "
        "lcdesk is started again."
    )
    if copy is not None:
        newest = tr("The newest copy: {when}.").format(when=when(copy, locale, here))
        more = f"{more}\n\n{newest}"
    title = tr("lcdesk did not finish its last start")
    return warning_box(window, "crashed", title, more), copy


def _newest(store: Path) -> Copy | None:
    with busy_cursor():
        return newest_whole_copy(store)


def _told(held: Holdings) -> dict[str, str]:
    return {
        "appointments": with_number(held.appointments, "{n} appointment", "{n} appointments"),
        "contacts": with_number(held.contacts, "{n} contact", "{n} contacts"),
    }
