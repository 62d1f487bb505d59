"""ผลคะแนนปี N−1: the result of the year before, as ITA reported it."""

from decimal import Decimal

from generator.forms import fields
from generator.forms.draft import Draft, Drafts, at
from generator.forms.fields import Field
from generator.forms.sheets import Filled, Line, Material, Row, Sheet, Tree
from generator.model import Framework
from generator.problems import Problem

NUMBER, NAME, INSTRUMENT = "ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "แบบวัด"
SCORE = fields.score("score", "คะแนน", "ตามที่พิมพ์ไว้ เช่น 88.53 ใช้เลขไทยก็ได้")
OVERALL = fields.score("overall", "คะแนนรวม", "คะแนนภาพรวมของหน่วยงาน")


def file(material: Material) -> str:
    return f"{material.year.before()}/scores.yml"


def _grade(framework: Framework) -> Field:
    labels = tuple(dict.fromkeys(grade.label for grade in framework.grades))
    return fields.line("grade", "ระดับ", "ระดับผลการประเมินตามประกาศ", choices=labels)


def _instruments(framework: Framework) -> tuple[Field, ...]:
    return tuple(
        fields.score(f"instruments.{one.code}", f"คะแนน {one.code}", f"{one.name} (ถ้ามีในประกาศ)")
        for one in framework.instruments
    )


def columns() -> tuple[Field, ...]:
    return (
        fields.line("number", NUMBER, width=12),
        fields.line("name", NAME, width=34),
        fields.line("instrument", INSTRUMENT, width=12),
        SCORE,
    )


def sheet(material: Material) -> Sheet:
    tree, framework = material.trees.get(file(material), {}), material.assessed
    several = "places" in tree
    lines = (OVERALL, _grade(framework), *_instruments(framework))
    rows = tuple(
        Row(
            {
                NUMBER: str(one.number),
                NAME: one.name,
                INSTRUMENT: one.instrument,
                SCORE.label: _shown(material, tree, f"indicators.{one.number}", str(one.number)),
            },
            frozenset({NUMBER, NAME, INSTRUMENT, *([SCORE.label] if several else ())}),
        )
        for one in framework.indicators
    )
    told: tuple[str, ...] = (
        f"ใส่คะแนนปี {material.year.before()} ตามประกาศหรือระบบ ITAS ให้ตรงทุกตำแหน่ง",
        "ระบบคำนวณคะแนนรวมซ้ำให้เองและบอกเมื่อไม่ตรงกัน",
        "ตัวชี้วัดที่ไม่มีคะแนนให้เว้นว่าง ไม่ใส่ 0",
    )
    if several:
        told = (
            f"คะแนนปี {material.year.before()} บันทึกไว้แล้วหลายแห่งตามเอกสาร จึงแก้ในแบบกรอกนี้ไม่ได้ ให้แก้ในแฟ้ม {file(material)}",
        )
    return Sheet(
        f"ผลคะแนนปี {material.year.before()}",
        told,
        tuple(Line(one, _shown(material, tree, ".".join(one.path), one.path[-1]), locked=several) for one in lines),
        columns(),
        rows,
    )


def _shown(material: Material, tree: Tree, path: str, datum: str) -> str:
    """What the file says at the head of it; of several places, the value that figures use."""
    if "places" in tree:
        return material.result.settled(datum).text if material.result else ""
    value = at(tree, tuple(path.split(".")))
    return value if isinstance(value, str) else ""


def merge(filled: Filled, material: Material, drafts: Drafts) -> None:
    """Makes scores.yml say what the sheet says."""
    framework, draft = material.assessed, drafts.of(file(material))
    if "places" in draft.tree:
        _refuse_changes(filled, material, draft)
        return
    for one in (OVERALL, _grade(framework), *_instruments(framework)):
        draft.put(draft.tree, one, filled.lines.get(one.label))
    known = {str(one.number): one for one in framework.indicators}
    for row in filled.rows:
        number = row.text(NUMBER)
        if number in known:
            score = fields.score(f"indicators.{number}", SCORE.label)
            draft.put(draft.tree, score, row.cells.get(SCORE.label), known[number].label)
        elif not row.blank:
            cell = row.cells[NUMBER]
            draft.problems.append(
                Problem("form-row-unknown", cell.source, number, {"known": f"1–{max(map(Decimal, known))}"})
            )


def _refuse_changes(filled: Filled, material: Material, draft: Draft) -> None:
    """Nobody can say which of several places a changed cell is about."""
    shown = sheet(material)
    cells = [(line.field, filled.lines.get(line.field.label), line.shown) for line in shown.lines]
    scores = {row.text(NUMBER): row.cells.get(SCORE.label) for row in filled.rows}
    cells += [(SCORE, scores.get(row.shown[NUMBER]), row.shown[SCORE.label]) for row in shown.rows]
    for one, cell, text in cells:
        if cell is not None and not one.same(cell.text, text):
            draft.problems.append(Problem("form-several-places", cell.source, cell.text, {"file": draft.file}))
