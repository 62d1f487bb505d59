"""Asks the search box of a page as a reader does: a text in the box, a key, and what is listed."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from generator.pipeline.examine import examine
from generator.pipeline.plan import generate
from generator.pipeline.workspace import Workspace
from generator.render import NOT_INDEXED
from generator.site import Build, build_all

OURS = ".search-status"
STOCK = ".md-search-result__meta"

# The status says something else for an empty box, and for a text once its results are listed.
_ASK = """async ([query, status]) => {
    const input = document.querySelector('.md-search__input');
    const said = () => document.querySelector(status)?.textContent.trim() ?? '';
    const { port1, port2 } = new MessageChannel();  // a timer would wait four milliseconds
    const turn = () => new Promise((next) => {
        port1.onmessage = next;
        port2.postMessage(0);
    });
    const type = async (text, done) => {
        input.value = text;
        input.dispatchEvent(new KeyboardEvent('keyup'));
        const begun = performance.now();
        while (!done()) {
            if (performance.now() - begun > 10000) throw new Error(`no answer to ${text}`);
            await turn();
        }
        return performance.now() - begun;
    };
    input.focus();
    if (!said().startsWith('พิมพ์')) await type('', () => said().startsWith('พิมพ์'));
    const spent = await type(query, () => said() && !/^(พิมพ์|กำลัง)/.test(said()));
    const links = [...document.querySelectorAll('.md-search-result__item')].map((one) => one.querySelector('a').href);
    return [spent, links];
}"""


def open_box(page: Page, site: str, status: str) -> None:
    """Opens a page of a site and its search box, and has the index loaded."""
    page.goto(site)
    page.locator(".md-search__input").focus()
    if status == STOCK:
        page.wait_for_function("() => document.querySelector('.md-search-result__meta').textContent.includes('พิมพ์')")
        return
    page.locator(".md-search__input").fill("ก")
    page.wait_for_function("() => document.querySelector('.search-status')?.textContent.includes('พบ')")


def ask(page: Page, site: str, query: str, status: str) -> tuple[float, list[str]]:
    """The milliseconds from the key to the first listed results, and the addresses listed, below the site's root."""
    spent, links = page.evaluate(_ASK, [query, status])
    root = urlsplit(site).path
    return spent, [urlsplit(link).path.removeprefix(root) for link in links]


def build_stock(project: Path, data: Path, folder: Path) -> Path:
    """The agencies' sites with the theme's own search set to Thai, as MkDocs leaves them, by slug below one folder."""
    shutil.copytree(project / "overrides", folder / "overrides")
    main = folder / "overrides" / "main.html"
    main.write_text(main.read_text(encoding="utf-8").partition("{% block scripts %}")[0], encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "lang: en" in config
    (folder / "mkdocs.yml").write_text(config.replace("lang: en", "lang: th"), encoding="utf-8")
    workspace = Workspace.of(folder, folder)
    slugs = generate(examine(data), workspace)
    for page in (path for slug in slugs for path in workspace.docs(slug).rglob("*.md")):
        page.write_text(page.read_text(encoding="utf-8").replace(f"{NOT_INDEXED}\n", "", 1), encoding="utf-8")
    build_all(Build(workspace.docs(slug), folder / "site" / slug, None) for slug in slugs)
    return folder / "site"


def first_ten(links: Sequence[str]) -> list[str]:
    """What a reader sees without scrolling."""
    return [*links[:10]]
