"""The window's parts and their places, before there is anything to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.zones import Clock
from lcdesk.ui.context.view_filter import DayMode, days_around
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import screen_room
from lcdesk.ui.look.palette import mix
from lcdesk.ui.week.days import blank_week, short_title
from lcdesk.ui.week.grid.view import WeekGrid
from lcdesk.ui.week.week import Week
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.window.actions import Actions
from lcdesk.ui.window.header.row import HeaderRow
from lcdesk.ui.window.panes import Panes
from lcdesk.ui.window.side.side_panel import SidePanel
from lcdesk.ui.window.status_line import StatusLine, Toast
from lcdesk.ui.window.strips import Strip

if TYPE_CHECKING:
    from lcdesk.ui.month.grid import MonthGrid
    from lcdesk.ui.window.guide_controller import GuideController

USUAL_SIZE = QSize(1180, 780)
NEEDS_DESK = (
    "new_booking",
    "quick_add",
    "block_time",
    "export",
    "import",
    "sync_now",
    "print",
    "numbers",
    "reminders",
    "report",
    "activity",
    "undo",
    "redo",
    "cut",
    "copy",
    "paste",
    "duplicate",
    "delete",
    "find",
    "day",
    "days",
    "work_week",
    "week",
    "month",
    "agenda",
    "cancelled",
    "by_member",
    "today",
    "back",
    "forward",
    "go_to_date",
    "second_zone",
    "upcoming",
)


class WindowFrame(QMainWindow):
    """Bars, tabs, sidebar, grid, strips and status line over an empty week."""

    settings_requested = Signal()
    connect_requested = Signal()  # an account, for whom is still to be asked
    contact_editing_requested = Signal(int)
    time_off_requested = Signal()
    quit_requested = Signal()

    # Finds what starts practice beside this window, which is False where it cannot; None where
    # there is none.
    find_practice: Callable[[], Callable[[], bool] | None] | None = None

    def __init__(
        self,
        appearance: Appearance,
        icons: Icons,
        locale: LocaleFormat,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("lcdesk")
        self.setWindowIcon(icons.icon(Sign.APP))
        self.appearance = appearance
        self.icons = icons
        self.locale_format = locale
        self._clock = clock
        self.actions_table = Actions(self, icons)
        self._make_parts()
        self._arrange()
        self._connect()
        self._show_blank()
        self._dress()
        self.fit(USUAL_SIZE)
        self.grid.setFocus()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        icons, locale = self.icons, self.locale_format
        self.header = HeaderRow(self.actions_table, icons)
        self.tabs = self.header.kinds
        self.side = SidePanel(locale, icons, self._today)
        self.grid = WeekGrid(self.appearance, icons, locale, now=self.now_on_grid)
        self.grid.setObjectName("week_grid")
        self._month: MonthGrid | None = None
        self._guide: GuideController | None = None
        self._selected: str | None = None
        self.status = StatusLine(icons)
        self.practice_strip = Strip(
            "practice_strip", Sign.INFO, icons, button=self.tr("Leave practice")
        )
        self.trouble = Strip("trouble_strip", Sign.ATTENTION, icons)
        self.attention = Strip("attention_strip", Sign.ATTENTION, icons, button=self.tr("Show"))
        self.waiting_strip = Strip(
            "waiting_strip",
            Sign.PERSON,
            icons,
            button=self.tr("Book…"),
            other=self.tr("Not now"),
        )
        self.connect_strip = Strip(
            "connect_strip", Sign.CLOUD, icons, button=self.tr("Connect iCloud…")
        )
        self.simple_strip = Strip("simple_strip", Sign.INFO, icons)
        self.empty_strip = Strip("empty_strip", Sign.INFO, icons, button=self.tr("Begin…"))

    def _arrange(self) -> None:
        self.actions_table.fill(self.menuBar())
        self.body = set_name(QWidget(), "body")
        self.toast = Toast(self.body)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(self._middle(), 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _middle(self) -> QVBoxLayout:
        strips = QVBoxLayout()
        strips.setContentsMargins(8, 3, 8, 4)
        strips.setSpacing(4)
        for strip in (
            self.practice_strip,
            self.trouble,
            self.attention,
            self.waiting_strip,
            self.connect_strip,
            self.empty_strip,
            self.simple_strip,
        ):
            strips.addWidget(strip)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(strips)
        self.views = QStackedLayout()
        self.views.addWidget(self.grid)
        middle.addLayout(self.views, 1)
        return middle

    def _connect(self) -> None:
        table = self.actions_table
        table.enable(NEEDS_DESK, False)
        table["settings"].triggered.connect(self.settings_requested)
        table["time_off"].triggered.connect(self.time_off_requested)
        table["close"].triggered.connect(self.close)
        table["quit"].triggered.connect(self.quit_requested)
        table["shortcuts"].triggered.connect(self._show_shortcuts)
        table["sidebar"].setChecked(True)
        table["sidebar"].toggled.connect(self.side.setVisible)
        self.practice_strip.pressed.connect(self.quit_requested)
        self.connect_strip.pressed.connect(self.connect_requested)
        self.status.connect_requested.connect(self.connect_requested)
        self.status.settings_requested.connect(self.settings_requested)
        Panes(self, table, self._panes)
        table["help_here"].triggered.connect(self._show_help)
        table["guide"].triggered.connect(self._show_guide)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._give_help)
        self.appearance.changed.connect(self._dress)

    def _panes(self) -> list[QWidget]:
        """In reading order."""
        shown = self.views.currentWidget() or self.grid
        return [self.header, self.side, shown, self.status]

    # --- showing ----------------------------------------------------------------------------

    def fit(self, size: QSize) -> None:
        """Take this size, or as much of it as the screen has: a smaller screen cuts nothing off."""
        frame = self.frameGeometry().size() - self.size()
        self.resize(size.boundedTo(screen_room(self).size() - frame))

    def say_practice(self) -> None:
        """Name the data as made up, in the title, over the week and at the bottom."""
        self.practice_strip.say(
            self.tr("Practice: try whatever you like. None of it is real, and nothing is sent.")
        )
        self.setWindowTitle(self.tr("Practice data — lcdesk"))
        self.status.say_practice()

    def restore_at(self, geometry: str) -> None:
        """Stand where it was left, before it is shown; what no screen has any more is moved in."""
        if geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.fit(self.size())

    @property
    def month(self) -> MonthGrid:
        """The weeks of a month; made when it is first wanted, since the first picture has none."""
        if self._month is None:
            from lcdesk.ui.month.grid import MonthGrid

            self._month = MonthGrid(
                self.appearance, self.icons, self.locale_format, self.grid.requests
            )
            self._month.setObjectName("month_grid")
            self._month.select(self._selected)
            self.views.addWidget(self._month)
        return self._month

    @property
    def view(self) -> WeekGrid | MonthGrid:
        """What is seen: days side by side, or the weeks of a month."""
        is_month = self._month is not None and self.views.currentWidget() is self._month
        return self.month if is_month else self.grid

    @property
    def is_by_hour(self) -> bool:
        """Whether what is seen has a place for each hour: days side by side."""
        return self.view is self.grid

    def show_week(self, week: Week, chosen: date, instead: QWidget | None = None) -> None:
        """Draw these days and name them; `chosen` is the picked day of a month.

        `instead` is another view of the same time that is to be seen.
        """
        if week.month is None:
            self.grid.set_week(week)
        else:
            self.month.set_week(week, chosen)
        self._turn_to(instead or (self.grid if week.month is None else self.month))
        self.header.show_days(week.title, short_title(week, self.locale_format))

    @Slot()
    def focus_view(self) -> None:
        """Give the keyboard to what is seen in the middle."""
        view = self.views.currentWidget()
        if view is not None:
            view.setFocus()

    def select(self, entry: str | None) -> None:
        """Mark an entry, or nothing, in the view that is seen and in the others."""
        self._selected = entry
        self.grid.select(entry)
        if self._month is not None:
            self._month.select(entry)

    def _turn_to(self, view: QWidget) -> None:
        """The keyboard stays in the middle of the window if it was there: the stack sees to it."""
        self.views.setCurrentWidget(view)
        for name in ("zoom_in", "zoom_out", "zoom_normal"):
            self.actions_table[name].setEnabled(view is self.grid)

    def now_on_grid(self) -> tuple[date, int]:
        """Day and wall-clock minute in the zone that is shown: the computer's."""
        here = self._clock().astimezone()
        return here.date(), here.hour * 60 + here.minute

    def _show_blank(self) -> None:
        here = self._clock().astimezone()
        days = days_around(here.date(), DayMode.WEEK, self.locale_format)
        self.show_week(blank_week(days, here, self.locale_format), here.date())
        self.side.month.show_days(days)
        self.grid.scroll_to(max(0, here.hour * 60 - 90))

    def _today(self) -> date:
        return self.now_on_grid()[0]

    @Slot()
    def _dress(self) -> None:
        palette = self.appearance.palette
        self.actions_table.dress(self.icons)
        for part in (self.header, self.side, self.status, self.toast):
            part.dress(palette)
        warm = mix(palette.panel, palette.warning, 0.10)
        cool = mix(palette.panel, palette.accent, 0.07)
        for strip in (self.practice_strip, self.trouble, self.attention):
            strip.dress(palette, ground=warm, ink=palette.warning)
        for strip in (
            self.waiting_strip,
            self.connect_strip,
            self.simple_strip,
            self.empty_strip,
        ):
            strip.dress(palette, ground=cool, ink=palette.accent)
        self.menuBar().setStyleSheet(
            f"QMenuBar {{ background: {palette.window}; color: {palette.quiet_text}; }}"
        )

    @Slot()
    def _show_shortcuts(self) -> None:
        from lcdesk.ui.window.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.actions_table, self.appearance, self).open()

    @property
    def guide(self) -> GuideController:
        """What opens the guide; made when it is first wanted."""
        if self._guide is None:
            from lcdesk.ui.widgets.labels import Look
            from lcdesk.ui.window.guide_controller import GuideController

            look = Look(self.appearance, self.icons)
            self._guide = GuideController(self, self.actions_table["help_here"], look)
        return self._guide

    @Slot()
    def _show_help(self) -> None:
        self.guide.open_here()

    @Slot()
    def _show_guide(self) -> None:
        self.guide.open_contents()

    @Slot(QWidget, QWidget)
    def _give_help(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A dialog that blocks the window blocks its keys as well, so each has F1 of its own."""
        if now is not None and now.window().isModal():
            self.guide.give_keys(now.window())
