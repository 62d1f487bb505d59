"""Data files changed in place: what is new, and that every other byte, comment and way of writing stays."""

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model import (
    Acknowledgements,
    AgencyProfile,
    Analysis,
    Disclosures,
    Documents,
    Framework,
    MeasureSet,
    Record,
    ScoreSet,
    Site,
)
from generator.problems import InvalidData, Source
from generator.reader import parse, read, written
from generator.reader.rewrite import Kept, places, plain, rewritten

ROOT = Path(__file__).parent.parent
FILE = "data/a/2568/scores.yml"
MODELS: dict[str, type[Record]] = {
    "scores": ScoreSet,
    "analysis": Analysis,
    "measures": MeasureSet,
    "documents": Documents,
    "disclosure": Disclosures,
    "agency": AgencyProfile,
    "acknowledged": Acknowledgements,
    "site": Site,
}
GONE = object()
Change = tuple[tuple[str | int, ...], Any]


def wanted_of(content: bytes) -> Any:
    return plain(read(content, FILE))


def changed(content: bytes, *changes: Change) -> Any:
    """What the content says, with other values at some places."""
    wanted = wanted_of(content)
    for path, value in changes:
        node = wanted
        for part in path[:-1]:
            node = node[part]
        if value is GONE:
            del node[path[-1]]
        else:
            node[path[-1]] = value
    return wanted


def after(content: str, *changes: Change, model: type[Record] = ScoreSet) -> str:
    before = content.encode()
    return rewritten(before, FILE, changed(before, *changes), model).decode()


def kept(*indices: int, of: Any) -> list[Any]:
    """A list of items of the file, in a new order."""
    return [Kept(index, of[index]) for index in indices]


# --- a file with everything that the data files have

SCORES = """\
# ถอดความจากรายงาน อ่านจากไฟล์สแกนด้วย OCR
# ชื่อและตัวเลขคงไว้ตามที่พิมพ์
reading: ocr
document:
  title: "รายงานผลการประเมิน (ITA): ปี ๒๕๖๘"
places:
  # ย่อหน้าแรก
  - id: overview
    kind: text
    where: "ย่อหน้า “คะแนนภาพรวม”"   # หน้า ๑
    # พิมพ์ด้วยเลขไทย
    overall: 89.69
    grade: ผ่านดี

  # ตารางใต้หัวข้อ
  # สิบแถว
  - id: table
    kind: table
    where: ตาราง
    scores:
      - {name: การปฏิบัติหน้าที่, number: 1, score: 88.53}  # แถวที่หนึ่ง
      # แถวนี้อ่านยาก
      - {name: การใช้งบประมาณ, number: 2, score: 91.20}
      - {name: การใช้อำนาจ, number: 3, score: 97.87}
    claims:
      - {claim: highest, names: [การใช้อำนาจ], printed: "สูงสุด"}
# คำนวณได้ 89.6930
chosen:
  - datum: 1
    value: 88.53
    reason: "ตารางคำนวณได้ตรง"
# ท้ายแฟ้ม
"""


@pytest.mark.parametrize(
    ("changes", "before", "expected"),
    [
        ([(("places", 1, "scores", 1, "score"), "91.25")], "score: 91.20}", "score: 91.25}"),
        ([(("places", 0, "where"), "หน้า ๒")], '"ย่อหน้า “คะแนนภาพรวม”"   # หน้า ๑', "หน้า ๒   # หน้า ๑"),
        ([(("places", 0, "where"), "ก: ข")], '"ย่อหน้า “คะแนนภาพรวม”"   #', '"ก: ข"   #'),
        ([(("document", "title"), "รายงาน")], '"รายงานผลการประเมิน (ITA): ปี ๒๕๖๘"', "รายงาน"),
        # new keys stand where the model has them
        ([(("grade",), "ผ่าน")], "reading: ocr\n", "reading: ocr\ngrade: ผ่าน\n"),
        ([(("overall",), "89.69"), (("grade",), "ผ่าน")], "ocr\n", "ocr\noverall: 89.69\ngrade: ผ่าน\n"),
        ([(("indicators",), {"2": "90.00", "10": "85.00", "1": "88.53"})], "ocr\n",
         "ocr\nindicators:\n  1: 88.53\n  2: 90.00\n  10: 85.00\n"),
        ([(("places", 0, "reading"), "verified")], '“คะแนนภาพรวม”"   # หน้า ๑\n',
         '“คะแนนภาพรวม”"   # หน้า ๑\n    reading: verified\n'),
        ([(("places", 1, "scores", 0, "instrument"), "IIT")], "number: 1, score", "number: 1, instrument: IIT, score"),
        ([(("places", 1, "scores", 0, "previous"), "90.00")], "88.53}", "88.53, previous: 90.00}"),
        ([(("places", 1, "claims", 0, "bar"), "85")], "[การใช้อำนาจ], p", "[การใช้อำนาจ], bar: 85, p"),
        ([(("places", 1, "claims", 0, "names"), ["การใช้อำนาจ", "ก, ข"])], "[การใช้อำนาจ]", '[การใช้อำนาจ, "ก, ข"]'),
        ([(("places", 0, "claims"), [{"claim": "lowest", "printed": "ต่ำสุด: ข้อ ๔"}])], "    grade: ผ่านดี\n",
         '    grade: ผ่านดี\n    claims:\n      - claim: lowest\n        printed: "ต่ำสุด: ข้อ ๔"\n'),
        ([(("places", 0, "overall_change"), {"difference": "-1.00", "previous": "90.69"})], "    grade: ผ่านดี\n",
         "    overall_change:\n      previous: 90.69\n      difference: -1.00\n    grade: ผ่านดี\n"),
        ([(("places", 1, "scores", 2, "claims"), ["ก" * 40, "ข"])], "97.87}", f"97.87, claims: [{'ก' * 40}, ข]}}"),
        ([(("places", 1, "scores", 2, "claims"), ["ก" * 90, "ข"])],
         "- {name: การใช้อำนาจ, number: 3, score: 97.87}\n",
         f"- name: การใช้อำนาจ\n        number: 3\n        score: 97.87\n        claims: [{'ก' * 90}, ข]\n"),
        # removed ones go with their comments
        ([(("places", 0, "overall"), GONE)], "    # พิมพ์ด้วยเลขไทย\n    overall: 89.69\n", ""),
        ([(("places", 0, "grade"), GONE)], "    grade: ผ่านดี\n", ""),
        ([(("places", 0, "id"), GONE)], "- id: overview\n    kind: text\n", "- kind: text\n"),
        ([(("places", 1, "scores", 2, "number"), GONE)], "อำนาจ, number: 3,", "อำนาจ,"),
        ([(("places", 1, "scores", 2, "name"), GONE)], "name: การใช้อำนาจ, number: 3", "number: 3"),
        ([(("places", 1, "scores", 2, "score"), GONE)], "3, score: 97.87}", "3}"),
        ([(("reading",), GONE)], "reading: ocr\n", ""),
        ([(("document",), GONE)], 'document:\n  title: "รายงานผลการประเมิน (ITA): ปี ๒๕๖๘"\n', ""),
        ([(("chosen",), GONE)],
         '# คำนวณได้ 89.6930\nchosen:\n  - datum: 1\n    value: 88.53\n    reason: "ตารางคำนวณได้ตรง"\n', ""),
        ([(("places", 1, "scores", 0), GONE)],
         "      - {name: การปฏิบัติหน้าที่, number: 1, score: 88.53}  # แถวที่หนึ่ง\n", ""),
        ([(("places", 1, "scores", 1), GONE)],
         "      # แถวนี้อ่านยาก\n      - {name: การใช้งบประมาณ, number: 2, score: 91.20}\n", ""),
        # several lines are a literal block
        ([(("chosen", 0, "reason"), "ก\nข: ค\n")], 'reason: "ตารางคำนวณได้ตรง"\n', "reason: |\n      ก\n      ข: ค\n"),
        ([(("places", 0, "where"), "ก\nข\n")], 'where: "ย่อหน้า “คะแนนภาพรวม”"   # หน้า ๑\n',
         "where: |   # หน้า ๑\n      ก\n      ข\n"),
        ([(("document", "title"), "ก\n\nข")], '"รายงานผลการประเมิน (ITA): ปี ๒๕๖๘"\n', "|-\n    ก\n\n    ข\n"),
        # what does not fit on a line any more becomes a block
        ([(("places", 1, "scores", 1, "name"), "ก\nข\n")], "- {name: การใช้งบประมาณ, number: 2, score: 91.20}\n",
         "- name: |\n          ก\n          ข\n        number: 2\n        score: 91.20\n"),
        ([(("places", 1, "scores", 0, "name"), "ก\nข\n")],
         "- {name: การปฏิบัติหน้าที่, number: 1, score: 88.53}  # แถวที่หนึ่ง\n",
         "-  # แถวที่หนึ่ง\n        name: |\n          ก\n          ข\n        number: 1\n        score: 88.53\n"),
    ],
)  # fmt: skip
def test_one_place_of_a_file(changes: list[Change], before: str, expected: str) -> None:
    assert SCORES.count(before) == 1

    assert after(SCORES, *changes) == SCORES.replace(before, expected)


def test_items_move_with_their_text_and_comments() -> None:
    wanted = wanted_of(SCORES.encode())
    wanted["places"] = kept(1, 0, of=wanted["places"])
    wanted["places"][0].value["scores"] = kept(2, 0, 1, of=wanted["places"][0].value["scores"])
    first = SCORES[SCORES.index("  # ย่อหน้าแรก") : SCORES.index("\n  # ตารางใต้")]
    table = SCORES[SCORES.index("  # ตารางใต้") : SCORES.index("# คำนวณได้")]
    row = "      - {name: การใช้อำนาจ, number: 3, score: 97.87}\n"
    moved = table.replace(row, "").replace("    scores:\n", f"    scores:\n{row}")

    result = rewritten(SCORES.encode(), FILE, wanted, ScoreSet).decode()

    assert result == SCORES.replace(f"{first}\n{table}", f"{moved}\n{first}")


def test_a_moved_item_may_change_too() -> None:
    wanted = wanted_of(SCORES.encode())
    scores = wanted["places"][1]["scores"]
    new = {"name": "การใช้ทรัพย์สิน", "number": "4", "score": "74.67"}
    wanted["places"][1]["scores"] = [Kept(2, scores[2]), new, Kept(0, {**scores[0], "score": "100.00"})]

    result = rewritten(SCORES.encode(), FILE, wanted, ScoreSet).decode()

    assert result.split("    scores:\n")[1].split("    claims")[0] == (
        "      - {name: การใช้อำนาจ, number: 3, score: 97.87}\n"
        "      - {name: การใช้ทรัพย์สิน, number: 4, score: 74.67}\n"
        "      - {name: การปฏิบัติหน้าที่, number: 1, score: 100.00}  # แถวที่หนึ่ง\n"
    )


# --- lists

LIST = """\
columns: [{holds: title, heading: ก}]
measures:
- no: 1
  # ชื่อเดิม
  title: ก
  indicators: [1, 2]

# ข้อสอง
- no: 2
  responsible:
  - unit: กองคลัง

  # ในข้อสอง

  # ของสำนักปลัด
  - unit: สำนักปลัด  # งานพัสดุ

- no: 3
"""


@pytest.mark.parametrize(
    ("changes", "before", "expected"),
    [
        ([(("measures", 0, "indicators"), ["1"])], "[1, 2]", "[1]"),
        ([(("measures", 0, "indicators"), ["2", "1", "3"])], "[1, 2]", "[2, 1, 3]"),
        ([(("measures", 0, "indicators"), ["0", "1", "2"])], "[1, 2]", "[0, 1, 2]"),
        ([(("measures", 2, "items"), ["O1", "O2"])], "- no: 3\n", "- no: 3\n  items: [O1, O2]\n"),
        # lists of this file stand below their key
        ([(("measures", 2, "responsible"), [{"unit": "ก"}, {"post": "ข", "unit": "ค"}])], "- no: 3\n",
         "- no: 3\n  responsible:\n  - unit: ก\n  - unit: ค\n    post: ข\n"),
        ([(("measures", 2, "items"), ["ก" * 60, "ข" * 60])], "- no: 3\n",
         f"- no: 3\n  items:\n  - {'ก' * 60}\n  - {'ข' * 60}\n"),
        # comments that stand apart stay, those directly above and behind go
        ([(("measures", 1, "responsible", 0), GONE)], "  - unit: กองคลัง\n", ""),
        ([(("measures", 1, "responsible", 1), GONE)], "\n  # ของสำนักปลัด\n  - unit: สำนักปลัด  # งานพัสดุ\n", ""),
        ([(("measures", 1), GONE)], LIST[LIST.index("# ข้อสอง"):LIST.index("- no: 3")], ""),
        ([(("measures", 2), GONE)], "\n- no: 3\n", ""),
        ([(("measures", 0), GONE)], LIST[LIST.index("- no: 1"):LIST.index("# ข้อสอง")], ""),
        ([(("measures", 0, "title"), GONE)], "  # ชื่อเดิม\n  title: ก\n", ""),
        ([(("columns",), [{"holds": "title", "heading": "ก"}, {"holds": "period", "heading": "ข, ค"}])], "ก}]",
         'ก}, {holds: period, heading: "ข, ค"}]'),
        ([(("columns", 0, "heading"), "ก\nข")], "[{holds: title, heading: ก}]\n",
         "\n- holds: title\n  heading: |-\n    ก\n    ข\n"),
    ],
)  # fmt: skip
def test_lists(changes: list[Change], before: str, expected: str) -> None:
    assert LIST.count(before) == 1

    assert after(LIST, *changes, model=MeasureSet) == LIST.replace(before, expected).replace(
        "columns: \n", "columns:\n"
    )


def test_items_of_their_own_paragraphs_stay_so() -> None:
    wanted = wanted_of(LIST.encode())
    measures = wanted["measures"]
    new = {"no": "4", "steps": "๑. ก\n๒. ข\n"}
    wanted["measures"] = [new, *kept(2, 0, 1, of=measures)]
    one, two = (
        LIST[LIST.index("- no: 1") : LIST.index("\n# ข้อสอง")],
        LIST[LIST.index("# ข้อสอง") : LIST.index("\n- no: 3")],
    )

    result = rewritten(LIST.encode(), FILE, wanted, MeasureSet).decode()

    expected = f"measures:\n- no: 4\n  steps: |\n    ๑. ก\n    ๒. ข\n\n- no: 3\n\n{one}\n{two}"
    assert result == LIST[: LIST.index("measures:")] + expected


@pytest.mark.parametrize(
    ("before", "wanted", "expected"),
    [
        (" [ก, ข, ค]", ["ค", "ก", "ข"], " [ค, ก, ข]"),
        (" [ก, ข, ค]", ["ก", "ฃ", "ค"], " [ก, ฃ, ค]"),
        (" [ 'ก' ,\"ข\" ]", ["ข", "ก"], " [ \"ข\" ,'ก' ]"),
        (" [ก,\n  ข,\n]", ["ก", "ข", "ค"], " [ก,\n  ข,\n  ค,\n]"),
        (" [ก, # หนึ่ง\n  ข]", ["ก", "ค"], " [ก, # หนึ่ง\n  ค]"),
        (" [ก, # หนึ่ง\n  ข]", ["ก", "ข", "ค"], "\n  # หนึ่ง\n  - ก\n  - ข\n  - ค"),
        ("\n  - ก # หนึ่ง\n  - ข", ["ค", "ก", "ข"], "\n  - ค\n  - ก # หนึ่ง\n  - ข"),
        ("\n  - ก # หนึ่ง\n  - ข\n  - ก # สอง", ["ก", "ข", "ค"], "\n  - ก # หนึ่ง\n  - ข\n  - ค # สอง"),
        ("\n  - ก # หนึ่ง\n  - ข # สอง\n  - ค", ["ค", "ข"], "\n  - ค\n  - ข # สอง"),
        ("\n  - 1 # หนึ่ง\n  - 2\n  - 1\n  - 2", ["1", "9", "1", "2"], "\n  - 1 # หนึ่ง\n  - 9\n  - 1\n  - 2"),
        (" []", ["ก"], " [ก]"),
        (" ก  # หนึ่ง", ["ก", "ข"], " [ก, ข]  # หนึ่ง"),
        ("", ["ก"], " [ก]"),
    ],
)
def test_items_are_found_again(before: str, wanted: list[str], expected: str) -> None:
    """Equal ones first, then by their place."""
    result = after(f"path:{before}\nitems: ก\n", (("path",), wanted), model=Disclosures)

    assert result == f"path:{expected}\nitems: ก\n"


def test_a_new_key_of_numbers() -> None:
    content = "indicators: {1: 90, 2: 80, 4: 70}\ninstruments:\n  OIT: 90\n"
    result = after(content, (("indicators", "10"), "1"), (("indicators", "3"), "75"), (("instruments", "EIT"), "85"))

    assert result == "indicators: {1: 90, 2: 80, 3: 75, 4: 70, 10: 1}\ninstruments:\n  OIT: 90\n  EIT: 85\n"


def test_keys_out_of_order_stay_so() -> None:
    content = "indicators: {4: 90, ๑: 80}\ngrade: A\noverall: 90\n"
    result = after(content, (("indicators", "3"), "75"), (("reading",), "ocr"), (("instruments",), {"IIT": "1"}))

    assert result == (
        "reading: ocr\nindicators: {4: 90, ๑: 80, 3: 75}\ngrade: A\ninstruments:\n  IIT: 1\noverall: 90\n"
    )


# --- scalars

PLAIN = [
    "ก", "88.53", "๘๘.๕๓", "0737202200", "2567-02-29", "12:30", "true", "-3.03", "a:b", "a#b", "ก (ข)", "it's", "a\\b",
    "http://a.th/b?c=1#d", "“ก”", "--- a", "...", "?a", ":a", "20 พฤศจิกายน 2569", "😀", "ก\u00a0ข", "ก" * 3000,
]  # fmt: skip
QUOTED = [
    "", " ", " ก", "ก ", "-", "?", "~", "null", "Yes", "no", "ON", "off", "=", "<<", "ก: ข", "ก:", "ก #ข", "#", "- ก",
    "? ก", "!ก", "&ก", "*ก", "%ก",
    "@ก", "`ก", "|", "|-", ">", "> ก", "'ก'", '"ก"', "[ก]", "{ก", "]", "}", ",", "ก\t", "\tก",
    "ก\rข", "ก\r\nข", "\n", "\n\n", " \n", "ก\r\nข\n",
]  # fmt: skip
BLOCKS = [
    ("ก\nข\n", "|\n    ก\n    ข"),
    ("ก\n", "|\n    ก"),
    ("ก\nข", "|-\n    ก\n    ข"),
    ("ก\nข\n\n", "|+\n    ก\n    ข\n"),
    ("ก\n\nข\n", "|\n    ก\n\n    ข"),
    ("\nก\n", "|\n\n    ก"),
    (" ก\nข\n", "|2\n     ก\n    ข"),
    (" ก\nข", "|2-\n     ก\n    ข"),
    ("ก\n  ข\n", "|\n    ก\n      ข"),
    ("ก \nข\n", "|\n    ก \n    ข"),
    ("ก\tข\nค\n", "|\n    ก\tข\n    ค"),
    ("ก\n\tข\n", "|\n    ก\n    \tข"),
    ("# ก\n- ข: ค\n", "|\n    # ก\n    - ข: ค"),
    ("---\n...\n", "|\n    ---\n    ..."),
    ("ก\\\n'ข\"\n", "|\n    ก\\\n    'ข\""),
    ("😀: ก\n" * 3, "|\n    😀: ก\n    😀: ก\n    😀: ก"),
]
AROUND = "document:\n  title: {}\n  names: [ก]\n"


@pytest.mark.parametrize("text", PLAIN)
def test_what_stays_plain(text: str) -> None:
    assert after(AROUND.format("เดิม"), (("document", "title"), text)) == AROUND.format(text)


@pytest.mark.parametrize("text", QUOTED)
def test_what_is_quoted(text: str) -> None:
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    for sign, letter in zip("\t\r\n", "trn", strict=True):
        shown = shown.replace(sign, f"\\{letter}")

    assert after(AROUND.format("เดิม"), (("document", "title"), text)) == AROUND.format(f'"{shown}"')


@pytest.mark.parametrize(("text", "block"), BLOCKS)
@pytest.mark.parametrize("old", ["เดิม", "|\n    เดิม\n    เดิม", ">-\n    เดิม", '"เดิม\n    เดิม"', "[ก]", "{a: ข}"])
def test_what_is_a_block(old: str, text: str, block: str) -> None:
    assert after(AROUND.format(old), (("document", "title"), text)) == AROUND.format(block)


@pytest.mark.parametrize("text", [*PLAIN, *QUOTED])
@pytest.mark.parametrize("old", ["|  # ก\n    เดิม\n    เดิม", ">\n    เดิม", "", '"เดิม\n    เดิม"', "\n    - ก\n    - ข"])
def test_a_block_becomes_a_line(old: str, text: str) -> None:
    direct = after(AROUND.format("เดิม"), (("document", "title"), text)).split("\n")

    result = after(AROUND.format(old), (("document", "title"), text)).split("\n")

    if "# ก" in old:
        assert result.pop(1) == f"{direct.pop(1)}  # ก"
    assert result == direct or (text == "" and result == AROUND.format(old).split("\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        *((text, text) for text in ("ก", "1", "88.53", "a:b", "http://a.th/b", "it's", "ก (ข)", "-3.03")),
        *((text, f'"{text}"') for text in ("ก, ข", "[ก", "ก]", "{ก", "ก}", "ก: ข", "", " ก", "-", "?", "#", "ก,", "~")),
        ('"', '"\\""'),
    ],
)
def test_scalars_inside_a_line(text: str, shown: str) -> None:
    content = "items: [{a: ก, b: [ข]}]\n"

    assert after(content, (("items", 0, "a"), text)) == content.replace("ก", shown)
    assert after(content, (("items", 0, "b", 0), text)) == content.replace("ข", shown)
    assert after(content, (("items", 0, "c"), text)) == content.replace("]}", f"], c: {shown}}}")


@pytest.mark.parametrize("name", ["", " ", "a: b", "- a", "#", "[", "? a", "a,b", "ก\nข", "'", '"'])
def test_keys_are_quoted_where_they_must_be(name: str) -> None:
    for content in ("instruments:\n  IIT: 1\n", "instruments: {IIT: 1}\n", "instruments:\n"):
        result = after(content, (("instruments",), {"IIT": "1", name: "2"}))

        assert wanted_of(result.encode()) == {"instruments": {"IIT": "1", name: "2"}}
        assert f'"{name}"'.replace('"""', '"\\""').replace("\n", "\\n") in result


# --- comments near blocks


@pytest.mark.parametrize(
    ("content", "path", "value", "expected"),
    [
        # a comment that is indented deeper would be a line of the block
        ("a: ก\n    # ลึก\nb: ข\n", ("a",), "ค\nง\n", "a: |\n  ค\n  ง\n# ลึก\nb: ข\n"),
        ("a:\n  - ก\n\n    # ลึก\n  # ตื้น\nb: ข\n", ("a", 0), "ค\nง\n",
         "a:\n  - |\n    ค\n    ง\n\n  # ลึก\n  # ตื้น\nb: ข\n"),
        ("a: ก\n    # ลึก\nb: ข\n", ("a",), "ค", "a: ค\n    # ลึก\nb: ข\n"),
        ("a:  # ก\n  - ข\n", ("a",), "ค", "a: ค  # ก\n"),
        ("a:  # ก\nb: 1\n", ("a",), "ค\nง\n", "a: |  # ก\n  ค\n  ง\nb: 1\n"),
        ("a: |  # ก\n  ข\n\n# ค\nb: 1\n", ("a",), "ง\nจ\n", "a: |  # ก\n  ง\n  จ\n\n# ค\nb: 1\n"),
        ("a: |\n  # ข\n# ค\nb: 1\n", ("b",), "2", "a: |\n  # ข\n# ค\nb: 2\n"),
        # blank lines below a block that would keep them
        ("a: ก\n\nb: 1\n", ("a",), "ค\n\n", "a: |+\n  ค\n\nb: 1\n"),
        ("a: ก\nb: 1\n", ("a",), "ค\n\n", "a: |+\n  ค\n\nb: 1\n"),
        ("a: |+\n  ก\n\nb: 1\n\nc: 1\n", ("a",), "ค\n", "a: |\n  ค\nb: 1\n\nc: 1\n"),
    ],
)  # fmt: skip
def test_comments_and_blank_lines_near_blocks(content: str, path: tuple[str, ...], value: str, expected: str) -> None:
    assert after(content, (path, value)) == expected


@pytest.mark.parametrize(
    ("content", "gone", "expected"),
    [
        ("# หัว\na: 1\nb: 2\n", "a", "# หัว\nb: 2\n"),
        ("# หัว\n\n# ของ a\na: 1\nb: 2\n", "a", "# หัว\n\nb: 2\n"),
        ("---\n# ของ a\na: 1\nb: 2\n", "a", "---\nb: 2\n"),
        ("# หัว\na: 1\n# ของ b\n# อีกบรรทัด\nb: 2\n# ของ c\nc: 3\n", "b", "# หัว\na: 1\n# ของ c\nc: 3\n"),
        ("a: 1\n# ส่วนที่สอง\n\nb: 2\nc: 3\n", "b", "a: 1\n# ส่วนที่สอง\n\nc: 3\n"),
        ("a: 1\nb: 2\n# ส่วนที่สอง\n\nc: 3\n", "b", "a: 1\n# ส่วนที่สอง\n\nc: 3\n"),
        ("a: 1\nb: 2\n\n# ส่วนที่สอง\n\nc: 3\n", "a", "b: 2\n\n# ส่วนที่สอง\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", "c", "a: 1\n\nb: 2\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", "b", "a: 1\n\nc: 3\n"),
        ("a: 1\nb: 2\n# ท้าย\n", "b", "a: 1\n# ท้าย\n"),
        ("a: 1\nb:\n  - 2\n  # ใน b\n# ท้าย\n", "b", "a: 1\n# ท้าย\n"),
        ("a: 1\n  # ของ a\nb: 2\n", "b", "a: 1\n  # ของ a\n"),
        ("a: 1\n  # ของ a\nb: 2\n", "a", "b: 2\n"),
        ("a: 1\n# ส่วน\n\nb: 2\n# ส่วน\n\nc: 3\n", "a", "# ส่วน\n\nb: 2\n# ส่วน\n\nc: 3\n"),
    ],
)
def test_what_is_removed_with_a_key(content: str, gone: str, expected: str) -> None:
    assert after(content, ((gone,), GONE)) == expected


def test_comments_of_a_first_entry_survive_in_front() -> None:
    content = "measures:\n  - no: 1\n    # ของชื่อ\n    title: ก\n"

    assert after(content, (("measures", 0, "no"), GONE), model=MeasureSet) == (
        "measures:\n  -\n    # ของชื่อ\n    title: ก\n"
    )


# --- files


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_marks_and_line_endings_stay(mark: bytes, ending: str, last: bool) -> None:
    def file(text: str) -> bytes:
        return mark + (text if last else text.removesuffix("\n")).replace("\n", ending).encode()

    changes = [(("grade",), "ก\nข\n"), (("chosen", 0, "value"), "1.00"), (("chosen", 0, "reason"), "ก\nข")]
    content = file(SCORES)

    assert rewritten(content, FILE, wanted_of(content), ScoreSet) == content
    assert rewritten(content, FILE, changed(content, *changes), ScoreSet) == file(after(SCORES, *changes))


def test_a_last_line_without_end() -> None:
    assert after("a: 1\nb: 2", (("a",), "3")) == "a: 3\nb: 2"
    assert after("a: 1\nb: 2", (("b",), "3")) == "a: 1\nb: 3"
    assert after("a: 1\nb: 2", (("c",), "3")) == "a: 1\nb: 2\nc: 3"
    assert after("a: 1\nb: 2", (("c",), "ก\nข\n")) == "a: 1\nb: 2\nc: |\n  ก\n  ข\n"
    assert after("a: 1\nb: |\n  2", (("b",), "2")) == "a: 1\nb: |\n  2"
    assert after("a: 1\nb: |\n  2\n  3", (("a",), "2")) == "a: 2\nb: |-\n  2\n  3"
    assert after("a: 1\nb: |\n  2", (("c",), "3")) == "a: 1\nb: 2\nc: 3"


def test_mixed_line_endings() -> None:
    assert after("a: 1\r\nb:\n  - c: 2 # x\r\n\r\n  - d\r\ne: 1\n", (("b", 0, "c"), "3"), (("b", 0, "f"), "4")) == (
        "a: 1\r\nb:\n  - c: 3 # x\r\n    f: 4\n\r\n  - d\r\ne: 1\n"
    )


def test_characters_of_more_than_one_unit() -> None:
    content = "a: 😀 # 😀\n😀: [😀, ก, '😀😀']\n# 😀\nข: |\n  😀\nค: 😀\n"

    assert after(content, (("😀", 1), "👩"), (("ค",), "ง"), (("ข",), "จ")) == (
        "a: 😀 # 😀\n😀: [😀, 👩, '😀😀']\n# 😀\nข: จ\nค: ง\n"
    )


@pytest.mark.parametrize("header", ["", "# คะแนนปี 2569", "# คะแนนปี 2569\n# จากแบบกรอก\n"])
def test_a_new_file(header: str) -> None:
    wanted: Any = {
        "places": [
            {"where": "ตาราง: ๑", "kind": "table", "id": "table", "scores": [{"score": "90.00", "number": "1"}]},
            {"id": "text", "kind": "text", "where": "ก\nข\n", "claims": [{"claim": "lowest", "names": ["ก", "ข, ค"]}]},
        ],
        "indicators": {"10": "1.00", "2": "90.00", "1": "80.00"},
        "reading": "typed",
    }

    content = rewritten(b"", FILE, wanted, ScoreSet, header)

    assert content.decode() == (header.rstrip("\n") + "\n" if header else "") + (
        "reading: typed\n"
        "indicators:\n  1: 80.00\n  2: 90.00\n  10: 1.00\n"
        'places:\n  - id: table\n    kind: table\n    where: "ตาราง: ๑"\n'
        "    scores:\n      - number: 1\n        score: 90.00\n"
        "  - id: text\n    kind: text\n    where: |\n      ก\n      ข\n"
        '    claims:\n      - claim: lowest\n        names: [ก, "ข, ค"]\n'
    )
    assert rewritten(content, FILE, wanted, ScoreSet, header) == content


@pytest.mark.parametrize(
    ("content", "changes", "expected"),
    [
        ("{a: 1, b: [2]}\n", [(("a",), "3"), (("c",), "ก")], "{a: 3, b: [2], c: ก}\n"),
        ("{a: 1, # ก\n b: 2} # ข\n", [(("c",), "ก\nข\n")], "# ก\na: 1\nb: 2\nc: |\n  ก\n  ข\n # ข\n"),
        ("--- {a: 1}\n...\n", [(("a",), "2")], "--- {a: 2}\n...\n"),
        ("%YAML 1.1\n---\na: 1\n...\n", [(("a",), "2"), (("b",), "3")], "%YAML 1.1\n---\na: 2\nb: 3\n...\n"),
        ("a: {}\nb: 1\n", [(("a",), {"c": "1"})], "a:\n  c: 1\nb: 1\n"),
        ("a:\n  c: 1\nb: 1\n", [(("a",), {})], "a: {}\nb: 1\n"),
        ("a: [x: 1]\n", [(("a", 0, "x"), "2")], "a: [x: 2]\n"),
        ("a: [x: 1, 2]\n", [(("a", 0, "y"), "2")], "a: [{x: 1, y: 2}, 2]\n"),
        ("a: {b, c: 1}\n", [(("a", "b"), "2")], "a: {b: 2, c: 1}\n"),
        ("a: {b, c: 1}\n", [(("a", "c"), "2")], "a: {b, c: 2}\n"),
        ('a: {"b":1}\n', [(("a", "b"), "2")], 'a: {"b":2}\n'),
        ("- a\n", [], ""),
        ("? a\n: 1\n? b\n: - x\n  - y\n", [(("a",), "2"), (("b", 0), "z")], "? a\n: 2\n? b\n: - z\n  - y\n"),
        ("? a\n: 1\n# ข\n? b\n: 2\n", [(("a",), ["x\ny"])], "a:\n  - |-\n    x\n    y\n# ข\n? b\n: 2\n"),
        ("? a\n# ค\n: 1\nb: 2\n", [(("a",), "x\ny\n")], "a: |\n  x\n  y\nb: 2\n"),
        ("a:\n-\n- # ก\n  x\n-\n  b: 1\n", [(("a", 0), "1"), (("a", 1), "z"), (("a", 2, "c"), "2")],
         "a:\n- 1\n- # ก\n  z\n-\n  b: 1\n  c: 2\n"),
        ("a:\n  - - 1\n    - 2\n  - - 3\n", [(("a", 0), ["2", "1"]), (("a", 1, 0), "4")],
         "a:\n  - - 2\n    - 1\n  - - 4\n"),
        ("a:\n    - b: 1\n      c:\n          d: 2\n", [(("a", 0, "e"), ["1"]), (("a", 0, "c", "f"), "x\ny\n")],
         "a:\n    - b: 1\n      c:\n          d: 2\n          f: |\n            x\n            y\n      e: [1]\n"),
    ],
)  # fmt: skip
def test_other_ways_of_writing(content: str, changes: list[Change], expected: str) -> None:
    if not expected:
        with pytest.raises(InvalidData):
            rewritten(content.encode(), FILE, {"a": "1"}, ScoreSet)
    else:
        assert after(content, *changes) == expected


@pytest.mark.parametrize(
    ("content", "wanted", "expected"),
    [
        # a plain hyphen is one only before a comma
        ("a: 1 # ก\nb: [ก , -] # ข\n", {"a": "1", "b": ["-", "ก"]}, 'a: 1 # ก\nb: ["-", ก] # ข\n'),
        # the lines of this list end in another way than those of the file
        (
            "a: 1 # ก\nb:\n  - x\r  - y\n  - z\n# ค\nc: 1\n",
            {"a": "1", "b": ["x", "y", "w\nv\n", "z"], "c": "1"},
            "a: 1 # ก\nb:\n  - x\n  - y\n  - |\n    w\n    v\n  - z\n# ค\nc: 1\n",
        ),
        (
            "# หัว\na: 1\nb:\r  # ก\r  - 1\r  - 2\rc: 1 # ค\n",
            {"a": "1", "b": ["1", "2", "x"], "c": "2"},
            "# หัว\na: 1\nb: [1, 2, x]\nc: 2\n",
        ),
    ],
)
def test_what_cannot_be_changed_is_written_anew(content: str, wanted: Any, expected: str) -> None:
    """The smallest collection around it, or at last the whole below its top."""
    assert rewritten(content.encode(), FILE, wanted, ScoreSet).decode() == expected


# --- what is refused


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("a: [1]\n", {"a": []}),
        ("a: [1]\n", {"a": [Kept(1, "1")]}),
        ("a: [1]\n", {"a": [Kept(-1, "1")]}),
        ("a: [1, 2]\n", {"a": [Kept(0, "1"), Kept(0, "2")]}),
        ("a: 1\n", {"a": [Kept(0, "1")]}),
        ("a: 1\n", {"a": "1", "b": [Kept(0, "1")]}),
        ("a: [1]\n", {"a": ["1", {"b": [Kept(0, "1")]}]}),
        ("", {"a": [Kept(0, "1")]}),
    ],
)
def test_wanted_content_that_makes_no_sense(content: str, wanted: Any) -> None:
    with pytest.raises(ValueError, match=r"empty list|Kept"):
        rewritten(content.encode(), FILE, wanted, ScoreSet)


@pytest.mark.parametrize(
    ("content", "text", "code"),
    [
        ("a: &x 1\n", "2", "yaml-alias"),
        ("a: 1\na: 2\n", "2", "duplicate-key"),
        ("# ก\n", "2", "file-empty"),
        ("a: 1\n", "ก\u200dข", "invisible-character"),
        ("a: 1\n", "ก\u202eข\n", "bidi-character"),
        ("a: 1\n", "\x07", "control-character"),
        ("a: 1\n", "ก" * 400_000, "file-too-large"),
    ],
)
def test_what_the_reader_refuses(content: str, text: str, code: str) -> None:
    with pytest.raises(InvalidData) as invalid:
        rewritten(content.encode(), FILE, {"a": text}, ScoreSet)

    assert {problem.code for problem in invalid.value.problems} == {code}


# --- plain nodes and places


def test_plain() -> None:
    node = plain(read("a: 1\nb: {c: [ก, '']}\nd:\n".encode(), FILE))

    assert node == {"a": "1", "b": {"c": ["ก", ""]}, "d": ""}
    assert type(node["a"]) is str


def test_places() -> None:
    content = "a: 1\nb:\n  - c: |\n      ก\n    d: {e: ข}\n  - [ค]\nf:\n"

    assert places(read(content.encode(), FILE)) == {
        path: Source(FILE, line, column)
        for path, line, column in [
            ((), 1, 1),
            (("a",), 1, 4),
            (("b",), 2, 1),
            (("b", 0), 3, 5),
            (("b", 0, "c"), 3, 8),
            (("b", 0, "d"), 5, 5),
            (("b", 0, "d", "e"), 5, 12),
            (("b", 1), 6, 5),
            (("b", 1, 0), 6, 6),
            (("f",), 7, 1),
        ]
    }


def test_problems_stand_at_places() -> None:
    content = (
        "overall: x\nplaces:\n  - {id: a, kind: b, where: ก}\n  - id: c\n    kind: text\n    where: ข\n    scores: 1\n"
    )
    tree = read(content.encode(), FILE)
    paths = {source: path for path, source in places(tree).items()}

    with pytest.raises(InvalidData) as invalid:
        parse(tree, ScoreSet)

    assert [paths[problem.source] for problem in invalid.value.problems] == [
        ("overall",),
        ("places", 0, "kind"),
        ("places", 1, "scores"),
    ]


# --- the real files

FILES = sorted([*ROOT.glob("data/**/*.yml"), *ROOT.glob("generator/frameworks/256[49].yml"),
                *ROOT.glob("tests/sites/full-year/data/*/*/disclosure.yml")])  # fmt: skip


def model_of(path: Path) -> type[Record]:
    return MODELS.get(path.stem, Framework)


def spots(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every place below a node."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for part, value in entries:
        yield (*path, part), value
        yield from spots(value, (*path, part))


def comments(content: bytes) -> list[str]:
    """The comment lines of a data file: none of their passages has a line that begins so."""
    return [line.strip() for line in content.decode().split("\n") if line.lstrip().startswith("#")]


def test_real_files_are_there() -> None:
    assert len(FILES) > 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_real_file_that_stays_is_the_same(path: Path) -> None:
    content = path.read_bytes()

    assert rewritten(content, FILE, wanted_of(content), model_of(path)) == content


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_scalars_of_a_real_file_change_alone(path: Path) -> None:
    content = path.read_bytes()
    scalars = [place for place, value in spots(wanted_of(content)) if isinstance(value, str)]
    lines = content.decode().split("\n")
    for place in random.Random(1).sample(scalars, min(4, len(scalars))):  # noqa: S311 -- a sample
        wanted = changed(content, (place, "ใหม่"))
        result = rewritten(content, FILE, wanted, model_of(path))
        new = result.decode().split("\n")
        front = next(at for at, line in enumerate(new) if line != lines[at])

        assert wanted_of(result) == wanted
        assert comments(result) == comments(content)
        assert "ใหม่" in new[front]
        assert new[front + 1 :] == lines[len(lines) - len(new) + front + 1 :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_items_and_keys_of_a_real_file_come_and_go(path: Path) -> None:
    content = path.read_bytes()
    model = model_of(path)
    entries = [place for place, value in spots(wanted_of(content)) if not isinstance(value, str) or len(place) == 1]
    for place in random.Random(2).sample(entries, min(3, len(entries))):  # noqa: S311 -- a sample
        wanted = changed(content, (place, GONE))
        if any(value in ([], {}) for _, value in [((), wanted), *spots(wanted)]):
            continue
        result = rewritten(content, FILE, wanted, model)
        back = rewritten(result, FILE, wanted_of(content), model)

        assert wanted_of(result) == wanted
        assert wanted_of(back) == wanted_of(content)
        # what is lost stood directly above, or inside
        lost = {*comments(content)} - {*comments(result)}
        assert not [line for line in lost if line not in _own_text(content.decode(), place)]


def _own_text(text: str, place: tuple[str | int, ...]) -> str:
    """The lines of an entry, from the comments above it to the next entry at its indentation or less."""
    tree = read(text.encode(), FILE)
    node: Any = tree
    for part in place[:-1]:
        node = node[part]
    last = place[-1]
    source = node.keys_at[last] if isinstance(last, str) else node.items_at[last]
    lines, first = text.split("\n"), source.line - 1
    depth = len(lines[first]) - len(lines[first].lstrip())
    start = first
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    end = first + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return "\n".join(lines[start:end])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_lists_of_a_real_file_turned_round_and_back(path: Path) -> None:
    content = path.read_bytes()
    lists = [one for one in spots(wanted_of(content)) if isinstance(one[1], list) and len(one[1]) > 1]
    for place, value in random.Random(3).sample(lists, min(4, len(lists))):  # noqa: S311 -- a sample
        order = range(len(value))[::-1]
        wanted = changed(content, (place, kept(*order, of=value)))
        result = rewritten(content, FILE, wanted, model_of(path))
        again = rewritten(result, FILE, changed(result, (place, kept(*order, of=value[::-1]))), model_of(path))

        assert wanted_of(result) == changed(content, (place, value[::-1]))
        assert sorted(comments(result)) == sorted(comments(content))
        assert again == content


def test_a_large_file_is_fast() -> None:
    content = (ROOT / "data/muang-mu/2567/measures.yml").read_bytes()
    measures = content[content.index(b"\nmeasures:\n") + 11 : content.index(b"\nconclusion:\n")] + b"\n"
    large = content + b"measures_2:\n" + measures * (200_000 // len(measures))
    wanted = changed(large, (("measures_2", 20, "title"), "ใหม่"), (("measures_2", 3, "steps"), "ก\nข\n"))
    assert len(large) > 195_000

    times = []
    for _ in range(3):
        start = time.perf_counter()
        rewritten(large, FILE, wanted, MeasureSet)
        times.append(time.perf_counter() - start)

    assert min(times) < 0.2


# --- thousands of small edits of small files, written in every way that the reader takes

HOSTILE = [*PLAIN[:-1], *QUOTED, *(text for text, _ in BLOCKS), "\tก\nข\n", "ก\n\n \nข\n", "\n ก", "ก\n ", "x: " * 500]
NAMES = ["a", "b", "ก", "1", "2", "10", "ก ข", "overall", "places", "reading", "a: b", "#", "", "- a", "~"]


def some_text(chance: random.Random) -> str:
    return chance.choice(HOSTILE) if chance.random() < 0.6 else chance.choice(["ก", "1", "90.25", "ชื่อ ยาว"])


def some_node(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if depth == 4 or kind < 0.45:
        return some_text(chance)
    if kind < 0.7:
        return [some_node(chance, depth + 1) for _ in range(chance.randint(1, 4))]
    return some_mapping(chance, depth)


def some_mapping(chance: random.Random, depth: int = 0) -> dict[str, Any]:
    return {name: some_node(chance, depth + 1) for name in chance.sample(NAMES, chance.randint(1, 4))}


def some_edit(chance: random.Random, node: Any) -> Any:
    """The node with a fair share of it changed, removed, moved and added."""
    if isinstance(node, str):
        return some_text(chance) if chance.random() < 0.25 else node
    if isinstance(node, dict):
        kept_ = {name: some_edit(chance, value) for name, value in node.items() if chance.random() > 0.15}
        return kept_ | (some_mapping(chance, 3) if chance.random() < 0.2 or not kept_ else {})
    items = [Kept(index, some_edit(chance, value)) for index, value in enumerate(node) if chance.random() > 0.15]
    if chance.random() < 0.2:
        chance.shuffle(items)
    if chance.random() < 0.3 or not items:
        return [*items, some_node(chance, 3)]
    return [said(item) for item in items] if chance.random() < 0.3 else items


def said(node: Any) -> Any:
    """What is wanted, without Kept."""
    if isinstance(node, Kept):
        return said(node.value)
    if isinstance(node, dict):
        return {name: said(value) for name, value in node.items()}
    return [said(value) for value in node] if isinstance(node, list) else node


class Pen:
    """Writes a node in ways that chance chooses, with comments that can be told apart."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0

    def sometimes(self, share: float, text: str = "") -> str:
        return text if self.chance.random() < share else ""

    def comment(self) -> str:
        self.count += 1
        return f"# <{self.count}>{self.chance.choice(['', ' a: b', ' - x', ' ]}', ','])}"

    def between(self, column: int) -> str:
        blank, own = self.sometimes(0.1, "\n"), self.sometimes(0.15, f"{' ' * column}{self.comment()}\n")
        odd = self.sometimes(0.05, f"{' ' * self.chance.randint(0, 8)}{self.comment()}\n")
        return odd + blank + own + self.sometimes(0.2, blank)

    def scalar(self, text: str, *, flow: bool) -> str:
        way = self.chance.random()
        if way < 0.1 and not {*text} & {*"\n\r\t"}:
            return "'" + text.replace("'", "''") + "'"
        return written.quoted(text) if way < 0.3 else written.scalar(text, flow=flow)

    def flow(self, node: Any) -> str:
        if isinstance(node, str):
            return self.scalar(node, flow=True)
        signs = "[]" if isinstance(node, list) else "{}"
        pairs = [f"{written.key(name)}: {self.flow(node[name])}" for name in node] if isinstance(node, dict) else []
        comma = self.chance.choice([", ", ", ", " , ", f",\n{' ' * 20}", f",  {self.comment()}\n{' ' * 20}"])
        return signs[0] + comma.join(pairs or map(self.flow, node)) + self.sometimes(0.1, ",") + signs[1]

    def value(self, node: Any, column: int, *, dash: bool) -> str:
        behind = self.sometimes(0.15, f"  {self.comment()}") + "\n"
        if isinstance(node, str):
            block = written.literal(node, column, written.Style(keep=False)) if self.chance.random() < 0.5 else None
            return f" {block.line}{behind}{block.block}" if block else f" {self.scalar(node, flow=False)}{behind}"
        if self.chance.random() < 0.3:
            return f" {self.flow(node)}{behind}"
        if dash and self.chance.random() < 0.8:
            return f" {self.block(node, column + 2).lstrip(' ')}"
        return behind + self.block(
            node, column + (self.chance.choice([0, 2]) if isinstance(node, list) and not dash else 2)
        )

    def block(self, node: Any, column: int) -> str:
        found = ""
        for head, value in (
            (f"{written.key(name)}:", node[name]) if isinstance(node, dict) else ("-", name) for name in node
        ):
            found += self.between(column) if found else ""
            found += " " * column + head + self.value(value, column, dash=isinstance(node, list))
        return found

    def file(self, node: dict[str, Any]) -> str:
        text = self.sometimes(0.5, f"{self.comment()}\n") + self.block(node, 0)
        text = text.removesuffix("\n") if self.chance.random() < 0.1 else text
        text = text.replace("\n", "\r\n") if self.chance.random() < 0.1 else text
        return f"\ufeff{text}" if self.chance.random() < 0.1 else text


@pytest.mark.parametrize("seed", range(10))
def test_small_files_changed_by_chance(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a sample
    edits = 0
    while edits < 160:
        content = Pen(chance).file(some_mapping(chance)).encode()
        try:
            before = wanted_of(content)
        except InvalidData:
            continue
        wanted = some_edit(chance, before)
        result = rewritten(content, FILE, wanted, ScoreSet)
        edits += 1

        assert rewritten(content, FILE, before, ScoreSet) == content
        assert wanted_of(result) == said(wanted)
        assert rewritten(result, FILE, said(wanted), ScoreSet) == result
        assert result.startswith(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf")
        assert b"\r\n" not in content or result.count(b"\n") == result.count(b"\r\n")


@pytest.mark.parametrize("seed", range(10))
def test_one_scalar_changed_by_chance(seed: int) -> None:
    """Every comment stays."""
    chance = random.Random(100 + seed)  # noqa: S311 -- a sample
    edits = 0
    while edits < 100:
        content = Pen(chance).file(some_mapping(chance)).encode()
        try:
            entries = [place for place, value in spots(wanted_of(content)) if isinstance(value, str)]
        except InvalidData:
            continue
        place = chance.choice(entries)
        result = rewritten(content, FILE, changed(content, (place, some_text(chance))), ScoreSet)
        edits += 1

        # some comments stand so that they are lines of a literal block
        text = str(wanted_of(content))
        numbers = [one for one in re.findall("# <[0-9]+>", content.decode()) if one not in text]
        assert [one for one in numbers if one not in result.decode()] == []
