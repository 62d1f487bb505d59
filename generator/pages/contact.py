"""How to reach the agency, and how to complain: what agency.yml says, and plainly what it does not."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import link
from generator.page import ABOUT, Page
from generator.pages.contents import ComplaintsBody, ContactBody, complaints_body, contact_body
from generator.pages.context import Context
from generator.pages.made import made_of


@dataclass(frozen=True)
class ContactView:
    name: str
    body: ContactBody


@dataclass(frozen=True)
class ComplaintsView:
    body: ComplaintsBody
    contact: Markup


def present(context: Context) -> list[Page]:
    """`contact/` and `complaints/`."""
    profile, name = context.agency.profile, context.agency.name
    contact_view = ContactView(name, contact_body(profile))
    to_contact = link(links.relative(links.COMPLAINTS, links.CONTACT), f"ช่องทางติดต่อ{name}")
    complaints_view = ComplaintsView(complaints_body(profile), to_contact)
    made = made_of(context, "agency")
    return [
        Page(
            links.COMPLAINTS,
            "แจ้งเรื่องร้องเรียน",
            f"ช่องทางแจ้งเรื่องร้องเรียนของ{name}",
            "complaints.md.jinja",
            complaints_view,
            ("แจ้งเรื่องร้องเรียน",),
            made_of=made,
        ),
        Page(
            links.CONTACT,
            "ติดต่อ",
            f"ช่องทางติดต่อ{name}",
            "contact.md.jinja",
            contact_view,
            (ABOUT, "ติดต่อหน่วยงาน"),
            made_of=made,
        ),
    ]
