"""The agenda in the window: its bar, its list, and what is said where the list is empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.paths import resources_dir
from lcdesk.ui.agenda.agenda_model import AgendaModel
from lcdesk.ui.agenda.bar import AgendaBar
from lcdesk.ui.agenda.choices import AgendaChoices, Show
from lcdesk.ui.agenda.many_bar import ManyBar
from lcdesk.ui.agenda.many_model import Many
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.entries.card_model import CardAction
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import far_side
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name
from lcdesk.ui.wording.labels import mark, tr

_NOTHING = {
    Show.ALL: mark("Nothing is planned in the next weeks."),
    Show.UPCOMING: mark("Nothing is planned in the next weeks."),
    Show.UNCONFIRMED: mark("No appointment waits to be confirmed."),
    Show.CANCELLED: mark("Nothing was cancelled."),
    Show.NOSHOW: mark("Nobody stayed away."),
}


class AgendaView(QWidget):
    """Shows an AgendaModel. It is made when somebody first looks."""

    booking_asked = Signal()
    deletion_asked = Signal(str)  # row id, as the Delete key means it in the week

    def __init__(
        self,
        model: AgendaModel,
        many: Many,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_view")
        self._model = model
        self._many = many
        self._appearance = appearance
        self._icons = icons
        self.bar = AgendaBar(model, icons)
        self.list = AgendaTree(model, appearance, icons)
        self.below = ManyBar(many)
        self._pages = QStackedWidget()
        self._make_empty()
        self._arrange()
        self._connect()
        self._dress()
        self.setFocusProxy(self.list)
        self.list.show_columns()

    def go_to(self, day: date) -> None:
        """Put a day at the top."""
        self.list.go_to(day)
        self._show_page()

    def select_entry(self, entry_id: str) -> str:
        """Select what stands for an entry; returns the id of its row, empty where it is not."""
        at = self._model.row_of_id(entry_id)
        row = None if at is None else self._model.row(at)
        return row.id if row is not None and self.list.select(row.id) else ""

    def rect_in(self, room: QWidget, row_id: str) -> QRect:
        """Where a row stands, in another widget's coordinates."""
        rect = self.list.rect_of(row_id)
        return QRect(self.list.viewport().mapTo(room, rect.topLeft()), rect.size())

    # --- making -----------------------------------------------------------------------------

    def _make_empty(self) -> None:
        self._sign = QLabel()
        self._head = plain_label("", "agenda_empty", wraps=True)
        self._head.setFont(heading_font(self, 1.15))
        self._book = set_name(QPushButton(self.tr("New booking…")), "agenda_book")
        self._all = set_name(QPushButton(self.tr("Show everything")), "agenda_everything")
        self._empty = set_name(QWidget(), "agenda_empty_page")
        column = QVBoxLayout(self._empty)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._sign, self._head):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._all)
        buttons.addWidget(self._book)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)

    def _arrange(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.below)

    def _connect(self) -> None:
        self._book.clicked.connect(self.booking_asked)
        self._all.clicked.connect(self._show_everything)
        self._model.modelReset.connect(self._show_page)
        self._model.choices_changed.connect(self._take_choices)
        self.list.selection_changed.connect(self._show_chosen)
        self.list.delete_asked.connect(self._cancel_chosen)
        self.below.action_asked.connect(self._carry_out)
        self.below.copy_asked.connect(self.list.copy_asked)
        self.below.export_asked.connect(self._ask_for_file)
        self.bar.left_downwards.connect(self.list.setFocus)
        self.list.header().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.header().customContextMenuRequested.connect(self._show_columns_menu)
        self._appearance.changed.connect(self._dress)

    # --- what is selected -------------------------------------------------------------------

    def chosen(self) -> list[AgendaEntry]:
        """The selected entries."""
        return [row.entry for row in self.list.chosen()]

    @Slot()
    def _show_chosen(self) -> None:
        self.below.show_chosen(self.chosen())

    @Slot()
    def _cancel_chosen(self) -> None:
        rows = self.list.chosen()
        if len(rows) > 1:
            self._carry_out(CardAction.CANCEL)
        elif rows:
            self.deletion_asked.emit(rows[0].id)

    @Slot(CardAction)
    def _carry_out(self, action: CardAction) -> None:
        chosen = self.chosen()
        self.list.clearSelection()  # else the note with its Undo would lie on the bar below
        self._many.carry_out(action, chosen)

    @Slot()
    def _ask_for_file(self) -> None:
        ask_where_to_save(
            self,
            "agenda_export_dialog",
            title=self.tr("Export"),
            kinds=[self.tr("Calendar files (*.ics)")],
            suggestion=self.tr("appointments.ics"),
            then=self._export,
        )

    @Slot(str)
    def _export(self, file: str) -> None:
        self._many.export(self.chosen(), Path(file))

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _take_choices(self) -> None:
        self.list.show_columns()
        self._show_page()

    @Slot()
    def _show_page(self) -> None:
        choices, is_empty = self._model.choices, self._model.is_empty
        is_filtered = choices.is_narrowed or choices.show is not Show.ALL
        text = tr("Nothing found.") if choices.is_narrowed else tr(_NOTHING[choices.show])
        self._head.setText(text)
        self._all.setVisible(is_filtered)
        can_book = bool(self._model.context.directory.of_kind(None))
        is_time = choices.show in (Show.ALL, Show.UPCOMING) and not choices.is_narrowed
        self._book.setVisible(can_book and is_time)
        self._pages.setCurrentIndex(int(is_empty))

    @Slot()
    def _show_everything(self) -> None:
        usual = AgendaChoices()
        self._model.choose(
            show=usual.show, calendar=usual.calendar, member=usual.member, text=usual.text
        )
        self.list.setFocus()

    @Slot(QPoint)
    def _show_columns_menu(self, point: QPoint) -> None:
        self.bar.columns_menu.popup(self.list.header().mapToGlobal(point))

    def _control(self, name: str) -> str:
        scheme = self._appearance.palette.scheme.name.lower()
        return (resources_dir() / "icons" / "controls" / f"{name}-{scheme}.svg").as_posix()

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self.bar.dress()
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._icons.pixmap(Sign.CALENDAR, palette.faint_text, 32, ratio))
        self.list.setStyleSheet(
            f"#agenda_list {{ background: {palette.surface}; border: none;"
            f" border-top: 1px solid {palette.line}; border-radius: 0; }}"
            f"#agenda_header::down-arrow {{ image: url({self._control('down')}); width: 11px; }}"
            f"#agenda_header::up-arrow {{ image: url({self._control('up')}); width: 11px; }}"
        )
        self.bar.setStyleSheet(
            f"#agenda_columns {{ padding: 4px 8px; padding-{far_side()}: 22px; }}"
            f"#agenda_columns::menu-indicator {{ image: url({self._control('down')});"
            " subcontrol-origin: padding; subcontrol-position: center right;"
            " right: 6px; width: 11px; }"
        )
        shades = self._empty.palette()
        shades.setColor(shades.ColorRole.Window, ink(palette.surface))
        self._empty.setPalette(shades)
        self._empty.setAutoFillBackground(True)
