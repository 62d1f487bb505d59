"""prongsai links: whether the links of the site and of its data lead where they should, and which days have passed."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

from generator import thai
from generator.commands import hosted, report
from generator.commands.gather import gather
from generator.commands.hosted import code, safe
from generator.commands.options import DATA, DONE, USAGE, Options, Say
from generator.linkcheck import messages
from generator.linkcheck.cited import cited, passed
from generator.linkcheck.fetching import fetch
from generator.linkcheck.inside import inside
from generator.linkcheck.outside import Ask, Asked, outside
from generator.linkcheck.records import Checked, Fault, Weight
from generator.load import LINKS
from generator.problems import Language
from generator.write import write_whole

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "heading": "ผลการตรวจลิงก์ วันที่ {date}",
        "counts": "ตรวจแล้ว {count} ที่อยู่ · เปิดไม่ได้ {broken} ที่อยู่",
        "left": "ยังไม่ได้ตรวจ {left} ที่อยู่ เพราะเว็บไซต์เดียวมีมากเกินที่จะเปิดในครั้งเดียว",
        "offline": "ตรวจเฉพาะภายในเว็บไซต์ ตรวจลิงก์ภายนอกด้วยตัวเลือก --online",
        "not-built": "ยังไม่มีเว็บไซต์ที่สร้างไว้ ({path}) จึงยังไม่ได้ตรวจลิงก์ภายใน ให้สั่ง prongsai build ก่อน",
        "good": "ไม่พบสิ่งที่ต้องแก้",
        "broken": "เปิดไม่ได้หรือไม่ถึงสิ่งที่อ้าง",
        "look": "ให้คนเปิดดู",
        "mend": "ควรปรับปรุง",
        "hint": "วิธีแก้",
        "year": "ปี {year}",
        "cut": "รายงานยาวเกินที่ระบบรับได้ จึงตัดส่วนท้ายออก ดูทั้งหมดด้วยคำสั่ง prongsai links --online",
        "write-online": "--write ใช้คู่กับ --online เท่านั้น เพราะบันทึกวันที่ตรวจลิงก์ทั้งหมด",
        "blocked": "อ่านแฟ้มข้อมูลไม่ได้ จึงยังตรวจลิงก์ไม่ได้ สั่ง prongsai check เพื่อดูจุดที่ต้องแก้",
        "written": "บันทึกวันที่ตรวจไว้ที่ {path}",
    },
    "en": {
        "heading": "Links, looked at on {date}",
        "counts": "{count} addresses were looked at · {broken} are broken",
        "left": "{left} addresses were left out: one host has too many of them",
        "offline": "only links inside the site were looked at; --online looks at the others",
        "not-built": "there is no built site ({path}), so links inside it were not looked at: run prongsai build first",
        "good": "there is nothing to mend",
        "broken": "Broken",
        "look": "To be opened by a person",
        "mend": "To be improved",
        "hint": "how to mend",
        "year": "{year}",
        "cut": "The report is longer than the code host takes and was cut; prongsai links --online tells all of it.",
        "write-online": "--write needs --online: it records the day on which all links were looked at",
        "blocked": "the data cannot be read, so no link was looked at; run prongsai check",
        "written": "the day is recorded in {path}",
    },
}
_NOTE = "# เขียนโดยคำสั่ง prongsai links --write ไม่ต้องแก้เอง\n"


def run(
    options: Options,
    say: Say,
    *,
    today: datetime.date,
    online: bool,
    writes: bool,
    form: str,
    ask: Ask = fetch,
) -> int:
    """`form` is `text`, `markdown` or `json`; `ask` gets an address of another site and gives what came."""
    words = _WORDS[options.language]
    if writes and not online:
        say(words["write-online"])
        return USAGE
    dataset = gather(options).examined.dataset
    if dataset is None:
        say(words["blocked"])
        return DATA
    site = options.out / "site"
    built = (site / "index.html").is_file()
    looked, faults = inside(site, dataset) if built else (0, ())
    away = outside(cited(dataset), ask) if online else Asked(0, 0, ())
    checked = Checked(looked + away.count, away.left, (*faults, *passed(dataset, today), *away.faults))
    notes = [words["counts"].format(count=checked.count, broken=checked.broken)]
    notes += [words["left"].format(left=checked.left)] if checked.left else []
    notes += [] if built else [words["not-built"].format(path=site.as_posix())]
    notes += [] if online else [words["offline"]]
    if form == "json":
        say(_as_json(checked, today, options.language))
    else:
        head = words["heading"].format(date=thai.format_date(today))
        told = _as_markdown if form == "markdown" else _as_text
        for line in told(checked, head, notes, options.language):
            say(line)
    if writes:
        path = options.data / LINKS
        day = f"{today.year + thai.BUDDHIST_OFFSET}-{today:%m-%d}"
        lines = f"date: {day}\nchecked: {checked.count}\nbroken: {checked.broken}\n"
        write_whole(path, (_NOTE + lines).encode())
        if form == "text":
            say(words["written"].format(path=path.as_posix()))
    return DATA if checked.broken else DONE


def _by_weight(checked: Checked) -> Iterator[tuple[Weight, list[Fault]]]:
    for weight in Weight:
        if found := [one for one in checked.faults if one.weight is weight]:
            yield weight, found


def _about(one: Fault, language: Language) -> str:
    """Like `mueang-khong ปี 2568 ข้อ O12 หลักฐาน “แผน”`."""
    year = _WORDS[language]["year"].format(year=one.year) if one.year else ""
    return " ".join(filter(None, (one.agency, year, one.about)))


def _what(one: Fault, language: Language) -> str:
    return messages.what(one.verdict.kind, one.verdict.detail, language)


def _as_text(checked: Checked, head: str, notes: list[str], language: Language) -> Iterator[str]:
    words = _WORDS[language]
    yield head
    for note in notes:
        yield f"  {note}"
    for weight, found in _by_weight(checked):
        yield f"{words[weight.value]} ({len(found)})"
        for one in found:
            yield report.clean(f"  {_about(one, language)}")
            if one.address:
                yield report.clean(f"      {one.address}")
            yield report.clean(f"      {one.source}: {_what(one, language)}")
            yield f"      {words['hint']}: {messages.hint(one.verdict.kind, language)}"
    if not checked.faults:
        yield f"  {words['good']}"


def _as_markdown(checked: Checked, head: str, notes: list[str], language: Language) -> Iterator[str]:
    words = _WORDS[language]
    parts = [f"## {safe(head)}", *(safe(note) for note in notes)]
    for weight, found in _by_weight(checked):
        parts.append(f"### {safe(words[weight.value])} &#40;{len(found)}&#41;")
        parts.append("\n".join(line for one in found for line in _bullets(one, language)))
    if not checked.faults:
        parts.append(safe(words["good"]))
    yield hosted.shortened("\n\n".join(parts), words["cut"])


def _bullets(one: Fault, language: Language) -> Iterator[str]:
    yield f"- {safe(_about(one, language))}: {safe(_what(one, language))}"
    if one.address:
        yield f"  - {code(one.address)}"
    yield f"  - {code(str(one.source))}"
    yield f"  - {safe(_WORDS[language]['hint'])}: {safe(messages.hint(one.verdict.kind, language))}"


def _as_json(checked: Checked, today: datetime.date, language: Language) -> str:
    found: dict[str, Any] = {
        "date": today.isoformat(),
        "checked": checked.count,
        "left": checked.left,
        "broken": checked.broken,
        "faults": [
            {
                "kind": one.verdict.kind,
                "weight": one.weight.value,
                "agency": one.agency or None,
                "fiscal_year": one.year.number if one.year else None,
                "item": one.item or None,
                "about": report.one_line(one.about),
                "address": report.one_line(one.address) or None,
                "source": {"file": one.source.file, "line": one.source.line, "column": one.source.column},
                "message": report.one_line(_what(one, language)),
                "hint": messages.hint(one.verdict.kind, language),
            }
            for one in checked.faults
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)
