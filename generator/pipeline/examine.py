"""From the data folder to everything that is known before a page is made."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.assess import Assessment, assess
from generator.attachments import Store
from generator.findings import Finding, find
from generator.history import History, read_history
from generator.load import NOTHING_KEPT, framework_year, load
from generator.model import Agency, Dataset
from generator.pipeline.attached import notices
from generator.problems import SHOWN, Problem, in_order
from generator.validate import validate


@dataclass(frozen=True)
class Result:
    """One agency, assessed: what its pages are made from, and what does not agree."""

    agency: Agency
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    as_of: date | None


@dataclass(frozen=True)
class Examined:
    """Everything that is known before a page is made. Without `dataset` nothing can be built. `problems` hold back,
    `notices` only warn. `day` is that of the run, where it was told."""

    folder: Path
    dataset: Dataset | None
    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    held: frozenset[str]
    history: History
    as_of: date | None
    notices: tuple[Problem, ...] = ()
    day: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for result in self.results for finding in result.findings)


def examine(
    folder: Path,
    as_of: date | None = None,
    only: str | None = None,
    store: Store = NOTHING_KEPT,
    *,
    day: date | None = None,
) -> Examined:
    """Loads, validates, assesses and checks the data folder. `as_of` overrides the dates from git; `day` decides what
    is over by now and is no date of the data; `only` leaves the other agencies unread; `store` keeps what attached
    files say from run to run."""
    loaded = load(folder, only, store)
    history = read_history(folder) if folder.is_dir() else History(note="no-git")
    dataset = loaded.dataset
    problems = [*loaded.problems, *validate(dataset)]
    years = {framework_year(problem) for problem in problems}
    broken = {problem.agency for problem in problems if problem.agency} | set(loaded.held)
    broken |= {one.slug for one in dataset.agencies if years & one.framework_years().keys()}
    results = []
    for agency in dataset.agencies:
        if agency.slug in broken:
            continue
        assessments = assess(agency, dataset.frameworks)
        findings, lapsed = find(agency, dataset.frameworks, assessments)
        problems += lapsed
        changed = as_of or history.changed(f"{SHOWN}/{agency.slug}")
        results.append(Result(agency, assessments, findings, changed))
    broken |= {problem.agency for problem in problems if problem.agency}
    return Examined(
        folder,
        None if loaded.blocked else dataset,
        tuple(results),
        in_order(problems),
        frozenset(broken),
        history,
        as_of or history.changed(SHOWN),
        in_order([*loaded.notices, *notices(dataset)]),
        day,
    )
