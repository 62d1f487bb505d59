"""prongsai form: the Excel form of an ITA year, filled with what the data say."""

from generator.commands import report
from generator.commands.gather import examine_files
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.forms import file_name, form
from generator.load.rules import NoEarlierRules
from generator.pipeline.examine import Examined
from generator.pipeline.material import material
from generator.problems import Language
from generator.thai import FiscalYear
from generator.write import write_whole

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "written": "{slug}: แบบกรอกของ ITA ปี {year} อยู่ที่ {path}",
        "refused": "{slug}: ยังไม่ได้เขียนแบบกรอก เพราะมีจุดที่ต้องแก้ไขในแฟ้ม",
        "in-use": "เขียน {path} ไม่ได้ ถ้าเปิดแฟ้มนี้ไว้ใน Excel ให้ปิดแล้วสั่งใหม่",
        "no-rules": "ไม่มีเกณฑ์ของปี {year} หรือปีก่อนหน้า จึงเขียนแบบกรอกไม่ได้",
    },
    "en": {
        "written": "{slug}: the form of ITA {year} is {path}",
        "refused": "{slug}: no form was written, because its files have problems",
        "in-use": "cannot write {path}; if it is open in Excel, close it and try again",
        "no-rules": "there are no rules of {year} nor of a year before it",
    },
}


def run(options: Options, say: Say, *, year: FiscalYear) -> int:
    words = _WORDS[options.language]
    examined = examine_files(options, options.agency)
    for line in report.problems(examined, options.language):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    wanted = [one.agency.slug for one in examined.results if one.agency.slug not in examined.held]
    for slug in sorted(examined.held):
        say(words["refused"].format(slug=slug))
    for slug in wanted:
        path = options.out / file_name(year, None if _alone(examined) else slug)
        try:
            content = form(material(examined, slug, year))
        except NoEarlierRules:
            say(words["no-rules"].format(year=year))
            return USAGE
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_whole(path, content)
        except PermissionError:
            say(words["in-use"].format(path=path.as_posix()))
            return ENVIRONMENT
        say(words["written"].format(slug=slug, year=year, path=path.as_posix()))
    return DATA if examined.problems else DONE


def _alone(examined: Examined) -> bool:
    return len({*(one.agency.slug for one in examined.results), *examined.held}) == 1
