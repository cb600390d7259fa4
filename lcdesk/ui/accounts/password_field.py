"""A field for a password that is pasted: groups of four for Apple's, dots for any other.

Apple's app-specific passwords open nothing but mail, contacts and calendars, and are copied from
a page where they stand in plain letters; seeing them is what lets a person notice a missing one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from lcdesk.model.domain.accounts import LETTERS, group_letters
from lcdesk.ui.look.metrics import fixed
from lcdesk.ui.wording.labels import tr

_GROUP_MARKS = " -\u00a0\u2010\u2011\u2013"


class PasswordField(QWidget):
    """A line edit with "Show" beside it. `password` is what stands in it, as entered."""

    edited = Signal()
    entered = Signal()  # Return was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_grouped = False
        self.edit = QLineEdit()
        self.edit.setObjectName("password_edit")
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.setAccessibleName(tr("Password"))
        self.show_button = QPushButton(tr("Show"))
        self.show_button.setObjectName("show_password_button")
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._group)
        self.edit.returnPressed.connect(self.entered)
        self.show_button.toggled.connect(self._reveal)
        self._reveal(False)

    @property
    def password(self) -> str:
        """The text as it stands in the field."""
        return self.edit.text()

    def expect_app_password(self, expected: bool) -> None:
        """Show groups of four as they are typed, or hide an ordinary password."""
        self._is_grouped = expected
        self.edit.setPlaceholderText("xxxx-xxxx-xxxx-xxxx" if expected else "")
        if expected:
            self.edit.setFont(fixed(self.font()))
        else:
            self.edit.setFont(self.font())
        self.show_button.setChecked(expected)

    def forget(self) -> None:
        """Empty the field, and its undo history with it."""
        self.edit.setText("")

    @Slot(str)
    def _group(self, text: str) -> None:
        shaped = _in_groups(text) if self._is_grouped else text
        if shaped != text:
            letters = len(_letters(text[: self.edit.cursorPosition()]))
            self.edit.setText(shaped)
            self.edit.setCursorPosition(_cursor_after(shaped, letters))
        self.edited.emit()

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_button.setText(tr("Hide") if shown else tr("Show"))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter not in _GROUP_MARKS)


def _in_groups(text: str) -> str:
    """Grouped if it can still become one of Apple's; anything else stays as it was typed."""
    letters = _letters(text.strip())
    if not letters.isascii() or not letters.isalpha() or len(letters) > LETTERS:
        return text
    return group_letters(letters.lower())


def _cursor_after(shaped: str, letters: int) -> int:
    """Where the cursor stands behind that many letters."""
    index = 0
    for index, one in enumerate(shaped, 1):
        letters -= one != "-"
        if letters <= 0:
            return index
    return index
