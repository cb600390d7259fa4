"""What an editor page shows of one kind of record, and what a person does to it.

A page is a list and a form. The form is saved as a whole: settings such as team and owner only
make sense together, half a number must not reach the slots, and each new team begins equal
distribution anew. Until then it is a draft; drafts stay when another record is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.errors import AttendeesAreMailed, InvalidInput, LcdeskError
from lcdesk.model.domain.people import Named
from lcdesk.model.domain.zones import Clock
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.model.store.transaction import Reader, Transaction
    from lcdesk.ui.bridge import StoreNews

NEW = 0
NOTHING = -1


_Value = TypeVar("_Value", bound=Named)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; rows with the same heading stand together."""

    id: int
    name: str
    note: str = ""
    heading: str = ""
    colour: str = ""
    is_changed: bool = False
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a draft cannot be saved, and which field is meant."""

    field: str = ""
    message: str = ""


class Records(Protocol[_Value]):
    """One kind of record: how it is read, checked, saved and deleted."""

    topics: frozenset[Topic]

    def fetch(self, reader: Reader) -> Sequence[_Value]:
        """All of them, in the order of the list."""

    def row(self, value: _Value) -> Row:
        """How one stands in the list."""

    def check(self, value: _Value, known: Mapping[int, _Value]) -> None:
        """Raises InvalidInput for what `save` would refuse too."""

    def save(self, tx: Transaction, value: _Value) -> _Value:
        """Keep it."""

    def remove(self, tx: Transaction, record: int) -> str:
        """Delete it; returns its name."""


class Editor(QObject, Generic[_Value]):
    """The records of one kind, which of them is chosen, and the drafts."""

    changed = Signal()  # the list or the chosen record is another
    edited = Signal()  # the draft changed by what was typed
    refused = Signal(str)
    offered = Signal(str)  # something was done that `undo` takes back
    withdrawn = Signal()  # what was offered was undone elsewhere

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        records: Records[_Value],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._records = records
        self._clock = clock
        self._known: dict[int, _Value] = {}
        self._drafts: dict[int, _Value] = {}
        self._unreadable: dict[int, Problem] = {}
        self._step = 0  # what was offered last
        self.chosen = NOTHING
        self.problem = Problem()
        self._read()
        self._choose_first()
        news.changed.connect(self._hear)

    # --- what is shown ----------------------------------------------------------------------

    @property
    def database(self) -> Database:
        """For what a page shows besides."""
        return self._database

    @property
    def known(self) -> Mapping[int, _Value]:
        """The records as they are kept."""
        return self._known

    @property
    def draft(self) -> _Value | None:
        """The chosen record as it stands in the form."""
        return self._drafts.get(self.chosen, self._known.get(self.chosen))

    @property
    def is_changed(self) -> bool:
        """Whether the form holds something that is not kept yet."""
        return self.chosen in self._drafts or self.chosen in self._unreadable

    @property
    def is_new(self) -> bool:
        """Whether the chosen record was never saved."""
        return self.chosen == NEW

    def rows(self, search: str = "") -> list[Row]:
        """The list, with a new record where it will stand."""
        values = [self._drafts.get(value.id, value) for value in self._known.values()]
        if NEW in self._drafts:
            values.append(self._drafts[NEW])
        rows = [self._row(value) for value in values if search.casefold() in value.name.casefold()]
        headings = [row.heading for row in rows]
        return sorted(rows, key=lambda row: headings.index(row.heading))

    def _row(self, value: _Value) -> Row:
        row = self._records.row(value)
        changed = value.id in self._drafts or value.id in self._unreadable
        return Row(
            row.id,
            row.name or tr("New"),
            row.note,
            row.heading,
            row.colour,
            changed,
            row.is_faint,
        )

    # --- what a person does -----------------------------------------------------------------

    def choose(self, record: int) -> None:
        """Show another record; a draft of the one before is kept."""
        if record == self.chosen:
            return
        self.chosen = record
        self._check()
        self.changed.emit()

    def begin(self, value: _Value) -> None:
        """Start a new record; nothing is kept until it is saved."""
        self._drafts[NEW] = value
        self.chosen = NEW
        self._check()
        self.changed.emit()

    def edit(self, value: _Value) -> None:
        """Take over what stands in the form."""
        self._unreadable.pop(self.chosen, None)
        if value == self._known.get(self.chosen):
            self._drafts.pop(self.chosen, None)
        else:
            self._drafts[self.chosen] = value
        self._check()
        self.edited.emit()

    def refuse(self, field: str, message: str) -> None:
        """The form holds something that is no value at all."""
        self._unreadable[self.chosen] = Problem(field, message)
        self._check()
        self.edited.emit()

    def revert(self) -> None:
        """Back to what is kept."""
        self._drafts.pop(self.chosen, None)
        self._unreadable.pop(self.chosen, None)
        if self.chosen == NEW:
            self._choose_first()
        self._check()
        self.changed.emit()

    def save(self) -> bool:
        """Keep the draft; False when it is refused."""
        draft = self.draft
        if draft is None or not self.is_changed or self.problem.message:
            return False
        saved = self._write(lambda tx: self._records.save(tx, draft))
        if saved is None:
            return False
        self._drafts.pop(self.chosen, None)
        self.chosen = saved.id
        self._offer(tr("Saved {name}.").format(name=as_line(saved.name)))
        return True

    def delete(self) -> None:
        """Delete the chosen record; a new one is only forgotten."""
        if self.is_new:
            self.revert()
            return
        record = self.chosen
        name = self._write(lambda tx: self._records.remove(tx, record))
        if name is not None:
            self._drafts.pop(record, None)
            self._unreadable.pop(record, None)
            self._offer(tr("Deleted {name}.").format(name=as_line(name)))

    def do(self, work: Callable[[Transaction], _Value], said: str) -> None:
        """Another command on the chosen record; its `{name}` is filled in."""
        done = self._write(work)
        if done is None:
            return
        self.chosen = done.id
        self._offer(said.format(name=as_line(done.name)))

    def offer_step(self, said: str, step: int) -> None:
        """Something was done beside the form, and `step` undoes it."""
        self._step = step
        self._offer(said)

    def undo(self) -> None:
        """Take back what was offered last."""
        from lcdesk.model.commands.undo import undo_step

        step, self._step = self._step, 0
        if not step:
            return
        try:
            with self._mail.write(step, ChangeOrigin.UNDO) as tx:
                undo_step(tx, step, now=self._clock())
        except AttendeesAreMailed as error:
            self._step = step
            self.offered.emit(worded(error.message))
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        self._read_again()

    # --- behind it --------------------------------------------------------------------------

    def _write(self, work: Callable[[Transaction], _Done]) -> _Done | None:
        try:
            with self._mail.write((self.chosen, self.draft)) as tx:
                done = work(tx)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return None
        self._step = tx.step
        return done

    def _offer(self, text: str) -> None:
        self._read_again()
        self.offered.emit(text)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & self._records.topics:
            self._read_again()
        if changes.origin is ChangeOrigin.UNDO and self._step:
            self._withdraw_if_undone()

    def _withdraw_if_undone(self) -> None:
        from lcdesk.model.store.undo_steps import get_step

        with self._database.read() as reader:
            step = get_step(reader, self._step)
        if step is None or step.is_undone:
            self._step = 0
            self.withdrawn.emit()

    def _read_again(self) -> None:
        self._read()
        if self.draft is None:
            self._choose_first()
        self._check()
        self.changed.emit()

    def _read(self) -> None:
        with self._database.read() as reader:
            self._known = {value.id: value for value in self._records.fetch(reader)}
        for record in set(self._drafts) - set(self._known) - {NEW}:
            del self._drafts[record]

    def _choose_first(self) -> None:
        self.chosen = next(iter(self._known), NEW if NEW in self._drafts else NOTHING)

    def _check(self) -> None:
        draft = self.draft
        self.problem = self._unreadable.get(self.chosen, Problem())
        if draft is None or self.problem.message:
            return
        try:
            self._records.check(draft, self._known)
        except InvalidInput as error:
            self.problem = Problem(error.field, worded(error.message))


_Done = TypeVar("_Done")
