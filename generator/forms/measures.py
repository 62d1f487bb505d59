"""มาตรการปี N: what the agency undertakes, as the table of its document."""

from generator import thai
from generator.forms import fields
from generator.forms.draft import Change, Draft, Drafts, at, entries, insert, kept, record, remove
from generator.forms.fields import DITTO, Field, is_ditto
from generator.forms.sheets import Filled, FilledRow, Line, Material, Row, Sheet, Tree
from generator.grids import Cell
from generator.model import Cell as MergedCell
from generator.model import Held
from generator.problems import Problem
from generator.reader.rewrite import Kept, Node

NO = fields.number("no", "เลขที่", "เลขเดิมตลอดไป เป็นที่อยู่ของหน้า measures/<ปี>/<เลขที่>/")
TITLE = fields.line("title", "มาตรการ", "ชื่อมาตรการ/โครงการ/กิจกรรม", 40)
SUBJECT = fields.line("subject", "หัวข้อในตาราง", "ข้อความในช่อง “ตัวชี้วัด” หรือ “ประเด็น” ของตาราง (ถ้ามี)", 26)
INDICATORS = fields.numbers("indicators", "ตัวชี้วัดที่", "เลขตัวชี้วัด 1–10 ที่มาตรการนี้แก้ เช่น 4, 7")
ANALYSIS = fields.lines("analysis", "ผลการวิเคราะห์", "เหตุที่ต้องมีมาตรการนี้")
STEPS = fields.lines("steps", "ขั้นตอน/วิธีการ", "ขึ้นบรรทัดใหม่ด้วย Alt+Enter ขั้นละบรรทัด", 52)
RESPONSIBLE = fields.responsible("responsible", "ผู้รับผิดชอบ")
PERIOD = fields.line("period", "ระยะเวลา", "เดือนปีแรก - เดือนปีสุดท้าย หรือ ตลอดปีงบประมาณ", 24)
FOLLOW_UP = fields.lines("follow_up", "การติดตามผล", "วิธีและรอบการติดตาม", 30)

COLUMNS = (NO, SUBJECT, TITLE, INDICATORS, ANALYSIS, STEPS, RESPONSIBLE, PERIOD, FOLLOW_UP)
# What each column of a document's table is called in the file.
_HELD = {
    SUBJECT.label: Held.SUBJECT,
    TITLE.label: Held.TITLE,
    ANALYSIS.label: Held.ANALYSIS,
    STEPS.label: Held.STEPS,
    RESPONSIBLE.label: Held.RESPONSIBLE,
    PERIOD.label: Held.PERIOD,
    FOLLOW_UP.label: Held.FOLLOW_UP,
}
# The columns whose cells a table may merge over rows.
MERGED = (Held.RESPONSIBLE, Held.PERIOD, Held.FOLLOW_UP)
_MERGED = {
    RESPONSIBLE.label: MergedCell.RESPONSIBLE,
    PERIOD.label: MergedCell.PERIOD,
    FOLLOW_UP.label: MergedCell.FOLLOW_UP,
}

DOCUMENT = fields.lines("title", "ชื่อเอกสารตามที่พิมพ์บนปก", "เอกสารมาตรการฉบับทางการ (ถ้ามี) ขึ้นบรรทัดใหม่ด้วย Alt+Enter")
NUMBER = fields.line("number", "ที่ (เลขที่หนังสือ)", "เช่น ศก 57801/123 (ถ้ามี)")
DATE = fields.day("date", "ลงวันที่")
ITEM = fields.line("item", "เอกสารนี้ตอบ OIT ข้อ", "เลขข้อ เช่น O ตามด้วยเลข")
INFERRED = fields.lines("item_inferred", "เหตุที่ตอบข้อนั้น", "ใส่เมื่อเอกสารไม่ได้พิมพ์เลขข้อไว้")
_DOCUMENT = (DOCUMENT, NUMBER, DATE, ITEM, INFERRED)

HEADING = fields.lines("title", "หัวเรื่องของมาตรการ", "ตามเอกสาร หากว่างใช้ชื่อตามเกณฑ์")
PART_NUMBER = fields.line("number", "เลขหัวข้อเหนือตาราง", "เช่น ๔.")
PART_TITLE = fields.line("title", "ชื่อหัวข้อเหนือตาราง", "ตามเอกสาร (ถ้ามี)", 40)
PART_TEXT = fields.lines("text", "ข้อความเหนือตาราง", "ตามเอกสาร (ถ้ามี)")
_PART = (PART_NUMBER, PART_TITLE, PART_TEXT)
HEADED = "หัวคอลัมน์ตามเอกสาร"
_ALL = "ทั้งรายการ"


def file(material: Material) -> str:
    return f"{material.year}/measures.yml"


def documents(material: Material) -> str:
    return f"{material.year}/documents.yml"


def sheet(material: Material) -> Sheet:
    tree = material.trees.get(file(material), {})
    paper = _paper(material.trees.get(documents(material), {})) or {}
    part = _first_part(tree) or {}
    lines = (
        *(Line(one, one.show(at(paper, one.path))) for one in _DOCUMENT),
        Line(HEADING, HEADING.show(tree.get("title"))),
        *(Line(one, one.show(at(part, one.path))) for one in _PART),
    )
    headings = {NO.label: HEADED, **{label: _heading(tree, held) for label, held in _HELD.items()}}
    rows = [Row(headings, frozenset({NO.label, INDICATORS.label}))]
    rows += [Row(_shown(one), frozenset({NO.label})) for one in entries(tree, "measures")]
    before = material.year.before()
    return Sheet(
        f"มาตรการปี {material.year}",
        (
            f"มาตรการที่ดำเนินการในปี {material.year} ตามผลคะแนนปี {before} แถวละหนึ่งมาตรการ",
            f"ช่องที่เอกสารรวมกับแถวบน (ผู้รับผิดชอบ ระยะเวลา การติดตามผล) ใส่ {DITTO}",
            f"แถว “{HEADED}” ใส่หัวคอลัมน์ที่พิมพ์ในตารางของหน่วยงาน คอลัมน์ที่เอกสารไม่มีให้เว้นว่าง",
            "ลบมาตรการ: ล้างทุกช่องในแถวนั้น ยกเว้นเลขที่",
        ),
        lines,
        COLUMNS,
        tuple(rows),
        example={
            NO.label: "1",
            SUBJECT.label: "4. การใช้ทรัพย์สินของราชการ",
            TITLE.label: "จัดทำคู่มือการยืมทรัพย์สินของราชการ",
            INDICATORS.label: "4",
            ANALYSIS.label: "บุคลากรยังไม่ทราบขั้นตอนการยืม",
            STEPS.label: "1. จัดทำคู่มือ\n2. แจ้งเวียนให้บุคลากรทราบ",
            RESPONSIBLE.label: "งานพัสดุ กองคลัง",
            PERIOD.label: f"ตุลาคม {before} - กันยายน {material.year}",
            FOLLOW_UP.label: "รายงานทุก 6 เดือน",
        },
        spare=15,
    )


def _shown(one: Tree) -> dict[str, str]:
    shown = {column.label: column.show(at(one, column.path)) for column in COLUMNS}
    merged = one.get("merged")
    for label, cell in _MERGED.items():
        if isinstance(merged, list) and cell.value in merged:
            shown[label] = DITTO
    return shown


def _heading(tree: Tree, held: Held) -> str:
    found = (one for one in entries(tree, "columns") if one.get("holds") == held.value)
    return str(next(found, {}).get("heading", ""))


def _paper(tree: Tree) -> Tree | None:
    """The first document of measures."""
    return next((one for one in entries(tree, "documents") if one.get("kind") == "measures"), None)


def _first_part(tree: Tree) -> Tree | None:
    return next(iter(entries(tree, "introduction")), None)


# --- read back


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes measures.yml say what the table says, and documents.yml what stands above it about the document."""
    draft = drafts.of(file(material))
    draft.put(draft.tree, HEADING, filled.lines.get(HEADING.label))
    part = _first_part(draft.tree)
    if part is None and any(filled.lines[one.label].text for one in _PART if one.label in filled.lines):
        part = record(insert(kept(draft.tree, "introduction"), None, {}))
    if part is not None:
        for one in _PART:
            draft.put(part, one, filled.lines.get(one.label), "เหนือตาราง")
    for row in filled.rows:
        if row.text(NO.label) == HEADED:
            _merge_headings(row, draft)
    _merge_measures([row for row in filled.rows if row.text(NO.label) != HEADED], draft)
    _merge_document(filled, material, drafts)


def _merge_document(filled: Filled, material: Material, drafts: Drafts) -> None:
    draft = drafts.of(documents(material))
    paper = _paper(draft.tree)
    if paper is None:
        given = [cell for one in _DOCUMENT if (cell := filled.lines.get(one.label)) and cell.text]
        if not given:
            return
        if not filled.lines[DOCUMENT.label].text:
            draft.problems.append(Problem("form-document-title", given[0].source, given[0].text))
            return
        before = material.year.before()
        holds = {"scores": before, "analysis": before, "measures": material.year}
        contains: list[Node] = [
            {"record": name, "year": str(year)}
            for name, year in holds.items()
            if drafts.says_something(f"{year}/{name}.yml")
        ]
        paper = {"kind": "measures", **({"contains": contains} if contains else {})}
        insert(kept(draft.tree, "documents"), None, paper)
    for one in _DOCUMENT:
        draft.put(paper, one, filled.lines.get(one.label), "เอกสารฉบับทางการ")
    if "item" in paper:
        paper.setdefault("ita_year", str(material.year))


def _merge_headings(row: FilledRow, draft: Draft) -> None:
    """The headings of the document's table, in the order of the form where they are new."""
    given = {label: cell for label, cell in row.cells.items() if label in _HELD}
    if not any(cell.text for cell in given.values()) and "columns" not in draft.tree:
        return
    listed = kept(draft.tree, "columns")
    before: Kept | None = None
    for label, held in _HELD.items():
        cell = given.get(label)
        known = next((one for one in listed if record(one).get("holds") == held.value), None)
        if cell is not None and known is None and cell.text:
            entry: Tree = {"holds": held.value, "heading": " ".join(cell.text.split())}
            known = insert(listed, before, entry)
            draft.remember(entry, ("heading",), cell.source)
            draft.changes.append(Change(cell.source, HEADED, label, "", cell.text))
        elif cell is not None and known is not None and not cell.text:
            draft.taken(cell.source, HEADED, label, str(record(known).get("heading", "")))
            remove(listed, known)
            known = None
        elif cell is not None and known is not None:
            draft.put(record(known), fields.line("heading", label), cell, HEADED)
        before = known or before


def _merge_measures(rows: list[FilledRow], draft: Draft) -> None:
    if not rows and "measures" not in draft.tree:
        return
    listed = kept(draft.tree, "measures")
    before: Kept | None = None
    for row in rows:
        no = thai.to_arabic(row.text(NO.label).strip())
        said = [cell for label, cell in row.cells.items() if label != NO.label and cell.text]
        known = next((one for one in listed if thai.to_arabic(str(record(one).get("no", ""))) == no), None)
        if known is not None and not said:
            draft.taken(row.cells[NO.label].source, f"มาตรการที่ {no}", _ALL, str(record(known).get("title", "")))
            remove(listed, known)
        elif said and not no:
            draft.problems.append(Problem("form-measure-number", said[0].source, thai.shortened(said[0].text)))
        elif said:
            before = known = known or insert(listed, before, {})
            _merge_measure(record(known), row, f"มาตรการที่ {no}", draft)


def _merge_measure(node: Tree, row: FilledRow, what: str, draft: Draft) -> None:
    for column in COLUMNS:
        cell = row.cells.get(column.label)
        if cell is not None and column.label in _MERGED and not _merge_cell(node, column, cell, what, draft):
            continue
        draft.put(node, column, cell, what)


def _merge_cell(node: Tree, column: Field, cell: Cell, what: str, draft: Draft) -> bool:
    """Whether a cell stands for itself. One that is one with the cell above is named among the `merged`."""
    name = _MERGED[column.label].value
    listed = node.get("merged")
    merged: list[Node] = list(listed) if isinstance(listed, list) else []
    was, now = name in merged, is_ditto(cell.text) or cell.inherited
    if cell.inherited and not was:
        draft.told.append(Problem("cell-inherited", cell.source, thai.shortened(cell.text), {"column": column.label}))
    if now and not was:
        draft.changes.append(Change(cell.source, what, column.label, column.show(at(node, column.path)), DITTO))
        node.pop(column.path[0], None)
        node["merged"] = [*merged, name]
    elif was and not now:
        rest: list[Node] = [one for one in merged if one != name]
        node["merged"] = rest
        if not cell.text:
            draft.taken(cell.source, what, column.label, DITTO)
    draft.remember(node, column.path, cell.source)
    return not now
