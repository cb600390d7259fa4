"""How the password is shown to a server: Basic, or Digest (RFC 7616) where it asks for that.

A host is answered in the way that it asked for itself; which hosts are asked at all is decided
before (`addresses`).
"""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from lcdesk.sync.dav.addresses import Origin, target_as_spelled

BASIC, DIGEST = "basic", "digest"
_PART = re.compile(r'([\w.!#$%&*+^`|~-]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*))?')
_ESCAPED = re.compile(r"\\(.)")
_HASHES = {"MD5": "md5", "SHA-256": "sha256"}
_MOST_KINDS, _LONGEST_KIND = 5, 30  # that are told to a person
_SESSION = "-SESS"


@dataclass(slots=True)
class Challenge:
    """One kind of sign-in that a server offers, with its parameters by lower-case name."""

    kind: str
    given: dict[str, str] = field(default_factory=dict)
    uses: int = 0

    @property
    def algorithm(self) -> str:
        """What to hash with, in capitals."""
        return self.given.get("algorithm", "MD5").upper()

    @property
    def is_spoken(self) -> bool:
        """Whether lcdesk can answer it."""
        if self.kind.lower() != DIGEST:
            return self.kind.lower() == BASIC
        ways = [way.strip() for way in self.given.get("qop", "auth").lower().split(",")]
        is_known = self.algorithm.removesuffix(_SESSION) in _HASHES
        return is_known and "auth" in ways and "nonce" in self.given


def challenges_of(header: str) -> list[Challenge]:
    """What WWW-Authenticate offers, in its order; several headers are joined by commas."""
    found: list[Challenge] = []
    for part in _PART.finditer(header):
        name, value = part.groups()
        if value is None:
            found.append(Challenge(name))
        elif found:
            text = _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value
            found[-1].given.setdefault(name.lower(), text)
    return found


def unspoken_kinds(header: str) -> tuple[str, ...]:
    """The kinds of sign-in offered, where lcdesk speaks none of them."""
    offered = challenges_of(header)
    if any(challenge.is_spoken for challenge in offered):
        return ()
    return tuple(challenge.kind[:_LONGEST_KIND] for challenge in offered[:_MOST_KINDS])


class HttpAuth:
    """A name and a password, shown to each host as it asks for them."""

    def __init__(self, name: str, password: str) -> None:
        self._name = name
        self._password = password
        self._asked: dict[Origin, Challenge] = {}

    def __repr__(self) -> str:
        return "<HttpAuth>"

    def header(self, method: str, url: str, origin: Origin) -> str:
        """The value of Authorization for one request."""
        challenge = self._asked.get(origin)
        if challenge is None:
            pair = f"{self._name}:{self._password}".encode()
            return "Basic " + b64encode(pair).decode("ascii")
        return self._digest(challenge, method, target_as_spelled(url))

    def hears(self, origin: Origin, headers: Mapping[str, str]) -> bool:
        """Whether a refusal asks for another answer than it got; only Digest does that."""
        offered = challenges_of(headers.get("www-authenticate", ""))
        kinds = {challenge.kind.lower() for challenge in offered if challenge.is_spoken}
        if DIGEST not in kinds or BASIC in kinds:
            return False
        self._asked[origin] = next(
            challenge
            for challenge in offered
            if challenge.is_spoken and challenge.kind.lower() == DIGEST
        )
        return True

    def _digest(self, challenge: Challenge, method: str, target: str) -> str:
        given = challenge.given
        challenge.uses += 1
        count, own = f"{challenge.uses:08x}", os.urandom(8).hex()
        hashed = _hash_of(challenge.algorithm.removesuffix(_SESSION))
        secret = hashed(f"{self._name}:{given.get('realm', '')}:{self._password}")
        if challenge.algorithm.endswith(_SESSION):
            secret = hashed(f"{secret}:{given['nonce']}:{own}")
        way = f"{count}:{own}:auth:" if "qop" in given else ""
        response = hashed(f"{secret}:{given['nonce']}:{way}{hashed(f'{method}:{target}')}")
        said = [
            self._username(),
            _quote("realm", given.get("realm", "")),
            _quote("nonce", given["nonce"]),
            _quote("uri", target),
            _quote("response", response),
        ]
        if "algorithm" in given:
            said.append(f"algorithm={given['algorithm']}")
        if "opaque" in given:
            said.append(_quote("opaque", given["opaque"]))
        if way or challenge.algorithm.endswith(_SESSION):
            said += ["qop=auth", f"nc={count}", _quote("cnonce", own)]
        return "Digest " + ", ".join(said)

    def _username(self) -> str:
        if self._name.isascii():
            return _quote("username", self._name)
        return f"username*=UTF-8''{quote(self._name, safe='')}"


def _hash_of(algorithm: str) -> Callable[[str], str]:
    name = _HASHES[algorithm]
    return lambda text: hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


def _quote(name: str, value: str) -> str:
    return f'{name}="' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
