"""Room for a page of the settings, which is made when somebody turns to it.

Seven pages of forms take most of a second to build; a person looks at one or two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Page = TypeVar("Page", bound=QWidget)


class LazyPage(QWidget, Generic[Page]):
    """Holds what `make` makes. Asking for the page makes it too."""

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self._make = make
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def page(self) -> Page:
        """The page itself."""
        made = self._make()
        self._room.addWidget(made)
        return made

    def holds(self, page: QWidget) -> bool:
        """Whether this is the page's place; makes nothing."""
        return page.parentWidget() is self

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.page.show()
        super().showEvent(event)
