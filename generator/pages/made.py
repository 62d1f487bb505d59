"""Which data files a page is made from: by their dates in git it says when it changed last."""

from collections.abc import Collection

from generator.model import AgencyYear, Record
from generator.pages.context import Context
from generator.thai import FiscalYear


def made_of(context: Context, *kinds: str, years: Collection[FiscalYear | None] | None = None) -> tuple[str, ...]:
    """The files of these kinds, in the order of the kinds: `agency`, `acknowledged`, and of the years (all, where none
    are named) `scores`, `analysis`, `measures`, `documents` and `disclosure`. What is not there is left out."""
    agency = context.agency
    entries = [entry for entry in agency.years if years is None or entry.fiscal_year in years]
    records: list[Record | None] = []
    for kind in kinds:
        if kind == "agency":
            records.append(agency.profile)
        elif kind == "acknowledged":
            records += agency.acknowledgements
        else:
            records += [record for entry in entries for record in _records(entry, kind)]
    return tuple(dict.fromkeys(record.source.file for record in records if record))


def _records(entry: AgencyYear, kind: str) -> tuple[Record | None, ...]:
    """What one file of a year says."""
    found: dict[str, tuple[Record | None, ...]] = {
        "scores": (entry.scores if entry.has_scores else None,),
        "analysis": (entry.analysis,),
        "measures": (entry.measures,),
        "documents": entry.documents,
        "disclosure": (entry.disclosures,),
    }
    return found[kind]
