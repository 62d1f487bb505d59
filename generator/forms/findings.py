"""จุดที่ต้องยืนยัน: what does not agree, to be answered with a reason and a name."""

from generator import findings
from generator.findings import Finding
from generator.forms import fields
from generator.forms.draft import Draft, Drafts, at, entries, insert, kept, record, remove
from generator.forms.fields import Field
from generator.forms.sheets import Filled, FilledRow, Material, Row, Sheet, Tree
from generator.model import AcknowledgementState
from generator.reader.rewrite import Kept, Node
from generator.thai import without_spaces

FILE = "acknowledged.yml"
CODE = fields.line("code", "รหัส", width=20)
YEAR = fields.line("fiscal_year", "ปี", width=8)
WHAT = fields.lines("what", "สิ่งที่ไม่ตรงกัน", width=60)
ABOUT = fields.line("about", "ตัวชี้วัด/ข้อ", width=12)
VALUES = fields.lines("values", "ค่าที่พบ", width=24)
STATE = fields.choice(
    "state",
    "ผลการตรวจ",
    {
        AcknowledgementState.WAITING.value: "รอตรวจสอบ",
        AcknowledgementState.CONFIRMED.value: "ยืนยันแล้ว",
        AcknowledgementState.CORRECTED.value: "แก้ไขแล้ว",
    },
    width=14,
)
REASON = fields.line("reason", "เหตุผล", "ตรวจกับอะไร พบว่าอย่างไร", 44)
BY = fields.line("by", "ผู้ตรวจ", "ชื่อหรือตำแหน่ง", 20)
DATE = fields.day("date", "วันที่ตรวจ")
DOCUMENT = fields.line("document", "เอกสารที่แก้ไข", "เมื่อผลการตรวจคือ แก้ไขแล้ว", 26)
_ANSWER = (STATE, REASON, BY, DATE, DOCUMENT)
_NAMING = (CODE, YEAR, ABOUT, VALUES)
COLUMNS = (CODE, YEAR, ABOUT, WHAT, VALUES, *_ANSWER)
_LOCKED = frozenset(column.label for column in (*_NAMING, WHAT))
_STOPS = "หยุดการเผยแพร่จนกว่าจะตอบ: "


def sheet(material: Material) -> Sheet:
    known = entries(material.trees.get(FILE, {}), "acknowledged")
    listed = [*known, *map(_asked, _open(material))]
    rows = tuple(Row(_shown(one, material), _LOCKED) for one in listed)
    told = (
        "จุดที่ข้อมูลในเอกสารไม่ตรงกัน ตรวจกับต้นฉบับแล้วใส่ผลการตรวจ เหตุผล ผู้ตรวจ และวันที่",
        "คำตอบหนึ่งใช้กับค่าที่พบในแถวนั้นเท่านั้น เมื่อค่าเปลี่ยนต้องตรวจใหม่ ถอนคำตอบ: ล้างช่องผลการตรวจ เหตุผล ผู้ตรวจ และวันที่",
        *(() if rows else ("ไม่มีจุดที่ต้องยืนยัน",)),
    )
    return Sheet("จุดที่ต้องยืนยัน", told, (), COLUMNS, rows)


def _open(material: Material) -> list[Finding]:
    return [one for one in material.findings if one.acknowledgement is None and one.values]


def _asked(one: Finding) -> Tree:
    """A finding as the acknowledgement that is still to be written."""
    entry: Tree = {"code": one.code, "fiscal_year": str(one.fiscal_year)}
    if one.indicator is not None:
        entry["indicator"] = str(one.indicator)
    if one.contradiction.item is not None:
        entry["item"] = one.contradiction.item
    values: list[Node] = list(dict.fromkeys(value.value for value in one.values))
    return {**entry, "values": values}


def _about(one: Tree) -> str:
    return str(one.get("item") or one.get("indicator") or "")


def _values(one: Tree) -> str:
    values = one.get("values")
    return "\n".join(str(value) for value in values) if isinstance(values, list) else ""


def _identity(one: Tree) -> tuple[str, ...]:
    values = sorted(without_spaces(value) for value in _values(one).splitlines())
    return (str(one.get("code")), str(one.get("fiscal_year")), _about(one), *values)


def _shown(one: Tree, material: Material) -> dict[str, str]:
    told = next((finding for finding in material.findings if _identity(_asked(finding)) == _identity(one)), None)
    stops = _STOPS if told is not None and told.holds else ""
    return {
        CODE.label: str(one.get("code", "")),
        YEAR.label: str(one.get("fiscal_year", "")),
        ABOUT.label: _about(one),
        WHAT.label: stops + findings.message(told) if told else "",
        VALUES.label: _values(one),
        **{column.label: column.show(at(one, column.path)) for column in _ANSWER},
    }


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes acknowledged.yml say what was answered."""
    draft = drafts.of(FILE)
    asked = {_identity(entry): entry for entry in map(_asked, _open(material))}
    known = {_identity(record(one)): one for one in (kept(draft.tree, "acknowledged") if draft.was else ())}
    for row in filled.rows:
        identity = _of_row(row)
        answered = [cell for column in _ANSWER if (cell := row.cells.get(column.label)) and cell.text]
        what = f"{row.text(CODE.label)} ปี {row.text(YEAR.label)} {row.text(ABOUT.label)}".strip()
        if identity in known:
            _merge_known(known[identity], row, what, draft)
        elif answered:
            entry = asked.get(identity) or _named(row)
            insert(kept(draft.tree, "acknowledged"), None, entry)
            for column in _NAMING:
                if column.label in row.cells:
                    draft.remember(entry, column.path, row.cells[column.label].source)
            _put(entry, row, what, draft)


def _of_row(row: FilledRow) -> tuple[str, ...]:
    return _identity(_named(row))


def _named(row: FilledRow) -> Tree:
    """The finding that a row names."""
    about = row.text(ABOUT.label).strip()
    entry: Tree = {"code": row.text(CODE.label).strip(), "fiscal_year": row.text(YEAR.label).strip()}
    if about:
        entry["item" if about.startswith("O") else "indicator"] = about
    values: list[Node] = [one.strip() for one in row.text(VALUES.label).splitlines() if one.strip()]
    return {**entry, "values": values}


def _put(entry: Tree, row: FilledRow, what: str, draft: Draft) -> None:
    for column in _ANSWER:
        draft.put(entry, column, row.cells.get(column.label), what)


def _merge_known(one: Kept, row: FilledRow, what: str, draft: Draft) -> None:
    wanted: tuple[Field, ...] = (STATE, REASON, BY, DATE)
    if not any(row.text(column.label) for column in wanted):
        draft.taken(row.cells[CODE.label].source, what, "คำตอบ", REASON.show(record(one).get("reason")))
        remove(kept(draft.tree, "acknowledged"), one)
        return
    draft.remember(record(one), (), row.cells[CODE.label].source)
    _put(record(one), row, what, draft)
