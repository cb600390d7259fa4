"""The rules stand beside the code: what a docstring names is a section that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_RULES = _ROOT / "docs" / "rules"
_REFERENCE = re.compile(r"docs/rules/(\w+\.md)((?:,?\s+(?:and\s+)?\"[^\"]+\")*)")


def _references() -> list[tuple[str, str, str]]:
    """File, page and section of everything in the code that names a rule."""
    found = []
    for folder in ("lcdesk", "tests"):
        for file in sorted((_ROOT / folder).rglob("*.py")):
            if file == Path(__file__):
                continue
            for page, sections in _REFERENCE.findall(file.read_text(encoding="utf-8")):
                names = re.findall(r"\"([^\"]+)\"", sections) or [""]
                found += [(file.name, page, " ".join(name.split())) for name in names]
    return found


@pytest.mark.parametrize(("file", "page", "section"), _references())
def test_a_rule_that_is_named_is_there(file: str, page: str, section: str) -> None:
    text = (_RULES / page).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    assert any(heading.startswith(section) for heading in headings), (file, section)


def test_rules_are_named() -> None:
    assert len(_references()) > 30
