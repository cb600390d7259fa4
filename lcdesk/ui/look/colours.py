"""Arithmetic on `#rrggbb` colours: contrast, readable text, a calendar's tones.

Plain Python, so that every promise about contrast can be tested without a screen.
Contrast is WCAG 2.2's relative-luminance ratio (1 to 21).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

READABLE = 4.5  # WCAG AA for body text
VISIBLE = 3.0  # WCAG AA for signs and edges

Rgb = tuple[int, int, int]
FALLBACK: Rgb = (0x8E, 0x8E, 0x93)

CALENDAR_COLOURS: tuple[tuple[str, str], ...] = (
    ("Blueberry", "#2f6fde"),
    ("Sky", "#1b9ad6"),
    ("Lagoon", "#0f9b8e"),
    ("Basil", "#2e9e4f"),
    ("Moss", "#7a9a1f"),
    ("Honey", "#d9a400"),
    ("Apricot", "#ee8a1d"),
    ("Brick", "#d9482f"),
    ("Raspberry", "#d63a74"),
    ("Plum", "#a347ba"),
    ("Iris", "#6c5ce0"),
    ("Slate", "#64748b"),
)


class Scheme(Enum):
    """Whether colours stand on a light or a dark ground."""

    LIGHT = auto()
    DARK = auto()


@dataclass(frozen=True, slots=True)
class Tones:
    """What one calendar colour becomes inside a grid: every text is readable on its fill."""

    fill: str
    stripe: str
    text: str
    quiet: str  # second line: still readable, but steps back
    solid: str  # fill of the selected block
    on_solid: str


def parse(colour: str) -> Rgb:
    """The channels of `#rgb`, `#rrggbb` or Apple's `#rrggbbaa`; a neutral grey if unreadable."""
    digits = colour.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    try:
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return FALLBACK
    return red, green, blue


def to_hex(rgb: Rgb) -> str:
    """The `#rrggbb` text of three channels."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours; the order does not matter."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` stirred in."""
    pairs = zip(parse(one), parse(other), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return to_hex((red, green, blue))


def readable_on(fill: str) -> str:
    """Near-black or white, whichever reads better on `fill`; black where neither reaches 4.5."""
    for text in ("#ffffff", "#1d1d1f"):
        if contrast(text, fill) >= READABLE:
            return text
    return "#000000"  # black or white always reaches 4.58, so black does here


def adapt(colour: str, ground: str, *, least: float = READABLE) -> str:
    """`colour`, moved towards black or white just as far as `ground` asks for contrast."""
    target = "#000000" if contrast("#000000", ground) > contrast("#ffffff", ground) else "#ffffff"
    for step in range(21):
        candidate = mix(colour, target, step / 20)
        if contrast(candidate, ground) >= least:
            return candidate
    return target


@lru_cache(maxsize=512)
def tones(colour: str, ground: str, scheme: Scheme, *, strength: float = 1.0) -> Tones:
    """The tones of a calendar's colour on `ground`; a `strength` below 1 makes them paler."""
    share = (0.22 if scheme is Scheme.LIGHT else 0.34) * strength
    fill = mix(ground, colour, share)
    stripe = mix(ground, adapt(colour, ground, least=1.8), 0.45 + 0.55 * strength)
    ink = mix(colour, "#000000" if scheme is Scheme.LIGHT else "#ffffff", 0.45)
    text = adapt(ink, fill, least=7.0 if strength >= 1.0 else READABLE)
    solid = adapt(colour, "#ffffff", least=READABLE)
    return Tones(fill, stripe, text, adapt(ink, fill), solid, "#ffffff")


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
