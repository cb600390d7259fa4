"""The guide leads somewhere: every page, heading, link and picture is there, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lcdesk.paths import guide_dir, resources_dir
from lcdesk.ui.help.pages import INDEX, Guide, Page, split_link
from lcdesk.ui.help.places import PLACES
from lcdesk.ui.window.actions import keys_of, menus, sequences, text_of

FOLDER = guide_dir()
LANGUAGES = ("en", *sorted(folder.name for folder in FOLDER.iterdir() if (folder / INDEX).exists()))
GUIDE = Guide(FOLDER, "en")
PAGES = [
    pytest.param(Guide(FOLDER, language).page(name), id=f"{language}/{name}")
    for language in LANGUAGES
    for name in GUIDE.names()
    if Guide(FOLDER, language).page(name).language == language
]
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")


def links(page: Page) -> list[str]:
    return [link for sign, link in LINK.findall(page.text) if not sign]


def inside(page: Page) -> list[str]:
    return [link for link in links(page) if "://" not in link]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_and_a_heading_of_it(page: Page) -> None:
    guide = Guide(FOLDER, page.language)
    for link in inside(page):
        path, _, _ = link.partition("#")
        assert not path or (page.folder / path).resolve().is_file(), link
        name, anchor = split_link(link)
        there = guide.page(name or page.name)
        # The page's own anchors only: the same file is read on a code host, which knows no others.
        assert not anchor or anchor in [heading.anchor for heading in there.headings], link


@pytest.mark.parametrize("page", PAGES)
def test_addresses_outside_are_encrypted(page: Page) -> None:
    outside = [link for link in links(page) if "://" in link]
    assert [link for link in outside if not link.startswith("https://")] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_there_for_light_and_dark_and_says_what_it_shows(page: Page) -> None:
    for words, picture in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.text):
        assert len(words) > 10
        for file in (
            page.folder / picture,
            (page.folder / picture).with_stem(f"{Path(picture).stem}-dark"),
        ):
            assert not QImage(str(file)).isNull(), file


@pytest.mark.parametrize("page", PAGES)
def test_a_translated_page_has_the_headings_of_the_english_one(page: Page) -> None:
    levels = [heading.level for heading in page.headings]
    assert levels == [heading.level for heading in GUIDE.page(page.name).headings]
    anchors = [heading.anchor for heading in page.headings]
    assert len(set(anchors)) == len(anchors)
    assert (levels[0], levels.count(1)) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_reached_from_the_contents(language: str) -> None:
    guide = Guide(FOLDER, language)
    found, ahead = {INDEX}, [INDEX]
    while ahead:
        page = guide.page(ahead.pop())
        names = {split_link(link)[0] or page.name for link in inside(page)}
        ahead += names - found
        found |= names
    assert sorted(found) == GUIDE.names()


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_a_page_and_a_heading_in_every_language(place: str) -> None:
    name, anchor = split_link(PLACES[place])
    for language in LANGUAGES:
        guide = Guide(FOLDER, language)
        at = guide.heading_at(guide.page(name), anchor)
        assert (at is None) is (anchor == "")


def test_every_page_is_the_answer_of_some_place_or_a_reference() -> None:
    answers = {split_link(link)[0] for link in PLACES.values()}
    assert set(GUIDE.names()) - answers == {"command-line.md"}


def test_places_are_widgets_that_are_there() -> None:
    sources = Path(__file__).parents[3] / "lcdesk" / "ui"
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for file in sources.rglob("*.py")
        if file.parent.name != "help" or file.name == "reader.py"
    )
    made_up = (
        "calendar_import_dialog",
        "contact_import_dialog",
    )  # of what is imported, and "_dialog"
    assert [place for place in PLACES if f'"{place}"' not in code and place not in made_up] == []


def test_the_page_of_keys_says_the_keys_of_the_window() -> None:
    text = GUIDE.page("keys.md").text.partition("## In the week")[0]
    rows = dict(re.findall(r"^\| ([A-Z].+?) \| (.+?) \|$", text, re.MULTILINE))
    keys = {
        text_of(spec).removesuffix("…"): keys_of(sequences(spec))
        for _, specs in menus()
        for spec in specs
    }
    assert set(rows) == {name for name, said in keys.items() if said}
    for name, said in rows.items():  # platforms have more of their own
        assert said in keys[name] or set(said.split(", ")) <= set(keys[name].split(", ")), name


def test_every_page_speaks_german() -> None:
    assert {Guide(FOLDER, "de").page(name).language for name in GUIDE.names()} == {"de"}


def test_the_german_keys_are_the_english_ones_by_their_german_names() -> None:
    german = {
        "Ctrl": "Strg",
        "Shift": "Umschalt",
        "Left": "Links",
        "Right": "Rechts",
        "Space": "Leertaste",
    }
    row = re.compile(r"^\| ([A-ZÄÖÜ].+?) \| (.+?) \|$", re.MULTILINE)
    english, there = (
        [keys for _, keys in row.findall(guide.page("keys.md").text.partition("## In ")[0])]
        for guide in (GUIDE, Guide(FOLDER, "de"))
    )
    assert [re.sub("|".join(german), lambda key: german[key[0]], keys) for keys in english] == there


def test_the_guide_is_packed_beside_the_resources() -> None:
    assert not (resources_dir() / "guide").exists()  # in a checkout there is one of it
    project = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"docs/guide" = "lcdesk/resources/guide"' in project
