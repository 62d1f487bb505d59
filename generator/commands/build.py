"""prongsai build: the site, published at once into the output folder."""

from collections.abc import Iterator
from pathlib import Path

from generator.commands import report
from generator.commands.gather import gather
from generator.commands.menu import menus
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.pipeline.build import Means, Outcome, build
from generator.pipeline.examine import Examined
from generator.problems import Language
from generator.publish import Busy, publish
from generator.write import write_whole

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "nothing": "ไม่ได้สร้างเว็บไซต์ใหม่ เว็บไซต์เดิมคงอยู่ตามเดิม",
        "unchanged": "ข้อมูลไม่เปลี่ยน เว็บไซต์เป็นปัจจุบันแล้ว",
        "built": "สร้างใหม่: {slugs}",
        "reused": "คงหน้าเดิม: {slugs}",
        "kept": "{slug}: ยังไม่เผยแพร่ข้อมูลใหม่ หน้าเดิมคงอยู่ เพราะ{why}",
        "gone": "นำออกจากเว็บไซต์ เพราะไม่มีโฟลเดอร์ข้อมูลแล้ว: {slugs}",
        "left-out": "{slug}: ยังไม่เผยแพร่ เพราะ{why}",
        "problems": "มีจุดที่ต้องแก้ไขในแฟ้ม",
        "findings": "มีจุดที่ข้อมูลไม่ตรงกันที่ยังไม่มีผู้รับทราบ ({codes})",
        "and": "และ",
        "site": "เผยแพร่แล้ว {pages} หน้า ที่ {path}",
        "copy": "สำเนาที่เปิดได้โดยไม่ต้องมีเซิร์ฟเวอร์ ที่ {path}",
        "menu": "รายการข้อ OIT สำหรับวางในเว็บไซต์เดิมของหน่วยงาน ที่ {path}",
        "no-menu": "ยังไม่ได้เขียน menu.html เพราะ site.yml ยังไม่ได้ระบุ url ของเว็บไซต์",
    },
    "en": {
        "nothing": "nothing was built; the published site is as it was",
        "unchanged": "nothing changed; the site is up to date",
        "built": "built: {slugs}",
        "reused": "kept as published: {slugs}",
        "kept": "{slug}: held back, the published pages stay, because {why}",
        "gone": "taken off the site, because their folders are gone: {slugs}",
        "left-out": "{slug}: not published, because {why}",
        "problems": "its files have problems",
        "findings": "findings that nobody acknowledged ({codes})",
        "and": " and ",
        "site": "published {pages} pages in {path}",
        "copy": "a copy that opens without a server is in {path}",
        "menu": "the OIT items for the agency's other website are in {path}",
        "no-menu": "no menu.html was written: site.yml has no url",
    },
}


def run(options: Options, say: Say, *, zipped: bool = False) -> int:
    gathered = gather(options)
    examined = gathered.examined
    for line in report.lines(examined, options.language, holding_only=True):
        say(line)
    if unknown := report.unknown_agency(examined, options.agency, options.language):
        say(unknown)
        return USAGE
    try:
        means = Means(publish, told=options.published.builds if options.published else {})
        outcome = build(examined, gathered.workspace, options.agency, zipped=zipped, means=means)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    for line in outcome_lines(examined, outcome, options.out, options.language):
        say(line)
    if zipped and outcome.pages:
        say(_WORDS[options.language]["copy"].format(path=gathered.workspace.copy.as_posix()))
        for line in _menus(examined, options):
            say(line)
    return DATA if examined.problems or outcome.held else DONE


def _menus(examined: Examined, options: Options) -> Iterator[str]:
    """Writes the menus beside the copy, and says so; without an address of the site, why there are none."""
    words = _WORDS[options.language]
    if examined.dataset and not examined.dataset.site.url:
        yield words["no-menu"]
    for path, content in menus(examined, options.out):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, content)
        yield words["menu"].format(path=path.as_posix())


def outcome_lines(examined: Examined, outcome: Outcome, out: Path, language: Language) -> list[str]:
    """What a build did, and why it kept somebody back."""
    words = _WORDS[language]
    said = []
    if outcome.built:
        said.append(words["built"].format(slugs=", ".join(outcome.built)))
    if outcome.reused:
        said.append(words["reused"].format(slugs=", ".join(outcome.reused)))
    if outcome.gone:
        said.append(words["gone"].format(slugs=", ".join(outcome.gone)))
    for slug, published in outcome.held.items():
        codes = sorted({finding.code for finding in examined.findings if finding.agency == slug and finding.holds})
        reasons = [words["problems"]] if slug in examined.held else []
        reasons += [words["findings"].format(codes=", ".join(codes))] if codes else []
        why = words["and"].join(reasons)
        said.append(words["kept" if published else "left-out"].format(slug=slug, why=why))
    if not outcome.pages:
        said.append(words["nothing"])
    elif not outcome.changed:
        said.append(words["unchanged"])
    if outcome.pages:
        said.append(words["site"].format(pages=outcome.pages, path=(out / "site").as_posix()))
    return said
