"""What a page says where nothing is recorded yet: plainly that, what would stand there, and what a citizen can do."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links, markup
from generator.markup import link, text
from generator.page import Page
from generator.pages.contents import contact_lines
from generator.pages.context import Context
from generator.pages.made import made_of

NO_RESULT = "ยังไม่ได้บันทึกผลการประเมินของหน่วยงานนี้"
# A citizen may take silence for a bad result.
NOT_A_VERDICT = "การที่ยังไม่มีผลในเว็บไซต์นี้ ไม่ได้บอกว่าหน่วยงานได้คะแนนมากหรือน้อย และไม่ได้บอกว่าหน่วยงานได้รับการประเมินหรือไม่"


@dataclass(frozen=True)
class NothingView:
    anchor: Markup
    heading: str
    told: str
    explained: tuple[str, ...]
    ways: tuple[Markup, ...]


def page(context: Context, address: str, title: str, nav: tuple[str, ...], told: str, *explained: str) -> Page:
    """The page that stands at an address until there is something to show; `told` says what is not there."""
    anchor = markup.anchor(address.removesuffix("/"))
    view = NothingView(anchor, title, told, explained, ways(context, address))
    description = f"{told}: {context.agency.name}"
    made = made_of(context, "agency")
    return Page(address, title, description, "nothing.md.jinja", view, nav, wide=True, made_of=made)


def ways(context: Context, address: str) -> tuple[Markup, ...]:
    """What a citizen can do meanwhile: ask the agency where it says how, complain, read what ITA is."""
    profile = context.agency.profile
    found = []
    if profile.contact.phone:
        called = link(links.telephone(profile.contact.phone), profile.contact.phone)
        found.append(Markup("โทรศัพท์สอบถามหน่วยงาน {}").format(called))
    if profile.main_website:
        found.append(link(profile.main_website, "เปิดเว็บไซต์หลักของหน่วยงาน"))
    if contact_lines(profile):
        found.append(link(links.relative(address, links.CONTACT), "ดูช่องทางติดต่อหน่วยงานทั้งหมด"))
    complain = link(links.relative(address, links.COMPLAINTS), "แจ้งเรื่องร้องเรียน")
    found.append(Markup("{} {}").format(complain, text("ต่อหน่วยงาน หรือต่อหน่วยงานระดับประเทศ")))
    found.append(link(links.relative(address, links.METHODOLOGY), "อ่านว่า ITA ประเมินอะไรและให้คะแนนอย่างไร"))
    return tuple(found)
