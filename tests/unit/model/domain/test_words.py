"""What the other side is called in sentences."""

from __future__ import annotations

import pytest

from lcdesk.model.domain.accounts import Account, Provider
from lcdesk.model.domain.words import pasted_table


@pytest.mark.parametrize(
    ("server", "name", "at_start", "there"),
    [
        ("", "iCloud", "iCloud", "in iCloud"),
        ("https://dav.example.org/x/", "dav.example.org", "dav.example.org", "on dav.example.org"),
        ("https://192.0.2.7/", "192.0.2.7", "192.0.2.7", "on 192.0.2.7"),
        *(
            (server, "the calendar server", "The calendar server", "on the calendar server")
            for server in ("http://127.0.0.1:5232/", "http://localhost/", "http://[::1]:8/")
        ),
    ],
)
def test_a_place_reads_well_wherever_it_stands(
    server: str, name: str, at_start: str, there: str
) -> None:
    provider = Provider.CALDAV if server else Provider.ICLOUD
    server_name = Account(1, provider, "ana@example.org", staff=1, server=server).server_name
    assert (server_name.name, server_name.at_start, server_name.there) == (name, at_start, there)
    assert server_name.there_at_start == there[0].upper() + there[1:]


def test_a_pasted_title_was_a_formula_and_a_line_break_in_one_a_new_row() -> None:
    rows = [("Day", "Title"), ("2026-11-23", "=HYPERLINK(1)"), ("", "two\nlines\tand a tab")]
    assert pasted_table(rows) == "Day\tTitle\n2026-11-23\t'=HYPERLINK(1)\n\ttwo lines and a tab"
