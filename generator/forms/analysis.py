"""บทวิเคราะห์: what the agency writes about the result of the year before, as its document has it."""

from generator.forms import fields
from generator.forms.draft import Change, Draft, Drafts, at, entries, insert, kept, record, remove
from generator.forms.fields import YES, Field
from generator.forms.sheets import Filled, FilledRow, Line, Material, Row, Sheet, Tree
from generator.model import Framework
from generator.problems import Problem
from generator.reader.rewrite import Kept

HEADING, INDICATOR, ADVICE, AFTER = "หัวข้อ", "ตัวชี้วัด", "ข้อเสนอแนะ", "ข้อความท้ายหัวข้อ"
KIND = fields.line("kind", "แถวนี้คือ", width=16, choices=(HEADING, INDICATOR, ADVICE, AFTER))
NUMBER = fields.line("number", "เลขหัวข้อ", "เช่น ๓.๑", 10)
TITLE = fields.line("title", "ชื่อหัวข้อ", "ตามเอกสาร (ถ้ามี)", 30)
TEXT = fields.lines("text", "ข้อความ", "ใต้หัวข้อ หรือข้อเสนอแนะ")
TABLE = fields.flag("table", "มีตารางคะแนน", "ใช่ เมื่อเอกสารวางตารางคะแนนไว้ใต้หัวข้อนี้")
ON = fields.line("on", "ตัวชี้วัดที่", width=30)
RESULT = fields.lines("result", "ผลคะแนนเป็นถ้อยคำ", "เช่น โดยรวมได้คะแนนเท่ากับ …", 26)
PURPOSE = fields.lines("purpose", "วัตถุประสงค์ของตัวชี้วัด", "ตามเอกสาร (ถ้ามี)")
ISSUES = fields.lines("issues.text", "ประเด็นในการวัด", "ตามเอกสาร (ถ้ามี)")
PERCEPTION = fields.lines("perception", "ผลสะท้อน", "สิ่งที่ผู้ตอบแบบวัดเห็น")
OWN = fields.lines("own_analysis", "การวิเคราะห์ของหน่วยงาน")
STRENGTHS = fields.lines("strengths", "จุดแข็ง")
DEVELOP = fields.lines("points_to_develop", "ประเด็นที่ควรพัฒนา")
DEFECTS = fields.lines("defects", "ข้อบกพร่อง/จุดอ่อน")
SUGGESTIONS = fields.lines("suggestions", "แนวทางปรับปรุง")
LEVEL = fields.line("level", "ระดับ (ถ้อยคำ)", "เช่น ดี สูง ปานกลาง", 12)
_OF_INDICATOR = (RESULT, PURPOSE, ISSUES, PERCEPTION, OWN, STRENGTHS, DEVELOP, DEFECTS, SUGGESTIONS, LEVEL)
DOCUMENT_TITLE = fields.lines("title", "ชื่อเรื่องของบทวิเคราะห์", "ตามเอกสาร (ถ้ามี)")


def file(material: Material) -> str:
    return f"{material.year.before()}/analysis.yml"


def _choices(framework: Framework) -> tuple[str, ...]:
    return tuple(f"{one.number} {one.name}" for one in framework.indicators)


def columns(framework: Framework) -> tuple[Field, ...]:
    on = fields.line("on", ON.label, "เลือกจากรายการ", ON.width, _choices(framework))
    return (KIND, NUMBER, TITLE, TEXT, TABLE, on, *_OF_INDICATOR)


def sheet(material: Material) -> Sheet:
    tree, before = material.trees.get(file(material), {}), material.year.before()
    rows = list(_rows(tree, material.assessed)) or _blank(material.assessed)
    return Sheet(
        f"บทวิเคราะห์ผลปี {before}",
        (
            f"บทวิเคราะห์ผลการประเมินปี {before} เขียนตามเอกสารของหน่วยงาน ช่องใดไม่มีให้เว้นว่าง",
            "แถว “หัวข้อ” เปิดหัวข้อใหม่ของเอกสาร แถว “ตัวชี้วัด” อยู่ใต้หัวข้อที่อยู่เหนือขึ้นไป เรียงตามเอกสาร",
            "ขึ้นย่อหน้าใหม่ในช่องด้วย Alt+Enter บรรทัดที่ขึ้นต้นด้วยขีดหรือเลขข้อเป็นรายการ",
        ),
        (Line(DOCUMENT_TITLE, DOCUMENT_TITLE.show(tree.get("title"))),),
        columns(material.assessed),
        tuple(rows),
        example={
            KIND.label: INDICATOR,
            ON.label: _choices(material.assessed)[0],
            STRENGTHS.label: "บุคลากรปฏิบัติงานตามขั้นตอนและระยะเวลาที่กำหนด",
            DEVELOP.label: "ควรทบทวนคู่มือการปฏิบัติงานให้เป็นปัจจุบัน",
        },
        spare=10,
    )


def _blank(framework: Framework) -> list[Row]:
    """A row for every indicator under the name of its instrument; a heading with nothing below it is not read."""
    rows = []
    for instrument, heading in zip(framework.instruments, _headings(framework), strict=True):
        rows.append(Row({KIND.label: HEADING, TITLE.label: heading}))
        rows += [
            Row({KIND.label: INDICATOR, ON.label: f"{one.number} {one.name}"})
            for one in framework.indicators_of(instrument.code)
        ]
    return rows


def _headings(framework: Framework) -> tuple[str, ...]:
    """The headings that a blank form has, one for each instrument."""
    return tuple(f"{one.name} ({one.code})" for one in framework.instruments)


def _rows(tree: Tree, framework: Framework) -> list[Row]:
    rows = []
    for section in entries(tree, "sections"):
        shown = {one.label: one.show(at(section, one.path)) for one in (NUMBER, TITLE, TEXT)}
        table = YES if section.get("places") else ""
        rows.append(Row({KIND.label: HEADING, **shown, TABLE.label: table}))
        rows += [
            Row(
                {
                    KIND.label: ADVICE,
                    NUMBER.label: NUMBER.show(one.get("number")),
                    TEXT.label: TEXT.show(one.get("text")),
                }
            )
            for one in entries(section, "recommendations")
        ]
        for one in entries(section, "indicators"):
            parts = {field.label: field.show(at(one, field.path)) for field in _OF_INDICATOR}
            rows.append(Row({KIND.label: INDICATOR, ON.label: _on(one, framework), **parts}))
        if "after" in section:
            rows.append(Row({KIND.label: AFTER, TEXT.label: TEXT.show(section["after"])}))
    return rows


def _on(one: Tree, framework: Framework) -> str:
    """What the drop-down shows for an entry: its indicator, or what is printed where no indicator has that name."""
    number = _number(one, framework)
    if number is None:
        return str(one.get("name", ""))
    return next(shown for shown in _choices(framework) if shown.split(" ")[0] == number)


def _number(one: Tree, framework: Framework) -> str | None:
    """The official number of an entry, where it is known."""
    official = one.get("indicator")
    if isinstance(official, str):
        return official
    name = one.get("name")
    if isinstance(name, str):
        known = framework.named(name)
        return str(known.number) if known else None
    printed = one.get("number")
    return printed if isinstance(printed, str) else None


# --- read back


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes analysis.yml say what the rows say."""
    draft, framework = drafts.of(file(material)), material.assessed
    draft.put(draft.tree, DOCUMENT_TITLE, filled.lines.get(DOCUMENT_TITLE.label))
    parts = _parts(filled.rows)
    parts = [part for part in _parts(filled.rows) if _says(part, framework)]
    if not parts and "sections" not in draft.tree:
        return
    sections = kept(draft.tree, "sections")
    free = list(sections)
    matched = [_match(part, free) for part in parts]
    # as many unknown headings as sections without one: they were reworded
    if matched.count(None) == len(free):
        matched = [known or free.pop(0) for known in matched]
    before: Kept | None = None
    for part, known in zip(parts, matched, strict=True):
        before = section = known or insert(sections, before, {})
        _merge_section(part, record(section), framework, draft)
        if not record(section):
            remove(sections, section)


def _parts(rows: tuple[FilledRow, ...]) -> list[list[FilledRow]]:
    """The rows by section; rows before the first heading are a section without one."""
    parts: list[list[FilledRow]] = []
    for row in rows:
        if row.text(KIND.label) == HEADING or not parts:
            parts.append([])
        parts[-1].append(row)
    return parts


def _says(part: list[FilledRow], framework: Framework) -> bool:
    """Whether a section says more than a blank form does."""
    head = _head(part)
    heading = (head.text(NUMBER.label), head.text(TITLE.label)) if head else ("", "")
    blank = {("", ""), *(("", title) for title in _headings(framework))}
    return heading not in blank or any(_filled(row) for row in part)


def _filled(row: FilledRow) -> bool:
    skipped = {KIND.label, ON.label} if row.text(KIND.label) != HEADING else {KIND.label, NUMBER.label, TITLE.label}
    return any(cell.text for label, cell in row.cells.items() if label not in skipped)


def _head(part: list[FilledRow]) -> FilledRow | None:
    return part[0] if part and part[0].text(KIND.label) == HEADING else None


def _match(part: list[FilledRow], free: list[Kept]) -> Kept | None:
    """The section of the file with the same heading; it is not free any more."""
    head = _head(part)
    wanted = (head.text(NUMBER.label), head.text(TITLE.label)) if head else ("", "")
    for one in free:
        section = record(one)
        if (NUMBER.show(section.get("number")), TITLE.show(section.get("title"))) == wanted:
            free[:] = [other for other in free if other is not one]
            return one
    return None


def _merge_section(part: list[FilledRow], section: Tree, framework: Framework, draft: Draft) -> None:
    head = _head(part)
    if head is not None:
        what = f"หัวข้อ {head.text(TITLE.label)}".strip()
        for one in (NUMBER, TITLE, TEXT):
            draft.put(section, one, head.cells.get(one.label), what)
        _merge_table(section, head, what, draft)
    advice = [row for row in part if row.text(KIND.label) == ADVICE]
    _merge_advice(advice, section, draft)
    _merge_indicators([row for row in part if row.text(KIND.label) == INDICATOR], section, framework, draft)
    for row in part:
        kind = row.cells.get(KIND.label)
        if row.text(KIND.label) == AFTER:
            draft.put(section, fields.lines("after", TEXT.label), row.cells.get(TEXT.label), AFTER)
        elif kind is None or kind.text not in KIND.choices:
            place = next(cell for cell in row.cells.values() if cell.text)
            known = ", ".join(KIND.choices)
            draft.problems.append(
                Problem("form-choice", (kind or place).source, kind.text if kind else "", {"known": known})
            )


def _merge_table(section: Tree, head: FilledRow, what: str, draft: Draft) -> None:
    cell = head.cells.get(TABLE.label)
    if cell is None or bool(cell.text) == bool(section.get("places")):
        return
    if cell.text:
        section["places"] = ["result"]
    else:
        section.pop("places")
    draft.remember(section, ("places",), cell.source)
    draft.changes.append(Change(cell.source, what, TABLE.label, "" if cell.text else YES, cell.text))


def _merge_advice(rows: list[FilledRow], section: Tree, draft: Draft) -> None:
    """Recommendations in their order."""
    if not rows and "recommendations" not in section:
        return
    listed = kept(section, "recommendations")
    known = list(listed)
    for position, row in enumerate(rows):
        if not row.text(TEXT.label):
            if position < len(known):
                draft.taken(
                    row.cells[KIND.label].source, ADVICE, TEXT.label, TEXT.show(record(known[position]).get("text"))
                )
                remove(listed, known[position])
            continue
        one = known[position] if position < len(known) else insert(listed, None, {"origin": "agency"})
        for field in (NUMBER, TEXT):
            draft.put(record(one), field, row.cells.get(field.label), ADVICE)


def _merge_indicators(rows: list[FilledRow], section: Tree, framework: Framework, draft: Draft) -> None:
    if not rows and "indicators" not in section:
        return
    listed = kept(section, "indicators")
    free = list(listed)
    before: Kept | None = None
    for row in rows:
        on = row.cells.get(ON.label)
        known = next((one for one in free if on is not None and _on(record(one), framework) == on.text), None)
        free = [one for one in free if one is not known]
        what = f"ตัวชี้วัดที่ {on.text}" if on else INDICATOR
        if not _filled(row):
            if known is not None:
                draft.taken(row.cells[KIND.label].source, what, "บทวิเคราะห์", "ทั้งแถว")
                remove(listed, known)
            continue
        if known is None:
            entry = _entry(row, framework, draft)
            if entry is None:
                continue
            known = insert(listed, before, entry)
        before = known
        for field in _OF_INDICATOR:
            draft.put(record(known), field, row.cells.get(field.label), what)


def _entry(row: FilledRow, framework: Framework, draft: Draft) -> Tree | None:
    """A new entry about the indicator that the row names."""
    on = row.cells.get(ON.label)
    if on is None or on.text not in _choices(framework):
        place = on or next(cell for cell in row.cells.values() if cell.text)
        known = ", ".join(_choices(framework))
        draft.problems.append(Problem("form-choice", place.source, on.text if on else "", {"known": known}))
        return None
    number, name = on.text.split(" ", maxsplit=1)
    entry: Tree = {"name": name, "number": number}
    draft.remember(entry, ("name",), on.source)
    return entry
