"""Files of the data folder in, records out, with every Problem that the files have.

Only regular files with known names are opened; nothing is followed out of the folder. A Problem inside an agency's
folder holds that agency, one in a framework the agencies that use it, any other everything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator import frameworks
from generator.model import (
    Acknowledgements,
    Agency,
    AgencyProfile,
    AgencyYear,
    Analysis,
    Dataset,
    Documents,
    Framework,
    Layout,
    MeasureSet,
    Record,
    ScoreSet,
    Site,
)
from generator.problems import SHOWN, InvalidData, Problem, Source, in_order, nearest
from generator.reader import parse, read
from generator.thai import FiscalYear, NotReadable, parse_year

SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
RESERVED = frozenset(
    """about assets changes compare complaints contact data documents eit files findings frameworks handbook indicators
    measures methodology oit privacy scores search site years 404""".split()
)
# Notes for people, and what systems leave behind without being asked.
_IGNORED = frozenset({"README.md", "desktop.ini", "Thumbs.db", ".DS_Store"})

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What could be read. `held` are the slugs that must not be built; `blocked` says that nothing may be."""

    dataset: Dataset
    problems: tuple[Problem, ...]
    held: frozenset[str]
    blocked: bool


@dataclass
class _Findings:
    """Problems gathered on the way, and the agencies that cannot be built because of others' files."""

    problems: list[Problem] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def add(self, problems: Iterable[Problem], agency: str | None = None) -> None:
        self.problems += [replace(problem, agency=agency) for problem in problems]
        if agency:
            self.held.add(agency)


def load(folder: Path, only: str | None = None) -> Loaded:
    """Everything that the data folder says, and what is wrong with it; of the agencies all or `only` one."""
    found = _Findings()
    if not folder.is_dir():
        missing = Problem("no-data-folder", Source(SHOWN), details={"name": str(folder)})
        return Loaded(Dataset(_UNREAD, (), {}), (missing,), frozenset(), blocked=True)
    slugs = _agency_folders(folder, found)
    site = _record(folder / "site.yml", SHOWN, Site, found, None)
    overrides, broken_years = _overrides(folder / "frameworks", found)
    loaded = [_agency(folder / slug, slug, found) for slug in slugs if only in (None, slug)]
    agencies = [agency for agency in loaded if agency]
    known = {*frameworks.packaged_years(), *overrides, *broken_years}
    needed: set[FiscalYear] = set()
    for agency in agencies:
        for year, source in agency.framework_years().items():
            if year in broken_years:
                found.held.add(agency.slug)
            elif year in known:
                needed.add(year)
            else:
                years = ", ".join(map(str, sorted(known)))
                found.add([Problem("framework-missing", source, str(year), {"known": years})], agency.slug)
    if site and site.layout is Layout.AGENCY and len(slugs) != 1:
        found.add([Problem("layout-agencies", Source(f"{SHOWN}/site.yml"), str(len(slugs)))])
    used = {year: overrides.get(year) or frameworks.packaged(year) for year in sorted(needed)}
    dataset = Dataset(site or _UNREAD, tuple(_with_known_years(agency, used) for agency in agencies), used)
    blocked = any(problem.agency is None and not framework_year(problem) for problem in found.problems)
    return Loaded(dataset, in_order(found.problems), frozenset(found.held), blocked)


# Stands for a site.yml that cannot be read, so that everything else is checked all the same.
_UNREAD = Site(format="1", layout=Layout.NETWORK, title="-")


def framework_year(problem: Problem) -> FiscalYear | None:
    """The year whose own framework a Problem is about: it holds only the agencies that use it."""
    found = re.fullmatch(f"{SHOWN}/frameworks/([0-9]{{4}})[.]yml", problem.source.file)
    try:
        return _year_of(found[1]) if found else None
    except NotReadable:
        return None


def _with_known_years(agency: Agency, used: dict[FiscalYear, Framework]) -> Agency:
    known = (year for year in agency.years if year.fiscal_year in used and (not year.measures or year.assessed in used))
    return replace(agency, years=tuple(known))


def _agency_folders(folder: Path, found: _Findings) -> list[str]:
    slugs = []
    for path in sorted(folder.iterdir()):
        name, source = path.name, Source(f"{SHOWN}/{path.name}")
        if kind := _irregular(path):
            found.add([Problem("file-kind", source, kind)])
        elif path.is_file():
            if name not in {"site.yml", *_IGNORED}:
                found.add([_stray(name, source, ["site.yml", "frameworks/", "<หน่วยงาน>/"])])
        elif name in RESERVED and name != "frameworks":
            found.add([Problem("slug-reserved", source, name)])
        elif name != "frameworks" and not SLUG.fullmatch(name):
            found.add([Problem("slug-invalid", source, name)])
        elif name != "frameworks":
            slugs.append(name)
    return slugs


def _stray(name: str, source: Source, known: list[str]) -> Problem:
    return Problem("stray-name", source, name, {"known": ", ".join(known), "guess": nearest(name, known)})


def _irregular(path: Path) -> str:
    """Why a path is not to be opened: a link, a device; empty for a file or folder."""
    if path.is_symlink():
        return "symlink"
    return "" if path.is_file() or path.is_dir() else "special"


def _no_file(path: Path) -> str:
    """Why a path is no file to be read; empty where it is one."""
    return _irregular(path) or ("directory" if path.is_dir() else "")


def _overrides(folder: Path, found: _Findings) -> tuple[dict[FiscalYear, Framework], set[FiscalYear]]:
    """The site's own frameworks by year, and the years whose file cannot be read."""
    own: dict[FiscalYear, Framework] = {}
    broken: set[FiscalYear] = set()
    shown = f"{SHOWN}/frameworks"
    for path in sorted(folder.iterdir()) if folder.is_dir() and not _irregular(folder) else ():
        source = Source(f"{shown}/{path.name}")
        if path.name in _IGNORED:
            continue
        try:
            year = _year_of(path.stem)
        except NotReadable:
            year = None
        if year is None or path.suffix != ".yml":
            # Nobody can say which agencies it is for: it holds everything.
            found.add([_stray(path.name, source, ["<ปี พ.ศ.>.yml"])])
            continue
        if kind := _no_file(path):
            found.add([Problem("file-kind", source, kind)])
            broken.add(year)
            continue
        framework = _record(path, shown, Framework, found, None)
        if framework is None:
            broken.add(year)
        else:
            own[year] = framework
    return own, broken


def _agency(folder: Path, slug: str, found: _Findings) -> Agency | None:
    shown = f"{SHOWN}/{slug}"
    years = []
    named_years = 0
    for path in sorted(folder.iterdir()):
        source = Source(f"{shown}/{path.name}")
        if kind := _irregular(path):
            found.add([Problem("file-kind", source, kind)], slug)
        elif path.is_dir():
            named_years += 1
            try:
                years.append((_year_of(path.name), path))
            except NotReadable as fault:
                found.add([Problem("folder-year", source, path.name, {"guess": fault.reading})], slug)
        elif path.name not in {"agency.yml", "acknowledged.yml", *_IGNORED}:
            found.add([_stray(path.name, source, ["agency.yml", "acknowledged.yml", "<ปี พ.ศ.>/"])], slug)
    profile = _record(folder / "agency.yml", shown, AgencyProfile, found, slug)
    acknowledged = None
    if (folder / "acknowledged.yml").exists():
        acknowledged = _record(folder / "acknowledged.yml", shown, Acknowledgements, found, slug)
    results = [entry for year, path in years if (entry := _year(path, year, shown, slug, found))]
    if not named_years:
        found.add([Problem("no-year", Source(shown))], slug)
    elif years and not any(one.has_scores or "scores.yml" in one.unread for one in results):
        found.add([Problem("no-scores", Source(shown))], slug)
    if profile is None:
        return None
    return Agency(slug, profile, tuple(results), acknowledged.acknowledged if acknowledged else ())


def _year_of(name: str) -> FiscalYear:
    """The year that a folder or file is named for, in the digits that its address has."""
    year = parse_year(name)
    if name != str(year):
        raise NotReadable("year-invalid", str(year))
    return year


_YEAR_FILES = ("scores.yml", "analysis.yml", "measures.yml", "documents.yml")


def _year(folder: Path, year: FiscalYear, shown: str, slug: str, found: _Findings) -> AgencyYear | None:
    shown = f"{shown}/{folder.name}"
    named = set()
    for path in sorted(folder.iterdir()):
        source = Source(f"{shown}/{path.name}")
        if kind := _no_file(path):
            found.add([Problem("file-kind", source, kind)], slug)
        elif path.name not in {*_YEAR_FILES, *_IGNORED}:
            found.add([_stray(path.name, source, [*_YEAR_FILES])], slug)
        named.add(path.name)
    if not named & {*_YEAR_FILES}:
        found.add([Problem("empty-year", Source(shown), details={"known": ", ".join(_YEAR_FILES)})], slug)
        return None

    def record(name: str, model: type[R]) -> R | None:
        return _record(folder / name, shown, model, found, slug) if name in named else None

    scores, analysis = record("scores.yml", ScoreSet), record("analysis.yml", Analysis)
    measures, documents = record("measures.yml", MeasureSet), record("documents.yml", Documents)
    there = dict(zip(_YEAR_FILES, (scores, analysis, measures, documents), strict=True))
    unread = frozenset(name for name, one in there.items() if name in named and one is None)
    papers = documents.documents if documents else ()
    return AgencyYear(year, scores or ScoreSet(), analysis, measures, papers, unread=unread)


def _record(path: Path, shown: str, model: type[R], found: _Findings, agency: str | None) -> R | None:
    """The record in a file; where there is none, its Problems are in `found`."""
    name = f"{shown}/{path.name}"
    if _irregular(path) or not path.is_file():
        if not path.is_symlink() and not path.exists():
            found.add([Problem("missing-file", Source(shown), details={"name": path.name})], agency)
        return None
    try:
        return parse(read(path.read_bytes(), name), model)
    except InvalidData as invalid:
        found.add(invalid.problems, agency)
        return None
