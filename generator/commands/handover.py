"""prongsai handover: ใบส่งมอบงาน, what the next person must know, as a document to print and as text."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import thai
from generator.commands import inventory, report, unfinished
from generator.commands.gather import examine_files
from generator.commands.inventory import Estate, Part, Table
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.commands.templates import paper
from generator.page import File
from generator.problems import SHOWN, Language
from generator.publish import Busy, alone_in
from generator.write import write_whole

TITLE = "ใบส่งมอบงานเว็บไซต์ผลการประเมิน ITA"
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "written": "ใบส่งมอบงานของ {count} หน่วยงาน: {paths}",
        "blank": "เติมช่องว่างด้วยมือ พิมพ์ แล้วลงนาม อย่าเขียนรหัสผ่านลงในใบนี้",
        "unread": "ยังเขียนใบส่งมอบงานไม่ได้ แก้จุดข้างต้นก่อน",
    },
    "en": {
        "written": "the handover of {count} agencies: {paths}",
        "blank": "fill in the blanks by hand, print and sign; no password belongs on it",
        "unread": "no handover can be written before the above is mended",
    },
}


@dataclass(frozen=True)
class AgencyView:
    name: str
    slug: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SheetView:
    title: str
    made: str
    agencies: tuple[AgencyView, ...]


def run(options: Options, say: Say, *, today: datetime.date) -> int:
    words = _WORDS[options.language]
    examined = examine_files(options, options.agency)
    for line in report.problems(examined, options.language):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    known = inventory.estates(examined, options.agency)
    if examined.dataset is None or not known:
        say(words["unread"])
        return DATA
    view = SheetView(TITLE, thai.format_date(today), tuple(_agency(one, options.data, today) for one in known))
    try:
        with alone_in(options.out):
            files = (File("handover.html", paper("handover.html.jinja", view)), File("handover.txt", _text(view)))
            for file in files:
                write_whole(options.out / file.path, file.content)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    paths = ", ".join((options.out / file.path).as_posix() for file in files)
    say(words["written"].format(count=len(known), paths=paths))
    say(words["blank"])
    return DATA if examined.problems else DONE


def _agency(one: Estate, folder: Path, today: datetime.date) -> AgencyView:
    parts = (
        inventory.addresses(one),
        inventory.owners(one),
        inventory.days(one, folder, today),
        unfinished.work(one, today),
        _places(one, folder),
        _ways(folder),
        _outside(),
        _signatures(),
    )
    return AgencyView(one.name, one.slug, parts)


# --- what is the same for everybody

_LIES = (
    ("inbox", "กล่องรับแบบกรอกและเอกสารแนบ"),
    (f"{SHOWN}/site.yml", "ชื่อ ที่อยู่ และรูปแบบของเว็บไซต์"),
    (f"{SHOWN}/{{slug}}/agency.yml", "ชื่อหน่วยงาน ช่องทางติดต่อและร้องเรียน หน่วยงานภายใน คำเชิญตอบแบบวัด EIT"),
    (f"{SHOWN}/{{slug}}/acknowledged.yml", "จุดที่ข้อมูลไม่ตรงกันซึ่งมีผู้ตรวจแล้ว พร้อมเหตุผล"),
    (f"{SHOWN}/{{slug}}/urls.lock", "ที่อยู่ที่ต้องคงไว้"),
    (f"{SHOWN}/frameworks", "เกณฑ์การประเมินที่ใช้แทนฉบับที่มากับโปรแกรม"),
    ("vendor", "โปรแกรมรุ่นที่ใช้อยู่"),
    ("requirements.lock", "รายชื่อและลายนิ้วมือของโปรแกรมและส่วนประกอบ"),
    (".github/workflows", "งานอัตโนมัติ: นำเข้า ตรวจ และเผยแพร่"),
)


def _places(one: Estate, folder: Path) -> Part:
    """What there is of a repository's files, and what each is for."""
    named = [(name.format(slug=one.slug), what) for name, what in _LIES]
    rows = [(name, what) for name, what in named if _place(folder, name).exists()]
    numbers = [year.fiscal_year for year in one.years]
    rows += [(f"{SHOWN}/{one.slug}/{number}/", f"ข้อมูลและแฟ้มแนบของปีงบประมาณ พ.ศ. {number}") for number in numbers]
    return Part("สิ่งต่าง ๆ อยู่ที่ใด", (Table("แฟ้มและโฟลเดอร์", ("ที่", "คืออะไร"), tuple(rows)),))


def _place(folder: Path, name: str) -> Path:
    """A file of the data folder, whatever that is called, or of the folder around it."""
    inside = name.removeprefix(f"{SHOWN}/")
    return folder.absolute().parent / name if inside == name else folder / inside


_BY_BROWSER = (
    "เปิดหน้าของคลังข้อมูลในเบราว์เซอร์ เข้าโฟลเดอร์ inbox เลือก Add file → Upload files",
    "วางแบบกรอกและแฟ้มแนบ แล้วกด Commit changes",
    "เปิดแท็บ Pull requests อ่านรายงานภาษาไทย หากมีจุดที่ต้องแก้ ให้แก้ในแบบกรอกแล้ววางใหม่",
    "เมื่อถูกต้อง กด Merge pull request แล้ว Confirm merge เว็บไซต์เปลี่ยนในไม่กี่นาที",
)
_BY_COMMANDS = (
    "ขอแบบกรอกของปีด้วย prongsai form ปี กรอกแล้วนำเข้าด้วย prongsai import แฟ้ม",
    "ตรวจด้วย prongsai check แก้จนไม่มีจุดที่ต้องแก้ไข",
    "สร้างด้วย prongsai build เว็บไซต์อยู่ที่ build/site",
    "บันทึกการเปลี่ยนแปลง (commit) แล้วส่งขึ้นคลังข้อมูล หรือนำ build/site ไปวางบนโฮสติ้ง",
)


def _ways(folder: Path) -> Part:
    steps = _BY_BROWSER if _place(folder, "inbox").is_dir() else _BY_COMMANDS
    return Part("วิธีเผยแพร่", (), steps)


_BLANK = ""
_HANDED = (
    "บัญชีของ repository (GitHub) และผู้มีสิทธิ์ระดับ Owner หรือ Admin อย่างน้อยสองคน",
    "ผู้มีสิทธิ์เขียน (Write) ใน repository: เพิ่มผู้รับมอบ ถอนผู้ส่งมอบ",
    "บัญชีระบบการประเมิน ITA ของหน่วยงาน",
    "โดเมนของหน่วยงาน และวันที่ต้องต่ออายุ",
    "ผู้ดูแล DNS และระเบียนที่ชี้มายังเว็บไซต์นี้",
    "โฮสติ้งหรือเว็บไซต์หลักของหน่วยงาน และเมนูที่ลิงก์มายังเว็บไซต์นี้",
    "อีเมลของหน่วยงานที่รับการแจ้งเตือน",
    "แฟ้มต้นฉบับที่ไม่ได้อยู่ในคลังข้อมูล (Word, Excel, ฉบับลงนาม)",
)


def _outside() -> Part:
    columns = ("รายการ", "ชื่อบัญชีหรือที่ตั้ง", "ผู้ถือเดิม", "ผู้รับมอบ", "เปลี่ยนสิทธิ์แล้ว")
    rows = tuple((what, _BLANK, _BLANK, _BLANK, "☐") for what in (*_HANDED, _BLANK, _BLANK))
    told = "สิ่งที่ระบบไม่รู้ เติมด้วยมือ อย่าเขียนรหัสผ่านลงในใบนี้ ให้เปลี่ยนรหัสผ่านและผู้ถือสิทธิ์ต่อหน้ากัน"
    return Part("สิ่งที่ต้องส่งมอบนอกคลังข้อมูล", (Table("บัญชีและสิทธิ์", columns, rows, told),))


def _signatures() -> Part:
    columns = ("", "ลงชื่อ", "ชื่อและตำแหน่ง", "วันที่")
    rows = tuple((who, _BLANK, _BLANK, _BLANK) for who in ("ผู้ส่งมอบ", "ผู้รับมอบ", "ผู้บังคับบัญชา"))
    return Part("ลงนาม", (Table("", columns, rows),))


# --- as files


def _text(view: SheetView) -> bytes:
    return ("\n".join(_lines(view)) + "\n").encode()


def _lines(view: SheetView) -> Iterator[str]:
    """Short lines without columns, as a chat shows them."""
    yield view.title
    yield f"จัดทำเมื่อ {view.made}"
    for agency in view.agencies:
        yield ""
        yield f"=== {agency.name} ({agency.slug})"
        for number, part in enumerate(agency.parts, start=1):
            yield ""
            yield f"{number}. {part.heading}"
            for step, text in enumerate(part.steps, start=1):
                yield f"  {step}) {text}"
            for table in part.tables:
                yield from _rows(table)


def _rows(table: Table) -> Iterator[str]:
    if table.heading:
        yield f"  [{table.heading}]"
    if table.told:
        yield f"  {table.told}"
    for first, *others in table.rows:
        cells = [
            f"{column}: {cell or '……………'}" if column else cell
            for column, cell in zip(table.columns[1:], others, strict=True)
            if cell or column
        ]
        yield f"  - {' – '.join([first or '……………', *cells])}"
