"""The result of a year on one sheet for a notice board or a message, and the small card that stands beside a link: SVG
of fixed size, laid out here. Every text gets smaller, then goes on in another line, before it would leave its place."""

from dataclasses import dataclass
from decimal import Decimal

from generator import figures
from generator.charts import letters, palette, sheet
from generator.charts.sheet import box, dot, label, line

SIZE = (1080, 1350)
CARD = (1200, 630)
_EDGE = 56
_INNER = SIZE[0] - 2 * _EDGE
# below the head, which grows with the name
_RESULT, _ROWS = 208, 664
_LABELS, _FIGURES = 392, 170


@dataclass(frozen=True)
class Score:
    """One indicator; `shown` is its score, or in words why there is none."""

    label: str
    code: str
    value: Decimal | None
    shown: str


@dataclass(frozen=True)
class Result:
    """What both pictures tell. `overall` and `grade` are as printed or say why they are not there, which
    `has_overall` and `has_grade` tell apart; `change` is the difference on the year before in words."""

    owner: str
    year: str
    overall: str
    has_overall: bool
    grade: str
    has_grade: bool
    change: str
    bar: Decimal
    scores: tuple[Score, ...]
    about: str
    notes: tuple[str, ...]


def draw(result: Result) -> str:
    """The sheet as SVG text."""
    size, lines = letters.fitted(result.owner, (52, 44, 36, 30), _INNER, 2, bold=True)
    head = 62.0 + len(lines) * size * 1.45 + 68
    parts = [box(0, 0, SIZE[0], head, palette.ACCENT)]
    parts.append(label("ผลการประเมินคุณธรรมและความโปร่งใส (ITA)", (_EDGE, 62), 30, colour=palette.PAPER))
    for n, words in enumerate(lines, start=1):
        parts.append(label(words, (_EDGE, 62 + n * size * 1.45), size, colour=palette.PAPER, bold=True))
    parts.append(label(result.year, (_EDGE, head - 22), 28, colour=palette.PAPER))
    parts += _overall(result, head)
    parts += _rows(result, head + _RESULT)
    parts += _foot(result, head + _RESULT + _ROWS)
    told = f"{result.owner} {result.year}"
    return sheet.document(SIZE, f"ผลการประเมิน ITA {told}", in_words(result), "".join(parts))


def in_words(result: Result) -> str:
    """What the pictures show, for those who do not see them."""
    listed = ", ".join(f"{one.label} {one.shown}" for one in result.scores)
    change = f" {result.change}" if result.change else ""
    return f"คะแนนรวม {result.overall} ระดับ {result.grade}{change} คะแนนรายตัวชี้วัด: {listed}"


def _overall(result: Result, top: float) -> list[str]:
    parts = [label("คะแนนรวม (เต็ม 100)", (_EDGE, top + 48), 26, colour=palette.MUTED)]
    sizes = (118.0, 92.0) if result.has_overall else (48.0, 36.0, 28.0)
    half = _INNER / 2 - 20
    size, lines = letters.fitted(result.overall, sizes, half, 1, bold=True)
    parts.append(label(lines[0], (_EDGE, top + 74 + size * 0.95), size, bold=True))
    left = _EDGE + half + 40
    parts.append(label("ระดับผลการประเมิน", (left, top + 48), 26, colour=palette.MUTED))
    grade_sizes = (60.0, 48.0, 40.0, 32.0) if result.has_grade else (40.0, 32.0, 26.0)
    size, lines = letters.fitted(result.grade, grade_sizes, half, 1, bold=True)
    parts.append(label(lines[0], (left, top + 62 + size * 1.1), size, colour=palette.ACCENT, bold=True))
    if result.change:
        size, lines = letters.fitted(result.change, (26, 23, 20, 17), half, 1)
        parts.append(label(lines[0], (left, top + 186), size))
    return parts


def _rows(result: Result, top: float) -> list[str]:
    parts = [line((_EDGE, top), (SIZE[0] - _EDGE, top), palette.GRID, width=2)]
    plot = _INNER - _LABELS - _FIGURES
    left = _EDGE + _LABELS
    at = left + float(result.bar) / 100 * plot
    name = f"เกณฑ์ {figures.printed(result.bar)} ของคะแนนรวม"
    parts.append(label(name, (at, top + 36), 20, colour=palette.BAR, bold=True, anchor="middle"))
    first = top + 52
    row = min(60.0, (_ROWS - 62) / max(1, len(result.scores)))
    thick = row * 0.52
    for n, one in enumerate(result.scores):
        middle = first + (n + 0.5) * row
        colour = palette.instrument(one.code)
        parts.append(label(one.code, (_EDGE, middle + 7), 19, colour=colour, bold=True))
        size, lines = letters.fitted(one.label, (25, 22, 19, 16), _LABELS - 62, 1)
        parts.append(label(lines[0], (_EDGE + 50, middle + 8), size))
        parts.append(box(left, middle - thick / 2, plot, thick, palette.SURFACE, radius=4))
        if one.value:
            parts.append(box(left, middle - thick / 2, float(one.value) / 100 * plot, thick, colour, radius=4))
        known = one.value is not None
        size, lines = letters.fitted(one.shown, (27, 22, 18, 15, 12), _FIGURES - 16, 1, bold=known)
        parts.append(
            label(
                lines[0],
                (left + plot + 16, middle + 9),
                size,
                bold=known,
                colour=palette.INK if known else palette.MUTED,
            )
        )
    parts.append(line((at, first - 4), (at, first + row * len(result.scores)), palette.INK, width=2, dash="6 5"))
    return parts


def _foot(result: Result, top: float) -> list[str]:
    parts = [box(0, top, SIZE[0], SIZE[1] - top, palette.SURFACE)]
    y = top + 8.0
    room = SIZE[1] - 18
    size, lines = letters.fitted(result.about, (25, 22), _INNER, 2, bold=True)
    for words in lines:
        y += size * 1.55
        parts.append(label(words, (_EDGE, y), size, bold=True))
    y += 6
    for size in (20.0, 18.0, 16.0, 14.0):
        noted = [words for note in result.notes for words in letters.wrapped(letters.drawable(note), size, _INNER)]
        if y + len(noted) * size * 1.55 <= room:
            break
    parts += [
        label(words, (_EDGE, y + (n + 1) * size * 1.55), size, colour=palette.MUTED) for n, words in enumerate(noted)
    ]
    return parts


def card(result: Result) -> str:
    """The card as SVG text: whose result, of which year, overall and grade."""
    width, height = CARD
    parts = [box(0, 0, width, height, palette.PAPER), box(0, 0, 28, height, palette.ACCENT)]
    left, inner = 84, width - 84 - 60
    parts.append(label(f"ผลการประเมิน ITA {result.year}", (left, 92), 34, colour=palette.MUTED))
    size, lines = letters.fitted(result.owner, (64, 54, 46, 38), inner, 2, bold=True)
    y = 92.0
    for words in lines:
        y += size * 1.45
        parts.append(label(words, (left, y), size, bold=True))
    sizes = (130.0, 100.0) if result.has_overall else (56.0, 44.0, 34.0)
    size, lines = letters.fitted(result.overall, sizes, inner * 0.46, 1, bold=True)
    parts.append(label("คะแนนรวม (เต็ม 100)", (left, 376), 30, colour=palette.MUTED))
    parts.append(label(lines[0], (left, 500), size, colour=palette.ACCENT, bold=True))
    middle = left + inner * 0.5
    parts.append(label("ระดับผลการประเมิน", (middle, 376), 30, colour=palette.MUTED))
    size, lines = letters.fitted(result.grade, (72.0, 60.0, 48.0, 38.0, 30.0), inner * 0.5, 1, bold=True)
    parts.append(label(lines[0], (middle, 486), size, bold=True))
    size, lines = letters.fitted(result.about, (25, 22, 19), inner - 20, 2)
    parts.append(dot(left + 6, 566, 6, palette.BAR))
    for n, words in enumerate(lines):
        parts.append(label(words, (left + 24, 574 + n * size * 1.4), size, colour=palette.MUTED))
    return sheet.document(CARD, f"ผลการประเมิน ITA {result.owner} {result.year}", in_words(result), "".join(parts))
