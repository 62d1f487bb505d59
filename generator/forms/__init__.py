"""แบบกรอก ITA: one workbook a year that a clerk fills in, written from the data and read back into them.

A sheet is a module with `sheet` (what it shows) and `merge` (what a filled one says), and one line in SHEETS. Nothing
in a form that was only written and read changes a file.

Modules from the top: tables; findings, items, outcomes; analysis, disclosure, measures, scores; draft, filled;
workbook, carried; sheets; fields.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.forms import analysis, disclosure, findings, items, measures, outcomes, scores
from generator.forms.carried import begun
from generator.forms.draft import Change, Draft, Drafts, finished
from generator.forms.filled import Recognised, filled, recognise
from generator.forms.sheets import Filled, Material, Sheet
from generator.forms.workbook import Heading, as_xlsx
from generator.problems import Problem
from generator.thai import FiscalYear

__all__ = [
    "Change",
    "Draft",
    "Drafts",
    "Material",
    "Recognised",
    "file_name",
    "finished",
    "form",
    "merged",
    "recognise",
    "years",
]


@dataclass(frozen=True)
class Part:
    sheet: Callable[[Material], Sheet]
    merge: Callable[[Filled, Material, Drafts], None]


SHEETS: tuple[Part, ...] = (
    Part(scores.sheet, scores.merge),
    Part(analysis.sheet, analysis.merge),
    Part(measures.sheet, measures.merge),
    Part(outcomes.sheet, outcomes.merge),
    Part(disclosure.sheet, disclosure.merge),
    Part(items.sheet, items.merge),
    Part(findings.sheet, findings.merge),
)


def file_name(year: FiscalYear, slug: str | None = None) -> str:
    """What the form of a year is called; with a slug where there are several agencies."""
    return f"แบบกรอก-ITA-{year}.xlsx" if slug is None else f"แบบกรอก-ITA-{year}-{slug}.xlsx"


def years(material: Material) -> str:
    """The three years that an ITA year is about."""
    return f"คะแนนปี {material.year.before()} → มาตรการปี {material.year} → เปิดเผยใน ITA ปี {material.year}"


def form(material: Material) -> bytes:
    """The form of an agency and year, filled with what its files say; of a year without an answer, with what those of
    the year before begin. An import writes that too."""
    shown = begun(material)
    agency = f"{material.agency.name} ({material.agency.slug})"
    heading = Heading(str(material.year), agency, years(material))
    return as_xlsx(heading, [part.sheet(shown) for part in SHEETS])


def merged(material: Material, form: Recognised) -> tuple[Drafts, tuple[Problem, ...]]:
    """The files as the filled form wants them, and what is wrong with the form itself. A sheet that was taken out
    changes nothing."""
    drafts = Drafts(material.trees)
    problems = list(_merge(material, form, drafts))
    for draft in drafts.opened.values():
        problems += draft.problems
    return drafts, tuple(problems)


def _merge(material: Material, form: Recognised, drafts: Drafts) -> Iterator[Problem]:
    expected = {sheet.name: (part, sheet) for part in SHEETS for sheet in [part.sheet(material)]}
    for name, grid in form.sheets.items():
        if name not in expected:
            yield Problem("form-sheet-unknown", grid.rows[0][0].source, name, {"known": ", ".join(expected)})
            continue
        part, sheet = expected[name]
        read, problems = filled(sheet, grid)
        yield from problems
        if not problems:
            part.merge(read, material, drafts)
