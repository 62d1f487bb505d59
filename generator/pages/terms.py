"""The words of ITA, each explained once: on the page about methods all of them, at the foot of a page those in it.

What differs from year to year (full names, weights, levels, bars) comes from a framework, never from here.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links, markup, thai
from generator.markup import join, link, text
from generator.model import Framework, Instrument


@dataclass(frozen=True)
class Term:
    """A word and what it means; `written` finds it in a text. `key` names it in addresses, for good."""

    key: str
    name: str
    meaning: str
    written: str


# `{…}` is filled from the framework: see _facts.
_TERMS = (
    Term(
        "ita",
        "ITA",
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment) "
        "จัดโดยสำนักงาน ป.ป.ช. ทุกปีงบประมาณ วัดการรับรู้และการเปิดเผยข้อมูล ไม่ใช่ผลการตรวจสอบว่ามีการทุจริตหรือไม่",
        r"\bITA\b",
    ),
    Term(
        "fiscal-year",
        "ปีงบประมาณ",
        "ช่วงวันที่ 1 ตุลาคมของปีก่อนหน้า ถึงวันที่ 30 กันยายนของปีที่ระบุ เช่น ปีงบประมาณ พ.ศ. 2568 "
        "คือวันที่ 1 ตุลาคม 2567 ถึงวันที่ 30 กันยายน 2568",
        "ปีงบประมาณ",
    ),
    Term(
        "instrument",
        "แบบวัด",
        "เครื่องมือที่ใช้ให้คะแนน เกณฑ์ปี {year} มี {instrument_count} แบบวัด คือ {instruments} "
        "คะแนนของแบบวัดคือค่าเฉลี่ยของตัวชี้วัดในแบบวัดนั้น",
        "แบบวัด|แบบตรวจการเปิดเผย",
    ),
    Term(
        "indicator",
        "ตัวชี้วัด",
        "หัวข้อที่ให้คะแนนเต็ม 100 เกณฑ์ปี {year} มี {indicator_count} ตัวชี้วัด แต่ละตัวชี้วัดอยู่ในแบบวัดเดียว",
        "ตัวชี้วัด(?!ย่อย)",
    ),
    Term(
        "sub-indicator",
        "ตัวชี้วัดย่อย",
        "กลุ่มของรายการข้อมูลภายในตัวชี้วัดของแบบวัด OIT เช่น 9.1 หรือ 10.2",
        "ตัวชี้วัดย่อย",
    ),
    Term(
        "overall",
        "คะแนนรวม",
        "ผลรวมของคะแนนแบบวัดคูณน้ำหนัก เกณฑ์ปี {year} ให้น้ำหนัก {weights}",
        "คะแนนรวม",
    ),
    Term(
        "grade",
        "ระดับผลการประเมิน",
        "ชื่อเรียกช่วงของผลการประเมิน เกณฑ์ปี {year} มีระดับ {grades} ใช้ระดับแรกที่เข้าเงื่อนไข",
        "ระดับผลการประเมิน|ผ่านดี|ต้องปรับปรุง",
    ),
    Term(
        "bar",
        "เกณฑ์ {bar}",
        "เส้นคะแนน {bar} ของคะแนนรวม ซึ่งระดับผลการประเมินของบางปีกำหนดให้แต่ละแบบวัดต้องถึงด้วย ไม่ใช่เกณฑ์ของตัวชี้วัดแต่ละตัว",
        "เกณฑ์ {bar}(?![0-9.])",
    ),
    Term(
        "threshold",
        "จุดแข็ง จุดที่ควรพัฒนา",
        "การแบ่งตัวชี้วัดตามคะแนน เว็บไซต์นี้ใช้เส้นแบ่ง {threshold} คะแนน ตัวชี้วัดที่ได้ตั้งแต่เส้นแบ่งขึ้นไปเป็นจุดแข็ง ที่ต่ำกว่าเป็นจุดที่ควรพัฒนา",
        "จุดแข็ง|จุดที่ควรพัฒนา|ประเด็นที่ควรพัฒนา",
    ),
    Term(
        "measure",
        "มาตรการ",
        "สิ่งที่หน่วยงานกำหนดว่าจะทำเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน หลังวิเคราะห์ผลการประเมินของปีก่อน "
        "พร้อมขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการกำกับติดตาม",
        "มาตรการ",
    ),
    Term(
        "item",
        "ข้อ O",
        "รายการข้อมูลหนึ่งรายการที่หน่วยงานต้องเปิดเผยบนเว็บไซต์ในแบบวัด OIT เรียกตามเลขข้อของปี เช่น ข้อ O1 "
        "เลขข้อของเรื่องเดียวกันต่างกันได้ในแต่ละปี",
        r"\bO[0-9]{1,2}\b",
    ),
    Term(
        "component",
        "องค์ประกอบด้านข้อมูล",
        "สิ่งที่ข้อ O แต่ละข้อกำหนดให้ต้องมีในข้อมูลที่เปิดเผย",
        "องค์ประกอบด้านข้อมูล",
    ),
    Term(
        "no-gift",
        "No Gift Policy",
        "นโยบายไม่รับของขวัญ",
        "No Gift|ไม่รับของขวัญ",
    ),
    Term(
        "printed",
        "ค่าที่พิมพ์ไว้",
        "ค่าที่เอกสารของหน่วยงานพิมพ์ เว็บไซต์นี้ไม่แก้ไขค่าที่พิมพ์ หากเอกสารพิมพ์ค่าเดียวกันไว้ต่างกัน จะแสดงทุกค่าพร้อมตำแหน่ง",
        "พิมพ์ไว้",
    ),
    Term(
        "computed",
        "คำนวณโดยระบบ",
        "ค่าที่เว็บไซต์นี้คำนวณจากคะแนนที่พิมพ์ไว้ตามเกณฑ์ของปี แสดงไว้ข้างค่าที่พิมพ์ ไม่ใช่ค่าที่สำนักงาน ป.ป.ช. ประกาศ",
        "คำนวณโดยระบบ|ค่าที่คำนวณ",
    ),
    Term(
        "inferred",
        "อนุมาน",
        "ข้อมูลที่ไม่มีพิมพ์ไว้โดยตรง แต่สรุปจากข้อมูลอื่นที่มี จึงต้องตรวจสอบก่อนนำไปอ้างอิง",
        "อนุมาน",
    ),
)


def terms_of(framework: Framework) -> tuple[Term, ...]:
    """Every word, those of its instruments too, as the rules of a year have them."""
    facts = _facts(framework)
    filled = [
        Term(one.key, one.name.format_map(facts), one.meaning.format_map(facts), _filled(one.written, facts["bar"]))
        for one in _TERMS
    ]
    place = [one.key for one in filled].index("instrument") + 1
    instruments = [_instrument(framework, number) for number in range(len(framework.instruments))]
    return (*filled[:place], *instruments, *filled[place:])


def _filled(pattern: str, bar: str) -> str:
    return pattern.replace("{bar}", re.escape(bar))


def _facts(framework: Framework) -> dict[str, str]:
    return {
        "year": str(framework.fiscal_year),
        "instrument_count": str(len(framework.instruments)),
        "instruments": thai.listed([one.code for one in framework.instruments]),
        "indicator_count": str(len(framework.indicators)),
        "weights": thai.listed([f"{one.code} {figures.percent(one.weight)}%" for one in framework.instruments]),
        "grades": thai.listed([one.label for one in framework.grades]),
        "bar": figures.printed(framework.scoring.bar),
        "threshold": figures.printed(framework.scoring.threshold),
    }


def _instrument(framework: Framework, place: int) -> Term:
    """An instrument by its code, with the full name of the year."""
    one: Instrument = framework.instruments[place]
    numbers = ", ".join(str(indicator.number) for indicator in framework.indicators_of(one.code))
    scored = f"ให้คะแนนตัวชี้วัดที่ {numbers} " if numbers else ""
    meaning = (
        f"{one.short_name} ชื่อเต็มตามเกณฑ์ปี {framework.fiscal_year} คือ {one.name} "
        f"{scored}มีน้ำหนัก {figures.percent(one.weight)}% ของคะแนนรวม"
    )
    plain = one.code.lower()
    key = plain if re.fullmatch("[a-z][a-z0-9-]*", plain) else f"instrument-{place + 1}"
    return Term(key, one.code, meaning, rf"\b{re.escape(one.code)}\b")


def anchor_of(term: Term) -> Markup:
    return markup.anchor(f"term-{term.key}")


def occurring(terms: Iterable[Term], body: str) -> tuple[Term, ...]:
    """The words that stand in the text of a page, which is Markdown with escaped text; tags do not count."""
    said = html.unescape(re.sub("<[^>]*>", " ", body))
    # ASCII letters only make a word: Thai writes on without a space
    return tuple(one for one in terms if re.search(one.written, said, re.ASCII))


def in_place(terms: Iterable[Term], address: str) -> Markup:
    """These words with their meanings, folded away, each leading to where all stand; empty where there are none."""
    lines = [
        Markup("<dt>{}</dt><dd>{}</dd>").format(
            link(links.relative(address, f"{links.METHODOLOGY}#{anchor_of(one)}"), one.name), text(one.meaning)
        )
        for one in terms
    ]
    if not lines:
        return Markup("")
    return Markup(
        '<details class="terms" data-search-exclude><summary>คำที่ใช้ในหน้านี้ ({} คำ)</summary><dl>{}</dl></details>'
    ).format(len(lines), join(lines))


def listed_all(terms: Iterable[Term]) -> Markup:
    """Every word with its meaning, each under the id that pages lead to."""
    lines = [
        Markup('<dt id="{}">{}</dt><dd>{}</dd>').format(anchor_of(one), text(one.name), text(one.meaning))
        for one in terms
    ]
    return Markup('<dl class="glossary" data-search-exclude>{}</dl>').format(join(lines))
