"""Where a file is to be saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lcdesk.ui.widgets.parts import set_name, show_once


def ask_where_to_save(
    parent: QWidget,
    name: str,
    *,
    title: str,
    kinds: Sequence[str],
    suggestion: str,
    then: Callable[[str], None],
) -> None:
    """Ask over `parent`, and call `then` with the path; `name` is the dialog's object name.

    `kinds` are Qt's name filters, `suggestion` a file name, whose ending others are given too.
    """
    dialog = set_name(QFileDialog(parent, title), name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(Path(suggestion).suffix.removeprefix("."))
    dialog.selectFile(suggestion)
    dialog.fileSelected.connect(then)
    show_once(dialog)
