"""What a new repository is told of its agency: by options, by a person in a terminal, or by both."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from generator import frameworks, personal
from generator.commands import report
from generator.commands.options import Given, Say
from generator.commands.repository import Answers
from generator.load import RESERVED, SLUG
from generator.model import AgencyProfile, Site
from generator.problems import InvalidData, Language, Problem, Source
from generator.reader import parse, read
from generator.reader.written import scalar
from generator.thai import BUDDHIST_OFFSET, FiscalYear, NotReadable, parse_year

Ask = Callable[[str], str]

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "missing": "ยังขาด {options} (หรือสั่ง prongsai new ในหน้าต่างคำสั่ง แล้วตอบทีละข้อ)",
        "wrong": "{option}: {what} ควรเป็น {expected}",
        "again": "  {what} ควรเป็น {expected}",
        "needed": "  ข้อนี้จำเป็น โปรดพิมพ์คำตอบ",
        "unreadable": "อ่านตัวอักษรที่พิมพ์ไม่ได้",
        "readable": "อักษรไทยหรืออังกฤษ",
        "unclear": "ไม่เข้าใจคำตอบ “{found}”",
        "yes-or-no": "ใช่ หรือ ไม่ใช่",
        "year-early": "ระบบยกเกณฑ์ของปี {found} ไม่ได้",
        "year-known": "ปี {first} ขึ้นไป",
        "name": "ชื่อหน่วยงาน เช่น เทศบาลตำบลตัวอย่าง",
        "type": "ประเภทหน่วยงาน เช่น เทศบาลตำบล",
        "province": "จังหวัด เช่น จังหวัดศรีสะเกษ",
        "district": "อำเภอ เช่น อำเภอราษีไศล (ไม่ต้องการให้กด Enter)",
        "slug": "ชื่อโฟลเดอร์ข้อมูลเป็นอักษรอังกฤษตัวเล็ก เช่น mueang-khong",
        "year": "ปีงบประมาณ พ.ศ. ของการประเมิน ITA ที่กำลังทำ",
        "url": "ที่อยู่เว็บไซต์ที่จะเผยแพร่ เช่น https://example.github.io/ita/ (ยังไม่มีให้กด Enter)",
        "official": "เป็นเว็บไซต์ของหน่วยงานเองหรือไม่ (ใช่ / ไม่ใช่)",
        "yes": "ใช่",
    },
    "en": {
        "missing": "still needed: {options} (or run prongsai new in a terminal and answer one by one)",
        "wrong": "{option}: {what}; expected: {expected}",
        "again": "  {what}; expected: {expected}",
        "needed": "  this one is needed",
        "unreadable": "these letters cannot be read",
        "readable": "Thai or Latin letters",
        "unclear": "“{found}” is no answer",
        "yes-or-no": "yes or no",
        "year-early": "there are no rules for {found}",
        "year-known": "{first} or later",
        "name": "name of the agency",
        "type": "type of the agency",
        "province": "province",
        "district": "district (Enter for none)",
        "slug": "name of its data folder in small Latin letters, such as mueang-khong",
        "year": "fiscal year (Buddhist era) of the ITA under way",
        "url": "address of the site to be (Enter for none yet)",
        "official": "is it the agency's own site (yes / no)",
        "yes": "yes",
    },
}
_OPTIONS = {
    "name": "--name",
    "type": "--type",
    "province": "--province",
    "district": "--district",
    "slug": "--slug",
    "year": "--year",
    "url": "--url",
    "official": "--official หรือ --sample",
}
_OPTIONAL = frozenset({"district", "url"})
_TYPES = (
    "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด",
    "มหาวิทยาลัย", "โรงพยาบาล", "สำนักงาน", "กรม",
)  # fmt: skip
_YES, _NO = frozenset({"ใช่", "y", "yes"}), frozenset({"ไม่ใช่", "ไม่", "n", "no"})
# What Windows keeps for devices, with any ending.
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[.].*)?", re.IGNORECASE)
_OCTOBER = 10


class Unfit(Exception):
    """What was told cannot be used; `lines` say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def told(given: Given, language: Language) -> Answers:
    """The answers of the options alone. Raises Unfit where they are not enough, or wrong."""
    words, said = _WORDS[language], _typed(given)
    if missing := [option for field, option in _OPTIONS.items() if field not in {*said, *_OPTIONAL}]:
        raise Unfit(words["missing"].format(options=", ".join(missing)))
    faults = [(field, *_fault(field, text, language)) for field, text in said.items()]
    wrong = [
        words["wrong"].format(option=_OPTIONS[field], what=what, expected=more) for field, what, more in faults if what
    ]
    if wrong:
        raise Unfit(*wrong)
    return _answers(said)


def asked(given: Given, folder: Path, today: datetime.date, *, ask: Ask, say: Say, language: Language) -> Answers:
    """The answers of the options, and those of a person for all that they leave open or have wrong."""
    words, said = _WORDS[language], _typed(given)
    for field in _OPTIONS:
        proposal = _proposal(field, said, folder, today, words)
        while True:
            text = said.pop(field, None)
            if text is None:
                text = _answer(field, proposal, ask, words)
            what, expected = _fault(field, text, language) if text else ("", "")
            if what:
                say(words["again"].format(what=what, expected=expected))
            elif text or field in _OPTIONAL:
                said[field] = text
                break
            else:
                say(words["needed"])
    return _answers(said)


def _answer(field: str, proposal: str, ask: Ask, words: Mapping[str, str]) -> str:
    shown = f" [{proposal}]" if proposal else ""
    return " ".join(ask(f"{words[field]}{shown}: ").split()) or proposal


def _typed(given: Given) -> dict[str, str]:
    said = {True: "yes", False: "no"}
    return {
        field: " ".join(value.split()) if isinstance(value, str) else said[value]
        for field, value in asdict(given).items()
        if value is not None and value != ""
    }


def _proposal(field: str, told: Mapping[str, str], folder: Path, today: datetime.date, words: Mapping[str, str]) -> str:
    match field:
        case "type":
            return next((one for one in _TYPES if told["name"].startswith(one)), "")
        case "slug":
            return proposed_slug(folder.name, told.get("url", ""))
        case "year":
            return str(fiscal_year(today))
        case "official":
            return words["yes"]
    return ""


def fiscal_year(day: datetime.date) -> FiscalYear:
    """The fiscal year that a day lies in."""
    return FiscalYear(day.year + BUDDHIST_OFFSET + (day.month >= _OCTOBER))


def proposed_slug(folder: str, url: str) -> str:
    """What the folder of the agency may be called: as the repository, else as its website; no Thai name can tell."""
    host = (urlsplit(url).hostname or "").removeprefix("www.").split(".", maxsplit=1)[0]
    for name in (folder, host):
        slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
        if name.isascii() and not _slug_fault(slug):
            return slug
    return "agency"


def _slug_fault(slug: str) -> str:
    """The code of the Problem that the name of an agency's folder would be."""
    if slug in RESERVED or DEVICE.fullmatch(slug):
        return "slug-reserved"
    return "" if SLUG.fullmatch(slug) else "slug-invalid"


def _fault(field: str, text: str, language: Language) -> tuple[str, str]:
    """What is wrong with an answer and what is expected, as its record tells; empty where nothing is."""
    words = _WORDS[language]
    if "\ufffd" in text:
        return words["unreadable"], words["readable"]
    if field == "official":
        return ("", "") if text.lower() in _YES | _NO else (words["unclear"].format(found=text), words["yes-or-no"])
    problem = _problem(field, text)
    first = frameworks.packaged_years()[0].after()  # the year before has rules too
    if field == "year" and not problem and parse_year(text) < first:
        return words["year-early"].format(found=text), words["year-known"].format(first=first)
    return (report.clean(problem.what(language)), problem.expected(language)) if problem else ("", "")


def _problem(field: str, text: str) -> Problem | None:
    """The Problem that a file with this answer would be."""
    if field == "slug":
        return Problem(code, Source(field), text) if (code := _slug_fault(text)) else None
    if field == "year":
        try:
            parse_year(text)
        except NotReadable as fault:
            return Problem(fault.code, Source(field), text, {"reading": fault.reading})
        return None
    if field == "url":
        return _refused(Site, {"format": "1", "layout": "agency", "title": "-", field: text})
    if hit := next(iter(personal.find_personal(text)), None):
        return Problem(personal.CODES[hit.kind], Source(field), details={"where": _OPTIONS[field]})
    return _refused(AgencyProfile, {"name": "-", "type": "-", "province": "-"} | {field: text})


def _refused(model: type[AgencyProfile | Site], tree: dict[str, str]) -> Problem | None:
    """The first Problem that a file with this would have."""
    try:
        parse(read("".join(f"{name}: {scalar(text)}\n" for name, text in tree.items()).encode(), "-"), model)
    except InvalidData as invalid:
        return invalid.problems[0]
    return None


def _answers(told: Mapping[str, str]) -> Answers:
    return Answers(
        name=told["name"],
        type=told["type"],
        province=told["province"],
        district=told.get("district") or None,
        slug=told["slug"],
        year=parse_year(told["year"]),
        url=told.get("url") or None,
        official=told["official"].lower() in _YES,
    )
