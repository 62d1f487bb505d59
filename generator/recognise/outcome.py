"""What comes of looking at a table: a record, Problems, and what a person should confirm before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from generator import thai
from generator.grids import Cell
from generator.problems import Language, Problem

T_co = TypeVar("T_co", covariant=True)

WORDS: Final[dict[str, dict[str, str]]] = {
    # --- scores
    "indicator-guess": {
        "th": "อ่าน “{text}” เป็น {meant}",
        "en": "read “{text}” as {meant}",
    },
    "indicator-number": {
        "th": "“{text}” มีเลข {number} แต่ชื่อเป็นของ {meant} จึงอ่านตามชื่อ",
        "en": "“{text}” has the number {number}, but the name of {meant}; the name counts",
    },
    "indicator-within": {
        "th": "ชื่อ “{text}” มีคำว่า {meant} จึงอ่านว่าเป็นมาตรการของตัวชี้วัดนั้น",
        "en": "“{text}” holds the name of {meant}, so it is read as a measure for it",
    },
    "indicator-by-number": {
        "th": "ไม่รู้จักชื่อ “{text}” จึงอ่านตามเลขที่พิมพ์ไว้เป็น {meant}",
        "en": "the name “{text}” is unknown; its printed number says {meant}",
    },
    "ranked": {
        "th": "ตัวเลขในคอลัมน์ “{text}” เป็นอันดับของคะแนน ไม่ใช่เลขตัวชี้วัด จึงอ่านตามชื่อ",
        "en": "the numbers of the column “{text}” are ranks, not numbers of indicators; names count",
    },
    "scores-missing": {
        "th": "ตารางมีคะแนน {count} ตัวชี้วัด ไม่มีคะแนนของ {missing}",
        "en": "the table has the scores of {count} indicators, and none of {missing}",
    },
    "score-empty": {
        "th": "{meant} ไม่มีคะแนนในตาราง (“{text}”) จึงเว้นว่างไว้ ไม่ใช่ศูนย์",
        "en": "{meant} has no score in the table (“{text}”): it stays empty, which is not zero",
    },
    "score-rounded": {
        "th": "อ่าน {text} เป็น {rounded} (ทศนิยมสองตำแหน่ง)",
        "en": "read {text} as {rounded}, to two decimals",
    },
    "column-chosen": {
        "th": "อ่านคะแนนจากคอลัมน์ “{text}” ไม่ได้อ่านคอลัมน์ {others}",
        "en": "scores are read from the column “{text}”, and not from {others}",
    },
    "total-left-out": {
        "th": "แถว “{text}” เท่ากับที่คำนวณได้จากคะแนนในตาราง ({computed}) เป็นผลสรุป จึงไม่อ่านเป็นคะแนน",
        "en": "the row “{text}” follows from the scores ({computed}): it is a summary, and not read as a score",
    },
    "total-differs": {
        "th": "แถว “{text}” พิมพ์ {printed} แต่คำนวณจากคะแนนในตารางได้ {computed} ตรวจว่าคะแนนใดผิด",
        "en": "the row “{text}” says {printed}, but the scores make {computed}: see which score is wrong",
    },
    "overall-differs": {
        "th": "คะแนนรวมพิมพ์ {printed} แต่คำนวณจากตารางได้ {computed} ใช้ค่าตามที่พิมพ์ ตรวจว่าพิมพ์คะแนนใดผิด",
        "en": "the overall says {printed}, but the table makes {computed}: as printed counts; see which score is wrong",
    },
    "instrument-differs": {
        "th": "คะแนน {instrument} พิมพ์ {printed} แต่ค่าเฉลี่ยของตัวชี้วัดคือ {computed} ตรวจว่าพิมพ์คะแนนใดผิด",
        "en": "{instrument} says {printed}, but its indicators have a mean of {computed}: see which score is wrong",
    },
    "points-differ": {
        "th": "คะแนนถ่วงน้ำหนัก {instrument} พิมพ์ {printed} แต่คำนวณได้ {computed} (ค่าเฉลี่ย {mean} × {weight})",
        "en": "the points of {instrument} say {printed}, but make {computed} (a mean of {mean} × {weight})",
    },
    "grade-unknown": {
        "th": "ระดับ “{text}” ไม่ใช่ระดับของปีนี้ ({known})",
        "en": "the grade “{text}” is none of this year ({known})",
    },
    # --- agencies
    "agency-unknown": {
        "th": "ไม่รู้จักหน่วยงาน “{text}” จึงไม่ได้อ่านแถวนี้ อาจหมายถึง {guess}",
        "en": "the agency “{text}” is unknown, so its row is not read; perhaps {guess} is meant",
    },
    "agencies-left-out": {
        "th": "ไม่ได้อ่าน {count} แถวของหน่วยงานที่ไม่อยู่ในเว็บไซต์นี้ ได้แก่ {names}",
        "en": "{count} rows are of agencies that are not on this site, and not read: {names}",
    },
    "row-left-out": {
        "th": "ไม่ได้อ่านแถว “{text}” เพราะไม่ใช่ข้อมูลของตาราง",
        "en": "the row “{text}” is no part of the data, and not read",
    },
    "column-left-out": {
        "th": "ไม่ได้อ่านคอลัมน์ “{text}” เพราะไม่รู้ว่าเป็นข้อมูลใด",
        "en": "the column “{text}” is not read: what it holds is unknown",
    },
    "column-repeated": {
        "th": "คอลัมน์ “{text}” เป็นข้อมูลเดียวกับคอลัมน์ “{first}” จึงอ่านเฉพาะคอลัมน์แรก",
        "en": "the column “{text}” holds the same as “{first}”; only the first is read",
    },
    "agency-new": {
        "th": "“{text}” ยังไม่มีในระบบ จะสร้างโฟลเดอร์ {slug} ให้ ชื่อโฟลเดอร์เป็นที่อยู่ถาวรของหน่วยงาน",
        "en": "“{text}” is not there yet: the folder {slug} will be made, which is its address for good",
    },
    # --- measures
    "heading-read": {
        "th": "อ่านคอลัมน์ “{text}” เป็น {meant}",
        "en": "read the column “{text}” as {meant}",
    },
    "row-joined": {
        "th": "รวมแถวนี้เข้ากับมาตรการก่อนหน้า “{measure}” เพราะช่องชื่อมาตรการว่างหรือผสานไว้: “{text}”",
        "en": "this row is joined to the measure above, “{measure}”, as it names none of its own: “{text}”",
    },
    "cell-inherited": {
        "th": "ช่อง {heading} ของมาตรการ “{measure}” ผสานกับแถวบน จึงใช้ค่าเดียวกันคือ “{text}”",
        "en": "{heading} of the measure “{measure}” is merged with the row above, and has its value “{text}”",
    },
    "table-joined": {
        "th": "อ่าน{table} ต่อจาก{first} เป็นตารางเดียวกัน (จำนวนคอลัมน์เท่ากัน) เริ่มที่ “{text}”",
        "en": "{table} is read as going on from {first} (as many columns), from “{text}”",
    },
    "band-read": {
        "th": "แถวหัวข้อ “{text}” อ่านเป็นตัวชี้วัดของมาตรการที่อยู่ใต้แถวนี้",
        "en": "the row “{text}” is read as what the measures below it are about",
    },
    # --- addresses
    "item-joined": {
        "th": "ที่อยู่ {text} ไม่มีเลขข้อในแถวเดียวกัน จึงอ่านเป็นของข้อ {item} แถวบน",
        "en": "the address {text} has no item in its row, so it is read for {item} above",
    },
    "item-without-letter": {
        "th": "อ่านเลข “{text}” เป็นข้อ {item}",
        "en": "read the number “{text}” as item {item}",
    },
    "item-unknown": {
        "th": "ข้อ {item} ไม่มีในเกณฑ์ของปีนี้ ตรวจว่าเป็นรายการของปีใด",
        "en": "there is no item {item} this year: see of which year the list is",
    },
    "address-repeated": {
        "th": "ที่อยู่ {text} ของข้อ {item} ซ้ำกับแถวก่อนหน้า จึงอ่านครั้งเดียว",
        "en": "the address {text} of {item} stands above too, and is read once",
    },
    "item-without-address": {
        "th": "ข้อ {item} ไม่มีที่อยู่เว็บในแถว (“{text}”)",
        "en": "item {item} has no web address in its row (“{text}”)",
    },
    # --- whatever shape
    "table-left-out": {
        "th": "ไม่ได้อ่านตาราง “{table}” เพราะไม่รู้ว่าเป็นตารางใด แถวแรกคือ “{text}”",
        "en": "the table “{table}” is not read, as it is of no known shape; its first row says “{text}”",
    },
}


@dataclass(frozen=True)
class Confirmation:
    """Something that a person should look at before it is written, in the words of its code."""

    code: str
    cell: Cell
    details: Mapping[str, str] = field(default_factory=dict)

    def says(self, language: Language = "th") -> str:
        shown = {"text": thai.shortened(self.cell.text), **self.details}
        return WORDS[self.code][language].format_map(shown)


@dataclass(frozen=True)
class Outcome(Generic[T_co]):
    """`record` is None where the table is of another shape, or where its Problems leave nothing to write."""

    record: T_co | None
    problems: tuple[Problem, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
