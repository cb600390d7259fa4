"""What is chosen in a line, with a button that unfolds the choice: Primary Calendar, Edit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lcdesk.ui.accounts.options import OptionList
from lcdesk.ui.accounts.sentences import RoleOption
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.wording.labels import tr


class EditedChoice(QWidget):
    """A heading, what is chosen, and `options` behind "Edit". Each choice there holds at once."""

    def __init__(
        self, look: Look, *, title: str, explanation: str, nothing: str, options: OptionList
    ) -> None:
        super().__init__()
        self.options = options
        self._nothing = nothing
        self._title = title
        self.chosen = Text(look)
        self.edit_button = QPushButton()
        self.edit_button.setObjectName(f"edit_{options.objectName()}")
        self.edit_button.setAutoDefault(False)
        self.edit_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.edit_button.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.addWidget(self.chosen, 1)
        row.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(look, title))
        column.addWidget(quiet(look, explanation))
        column.addLayout(row)
        column.addWidget(options)
        self._is_open = False
        self._show_open()

    def show_options(self, options: Sequence[RoleOption]) -> None:
        """Show these; the names of what is chosen among them stand in the line."""
        self.options.show_options(options)
        names = [option.name for option in options if option.is_chosen and option.id]
        self.chosen.say(", ".join(names) if names else self._nothing)

    def open(self) -> None:
        """Unfold the choice, with the keyboard in it."""
        self._is_open = True
        self._show_open()

    @Slot()
    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_open()

    def _show_open(self) -> None:
        self.options.setVisible(self._is_open)
        text = tr("Done") if self._is_open else tr("Edit")
        self.edit_button.setText(text)
        spoken = tr("{title}: {action}").format(title=self._title, action=text)
        self.edit_button.setAccessibleName(spoken)
