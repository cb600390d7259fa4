"""How the window was left, read before the store is opened: the first frame stands there already.

Only the standard library is used, since everything else is imported after that frame.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

KEY = "window"  # the preference that the window keeps
_WAIT_SECONDS = 0.1  # a store that is held by others opens a usual window


def left_window(file: Path) -> Mapping[str, object]:
    """What the window kept; empty where nothing can be read, which opening the store then tells."""
    if not file.is_file():
        return {}
    uri = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)) as connection:
            query = "SELECT value FROM preference WHERE key = ?"
            row = connection.execute(query, (KEY,)).fetchone()
        kept = {} if row is None else json.loads(row[0])
    except (sqlite3.Error, ValueError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}
