"""Looks when the next reminder is due, tells what is, and carries out what is answered.

One timer waits for the next moment; changes of the store set it anew, and so does a clock that
jumped, as after sleep. What is told at once stands in one notice each; what was missed, in one
together.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from lcdesk.model.commands.reminders.delivery import claim, dismiss, next_look, note_told, snooze
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import StoreTrouble
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.agenda import as_entries
from lcdesk.model.store.reminders.chosen import hides_details
from lcdesk.model.store.reminders.kept import KeptReminder, open_reminders
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.offers import PRESSED, Notice
from lcdesk.ui.reminders.reminder_words import ReminderCard, card_of_reminder
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.week import AND
from lcdesk.ui.wording.labels import Forms, mark, mark_number, tr, with_number

logger = logging.getLogger(__name__)

TOGETHER = "reminders"  # the key of the notice about several
LATE = timedelta(minutes=5)  # then a reminder was missed
MOST_ALONE = 3  # notices at one moment
_GATHERED_MS = 200
_AGAIN_MS = 60_000  # after the store could not be used
_JUMP = timedelta(minutes=1)  # back, before the clock counts as set
_LOOKED_AT = frozenset({Topic.AGENDA, Topic.CALENDARS, Topic.REMINDERS, Topic.ACTIVITY})


class Snooze(Enum):
    """For how long a reminder may be put off; the value is minutes, 0 until it starts."""

    FIVE_MINUTES = 5
    QUARTER = 15
    HOUR = 60
    UNTIL_START = 0


SNOOZE_LABELS = {
    Snooze.FIVE_MINUTES: mark("Snooze 5 minutes"),
    Snooze.QUARTER: mark("Snooze 15 minutes"),
    Snooze.HOUR: mark("Snooze 1 hour"),
    Snooze.UNTIL_START: mark("Snooze until it starts"),
}
_OPEN, _DISMISS = "open", "dismiss"
_MISSED = mark_number("{n} reminder you missed", "{n} reminders you missed")
_COMING = mark_number("{n} appointment is coming", "{n} appointments are coming")


class Reminders(QObject):
    """Tells reminders. `begin` when the store is open, `close` ends its timers."""

    notice_made = Signal(Notice)
    notice_ended = Signal(str)  # key
    entry_opened = Signal(AgendaEntry)
    list_asked = Signal()
    changed = Signal()  # what `cards` answers may be new

    def __init__(
        self, database: Database, news: StoreNews, context: Context, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._here: ZoneInfo = zone(context.local_zone)
        self._looked = self._next = context.clock()
        self._told: dict[str, tuple[int, ...]] = {}  # the reminders of a notice, by its key
        self._shown: set[str] = set()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._soon.timeout.connect(self.look)
        news.changed.connect(self._hear)

    def begin(self) -> None:
        """Tell what is due, also what was missed, and go on."""
        self._tell_due()
        self.look()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._soon.stop()

    def cards(self) -> tuple[ReminderCard, ...]:
        """Everything that was told and not answered, the first appointments first."""
        with self._database.read() as reader:
            cards = self._word(reader, open_reminders(reader))
        return tuple(sorted(cards, key=lambda card: (card.start, card.reminder)))

    def dismiss(self, reminders: Iterable[int]) -> None:
        """These were seen."""
        known = tuple(reminders)
        self._do(lambda tx: dismiss(tx, known))
        self.look()

    def snooze(self, card: ReminderCard, choice: Snooze) -> None:
        """Put one off."""
        until = self._until(card.start, choice)
        self._do(lambda tx: snooze(tx, [card.reminder], until))
        self.look()

    def snoozes(self, start: datetime) -> tuple[Snooze, ...]:
        """What can be chosen for something that begins then."""
        has_time = start > self._context.clock()
        return tuple(one for one in Snooze if one is not Snooze.UNTIL_START or has_time)

    @Slot()
    def look(self) -> None:
        """Claim and tell what is due, take back what is so no more, and wait for the next."""
        now = self._looked = self._context.clock()
        self._soon.stop()
        try:
            with self._database.read() as reader:
                due = next_look(reader, now, self._here)
            if due <= now:
                self._tell_due()
                with self._database.read() as reader:
                    due = next_look(reader, now, self._here)
            self._take_back()
        except StoreTrouble:  # the window says so
            self._timer.start(_AGAIN_MS)
            return
        self._next = due
        self._timer.start(max(0, round((due - self._context.clock()).total_seconds() * 1000)))
        self.changed.emit()

    @Slot()
    def follow_clock(self) -> None:
        """Time has passed, asleep perhaps, or the clock was set: asks nothing of the store."""
        now = self._context.clock()
        if now >= self._next or now < self._looked - _JUMP:
            self.look()

    @Slot(str)
    def note_shown(self, key: str) -> None:
        """A notice stands before the person."""
        told = self._told.get(key)
        if told is not None:
            self._shown.add(key)
            self._do(lambda tx: note_told(tx, told))

    @Slot(str, str)
    def answer(self, key: str, action: str) -> None:
        """What was pressed on a notice."""
        told = self._told.pop(key, ())
        self._shown.discard(key)
        if not told:
            return
        cards = {card.reminder: card for card in self.cards()}
        known = [cards[number] for number in told if number in cards]
        if action in (PRESSED, _OPEN):
            self._open(known, is_list=key == TOGETHER)
        elif action == _DISMISS:
            self.dismiss(told)
        else:
            for card in known:
                self.snooze(card, Snooze[action])

    @Slot(str)
    def answer_closing(self, key: str) -> None:
        """The person closed a notice: it was seen. What was missed stays in the list."""
        if key == TOGETHER:
            self._told.pop(key, None)
        else:
            self.answer(key, _DISMISS)

    def open(self, card: ReminderCard) -> None:
        """Show an appointment in the week; its reminder has done its work."""
        self.entry_opened.emit(card.entry)
        self.dismiss([card.reminder])

    # --- telling ----------------------------------------------------------------------------

    def _tell_due(self) -> None:
        now = self._context.clock()
        try:
            with self._database.write() as tx:
                claimed = claim(tx, now, self._here)
            with self._database.read() as reader:
                cards = self._word(reader, claimed)
                is_veiled = hides_details(reader)
        except StoreTrouble:  # the window says so; what was claimed is told a minute later
            logger.warning("reminders could not be read")
            return
        known = {reminder.id: reminder for reminder in claimed}
        late = [card for card in cards if now - known[card.reminder].due > LATE]
        at_once = [card for card in cards if card not in late]
        if len(late) > 1:
            self._tell_together(late, _MISSED)
            late = []
        if len(late) + len(at_once) > MOST_ALONE:
            self._tell_together([*late, *at_once], _COMING)
            late = at_once = []
        for card in (*late, *at_once):
            key = f"{TOGETHER}:{known[card.reminder].session}"
            self._tell(self._alone(key, card, is_veiled=is_veiled), (card.reminder,))

    def _tell(self, notice: Notice, reminders: tuple[int, ...]) -> None:
        self._told[notice.key] = reminders
        self._shown.discard(notice.key)
        self.notice_made.emit(notice)

    def _tell_together(self, cards: Sequence[ReminderCard], title: tuple[str, str]) -> None:
        earlier = self._told.get(TOGETHER, ())
        told = tuple(dict.fromkeys((*earlier, *(card.reminder for card in cards))))
        actions = ((_OPEN, tr("Open")), (_DISMISS, tr("Dismiss all")))
        text = tr("Open the list to see them.")
        self._tell(Notice(TOGETHER, with_number(len(told), *title), text, actions), told)

    def _alone(self, key: str, card: ReminderCard, *, is_veiled: bool) -> Notice:
        # Some desktops show three buttons, so the most useful ones stand first.
        first, *further = ((one.name, tr(SNOOZE_LABELS[one])) for one in self.snoozes(card.start))
        actions = ((_OPEN, tr("Open")), first, (_DISMISS, tr("Dismiss")), *further)
        if is_veiled:
            return Notice(key, card.veiled, "", actions)
        return Notice(key, card.title, AND.join((card.soon, card.details)), actions)

    def _word(self, reader: Reader, reminders: Iterable[KeptReminder]) -> list[ReminderCard]:
        now, context = self._context.clock(), self._context
        found = []
        for reminder in reminders:
            seats = [
                one
                for one in appointments_of_session(reader, reminder.session)
                if one.status.takes_time
            ]
            entries = as_entries(reader, seats, (), ())
            people = contacts(reader, {who for entry in entries for who in entry.contacts})
            words = EntryWords(context.directory, people, Forms(context.locale), context.tz)
            if entries:
                found.append(card_of_reminder(reminder.id, entries, words, now))
        return found

    # --- answers ----------------------------------------------------------------------------

    def _open(self, cards: Sequence[ReminderCard], *, is_list: bool) -> None:
        if is_list:
            self.list_asked.emit()
        for card in () if is_list else cards:
            self.open(card)

    def _until(self, start: datetime, choice: Snooze) -> datetime:
        if choice is Snooze.UNTIL_START:
            return start
        return self._context.clock() + timedelta(minutes=choice.value)

    def _take_back(self) -> None:
        """Notices about what was cancelled, moved, or answered elsewhere."""
        if not self._shown:
            return
        with self._database.read() as reader:
            still = {reminder.id for reminder in open_reminders(reader)}
        for key in [key for key in self._shown if still.isdisjoint(self._told[key])]:
            self._shown.discard(key)
            del self._told[key]
            self.notice_ended.emit(key)

    def _do(self, work: Callable[[Transaction], object]) -> None:
        try:
            with self._database.write() as tx:
                work(tx)
        except StoreTrouble:  # the window says so; what was not kept is told anew
            logger.warning("a reminder could not be kept")

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & _LOOKED_AT and not self._soon.isActive():
            self._soon.start()
