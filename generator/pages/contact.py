"""How to reach the agency, and how to complain: what agency.yml says, and plainly what it does not."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import link, text
from generator.page import Page
from generator.pages.context import Context


@dataclass(frozen=True)
class ContactView:
    name: str
    lines: tuple[tuple[str, Markup], ...]
    units: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True)
class ComplaintsView:
    name: str
    lines: tuple[tuple[str, Markup], ...]
    steps: tuple[str, ...]
    protection: str
    contact: Markup


def present(context: Context) -> list[Page]:
    """`contact/` and `complaints/`."""
    profile, name = context.agency.profile, context.agency.name
    contact, complaints = profile.contact, profile.complaints
    contact_view = ContactView(
        name,
        _given(
            ("ที่อยู่", text(contact.address) if contact.address else None),
            ("โทรศัพท์", _phone(contact.phone)),
            ("อีเมล", link(f"mailto:{contact.email}", contact.email) if contact.email else None),
            ("เว็บไซต์หลัก", _web(profile.main_website)),
            ("เฟซบุ๊ก", _web(contact.facebook)),
            ("ไลน์", text(contact.line) if contact.line else None),
            ("แผนที่", _web(contact.map, "เปิดแผนที่")),
            ("เวลาทำการ", text(contact.hours) if contact.hours else None),
        ),
        tuple((unit.name, _phone(unit.phone) or text("–")) for unit in profile.units),
    )
    complaints_view = ComplaintsView(
        name,
        _given(
            ("โทรศัพท์", _phone(complaints.phone)),
            ("แบบฟอร์มออนไลน์", _web(complaints.form, "เปิดแบบฟอร์ม")),
            ("อีเมล", link(f"mailto:{complaints.email}", complaints.email) if complaints.email else None),
            ("แจ้งด้วยตนเองหรือทางไปรษณีย์", text(complaints.address) if complaints.address else None),
            ("ระยะเวลาดำเนินการ", text(f"ภายใน {complaints.days} วัน") if complaints.days else None),
        ),
        complaints.steps,
        complaints.protection or "",
        link(links.relative(links.COMPLAINTS, links.CONTACT), f"ช่องทางติดต่อ{name}"),
    )
    return [
        Page(links.CONTACT, "ติดต่อ", f"ช่องทางติดต่อ{name}", "contact.md.jinja", contact_view, ("ติดต่อ",)),
        Page(
            links.COMPLAINTS,
            "แจ้งเรื่องร้องเรียน",
            f"ช่องทางแจ้งเรื่องร้องเรียนของ{name}",
            "complaints.md.jinja",
            complaints_view,
            ("แจ้งเรื่องร้องเรียน",),
        ),
    ]


def _given(*lines: tuple[str, Markup | None]) -> tuple[tuple[str, Markup], ...]:
    return tuple((label, shown) for label, shown in lines if shown)


def _phone(number: str | None) -> Markup | None:
    if not number:
        return None
    dialled = number.split(" ต่อ ")[0].replace(" ", "").replace("-", "")
    return link(f"tel:{dialled}", number)


def _web(address: str | None, label: str = "เปิดเว็บไซต์") -> Markup | None:
    return link(address, label) if address else None
