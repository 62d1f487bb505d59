"""prongsai check: says everything that is wrong or does not agree and what is open in the OIT list, also as a page in
the output folder, and changes no data."""

import datetime
from collections.abc import Iterator

from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.commands import report
from generator.commands.check_page import page
from generator.commands.gather import gather
from generator.commands.options import DATA, DONE, Options, Say
from generator.commands.verdicts import verdict_lines
from generator.model import Agency
from generator.pipeline.examine import Examined
from generator.problems import Language
from generator.write import write_whole

PAGE = "check.html"
_WORDS: dict[Language, str] = {
    "th": "รายงานสำหรับอ่านและพิมพ์: {path}",
    "en": "a report to read and print: {path}",
}


def run(options: Options, say: Say, *, today: datetime.date) -> int:
    examined = gather(options).examined
    if options.form == "json":
        say(report.as_json(examined, options.language))
    else:
        listed = [*_listed(examined)]
        for line in report.lines(examined, options.language):
            say(line)
        for agency, year in listed:
            say(_name(agency))
            for line in verdict_lines(year, options.language, today):
                say(line)
        verdicts = [(_name(agency), [*verdict_lines(year, "th", today)]) for agency, year in listed]
        written = options.out / PAGE
        options.out.mkdir(parents=True, exist_ok=True)
        write_whole(written, page(examined, verdicts, today))
        say(_WORDS[options.language].format(path=written.as_posix()))
    holding = any(finding.holds for finding in examined.findings)
    return DATA if examined.problems or holding else DONE


def _name(agency: Agency) -> str:
    return report.clean(f"{agency.name} ({agency.slug})")


def _listed(examined: Examined) -> Iterator[tuple[Agency, DisclosedYear]]:
    """The latest year of each agency that lists its answers to OIT items."""
    dataset = examined.dataset
    for result in examined.results if dataset else ():
        own = {entry.fiscal_year for entry in result.agency.years if entry.disclosures}
        years = disclosures(result.agency, dataset.frameworks, dataset.earlier) if own and dataset else ()
        yield from [(result.agency, year) for year in years if year.year in own][-1:]
