"""prongsai answers: what the agency copies into the assessment system, one row for each item, as Excel and CSV."""

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import xlsxwriter
from lxml import etree, html

from generator import links, thai
from generator.assess.items import Answer, Disclosed, ItemState, click_path, without
from generator.commands import report, verdicts
from generator.commands.disclosed import Asked, opened
from generator.commands.options import DATA, DONE, ENVIRONMENT, Options, Say
from generator.model import Evidence
from generator.problems import SHOWN, Language
from generator.publish import Busy, alone_in
from generator.thai import FiscalYear

HEADINGS = ("ข้อ", "รายการ", "มี/ไม่มี", "URL", "คำอธิบาย", "เส้นทางการเข้าถึง", "คำเตือน")
_WIDTHS = (7, 40, 10, 45, 60, 40, 45)
LONGEST_CELL = 32_000  # Excel takes 32,767 characters
_FORMULA = re.compile("[=+@\t\r\n-]")
_STAMP = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # the first day that a zip archive knows
_LINE, _TALLEST = 16, 409  # points; a row is never higher
_A4 = 9
# Below these many agencies have their own domains.
_SHARED = frozenset({"go.th", "or.th", "ac.th", "co.th", "in.th", "mi.th", "net.th"})

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "draft-list": "รายการข้อของปี {year} ในระบบเป็นฉบับร่าง ต้องเทียบเลขข้อและชื่อข้อกับคู่มือการประเมินของสำนักงาน ป.ป.ช. ก่อนกรอก",
        "confirm": "ยังไม่ได้เขียนแฟ้มใด เมื่อเทียบกับคู่มือแล้ว ให้สั่ง prongsai answers {year} --confirm",
        "no-url": "{file}: ยังไม่ได้ระบุ url ของเว็บไซต์ จึงยังบอก URL ของแต่ละข้อไม่ได้ ให้เพิ่มบรรทัด url: https://…",
        "outside": "{slug}: URL {host} อยู่นอกเว็บไซต์หลักของหน่วยงาน ({main}) ผู้ประเมินอาจไม่นำมาพิจารณา",
        "no-main": "{slug}: agency.yml ยังไม่ได้ระบุ main_website จึงยังตรวจไม่ได้ว่า URL อยู่ในเว็บไซต์หลักของหน่วยงานหรือไม่",
        "row": "{slug} {code}: {warning}",
        "written": "{slug}: ตอบว่ามี {given} ข้อ ไม่มี {lacking} ข้อ ยกเว้น {exempt} ข้อ",
        "in-use": "เขียน {path} ไม่ได้ ถ้าเปิดแฟ้มนี้ไว้ใน Excel ให้ปิดแล้วสั่งใหม่",
    },
    "en": {
        "draft-list": "the list of items of {year} is a draft: compare its numbers and titles with the NACC handbook",
        "confirm": "no file was written; once compared with the handbook, run prongsai answers {year} --confirm",
        "no-url": "{file}: the site has no url, so no item has one; add a line url: https://…",
        "outside": "{slug}: the URL {host} is outside the agency's main website ({main})",
        "no-main": "{slug}: agency.yml has no main_website to compare the URLs with",
        "row": "{slug} {code}: {warning}",
        "written": "{slug}: {given} given, {lacking} lacking, {exempt} exempt",
        "in-use": "cannot write {path}; if it is open in Excel, close it and try again",
    },
}
# Of one row; the sheet is Thai whatever the messages are.
_WARNINGS: dict[Language, dict[str, str]] = {
    "th": {
        "not-built": "ยังไม่มีหน้านี้ในเว็บไซต์ที่สร้างไว้ ให้สั่ง prongsai build ก่อน",
        "other-page": "หน้าในเว็บไซต์ที่สร้างไว้ไม่มีเลขข้อนี้ในชื่อหน้า ให้สั่ง prongsai build ใหม่",
        "unsigned": "หลักฐานมีเพียงฉบับร่างที่ยังไม่ได้ลงนาม",
        "outside": "URL อยู่นอกเว็บไซต์หลักของหน่วยงาน ({main})",
        "draft-list": "รายการข้อในระบบเป็นฉบับร่าง โปรดเทียบกับคู่มือ",
        "cut": "คำอธิบายยาวเกินหนึ่งช่องของ Excel จึงตัดให้สั้นลง",
    },
    "en": {
        "not-built": "its page is not in the built site: run prongsai build first",
        "other-page": "its page in the built site does not have its number in its title: run prongsai build again",
        "unsigned": "all its evidence is a draft that nobody has signed",
        "outside": "the URL is outside the agency's main website ({main})",
        "draft-list": "from a draft list: compare it with the handbook",
        "cut": "the explanation was too long for a cell of Excel and is cut",
    },
}


@dataclass(frozen=True)
class Row:
    """One item, in the order of HEADINGS."""

    code: str
    title: str
    given: str
    url: str
    explanation: str
    way: str
    warning: str

    def warned(self, *warnings: str) -> "Row":
        return replace(self, warning="\n".join(filter(None, (self.warning, *warnings))))


def run(options: Options, say: Say, *, year: FiscalYear, confirm: bool) -> int:
    found, words = opened(options, year, say), _WORDS[options.language]
    if found.site is None or not found.agencies:
        return found.code
    draft = found.agencies[0].year.framework.draft
    if draft:
        say(words["draft-list"].format(year=year))
    if not found.site.url:
        say(words["no-url"].format(file=f"{SHOWN}/site.yml"))
    if draft and not confirm:
        say(words["confirm"].format(year=year))
    if not found.site.url or (draft and not confirm):
        return DATA
    code = found.code
    try:
        with alone_in(options.out):
            for asked in found.agencies:
                below = "" if found.alone else links.agency(asked.agency.slug)
                code = _write(asked, f"{found.site.url.rstrip('/')}/", below, options, say) or code
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    return code


def _write(asked: Asked, root: str, below: str, options: Options, say: Say) -> int:
    """Writes the two files of an agency. Returns DONE, or why not."""
    words, slug, main = _WORDS[options.language], asked.agency.slug, asked.agency.profile.main_website
    if main is None:
        say(words["no-main"].format(slug=slug))
    elif not same_website(root, main):
        say(words["outside"].format(slug=slug, host=_host(root), main=_host(main)))
    code, rows = DONE, []
    for one, row in zip(asked.year.items, sheet(asked, root + below), strict=True):
        fault = page_fault(options.out / "site" / below, one) if row.url else ""
        rows.append(row.warned(_WARNINGS["th"][fault]) if fault else row)
        code = DATA if fault else code
        for kind in filter(None, (fault, "unsigned" if unsigned(one) else "")):
            warning = _WARNINGS[options.language][kind]
            say(words["row"].format(slug=slug, code=one.item.code, warning=warning))
    name = f"{slug}-{asked.year.year}"
    for path, content in ((f"{name}.xlsx", as_xlsx(rows, str(asked.year.year))), (f"{name}.csv", as_csv(rows))):
        target = options.out / "answers" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_bytes(content)
        except PermissionError:
            say(words["in-use"].format(path=target.as_posix()))
            return ENVIRONMENT
    count = [row.given for row in rows]
    say(
        words["written"].format(
            slug=slug, given=count.count(GIVEN), lacking=count.count(LACKING), exempt=count.count(EXEMPT)
        )
    )
    for suffix in ("xlsx", "csv"):
        say((options.out / "answers" / f"{name}.{suffix}").as_posix())
    return code


# --- what the rows hold


GIVEN, LACKING, EXEMPT = "มี", "ไม่มี", "ยกเว้น"


def given(one: Disclosed) -> str:
    """What the agency answers: what its public page says."""
    return EXEMPT if one.state is ItemState.EXEMPT else GIVEN if one.published else LACKING


def sheet(asked: Asked, root: str) -> Iterator[Row]:
    """A row for each item in the handbook's order; `root` is the address of the agency's home."""
    profile, year = asked.agency.profile, asked.year
    words = _WARNINGS["th"]
    outside = profile.main_website and not same_website(root, profile.main_website)
    for one in year.items:
        answer = given(one)
        explanation = "\n".join(report.one_line(line) for line in _explanation(one))
        row = Row(
            code=one.item.code,
            title=report.one_line(one.item.title),
            given=answer,
            url="" if answer == LACKING else root + links.oit_item(one.year, one.item.code),
            explanation=explanation[:LONGEST_CELL],
            way="" if answer == LACKING else " → ".join(map(report.one_line, click_path(profile, year, one))),
            warning="",
        )
        yield row.warned(
            verdicts.state_words(one.state) if one.state in {ItemState.UNPUBLISHED, ItemState.NOT_IMPORTED} else "",
            words["unsigned"] if unsigned(one) else "",
            *(report.one_line(f"ไม่ครบ – {lacking}") for lacking in _lacking(one)),
            words["outside"].format(main=_host(profile.main_website or "")) if outside and row.url else "",
            words["cut"] if len(explanation) > LONGEST_CELL else "",
            words["draft-list"] if year.framework.draft else "",
        )


def _lacking(one: Disclosed) -> tuple[str, ...]:
    return verdicts.open_components(one) if one.state is ItemState.INCOMPLETE else ()


def _explanation(one: Disclosed) -> Iterator[str]:
    """Each component that is answered with its evidence; that nothing occurred; the clause of an exemption."""
    if one.entry and one.entry.exempt:
        yield f"ได้รับยกเว้นตามคู่มือ: {one.entry.exempt}"
        return
    if one.statement:
        yield one.statement
    for answer in one.answers:
        if titles := [_title(evidence, answer) for evidence in answer.evidence]:
            yield f"{answer.number}. {answer.component.name}: {' · '.join(titles)}"
    placed = [evidence for answer in one.answers for evidence in answer.evidence]
    for evidence in without((*one.papers, *one.unplaced), placed):
        yield f"ข้อมูลประกอบ: {evidence.title}"


def _title(evidence: Evidence, answer: Answer) -> str:
    page = evidence.pages.get(answer.number)
    return f"{evidence.title} (หน้า {page})" if page else evidence.title


def unsigned(one: Disclosed) -> bool:
    """Whether all that is given for an item is a draft that nobody has signed."""
    return bool(one.evidence) and all(evidence.draft for evidence in one.evidence) and not one.statement


# --- what is compared


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def same_website(url: str, main: str) -> bool:
    """Whether two addresses have one host, or one is below the other; www. does not count."""
    one, other = sorted((_host(url), _host(main)), key=len)
    shared = one in _SHARED or "." not in one
    return one == other or (other.endswith(f".{one}") and not shared)


def page_fault(site: Path, one: Disclosed) -> str:
    """What is wrong with the built page of an item: `not-built`, or `other-page` where neither title nor heading have
    its number; empty where it is right."""
    page = site / links.oit_item(one.year, one.item.code) / "index.html"
    if not page.is_file():
        return "not-built"
    try:
        tree = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return "other-page"
    named = [*tree.iter("title"), *list(tree.iter("h1"))[:1]]
    wanted = re.compile(rf"(?<![0-9A-Za-z])O ?{one.item.number}(?![0-9A-Za-z])")
    found = any(wanted.search(thai.to_arabic("".join(map(str, element.itertext())))) for element in named)
    return "" if found else "other-page"


# --- as files


def as_xlsx(rows: Sequence[Row], year: str) -> bytes:
    """A workbook whose cells are all text."""
    content = io.BytesIO()
    quiet = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, quiet) as book:
        book.set_properties({"title": f"คำตอบรายข้อ OIT ปี {year}", "created": _STAMP})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDDDDD", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
        page = book.add_worksheet(f"OIT {year}")
        for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, heading, head)
        for number, row in enumerate(rows, start=1):
            page.set_row(number, min(_TALLEST, _LINE * max(map(_lines, astuple(row), _WIDTHS))))
            for column, text in enumerate(astuple(row)):
                page.write_string(number, column, text, body)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
    return content.getvalue()


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, at least: Thai marks above and below take no width. Not every program
    makes rows as high as their text."""
    shown = (sum(not unicodedata.category(letter).startswith("M") for letter in line) for line in text.split("\n"))
    return sum(max(1, -(-length // width)) for length in shown)


def as_csv(rows: Sequence[Row]) -> bytes:
    """What Excel opens as UTF-8; a cell that would be a formula begins with an apostrophe."""
    content = io.StringIO(newline="")
    table = csv.writer(content)
    table.writerow(HEADINGS)
    table.writerows([f"'{text}" if _FORMULA.match(text) else text for text in astuple(row)] for row in rows)
    return content.getvalue().encode("utf-8-sig")
