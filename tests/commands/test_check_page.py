"""The page of `check`: the same as the terminal says, safe to open anywhere, readable on a phone and on paper."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from generator.commands import report
from generator.commands.check_page import page
from generator.commands.gather import binding
from generator.pipeline.addresses import hold_vanished
from generator.pipeline.examine import Examined, examine
from generator.problems.messages import MESSAGES
from tests.browser.axe import AXE

Examine = Callable[[Mapping[str, str | bytes]], Examined]
ROOT = Path(__file__).parent.parent.parent
SITES = sorted(path.parent for path in (ROOT / "tests" / "sites").glob("*/data"))
TODAY = date(2026, 11, 29)
SCORES = "tua-yang/2568/scores.yml"
BROKEN = "overall: 90.90\ngrade: ผ่านดี\nindicators: {1: ๙0, 2: 910}\nunknown: 1\n"
_TEN = "{1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}"
HIGH = f"overall: 90.90\ngrade: ต้องปรับปรุง\nindicators: {_TEN}\n"
OTHER = {
    "khao-din/agency.yml": "name: เทศบาลตำบลเขาดิน\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
    "khao-din/2568/scores.yml": HIGH.replace("ต้องปรับปรุง", "ผ่านดี"),
}
INFERRED = HIGH.replace("ต้องปรับปรุง", "ผ่านดี") + "year_inferred: เอกสารไม่ได้ระบุปี\n"
ACKNOWLEDGED = """\
acknowledged:
  - {code: missing-year, fiscal_year: 2568, values: [2568], state: confirmed, reason: ตามหนังสือนำส่ง, by: สำนักปลัด,
     date: 20 พฤศจิกายน 2569}
"""


def _tree(examined: Examined, verdicts: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Any:
    return html.document_fromstring(page(examined, verdicts, TODAY).decode())


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


def _rows(tree: Any) -> list[list[str]]:
    """The table of agencies."""
    return [[_said(cell) for cell in row] for row in tree.xpath("//main/table//tbody/tr")]


def test_a_good_result_is_said_with_counts(examined: Examine) -> None:
    tree = _tree(examined({}))

    assert _said(tree.xpath("//p[@class='verdict good']")[0]) == "ผ่านการตรวจ เผยแพร่ได้ทุกหน่วยงาน"
    assert [_said(one) for one in tree.xpath("//main/ul/li")] == [
        "ตรวจแล้ว 1 หน่วยงาน 1 ปี",
        "จุดที่ต้องแก้ไขในแฟ้ม 0 จุด",
        "จุดที่ข้อมูลไม่ตรงกัน 0 จุด รับทราบแล้ว 0 จุด",
        "คำเตือน 0 จุด",
    ]
    assert _rows(tree) == [["เทศบาลตำบลตัวอย่าง (tua-yang)", "เผยแพร่ได้", "0", "0", "0"]]
    assert tree.xpath("//section") == []
    assert "นับวันที่เหลือจากวันที่ 29 พฤศจิกายน 2569" in _said(tree.xpath("//header")[0])


def test_who_is_held_and_why(examined: Examine) -> None:
    tree = _tree(examined({**OTHER, SCORES: BROKEN}))

    assert _said(tree.xpath("//p[@class='verdict bad']")[0]) == "ยังเผยแพร่ไม่ได้ 1 หน่วยงาน เผยแพร่ได้ 1 หน่วยงาน"
    assert _rows(tree) == [
        ["เทศบาลตำบลเขาดิน (khao-din)", "เผยแพร่ได้", "0", "0", "0"],
        ["เทศบาลตำบลตัวอย่าง (tua-yang)", "ยังเผยแพร่ไม่ได้ เพราะมีจุดที่ต้องแก้ไขในแฟ้ม 3 จุด", "3", "0", "0"],
    ]


FRAMEWORK = "fiscal_year: 2568\n"
HELD: dict[str, tuple[Mapping[str, str], str, str]] = {
    "a high finding": (
        {SCORES: HIGH},
        "ยังเผยแพร่ไม่ได้ 1 หน่วยงาน เผยแพร่ได้ 0 หน่วยงาน",
        "ยังเผยแพร่ไม่ได้ เพราะมีจุดที่ข้อมูลไม่ตรงกันซึ่งต้องแก้ไขหรือรับทราบก่อน 1 จุด",
    ),
    "its framework": (
        {"frameworks/2568.yml": FRAMEWORK},
        "ยังเผยแพร่ไม่ได้ 1 หน่วยงาน เผยแพร่ได้ 0 หน่วยงาน",
        "ยังเผยแพร่ไม่ได้ เพราะแฟ้มที่หน่วยงานนี้ใช้ร่วมกับผู้อื่นมีจุดที่ต้องแก้ไข",
    ),
    "the site": (
        {"site.yml": "format: 2\n"},
        "ยังเผยแพร่ไม่ได้ทั้งเว็บไซต์ เพราะแฟ้มของเว็บไซต์มีจุดที่ต้องแก้ไข",
        "รอแก้ไขแฟ้มของเว็บไซต์",
    ),
    "a framework that nobody uses": (
        {"frameworks/2567.yml": FRAMEWORK.replace("8", "7")},
        "เผยแพร่ได้ทุกหน่วยงาน แต่มีแฟ้มที่ต้องแก้ไข",
        "เผยแพร่ได้",
    ),
}


@pytest.mark.parametrize(("files", "verdict", "state"), HELD.values(), ids=HELD)
def test_other_reasons(examined: Examine, files: Mapping[str, str], verdict: str, state: str) -> None:
    tree = _tree(examined(files))

    assert _said(tree.xpath("//p[@class='verdict bad']")[0]) == verdict
    assert [row[1] for row in _rows(tree)] == [state]


def test_a_problem_has_its_line_and_how_to_mend_it(examined: Examine) -> None:
    found = examined({SCORES: BROKEN})
    (section,) = _tree(found).xpath("//section[@id='problems']")

    assert [_said(one) for one in section.xpath("h2|h3|h4")] == [
        "สิ่งที่ต้องแก้ไขในแฟ้ม 3 จุด",
        "เทศบาลตำบลตัวอย่าง (tua-yang)",
        "data/tua-yang/2568/scores.yml",
    ]
    first, _, last = section.xpath("article")
    assert [_said(one) for one in first.xpath("p[strong]")] == [
        f"{found.problems[0].what()} number-mixed-digits",
    ]
    assert first.xpath("p[@class='muted']")[0].text == "บรรทัด 3 ตัวอักษรที่ 17"
    assert first.xpath("pre")[0].text_content() == "indicators: {1: ๙0, 2: 910}"
    assert [_said(one) for one in first.xpath("dl/*")] == [
        "ควรเป็น",
        found.problems[0].expected(),
        "วิธีแก้",
        found.problems[0].hint(),
    ]
    assert last.xpath("pre")[0].text_content() == "unknown: 1"


def test_an_explanation_stands_where_its_message_comes_up_first(examined: Examine) -> None:
    (section,) = _tree(examined({SCORES: "indicators: {1: 910, 2: 911}\n"})).xpath("//section[@id='problems']")

    first, second = section.xpath("article")
    (why,) = first.xpath("details[@id='why-score-range']")
    assert "คะแนน ITA อยู่ระหว่าง 0 ถึง 100" in _said(why)
    assert [one.text_content() for one in why.xpath("pre")] == [
        "overall: 9090\ngrade: ผ่านดี",
        "overall: 90.90\ngrade: ผ่านดี",
    ]
    assert second.xpath("details") == []
    assert second.xpath("p/a/@href") == ["#why-score-range"]


def test_names_in_an_explanation_are_code(examined: Examine) -> None:
    tree = _tree(examined({"tua-yang/agency.yml": ""}))

    (why,) = tree.xpath("//details[@id='why-missing-file']")
    assert [one.text for one in why.xpath("p[1]/code")] == ["site.yml", "agency.yml"]
    assert "`" not in why.text_content()


def test_a_finding_has_its_values_and_whether_it_stops(examined: Examine) -> None:
    (section,) = _tree(examined({SCORES: HIGH})).xpath("//section[@id='findings']")

    assert _said(section.xpath("h3")[0]) == "เทศบาลตำบลตัวอย่าง (tua-yang) · ปี 2568"
    (article,) = section.xpath("article[@class='holds']")
    assert [[_said(cell) for cell in row] for row in article.xpath(".//tbody/tr")] == [
        ["พิมพ์ไว้", "ต้องปรับปรุง", "ผลการประเมิน · data/tua-yang/2568/scores.yml:2:8"],
        ["พิมพ์ไว้", "90.90", "ผลการประเมิน · data/tua-yang/2568/scores.yml:1:10"],
        ["ค่าที่ใช้เทียบ", "ผ่านดี", ""],
    ]
    place, state = article.xpath("p[@class='muted']")
    assert place.text == "data/tua-yang/2568/scores.yml บรรทัด 2 ตัวอักษรที่ 8"
    assert article.xpath("pre")[0].text_content() == "grade: ต้องปรับปรุง"
    assert state.text.endswith("ยังไม่มีผู้รับทราบ · หยุดการเผยแพร่จนกว่าจะแก้ไขหรือรับทราบใน acknowledged.yml")
    assert article.xpath("details/@id") == ["why-grade-mismatch"]


def test_who_took_note_of_a_finding_is_said(examined: Examine) -> None:
    tree = _tree(examined({SCORES: INFERRED, "tua-yang/acknowledged.yml": ACKNOWLEDGED}))

    assert tree.xpath("//p[@class='verdict good']")
    assert tree.xpath("//article/@class") == []
    assert _said(tree.xpath("//section[@id='findings']/article/p[@class='muted']")[1]).endswith(
        "· รับทราบแล้วโดยสำนักปลัด: ตามหนังสือนำส่ง"
    )


def test_a_notice_is_told_and_stops_nothing(examined: Examine) -> None:
    files = {"tua-yang/2568/files/a.csv": "ก,ข\n", "tua-yang/2568/disclosure.yml": "items: [{item: O1, unit: ก}]\n"}
    tree = _tree(examined(files))

    assert tree.xpath("//p[@class='verdict good']")
    (section,) = tree.xpath("//section[@id='notices']")
    assert _said(section.xpath("h2")[0]) == "คำเตือน (ไม่หยุดการเผยแพร่) 1 จุด"
    assert section.xpath("article//code")[0].text == "file-unused"
    assert section.xpath("article/pre") == []  # an attached file is not quoted
    assert _said(section.xpath("article/p[@class='muted']")[0]) == "data/tua-yang/2568/files/a.csv:1:1"


def test_verdicts_on_items_stand_as_the_terminal_says_them(examined: Examine) -> None:
    tree = _tree(examined({}), (("เทศบาล <ก>", ("OIT 2568 จำนวน 2 ข้อ", "ข้อที่ควรดำเนินการก่อน:", "  1. O1 โครงสร้าง")),))

    (section,) = tree.xpath("//section[@id='oit']")
    assert _said(section.xpath("h3")[0]) == "เทศบาล <ก>"
    assert [(one.get("class"), one.text) for one in section.xpath("ul/li")] == [
        (None, "OIT 2568 จำนวน 2 ข้อ"),
        (None, "ข้อที่ควรดำเนินการก่อน:"),
        ("item", "1. O1 โครงสร้าง"),
    ]


# --- what may not get in


def test_the_page_asks_for_nothing_and_runs_nothing(examined: Examine) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> & "{{ 7*7 }}" </code></pre><b>'
    files = {
        "tua-yang/agency.yml": f"name: '{hostile}'\ntype: ก\nprovince: ข\n",
        SCORES: f"overall: '{hostile}'\ngrade: '{hostile}'\n'{hostile}': 1\n",
    }
    tree = _tree(examined(files))

    known = """html head meta title style body main header h1 h2 h3 h4 p ul li table caption thead tbody tr th td
        section article strong code pre dl dt dd details summary a""".split()
    assert {one.tag for one in tree.iter()} <= {*known}
    attributes = {(one.tag, name) for one in tree.iter() for name in one.attrib}
    assert {name for _, name in attributes} <= {"lang", "charset", "http-equiv", "content", "name", "class", "id"} | {
        "scope",
        "href",
    }
    assert all(re.fullmatch("#why-[a-z-]+", one) for one in tree.xpath("//@href"))
    assert hostile in tree.xpath("//pre")[0].text_content()
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_no_number_of_a_person_is_quoted(examined: Examine) -> None:
    """Also where it goes over two lines, and where the line has another fault too."""
    numbers = "year_inferred: |\n  โทร 081-234-\n  5678 และ 1-2345-67890-12-1\nunknown: 081-234-5678\n"
    files = {SCORES: f"overall: 90.90\n{numbers}"}

    tree = _tree(examined(files))

    quoted = [one.text_content() for one in tree.xpath("//article/pre")]
    assert quoted == ["  โทร xxx-xxx-", "  xxxx และ x-xxxx-xxxxx-xx-x", *["unknown: xxx-xxx-xxxx"] * 2]
    assert not re.search("1-2345|67890|081-|5678", _said(tree.xpath("//section[@id='problems']")[0]))


@pytest.mark.parametrize(("length", "cut"), [(300, False), (301, True)])
def test_a_long_line_is_cut(examined: Examine, length: int, cut: bool) -> None:
    line = f"a: {'ก' * (length - 3)}"

    quoted = _tree(examined({SCORES: f"{line}\n"})).xpath("//section//pre")[0].text_content()

    assert quoted == (f"{line[:300]}…" if cut else line)


def test_a_line_is_cut_after_a_whole_letter(examined: Examine) -> None:
    line = f"a: {'ก' * 296}กี่ง"

    quoted = _tree(examined({SCORES: f"{line}\n"})).xpath("//section//pre")[0].text_content()

    assert quoted == f"{line[:299]}…"


def test_what_cannot_be_seen_is_named(examined: Examine) -> None:
    quoted = _tree(examined({SCORES: "overall: 9\u202e0\n"})).xpath("//section//pre")[0].text_content()

    assert quoted == "overall: 9\\u202e0"


def test_a_link_is_not_followed(make_data: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> None:
    folder = make_data(OTHER)
    (folder / SCORES).unlink()
    (tmp_path / "secret.yml").write_text("password: 1\n", encoding="utf-8")
    (folder / SCORES).symlink_to(tmp_path / "secret.yml")

    text = page(examine(folder), (), TODAY).decode()

    assert "file-kind" in text
    assert "password" not in text


# --- all of the cases


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_it_says_all_that_the_terminal_says(site: Path) -> None:
    examined = hold_vanished(examine(site / "data", TODAY), {"about/", "privacy/"})
    tree = _tree(examined)
    text = _said(tree)

    for problem in (*examined.problems, *examined.notices):
        assert " ".join(report.clean(problem.what()).split()) in text
        assert problem.code in MESSAGES
    assert len(tree.xpath("//article")) == len([*examined.problems, *examined.notices, *examined.findings])
    assert bool(tree.xpath("//p[@class='verdict good']")) is not bool(
        examined.problems or any(finding.holds for finding in examined.findings)
    )
    assert [*tree.xpath("//@id")] == [*dict.fromkeys(tree.xpath("//@id"))]
    assert {f"#{one}" for one in tree.xpath("//@id")} >= {*tree.xpath("//@href")}
    assert page(examined, (), TODAY) == page(examined, (), TODAY)


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_where_nothing_binds_no_address_can_be_missing(site: Path) -> None:
    """So that `check` need not know the pages."""
    examined = examine(site / "data", TODAY)

    assert binding(examined, None) or hold_vanished(examined, ()) == examined


@pytest.mark.parametrize(
    ("files", "binds"),
    [
        ({}, False),
        ({"tua-yang/urls.lock": "# ที่อยู่\n"}, False),
        ({"tua-yang/urls.lock": "scores/\n"}, True),
        ({"tua-yang/2568/disclosure.yml": "items: [{item: O1, unit: ก}]\n"}, False),
        ({"tua-yang/2568/disclosure.yml": "items: [{item: O1, redirects: [old/]}]\n"}, True),
        ({"tua-yang/2568/disclosure.yml": "items: [{item: O1, evidence: [{title: ก, page: scores/}]}]\n"}, True),
    ],
)
def test_what_binds(examined: Examine, files: Mapping[str, str], binds: bool) -> None:
    assert binding(examined(files), None) is binds


# --- on a phone and on paper


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of many problems and long names."""
    path = tmp_path_factory.mktemp("page") / "check.html"
    path.write_bytes(page(examine(ROOT / "tests" / "sites" / "broken" / "data", TODAY), (), TODAY))
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_on_a_phone(browser: Browser, written: str, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme, bypass_csp=True)
    shown = context.new_page()
    shown.goto(written)
    shown.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    assert shown.evaluate("document.documentElement.scrollWidth") <= 360
    shown.add_script_tag(path=AXE)
    faults = shown.evaluate(
        "axe.run({ resultTypes: ['violations'] }).then(found => found.violations.map(one => one.id))"
    )
    context.close()
    assert faults == []


def test_it_prints_on_paper(browser: Browser, written: str) -> None:
    context = browser.new_context(viewport={"width": 688, "height": 900}, color_scheme="dark")  # A4 without its margins
    shown = context.new_page()
    shown.emulate_media(media="print")
    shown.goto(written)

    assert shown.evaluate("document.documentElement.scrollWidth") <= 688
    assert not shown.locator("details").first.is_visible()
    assert shown.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
