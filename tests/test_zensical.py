"""The way out stays open: Zensical builds the same Markdown to the same text."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from generator.finish.index import INDEX, index_of, read_articles
from generator.page import Copy, Page
from generator.pipeline.examine import examine
from generator.pipeline.plan import generate
from generator.pipeline.workspace import Workspace
from generator.render import PAGES, SiteFrame, render
from generator.site import Build, build_all
from generator.write import write
from tests.conftest import served

ROOT = Path(__file__).parent.parent
SLUG = "muang-mu"


def _article(page: Path) -> str:
    """The text of a page's own content, white space folded."""
    article = next(html.fromstring(page.read_bytes()).iter("article"))
    return re.sub(r"\s+", " ", "".join(map(str, article.itertext()))).strip()


def _build_with_zensical(source: Path) -> None:
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))
    assert zensical
    done = subprocess.run(
        [zensical, "build", "--strict", "-f", str(source / "mkdocs.yml")], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One agency's site as Zensical builds it."""
    out = tmp_path_factory.mktemp("zensical")
    generate(examine(ROOT / "data", only=SLUG), Workspace.of(ROOT, out))
    _build_with_zensical(out / "docs" / SLUG)
    return out / "docs" / SLUG / "site"


def test_zensical_builds_the_same_text(real_site: Path, built: Path) -> None:
    published = sorted((real_site / SLUG).rglob("*.html"))
    assert len(published) >= 20
    for page in published:
        assert _article(page) == _article(built / page.relative_to(real_site / SLUG)), page.name


def test_the_same_search_answers_in_zensicals_box(built: Path, browser: Browser) -> None:
    """The same scripts, over an index made of what Zensical built."""
    folders = sorted(page.parent.relative_to(built).as_posix() for page in built.rglob("index.html"))
    (built / INDEX).parent.mkdir(exist_ok=True)
    (built / INDEX).write_bytes(index_of(read_articles(built, ["" if one == "." else f"{one}/" for one in folders])))
    errors: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.on("pageerror", lambda error: errors.append(str(error)))
    with served(built) as address:
        page.goto(address)
        page.locator(".md-search__button").click()
        expect(page.locator("input:focus")).to_have_count(1)
        page.keyboard.type("สำนักปลัด ปี ๖๗", delay=20)
        results = page.get_by_role("option")
        first = results.first
        expect(first).to_contain_text("มาตรการยกระดับผลการประเมิน ITA")
        expect(first).to_contain_text("ปี 2567")
        for marked in ("สำนักปลัด", "๒๕๖๗"):
            expect(first.locator("u, mark", has_text=re.compile(f"^{marked}$")).first).to_be_attached()
        every = results.count()
        page.get_by_role("button", name="Filters").click()
        page.get_by_role("button", name="OIT", exact=False).click()
        expect(results).not_to_have_count(every)
        results.first.click()
        expect(page.locator("article mark").first).to_have_text(re.compile("สำนักปลัด|2567|๒๕๖๗"))
    page.close()
    assert errors == []


HOSTILE = '</script><script>alert(1)</script> & "q" \\ {{ x }} {% x %} \u2028 <!-- ก็'


class _View:
    heading = "หัวเรื่อง"
    told = "ข้อความ"


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_what_a_head_tells_machines_is_read_the_same(program: str, tmp_path: Path) -> None:
    """Facts about a page whatever their texts, an old address that leads on, and an attached file."""
    told = {"@context": "https://schema.org", "name": HOSTILE}
    pages = [
        Page("", "บ้าน", "ก", "redirect.md.jinja", _View(), ("บ้าน",), json_ld=json.dumps(told, ensure_ascii=False)),
        Page("ita.html/", "ย้าย", "ก", "redirect.md.jinja", _View(), redirect="../files/2568/a.csv"),
    ]
    frame = SiteFrame("ก", str(ROOT / "mkdocs.yml"), str(ROOT / "overrides"), official=True, footer="ค")
    (tmp_path / "a.csv").write_text("ก,ข\n", encoding="utf-8")
    source = tmp_path / "source"
    write(
        [
            *render(pages, [], {"hotlines": "", "methodology": ""}, frame),
            Copy(f"{PAGES}/files/2568/a.csv", tmp_path / "a.csv"),
        ],
        source,
    )

    if program == "zensical":
        _build_with_zensical(source)
    else:
        build_all([Build(source, source / "site", None)])

    home = html.fromstring((source / "site/index.html").read_bytes())
    moved = html.fromstring((source / "site/ita.html/index.html").read_bytes())
    assert json.loads(str(home.xpath("string(//head/script[@type='application/ld+json'])"))) == told
    assert home.xpath("//meta[@http-equiv]") == []
    assert moved.xpath("//head/meta[@http-equiv='refresh']/@content") == ["0; url=../files/2568/a.csv"]
    assert moved.xpath("//script[@type='application/ld+json']") == []
    assert (source / "site/files/2568/a.csv").read_text(encoding="utf-8") == "ก,ข\n"
