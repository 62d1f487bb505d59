"""Measures in their year: merged cells filled from the row above, and the state that the reports give each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model import AgencyYear, Cell, Measure, PrintedSpan, Prose, Responsible, Round
from generator.thai import FiscalYear, fiscal_period


class MeasureState(StrEnum):
    NOT_STARTED = "not-started"
    ONGOING = "ongoing"
    DONE = "done"
    NOT_DONE = "not-done"
    CONTINUES = "continues"
    UNREPORTED = "unreported"


@dataclass(frozen=True)
class Acted:
    """A measure with the cells that hold for it; `inherited` are those that stand in a row above. `state` is None where
    it hangs on a date that is not known."""

    fiscal_year: FiscalYear
    assessed: FiscalYear
    measure: Measure
    responsible: tuple[Responsible, ...]
    period: PrintedSpan | None
    follow_up: Prose | None
    inherited: frozenset[Cell]
    state: MeasureState | None

    @property
    def no(self) -> int:
        return self.measure.no


def acted(year: AgencyYear, as_of: date | None) -> tuple[Acted, ...]:
    """The measures of a year in the order of its file, as they stand on a day."""
    rows: list[Acted] = []
    responsible: tuple[Responsible, ...] = ()
    period: PrintedSpan | None = None
    follow_up: Prose | None = None
    for measure in year.measures.measures if year.measures else ():
        responsible = measure.responsible or (responsible if Cell.RESPONSIBLE in measure.merged else ())
        period = measure.period or (period if Cell.PERIOD in measure.merged else None)
        follow_up = measure.follow_up or (follow_up if Cell.FOLLOW_UP in measure.merged else None)
        state = _state(measure, period, year.fiscal_year, as_of)
        inherited = frozenset(measure.merged)
        rows.append(Acted(year.fiscal_year, year.assessed, measure, responsible, period, follow_up, inherited, state))
    return tuple(rows)


def _state(
    measure: Measure, period: PrintedSpan | None, fiscal_year: FiscalYear, as_of: date | None
) -> MeasureState | None:
    """What is reported decides; without a report the day does."""
    if measure.not_done:
        return MeasureState.NOT_DONE
    if measure.continues:
        return MeasureState.CONTINUES
    if measure.result or measure.outcome or any(one.round is Round.YEAR_END for one in measure.progress):
        return MeasureState.DONE
    if as_of is None:
        return MeasureState.ONGOING if measure.progress else None
    return _state_on(as_of, measure, period, fiscal_year)


def _state_on(day: date, measure: Measure, period: PrintedSpan | None, fiscal_year: FiscalYear) -> MeasureState:
    """Where a day lies in the measure's period, or else in its whole year."""
    days = period.period if period and period.period else fiscal_period(fiscal_year)
    if day > days.end:
        return MeasureState.UNREPORTED
    if day < days.start and not measure.progress:
        return MeasureState.NOT_STARTED
    return MeasureState.ONGOING
