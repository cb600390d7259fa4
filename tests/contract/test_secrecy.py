"""The password goes to the server and nowhere else; messages are for people."""

from __future__ import annotations

import base64
import logging
import traceback
from contextlib import suppress
from pathlib import Path

import pytest

from lcdesk.sync.errors import RemoteError
from tests.contract.conftest import Opening, Serving
from tests.fakes.loopback import XML, Reply
from tests.servers import EMAIL, PASSWORD

WORK = "/7/calendars/work/"


class TestSecrecy:
    FAULTS = (
        Reply(401),
        Reply(403),
        Reply(404),
        Reply(412),
        Reply(429),
        Reply(500),
        Reply(200, b"<html>"),
        Reply(302, b"", {"Location": "https://example.org/"}),
        Reply(207, b"<multistatus", XML),
        Reply(is_silent=True),
    )

    def test_the_password_is_in_no_text(
        self, serve: Serving, opened: Opening, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        basic = base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()
        texts = []
        urls = [serve(reply).url for reply in self.FAULTS] + ["http://127.0.0.1:1/"]
        for url in urls:
            remote = opened(url)
            texts.append(repr(remote) + repr(vars(remote)))
            for ask in (
                remote.discover,
                lambda: remote.listing(WORK),  # noqa: B023 - called at once
                lambda: remote.create(f"{WORK}a.ics", "x"),  # noqa: B023 - called at once
                lambda: remote.delete(f"{WORK}a.ics", '"1"'),  # noqa: B023 - called at once
            ):
                texts.append(_everything_said_by(ask))
        texts += [record.getMessage() for record in caplog.records]
        everything = "\n".join(texts)
        assert "127.0.0.1" in everything
        assert PASSWORD not in everything
        assert basic not in everything
        assert "Basic " not in everything

    def test_messages_are_for_people(self, serve: Serving, opened: Opening) -> None:
        for reply in self.FAULTS:
            remote = opened(serve(reply).url)
            for ask in (remote.discover, lambda: remote.update(f"{WORK}a.ics", "x", "1")):  # noqa: B023 - called at once
                if reply.status == 200 and ask != remote.discover:
                    continue  # a write that a server calls done is done
                with pytest.raises(RemoteError) as error:
                    ask()
                said = f"{error.value.title} {error.value.message}"
                assert str(reply.status) not in said
                assert "http" not in said.lower()
                assert error.value.message.endswith(".")


def test_a_netrc_file_is_not_read(
    serve: Serving, opened: Opening, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir(parents=True, exist_ok=True)
    netrc = home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login other password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server = serve(Reply(404))
    remote = opened(server.url)
    for ask in (remote.discover, lambda: remote.get(f"{WORK}a.ics")):
        with suppress(RemoteError):
            ask()
    basic = base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()
    assert {seen.headers["authorization"] for seen in server.seen} == {f"Basic {basic}"}


def _everything_said_by(ask: object) -> str:
    """Text, arguments, attributes and traceback of the error and of what it is chained to."""
    try:
        ask()  # type: ignore[operator]  # any call
    except RemoteError as error:
        texts = ["".join(traceback.format_exception(error))]
        link: BaseException | None = error
        while link is not None:
            texts += [repr(link), repr(vars(link)), repr(link.args)]
            link = link.__cause__ or link.__context__
        return "\n".join(texts)
    return ""
