"""The portal's scripts in a real Chromium: agencies side by side by address, and filters of the list of agencies."""

import gzip
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import served

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "compare.js"
HOSTILE = 'อบต. <b>โคก</b> & "งาม" {{ 7*7 }} | *ดี* [x](javascript:alert(1))'
DIFFERENT = "ต่างประเภทกัน เทียบได้เฉพาะเป็นข้อมูลประกอบ"
Open = Callable[[str], Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("compare")
    build(examine(ROOT / "tests" / "sites" / "network-of-seven" / "data"), Workspace.of(ROOT, out), zipped=True)
    return out


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the portal; what it complains about fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))

    def open_it(path: str) -> Page:
        page.goto(address + path)
        if path.startswith("compare/"):
            page.wait_for_selector("#compare form")
        return page

    yield open_it
    complaints = [*errors]
    context.close()
    assert complaints == []


def rows(page: Page) -> dict[str, list[str]]:
    found = {}
    for row in page.locator("table.compared tbody tr").all():
        cells = row.locator("td.number").all()
        found[str(row.locator("th").text_content())] = [str(cell.text_content()).strip() for cell in cells]
    return found


def test_the_address_says_what_is_compared(opened: Open) -> None:
    page = opened("compare/?a=ban-bon&a=na-klang&a=nong-song&year=2568")

    found = rows(page)
    assert found["คะแนนรวม"] == ["90.90", "80.92", "ยังตัดสินไม่ได้ (รอตรวจสอบ)"]
    assert found["ระดับ"] == ["ผ่านดี", "ต้องปรับปรุง", "ผ่าน"]
    assert found["10 การป้องกันการทุจริต"] == ["92.00", "ไม่มีในเอกสาร", "100.00"]
    assert len(found) == 12
    assert page.locator("#compare .said").inner_text() == ""
    # what has no value has no dot, and a grade none at all
    dots = [row.locator("svg.lanes svg").count() for row in page.locator("table.compared tbody tr").all()]
    assert (dots[0], dots[1], dots[2], dots[11]) == (2, 0, 3, 2)


@pytest.mark.parametrize(
    ("agencies", "axis"),
    [
        (["ban-bon", "ban-lang"], "80–100"),
        (["don-chan", "khok-ngam"], "70–100"),  # 78.00
        (["ban-bon", "nong-song"], "50–100"),  # 59.99
    ],
)
def test_one_axis_widens_by_ten(agencies: list[str], axis: str, opened: Open) -> None:
    page = opened("compare/?" + "&".join(f"a={one}" for one in agencies) + "&year=2568")

    assert f"แกนกราฟ {axis}" in str(page.locator("table.compared caption").text_content())


def test_types_that_differ_are_told(opened: Open) -> None:
    assert opened("compare/?a=ban-bon&a=don-chan&year=2568").locator(".said").inner_text() == DIFFERENT
    assert opened("compare/?a=ban-bon&a=ban-lang&year=2568").locator(".said").inner_text() == ""


@pytest.mark.parametrize(
    ("query", "year", "told"),
    [
        ("", "2568", "เลือกอย่างน้อยสองหน่วยงานที่มีผลในปีเดียวกัน"),
        ("?a=huai-yai&a=ban-bon", "2567", ""),  # the only year that both have
        ("?a=huai-yai&a=ban-bon&year=2568", "2568", "เทศบาลตำบลห้วยใหญ่ ไม่มีผลปี 2568"),
        ("?a=ban-bon&a=ban-lang&year=1", "2568", ""),
        ("?a=ban-bon&a=ban-bon&a=ban-lang", "2568", ""),
        ("?a=<b>x&a=ban-bon&a=ban-lang", "2568", "ไม่พบ “<b>x” ในเว็บไซต์นี้"),
        (
            "?a=ban-bon&a=ban-lang&a=na-klang&a=nong-song&a=khok-ngam&a=don-chan&year=2568",
            "2568",
            "เทียบได้ไม่เกิน 5 หน่วยงาน",
        ),
    ],
)
def test_addresses_that_ask_too_little_or_too_much(query: str, year: str, told: str, opened: Open) -> None:
    page = opened(f"compare/{query}")

    assert page.locator("#year").input_value() == year
    said = page.locator("#compare .said p").all_inner_texts()
    assert told in said if told else not said


def test_what_is_chosen_stands_in_the_address(opened: Open) -> None:
    page = opened("compare/")

    page.get_by_label("หน่วยงานที่ 1").select_option("ban-bon")
    page.get_by_label("หน่วยงานที่ 2").select_option("khok-ngam")
    expect(page).to_have_url(re.compile(r"/compare/\?a=ban-bon&a=khok-ngam&year=2568$"))
    assert page.evaluate("document.activeElement.id") == "agency-1"
    assert page.get_by_label("หน่วยงานที่ 3").count() == 1
    heads = page.locator("table.compared thead th.number a")
    assert heads.nth(1).text_content() == HOSTILE
    assert heads.nth(1).get_attribute("href") == "../khok-ngam/scores/2568/"
    assert page.locator("#compare b").count() == 0

    page.reload()
    page.wait_for_selector("table.compared")
    assert rows(page)["คะแนนรวม"] == ["90.90", "80.90"]

    page.get_by_label("หน่วยงานที่ 1").select_option("")
    expect(page).to_have_url(re.compile(r"/compare/\?a=khok-ngam&year=2568$"))
    assert page.locator("table.compared").count() == 0


def test_five_agencies_fit_a_phone_and_differ_in_shape_and_colour(opened: Open) -> None:
    page = opened("compare/?a=ban-bon&a=ban-lang&a=na-klang&a=khok-ngam&a=don-chan&year=2568")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    shapes = page.locator("table.compared tbody tr").first.locator("td.number path")
    drawn = shapes.evaluate_all("all => all.map((one) => [one.getAttribute('d'), getComputedStyle(one).fill])")
    assert len({shape for shape, _ in drawn}) == len({colour for _, colour in drawn}) == 5
    assert page.locator("article [style], article style").count() == 0


def test_the_copy_compares_without_a_server(browser: Browser, folder: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "copy"
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(unpacked)
    page = browser.new_page()

    page.goto(f"file://{unpacked}/compare/index.html?a=ban-bon&a=ban-lang&year=2568")
    page.wait_for_selector("table.compared")

    assert rows(page)["คะแนนรวม"] == ["90.90", "90.90"]
    href = page.locator("table.compared thead a").first.get_attribute("href")
    assert href == "../ban-bon/scores/2568/index.html"
    page.close()


def test_without_data_or_scripts_the_page_leads_to_the_years(browser: Browser, address: str) -> None:
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.route("**/summaries.json", lambda route: route.fulfill(status=404, body="x"))
        page.goto(f"{address}compare/")
        page.wait_for_load_state("networkidle")

        assert "เปิดหน้ารายปี" in page.locator("#compare").inner_text()
        assert page.locator("article a[href='../years/2568/']").count() == 6
        context.close()


def test_filters_of_agencies(opened: Open) -> None:
    page = opened("")

    assert page.locator(".found").inner_text() == "พบ 7 จาก 7 หน่วยงาน"
    page.get_by_label("จังหวัด").select_option("จังหวัดสมมุติเหนือ")
    page.get_by_label("ประเภท").select_option("เทศบาลตำบล")
    assert page.locator(".found").inner_text() == "พบ 3 จาก 7 หน่วยงาน"
    assert page.locator("#agency-list > li:visible").count() == 3
    assert page.locator("#groups").is_hidden()


def test_it_is_small_and_only_where_it_is_used(folder: Path) -> None:
    users = [path for path in (folder / "site").rglob("*.html") if b"javascripts/compare.js" in path.read_bytes()]

    assert [path.relative_to(folder / "site").as_posix() for path in users] == ["compare/index.html"]
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3200
