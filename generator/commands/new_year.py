"""prongsai new-year: the folder of a year for every agency, begun with what still holds of the year before.

It only adds: what is there already stays as it is.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.attachments import FolderStore
from generator.commands import report
from generator.commands.options import DATA, DONE, USAGE, Options, Say
from generator.commands.templates import year_readme
from generator.forms import file_name
from generator.forms.carried import DISCLOSURE, Carried, carried, continuing
from generator.load import Loaded, load
from generator.load.rules import RULES, NoEarlierRules, known_years, lacking, rules_of
from generator.model import Agency, Disclosures, Framework, Layout
from generator.pipeline.material import form_of
from generator.problems import SHOWN, InvalidData, Language
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.write import write_whole

README = "README.md"
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "early": "ยกเกณฑ์ของปี {year} มาจากปีก่อนไม่ได้ เพราะระบบมีเกณฑ์ตั้งแต่ปี {first}",
        "unknown": "ไม่มีหน่วยงานชื่อ {slug}",
        "rules": "เขียน {path} เป็นฉบับร่าง ยกมาจากเกณฑ์ปี {known} โปรดเทียบกับคู่มือปี {year} เมื่อออกแล้ว",
        "written": "เขียน {path}",
        "there": "มีอยู่แล้ว ไม่ได้แก้ไข: {path}",
        "unread": "{slug}: อ่านข้อมูลไม่ได้ จึงยังไม่ได้เพิ่มปี {year}",
        "unread-year": "{slug}: อ่าน {path} ไม่ได้ จึงไม่ได้ยกสิ่งใดมา แก้แฟ้มนั้นแล้วสั่งใหม่",
        "carried": "{slug}: ยกผู้รับผิดชอบ เส้นทาง และข้อยกเว้นมาจากปี {before} {count} ข้อ (ไม่รวมหลักฐาน) โปรดตรวจทุกข้อ: {items}",
        "nothing": "{slug}: ไม่มีสิ่งที่ยกมาจาก disclosure.yml ของปี {before}",
        "exempt": "{slug}: ข้อที่ได้รับยกเว้นในปี {before} ต้องเทียบกับคู่มือปี {year}: {items}",
        "changed": "{slug}: ไม่ได้ยกมา เพราะปี {year} ถามต่างจากปี {before}: {items}",
        "ended": "{slug}: ไม่ได้ยกมา เพราะปี {year} ไม่มีข้อเดียวกับข้อนี้ของปี {before}: {items}",
        "dated": "{slug}: ไม่ได้ยกเส้นทางการคลิกมา เพราะเส้นทางระบุปี {before}: {items}",
        "whole": "เส้นทางของทั้งรายการ",
        "continuing": "{slug}: มาตรการปี {before} ที่ระบุว่าดำเนินการต่อเนื่อง ไม่ได้คัดลอก"
        " ถ้าทำต่อให้เพิ่มใน measures.yml ของปี {year}: {items}",
    },
    "en": {
        "early": "there are no rules before {year} to start from; they begin with {first}",
        "unknown": "there is no agency called {slug}",
        "rules": "wrote {path}, a draft from the rules of {known}: compare it with the handbook of {year}",
        "written": "wrote {path}",
        "there": "there already, left as it is: {path}",
        "unread": "{slug}: cannot be read; {year} not added",
        "unread-year": "{slug}: {path} cannot be read, so nothing was carried over; mend it and try again",
        "carried": "{slug}: units, click paths and exemptions of {count} items carried over from {before},"
        " no evidence; check each: {items}",
        "nothing": "{slug}: nothing to carry over from disclosure.yml of {before}",
        "exempt": "{slug}: exempt in {before}, to be compared with the handbook of {year}: {items}",
        "changed": "{slug}: not carried over, {year} asks for something else than {before}: {items}",
        "ended": "{slug}: not carried over, {year} has no such item of {before}: {items}",
        "dated": "{slug}: click paths not carried over, they name the year {before}: {items}",
        "whole": "that of the whole list",
        "continuing": "{slug}: measures of {before} that go on, not copied; add them to {year}/measures.yml: {items}",
    },
}


def run(options: Options, say: Say, *, year: FiscalYear) -> int:
    words, folder = _WORDS[options.language], options.data
    loaded = _loaded(options)
    agencies, unread = loaded.dataset.agencies, loaded.held - {one.slug for one in loaded.dataset.agencies}
    if loaded.blocked:
        _tell(loaded, None, options, say)
        return DATA
    if options.agency and not agencies and not unread:
        say(words["unknown"].format(slug=report.clean(options.agency)))
        return USAGE
    try:
        drafted = [_rules(folder, one, options, say) for one in _years(folder, agencies, year)]
        if any(drafted):
            loaded = _loaded(options)
        framework = rules_of(folder, year)
    except NoEarlierRules:
        say(words["early"].format(year=year, first=known_years(folder)[0]))
        return USAGE
    except InvalidData as invalid:
        for problem in invalid.problems:
            for line in report.problem_lines(problem, options.language):
                say(line)
        return DATA
    code = DONE
    for agency in loaded.dataset.agencies:
        if not _begin(agency, framework, options, say):
            _tell(loaded, agency.slug, options, say)
            code = DATA
    for slug in sorted(unread):
        _tell(loaded, slug, options, say)
        say(words["unread"].format(slug=slug, year=year))
        code = DATA
    if code == DONE and loaded.dataset.site.layout is Layout.AGENCY:
        _form(agencies[0].slug, year, options, say)
    return code


def _form(slug: str, year: FiscalYear, options: Options, say: Say) -> None:
    """Writes the form of the year beside the data folder, where none is."""
    path = options.data.resolve().parent / file_name(year)
    there = path.exists()
    if not there:
        write_whole(path, form_of(options.data, slug, year))
    say(_WORDS[options.language]["there" if there else "written"].format(path=path.name))


def _loaded(options: Options) -> Loaded:
    return load(options.data, options.agency, FolderStore(options.out / "cache" / "attachments"))


def _tell(loaded: Loaded, slug: str | None, options: Options, say: Say) -> None:
    """What is wrong in the files of an agency, or in all."""
    for problem in loaded.problems:
        if slug in {None, problem.agency}:
            for line in report.problem_lines(problem, options.language):
                say(line)


def _years(folder: Path, agencies: tuple[Agency, ...], year: FiscalYear) -> Iterator[FiscalYear]:
    """The years that need rules: also the one before, where an agency has a folder of it."""
    if any((folder / agency.slug / str(year.before())).is_dir() for agency in agencies):
        yield year.before()
    yield year


def _rules(folder: Path, year: FiscalYear, options: Options, say: Say) -> bool:
    """Writes a draft of the rules where there are none for the year. Returns whether it did."""
    known = known_years(folder)
    content = lacking(folder, year)
    if content is None:
        return False
    name = f"{RULES}/{year}.yml"
    (folder / RULES).mkdir(exist_ok=True)
    write_whole(folder / name, content)
    newest = max(one for one in known if one < year)
    say(_WORDS[options.language]["rules"].format(path=f"{SHOWN}/{name}", known=newest, year=year))
    return True


def _begin(agency: Agency, framework: Framework, options: Options, say: Say) -> bool:
    """Adds what the folder of the year lacks. Returns False where the year before cannot be read."""
    words, year, slug = _WORDS[options.language], framework.fiscal_year, agency.slug
    last = next((one for one in agency.years if one.fiscal_year == year.before()), None)
    going_on = continuing(last) if last else ()
    _put(f"{slug}/{year}", README, year_readme(year, going_on), options, say)
    if going_on:
        items = " · ".join(map(report.one_line, going_on))
        say(words["continuing"].format(slug=slug, before=year.before(), year=year, items=items))
    if last and DISCLOSURE in last.unread:
        say(words["unread-year"].format(slug=slug, path=f"{SHOWN}/{slug}/{last.fiscal_year}/{DISCLOSURE}"))
        return False
    if _there(options.data / slug / str(year), DISCLOSURE):
        say(words["there"].format(path=f"{SHOWN}/{slug}/{year}/{DISCLOSURE}"))
        return True
    begun = carried(last, framework) if last else Carried()
    if begun.content is not None:
        parse(read(begun.content, DISCLOSURE), Disclosures)
        _put(f"{slug}/{year}", DISCLOSURE, begun.content, options, say)
    for line in _said(begun, slug, year, options.language):
        say(report.clean(line))
    return True


def _put(place: str, name: str, content: bytes, options: Options, say: Say) -> None:
    """Writes a file of a year's folder, where none is."""
    folder, shown = options.data / place, f"{SHOWN}/{place}/{name}"
    there = _there(folder, name)
    if not there:
        folder.mkdir(exist_ok=True)
        write_whole(folder / name, content)
    say(_WORDS[options.language]["there" if there else "written"].format(path=shown))


def _there(folder: Path, name: str) -> bool:
    """Whether the folder has a file of that name, in letters of any size: to Windows they are one."""
    return folder.is_dir() and any(path.name.casefold() == name.casefold() for path in folder.iterdir())


def _said(begun: Carried, slug: str, year: FiscalYear, language: Language) -> Iterator[str]:
    """What came over and what did not, for somebody to check."""
    words = _WORDS[language]
    told = {
        "carried": [new if new == old else f"{old} → {new}" for new, old in begun.items],
        "exempt": list(begun.exempt),
        "changed": [f"{old} → {new}" for old, new in begun.changed],
        "ended": list(begun.ended),
        "dated": [code or words["whole"] for code in begun.dated],
    }
    if not begun.items:
        yield words["nothing"].format(slug=slug, before=year.before())
    for name, items in told.items():
        if items:
            shown = {"slug": slug, "before": year.before(), "year": year, "count": len(items)}
            yield words[name].format(items=", ".join(items), **shown)
