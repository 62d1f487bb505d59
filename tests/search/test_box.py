"""The search box as a reader meets it: results, filters, the address, keys, what goes wrong. In a real Chromium."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Page, Route, expect

from tests.conftest import served

INPUT = ".md-search__input"
STATUS = ".search-status"
RESULT = ".md-search-result__item"
FAILED = "ค้นหาไม่ได้ในขณะนี้ โปรดลองใหม่อีกครั้ง"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which no script may fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def _type(page: Page, query: str) -> None:
    """Types into the open box and waits for the answer."""
    page.locator(INPUT).focus()
    page.locator(INPUT).fill(query)
    page.wait_for_function(
        """(query) => document.querySelector('.search-status')?.textContent
            && new URLSearchParams(location.search).get('q') === query""",
        arg=query,
    )


def _addresses(page: Page) -> list[str]:
    return [
        urlsplit(str(link)).path
        for link in page.evaluate(f"[...document.querySelectorAll('{RESULT}')].map(one => one.querySelector('a').href)")
    ]


def _query(page: Page) -> dict[str, list[str]]:
    """What the address asks for. The page itself is asked: page.url is told a little later."""
    return parse_qs(str(page.evaluate("location.search.slice(1)")))


# --- what is loaded, and when


def test_nothing_is_loaded_before_somebody_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))

    page.goto(f"{address}muang-mu/scores/2567/", wait_until="networkidle")
    before = [one for one in asked if "search" in one or "worker" in one]
    _type(page, "มาตรการ")
    after = [one for one in asked if "search" in one and one not in before]

    assert before == ["muang-mu/assets/javascripts/search.js", "muang-mu/search/search_index.json"]
    assert sorted(after) == [
        *(f"muang-mu/assets/javascripts/search/{name}.js" for name in ("box", "close", "marks", "scanner", "words")),
        "muang-mu/search/index.json",
    ]
    assert not [one for one in asked if one.startswith("http")], "a request to somebody else"


def test_a_blank_query_loads_nothing(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}muang-mu/")

    page.locator(INPUT).focus()
    page.keyboard.type("   ")
    page.wait_for_timeout(200)

    assert not [one for one in asked if "/search/" in one and not one.endswith("search_index.json")]


# --- results


def test_typed_keys_bring_results_with_marks_and_the_way_to_them(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/")
    page.locator(INPUT).focus()

    page.keyboard.type("สำนักปลัด 2567", delay=20)

    first = page.locator(RESULT).first
    expect(first.locator("a").first).to_have_attribute("href", re.compile(r"/muang-mu/measures/2567/1/\?h="))
    expect(first.locator(".search-trail")).to_have_text("มาตรการ › ปี 2567")
    for one in ("สำนักปลัด", "๒๕๖๗"):
        expect(first.locator("mark", has_text=re.compile(f"^{one}$")).first).to_be_attached()
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^พบ \d+ หน้า$"))
    expect(first.locator("summary").or_(first.locator("h2")).first).to_be_visible()


def test_a_result_names_the_section_and_leads_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=เจตจำนงสุจริตของผู้บริหาร")
    section = page.locator(RESULT).first.locator("a").nth(1)
    expect(section.locator("h2")).to_have_text("ขั้นตอนหรือวิธีการ")

    section.click()

    expect(page).to_have_url(re.compile(r"/muang-mu/measures/2567/6/(\?.*)?#steps$"))
    expect(page.locator("article mark").first).to_have_text("เจตจำนงสุจริตของผู้บริหาร")


@pytest.mark.parametrize(
    ("query", "place", "marks"),
    [
        ("2567", "measures/2567/1/", {"2567", "๒๕๖๗"}),
        ("๙๒.๕๑", "measures/2567/3/", {"๙๒.๕๑"}),
        ("92.51", "measures/2567/3/", {"๙๒.๕๑"}),
        ("ข่าวประชาสัมพันธ์", "measures/2567/3/", {"ข่าวประชาสัมพันธ์"}),
    ],
)
def test_the_opened_page_marks_the_words(query: str, place: str, marks: set[str], page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q={query}")
    page.locator(RESULT).first.wait_for()
    hrefs = [
        str(one)
        for one in page.evaluate(f"[...document.querySelectorAll('{RESULT} a')].map(one => one.href)")
        if urlsplit(str(one)).path.endswith(f"/muang-mu/{place}")
    ]

    page.goto(hrefs[0])
    page.wait_for_function("() => document.querySelector('article mark')")

    assert {*page.locator("article mark").all_inner_texts()} == marks
    assert page.locator("article svg mark").count() == 0


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "(",
        "[ก-",
        "\\",
        "$&",
        "ก" * 5000,
        " ".join("กขคง" for _ in range(500)),
        "(a+)+$",
    ],
)
def test_no_words_in_the_address_break_a_page(words: str, page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/scores/2567/")
    before = page.locator("article").inner_text()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))

    page.evaluate("(words) => { location.search = '?h=' + encodeURIComponent(words) }", words)
    page.wait_for_load_state("networkidle")

    assert page.locator("article").inner_text() == before
    assert page.locator("article img[src=x]").count() == 0


def test_what_is_not_searched_is_not_marked(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/measures/2567/3/?h=มาตรการ%20")
    page.wait_for_function("() => document.querySelector('article mark')")

    assert page.locator("[data-search-exclude] mark").count() == 0
    assert {*page.locator("article mark").all_inner_texts()} == {"มาตรการ"}


def test_the_search_of_a_network_leads_into_its_agencies(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ประชาพิจารณ์")
    first = page.locator(RESULT).first

    expect(first.locator(".search-trail")).to_have_text("เทศบาลตำบลเมืองคง › OIT › ปี 2569")
    first.locator("a").first.click()

    page.wait_for_url(re.compile("/mueang-khong/oit/2569/o19/"))
    expect(page.locator("article mark").first).to_have_text("ประชาพิจารณ์")


# --- filters and the address


def test_filters_narrow_the_results_and_stand_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()
    year, kind = page.locator(".search-filters [name=year]"), page.locator(".search-filters [name=kind]")
    count = int(re.findall(r"^2567 \((\d+)\)$", "\n".join(year.locator("option").all_inner_texts()), re.MULTILINE)[0])

    year.select_option("2567")
    expect(page.locator(STATUS)).to_have_text(f"พบ {count} หน้า")
    kind.select_option("มาตรการ")
    page.wait_for_function("() => new URLSearchParams(location.search).get('q-kind')")

    assert _query(page) == {"q": ["ทุจริต"], "q-year": ["2567"], "q-kind": ["มาตรการ"]}
    found = _addresses(page)
    page.reload()
    page.locator(RESULT).first.wait_for()
    assert _addresses(page) == found
    assert year.input_value() == "2567"
    assert kind.input_value() == "มาตรการ"
    kind.select_option("")
    expect(page.locator(STATUS)).to_have_text(f"พบ {count} หน้า")


def test_all_of_a_filter_is_all_that_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()
    total = re.findall(r"\d+", page.locator(STATUS).inner_text())

    for name in ("year", "kind"):
        every = page.locator(f"#search-{name} option").first.inner_text()
        assert re.findall(r"\d+", every) == total


@pytest.mark.parametrize(
    "garbage", ["q-year=Infinity", "q-year=-1", "q-year=2567.5", "q-kind=oit", "q-kind=<b>", "q-kind=__proto__"]
)
def test_a_filter_that_is_none_is_ignored(garbage: str, page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต&{garbage}")

    expect(page.locator(STATUS)).to_have_text(re.compile(r"^พบ \d\d หน้า"))
    assert page.locator("#search-year").input_value() == ""
    assert page.locator("#search-kind").input_value() == ""


def test_nothing_in_a_year_offers_all_years(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=มาตรการ&q-year=2566&q-kind=เอกสาร")
    expect(page.locator(STATUS)).to_have_text("ไม่พบ “มาตรการ” ในปีหรือประเภทที่เลือก")

    page.get_by_role("button", name="ค้นหาทุกปีทุกประเภท").focus()
    page.keyboard.press("Enter")
    expect(page.locator(INPUT)).to_be_focused()

    expect(page.locator(STATUS)).to_have_text(re.compile(r"^พบ \d+ หน้า"))
    assert _query(page) == {"q": ["มาตรการ"]}


def test_the_address_keeps_the_query_on_the_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/contact/")
    page.locator(INPUT).focus()
    _type(page, "จัดซื้อจัดจ้าง")
    found = _addresses(page)

    page.locator(RESULT).first.locator("a").first.click()
    page.wait_for_url(re.compile("/oit/2568/"))
    page.go_back()
    page.locator(RESULT).first.wait_for()

    assert page.locator(INPUT).input_value() == "จัดซื้อจัดจ้าง"
    assert _addresses(page) == found


def test_a_page_kept_by_the_browser_comes_back_with_the_box_open(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.locator("a").first.evaluate(
        "link => link.addEventListener('click', e => e.preventDefault())"
    )
    page.locator(RESULT).first.locator("a").first.click()
    expect(page.locator("#__search")).not_to_be_checked()
    assert "q" in _query(page)

    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")

    page.wait_for_function("() => location.search === ''")


def test_closing_the_box_clears_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/measures/")
    page.locator(INPUT).focus()
    _type(page, "จัดซื้อจัดจ้าง")

    page.keyboard.press("Escape")

    page.wait_for_function("() => location.search === ''")
    expect(page.locator("#__search")).not_to_be_checked()


# --- keys and screen readers


def test_keys_lead_through_the_box(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()
    focused = "document.activeElement.name || document.activeElement.classList[0]"

    page.locator(INPUT).focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "md-search-result__link"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "query"
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focused))
    assert seen[-3:] == ["year", "kind", "md-search-result__link"]
    page.locator(".search-filters [name=year]").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "year"
    page.locator(INPUT).focus()
    first = _addresses(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}*")


def test_keys_of_a_screen_reader_or_a_keyboard_do_not_lead_away(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=มาตรการ 2567")
    page.locator(f"{RESULT} summary").first.wait_for()
    link = page.locator(RESULT).nth(1).locator("a").first

    link.focus()
    page.keyboard.press("PageDown")
    expect(link).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"document.activeElement === document.querySelector('{RESULT} summary')")
    expect(page.locator("#__search")).to_be_checked()
    page.locator(f"{RESULT} summary").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(f"{RESULT} details").first).to_have_attribute("open", "")
    assert page.locator(INPUT).input_value() == "มาตรการ 2567"


def test_escape_in_a_filter_leaves_no_hidden_focus(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()
    page.locator("#search-year").focus()

    page.keyboard.press("Escape")

    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()


@pytest.mark.parametrize("query", ["?q=ฟหกดฟหกด", "?q=มาตรการ&q-year=2566&q-kind=เอกสาร"])
def test_enter_with_nothing_found_stays(query: str, page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/{query}")
    expect(page.locator(STATUS)).to_have_text(re.compile("^ไม่พบ"))
    before = page.evaluate("location.href")

    page.locator(INPUT).focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)

    assert page.evaluate("location.href") == before
    expect(page.locator(STATUS)).to_have_text(re.compile("^ไม่พบ"))


def test_the_button_that_empties_the_box_empties_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()

    page.locator(".md-search button[type=reset]").click()

    expect(page.locator(RESULT)).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("พิมพ์คำที่ต้องการค้นหา")
    page.wait_for_function("() => location.search === ''")


def test_a_new_query_begins_at_the_top(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).nth(5).wait_for()
    page.evaluate("document.querySelector('.md-search__scrollwrap').scrollTop = 900")

    _type(page, "คะแนน")

    assert page.evaluate("document.querySelector('.md-search__scrollwrap').scrollTop") == 0


def test_leaving_the_box_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()

    page.evaluate("document.querySelector('article a').focus()")

    expect(page.locator("#__search")).not_to_be_checked()


def test_results_are_told_to_screen_readers_in_thai(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=ทุจริต")
    page.locator(RESULT).first.wait_for()

    status = page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^พบ \d+ หน้า$"))
    assert page.get_by_role("dialog", name="ค้นหาในเว็บไซต์").count() == 1
    assert page.get_by_label("ประเภท").count() == 1
    assert page.get_by_label("ปี", exact=True).count() == 1
    english = page.locator(".md-search").inner_text()
    assert not re.search(r"\b(result|search|found|more|filter)s?\b", english, re.IGNORECASE)
    assert page.locator(f"{RESULT} summary").first.inner_text().startswith("อีก ")


# --- nothing found, and what is close


def test_nothing_found_is_said_and_leads_on(page: Page, address: str) -> None:
    page.goto(f"{address}din-daeng/?q=ฟฟฟฟฟหกด")

    expect(page.locator(STATUS)).to_have_text("ไม่พบ “ฟฟฟฟฟหกด” ในเว็บไซต์นี้")
    links = page.locator(".search-extra a")
    assert links.all_inner_texts()[:4] == [
        "ผลการประเมินทุกปี",
        "มาตรการทั้งหมด",
        "การเปิดเผยข้อมูลสาธารณะ (OIT)",
        "เอกสารฉบับทางการ",
    ]
    links.first.click()
    page.wait_for_url("**/din-daeng/scores/")


def test_a_misspelt_word_is_answered_and_can_be_mended(page: Page, address: str) -> None:
    page.goto(f"{address}muang-mu/?q=มาตราการ")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^ไม่พบ “มาตราการ” แสดงผลของ “มาตรการ” · พบ \d+ หน้า$"))

    page.get_by_role("button", name="มาตรการ", exact=True).click()

    expect(page.locator(STATUS)).to_have_text(re.compile(r"^พบ \d+ หน้า$"))
    assert page.locator(INPUT).input_value() == "มาตรการ"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("่้๊", "พิมพ์คำค้นเป็นตัวอักษรหรือตัวเลข"),
        ("()[]{}", "พิมพ์คำค้นเป็นตัวอักษรหรือตัวเลข"),
        ("😀😀", "พิมพ์คำค้นเป็นตัวอักษรหรือตัวเลข"),
        ("ก" * 10_000, "คำค้นยาวเกินไป ใช้เฉพาะส่วนต้น"),
        ("การประเมิน " * 900, "คำค้นยาวเกินไป ใช้เฉพาะส่วนต้น"),
        ("<img src=x onerror=alert(1)>", "ไม่พบ"),
        ("(?=a)*+", "พบ"),
        ("มาตรการabc中文", "ไม่พบ"),
        ("ทุจริต\x00\x1f", "พบ"),
    ],
    ids=lambda one: one[:12],
)
def test_no_input_breaks_the_box(query: str, said: str, page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{address}muang-mu/")
    page.locator(INPUT).focus()
    page.locator(INPUT).fill(query)

    expect(page.locator(STATUS)).to_contain_text(said)
    assert page.locator(".md-search img").count() == 0
    _type(page, "ร้องเรียน")
    expect(page.locator(RESULT).first).to_be_visible()


@pytest.mark.parametrize("broken", ["search/index.json", "search/scanner.js", "search/box.js", "search/marks.js"])
@pytest.mark.parametrize("how", ["absent", "garbage"])
def test_what_fails_to_load_is_said_and_tried_again(broken: str, how: str, page: Page, address: str) -> None:
    def fail(route: Route) -> None:
        if how == "absent":
            route.fulfill(status=404, body="ไม่มี")
        else:
            body = "0" if broken == "search/box.js" else "throw 1"  # what throws in the page is an error of the page
            route.fulfill(status=200, content_type="text/javascript", body=body)

    pattern = re.compile(f"muang-mu/.*{re.escape(broken)}$|muang-mu/{re.escape(broken)}$")
    page.route(pattern, fail)
    page.goto(f"{address}muang-mu/")
    page.locator(INPUT).focus()
    page.locator(INPUT).fill("ร้องเรียน")
    expect(page.locator(".md-search-result")).to_contain_text(FAILED)

    page.unroute(pattern)
    page.locator(INPUT).fill("ทุจริต")

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(STATUS)).to_have_text(re.compile("^พบ"))
    page.keyboard.press("Escape")
    page.get_by_role("link", name="มาตรการ", exact=True).first.click()
    page.wait_for_url("**/measures/")


def test_while_the_index_loads_it_says_so(page: Page, address: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/index.json", hold)
    page.goto(f"{address}muang-mu/")
    page.locator(INPUT).focus()
    page.locator(INPUT).fill("ทุจริต")

    expect(page.locator(STATUS)).to_have_text("กำลังค้นหา…")
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(100)
    held[0].continue_()
    expect(page.locator(STATUS)).to_have_text(re.compile("^พบ"))


# --- where it works


def test_under_the_policy_of_its_page(page: Page, address: str) -> None:
    """A page says itself what may run; the search, its worker and the marks on the page it leads to may."""
    refused: list[str] = []
    page.on(
        "console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None
    )

    page.goto(f"{address}muang-mu/?q=จัดซื้อจัดจ้าง")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    page.locator(RESULT).first.locator("a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), { textContent: 'x=1' }))")

    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert len(refused) == 1  # what the test itself put there
    assert page.evaluate("typeof x") == "undefined"


def test_below_another_path(page: Page, real_site: Path, tmp_path: Path) -> None:
    (tmp_path / "องค์กร").mkdir()
    (tmp_path / "องค์กร" / "ita").symlink_to(real_site)

    with served(tmp_path) as address:
        page.goto(f"{address}องค์กร/ita/muang-mu/scores/2567/?q=ร้องเรียน")
        page.locator(RESULT).first.locator("a").first.click()
        page.wait_for_url("**/ita/muang-mu/complaints/?h=*")


def test_without_scripts_there_is_no_box(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}muang-mu/")

    expect(page.locator(".md-search")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_marks_of_the_query_are_not_cut_off(width: int, browser: Browser, address: str) -> None:
    """The box draws as many rows of ink as the same text with all the room it wants."""
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": 600})
    page = context.new_page()
    page.goto(f"{address}muang-mu/?q=ซื้อที่ผู้ญู๊ฎุปุ๊กุ้งปิ่น")
    page.wait_for_function("() => document.querySelector('.search-status')?.textContent")
    page.evaluate("document.fonts.ready")
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")
    page.evaluate(
        """() => {
            const input = document.querySelector('.md-search__input');
            const look = getComputedStyle(input);
            input.style.caretColor = 'transparent';
            const free = Object.assign(document.createElement('div'), { id: 'free', textContent: input.value });
            for (const name of ['fontFamily', 'fontSize', 'fontWeight', 'color']) free.style[name] = look[name];
            const place = { lineHeight: 4, background: 'white', position: 'fixed', inset: '60% 0 auto', zIndex: 99 };
            Object.assign(free.style, place);
            document.body.append(free);
        }"""
    )

    def rows_of_ink(selector: str, left: float) -> int:
        """Rows with something drawn in the first 200 px of the text."""
        box = page.locator(selector).bounding_box()
        assert box
        clip: FloatRect = {"x": box["x"] + left, "y": box["y"], "width": 200, "height": box["height"]}
        shot = base64.b64encode(page.screenshot(clip=clip)).decode()
        rows: int = page.evaluate(
            """async (shot) => {
                const image = new Image();
                image.src = 'data:image/png;base64,' + shot;
                await image.decode();
                const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
                canvas.drawImage(image, 0, 0);
                const { data } = canvas.getImageData(0, 0, image.width, image.height);
                let rows = 0;
                for (let y = 0; y < image.height; y++) {
                    let dark = false;
                    for (let x = 0; x < image.width; x++) dark ||= data[4 * (y * image.width + x)] < 128;
                    rows += dark;
                }
                return rows;
            }""",
            shot,
        )
        return rows

    padding = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.md-search__input')).paddingLeft)")
    free = rows_of_ink("#free", 0)
    assert free > 15
    assert rows_of_ink(INPUT, padding) == free
    context.close()
