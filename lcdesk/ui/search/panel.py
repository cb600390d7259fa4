"""The panel over the window's corner: a field, and below it what was found as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET, grow
from lcdesk.ui.search.row_painter import FoundRows
from lcdesk.ui.search.search_model import FoundContact, FoundEntry, SearchModel
from lcdesk.ui.week.grid.accessible import announce
from lcdesk.ui.widgets.parts import plain_label, set_name
from lcdesk.ui.widgets.popover import cast_shadow

_WIDTH = 420
_MARGIN = 8


class SearchPanel(QFrame):
    """Lies over its parent. The keyboard stays in the field while the arrows choose below it."""

    entry_picked = Signal(FoundEntry)
    contact_picked = Signal(int)
    closed = Signal()

    def __init__(
        self, model: SearchModel, appearance: Appearance, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("search_panel")
        self._model = model
        self._appearance = appearance
        self._icons = icons
        self._room = parent
        self._make_parts()
        self._arrange()
        self._connect()
        self._dress()
        self._show()
        self.hide()

    def open(self) -> None:
        """Come up with what was searched last, to be written over or gone on with."""
        self._model.is_open = True
        if self._model.text:
            self._model.find(self._model.text)
        self._place()
        self.show()
        self.raise_()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Go away; what was typed is kept."""
        if not self.isHidden():
            self._model.is_open = False
            self.hide()
            self.closed.emit()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._field = set_name(QLineEdit(), "search_field")
        self._field.setPlaceholderText(self.tr("Name, e-mail, phone, title, notes or place"))
        self._field.setAccessibleName(self.tr("Search"))
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumHeight(TARGET + 6)
        self._lens = self._field.addAction(
            self._icons.icon(Sign.SEARCH), QLineEdit.ActionPosition.LeadingPosition
        )
        self._list = set_name(QListView(), "search_list")
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(
            FoundRows(self._list, self._model, self._appearance, self._icons)
        )
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._note = plain_label("", "search_note", wraps=True)

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 0, 10, 0)
        inner.addWidget(self._field)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._note)
        column.addLayout(inner)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        cast_shadow(self)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._model.find)
        self._model.modelReset.connect(self._show)
        self._list.clicked.connect(self._pick)
        self._list.activated.connect(self._pick)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._room.installEventFilter(self)
        self._appearance.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._lens.setIcon(self._icons.icon(Sign.SEARCH, palette.quiet_text))
        self.setStyleSheet(
            f"#search_panel {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 10px; }}"
            f"#search_list {{ background: transparent; border: none; outline: none; }}"
            f"#search_note {{ color: {palette.quiet_text}; }}"
        )

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        """The first row is chosen, so that Enter goes there."""
        model = self._model
        has_rows = model.rowCount() > 0
        self._list.setVisible(has_rows)
        self._note.setText(model.summary)
        self._note.setVisible(bool(model.summary))
        if has_rows:
            self._choose(model.row_beside(0, 1))
            self._list.scrollToTop()
        self._place()
        announce(self._field, model.summary)

    def _choose(self, at: int) -> None:
        index = self._model.index(at, 0)
        self._list.setCurrentIndex(index)

    def _move(self, by: int) -> None:
        at = self._list.currentIndex().row()
        wanted = at
        for _ in range(abs(by)):
            wanted = self._model.row_beside(wanted, 1 if by > 0 else -1)
        if wanted != at:
            self._choose(wanted)
            said = self._model.index(wanted, 0).data(Qt.ItemDataRole.AccessibleTextRole)
            announce(self._field, str(said))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if isinstance(row, FoundContact):
            self.dismiss()
            self.contact_picked.emit(row.contact)
        elif isinstance(row, FoundEntry):
            self.dismiss()
            self.entry_picked.emit(row)

    def _place(self) -> None:
        """In the corner at the end of the lines, as high as what was found, inside the window."""
        room = self._room.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(grow(self.font(), _WIDTH), room.width())
        self.setFixedWidth(width)
        rows = sum(self._list.sizeHintForRow(at) for at in range(self._model.rowCount()))
        self._list.setFixedHeight(0)
        column = self._column
        wraps = column.hasHeightForWidth()
        beside = column.totalHeightForWidth(width) if wraps else column.totalSizeHint().height()
        height = max(0, min(rows, room.height() - beside))
        self._list.setFixedHeight(height)
        self.setFixedHeight(beside + height)
        left = room.left() if self.isRightToLeft() else room.right() - width + 1
        self.move(left, room.top())

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._place()
        is_mine = watched is not self._room and event.type() == QEvent.Type.KeyPress
        if is_mine and isinstance(event, QKeyEvent) and self._press(event):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """The keys of the list, wherever the keyboard is."""
        page = max(1, self._list.height() // max(1, self._list.sizeHintForRow(1)) - 1)
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        by = moves.get(Qt.Key(event.key()))
        if by is not None:
            self._move(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True
