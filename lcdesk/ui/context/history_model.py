"""What a person did last and what was undone last, named, and turned either way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.commands.undo import redo_last, undo_last
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import AttendeesAreMailed, LcdeskError
from lcdesk.model.domain.undo import StepWords, UndoStep
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.store.undo_steps import words_to_redo, words_to_undo
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import step_words, undo_offer


class History(QObject):
    """Undo and Redo of the window; the steps are the store's, so they outlive it."""

    changed = Signal()
    offered = Signal(Offer)  # a toast: it is done and can be turned again, or why it is not

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._next: tuple[StepWords | None, StepWords | None] = (None, None)
        self.look_again()
        news.changed.connect(self.look_again)

    @property
    def undo_text(self) -> str:
        """ "Undo move of Anna, 14:00"; empty where there is nothing to undo."""
        return self._text(tr("Undo {what}"), self._next[0])

    @property
    def redo_text(self) -> str:
        """ "Redo move of Anna, 14:00"; empty where there is nothing to do again."""
        return self._text(tr("Redo {what}"), self._next[1])

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, or say why not."""
        self._turn(undo_last, partial(self._offer, tr("Undone: {what}")))

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last, or say why not."""
        self._turn(redo_last, partial(self._offer, tr("Done again: {what}")))

    @Slot()
    def look_again(self) -> None:
        """The store changed: something else may be the next."""
        with self._database.read() as reader:
            found = words_to_undo(reader), words_to_redo(reader)
        if found != self._next:
            self._next = found
            self.changed.emit()

    def _turn(self, turn: Callable[..., UndoStep], say: Callable[[UndoStep], Offer]) -> None:
        turned: list[UndoStep] = []

        def work(tx: Transaction) -> None:
            turned.append(turn(tx, now=self._context.clock()))

        try:
            with self._database.write(ChangeOrigin.UNDO, mail_attendees=False) as tx:
                work(tx)
        except AttendeesAreMailed as error:
            self.offered.emit(
                Offer(
                    worded(error.message),
                    tr("Change it"),
                    work,
                    mail_attendees=True,
                    then=lambda _step: say(turned[-1]),
                )
            )
        except LcdeskError as error:
            self.offered.emit(Offer(worded(error.message)))
        else:
            self.offered.emit(say(turned[-1]))
        self.look_again()

    def _offer(self, form: str, step: UndoStep) -> Offer:
        """What was turned, and the other way: one that was undone can be done again."""
        text = form.format(what=self._words(step.words))
        if step.is_undone:  # before it was turned
            return undo_offer(text, step.id)
        return Offer(text, tr("Redo"), partial(redo_last, now=self._context.clock()))

    def _text(self, form: str, words: StepWords | None) -> str:
        return "" if words is None else form.format(what=self._words(words))

    def _words(self, words: StepWords) -> str:
        return step_words(words, self._context.locale, self._context.tz)
