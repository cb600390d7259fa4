"""The sidebar's rows: staff members, calendars by group or kind, linked ones by staff member.

Rows of the sidebar: a check mark in a calendar's colour, a dot with a small note behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.look.metrics import TARGET, scale_font
from lcdesk.ui.look.palette import LIGHT, Palette, contrast, ink, readable_on
from lcdesk.ui.wording.labels import city_of_zone, in_groups, role_name, tr
from lcdesk.ui.wording.messages import name_list

if TYPE_CHECKING:  # it brings the store
    from lcdesk.ui.context.context_model import Context


@dataclass(frozen=True, slots=True)
class Row:
    """A name with a check mark; `note` stands small behind it."""

    id: int
    name: str
    is_shown: bool = True
    colour: str = ""
    note: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sidebar:
    """Everything below the month."""

    staff: tuple[Row, ...]
    calendars: tuple[Section, ...]
    linked: tuple[Section, ...]


def sidebar_of(context: Context) -> Sidebar:
    """The rows that fit the tab that is chosen."""
    return Sidebar(_staff(context), _calendars(context), _linked_sections(context))


def _staff(context: Context) -> tuple[Row, ...]:
    directory, shown = context.directory, context.shown
    if shown.kind is CalendarKind.SIMPLE:
        return ()
    teams = {who for calendar in directory.of_kind(shown.kind) for who in calendar.staff}
    return tuple(
        Row(
            member.id,
            member.name,
            is_shown=member.id not in shown.hidden_staff,
            note="" if member.zone == context.local_zone else city_of_zone(member.zone),
            tip=tr("Time zone: {zone}").format(zone=city_of_zone(member.zone)),
        )
        for member in directory.staff.values()
        if shown.kind is None or member.id in teams
    )


def _calendars(context: Context) -> tuple[Section, ...]:
    directory, shown = context.directory, context.shown
    return tuple(
        Section(
            heading,
            tuple(
                Row(
                    calendar.id,
                    calendar.name,
                    is_shown=calendar.id not in shown.hidden_calendars,
                    colour=calendar.colour,
                    tip=name_list(directory.names(calendar.staff)),
                )
                for calendar in calendars
            ),
        )
        for heading, calendars in in_groups(directory.of_kind(shown.kind))
    )


def _linked_sections(context: Context) -> tuple[Section, ...]:
    directory = context.directory
    if context.shown.kind is CalendarKind.SIMPLE:
        return ()
    sections = []
    for member in directory.staff.values():
        rows = tuple(
            Row(
                linked.id,
                linked.name,
                colour=linked.colour,
                note=role_name(linked.role),
                tip=_linked_tip(linked.role),
            )
            for linked in directory.chosen_linked()
            if linked.staff == member.id
        )
        if rows:
            sections.append(Section(member.name, rows))
    return tuple(sections)


def _linked_tip(role: Role) -> str:
    if role is Role.PRIMARY:
        return tr("Appointments are written here, and its events block time.")
    return tr("Its events block time. lcdesk never writes here.")


_BOX = 14
_INDENT = 6
_SEEN = 2.2  # a tick is thick, and says nothing that the filled box does not


class CheckRow(QCheckBox):
    """A box filled with the row's colour while it is shown; a frame in that colour while not."""

    def __init__(
        self,
        key: int,
        name: str,
        *,
        colour: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.key = key
        self._colour = colour
        self._note = note
        self._palette = LIGHT
        self.setMinimumHeight(TARGET + 2)
        if note:
            self.setAccessibleDescription(note)

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self.update()

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(120, TARGET + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, TARGET + 2)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  # a Qt override
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, self, self._palette)
        box = _box(self)
        colour = ink(self._colour or self._palette.accent)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            _paint_tick(painter, box, ink(_tick_colour(colour.name())))
        tint = self._palette.text if self.isChecked() else self._palette.quiet_text
        _paint_words(painter, self, self.text(), self._note, ink(tint), self._palette)
        painter.end()


class DotRow(QWidget):
    """A linked calendar: its colour as a dot, its name, its role behind."""

    def __init__(self, name: str, *, colour: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._note = note
        self._palette = LIGHT
        self.setMinimumHeight(TARGET)
        self.setAccessibleName(f"{name}, {note}")

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self.update()

    # --- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour[:7]))
        painter.drawEllipse(_box(self).center(), 4.5, 4.5)
        tint = ink(self._palette.text)
        _paint_words(painter, self, self._name, self._note, tint, self._palette)
        painter.end()


def _box(row: QWidget) -> QRectF:
    x = float(_INDENT)
    if row.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        x = row.width() - _INDENT - _BOX
    return QRectF(x, (row.height() - _BOX) / 2, _BOX, _BOX)


def _paint_ground(painter: QPainter, row: QWidget, palette: Palette) -> None:
    inside = QRectF(row.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(ink(palette.accent) if row.hasFocus() else Qt.PenStyle.NoPen)
    painter.setBrush(ink(palette.hairline) if row.underMouse() else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, 5, 5)


def _tick_colour(ground: str) -> str:
    """White wherever it is seen at all, so that the ticks of a list look alike."""
    return "#ffffff" if contrast("#ffffff", ground) >= _SEEN else readable_on(ground)


def _paint_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    x, y = box.x(), box.y()
    painter.drawPolyline(
        [QPointF(x + 3.5, y + 7.2), QPointF(x + 6, y + 10), QPointF(x + 10.6, y + 4.4)]
    )


def _paint_words(
    painter: QPainter, row: QWidget, name: str, note: str, tint: QColor, palette: Palette
) -> None:
    rtl = row.layoutDirection() == Qt.LayoutDirection.RightToLeft
    room = QRectF(row.rect()).adjusted(_INDENT + _BOX + 8, 0, -6, 0)
    if rtl:
        room = QRectF(row.rect()).adjusted(6, 0, -(_INDENT + _BOX + 8), 0)
    small = scale_font(row.font(), 0.85)
    note_width = QFontMetricsF(small).horizontalAdvance(note) + 8 if note else 0.0
    leading = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
    painter.setPen(tint)
    painter.setFont(row.font())
    shown = painter.fontMetrics().elidedText(
        name, Qt.TextElideMode.ElideRight, round(room.width() - note_width)
    )
    painter.drawText(room, leading, shown)
    painter.setPen(ink(palette.quiet_text))
    painter.setFont(small)
    painter.drawText(room, trailing, note)
