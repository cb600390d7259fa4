"""What is printed: one JSON document or a readable table on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import Any

from lcdesk.cli.wording.language import worded, words
from lcdesk.model.domain.words import harmless, one_line

_WIDEST = 60  # letters of a title or a name in a table


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found out: as JSON, as text for a person, and its exit status."""

    document: Any
    text: str
    status: int = 0
    notes: Sequence[str] = field(default=())


class Output:
    """Stdout and stderr of one call."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def answer(self, answer: Answer) -> None:
        """Print a command's answer."""
        for note in answer.notes:
            say(note)
        self._write(answer.document, answer.text)

    def failure(self, document: dict[str, Any]) -> None:
        """Print an error: JSON on stdout, or sentences on stderr."""
        if self.as_json:
            self._write(document, "")
            return
        error = document["error"]
        title, message = worded(error["title"]), worded(error["message"])
        say(one_line(f"lcdesk: {title}. {message}".replace("?. ", "? ")))
        for detail in error["details"]:
            say(f"  {one_line(worded(detail))}")

    def _write(self, document: Any, text: str) -> None:
        if isinstance(sys.stdout, TextIOWrapper):
            # JSON is UTF-8 whatever the terminal speaks; a table loses what it cannot show.
            if self.as_json:
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            else:
                sys.stdout.reconfigure(errors="replace")
        if self.as_json:
            text = json.dumps(document, ensure_ascii=False, indent=2)
        else:
            text = harmless(worded(text))
        if text:
            sys.stdout.write(text + "\n")
        sys.stdout.flush()


def say(text: str) -> None:
    """A message or a warning, for a person, in the terminal's language."""
    sys.stderr.write(harmless(worded(text)) + "\n")
    sys.stderr.flush()


def show_progress(text: str) -> None:
    """A line that is written over, on a terminal only; empty ends it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{_one_line(worded(text))}")
        sys.stderr.flush()


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], *, empty: str = "") -> str:
    """Columns in line; without rows `empty`, which says what there is none of and what to do.

    Messages among them are worded in the terminal's language.
    """
    if not rows:
        return worded(empty)
    cells = [
        [worded(heading) for heading in headings],
        *([_cell(value) for value in row] for row in rows),
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join(lines)


def brief(text: str) -> str:
    """A title or a name as a table has room for it; `--json` prints all of it."""
    whole = " ".join(text.split())
    return whole if len(whole) <= _WIDEST else f"{whole[: _WIDEST - 1].rstrip()}…"


def _one_line(text: str) -> str:
    return " ".join(harmless(text).split())


def _cell(value: object) -> str:
    """One line of text."""
    if value is None or value is False:
        return ""
    text = words("yes") if value is True else str(value)
    if isinstance(value, str):
        text = worded(value)
    return harmless(" ".join(text.split()))
