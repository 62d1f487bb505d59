"""What a change of the data would change, as text for a terminal and as Markdown for the code host.

Longer than 300 lines: a third of it are the words of two languages.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.commands import hosted, report
from generator.commands.hosted import code, safe
from generator.differences import AgencyChanges, Changed, Comparison
from generator.differences.records import Figure, Files, Findings, Named, Pages
from generator.problems import Language, Problem

LISTED = 50  # lines of one list; the others are counted

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "heading": "สิ่งที่จะเปลี่ยนบนเว็บไซต์",
        "same": "ไม่มีตัวเลข หน้า แฟ้มแนบ หรือข้อค้นพบใดเปลี่ยนแปลง",
        "blocked": "ยังสร้างเว็บไซต์ไม่ได้ ต้องแก้แฟ้มตามรายการข้างล่างก่อน เว็บไซต์ที่เผยแพร่อยู่ไม่เปลี่ยนแปลง",
        "counts": "ตัวเลขและสถานะที่เปลี่ยน {figures} ค่า · หน้าใหม่ {new} หน้า · หน้าที่หายไป {gone} หน้า · "
        "หน้าที่เนื้อหาเปลี่ยน {changed} หน้า · จุดที่ต้องแก้ไขในแฟ้ม {problems} จุด",
        "problems": "ต้องแก้ไขก่อนเผยแพร่",
        "notices": "คำเตือน (ไม่หยุดการเผยแพร่)",
        "expected": "ควรเป็น",
        "hint": "วิธีแก้",
        "held": "ยังเผยแพร่ไม่ได้",
        "held-problems": "แฟ้มของหน่วยงานมีจุดที่ต้องแก้ไข",
        "held-findings": "มีจุดที่ข้อมูลไม่ตรงกันที่ยังไม่มีผู้รับทราบ ({codes})",
        "held-then": "หน้าเดิมของหน่วยงานคงอยู่จนกว่าจะแก้ไข",
        "new-agency": "หน่วยงานใหม่",
        "gone-agency": "ไม่มีโฟลเดอร์ข้อมูลของหน่วยงานนี้แล้ว หน้าทั้งหมดจะหายไป",
        "unread": "อ่านข้อมูลชุดก่อนหรือชุดหลังไม่ได้ จึงเทียบให้ไม่ได้ทั้งหมด",
        "site": "ค่าของทั้งเว็บไซต์ (site.yml)",
        "portal": "หน้ารวมของเครือข่าย",
        "figures": "ตัวเลขและสถานะที่เปลี่ยน",
        "year": "ปี",
        "what": "รายการ",
        "before": "เดิม",
        "after": "ใหม่",
        "new": "หน้าใหม่",
        "gone": "หน้าที่หายไป",
        "onward": "ที่อยู่เดิมนำไปที่",
        "changed": "หน้าที่เนื้อหาเปลี่ยน",
        "home": "(หน้าแรก)",
        "opened": "จุดที่ข้อมูลไม่ตรงกัน: พบใหม่",
        "closed": "จุดที่ข้อมูลไม่ตรงกัน: ไม่มีแล้ว",
        "acknowledged": "จุดที่ข้อมูลไม่ตรงกัน: มีผู้รับทราบแล้ว",
        "lapsed": "จุดที่ข้อมูลไม่ตรงกัน: การรับทราบถูกนำออก",
        "added": "แฟ้มแนบที่เพิ่ม",
        "removed": "แฟ้มแนบที่นำออก",
        "replaced": "แฟ้มแนบที่เปลี่ยนเนื้อหา",
        "more": "และอีก {count} รายการ",
        "cut": "รายงานยาวเกินที่ระบบรับได้ จึงตัดส่วนท้ายออก ดูทั้งหมดด้วยคำสั่ง prongsai changes",
    },
    "en": {
        "heading": "What would change on the site",
        "same": "No figure, page, attached file or finding changes.",
        "blocked": "The site cannot be built until these files are mended. What is published stays.",
        "counts": "{figures} figures and states change · {new} new pages · {gone} pages vanish · "
        "{changed} pages with other content · {problems} problems in files",
        "problems": "To be mended before publication",
        "notices": "Warnings, which stop nothing",
        "expected": "expected",
        "hint": "how to mend",
        "held": "Cannot be published yet",
        "held-problems": "its files have problems",
        "held-findings": "findings that nobody acknowledged ({codes})",
        "held-then": "its published pages stay until then",
        "new-agency": "a new agency",
        "gone-agency": "its folder is gone: all its pages vanish",
        "unread": "one of the two states cannot be read, so not everything can be compared",
        "site": "Settings of the whole site (site.yml)",
        "portal": "Pages of the network",
        "figures": "Figures and states that change",
        "year": "Year",
        "what": "What",
        "before": "Before",
        "after": "After",
        "new": "New pages",
        "gone": "Pages that vanish",
        "onward": "the old address leads to",
        "changed": "Pages with other content",
        "home": "(home)",
        "opened": "Findings: new",
        "closed": "Findings: gone",
        "acknowledged": "Findings: acknowledged",
        "lapsed": "Findings: no longer acknowledged",
        "added": "Attached files: added",
        "removed": "Attached files: removed",
        "replaced": "Attached files: replaced",
        "more": "and {count} more",
        "cut": "The report is longer than what the code host takes and was cut; prongsai changes tells all of it.",
    },
}


@dataclass(frozen=True)
class Code:
    """An address, a place in a file: shown letter by letter."""

    text: str


Cell = str | Code


@dataclass(frozen=True)
class Line:
    """Cells that stand beside each other, and lines below them."""

    cells: tuple[Cell, ...]
    below: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Block:
    """A part of the report; with `columns` its lines are a table. `level` is that of its heading."""

    heading: str
    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    level: int = 3
    told: str = field(default="")


def markdown(comparison: Comparison, language: Language = "th") -> str:
    """The report for a pull request."""
    parts = [part for block in _blocks(comparison, language) for part in _as_markdown(block, language)]
    return hosted.shortened("\n\n".join(parts) + "\n", _WORDS[language]["cut"])


def lines(comparison: Comparison, language: Language = "th") -> Iterator[str]:
    """The report for a terminal."""
    for block in _blocks(comparison, language):
        yield f"{'' if block.level == _TOP else '  '}{report.clean(block.heading)}"
        if block.told:
            yield f"  {report.clean(block.told)}"
        shown, more = _cut(block.lines, language)
        for line in shown:
            yield from _as_text(line, "    ", table=bool(block.columns))
        if more:
            yield f"    {more}"


# --- what it says


_TOP = 2


def _blocks(comparison: Comparison, language: Language) -> Iterator[Block]:
    words = _WORDS[language]
    yield Block(words["heading"], level=_TOP, told=_summary(comparison, language))
    if comparison.problems:
        yield _problems(words["problems"], comparison.problems, language)
    held = [one for one in comparison.agencies if one.held]
    if held:
        yield Block(words["held"], tuple(_held(one, language) for one in held), told=words["held-then"])
    if comparison.site:
        rows = tuple(Line((one.subject, one.before, one.after)) for one in comparison.site)
        yield Block(words["site"], rows, (words["what"], words["before"], words["after"]))
    if comparison.portal:
        yield Block(words["portal"], level=_TOP)
        yield from _pages(comparison.portal, language)
    for one in comparison.changed:
        yield from _agency(one, language)
    if comparison.notices:
        yield _problems(words["notices"], comparison.notices, language)


def _summary(comparison: Comparison, language: Language) -> str:
    words = _WORDS[language]
    if comparison.blocked:
        return words["blocked"]
    if comparison.same:
        return words["same"]
    pages = [comparison.portal, *(one.pages for one in comparison.agencies)]
    return words["counts"].format(
        figures=sum(len(one.figures) for one in comparison.agencies),
        new=sum(len(one.new) for one in pages),
        gone=sum(len(one.gone) for one in pages),
        changed=sum(len(one.changed) for one in pages),
        problems=len(comparison.problems),
    )


def _problems(heading: str, problems: Sequence[Problem], language: Language) -> Block:
    words = _WORDS[language]
    return Block(
        heading,
        tuple(
            Line(
                (Code(str(one.source)), one.what(language)),
                (
                    Line((f"{words['expected']}: {one.expected(language)}",)),
                    Line((f"{words['hint']}: {one.hint(language)}",)),
                ),
            )
            for one in problems
        ),
    )


def _held(one: AgencyChanges, language: Language) -> Line:
    words = _WORDS[language]
    why = [words["held-problems"]] if one.held and one.held.problems else []
    why += [words["held-findings"].format(codes=", ".join(one.held.findings))] if one.held and one.held.findings else []
    return Line((Code(one.slug), one.name, " ".join(why)))


def _agency(one: AgencyChanges, language: Language) -> Iterator[Block]:
    words = _WORDS[language]
    marks = {"new-agency": one.new, "gone-agency": one.gone, "unread": one.unread}
    told = " · ".join(words[name] for name, holds in marks.items() if holds)
    yield Block(f"{one.name} ({one.slug})", level=_TOP, told=told)
    if one.figures:
        heads = tuple(words[name] for name in ("year", "what", "before", "after"))
        yield Block(words["figures"], tuple(map(_figure, one.figures)), heads)
    yield from _findings(one.findings, language)
    yield from _pages(one.pages, language)
    yield from _files(one.files, language)


def _figure(one: Figure) -> Line:
    return Line((str(one.year or ""), one.subject, one.before, one.after))


def _findings(findings: Findings, language: Language) -> Iterator[Block]:
    for name in ("opened", "lapsed", "acknowledged", "closed"):
        found: tuple[Named, ...] = getattr(findings, name)
        if found:
            yield Block(_WORDS[language][name], tuple(map(_named, found)))


def _named(one: Named) -> Line:
    said = f"{one.message} [{one.code}, {one.severity}]"
    return Line((str(one.year), said, Code(one.place)), tuple(Line((value,)) for value in one.values))


def _pages(pages: Pages, language: Language) -> Iterator[Block]:
    for name in ("new", "gone", "changed"):
        found: tuple[Changed, ...] = getattr(pages, name)
        if found:
            yield Block(_WORDS[language][name], tuple(_page(one, language) for one in found))


def _page(one: Changed, language: Language) -> Line:
    words = _WORDS[language]
    leads: tuple[Cell, ...] = (words["onward"], Code(one.onward)) if one.onward else ()
    return Line((one.title, Code(one.address or words["home"]), *leads))


def _files(files: Files, language: Language) -> Iterator[Block]:
    for name in ("added", "removed", "replaced"):
        found: tuple[str, ...] = getattr(files, name)
        if found:
            yield Block(_WORDS[language][name], tuple(Line((Code(one),)) for one in found))


def _cut(found: Sequence[Line], language: Language) -> tuple[Sequence[Line], str]:
    """So many lines as one looks at, and how many more there are."""
    more = len(found) - LISTED
    return found[:LISTED], _WORDS[language]["more"].format(count=more) if more > 0 else ""


# --- as Markdown


def _cell(cell: Cell) -> str:
    return code(cell.text) if isinstance(cell, Code) else safe(cell)


def _as_markdown(block: Block, language: Language) -> Iterator[str]:
    yield f"{'#' * block.level} {safe(block.heading)}"
    if block.told:
        yield safe(block.told)
    shown, more = _cut(block.lines, language)
    if shown and block.columns:
        rows = [_row(map(safe, block.columns)), _row("---" for _ in block.columns)]
        yield "\n".join([*rows, *(_row(map(_cell, line.cells)) for line in shown)])
    elif shown:
        yield "\n".join(row for line in shown for row in _bullets(line, ""))
    if more:
        yield safe(more)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bullets(line: Line, indent: str) -> Iterator[str]:
    yield f"{indent}- {' '.join(map(_cell, line.cells))}"
    for one in line.below:
        yield from _bullets(one, f"{indent}  ")


# --- as text


def _as_text(line: Line, indent: str, *, table: bool = False) -> Iterator[str]:
    parts = [cell.text if isinstance(cell, Code) else cell for cell in line.cells]
    if table:
        *about, before, after = parts
        parts = [f"{' '.join(filter(None, about))}: {before} → {after}"]
    yield report.clean(indent + " ".join(filter(None, (" ".join(part.split()) for part in parts))))
    for one in line.below:
        yield from _as_text(one, f"{indent}    ")
