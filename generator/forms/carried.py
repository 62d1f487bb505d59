"""What of last year's answers begins this year's: who answers, the clicks that lead there, an exemption. Never
evidence, days or results."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.forms.sheets import Material, Tree
from generator.model import AgencyYear, Disclosure, Disclosures, Framework, Measure
from generator.reader.rewrite import rewritten
from generator.thai import FiscalYear, to_arabic

DISCLOSURE = "disclosure.yml"
_COMMENT = """\
# จุดเริ่มต้นของปี {year} ยกมาจากปี {before}: ผู้รับผิดชอบ เส้นทางการคลิก และข้อยกเว้น ของข้อที่เป็นเรื่องเดียวกัน
# โปรดตรวจทุกข้อ โดยเฉพาะข้อยกเว้น (exempt) ต้องเทียบกับคู่มือปี {year} แล้วเติมหลักฐาน (evidence) ของปีนี้
"""


@dataclass(frozen=True)
class Carried:
    """`tree` is what the file begins with, empty where nothing carries over, under the `comment`; `items` are what it
    holds, each by its new code with the one it had, `exempt` those of them with an exemption. The others stayed behind:
    `changed` asks for something else now, `ended` is asked for no more, `dated` has a way that names the year, "" that
    of the whole list."""

    tree: Tree = field(default_factory=dict)
    comment: str = ""
    items: tuple[tuple[str, str], ...] = ()
    exempt: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    ended: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()

    @property
    def content(self) -> bytes | None:
        """The file; None where nothing carries over."""
        return rewritten(b"", DISCLOSURE, self.tree, Disclosures, self.comment) if self.tree else None


@dataclass
class _Lists:
    items: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    changed: list[tuple[str, str]] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    dated: list[str] = field(default_factory=list)


def carried(before: AgencyYear, framework: Framework) -> Carried:
    """What begins the answers to the items of `framework`, from those of the year before."""
    year, last = framework.fiscal_year, before.fiscal_year
    heirs = _heirs(framework)
    lists = _Lists()
    for one in before.disclosed():
        parts = dict(_parts(one, last))
        if one.path and "path" not in parts:
            lists.dated.append(one.item)
        if not parts:
            continue
        if one.item not in heirs:
            lists.ended.append(one.item)
        for code, comparable in heirs.get(one.item, ()):
            if comparable and code not in lists.items:
                lists.items[code] = (one.item, parts)
            else:
                lists.changed.append((one.item, code))
    ordered = [(item.code, *lists.items[item.code]) for item in framework.items if item.code in lists.items]
    way = before.disclosures.path if before.disclosures else ()
    if _names(way, last):
        lists.dated.append("")
        way = ()
    tree: Tree = {"path": [*way]} if way and ordered else {}
    if ordered:
        tree["items"] = [{"item": code, **parts} for code, _, parts in ordered]
    comment = _COMMENT.format(year=year, before=last) if ordered else ""
    pairs = tuple((code, old) for code, old, _ in ordered)
    exempt = tuple(code for code, _, parts in ordered if "exempt" in parts)
    return Carried(tree, comment, pairs, exempt, tuple(lists.changed), tuple(lists.ended), tuple(lists.dated))


def begun(material: Material) -> Material:
    """The same with what begins the answers of its year, where the agency has none yet."""
    file, before = f"{material.year}/{DISCLOSURE}", material.year.before()
    last = next((one for one in material.agency.years if one.fiscal_year == before), None)
    tree = carried(last, material.framework).tree if last and file not in material.trees else {}
    return replace(material, trees={**material.trees, file: tree}, begun=True) if tree else material


def _heirs(framework: Framework) -> Mapping[str, Sequence[tuple[str, bool]]]:
    """By the code of the year before: the items that ask for the same duty, and whether their answers compare."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for item in framework.items:
        for previous in item.previous:
            found.setdefault(previous.item, []).append((item.code, previous.comparable))
    return found


def _parts(one: Disclosure, year: FiscalYear) -> Iterator[tuple[str, Any]]:
    if one.unit:
        yield "unit", one.unit
    if one.exempt:
        yield "exempt", one.exempt
    if one.path and not _names(one.path, year):
        yield "path", list(one.path)


def _names(way: Sequence[str], year: FiscalYear) -> bool:
    """Whether a way leads through something that is called after the year: this year it will be called otherwise."""
    return any(str(year) in to_arabic(step) for step in way)


def continuing(before: AgencyYear) -> tuple[str, ...]:
    """The measures that the agency says it goes on with, for somebody to decide about."""
    measures = before.measures.measures if before.measures else ()
    return tuple(f"มาตรการที่ {one.no} {_title(one)}" for one in measures if one.continues)


def _title(measure: Measure) -> str:
    return " ".join((measure.title or (measure.subject.value if measure.subject else "–")).split())
