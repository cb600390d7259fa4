"""How a printed list falls into pages: nothing lost, nothing twice, no heading alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.printing.pages import Column, Page, Row, Section, edges, paginate

ROOM = 100.0
HEAD = 20.0
COLUMNS = (Column("Time", 1), Column("Title", 3))


def height_of(_section: Section, row: Row | None) -> float:
    """A heading is 20 high, a row as high as its second cell says."""
    return HEAD if row is None else float(row.cells[1])


def section(name: str, *heights: int, starts_page: bool = False) -> Section:
    """Rows of these heights; each is called by its number."""
    rows = tuple(Row((str(at), str(height))) for at, height in enumerate(heights))
    return Section(name, COLUMNS, rows, starts_page=starts_page)


def rows_of(pages: list[Page]) -> list[tuple[str, str]]:
    """Every row that is placed, by its section and number."""
    return [
        (placed.section.heading, placed.row.cells[0])
        for page in pages
        for placed in page
        if placed.row is not None
    ]


sections = st.lists(
    st.builds(
        lambda name, heights, starts: section(f"s{name}", *heights, starts_page=starts),
        st.integers(0, 10_000),
        st.lists(st.integers(5, 150), min_size=1, max_size=12),
        st.booleans(),
    ),
    max_size=6,
)


@given(sections)
def test_every_row_stands_once_and_in_order(many: list[Section]) -> None:
    wanted = [(some.heading, row.cells[0]) for some in many for row in some.rows]
    assert rows_of(paginate(many, ROOM, height_of)) == wanted


@given(sections)
def test_nothing_lies_over_anything_or_beyond_the_page_but_what_is_higher_than_one(
    many: list[Section],
) -> None:
    for page in paginate(many, ROOM, height_of):
        below = 0.0
        for placed in page:
            assert placed.y == below
            below = placed.y + placed.height
        is_one_row = len(page) == 2
        assert below <= ROOM or is_one_row


@given(sections)
def test_every_page_begins_with_a_heading_and_none_stands_alone(many: list[Section]) -> None:
    for page in paginate(many, ROOM, height_of):
        assert page[0].row is None
        for placed, after in zip(page, (*page[1:], None), strict=True):
            if placed.row is None:
                assert after is not None
                assert after.row is not None
                assert after.section is placed.section


def test_a_heading_that_comes_again_says_so() -> None:
    pages = paginate([section("Ana", 40, 40, 40)], ROOM, height_of)
    assert [[placed.is_continued for placed in page if placed.row is None] for page in pages] == [
        [False],
        [True],
    ]


def test_a_section_of_its_own_page_leaves_the_rest_of_the_one_before_empty() -> None:
    pages = paginate([section("Ana", 10), section("Ben", 10, starts_page=True)], ROOM, height_of)
    assert [page[0].section.heading for page in pages] == ["Ana", "Ben"]


def test_a_section_without_rows_says_so_in_one() -> None:
    empty = Section("Ana", COLUMNS, (), nothing="Nothing planned")
    (page,) = paginate([empty], ROOM, lambda _section, _row: HEAD)
    assert page[1].row == Row(("Nothing planned",), is_quiet=True)


def test_nothing_to_print_is_no_page() -> None:
    assert paginate([], ROOM, height_of) == []


def test_columns_share_the_width() -> None:
    assert [tuple(map(round, edge)) for edge in edges(COLUMNS, 200)] == [(0, 50), (50, 150)]
