"""Decides what stands where in a block. The result is kept until the week or the zoom changes.

Separate from drawing, because a block is drawn many times and composed once. A new week means
composing everything that is in sight before the next frame: values here are named tuples, and
rectangles plain numbers, because frozen data classes and QRects took a third of that time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import Palette, ink, mix
from lcdesk.ui.week.grid.block_style import BlockStyle, Drawable, block_style, sign_colour, signs
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.texts import Line, Style, Texts, is_sliver
from lcdesk.ui.week.week import AND, BlockKind

GAP = 1  # ground that shows between neighbours
_NARROW = 20  # no text in less
_SLIVER = 36  # less air in narrower blocks
_WIDE = 76  # wider blocks have room for a little more air
_TITLE_ROOM = 62  # signs go to the bottom rather than leave the title less than this
_LEAST_SIGN = 7
_LEAST_TITLE = 52  # a chip leaves its time out rather than its title less than this
_CHIP_TITLE = 96  # a longer title in a month is cut rather than its signs left out
_WIDE_PAD = 14  # beside a chip's text, both sides together
_FAR_PAD = 3  # between text and a block's far edge
_DASH = "–"
_TRAVEL_FILL, _TRAVEL_EDGE = 0.07, 0.35  # how much of the stripe's colour lies over the ground
_LIGHT = 0.6  # how much of the ground shows through processing time
_INSET = 2.0  # of the stripe, so that rounded corners stay whole

_URGENT = frozenset({Sign.FAILED, Sign.CONFLICT, Sign.GONE})

_Look = tuple[bool, bool, str, bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Tools:
    """What drawing needs, renewed together when the palette or the font changes."""

    palette: Palette
    metrics: Metrics
    texts: Texts
    icons: Icons
    is_paper: bool = False  # hatching is drawn in lines; tiles of pixels come out coarse there


class PlacedLine(NamedTuple):
    """A line of text and where it begins."""

    line: Line
    x: float
    y: float
    colour: QColor
    is_struck: bool


class PlacedSign(NamedTuple):
    """A sign and where it begins."""

    sign: Sign
    tint: str
    size: int
    x: float
    y: float


class BlockLayout(NamedTuple):
    """Everything that is drawn for one block, with coordinates and colours."""

    shape: QRectF
    corner: float
    style: BlockStyle
    stripe: QRectF
    square_ends: tuple[QRectF, ...]
    titles: tuple[PlacedLine, ...]
    details: tuple[PlacedLine, ...]
    signs: tuple[PlacedSign, ...]
    light: QRectF | None = None  # in which the staff member is free
    light_fill: str = ""
    travel: QRectF | None = None  # above the block
    travel_fill: str = ""
    travel_edge: str = ""
    depth: int = 0  # over how many others it lies


class Ends(NamedTuple):
    """Whether what is drawn goes on beyond its near and its far end."""

    open_before: bool = False
    open_after: bool = False


class _Room(NamedTuple):
    """Where a block's text may stand: `lines` of it, the first one shorter by `skip`."""

    left: int
    top: int
    width: int
    lines: int
    skip: int


class BlockLayouter:
    """Makes layouts with one set of tools."""

    def __init__(self, tools: Tools, *, rtl: bool = False) -> None:
        self._palette = tools.palette
        self._texts = tools.texts
        self._line_height = tools.texts.line_height
        self._corner = tools.metrics.corner
        self._stripe_width = tools.metrics.stripe
        self._gap = round(tools.metrics.gap)
        self._pad = tools.metrics.pad
        self._sign_size = tools.metrics.icon
        self._rtl = rtl
        self._styles: dict[_Look, BlockStyle] = {}
        self._tints: dict[tuple[str, str, str], str] = {}

    def lay_out(
        self, item: Drawable, rect: Rect, *, selected: bool, clear: float = inf
    ) -> BlockLayout:
        """Everything to draw for this block in this rectangle, which others lie over further down
        than `clear`.
        """
        style = self._style_of(item, selected)
        height, seen = rect.height - GAP, replace(rect, height=min(rect.height, clear))
        shown = signs(item)
        beside = _TITLE_ROOM + len(shown) * self._sign_size
        below = rect.width < beside and seen.height >= 3 * self._line_height
        placed = self._signs(shown, seen, style, below) if shown else ()
        skip = 0 if below or not placed else len(placed) * (placed[0].size + 2)
        room = self._room(seen, skip, has_foot=below and bool(placed))
        titles, details = self._write(item, room, style)
        return BlockLayout(
            QRectF(self._near(rect), rect.y, rect.width - GAP, height),
            min(self._corner, height / 2),
            style,
            self._stripe(rect, height),
            self._square_ends(item, rect),
            titles,
            details,
            placed,
        )

    def lay_out_chip(
        self, item: Drawable, rect: Rect, ends: Ends, *, time: str, selected: bool
    ) -> BlockLayout:
        """Everything to draw for one line in a month: when it begins, then what it is."""
        style, height = self._style_of(item, selected), rect.height - GAP
        lead = self._texts.width(time, Style.DETAIL) + self._gap if time else 0
        shown = self._fitting_signs(item, rect.width - lead - _WIDE_PAD)
        placed = self._signs(shown, rect, style, below=False) if shown else ()
        skip = len(placed) * (placed[0].size + 2) if placed else 0
        room = self._room(rect, skip, has_foot=False)
        titles, details = self._chip_line(item, room._replace(lines=1), style, time)
        return BlockLayout(
            QRectF(self._near(rect), rect.y, rect.width - GAP, height),
            min(self._corner, height / 2),
            style,
            QRectF() if ends.open_before else self._stripe(rect, height),
            self._flat_ends(rect, ends),
            titles,
            details,
            placed,
        )

    def with_light(self, layout: BlockLayout, top: float, bottom: float) -> BlockLayout:
        """The layout with a lighter part from a height to a height."""
        shape = layout.shape
        height = max(min(bottom, shape.bottom()) - top, 0.0)
        fill = mix(layout.style.fill, self._palette.surface, _LIGHT)
        return layout._replace(light=QRectF(shape.x(), top, shape.width(), height), light_fill=fill)

    def with_travel(self, layout: BlockLayout, whole: Rect, rect: Rect) -> BlockLayout:
        """The layout with the time above it that is taken too, in a lighter colour."""
        area = QRectF(self._near(whole), whole.y, whole.width - GAP, rect.y - whole.y)
        fill, edge = self._travel_colours(layout)
        return layout._replace(travel=area, travel_fill=fill, travel_edge=edge)

    def as_travel(self, layout: BlockLayout) -> BlockLayout:
        """The layout of a block that is nothing but travel, in those colours."""
        fill, edge = self._travel_colours(layout)
        style = replace(layout.style, fill=fill, outline=edge, hatch="")
        return layout._replace(style=style, stripe=QRectF())

    def _travel_colours(self, layout: BlockLayout) -> tuple[str, str]:
        """The ground and the edge."""
        ground, colour = self._palette.surface, layout.style.stripe
        return mix(ground, colour, _TRAVEL_FILL), mix(ground, colour, _TRAVEL_EDGE)

    def _style_of(self, item: Drawable, selected: bool) -> BlockStyle:
        is_own, is_mirrored = _kind(item.kind)
        look = (is_own, is_mirrored, item.colour, item.past, item.free, item.tentative, selected)
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = block_style(
                self._palette,
                item.kind,
                item.colour,
                past=item.past,
                free=item.free,
                tentative=item.tentative,
                selected=selected,
            )
        return style

    def _near(self, rect: Rect) -> float:
        """The left edge of what is drawn: the gap lies at the far side."""
        return rect.x + GAP if self._rtl else rect.x

    def _stripe(self, rect: Rect, height: float) -> QRectF:
        """A bar inside the near edge."""
        width = self._stripe_width
        inset = _INSET if height > 12 else 1.0
        x = rect.right - width - _INSET if self._rtl else rect.x + _INSET
        return QRectF(x, rect.y + inset, width, height - 2 * inset)

    def _square_ends(self, item: Drawable, rect: Rect) -> tuple[QRectF, ...]:
        """Where the entry goes on in another day the corners are filled up."""
        if not (item.continues_before or item.continues_after):
            return ()
        corner, width = self._corner, rect.width - GAP
        ends = []
        if item.continues_before:
            ends.append(QRectF(self._near(rect), rect.y, width, corner))
        if item.continues_after:
            ends.append(QRectF(self._near(rect), rect.bottom - GAP - corner, width, corner))
        return tuple(ends)

    def _flat_ends(self, rect: Rect, ends: Ends) -> tuple[QRectF, ...]:
        """Where it goes on in another week."""
        corner, height = self._corner, rect.height - GAP
        near, far = rect.x, rect.right - GAP - corner
        if self._rtl:
            near, far = rect.right - corner, rect.x + GAP
        found = ((ends.open_before, near), (ends.open_after, far))
        return tuple(QRectF(x, rect.y, corner, height) for is_open, x in found if is_open)

    # --- signs ------------------------------------------------------------------------------

    def _signs(
        self, shown: tuple[Sign, ...], rect: Rect, style: BlockStyle, below: bool
    ) -> tuple[PlacedSign, ...]:
        """Beside the title; in narrow, tall blocks at the bottom, which leaves it its room."""
        size = min(self._sign_size, int(rect.height) - 3)
        if size < _LEAST_SIGN or rect.width < size + (8 if below else _NARROW):
            return ()
        y = rect.bottom - GAP - size - 2
        if not below:
            y = rect.y + self._lead(rect) + max((self._line_height - size) // 2, 0)
        placed: list[PlacedSign] = []
        taken = 0
        for sign in shown:
            if taken and rect.width - taken - size < _NARROW:
                break
            taken += size + 2
            x = rect.x + taken - size + 2 if self._rtl else rect.right - taken - 2
            placed.append(PlacedSign(sign, self._tint(sign, style), size, x, y))
        return tuple(placed)

    def _fitting_signs(self, item: Drawable, width: float) -> tuple[Sign, ...]:
        """Those that leave the title its room; whatever asks for somebody's attention stays."""
        shown = signs(item)
        needed = min(self._texts.width(item.title, Style.TITLE), _CHIP_TITLE)
        while shown and shown[-1] not in _URGENT:
            if width - len(shown) * (self._sign_size + 2) >= needed:
                break
            shown = shown[:-1]
        return shown

    def _tint(self, sign: Sign, style: BlockStyle) -> str:
        key = (str(sign), style.fill, style.quiet)
        tint = self._tints.get(key)
        if tint is None:
            tint = self._tints[key] = sign_colour(sign, style, self._palette)
        return tint

    # --- texts ------------------------------------------------------------------------------

    def _lead(self, rect: Rect) -> int:
        """Room above the first line: less in low blocks, which centre their only line."""
        spare = int(rect.height) - GAP - self._line_height
        return max(min(spare // 2, self._gap), 0)

    def _room(self, rect: Rect, skip: int, *, has_foot: bool) -> _Room:
        lead = self._lead(rect)
        pad = round(self._stripe_width) + (6 if rect.width >= _WIDE else 4)
        far = _FAR_PAD
        if rect.width < _SLIVER:  # room for a second letter
            pad, far = pad - 1, 1
        left = round(rect.x) + (far if self._rtl else pad)
        lines = (round(rect.height) - lead - GAP) // self._line_height - has_foot
        width = round(rect.width) - pad - far
        return _Room(left, round(rect.y) + lead, width, max(lines, 1), skip)

    def _write(
        self, item: Drawable, room: _Room, style: BlockStyle
    ) -> tuple[tuple[PlacedLine, ...], tuple[PlacedLine, ...]]:
        """Titles and details, as far as there is room."""
        if room.width < _NARROW - 8:
            return (), ()
        if room.lines == 1:
            return self._one_line(item, room, style)
        return self._many_lines(item, room, style)

    def _one_line(
        self, item: Drawable, room: _Room, style: BlockStyle
    ) -> tuple[tuple[PlacedLine, ...], tuple[PlacedLine, ...]]:
        """Title, and the time behind it if it fits whole."""
        titles = self._title(item, room, style, 1)
        used = round(self._texts.width(item.title, Style.TITLE) + self._pad)
        if used + self._texts.width(item.when, Style.DETAIL) > room.width - room.skip:
            return titles, ()
        left = room.left if self._rtl else room.left + used
        rest = _Room(left, room.top, room.width - used, 1, 0)
        return titles, tuple(self._detail(item.when, rest, style, 0))

    def _chip_line(
        self, item: Drawable, room: _Room, style: BlockStyle, time: str
    ) -> tuple[tuple[PlacedLine, ...], tuple[PlacedLine, ...]]:
        """The time, as long as it leaves the title a word, and the title behind it."""
        if room.width < _NARROW - 8:
            return (), ()
        used = round(self._texts.width(time, Style.DETAIL) + self._gap) if time else 0
        title = min(self._texts.width(item.title, Style.TITLE), _LEAST_TITLE)
        if used + title > room.width - room.skip:
            used = 0
        left = room.left if self._rtl else room.left + used
        titles = self._title(item, _Room(left, room.top, room.width - used, 1, room.skip), style, 1)
        return titles, tuple(self._detail(time, room, style, 0)) if used else ()

    def _many_lines(
        self, item: Drawable, room: _Room, style: BlockStyle
    ) -> tuple[tuple[PlacedLine, ...], tuple[PlacedLine, ...]]:
        """Title over up to three lines, then time, then who and where."""
        when = self._fitting_time(item.when, room.width)
        below = (1 if when else 0) + (1 if item.details and room.lines > 3 else 0)
        titles = self._title(item, room, style, max(min(room.lines - below, 3), 1))
        row = len(titles)
        details: list[PlacedLine] = []
        if when and row < room.lines:
            details += self._detail(when, room, style, row)
            row += 1
        is_cut = is_sliver([title.line.text for title in titles], item.title)
        if item.details and row < room.lines and not is_cut:
            details += self._detail(self._fitting_who(item, room.width), room, style, row)
        return titles, tuple(details)

    def _fitting_who(self, item: Drawable, width: int) -> str:
        """Names and what stands behind them; where not even the names fit, initials."""
        names = item.details.partition(AND)[0]
        if not item.initials or self._texts.width(names, Style.DETAIL) <= width:
            return item.details
        return item.initials

    def _fitting_time(self, when: str, width: int) -> str:
        """Both times, or the start alone, if it fits whole: its rows tell it as well."""
        times, mark, more = when.partition(AND)
        start = times.partition(_DASH)[0].strip()
        for text in (when, f"{start}{mark}{more}", more, times, start):
            if text and self._texts.width(text, Style.DETAIL) <= width:
                return text
        return ""

    def _title(
        self, item: Drawable, room: _Room, style: BlockStyle, most: int
    ) -> tuple[PlacedLine, ...]:
        lines = self._texts.lines(item.title, Style.TITLE, room.width, skip=room.skip, most=most)
        colour, struck, height = ink(style.text), item.struck, self._line_height
        return tuple(
            PlacedLine(line, self._x(line, room), room.top + at * height, colour, struck)
            for at, line in enumerate(lines)
        )

    def _detail(self, text: str, room: _Room, style: BlockStyle, row: int) -> list[PlacedLine]:
        """One line; none for an empty text."""
        y = room.top + row * self._line_height
        lines = self._texts.lines(text, Style.DETAIL, room.width)
        return [PlacedLine(line, self._x(line, room), y, ink(style.quiet), False) for line in lines]

    def _x(self, line: Line, room: _Room) -> float:
        return room.left + room.width - line.width if self._rtl else room.left


def _kind(kind: BlockKind) -> tuple[bool, bool]:
    """The kind as truths: members of Enum are slow keys."""
    return kind is BlockKind.APPOINTMENT, kind is BlockKind.MIRRORED
