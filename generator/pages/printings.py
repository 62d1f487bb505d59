"""Everything that a document prints about one year's scores, place by place, and which of it the figures use."""

from markupsafe import Markup

from generator import figures, links
from generator.assess import GRADE, OVERALL, Assessment, Listing
from generator.markup import Column, Row, join, table, text
from generator.model import DateKind
from generator.pages.context import Context, mark
from generator.pages.days import day
from generator.problems import Source


def _places(assessment: Assessment) -> list[Listing]:
    return [listing for listing in assessment.listings if _prints(listing)]


def _prints(listing: Listing) -> bool:
    return bool(listing.scores or listing.instruments or listing.overall or listing.grade)


def printed_table(context: Context, assessment: Assessment) -> Markup:
    """Every printing of every datum, place by place: ค่าที่พิมพ์ไว้."""
    places = _places(assessment)
    year = assessment.fiscal_year

    def marked(label: str, datum: str) -> Markup:
        return Markup("{}{}").format(text(label), mark(context, year, datum, links.scores(year)))

    columns = [Column("รายการ"), *(Column(f"({n})", "number") for n, _ in enumerate(places, start=1))]
    rows = [
        Row((marked("คะแนนรวม", OVERALL), *(figures.printed(p.overall.value) if p.overall else "" for p in places))),
        Row((marked("ระดับ", GRADE), *(p.grade.value if p.grade else "" for p in places))),
    ]
    for instrument in assessment.framework.instruments:
        code = instrument.code
        if any(code in p.instruments for p in places):
            cells = (figures.printed(p.instruments[code].value) if code in p.instruments else "" for p in places)
            rows.append(Row((marked(code, code), *cells)))
    for n in assessment.numbers:
        label = marked(f"{n} {assessment.framework.indicator(n).name}", str(n))
        rows.append(Row((label, *(figures.printed(p.scores[n].value) if n in p.scores else "" for p in places))))
    items = join([Markup("<li>{}</li>").format(text(p.where)) for p in places])
    caption = "ค่าที่พิมพ์ไว้ในเอกสารแต่ละแห่ง"
    return Markup('{}\n<ol class="places">{}</ol>').format(table(caption, columns, rows, style="printings"), items)


def printed_sources(assessment: Assessment) -> list[Source]:
    return [printing.source for settled in assessment.data.values() for printing in settled.printings]


def choices(assessment: Assessment) -> tuple[Markup, ...]:
    """Which of several printed values the figures use, and why."""
    return tuple(
        Markup("{}: {} – {}").format(text(_name(assessment, datum)), text(settled.text), text(settled.chosen.reason))
        for datum, settled in assessment.data.items()
        if settled.chosen
    )


def _name(assessment: Assessment, datum: str) -> str:
    if datum.isdigit():
        return assessment.framework.indicator(int(datum)).label
    return {OVERALL: "คะแนนรวม", GRADE: "ระดับ"}.get(datum, datum)


def document_lines(context: Context, assessment: Assessment) -> tuple[Markup, ...]:
    """The paper the scores were taken from: title and its own dates."""
    entry = next(one for one in context.agency.years if one.fiscal_year == assessment.fiscal_year)
    document = entry.scores.document
    if document is None:
        return ()
    dates = [one for one in document.dates if one.kind is DateKind.DOCUMENT]
    return (text(document.title), *(Markup("{}: {}").format(text(one.what), day(one.date)) for one in dates))
