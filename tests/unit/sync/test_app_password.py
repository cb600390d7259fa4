"""What looks like an app-specific password, and what is said of anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.accounts import check_app_password, group_letters


@pytest.mark.parametrize(
    "text",
    [
        "abcd-efgh-ijkl-mnop",
        "abcdefghijklmnop",
        " ABCD EFGH IJKL MNOP\n",
        "Abcd–Efgh—Ijkl-Mnop",
        "abcd\u00a0efgh\u200bijkl\tmnop",
        "ab cd-ef gh.ij_klmnop",
    ],
)
def test_blanks_hyphens_and_capitals_are_forgiven(text: str) -> None:
    assert check_app_password(text).password == "abcd-efgh-ijkl-mnop"
    assert not check_app_password(text).problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Enter the app-specific password"),
        (" - ", "Enter the app-specific password"),
        ("Sommer2026!", "ordinary password"),
        ("abcd-efgh-ijkl-mno1", "ordinary password"),
        ("abcdefghijkl", "ordinary password"),
        ("äbcd-efgh-ijkl-mnop", "ordinary password"),
        ("abcd-efgh-ijkl", "this one has 12"),
        ("abcd-efgh-ijkl-mnopq", "this one has 17"),
        ("abcd efgh ijkl mno", "this one has 15"),
    ],
)
def test_what_is_wrong_is_said(text: str, words: str) -> None:
    check = check_app_password(text)
    assert not check.password
    assert words in check.problem


@given(st.text(max_size=40))
def test_any_text_has_a_verdict(text: str) -> None:
    check = check_app_password(text)
    assert bool(check.password) != bool(check.problem)
    if check.password:
        assert check_app_password(check.password) == check


def test_a_verdict_does_not_show_the_password() -> None:
    assert "abcd" not in repr(check_app_password("abcd-efgh-ijkl-mnop"))
    assert "Sommer" not in check_app_password("Sommer2026!").problem


def test_typing() -> None:
    assert [group_letters("abcdefghi"[:n]) for n in (0, 3, 4, 5, 9)] == [
        "", "abc", "abcd", "abcd-e", "abcd-efgh-i",
    ]  # fmt: skip
