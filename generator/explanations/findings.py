"""What a document prints that does not agree, and how somebody takes note of it."""

from typing import Final

from generator.explanations.entries import (
    ACKNOWLEDGED,
    ANALYSIS,
    BASE,
    DOCUMENTS,
    SCORES,
    Explanation,
    Group,
)

_TYPED: Final = "เทียบกับเอกสาร ถ้าแฟ้มพิมพ์ผิดให้แก้ตามเอกสาร ถ้าเอกสารพิมพ์ไว้เช่นนั้นจริงให้คงไว้ แล้วรับทราบใน `acknowledged.yml`"
_TEN: Final = BASE[SCORES]
_ROWS: Final = "".join(
    f"      - {{name: {name}, score: {score}}}\n"
    for name, score in (
        ("การปฏิบัติหน้าที่", "90.00"),
        ("การใช้งบประมาณ", "91.00"),
        ("การใช้อำนาจ", "92.00"),
        ("การใช้ทรัพย์สินของราชการ", "93.00"),
        ("การแก้ไขปัญหาการทุจริต", "94.00"),
        ("คุณภาพการดำเนินงาน", "90.00"),
        ("ประสิทธิภาพการสื่อสาร", "91.00"),
        ("การปรับปรุงระบบการทำงาน", "92.00"),
        ("การเปิดเผยข้อมูล", "88.00"),
        ("การป้องกันการทุจริต", "92.00"),
    )
)


def _table(more: str) -> str:
    """A table with all ten scores, and more of it."""
    return (
        "places:\n  - id: table-1\n    kind: table\n    where: ตารางที่ 1\n    overall: 90.90\n    grade: ผ่านดี\n"
        f"    scores:\n{_ROWS}{more}"
    )


def _claim(claim: str) -> str:
    return _table(f"    claims:\n      - {claim}\n")


def _compared(row: str) -> str:
    return (
        f"{_TEN}places:\n  - id: compared\n    kind: comparison\n    where: ตารางที่ 2\n    previous_year: 2567\n"
        f"    scores:\n      - {row}\n"
    )


def _ranked(*rows: str) -> str:
    return f"{_TEN}places:\n  - id: ranking\n    kind: ranking\n    where: ตารางที่ 3\n    scores:\n" + "".join(
        f"      - {row}\n" for row in rows
    )


def _names(province: str) -> str:
    return (
        f"{_TEN}document:\n  title: รายงานผลการประเมิน\n  names:\n"
        f"    - {{kind: province, printed: {province}, where: หน้าปก}}\n"
    )


def _analysed(one: str, other: str) -> str:
    return (
        f"sections:\n  - indicators:\n      - indicator: 1\n        strengths: {one}\n"
        f"      - indicator: 2\n        strengths: {other}\n"
    )


_PASSAGE: Final = (
    "บุคลากรมีความตระหนักและยึดมั่นในหลักการปฏิบัติราชการที่ดี มีความโปร่งใส เป็นธรรม และปฏิบัติงานตามระเบียบข้อบังคับที่เกี่ยวข้องอย่างเคร่งครัด"
)
_LOW: Final = _TEN.replace("9: 88.00", "9: 68.00").replace("overall: 90.90", "overall: 86.90").replace("ผ่านดี", "ผ่าน")
_COVERED: Final = "measures:\n  - no: 1\n    indicators: [9]\n    steps: ปรับปรุงข้อมูลบนเว็บไซต์ทุกเดือน\n"


def _dated(date: str) -> str:
    return (
        f"documents:\n  - kind: report\n    title: รายงานการประชุม\n    date: {date}\n"
        "    events: [{kind: event, date: 10 ตุลาคม 2567, what: การประชุม, where: ข้อ 4}]\n"
    )


def _acknowledged(values: str, state: str = "confirmed", more: str = "") -> str:
    return (
        f"acknowledged:\n  - code: missing-year\n    fiscal_year: 2568\n    values: [{values}]\n    state: {state}\n"
        f"    reason: ตามหนังสือนำส่ง\n    by: สำนักปลัด\n    date: 20 พฤศจิกายน 2568\n{more}"
    )


_INFERRED: Final = f"year_inferred: หน้าปกไม่มีปี\n{_TEN}"

FINDINGS: Final = Group(
    "findings",
    "จุดที่ข้อมูลไม่ตรงกัน",
    "ข้อความกลุ่มนี้พูดถึงสิ่งที่เอกสารพิมพ์ไว้ ไม่ได้หมายความว่าแฟ้มเขียนผิดรูปแบบ"
    " จุดที่อาจทำให้เข้าใจคะแนน ระดับ ปี หรือหน่วยงานคลาดเคลื่อนจะหยุดการเผยแพร่จนกว่าจะแก้ไขหรือรับทราบ",
    {
        "value-conflict": Explanation(
            "",
            "เอกสารพิมพ์ค่าเดียวกันไว้ต่างกันในสองแห่ง เช่น ตารางกับเนื้อความ โปรแกรมไม่เลือกให้ และยังไม่แสดงคะแนนนี้",
            _TYPED + " และเลือกค่าที่ใช้ใน `chosen` พร้อมเหตุผล",
            {
                SCORES: (
                    f"{_TEN}places:\n  - {{id: page-4, kind: text, where: หน้า 4, overall: 90.09}}\n",
                    f"{_TEN}places:\n  - {{id: page-4, kind: text, where: หน้า 4, overall: 90.90}}\n",
                )
            },
        ),
        "overall-mismatch": Explanation(
            "",
            "คะแนนตัวชี้วัดทั้งสิบถ่วงน้ำหนักตามเกณฑ์ของปีแล้วต่างจากคะแนนรวมที่พิมพ์ไว้เกิน 0.01 มักเกิดจากพิมพ์คะแนนตัวชี้วัดผิดหนึ่งค่า",
            _TYPED,
            {SCORES: (_TEN.replace("9: 88.00", "9: 80.00"), _TEN)},
        ),
        "grade-mismatch": Explanation(
            "",
            "ระดับที่พิมพ์ไว้ไม่ใช่ระดับที่เกณฑ์ของปีให้แก่คะแนนนี้ บางปีต้องดูคะแนนของทุกแบบวัดด้วย ไม่ใช่คะแนนรวมอย่างเดียว",
            _TYPED,
            {SCORES: (_TEN.replace("ผ่านดี", "ผ่านดีเยี่ยม"), _TEN)},
        ),
        "missing-year": Explanation(
            "",
            "เอกสารไม่ได้พิมพ์ปีของคะแนน ผู้กรอกอนุมานจากสิ่งอื่นและบอกไว้ใน `year_inferred:`",
            "ถ้าพบปีในเอกสารแล้วให้ลบ `year_inferred:` ถ้าไม่มีจริงให้รับทราบใน `acknowledged.yml` พร้อมเหตุผล",
            {SCORES: (_INFERRED, _TEN)},
        ),
        "agency-name": Explanation(
            "",
            "เอกสารพิมพ์ชื่อหน่วยงาน อำเภอ จังหวัด หรือผู้รับหนังสือไม่ตรงกับ `agency.yml` อาจใช้แม่แบบของหน่วยงานอื่น หรือสะกดผิด",
            _TYPED + " ชื่ออื่นที่ถูกต้องใส่ใน `aliases` ของ `agency.yml`",
            {SCORES: (_names("จังหวัดอื่น"), _names("จังหวัดตัวอย่าง"))},
        ),
        "instrument-mismatch": Explanation(
            "",
            "คะแนนของแบบวัดที่พิมพ์ไว้ไม่ใช่ค่าเฉลี่ยของตัวชี้วัดในแบบวัดนั้น หรือตัวชี้วัดอยู่ใต้หัวข้อของแบบวัดอื่น",
            _TYPED,
            {SCORES: (f"{_TEN}instruments:\n  IIT: 95.00\n", f"{_TEN}instruments:\n  IIT: 92.00\n")},
        ),
        "difference-mismatch": Explanation(
            "",
            "ผลต่างที่พิมพ์ไว้ไม่เท่ากับคะแนนปีนี้ลบคะแนนปีก่อนในแถวเดียวกัน",
            _TYPED,
            {
                SCORES: (
                    _compared("{indicator: 1, previous: 88.00, score: 90.00, difference: 3.00}"),
                    _compared("{indicator: 1, previous: 88.00, score: 90.00, difference: 2.00}"),
                )
            },
        ),
        "sign-missing": Explanation(
            "",
            "คะแนนลดลง แต่เอกสารพิมพ์ผลต่างโดยไม่มีเครื่องหมายลบ ผู้อ่านอาจเข้าใจว่าเพิ่มขึ้น",
            _TYPED,
            {
                SCORES: (
                    _compared("{indicator: 1, previous: 92.00, score: 90.00, difference: 2.00}"),
                    _compared("{indicator: 1, previous: 92.00, score: 90.00, difference: -2.00}"),
                )
            },
        ),
        "rank-order": Explanation(
            "",
            "ในตารางจัดอันดับ ตัวชี้วัดที่คะแนนน้อยกว่าอยู่ก่อนตัวชี้วัดที่คะแนนมากกว่า",
            _TYPED,
            {
                SCORES: (
                    _ranked("{rank: 1, indicator: 4, score: 93.00}", "{rank: 2, indicator: 5, score: 94.00}"),
                    _ranked("{rank: 1, indicator: 5, score: 94.00}", "{rank: 2, indicator: 4, score: 93.00}"),
                )
            },
        ),
        "extreme-mismatch": Explanation(
            "",
            "ข้อความบอกว่าตัวชี้วัดใดสูงสุด รองลงมา หรือต่ำสุด แต่คะแนนที่พิมพ์ไว้ไม่เป็นเช่นนั้น",
            _TYPED,
            {
                SCORES: (
                    _claim("{claim: highest, names: [การใช้อำนาจ], printed: สูงสุดคือการใช้อำนาจ}"),
                    _claim("{claim: highest, names: [การแก้ไขปัญหาการทุจริต], printed: สูงสุดคือการแก้ไขปัญหา}"),
                )
            },
        ),
        "count-mismatch": Explanation(
            "",
            "ข้อความบอกจำนวนตัวชี้วัดที่ผ่านหรือไม่ผ่านเกณฑ์ หรือจำนวนประเด็น ไม่ตรงกับที่นับได้",
            _TYPED,
            {
                SCORES: (
                    _claim("{claim: above, bar: 85, count: 9, printed: ผ่านเกณฑ์ 9 ตัวชี้วัด}"),
                    _claim("{claim: above, bar: 85, count: 10, printed: ผ่านเกณฑ์ 10 ตัวชี้วัด}"),
                )
            },
        ),
        "indicator-number": Explanation(
            "",
            "หมายเลขที่พิมพ์หน้าชื่อตัวชี้วัดไม่ใช่หมายเลขทางการ มักเกิดจากเรียงตามคะแนนแล้วใส่ลำดับใหม่",
            _TYPED + " ถ้าเป็นอันดับให้ใส่ใน `rank:` แทน `number:`",
            {
                SCORES: (
                    _ranked("{number: 1, name: การใช้อำนาจ, score: 92.00}"),
                    _ranked("{rank: 1, name: การใช้อำนาจ, score: 92.00}"),
                )
            },
        ),
        "indicator-name": Explanation(
            "",
            "ชื่อตัวชี้วัดที่พิมพ์ไว้ไม่ใช่ชื่อหรือชื่ออื่นที่รู้จักของปีนั้น",
            _TYPED,
            {
                SCORES: (
                    _ranked("{name: การใช้อำนาจหน้าที่, indicator: 3, score: 92.00}"),
                    _ranked("{name: การใช้อำนาจ, score: 92.00}"),
                )
            },
        ),
        "date-order": Explanation(
            "",
            "เอกสารลงวันที่ก่อนวันที่ของสิ่งที่เอกสารนั้นรายงานว่าทำแล้ว",
            _TYPED,
            {
                DOCUMENTS: (_dated("5 ตุลาคม 2567"), _dated("15 ตุลาคม 2567")),
            },
        ),
        "script-noise": Explanation(
            "",
            "มีอักษรของภาษาอื่นปนในชื่อหรือหัวเรื่อง มักเกิดจากการอ่านไฟล์สแกน",
            "เทียบกับเอกสารแล้วพิมพ์ใหม่ เป็นข้อสังเกต ไม่หยุดการเผยแพร่",
            {
                SCORES: (_names("จังหวัดตัวอย่าง").replace("ผลการประเมิน", "ผลกาsประเมิน"), _names("จังหวัดตัวอย่าง")),
                DOCUMENTS: (
                    "documents:\n  - {kind: report, title: รายงาtนประจำปี}\n",
                    "documents:\n  - {kind: report, title: รายงานประจำปี}\n",
                ),
            },
        ),
        "missing-score": Explanation(
            "",
            "เอกสารไม่ได้พิมพ์คะแนนบางรายการ เว็บไซต์แสดงว่าไม่มีข้อมูล ไม่ใช่ศูนย์",
            "ถ้าเอกสารพิมพ์ไว้ให้เพิ่มคะแนน ถ้าไม่มีจริงไม่ต้องทำอะไร เป็นข้อสังเกต ไม่หยุดการเผยแพร่",
            {SCORES: ("overall: 90.90\ngrade: ผ่านดี\n", _TEN)},
        ),
        "copied-text": Explanation(
            "",
            "ข้อความยาวเดียวกันอยู่ใต้สองตัวชี้วัด อาจคัดลอกมาแล้วลืมแก้",
            "เทียบกับเอกสาร ถ้าเอกสารพิมพ์ซ้ำจริงไม่ต้องแก้ เป็นข้อสังเกต ไม่หยุดการเผยแพร่",
            {ANALYSIS: (_analysed(_PASSAGE, _PASSAGE), _analysed(_PASSAGE, "มีแผนการใช้จ่ายที่ชัดเจน"))},
        ),
        "coverage": Explanation(
            "",
            "ตัวชี้วัดที่คะแนนต่ำหรือมีข้อบกพร่องไม่มีมาตรการรองรับในปีถัดไป หรือมีมาตรการของตัวชี้วัดที่ไม่ได้วิเคราะห์ไว้",
            "ถ้ามีมาตรการอยู่แล้วให้ใส่ `indicators:` ของมาตรการให้ครบ เป็นข้อสังเกต ไม่หยุดการเผยแพร่",
            {
                SCORES: (_LOW, _LOW),
                "tua-yang/2569/measures.yml": (_COVERED.replace("[9]", "[1]"), _COVERED),
            },
        ),
    },
)

ACKNOWLEDGEMENTS: Final = Group(
    "acknowledged",
    "การรับทราบจุดที่ข้อมูลไม่ตรงกัน (acknowledged.yml)",
    "รับทราบเมื่อมีผู้ตรวจแล้วและเอกสารพิมพ์ไว้เช่นนั้นจริง รายการหนึ่งใช้ได้กับค่าที่ระบุไว้เท่านั้น เมื่อค่าเปลี่ยนต้องตรวจใหม่",
    {
        "acknowledgement-lapsed": Explanation(
            "รายการรับทราบไม่ตรงกับสิ่งที่พบตอนนี้",
            "รหัสและปีตรงกัน แต่ค่า ตัวชี้วัด หรือข้อไม่ตรงกับที่ตรวจพบ เพราะข้อมูลถูกแก้หลังจากรับทราบ",
            "ตรวจข้อมูลใหม่ แล้วคัดลอก `values:` ที่แจ้งมาใส่ หรือลบรายการนี้",
            {SCORES: (_INFERRED, _INFERRED), ACKNOWLEDGED: (_acknowledged("2567"), _acknowledged("2568"))},
        ),
        "acknowledgement-settled": Explanation(
            "ไม่พบจุดที่รับทราบแล้ว",
            "ข้อมูลถูกแก้จนไม่มีจุดที่ไม่ตรงกันแล้ว รายการรับทราบจึงไม่มีความหมาย",
            "ลบรายการนี้ ถ้าเป็นรายการสุดท้ายให้ลบทั้งแฟ้ม",
            {ACKNOWLEDGED: (_acknowledged("2568"), None)},
        ),
        "acknowledgement-document": Explanation(
            "ระบุว่าแก้ไขแล้วแต่ไม่อ้างเอกสาร",
            "`state: corrected` หมายถึงมีเอกสารแก้ไขแล้ว จึงต้องบอกว่าเอกสารใด",
            "เพิ่ม `document:` เป็นชื่อหรือเลขที่หนังสือ หรือใช้ `state: confirmed`",
            {
                SCORES: (_INFERRED, _INFERRED),
                ACKNOWLEDGED: (
                    _acknowledged("2568", "corrected"),
                    _acknowledged("2568", "corrected", "    document: หนังสือแก้คำผิด ที่ 1/2568\n"),
                ),
            },
        ),
    },
)
