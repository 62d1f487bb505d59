"""รายการ OIT ตามคู่มือ: the year's list of items as the official handbook has it, pasted by hand."""

from generator import thai
from generator.forms import fields
from generator.forms.disclosure import code_of
from generator.forms.draft import Change, Draft, Drafts, entries, insert, kept, record, remove
from generator.forms.sheets import Filled, FilledRow, Line, Material, Row, Sheet, Tree
from generator.model import Confidence
from generator.problems import Problem
from generator.reader.rewrite import Kept, Node

CODE = fields.line("code", "ข้อ", "เช่น O1", 8)
TITLE = fields.line("title", "ชื่อข้อตามคู่มือ", width=44)
COMPONENTS = fields.lines("components", "องค์ประกอบด้านข้อมูล", "ข้อละบรรทัด หรือข้อละแถวใต้เลขข้อ", 60)
GROUP = fields.line("sub_indicator", "ตัวชี้วัดย่อย", "เช่น 9.1", 12)
COLUMNS = (CODE, TITLE, COMPONENTS, GROUP)
CHECKED = fields.flag("checked", "เทียบกับคู่มือครบทุกข้อแล้ว", "ใส่ ใช่ เมื่อตรวจครบ หน้าเว็บจะไม่ขึ้นว่าเป็นฉบับร่าง")
HANDBOOK = fields.line("handbook", "ชื่อคู่มือที่ใช้เทียบ", "ชื่อคู่มือ ปี และวันที่เผยแพร่", 44)


def file(material: Material) -> str:
    """Beside the agencies' folders: the rules are the site's."""
    return f"../frameworks/{material.year}.yml"


def sheet(material: Material) -> Sheet:
    rows = tuple(
        Row({
            CODE.label: str(one.get("code", "")),
            TITLE.label: str(one.get("title", "")),
            COMPONENTS.label: "\n".join(_names(one)),
            GROUP.label: str(one.get("sub_indicator", "")),
        })
        for one in entries(material.rules, "items")
    )  # fmt: skip
    draft = material.framework.draft
    told = (
        f"วางเลขข้อ ชื่อข้อ และองค์ประกอบด้านข้อมูลจากคู่มือ ITA ปี {material.year} ทับรายการนี้",
        "การนำเข้าจะแสดงทุกจุดที่ต่างจากรายการในระบบ ก่อนบันทึก",
        f"รายการในระบบขณะนี้{'เป็นฉบับร่าง' if draft else 'เทียบกับคู่มือแล้ว'}: {material.framework.standing}",
    )
    lines = (Line(CHECKED, "" if draft else fields.YES), Line(HANDBOOK, ""))
    return Sheet("รายการ OIT ตามคู่มือ", told, lines, COLUMNS, rows, spare=20)


def _names(one: Tree) -> list[str]:
    listed = one.get("components")
    return [_name(component) for component in listed] if isinstance(listed, list) else []


def _name(component: Node | Kept) -> str:
    value = component.value if isinstance(component, Kept) else component
    return str(value.get("name", "")) if isinstance(value, dict) else str(value)


# --- read back


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes the site's own framework say what the list says."""
    draft = drafts.of(file(material))
    joined = _joined(filled.rows, draft)
    items = kept(draft.tree, "items")
    before: Kept | None = None
    for code, rows in joined.items():
        known = next((one for one in items if record(one).get("code") == code), None)
        if known is None:
            known = insert(items, before, _new(code, before))
            draft.remember(record(known), ("code",), rows[0].cells[CODE.label].source)
            draft.changes.append(Change(rows[0].cells[CODE.label].source, code, "ข้อใหม่", "", rows[0].text(TITLE.label)))
        before = known
        _merge_item(record(known), rows, code, draft)
    for one in [one for one in items if record(one).get("code") not in joined] if joined else ():
        place = filled.rows[0].cells[CODE.label].source
        draft.taken(place, str(record(one).get("code")), "ไม่มีในรายการที่วาง", str(record(one).get("title", "")))
        remove(items, one)
    _merge_standing(filled, material, draft)


def _joined(rows: tuple[FilledRow, ...], draft: Draft) -> dict[str, list[FilledRow]]:
    """The rows by item: a row without a number goes on with the components of the one above."""
    joined: dict[str, list[FilledRow]] = {}
    code = ""
    for row in rows:
        named = row.text(CODE.label).strip()
        code = code_of(named) if named else code
        if not code:
            cell = next(cell for cell in row.cells.values() if cell.text)
            draft.problems.append(
                Problem("form-item-unknown", cell.source, thai.shortened(cell.text), {"known": "O1, …"})
            )
        elif named and code in joined:
            cell = row.cells[CODE.label]
            draft.problems.append(Problem("form-item-twice", cell.source, named, {"column": CODE.label}))
        else:
            joined.setdefault(code, []).append(row)
    return joined


def _new(code: str, before: Kept | None) -> Tree:
    """A new item stands in the group of the one before it until the sheet says otherwise."""
    group = record(before).get("sub_indicator", "9.1") if before else "9.1"
    return {"code": code, "sub_indicator": group, "confidence": Confidence.CONFIRMED.value}


def _merge_item(node: Tree, rows: list[FilledRow], code: str, draft: Draft) -> None:
    for column in (TITLE, GROUP):
        if rows[0].text(column.label):
            draft.put(node, column, rows[0].cells.get(column.label), code)
    names = [line.strip() for row in rows for line in row.text(COMPONENTS.label).splitlines() if line.strip()]
    was = _names(node)
    if [" ".join(name.split()) for name in names] == [" ".join(name.split()) for name in was]:
        return
    cell = rows[0].cells[COMPONENTS.label]
    listed = node.get("components")
    known = {_name(one): number for number, one in enumerate(listed)} if isinstance(listed, list) else {}
    if names:
        # a component that stays keeps what is known of it beside its name
        node["components"] = [_component(name, known, listed) for name in names]
        node["components_confidence"] = Confidence.CONFIRMED.value
    else:
        node.pop("components", None)
        node.pop("components_confidence", None)
    draft.remember(node, ("components",), cell.source)
    draft.changes.append(Change(cell.source, code, COMPONENTS.label, "\n".join(was), "\n".join(names)))


def _component(name: str, known: dict[str, int], listed: Node | None) -> Node:
    number = known.get(name)
    return Kept(number, listed[number]) if number is not None and isinstance(listed, list) else name


def _merge_standing(filled: Filled, material: Material, draft: Draft) -> None:
    """Whether the whole list was compared with the handbook, and with which."""
    checked, handbook = filled.lines.get(CHECKED.label), filled.lines.get(HANDBOOK.label)
    if checked is None or not checked.text or not material.framework.draft:
        return
    if handbook is None or not handbook.text:
        draft.problems.append(Problem("form-handbook", checked.source, checked.text))
        return
    draft.tree["draft"] = "false"
    draft.tree["standing"] = f"รายการข้อ OIT ปี {material.year} เทียบแล้วกับ {' '.join(handbook.text.split())}"
    draft.changes.append(Change(checked.source, "", CHECKED.label, "ฉบับร่าง", "เทียบแล้ว"))
