"""prongsai import: a filled form, or a table as clerks have it, into the data files; shown first, written whole or not
at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.attachments import FolderStore
from generator.commands import imported, report
from generator.commands.imported import Told
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.commands.tabled import TakenFor, tabled
from generator.forms import Drafts, Recognised, merged, recognise
from generator.forms.draft import entries
from generator.forms.workbook import LISTS
from generator.grids import read_grids
from generator.pipeline.examine import Examined, examine
from generator.pipeline.imports import Prospect, Workshop, prospect, write
from generator.pipeline.material import material
from generator.problems import SHOWN, Language, Problem, in_order
from generator.recognise import Confirmation
from generator.thai import FiscalYear
from generator.write import write_whole

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "title": "การนำเข้า {file}",
        "cut": "รายงานยาวเกินไป จึงแสดงเพียงเท่านี้",
        "refused": "ยังไม่ได้บันทึกสิ่งใด แก้จุดข้างต้นแล้วนำเข้าใหม่",
        "nothing": "ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน",
        "shown-only": "ยังไม่ได้บันทึกสิ่งใด หากถูกต้องให้สั่งอีกครั้งโดยเพิ่ม --yes",
        "ask": "บันทึกการเปลี่ยนแปลงนี้หรือไม่",
        "left": "ไม่ได้บันทึก",
        "written": "บันทึกแล้ว: {files}",
        "missing": "ไม่พบแฟ้ม {file}",
        "in-use": "ยังไม่ได้บันทึกสิ่งใด เพราะโปรแกรมอื่นเปิดแฟ้ม {file} อยู่ ให้ปิดแฟ้มนั้น (เช่นใน Excel) แล้วสั่งใหม่",
        "no-agency": "แบบกรอกนี้เป็นของหน่วยงาน {slug} ซึ่งไม่มีในข้อมูล",
        "held": "แฟ้มข้อมูลของ {slug} มีจุดที่ต้องแก้ไขอยู่ก่อน ให้แก้จุดข้างต้นก่อนนำเข้า",
    },
    "en": {
        "title": "import of {file}",
        "cut": "the report is too long and ends here",
        "refused": "nothing was written: mend the above and import again",
        "nothing": "it agrees with the data; nothing changes",
        "shown-only": "nothing was written; if it is right, run it again with --yes",
        "ask": "write these changes?",
        "left": "nothing was written",
        "written": "written: {files}",
        "missing": "there is no file {file}",
        "in-use": "nothing was written: another program holds {file}; close it (in Excel, say) and try again",
        "no-agency": "the form is of the agency {slug}, which is not in the data",
        "held": "the files of {slug} have problems already: mend the above first",
    },
}


@dataclass(frozen=True)
class _Ended:
    """That an import ends before anything could be written."""

    code: int
    told: tuple[Told, ...]


@dataclass(frozen=True)
class _Planned:
    """What an import would do, and all that must be mended first."""

    plan: Prospect
    notices: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    confirmations: tuple[Confirmation, ...] = ()
    taken: tuple[TakenFor, ...] = ()


def run(
    options: Options,
    say: Say,
    *,
    file: Path,
    year: FiscalYear | None = None,
    yes: bool = False,
    ask: Callable[[str], bool] | None = None,
    written_to: Path | None = None,
) -> int:
    """Shows what would change; writes it with `yes`, or where `ask` says so. `year` is the year of the form, where it
    is not the newest one. `written_to` gets what is said as Markdown."""
    words = _WORDS[options.language]
    parts = [Told(words["title"].format(file=report.one_line(file.name)))]

    def tell(*told: Told) -> None:
        parts.extend(told)
        for part in told:
            for line in imported.as_text(part):
                say(line)

    tell()
    planned = _plan(options, file, year)
    if isinstance(planned, _Ended):
        tell(*planned.told)
        code = planned.code
    else:
        tell(*imported.readings(planned.taken, options.language))
        tell(*imported.changes(planned.plan, planned.notices, planned.confirmations, options.language))
        code = _carry_out(planned, options, tell, yes=yes, ask=ask)
    if written_to:
        written_to.parent.mkdir(parents=True, exist_ok=True)
        write_whole(written_to, imported.as_markdown(parts, words["cut"]).encode())
    return code


def _carry_out(
    planned: _Planned, options: Options, tell: Callable[..., None], *, yes: bool, ask: Callable[[str], bool] | None
) -> int:
    words, plan = _WORDS[options.language], planned.plan
    if planned.problems:
        tell(imported.problems(planned.problems, options.language), Told(words["refused"]))
        return DATA
    tell(*imported.differences(plan, options.language))
    if not plan.files and not plan.copied:
        tell(Told(words["nothing"]))
    elif yes or (ask is not None and ask(words["ask"])):
        try:
            write(plan, options.data)
        except PermissionError as fault:
            tell(Told(report.clean(words["in-use"].format(file=fault.filename2 or fault.filename))))
            return ENVIRONMENT
        names = ", ".join(f"{SHOWN}/{name}" for name in sorted({*plan.files, *plan.copied}))
        tell(Told(report.clean(words["written"].format(files=names))))
    else:
        tell(Told(words["shown-only" if ask is None else "left"]))
    return DONE


def _plan(options: Options, file: Path, year: FiscalYear | None) -> _Planned | _Ended:
    words = _WORDS[options.language]
    content = _content(file, words)
    if isinstance(content, _Ended):
        return content
    read = read_grids(content, file.name)
    form, faults = recognise(read.grids)
    if problems := in_order([*read.problems, *(faults if form is None else ())]):
        return _Ended(DATA, (imported.problems(problems, options.language), Told(words["refused"])))
    store = FolderStore(options.out / "cache" / "attachments")
    if form is None:
        found = tabled(read.grids, year, options, Workshop(file.name, options.out / "cache", store))
        return _Planned(found.plan, read.notices, in_order(found.problems), found.confirmations, found.taken)
    examined = examine(options.data, options.as_of, form.slug, store)
    if form.slug in examined.held:
        known = tuple(one for one in examined.problems if one.agency == form.slug)
        held = Told(words["held"].format(slug=form.slug))
        return _Ended(DATA, (imported.problems(known, options.language), held))
    if form.slug not in {one.agency.slug for one in examined.results}:
        return _Ended(DATA, (Told(words["no-agency"].format(slug=form.slug)),))
    drafts, amiss = merged(material(examined, form.slug, form.year), form)
    copied = _attached(examined, form, drafts, file.parent)
    shop = Workshop(file.name, options.out / "cache", store, (form.year.before(), form.year))
    plan = prospect(examined, form.slug, drafts, copied, shop)
    late = _other_year(examined, form, year)
    problems = in_order([*faults, *late, *amiss, *plan.problems])
    told = {one.source for one in problems}
    notices = tuple(one for one in read.notices if one.source.sheet != LISTS and one.source not in told)
    return _Planned(plan, notices, problems)


def _content(file: Path, words: Mapping[str, str]) -> bytes | _Ended:
    if not file.is_file():
        return _Ended(USAGE, (Told(words["missing"].format(file=report.clean(file.as_posix()))),))
    try:
        return file.read_bytes()
    except PermissionError:
        return _Ended(ENVIRONMENT, (Told(words["in-use"].format(file=report.clean(file.name))),))


def _other_year(examined: Examined, form: Recognised, year: FiscalYear | None) -> tuple[Problem, ...]:
    """A form of a year that is over, where nobody asked for it."""
    agency = next(one.agency for one in examined.results if one.agency.slug == form.slug)
    newest = max((one.fiscal_year for one in agency.years), default=form.year)
    if form.year in {year, newest} or form.year > newest:
        return ()
    first = next(iter(form.sheets.values())).rows[0][0].source
    return (Problem("form-other-year", first, str(form.year), {"known": str(newest)}),)


def _attached(examined: Examined, form: Recognised, drafts: Drafts, beside: Path) -> Mapping[str, Path]:
    """The files that evidence names, that lie beside the form, and that the agency does not have yet."""
    draft = drafts.opened.get(f"{form.year}/disclosure.yml")
    named = [
        str(evidence["file"])
        for item in (entries(draft.tree, "items") if draft else ())
        for evidence in entries(item, "evidence")
        if evidence.get("file")
    ]
    found = {}
    for name in named:
        target = f"{form.slug}/{form.year}/files/{name}"
        if Path(name).name == name and (beside / name).is_file() and not (examined.folder / target).exists():
            found[target] = beside / name
    return found
