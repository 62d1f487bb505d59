"""menu.html: the OIT items of an agency's latest year as plain links, to be pasted into the website that it has."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from generator import links
from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.commands import report
from generator.model import Agency, Layout
from generator.pages.items import item_name
from generator.pages.oit import groups
from generator.pipeline.examine import Examined

BEGIN, END = "<!-- คัดลอกตั้งแต่บรรทัดถัดไป -->", "<!-- คัดลอกถึงบรรทัดก่อนหน้านี้ -->"


def menus(examined: Examined, out: Path) -> Iterator[tuple[Path, bytes]]:
    """A file for each agency whose latest year is in the built site: where it goes and what is in it. None without an
    address of the site: a link from another website names it whole."""
    dataset = examined.dataset
    if dataset is None or not dataset.site.url:
        return
    alone = dataset.site.layout is Layout.AGENCY
    for agency in dataset.agencies:
        below = "" if alone else links.agency(agency.slug)
        years = disclosures(agency, dataset.frameworks, dataset.earlier)
        built = [one for one in years if (out / "site" / below / links.oit(one.year) / "index.html").is_file()]
        if built:
            root = f"{dataset.site.url.rstrip('/')}/{below}"
            yield out / ("menu.html" if alone else f"menu/{agency.slug}.html"), _menu(agency, built[-1], root)


def _menu(agency: Agency, year: DisclosedYear, root: str) -> bytes:
    title = _text(f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {year.year} {agency.name}")
    lines = [
        "<!doctype html>",
        '<html lang="th">',
        f'<head><meta charset="utf-8"><title>{title}</title></head>',
        "<body>",
        BEGIN,
        f'<h2><a href="{escape(root + links.oit(year.year))}">{title}</a></h2>',
        "<ul>",
    ]
    for heading, items in groups(year):
        lines += [f"<li>{_text(heading)}", "<ul>"]
        lines += [
            f'<li><a href="{escape(root + links.oit_item(one.year, one.item.code))}">{_text(item_name(one))}</a></li>'
            for one in items
        ]
        lines += ["</ul>", "</li>"]
    lines += ["</ul>", END, "</body>", "</html>", ""]
    return "\n".join(lines).encode()


def _text(shown: str) -> str:
    return escape(report.one_line(shown))
