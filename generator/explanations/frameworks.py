"""Rules of a framework that a site brings with it."""

from typing import Final

from generator.explanations.entries import FRAMEWORK, SCORES, Explanation, Group

# Whole, and as small as one can be.
_RULES: Final = """\
fiscal_year: 2568
title: เกณฑ์ตัวอย่าง
standing: ตัวอย่างสำหรับคู่มือ
instruments:
  - code: OIT
    name: แบบวัดการเปิดเผยข้อมูลสาธารณะ
    short_name: การเปิดเผยบนเว็บไซต์
    name_en: Open Data Integrity and Transparency Assessment
    weight: 1.00
    confidence: confirmed
indicators:
  - number: 9
    name: การเปิดเผยข้อมูล
    name_en: Open Data
    instrument: OIT
    confidence: confirmed
scoring:
  tolerance: 0.01
  bar: 85
  threshold: 85
  confidence: confirmed
grades:
  - {label: ผ่าน, overall_min: 85, confidence: confirmed}
  - {label: ต้องปรับปรุง, overall_min: 0, confidence: confirmed}
sub_indicators:
  - {code: 9.1, indicator: 9, name: ข้อมูลพื้นฐาน, items: [O1], confidence: confirmed}
items:
  - code: O1
    title: สถิติเรื่องร้องเรียน
    sub_indicator: 9.1
    acted: 0
    nothing: "ไม่มีเรื่องร้องเรียนใน{period}"
    confidence: confirmed
"""
_SCORE: Final = "overall: 90.90\ngrade: ผ่าน\n"


def _with(right: str, wrong: str) -> dict[str, tuple[str, str]]:
    """The rules with one passage of them as it is wrong."""
    return {SCORES: (_SCORE, _SCORE), FRAMEWORK: (_RULES.replace(right, wrong, 1), _RULES)}


FRAMEWORKS: Final = Group(
    "frameworks",
    "เกณฑ์การประเมิน (frameworks)",
    "เว็บไซต์ส่วนใหญ่ไม่ต้องมีแฟ้มเกณฑ์ เพราะมากับโปรแกรม หัวข้อนี้สำหรับผู้ที่เพิ่มหรือแก้เกณฑ์ของปีเอง",
    {
        "framework-year": Explanation(
            "ปีในแฟ้มเกณฑ์ไม่ตรงกับชื่อแฟ้ม",
            "แฟ้มเกณฑ์ตั้งชื่อตามปี แต่ `fiscal_year:` เป็นปีอื่น มักเกิดจากคัดลอกแฟ้มของปีก่อนมาแก้",
            "แก้ชื่อแฟ้มหรือปีให้ตรงกัน",
            _with("fiscal_year: 2568", "fiscal_year: 2567"),
        ),
        "framework-weights": Explanation(
            "น้ำหนักของแบบวัดรวมกันไม่เท่ากับ 1",
            "น้ำหนักของทุกแบบวัดรวมกันต้องได้ 1.00",
            "แก้ `weight:` ตามเกณฑ์ของปี เช่น 0.30 0.30 และ 0.40",
            _with("weight: 1.00", "weight: 0.40"),
        ),
        "framework-reference": Explanation(
            "อ้างถึงรหัสที่ไม่มีในเกณฑ์",
            "ตัวชี้วัดอ้างถึงแบบวัด ตัวชี้วัดย่อยอ้างถึงตัวชี้วัด และข้อ OIT อ้างถึงตัวชี้วัดย่อย รหัสที่อ้างถึงต้องมีในแฟ้มเดียวกัน",
            "แก้รหัสให้ตรง หรือเพิ่มรายการที่อ้างถึง",
            _with("items: [O1]", "items: [O1, O2]"),
        ),
        "framework-unused": Explanation(
            "แบบวัดที่ไม่มีตัวชี้วัด",
            "แบบวัดทุกแบบต้องมีตัวชี้วัดอย่างน้อยหนึ่งตัว มิฉะนั้นคำนวณคะแนนรวมไม่ได้",
            "เพิ่มตัวชี้วัดของแบบวัดนี้ หรือลบแบบวัด",
            _with(
                "    weight: 1.00\n    confidence: confirmed\n",
                "    weight: 0.70\n    confidence: confirmed\n  - code: EIT\n    name: แบบวัด EIT\n"
                "    short_name: ผู้รับบริการ\n    name_en: External\n    weight: 0.30\n    confidence: confirmed\n",
            ),
        ),
        "framework-sentence": Explanation(
            "วงเล็บปีกกาที่ไม่รู้จักในข้อความ nothing",
            "ในข้อความ `nothing:` ใช้วงเล็บปีกกาได้สองคำ คือ `{period}` แทนปี และ `{date}` แทนวันที่",
            "แก้คำในวงเล็บ หรือลบวงเล็บ",
            _with("{period}", "{year}"),
        ),
        "framework-offset": Explanation(
            "จำนวนปีที่ห่างจากปีของเกณฑ์ไม่ถูกต้อง",
            "`assessed:` `acted:` และ `offset:` นับถอยหลังจากปีของเกณฑ์ 0 คือปีเดียวกัน -1 คือปีก่อน",
            "แก้เป็น 0 หรือจำนวนลบ",
            _with("acted: 0", "acted: 1"),
        ),
        "framework-duplicate": Explanation(
            "รายการซ้ำในเกณฑ์",
            "รหัสแบบวัด ตัวชี้วัด ตัวชี้วัดย่อย และข้อ OIT ห้ามซ้ำกัน",
            "ลบรายการที่ซ้ำ หรือแก้รหัส",
            _with(
                "items:\n  - code: O1",
                "items:\n  - {code: O1, title: ซ้ำ, sub_indicator: 9.1, confidence: confirmed}\n  - code: O1",
            ),
        ),
        "framework-ladder": Explanation(
            "ลำดับระดับผลการประเมินไม่ถูกต้อง",
            "ระดับต้องเรียงจากสูงไปต่ำ และระดับสุดท้ายต้องเริ่มที่ 0 โดยไม่มีเงื่อนไขอื่น",
            "เรียงระดับใหม่ แล้วให้ระดับสุดท้ายเป็น `overall_min: 0`",
            _with("overall_min: 0,", "overall_min: 50,"),
        ),
    },
)
