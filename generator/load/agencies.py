"""An agency's folder: who it is, its years with their files, and who looked at its findings."""

import re
from pathlib import Path
from typing import TypeVar

from generator import attachments
from generator.attachments import Store, is_ignored
from generator.load.files import Found, irregular, no_file, record, stray, year_of
from generator.model import (
    ADDRESS,
    Acknowledgements,
    Agency,
    AgencyProfile,
    AgencyYear,
    Analysis,
    AttachedFile,
    Disclosures,
    Documents,
    FileKind,
    MeasureSet,
    Phrase,
    Record,
    ScoreSet,
)
from generator.problems import SHOWN, Problem, Source
from generator.thai import FiscalYear, NotReadable

R = TypeVar("R", bound=Record)

LOCK = "urls.lock"
LARGEST_EMBLEM = 30_000


def agency_of(folder: Path, slug: str, found: Found, store: Store) -> Agency | None:
    """What the folder of an agency says; None where nobody can say who it is."""
    shown = f"{SHOWN}/{slug}"
    years = []
    misnamed = False
    pictures: tuple[AttachedFile, ...] = ()
    for path in sorted(folder.iterdir()):
        source = Source(f"{shown}/{path.name}")
        if kind := irregular(path):
            found.add([Problem("file-kind", source, kind)], slug)
        elif path.name == _FILES and path.is_dir():
            pictures, problems, notices = attachments.inspect(path, source.file, store)
            found.tell(notices, slug)
            if problems:
                found.add(problems, slug)
        elif path.is_dir():
            try:
                years.append((year_of(path.name), path))
            except NotReadable as fault:
                misnamed = True
                found.add([Problem("folder-year", source, path.name, {"guess": fault.reading})], slug)
        elif path.name not in {"agency.yml", "acknowledged.yml", LOCK} and not is_ignored(path.name):
            known = ["agency.yml", "acknowledged.yml", LOCK, f"{_FILES}/", "<ปี พ.ศ.>/"]
            found.add([stray(path.name, source, known)], slug)
    profile = record(folder / "agency.yml", shown, AgencyProfile, found, slug)
    acknowledged = None
    if (folder / "acknowledged.yml").exists():
        acknowledged = record(folder / "acknowledged.yml", shown, Acknowledgements, found, slug)
    locked = _locked(folder / LOCK, shown, found, slug)
    results = [entry for year, path in years if (entry := _year(path, year, slug, found, store))]
    if profile is None:
        return None
    # a misnamed folder is a Problem already, and may be where the result is
    if not misnamed and not any(one.has_scores or "scores.yml" in one.unread for one in results):
        found.tell([Problem("no-scores", Source(shown), slug)], slug)
    emblem = _emblem(profile, pictures, found, slug)
    return Agency(slug, profile, tuple(results), acknowledged.acknowledged if acknowledged else (), locked, emblem)


def _emblem(profile: AgencyProfile, pictures: tuple[AttachedFile, ...], found: Found, slug: str) -> AttachedFile | None:
    """The picture that agency.yml names; every page has it, so that it must be small."""
    if profile.emblem is None:
        return None
    named = profile.emblem.value
    emblem = next((one for one in pictures if one.name == named), None)
    if emblem is None or emblem.kind not in {FileKind.PNG, FileKind.JPG}:
        found.add([Problem("emblem-missing", profile.emblem.source, named)], slug)
    elif emblem.size > LARGEST_EMBLEM:
        details = {"size": str(emblem.size // 1000), "limit": str(LARGEST_EMBLEM // 1000)}
        found.add([Problem("emblem-large", profile.emblem.source, named, details)], slug)
    return emblem


def _locked(path: Path, shown: str, found: Found, slug: str) -> tuple[Phrase, ...]:
    """The addresses of urls.lock, a line each; a line that begins with # is a note."""
    if no_file(path) or not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        found.add([Problem("lock-line", Source(f"{shown}/{LOCK}"))], slug)
        return ()
    addresses = []
    for number, line in enumerate(lines, start=1):
        address, source = line.strip(), Source(f"{shown}/{LOCK}", number)
        if address and not address.startswith("#"):
            addresses.append(Phrase(address, source))
            if not re.fullmatch(ADDRESS, address):
                found.add([Problem("lock-line", source, address)], slug)
    return tuple(addresses)


YEAR_FILES = ("scores.yml", "analysis.yml", "measures.yml", "documents.yml", "disclosure.yml")
_FILES = "files"


def _year(folder: Path, year: FiscalYear, slug: str, found: Found, store: Store) -> AgencyYear | None:
    """What the folder of a year says; None where it has no file of data yet, and so is no year."""
    shown = f"{SHOWN}/{slug}/{folder.name}"
    named = set()
    unread = set()
    files: tuple[AttachedFile, ...] = ()
    for path in sorted(folder.iterdir()):
        source = Source(f"{shown}/{path.name}")
        if path.name == _FILES and path.is_dir() and not irregular(path):
            files, problems, notices = attachments.inspect(path, f"{shown}/{_FILES}", store)
            found.tell(notices, slug)
            if problems:
                found.add(problems, slug)
                unread |= {problem.source.file.removeprefix(f"{shown}/") for problem in problems}
            continue
        if kind := no_file(path):
            found.add([Problem("file-kind", source, kind)], slug)
        elif path.name not in YEAR_FILES and not is_ignored(path.name):
            found.add([stray(path.name, source, [*YEAR_FILES, f"{_FILES}/"])], slug)
        named.add(path.name)
    if not named & {*YEAR_FILES}:
        found.tell([Problem("file-unused", file.source, file.name) for file in files], slug)
        return None

    def read(name: str, model: type[R]) -> R | None:
        one = record(folder / name, shown, model, found, slug) if name in named else None
        if name in named and one is None:
            unread.add(name)
        return one

    scores, analysis = read("scores.yml", ScoreSet), read("analysis.yml", Analysis)
    measures, documents = read("measures.yml", MeasureSet), read("documents.yml", Documents)
    disclosures = read("disclosure.yml", Disclosures)
    papers = documents.documents if documents else ()
    return AgencyYear(
        year, scores or ScoreSet(), analysis, measures, papers, disclosures, files, unread=frozenset(unread)
    )
