"""F1 and the Help menu: the guide, at the page about what a person is looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from lcdesk.paths import guide_dir
from lcdesk.ui.desktop.single_instance import bring_forward
from lcdesk.ui.widgets.labels import Look

if TYPE_CHECKING:
    from lcdesk.ui.help.reader import GuideReader

_KEYS = "guide_keys"


class GuideController(QObject):
    """Opens the guide when it is asked for, or brings it forward."""

    def __init__(self, window: QWidget, action: QAction, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._reader: GuideReader | None = None
        self._help = action  # whose keys dialogs are given

    @Slot()
    def open_here(self) -> None:
        """The page about where the keyboard is."""
        from lcdesk.ui.help.places import page_about

        looked_at = QApplication.focusWidget() or QApplication.activeWindow() or self._window
        self._open(page_about(looked_at))

    @Slot()
    def open_contents(self) -> None:
        """The list of pages."""
        from lcdesk.ui.help.pages import INDEX

        self._open(INDEX)

    def _open(self, link: str) -> None:
        if self._reader is None:
            self._reader = self._make_reader()
        self._reader.open(link)
        bring_forward(self._reader)

    def _make_reader(self) -> GuideReader:
        from lcdesk.ui.help.pages import Guide
        from lcdesk.ui.help.reader import GuideReader

        guide = Guide(guide_dir(), language=QLocale().name().partition("_")[0])
        reader = GuideReader(guide, self._look, self._window)
        # Of the window as an object, but none of its dialogs to the desktop: a dialog that blocks
        # the window would block the guide that explains it.
        reader.create()
        reader.windowHandle().setTransientParent(None)  # type: ignore[arg-type]
        return reader

    def give_keys(self, dialog: QWidget) -> None:
        """Let F1, or what a person chose instead, open the guide from a dialog."""
        keys = dialog.findChild(QShortcut, _KEYS)
        if keys is None:
            keys = QShortcut(dialog)
            keys.setObjectName(_KEYS)
            keys.activated.connect(self.open_here)
        keys.setKeys(self._help.shortcuts())
