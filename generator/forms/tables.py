"""What tables that clerks have already would change in the files: scores, measures, addresses of items."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import thai
from generator.forms import measures, scores
from generator.forms.draft import Draft, Drafts, entries, insert, kept, record
from generator.forms.fields import Field, is_ditto, line, score
from generator.forms.outcomes import OUTCOME, RESULT
from generator.forms.sheets import Tree
from generator.grids import Cell, Kind
from generator.model import Framework, Held
from generator.problems import Problem
from generator.reader.rewrite import Kept
from generator.recognise import AddressList, AgencyRow, Amount, MeasureTable, ScoreTable, TableMeasure, Who
from generator.recognise.agencies import parted
from generator.thai import FiscalYear, NotReadable

_OF_COLUMNS: dict[Held, Field] = {
    Held.SUBJECT: measures.SUBJECT,
    Held.TITLE: measures.TITLE,
    Held.ANALYSIS: measures.ANALYSIS,
    Held.STEPS: measures.STEPS,
    Held.PERIOD: measures.PERIOD,
    Held.FOLLOW_UP: measures.FOLLOW_UP,
    Held.RESULT: RESULT,
    Held.OUTCOME: OUTCOME,
}


def scores_of(table: ScoreTable, year: FiscalYear, framework: Framework, drafts: Drafts) -> None:
    """Makes the result of a year say what a table of one agency says."""
    found = {row.indicator: row.score for row in table.rows}
    _scores(_Result(found, dict(table.instruments), table.overall, table.grade), year, framework, drafts)


def scores_of_row(row: AgencyRow, year: FiscalYear, framework: Framework, drafts: Drafts) -> None:
    """Makes the result of a year say what the row of an agency says. Points out of the weight of an instrument are
    only compared: they follow from the indicators."""
    _scores(_Result(row.scores, row.instruments, row.overall, row.grade), year, framework, drafts)


def agency_of(row: AgencyRow, drafts: Drafts) -> None:
    """A new agency: who it is, as far as the row says. Its kind stands at the head of its name, if nowhere else."""
    draft = drafts.of("agency.yml")
    draft.put(draft.tree, line("name", "หน่วยงาน"), row.agency)
    kind = row.type or replace(row.agency, text=parted(row.agency.text)[0])
    draft.put(draft.tree, line("type", "ประเภท"), kind, row.agency.text)
    for cell, name, label in ((row.district, "district", "อำเภอ"), (row.province, "province", "จังหวัด")):
        draft.put(draft.tree, line(name, label), cell, row.agency.text)


@dataclass(frozen=True)
class _Result:
    found: Mapping[int, Amount]
    instruments: Mapping[str, Amount]
    overall: Amount | None
    grade: Cell | None


def _scores(result: _Result, year: FiscalYear, framework: Framework, drafts: Drafts) -> None:
    draft = drafts.of(f"{year}/scores.yml")
    if "places" in draft.tree:
        first = result.overall.cell if result.overall else next(iter(result.found.values())).cell
        draft.problems.append(Problem("form-several-places", first.source, first.text, {"file": draft.file}))
        return
    if result.overall:
        draft.put(draft.tree, scores.OVERALL, _figure(result.overall))
    if result.grade and result.grade.text:
        draft.put(draft.tree, line("grade", "ระดับ"), result.grade)
    for code, amount in result.instruments.items():
        draft.put(draft.tree, score(f"instruments.{code}", f"คะแนน {code}"), _figure(amount))
    for number, amount in sorted(result.found.items()):
        name = framework.indicator(number).label
        draft.put(draft.tree, score(f"indicators.{number}", scores.SCORE.label), _figure(amount), name)


def _figure(amount: Amount) -> Cell:
    """The cell with nothing but its figure: as printed, or as it was read where words or more decimals stand there."""
    printed = amount.cell.text.strip()
    try:
        plain = printed if thai.parse_decimal(printed) == amount.value else str(amount.value)
    except NotReadable:
        plain = str(amount.value)
    return replace(amount.cell, text=plain, kind=Kind.TEXT)


# --- measures


def measures_of(table: MeasureTable, year: FiscalYear, drafts: Drafts) -> None:
    """Adds the measures of a table to those of a year; one whose title is there already is changed."""
    draft = drafts.of(f"{year}/measures.yml")
    if "columns" not in draft.tree:
        _columns(table, draft)
    listed = kept(draft.tree, "measures")
    taken = {thai.to_arabic(str(record(one).get("no", ""))) for one in listed}
    before = listed[-1] if listed else None
    for measure in table.measures:
        title = measure.texts.get(Held.TITLE) or measure.texts.get(Held.SUBJECT)
        known = next((one for one in listed if title and _named(one) == _plain(title.text)), None)
        if known is None:
            no = _number(measure, taken)
            taken.add(no)
            before = known = insert(listed, before, {"no": no})
        _measure(known, measure, draft)


def _columns(table: MeasureTable, draft: Draft) -> None:
    """The headings of the document's table."""
    listed = kept(draft.tree, "columns")
    for column in table.columns:
        entry = insert(listed, None, {"holds": column.holds.value})
        field = {**_OF_COLUMNS, Held.RESPONSIBLE: measures.RESPONSIBLE}.get(column.holds)
        heading = line("heading", field.label if field else column.heading.text)
        draft.put(record(entry), heading, replace(column.heading, kind=Kind.TEXT), measures.HEADED)


def _named(one: Kept) -> str:
    return _plain(str(record(one).get("title") or record(one).get("subject") or ""))


def _plain(text: str) -> str:
    return thai.without_spaces(thai.normalise(text))


def _number(measure: TableMeasure, taken: set[str]) -> str:
    """The number that is printed, if it is free; else the next one."""
    digits = (
        "".join(letter for letter in thai.to_arabic(measure.number.text) if letter.isdigit()) if measure.number else ""
    )
    printed = digits.lstrip("0")
    if printed and printed not in taken:
        return printed
    known = [int(one) for one in taken if one.isdigit()]
    return str(max(known, default=0) + 1)


def _measure(one: Kept, measure: TableMeasure, draft: Draft) -> None:
    node = record(one)
    what = f"มาตรการที่ {node['no']}"
    merged = [cell.value for cell in measure.merged]
    merged += [held.value for held in measures.MERGED if held.value not in merged and is_ditto(_said(measure, held))]
    cells = list(measure.texts.values())
    draft.remember(node, ("no",), cells[0].source)
    for held, field in _OF_COLUMNS.items():
        cell = measure.texts.get(held)
        if cell and cell.text and held.value not in merged:
            draft.put(node, field, cell, what)
    if measure.responsible and Held.RESPONSIBLE.value not in merged:
        _responsible(node, measure.responsible, what, draft)
    if measure.indicators:
        numbers = ", ".join(map(str, measure.indicators))
        cell = measure.texts.get(Held.SUBJECT, cells[0])
        draft.put(node, measures.INDICATORS, replace(cell, text=numbers, kind=Kind.TEXT), what)
    if measure.sub_indicators:
        node["sub_indicators"] = list(measure.sub_indicators)
    if merged and "merged" not in node:
        node["merged"] = list(merged)


def _said(measure: TableMeasure, held: Held) -> str:
    if held is Held.RESPONSIBLE:
        return "\n".join(one.cell.text for one in measure.responsible)
    cell = measure.texts.get(held)
    return cell.text if cell else ""


def _responsible(node: Tree, who: tuple[Who, ...], what: str, draft: Draft) -> None:
    """Units and posts as the table tells them apart, where the file does not yet."""
    new = "responsible" not in node
    text = "\n".join(one.cell.text for one in who)
    draft.put(node, measures.RESPONSIBLE, replace(who[0].cell, text=text, kind=Kind.TEXT), what)
    if new:
        node["responsible"] = [{"post" if one.post else "unit": one.cell.text} for one in who]


# --- addresses


def addresses_of(table: AddressList, year: FiscalYear, framework: Framework, drafts: Drafts) -> None:
    """Adds a link to the answer of each item, unless it is there."""
    draft = drafts.of(f"{year}/disclosure.yml")
    codes = [item.code for item in framework.items]
    listed = kept(draft.tree, "items")
    for entry in sorted(table.entries, key=lambda one: codes.index(one.item) if one.item in codes else len(codes)):
        if entry.item not in codes:
            continue
        known = next((one for one in listed if record(one).get("item") == entry.item), None)
        if known is None:
            earlier = [one for one in listed if _at(one, codes) < codes.index(entry.item)]
            known = insert(listed, earlier[-1], {"item": entry.item}) if earlier else _first(listed, entry.item)
        node = record(known)
        if any(one.get("link") == entry.address.text for one in entries(node, "evidence")):
            continue
        evidence = record(insert(kept(node, "evidence"), None, {}))
        draft.put(evidence, line("link", "ลิงก์"), entry.address, entry.item)
        duty = framework.item(entry.item).title
        title = entry.title or entry.address
        text = entry.title.text if entry.title and entry.title.text else duty
        draft.put(evidence, line("title", "ชื่อหลักฐาน"), replace(title, text=text, kind=Kind.TEXT), entry.item)


def _at(one: Kept, codes: list[str]) -> int:
    code = str(record(one).get("item", ""))
    return codes.index(code) if code in codes else len(codes)


def _first(listed: list[Kept], code: str) -> Kept:
    new = Kept(-1, {"item": code})
    listed.insert(0, new)
    return new
