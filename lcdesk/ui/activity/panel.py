"""Activity: what each sync did, searched while one types, undone where it can be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.activity.activity_model import ActivityList
from lcdesk.ui.activity.row import ActivityDelegate
from lcdesk.ui.activity.rows_model import ActivityRow, ItemLink
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name
from lcdesk.ui.wording.labels import tr_of, with_number


class ActivityDialog(QDialog):
    """Stays open beside the week and grows while the sync works."""

    shown_in_week = Signal(date, str)  # day, entry id

    def __init__(
        self, model: ActivityList, appearance: Appearance, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("activity_dialog")
        self.setWindowTitle(self.tr("Activity"))
        self.setModal(False)
        self._model = model
        self._appearance = appearance
        self._icons = icons
        self._chosen = 0
        self._make_parts()
        self._arrange()
        self._make_actions()
        self._connect()
        self._dress()
        self._refresh()
        self.resize(grow(self.font(), 640), grow(self.font(), 620))
        self._search.setFocus()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._search = set_name(QLineEdit(), "activity_search")
        self._search.setPlaceholderText(self.tr("Search activity"))
        self._search.setAccessibleName(self.tr("Search activity"))
        self._search.setClearButtonEnabled(True)
        self._glass = self._search.addAction(
            self._icons.icon(Sign.SEARCH), QLineEdit.ActionPosition.LeadingPosition
        )
        self._whose = set_name(QComboBox(), "activity_whose")
        self._whose.setAccessibleName(self.tr("Whose activity"))
        for whose in self._model.everybody():
            self._whose.addItem(whose.name, whose)
        self._said = plain_label("", "activity_said", wraps=True)
        self._said.hide()
        self._list = set_name(QListView(), "activity_list")
        self._list.setAccessibleName(self.tr("Activity"))
        self._list.setModel(self._model)
        self._delegate = ActivityDelegate(self._appearance, self._icons, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setMouseTracking(True)
        self._empty_head = plain_label("", "activity_empty")
        self._empty_head.setFont(heading_font(self, 1.15))
        self._empty_text = plain_label("", "activity_empty_text", wraps=True)
        self._count = plain_label("", "activity_count")
        self._show = self._button(self.tr("Show in week"), "activity_show")
        self._undo = self._button(self.tr("Undo"), "activity_undo")

    def _button(self, text: str, name: str) -> QPushButton:
        button = set_name(QPushButton(text), name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty_page())
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._search, 1)
        top.addWidget(self._whose)
        bottom = QHBoxLayout()
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._show)
        bottom.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._said)
        column.addWidget(self._pages, 1)
        column.addLayout(bottom)

    def _empty_page(self) -> QWidget:
        page = set_name(QWidget(), "activity_empty_page")
        self._empty_sign = QLabel()
        column = QVBoxLayout(page)
        column.setSpacing(6)
        column.addStretch(2)
        for part in (self._empty_sign, self._empty_head, self._empty_text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(3)
        return page

    def _make_actions(self) -> None:
        self._show_action = self._action(self.tr("Show in week"), "Return", self._show_chosen)
        self._undo_action = self._action(
            self.tr("Undo"), QKeySequence.StandardKey.Undo, self._undo_chosen
        )
        self._copy_action = self._action(
            self.tr("Copy"), QKeySequence.StandardKey.Copy, self._copy_chosen
        )
        find = QAction(self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self._search.setFocus)
        self.addAction(find)

    def _action(self, text: str, keys: QKeySequence.StandardKey | str, slot: object) -> QAction:
        """Of the list alone: the same keys write and undo in the search field."""
        action = QAction(text, self._list)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self._list.addAction(action)
        return action

    def _connect(self) -> None:
        model = self._model
        self._search.textChanged.connect(model.search)
        self._whose.currentIndexChanged.connect(self._pick_whose)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._list.doubleClicked.connect(self._show_chosen)
        self._list.selectionModel().selectionChanged.connect(self._choose)
        self._delegate.undo_pressed.connect(self._undo_row)
        self._show.clicked.connect(self._show_chosen)
        self._undo.clicked.connect(self._undo_chosen)
        model.modelReset.connect(self._choose_again)
        model.changed.connect(self._refresh)
        model.refused.connect(self._say)
        self._appearance.changed.connect(self._dress)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        model = self._model
        is_empty = not model.found and not model.is_looking
        self._pages.setCurrentIndex(int(is_empty))
        head, text = (
            self.tr("Nothing has happened yet"),
            tr_of(
                "What each sync changes here as well as {there} is told in this list.",
                model.server_name,
            ),
        )
        if model.is_filtered:
            head = self.tr("Nothing found")
            text = self.tr("Activity of the last 90 days is kept. Try fewer words.")
        self._empty_head.setText(head)
        self._empty_text.setText(text)
        self._count.setText(self._count_words())
        self._enable()

    def _count_words(self) -> str:
        model = self._model
        if model.is_looking:
            return self.tr("Searching…")
        if model.is_filtered:
            return with_number(model.found, "{n} found", "{n} found") if model.found else ""
        return self.tr("Kept for 90 days") if model.found else ""

    @Slot()
    def _dress(self) -> None:
        palette, icons = self._appearance.palette, self._icons
        self._glass.setIcon(icons.icon(Sign.SEARCH, palette.quiet_text))
        self._empty_sign.setPixmap(
            icons.pixmap(Sign.ACTIVITY, palette.faint_text, 40, self.devicePixelRatioF())
        )
        self.setStyleSheet(
            f"#activity_dialog {{ background: {palette.window}; }}"
            f"#activity_list, #activity_empty_page {{ background: {palette.panel};"
            f" border: 1px solid {palette.line}; border-radius: 9px; }}"
            f"#activity_count, #activity_empty_text {{ color: {palette.quiet_text}; }}"
            f"#activity_said {{ color: {palette.warning}; }}"
        )
        self._list.viewport().update()

    @Slot(str)
    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # --- choosing ---------------------------------------------------------------------------

    def _rows(self) -> list[ActivityRow]:
        """The chosen rows, the newest first."""
        indexes = sorted(self._list.selectedIndexes(), key=lambda index: index.row())
        rows = (self._model.row(index) for index in indexes)
        return [row for row in rows if row is not None]

    @Slot()
    def _choose(self) -> None:
        rows = self._rows()
        self._chosen = rows[0].id if rows else 0
        self._enable()

    @Slot()
    def _choose_again(self) -> None:
        """The list was made anew: what was chosen is found again by its id."""
        index = self._model.index_of(self._chosen)
        if index.isValid():
            self._list.setCurrentIndex(index)
        self._enable()

    def _enable(self) -> None:
        rows = self._rows()
        chosen = rows[0] if len(rows) == 1 else None
        can_show = chosen is not None and bool(chosen.links)
        can_undo = chosen is not None and chosen.can_be_undone
        for part in (self._show, self._show_action):
            part.setEnabled(can_show)
        for part in (self._undo, self._undo_action):
            part.setEnabled(can_undo)
        self._copy_action.setEnabled(bool(rows))

    @Slot()
    def _pick_whose(self) -> None:
        self._model.show_whose(self._whose.currentData())

    # --- doing ------------------------------------------------------------------------------

    @Slot()
    def _show_chosen(self) -> None:
        rows = self._rows()
        links = rows[0].links if len(rows) == 1 else ()
        if len(links) == 1:
            self._go_to(links[0])
        elif links:
            menu = QMenu(self)
            menu.setObjectName("activity_links")
            self._add_links(menu, links)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._show.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _add_links(self, menu: QMenu, links: tuple[ItemLink, ...]) -> None:
        for link in links:
            text = f"{link.name} · {link.when}".replace("&", "&&")
            action = menu.addAction(text)
            action.setData(link)
            action.triggered.connect(self._go_to_picked)

    @Slot()
    def _go_to_picked(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._go_to(action.data())

    def _go_to(self, link: ItemLink) -> None:
        self.shown_in_week.emit(link.day, link.entry)

    @Slot()
    def _undo_chosen(self) -> None:
        rows = self._rows()
        if len(rows) == 1 and rows[0].can_be_undone:
            self._model.undo(rows[0])

    @Slot(int)
    def _undo_row(self, entry_id: int) -> None:
        row = self._model.row(self._model.index_of(entry_id))
        if row is not None:
            self._model.undo(row)

    @Slot()
    def _copy_chosen(self) -> None:
        lines = [f"{row.day.isoformat()} {row.text}" for row in self._rows()]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        index: QModelIndex = self._list.indexAt(point)
        if self._model.row(index) is None:
            return
        menu = QMenu(self)
        menu.setObjectName("activity_menu")
        for action in (self._show_action, self._undo_action, self._copy_action):
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._list.viewport().mapToGlobal(point))

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
