"""The rules of a year whose handbook nobody has read yet, as a draft from those of an earlier year.

What an agency does all year cannot wait for the handbook. The draft says of itself that it is one: every entry is an
inference, and what belongs to the earlier year alone (sources, averages, days, how an entry was found) is left out.
"""

import re
from typing import Any

from generator import thai
from generator.model import Confidence, Framework, OitItem
from generator.reader import parse, read
from generator.reader.rewrite import Node, plain, rewritten
from generator.thai import FiscalYear

_COMMENT = """\
# เกณฑ์การประเมิน ITA ปีงบประมาณ พ.ศ. {year} ฉบับร่าง ที่ระบบยกมาจากเกณฑ์ปี {known} ยังไม่มีผู้ใดเทียบกับคู่มือของสำนักงาน ป.ป.ช.
# เมื่อคู่มือปี {year} ออกแล้ว ให้เทียบทีละข้อ แก้ title, components และ previous ให้ตรง แล้วเปลี่ยน confidence กับ standing ตามที่พบ
# ลบบรรทัด draft: true เมื่อเทียบครบทุกข้อ หรือลบแฟ้มนี้เมื่อโปรแกรมรุ่นใหม่มีเกณฑ์ปี {year} แล้ว
# A draft of the rules of {year}, derived from those of {known}; nothing in it was compared with the NACC handbook.
"""
_STANDING = (
    "ยังไม่ได้ยืนยันกับคู่มือปี {year} ระบบยกแบบวัด น้ำหนัก ตัวชี้วัด ระดับผลการประเมิน และรายการ OIT {count} ข้อมาจาก"
    "เกณฑ์การประเมินปีงบประมาณ พ.ศ. {known}{draft} โดยเลื่อนปีในข้อความให้ตรงกับปี {year} ทุกรายการจึงเป็นการอนุมาน "
    "โปรดตรวจสอบกับคู่มือการประเมิน ITA ปีงบประมาณ พ.ศ. {year} ของสำนักงาน ป.ป.ช."
)
_FROM_DRAFT = " ซึ่งเป็นฉบับร่างเช่นกัน"
_SCORING = "สูตร น้ำหนัก และระดับผลการประเมินของปีงบประมาณ พ.ศ. {year} ยกมาจากปีงบประมาณ พ.ศ. {known} โดยอนุมาน"

_LEFT_OUT = frozenset({"sources", "standing", "national_average", "calendar"})
_CONFIDENCES = frozenset({"confidence", "components_confidence"})
_LAWS = "law"  # the years of laws stay
_YEAR = re.compile("(?<![0-9๐-๙])[2๒][5๕][0-9๐-๙]{2}(?![0-9๐-๙])")
_BACK, _AHEAD = 4, 1  # how far from its own year a year in a text still moves with it
# Where an earlier year's list was seen, which says nothing about this one.
_SEEN = re.compile(r" *\([^()]*เว็บไซต์[^()]*\)")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def derived(content: bytes, known: FiscalYear, year: FiscalYear) -> bytes:
    """The file of the year's rules as a draft, from the file of those of an earlier year. Raises InvalidData where
    that one cannot be used."""
    tree = read(content, f"{known}.yml")
    framework = parse(tree, Framework)
    moved = _moved(plain(tree), known, year)
    draft = _FROM_DRAFT if framework.draft else ""
    wanted: dict[str, Node] = moved | {
        "fiscal_year": str(year),
        "standing": _STANDING.format(year=year, known=known, count=len(framework.items), draft=draft),
        "draft": "true",
        "scoring": moved["scoring"] | {"notes": _notes(framework, known, year)},
        "items": [_item(item) for item in moved.get("items", [])],
    }
    header = _COMMENT.format(year=year, known=known)
    content = rewritten(b"", f"{year}.yml", {name: part for name, part in wanted.items() if part}, Framework, header)
    return re.sub(rb"(?m)^([a-z_]+:)$", rb"\n\1", content)  # each list stands apart


def _moved(node: Any, known: FiscalYear, year: FiscalYear, key: str = "") -> Any:
    """Everything that goes over to the other year, with the years in its texts moved and no confidence but one."""
    if isinstance(node, dict):
        return {
            name: Confidence.INFERENCE.value if name in _CONFIDENCES else _moved(value, known, year, name)
            for name, value in node.items()
            if name not in _LEFT_OUT
        }
    if isinstance(node, list):
        return [_moved(item, known, year, key) for item in node]
    return node if key == _LAWS else _shifted(_SEEN.sub("", node), known, year)


def _shifted(text: str, known: FiscalYear, year: FiscalYear) -> str:
    """A text with the years near the one that it was written for moved to the other; in the digits that it has."""

    def move(found: re.Match[str]) -> str:
        number = int(found[0])
        if not known.number - _BACK <= number <= known.number + _AHEAD:
            return found[0]
        shown = str(number + year.number - known.number)
        return shown if found[0].isascii() else shown.translate(_TO_THAI)

    return _YEAR.sub(move, text)


def _notes(framework: Framework, known: FiscalYear, year: FiscalYear) -> list[str]:
    """Those about scoring in general, after one that says where the rules come from."""
    general = [note for note in framework.scoring.notes if str(known) not in thai.to_arabic(note)]
    return [_SCORING.format(year=year, known=known), *general]


def _item(item: dict[str, Any]) -> dict[str, Any]:
    """An item with itself as the one of the year before. A note stays where it says which year is asked for: others
    tell what had changed then."""
    named = _YEAR.search(item.get("note", ""))
    previous = [{"item": item["code"], "confidence": Confidence.INFERENCE.value}]
    moved = item | {"previous": previous}
    return {name: moved[name] for name in OitItem.model_fields if name in moved and (name != "note" or named)}
