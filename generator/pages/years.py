"""One fiscal year of a network: for each type of agency the ranking, the distribution, and every indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links
from generator.assess import GRADE, OVERALL
from generator.charts import heatmap, histogram
from generator.markup import Column, Row, link, listed, table, text
from generator.model import Average, Framework
from generator.page import Page
from generator.pages.browse import Dimension, anchor
from generator.pages.context import ABSENT, CONFIDENCE, UNDECIDED
from generator.pages.standings import COMPARED, DISTRIBUTED, Standing, standings
from generator.pages.summaries import Result, Summary, folders_of, in_order, marked, scores_of, years_of
from generator.thai import FiscalYear

TYPE = Dimension("type", "ประเภท", in_order, hashed=True)
_NATIONAL = "ค่าเฉลี่ยระดับประเทศ (ทุกประเภทหน่วยงาน)"


@dataclass(frozen=True)
class TypeView:
    anchor: Markup
    heading: str
    findings: tuple[Markup | str, ...]
    ranking: Markup
    apart: Markup
    absent: str
    absentees: tuple[Markup, ...]
    distribution: Markup
    few: str
    heat: Markup
    heat_note: str


@dataclass(frozen=True)
class NetworkYearView:
    heading: str
    intro: str
    average: str
    rules: Markup
    compare: Markup
    contents: tuple[Markup, ...]
    legend: Markup
    types: tuple[TypeView, ...]
    neighbours: tuple[Markup, ...]


def present(agencies: Sequence[Summary], frameworks: Mapping[FiscalYear, Framework]) -> list[Page]:
    """One page for each year with a result, the latest first in the navigation."""
    years = years_of(agencies)
    return [_page(agencies, year, frameworks.get(year), years) for year in years]


def _page(
    agencies: Sequence[Summary], year: FiscalYear, framework: Framework | None, years: Sequence[FiscalYear]
) -> Page:
    address = links.of_all(year)
    found = standings(agencies, year.number, framework)
    count = sum(year.number in one.years for one in agencies)
    view = NetworkYearView(
        heading=f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year}",
        intro=f"มีผลการประเมินของปีนี้ {count} จาก {len(agencies)} หน่วยงานในเว็บไซต์",
        average=_average(framework.national_average) if framework and framework.national_average else "",
        rules=_rules(framework, address),
        compare=link(f"{links.relative(address, links.COMPARE)}?year={year}", f"เปรียบเทียบหน่วยงานของปี {year}"),
        contents=tuple(
            Markup('<a href="#{}">{}</a> <small>{}</small>').format(
                anchor(TYPE, one.type), text(one.type), text(_counted(one))
            )
            for one in found
        ),
        legend=heatmap.legend(heatmap.step_names()),
        types=tuple(_type(one, year, framework, address) for one in found),
        neighbours=tuple(_neighbours(year, years, address)),
    )
    made = folders_of(one for one in agencies if year.number in one.years)
    description = f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year} ของทุกหน่วยงานในเว็บไซต์นี้ แยกตามประเภทหน่วยงาน"
    return Page(
        address, f"ผลปี {year}", description, "years.md.jinja", view, ("รายปี", f"ปี {year}"), wide=True, made_of=made
    )


def _neighbours(year: FiscalYear, years: Sequence[FiscalYear], address: str) -> list[Markup]:
    """The years before and after that have a page, which need not be next to it."""
    before = [one for one in years if one < year]
    after = [one for one in years if one > year]
    found = []
    if before:
        found.append(link(links.relative(address, links.of_all(max(before))), f"← ปี {max(before)}"))
    if after:
        found.append(link(links.relative(address, links.of_all(min(after))), f"ปี {min(after)} →"))
    return found


def _average(average: Average) -> str:
    return f"{_NATIONAL} ของปีนี้คือ {figures.printed(average.value.value)} คะแนน ({CONFIDENCE[average.confidence]})"


def _rules(framework: Framework | None, address: str) -> Markup:
    if framework is None:
        return Markup("")
    href = links.relative(address, f"{links.METHODOLOGY}#framework-{framework.fiscal_year}")
    return link(href, f"เกณฑ์การประเมินปี {framework.fiscal_year}")


def _counted(one: Standing) -> str:
    return f"{one.count - len(one.absent)} จาก {one.count} หน่วยงาน"


def _of(n: int, one: Standing) -> str:
    return f"{n} จาก {one.count} หน่วยงานที่มีข้อมูล"


def _type(one: Standing, year: FiscalYear, framework: Framework | None, address: str) -> TypeView:
    return TypeView(
        anchor=anchor(TYPE, one.type),
        heading=one.type,
        findings=tuple(_findings(one, framework)),
        ranking=_ranking(one, year, framework, address),
        apart=_apart(one, year, address),
        absent=f"ไม่มีผลของปีนี้ในเว็บไซต์ {len(one.absent)} จาก {one.count} หน่วยงาน" if one.absent else "",
        absentees=tuple(_home(agency, address) for agency in one.absent),
        distribution=_distribution(one, year, framework) if one.has_distribution else Markup(""),
        few=_few(one),
        heat=_heat(one, year, framework, address),
        heat_note=_heat_note(one),
    )


def _findings(one: Standing, framework: Framework | None) -> list[Markup | str]:
    """What the figures of the type say, in words."""
    found: list[Markup | str] = []
    if framework and one.means:
        found.append(_lowest(one, framework))
    if one.has_ranking:
        low, high = one.ranked[-1].overall, one.ranked[0].overall
        spread = (
            f"คะแนนรวมเท่ากันทุกหน่วยงาน {figures.printed(high)}"
            if low == high
            else f"คะแนนรวมตั้งแต่ {figures.printed(low)} ถึง {figures.printed(high)} เฉลี่ย {figures.computed(one.mean)}"
        )
        found.append(f"{spread} ({_of(len(one.ranked), one)})")
    elif one.count < COMPARED:
        found.append("เว็บไซต์นี้มีหน่วยงานประเภทนี้หน่วยงานเดียว จึงไม่จัดอันดับและไม่หาค่าเฉลี่ย")
    else:
        found.append(f"คะแนนรวมที่ใช้ได้มี {_of(len(one.ranked), one)} จึงไม่จัดอันดับและไม่หาค่าเฉลี่ย")
    return found


def _lowest(one: Standing, framework: Framework) -> Markup:
    among = f"{_of(len(one.complete), one)} นับเฉพาะที่มีคะแนนครบทุกตัวชี้วัด"
    mean = figures.computed(one.means[one.lowest[0]])
    if len(one.lowest) == len(one.numbers):
        return text(f"ทุกตัวชี้วัดมีค่าเฉลี่ยเท่ากัน {mean} ({among})")
    names = listed([framework.indicator(number).label for number in one.lowest])
    return Markup("<strong>ค่าเฉลี่ยต่ำสุดคือ{} เฉลี่ย {}</strong> ({})").format(names, text(mean), text(among))


def _name(agency: Summary, result: Result | None, year: FiscalYear, address: str) -> Markup:
    """An agency, leading to its result of the year."""
    if result is None:
        return _home(agency, address)
    shown = link(scores_of(agency.slug, year.number, address), agency.name)
    return Markup("{} <small>(ปีอนุมาน)</small>").format(shown) if result.inferred else shown


def _home(agency: Summary, address: str) -> Markup:
    return link(links.relative(address, links.agency(agency.slug)), agency.name)


def _value(agency: Summary, result: Result, datum: str, address: str) -> Markup:
    return marked(result.words(datum), result.doubts.get(datum, ""), agency.slug, result.fiscal_year, address)


def _ranking(one: Standing, year: FiscalYear, framework: Framework | None, address: str) -> Markup:
    """Every agency with an overall, ranked where there are two at least; below them what to compare with."""
    if not one.ranked:
        return Markup("")
    columns = [Column("หน่วยงาน"), Column("คะแนนรวม", "number"), Column("ระดับ"), Column("พื้นที่")]
    rows = [
        Row(
            (
                _name(each.agency, each.result, year, address),
                *((str(each.rank),) if one.has_ranking else ()),
                _value(each.agency, each.result, OVERALL, address),
                _value(each.agency, each.result, GRADE, address),
                each.agency.place or "–",
            )
        )
        for each in one.ranked
    ]
    before = ("",) if one.has_ranking else ()
    if one.has_ranking:
        columns.insert(1, Column("อันดับ", "number"))
        rows.append(Row(("ค่าเฉลี่ยของหน่วยงานที่จัดอันดับ", *before, figures.computed(one.mean), "", "")))
    if framework and framework.national_average:
        average = framework.national_average
        label = f"{_NATIONAL} – {CONFIDENCE[average.confidence]}"
        rows.append(Row((label, *before, figures.printed(average.value.value), "", "")))
    what = "อันดับตามคะแนนรวม คะแนนเท่ากันอยู่อันดับเดียวกัน" if one.has_ranking else "คะแนนรวม ไม่จัดอันดับ"
    return table(f"{what} ปี {year} ({_of(len(one.ranked), one)})", columns, rows, style="cards ranking")


def _apart(one: Standing, year: FiscalYear, address: str) -> Markup:
    """Who has a result but no place in the ranking, and why; in alphabetical order."""
    if not one.apart:
        return Markup("")
    rows = [Row((_name(each.agency, each.result, year, address), each.reason)) for each in one.apart]
    caption = f"มีผลของปีนี้ แต่ไม่อยู่ในการจัดอันดับ {len(one.apart)} หน่วยงาน"
    return table(caption, [Column("หน่วยงาน"), Column("เหตุผล")], rows, style="cards")


def _few(one: Standing) -> str:
    """Why there is no distribution of what is ranked."""
    if one.has_distribution or not one.has_ranking:
        return ""
    return f"คะแนนรวมที่ใช้ได้มี {_of(len(one.ranked), one)} น้อยกว่า {DISTRIBUTED} จึงไม่แสดงการกระจายของคะแนน"


def _distribution(one: Standing, year: FiscalYear, framework: Framework | None) -> Markup:
    average = framework.national_average if framework else None
    return histogram.draw(
        histogram.Histogram(
            f"การกระจายของคะแนนรวม ปี {year} ({_of(len(one.ranked), one)})",
            "หน่วยงาน",
            tuple(each.overall for each in one.ranked),
            average.value.value if average else None,
            f"ช่วงของค่าเฉลี่ยระดับประเทศ {figures.printed(average.value.value)}" if average else "",
        )
    )


def _heat(one: Standing, year: FiscalYear, framework: Framework | None, address: str) -> Markup:
    """Agencies by indicators; the means below them."""
    if not one.results or framework is None:
        return Markup("")
    indicators = framework.indicators
    rows = [
        heatmap.HeatRow(
            _name(agency, result, year, address),
            tuple(_heat_cell(agency, result, str(indicator.number), address) for indicator in indicators),
        )
        for agency, result in one.results
    ]
    if one.means:
        means = {number: figures.rounded(mean) for number, mean in one.means.items()}
        rows.append(
            heatmap.HeatRow(
                f"ค่าเฉลี่ย ({_of(len(one.complete), one)})",
                tuple(heatmap.cell(means[i.number], figures.printed(means[i.number])) for i in indicators),
            )
        )
    columns = tuple(Markup("{} <small>{}</small>").format(text(str(i.number)), text(i.name)) for i in indicators)
    caption = f"คะแนนรายตัวชี้วัด ปี {year} ({_of(len(one.results), one)})"
    return heatmap.draw(heatmap.Heatmap(caption, "หน่วยงาน", columns, tuple(rows)))


def _heat_cell(agency: Summary, result: Result, datum: str, address: str) -> Markup:
    score = result.number(datum)
    if score is None:
        words = result.words(datum)
        return heatmap.empty(words if words in (ABSENT, UNDECIDED) else ABSENT, missing=datum not in result.disputed)
    return heatmap.cell(score, _value(agency, result, datum, address))


def _heat_note(one: Standing) -> str:
    """What the row of means leaves out."""
    left = len(one.results) - len(one.complete)
    if not one.means or not left:
        return ""
    return f"ค่าเฉลี่ยไม่นับ {left} หน่วยงานที่ไม่มีคะแนนครบทุกตัวชี้วัด เพื่อให้ทุกตัวชี้วัดเฉลี่ยจากหน่วยงานชุดเดียวกัน"
