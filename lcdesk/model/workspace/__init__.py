"""The workspace file: JSON in, commands out, and back. Its shape is in docs of the command line.

Nothing here decides anything about bookings; it names the place of every mistake.
"""

from __future__ import annotations

from lcdesk.model.workspace.document import LARGEST_FILE, parse
from lcdesk.model.workspace.load import Loaded, load
from lcdesk.model.workspace.save import save

__all__ = ["LARGEST_FILE", "Loaded", "load", "parse", "save"]
