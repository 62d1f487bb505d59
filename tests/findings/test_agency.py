"""Names of the agency and of its area in running text, and letters of another script; files without scores too."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding, Severity

Found = Callable[[str, Mapping[str, str]], list[Finding]]

AGENCY = """\
name: เทศบาลเมืองสะเตงนอก
short_name: ทม.สะเตงนอก
locality: สะเตงนอก
type: เทศบาลเมือง
district: อำเภอเมืองยะลา
province: จังหวัดยะลา
"""
WRONG = "เทศบาลเมืองสะเตงนัก"
SECTION = (
    "{{number: ๓., title: {0}, text: {0}, target: {{text: {0}}}, after: {0}, "
    "recommendations: [{{number: ๑, text: {0}, origin: agency}}], indicators: [{{indicator: 9, perception: {0}}}]}}"
)
ANALYSIS = "title: {0}\nsections: [" + SECTION + "]\n"
MEASURES = (
    "title: {0}\nintroduction: [" + SECTION + "]\n"
    "measures: [{{no: 2, title: {0}, subject: {0}, indicators: [9], inferred: ใช่, responsible: [{{unit: {0}}}], "
    "steps: {0}, analysis: {0}, follow_up: {0}, result: {0}, outcome: {0}, not_done: {0}, "
    "progress: [{{round: six-months, text: {0}}}]}}]\n"
)
DOCUMENTS = (
    "documents: [{{kind: memo, title: {0}, signers: [{{post: ปลัด}}, {{post: ปลัด{0}}}], "
    "memo: {{office: {0}, subject: {0}, to: นายกเทศมนตรีเมืองสะเตงนอก, body: {0}}}}}]\n"
)
OF_SECTION = ["", " ย่อหน้าที่ 1", " เป้าหมาย", " ข้อเสนอแนะ ๑"]
PLACES = {
    "analysis.yml": [
        "ชื่อบทวิเคราะห์",
        *(f"บทวิเคราะห์ หัวข้อ ๓{part}" for part in OF_SECTION),
        "บทวิเคราะห์ตัวชี้วัดที่ 9 ผลสะท้อน",
        "บทวิเคราะห์ หัวข้อ ๓ ส่วนท้าย ย่อหน้าที่ 1",
    ],
    "measures.yml": [
        "ชื่อมาตรการทั้งชุด",
        *(f"ส่วนนำของมาตรการ หัวข้อ ๓{part}" for part in OF_SECTION),
        "ส่วนนำของมาตรการตัวชี้วัดที่ 9 ผลสะท้อน",
        "ส่วนนำของมาตรการ หัวข้อ ๓ ส่วนท้าย ย่อหน้าที่ 1",
        "มาตรการที่ 2 ชื่อมาตรการ",
        "มาตรการที่ 2 ช่องตัวชี้วัด",
        "มาตรการที่ 2 ช่องผู้รับผิดชอบ",
        "มาตรการที่ 2 ช่องผลการวิเคราะห์",
        "มาตรการที่ 2 ช่องขั้นตอน",
        "มาตรการที่ 2 ช่องการกำกับติดตาม",
        "มาตรการที่ 2 ช่องสรุปผลการดำเนินการ",
        "มาตรการที่ 2 ช่องผลลัพธ์",
        "มาตรการที่ 2 เหตุที่ไม่ได้ดำเนินการ",
        "มาตรการที่ 2 ช่องความก้าวหน้า",
    ],
    "documents.yml": [
        "บันทึกข้อความ ชื่อเอกสาร",
        "บันทึกข้อความ ช่องส่วนราชการ",
        "บันทึกข้อความ ช่องเรื่อง",
        "บันทึกข้อความ ย่อหน้าที่ 1",
        "บันทึกข้อความ ตำแหน่งของผู้ลงนามลำดับที่ 2",
    ],
}
TEXTS = {"analysis.yml": ANALYSIS, "measures.yml": MEASURES, "documents.yml": DOCUMENTS}


def files(**texts: str) -> dict[str, str]:
    return {"agency.yml": AGENCY} | {f"2567/{name}.yml": text for name, text in texts.items()}


@pytest.mark.parametrize("name", PLACES)
def test_one_finding_names_every_place_of_a_file(found: Found, name: str) -> None:
    (one,) = found("agency-name", {"agency.yml": AGENCY, f"2567/{name}": TEXTS[name].format(WRONG)})

    assert (one.severity, one.fiscal_year.number) == (Severity.HIGH, 2567)
    assert [value.place for value in one.values if value.role == "printed"] == PLACES[name]
    assert {value.value for value in one.values if value.role == "printed"} == {WRONG}
    assert (one.values[-1].role, one.values[-1].value) == ("computed", "เทศบาลเมืองสะเตงนอก")
    assert one.source == one.values[0].source


@pytest.mark.parametrize("name", PLACES)
def test_right_names_everywhere(found: Found, name: str) -> None:
    assert found("agency-name", {"agency.yml": AGENCY, f"2567/{name}": TEXTS[name].format("เทศบาลเมืองสะเตงนอก")}) == []


def test_one_name_in_several_files_of_a_year_is_one_finding(found: Found) -> None:
    listed = f"documents: [{{kind: report, title: ก, names: [{{kind: agency, printed: {WRONG}, where: ปก}}]}}]\n"
    texts = files(analysis=f"sections: [{{title: {WRONG}}}]\n", documents=listed)
    texts |= {"2568/analysis.yml": f"sections: [{{title: {WRONG}}}]\n"}

    earlier, later = found("agency-name", texts)

    assert [value.place for value in earlier.values] == ["ปก", f"บทวิเคราะห์ หัวข้อ “{WRONG}”", None]
    assert later.fiscal_year.number == 2568


def test_a_name_that_stands_twice_in_a_text_is_shown_once(found: Found) -> None:
    texts = files(analysis=f"sections: [{{title: ก, text: {WRONG} และ{WRONG} กับเทศบาล เมืองสะเตงนัก}}]\n")

    (one,) = found("agency-name", texts)

    assert [value.value for value in one.values] == [WRONG, "เทศบาล เมืองสะเตงนัก", "เทศบาลเมืองสะเตงนอก"]


def test_paragraphs_are_told_apart(found: Found) -> None:
    memo = f'{{subject: เรื่อง, to: นายกเทศมนตรีเมืองสะเตงนอก, body: "หนึ่ง\\nสอง{WRONG}"}}'

    (one,) = found("agency-name", files(documents=f"documents: [{{kind: memo, title: ก, memo: {memo}}}]\n"))

    assert one.values[0].place == "บันทึกข้อความ ย่อหน้าที่ 2"


TO = [
    ("นายกเทศมนตรีเมืองสะเตงนอก", True),
    ("นายกเทศมนตรีเมือง สะเตง นอก", True),
    ("นายกเทศมนตรีเมืองสระบุรี", False),
    ("นายกเทศมนตรีเมืองสะเตงนัก", False),
    ("นายกเทศมนตรี", False),
]


@pytest.mark.parametrize(("to", "right"), TO)
def test_the_addressee_of_a_memo(found: Found, to: str, right: bool) -> None:
    text = f"documents: [{{kind: memo, title: ก, memo: {{subject: เรื่อง, to: {to}, body: เรียน}}}}]\n"

    values = [[(one.value, one.place) for one in f.values] for f in found("agency-name", files(documents=text))]

    assert values == ([] if right else [[(to, "บันทึกข้อความ ช่องเรียน"), ("สะเตงนอก", None)]])


def test_without_a_locality_the_addressee_is_not_compared(found: Found) -> None:
    text = "documents: [{kind: memo, title: ก, memo: {subject: เรื่อง, to: นายกเทศมนตรีเมืองสระบุรี, body: เรียน}}]\n"
    texts = files(documents=text) | {"agency.yml": AGENCY.replace("locality: สะเตงนอก\n", "")}

    assert found("agency-name", texts) == []


def test_the_place_of_another_province_is_the_name_of_an_agency(found: Found) -> None:
    (one,) = found("agency-name", files(analysis="sections: [{title: ก, text: ของเทศบาลเมืองสระบุรีและอื่น}]\n"))

    assert [value.value for value in one.values] == ["เทศบาลเมืองสระบุรี", "เทศบาลเมืองสะเตงนอก"]


# --- letters of another script


NOISE: dict[str, tuple[str, str, str | None]] = {
    "a post": ("documents", "signers: [{post: พนักงานรัengกร}]", "พนักงานรัengกร"),
    "a subject": ("documents", "memo: {subject: รายงาtน, to: สะเตงนอก, body: ก}", "รายงาtน"),
    "an office": ("documents", "memo: {office: สำนัxก, subject: ก, to: สะเตงนอก, body: ก}", "สำนัxก"),
    "other letters in a post": ("documents", "signers: [{post: ປະລັດ}]", "ປະລັດ"),
    "a body": ("documents", "memo: {subject: ก, to: สะเตงนอก, body: ผ่านLineของ}", None),
    "an abbreviation": ("documents", "signers: [{post: ผู้ประเมินITAของ}]", None),
    "an English word": ("documents", "signers: [{post: ผู้ดูแล Facebook ของ}]", None),
    "an English word beside a Thai one": ("documents", "signers: [{post: ผู้ดูแลWebsite}]", None),
    "a name in a text": ("analysis", "text: ของเทศบาลเมืองสระตengนอกด้วย", "เทศบาลเมืองสระตengนอก"),
    "a misspelt name": ("analysis", f"text: ของ{WRONG}", None),
    "a word in a text": ("analysis", "text: รายงาtน", None),
}


@pytest.mark.parametrize(("file", "line", "printed"), NOISE.values(), ids=NOISE)
def test_script_noise(found: Found, file: str, line: str, printed: str | None) -> None:
    text = {
        "documents": f"documents: [{{kind: memo, title: ชื่อ, {line}}}]\n",
        "analysis": f"sections: [{{title: ก, {line}}}]\n",
    }[file]

    listed = found("script-noise", files(**{file: text}))

    assert [[value.value for value in one.values] for one in listed] == ([[printed]] if printed else [])
    assert {one.severity for one in listed} <= {Severity.LOW}


def test_noise_in_a_title(found: Found) -> None:
    (one,) = found("script-noise", files(documents='documents: [{kind: report, title: "รายงาtน\\nประจำปี"}]\n'))

    assert one.values[0].value == "รายงาtน ประจำปี"


def test_noise_in_the_name_in_a_post_is_told_of_the_name_alone(found: Found) -> None:
    post = "documents: [{kind: memo, title: ก, signers: [{post: ปลัดเทศบาลเมืองสระตengนอก}]}]\n"
    more = "documents: [{kind: memo, title: ก, signers: [{post: ปลัxดเทศบาลเมืองสระตengนอก}]}]\n"

    assert [one.values[0].value for one in found("script-noise", files(documents=post))] == ["เทศบาลเมืองสระตengนอก"]
    assert [one.values[0].value for one in found("agency-name", files(documents=post))] == ["เทศบาลเมืองสระตengนอก"]
    assert len(found("script-noise", files(documents=more))) == 2


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
@pytest.mark.parametrize("code", ["agency-name", "script-noise"])
def test_a_name_in_a_text_says_that_it_rests_on_a_scan(found: Found, code: str, reading: str, ocr: bool) -> None:
    text = f"reading: {reading}\nsections: [{{title: เทศบาลเมืองสระตengนอก}}]\n"

    (one,) = found(code, files(analysis=text))

    assert one.contradiction.ocr is ocr
