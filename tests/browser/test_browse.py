"""The script of the site in a real Chromium: filters of the page of measures, tables that sort; and both without it."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "prongsai.js"
SITE = "https://tua-yang.example/"
MEASURES = f"{SITE}measures/"

ACTIVE = 'กอง <img src="x" onerror="alert(1)">&amp;'  # a unit's name that would be an element if it were taken for HTML
DATA = {
    "site.yml": "format: 1\nlayout: agency\ntitle: เว็บไซต์ทดสอบ\nofficial: true\n",
    "tua-yang/agency.yml": "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
    "tua-yang/2568/scores.yml": """\
overall: 90.90
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
""",
    "tua-yang/2568/measures.yml": f"""\
measures:
  - {{no: 1, title: หนึ่ง, indicators: [6, 7], responsible: [{{unit: สำนักปลัด}}, {{unit: กองคลัง}}], result: ทำแล้ว}}
  - {{no: 2, title: สอง, indicators: [9], responsible: [{{unit: กองคลัง}}], steps: จะทำ}}
  - {{no: 3, title: สาม, whole: true, responsible: [{{unit: '{ACTIVE}'}}], result: ทำแล้ว}}
""",
    "tua-yang/2567/measures.yml": """\
measures:
  - {no: 1, title: สี่, indicators: [6], responsible: [{unit: สำนักปลัด}], result: ทำแล้ว}
  - {no: 2, title: ห้า, indicators: [1], responsible: [{unit: สำนักปลัด}], not_done: true}
""",
}
ALL = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า"]
LABELS = ["ปี", "ตัวชี้วัด", "แบบวัด", "ผู้รับผิดชอบ", "สถานะ"]

# What a strict policy allows: files of the site itself, nothing inline.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("browse")
    for name, content in DATA.items():
        (out / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (out / "data" / name).write_text(content, encoding="utf-8")
    examined = examine(out / "data")
    assert examined.problems == ()
    build(examined, Workspace.of(ROOT, out))
    return out / "site"


def _serve(context: BrowserContext, folder: Path) -> None:
    """Answers requests for the site from the folder, without a server."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        route.fulfill(path=folder / (f"{path}index.html" if path.endswith("/") else path).lstrip("/"))

    context.route(f"{SITE}**", answer)


def _close(context: BrowserContext) -> None:
    context.unroute_all(behavior="ignoreErrors")  # what is still asked for, like an icon, needs no answer
    context.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page with scripts; what it complains about fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    _serve(context, folder)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("dialog", lambda dialog: errors.append(dialog.message))
    yield opened
    complaints = [*errors]  # not those about its end
    _close(context)
    assert complaints == []


def _shown(page: Page) -> list[str]:
    """The titles of the measures that the list shows."""
    return page.locator("#measure-list > li:visible .name").all_inner_texts()


def _select(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def _options(page: Page, label: str) -> list[str]:
    # a year stays on one line
    return [one.replace("\u00a0", " ") for one in _select(page, label).locator("option").all_inner_texts()]


def _enabled(page: Page, label: str) -> list[str]:
    return [one.replace("\u00a0", " ") for one in _select(page, label).locator("option:enabled").all_inner_texts()]


def _chosen(page: Page) -> list[str]:
    return [_select(page, label).input_value() for label in LABELS]


def _status(page: Page) -> str:
    return page.locator("#filters [aria-live=polite]").inner_text()


# --- without scripts


@pytest.fixture
def plain(browser: Browser, folder: Path) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    _serve(context, folder)
    yield context.new_page()
    _close(context)


def test_without_scripts_everything_stands_there(plain: Page) -> None:
    plain.goto(MEASURES)

    assert _shown(plain) == ALL
    assert plain.locator("#groups h3:visible").count() == 16
    assert plain.locator("#filters a:visible").count() == 16
    assert plain.locator("article [hidden], article select, article button").count() == 0


def test_without_scripts_each_link_leads_to_its_group(plain: Page) -> None:
    plain.goto(MEASURES)
    for link in plain.locator("#filters a").all():
        label = link.inner_text()
        link.click()

        expect(plain.locator("#groups h3:target")).to_have_text(re.compile(f"^{re.escape(label)}"))
        expect(plain.locator("#groups h3:target")).to_be_in_viewport()


# --- filters


def test_a_select_for_each_dimension_takes_the_place_of_links_and_groups(page: Page) -> None:
    page.goto(MEASURES)

    assert page.locator("#filters label:visible").all_inner_texts() == LABELS
    assert _chosen(page) == ["", "", "", "", ""]
    assert _options(page, "ปี") == ["ทั้งหมด", "ปี 2568 (3)", "ปี 2567 (2)"]
    assert _options(page, "แบบวัด")[1:] == [
        "EIT ความเห็นของผู้รับบริการ (2)",
        "IIT ความเห็นของบุคลากรภายใน (1)",
        "OIT การเปิดเผยบนเว็บไซต์ (1)",
    ]
    assert _shown(page) == ALL
    assert _status(page) == "พบ 5 จาก 5 มาตรการ"
    expect(page).to_have_url(MEASURES)
    assert page.locator("#groups:visible, #filters a:visible, #filters .label:visible").count() == 0


def test_choosing_filters_the_list_and_counts_again(page: Page) -> None:
    page.goto(MEASURES)

    _select(page, "ปี").select_option(label="ปี 2567 (2)")

    assert _shown(page) == ["สี่", "ห้า"]
    assert _status(page) == "พบ 2 จาก 5 มาตรการ"
    expect(page).to_have_url(f"{MEASURES}?year=2567")
    # what each other year would give stays known; values of other dimensions count within the year
    assert _enabled(page, "ปี") == ["ทั้งหมด", "ปี 2568 (3)", "ปี 2567 (2)"]
    assert _options(page, "ตัวชี้วัด") == [
        "ทั้งหมด",
        "ผลการประเมินทั้งหมด (0)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (1)",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (1)",
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (0)",
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (0)",
    ]
    assert _enabled(page, "ตัวชี้วัด") == [
        "ทั้งหมด",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (1)",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (1)",
    ]
    assert _enabled(page, "ผู้รับผิดชอบ") == ["ทั้งหมด", "สำนักปลัด (2)"]


def test_every_count_is_what_choosing_gives(page: Page) -> None:
    """Each value of each dimension, alone and together with another filter."""
    for query in ("", "?unit=" + quote("สำนักปลัด"), "?state=done"):
        for label in LABELS:
            page.goto(MEASURES + query)
            before = _select(page, label).input_value()
            for text in _enabled(page, label)[1:]:
                value = _select(page, label).locator("option", has_text=text).get_attribute("value")
                _select(page, label).select_option(value)

                assert text.endswith(f" ({len(_shown(page))})"), (query, text)
                _select(page, label).select_option(before)


def test_a_measure_is_found_by_each_of_its_keys(page: Page) -> None:
    page.goto(MEASURES)
    for number, expected in (("6", ["หนึ่ง", "สี่"]), ("7", ["หนึ่ง"]), ("0", ["สาม"]), ("1", ["ห้า"])):
        _select(page, "ตัวชี้วัด").select_option(number)

        assert _shown(page) == expected
    page.goto(MEASURES)
    for unit, expected in (("สำนักปลัด", ["หนึ่ง", "สี่", "ห้า"]), ("กองคลัง", ["หนึ่ง", "สอง"])):
        _select(page, "ผู้รับผิดชอบ").select_option(unit)

        assert _shown(page) == expected


def test_the_address_has_the_dimensions_in_one_order(page: Page) -> None:
    page.goto(MEASURES)

    for label, value in (("สถานะ", "done"), ("ผู้รับผิดชอบ", "สำนักปลัด"), ("ตัวชี้วัด", "6"), ("ปี", "2568")):
        _select(page, label).select_option(value)

    expect(page).to_have_url(f"{MEASURES}?year=2568&indicator=6&unit={quote('สำนักปลัด')}&state=done")
    assert _shown(page) == ["หนึ่ง"]


def test_the_address_brings_the_view_back(page: Page) -> None:
    page.goto(f"{MEASURES}?state=done&unit=สำนักปลัด&year=2568")

    for _ in range(2):
        assert _chosen(page) == ["2568", "", "", "สำนักปลัด", "done"]
        assert _shown(page) == ["หนึ่ง"]
        assert _status(page) == "พบ 1 จาก 5 มาตรการ"
        page.reload()


@pytest.mark.parametrize(
    "query",
    [
        "?year=2500",
        "?year=",
        "?year",
        "?indicator=99&unit=กองช่าง",
        "?nothing=1&__proto__=2&constructor=3",
        "?state=<b>",
        "?unit=%E0%B8",
        "?unit=%",
        "?year=2568|2567",
        "?&&=&",
    ],
)
def test_what_the_address_says_without_meaning_is_ignored(query: str, page: Page) -> None:
    page.goto(MEASURES + query)

    assert _chosen(page) == ["", "", "", "", ""]
    assert _shown(page) == ALL


def test_a_known_value_beside_an_unknown_one_holds(page: Page) -> None:
    page.goto(f"{MEASURES}?year=2567&state=gone&utm_source=x")

    assert _chosen(page) == ["2567", "", "", "", ""]

    _select(page, "ตัวชี้วัด").select_option("6")

    expect(page).to_have_url(f"{MEASURES}?year=2567&indicator=6")


def test_nothing_found_is_said_and_can_be_undone(page: Page) -> None:
    page.goto(f"{MEASURES}?year=2567&indicator=9")

    assert _shown(page) == []
    assert _status(page) == "ไม่พบมาตรการตามเงื่อนไข"
    assert _chosen(page) == ["2567", "9", "", "", ""]
    assert _enabled(page, "ปี") == ["ทั้งหมด", "ปี 2568 (1)", "ปี 2567 (0)"]

    _select(page, "ปี").select_option("2568")

    assert _shown(page) == ["สอง"]
    assert _enabled(page, "ปี") == ["ทั้งหมด", "ปี 2568 (1)"]


def test_clear(page: Page) -> None:
    page.goto(f"{MEASURES}?year=2567&indicator=6&state=done")
    assert _shown(page) == ["สี่"]

    page.get_by_role("button", name="ล้างตัวกรอง").click()

    expect(page).to_have_url(MEASURES)
    assert _chosen(page) == ["", "", "", "", ""]
    assert _shown(page) == ALL
    assert _status(page) == "พบ 5 จาก 5 มาตรการ"


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto(MEASURES)
    focused = "document.activeElement.id || document.activeElement.textContent"
    page.locator("#measures").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    for _ in range(3):  # the links to the tables of the two years stand before
        page.keyboard.press("Tab")

    assert page.evaluate(focused) == "filter-year"

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(f"{MEASURES}?year=2567")
    assert page.evaluate(focused) == "filter-year"

    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # the first that gives something
    expect(page).to_have_url(f"{MEASURES}?year=2567&indicator=1")
    assert _shown(page) == ["ห้า"]

    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate(focused) == "ล้างตัวกรอง"
    page.keyboard.press("Enter")

    expect(page).to_have_url(MEASURES)
    assert _shown(page) == ALL
    assert page.evaluate(focused) == "ล้างตัวกรอง"


def test_what_changes_is_told_by_one_lasting_element(page: Page) -> None:
    """A live region that is replaced is not read out."""
    page.goto(MEASURES)
    before = page.locator("[aria-live=polite].found").element_handle()

    _select(page, "ปี").select_option("2567")

    assert before.inner_text() == "พบ 2 จาก 5 มาตรการ"
    assert page.locator("#filters [aria-live]").count() == 1


@pytest.mark.parametrize(
    ("address", "chosen", "shown", "becomes"),
    [
        ("#indicator-6", ["", "6", "", "", ""], ["หนึ่ง", "สี่"], "?indicator=6"),
        ("#state-not-done", ["", "", "", "", "not-done"], ["ห้า"], "?state=not-done"),
        ("#instrument-oit", ["", "", "OIT", "", ""], ["สอง"], "?instrument=OIT"),
        ("?year=2568#indicator-6", ["2568", "6", "", "", ""], ["หนึ่ง"], "?year=2568&indicator=6"),
        ("?indicator=7#indicator-6", ["", "6", "", "", ""], ["หนึ่ง", "สี่"], "?indicator=6"),
        ("?indicator=6#indicator-1", ["", "1", "", "", ""], ["ห้า"], "?indicator=1"),
        ("#by-unit", ["", "", "", "", ""], ALL, ""),
    ],
)
def test_an_address_that_leads_to_a_group_becomes_its_filter(
    address: str, chosen: list[str], shown: list[str], becomes: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 280})
    page.goto(MEASURES + address)

    expect(page).to_have_url(MEASURES + becomes)
    assert _chosen(page) == chosen
    assert _shown(page) == shown
    expect(_select(page, "ปี")).to_be_in_viewport()


def test_a_unit_has_its_address_too(page: Page) -> None:
    page.goto(MEASURES)
    anchors = page.locator("#filters a", has_text="กองคลัง").evaluate_all("links => links.map(link => link.hash)")

    page.goto(SITE)
    page.goto(MEASURES + anchors[0])

    expect(page).to_have_url(f"{MEASURES}?unit={quote('กองคลัง')}")
    assert _shown(page) == ["หนึ่ง", "สอง"]


@pytest.mark.parametrize("anchor", ["#all", "#nowhere", "#%", "#measure-list", "#"])
def test_any_other_anchor_stays_what_it_is(anchor: str, page: Page) -> None:
    page.goto(f"{MEASURES}?year=2567{anchor}")

    expect(page).to_have_url(f"{MEASURES}?year=2567{anchor}")
    assert _shown(page) == ["สี่", "ห้า"]


def test_back_and_forward(page: Page) -> None:
    """Between pages, and between anchors of the page itself."""
    page.goto(MEASURES)
    _select(page, "ปี").select_option("2567")
    page.get_by_role("link", name="สี่").click()
    expect(page).to_have_url(f"{MEASURES}2567/1/")
    page.go_back()
    assert _chosen(page) == ["2567", "", "", "", ""]
    assert _shown(page) == ["สี่", "ห้า"]

    page.evaluate("location.hash = '#all'")
    page.get_by_role("button", name="ล้างตัวกรอง").click()
    _select(page, "ตัวชี้วัด").select_option("9")
    assert _shown(page) == ["สอง"]
    page.go_back()
    expect(page).to_have_url(f"{MEASURES}?year=2567")
    assert _chosen(page) == ["2567", "", "", "", ""]
    assert _shown(page) == ["สี่", "ห้า"]
    page.go_forward()
    expect(page).to_have_url(f"{MEASURES}?indicator=9")
    assert _chosen(page) == ["", "9", "", "", ""]
    assert _shown(page) == ["สอง"]


def test_an_anchor_typed_later_becomes_a_filter_too(page: Page) -> None:
    page.goto(f"{MEASURES}?year=2568")

    page.evaluate("location.hash = '#state-done'")
    page.wait_for_url(f"{MEASURES}?year=2568&state=done")

    assert _shown(page) == ["หนึ่ง", "สาม"]


def test_names_from_data_stay_text(page: Page) -> None:
    page.goto(MEASURES)

    _select(page, "ผู้รับผิดชอบ").select_option(label=f"{ACTIVE} (1)")

    assert _shown(page) == ["สาม"]
    assert page.locator("article img").count() == 0
    page.reload()
    assert _shown(page) == ["สาม"]


def test_it_asks_for_nothing_and_keeps_nothing(page: Page) -> None:
    page.goto(MEASURES, wait_until="networkidle")
    kept = "[localStorage, sessionStorage].map(Object.keys)"
    asked: list[str] = []
    before = page.evaluate(kept)
    page.on("request", lambda request: asked.append(request.url))

    _select(page, "ปี").select_option("2567")
    page.get_by_role("button", name="ล้างตัวกรอง").click()
    page.wait_for_timeout(300)

    assert [url for url in asked if not url.endswith("/favicon.png")] == []  # which the browser fetches when it likes
    assert page.evaluate(kept) == before
    assert page.context.cookies() == []


def test_nothing_is_styled_inline(page: Page) -> None:
    page.goto(f"{MEASURES}?year=2567")

    assert page.locator("article [style], article style").count() == 0


# --- tables that sort

Make = Callable[[str], Page]


@pytest.fixture
def table(page: Page) -> Make:
    """Opens a page of one table under a strict policy, with the script and nothing else."""

    def make(html: str) -> Page:
        content = f'<!doctype html><html lang="th"><body>{html}<script src="prongsai.js"></script></body></html>'
        page.route(
            f"{SITE}table/",
            lambda route: route.fulfill(
                body=content,
                headers={"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY},
            ),
        )
        page.route(f"{SITE}table/prongsai.js", lambda route: route.fulfill(path=SCRIPT))
        page.goto(f"{SITE}table/")
        return page

    return make


def _column(cells: list[str], kind: str = "") -> str:
    """A table of two columns, the places of the rows as they come and the cells."""
    rows = "".join(f"<tr><th>{place}</th><td>{cell}</td></tr>" for place, cell in enumerate(cells))
    return (
        f'<table class="data sortable"><thead><tr><th scope="col">ที่</th><th scope="col" class="{kind}">ค่า</th></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _cells(page: Page, column: int = 1) -> list[str]:
    return [row.locator("th, td").nth(column).inner_text() for row in page.locator("tbody tr").all()]


@pytest.mark.parametrize(
    ("kind", "cells", "ascending", "absent"),
    [
        ("", ["9.50", "10.00", "100.00", "8"], ["8", "9.50", "10.00", "100.00"], []),
        ("", ["๙.๕๐", "๑๐.๐๐", "8", "๘.๑"], ["8", "๘.๑", "๙.๕๐", "๑๐.๐๐"], []),
        ("", ["+2.50", "−2.86", "0.00", "-3", "–1"], ["-3", "−2.86", "–1", "0.00", "+2.50"], []),
        ("", ["", "3", "–", "-2", "-", "−"], ["-2", "3"], ["", "–", "-", "−"]),
        ("", ["1,250,000.50", "999", "12,000"], ["999", "12,000", "1,250,000.50"], []),
        (
            "number",
            ["ไม่มีข้อมูล", "88.53", "ยังตัดสินไม่ได้ (พิมพ์ไว้ 91.03)", "7.00 ดูที่มา"],
            ["7.00 ดูที่มา", "88.53"],
            ["ไม่มีข้อมูล", "ยังตัดสินไม่ได้ (พิมพ์ไว้ 91.03)"],
        ),
        ("", ["เกาะ", "กา", "เขา", "ไก่", "ขา"], ["กา", "เกาะ", "ไก่", "ขา", "เขา"], []),
        ("", ["ข้อ 10", "ข้อ 9", "", "ข้อ ๑"], ["ข้อ ๑", "ข้อ 9", "ข้อ 10"], [""]),
        ("", ["ข", "10", "–", "9", "ก"], ["9", "10", "ก", "ข"], ["–"]),
        ("", ["NaN", "IIT", "EIT", "OIT"], ["EIT", "IIT", "OIT"], ["NaN"]),
    ],
)
def test_rows_are_sorted_by_number_or_by_thai_text(
    kind: str, cells: list[str], ascending: list[str], absent: list[str], table: Make
) -> None:
    """Upwards, then downwards; what has no value stays last, as it came."""
    page = table(_column(cells, kind))

    page.get_by_role("button", name="ค่า").click()
    assert _cells(page) == ascending + absent

    page.get_by_role("button", name="ค่า").click()
    assert _cells(page) == ascending[::-1] + absent

    page.get_by_role("button", name="ค่า").click()
    assert _cells(page) == ascending + absent


@pytest.mark.parametrize(
    ("kind", "cells", "ascending"),
    [
        # shown, and by what it is sorted
        ("number", [("๙.๕๐", "9.50"), ("๑๐", "10"), ("8", "8"), ("–", "")], ["8", "๙.๕๐", "๑๐", "–"]),
        ("number", [("1 KB", "1000"), ("1.2 MB", "1200000"), ("820 KB", "820000")], ["1 KB", "820 KB", "1.2 MB"]),
        ("number", [("−๒.๘๖", "-2.86"), ("+๒.๕", "2.5"), ("๐.๐๐", "0.00")], ["−๒.๘๖", "๐.๐๐", "+๒.๕"]),
        (
            "",
            [("๓๐ ก.ย. ๖๘", "2025-09-30"), ("1 ต.ค. 68", "2025-10-01"), ("2 ม.ค. 68", "2025-01-02"), ("–", "")],
            ["2 ม.ค. 68", "๓๐ ก.ย. ๖๘", "1 ต.ค. 68", "–"],
        ),
    ],
)
def test_a_cell_is_sorted_by_its_plain_value(
    kind: str, cells: list[tuple[str, str]], ascending: list[str], table: Make
) -> None:
    html = _column([cell for cell, _ in cells], kind)
    for cell, value in cells:
        html = html.replace(
            f"<td>{cell}</td>", f'<td data-value="{value}">{cell}</td>' if value else f"<td>{cell}</td>"
        )
    page = table(html)

    page.get_by_role("button", name="ค่า").click()

    assert _cells(page) == ascending


def test_equal_rows_keep_their_order(table: Make) -> None:
    page = table(_column(["2", "1", "2.0", "1.00", "๑"]))
    place, value = page.get_by_role("button", name="ที่"), page.get_by_role("button", name="ค่า")

    value.click()
    assert _cells(page, 0) == ["1", "3", "4", "0", "2"]
    value.click()
    assert _cells(page, 0) == ["0", "2", "1", "3", "4"]

    place.click()
    place.click()
    value.click()
    assert _cells(page, 0) == ["4", "3", "1", "2", "0"]


def test_the_heading_says_how_the_rows_are_sorted(table: Make) -> None:
    page = table(_column(["2", "1"]))
    place, value = page.locator("thead th").all()

    assert page.locator("[aria-sort]").count() == 0
    page.get_by_role("button", name="ค่า").click()
    assert value.get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="ค่า").click()
    assert value.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="ที่").click()
    assert place.get_attribute("aria-sort") == "ascending"
    assert value.get_attribute("aria-sort") is None


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_sorting_with_the_keyboard(key: str, table: Make) -> None:
    page = table(_column(["2", "1"]))

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press(key)

    assert _cells(page) == ["1", "2"]
    assert page.evaluate("document.activeElement.textContent") == "ค่า"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (_column(["2", "1"]).replace("sortable", ""), "not asked for"),
        (_column(["2", "1"]).replace("</tbody>", "</tbody><tbody><tr><th>2</th><td>0</td></tr></tbody>"), "two bodies"),
        (_column(["2", "1"]).replace("<tbody>", '<tbody><tr class="group"><th colspan="2">IIT</th></tr>'), "group"),
        (_column(["2", "1"]).replace("<tr><th>1</th>", "<tr>"), "a cell short"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_a_table_that_does_not_sort_is_not_touched(html: str, why: str, table: Make) -> None:
    page = table(html)

    assert page.locator("button, [aria-sort]").count() == 0, why


def test_a_heading_that_is_no_text_gets_no_button(table: Make) -> None:
    html = _column(["2", "1"]).replace(
        "</tr></thead>", '<th></th><th class="chart">แผนภูมิ</th><th><a href="./">คะแนน</a></th></tr></thead>'
    )
    page = table(html.replace("</td>", "</td><td></td><td></td><td></td>"))

    assert page.get_by_role("button").all_inner_texts() == ["ที่", "ค่า"]


def test_headings_keep_their_elements(table: Make) -> None:
    page = table(_column(["2", "1"]).replace("ค่า", "ค่า <small>(ร้อยละ)</small>"))

    assert page.locator("thead th").nth(1).inner_html() == '<button type="button">ค่า <small>(ร้อยละ)</small></button>'
    assert page.get_by_role("columnheader", name="ค่า (ร้อยละ)").count() == 1


def test_tables_of_a_page_sort_on_their_own(table: Make) -> None:
    page = table(_column(["2", "1"]) + _column(["4", "3"]))

    page.get_by_role("button", name="ค่า").nth(1).click()

    assert _cells(page) == ["2", "1", "3", "4"]


def test_the_filters_work_under_a_strict_policy(page: Page, folder: Path) -> None:
    """The article of the real page with the script alone: the theme's own scripts are partly inline."""
    article = (folder / "measures" / "index.html").read_text(encoding="utf-8")
    article = article[article.index("<article") : article.index("</article>")]
    content = (
        f'<!doctype html><html lang="th"><body>{article}</article><script src="../prongsai.js"></script></body></html>'
    )
    page.route(
        f"{SITE}measures/?*",
        lambda route: route.fulfill(
            body=content, headers={"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY}
        ),
    )
    page.route(f"{SITE}prongsai.js", lambda route: route.fulfill(path=SCRIPT))

    page.goto(f"{MEASURES}?year=2567")
    _select(page, "สถานะ").select_option("done")

    assert _shown(page) == ["สี่"]


def test_the_theme_leaves_sorting_alone(page: Page, folder: Path) -> None:
    """On a page as it is published, with the theme's own script and style."""
    content = (folder / "scores" / "2568" / "index.html").read_text(encoding="utf-8")
    plain = [part for part in content.split("<table ")[1:] if 'class="group"' not in part and "<tbody" in part]
    assert plain
    page.route(
        f"{SITE}scores/2568/",
        lambda route: route.fulfill(
            body=content.replace('<table class="data', '<table class="data sortable'), content_type="text/html"
        ),
    )

    page.goto(f"{SITE}scores/2568/")
    table = page.locator("table.sortable:has(thead button)").first
    column = table.locator("thead th").filter(has=page.locator("button")).last
    place = column.evaluate("head => head.cellIndex")
    column.get_by_role("button").click()
    rows = table.locator("tbody tr").count()
    sorted_up = [table.locator("tbody tr").nth(n).locator("th, td").nth(place).inner_text() for n in range(rows)]
    column.get_by_role("button").click()
    sorted_down = [table.locator("tbody tr").nth(n).locator("th, td").nth(place).inner_text() for n in range(rows)]

    assert rows > 1
    assert sorted(sorted_up) == sorted(sorted_down)
    assert sorted_up != sorted_down
    assert column.get_attribute("aria-sort") == "descending"


# --- the file


def test_every_page_loads_it(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))

    assert len(pages) > 10
    assert [
        path for path in pages if path.read_text(encoding="utf-8").count("assets/javascripts/prongsai.js") != 1
    ] == []


def test_it_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3072
