"""Numbers and their unit, years, dates, indicators by number and some words do not break over two lines.

A blank inside such a pair becomes one that does not break (U+00A0), in the built page alone: Markdown, search index and
what a reader types keep plain blanks. Browsers find the one for the other. A word that dictionaries of browsers do not
have and would take apart is held by an element around it.
"""

import re

from generator.thai import MONTHS, SHORT_MONTHS

_NO_BREAK = "\u00a0"
_DIGIT = "[0-9๐-๙]"
# What may stand beside the blank: tags that begin or end inside a line.
_TAGS = "(?:</?(?:a|b|em|small|span|strong|time)(?: [^<>]*)?>)*"
_UNITS = (
    "คะแนน ตัวชี้วัด แบบวัด มาตรการ โครงการ กิจกรรม ข้อ รายการ ประเด็น ด้าน จุด ครั้ง ฉบับ แฟ้ม ไฟล์ หน้า เรื่อง คำ กลุ่ม ราย คน หน่วย แห่ง "
    "วัน เดือน ปี ชั่วโมง นาที บาท ล้าน ตำแหน่ง องค์ประกอบ KB MB"
).split()
# Thai writes on without a blank before these: ตัวชี้วัดที่, วันที่, ครั้งที่
_BEFORE = "ปี พ.ศ. ที่ ข้อ เกณฑ์ ระดับ อันดับ ร้อยละ หน้า มาตรา เส้นแบ่ง".split()


def _any(words: list[str]) -> str:
    """One of these words; a full stop may be written as its code."""
    known = "|".join(re.escape(word).replace(r"\.", "(?:[.]|&#46;)") for word in words)
    return f"(?:{known})"


# a year is no count of what follows it: ปี 2568 มาตรการ
_COUNT = f"(?<={_DIGIT})(?<!25[0-9][0-9])(?<!๒๕[๐-๙][๐-๙])(?P<count>{_TAGS}) (?={_TAGS}{_any(_UNITS)})"
_DAY = f"(?<={_DIGIT})(?P<day>) (?={_any([*MONTHS, *SHORT_MONTHS])})"
_NUMBER = f"(?P<number>{_any([*_BEFORE, *MONTHS, *SHORT_MONTHS])}{_TAGS}) (?={_TAGS}O?{_DIGIT})"
_ERA = "(?P<era>ปี(?:งบประมาณ)?) (?=พ(?:[.]|&#46;)ศ)"
_PAIRS = re.compile(f"{_COUNT}|{_DAY}|{_NUMBER}|{_ERA}")
# Taken apart, ตัวชี้ stands at the end of a line.
_KEPT = f"ตัวชี้วัด(?:ย่อย)?(?:ที่)?|รอตรวจสอบ|ควรตรวจสอบ|น้ำหนัก|แบบวัด|คำนวณโดยระบบ|วันที่(?={_NO_BREAK})"
_WORDS = re.compile(rf'<span class="whole">[^<]*</span>|<[^<>]*>|(?P<word>{_KEPT})')
# Where blanks are not text, or mean what they are.
_LEFT = re.compile(r"<(head|script|style|svg|pre|code|textarea)\b.*?</\1>", re.DOTALL)


def unbroken(page: str) -> str:
    """The same page with its pairs and words held together."""
    parts, at = [], 0
    for left in _LEFT.finditer(page):
        parts += [_together(page[at : left.start()]), left.group()]
        at = left.end()
    return "".join([*parts, _together(page[at:])])


def _together(html: str) -> str:
    return _WORDS.sub(_whole, _PAIRS.sub(_held, html))


def _whole(found: re.Match[str]) -> str:
    return f'<span class="whole">{found[0]}</span>' if found["word"] else found[0]


def _held(pair: re.Match[str]) -> str:
    return f"{pair[pair.lastgroup or 0]}{_NO_BREAK}"
