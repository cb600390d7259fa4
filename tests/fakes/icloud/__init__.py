"""An iCloud look-alike: the server's habits and bad days, for tests that need no Apple.

`server.ICloud` answers requests; `direct` puts it in front of the product's own line, without
sockets; `quirks` and `tests.fakes.faults` spoil it.
"""

from __future__ import annotations

from tests.fakes.icloud.account import DirectAccount
from tests.fakes.icloud.direct import Direct, DirectWire
from tests.fakes.icloud.quirks import Hrefs, Listed, OldToken, Quirks, Rewriting
from tests.fakes.icloud.server import ICloud

__all__ = [
    "Direct",
    "DirectAccount",
    "DirectWire",
    "Hrefs",
    "ICloud",
    "Listed",
    "OldToken",
    "Quirks",
    "Rewriting",
]
