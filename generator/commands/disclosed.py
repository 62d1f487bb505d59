"""What the commands about one ITA year begin with: the agencies that answer items of it."""

from dataclasses import dataclass

from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.commands import report
from generator.commands.gather import examine_files
from generator.commands.options import DATA, DONE, USAGE, Options, Say
from generator.model import Agency, Layout, Site
from generator.problems import Language
from generator.thai import FiscalYear

_NOBODY: dict[Language, str] = {
    "th": "ยังไม่มีหน่วยงานใดมีแฟ้ม disclosure.yml ของปี {year} (data/<หน่วยงาน>/{year}/disclosure.yml)",
    "en": "no agency has a disclosure.yml of {year} (data/<agency>/{year}/disclosure.yml)",
}


@dataclass(frozen=True)
class Asked:
    """One agency with its answers to the items of the year."""

    agency: Agency
    year: DisclosedYear


@dataclass(frozen=True)
class Opened:
    """The agencies that a command is about, none where it cannot go on; `code` is what it ends with so far."""

    agencies: tuple[Asked, ...]
    code: int
    site: Site | None = None

    @property
    def alone(self) -> bool:
        """Whether the site is one agency's own, without a portal above."""
        return self.site is not None and self.site.layout is Layout.AGENCY


def opened(options: Options, year: FiscalYear, say: Say) -> Opened:
    """The agencies with answers to items of the year, after saying every problem of the files."""
    examined = examine_files(options, options.agency)
    for line in report.problems(examined, options.language):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return Opened((), USAGE)
    dataset = examined.dataset
    if dataset is None:
        return Opened((), DATA)
    asked = tuple(
        Asked(result.agency, one)
        for result in examined.results
        if result.agency.slug not in examined.held
        for one in disclosures(result.agency, dataset.frameworks, dataset.earlier)
        if one.year == year
    )
    if not asked and not examined.held:
        say(_NOBODY[options.language].format(year=year))
    return Opened(asked, DATA if examined.problems or not asked else DONE, dataset.site)
