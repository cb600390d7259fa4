"""The window's named colours in light and dark, and the arithmetic of their contrast.

Widgets ask for a colour by its purpose ("line", "quiet_text"), never by its shade. Contrast is
WCAG 2.2's relative-luminance ratio (1 to 21); its arithmetic is plain Python on `#rrggbb`, so that
every promise about it can be tested without a screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtGui import QColor

READABLE = 4.5  # WCAG AA for body text
VISIBLE = 3.0  # WCAG AA for signs and edges
SHARP = 7.0  # WCAG AAA for body text, where more contrast is asked for

Rgb = tuple[int, int, int]
FALLBACK: Rgb = (0x8E, 0x8E, 0x93)


def mark(name: str) -> str:
    """As that of `ui/wording`, which stands above: a name that is worded where it is shown."""
    return name


CALENDAR_COLOURS: tuple[tuple[str, str], ...] = (
    (mark("Blueberry"), "#2f6fde"),
    (mark("Sky"), "#1b9ad6"),
    (mark("Lagoon"), "#0f9b8e"),
    (mark("Basil"), "#2e9e4f"),
    (mark("Moss"), "#7a9a1f"),
    (mark("Honey"), "#d9a400"),
    (mark("Apricot"), "#ee8a1d"),
    (mark("Brick"), "#d9482f"),
    (mark("Raspberry"), "#d63a74"),
    (mark("Plum"), "#a347ba"),
    (mark("Iris"), "#6c5ce0"),
    (mark("Slate"), "#64748b"),
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


@lru_cache(maxsize=2048)
def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` stirred in."""
    pairs = zip(parse(one), parse(other), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return to_hex((red, green, blue))


@lru_cache(maxsize=2048)
def readable_on(fill: str) -> str:
    """Near-black or white, whichever reads better on `fill`; black where neither reaches 4.5."""
    for text in ("#ffffff", "#1d1d1f"):
        if contrast(text, fill) >= READABLE:
            return text
    return "#000000"  # black or white always reaches 4.58, so black does here


@lru_cache(maxsize=2048)
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


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by purpose, as `#rrggbb`. One value for light, one for dark."""

    scheme: Scheme
    window: str  # behind everything
    panel: str  # sidebars, cards, headers
    surface: str  # where one works: open hours, fields
    closed: str  # hours and days outside working time
    today: str  # tint of today's column in open hours
    today_closed: str
    line: str  # hour lines, frames
    hairline: str  # half hours
    text: str
    quiet_text: str
    faint_text: str  # only for what is said elsewhere too
    accent: str
    on_accent: str
    accent_soft: str  # selection ground
    now: str
    danger: str
    warning: str
    good: str
    mirrored: str  # fill of events read from iCloud
    mirrored_hatch: str
    mirrored_text: str
    field: str
    button: str
    shadow: str
    handle: str  # of scroll bars
    edge: str  # of check boxes and other small things that must be seen
    is_sharp: bool = False  # edges around blocks, and no paler texts


LIGHT = Palette(
    scheme=Scheme.LIGHT,
    window="#f4f4f6",
    panel="#fafafb",
    surface="#ffffff",
    closed="#f5f5f7",
    today="#f3f7fe",
    today_closed="#ebf0f8",
    line="#dcdce1",
    hairline="#ececf0",
    text="#1d1d1f",
    quiet_text="#5f5f66",
    faint_text="#85858c",
    accent="#2462d9",
    on_accent="#ffffff",
    accent_soft="#dbe7fc",
    now="#d92d20",
    danger="#b3261e",
    warning="#8a5a00",
    good="#1b7a3d",
    mirrored="#ececef",
    mirrored_hatch="#dedee3",
    mirrored_text="#55555c",
    field="#ffffff",
    button="#ffffff",
    shadow="#c8c8ce",
    handle="#c4c4cb",
    edge="#8a8a93",
)

DARK = Palette(
    scheme=Scheme.DARK,
    window="#1b1b1e",
    panel="#212125",
    surface="#26262a",
    closed="#1f1f22",
    today="#272c36",
    today_closed="#21252d",
    line="#3b3b41",
    hairline="#2f2f34",
    text="#f1f1f4",
    quiet_text="#b0b0b8",
    faint_text="#85858e",
    accent="#6ea1ff",
    on_accent="#0c1a33",
    accent_soft="#2c3f66",
    now="#ff6b60",
    danger="#ff8a80",
    warning="#f0b849",
    good="#63cf8a",
    mirrored="#323237",
    mirrored_hatch="#3f3f45",
    mirrored_text="#bcbcc4",
    field="#1f1f23",
    button="#34343a",
    shadow="#0e0e10",
    handle="#55555c",
    edge="#85858e",
)


@lru_cache(maxsize=2)
def sharpen(palette: Palette) -> Palette:
    """The palette for eyes that need more contrast: its texts reach AAA, its edges are seen."""
    strong = "#000000" if palette.scheme is Scheme.LIGHT else "#ffffff"

    def text(colour: str, *grounds: str) -> str:
        for ground in grounds:
            colour = adapt(colour, ground, least=SHARP)
        return colour

    grounds = (palette.window, palette.panel, palette.surface, palette.closed)
    accent = text(palette.accent, *grounds)
    return replace(
        palette,
        is_sharp=True,
        text=strong,
        quiet_text=text(palette.quiet_text, *grounds),
        faint_text=adapt(palette.faint_text, palette.window, least=READABLE),
        line=adapt(palette.line, palette.surface, least=VISIBLE),
        hairline=adapt(palette.hairline, palette.surface, least=1.6),
        edge=adapt(palette.edge, palette.surface, least=READABLE),
        shadow=adapt(palette.shadow, palette.surface, least=VISIBLE),
        handle=adapt(palette.handle, palette.window, least=VISIBLE),
        accent=accent,
        on_accent=adapt(palette.on_accent, accent, least=SHARP),
        now=text(palette.now, *grounds),
        danger=text(palette.danger, *grounds),
        warning=text(palette.warning, *grounds),
        good=text(palette.good, *grounds),
        mirrored_text=text(palette.mirrored_text, palette.mirrored, palette.surface),
    )


@lru_cache(maxsize=1024)
def ink(colour: str) -> QColor:
    """The QColor of a `#rrggbb` text, made once. Callers must not change it."""
    return QColor(colour)
