"""Pictures of every window and dialog; `python -m tests.screenshots` takes them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

# A full-HD one: on Qt's own of 800 by 800 dialogs are squeezed.
SCREEN = Path(__file__).parents[2] / "packaging" / "screen.json"
sys.path.append(str(SCREEN.parent))  # where `translations` is, as pytest knows

# Some of this is read when lcdesk is imported; the rest may be set until Qt's application is made.
os.environ |= {
    "QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "en_GB.UTF-8",
    "TZ": "Europe/Berlin",
}
time.tzset()
