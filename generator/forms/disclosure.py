"""OIT ปี N: what the agency answers to each item, a row for each piece of evidence."""

from generator import thai
from generator.assess.items import DisclosedYear
from generator.forms import fields
from generator.forms.draft import Draft, Drafts, at, entries, insert, kept, record, remove
from generator.forms.sheets import Filled, FilledRow, Line, Material, Row, Sheet, Tree
from generator.grids import Cell
from generator.model import Credit, OitItem, item_code
from generator.problems import Problem
from generator.reader.rewrite import Kept
from generator.thai import NotReadable, normalise

ITEM = fields.line("item", "ข้อ", "แถวละหนึ่งหลักฐาน ข้อที่มีหลายหลักฐานใช้หลายแถว", 8)
DUTY = fields.line("duty", "รายการตามเกณฑ์", width=34)
COMPONENTS_ASKED = fields.lines("asked", "องค์ประกอบด้านข้อมูล", width=36)
UNIT = fields.line("unit", "ผู้รับผิดชอบ", "สำนัก/กอง", 20)
TITLE = fields.line("title", "ชื่อหลักฐาน", "ชื่อที่ประชาชนอ่าน", 36)
FILE = fields.line("file", "ชื่อแฟ้ม", "แฟ้มที่ส่งพร้อมแบบกรอก เช่น รายงาน.pdf", 28)
LINK = fields.line("link", "ลิงก์", "https://…", 28)
PAGE = fields.line("page", "หน้าในเว็บนี้", "เช่น contact/", 16)
YEAR = fields.number("year", "ข้อมูลของปี", "ปี พ.ศ.", 10)
UNTIL = fields.number("until", "ถึงปี", "แผนหลายปี", 8)
HALF = fields.flag("first_half", "6 เดือนแรก")
PUBLISHED = fields.day("published", "วันที่เผยแพร่")
COMPONENTS = fields.numbers("components", "ตอบองค์ประกอบที่", "เลขลำดับ เช่น 1, 3")
PAGES = fields.pages("pages", "หน้าในแฟ้ม")
WHOLE = fields.flag("whole", "ตอบทุกองค์ประกอบ")
UNSIGNED = fields.flag("draft", "ยังไม่ลงนาม")
SUMMARY = fields.lines("summary", "สาระของแฟ้มสแกน", "สำหรับผู้ที่อ่านภาพไม่ได้", 30)
NOTE = fields.line("note", "หมายเหตุ", width=20)
NOTHING = fields.day("nothing.date", "ไม่มีเหตุการณ์ ณ วันที่", "วันที่ไม่มีเหตุการณ์ที่ข้อนั้นถาม เช่น ไม่มีเรื่องร้องเรียน")
EXEMPT = fields.line("exempt", "ได้รับยกเว้นตาม", "เช่น คู่มือ หน้า 25 ข้อ 3", 22)
WAY = fields.steps("path", "เส้นทางการเข้าถึง", "เช่น หน้าหลัก → ข้อมูลสาธารณะ → ITA")
CREDIT_WORDS = {Credit.FULL.value: "ได้คะแนนเต็ม", Credit.PARTIAL.value: "ได้คะแนนบางส่วน", Credit.NONE.value: "ไม่ได้คะแนน"}
CREDIT = fields.choice("result.credit", "ผลการตรวจของผู้ประเมิน", CREDIT_WORDS)
REASON = fields.lines("result.reason", "เหตุผลของผู้ประเมิน", "", 30)
CLARIFICATION = fields.lines("result.clarification", "คำชี้แจงของหน่วยงาน", "", 30)
LESSON = fields.lines("lesson", "บทเรียนจากปีก่อน", width=40)

OF_ITEM = (UNIT, NOTHING, EXEMPT, WAY, CREDIT, REASON, CLARIFICATION)
OF_EVIDENCE = (
    TITLE, FILE, LINK, PAGE, YEAR, UNTIL, HALF, PUBLISHED, COMPONENTS, PAGES, WHOLE, UNSIGNED, SUMMARY, NOTE,
)  # fmt: skip
COLUMNS = (
    ITEM,
    DUTY,
    COMPONENTS_ASKED,
    LESSON,
    UNIT,
    *OF_EVIDENCE,
    NOTHING,
    EXEMPT,
    WAY,
    CREDIT,
    REASON,
    CLARIFICATION,
)
_TOLD = frozenset(column.label for column in (ITEM, DUTY, COMPONENTS_ASKED, LESSON))
_BELOW = frozenset(column.label for column in (DUTY, COMPONENTS_ASKED, LESSON, *OF_ITEM))
DUE = fields.day("due", "วันสุดท้ายที่หน่วยงานกำหนดส่ง", "ของหน่วยงานเอง ก่อนวันปิดระบบ")
CLICKS = fields.steps("path", "เส้นทางไปหน้ารวมข้อมูล ITA", "จากเว็บไซต์หลัก เช่น หน้าหลัก → ข้อมูลสาธารณะ")


def file(material: Material) -> str:
    return f"{material.year}/disclosure.yml"


def sheet(material: Material) -> Sheet:
    tree = material.trees.get(file(material), {})
    answers = {_code(one): one for one in entries(tree, "items")}
    lessons = _lessons(material.disclosed)
    rows = [row for item in material.framework.items for row in _rows(item, answers.get(item.code, {}), lessons)]
    year, before = material.year, material.year.before()
    told = [
        f"คำตอบรายข้อของ ITA ปี {year} ใส่หลักฐานแถวละหนึ่งชิ้น: แฟ้ม ลิงก์ หรือหน้าในเว็บไซต์นี้ อย่างใดอย่างหนึ่ง",
        "เพิ่มหลักฐานของข้อเดียวกัน: แทรกแถวใต้แถวนั้นแล้วใส่เลขข้อเดิม ผู้รับผิดชอบและช่องอื่นของข้อใส่ที่แถวแรกของข้อเท่านั้น",
        "บทวิเคราะห์ มาตรการ ช่องทางติดต่อ และช่องทางร้องเรียนที่มีในเว็บไซต์นี้นับเป็นหลักฐานให้เอง ไม่ต้องใส่",
        f"“บทเรียนจากปีก่อน” คือผลการตรวจของผู้ประเมินในปี {before} และก่อนหน้าเรื่องเดียวกัน",
    ]
    if material.begun:
        told.append(
            f"ผู้รับผิดชอบ เส้นทาง และข้อยกเว้นยกมาจากปี {before} ยังไม่ได้บันทึก โปรดตรวจทุกข้อ โดยเฉพาะข้อยกเว้นต้องเทียบกับคู่มือปี {year}"
        )
    if material.framework.draft:
        told.append(f"รายการข้อของปี {year} ในระบบเป็นฉบับร่าง โปรดเทียบกับคู่มือ แล้วใส่ที่แผ่นงาน “รายการ OIT ตามคู่มือ”")
    return Sheet(
        f"OIT ปี {year}",
        tuple(told),
        tuple(Line(one, one.show(at(tree, one.path))) for one in (DUE, CLICKS)),
        COLUMNS,
        tuple(rows),
        example={
            ITEM.label: material.framework.items[0].code,
            UNIT.label: "กองยุทธศาสตร์",
            TITLE.label: "รายงานผลการดำเนินงานประจำปี",
            FILE.label: f"รายงานประจำปี {before}.pdf",
            YEAR.label: str(before),
            PAGES.label: "1:3, 2:8",
        },
        spare=30,
    )


def _code(one: Tree) -> str:
    """The code of an answer as the framework has it: `ข้อ O 7` is O7."""
    return code_of(str(one.get("item", "")))


def code_of(text: str) -> str:
    """O7, however it is written; the text itself where it is no code."""
    try:
        return item_code(text)
    except NotReadable:
        return normalise(text)


def _lessons(year: DisclosedYear | None) -> dict[str, str]:
    """What assessors said of the same duty in earlier years, by the code of this year's item."""
    told = {}
    for one in year.items if year else ():
        parts = []
        for earlier, result in one.earlier_results:
            reason = f": {result.reason.plain}" if result.reason else ""
            parts.append(f"ปี {earlier.year} ข้อ {earlier.item.code} {CREDIT_WORDS[result.credit.value]}{reason}".strip())
        told[one.item.code] = "\n".join(parts)
    return told


def _rows(item: OitItem, answer: Tree, lessons: dict[str, str]) -> list[Row]:
    asked = "\n".join(f"{number}. {one.name}" for number, one in enumerate(item.asked, start=1))
    head = {
        ITEM.label: item.code,
        DUTY.label: item.title,
        COMPONENTS_ASKED.label: asked,
        LESSON.label: lessons.get(item.code, ""),
        **{column.label: column.show(at(answer, column.path)) for column in OF_ITEM},
    }
    given = entries(answer, "evidence")
    rows = [Row(head | _shown(given[0] if given else {}), _TOLD)]
    return rows + [Row({ITEM.label: item.code} | _shown(one), _BELOW | _TOLD) for one in given[1:]]


def _shown(evidence: Tree) -> dict[str, str]:
    return {column.label: column.show(at(evidence, column.path)) for column in OF_EVIDENCE}


# --- read back


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes disclosure.yml say what the rows say."""
    draft = drafts.of(file(material))
    for one in (DUE, CLICKS):
        draft.put(draft.tree, one, filled.lines.get(one.label))
    codes = [item.code for item in material.framework.items]
    rows: dict[str, list[FilledRow]] = {}
    for row in filled.rows:
        code = code_of(row.text(ITEM.label))
        if code in codes:
            rows.setdefault(code, []).append(row)
        elif row.text(ITEM.label) or _given(row):
            place = row.cells[ITEM.label] if row.text(ITEM.label) else _given(row)[0]
            details = {"known": f"{codes[0]}–{codes[-1]}"}
            draft.problems.append(Problem("form-item-unknown", place.source, thai.shortened(place.text), details))
    if not any(_given(row) for listed in rows.values() for row in listed) and "items" not in draft.tree:
        return
    items = kept(draft.tree, "items")
    before: Kept | None = None
    for code in codes:
        known = next((one for one in items if _code(record(one)) == code), None)
        listed = rows.get(code, [])
        if known is None and any(_given(row) for row in listed):
            known = insert(items, before, {"item": code})
            draft.remember(record(known), ("item",), listed[0].cells[ITEM.label].source)
        if known is not None and listed:
            _merge_item(record(known), listed, code, draft)
            if not any(value for key, value in record(known).items() if key != "item"):
                remove(items, known)
                known = None
        before = known or before


def _given(row: FilledRow) -> list[Cell]:
    """What a row says of its own."""
    return [cell for label, cell in row.cells.items() if label not in _TOLD and cell.text]


def _merge_item(node: Tree, rows: list[FilledRow], code: str, draft: Draft) -> None:
    for column in OF_ITEM:
        # of the first row, or of the only one that says it
        said = [row for row in rows if row.text(column.label)]
        if len(said) > 1 and len({row.text(column.label) for row in said}) > 1:
            place = said[1].cells[column.label]
            draft.problems.append(
                Problem("form-item-twice", place.source, thai.shortened(place.text), {"column": column.label})
            )
        row = said[0] if said else rows[0]
        draft.put(node, column, row.cells.get(column.label), code)
    _merge_evidence(node, rows, code, draft)


def _merge_evidence(node: Tree, rows: list[FilledRow], code: str, draft: Draft) -> None:
    labels = {column.label for column in OF_EVIDENCE}
    if not any(row.text(label) for row in rows for label in labels) and "evidence" not in node:
        return
    listed = kept(node, "evidence")
    free = list(listed)
    matched = [_same(row, free) for row in rows]
    unmatched = [row for row, known in zip(rows, matched, strict=True) if known is None]
    if len(unmatched) == len(free):  # as many new as missing: they were changed
        matched = [known or free.pop(0) for known in matched]
    before: Kept | None = None
    for row, known in zip(rows, matched, strict=True):
        said = any(row.text(label) for label in labels)
        if known is not None and not said:
            draft.taken(row.cells[ITEM.label].source, code, "หลักฐาน", str(record(known).get("title", "")))
            remove(listed, known)
        elif said:
            before = one = known or insert(listed, before, {})
            for column in OF_EVIDENCE:
                draft.put(record(one), column, row.cells.get(column.label), code)


def _same(row: FilledRow, free: list[Kept]) -> Kept | None:
    """The evidence of the file with the same file, link or page, and title; it is not free any more."""
    for one in free:
        node = record(one)
        if all(column.same(row.text(column.label), node.get(column.path[0])) for column in (FILE, LINK, PAGE, TITLE)):
            free[:] = [other for other in free if other is not one]
            return one
    return None
