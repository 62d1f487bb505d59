"""What an import would do, in words: for a terminal, and as Markdown for a pull request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import thai
from generator.commands import report
from generator.commands.hosted import safe, shortened
from generator.commands.tabled import TakenFor
from generator.forms import Change
from generator.pipeline.imports import Prospect
from generator.problems import SHOWN, Language, Problem, in_order
from generator.recognise import Confirmation

_LONGEST, _FEW, _NAMED = 70, 2, 3
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "changes": "สิ่งที่จะเปลี่ยน {count} จุด",
        "change": "{place}: {what}: {before} → {after}",
        "added": "{place}: {about}: เพิ่ม {count} ช่อง ({labels})",
        "readings": "อ่านตารางเป็น",
        "reading": "{place}: {shape} ของ {whose}",
        "scores": "ผลคะแนนปี {year}",
        "province": "ผลคะแนนปี {year} ของหลายหน่วยงาน",
        "measures": "มาตรการปี {year}",
        "addresses": "URL รายข้อ OIT ปี {year}",
        "empty": "(ว่าง)",
        "copied": "แฟ้มแนบที่จะเพิ่ม {count} แฟ้ม",
        "told": "โปรดยืนยันว่าถูกต้อง {count} จุด",
        "opened": "จุดที่ข้อมูลไม่ตรงกันซึ่งพบใหม่ {count} จุด",
        "closed": "จุดที่ข้อมูลไม่ตรงกันซึ่งหมดไป {count} จุด",
        "holds": "หน่วยงานนี้จะยังเผยแพร่ข้อมูลใหม่ไม่ได้จนกว่าจะแก้ หรือตอบจุดที่หยุดการเผยแพร่ในแผ่นงาน “จุดที่ต้องยืนยัน”"
        " ของแบบกรอกที่เขียนใหม่ (prongsai form)",
        "problems": "จุดที่ต้องแก้ไข {count} จุด",
    },
    "en": {
        "changes": "{count} changes",
        "change": "{place}: {what}: {before} → {after}",
        "added": "{place}: {about}: {count} new cells ({labels})",
        "readings": "the tables were taken for",
        "reading": "{place}: {shape} of {whose}",
        "scores": "the result of {year}",
        "province": "the results of {year} of several agencies",
        "measures": "the measures of {year}",
        "addresses": "the addresses of the OIT items of {year}",
        "empty": "(empty)",
        "copied": "{count} files to attach",
        "told": "{count} readings to confirm",
        "opened": "{count} new findings",
        "closed": "{count} findings are gone",
        "holds": "the agency cannot be published with the new data until what stops it is mended, or answered in a new"
        " form (prongsai form)",
        "problems": "{count} problems",
    },
}


@dataclass(frozen=True)
class Told:
    """A part of what is said: a heading, and its entries of one or more lines."""

    heading: str
    entries: tuple[tuple[str, ...], ...] = ()


def problems(listed: tuple[Problem, ...], language: Language) -> Told:
    entries = tuple(tuple(report.problem_lines(one, language)) for one in listed)
    return Told(_WORDS[language]["problems"].format(count=len(entries)), entries)


def readings(taken: tuple[TakenFor, ...], language: Language) -> Iterator[Told]:
    """What each table of a file was taken for."""
    words = _WORDS[language]
    lines = []
    for one in taken:
        whose = ", ".join(one.agencies[:_NAMED]) + (f" … ({len(one.agencies)})" if len(one.agencies) > _NAMED else "")
        shape = words[one.shape.value].format(year=one.year)
        lines.append((report.clean(words["reading"].format(place=one.source, shape=shape, whose=whose)),))
    if lines:
        yield Told(words["readings"], tuple(lines))


def changes(
    plan: Prospect, notices: tuple[Problem, ...], confirmations: tuple[Confirmation, ...], language: Language
) -> Iterator[Told]:
    """Every value that changes, files that come along, and what a person should confirm."""
    words = _WORDS[language]
    if plan.changes:
        lines = tuple((line,) for line in _change_lines(plan.changes, language))
        yield Told(words["changes"].format(count=len(plan.changes)), lines)
    if plan.copied:
        yield _part("copied", [report.one_line(f"{SHOWN}/{path}") for path in sorted(plan.copied)], language)
    entries = [tuple(report.problem_lines(one, language)) for one in in_order([*notices, *plan.told])]
    entries += [(report.clean(f"{one.cell.source}: {one.says(language)}"),) for one in confirmations]
    if entries:
        yield Told(words["told"].format(count=len(entries)), tuple(entries))


def differences(plan: Prospect, language: Language) -> Iterator[Told]:
    """The findings that the new data open and close."""
    words = _WORDS[language]
    for name, listed in (("opened", plan.opened), ("closed", plan.closed)):
        if listed:
            entries = tuple(tuple(report.finding_lines(one, language)) for one in listed)
            yield Told(words[name].format(count=len(entries)), entries)
    if any(one.holds for one in plan.opened):
        yield Told(words["holds"])


def _part(name: str, lines: list[str], language: Language) -> Told:
    return Told(_WORDS[language][name].format(count=len(lines)), tuple((line,) for line in lines))


def _change_lines(changes: Iterable[Change], language: Language) -> Iterator[str]:
    """A line for each change; a line for all the cells of something new."""
    words = _WORDS[language]
    for (about, new, _), group in groupby(changes, lambda one: (one.about, not one.before, one.source.sheet)):
        listed = list(group)
        if about and new and len(listed) > _FEW:
            place, labels = _place(listed[0]), ", ".join(one.label for one in listed)
            line = words["added"].format(place=place, about=_short(about), count=len(listed), labels=labels)
            yield report.clean(line)
        else:
            yield from (_change(one, language) for one in listed)


def _change(one: Change, language: Language) -> str:
    words = _WORDS[language]
    before, after = (_short(text) or words["empty"] for text in (one.before, one.after))
    what = f"{_short(one.about)} – {one.label}" if one.about else one.label
    return report.clean(words["change"].format(place=_place(one), what=what, before=before, after=after))


def _place(one: Change) -> str:
    return str(one.source).removeprefix(f"{one.source.file} › ")


def _short(text: str) -> str:
    return thai.shortened(report.one_line(text), _LONGEST)


def as_text(part: Told) -> Iterator[str]:
    yield part.heading
    for entry in part.entries:
        yield from (f"  {line}" for line in entry)


def as_markdown(parts: list[Told], note: str) -> str:
    """For a pull request; the first part is the title. What the code host does not take ends with the note."""
    texts = []
    for number, part in enumerate(parts):
        mark = "## " if number == 0 else "### " if part.entries else ""
        texts += [f"{mark}{safe(part.heading)}", ""]
        texts += [f"- {'<br>'.join(safe(line.strip()) for line in entry)}" for entry in part.entries]
        texts += [""] if part.entries else []
    return shortened("\n".join(texts), note)
