"""Agencies side by side: the page on which a script compares those that its address names, and the data it reads."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.assess import GRADE, OVERALL
from generator.markup import Column, Row, join, link, table
from generator.model import Framework
from generator.page import Page
from generator.pages.summaries import Result, Summary, folders_of, rules_of, years_of
from generator.thai import FiscalYear

_NOBODY = "ยังไม่มีหน่วยงานใดที่มีผลการประเมินให้เปรียบเทียบ"


@dataclass(frozen=True)
class CompareView:
    nobody: str
    agencies: Markup


def present(agencies: Sequence[Summary]) -> list[Page]:
    """One page; what stands on it without a script is who can be compared, and in which years. An agency without a
    result is not offered."""
    address = links.COMPARE
    known = [one for one in agencies if one.years]
    counted = f"ทั้งหมด {len(agencies)}" if len(known) == len(agencies) else f"ที่มีผล {len(known)} จาก {len(agencies)}"
    columns = [Column("หน่วยงาน"), Column("ประเภท"), Column("พื้นที่"), Column("ปีที่มีผล")]
    rows = [
        Row(
            (
                link(links.relative(address, links.agency(one.slug)), one.name),
                one.type or "–",
                one.place or "–",
                join([_year(FiscalYear(year), address) for year in one.years], " "),
            )
        )
        for one in known
    ]
    shown = table(f"หน่วยงาน{counted} หน่วยงาน และปีที่มีผล", columns, rows, style="cards")
    view = CompareView("" if known else _NOBODY, shown)
    title = "เปรียบเทียบหน่วยงาน"
    description = "เปรียบเทียบผลการประเมิน ITA ของสองถึงห้าหน่วยงานในปีเดียวกัน"
    script = "assets/javascripts/compare.js" if known else ""
    return [
        Page(
            address,
            title,
            description,
            "compare.md.jinja",
            view,
            ("เปรียบเทียบ",),
            wide=True,
            script=script,
            made_of=folders_of(known),
        )
    ]


def _year(year: FiscalYear, address: str) -> Markup:
    return link(links.relative(address, links.of_all(year)), str(year))


def data(agencies: Sequence[Summary], frameworks: Mapping[FiscalYear, Framework]) -> bytes:
    """All results that can be compared, as JSON: for each year the names of its rows, and for each agency and year a
    text for each row, a figure or why there is none. Results under other rules than those of the year are left out."""
    known = {year: frameworks[year] for year in sorted(years_of(agencies)) if year in frameworks}
    value = {
        "format": 1,
        "years": {
            str(year): ["คะแนนรวม", "ระดับ", *(f"{i.number} {i.name}" for i in framework.indicators)]
            for year, framework in known.items()
        },
        "agencies": [
            {
                "slug": one.slug,
                "name": one.name,
                "type": one.type,
                "inferred": [str(result.fiscal_year) for result in one.results if result.inferred],
                "results": {
                    str(year): _texts(result, framework)
                    for year, framework in known.items()
                    if (result := one.result(year.number)) and result.rules == rules_of(framework)
                },
            }
            for one in agencies
            if one.years
        ],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _texts(result: Result, framework: Framework) -> list[str]:
    rows = (OVERALL, GRADE, *(str(indicator.number) for indicator in framework.indicators))
    return [
        f"{result.words(row)} ({doubt})" if (doubt := result.doubts.get(row)) else result.words(row) for row in rows
    ]
