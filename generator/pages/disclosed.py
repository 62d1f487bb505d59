"""The disclosure of a year as a picture: one square an item, by sub-indicator."""

from collections.abc import Iterable, Sequence

from generator import links
from generator.assess.items import Disclosed, DisclosedYear
from generator.charts import counts
from generator.charts.counts import Square
from generator.pages.figure import Figure, Rows
from generator.pages.items import FACTS, Fact, counted, fact

_SQUARES = {
    Fact.PUBLISHED: Square.FULL,
    Fact.UNPUBLISHED: Square.EMPTY,
    Fact.EXEMPT: Square.CROSSED,
    Fact.NOT_IMPORTED: Square.PLACE,
}
_LOOKS = {Square.FULL: "ทึบ", Square.EMPTY: "โปร่ง", Square.CROSSED: "มีเส้นขีด", Square.PLACE: "เส้นประ"}
_COLUMNS = ("ita_year", "item", "title", "group", "state")


def figure(one: DisclosedYear, groups: Iterable[tuple[str, Sequence[Disclosed]]]) -> Figure:
    """The figure of an ITA year; `groups` are its items under their headings."""
    known = [(heading, tuple(items)) for heading, items in groups]
    drawn = tuple(
        counts.Group(heading.rpartition(" · ")[2], tuple(_SQUARES[fact(each)] for each in items), _shown(items))
        for heading, items in known
    )
    there = [each for each in Fact if any(fact(item) is each for item in one.items)]
    key = " ".join(f"สี่เหลี่ยม{_LOOKS[_SQUARES[each]]}คือ{FACTS[each]}" for each in there)
    caption = f"รายการข้อมูล {len(one.items)} ข้อ ITA ปี {one.year} ตามตัวชี้วัดย่อย"
    chart = counts.Counts(caption, ("ตัวชี้วัดย่อย", "ข้อ", "เผยแพร่แล้ว"), drawn)
    return Figure(
        place=f"{links.oit(one.year)}disclosure",
        finding=counted(one.items),
        shown=f"{caption} หนึ่งช่องคือหนึ่งข้อ {key}",
        picture=counts.draw(chart),
        sketch=lambda: counts.sketch(chart),
        sources=(),
        source="ที่มา: แฟ้มการเปิดเผยข้อมูลของหน่วยงาน บอกว่ามีข้อมูลเผยแพร่หรือไม่ ไม่ใช่ผลการตรวจให้คะแนน",
        year=None,
        rows=Rows(
            _COLUMNS,
            [
                (one.year, each.item.code, each.item.title, heading, fact(each).value)
                for heading, items in known
                for each in items
            ],
        ),
    )


def _shown(items: Sequence[Disclosed]) -> str:
    facts = [fact(each) for each in items]
    asked = len(facts) - facts.count(Fact.EXEMPT)
    return f"{facts.count(Fact.PUBLISHED)} จาก {asked} ข้อ" if asked else FACTS[Fact.EXEMPT]
