"""prongsai lock: writes down the addresses that an agency has, so that no later build lets one of them vanish.

It only adds. Items of a year whose list is still a draft are added when they were filed with that year's assessment.
"""

from collections.abc import Collection

from generator.commands import report
from generator.commands.gather import gather
from generator.commands.options import DATA, DONE, USAGE, Options, Say
from generator.load import LOCK
from generator.model import Agency, Dataset
from generator.pipeline.addresses import addresses_of, is_draft, is_item_of
from generator.problems import SHOWN, Language
from generator.write import write_whole

_HEADER = """\
# ที่อยู่ของหน้าและแฟ้มที่เผยแพร่หรือยื่นไว้แล้ว หนึ่งบรรทัดต่อหนึ่งที่อยู่
# คำสั่ง prongsai lock เขียนแฟ้มนี้ให้ ไม่ต้องแก้ไขด้วยมือ
# หากที่อยู่ใดในแฟ้มนี้จะหายไป prongsai build จะคงหน้าเดิมของหน่วยงานไว้และแจ้งวิธีแก้
"""
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "locked": "{slug}: บันทึกที่อยู่เพิ่ม {added} รายการ รวม {count} รายการ ใน {path}",
        "same": "{slug}: ไม่มีที่อยู่ใหม่ คงเดิม {count} รายการ ใน {path}",
        "left": "{slug}: ยังไม่ได้บันทึกที่อยู่ของหน้ารายข้อ OIT ปี {years} เพราะรายการข้อของปีนั้นในระบบยังเป็นฉบับร่าง"
        " หากยื่นที่อยู่เหล่านี้ในการประเมินแล้ว ให้เพิ่ม --filed {year}",
        "refused": "{slug}: ยังไม่ได้บันทึกที่อยู่ เพราะมีจุดที่ต้องแก้ไขในแฟ้ม",
        "not-filed": "ไม่มีหน้ารายข้อ OIT ของปี {year} จึงใช้ --filed {year} ไม่ได้",
        "nothing": "ยังไม่ได้บันทึกที่อยู่ใด เพราะมีจุดที่ต้องแก้ไขในแฟ้ม",
    },
    "en": {
        "locked": "{slug}: {added} addresses added, {count} in all, in {path}",
        "same": "{slug}: no new address, {count} in {path}",
        "left": "{slug}: the items of {years} are not locked, because their list is a draft;"
        " if they were filed, add --filed {year}",
        "refused": "{slug}: nothing locked, because its files have problems",
        "not-filed": "there is no page of an item of {year} for --filed {year}",
        "nothing": "nothing locked, because the files have problems",
    },
}


def run(options: Options, say: Say) -> int:
    words = _WORDS[options.language]
    gathered = gather(options, options.agency)
    examined = gathered.examined
    for line in report.problems(examined, options.language):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    dataset = examined.dataset
    if dataset is None:
        say(words["nothing"])
        return DATA
    disclosed = {year for result in examined.results for year in result.agency.disclosed_years}
    for year in options.filed:
        if year not in disclosed and not examined.held:
            say(words["not-filed"].format(year=year))
            return USAGE
    for slug in sorted(examined.held):
        say(words["refused"].format(slug=slug))
    for result in examined.results:
        agency = result.agency
        if agency.slug not in examined.held:
            there = addresses_of(examined, dataset, result, gathered.workspace.hand_written().keys())
            for line in _lock(agency, there.all, dataset, options):
                say(line)
    return DATA if examined.problems else DONE


def _lock(agency: Agency, there: Collection[str], dataset: Dataset, options: Options) -> list[str]:
    """Writes the lock of one agency; returns what is to be said of it."""
    words, path = _WORDS[options.language], options.data / agency.slug / LOCK
    before = {one.value for one in agency.locked}
    known = {address.removesuffix("/") for address in before}
    new = {address for address in there if address and address.removesuffix("/") not in known}
    left = {
        address
        for address in new
        if is_draft(address, dataset) and not any(is_item_of(address, year) for year in options.filed)
    }
    locked = sorted(before | (new - left))
    if new - left:
        write_whole(path, (_HEADER + "".join(f"{address}\n" for address in locked)).encode())
    shown = {"slug": agency.slug, "count": len(locked), "path": f"{SHOWN}/{agency.slug}/{LOCK}"}
    said = [words["locked" if new - left else "same"].format(added=len(new - left), **shown)]
    years = sorted({str(year) for year in agency.disclosed_years if any(is_item_of(one, year) for one in left)})
    if years:
        said.append(words["left"].format(slug=agency.slug, years=", ".join(years), year=years[-1]))
    return said
