"""Breaking and cutting texts."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from lcdesk.ui.week.grid.texts import Style, Texts


@pytest.fixture
def texts(qtbot: QtBot) -> Texts:
    return Texts(QFont())


def shown(texts: Texts, text: str, width: int, *, skip: int = 0, most: int = 1) -> list[str]:
    return [line.text for line in texts.lines(text, Style.TITLE, width, skip=skip, most=most)]


def test_a_text_that_fits_is_left_alone(texts: Texts) -> None:
    assert shown(texts, "Cut", 300) == ["Cut"]


def test_a_long_text_is_cut_by_an_ellipsis_and_fits(texts: Texts) -> None:
    (line,) = texts.lines("Balayage for Charlotte Winterbottom", Style.TITLE, 120)
    assert line.text.endswith("…")
    assert QFontMetricsF(texts.fonts[Style.TITLE]).horizontalAdvance(line.text) <= 122


def test_words_go_to_the_next_line_whole(texts: Texts) -> None:
    width = round(texts.width("Balayage for", Style.TITLE)) + 2
    assert shown(texts, "Balayage for Charlotte", width, most=3) == ["Balayage for", "Charlotte"]


def test_the_first_line_leaves_room_for_signs(texts: Texts) -> None:
    width = round(texts.width("Cut and colour", Style.TITLE)) + 2
    assert shown(texts, "Cut and colour", width, skip=20, most=2)[0] != "Cut and colour"


@pytest.mark.parametrize("cut", ["C…", "Ch…", "Cha…"])
def test_a_title_that_is_cut_says_so_however_narrow_its_block_is(texts: Texts, cut: str) -> None:
    width = math.ceil(texts.width(cut, Style.TITLE))
    assert shown(texts, "Charlotte", width) == [cut]


def test_in_a_sliver_a_title_is_its_first_letter_and_details_are_left_out(texts: Texts) -> None:
    width = math.ceil(texts.width("C…", Style.DETAIL)) - 1
    assert shown(texts, "Charlotte", width) == ["C"]
    assert texts.lines("Charlotte", Style.DETAIL, width) == ()
    assert texts.lines("Charlotte", Style.TITLE, 1) == ()


def test_a_long_word_is_cut_in_two_where_that_shows_the_whole_title(texts: Texts) -> None:
    width = round(texts.width("Physiot", Style.TITLE)) + 1
    assert shown(texts, "Physiotherapy", width, most=2) == ["Physiot", "herapy"]
    width = round(texts.width("Physiotherap", Style.TITLE)) + 1
    assert shown(texts, "Physiotherapy", width, most=2) == ["Physiothera", "py"]
    width = round(texts.width("Stand-u", Style.TITLE)) + 1
    assert shown(texts, "Stand-up", width, most=2) == ["Stand-", "up"]


def test_a_title_was_cut_beside_signs_where_it_had_a_line_below_them(texts: Texts) -> None:
    width = round(texts.width("Teams st…", Style.TITLE)) + 1
    skip = round(texts.width("s st…", Style.TITLE))
    assert shown(texts, "Teams stand-up and more", width, skip=skip, most=2) == ["", "Teams st…"]
    assert shown(texts, "Teams stand-up and more", width, skip=skip, most=1)[0].endswith("…")


def test_a_title_ended_after_four_letters_above_empty_lines(texts: Texts) -> None:
    width = round(texts.width("Phot…", Style.TITLE)) + 1
    lines = shown(texts, "Photography Nord", width, most=2)
    assert len(lines) == 2
    assert "".join(lines).startswith("Photogra")
    assert lines[-1].endswith("…")
    assert shown(texts, "Photography Nord", width, most=1) == ["Phot…"]
    assert shown(texts, "Cut Charlotte now", width, most=3)[0] == "Cut"
    assert len(shown(texts, "Cut Charlotte now", width, most=3)) == 3


@pytest.mark.parametrize(
    "text", ["قص الشعر مع تلوين كامل", "תספורת וצבע לשיער ארוך", "カットとカラーの予約"]
)
def test_joining_scripts_are_cut_too(texts: Texts, text: str) -> None:
    (line,) = texts.lines(text, Style.DETAIL, 60)
    assert 0 < len(line.text) < len(text)


def test_line_breaks_in_a_title_become_spaces(texts: Texts) -> None:
    assert shown(texts, "Cut\n<b>now</b>", 400) == ["Cut <b>now</b>"]


def test_a_name_in_a_narrow_block_was_a_single_letter(texts: Texts) -> None:
    width = math.ceil(texts.width("Jo…", Style.TITLE))
    assert shown(texts, "Jonas Weber", width, most=3) == ["JW"]
    assert shown(texts, "Maria von Sonnenschein", width, most=3) == ["MS"]
    assert shown(texts, "Yoga 1 of 3", width, most=3)[0].startswith("Y"), "one name has no initials"
    wider = math.ceil(texts.width("Weber", Style.TITLE))
    assert shown(texts, "Jonas Weber", wider, most=3) == ["Jonas", "Weber"]
    assert shown(texts, "Jo", width) == ["Jo"]
