"""File > Print: the days and the view that are seen, to begin with."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lcdesk.ui.context.view_filter import DayMode, Days

if TYPE_CHECKING:
    from lcdesk.ui.printing.printing_model import Printing
    from lcdesk.ui.printing.printout import Printout, Wish
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame


class PrintController(QObject):
    """Opens the dialog; what prints is imported then."""

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        window.actions_table["print"].triggered.connect(self._open)

    @Slot()
    def _open(self) -> None:
        from lcdesk.ui.printing.dialog import PrintDialog
        from lcdesk.ui.printing.printing_model import Form

        window, desk = self._window, self._desk
        forms = {
            DayMode.DAY: Form.DAY_SHEETS,
            DayMode.MONTH: Form.MONTH,
            DayMode.AGENDA: Form.AGENDA,
        }
        days = desk.week.days
        if days.month is not None:  # without the days of the months around it
            days = Days(days.month, monthrange(days.month.year, days.month.month)[1])
        PrintDialog(
            self._make(desk.make_printing()),
            forms.get(desk.week.mode, Form.WEEK),
            days,
            appearance=window.appearance,
            icons=window.icons,
            first_weekday=window.locale_format.first_weekday,
            parent=window,
        ).open()

    def _make(self, printing: Printing) -> Callable[[Wish], Printout]:
        from lcdesk.ui.printing.printout import Printout

        window, context = self._window, self._desk.context

        def make(wish: Wish) -> Printout:
            return Printout(
                wish,
                printing,
                font=window.font(),
                icons=window.icons,
                locale=window.locale_format,
                now=context.clock().astimezone(context.tz),
            )

        return make
