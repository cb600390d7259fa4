"""ETags that name the same version, and such that do not."""

from __future__ import annotations

import pytest

from lcdesk.sync.dav.versions import is_same_version


@pytest.mark.parametrize(
    "other", ['"x"', 'W/"x"', '"x-gzip"', '"x--gzip"', '"x;gzip"', 'W/"x-GZIP"', '"x"-gzip', "x"]
)
def test_spellings_of_one_version(other: str) -> None:
    assert is_same_version('"x"', other)
    assert is_same_version(other, '"x"')


@pytest.mark.parametrize(
    ("one", "other"),
    [('"x"', '"y"'), ('"x-gzip"', '"y-gzip"'), ('"x"', '"xgzip"'), (None, None), ('"x"', None)],
)
def test_two_versions(one: str | None, other: str | None) -> None:
    assert not is_same_version(one, other)
