"""The look-alike's account for a plain client, without sockets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lcdesk.model.domain.accounts import Provider
from tests.fakes.icloud.server import ICloud
from tests.fakes.loopback import Seen
from tests.servers import Account, PlainAnswer


@dataclass(frozen=True, slots=True)
class DirectAccount(Account):
    """Asks the look-alike itself what it holds."""

    icloud: ICloud = field(kw_only=True)

    @classmethod
    def of(cls, icloud: ICloud) -> DirectAccount:
        """The one account of this look-alike."""
        return cls(icloud.root, icloud.home.path, provider=Provider.ICLOUD, icloud=icloud)

    def carry(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> PlainAnswer:
        """One request as it is, at the pool host."""
        named = {"user-agent": "tests", **{key.lower(): value for key, value in headers.items()}}
        reply = self.icloud.answer(self.icloud.pool, Seen(method, path, named, body))
        given = {key.lower(): value for key, value in reply.headers.items()}
        return PlainAnswer(reply.status, given, reply.body)
