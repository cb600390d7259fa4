"""The team of a calendar: who is in it, in which order, with which priority and location."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from lcdesk.model.domain.calendars import Calendar, Priority
from lcdesk.ui.records.blocks_edit import small_button
from lcdesk.ui.widgets.fields import Choice, line, translate_options
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.parts import check
from lcdesk.ui.wording.labels import mark, tr

_PRIORITIES = (
    (mark("High"), Priority.HIGH),
    (mark("Medium"), Priority.MEDIUM),
    (mark("Low"), Priority.LOW),
)


class TeamEditor(QWidget):
    """Members first and in order, then everybody else."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._empty = quiet(look, tr("Add staff members under Staff first."))
        self._rows: list[_Row] = []
        self._with_priority = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addLayout(self._grid)

    def fill(self, calendar: Calendar, names: Mapping[int, str]) -> None:
        """Show this team among everybody."""
        for row in self._rows:
            row.discard()
        others = [name for name in names if name not in calendar.staff]
        known = [member for member in calendar.staff if member in names]
        self._rows = [_Row(member, names[member], self) for member in (*known, *others)]
        for row in self._rows:
            row.fill(calendar)
        self._empty.setVisible(not names)
        self._arrange()

    def show_priority(self, shown: bool) -> None:
        """Only one distribution looks at it."""
        self._with_priority = shown
        self._refresh()

    def mark_owner(self, owner: int | None) -> None:
        """The owner cannot leave before somebody else owns the calendar."""
        for row in self._rows:
            row.check.setEnabled(row.id != owner or not row.check.isChecked())
            row.check.setToolTip("" if row.id != owner else tr("Choose another owner first."))

    @property
    def staff(self) -> tuple[int, ...]:
        """The members in order."""
        return tuple(row.id for row in self._rows if row.check.isChecked())

    @property
    def priority(self) -> dict[int, Priority]:
        """Of every member for whom it was said."""
        found = {row.id: row.level for row in self._rows if row.check.isChecked()}
        return {who: level for who, level in found.items() if level is not None}

    @property
    def locations(self) -> dict[int, str]:
        """The locations of single members."""
        found = {row.id: row.location.text().strip() for row in self._rows}
        return {who: at for who, at in found.items() if at and who in self.staff}

    def raise_row(self, row: _Row) -> None:
        """One row up."""
        self._swap(self._rows.index(row) - 1)

    def lower_row(self, row: _Row) -> None:
        """One row down."""
        self._swap(self._rows.index(row))

    def say(self) -> None:
        """Something was changed by hand."""
        self._refresh()
        self.edited.emit()

    def _swap(self, at: int) -> None:
        if 0 <= at < len(self._rows) - 1:
            self._rows[at : at + 2] = reversed(self._rows[at : at + 2])
            self._arrange()
            self.say()

    def _arrange(self) -> None:
        for at, row in enumerate(self._rows):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, at, column)
        self._refresh()

    def _refresh(self) -> None:
        last = len(self._rows) - 1
        for at, row in enumerate(self._rows):
            row.show_as(with_priority=self._with_priority, is_first=at == 0, is_last=at == last)


class _Row:
    """The widgets of one staff member; they stand in the editor's grid."""

    def __init__(self, staff: int, name: str, team: TeamEditor) -> None:
        self.id = staff
        self._team = team
        self._had_priority = False
        self.check = check(name.replace("&", "&&"), f"team_{staff}")
        self.check.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.priority = Choice(f"priority_{staff}", translate_options(_PRIORITIES))
        self.priority.setAccessibleName(tr("Priority of {name}").format(name=name))
        self.location = line(f"place_{staff}", tr("Place"))
        self.location.setAccessibleName(tr("Place of {name}").format(name=name))
        up = tr("Move {name} up").format(name=name)
        down = tr("Move {name} down").format(name=name)
        self.up = small_button("↑", f"up_{staff}", up, self._raise)
        self.down = small_button("↓", f"down_{staff}", down, self._lower)
        self.widgets: Sequence[QWidget] = (
            self.check,
            self.priority,
            self.location,
            self.up,
            self.down,
        )

    def fill(self, calendar: Calendar) -> None:
        """Show a member of this calendar, or somebody who is none."""
        self.check.setChecked(self.id in calendar.staff)
        self._had_priority = self.id in calendar.priority
        self.priority.pick(calendar.priority.get(self.id, Priority.MEDIUM))
        self.location.setText(calendar.locations.get(self.id, ""))
        self.check.toggled.connect(self._say)
        self.priority.currentIndexChanged.connect(self._say)
        self.location.textChanged.connect(self._say)

    @property
    def level(self) -> Priority | None:
        """The priority; none where it was never said and is the middle one."""
        level = Priority(self.priority.currentData())
        return level if self._had_priority or level is not Priority.MEDIUM else None

    def show_as(self, *, with_priority: bool, is_first: bool, is_last: bool) -> None:
        """What is shown and can be pressed."""
        is_member = self.check.isChecked()
        self.priority.setVisible(with_priority and is_member)
        self.location.setVisible(is_member)
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        self.up.setVisible(is_member)
        self.down.setVisible(is_member)

    def discard(self) -> None:
        """Take the widgets away."""
        for widget in self.widgets:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def _raise(self) -> None:
        self._team.raise_row(self)

    def _lower(self) -> None:
        self._team.lower_row(self)

    def _say(self, _value: object = None) -> None:
        self._team.say()
