"""Pictures of every window and dialog; `python -m tests.screenshots` takes them."""

from __future__ import annotations

import os
import time
from pathlib import Path

# A full-HD one: on Qt's own of 800 by 800 dialogs are squeezed.
_SCREEN = Path(__file__).parents[2] / "packaging" / "screen.json"

# All of this is read when Qt and lcdesk are imported.
os.environ |= {
    "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "en_GB.UTF-8",
    "TZ": "Europe/Berlin",
}
time.tzset()
