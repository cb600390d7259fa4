"""The only network code: a CalDAV account as `sync.ports.Remote`.

Importing this package is cheap; the HTTP library comes with the first `open_remote`, the
caldav package with the first `discover`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.dav.addresses import (
    AllowedHosts,
    address_from,
    collection_path_of,
    icloud_address,
    lies_in,
    path_of,
)
from lcdesk.sync.dav.pace import ThrottleMemory, TimeSource
from lcdesk.sync.dav.versions import is_same_version

if TYPE_CHECKING:
    from lcdesk.sync.dav.remote import DavRemote
    from lcdesk.sync.dav.wire import Wire

__all__ = [
    "ThrottleMemory",
    "TimeSource",
    "address_from",
    "collection_path_of",
    "is_same_version",
    "lies_in",
    "open_remote",
    "path_of",
]


def open_remote(
    provider: Provider,
    server: str,
    email: str,
    password: str,
    *,
    home: str = "",
    stop: Callable[[], bool] = lambda: False,
    time_source: TimeSource | None = None,
    memory: ThrottleMemory | None = None,
    wire: Wire | None = None,
) -> DavRemote:
    """A line to the account; nothing is sent before its first call.

    `home` is the calendar home that an earlier discovery found, `memory` what earlier lines to
    the same account heard about throttling. `wire` replaces the connections to the network.
    InvalidInput when `server` is no usable address.
    """
    from lcdesk.sync.dav.failures import Judge  # late, since start-up must not pay for it
    from lcdesk.sync.dav.remote import DavRemote
    from lcdesk.sync.dav.session import Session

    time = time_source or TimeSource()
    base = icloud_address() if provider is Provider.ICLOUD else address_from(server)
    session = Session(
        AllowedHosts(provider, base),
        Judge(provider, time, memory or ThrottleMemory()),
        credentials=(email, password),
        stop=stop,
        time_source=time,
        wire=wire,
    )
    return DavRemote(session, home)
