"""What the other side is called in sentences: iCloud, or a server by its name."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

_ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class PlaceName:
    """`name` stands inside a sentence, `there` says where something is, with its preposition."""

    name: str
    there: str

    @property
    def brief(self) -> PlaceName:
        """For buttons and headings, which have no room for a server's name."""
        return self if self == ICLOUD else THE_SERVER

    @property
    def at_start(self) -> str:
        """The name at a sentence's start; a name such as iCloud keeps its letters."""
        is_described = self.name.startswith(_ARTICLE)
        return _capital(self.name) if is_described else self.name

    @property
    def there_at_start(self) -> str:
        """`there` at a sentence's start: "In iCloud"."""
        return _capital(self.there)


ICLOUD = PlaceName("iCloud", "in iCloud")
THE_SERVER = PlaceName("the server", "on the server")
ON_THIS_COMPUTER = PlaceName("the calendar server", "on the calendar server")


def place_of_host(host: str) -> PlaceName:
    """A server by its host; the address of this computer itself tells nobody anything."""
    return ON_THIS_COMPUTER if _is_loopback(host) else PlaceName(host, f"on {host}")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
