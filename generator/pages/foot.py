"""What stands at the end of every page: the words it uses, when its data changed, how to cite it and pass it on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from generator import links, thai
from generator.markup import join, link, text
from generator.model import Framework
from generator.page import Page
from generator.pages.days import day
from generator.pages.terms import Term, in_place, occurring, terms_of
from generator.thai import FiscalYear

# Plain links: nothing is asked of these hosts until a reader follows one.
_SHARE = (
    ("LINE", "https://social-plugins.line.me/lineit/share?url="),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u="),
)


@dataclass(frozen=True)
class Site:
    """What the feet of a site's pages have in common. `publisher` is who a citation names; `url` is the address of its
    root, None where nobody knows where it will be; `terms` are by address of page; `changes` is where its history is
    told, if it is."""

    publisher: str
    official: bool
    url: str | None
    terms: Callable[[str], tuple[Term, ...]]
    changed: Callable[[Page], date | None]
    changes: str | None = None


def terms_by_year(frameworks: Sequence[Framework], latest: FiscalYear) -> Callable[[str], tuple[Term, ...]]:
    """The words of a page by its address: as the rules of its year have them, else those of the latest result. They
    are among those of the first framework, which the page about methods lists."""
    by_year = {framework.fiscal_year.number: terms_of(framework) for framework in frameworks}
    known = {one.key for framework in frameworks[:1] for one in by_year[framework.fiscal_year.number]}

    def of_page(address: str) -> tuple[Term, ...]:
        own = by_year.get(links.year(address)) or by_year.get(latest.number, ())
        return tuple(one for one in own if one.key in known)

    return of_page


def with_feet(pages: Iterable[Page], site: Site) -> tuple[Page, ...]:
    """The same pages, each with its foot; one that only leads on has none."""
    return tuple(page if page.redirect else replace(page, foot=partial(foot, page, site)) for page in pages)


def foot(page: Page, site: Site, body: str) -> Markup:
    """The foot of a page whose text is `body`."""
    # there every word is explained in the page itself
    terms = () if page.address == links.METHODOLOGY else occurring(site.terms(page.address), body)
    changed = site.changed(page)
    parts = [_changed(page.address, changed, site.changes)]
    if site.url:
        parts.append(_cited(page, site, site.url + page.address, changed))
        parts.append(_shared(site.url + page.address) if site.official else Markup(""))
    known = join(parts)
    own = Markup('<div class="page-foot" data-search-exclude>{}</div>').format(known)
    return join([part for part in (in_place(terms, page.address), own) if part], "\n\n")


def _changed(address: str, newest: date | None, changes: str | None) -> Markup:
    """When the data of the page changed last, where that is known, and the way to all changes."""
    parts = [Markup("แก้ไขล่าสุด {}").format(day(newest))] if newest else []
    if changes and changes != address:
        parts.append(link(links.relative(address, changes), "ประวัติการแก้ไขข้อมูล"))
    return Markup('<p class="changed">{}</p>').format(join(parts, " · ")) if parts else Markup("")


def _cited(page: Page, site: Site, url: str, changed: date | None) -> Markup:
    """A citation ready to be copied, and the address to be written down; without a known date ม.ป.ป. as libraries
    write it."""
    year = str(changed.year + thai.BUDDHIST_OFFSET) if changed else "ม.ป.ป."
    title = "หน้าแรก" if page.address == links.HOME else page.title
    cited = f"{site.publisher}. ({year}). {title}. สืบค้นจาก {url}"
    return Markup(
        '<details class="cite"><summary>อ้างอิงหน้านี้</summary><p class="citation">{}</p>'
        '<p>ที่อยู่ถาวรของหน้านี้ <span class="address">{}</span></p></details>'
    ).format(text(cited), text(url))


def _shared(url: str) -> Markup:
    ways = [link(f"{start}{quote(url, safe='')}", name) for name, start in _SHARE]
    return Markup('<p class="share">ส่งต่อหน้านี้ทาง {}</p>').format(join(ways, " · "))
