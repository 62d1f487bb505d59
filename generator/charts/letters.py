"""How wide text is in our fonts, and where it may go on to the next line: pictures lay out their own text.

Thai has no spaces between words. A line ends at a space, else where a word begins that names of offices are made of,
else between two clusters: never between a letter and its marks, nor after a vowel that is written before its letter.
"""

import re

from generator.charts.advances import BOLD, REGULAR

_WIDTHS = {
    bold: {letter: width for width, letters in advances for letter in letters}
    for bold, advances in ((False, REGULAR), (True, BOLD))
}
_WIDEST = 1000
_UNKNOWN = "?"
_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
# a letter with what stands before, above, below and behind it; ห only raises the tone of some that follow it
_CLUSTER = re.compile(
    "[\u0e40-\u0e44]?(?:\u0e2b(?=[\u0e07\u0e0d\u0e19\u0e21\u0e22\u0e23\u0e25\u0e27]))?."
    "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45-\u0e46\u0e2f]?"
)
_WORDS = (
    "ส่วนตำบล ส่วนจังหวัด ตำบล อำเภอ จังหวัด เทศบาล เมือง นคร สำนักงาน กระทรวง กรม มหาวิทยาลัย โรงพยาบาล คณะกรรมการ "
    "บ้าน หนอง คลอง พัฒนา สามัคคี เฉลิม "
    "ตัวชี้วัด คะแนน ต่ำสุด สูงสุด ได้ ของ ที่ และ ใน จาก การ เกณฑ์ ไม่ "
    "เพิ่มขึ้น ลดลง เท่า"
).split()
_BEFORE_WORD = re.compile(f"(?<=.)(?={'|'.join(map(re.escape, _WORDS))})")
_ELLIPSIS = "…"


def drawable(text: str) -> str:
    """The same with a question mark for each letter that our fonts do not have: a machine's own would differ."""
    return "".join(letter if letter in _WIDTHS[False] and letter.isprintable() else _UNKNOWN for letter in text)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The sum of the letters' widths, in pixels."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _WIDEST) for letter in _AM.sub("\u0e4d\\1\u0e32", text)) * size / 1000


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines that are no wider than the room."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, size, room, bold=bold):
        if line and width((line + piece).rstrip(), size, bold=bold) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _pieces(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """What may stand on a line of its own: words with the space after them, apart where they are too wide."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*|\s+", text):
        if width(word.rstrip(), size, bold=bold) <= room:
            pieces.append(word)
            continue
        for part in _BEFORE_WORD.split(word):
            fits = width(part.rstrip(), size, bold=bold) <= room
            pieces += [part] if fits else _CLUSTER.findall(part)
    return pieces


def fitted(
    text: str, sizes: tuple[float, ...], room: float, lines: int, *, bold: bool = False
) -> tuple[float, tuple[str, ...]]:
    """The largest of these sizes in which the text takes no more than so many lines, and those lines; in the smallest,
    what is too much is cut and says so."""
    text = drawable(text)
    for size in sizes:
        found = wrapped(text, size, room, bold=bold)
        if len(found) <= lines:
            return size, found or ("",)
    last = _cut(found[lines - 1], size, room, bold=bold)
    return size, (*found[: lines - 1], last)


def _cut(line: str, size: float, room: float, *, bold: bool) -> str:
    clusters = _CLUSTER.findall(line)
    while clusters and width("".join(clusters) + _ELLIPSIS, size, bold=bold) > room:
        clusters.pop()
    return "".join(clusters).rstrip() + _ELLIPSIS
