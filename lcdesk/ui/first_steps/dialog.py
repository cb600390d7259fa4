"""The dialog of the first start: three steps from an empty window to a week that can be booked."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.first_steps.calendar_step import CalendarStep
from lcdesk.ui.first_steps.first_steps_model import FirstStepsModel, Person
from lcdesk.ui.first_steps.person_step import PersonStep
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.labels import Link, Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Scrolling
from lcdesk.ui.widgets.parts import radio, set_name
from lcdesk.ui.wording.labels import mark, tr

_TITLES = (mark("You and your hours"), mark("Your iCloud calendar"), mark("Your first calendar"))
_HINTS = (
    mark("Say who is booked and when they work. All of it can change later."),
    mark(
        "Connected, your private events block your time here, and appointments appear on your "
        "phone. You need an app-specific password of your Apple Account."
    ),
    mark("What do people book? You can add more, and change everything, in Settings."),
)
_PERSON, _ICLOUD, _CALENDAR = range(3)


class FirstStepsDialog(QDialog):
    """Each step can be skipped and gone back to. Nothing is kept before the last one is done."""

    practice_asked = Signal()
    connect_asked = Signal()  # when everything is kept

    def __init__(
        self,
        model: FirstStepsModel,
        look: Look,
        locale: LocaleFormat,
        *,
        has_practice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first_steps_dialog")
        self.setWindowTitle(tr("Welcome"))
        self._model = model
        self._look = look
        self._is_person_skipped = False
        self.person = PersonStep(model.start, locale)
        self.calendar = CalendarStep(look)
        self._steps = QStackedWidget()
        self._make_icloud_step()
        self._make_buttons(has_practice)
        self._arrange()
        self._connect()
        self._dress()
        self._turn_to(_PERSON)

    # --- making -----------------------------------------------------------------------------

    def _make_icloud_step(self) -> None:
        self._now = radio(tr("Connect iCloud, right after these steps"), "first_connect_now")
        self._later = radio(tr("Later"), "first_connect_later")
        self._now.setChecked(True)
        self._icloud = QWidget()
        column = QVBoxLayout(self._icloud)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._now)
        column.addWidget(self._later)
        column.addStretch(1)

    def _make_buttons(self, has_practice: bool) -> None:
        self._practice = Link(self._look, tr("Look around with practice data first"))
        self._practice.setObjectName("first_practice")
        self._has_practice = has_practice
        self._skip = set_name(QPushButton(tr("Skip")), "first_skip")
        self._back = set_name(QPushButton(tr("Back")), "first_back")
        self._next = set_name(QPushButton(tr("Continue")), "first_next")
        self._begin = set_name(QPushButton(tr("Begin")), "first_begin")
        for button in (self._skip, self._back):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        self._progress = quiet(self._look)
        self._title = heading(self._look, "", 1.35)
        self._hint = Text(self._look)
        self._problem = set_name(Text(self._look, tone="danger"), "first_problem")
        self._problem.say("")
        for step in (self.person, self._icloud, self.calendar):
            self._steps.addWidget(Scrolling(step))
        buttons = QHBoxLayout()
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        for button in (self._back, self._next, self._begin):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (self._progress, self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self._steps, 1)
        column.addWidget(self._problem)
        column.addWidget(self._practice)
        column.addLayout(buttons)
        least = max(grow(self.font(), 520), self.minimumSizeHint().width())  # long names of days
        self.setMinimumWidth(least)
        self.resize(max(grow(self.font(), 540), least), grow(self.font(), 580))

    def _connect(self) -> None:
        self.person.edited.connect(self._show_ready)
        self.calendar.edited.connect(self._show_ready)
        self._model.refused.connect(self._tell)
        self._look.appearance.changed.connect(self._dress)
        self._practice.pressed.connect(self._practise)
        self._skip.clicked.connect(self._skip_step)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._begin.clicked.connect(self.accept)

    # --- going through ----------------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        step = self._steps.currentIndex()
        if step == _PERSON:
            if not self._model.check(self.person.person):
                return
            self._is_person_skipped = False
        self._turn_to(step + 1)

    @Slot()
    def _go_back(self) -> None:
        self._turn_to(self._steps.currentIndex() - 1)

    @Slot()
    def _skip_step(self) -> None:
        step = self._steps.currentIndex()
        if step == _CALENDAR:
            self._finish(has_calendar=False)
            return
        if step == _PERSON:
            self._is_person_skipped = True
        else:
            self._later.setChecked(True)
        self._turn_to(step + 1)

    def _finish(self, *, has_calendar: bool) -> None:
        person: Person | None = None if self._is_person_skipped else self.person.person
        wanted = self.calendar.wanted if has_calendar else None
        if self._model.begin(person, wanted):
            super().accept()
            if self._now.isChecked() and (person or wanted):
                self.connect_asked.emit()

    @Slot()
    def _practise(self) -> None:
        self.practice_asked.emit()
        self.reject()

    # --- showing ----------------------------------------------------------------------------

    def _turn_to(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._problem.say("")
        self._progress.setText(tr("Step {n} of {all}").format(n=step + 1, all=len(_TITLES)))
        self._title.setText(tr(_TITLES[step]))
        self._hint.setText(tr(_HINTS[step]))
        self._practice.setVisible(self._has_practice and step == _PERSON)
        self._back.setVisible(step > _PERSON)
        self._next.setVisible(step < _CALENDAR)
        self._begin.setVisible(step == _CALENDAR)
        (self._begin if step == _CALENDAR else self._next).setDefault(True)
        self._show_ready()
        match step:
            case 0:
                self.person.begin()
            case 1:
                (self._now if self._now.isChecked() else self._later).setFocus()
            case _:
                self.calendar.begin()

    @Slot()
    def _show_ready(self) -> None:
        is_person = self._steps.currentIndex() == _PERSON
        self._next.setEnabled(not is_person or self.person.is_ready)
        self._begin.setEnabled(self.calendar.is_ready)

    @Slot()
    def _dress(self) -> None:
        self.person.dress(self._look.appearance.palette)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.say(text)

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        """Enter on the last step: keep everything."""
        if self._steps.currentIndex() == _CALENDAR and self._begin.isEnabled():
            self._finish(has_calendar=True)
