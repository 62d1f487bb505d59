"""The EIT invitation in a real Chromium: the code as it is drawn, the poster as it is printed."""

import base64
import io
from collections.abc import Iterator
from datetime import date

import pypdf
import pytest
import segno
from playwright.sync_api import Browser, Page, expect

from generator.model.agency import LONGEST_LINK
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import ROOT, SCORES, served

LINK = "https://itas.nacc.go.th/go/eit/abc?x=1&y=2"
LONG = f"https://www.example.go.th/{'a' * (LONGEST_LINK - 26)}"
SITE = "format: 1\nlayout: network\ntitle: เครือข่ายทดสอบ\nofficial: false\n"
NOTICE = "ไม่ใช่เว็บไซต์ทางการของหน่วยงาน"
A4 = (595, 842)


def _agency(name: str, link: str, closes: str) -> str:
    invitation = f"eit: {{year: 2569, link: '{link}', opens: 5 มกราคม 2569, closes: {closes}}}\n"
    return f"name: {name}\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n{invitation}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where agencies are served whose questionnaires are open and closed."""
    folder = tmp_path_factory.mktemp("eit")
    agencies = {
        "tua-yang": _agency("เทศบาลตำบลตัวอย่าง", LINK, "31 มีนาคม 2569"),
        "yao": _agency("องค์การบริหารส่วนตำบลที่มีชื่อยาวเป็นพิเศษเพื่อการทดสอบการพิมพ์ใบประชาสัมพันธ์", LONG, "31 มีนาคม 2569"),
        "pit": _agency("เทศบาลตำบลปิดแล้ว", LINK, "31 มกราคม 2569"),
    }
    (folder / "data").mkdir()
    (folder / "data" / "site.yml").write_text(SITE, encoding="utf-8")
    for slug, profile in agencies.items():
        (folder / "data" / slug / "2568").mkdir(parents=True)
        (folder / "data" / slug / "agency.yml").write_text(profile, encoding="utf-8")
        (folder / "data" / slug / "2568" / "scores.yml").write_text(SCORES, encoding="utf-8")
    build(examine(folder / "data", day=date(2026, 3, 1)), Workspace.of(ROOT, folder / "out"))
    with served(folder / "out" / "site") as found:
        yield found


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1600}, color_scheme=request.param)
    yield context.new_page()
    context.close()


# Whether the middle of each module is dark in a picture of the code, row by row.
READ = """async ([picture, side, x, y, width]) => {
    const image = await createImageBitmap(
        new Blob([Uint8Array.from(atob(picture), (one) => one.charCodeAt())])
    );
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const light = (column, row) => {
        const at = [x + ((column + 0.5) * width) / side, y + ((row + 0.5) * width) / side];
        return canvas.getImageData(...at.map(Math.floor), 1, 1).data.slice(0, 3);
    };
    const modules = [...Array(side).keys()];
    return modules.map((row) => modules.map((column) => [...light(column, row)]));
}"""


@pytest.mark.parametrize(
    ("place", "link"), [("tua-yang/", LINK), ("tua-yang/eit/2569/", LINK), ("yao/eit/2569/", LONG)]
)
def test_the_code_on_the_screen_is_black_on_white_module_by_module(
    place: str, link: str, page: Page, address: str
) -> None:
    page.goto(address + place)
    code = segno.make_qr(link, error="m")
    side = len(code.matrix) + 8
    box = page.locator("svg.qr").bounding_box()
    assert box is not None
    drawn = [box["x"] + 1, box["y"] + 1, box["width"] - 2]  # within its border

    picture = base64.b64encode(page.screenshot()).decode()
    colours = page.evaluate(READ, [picture, side, *drawn])

    # the edges of modules are blurred, their middles are not, as long as they are some pixels wide
    assert drawn[2] / side > 3
    assert {max(colour) - min(colour) for row in colours for colour in row} == {0}
    dark = [[int(colour[0] < 128) for colour in row] for row in colours]
    assert dark == [list(row) for row in code.matrix_iter(border=4)]


@pytest.mark.parametrize("slug", ["tua-yang", "yao", "pit"])
def test_the_poster_is_one_sheet_of_a4_without_the_shell(slug: str, page: Page, address: str) -> None:
    page.goto(f"{address}{slug}/eit/2569/")

    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    assert [(round(one.mediabox.width), round(one.mediabox.height)) for one in sheets] == [A4]
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text().replace("\u00a0", " ")
    assert NOTICE in shown  # a poster of somebody else's site says so on paper too
    assert "ร่วมประเมิน EIT ปี 2569" in shown
    for hidden in ("หน่วยงานทั้งหมด", "ค้นหา", "หน้าแรก", "ตอบแบบวัด EIT", "ตัวชี้วัด"):
        assert hidden not in shown
    assert ("ปิดรับแล้ว" in shown) == (slug == "pit")
    colour = "getComputedStyle(document.querySelector('{}')).color"
    assert page.evaluate(colour.format("article h1")) == "rgb(0, 0, 0)"


def test_the_link_on_the_home_page_leads_to_the_questionnaire_and_names_its_host(page: Page, address: str) -> None:
    page.goto(f"{address}tua-yang/")

    banner = page.locator("article .invitation")

    assert banner.locator("a").first.get_attribute("href") == LINK
    assert banner.locator("a").first.inner_text() == "ตอบแบบวัด EIT (itas.nacc.go.th)"
    banner.locator("a").last.click()
    expect(page).to_have_url(f"{address}tua-yang/eit/2569/")
    page.goto(f"{address}pit/")
    assert page.locator("article .invitation").count() == 0


def test_the_banner_fits_a_narrow_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    for place in ("tua-yang/", "tua-yang/eit/2569/", "yao/eit/2569/", "yao/"):
        page.goto(address + place)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
