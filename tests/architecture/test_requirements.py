"""The locks hold everywhere: each package at one version, with hashes, from no named place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_LOCKS = sorted((_ROOT / "requirements").glob("*.txt"))
_PIN = re.compile(
    r"^[a-z0-9-]+==[^ ;]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n|\n|\Z))+"
)


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda path: path.stem)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(lock: Path) -> None:
    rest = lock.read_text(encoding="utf-8")
    while pin := _PIN.match(rest):
        rest = rest[pin.end() :]
    assert rest == ""


def test_development_uses_what_lcdesk_runs_with() -> None:
    run, dev = (
        set(re.findall(r"^\S+==\S+", (_ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for name in ("run.txt", "dev.txt")
    )
    assert run
    assert run <= dev


def test_qt_is_pinned_below_the_release_that_kills_python() -> None:
    lock = (_ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    assert "pyside6-essentials==6.11.3 " in lock
