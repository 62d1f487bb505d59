"""From drafts of data files to files on the disk: nothing is written that was not first loaded, validated and checked
as a whole, in a copy of the data folder."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.attachments import Store
from generator.findings import Finding
from generator.forms import Change, Draft, Drafts, finished
from generator.load.rules import RULES, lacking
from generator.model import (
    Acknowledgements,
    AgencyProfile,
    Analysis,
    Disclosures,
    Documents,
    Framework,
    MeasureSet,
    Record,
    ScoreSet,
)
from generator.pipeline.examine import Examined, examine
from generator.pipeline.material import framework_bytes
from generator.problems import SHOWN, Problem, Source
from generator.reader import read
from generator.reader.rewrite import places, rewritten
from generator.thai import FiscalYear, parse_year
from generator.write import write_whole

_MODELS: Mapping[str, type[Record]] = {
    "acknowledged.yml": Acknowledgements,
    "agency.yml": AgencyProfile,
    "analysis.yml": Analysis,
    "disclosure.yml": Disclosures,
    "documents.yml": Documents,
    "measures.yml": MeasureSet,
    "scores.yml": ScoreSet,
}
Place = tuple[str | int, ...]

_HEADER = "# {what} นำเข้าจาก {origin}\n"
_WHAT = {
    "agency.yml": "หน่วยงาน",
    "scores.yml": "ผลการประเมิน",
    "analysis.yml": "บทวิเคราะห์ผลการประเมิน",
    "measures.yml": "มาตรการ",
    "documents.yml": "เอกสารฉบับทางการ",
    "disclosure.yml": "คำตอบรายข้อ OIT",
    "acknowledged.yml": "จุดที่ข้อมูลไม่ตรงกันซึ่งมีผู้ตรวจแล้ว",
}


@dataclass(frozen=True)
class Prospect:
    """What an import would do. `files` are the new contents by their path below the data folder, None where a file
    goes; `copied` the attached files that come along, by the path that they get. With `problems` nothing may be
    written. `opened` and `closed` are findings that the new data have, or have no more."""

    files: Mapping[str, bytes | None]
    copied: Mapping[str, Path]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    told: tuple[Problem, ...]
    opened: tuple[Finding, ...] = ()
    closed: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Workshop:
    """What an import is done with: the name of the file that it is of, a folder for a copy of the data, what is
    remembered of attached files; and the `years` that it is about, which may have no rules yet."""

    origin: str
    scratch: Path
    store: Store
    years: tuple[FiscalYear, ...] = ()


def prospect(before: Examined, slug: str, drafts: Drafts, copied: Mapping[str, Path], shop: Workshop) -> Prospect:
    """What the drafts would make of the agency's files, and drafts of rules for years that have none. Every problem
    of the new files names the cell that it comes from, where it comes from one."""
    changed = [draft for draft in drafts.opened.values() if draft.changes]
    changes = tuple(change for draft in changed for change in draft.changes)
    told = tuple(problem for draft in drafts.opened.values() for problem in draft.told)
    files: dict[str, bytes | None] = {}
    cells: dict[str, dict[Place, Source]] = {}
    for draft in drafts.opened.values():
        name = os.path.normpath(f"{slug}/{draft.file}").replace(os.sep, "/")
        cells[f"{SHOWN}/{name}"] = draft.places()
        if draft.changes:
            files[name] = _content(before.folder, name, draft, shop.origin)
    if not files and not copied:
        return Prospect({}, {}, changes, (), told)
    for year in shop.years:
        if (rules := lacking(before.folder, year)) is not None:
            files.setdefault(f"{RULES}/{year}.yml", rules)
    with _copy(before.folder, slug, files, copied, shop.scratch) as folder:
        after = examine(folder, before.as_of, slug, shop.store, day=before.day)
        origins = dict(_origins(folder, cells))
        problems = tuple(replace(one, source=_cell(one.source, one.found, origins)) for one in after.problems)
        opened, closed = _difference(before, after, slug, origins)
    return Prospect(files, copied, changes, problems, told, opened, closed)


def together(plans: Iterable[Prospect]) -> Prospect:
    """What the imports of several agencies would do."""
    listed = list(plans)
    return Prospect(
        {name: content for plan in listed for name, content in plan.files.items()},
        {name: path for plan in listed for name, path in plan.copied.items()},
        tuple(change for plan in listed for change in plan.changes),
        tuple(problem for plan in listed for problem in plan.problems),
        tuple(problem for plan in listed for problem in plan.told),
        tuple(finding for plan in listed for finding in plan.opened),
        tuple(finding for plan in listed for finding in plan.closed),
    )


def write(plan: Prospect, folder: Path) -> None:
    """Writes what an import without problems would do. Where one file cannot be written, because another program holds
    it, those before it become what they were; raises OSError."""
    wanted = {**{name: source.read_bytes() for name, source in plan.copied.items()}, **plan.files}
    before = {name: path.read_bytes() if (path := folder / name).is_file() else None for name in wanted}
    done: list[str] = []
    try:
        for name, content in wanted.items():
            done.append(name)
            _put(folder / name, content)
    except OSError:
        for name in done[:-1]:
            _put(folder / name, before[name])
        raise


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)


def _content(folder: Path, name: str, draft: Draft, origin: str) -> bytes | None:
    path = folder / name
    wanted = finished(draft.tree)
    assert isinstance(wanted, dict)  # noqa: S101 -- a file is a mapping
    if not wanted:
        return None
    if path.parent.name == RULES:
        return rewritten(framework_bytes(folder, parse_year(path.stem)), f"{SHOWN}/{name}", wanted, Framework)
    content = path.read_bytes() if path.is_file() else b""
    header = _HEADER.format(what=_WHAT.get(path.name, path.name), origin=origin)
    return rewritten(content, f"{SHOWN}/{name}", wanted, _MODELS[path.name], header)


@contextmanager
def _copy(
    folder: Path, slug: str, files: Mapping[str, bytes | None], copied: Mapping[str, Path], scratch: Path
) -> Iterator[Path]:
    """The data folder as it would be, with this agency alone."""
    scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="import-", dir=scratch) as made:
        data = Path(made) / SHOWN
        data.mkdir()
        for path in (folder / "site.yml", folder / RULES, folder / slug):
            if path.is_dir():
                shutil.copytree(path, data / path.name)
            elif path.is_file():
                shutil.copy2(path, data / path.name)
        for name, source in copied.items():
            target = data / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        for name, content in files.items():
            target = data / name
            if content is None:
                target.unlink(missing_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        yield data


@dataclass(frozen=True)
class _Origins:
    """A new file as it reads, where each of its values stands, and the cells that they come from."""

    tree: Mapping[str, object]
    standing: Mapping[Place, Source]
    cells: Mapping[Place, Source]


def _origins(folder: Path, cells: Mapping[str, Mapping[Place, Source]]) -> Iterator[tuple[str, _Origins]]:
    """By the name of the file, of those that come from cells and can be read."""
    for name, known in cells.items():
        path = folder.parent / name
        if known and path.is_file():
            tree = read(path.read_bytes(), name)
            yield name, _Origins(tree, places(tree), known)


def _cell(source: Source, found: str, origins: Mapping[str, _Origins]) -> Source:
    """The cell that a place of a new file comes from; the place itself where it comes from none. Of a record, the cell
    that says what was found, else its first."""
    file = origins.get(source.file)
    if file is None:
        return source
    before = [
        (place, at) for at, place in file.standing.items() if (place.line, place.column) <= (source.line, source.column)
    ]
    _, at = max(before, key=lambda one: (one[0].line, one[0].column, len(one[1])))
    while at:
        below = {path: cell for path, cell in file.cells.items() if path[: len(at)] == at}
        said = (cell for path, cell in below.items() if found and found in _texts(_at(file.tree, path)))
        if cell := file.cells.get(at) or next(said, None) or next(iter(below.values()), None):
            return cell
        at = at[:-1]
    return next(iter(file.cells.values()))


def _at(tree: object, path: Place) -> object:
    for key in path:
        try:
            tree = tree[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _texts(node: object) -> list[str]:
    """The texts that a value is made of."""
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [str(node)]


def _difference(
    before: Examined, after: Examined, slug: str, origins: Mapping[str, _Origins]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are new, and those that are gone."""
    had, has = ({_identity(one): one for one in state.findings if one.agency == slug} for state in (before, after))
    opened = tuple(
        replace(one, contradiction=replace(one.contradiction, source=_cell(one.source, "", origins)))
        for key, one in has.items()
        if key not in had
    )
    gone = not any(problem.agency == slug for problem in after.problems)
    return opened, tuple(one for key, one in had.items() if key not in has) if gone else ()


def _identity(one: Finding) -> tuple[object, ...]:
    values = sorted((value.role, value.value) for value in one.values)
    return (one.code, one.fiscal_year, one.indicator, one.contradiction.item, *values)
