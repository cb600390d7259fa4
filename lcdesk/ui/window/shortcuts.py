"""The list of keys: looked up by name or by pressing them, and changed.

The keys inside the week and the month are the grids' own and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name
from lcdesk.ui.window.actions import Actions, ActionSpec, keys_of, menus, text_of
from lcdesk.ui.wording.labels import mark, tr

_SIZE = QSize(520, 520)
_NAME = Qt.ItemDataRole.UserRole  # of the action in a row; nothing where keys cannot be changed
_CANNOT_BE_TYPED = re.compile(r".*(Ctrl|Alt|Meta)\+.+|(Shift\+)?F[0-9]+")

_IN_THE_GRID: tuple[tuple[str, str], ...] = (
    (mark("Arrow keys"), mark("Move the cursor")),
    (mark("Shift + arrow keys"), mark("Mark a stretch of time")),
    (mark("Enter"), mark("Book there, or open what is there")),
    (mark("Space"), mark("Details of what is there")),
    (mark("Tab"), mark("Next entry")),
    (mark("Ctrl + arrow keys"), mark("Move the selected appointment")),
    (mark("Ctrl + Shift + up, down"), mark("Make it shorter or longer")),
    (mark("Delete"), mark("Cancel or unblock what is selected")),
    (mark("PgUp, PgDn"), mark("Week or month before and after")),
    (mark("Home, T"), mark("Today")),
    ("/", mark("Find")),
    (mark("Esc"), mark("Let go")),
)
# Keys that the grids and text fields hear themselves, with a modifier.
_KEPT = frozenset(
    f"{modifier}{key}"
    for modifier in ("Ctrl+", "Ctrl+Shift+")
    for key in ("Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete", "Tab")
)


class ShortcutsDialog(QDialog):
    """Every action by menu with its keys; what is chosen is used at once and can be undone."""

    def __init__(
        self, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._blocks: dict[QTreeWidgetItem, list[QTreeWidgetItem]] = {}
        self._appearance = appearance
        self._filter = set_name(QLineEdit(), "shortcuts_filter")
        self._filter.setPlaceholderText(tr("Search for a name or keys"))
        self._filter.setAccessibleName(tr("Search for a name or keys"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_found)
        self._list = self._make_list()
        self._nothing = plain_label(tr("Nothing has this name or these keys."))
        self._nothing.hide()
        self._about = plain_label("", "shortcuts_about", wraps=True)
        self._keys = set_name(QKeySequenceEdit(), "shortcuts_keys")
        self._keys.setAccessibleName(tr("New keys"))
        self._keys.setMaximumSequenceLength(1)
        self._keys.keySequenceChanged.connect(self._judge)
        self._use = set_name(QPushButton(tr("Use")), "shortcuts_use")
        self._use.clicked.connect(self._choose)
        self._standard = set_name(QPushButton(tr("Standard keys")), "shortcuts_standard")
        self._standard.clicked.connect(self._choose_standard)
        for button in (self._use, self._standard):
            button.setAutoDefault(False)
        change = QHBoxLayout()
        for part in (self._keys, self._use, self._standard):
            change.addWidget(part, 1 if part is self._keys else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        for widget in (self._filter, self._list, self._nothing, self._about):
            column.addWidget(widget, 1 if widget is self._list else 0)
        column.addLayout(change)
        self.resize(grow(self.font(), _SIZE.width()), grow(self.font(), _SIZE.height()))
        self._fill()
        self._keys.setClearButtonEnabled(True)  # with keys in it already: else it fades in
        appearance.changed.connect(self._dress)
        self._list.setFocus()

    def _make_list(self) -> QTreeWidget:
        made = set_name(QTreeWidget(), "shortcuts_list")
        made.setAccessibleName(tr("Actions and their keys"))
        made.setColumnCount(2)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setIndentation(0)
        made.setAllColumnsShowFocus(True)
        made.setStyleSheet("QTreeView::item { padding: 4px 6px; }")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        made.currentItemChanged.connect(self._show_current)
        made.itemActivated.connect(self._go_to_keys)
        return made

    def _fill(self) -> None:
        for title, specs in menus():
            self._add_block(
                tr(title),
                [(text_of(spec).removesuffix("…"), "", spec.name) for spec in specs],
            )
        in_the_grid = [(tr(text), tr(keys), "") for keys, text in _IN_THE_GRID]
        self._add_block(tr("In the week and the month"), in_the_grid)
        self._list.expandAll()
        self._show_keys()
        self._list.setCurrentItem(self._rows()[0])

    def _add_block(self, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
        block = QTreeWidgetItem(self._list, [title])
        block.setFont(0, heading_font(self._list, 1.05))
        block.setFlags(Qt.ItemFlag.ItemIsEnabled)
        block.setFirstColumnSpanned(True)
        self._blocks[block] = []
        for text, keys, name in rows:
            row = QTreeWidgetItem(block, [text, keys])
            row.setData(0, _NAME, name)
            self._blocks[block].append(row)

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for rows in self._blocks.values() for row in rows]

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _dress(self) -> None:
        quiet = ink(self._appearance.palette.quiet_text)
        strong = ink(self._appearance.palette.text)
        for row in self._rows():
            is_own = self._actions.has_own_keys(row.data(0, _NAME))
            row.setForeground(1, strong if is_own else quiet)

    def _show_keys(self) -> None:
        for row in self._rows():
            if name := row.data(0, _NAME):
                row.setText(1, keys_of(self._actions[name].shortcuts()))
        self._dress()

    @Slot()
    def _show_found(self) -> None:
        wanted = self._filter.text().casefold().replace(" ", "")
        for block, rows in self._blocks.items():
            for row in rows:
                text = f"{row.text(0)}\n{row.text(1)}".casefold().replace(" ", "")
                row.setHidden(wanted not in text)
            block.setHidden(all(row.isHidden() for row in rows))
        found = not all(block.isHidden() for block in self._blocks)
        self._list.setVisible(found)
        self._nothing.setVisible(not found)

    def _current(self) -> tuple[str, str]:
        """The action whose row is current, empty where keys cannot be changed, and its text."""
        row = self._list.currentItem()
        return ("", "") if row is None else (row.data(0, _NAME) or "", row.text(0))

    @Slot()
    def _show_current(self) -> None:
        name, text = self._current()
        self._keys.setEnabled(bool(name))
        self._keys.blockSignals(True)
        shortcuts = self._actions[name].shortcuts() if name else []
        self._keys.setKeySequence(shortcuts[0] if shortcuts else QKeySequence())
        self._keys.blockSignals(False)
        self._use.setEnabled(False)
        self._standard.setEnabled(bool(name) and self._actions.has_own_keys(name))
        self._about.setText(
            tr("Press the keys for “{action}”.").format(action=text)
            if name
            else tr("These keys belong to the week and the month. They stay as they are.")
        )

    @Slot()
    def _go_to_keys(self) -> None:
        if self._current()[0]:
            self._keys.setFocus()

    # --- changing ---------------------------------------------------------------------------

    @Slot()
    def _judge(self) -> None:
        keys = self._keys.keySequence()
        owner = self._actions.spec_with(keys)
        refused = _reason_against(keys)
        self._use.setEnabled(not refused and (owner is None or owner.name != self._current()[0]))
        self._about.setText(refused or self._effect(keys, owner))

    def _effect(self, keys: QKeySequence, owner: ActionSpec | None) -> str:
        name, text = self._current()
        if keys.isEmpty():
            return tr("“{action}” will have no keys.").format(action=text)
        if owner is None:
            return tr("Nothing else uses these keys.")
        if owner.name == name:
            return tr("“{action}” has these keys.").format(action=text)
        other = text_of(owner).removesuffix("…")
        return tr("“{action}” uses these keys now and will lose them.").format(action=other)

    @Slot()
    def _choose(self) -> None:
        keys = self._keys.keySequence()
        portable = [] if keys.isEmpty() else [keys.toString()]
        self._actions.choose_keys(self._current()[0], portable)
        self._show_change()

    @Slot()
    def _choose_standard(self) -> None:
        self._actions.choose_keys(self._current()[0], None)
        self._show_change()

    def _show_change(self) -> None:
        self._show_keys()
        self._show_current()
        self._list.setFocus()


def _reason_against(keys: QKeySequence) -> str:
    """Why an action cannot have these keys; empty where it can."""
    if keys.isEmpty():
        return ""
    if not _CANNOT_BE_TYPED.fullmatch(keys.toString()):
        return tr("Add Ctrl or Alt, or choose a function key; else you could not type it.")
    if keys.toString() in _KEPT:
        return tr("These keys move or change what is selected. Choose others.")
    return ""
