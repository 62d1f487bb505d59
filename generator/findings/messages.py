"""What a Finding says, per code and language: a short title, and a sentence that its details complete.

The wording speaks of the document, never of the agency's conduct.
"""

from typing import Final

Wording = tuple[str, str]

MESSAGES: Final[dict[str, dict[str, Wording]]] = {
    "value-conflict": {
        "th": ("ค่าเดียวกันพิมพ์ไว้ต่างกัน", "{subject} พิมพ์ไว้ไม่ตรงกันในเอกสาร"),
        "en": ("one datum, different values", "{subject} is printed with different values"),
    },
    "overall-mismatch": {
        "th": ("คะแนนรวมไม่ตรงกับที่คำนวณ", "คะแนนตัวชี้วัดที่พิมพ์ไว้ด้วยกัน คำนวณแล้วไม่ตรงกับคะแนนรวมที่พิมพ์ไว้ – {place}"),
        "en": ("the overall does not follow", "scores printed together do not give the printed overall – {place}"),
    },
    "grade-mismatch": {
        "th": ("ระดับไม่ตรงกับเกณฑ์ของปี", "ระดับที่พิมพ์ไว้ไม่ตรงกับเกณฑ์ของปีนั้นสำหรับ{fault}"),
        "en": ("the grade does not follow", "the printed grade is not the one that the year's rule gives {fault}"),
    },
    "difference-mismatch": {
        "th": ("ผลต่างไม่ตรงกับคะแนน", "{subject}: จาก {previous} เป็น {score} แต่ผลต่างที่พิมพ์ไว้เป็นค่าอื่น"),
        "en": ("a difference does not follow", "{subject}: from {previous} to {score}, another difference is printed"),
    },
    "sign-missing": {
        "th": ("ผลต่างขาดเครื่องหมายลบ", "{subject}: จาก {previous} เป็น {score} เป็นการลดลง แต่พิมพ์ผลต่างโดยไม่มีเครื่องหมายลบ"),
        "en": (
            "a minus sign is missing",
            "{subject}: from {previous} to {score} is a decrease, printed without a minus",
        ),
    },
    "rank-order": {
        "th": ("ลำดับไม่เรียงตามคะแนน", "ลำดับที่พิมพ์ไว้ไม่เรียงตามคะแนน – {place}"),
        "en": ("the ranking is out of order", "the printed ranks are not in the order of the scores – {place}"),
    },
    "extreme-mismatch": {
        "th": ("ข้อความสูงสุดหรือต่ำสุดไม่ตรงกับคะแนน", "ข้อความ “{printed}” ไม่ตรงกับคะแนนที่พิมพ์ไว้"),
        "en": ("a highest or lowest that is not", "“{printed}” does not agree with the printed scores"),
    },
    "count-mismatch": {
        "th": ("จำนวนไม่ตรงกับที่นับได้", "ข้อความ “{printed}” ไม่ตรงกับจำนวนที่นับได้จาก{counted}"),
        "en": ("a count that is not", "“{printed}” does not agree with the count of the {counted}"),
    },
    "indicator-number": {
        "th": ("หมายเลขตัวชี้วัดไม่ตรงกับเกณฑ์", "“{name}” พิมพ์หมายเลขไม่ตรงกับหมายเลขทางการ"),
        "en": ("an indicator's number", "“{name}” is printed with another number than its official one"),
    },
    "indicator-name": {
        "th": ("ชื่อตัวชี้วัดไม่ตรงกับเกณฑ์", "ชื่อตัวชี้วัดที่ {number} พิมพ์ไว้ไม่ตรงกับชื่อตามเกณฑ์ของปี"),
        "en": ("an indicator's name", "the name of indicator {number} is not the one of the year's framework"),
    },
    "instrument-mismatch": {
        "th": ("แบบวัดไม่ตรงกับตัวชี้วัด", "{subject} {fault}"),
        "en": ("an instrument does not agree", "{subject} {fault}"),
    },
    "agency-name": {
        "th": ("ชื่อในเอกสารไม่ตรงกับหน่วยงาน", "เอกสารพิมพ์ชื่อ ({kind}) ไม่ตรงกับของหน่วยงาน"),
        "en": ("a name of another place", "the document prints a name ({kind}) that is not the agency's"),
    },
    "missing-score": {
        "th": ("เอกสารไม่ได้พิมพ์คะแนนบางรายการ", "เอกสารไม่ได้พิมพ์: {subjects}"),
        "en": ("scores that are not printed", "the document does not print: {subjects}"),
    },
    "missing-year": {
        "th": ("เอกสารไม่ได้ระบุปีของคะแนน", "ปีงบประมาณของคะแนนชุดนี้เป็นการอนุมาน เพราะ{reason}"),
        "en": ("the year is not printed", "the fiscal year of these scores is inferred: {reason}"),
    },
    "date-order": {
        "th": ("ลำดับวันที่ไม่สอดคล้องกัน", "{document}ลงวันที่ {dated} ก่อน{event} วันที่ {happened} ที่เอกสารรายงานว่าจัดแล้ว"),
        "en": (
            "dates out of order",
            "{document} is dated {dated}, before {event} of {happened}, which it reports as done",
        ),
    },
    "script-noise": {
        "th": ("มีอักษรภาษาอื่นปนในชื่อ", "ชื่อที่พิมพ์มีอักษรของภาษาอื่นปนอยู่"),
        "en": ("letters of another script", "a printed name has letters of another script in it"),
    },
    "copied-text": {
        "th": ("ข้อความเดียวกันในสองตัวชี้วัด", "ข้อความเดียวกันพิมพ์ไว้ทั้งในตัวชี้วัดที่ {one} และในตัวชี้วัดที่ {other}"),
        "en": ("one passage under two indicators", "the same passage is printed under indicators {one} and {other}"),
    },
    "coverage": {
        "th": ("มาตรการกับบทวิเคราะห์ไม่ครอบคลุมกัน", "{subject} {fault}"),
        "en": ("measures and analysis do not cover each other", "{subject} {fault}"),
    },
}

# Details that are words of ours; other details may stand in them.
SPOKEN: Final = frozenset({"kind", "counted", "fault"})
WORDS: Final[dict[str, dict[str, str]]] = {
    "th": {
        "agency": "หน่วยงาน",
        "district": "อำเภอหรือเขต",
        "province": "จังหวัด",
        "addressee": "ผู้รับหนังสือ",
        "scores": "คะแนนที่พิมพ์ไว้",
        "list": "รายการที่พิมพ์ไว้",
        "not-its-mean": "พิมพ์ไว้ไม่ตรงกับตัวชี้วัดของแบบวัดนั้น",
        "another-instrument": "พิมพ์ไว้ใต้หัวข้อของแบบวัดอื่น",
        "another-code": "พิมพ์ไว้คู่กับอักษรย่อ {other} ของแบบวัดอื่น",
        "of-indicator": "เป็นคะแนนของตัวชี้วัดที่ {indicators} ไม่ใช่คะแนนของทั้งแบบวัด",
        "overall": "คะแนนรวม {score}",
        "score": "คะแนน {score}",
        "outcome": "{subject} {score} ปี {year} ใน{where}",
        "below": "มีคะแนนปี {assessed} ต่ำกว่าเกณฑ์ของจุดที่ควรพัฒนา แต่ไม่พบมาตรการของตัวชี้วัดนี้ในมาตรการปี {acted}",
        "defects": "มีข้อบกพร่องในบทวิเคราะห์ปี {assessed} แต่ไม่พบมาตรการของตัวชี้วัดนี้ในมาตรการปี {acted}",
        "not-analysed": "มีมาตรการปี {acted} แต่ไม่พบตัวชี้วัดนี้ในบทวิเคราะห์ผลการประเมินปี {assessed}",
    },
    "en": {
        "agency": "agency",
        "district": "district",
        "province": "province",
        "addressee": "addressee",
        "scores": "printed scores",
        "list": "printed list",
        "not-its-mean": "does not agree with the indicators of the instrument",
        "another-instrument": "stands under the heading of another instrument",
        "another-code": "stands beside {other}, the code of another instrument",
        "of-indicator": "is the score of indicator {indicators}, not that of the whole instrument",
        "overall": "an overall of {score}",
        "score": "a score of {score}",
        "outcome": "{subject} {score} of {year} ({where})",
        "below": "has a score of {assessed} below the threshold, and no measure of {acted} serves it",
        "defects": "has defects in the analysis of {assessed}, and no measure of {acted} serves it",
        "not-analysed": "has a measure of {acted}, and the analysis of the result of {assessed} does not contain it",
    },
}

SEVERITIES: Final[dict[str, dict[str, str]]] = {
    "th": {
        "high": "อาจทำให้เข้าใจคะแนน ระดับ ปี หรือหน่วยงานคลาดเคลื่อน",
        "medium": "ไม่สอดคล้องกับข้อมูลอื่นในเอกสารหรือกับเกณฑ์",
        "low": "การสะกดหรืออักขระ",
        "info": "ข้อมูลที่ไม่มีหรือให้ผู้อ่านพิจารณา",
    },
    "en": {"high": "high", "medium": "medium", "low": "low", "info": "info"},
}
