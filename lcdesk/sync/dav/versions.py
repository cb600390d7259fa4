"""When two ETags name the same version, spelled by different parts of one server.

A server that compresses an answer marks its ETag (Apache's "x-gzip"), or makes it weak, while its
listings and If-Match know the plain one.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"(?:--?|;|:)(?:gzip|deflate|br|zstd)$", re.IGNORECASE)


def is_same_version(one: str | None, other: str | None) -> bool:
    """Whether both are known and mean one version; how they are spelled does not matter."""
    if one is None or other is None:
        return False
    return one == other or _core(one) == _core(other)


def is_marked(etag: str) -> bool:
    """Whether it may be another spelling than that of the server's listings."""
    return etag.startswith("W/") or _core(etag) != etag.strip('"')


def _core(etag: str) -> str:
    return _MARK.sub("", etag.strip().removeprefix("W/").strip('"')).strip('"')
