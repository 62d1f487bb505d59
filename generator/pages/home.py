"""An agency's home page: the latest result, what it means, what is done about it, what is open, whom to call."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links
from generator.assess import GRADE, OVERALL, Assessment
from generator.charts import dots
from generator.markup import join, link, text
from generator.page import Page
from generator.pages import items, nothing
from generator.pages.chain import chain_links, counted, measure_link, paper_link, state_badge, years_line
from generator.pages.contents import contact_lines
from generator.pages.context import (
    Context,
    derived,
    findings_line,
    indicator_link,
    numbered,
    short_year,
    source_note,
    sources_of,
    value,
    year_label,
)
from generator.pages.days import day
from generator.pages.eit import banner
from generator.pages.facts import of_agency
from generator.pages.grades import badge
from generator.pages.made import made_of
from generator.pages.opening import change, headline, summary, weakest

_FEW = 3


@dataclass(frozen=True)
class Answered:
    """An indicator to look at first, and the measures that answer it."""

    indicator: Markup
    score: Markup
    measures: tuple[Markup, ...]


@dataclass(frozen=True)
class Disclosed:
    """What is disclosed of one ITA year: in words, and as published items of all that are asked."""

    year: str
    counted: str
    picture: Markup
    page: Markup


@dataclass(frozen=True)
class ResultView:
    """The latest result, what it means, and what is done about its weakest scores."""

    year: Markup
    overall: Markup
    has_overall: bool
    grade: Markup
    headline: str
    summary: Markup
    change: Markup
    more: Markup
    inferred: str
    waiting: Markup
    chart: Markup
    methodology: Markup
    source: Markup
    weak: tuple[Answered, ...]
    no_weak: str


@dataclass(frozen=True)
class WithoutView:
    """What stands in place of a result where none is recorded yet."""

    told: str
    explained: str
    more: Markup
    ways: tuple[Markup, ...]


@dataclass(frozen=True)
class HomeView:
    heading: str
    place: str
    result: ResultView | None
    without: WithoutView
    years: Markup
    states: str
    chain: tuple[Markup, ...]
    about_measures: Markup
    disclosed: Disclosed | None
    about_items: Markup
    papers: tuple[tuple[Markup, Markup], ...]
    more_papers: Markup
    about_papers: Markup
    contact: tuple[tuple[str, Markup], ...]
    more_contact: Markup
    complaints: Markup
    notice: str
    eit: Markup


def present(context: Context) -> list[Page]:
    """One page at the agency's root."""
    address, latest = links.HOME, context.latest
    profile = context.agency.profile
    acted = context.acted_in(context.acted[0].fiscal_year) if context.acted else ()
    view = HomeView(
        heading=profile.name,
        place=" · ".join(filter(None, (profile.type, profile.area))),
        result=_result(context, latest, address) if latest else None,
        without=WithoutView(
            nothing.NO_RESULT,
            nothing.NOT_A_VERDICT,
            link(links.relative(address, links.SCORES), "ผลการประเมินมีอะไรบ้าง"),
            nothing.ways(context, address),
        ),
        years=years_line(context, acted[0].assessed, acted[0].fiscal_year, address) if acted else Markup(""),
        states=f"มาตรการปี {acted[0].fiscal_year}: {counted(acted)}" if acted else "",
        chain=chain_links(context, acted[0].assessed, address) if acted else (),
        about_measures=link(links.relative(address, links.MEASURES), "มาตรการคืออะไร"),
        disclosed=_disclosed(context, address),
        about_items=link(links.relative(address, links.OIT), "การเปิดเผยข้อมูล (OIT) คืออะไร"),
        papers=tuple(_papers(context, address)),
        more_papers=link(links.relative(address, links.DOCUMENTS), "เอกสารทั้งหมด"),
        about_papers=link(links.relative(address, links.DOCUMENTS), "เอกสารฉบับทางการคืออะไร"),
        contact=contact_lines(profile)[:_FEW],
        more_contact=link(links.relative(address, links.CONTACT), "ช่องทางติดต่อทั้งหมด"),
        complaints=link(links.relative(address, links.COMPLAINTS), "แจ้งเรื่องร้องเรียน"),
        notice=profile.notice or "",
        eit=banner(context),
    )
    shown = f"ผลการประเมิน ITA {year_label(context, latest.fiscal_year)} " if latest else "ข้อมูลและช่องทางติดต่อ"
    description = f"{shown}ของ{profile.name}"
    return [
        Page(
            address,
            profile.name,
            description,
            "home.md.jinja",
            view,
            ("ภาพรวม",),
            wide=True,
            json_ld=of_agency(profile),
            made_of=made_of(context, "agency", "measures", "documents", "disclosure")
            + made_of(context, "scores", years=[latest.fiscal_year] if latest else []),
        )
    ]


def _result(context: Context, latest: Assessment, address: str) -> ResultView:
    year = latest.fiscal_year
    to_scores = links.relative(address, links.scores(year))
    return ResultView(
        year=link(to_scores, year_label(context, year)),
        overall=value(context, year, OVERALL, address),
        has_overall=latest.settled(OVERALL).number is not None,
        grade=badge(context, latest, address),
        headline=headline(latest),
        summary=summary(context, latest, address),
        change=change(context, latest, address),
        more=join(
            [
                link(to_scores, f"ผลการประเมิน{short_year(context, year)} โดยละเอียด"),
                link(links.relative(address, links.SCORES), "ผลการประเมินทุกปี"),
            ],
            " · ",
        ),
        inferred=context.inferred(year) or "",
        waiting=findings_line(context, year, address),
        chart=score_dots(context, latest, address),
        methodology=link(links.relative(address, links.METHODOLOGY), "วิธีคำนวณ"),
        source=source_note(context, sources_of(latest, [OVERALL, GRADE, *map(str, latest.numbers)])),
        weak=tuple(_answered(context, latest, address)),
        no_weak="ทุกตัวชี้วัดได้คะแนนเท่ากัน" if latest.complete else "คะแนนยังไม่ครบทุกตัวชี้วัด จึงยังไม่ระบุว่าควรดูตัวชี้วัดใดก่อน",
    )


def _answered(context: Context, latest: Assessment, address: str) -> Iterator[Answered]:
    year = latest.fiscal_year
    for number in weakest(latest, _FEW):
        measures = [one for one in context.following(year) if number in one.measure.indicators]
        yield Answered(
            indicator_link(latest.framework.indicator(number), address),
            value(context, year, str(number), address),
            tuple(
                Markup("{} {}").format(measure_link(context, one, address), state_badge(one)) for one in measures[:_FEW]
            ),
        )


def _disclosed(context: Context, address: str) -> Disclosed | None:
    if not context.disclosed:
        return None
    latest = context.disclosed[-1]
    facts = [items.fact(one) for one in latest.items]
    asked = [one for one in facts if one is not items.Fact.EXEMPT]
    published = sum(one is items.Fact.PUBLISHED for one in asked)
    share = figures.percent(figures.share(published, len(asked)))
    picture = Markup(
        '<svg class="portion" width="100%" height="12" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="12" rx="3"></rect>'
        '<rect class="value" width="{}%" height="12" rx="3"></rect></svg>'
    ).format(text(share))
    page = link(links.relative(address, links.oit(latest.year)), "เปิดดูทีละข้อ")
    return Disclosed(f"ITA ปี {latest.year}", items.counted(latest.items), picture, page)


def _papers(context: Context, address: str) -> Iterator[tuple[Markup, Markup]]:
    """The latest official documents, each with its day or its year."""
    papers = [(entry, document) for entry in reversed(context.agency.years) for document in entry.documents]
    for entry, document in papers[:_FEW]:
        when = day(document.date) if document.date else text(f"ปี {entry.fiscal_year}")
        yield paper_link(entry, document, address), when


def score_dots(context: Context, assessment: Assessment, address: str) -> Markup:
    """The ten scores by instrument as dots by their distance from the bar of the overall."""
    framework, year = assessment.framework, assessment.fiscal_year
    bar = framework.scoring.bar
    lowest = assessment.lowest if assessment.complete and assessment.highest != assessment.lowest else ()
    groups = []
    for instrument in framework.instruments:
        mean = assessment.mean(instrument.code)
        rows = tuple(
            dots.Dot(
                numbered(indicator, address),
                assessment.indicator(indicator.number).number,
                value(context, year, str(indicator.number), address),
                marked=indicator.number in lowest,
            )
            for indicator in framework.indicators_of(instrument.code)
        )
        shown = f"เฉลี่ย {derived(mean)} (คำนวณโดยระบบ)" if mean.value is not None else ""
        groups.append(dots.Group(instrument.code, instrument.short_name, shown, rows))
    chart = dots.Dots("", bar, tuple(groups))
    axis = f"{figures.printed(dots.start_of(chart))}–{figures.printed(figures.FULL_SCORE)}"
    caption = join(
        [
            f"คะแนน {len(assessment.numbers)} ตัวชี้วัด เทียบเกณฑ์ {bar} ของคะแนนรวม",
            Markup("<small>{}</small>").format(text(f"เส้นประคือเกณฑ์ วงโปร่งคือต่ำกว่าเกณฑ์ แกน {axis}")),
        ],
        " ",
    )
    return dots.draw(dots.Dots(caption, bar, tuple(groups)))
