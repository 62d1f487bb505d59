"""The scores of a year as bars, by instrument."""

from generator import links
from generator.assess import Assessment, State
from generator.charts import bars
from generator.pages import headlines
from generator.pages.context import Context, derived, numbered, sources_of, value, year_label
from generator.pages.figure import Figure, Rows
from generator.pages.tables import Value

COLUMNS = ("fiscal_year", "indicator", "name", "instrument", "score", "status", "printed", "bar_of_overall", "review")


def figure(context: Context, assessment: Assessment, address: str) -> Figure:
    """The figure for the page at `address`."""
    bar = assessment.framework.scoring.bar
    caption = f"คะแนน {len(assessment.numbers)} ตัวชี้วัด {year_label(context, assessment.fiscal_year)}"
    chart = bars.Bars(f"{caption} (เส้นประ: เกณฑ์ {bar} ของคะแนนรวม)", bar, _groups(context, assessment, address))
    return Figure(
        place=f"{links.scores(assessment.fiscal_year)}indicators",
        finding=headlines.of_year(context, assessment),
        shown=f"{caption} แกน 0–100 คะแนน เส้นประคือเกณฑ์ {bar} ของคะแนนรวม",
        picture=bars.draw(chart),
        sketch=lambda: bars.sketch(chart),
        sources=tuple(sources_of(assessment, [str(n) for n in assessment.numbers])),
        year=assessment.fiscal_year,
        rows=Rows(COLUMNS, [written(context, assessment, n) for n in assessment.numbers]),
    )


def _groups(context: Context, assessment: Assessment, address: str) -> tuple[bars.Group, ...]:
    framework, year = assessment.framework, assessment.fiscal_year
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
    return tuple(groups)


def written(context: Context, assessment: Assessment, number: int) -> tuple[Value, ...]:
    """One indicator of one year for machines."""
    indicator, settled = assessment.framework.indicator(number), assessment.indicator(number)
    printed = "; ".join(dict.fromkeys(one.text for one in settled.printings))
    waiting = headlines.is_waiting(context, assessment, str(number))
    return (
        assessment.fiscal_year,
        number,
        indicator.name,
        indicator.instrument,
        settled.number,
        settled.state.value,
        printed if settled.state is State.DISPUTED else settled.text,
        assessment.framework.scoring.bar,
        "waiting" if waiting else "",
    )
