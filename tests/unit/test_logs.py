"""The log and the details of an unexpected error: private files, and no secrets in them."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lcdesk import logs
from lcdesk.app.start import report_unexpected

SECRETS = [
    ("Authorization: Basic YW5hOnNlY3JldA==", "YW5hOnNlY3JldA=="),
    ("{'Authorization': 'Basic YW5hOnNlY3JldA=='}", "YW5hOnNlY3JldA=="),
    ("Proxy-Authorization: Basic YW5hOnNlY3JldA==", "YW5hOnNlY3JldA=="),
    ("Bearer: authorization=bearer abc.def.ghi", "abc.def.ghi"),
    ("https://ana:se:cret@dav.example.org/x", "se:cret"),
    ("http://ana:s3cret@proxy.example.org:3128", "s3cret"),
    ("password=hunter2, next", "hunter2"),
    ('{"password": "hunter2"}', "hunter2"),
    ("it was abcd-efgh-ijkl-mnop.", "abcd-efgh-ijkl-mnop"),
]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A log that is written while the test runs, in small files."""
    monkeypatch.setattr(logs, "LOGGED_BYTES", 2_000)
    level = logging.getLogger().level
    handler = logs.set_up(tmp_path / "lcdesk.log")
    yield tmp_path / "lcdesk.log"
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    handler.close()


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_secrets_are_hidden(text: str, secret: str) -> None:
    assert secret not in logs.redact(text)
    assert "[hidden]" in logs.redact(text)


def test_ordinary_sentences_stay() -> None:
    for text in ("The password is kept.", "GET /ana@example.org/a.ics -> 200", "three-word-dash"):
        assert logs.redact(text) == text


def test_the_log_hides_what_an_exception_says(log: Path) -> None:
    try:
        raise ValueError("Authorization: Basic YW5hOnNlY3JldA==")
    except ValueError:
        logging.getLogger("lcdesk").exception("while sending password=%s", "hunter2")
    text = log.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "YW5hOnNlY3JldA==" not in text
    assert "hunter2" not in text


def test_every_file_of_the_log_is_its_owners(log: Path) -> None:
    before = os.umask(0)
    try:
        for number in range(200):
            logging.getLogger("lcdesk").info("line %d of many", number)
    finally:
        os.umask(before)
    files = sorted(log.parent.glob("lcdesk.log*"))
    assert [file.name for file in files] == ["lcdesk.log", "lcdesk.log.1", "lcdesk.log.2"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_the_details_to_copy_hold_no_secrets(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    program = cast(Any, SimpleNamespace(window=window, tr=str))
    with report_unexpected(program):
        for text, _ in SECRETS:
            error = RuntimeError(text)
            sys.excepthook(type(error), error, None)
    shown = "\n".join(box.detailedText() for box in window.findChildren(QMessageBox))
    assert "RuntimeError" in shown
    assert [secret for _, secret in SECRETS if secret in shown] == []
