"""A picture that leaves the site: what it shows and whose it is, the drawing, where it comes from. SVG with plain
colours, whole by itself; texts are escaped here."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.charts import letters, palette

WIDTH = 760
MARGIN = 24
INNER = WIDTH - 2 * MARGIN
FAMILY = "Prongsai Sarabun, Sarabun, Noto Sans Thai, Leelawadee UI, Thonburi, sans-serif"
_TITLE, _TEXT, _SMALL = 24, 16, 13
_LEADING = 1.6  # Thai stacks marks above and below


@dataclass(frozen=True)
class Sketch:
    """Part of a picture that begins at its own upper left corner."""

    svg: str
    height: float


@dataclass(frozen=True)
class Sheet:
    """`finding` is the headline, `shown` says what is drawn, `owner` whose figures, `notes` stand at the foot."""

    finding: str
    shown: str
    owner: str
    notes: tuple[str, ...]
    sketch: Sketch


def compose(sheet: Sheet) -> str:
    """The whole picture as SVG text."""
    parts: list[str] = []
    y = 8.0
    blocks: tuple[tuple[str, float, bool, str], ...] = (
        (sheet.finding, _TITLE, True, palette.INK),
        (sheet.owner, _TEXT, True, palette.ACCENT),
        (sheet.shown, _TEXT, False, palette.MUTED),
    )
    for words, size, bold, colour in blocks:
        y = _paragraph(parts, words, y, size, colour, bold=bold)
    y += 8
    parts.append(placed(sheet.sketch, MARGIN, y))
    y += sheet.sketch.height + 12
    for note in sheet.notes:
        y = _paragraph(parts, note, y, _SMALL, palette.MUTED)
    return document((WIDTH, round(y + 12)), f"{sheet.finding} – {sheet.owner}", sheet.shown, "".join(parts))


_VIEW = re.compile(r'<svg viewBox="0 0 ([0-9.]+) ([0-9.]+)" width="[0-9.]+"')


def of_drawing(svg: str) -> Sketch:
    """A picture that the engine drew, as wide as a sheet."""
    found = _VIEW.match(svg)
    if not found:  # an easel for those who want no picture draws none
        return Sketch("", 0)
    height = INNER * float(found[2]) / float(found[1])
    size = f'width="{INNER}" height="{number(height)}"'
    return Sketch(_VIEW.sub(f'<svg viewBox="0 0 {found[1]} {found[2]}" {size}', svg, count=1), height)


def document(size: tuple[int, int], title: str, description: str, body: str) -> str:
    """An SVG file on white paper."""
    width, height = size
    return palette.plain(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FAMILY}"><title>{escaped(title)}</title><desc>{escaped(description)}</desc>'
        f'<rect width="{width}" height="{height}" fill="{palette.PAPER}"/>{body}</svg>\n'
    )


def _paragraph(parts: list[str], words: str, y: float, size: float, colour: str, *, bold: bool = False) -> float:
    for line in letters.wrapped(letters.drawable(words), size, INNER, bold=bold):
        y += size * _LEADING
        parts.append(label(line, (MARGIN, y - size * 0.35), size, colour=colour, bold=bold))
    return y


def placed(sketch: Sketch, x: float, y: float) -> str:
    return f'<g transform="translate({number(x)},{number(y)})">{sketch.svg}</g>'


def label(
    words: str,
    at: tuple[float, float],
    size: float,
    *,
    colour: str = palette.INK,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """One line of text whose baseline begins, or with another anchor is centred or ends, at a point."""
    weight = ' font-weight="700"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    x, y = at
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" fill="{colour}"{weight}{place}>'
        f"{escaped(letters.drawable(words))}</text>"
    )


def cell(
    words: str | Markup,
    at: tuple[float, float],
    sizes: tuple[float, ...],
    room: float,
    *,
    colour: str = palette.INK,
    bold: bool = False,
    anchor: str = "start",
    asides: bool = True,
) -> str:
    """Text in the middle of a row: on one line where the first size or the second lets it, else on two smaller ones."""
    told = plain_text(words, asides=asides)
    whole = told.isascii()  # a number stays on its line
    size, lines = letters.fitted(told, sizes if whole else sizes[:2], room, 1, bold=bold)
    if not whole and "".join(lines) != letters.drawable(told).rstrip():
        size, lines = letters.fitted(told, sizes[1:], room, 2, bold=bold)
    x, y = at
    first = y + size * 0.35 - (len(lines) - 1) * size * 0.65
    return "".join(
        label(line, (x, first + n * size * 1.3), size, colour=colour, bold=bold, anchor=anchor)
        for n, line in enumerate(lines)
    )


def box(x: float, y: float, width: float, height: float, colour: str, *, radius: float = 0) -> str:
    rounded = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" '
        f'fill="{colour}"{rounded}/>'
    )


def line(start: tuple[float, float], end: tuple[float, float], colour: str, *, width: float = 1, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{number(start[0])}" y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}" '
        f'stroke="{colour}" stroke-width="{number(width)}"{dashes}/>'
    )


def dot(x: float, y: float, radius: float, fill: str, stroke: str = "none") -> str:
    edge = f' stroke="{stroke}" stroke-width="2"' if stroke != "none" else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{edge}/>'


def escaped(words: str) -> str:
    return str(Markup.escape(str(words)))


_ASIDE = re.compile("<small>.*?</small>")


def plain_text(words: str | Markup, *, asides: bool = True) -> str:
    """What a reader sees of it, with or without what stands in small letters."""
    if not isinstance(words, Markup):
        return words
    kept = str(words) if asides else _ASIDE.sub("", str(words))
    return Markup(kept).striptags()  # noqa: S704 -- nothing was added to it


def number(value: float) -> str:
    """With at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
