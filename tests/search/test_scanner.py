"""The scanner and the marks: which writings are the same, what comes first, what is close. In a real Chromium."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SCRIPTS = Path(__file__).parent.parent.parent / "overrides" / "assets" / "javascripts" / "search"
KINDS = ["คะแนน", "มาตรการ", "OIT", "เอกสาร"]

Row = tuple[str, str, str]  # address, title, text
Search = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def lab(browser: Browser) -> Iterator[Page]:
    """An empty page with the scanner in it."""
    page = browser.new_page()
    page.goto("about:blank")
    for name in ("marks.js", "words.js", "close.js", "scanner.js"):
        page.add_script_tag(path=SCRIPTS / name)
    yield page
    page.close()


@pytest.fixture
def search(lab: Page) -> Search:
    """Asks an index made of pages, each with one section; a text may begin with a heading of its own after #."""

    def ask(rows: Sequence[Row], query: str, *, year: int = 0, kind: str = "", only: bool = True) -> dict[str, Any]:
        pages = []
        for address, title, text in rows:
            parts = address.split("/")
            known = {"scores": 0, "measures": 1, "oit": 2, "documents": 3}.get(parts[0], -1)
            in_year = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() and len(parts[1]) == 4 else 0
            heading, _, rest = text[1:].partition("\n") if text.startswith("#") else ("หัวข้อ", "", text)
            pages.append([address, title, known, in_year, 0, [["a", heading, rest]]])
        found: dict[str, Any] = lab.evaluate(
            "([index, request]) => scanner(index)(request)",
            [{"kinds": KINDS, "pages": pages}, {"query": query, "year": year, "kind": kind}],
        )
        return found if not only else {**found, "addresses": [page["address"] for page in found["pages"]]}

    return ask


def _marked(parts: Sequence[str]) -> list[str]:
    return [part for at, part in enumerate(parts) if at % 2]


SAME = [
    ("ปีงบประมาณ พ.ศ. ๒๕๖๘", "2568", "๒๕๖๘"),
    ("ปีงบประมาณ พ.ศ. 2568", "๒๕๖๘", "2568"),
    ("ผลของปี 68 เป็นต้นไป", "2568", "ปี 68"),
    ("ผลของปี ๖๘ เป็นต้นไป", "ปี68", "ปี ๖๘"),
    ("ผลการประเมิน 2568", "ปี 68", "2568"),
    ("ผลการประเมิน ๒๕๖๘", "พ.ศ.2568", "๒๕๖๘"),
    ("ตามข้อ O42 ของคู่มือ", "o42", "O42"),
    ("ตามข้อ O42 ของคู่มือ", "โอ42", "O42"),
    ("ตามข้อ O42 ของคู่มือ", "๐๔๒", "O42"),
    ("ตามข้อ O42 ของคู่มือ", "ข้อ42", None),
    ("ตามข้อ O42 ของคู่มือ", "ข้อ 42", "O42"),
    ("ตามข้อ O42 ของคู่มือ", "ข้อo42", "O42"),
    ("ข้อที่เปิดเผยคือ O42", "ข้อo42", "O42"),
    ("ข้อที่เปิดเผยคือ ๐๔๒", "ข้อโอ42", "๐๔๒"),
    ("ปีงบประมาณ 68", "2568", "ปีงบประมาณ 68"),
    ("ตั้งแต่ พ.ศ. 68", "2568", "พ.ศ. 68"),
    ("ตามข้อ O-42 ของคู่มือ", "O42", "O-42"),
    ("ตามข้อ O 42 ของคู่มือ", "o 42", "O 42"),
    ("ตามข้อ ๐๔๒ ของคู่มือ", "O42", "๐๔๒"),
    ("ตามข้อ โอ 42 ของคู่มือ", "o๔๒", "โอ 42"),
    ("โทร ๐๗๓-๒๐๒๒๐๐", "073-202200", "๐๗๓-๒๐๒๒๐๐"),
    ("โทร 073–202200", "๐๗๓-๒๐๒๒๐๐", "073–202200"),
    ("ลดลง −23.33 คะแนน", "-23.33", "23.33"),
    ("พ.ศ. 2561–2565", "2561-2565", "2561–2565"),
    ("งบ 1,200,000 บาท", "1200000", "1,200,000"),
    ("งบ 1200000 บาท", "๑,๒๐๐,๐๐๐", "1200000"),
    ("คะแนน ๘๘.๕๓", "88.53", "๘๘.๕๓"),
    ("การ ประเมิน ผล", "การประเมินผล", "การ ประเมิน ผล"),
    ("มาตรการที่ 4 ของปี", "มาตรการที่4", "มาตรการที่ 4"),
    ("การทำงาน", "การทํางาน", "ทำ"),
    ("น้ำประปา", "นํ้าประปา", "น้ำประปา"),
    ("ที่ว่าการ", "ท่ีว่าการ", "ที่ว่าการ"),
    ("แผนงาน", "เเผนงาน", "แผนงาน"),
    ("การประเมิน", "การ\u200bประ\u00adเมิน", "การประเมิน"),
    ("No Gift Policy", "no gift policy", "No"),
    ("เว็บไซต์ต่างๆ ของหน่วยงาน", "ต่าง ๆ", "ต่าง"),
    ("คำถาม (Q&A)", "Q&A", "Q&A"),
    ("ร้อยละ 85 ขึ้นไป", "85%", "85"),
    ("C++ และ a.*b", "a.*b", "a.*b"),
    ("มาตรา 9 (8) แห่งพระราชบัญญัติ", "มาตรา 9(8)", "มาตรา"),
    ("ปี ๒๕๖๔ – ๒๕๖๕ ของแผน", "2564-2565", "๒๕๖๔ – ๒๕๖๕"),
    ("ประจำปี พ.ศ. 2565 อย่างน้อย", "ประจำปีพ.ศ.2565อย่างน้อย", "ประจำปี พ.ศ. 2565 อย่างน้อย"),
    ("ผลของปี 2565", "ปี 25", "ปี 25"),
    ("ผลของปี 2565", "ปี25", "ปี 25"),
    ("ปีงบประมาณ พ.ศ. 2565", "ปีงบประมาณ 256", "ปีงบประมาณ"),
    ("ปีงบประมาณ พ.ศ. 2565", "พ.ศ. 256", "พ.ศ"),
    ("โทร 073-202200", "โทร073 - 202200", "โทร"),
    ("ตัวชี้วัดที่ 9 การเปิดเผย", '"การเปิดเผย"', "การเปิดเผย"),
]


@pytest.mark.parametrize(("text", "query", "marked"), SAME)
def test_writings_of_the_same(text: str, query: str, marked: str | None, search: Search) -> None:
    found = search([("a/", "หน้าอื่น", "ไม่เกี่ยว"), ("b/", "หน้า", text)], query)

    if marked is None:  # what is not the same by itself is found by its parts
        assert found["replaced"]
        return
    assert found["addresses"] == ["b/"]
    assert found["replaced"] == []
    shown = _marked(found["pages"][0]["sections"][0]["text"])
    assert any(marked in part or part in marked for part in shown), shown
    assert "".join(found["pages"][0]["sections"][0]["text"]) == text


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("คะแนน 88.53", "8.53"),
        ("คะแนน 98.17", "8.17"),
        ("คะแนน 98.17", "17"),
        ("เลขที่ 12568", "2568"),
        ("เลขที่ 25681", "2568"),
        ("ข้อ O421", "O42"),
        ("โทร 1042", "042"),
        ("โทร 0421", "042"),
        ("ข้อ O4", "O42"),
        ("รุ่น XO42", "O42"),
        ("ปี 687", "2568"),
    ],
)
def test_a_number_is_not_found_inside_of_a_longer_one(text: str, query: str, search: Search) -> None:
    assert search([("b/", "หน้า", text)], query)["total"] == 0


def test_only_the_last_word_may_be_half_typed(search: Search) -> None:
    rows = [("b/", "หน้า", "เลขที่ 1234 ของแผน")]

    assert search(rows, "แผน 123")["replaced"] == []
    found = search(rows, "123 แผน")
    assert found["some"] or found["replaced"]


def test_all_words_stand_on_the_page(search: Search) -> None:
    rows = [("a/", "หน้าหนึ่ง", "จัดซื้อและจัดจ้าง"), ("b/", "หน้าสอง", "จัดซื้อ"), ("c/", "จัดจ้าง", "พัสดุ")]

    assert search(rows, "จัดซื้อ จัดจ้าง")["addresses"] == ["a/"]
    assert search(rows, "จัดจ้าง หน้าหนึ่ง")["addresses"] == ["a/"]
    found = search(rows, "พัสดุ หน้าสอง")
    assert found["some"]
    assert set(found["addresses"]) == {"b/", "c/"}


def test_words_do_not_run_together_across_blocks(search: Search) -> None:
    found = search([("a/", "หน้า", "จัด\nซื้อ")], "จัดซื้อ")

    assert found["replaced"] != []


# Rows that differ in one thing alone; the first should come first, whichever way round they stand in the index.
FIRST: list[tuple[str, str, list[Row]]] = [
    ("a title before a body", "ร้องเรียน", [("b/", "ร้องเรียน", "แจ้งเรื่อง"), ("a/", "แจ้งเรื่อง", "ร้องเรียน")]),
    (
        "a title before a heading",
        "พัสดุ",
        [("b/", "รายงานการจัดการของหน่วยงานเรื่องพัสดุประจำปี", "ก"), ("a/", "หน้าที่กล่าวถึงการจัดการของหน่วยงานปีนี้", "#พัสดุ\nพัสดุ")],
    ),
    ("a heading before a body", "พัสดุ", [("a/", "หน้า", "#พัสดุ\nข้อความ"), ("b/", "หน้า", "#ข้อความ\nพัสดุ")]),
    ("a word before a part of one", "ไลน์", [("b/", "หน้า", "ใช้ไลน์ได้"), ("a/", "หน้า", "ออนไลน์ได้")]),
    ("a whole word before the start of one", "ทุน มี", [("b/", "หน้า", "มีทุนน้อย"), ("a/", "หน้า", "มีทุนิยม")]),
    ("more often before once", "พัสดุ", [("a/", "หน้า", "พัสดุ พัสดุ พัสดุ พัสดุ"), ("b/", "หน้า", "พัสดุ อาคาร รายงาน แผน")]),
    (
        "a title that says nothing else",
        "พัสดุ",
        [("a/", "พัสดุ", "และอาคารของหน่วยงาน"), ("b/", "พัสดุและอาคาร", "ของหน่วยงาน")],
    ),
    ("a title that begins with it", "พัสดุ", [("a/", "พัสดุของงาน", "ก"), ("b/", "งานของพัสดุ", "ก")]),
    ("words together", "แผนงาน พัสดุ", [("a/", "หน้า", "รายงาน แผนงานพัสดุ"), ("b/", "หน้า", "พัสดุ รายงาน แผนงาน")]),
    ("an item's own page", "O42", [("oit/2566/o42/", "ข้อ O42", "ก"), ("oit/2566/o41/", "ข้อ O42", "ก")]),
    ("the newer year", "พัสดุ", [("scores/2567/", "ผล", "พัสดุ"), ("scores/2566/", "ผล", "พัสดุ")]),
    (
        "the year that was asked for",
        "พัสดุ 2566",
        [("scores/2566/", "ผล", "พัสดุ 2566"), ("scores/2567/", "ผล", "พัสดุ 2566")],
    ),
    ("a short page", "พัสดุ", [("b/", "หน้า", "พัสดุ"), ("a/", "หน้า", "พัสดุ " + "ความ " * 500)]),
    ("the overview", "พัสดุ", [("measures/2567/", "มาตรการ", "พัสดุ"), ("measures/2567/1/", "มาตรการ", "พัสดุ")]),
]


@pytest.mark.parametrize(("query", "rows"), [row for _, *row in FIRST], ids=[name for name, *_ in FIRST])
def test_what_comes_first(query: str, rows: list[Row], search: Search) -> None:
    expected = [address for address, *_ in rows]

    assert search(rows, query)["addresses"] == expected
    assert search(rows[::-1], query)["addresses"] == expected


def test_a_title_with_all_of_the_words_is_told(search: Search) -> None:
    rows = [("a/", "แผนพัสดุ", "อาคาร"), ("b/", "แผน", "พัสดุ อาคาร")]

    assert {page["address"]: page["titled"] for page in search(rows, "แผน พัสดุ")["pages"]} == {"a/": True, "b/": False}


def test_pages_that_say_again_what_others_say_come_later(lab: Page) -> None:
    pages = [[name, "หน้า", -1, 0, weight, [["", "", "พัสดุ"]]] for name, weight in (("a/", -3), ("b/", 0), ("c/", 1))]

    found = lab.evaluate(
        "(index) => scanner(index)({ query: 'พัสดุ', year: 0, kind: '' })", {"kinds": KINDS, "pages": pages}
    )

    assert [page["address"] for page in found["pages"]] == ["c/", "b/", "a/"]


def test_one_list_does_not_take_all_the_first_places(search: Search) -> None:
    rows = [(f"oit/2568/o{number}/", "ข้อพัสดุ", f"รายการ {number}") for number in range(1, 9)]
    rows.append(("documents/2568/plan/", "ข้อพัสดุ", "รายการ 9"))

    assert "documents/2568/plan/" in search(rows, "พัสดุ")["addresses"][:4]


def test_more_pages_than_are_shown_are_counted(search: Search) -> None:
    found = search([(f"p{number}/", "หน้า", "พัสดุ") for number in range(55)], "พัสดุ")

    assert found["total"] == 55
    assert len(found["pages"]) == 40


def test_the_same_passage_again_comes_later(search: Search) -> None:
    passage = "จัดทำคู่มือสำหรับประชาชนให้ครบทุกงานบริการของหน่วยงานและเผยแพร่บนเว็บไซต์"
    rows = [
        ("oit/2568/o28/", "ข้อ O28", f"{passage}\n{'ข้อความอื่น ' * 90}"),
        ("measures/2567/2/", "มาตรการบริการ", passage),
        ("documents/2567/a/", "เอกสาร", f"กล่าวถึงคู่มือสำหรับประชาชน\n{'ข้อความที่ยาว ' * 90}"),
    ]

    assert search(rows, "คู่มือสำหรับประชาชน")["addresses"][0] == "measures/2567/2/"


CLOSE = [
    ("มาตราการ", "มาตรการ"),
    ("ร้องเรียร", "ร้องเรียน"),
    ("งบประมาน", "งบประมาณ"),
    ("ทุจริด", "ทุจริต"),
    ("โปร่งไส", "โปร่งใส"),
    ("ประเมิณ", "ประเมิน"),
    ("จัดซือจัดจ้าง", "จัดซื้อจัดจ้าง"),
    ("เวปไซต์", "เว็บไซต์"),
    ("ประชาสัมพันธุ์", "ประชาสัมพันธ์"),
    ("ปลัดเทศบลา", "ปลัดเทศบาล"),
    ("facebok", "facebook"),
    ("มารตฐาน", "มาตรฐาน"),
    ("ทรัพสิน", "ทรัพย์สิน"),
    ("โครงส้ราง", "โครงสร้าง"),
    ("อบมร", "อบรม"),
    ("โปดร", "โปรด"),
    ("วคาม", "ความ"),
    ("073202200", "073-202200"),
]


@pytest.mark.parametrize(("query", "meant"), CLOSE)
def test_a_misspelt_word_finds_the_right_one_and_says_so(query: str, meant: str, search: Search) -> None:
    rows = [("a/", "หน้า", f"เรื่อง {meant} ของหน่วยงาน"), ("b/", "หน้าอื่น", "ไม่มีสิ่งใดเกี่ยวข้องกันเลย")]

    found = search(rows, query)

    assert found["addresses"] == ["a/"]
    assert [(one["text"], one["forms"][0]) for one in found["replaced"]] == [(query, meant)]


@pytest.mark.parametrize(
    ("query", "text"),
    [("2570", "ปี 2560 และ 2571"), ("1.34", "คะแนน 91.34 กับ 1.36"), ("2599", "พ.ศ. 2569"), ("O99", "ข้อ O9")],
)
def test_a_number_is_never_taken_for_another(query: str, text: str, search: Search) -> None:
    found = search([("a/", "หน้า", text)], query)

    assert found["total"] == 0
    assert [one["forms"] for one in found["replaced"]] == [[]]


def test_what_is_offered_is_made_of_whole_words_of_the_same_letters(search: Search) -> None:
    rows = [("a/", "หน้า", "ทุก 6 เดือน ความก้าวหน้าของหน่วยงานที่รับผิดชอบ มาตรการ) และอื่น ๆ")]

    for query in ("ทุกน", "มาตรการ์", "คที่", "หน่วยงารที่รับ"):
        for one in search(rows, query)["replaced"]:
            for form in one["forms"]:
                assert re.fullmatch("[ก-๛]+", form), f"{query}: {form}"


def test_a_phrase_with_a_year_comes_first(search: Search) -> None:
    rows = [
        ("scores/2567/", "ผล ITA ปี 2568", "คะแนน ของ O9 และ 2568 กับ ITA"),
        ("contact/", "ติดต่อ", "เปิดเผยใน ITA ปี 2568 (อนุมาน)"),
    ]

    assert search(rows, "ใน ITA ปี 2568 (อนุมาน)")["addresses"] == ["contact/"]
    rows.append(("about/", "อนุมาน", "เปิดเผยใน ปีอื่น ITA 2568 อนุมาน"))
    assert search(rows, "เปิดเผยใน ITA ปี 2568")["addresses"][0] == "contact/"


def test_more_words_than_it_takes_are_told(search: Search) -> None:
    rows = [("a/", "หน้า", " ".join("กขคงจฉชซฌญฎฏฐ"))]

    assert search(rows, " ".join("กขคงจฉชซฌญฎฏ"))["cut"] is False
    assert search(rows, " ".join("กขคงจฉชซฌญฎฏฐ"))["cut"] is True
    assert search(rows, "ก" * 301)["cut"] is True


def test_marks_keep_out_of_longer_numbers(search: Search) -> None:
    (page,) = search([("a/", "ตัวชี้วัดที่ 5 ปี 2565", "ได้ 67.85 และ ๙๕ กับ 5 ข้อ")], "ตัวชี้วัดที่ 5")["pages"]

    assert _marked(page["title"]) == ["ตัวชี้วัดที่", "5"]
    assert _marked(page["sections"][0]["text"]) == ["5"]


def test_a_lead_without_the_words_is_cut_between_letters(lab: Page) -> None:
    lead = "รายปี\nปีงบประมาณ\n" + "ผู้ที่เป็นใหญ่" * 30
    pages = [["a/", "มาตรการ", -1, 0, 0, [["", "", lead]]]]

    for length in range(1, 20):
        pages[0][5] = [["", "", "ก" * length + lead]]
        found = lab.evaluate(
            "(index) => scanner(index)({ query: 'มาตรการ', year: 0, kind: '' })", {"kinds": KINDS, "pages": pages}
        )
        (shown,) = found["pages"][0]["lead"]
        assert shown.endswith("…")
        assert not re.search("(ผ|ผู|ท|ที|เ|ป|ใ|ใหญ)…$", shown), shown
        assert " · ปีงบประมาณ · " in shown


def test_a_word_that_is_right_is_never_replaced(search: Search) -> None:
    rows = [("a/", "หน้า", "มาตรา"), ("b/", "หน้า", "มาตรการ")]

    assert search(rows, "มาตรา")["addresses"] == ["a/"]
    assert search(rows, "มาตรการ")["addresses"] == ["b/"]


def test_parts_of_a_compound_that_stands_nowhere(search: Search) -> None:
    rows = [("a/", "หน้า", "รายงานผลของการจัดซื้อ"), ("b/", "หน้า", "รายงานการประชุม")]

    found = search(rows, "รายงานจัดซื้อ")

    assert found["addresses"] == ["a/"]
    assert found["replaced"][0]["every"]


@pytest.mark.parametrize(
    "query",
    ["", " ", "่้๊", "!!!", "()[]{}", "😀", "\x00\x01", "ํ", "-", "…", "\u200b", "\u200b \u200b", "\\", "[", "(?:", "$&"],
)
def test_what_has_no_letter_is_no_query(query: str, search: Search) -> None:
    found = search([("a/", "หน้า", "ข้อความ")], query)

    assert found["empty"]
    assert found["total"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "ก" * 10_000,
        "การประเมิน " * 1000,
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "constructor",
        "__proto__",
        "toString hasOwnProperty",
        "ก\ud800",
        "مرحبا नमस्ते 你好",
        "A" * 31,
        "ก" * 31,
        "ก" * 32,
        "๒๕๖๘" * 100,
        "\u0e4d\u0e32",
        "ปี",
        "o",
        "0",
        "25",
        "2",
        "ข้อ",
        "พ.ศ.",
    ],
)
def test_no_query_breaks_it(query: str, search: Search) -> None:
    rows = [("a/", "หน้า <b>", "ข้อความ & ปี 2568 ข้อ O2 ประเมิน"), ("b/", "หน้า", "")]

    found = search(rows, query)

    assert found["total"] == len(found["pages"])
    assert not found["empty"]


def test_an_index_without_pages(search: Search) -> None:
    assert search([], "มาตรการ")["total"] == 0


def test_filters_count_what_they_would_leave(search: Search) -> None:
    rows = [
        ("scores/2567/", "ผล", "ทุจริต"),
        ("scores/2568/", "ผล", "ทุจริต"),
        ("measures/2568/1/", "มาตรการ", "ทุจริต"),
        ("contact/", "ติดต่อ", "ทุจริต"),
    ]

    every = search(rows, "ทุจริต")
    in_year = search(rows, "ทุจริต", year=2568)
    of_kind = search(rows, "ทุจริต", kind="คะแนน")
    both = search(rows, "ทุจริต", year=2567, kind="มาตรการ")

    assert every["years"] == [[2568, 2], [2567, 1], [0, 1]]
    assert sorted(every["kinds"]) == [["", 1], ["คะแนน", 2], ["มาตรการ", 1]]
    assert sorted(in_year["addresses"]) == ["measures/2568/1/", "scores/2568/"]
    assert in_year["years"] == every["years"]
    assert sorted(in_year["kinds"]) == [["คะแนน", 1], ["มาตรการ", 1]]
    assert sorted(of_kind["addresses"]) == ["scores/2567/", "scores/2568/"]
    assert both["total"] == 0
    assert every["total"] == 4


def test_a_result_says_whose_it_is_what_and_when(lab: Page) -> None:
    pages = [
        ["ban/", "เทศบาลบ้าน", -1, 0, 1, []],
        ["ban/measures/2568/1/", "มาตรการหนึ่ง", 1, 2568, 0, [["", "", "เทศบาลบ้าน"]]],
        ["measures/2567/2/", "มาตรการสอง", 1, 2567, 0, []],
    ]
    found = lab.evaluate(
        "([index, query]) => scanner(index)({ query, year: 0, kind: '' })",
        [{"kinds": KINDS, "pages": pages}, "มาตรการ"],
    )

    assert {page["address"]: page["trail"] for page in found["pages"]} == {
        "ban/measures/2568/1/": ["เทศบาลบ้าน", "มาตรการ", "ปี 2568"],
        "measures/2567/2/": ["มาตรการ", "ปี 2567"],
    }


def test_an_excerpt_shows_the_word_and_no_cut_off_letter(search: Search) -> None:
    text = "ขึ้นต้นด้วยข้อความยาวที่ไม่เกี่ยว" * 20 + " ร้องเรียน " + "ที่นี่ผู้ใหญ่ปู่ย่า" * 20

    (section,) = search([("a/", "หน้า", text)], "ร้องเรียน")["pages"][0]["sections"]
    shown = "".join(section["text"])

    assert _marked(section["text"]) == ["ร้องเรียน"]
    assert len(shown) < 320
    assert shown[0] == shown[-1] == "…"
    assert not "\u0e30" <= shown[1] <= "\u0e3a"
    assert not "\u0e45" <= shown[1] <= "\u0e4e"


def test_an_answer_does_not_depend_on_what_was_asked_before(lab: Page) -> None:
    rows = [("a/", "หน้า", "ทุจริต และ มาตรการ"), ("b/", "มาตรการ", "แผน")]
    index = {"kinds": KINDS, "pages": [[a, t, -1, 0, 0, [["a", "หัวข้อ", x]]] for a, t, x in rows]}

    first, again = lab.evaluate(
        """(index) => {
            const ask = scanner(index);
            const one = (query) => JSON.stringify(ask({ query, year: 0, kind: '' }));
            const first = one('มาตรการ');
            for (const query of ['มาตราการ', 'ทุจริต แผน', '2568', 'ทุจ']) one(query);
            return [first, one('มาตรการ')];
        }""",
        index,
    )

    assert first == again


def test_without_a_word_splitter_it_still_finds(browser: Browser) -> None:
    """Older browsers have no Intl.Segmenter."""
    page = browser.new_page()
    page.add_init_script("delete Intl.Segmenter")
    page.goto("about:blank")
    for name in ("marks.js", "words.js", "close.js", "scanner.js"):
        page.add_script_tag(path=SCRIPTS / name)
    pages = [["a/", "หน้า", -1, 0, 0, [["", "", "มาตรการป้องกัน"]]], ["b/", "หน้า", -1, 0, 0, []]]

    found = [
        page.evaluate(
            "([index, query]) => scanner(index)({ query, year: 0, kind: '' })",
            [{"kinds": KINDS, "pages": pages}, query],
        )
        for query in ("มาตรการ", "มาตราการ", "ไม่มีจริง")
    ]

    assert [one["address"] for one in found[0]["pages"]] == ["a/"]
    assert found[2]["total"] == 0
    page.close()
