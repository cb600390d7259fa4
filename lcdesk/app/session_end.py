"""The computer is shut down or its user signs out: what was typed and not saved is asked about.

Everything else is kept the moment that it is entered, so there is nothing to save. Where the
session manager takes no question, as where it sends a signal, the window ends at once
(`app/start.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.widgets.parts import message_box
from lcdesk.ui.wording.labels import tr

_FINDS = ("search", "filter", "find")  # what is typed there leads somewhere and is kept nowhere


class SessionManager(Protocol):
    """The part of QSessionManager that is spoken to."""

    def allowsInteraction(self) -> bool: ...  # noqa: N802  # the name is Qt's
    def release(self) -> None: ...
    def cancel(self) -> None: ...


def ask_before_end(manager: SessionManager, windows: Iterable[QWidget]) -> None:
    """Ask about the first window with something unsaved in it; the session goes on if wished."""
    window = next((window for window in windows if has_unsaved(window)), None)
    if window is None or not manager.allowsInteraction():
        return
    if _wants_to_end(window):
        manager.release()
    else:
        manager.cancel()


def has_unsaved(window: QWidget) -> bool:
    """Whether something stands in a dialog that closing it would lose."""
    if not isinstance(window, QDialog) or not window.isVisible():
        return False
    pages = window.findChildren(RecordPage)
    if any(page.editor.is_changed for page in pages):
        return True
    fields: list[QLineEdit | QPlainTextEdit] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QPlainTextEdit),
    ]
    return any(
        _was_typed(field) and not any(page.isAncestorOf(field) for page in pages)
        for field in fields
    )


def _was_typed(field: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.document().isModified() and bool(field.toPlainText())
    finds = any(word in field.objectName() for word in _FINDS)
    return field.isModified() and bool(field.text()) and not finds


def _wants_to_end(window: QWidget) -> bool:
    window.raise_()
    window.activateWindow()
    name = window.windowTitle()
    box = message_box(
        window,
        "session_end_question",
        tr("“{window}” is still open. End lcdesk anyway?").format(window=name),
        tr("What you typed there is not saved yet. Everything else is."),
    )
    box.setIcon(QMessageBox.Icon.Question)
    back = box.addButton(tr("Go back"), QMessageBox.ButtonRole.RejectRole)
    end = box.addButton(tr("End anyway"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()  # the session manager waits for the answer
    is_end = box.clickedButton() is end
    box.deleteLater()
    return is_end
