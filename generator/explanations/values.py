"""Single values: numbers, years, dates, addresses, names."""

from typing import Final

from generator.explanations.entries import AGENCY, BASE, DISCLOSURE, MEASURES, SCORES, Explanation, Group

_GOOD: Final = "overall: 90.90\ngrade: ผ่านดี\n"


def _overall(value: str) -> str:
    return f"overall: {value}\ngrade: ผ่านดี\n"


def _period(value: str) -> str:
    return f"measures:\n  - no: 1\n    steps: ประชุมชี้แจง\n    period: {value}\n"


def _due(value: str) -> str:
    return f"due: {value}\nitems:\n  - item: O1\n    unit: สำนักปลัด\n"


def _assessed(value: str) -> str:
    return f"assessed: {value}\nmeasures:\n  - no: 1\n    steps: ประชุมชี้แจง\n"


def _contact(line: str) -> str:
    return f"{BASE[AGENCY]}contact:\n  {line}\n"


VALUES: Final = Group(
    "values",
    "ตัวเลข ปี วันที่ และที่อยู่",
    "ตัวเลขพิมพ์ได้ทั้งเลขอารบิกและเลขไทย ปีและวันที่เป็น พ.ศ. เสมอ",
    {
        "number-invalid": Explanation(
            "ไม่ใช่ตัวเลขที่อ่านได้",
            "ช่องนี้ต้องเป็นตัวเลข แต่มีคำ หน่วย เครื่องหมาย หรือช่องว่างปนอยู่",
            "พิมพ์เฉพาะตัวเลขตามเอกสาร ไม่ต้องมีหน่วยหรือคำว่า คะแนน",
            {SCORES: (_overall("90.90 คะแนน"), _GOOD)},
        ),
        "number-mixed-digits": Explanation(
            "ปนเลขไทยกับเลขอารบิก",
            "ตัวเลขเดียวมีทั้งเลขไทยและเลขอารบิก มักเกิดจากการอ่านไฟล์สแกนผิด โปรแกรมจึงไม่เดา",
            "เทียบกับเอกสาร แล้วพิมพ์ตัวเลขแบบเดียวทั้งหมด",
            {SCORES: (_overall("9๐.90"), _GOOD)},
        ),
        "number-foreign-digits": Explanation(
            "มีเลขของภาษาอื่น",
            "มีตัวเลขที่ไม่ใช่เลขอารบิกหรือเลขไทย เช่น เลขลาวหรือเลขเขมร มักเกิดจากการอ่านไฟล์สแกน",
            "พิมพ์ใหม่ด้วยเลขอารบิกหรือเลขไทย",
            {SCORES: (_overall("໙໐.໙໐"), _GOOD)},
        ),
        "number-comma": Explanation(
            "ใช้จุลภาคแทนจุดทศนิยม",
            "พิมพ์ , ในตำแหน่งของจุดทศนิยม โปรแกรมไม่รู้ว่าหมายถึงทศนิยมหรือหลักพัน",
            "ใช้จุดเป็นทศนิยม และไม่ใส่จุลภาคคั่นหลักพัน",
            {SCORES: (_overall('"90,90"'), _GOOD)},
        ),
        "number-whole": Explanation(
            "ไม่ใช่จำนวนเต็ม",
            "ช่องนี้เป็นลำดับ จำนวน หรือเลขข้อ จึงต้องเป็นจำนวนเต็มตั้งแต่ 0",
            "พิมพ์จำนวนเต็ม ถ้าเลขที่พิมพ์ในเอกสารเป็นแบบ 1.1 ให้ใส่ใน `number:` แทน",
            {
                MEASURES: (
                    "measures:\n  - no: 1.1\n    steps: ประชุมชี้แจง\n",
                    'measures:\n  - no: 1\n    number: "1.1"\n    steps: ประชุมชี้แจง\n',
                )
            },
        ),
        "score-range": Explanation(
            "คะแนนอยู่นอกช่วง",
            "คะแนน ITA อยู่ระหว่าง 0 ถึง 100 ค่านี้อาจพิมพ์ตกจุดทศนิยมหรือพิมพ์เกินหนึ่งหลัก",
            "เทียบกับเอกสารแล้วพิมพ์ใหม่ ถ้าเอกสารพิมพ์ผิดเอง ให้ไม่ใส่ค่านี้และเขียนหมายเหตุไว้ในบรรทัดที่ขึ้นต้นด้วย #",
            {SCORES: (_overall("9090"), _GOOD)},
        ),
        "year-invalid": Explanation(
            "ไม่ใช่ปีงบประมาณ พ.ศ.",
            "ปีต้องเป็นตัวเลขสี่หลัก พ.ศ. ไม่มีคำว่า พ.ศ. และไม่ย่อเหลือสองหลัก",
            "พิมพ์ปี พ.ศ. สี่หลัก เช่น 2567",
            {MEASURES: (_assessed("67"), _assessed("2567"))},
        ),
        "year-common-era": Explanation(
            "เป็นปี ค.ศ.",
            "พิมพ์ปี ค.ศ. ในช่องของปี พ.ศ.",
            "บวก 543 แล้วพิมพ์ปี พ.ศ. ตามที่แจ้ง",
            {MEASURES: (_assessed("2024"), _assessed("2567"))},
        ),
        "date-invalid": Explanation(
            "ไม่ใช่วันที่ที่มีจริง",
            "วันที่ไม่มีในปฏิทิน หรือเขียนในรูปแบบที่อ่านไม่ได้",
            "เขียนแบบ 31 มีนาคม 2568 หรือ 31 มี.ค. 68 หรือ 31/3/2568 หรือ 2568-03-31",
            {DISCLOSURE: (_due("31 เมษายน 2568"), _due("30 เมษายน 2568"))},
        ),
        "date-common-era": Explanation(
            "วันที่ใช้ปี ค.ศ.",
            "ปีของวันที่เป็น ค.ศ. มักเกิดจากการคัดลอกจากโปรแกรมอื่น",
            "แก้ปีเป็น พ.ศ. ตามที่แจ้ง",
            {DISCLOSURE: (_due("2025-04-30"), _due("2568-04-30"))},
        ),
        "period-order": Explanation(
            "ช่วงเวลาสิ้นสุดก่อนเริ่มต้น",
            "วันหรือเดือนหลังเครื่องหมายขีดมาก่อนวันหรือเดือนหน้าขีด มักพิมพ์ปีผิดไปหนึ่งปี",
            "เทียบกับเอกสารแล้วแก้วันหรือปี ปีงบประมาณเริ่มเดือนตุลาคมของปีก่อน",
            {MEASURES: (_period("ตุลาคม 2568 - กันยายน 2567"), _period("ตุลาคม 2567 - กันยายน 2568"))},
        ),
        "colour-invalid": Explanation(
            "ไม่ใช่รหัสสี",
            "สีประจำหน่วยงานต้องเป็นรหัสสีหกหลักของ HTML ไม่ใช่ชื่อสี",
            "พิมพ์รหัสหกหลักโดยไม่ต้องมีเครื่องหมาย #",
            {AGENCY: (f"{BASE[AGENCY]}colour: red\n", f"{BASE[AGENCY]}colour: 7a1f2b\n")},
        ),
        "key-invalid": Explanation(
            "ชื่อที่ใช้เป็นที่อยู่ใช้ไม่ได้",
            "ค่านี้เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ จึงใช้ได้เฉพาะอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง",
            "ตั้งชื่อใหม่ที่ขึ้นต้นด้วยอักษรอังกฤษตัวเล็ก เช่น `ranking-1`",
            {
                SCORES: (
                    "places:\n  - id: ตาราง 1\n    kind: table\n    where: หน้า 3\n    overall: 90.90\n",
                    "places:\n  - id: table-1\n    kind: table\n    where: หน้า 3\n    overall: 90.90\n",
                )
            },
        ),
        "address-invalid": Explanation(
            "ไม่ใช่ที่อยู่เว็บที่ใช้ได้",
            "ที่อยู่เว็บต้องขึ้นต้นด้วย https:// และอักษรไทยในที่อยู่ต้องอยู่ในรูปรหัส % ตามที่เบราว์เซอร์คัดลอกให้",
            "เปิดหน้านั้นในเบราว์เซอร์ แล้วคัดลอกที่อยู่เต็มจากช่องที่อยู่ ถ้าเว็บเปิดได้เฉพาะ http:// ให้แจ้งผู้ดูแลเว็บนั้น",
            {
                AGENCY: (
                    f"{BASE[AGENCY]}main_website: www.example.go.th\n",
                    f"{BASE[AGENCY]}main_website: https://www.example.go.th\n",
                )
            },
        ),
        "phone-invalid": Explanation(
            "ไม่ใช่หมายเลขโทรศัพท์",
            "หมายเลขโทรศัพท์ใช้ได้เฉพาะตัวเลข ขีด และเว้นวรรค ต่อด้วยคำว่า ต่อ และหมายเลขภายในได้ ช่องหนึ่งมีหนึ่งหมายเลข",
            "พิมพ์หมายเลขเดียวแบบตัวอย่าง",
            {AGENCY: (_contact("phone: โทร. 0 7320 2200"), _contact("phone: 0 7320 2200 ต่อ 12"))},
        ),
        "email-invalid": Explanation(
            "ไม่ใช่ที่อยู่อีเมล",
            "ที่อยู่อีเมลมีช่องว่าง อักษรไทย หรือขาดเครื่องหมาย @",
            "พิมพ์ที่อยู่อีเมลใหม่ให้ครบ",
            {AGENCY: (_contact("email: saraban.example.go.th"), _contact("email: saraban@example.go.th"))},
        ),
        "item-invalid": Explanation(
            "ไม่ใช่เลขข้อ OIT",
            "เลขข้อของ OIT เขียนด้วยอักษร O ตามด้วยเลขข้อ",
            "พิมพ์เป็น O แล้วตามด้วยเลขข้อ เช่น O27",
            {
                DISCLOSURE: (
                    "items:\n  - item: ข้อ 27\n    unit: สำนักปลัด\n",
                    "items:\n  - item: O27\n    unit: สำนักปลัด\n",
                )
            },
        ),
        "address-below-root": Explanation(
            "ไม่ใช่ที่อยู่ภายในเว็บไซต์ของหน่วยงาน",
            "`page:` และรายการส่งต่อใช้ที่อยู่ต่อจากหน้าแรกของหน่วยงาน ไม่ใช่ที่อยู่เต็มของเว็บ",
            "ตัดส่วนหน้าออกให้เหลือส่วนท้าย เช่น `measures/2568/`",
            {
                AGENCY: (
                    f"{BASE[AGENCY]}redirects:\n  - old: https://example.go.th/old/\n    new: scores/2568/\n",
                    f"{BASE[AGENCY]}redirects:\n  - old: old/\n    new: scores/2568/\n",
                )
            },
        ),
    },
)
