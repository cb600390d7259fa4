"""Pictures of every window and dialog; `python -m tests.screenshots` takes them."""

from __future__ import annotations

import os
import time

# All of this is read when Qt and lcdesk are imported.
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "en_GB.UTF-8",
    "TZ": "Europe/Berlin",
}
time.tzset()
