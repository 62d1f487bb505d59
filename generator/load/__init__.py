"""Files of the data folder in, records out, with every Problem that the files have.

Only regular files with known names are opened; nothing is followed out of the folder. A Problem inside an agency's
folder holds that agency, one in a framework the agencies that use it, any other everything. Modules from the top:
agencies, rules; files.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from generator import frameworks
from generator.attachments import NoStore, Store, is_ignored
from generator.load.agencies import LOCK, YEAR_FILES, agency_of
from generator.load.files import Found, irregular, no_file, record, stray, year_of
from generator.model import Agency, Dataset, Framework, Layout, LinkCheck, Site
from generator.problems import SHOWN, Problem, Source, in_order
from generator.thai import FiscalYear, NotReadable

__all__ = ["LINKS", "LOCK", "RESERVED", "SLUG", "YEAR_FILES", "Loaded", "framework_year", "load"]

SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
RESERVED = frozenset(
    """about assets changes compare complaints contact data documents eit files findings frameworks handbook indicators
    measures methodology oit privacy scores search site years 404""".split()
)

LINKS = "links.yml"
NOTHING_KEPT = NoStore()


@dataclass(frozen=True)
class Loaded:
    """What could be read. `held` are the slugs that must not be built; `blocked` says that nothing may be; `notices`
    only warn."""

    dataset: Dataset
    problems: tuple[Problem, ...]
    held: frozenset[str]
    blocked: bool
    notices: tuple[Problem, ...] = ()


def load(folder: Path, only: str | None = None, store: Store = NOTHING_KEPT) -> Loaded:
    """Everything that the data folder says, and what is wrong with it; of the agencies all or `only` one. `store` keeps
    what attached files say."""
    found = Found()
    if not folder.is_dir():
        missing = Problem("no-data-folder", Source(SHOWN), details={"name": str(folder)})
        return Loaded(Dataset(_UNREAD, (), {}), (missing,), frozenset(), blocked=True)
    slugs = _agency_folders(folder, found)
    site = record(folder / "site.yml", SHOWN, Site, found, None)
    checked = record(folder / LINKS, SHOWN, LinkCheck, found, None) if (folder / LINKS).is_file() else None
    overrides, broken_years = _overrides(folder / "frameworks", found)
    loaded = [agency_of(folder / slug, slug, found, store) for slug in slugs if only in (None, slug)]
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
    known_agencies = tuple(_with_known_years(agency, used) for agency in agencies)
    dataset = Dataset(site or _UNREAD, known_agencies, used, _earlier(known_agencies, overrides), checked)
    blocked = any(problem.agency is None and not framework_year(problem) for problem in found.problems)
    return Loaded(dataset, in_order(found.problems), frozenset(found.held), blocked, in_order(found.notices))


def _earlier(agencies: tuple[Agency, ...], overrides: dict[FiscalYear, Framework]) -> dict[FiscalYear, Framework]:
    """The rules of all years before the last one that somebody answers items of."""
    last = max((year for agency in agencies for year in agency.disclosed_years), default=None)
    years = {*frameworks.packaged_years(), *overrides} if last else set()
    return {year: overrides.get(year) or frameworks.packaged(year) for year in sorted(years) if last and year < last}


# Stands for a site.yml that cannot be read, so that everything else is checked all the same.
_UNREAD = Site(format="1", layout=Layout.NETWORK, title="-")


def framework_year(problem: Problem) -> FiscalYear | None:
    """The year whose own framework a Problem is about: it holds only the agencies that use it."""
    found = re.fullmatch(f"{SHOWN}/frameworks/([0-9]{{4}})[.]yml", problem.source.file)
    try:
        return year_of(found[1]) if found else None
    except NotReadable:
        return None


def _with_known_years(agency: Agency, used: dict[FiscalYear, Framework]) -> Agency:
    known = (year for year in agency.years if year.fiscal_year in used and (not year.measures or year.assessed in used))
    return replace(agency, years=tuple(known))


def _agency_folders(folder: Path, found: Found) -> list[str]:
    slugs = []
    for path in sorted(folder.iterdir()):
        name, source = path.name, Source(f"{SHOWN}/{path.name}")
        if kind := irregular(path):
            found.add([Problem("file-kind", source, kind)])
        elif path.is_file():
            if name not in {"site.yml", LINKS} and not is_ignored(name):
                found.add([stray(name, source, ["site.yml", "frameworks/", "<หน่วยงาน>/"])])
        elif name in RESERVED and name != "frameworks":
            found.add([Problem("slug-reserved", source, name)])
        elif name != "frameworks" and not SLUG.fullmatch(name):
            found.add([Problem("slug-invalid", source, name)])
        elif name != "frameworks":
            slugs.append(name)
    return slugs


def _overrides(folder: Path, found: Found) -> tuple[dict[FiscalYear, Framework], set[FiscalYear]]:
    """The site's own frameworks by year, and the years whose file cannot be read."""
    own: dict[FiscalYear, Framework] = {}
    broken: set[FiscalYear] = set()
    shown = f"{SHOWN}/frameworks"
    for path in sorted(folder.iterdir()) if folder.is_dir() and not irregular(folder) else ():
        source = Source(f"{shown}/{path.name}")
        if is_ignored(path.name):
            continue
        try:
            year = year_of(path.stem)
        except NotReadable:
            year = None
        if year is None or path.suffix != ".yml":
            # Nobody can say which agencies it is for: it holds everything.
            found.add([stray(path.name, source, ["<ปี พ.ศ.>.yml"])])
            continue
        if kind := no_file(path):
            found.add([Problem("file-kind", source, kind)])
            broken.add(year)
            continue
        framework = record(path, shown, Framework, found, None)
        if framework is None:
            broken.add(year)
        else:
            own[year] = framework
    return own, broken
