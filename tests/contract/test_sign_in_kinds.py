"""Servers that want the password in another way than Basic, or want no password at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest

from lcdesk.sync.dav.http_auth import challenges_of, unspoken_kinds
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import ForeignHost, RemoteError, SignInRefused, SignInUnknown
from tests.contract.conftest import Opening, Serving
from tests.contract.test_report_faults import WORK, member, token
from tests.fakes.loopback import Reply, Seen
from tests.servers import EMAIL, PASSWORD

REALM = 'The "realm"'
QUOTED = REALM.replace('"', '\\"')
HASHES = {"MD5": "md5", "SHA-256": "sha256", "MD5-sess": "md5", "SHA-256-sess": "sha256"}


class DigestServer:
    """Takes Digest only; a nonce is good for so many requests."""

    def __init__(self, algorithm: str = "", qop: str = "auth", uses: int = 1_000) -> None:
        self.algorithm = algorithm
        self.qop = qop
        self.uses = uses
        self.nonces = 0
        self.counts: list[str] = []
        self.good = Reply.multistatus(member("a.ics") + token("t"))

    def __call__(self, seen: Seen) -> Reply:
        if self._is_good(seen):
            return self.good if seen.method == "REPORT" else Reply(201, b"", {"ETag": '"1"'})
        self.nonces += 1
        self.counts = []
        asked = f'Digest realm="{QUOTED}", nonce="n{self.nonces}", opaque="o,p"'
        asked += f", algorithm={self.algorithm}" if self.algorithm else ""
        asked += f', qop="{self.qop}"' if self.qop else ""
        return Reply(401, b"", {"WWW-Authenticate": asked})

    def _is_good(self, seen: Seen) -> bool:
        header = seen.headers["authorization"]
        if not header.startswith("Digest "):
            return False
        found = dict(re.findall(r'(\w+)=((?:"(?:[^"\\]|\\.)*"|[^,]+))', header))
        said = {name: value.strip('"') for name, value in found.items()}

        def hashed(text: str) -> str:
            return hashlib.new(HASHES[self.algorithm or "MD5"], text.encode()).hexdigest()

        secret = hashed(f"{EMAIL}:{REALM}:{PASSWORD}")
        if self.algorithm.endswith("-sess"):
            secret = hashed(f"{secret}:{said['nonce']}:{said['cnonce']}")
        way = f"{said['nc']}:{said['cnonce']}:auth:" if self.qop else ""
        wanted = hashed(f"{secret}:{said['nonce']}:{way}{hashed(f'{seen.method}:{seen.path}')}")
        is_fresh = said["nonce"] == f"n{self.nonces}" and len(self.counts) < self.uses
        is_first = not self.qop or said["nc"] not in self.counts
        self.counts.append(said.get("nc", ""))
        is_whole = said["opaque"] == "o,p" and said["uri"] == seen.path
        return is_fresh and is_first and is_whole and said["response"] == wanted


@pytest.mark.parametrize("algorithm", ["", *HASHES])
@pytest.mark.parametrize("qop", ["auth", "auth,auth-int", ""])
def test_digest(serve: Serving, opened: Opening, algorithm: str, qop: str) -> None:
    if algorithm.endswith("-sess") and not qop:
        qop = "auth-int, auth"
    server = serve(DigestServer(algorithm, qop))
    remote = opened(server.url)
    assert len(remote.listing(WORK).members) == 1
    assert remote.create(f"{WORK}b%40c.ics", "x") == '"1"'
    assert len(server.seen) == 3, "asked for once, then shown at once"
    assert server.seen[-1].body == b"x"


def test_a_nonce_that_is_used_up(serve: Serving, opened: Opening) -> None:
    server = serve(DigestServer(uses=2))
    remote = opened(server.url)
    for number in range(5):
        assert remote.create(f"{WORK}{number}.ics", "x") == '"1"'
    assert len(server.seen) == 8


def test_a_wrong_password_is_refused_as_one(serve: Serving, opened: Opening) -> None:
    server = serve(DigestServer())
    with pytest.raises(SignInRefused) as refused:
        opened(server.url, password="wrong").listing(WORK)
    assert len(server.seen) == 2
    assert "wrong" not in str(refused.value)


def test_a_digest_goes_to_no_other_host(serve: Serving, opened: Opening) -> None:
    foreign = serve(DigestServer())
    asks = DigestServer()

    def answer(seen: Seen) -> Reply:
        if seen.headers["authorization"].startswith("Digest"):
            return Reply(307, b"", {"Location": f"{foreign.url}7/calendars/work/"})
        return asks(seen)

    with pytest.raises(ForeignHost):
        opened(serve(answer).url).listing(WORK)
    assert foreign.seen == []


@pytest.mark.parametrize(
    ("offered", "named"),
    [
        ("Bearer", "Bearer"),
        ('Bearer realm="x, y", error="invalid_token"', "Bearer"),
        ("Negotiate, NTLM", "Negotiate, NTLM"),
        ("Negotiate dG9rZW4=", "Negotiate"),
        ('Digest realm="x", nonce="n", algorithm=SHA-512-256, qop="auth"', "Digest"),
        ('Digest realm="x", nonce="n", qop="auth-int"', "Digest"),
    ],
)
@pytest.mark.parametrize(
    "ask", [lambda remote: remote.listing(WORK), lambda remote: remote.discover()]
)
def test_a_kind_that_is_not_spoken_is_named(
    serve: Serving,
    opened: Opening,
    ask: Callable[[DavRemote], object],
    offered: str,
    named: str,
) -> None:
    server = serve(Reply(401, b"", {"WWW-Authenticate": offered}))
    with pytest.raises(SignInUnknown) as refused:
        ask(opened(server.url))
    assert f"({named})" in refused.value.message
    assert "password again" not in refused.value.message
    assert len(server.seen) == 1


@pytest.mark.parametrize("offered", ["", 'Basic realm="x"', 'Bearer, Basic realm="x"'])
def test_a_refused_password_stays_one(serve: Serving, opened: Opening, offered: str) -> None:
    headers = {"WWW-Authenticate": offered} if offered else {}
    server = serve(Reply(401, b"", headers))
    with pytest.raises(RemoteError) as refused:
        opened(server.url).listing(WORK)
    assert isinstance(refused.value, SignInRefused)
    assert len(server.seen) == 1


def test_several_challenges_in_one_header() -> None:
    offered = 'Bearer realm="a, b=c", Digest realm="x\\"y", nonce=n , Basic'
    assert [(challenge.kind, challenge.given) for challenge in challenges_of(offered)] == [
        ("Bearer", {"realm": "a, b=c"}),
        ("Digest", {"realm": 'x"y', "nonce": "n"}),
        ("Basic", {}),
    ]
    assert unspoken_kinds(offered) == ()
