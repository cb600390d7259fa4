"""Addresses: which may be used, which may get the credentials, and what identifies an object.

Pure functions and one small value, so that the rule "the password goes to no other host" is
in one place that a test can exhaust. Nothing here opens a connection.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.sync.errors import ForeignHost

ICLOUD = "https://caldav.icloud.com/"
ICLOUD_VARIABLE = "LCDESK_ICLOUD_URL"
_DEFAULT_PORTS = {"http": 80, "https": 443}
# Readers of addresses disagree about these (a backslash may end the host or not), so an
# address with one of them could be checked as one host and sent to another.
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")
_LEGAL = "/%:@!$&'()*+,;=?[]"
_ENCODED = {"?": "%3F", "#": "%23", " ": "%20", "%": "%25"}
# What would end a path, or no path may contain; a % that begins no code is only itself.
_UNENCODED = re.compile(r"[?# ]|%(?![0-9A-Fa-f]{2})")
_LONGEST_KEPT = 1_000  # letters of a folder's path
_SLASH = re.compile(rb"%2f", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: what a connection is made to."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = _DEFAULT_PORTS.get(self.scheme) == self.port
        return f"{self.scheme}://{host}" + ("" if default else f":{self.port}")

    @property
    def is_loopback(self) -> bool:
        """Whether nothing sent there leaves this computer."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_private(self) -> bool:
        """Whether a password may travel there: by TLS, or without leaving this computer."""
        return self.scheme == "https" or (self.scheme == "http" and self.is_loopback)

    @property
    def is_apple(self) -> bool:
        """Whether it is iCloud's own host or one below it, by TLS."""
        named = self.host == "icloud.com" or self.host.endswith(".icloud.com")
        return self.scheme == "https" and named


def origin_of(url: str) -> Origin:
    """The origin of an absolute address; ValueError when it has none or hides one."""
    if _AMBIGUOUS.search(url):
        raise ValueError("blank, control character or backslash in an address")
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None or not parts.hostname:
        raise ValueError("no host, or a name before the host")
    port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    if port is None:
        raise ValueError("neither http nor https")
    return Origin(parts.scheme, parts.hostname.rstrip("."), port)


def path_of(href: str, base: str = "") -> str:
    """The key that identifies an object: its decoded path, whatever host or spelling.

    An encoded slash stays encoded, since `a%2Fb` and `a/b` are two objects; a path that is not
    UTF-8 is kept as spelled.
    """
    path = _spelled_path(href.strip(), base)
    if "%" not in path:
        return path
    # An encoded slash stays one, so the parts can be decoded alone; the folder is nearly always
    # that of the object before.
    folder, slash, name = path.rpartition("/")
    decode = _decoded_before if len(folder) < _LONGEST_KEPT else _decode
    before, last = decode(folder), _decode(name)
    return path if before is None or last is None else before + slash + last


def _decode(part: str) -> str | None:
    """None for what is not UTF-8."""
    if "%" not in part:
        return part
    try:
        kept = _SLASH.sub(b"%252F", part.encode())
        return unquote_to_bytes(kept).decode()
    except UnicodeError:
        return None


_decoded_before = lru_cache(maxsize=64)(_decode)


def _spelled_path(href: str, base: str) -> str:
    is_plain = href.startswith("/") and not href.startswith("//")
    if is_plain and "?" not in href and "#" not in href and "/." not in href:
        return href  # nearly always, and listings are long
    return _resolve(base, href).path or "/"


def _resolve(base: str, href: str) -> SplitResult:
    """What an href of a server names. Raises ForeignHost for one that names no place."""
    try:
        return urlsplit(urljoin(base, href))
    except ValueError:  # such as a bracket that is not closed
        raise _unusable() from None


def join(base: str, href: str) -> str:
    """The absolute address of an href.

    A server behind a TLS proxy often believes that it is spoken to in clear text and says so
    in its addresses; the same host is then meant with TLS. Characters that no path may contain
    are encoded, everything else stays as spelled. Raises ForeignHost for one that names no place.
    """
    said, used = _resolve(base, href.strip()), urlsplit(base)
    is_own = said.hostname == used.hostname and said.scheme == "http" and used.scheme == "https"
    if is_own and said.netloc in {said.hostname, f"{said.hostname}:80"}:
        said = said._replace(scheme="https", netloc=used.netloc)
    path, query = quote(said.path, safe=_LEGAL), quote(said.query, safe=_LEGAL)
    return said._replace(path=path, query=query, fragment="").geturl()


def escape_href(href: str) -> str:
    """An href of a listing with what stands there unencoded encoded.

    Some servers list names as they are (Cyrus: `qu?estion.ics`). An address ends there, so another
    event would be asked for. Everything else stays as spelled.
    """
    if not _UNENCODED.search(href):
        return href
    host, path = "", href
    if "://" in href:
        scheme, _, place = href.partition("://")
        name, slash, rest = place.partition("/")
        host, path = f"{scheme}://{name}", slash + rest
    return host + _UNENCODED.sub(lambda found: _ENCODED[found[0]], path)


def escape_href_again(href: str) -> str | None:
    """The same for a name that looks encoded but may stand there as it is; None where it cannot."""
    folder, slash, name = href.rpartition("/")
    return f"{folder}{slash}{name.replace('%', '%25')}" if "%" in name else None


def collection_path_of(href: str, base: str = "") -> str:
    """As `path_of`, for a collection: with exactly one slash at its end."""
    return path_of(href, base).rstrip("/") + "/"


def lies_in(href: str, collection: str, base: str = "") -> bool:
    """Whether an object lies directly in a collection, whatever host or spelling.

    No spelling leads out of it: a name that a server might read as "the folder above" does not.
    """
    spelled = _spelled_path(href.strip(), base)
    folder, _, name = spelled.rpartition("/")
    if any(part in {b"", b".", b".."} for part in unquote_to_bytes(name).split(b"/")):
        return False
    return collection_path_of(folder + "/") == collection_path_of(collection, base)


def icloud_address(environment: Mapping[str, str] | None = None) -> str:
    """Apple's address, or the loopback one that tests put in its place."""
    wanted = (os.environ if environment is None else environment).get(ICLOUD_VARIABLE, "").strip()
    if not wanted:
        return ICLOUD
    try:
        origin = origin_of(wanted)
    except ValueError:
        return ICLOUD
    return wanted if origin.is_loopback and origin.is_private else ICLOUD


def address_from(text: str) -> str:
    """What a person typed as their server, as a full address."""
    typed = text.strip()
    if not typed:
        raise InvalidInput(
            Message("Enter the address of the calendar server, for example dav.example.org.")
        )
    url = typed if "://" in typed else f"https://{typed}"
    try:
        origin = origin_of(url)
    except ValueError:
        raise InvalidInput(
            Message(
                "“{typed}” is not a server address. Enter something like dav.example.org.",
                typed=_without_password(typed),
            )
        ) from None
    if not origin.is_private:
        raise InvalidInput(
            Message(
                "This address is not encrypted, so the password could be read on the way. "
                "Use an address that begins with https://."
            )
        )
    path = urlsplit(url).path or "/"
    return f"{origin}{path}"


def _without_password(typed: str) -> str:
    """The typed text without a password that somebody put before the host."""
    return typed.rsplit("@", 1)[-1][:80]


@dataclass(slots=True)
class AllowedHosts:
    """Where this account's credentials may go; everything else is refused before sending."""

    provider: Provider
    base: str
    _homes: set[Origin] = field(default_factory=set)

    @property
    def is_apple_only(self) -> bool:
        """Whether this is the real iCloud, whose hosts are known by name."""
        return self.provider is Provider.ICLOUD and origin_of(self.base).is_apple

    def admit_home(self, url: str) -> None:
        """Trust the host that the account's own calendar-home-set names."""
        origin = _check_origin(url)
        if not origin.is_private or (self.is_apple_only and not origin.is_apple):
            raise _foreign(origin)
        self._homes.add(origin)

    def check(self, url: str) -> Origin:
        """The origin of `url`, or ForeignHost."""
        origin = _check_origin(url)
        if origin.is_private and self._holds(origin):
            return origin
        raise _foreign(origin)

    def _holds(self, origin: Origin) -> bool:
        if self.is_apple_only:
            return origin.is_apple
        return origin == origin_of(self.base) or origin in self._homes


def _check_origin(url: str) -> Origin:
    try:
        return origin_of(url)
    except ValueError:
        raise _unusable() from None


def _unusable() -> ForeignHost:
    return ForeignHost(
        Message(
            "The server pointed to an address that cannot be used, so nothing was sent there. "
            "Your data here is unchanged. Check the server's address in Settings."
        )
    )


def _foreign(origin: Origin) -> ForeignHost:
    return ForeignHost(
        Message(
            "The server points to {host}, which does not belong to this account. "
            "Nothing was sent there and your data here is unchanged. "
            "If that is your calendar server, enter its address in Settings.",
            host=origin.host,
        ),
        address=str(origin),
    )


def target_as_spelled(url: str) -> str:
    """The path and query of an address exactly as spelled, for the request line."""
    parts: SplitResult = urlsplit(url)
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path
