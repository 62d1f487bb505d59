"""prongsai todo: ใบติดตามข้อมูล, one sheet for each unit of an agency, to print and to paste into a chat."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import thai
from generator.assess.items import Answer, Disclosed, DisclosedYear, ItemState
from generator.commands import report, verdicts
from generator.commands.disclosed import Asked, opened
from generator.commands.options import ENVIRONMENT, Options, Say
from generator.commands.templates import paper
from generator.model import Agency
from generator.page import File
from generator.problems import Language
from generator.publish import Busy, alone_in
from generator.thai import FiscalYear
from generator.write import write

UNASSIGNED = "ยังไม่ได้กำหนดผู้รับผิดชอบ"
_LONGEST_NAME = 40
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "agency": "{name} ({slug})",
        "printed": "ใบติดตามข้อมูลสำหรับพิมพ์ {units} ชุด: {path}",
        "texts": "ข้อความสำหรับส่งทางแชต: {path}",
    },
    "en": {
        "agency": "{name} ({slug})",
        "printed": "{units} sheets to print: {path}",
        "texts": "text for a chat: {path}",
    },
}


@dataclass(frozen=True)
class ComponentView:
    name: str
    done: bool
    reason: str


@dataclass(frozen=True)
class FaultView:
    """What the assessor of the year before said about the same duty, and what the agency answered."""

    verdict: str
    reason: tuple[str, ...]
    clarification: tuple[str, ...]


@dataclass(frozen=True)
class ItemView:
    name: str
    code: str
    title: str
    state: str
    wanted: str
    components: tuple[ComponentView, ...]
    faults: tuple[FaultView, ...]


@dataclass(frozen=True)
class UnitView:
    """What one unit has to do, what first at the head; `closing` are the items that are done, in a line each state."""

    name: str
    items: tuple[ItemView, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True)
class SheetView:
    title: str
    agency: str
    due: str
    as_of: str
    draft: bool
    units: tuple[UnitView, ...]


def run(options: Options, say: Say, *, year: FiscalYear, today: datetime.date) -> int:
    found = opened(options, year, say)
    if not found.agencies:
        return found.code
    try:
        with alone_in(options.out):
            for asked in found.agencies:
                _write(asked, options, today, say)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    return found.code


def _write(asked: Asked, options: Options, today: datetime.date, say: Say) -> None:
    agency, year, words = asked.agency, asked.year, _WORDS[options.language]
    view = sheet(agency, year, today)
    folder = options.out / "todo" / agency.slug / str(year.year)
    files = tuple(_files(view))
    write(files, folder)
    say(report.clean(words["agency"].format(name=report.one_line(agency.name), slug=agency.slug)))
    for line in verdicts.verdict_lines(year, options.language, today):
        say(line)
    say(words["printed"].format(units=len(view.units), path=(folder / files[0].path).as_posix()))
    for file in files[1:]:
        say(words["texts"].format(path=(folder / file.path).as_posix()))


# --- what the sheets hold


def sheet(agency: Agency, year: DisclosedYear, today: datetime.date) -> SheetView:
    """The sheets of an agency's units, in the order of agency.yml; items that nobody is named for come last."""
    waiting = verdicts.to_do(year)
    units = {one.item.code: report.one_line(one.unit) or UNASSIGNED for one in year.items}
    known = dict.fromkeys([*(report.one_line(unit.name) for unit in agency.profile.units), *units.values()])
    names = [name for name in known if name in units.values() and name != UNASSIGNED]
    names += [UNASSIGNED] if UNASSIGNED in units.values() else []
    return SheetView(
        title=f"ใบติดตามข้อมูล OIT ปีงบประมาณ พ.ศ. {year.year}",
        agency=report.one_line(agency.name),
        due=verdicts.due_words(year, today),
        as_of=thai.format_date(today),
        draft=year.framework.draft,
        units=tuple(
            UnitView(
                name,
                tuple(_item(one) for one in waiting if units[one.item.code] == name),
                tuple(_closing(one for one in year.items if units[one.item.code] == name)),
            )
            for name in names
        ),
    )


def _closing(items: Iterable[Disclosed]) -> Iterator[str]:
    """Like ครบตามองค์ประกอบด้านข้อมูล 2 ข้อ: O1 O4."""
    done = tuple(items)
    for state in (ItemState.COMPLETE, ItemState.EXEMPT):
        if codes := [one.item.code for one in done if one.state is state]:
            yield f"{verdicts.state_words(state)} {len(codes)} ข้อ: {' '.join(codes)}"


def _item(one: Disclosed) -> ItemView:
    code, title = one.item.code, report.one_line(one.item.title)
    return ItemView(
        name=f"{code} {title}",
        code=code,
        title=title,
        state=verdicts.state_words(one.state),
        wanted=" · ".join(_wanted(one)),
        components=tuple(_component(one, answer) for answer in one.answers),
        faults=tuple(
            FaultView(
                verdict=f"ปี {earlier.year} ข้อ {earlier.item.code} {verdicts.credit_words(result.credit)}"
                + ("" if earlier.comparable else " (เทียบกับปีนี้โดยตรงไม่ได้)"),
                reason=_lines(result.reason.plain) if result.reason else (),
                clarification=_lines(result.clarification.plain) if result.clarification else (),
            )
            for earlier, result in verdicts.faults(one)
        ),
    )


def _wanted(one: Disclosed) -> Iterator[str]:
    """The years that an item is about."""
    if one.wanted:
        yield verdicts.wanted_words(one.wanted)
    if one.assessed:
        yield f"ผลการประเมินปี {one.assessed}"
    if one.acted:
        yield f"มาตรการปี {one.acted}"


def _component(one: Disclosed, answer: Answer) -> ComponentView:
    own = answer.wanted if answer.wanted != one.wanted else None
    name = report.one_line(answer.component.name) + (f" (ของ{verdicts.wanted_words(own)})" if own else "")
    return ComponentView(name, answer.answered, verdicts.reasons(answer))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(report.one_line(line) for line in text.splitlines())


# --- as files


def _files(view: SheetView) -> Iterator[File]:
    """The document to print, then a text for each unit."""
    yield File("index.html", paper("todo.html.jinja", view))
    for number, unit in enumerate(view.units, start=1):
        yield File(f"{number:02d}-{_file_name(unit.name)}.txt", ("\n".join(_chat(view, unit)) + "\n").encode())


def _file_name(unit: str) -> str:
    """The part of a name that any system takes: letters and figures, Thai or Latin."""
    return re.sub("[^0-9A-Za-z\u0e01-\u0e3a\u0e40-\u0e59]+", "-", unit)[:_LONGEST_NAME].strip("-") or "unit"


def _chat(view: SheetView, unit: UnitView) -> Iterator[str]:
    """Short lines without columns, as a chat shows them."""
    yield view.title
    yield view.agency
    yield f"ผู้รับผิดชอบ: {unit.name}"
    if view.due:
        yield view.due
    for item in unit.items:
        yield ""
        yield item.name
        yield f"สถานะ: {item.state}"
        if item.wanted:
            yield f"ข้อมูลที่ต้องใช้: {item.wanted}"
        for component in item.components:
            yield f"✅ {component.name}" if component.done else f"⬜ {component.name} – {component.reason}"
        for fault in item.faults:
            yield f"ผลการตรวจของผู้ประเมิน: {fault.verdict}"
            yield from fault.reason
            if fault.clarification:
                yield "คำชี้แจงของหน่วยงาน:"
                yield from fault.clarification
    if not unit.items:
        yield "ไม่มีข้อที่ต้องดำเนินการเพิ่ม"
    if unit.closing:
        yield ""
        yield from unit.closing
    yield ""
    yield f"ข้อมูล ณ วันที่ {view.as_of}"
