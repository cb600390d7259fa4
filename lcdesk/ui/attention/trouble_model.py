"""What the machine does wrong to the store, as one sentence that stays until it is over."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.errors import StoreTrouble
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.wording.labels import tr

_OVER_MS = 12_000  # how long it is said that it works again; as long as a toast


class TroubleModel(QObject):
    """Says once that nothing can be kept, and once that it works again. `close` ends its timer."""

    changed = Signal()  # `words` is new

    def __init__(self, news: StoreNews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news = news
        self.words = "" if news.trouble is None else _sentence(news.trouble)
        self._over = QTimer(self, singleShot=True, interval=_OVER_MS)
        self._over.timeout.connect(self._say_nothing)
        news.condition_changed.connect(self._hear)

    def close(self) -> None:
        """End what runs by itself."""
        self._over.stop()

    @Slot()
    def _hear(self) -> None:
        trouble = self._news.trouble
        if trouble is not None:
            self._over.stop()
            self._say(_sentence(trouble))
        elif self.words:
            self._over.start()
            self._say(tr("The data file can be used again. Changes are saved and synced."))

    @Slot()
    def _say_nothing(self) -> None:
        self._say("")

    def _say(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.changed.emit()


def _sentence(trouble: StoreTrouble) -> str:
    text = tr(
        "{cause} What you see can be read; nothing new is saved or synced. "
        "{advice}; lcdesk then goes on by itself."
    )
    if not trouble.passes:
        text = tr("{cause} Nothing new is saved or synced. {advice}.")
    return text.format(cause=trouble.cause, advice=trouble.advice)
