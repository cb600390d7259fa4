"""One remote object: get, create, update, delete. Every write is conditional.

Never `If-Match: *` (iCloud reads it backwards), never a write without a condition.
"""

from __future__ import annotations

from email.message import Message as Headers

from lcdesk.model.domain.message import Message
from lcdesk.model.ical.lines import utf8
from lcdesk.sync.dav.addresses import path_of
from lcdesk.sync.dav.refusal import Purpose
from lcdesk.sync.dav.session import MEGABYTE, Answer, Call, Session
from lcdesk.sync.errors import BadAnswer, NoAccess, RefusedObject
from lcdesk.sync.ports import Fetched

CALENDAR = "text/calendar; charset=utf-8"
LARGEST_SENT = 20 * MEGABYTE  # Apple's limit for one event
# Compressed, it may come with another ETag than the one that listings and conditions know.
_PLAIN = {"Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "identity"}
_WRITTEN = (200, 201, 204)


def get(session: Session, href: str, url: str) -> Fetched:
    """One object; `gone` when the server says so, `problem` when only this one is in trouble."""
    path = path_of(href, url)
    call = Call(Purpose.READ, "GET", url, headers=_PLAIN)
    answer = session.exchange(call)
    if answer.status in {404, 410}:
        return Fetched(href, path, gone=True)
    if answer.status != 200:
        return _fetched_with_trouble(session, answer, href, path)
    text = _decode(answer)
    if text.lstrip("\ufeff \r\n\t")[:1] == "<":
        raise session.judge.unreadable(answer.refusal, "a web page instead of calendar text")
    if not text.strip():
        return Fetched(href, path, problem=Message("The server sent an empty event."))
    return Fetched(href, path, etag_of(answer.headers.get("etag", "")), text_of(text))


def _fetched_with_trouble(session: Session, answer: Answer, href: str, path: str) -> Fetched:
    """A refusal that may concern this object only; what concerns the account is raised."""
    error = session.judge.errors_from(answer.refusal)
    is_refusal = answer.status >= 400 and isinstance(error, (NoAccess, BadAnswer))
    if is_refusal or answer.status in {500, 501}:
        return Fetched(href, path, problem=Message("The server does not hand out this event."))
    raise error


def create(session: Session, url: str, text: str) -> str | None:
    """PUT if nothing is there."""
    return _send_put(session, url, text, Purpose.CREATE, {"If-None-Match": "*"})


def update(session: Session, url: str, text: str, etag: str) -> str | None:
    """PUT if it is still the version with this ETag."""
    return _send_put(session, url, text, Purpose.UPDATE, {"If-Match": _condition(etag)})


def delete(session: Session, url: str, etag: str) -> None:
    """DELETE if it is still this version; nobody is mailed about it. Raises Gone."""
    headers = {"If-Match": _condition(etag), "Schedule-Reply": "F"}
    _carry_out(session, Call(Purpose.DELETE, "DELETE", url, headers=headers), *_WRITTEN, 202)


def _send_put(
    session: Session, url: str, text: str, purpose: Purpose, condition: dict[str, str]
) -> str | None:
    body = text.encode()
    if len(body) > LARGEST_SENT:
        raise RefusedObject(
            Message(
                "This event is larger than calendar servers accept. It is kept here only. "
                "Remove attachments or shorten its notes."
            ),
            method="PUT",
            address=url,
        )
    call = Call(purpose, "PUT", url, body, {"Content-Type": CALENDAR, **condition})
    answer = _carry_out(session, call, *_WRITTEN)
    etag = etag_of(answer.headers.get("etag", ""))
    return etag if etag and not etag.startswith("W/") else None


def _carry_out(session: Session, call: Call, *good: int) -> Answer:
    """A write that the server has done; a hotel's sign-in page says 200 to it as well."""
    answer = session.demand(call, *good)
    if answer.status == 200 and _is_web_page(answer):
        raise session.judge.unreadable(answer.refusal, "a web page instead of a confirmation")
    return answer


def _is_web_page(answer: Answer) -> bool:
    start = answer.body[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    is_named = answer.headers.get("content-type", "").lower().startswith("text/html")
    return bool(start) and (is_named or start.startswith((b"<!doctype html", b"<html")))


def etag_of(spelled: str) -> str | None:
    """An ETag as it will be compared and sent back: quoted, or weak, or None."""
    etag = spelled.strip()
    if not etag:
        return None
    is_whole = etag.endswith('"') and etag.removeprefix("W/").startswith('"')
    return etag if is_whole else f'"{etag.strip(chr(34))}"'


def text_of(text: str) -> str:
    """Calendar text with the line ends it should have; XML turns them into line feeds."""
    return text if "\r\n" in text else text.replace("\n", "\r\n")


def _condition(etag: str) -> str:
    """The value of If-Match. A weak ETag never matches by the rules, its strong form may."""
    strong = etag_of(etag.strip().removeprefix("W/"))
    if strong is None or strong in {'"*"', '""'}:
        raise ValueError("a write needs the ETag of the version it replaces")
    return strong


def _decode(answer: Answer) -> str:
    """UTF-8, or what the server says, or at worst a text with wrong accents."""
    header = Headers()
    header["content-type"] = answer.headers.get("content-type", "")
    try:
        return utf8(answer.body)
    except UnicodeDecodeError:
        charset = str(header.get_param("charset") or "latin-1")
    try:
        return answer.body.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return answer.body.decode("latin-1")
