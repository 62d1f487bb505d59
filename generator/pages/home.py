"""An agency's home page: the latest result, what it means, where to go on."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links
from generator.assess import GRADE, OVERALL, Assessment
from generator.charts import bars
from generator.markup import link, listed, text
from generator.page import Page
from generator.pages import items
from generator.pages.chain import chain_links, counted, years_line
from generator.pages.context import (
    Context,
    derived,
    findings_line,
    in_words,
    indicator_link,
    mark,
    numbered,
    short_year,
    source_note,
    sources_of,
    value,
    year_label,
)
from generator.pages.made import made_of


@dataclass(frozen=True)
class HomeView:
    heading: str
    place: str
    year: str
    overall: Markup
    has_overall: bool
    grade: Markup
    summary: Markup
    inferred: str
    waiting: Markup
    chart: Markup
    source: Markup
    years: Markup
    states: str
    chain: tuple[Markup, ...]
    disclosed: tuple[Markup, ...]
    links: tuple[Markup, ...]
    notice: str


def present(context: Context) -> list[Page]:
    """One page at the agency's root."""
    address, latest = links.HOME, context.latest
    year = latest.fiscal_year
    profile = context.agency.profile
    acted = context.acted_in(context.acted[0].fiscal_year) if context.acted else ()
    view = HomeView(
        heading=profile.name,
        place=profile.area,
        year=year_label(context, year),
        overall=value(context, year, OVERALL, address),
        has_overall=latest.settled(OVERALL).number is not None,
        grade=value(context, year, GRADE, address),
        summary=summary(context, latest, address),
        inferred=context.inferred(year) or "",
        waiting=findings_line(context, year, address),
        chart=score_bars(context, latest, address),
        source=source_note(context, sources_of(latest, [OVERALL, GRADE, *map(str, latest.numbers)])),
        years=years_line(context, acted[0].assessed, acted[0].fiscal_year, address) if acted else Markup(""),
        states=f"มาตรการปี {acted[0].fiscal_year}: {counted(acted)}" if acted else "",
        chain=chain_links(context, acted[0].assessed, address) if acted else (),
        disclosed=tuple(
            Markup("{}: {}").format(
                link(links.relative(address, links.oit(one.year)), f"ITA ปี {one.year}"), text(items.counted(one.items))
            )
            for one in reversed(context.disclosed)
        ),
        links=(
            link(links.relative(address, links.scores(year)), f"ผลการประเมิน{short_year(context, year)} โดยละเอียด"),
            link(links.relative(address, links.SCORES), "ผลการประเมินทุกปี"),
            link(links.relative(address, links.METHODOLOGY), "เกณฑ์และวิธีคำนวณ"),
            link(links.relative(address, links.CONTACT), "ติดต่อหน่วยงาน"),
            link(links.relative(address, links.COMPLAINTS), "แจ้งเรื่องร้องเรียน"),
        ),
        notice=profile.notice or "",
    )
    description = f"ผลการประเมิน ITA {year_label(context, year)} ของ{profile.name}"
    made = made_of(context, "agency", "measures", "disclosure") + made_of(context, "scores", years=[year])
    return [Page(address, profile.name, description, "home.md.jinja", view, ("หน้าแรก",), wide=True, made_of=made)]


def summary(context: Context, assessment: Assessment, address: str) -> Markup:
    """What the ten scores say, in a sentence or two made from the figures."""
    if not assessment.scores:
        return text("ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้")
    sentences = []
    if assessment.complete and assessment.highest == assessment.lowest:
        sentences.append(text(f"ทุกตัวชี้วัดได้คะแนนเท่ากัน {assessment.indicator(assessment.numbers[0]).text} คะแนน"))
    elif assessment.complete:
        sentences += [
            _extreme(context, assessment, assessment.highest, "คะแนนสูงสุดคือ", address),
            _extreme(context, assessment, assessment.lowest, "คะแนนต่ำสุดคือ", address),
        ]
    else:
        settled = len(assessment.scores)
        count = f"มีคะแนนที่ใช้ได้ {settled} จาก {len(assessment.numbers)} ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"
        sentences.append(text(count))
    bar = assessment.framework.scoring.bar
    below = [n for n, score in assessment.scores.items() if score < bar]
    if below:
        shown = figures.printed(bar)
        at_least = "" if assessment.complete else "อย่างน้อย "
        sentences.append(text(f"ตัวชี้วัดที่ต่ำกว่าเกณฑ์ {shown} ของคะแนนรวมมี {at_least}{len(below)} ตัวชี้วัด"))
    return Markup(" ").join(sentences)


def _extreme(context: Context, assessment: Assessment, numbers: tuple[int, ...], words: str, address: str) -> Markup:
    names = listed([indicator_link(assessment.framework.indicator(n), address) for n in numbers])
    flag = mark(context, assessment.fiscal_year, str(numbers[0]), address) if len(numbers) == 1 else Markup("")
    return Markup("{} {} <strong>{}</strong> คะแนน{}").format(
        text(words), names, text(assessment.indicator(numbers[0]).text), flag
    )


def score_bars(context: Context, assessment: Assessment, address: str) -> Markup:
    """The ten scores by instrument as bars, with the bar of the overall."""
    framework, year = assessment.framework, assessment.fiscal_year
    bar = framework.scoring.bar
    groups = []
    for instrument in framework.instruments:
        mean = assessment.mean(instrument.code)
        shown = f"เฉลี่ย {derived(mean)} (คำนวณโดยระบบ)" if mean.value is not None else ""
        rows = tuple(
            bars.Bar(
                numbered(indicator, address),
                assessment.indicator(indicator.number).number,
                value(context, year, str(indicator.number), address),
            )
            for indicator in framework.indicators_of(instrument.code)
        )
        groups.append(bars.Group(instrument.short_name, instrument.code, shown, rows))
    caption = f"คะแนน {len(assessment.numbers)} ตัวชี้วัด {year_label(context, year)} (เส้นประ: เกณฑ์ {bar} ของคะแนนรวม)"
    return bars.draw(bars.Bars(caption, bar, tuple(groups)))


def described_bars(assessment: Assessment) -> str:
    """What the bars show, in words."""
    parts = [f"{one.name} {in_words(assessment.indicator(one.number))}" for one in assessment.framework.indicators]
    return "แผนภูมิแท่งแสดงคะแนนรายตัวชี้วัด: " + ", ".join(parts)
