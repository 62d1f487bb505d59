"""What helps to read a page, in a real browser: pairs that stay on one line, words in place, the foot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import AGENCY, SCORES, served

ROOT = Path(__file__).parent.parent.parent
SITE = "format: 1\nlayout: agency\ntitle: ทดสอบ\nofficial: true\nurl: https://ita.tua-yang.go.th\n"

# Pairs whose halves do not stand on one line, by where the blank between them is drawn.
BROKEN = """() => {
  const pair = /(ปี|พ\\.ศ\\.|ที่|ข้อ) O?[0-9๐-๙]|[0-9๐-๙] (คะแนน|ตัวชี้วัด|วัน|มาตรการ|ข้อ|จุด)/gu;
  const found = [];
  let seen = 0;
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest("svg, code")) continue;
    const plain = text.data.replaceAll("\\u00a0", " ");
    for (const one of plain.matchAll(pair)) {
      if (/25[0-9][0-9] /.test(plain.slice(Math.max(0, one.index - 3), one.index + 2))) continue;
      const range = document.createRange();
      const blank = plain.indexOf(" ", one.index);
      range.setStart(text, blank - 1);
      range.setEnd(text, blank + 2);
      const tops = [...range.getClientRects()].filter((rect) => rect.width).map((rect) => Math.round(rect.top));
      if (!tops.length) continue; // folded away, or for another width
      seen += 1;
      if (Math.max(...tops) - Math.min(...tops) > 4) found.push(plain.slice(one.index - 10, one.index + 20));
    }
  }
  return { found, seen };
}"""


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of one agency, whose address is known."""
    folder = tmp_path_factory.mktemp("own")
    files = {"site.yml": SITE, "tua-yang/agency.yml": AGENCY, "tua-yang/2568/scores.yml": SCORES}
    for name, text in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(examine(folder / "data"), Workspace.of(ROOT, folder / "out"))
    with served(folder / "out" / "site") as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        "sateng-nok/",
        "sateng-nok/scores/2565/",
        "sateng-nok/scores/2565/analysis/",
        "muang-mu/measures/2567/",
        "nong-ya-plong/indicators/10/",
        "mueang-khong/findings/2568/",
        "sateng-nok/methodology/",
    ],
)
def test_pairs_stand_on_one_line_of_a_phone(path: str, address: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address + path)

    told = page.evaluate(BROKEN)
    assert told["found"] == []
    assert told["seen"] > 3


def test_the_measure_of_it_finds_a_broken_pair(address: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address + "sateng-nok/")
    page.evaluate(
        """() => {
          const one = document.createElement("p");
          one.textContent = "ก".repeat(4) + " ปี 2566";
          document.querySelector("article").append(one);
          one.style.width = "2.6em";
        }"""
    )

    assert len(page.evaluate(BROKEN)["found"]) == 1


def test_short_names_of_indicators_stay_whole(address: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(address + "mueang-khong/scores/2568/")
    names = page.locator("article p .whole")

    assert names.count() > 0
    for one in names.all():
        assert one.evaluate("one => one.getClientRects().length") == 1


def test_words_are_folded_away_and_lead_to_the_list_of_all(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sateng-nok/scores/2565/")
    words = page.locator("details.terms")

    expect(words.locator("dd").first).to_be_hidden()
    words.locator("summary").click()
    expect(words.locator("dd").first).to_be_visible()
    words.get_by_role("link", name="คะแนนรวม", exact=True).click()
    expect(page).to_have_url(f"{address}sateng-nok/methodology/#term-overall")
    expect(page.locator("#term-overall")).to_be_visible()
    context.close()


def test_the_foot_without_scripts_has_no_button(browser: Browser, own_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(own_site + "scores/2568/")
    foot = page.locator(".page-foot")

    assert foot.get_by_role("button").count() == 0
    foot.locator("summary").click()
    expect(foot.locator(".citation")).to_have_text(
        "เทศบาลตำบลตัวอย่าง. (ม.ป.ป.). ผลการประเมินปี 2568. สืบค้นจาก https://ita.tua-yang.go.th/scores/2568/"
    )
    context.close()


def test_the_address_is_copied(browser: Browser, own_site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(own_site + "scores/2568/#ranking")
    button = page.get_by_role("button", name="คัดลอกที่อยู่ของหน้านี้")

    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".page-foot .copied")).to_have_text("คัดลอกแล้ว")
    assert page.evaluate("navigator.clipboard.readText()") == "https://ita.tua-yang.go.th/scores/2568/"
    context.close()


def test_without_a_known_address_that_of_the_browser_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page: Page = context.new_page()
    page.goto(address + "sateng-nok/scores/2565/#ranking")

    page.get_by_role("button", name="คัดลอกที่อยู่ของหน้านี้").click()

    expect(page.locator(".page-foot .copied")).to_have_text("คัดลอกแล้ว")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}sateng-nok/scores/2565/"
    context.close()
