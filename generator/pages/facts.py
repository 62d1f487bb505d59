"""What pages are about, for machines: in the words of schema.org, as JSON text."""

import json

from generator.assess.items import Disclosed
from generator.model import AgencyProfile, AttachedFile, FileKind
from generator.pages.context import Context
from generator.pages.items import documents

_SCHEMA = "https://schema.org"


def of_agency(profile: AgencyProfile) -> str:
    """Who the agency is."""
    contact = profile.contact
    place = {"addressRegion": profile.province, "addressCountry": "TH"}
    place |= {"addressLocality": profile.district} if profile.district else {}
    place |= {"streetAddress": contact.address} if contact.address else {}
    agency: dict[str, object] = {
        "@context": _SCHEMA,
        "@type": "GovernmentOrganization",
        "name": profile.name,
        "address": {"@type": "PostalAddress", **place},
    }
    known = {"telephone": contact.phone, "email": contact.email, "url": profile.main_website}
    agency |= {key: value for key, value in known.items() if value}
    return json.dumps(agency, ensure_ascii=False, sort_keys=True)


def of_item(context: Context, one: Disclosed, title: str) -> str:
    """What the page of an item is, with the documents that it shows."""
    parts = [
        {
            "@type": "MediaObject" if each.file else "DigitalDocument",
            "name": each.evidence.title,
            **(_of_file(each.file) if each.file else {}),
            **({"datePublished": each.evidence.published.isoformat()} if each.evidence.published else {}),
            **({"url": each.evidence.link} if each.evidence.link else {}),
        }
        for each in documents(context, one)
    ]
    page = {
        "@context": _SCHEMA,
        "@type": "WebPage",
        "identifier": f"{one.year}-{one.item.code.lower()}",
        "name": title,
        "inLanguage": "th",
        "about": one.item.title,
        "publisher": {"@type": "GovernmentOrganization", "name": context.agency.name},
        **({"hasPart": parts} if parts else {}),
    }
    return json.dumps(page, ensure_ascii=False, sort_keys=True)


def _of_file(file: AttachedFile) -> dict[str, str]:
    return {"encodingFormat": _MEDIA[file.kind], "contentSize": f"{file.size} B", "sha256": file.digest}


_MEDIA = {
    FileKind.PDF: "application/pdf",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.CSV: "text/csv",
    FileKind.PNG: "image/png",
    FileKind.JPG: "image/jpeg",
}
