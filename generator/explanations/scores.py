"""Rules of scores.yml."""

from typing import Final

from generator.explanations.entries import SCORES, Explanation, Group


def _place(*lines: str, more: str = "") -> str:
    """A table of the document with these lines."""
    return "places:\n  - id: table-1\n    kind: table\n    where: ตารางที่ 1\n" + "".join(
        f"    {line}\n" for line in (*lines, *([more] if more else []))
    )


_ROW: Final = "  - {name: การใช้อำนาจ, score: 92.00}"

PRINTED: Final = Group(
    "scores",
    "คะแนน (scores.yml)",
    "คะแนนพิมพ์ตามเอกสารทุกตัวอักษร โปรแกรมจับคู่ตัวชี้วัดจากชื่อหรือหมายเลขทางการ ไม่ใช่จากลำดับบรรทัด",
    {
        "nothing-printed": Explanation(
            "ไม่มีคะแนนเลย",
            "ใน `scores.yml` ไม่มีคะแนนรวมหรือคะแนนตัวชี้วัดแม้แต่ค่าเดียว มีแต่ระดับหรือข้อมูลเอกสาร",
            "ใส่คะแนนตามเอกสารอย่างน้อยหนึ่งค่า หากยังไม่มีผลคะแนนให้ลบแฟ้มนี้ออกก่อน",
            {SCORES: ("grade: ผ่านดี\n", "overall: 90.90\ngrade: ผ่านดี\n")},
        ),
        "unknown-indicator": Explanation(
            "ไม่รู้จักตัวชี้วัดของปีนี้",
            "ชื่อหรือหมายเลขตัวชี้วัดไม่ตรงกับเกณฑ์ของปี อาจพิมพ์ผิด หรือเอกสารพิมพ์ชื่อไว้ไม่ตรงเอง",
            "ถ้าพิมพ์ผิดให้แก้ ถ้าเอกสารพิมพ์ไว้เช่นนั้นให้คงชื่อไว้ แล้วเพิ่ม `indicator:` เป็นหมายเลขทางการ",
            {
                SCORES: (
                    _place("scores:", "  - {name: การใช้ทรัพย์สินราชการ, score: 93.00}"),
                    _place("scores:", "  - {name: การใช้ทรัพย์สินราชการ, indicator: 4, score: 93.00}"),
                )
            },
        ),
        "row-of-nothing": Explanation(
            "แถวที่ไม่บอกตัวชี้วัด",
            "แถวนี้มีคะแนน แต่ไม่มีชื่อหรือหมายเลขของตัวชี้วัด",
            "เพิ่ม `name:` ตามที่เอกสารพิมพ์ หรือ `indicator:` เป็นหมายเลขทางการ",
            {SCORES: (_place("scores:", "  - {rank: 1, score: 92.00}"), _place("scores:", _ROW))},
        ),
        "duplicate-indicator": Explanation(
            "ตัวชี้วัดซ้ำในที่เดียวกัน",
            "ในตารางหรือย่อหน้าเดียวกัน ตัวชี้วัดหนึ่งมีสองแถว อาจคัดลอกแถวแล้วลืมแก้ชื่อ",
            "ลบแถวที่ซ้ำ ถ้าเอกสารพิมพ์ไว้สองแห่งจริงให้แยกเป็นอีกรายการหนึ่งใน `places`",
            {
                SCORES: (
                    _place("scores:", _ROW, "  - {name: การใช้อำนาจ, score: 93.00}"),
                    _place("scores:", _ROW, "  - {name: การใช้งบประมาณ, score: 93.00}"),
                )
            },
        ),
        "duplicate-place": Explanation(
            "id ซ้ำในแฟ้มเดียวกัน",
            "สองรายการใน `places` หรือสองหัวข้อใน `sections` ใช้ `id` เดียวกัน",
            "ตั้ง `id` ของรายการหนึ่งใหม่ เช่น `table-2`",
            {
                SCORES: (
                    _place("overall: 90.90") + "  - {id: table-1, kind: text, where: หน้า 4, overall: 90.90}\n",
                    _place("overall: 90.90") + "  - {id: page-4, kind: text, where: หน้า 4, overall: 90.90}\n",
                )
            },
        ),
        "unknown-instrument": Explanation(
            "ไม่รู้จักแบบวัด",
            "รหัสแบบวัดไม่ตรงกับเกณฑ์ของปี รหัสคือ IIT EIT และ OIT ตัวพิมพ์ใหญ่",
            "แก้รหัสให้ตรงกับรายการที่แจ้ง",
            {
                SCORES: (
                    "overall: 90.90\ngrade: ผ่านดี\ninstruments:\n  ITT: 92.00\n",
                    "overall: 90.90\ngrade: ผ่านดี\ninstruments:\n  IIT: 92.00\n",
                )
            },
        ),
        "previous-year": Explanation(
            "ปีที่นำมาเปรียบเทียบไม่ใช่ปีก่อน",
            "`previous_year:` ต้องเป็นปีที่มาก่อนปีของคะแนนนี้",
            "แก้ปีให้เป็นปีที่เอกสารนำมาเปรียบเทียบ",
            {
                SCORES: (
                    _place("previous_year: 2568", "overall: 90.90"),
                    _place("previous_year: 2567", "overall: 90.90"),
                )
            },
        ),
        "previous-without-year": Explanation(
            "มีคะแนนปีก่อนแต่ไม่ระบุปี",
            "มีคะแนนปีก่อนหรือผลต่าง แต่ไม่บอกว่าเทียบกับปีใด ผู้อ่านจึงตรวจไม่ได้",
            "เพิ่ม `previous_year:` ในรายการเดียวกัน",
            {
                SCORES: (
                    _place("scores:", "  - {indicator: 1, previous: 88.00, score: 90.00, difference: 2.00}"),
                    _place(
                        "previous_year: 2567",
                        "scores:",
                        "  - {indicator: 1, previous: 88.00, score: 90.00, difference: 2.00}",
                    ),
                )
            },
        ),
        "chosen-not-printed": Explanation(
            "ค่าที่เลือกไม่มีในเอกสาร",
            "`chosen` ใช้เลือกหนึ่งค่าจากหลายค่าที่เอกสารพิมพ์ไว้ จึงเลือกค่าที่ไม่ได้พิมพ์ไว้ไม่ได้",
            "เลือกค่าหนึ่งจากที่แจ้ง ตัวเลขต้องตรงกัน หรือลบรายการนี้",
            {
                SCORES: (
                    "overall: 90.90\nchosen:\n  - {datum: overall, value: 91.00, reason: ปัดเศษ}\n",
                    "overall: 90.90\nchosen:\n  - {datum: overall, value: 90.90, reason: ค่าเดียวที่พิมพ์ไว้}\n",
                )
            },
        ),
        "duplicate-choice": Explanation(
            "เลือกค่าไว้มากกว่าหนึ่งครั้ง",
            "ใน `chosen` มีสองรายการของข้อมูลเดียวกัน โปรแกรมไม่รู้ว่าจะใช้ค่าใด",
            "เหลือรายการที่ต้องการไว้รายการเดียว",
            {
                SCORES: (
                    "overall: 90.90\nchosen:\n" + "  - {datum: overall, value: 90.90, reason: ตารางที่ 1}\n" * 2,
                    "overall: 90.90\nchosen:\n  - {datum: overall, value: 90.90, reason: ตารางที่ 1}\n",
                )
            },
        ),
    },
)
