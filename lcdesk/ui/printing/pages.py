"""A printed list as values, and how it falls into pages. No Qt here.

Lengths are pixels of a page at 96 to the inch; the painter scales them to the device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

INCH = 96.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, and its share of the width."""

    head: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: one text for each column."""

    cells: tuple[str, ...]
    has_box: bool = False  # to tick by hand
    is_struck: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading. `note` stands beside it; `nothing` stands where there is no row."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    nothing: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading (`row` is None) or a row of a section, at a height of a page."""

    section: Section
    row: Row | None
    y: float
    height: float
    is_continued: bool = False


Page = tuple[Placed, ...]
HeightOf = Callable[[Section, Row | None], float]


def paginate(sections: Sequence[Section], room: float, height_of: HeightOf) -> list[Page]:
    """Let the sections fall into pages so high.

    A heading never stands without a row below it, and comes again on the next page. What is
    higher than a page begins one and is cut by it.
    """
    pages: list[list[Placed]] = [[]]
    for section in sections:
        if pages[-1] and section.starts_page:
            pages.append([])
        _add_section(pages, section, room, height_of)
    return [tuple(page) for page in pages if page]


def _add_section(
    pages: list[list[Placed]], section: Section, room: float, height_of: HeightOf
) -> None:
    head = height_of(section, None)
    rows = section.rows or (Row((section.nothing,), is_quiet=True),)
    heights = [height_of(section, row) for row in rows]
    y = pages[-1][-1].y + pages[-1][-1].height if pages[-1] else 0.0
    is_begun = False
    for row, height in zip(rows, heights, strict=True):
        needed = height if is_begun else head + height
        if pages[-1] and y + needed > room:
            pages.append([])
            y = 0.0
        if not is_begun or not pages[-1]:
            pages[-1].append(Placed(section, None, y, head, is_continued=is_begun))
            y += head
            is_begun = True
        pages[-1].append(Placed(section, row, y, height))
        y += height


def edges(columns: Sequence[Column], width: float) -> Iterator[tuple[float, float]]:
    """Where each column begins, and how wide it is."""
    whole, x = sum(column.share for column in columns), 0.0
    for column in columns:
        own = width * column.share / whole
        yield x, own
        x += own
