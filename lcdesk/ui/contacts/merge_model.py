"""Two contacts that are one person: who the other is, and which values stay."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.contacts.merge import merge_contacts
from lcdesk.model.domain.duplicates import Shared, find_duplicates, fold
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.appointments import appointments_of_contact
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import mark, tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer

_MOST_ROWS = 50
_SHARED = {
    Shared.EMAIL: mark("{name} – same e-mail"),
    Shared.PHONE: mark("{name} – same telephone"),
    Shared.NAME: mark("{name} – same name"),
}
FIELDS = ("name", "email", "phone")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of who the other may be."""

    contact: int
    text: str


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One value of both; where they are the same, or one is empty, there is nothing to choose."""

    field: str
    mine: str
    others: str
    takes_others: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody has to choose."""
        return bool(self.mine and self.others) and self.mine != self.others


class ContactMerge(QObject):
    """Ends with `merged`, or is thrown away."""

    changed = Signal()
    refused = Signal(str)
    merged = Signal(Offer)

    def __init__(
        self, database: Database, context: Context, contact: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._context = context
        with database.read() as reader:
            known = contacts(reader)
        self.contact = known.pop(contact)
        self._known = known
        self._duplicates = find_duplicates(self.contact, known.values())
        self._taken: set[str] = set()
        self.other: Contact | None = None
        if len(self._duplicates) == 1:
            self.choose(self._duplicates[0].contact.id)

    def candidates(self, typed: str) -> list[Candidate]:
        """Who is likely meant; with something typed, everybody in whom it is found."""
        wanted = fold(typed)
        if not wanted:
            return [
                Candidate(
                    found.contact.id,
                    tr(_SHARED[found.shared]).format(name=_told(found.contact)),
                )
                for found in self._duplicates
            ]
        found = (
            contact
            for contact in self._known.values()
            if wanted in fold(f"{contact.name} {contact.email} {contact.phone}")
        )
        rows = (Candidate(contact.id, _told(contact)) for contact in found)
        return [row for row, _ in zip(rows, range(_MOST_ROWS), strict=False)]

    @property
    def choices(self) -> tuple[FieldChoice, ...]:
        """The values of both, once the other is chosen."""
        if self.other is None:
            return ()
        return tuple(self._choice(name, self.other) for name in FIELDS)

    @property
    def outcome(self) -> Contact:
        """What will stand on the card; the notes of both stay."""
        if self.other is None:
            return self.contact
        values = {
            choice.field: choice.others if choice.takes_others else choice.mine
            for choice in self.choices
        }
        return replace(
            self.contact,
            name=values["name"],
            email=values["email"],
            phone=values["phone"],
            notes=_joined(self.contact.notes, self.other.notes),
        )

    @property
    def summary(self) -> str:
        """What merging does, as a sentence."""
        if self.other is None:
            return ""
        with self._database.read() as reader:
            count = len(appointments_of_contact(reader, self.other.id))
        if not count:
            return tr("{name} has no appointments and goes.").format(name=as_line(self.other.name))
        return with_number(
            count,
            "{n} appointment comes over to this card, and the other card goes.",
            "{n} appointments come over to this card, and the other card goes.",
        )

    def choose(self, contact: int) -> None:
        """Say who the other is."""
        self.other = self._known.get(contact)
        self._taken = set()
        self.changed.emit()

    def take_mine(self, field: str) -> None:
        """Keep the value of the contact whose card it is."""
        self._taken.discard(field)

    def take_others(self, field: str) -> None:
        """Keep the value of the contact who goes."""
        self._taken.add(field)

    def merge(self) -> bool:
        """Make one of both."""
        if self.other is None:
            return False
        kept = self.outcome
        try:
            with self._mail.write(kept) as tx:
                merge_contacts(tx, kept, self.other.id, now=self._context.clock())
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        said = tr("{other} is merged with {name}").format(
            other=as_line(self.other.name), name=as_line(kept.name)
        )
        self.merged.emit(undo_offer(said, tx.step))
        return True

    def _choice(self, name: str, other: Contact) -> FieldChoice:
        mine, others = str(getattr(self.contact, name)), str(getattr(other, name))
        takes = name in self._taken or (not mine and bool(others))
        return FieldChoice(name, mine, others, takes)


def _told(contact: Contact) -> str:
    address = contact.email or contact.phone
    name = as_line(contact.name)
    return f"{name} ({as_line(address)})" if address else name


def _joined(mine: str, others: str) -> str:
    if not others.strip() or others.strip() in mine:
        return mine
    return f"{mine.rstrip()}\n\n{others}" if mine.strip() else others
