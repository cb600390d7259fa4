"""Requests' bodies, read as strictly as iCloud reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.fakes.icloud.answers import CALDAV, DAV, Name
from tests.fakes.loopback import Seen

_SYNC = f"{{{DAV}}}sync-collection"
_MULTIGET = f"{{{CALDAV}}}calendar-multiget"
_QUERY = f"{{{CALDAV}}}calendar-query"


@dataclass(frozen=True, slots=True)
class Propfind:
    """The named properties (none: all), and the depth."""

    names: tuple[Name, ...]
    depth: str

    @classmethod
    def of(cls, seen: Seen) -> Self:
        """Read a request; without a body it asks for all."""
        root = ElementTree.fromstring(seen.body) if seen.body else None
        asked = None if root is None else root.find(f"{{{DAV}}}prop")
        names = () if asked is None else tuple(_name_of(element) for element in asked)
        return cls(names, seen.headers.get("depth", "infinity"))


@dataclass(frozen=True, slots=True)
class SyncCollection:
    """What changed since `token`; everything when it is empty."""

    token: str


@dataclass(frozen=True, slots=True)
class Multiget:
    """The texts of these paths, decoded."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A calendar-query: for which components, and whether it looks into properties."""

    components: tuple[str, ...]
    looks_into_properties: bool


Report = SyncCollection | Multiget | Query | None
"""None: a report that is not known here, free-busy-query among them."""


def report_of(seen: Seen) -> Report:
    """Read a report."""
    root = ElementTree.fromstring(seen.body)
    if root.tag == _SYNC:
        return SyncCollection(root.findtext(f"{{{DAV}}}sync-token") or "")
    if root.tag == _MULTIGET:
        hrefs = [element.text or "" for element in root.findall(f"{{{DAV}}}href")]
        return Multiget(tuple(unquote(urlsplit(href.strip()).path) for href in hrefs))
    if root.tag == _QUERY:
        filters = root.findall(f".//{{{CALDAV}}}comp-filter")
        looks = root.find(f".//{{{CALDAV}}}prop-filter") is not None
        return Query(tuple(element.get("name", "") for element in filters), looks)
    return None


def _name_of(element: Element) -> Name:
    space, _, name = element.tag.removeprefix("{").partition("}")
    return space, name
