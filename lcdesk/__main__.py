"""`python -m lcdesk`."""

from __future__ import annotations

import sys

from lcdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
