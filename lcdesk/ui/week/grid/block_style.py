"""Which colours a block wears: by kind, state and selection. Values only, no drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.palette import SHARP, VISIBLE, Palette, adapt, contrast, mix, tones
from lcdesk.ui.week.week import Badge, Block, BlockKind

PAST_STRENGTH = 0.55

_SIGNS = {
    Badge.WAITING: Sign.WAITING,
    Badge.SYNCED: Sign.SYNCED,
    Badge.FAILED: Sign.FAILED,
    Badge.CONFLICT: Sign.CONFLICT,
    Badge.GONE: Sign.GONE,
    Badge.HELD: Sign.HELD,
}
_LOCK, _REPEAT, _NOSHOW = (Sign.LOCK,), (Sign.REPEAT,), (Sign.NOSHOW,)


class Drawable(Protocol):
    """What is drawn as a block: a `Block` is one, a `Banner` becomes one in the lane."""

    @property
    def title(self) -> str: ...
    @property
    def when(self) -> str: ...
    @property
    def details(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def kind(self) -> BlockKind: ...
    @property
    def badge(self) -> Badge: ...
    @property
    def locked(self) -> bool: ...
    @property
    def free(self) -> bool: ...
    @property
    def tentative(self) -> bool: ...
    @property
    def struck(self) -> bool: ...
    @property
    def absent(self) -> bool: ...
    @property
    def initials(self) -> str: ...
    @property
    def processing(self) -> tuple[int, int] | None: ...
    @property
    def repeats(self) -> bool: ...
    @property
    def past(self) -> bool: ...
    @property
    def continues_before(self) -> bool: ...
    @property
    def continues_after(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """The colours of one block; empty texts are not drawn."""

    fill: str
    stripe: str
    text: str
    quiet: str
    hatch: str = ""
    outline: str = ""


def block_style(
    palette: Palette,
    kind: BlockKind,
    colour: str,
    *,
    past: bool = False,
    free: bool = False,
    tentative: bool = False,
    selected: bool = False,
) -> BlockStyle:
    """The colours for one look; callers keep them, there are few combinations."""
    if palette.is_sharp:
        plain = replace(palette, is_sharp=False)
        style = block_style(
            plain, kind, colour, free=free, tentative=tentative, selected=selected
        )  # what is past has no paler text
        return _sharp(style, palette)
    if kind is not BlockKind.APPOINTMENT:
        style = _grey(palette, kind, colour, past=past, free=free, selected=selected)
        return _lighter(style, palette) if tentative and not (free or selected) else style
    strength = PAST_STRENGTH if past else 1.0
    shades = tones(colour, palette.surface, palette.scheme, strength=strength)
    if selected:
        return BlockStyle(shades.solid, shades.solid, shades.on_solid, shades.on_solid)
    style = BlockStyle(shades.fill, shades.stripe, shades.text, shades.quiet)
    if free:
        edge = adapt(shades.stripe, palette.surface, least=VISIBLE)
        text = adapt(shades.text, palette.surface)
        return BlockStyle(palette.surface, shades.stripe, text, text, outline=edge)
    if tentative:
        return replace(style, hatch=mix(shades.fill, shades.stripe, 0.28))
    return style


def ghost_style(palette: Palette, block: Block | None, *, is_open: bool = True) -> BlockStyle:
    """What is being dragged, or None for a new entry; warning where the rules refuse it."""
    colour = block.colour if block else palette.accent
    style = block_style(palette, BlockKind.APPOINTMENT, colour)
    return style if is_open else replace(style, stripe=palette.warning)


def signs(item: Drawable) -> tuple[Sign, ...]:
    """The signs in a block's corner, the outermost first."""
    badge = () if item.badge is Badge.NONE else (_SIGNS[item.badge],)
    absent = _NOSHOW if item.absent else ()
    return (*absent, *badge, *(_LOCK if item.locked else ()), *(_REPEAT if item.repeats else ()))


def sign_colour(sign: Sign, style: BlockStyle, palette: Palette) -> str:
    """A sign's colour: urgent ones keep theirs where it reads, others take the text's."""
    urgent = {Sign.CONFLICT: palette.warning, Sign.FAILED: palette.danger}
    colour = {**urgent, Sign.GONE: palette.danger}.get(sign, style.quiet)
    return colour if contrast(colour, style.fill) >= VISIBLE else style.text


def _grey(
    palette: Palette, kind: BlockKind, colour: str, *, past: bool, free: bool, selected: bool
) -> BlockStyle:
    fill = palette.mirrored
    stripe = mix(palette.mirrored_text, colour, 0.65)
    text = palette.mirrored_text
    if past:
        fill, stripe = mix(fill, palette.surface, 0.4), mix(stripe, palette.surface, 0.45)
        text = adapt(mix(text, fill, 0.3), fill)
    if selected:
        fill = mix(fill, palette.accent, 0.22)
        return BlockStyle(fill, palette.accent, adapt(palette.text, fill), adapt(text, fill))
    if free:
        return BlockStyle(
            palette.surface, stripe, adapt(text, palette.surface), text, outline=stripe
        )
    hatch = palette.mirrored_hatch if kind is BlockKind.MIRRORED else ""
    if past and hatch:
        hatch = mix(hatch, palette.surface, 0.4)
    return BlockStyle(fill, stripe, text, text, hatch=hatch)


def _lighter(style: BlockStyle, palette: Palette) -> BlockStyle:
    """The same on a lighter ground: it takes time, but nobody knows yet whether it takes place."""
    fill = mix(style.fill, palette.surface, 0.6)
    hatch = style.hatch and mix(style.hatch, palette.surface, 0.15)
    return replace(style, fill=fill, hatch=hatch, text=adapt(style.text, fill))


def _sharp(style: BlockStyle, palette: Palette) -> BlockStyle:
    """The same with texts that reach AAA, and an edge that tells the block from its ground."""
    text = adapt(style.text, style.fill, least=SHARP)
    edge = adapt(style.stripe, palette.surface, least=VISIBLE)
    quiet = adapt(style.quiet, style.fill, least=SHARP)
    return replace(style, text=text, quiet=quiet, outline=edge, stripe=edge)
