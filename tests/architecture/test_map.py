"""ARCHITECTURE.md, CONTRIBUTING.md and docs/rules name files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PAGES = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/rules/booking.md",
    "docs/rules/sync.md",
    "docs/rules/window.md",
)
_NAMED = re.compile(r"`((?:[\w-]+/)+[\w-]+(?:\.py)?/?)`")


def _named(page: str) -> list[str]:
    return sorted(set(_NAMED.findall((_ROOT / page).read_text(encoding="utf-8"))))


def _is_there(name: str) -> bool:
    """As a path from the root, or as the end of a path within the package."""
    if (_ROOT / name).exists():
        return True
    return any(True for _ in (_ROOT / "lcdesk").rglob(name.rstrip("/")))


@pytest.mark.parametrize("page", _PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    names = [name for name in _named(page) if not name.startswith("dist/")]  # made, not kept
    assert [name for name in names if not _is_there(name)] == []


def test_pages_name_files() -> None:
    assert len(_named("ARCHITECTURE.md")) > 30
