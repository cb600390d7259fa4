"""The promises about contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.look import palette as colours
from lcdesk.ui.look.palette import DARK, LIGHT, READABLE, Palette, Scheme

any_colour = st.tuples(*[st.integers(0, 255)] * 3).map(colours.to_hex)
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_agrees_with_the_definition() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("text", "rgb"),
    [
        ("#abc", (0xAA, 0xBB, 0xCC)),
        ("#1BADF8FF", (0x1B, 0xAD, 0xF8)),
        ("nonsense", (142, 142, 147)),
    ],
)
def test_colours_of_other_programs_are_read(text: str, rgb: tuple[int, int, int]) -> None:
    assert colours.parse(text) == rgb


@given(any_colour)
def test_readable_text_exists_on_any_fill(fill: str) -> None:
    assert colours.contrast(colours.readable_on(fill), fill) >= READABLE


@given(any_colour, any_colour)
def test_an_adapted_colour_reads_on_its_ground(colour: str, ground: str) -> None:
    assert colours.contrast(colours.adapt(colour, ground), ground) >= READABLE


@given(any_colour, st.sampled_from([LIGHT, DARK]), st.sampled_from([1.0, 0.55]))
def test_all_tones_of_any_calendar_are_readable(
    colour: str, palette: Palette, strength: float
) -> None:
    tones = colours.tones(colour, palette.surface, palette.scheme, strength=strength)
    assert colours.contrast(tones.text, tones.fill) >= READABLE
    assert colours.contrast(tones.quiet, tones.fill) >= READABLE
    assert colours.contrast(tones.on_solid, tones.solid) >= READABLE


def test_there_are_twelve_different_calendar_colours() -> None:
    assert len({colour for _, colour in colours.CALENDAR_COLOURS}) == 12
    assert len({name for name, _ in colours.CALENDAR_COLOURS}) == 12


@PALETTES
def test_text_reads_on_every_ground_it_stands_on(palette: Palette) -> None:
    grounds = (palette.window, palette.panel, palette.surface, palette.closed, palette.today)
    texts = (palette.text, palette.quiet_text, palette.danger, palette.warning, palette.good)
    for ground in grounds:
        for text in texts:
            assert colours.contrast(text, ground) >= READABLE, (text, ground)
    assert colours.contrast(palette.on_accent, palette.accent) >= READABLE
    assert colours.contrast(palette.mirrored_text, palette.mirrored) >= READABLE


@PALETTES
def test_accent_and_now_line_are_seen(palette: Palette) -> None:
    for ground in (palette.surface, palette.closed, palette.today, palette.panel):
        assert colours.contrast(palette.accent, ground) >= colours.VISIBLE
        assert colours.contrast(palette.now, ground) >= colours.VISIBLE


def test_the_palettes_say_what_they_are() -> None:
    assert (LIGHT.scheme, DARK.scheme) == (Scheme.LIGHT, Scheme.DARK)
