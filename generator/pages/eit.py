"""The invitation to answer the EIT questionnaire: a banner for the home page while it matters, and a poster to print.

The poster's address stays when the questionnaire has closed: then it says so and invites nobody.
"""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.charts import qr
from generator.markup import join, link, text
from generator.model import Eit, EitState
from generator.page import ABOUT, Page
from generator.pages.context import Context
from generator.pages.days import day
from generator.pages.made import made_of

EXPLAINED = (
    "EIT คือแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก ซึ่งถามความเห็นของผู้ที่เคยติดต่อหรือรับบริการเกี่ยวกับคุณธรรมและความโปร่งใสของหน่วยงาน",
    "คำตอบที่ได้เป็นส่วนหนึ่งของการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)",
)
CLOSED = "ปิดรับแล้ว"
_ANSWER = "ตอบแบบวัด EIT"


@dataclass(frozen=True)
class PosterView:
    heading: str
    name: str
    explained: tuple[str, ...]
    closed: str
    when: Markup
    code: Markup
    scan: str
    address: str
    answer: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """The poster, where the agency invites; its address does not depend on the day."""
    eit, name = context.agency.profile.eit, context.agency.name
    if eit is None:
        return []
    address, title = links.eit(eit.year), _title(eit)
    closed = _state(context, eit) is EitState.CLOSED
    view = PosterView(
        heading=title,
        name=name,
        explained=EXPLAINED,
        closed=CLOSED if closed else "",
        when=_when(context, eit),
        code=Markup("") if closed else _code(eit),
        scan="สแกนเพื่อตอบแบบวัด หรือพิมพ์ที่อยู่นี้ในเบราว์เซอร์",
        address=eit.link,
        answer=Markup("") if closed else link(eit.link, _ANSWER),
        back=link(links.relative(address, links.HOME), f"หน้าแรกของ{name}"),
    )
    description = f"ใบประชาสัมพันธ์แบบวัด EIT ปี {eit.year} ของ{name}"
    return [
        Page(
            address,
            title,
            description,
            "eit.md.jinja",
            view,
            (ABOUT, title),
            wide=True,
            made_of=made_of(context, "agency"),
        )
    ]


def banner(context: Context) -> Markup:
    """One block for the home page: until the questionnaire opens, when it will; from then on how to answer it; nothing
    after it has closed, and nothing without an invitation."""
    eit = context.agency.profile.eit
    if eit is None or (state := _state(context, eit)) is EitState.CLOSED:
        return Markup("")
    coming = state is EitState.BEFORE
    poster = link(links.relative(links.HOME, links.eit(eit.year)), "ใบประชาสัมพันธ์สำหรับพิมพ์")
    ways = [poster] if coming else [link(eit.link, _ANSWER), poster]
    return Markup(
        '<div class="invitation">{}<div><p><strong>{}</strong></p><p>{}</p><p class="ways">{}</p></div></div>'
    ).format(Markup("") if coming else _code(eit), text(_title(eit)), _when(context, eit), join(ways, " "))


def _title(eit: Eit) -> str:
    return f"ร่วมประเมิน EIT ปี {eit.year}"


def _state(context: Context, eit: Eit) -> EitState | None:
    return eit.state(context.day or context.as_of)


_WHEN = {
    None: "ช่วงเวลารับความเห็น: วันที่ {} ถึงวันที่ {}",
    EitState.BEFORE: "จะเปิดรับความเห็นตั้งแต่วันที่ {} ถึงวันที่ {}",
    EitState.OPEN: "เปิดรับความเห็นตั้งแต่วันที่ {} ถึงวันที่ {}",
    EitState.CLOSED: "เปิดรับความเห็นตั้งแต่วันที่ {} และปิดรับเมื่อสิ้นวันที่ {}",
}


def _when(context: Context, eit: Eit) -> Markup:
    return Markup(_WHEN[_state(context, eit)]).format(day(eit.opens), day(eit.closes))  # noqa: S704 -- words of ours


def _code(eit: Eit) -> Markup:
    return qr.draw(eit.link, f"QR code ไปยังแบบวัด EIT ปี {eit.year}", "eit-code")
