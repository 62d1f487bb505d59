"""ประวัติการแก้ไขข้อมูล: what changed when in an agency's data, as git has it.

Dates, files and figures are told; who made a change and what they wrote about it are not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator import links, markup, thai
from generator.assess import GRADE, OVERALL, Assessment, Datum, assess, grade_label
from generator.history import LISTED, Commit, Edit
from generator.markup import join, link, text
from generator.model import AgencyYear, Framework, ScoreSet
from generator.page import Page
from generator.pages.context import ABSENT, Context, in_words
from generator.problems import InvalidData
from generator.reader import parse, read
from generator.thai import FiscalYear, NotReadable

TITLE = "ประวัติการแก้ไขข้อมูล"
SCORES = "scores.yml"
_OF_AGENCY = {
    "agency.yml": "ข้อมูลหน่วยงาน",
    "acknowledged.yml": "บันทึกผลการตรวจข้อมูลที่ไม่ตรงกัน",
    "urls.lock": "ทะเบียนที่อยู่ถาวรของหน้าเว็บ",
}
_OF_YEAR = {
    SCORES: "ผลการประเมิน",
    "analysis.yml": "การวิเคราะห์ผลการประเมิน",
    "measures.yml": "มาตรการ",
    "disclosure.yml": "การเปิดเผยข้อมูลสาธารณะ (OIT)",
    "documents.yml": "เอกสารฉบับทางการ",
}
_NOTES = {
    "no-git": "ไม่มีประวัติการแก้ไขให้แสดง เพราะข้อมูลที่ใช้สร้างเว็บไซต์นี้ไม่ได้เก็บไว้ในระบบบันทึกประวัติ (git)",
    "shallow": "ไม่มีประวัติการแก้ไขให้แสดง เพราะสำเนาข้อมูลที่ใช้สร้างเว็บไซต์นี้ไม่มีประวัติครบถ้วน",
}
_NO_COMMIT = "ยังไม่มีการแก้ไขที่บันทึกไว้ในระบบบันทึกประวัติ (git)"
_OTHER_GRADE = "ค่าที่ไม่อยู่ในระดับของเกณฑ์"


@dataclass(frozen=True)
class DayView:
    anchor: Markup
    heading: str
    commits: tuple[Markup, ...]


@dataclass(frozen=True)
class ChangesView:
    intro: str
    days: tuple[DayView, ...]


def present(context: Context) -> list[Page]:
    """One page, also where nothing is known: it says so. It is reached from the foot of every page."""
    name = context.agency.name
    folder = _folder(context)
    return [
        Page(
            links.CHANGES,
            TITLE,
            f"{TITLE}ของ{name}: วันที่ แฟ้มข้อมูล และคะแนนที่เปลี่ยน",
            "changes.md.jinja",
            partial(_view, context),
            made_of=(folder,),
        )
    ]


def _folder(context: Context) -> str:
    return context.agency.profile.source.file.rpartition("/")[0]


def _view(context: Context) -> ChangesView:
    history = context.origins.history
    commits = history.commits.get(_folder(context), ())
    if not commits:
        return ChangesView(_NOTES.get(history.note, _NO_COMMIT), ())
    versions = history.versions(SCORES)
    days = groupby(commits, key=lambda commit: commit.change.date)
    return ChangesView(
        summary(commits),
        tuple(
            DayView(
                markup.anchor(f"on-{day.isoformat()}"),
                thai.format_date(day),
                tuple(_commit(context, one, versions) for one in found),
            )
            for day, found in days
        ),
    )


def summary(commits: tuple[Commit, ...]) -> str:
    """How often the data changed, and between which days."""
    first, last = commits[-1].change.date, commits[0].change.date
    times = f"{len(commits)} ครั้งล่าสุด" if len(commits) == LISTED else f"{len(commits)} ครั้ง"
    when = (
        f"เมื่อวันที่ {thai.format_date(last)}"
        if first == last
        else f"ระหว่างวันที่ {thai.format_date(first)} ถึงวันที่ {thai.format_date(last)}"
    )
    return f"แฟ้มข้อมูลของหน่วยงานนี้มีการบันทึก {times} {when} เรียงจากครั้งล่าสุด"


def _commit(context: Context, commit: Commit, versions: Mapping[str, bytes]) -> Markup:
    """What one commit did, file by file, and where to see it whole."""
    lines = [Markup("<li>{}</li>").format(line) for line in _lines(context, commit.edits, versions)]
    href = context.origins.commit(commit.change)
    more = Markup("<p>{}</p>").format(link(href, "ดูการแก้ไขครั้งนี้ทุกบรรทัด")) if href else Markup("")
    return Markup('<div class="commit"><ul>{}</ul>{}</div>').format(join(lines), more)


def _lines(context: Context, edits: Iterable[Edit], versions: Mapping[str, bytes]) -> Iterator[Markup]:
    """A line a file; attached files that no answer names now are only counted."""
    named = _named(context)
    counted: dict[tuple[str, str], int] = {}
    for edit in sorted(edits, key=lambda edit: edit.file):
        what, did = _said(edit, context, named), _did(edit)
        if what.startswith("แฟ้มแนบ") and _name(edit) not in named:
            counted[did, what] = counted.get((did, what), 0) + 1
        else:
            yield _changed(context, edit, f"{did}{what}", versions)
    for (did, what), count in sorted(counted.items()):
        yield text(f"{did}{what} {count} แฟ้ม")


def _did(edit: Edit) -> str:
    return "เพิ่ม" if edit.before is None else "ลบ" if edit.after is None else "แก้ไข"


def _name(edit: Edit) -> str:
    return edit.file.rpartition("/")[2]


def _said(edit: Edit, context: Context, named: frozenset[str]) -> str:
    """A file in words, like ผลการประเมิน ปี 2568."""
    below = edit.file.removeprefix(f"{_folder(context)}/").split("/")
    if len(below) == 1:
        return _OF_AGENCY.get(below[0], "แฟ้มอื่นของหน่วยงาน")
    if below[1:2] == ["files"]:
        name = f" {below[-1]}" if below[-1] in named else ""
        return f"แฟ้มแนบ{name} ปี {below[0]}"
    return f"{_OF_YEAR.get(below[1], 'แฟ้มอื่น')} ปี {below[0]}"


def _named(context: Context) -> frozenset[str]:
    """The attached files that answers name, and so pages show."""
    evidence = [one for year in context.agency.years for answer in year.disclosed() for one in answer.evidence]
    names = [one.file for one in evidence] + [annex.file for one in evidence for annex in one.annexes]
    return frozenset(filter(None, names))


# --- figures


def _changed(context: Context, edit: Edit, said: str, versions: Mapping[str, bytes]) -> Markup:
    """A file that changed; of scores the figures too, where both versions can be read."""
    year = _year(edit)
    framework = context.frameworks.get(year) if year else None
    if _name(edit) != SCORES or not (edit.before and edit.after) or framework is None:
        return text(said)
    before, after = (_assessed(context, versions.get(one), framework) for one in (edit.before, edit.after))
    if before is None or after is None:
        return text(said)
    figures = [
        Markup('<li>{} จาก <span class="figure">{}</span> เป็น <span class="figure">{}</span></li>').format(
            *map(text, one)
        )
        for one in differences(before, after)
    ]
    if not figures:
        return text(f"{said} (คะแนนและระดับไม่เปลี่ยน)")
    return Markup("{}<ul>{}</ul>").format(text(said), join(figures))


def _year(edit: Edit) -> FiscalYear | None:
    try:
        return thai.parse_year(edit.file.split("/")[-2])
    except NotReadable:
        return None


def _assessed(context: Context, content: bytes | None, framework: Framework) -> Assessment | None:
    """What a version of a score file says; None where it cannot be read as one is read today."""
    if content is None:
        return None
    try:
        scores = parse(read(content, SCORES), ScoreSet)
    except InvalidData:
        return None
    year = framework.fiscal_year
    agency = replace(context.agency, years=(AgencyYear(year, scores),))
    found = assess(agency, {year: framework})
    return found[0] if found else Assessment(agency.slug, year, framework, (), {})


def differences(before: Assessment, after: Assessment) -> Iterator[tuple[str, str, str]]:
    """The figures that are not the same, with what they were and are, like คะแนนรวม 89.69 89.96."""
    framework = after.framework
    order: list[tuple[Datum, str]] = [(OVERALL, "คะแนนรวม"), (GRADE, "ระดับผลการประเมิน")]
    order += [(one.code, f"คะแนน {one.code}") for one in framework.instruments]
    order += [(str(one.number), one.label) for one in framework.indicators]
    for datum, name in order:
        old, new = (_shown(one, datum) for one in (before, after))
        if old != new:
            yield name, old, new


def _shown(one: Assessment, datum: Datum) -> str:
    """A value as it was printed. An old version may hold any text for a grade: only those of the ladder are told."""
    said = in_words(one.settled(datum))
    settled = one.settled(datum).value
    if datum != GRADE or settled is None or said == ABSENT:
        return said
    return said if grade_label(said) in {grade_label(grade.label) for grade in one.framework.grades} else _OTHER_GRADE
