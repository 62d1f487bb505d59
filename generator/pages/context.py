"""What the pages of one agency are made from, and how figures, marks and sources look on every page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from markupsafe import Markup

from generator import figures, findings, links, thai
from generator.assess import GRADE, OVERALL, Assessment, Datum, Derived, Settled, State
from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.assess.measures import Acted, acted
from generator.charts.vega import Press
from generator.findings import Finding
from generator.links import Origins
from generator.markup import join, link, text
from generator.model import AcknowledgementState, Agency, AgencyYear, Confidence, Framework, Indicator, Reading
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear

STATES = {
    None: "รอตรวจสอบ",
    AcknowledgementState.WAITING: "รอตรวจสอบ",
    AcknowledgementState.CONFIRMED: "ยืนยันแล้วพร้อมเหตุผล",
    AcknowledgementState.CORRECTED: "แก้ไขแล้ว",
}
CONFIDENCE = {
    Confidence.CONFIRMED: "ยืนยันจากสองแหล่งขึ้นไป",
    Confidence.ONE_SOURCE: "จากแหล่งเดียว",
    Confidence.INFERENCE: "อนุมาน",
}
UNDECIDED = "ยังตัดสินไม่ได้"
ABSENT = "ไม่มีในเอกสาร"
_WHOLE = 28


@dataclass(frozen=True)
class Context:
    """One agency's results on their way to pages. `as_of` is the date of the data, `day` the one that decides what is
    over; both are None where nobody knows."""

    agency: Agency
    official: bool
    frameworks: Mapping[FiscalYear, Framework]
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    as_of: date | None
    origins: Origins
    easel: Press
    earlier: Mapping[FiscalYear, Framework] = field(default_factory=dict)
    day: date | None = None

    @property
    def latest(self) -> Assessment | None:
        return self.assessments[-1] if self.assessments else None

    def assessment(self, year: FiscalYear) -> Assessment | None:
        return next((one for one in self.assessments if one.fiscal_year == year), None)

    def before(self, assessment: Assessment) -> Assessment | None:
        """The assessment of the year just before; none where that year is not there."""
        return self.assessment(assessment.fiscal_year.before())

    def entry(self, year: FiscalYear) -> AgencyYear | None:
        """What the folder of a year says."""
        return next((entry for entry in self.agency.years if entry.fiscal_year == year), None)

    def inferred(self, year: FiscalYear) -> str | None:
        """Why the year is inferred, where the document does not print it."""
        entry = self.entry(year)
        return entry.scores.year_inferred if entry else None

    @cached_property
    def acted(self) -> tuple[Acted, ...]:
        """Every measure, those of the latest year first, in the order of their documents."""
        return tuple(one for entry in reversed(self.agency.years) for one in acted(entry, self.as_of))

    def acted_in(self, year: FiscalYear) -> tuple[Acted, ...]:
        return tuple(one for one in self.acted if one.fiscal_year == year)

    def following(self, year: FiscalYear) -> tuple[Acted, ...]:
        """The measures that follow from the result of a year."""
        return tuple(one for one in self.acted if one.assessed == year)

    @cached_property
    def disclosed(self) -> tuple[DisclosedYear, ...]:
        """The ITA years with answers to OIT items, oldest first."""
        return disclosures(self.agency, self.frameworks, self.earlier)

    def findings_of(self, year: FiscalYear) -> tuple[tuple[str, Finding], ...]:
        """The findings of a year with their anchors on its page, e.g. value-conflict-2."""
        counts: dict[str, int] = {}
        anchored = []
        for finding in self.findings:
            if finding.fiscal_year == year:
                counts[finding.code] = counts.get(finding.code, 0) + 1
                anchored.append((f"{finding.code}-{counts[finding.code]}", finding))
        return tuple(anchored)

    @cached_property
    def _readings(self) -> dict[Source, Reading]:
        """How each printed value was read, by where it stands."""
        settled = [one for assessment in self.assessments for one in assessment.data.values()]
        return {printing.source: printing.reading for one in settled for printing in one.printings}

    def is_ocr(self, source: Source) -> bool:
        """Whether what stands there was read off a scan: as its place says, else as its file does."""
        return self._readings.get(source, self._file_readings.get(source.file)) is Reading.OCR

    @cached_property
    def _file_readings(self) -> dict[str, Reading]:
        years = self.agency.years
        records = [record for entry in years for record in (entry.scores, entry.analysis, entry.measures) if record]
        files = {record.source.file: record.reading for record in records}
        return files | {one.source.file: one.reading for entry in years for one in entry.documents}

    @cached_property
    def _starts(self) -> list[Source]:
        return sorted(start for year in self.agency.years for start in year.starts())

    def _start_of(self, source: Source) -> Source | None:
        """The record that a place in a file belongs to."""
        start = [NOWHERE, *self._starts][bisect_right(self._starts, source)]
        return start if start.file == source.file else None

    @cached_property
    def _findings_by_start(self) -> dict[Source, list[tuple[str, Finding]]]:
        found: dict[Source, list[tuple[str, Finding]]] = {}
        for year in self.agency.years:
            for anchored in self.findings_of(year.fiscal_year):
                places = [anchored[1].source, *(value.source for value in anchored[1].values if value.source)]
                for start in dict.fromkeys(map(self._start_of, places)):
                    if start:
                        found.setdefault(start, []).append(anchored)
        return found

    def findings_at(self, record: Source) -> tuple[tuple[str, Finding], ...]:
        """The findings about what stands in a section, entry, measure or document, by where that begins."""
        return tuple(self._findings_by_start.get(record, ()))

    def waiting(self, year: FiscalYear) -> int:
        """How many findings of a year nobody has settled yet."""
        return sum(state(finding) == STATES[None] for _, finding in self.findings_of(year))


def state(finding: Finding) -> str:
    """รอตรวจสอบ, ยืนยันแล้วพร้อมเหตุผล, or แก้ไขแล้ว."""
    return STATES[finding.acknowledgement.state if finding.acknowledgement else None]


_ABOUT = {"overall-mismatch": OVERALL, "grade-mismatch": GRADE}


def mark(context: Context, year: FiscalYear, datum: Datum, address: str) -> Markup:
    """The link beside a value that a finding puts in doubt; empty where none does."""
    for anchor, finding in _doubts(context, year, datum):
        href = links.relative(address, links.findings(year, anchor))
        return Markup(' <a class="mark" href="{}">{}</a>').format(text(href), text(state(finding)))
    return Markup("")


def doubt(context: Context, year: FiscalYear, datum: Datum) -> str:
    """The state of the finding that puts a value in doubt; empty where none does."""
    return next((state(finding) for _, finding in _doubts(context, year, datum)), "")


def _doubts(context: Context, year: FiscalYear, datum: Datum) -> Iterator[tuple[str, Finding]]:
    assessment, settled = context.assessment(year), _settled(context, year, datum)
    if assessment is None or settled is None:
        return
    # a place whose scores do not give the overall says nothing against it where the chosen scores do
    borne_out = datum == OVERALL and assessment.overall_agrees
    sources = {printing.source for printing in settled.printings}
    for anchor, finding in context.findings_of(year):
        disputed = finding.code == "value-conflict" and any(value.source in sources for value in finding.values)
        if disputed or (not borne_out and _ABOUT.get(finding.code) == datum):
            yield anchor, finding


def findings_line(context: Context, year: FiscalYear, address: str) -> Markup:
    """One neutral line where data of a year wait to be checked; empty where none do."""
    count = context.waiting(year)
    if not count:
        return Markup("")
    return link(links.relative(address, links.findings(year)), f"มีข้อมูลในเอกสารที่รอตรวจสอบ {count} จุด")


def about(finding: Finding) -> str:
    """What kind of contradiction, and of what, so that a list of twenty can be scanned."""
    kind = findings.title(finding.code)
    subject = f"ตัวชี้วัดที่ {finding.indicator}" if finding.indicator else finding.contradiction.details.get("subject", "")
    return f"{kind}: {subject}" if subject else kind


def doubts(context: Context, record: Source, address: str) -> Markup:
    """The findings about a record, each leading to its page; empty where there are none."""
    items = []
    for anchor, finding in context.findings_at(record):
        href = links.relative(address, links.findings(finding.fiscal_year, anchor))
        items.append(
            Markup('<li><a href="{}">{}</a> <small>{}</small></li>').format(
                text(href), text(about(finding)), text(state(finding))
            )
        )
    return Markup('<ul class="doubts">{}</ul>').format(join(items)) if items else Markup("")


def _settled(context: Context, year: FiscalYear, datum: Datum) -> Settled | None:
    assessment = context.assessment(year)
    return assessment.settled(datum) if assessment else None


def value(context: Context, year: FiscalYear, datum: Datum, address: str) -> Markup:
    """A datum as printed, marked where it is disputed; in words where there is no value to show."""
    settled = _settled(context, year, datum)
    if settled is None or settled.state is State.MISSING:
        return Markup('<span class="absent">{}</span>').format(text(ABSENT))
    flag = mark(context, year, datum, address)
    if settled.state is State.DISPUTED:
        printed = ", ".join(dict.fromkeys(printing.text for printing in settled.printings))
        return Markup('<span class="absent">{}</span> <small>(พิมพ์ไว้ {})</small>{}').format(
            text(UNDECIDED), text(printed), flag
        )
    return Markup('<span class="figure">{}</span>{}').format(text(settled.text), flag)


def in_words(settled: Settled) -> str:
    """A datum as printed, without marks; where there is no value, why."""
    return {State.MISSING: ABSENT, State.DISPUTED: UNDECIDED}.get(settled.state, settled.text)


def indicator_link(indicator: Indicator, address: str) -> Markup:
    """An indicator's name, leading to its page; one that fits a line of a phone stays in one piece."""
    name = Markup('<span class="whole">{}</span>').format(text(indicator.name))
    label = name if thai.width(indicator.name) <= _WHOLE else indicator.name
    return link(links.relative(address, links.indicator(indicator.number)), label)


def numbered(indicator: Indicator, address: str) -> Markup:
    """Its official number before its name, which leads to its page."""
    return Markup("{} {}").format(text(str(indicator.number)), indicator_link(indicator, address))


def derived(result: Derived) -> str:
    """A computed figure, or why it cannot be computed."""
    if result.value is not None:
        return figures.computed(result.value)
    reasons = []
    if result.missing:
        reasons.append(f"เอกสารไม่ได้พิมพ์คะแนนตัวชี้วัดที่ {', '.join(result.missing)}")
    if result.disputed:
        reasons.append(f"ตัวชี้วัดที่ {', '.join(result.disputed)} พิมพ์ไว้ไม่ตรงกัน")
    return f"{UNDECIDED if result.disputed else 'ยังคำนวณไม่ได้'} เพราะ{' และ'.join(reasons)}"


def source_note(context: Context, sources: Iterable[Source]) -> Markup:
    """Which lines of our files a table was made from, linked where the site's repository is known."""
    shown = list(sources)
    parts = []
    for first, label in spans(shown):
        href = context.origins.href(first)
        parts.append(link(href, label) if href else Markup("<code>{}</code>").format(text(label)))
    if not parts:
        return Markup("")
    reading = " (อ่านจากไฟล์สแกน ยังไม่ได้เทียบกับต้นฉบับ)" if any(context.is_ocr(one) for one in shown) else ""
    return Markup('<p class="source" data-search-exclude>ที่มา: {}{}</p>').format(join(parts, ", "), text(reading))


def spans(sources: Iterable[Source]) -> list[tuple[Source, str]]:
    """For each file the first line, and a label like `data/mueang-khong/2568/scores.yml:19–34`."""
    lines: dict[str, list[int]] = {}
    for source in sources:
        if source is not NOWHERE:
            lines.setdefault(source.file, []).append(source.line)
    return [
        (Source(file, min(found)), f"{file}:{min(found)}" + (f"–{max(found)}" if len(set(found)) > 1 else ""))
        for file, found in lines.items()
    ]


def sources_of(assessment: Assessment, data: Iterable[Datum]) -> list[Source]:
    """Where the shown printings of these data stand."""
    found = []
    for datum in data:
        settled = assessment.settled(datum)
        found += [settled.source] if settled.source is not NOWHERE else [p.source for p in settled.printings]
    return found


def short_year(context: Context, year: FiscalYear) -> str:
    """Like `ปี 2564 (อนุมาน)`."""
    return f"ปี {year}{' (อนุมาน)' if context.inferred(year) else ''}"


def year_label(context: Context, year: FiscalYear) -> str:
    """Like `ปีงบประมาณ พ.ศ. 2564 (ปีอนุมาน)`."""
    return f"ปีงบประมาณ พ.ศ. {year}{' (ปีอนุมาน)' if context.inferred(year) else ''}"
