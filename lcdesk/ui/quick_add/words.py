"""What each language of lcdesk calls days and times in a line of quick add."""

from __future__ import annotations

from collections.abc import Sequence

from lcdesk.ui.quick_add.grammar import Words


def _numbered(first: int, *names: Sequence[str]) -> dict[str, int]:
    return {name: at for at, some in enumerate(names, start=first) for name in some}


ENGLISH = Words(
    days={"today": 0, "tomorrow": 1, "tmrw": 1},
    weekdays=_numbered(
        0,
        ("monday", "mon"),
        ("tuesday", "tue", "tues"),
        ("wednesday", "wed"),
        ("thursday", "thu", "thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    ),
    months=_numbered(
        1,
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sep", "sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    next=frozenset({"next"}),
    at=frozenset({"at", "from"}),
    on=frozenset({"on"}),
    hour=frozenset({"o'clock", "o’clock"}),
)

GERMAN = Words(
    days={"heute": 0, "morgen": 1, "übermorgen": 2},
    weekdays=_numbered(
        0,
        ("montag", "mo", "mo."),
        ("dienstag", "di", "di."),
        ("mittwoch", "mi", "mi."),
        ("donnerstag", "do", "do."),
        ("freitag", "fr", "fr."),
        ("samstag", "sonnabend", "sa", "sa."),
        ("sonntag", "so."),  # "so" is a word
    ),
    months=_numbered(
        1,
        ("januar", "jänner", "jan"),
        ("februar", "feb"),
        ("märz",),
        ("april", "apr"),
        ("mai",),
        ("juni", "jun"),
        ("juli", "jul"),
        ("august", "aug"),
        ("september", "sep", "sept"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("dezember", "dez"),
    ),
    next=frozenset({"nächsten", "nächster", "nächste", "nächstes"}),
    at=frozenset({"um", "von", "ab"}),
    on=frozenset({"am"}),
    hour=frozenset({"uhr"}),
)

WORDS = {"en": ENGLISH, "de": GERMAN}
