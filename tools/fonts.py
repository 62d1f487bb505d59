"""Makes from the fonts in tools/fonts/, one file a weight with Thai and Latin together:
- the web fonts of the site, with the letters that its pages are written in;
- what charts are drawn and measured with, under a family name that no machine has, and the widths of their letters as
  a module.

    pip install fonttools brotli
    python tools/fonts.py

Run again only when the fonts change (Sarabun 1.000 by Cadson Demak, SIL OFL 1.1, npm `@fontsource/sarabun`).
"""

import json
import tempfile
from collections import defaultdict
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "tools" / "fonts"
WEB = ROOT / "overrides" / "assets" / "fonts"
TARGET = ROOT / "generator" / "charts" / "fonts"
MODULE = ROOT / "generator" / "charts" / "advances.py"
FAMILY = "Prongsai Sarabun"
STYLES = {"400": "Regular", "700": "Bold"}
# What pages are written in: Thai, the letters of English, and the marks between them. A letter of another language is
# drawn in the reader's own font.
LETTERS = (
    {*range(0x20, 0x7F), *range(0xE01, 0xE5C), 0x200C, 0x200D, 0x25CC}
    | {ord(mark) for mark in "\u00a0\u00a7\u00a9\u00ab\u00b0\u00b1\u00b2\u00b3\u00b7\u00bb\u00bd\u00d7\u00e9\u00f7"}
    | {ord(mark) for mark in "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2191\u2193\u2212"}
)
_CHUNK = 14  # letters a line of the module
_MADE = 3_800_000_000  # a fixed date, so that the same fonts give the same bytes


def _merged(weight: str, folder: Path) -> TTFont:
    parts = []
    for script in ("thai", "latin"):
        font = TTFont(SOURCE / f"sarabun-{script}-{weight}-normal.woff2")
        font.flavor = None
        parts.append(str(folder / f"{script}-{weight}.ttf"))
        font.save(parts[-1])
    font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = _MADE
    style = STYLES[weight]
    full = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"ProngsaiSarabun-{style}"}
    for number, text in full.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17):
        font["name"].removeNames(nameID=number)
    return font


def _web(font: TTFont) -> TTFont:
    options = subset.Options()
    options.layout_features = ["ccmp", "kern", "liga", "mark", "mkmk"]
    options.name_IDs = [0, 13, 14]  # whose it is, and its licence
    options.notdef_outline = True
    made = subset.Subsetter(options)
    made.populate(unicodes=LETTERS)
    made.subset(font)
    font.flavor = "woff2"
    return font


def _quoted(letters: str) -> str:
    return "'\"'" if letters == '"' else json.dumps(letters)


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for weight, style in STYLES.items():
            font = _merged(weight, Path(folder))
            font.save(TARGET / f"{FAMILY.lower().replace(' ', '-')}-{weight}.ttf")
            _web(_merged(weight, Path(folder))).save(WEB / f"sarabun-{weight}.woff2")
            widths: dict[int, str] = defaultdict(str)
            for code, glyph in sorted(font.getBestCmap().items()):
                widths[font["hmtx"][glyph][0]] += chr(code)
            lines += ["", f"{style.upper()}: tuple[tuple[int, str], ...] = ("]
            for width, letters in sorted(widths.items()):
                chunks = [letters[n : n + _CHUNK] for n in range(0, len(letters), _CHUNK)]
                lines += [f"    ({width}, {_quoted(chunk)})," for chunk in chunks]
            lines.append(")")
    head = (
        '"""How wide the letters of our fonts are, in thousandths of their size. Made by tools/fonts.py.\n\n'
        "Longer than 300 lines: a line a width, for two weights.\n"
        '"""\n'
    )
    MODULE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
