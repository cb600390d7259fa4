"""Reads DAV:multistatus while it arrives, one response at a time, and DAV:error bodies.

Namespace-aware, since iCloud uses no prefixes and wraps calendar text in CDATA. A document type
is refused, so there are no entities to expand; depth, size of one response and their number
are bounded. Only properties inside a 2xx propstat are ever seen by the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

from lcdesk.sync.dav.addresses import escape_href

_DAV = "{DAV:}"
_RESPONSE, _TOKEN = f"{_DAV}response", f"{_DAV}sync-token"
_HREF, _STATUS, _ERROR = f"{_DAV}href", f"{_DAV}status", f"{_DAV}error"
_PROPSTAT, _PROP = f"{_DAV}propstat", f"{_DAV}prop"
_DEEPEST = 40
_MOST_NODES = 20_000  # within one response, attributes included
_LONGEST_NAME = 1_000  # letters of an element or attribute
_LONGEST_TAG = 100_000  # bytes; expat before 2.6 looks at an unfinished one anew with every piece


class BadXml(Exception):
    """The text is not the XML that was asked for."""


class BrokenXml(BadXml):
    """It began as multistatus but is not well-formed; another way to read may work."""


class Node:
    """An element of one response."""

    __slots__ = ("attributes", "children", "tag", "texts")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node] = []
        self.texts: list[str] = []

    @property
    def text(self) -> str:
        """Its own character data, CDATA included."""
        return "".join(self.texts)

    def all(self, tag: str) -> Iterator[Node]:
        """The children with this name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Node | None:
        """The first child with this name."""
        return next(self.all(tag), None)

    def value(self, tag: str) -> str:
        """The stripped text of the first child with this name, or ""."""
        for child in self.children:
            if child.tag == tag:
                return child.text.strip()
        return ""


@dataclass(frozen=True, slots=True)
class Answered:
    """One DAV:response: the properties that were found, or a status of its own."""

    href: str
    status: int | None
    found: Mapping[str, Node]
    preconditions: tuple[str, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether the server says that there is nothing here."""
        return self.status in {404, 410}

    def text(self, tag: str) -> str:
        """The stripped text of a found property, or ""."""
        node = self.found.get(tag)
        return node.text.strip() if node is not None else ""

    def hrefs(self, tag: str) -> tuple[str, ...]:
        """The addresses inside a found property, or the one that stands there without a tag."""
        node = self.found.get(tag)
        if node is None:
            return ()
        named = [child.text.strip() for child in node.all(_HREF)] or [node.text.strip()]
        return tuple(filter(None, named))


class MultistatusReader:
    """Push parser: `feed` what arrives, `finish` at the end; BadXml when it is anything else."""

    def __init__(self, heard: Callable[[Answered], None]) -> None:
        self.token: str | None = None
        self._heard = heard
        self._open: list[Node] = []
        self._nodes = 0
        self._fed = 0
        self._begun = self._ended = False
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes | bytearray) -> None:
        """Take the next bytes."""
        self._parse(piece, is_last=False)

    def finish(self) -> None:
        """The answer is over; complain when the document is not."""
        if not self._ended:
            raise BadXml("the answer ends early")
        self._parse(b"", is_last=True)

    def _parse(self, piece: bytes | bytearray, *, is_last: bool) -> None:
        self._fed += len(piece)
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            kind = BrokenXml if self._begun else BadXml
            raise kind(expat.errors.messages.get(error.code, "not well-formed")) from None
        except (ValueError, LookupError):  # expat's words for an encoding that it cannot read
            raise BadXml("an encoding that cannot be read, or an address that is none") from None
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise BadXml("a tag or comment that does not end")

    def _doctype(self, *_: object) -> None:
        raise BadXml("a document type is not accepted")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if any(len(text) > _LONGEST_NAME for text in (name, *attributes)):
            raise BadXml("a name that is too long")
        tag = _clark(name)
        if not self._begun:
            self._begin(tag)
            return
        self._nodes += 1 + len(attributes)
        if len(self._open) >= _DEEPEST or self._nodes > _MOST_NODES:
            raise BadXml("nested too deeply or too large")
        node = Node(tag, attributes)
        if self._open:
            self._open[-1].children.append(node)
        self._open.append(node)

    def _begin(self, tag: str) -> None:
        if tag != f"{_DAV}multistatus":
            raise BadXml("not a multistatus answer")
        self._begun = True

    def _end(self, _name: str) -> None:
        if not self._open:
            self._ended = True
            return
        node = self._open.pop()
        if not self._open:
            self._nodes = 0
            self._complete(node)

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text)

    def _complete(self, node: Node) -> None:
        if node.tag == _TOKEN:
            self.token = node.text.strip() or None
        elif node.tag == _RESPONSE:
            for answered in _answers(node):
                self._heard(answered)


def preconditions_of(body: bytes) -> tuple[str, ...]:
    """The names inside a DAV:error document; nothing when the body is anything else."""
    found: list[str] = []
    depth = 0

    def start(name: str, _: object) -> None:
        nonlocal depth
        if depth == 0 and _clark(name) != f"{_DAV}error":
            raise BadXml("not an error document")
        if depth == 1:
            found.append(_clark(name))
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise BadXml("a document type is not accepted")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError, BadXml):
        return ()
    return tuple(found)


def _answers(node: Node) -> Iterator[Answered]:
    """A response may name several hrefs that share one status."""
    hrefs: list[str] = []
    status: int | None = None
    names: tuple[str, ...] = ()
    found: dict[str, Node] = {}
    for child in node.children:
        if child.tag == _HREF:
            hrefs.append(escape_href(child.text.strip()))
        elif child.tag == _PROPSTAT:
            _take_found(child, found)
        elif child.tag == _STATUS and status is None:
            status = _code(child.text)
        elif child.tag == _ERROR and not names:
            names = tuple(grandchild.tag for grandchild in child.children)
    return (Answered(href, status, found, names) for href in hrefs if href)


def _take_found(part: Node, found: dict[str, Node]) -> None:
    line = part.value(_STATUS)
    if not line or 200 <= _code(line) < 300:
        for group in part.children:
            if group.tag == _PROP:
                for child in group.children:
                    found[child.tag] = child


def _code(line: str) -> int:
    """The number in "HTTP/1.1 404 Not Found"; 0 when there is none, which is never good."""
    words = line.split(None, 2)
    number = words[1] if len(words) > 1 else ""
    return int(number) if len(number) == 3 and number.isascii() and number.isdigit() else 0


@lru_cache(maxsize=256)
def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
