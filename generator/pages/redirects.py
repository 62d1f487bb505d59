"""Where old addresses lead: a page at each, for addresses that were printed, filed or bookmarked."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import link, text
from generator.model import Agency
from generator.page import Page
from generator.pages.context import Context
from generator.pages.made import made_of
from generator.problems import Source


@dataclass(frozen=True)
class Moved:
    """An old address and the new one, both as a file says them, and where it does."""

    old: str
    new: str
    source: Source

    @property
    def address(self) -> str:
        """Of the page at the old address: a file that moved has one at its name with a slash, where servers lead."""
        folder = self.old.removesuffix("index.html") if f"/{self.old}".endswith("/index.html") else self.old
        return folder if not folder or folder.endswith("/") else f"{folder}/"


def moved(agency: Agency) -> tuple[Moved, ...]:
    """Every redirect of an agency: those of its profile, and those of its answers, which lead to their page."""
    own = [Moved(one.old, one.new, one.source) for one in agency.profile.redirects]
    for year in agency.years:
        for one in year.disclosed():
            page = links.oit_item(year.fiscal_year, one.item)
            own += [Moved(old, page, one.source) for old in one.redirects]
    return tuple(own)


def last_of(start: str, onward: Mapping[str, str]) -> str | None:
    """Where an address leads in the end; None where that goes round in a circle. `onward` is by address of page."""
    seen = set()
    while (page := start if start.endswith("/") else f"{start}/") in onward:
        if page in seen:
            return None
        seen.add(page)
        start = onward[page]
    return start


@dataclass(frozen=True)
class RedirectView:
    heading: str
    told: Markup


def present(context: Context) -> list[Page]:
    """A page for each old address, in no navigation, which leads on at once."""
    onward = {one.address: one.new for one in moved(context.agency)}
    ends = {address: last_of(new, onward) for address, new in onward.items()}
    made = made_of(context, "agency", "disclosure")
    return [_page(address, end, made) for address, end in sorted(ends.items()) if end is not None]


def _page(address: str, end: str, made: tuple[str, ...]) -> Page:
    way = links.relative_to(address, end)
    told = Markup("หน้านี้ย้ายไปที่อยู่ใหม่แล้ว {}").format(link(way, Markup("เปิดที่อยู่ใหม่ ({})").format(text(end))))
    view = RedirectView("หน้านี้ย้ายแล้ว", told)
    description = f"ที่อยู่ {address} ย้ายไปที่ {end} แล้ว"
    return Page(address, "หน้านี้ย้ายแล้ว", description, "redirect.md.jinja", view, redirect=way, made_of=made)
