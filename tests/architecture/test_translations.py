"""Texts for people are written so that a translation is found for them, and translations fit."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from translations import FOLDER, LANGUAGES, Reader, Text, all_files, texts

_PLACE = re.compile(r"\{\w*\}|%n|%\d")
_SERVER = re.compile(r"\{([Pp]lace|[Tt]here)\}")


@pytest.mark.parametrize("file", all_files(), ids=lambda file: str(file.name))
def test_a_text_was_put_together_or_worded_too_early(file: Path) -> None:
    assert Reader(file).unreadable == []


def _translated(language: str) -> Iterator[tuple[str, str]]:
    for message in ET.parse(FOLDER / f"lcdesk_{language}.ts").getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for text in forms or [translation.text or ""]:
            if text:
                yield source, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_stays_english_in_another_language(language: str) -> None:
    """What `make translations` lists, together with what it has not been run for yet."""
    done = set()
    for context in ET.parse(FOLDER / f"lcdesk_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")]
            if "type" not in translation.attrib and all(forms or [translation.text]):
                name, source = context.findtext("name") or "", message.findtext("source") or ""
                done.add(Text(name, source, is_plural=bool(forms)))
    assert sorted(texts(all_files()) - done) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_kept_of_what_nobody_says_any_more(language: str) -> None:
    kept = {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(FOLDER / f"lcdesk_{language}.ts").getroot().iter("context")
        for message in context.iter("message")
    }
    assert sorted(kept - {(text.context, text.source) for text in texts(all_files())}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_what_is_not_there_or_leaves_something_out(language: str) -> None:
    """A form for one thing may leave out the number; a server may stand in another case."""
    wrong = []
    for source, text in _translated(language):
        wanted, found = (
            set(_PLACE.findall(_SERVER.sub("{place}", each))) for each in (source, text)
        )
        if found - wanted or (wanted - found) - {"{n}", "%n"}:
            wrong.append(f"{source} | {text}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_dots_and_blanks_at_the_ends_are_kept(language: str) -> None:
    def ends(text: str) -> tuple[bool, bool, bool, bool]:
        return text.startswith(" "), text.endswith(" "), text.endswith("…"), text.endswith(".")

    wrong = [f"{a} | {b}" for a, b in _translated(language) if ends(a) != ends(b)]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ('def f(self): tr("Name")', True),
        ('def f(self): tr(f"Name {x}")', False),
        ('def f(self): tr("Name " + x)', False),
        ('TITLE = tr("Name")', False),
        ('TITLE = mark("Name")', True),
        ("def f(self): tr(TITLE)", True),
        ('def f(self): tr("A" if x else "B")', True),
        ('def f(self): raise Refused(Message(f"{x} is busy"))', False),
        ('def f(self): raise Refused(Message("{x} is busy", x=x))', True),
        ('TITLE = Message("Busy")', True),
        ("def f(self): return owner.tr('Name')", False),
    ],
)
def test_a_text_without_translation_is_found(tmp_path: Path, line: str, is_read: bool) -> None:
    file = tmp_path / "texts.py"
    file.write_text(line, encoding="utf-8")
    assert (Reader(file).unreadable == []) is is_read
