"""prongsai build: the site, published at once into the output folder."""

from pathlib import Path

from generator.commands import report
from generator.commands.gather import gather
from generator.commands.options import DATA, DONE, ENVIRONMENT, USAGE, Options, Say
from generator.pipeline.build import Outcome, build
from generator.pipeline.examine import Examined
from generator.problems import Language
from generator.publish import Busy

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
        outcome = build(examined, gathered.workspace, options.agency, zipped=zipped)
    except Busy:
        say(report.busy(options))
        return ENVIRONMENT
    for line in outcome_lines(examined, outcome, options.out, options.language):
        say(line)
    if zipped and outcome.pages:
        say(_WORDS[options.language]["copy"].format(path=gathered.workspace.copy.as_posix()))
    return DATA if examined.problems or outcome.held else DONE


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
