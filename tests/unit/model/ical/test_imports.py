"""Start-up: the libraries of this folder are loaded when something needs them, not before."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from tests.unit.model.ical.texts import NOW, expand, sample
from lcdesk.model.ical import codec, fingerprint, merge
expand(sample("floating_lunch"))
expand(sample("birthday_every_year_since_1604"))
fingerprint.fingerprint(sample("all_day_two_days"))
print(*({"icalendar", "recurring_ical_events", "dateutil"} & set(sys.modules)))
"""


def test_simple_events_and_plain_series_need_no_library() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
