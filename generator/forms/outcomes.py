"""ผลตามมาตรการ: what came of the measures that the year's report is about."""

from generator import thai
from generator.forms import fields
from generator.forms.draft import Draft, Drafts, at, entries, insert, kept, record, remove
from generator.forms.fields import Field
from generator.forms.measures import NO, TITLE
from generator.forms.sheets import Filled, FilledRow, Material, Row, Sheet, Tree
from generator.model import Framework, Holding
from generator.model import Round as ProgressRound
from generator.problems import Problem
from generator.thai import FiscalYear

SIX = fields.lines("six-months", "ความก้าวหน้ารอบ 6 เดือน", "ผลถึงวันที่ 31 มีนาคม", 40)
SIX_DAY = fields.day("six-months-day", "วันที่รายงานรอบ 6 เดือน")
END = fields.lines("year-end", "ความก้าวหน้าสิ้นปี", "ผลถึงวันที่ 30 กันยายน", 40)
END_DAY = fields.day("year-end-day", "วันที่รายงานสิ้นปี")
RESULT = fields.lines("result", "สรุปผลการดำเนินการ", "สิ่งที่ทำแล้ว", 48)
OUTCOME = fields.lines("outcome", "ผลลัพธ์/ความสำเร็จ", "สิ่งที่เกิดขึ้นจากมาตรการ เช่น คะแนนที่เปลี่ยน", 48)
NOT_DONE = fields.lines("not_done", "ที่ไม่ได้ทำ และเหตุผล", "", 36)
CONTINUES = fields.flag("continues", "ทำต่อปีถัดไป")
_PLAIN = (RESULT, OUTCOME, NOT_DONE, CONTINUES)
COLUMNS = (NO, TITLE, SIX, SIX_DAY, END, END_DAY, *_PLAIN)
_ROUNDS = {ProgressRound.SIX_MONTHS: (SIX, SIX_DAY), ProgressRound.YEAR_END: (END, END_DAY)}
_REPORTED = frozenset({Holding.RESULT, Holding.OUTCOME})


def reported(framework: Framework) -> FiscalYear:
    """The year whose measures the list of items wants a report about; the year before where it does not say."""
    offsets = [
        item.acted
        for item in framework.items
        if item.acted is not None and any(_REPORTED & set(component.holds) for component in item.asked)
    ]
    return FiscalYear(framework.fiscal_year.number + (max(offsets) if offsets else -1))


def file(material: Material) -> str:
    return f"{reported(material.framework)}/measures.yml"


def sheet(material: Material) -> Sheet:
    year = reported(material.framework)
    rows = tuple(
        Row(_shown(one), frozenset({NO.label, TITLE.label}))
        for one in entries(material.trees.get(file(material), {}), "measures")
    )
    told = [f"ผลของมาตรการปี {year} แถวละหนึ่งมาตรการ เติมเมื่อดำเนินการแล้ว ระบบคำนวณสถานะจากสิ่งที่เติม"]
    if not rows:
        told.append(f"ยังไม่มีมาตรการปี {year} ในระบบ นำเข้าแบบกรอกของปี {year} ก่อน แล้วสั่งเขียนแบบกรอกใหม่")
    return Sheet(f"ผลตามมาตรการปี {year}", tuple(told), (), COLUMNS, rows)


def _shown(one: Tree) -> dict[str, str]:
    shown = {column.label: column.show(at(one, column.path)) for column in (NO, TITLE, *_PLAIN)}
    for kind, (text, day) in _ROUNDS.items():
        progress = _progress(one, kind) or {}
        shown |= {text.label: text.show(progress.get("text")), day.label: day.show(progress.get("date"))}
    return shown


def _progress(one: Tree, kind: ProgressRound) -> Tree | None:
    """The last report of a round."""
    found = [entry for entry in entries(one, "progress") if entry.get("round") == kind.value]
    return found[-1] if found else None


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes the measures of the reported year say what came of them."""
    draft = drafts.of(file(material))
    known = {thai.to_arabic(str(one.get("no", ""))): one for one in entries(draft.tree, "measures")}
    if known:
        kept(draft.tree, "measures")
    for row in filled.rows:
        no = thai.to_arabic(row.text(NO.label).strip())
        said = [cell for label, cell in row.cells.items() if label not in {NO.label, TITLE.label} and cell.text]
        if no in known:
            _merge_row(known[no], row, f"มาตรการที่ {no}", draft)
        elif said:
            details = {"known": ", ".join(known), "file": draft.file}
            draft.problems.append(
                Problem("form-measure-unknown", said[0].source, no or thai.shortened(said[0].text), details)
            )


def _merge_row(node: Tree, row: FilledRow, what: str, draft: Draft) -> None:
    for column in _PLAIN:
        draft.put(node, column, row.cells.get(column.label), what)
    for kind, (text, day) in _ROUNDS.items():
        cells = [cell for column in (text, day) if (cell := row.cells.get(column.label))]
        progress = _progress(node, kind)
        if progress is None and not any(cell.text for cell in cells):
            continue
        listed = kept(node, "progress")
        if progress is None:
            progress = record(insert(listed, None, {"round": kind.value}))
        for column, key in ((day, "date"), (text, "text")):
            draft.put(progress, _renamed(column, key), row.cells.get(column.label), what)
        if not {"date", "text"} & progress.keys():
            empty = next(one for one in listed if record(one) is progress)
            remove(listed, empty)


def _renamed(column: Field, key: str) -> Field:
    return Field((key,), column.label, column.show, column.read, column.note, column.shape, column.width)
