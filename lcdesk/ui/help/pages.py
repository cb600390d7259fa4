"""The pages of the guide: files of Markdown that are shipped with lcdesk.

English is complete. Other languages have pages under the same names and with the same
headings in the same order, so that what leads to a heading leads there in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INDEX = "index.md"
_ENGLISH = "en"
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_FENCE = "```"
_NO_PART_OF_AN_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page; `level` 1 is the page's title."""

    level: int
    title: str

    @property
    def anchor(self) -> str:
        """How a link names it, as code hosts do: lower case, hyphens, no other signs."""
        return _NO_PART_OF_AN_ANCHOR.sub("", self.title.lower()).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; its pictures are named from `folder`."""

    name: str
    language: str
    folder: Path
    text: str

    @property
    def headings(self) -> tuple[Heading, ...]:
        """In the order of the page."""
        return tuple(_headings(self.text))

    @property
    def title(self) -> str:
        """The page's own heading."""
        return self.headings[0].title


class Guide:
    """The pages below one folder, in a language as far as they are translated."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language

    def page(self, name: str) -> Page:
        """The page of that name, in English where there is no other. Raises KeyError."""
        for language in (self._language, _ENGLISH):
            folder = self._folder if language == _ENGLISH else self._folder / language
            file = folder / name
            if file.is_file():
                return Page(name, language, folder, file.read_text(encoding="utf-8"))
        raise KeyError(name)

    def names(self) -> list[str]:
        """Every page there is."""
        return sorted(file.name for file in self._folder.glob("*.md"))

    def heading_at(self, page: Page, anchor: str) -> int | None:
        """Which heading of the page, from 0, an anchor means; None where it means none.

        An anchor of the page's own language, or the one that the English page has there.
        """
        for known in (page, Guide(self._folder, _ENGLISH).page(page.name)):
            anchors = [heading.anchor for heading in known.headings]
            if anchor in anchors:
                return anchors.index(anchor)
        return None


def split_link(link: str) -> tuple[str, str]:
    """The page and the anchor of a link between pages; the page is empty for this very one.

    Pages are known by their names: a link from a translated page to an English one names a folder,
    which would be wrong once that page is translated too.
    """
    path, _, anchor = link.partition("#")
    return path.rpartition("/")[2], anchor


def _headings(text: str) -> Iterator[Heading]:
    is_code = False
    for line in text.splitlines():
        if line.startswith(_FENCE):
            is_code = not is_code
        found = None if is_code else _HEADING.fullmatch(line)
        if found is not None:
            yield Heading(len(found[1]), found[2].replace("`", ""))
