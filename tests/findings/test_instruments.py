"""Names and codes of instruments in the words of a document."""

from collections.abc import Callable, Mapping

import pytest

from generator import frameworks
from generator.findings import Finding, Severity, message
from generator.findings.instruments import named
from generator.thai import FiscalYear

Found = Callable[[str, Mapping[str, str]], list[Finding]]

IIT, EIT = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก"
OIT = "แบบวัดการเปิดเผยข้อมูลสาธารณะ"
INTERNAL = "Internal Integrity and Transparency Assessment"
EXTERNAL = "External Integrity and Transparency Assessment"
ANALYSIS = "2568/analysis.yml"


def section(title: str, *numbers: int, text: str = "") -> str:
    lines = ["sections:", f"  - title: {title!r}" if title else "  -"]
    lines += ["    number: ๓.๒", *([f"    text: {text!r}"] if text else [])]
    if numbers:
        lines += ["    indicators:", *(f"      - {{indicator: {n}, strengths: ดี}}" for n in numbers)]
    return "\n".join(lines) + "\n"


# --- names


NAMED = [
    (IIT, {"IIT"}),
    (EIT, {"EIT"}),
    (OIT, {"OIT"}),
    ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ", {"OIT"}),
    ("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก", {"EIT"}),
    ("แบบวัด การรับรู้ของผู้มีส่วนได้ ส่วนเสียภายใน", {"IIT"}),
    ("INTERNAL integrity and TransparencyAssessment", {"IIT"}),
    (f"{IIT} ({INTERNAL} : IIT)", {"IIT"}),
    (f"{IIT} ({INTERNAL} : EIT)", {"IIT", "EIT"}),
    ("คะแนนด้านEIT", {"EIT"}),
    ("IIT และ EIT", {"IIT", "EIT"}),
    ("ITA", set()),
    ("EITHER", set()),
    ("eit", set()),
    ("การเปิดเผยข้อมูล", set()),
    ("ผู้มีส่วนได้ส่วนเสียภายใน", set()),
]


@pytest.mark.parametrize(("text", "codes"), NAMED, ids=[text for text, _ in NAMED])
def test_the_instruments_that_a_text_names(text: str, codes: set[str]) -> None:
    assert named(frameworks.packaged(FiscalYear(2567)), text) == codes


# --- headings


HEADINGS: dict[str, tuple[str, list[int]]] = {
    "its own": (section(f"{EIT} (EIT)", 6, 7, 8), []),
    "another's by name": (section(EIT, 6, 9, 10), [9, 10]),
    "another's by code": (section("ผลการประเมิน OIT", 9, 5), [5]),
    "another's in English": (section(EXTERNAL, 1), [1]),
    "several entries of one indicator": (section(EIT, 9, 9), [9]),
    "two instruments": (section(f"{IIT} และ {EIT}", 9), []),
    "no instrument": (section("ผลการวิเคราะห์", 1, 6, 9), []),
    "no heading": (section("", 1, 6, 9), []),
}


@pytest.mark.parametrize(("text", "numbers"), HEADINGS.values(), ids=HEADINGS)
@pytest.mark.parametrize("year", [2567, 2568])
def test_an_entry_under_the_heading_of_another_instrument(
    found: Found, year: int, text: str, numbers: list[int]
) -> None:
    listed = found("instrument-mismatch", {f"{year}/analysis.yml": text})

    assert [(one.indicator, one.severity) for one in listed] == [(number, Severity.MEDIUM) for number in numbers]
    for one in listed:
        assert one.values[0].place == "บทวิเคราะห์ หัวข้อ ๓.๒"
        assert one.values[0].value.startswith("๓.๒ ")
        assert "หัวข้อของแบบวัดอื่น" in message(one)


def test_the_heading_stands_against_the_right_instrument(found: Found) -> None:
    (one,) = found("instrument-mismatch", {ANALYSIS: section(EIT, 9)})

    assert [(value.role, value.value) for value in one.values] == [("printed", f"๓.๒ {EIT}"), ("computed", "OIT")]


# --- a name beside another's code


BESIDE: list[tuple[str, str, str, str]] = [
    # the text, what is told of it, the code of the name, the other code
    (f"๒.๒ {IIT} ({INTERNAL} : EIT) เป็นการประเมิน", f"{IIT} ({INTERNAL} : EIT)", "IIT", "EIT"),
    (f"{IIT} (EIT)", f"{IIT} (EIT)", "IIT", "EIT"),
    (f"{IIT}(EIT)", f"{IIT}(EIT)", "IIT", "EIT"),
    (f"{INTERNAL}: EIT", f"{INTERNAL}: EIT", "IIT", "EIT"),
    (f"{INTERNAL.upper()} OIT", f"{INTERNAL.upper()} OIT", "IIT", "OIT"),
    (f"{EIT} ({INTERNAL}: IIT)", f"{EIT} ({INTERNAL}: IIT)", "EIT", "IIT"),
    ("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก (IIT)", "แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก (IIT)", "EIT", "IIT"),
    (f"{OIT} (EIT", f"{OIT} (EIT", "OIT", "EIT"),
]


@pytest.mark.parametrize(("text", "printed", "code", "other"), BESIDE, ids=[text for text, *_ in BESIDE])
@pytest.mark.parametrize("where", ["title", "text"])
def test_a_name_beside_the_code_of_another(  # noqa: PLR0917 -- the columns of the table
    found: Found, where: str, text: str, printed: str, code: str, other: str
) -> None:
    files = {ANALYSIS: section(text) if where == "title" else section("หัวข้อ", text=text)}

    (one,) = found("instrument-mismatch", files)

    assert (one.indicator, one.severity) == (None, Severity.MEDIUM)
    assert one.values[0].value == printed
    assert [value.value.partition(" ")[0] for value in one.values[1:]] == [code, other]
    assert f"ชื่อแบบวัด {code} " in message(one)
    assert f"อักษรย่อ {other} " in message(one)
    assert f" {other}," in message(one, "en")


RIGHT = [
    f"{IIT} ({INTERNAL} : IIT)",
    f"{IIT} (IIT) และ {EIT} (EIT)",
    f"{IIT} (IIT, EIT)",
    f"{IIT} ({INTERNAL}) กับ EIT",
    f"{IIT} และ EIT",
    f"{IIT} (ITA)",
    f"{IIT} (EITHER)",
    f"{OIT} (Open Data Integrity and Transparency Assessment: OIT)",
    "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
    "EIT (ภายใน)",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_name_beside_its_own_code(found: Found, text: str) -> None:
    assert found("instrument-mismatch", {ANALYSIS: section("หัวข้อ", text=text)}) == []


def test_all_texts_are_looked_at(found: Found) -> None:
    wrong = f"{IIT} (EIT)"
    files = {
        ANALYSIS: f"sections: [{{title: ก, indicators: [{{indicator: 1, purpose: '{wrong}'}}]}}]\n",
        "2568/measures.yml": f"measures: [{{no: 4, title: ก, steps: '{wrong}'}}]\n",
        "2568/documents.yml": f"documents: [{{kind: report, title: '{wrong}'}}]\n",
    }

    assert [one.values[0].place for one in found("instrument-mismatch", files)] == [
        "บทวิเคราะห์ตัวชี้วัดที่ 1 วัตถุประสงค์ของตัวชี้วัด",
        "มาตรการที่ 4 ช่องขั้นตอน",
        f"เอกสาร “{wrong}” ชื่อเอกสาร",
    ]
