"""Rules of analyses, measures and documents."""

from typing import Final

from generator.explanations.entries import ANALYSIS, DOCUMENTS, MEASURES, Explanation, Group


def _measure(*lines: str, no: int = 1) -> str:
    return f"  - no: {no}\n" + "".join(f"    {line}\n" for line in lines)


def _measures(*parts: str) -> str:
    return "measures:\n" + "".join(parts)


_STEPS: Final = "steps: ประชุมชี้แจง"
_FIRST: Final = _measure(_STEPS, "period: ตลอดปี")


def _outcome(*claim: str) -> str:
    return _measures(_measure(_STEPS, "outcome: คะแนนตัวชี้วัดที่ 4 เพิ่มจาก 88.00 เป็น 93.00", "outcomes:", *claim))


def _remarked(passage: str) -> str:
    return f"sections:\n  - text: ผลการประเมินอยู่ในระดับดี\n    remarks:\n      - {{passage: {passage}, note: อ่านไม่ชัด}}\n"


def _documents(*parts: str) -> str:
    return "documents:\n" + "".join(parts)


NARRATIVE: Final = Group(
    "measures",
    "บทวิเคราะห์ มาตรการ และเอกสาร",
    "แฟ้ม `analysis.yml` `measures.yml` และ `documents.yml` ถอดความจากเอกสารของหน่วยงาน ข้อความคงไว้ตามที่พิมพ์",
    {
        "unknown-code": Explanation(
            "ไม่รู้จักรหัสในเกณฑ์ของปี",
            "รหัสตัวชี้วัดย่อยหรือเลขข้อ OIT ไม่มีในเกณฑ์ของปีที่ประเมิน มาตรการใช้เกณฑ์ของปีก่อนหนึ่งปี หรือปีใน `assessed:`",
            "แก้รหัสให้ตรงกับเกณฑ์ของปีที่ประเมิน",
            {
                MEASURES: (
                    _measures(_measure("items: [O99]", _STEPS)),
                    _measures(_measure("items: [O9]", _STEPS)),
                )
            },
        ),
        "unknown-place": Explanation(
            "อ้างถึงตารางที่ไม่มี",
            "`places:` ของหัวข้ออ้างถึง `id` ที่ไม่มีใน `scores.yml` ของปีเดียวกัน",
            "แก้ให้ตรงกับ `id` ใน `scores.yml` คะแนนแบบย่อที่อยู่หัวแฟ้มมี `id` ว่า `result`",
            {
                ANALYSIS: (
                    "sections:\n  - title: ผลการประเมิน\n    places: [table-1]\n",
                    "sections:\n  - title: ผลการประเมิน\n    places: [result]\n",
                )
            },
        ),
        "passage-missing": Explanation(
            "ไม่พบข้อความที่อ้างถึง",
            "หมายเหตุใน `remarks` และคำใน `level` ต้องคัดลอกจากข้อความข้าง ๆ กันให้ตรงทุกตัวอักษร และอยู่ในย่อหน้าหรือข้อเดียว",
            "คัดลอกข้อความใหม่ ถ้าข้อความถูกแก้แล้วให้ลบหมายเหตุนี้",
            {
                ANALYSIS: (_remarked("ระดับดีมาก"), _remarked("ระดับดี")),
            },
        ),
        "duplicate-measure": Explanation(
            "เลขมาตรการซ้ำ",
            "`no:` เป็นที่อยู่ของหน้ามาตรการ มาตรการสองรายการจึงใช้เลขเดียวกันไม่ได้",
            "เปลี่ยน `no:` ของมาตรการที่เพิ่มทีหลังเป็นเลขที่ยังไม่ใช้ ไม่ต้องเรียงลำดับใหม่",
            {MEASURES: (_measures(_FIRST, _FIRST), _measures(_FIRST, _measure(_STEPS, no=2)))},
        ),
        "measure-empty": Explanation(
            "มาตรการไม่มีเนื้อหา",
            "มาตรการต้องบอกว่าจะทำอะไร ทำอะไรไปแล้ว หรือเหตุใดจึงไม่ได้ทำ",
            "ใส่ `steps:` (ขั้นตอน) `result:` (ผลการดำเนินการ) หรือ `not_done:` (เหตุที่ไม่ได้ดำเนินการ) อย่างน้อยหนึ่งอย่าง",
            {MEASURES: (_measures(_measure("title: สร้างจิตสำนึก")), _measures(_measure("title: สร้างจิตสำนึก", _STEPS)))},
        ),
        "nothing-to-inherit": Explanation(
            "ช่องที่ผสานไม่มีแถวบนให้ผสาน",
            "`merged:` บอกว่าช่องนี้เป็นช่องเดียวกับแถวบนในเอกสาร แต่แถวที่อยู่ติดกันข้างบนไม่มีค่า",
            "ใส่ค่าในแถวนี้ หรือใส่ค่าในแถวบน หรือลบชื่อช่องออกจาก `merged:`",
            {
                MEASURES: (
                    _measures(_measure(_STEPS), _measure(_STEPS, "merged: [period]", no=2)),
                    _measures(_FIRST, _measure(_STEPS, "merged: [period]", no=2)),
                )
            },
        ),
        "merged-and-given": Explanation(
            "ช่องมีค่าแล้วแต่ระบุว่าผสาน",
            "ช่องเดียวกันมีทั้งค่าของตัวเองและอยู่ใน `merged:`",
            "เลือกอย่างใดอย่างหนึ่งตามเอกสาร",
            {
                MEASURES: (
                    _measures(_FIRST, _measure(_STEPS, "period: ตลอดปี", "merged: [period]", no=2)),
                    _measures(_FIRST, _measure(_STEPS, "merged: [period]", no=2)),
                )
            },
        ),
        "responsible-unclear": Explanation(
            "ไม่ชัดว่าใครรับผิดชอบ",
            "ผู้รับผิดชอบหนึ่งรายการเป็นหน่วยงาน (`unit`) หรือตำแหน่ง (`post`) อย่างใดอย่างหนึ่ง",
            "แยกเป็นสองรายการ",
            {
                MEASURES: (
                    _measures(_measure(_STEPS, "responsible:", "  - {unit: สำนักปลัด, post: ปลัดเทศบาล}")),
                    _measures(
                        _measure(_STEPS, "responsible:", "  - unit: สำนักปลัด", "  - post: ปลัดเทศบาล"),
                    ),
                )
            },
        ),
        "unknown-datum": Explanation(
            "ไม่รู้จักข้อมูลที่อ้างถึง",
            "`datum:` บอกว่าผลลัพธ์พูดถึงคะแนนใด ใช้ได้กับ `overall` รหัสแบบวัด และหมายเลขตัวชี้วัด",
            "แก้เป็นค่าที่แจ้ง",
            {
                MEASURES: (
                    _outcome("  - {datum: ตัวชี้วัดที่ 4, year: 2567, score: 93.00}"),
                    _outcome("  - {datum: 4, year: 2567, score: 93.00}"),
                )
            },
        ),
        "outcome-not-printed": Explanation(
            "ค่าที่แยกไว้ไม่อยู่ในข้อความผลลัพธ์",
            "ทุกค่าใน `outcomes` ต้องพิมพ์อยู่ในข้อความ `outcome` ของมาตรการเดียวกัน",
            "เทียบกับเอกสาร แล้วแก้ค่าหรือข้อความให้ตรงกัน",
            {
                MEASURES: (
                    _outcome("  - {datum: 4, year: 2567, score: 93.50}"),
                    _outcome("  - {datum: 4, year: 2567, score: 93.00}"),
                )
            },
        ),
        "duplicate-column": Explanation(
            "คอลัมน์ซ้ำ",
            "`columns` บอกว่าแต่ละคอลัมน์ของตารางในเอกสารเก็บอะไร เรื่องหนึ่งมีคอลัมน์เดียว",
            "แก้ `holds:` ของคอลัมน์ที่ผิด หรือลบคอลัมน์ที่ซ้ำ",
            {
                MEASURES: (
                    "columns:\n  - {holds: steps, heading: มาตรการ}\n  - {holds: steps, heading: ขั้นตอน}\n"
                    + _measures(_FIRST),
                    "columns:\n  - {holds: title, heading: มาตรการ}\n  - {holds: steps, heading: ขั้นตอน}\n"
                    + _measures(_FIRST),
                )
            },
        ),
        "duplicate-document": Explanation(
            "ชื่อเอกสารซ้ำในปีเดียวกัน",
            "`kind:` เป็นที่อยู่ของหน้าเอกสาร เอกสารสองฉบับในปีเดียวกันจึงใช้ชื่อเดียวกันไม่ได้",
            "ต่อท้ายด้วยเลข เช่น `memo-2`",
            {
                DOCUMENTS: (
                    _documents("  - {kind: memo, title: บันทึก}\n", "  - {kind: memo, title: บันทึก}\n"),
                    _documents("  - {kind: memo, title: บันทึก}\n", "  - {kind: memo-2, title: บันทึก}\n"),
                )
            },
        ),
        "record-missing": Explanation(
            "เอกสารอ้างถึงข้อมูลที่ไม่มี",
            "`contains:` บอกว่าเอกสารมีคะแนน บทวิเคราะห์ หรือมาตรการของปีใด แต่หน่วยงานไม่มีแฟ้มนั้น",
            "แก้ปี หรือเพิ่มแฟ้มข้อมูลของปีนั้น",
            {
                DOCUMENTS: (
                    _documents("  - kind: report\n    title: รายงาน\n    contains: [{record: scores, year: 2567}]\n"),
                    _documents("  - kind: report\n    title: รายงาน\n    contains: [{record: scores, year: 2568}]\n"),
                )
            },
        ),
    },
)
