"""prongsai new: a repository for one agency, asked for in a terminal or told by options, written whole or not."""

import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.commands import report
from generator.commands.dialogue import DEVICE, Ask, Unfit, asked, told
from generator.commands.options import DONE, ENVIRONMENT, USAGE, Given, Options, Say
from generator.commands.repository import files_of
from generator.commands.wheel import NoWheel, own_wheel
from generator.forms import file_name
from generator.page import File
from generator.pipeline.material import form_of
from generator.problems import SHOWN, Language
from generator.write import write

_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "not-empty": "โฟลเดอร์ {folder} มีแฟ้มอยู่แล้ว: {names} ให้ใช้โฟลเดอร์ว่าง หรือชื่อโฟลเดอร์ใหม่",
        "no-folder": "{folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์ ให้ใช้ชื่ออื่น",
        "no-parent": "ไม่มีโฟลเดอร์ {folder} ให้สร้างก่อน",
        "device": "ชื่อโฟลเดอร์ “{folder}” ใช้บน Windows ไม่ได้ ให้ใช้ชื่ออื่น",
        "stopped": "หยุดแล้ว ยังไม่ได้เขียนแฟ้มใด",
        "no-wheel": "ไม่พบแฟ้มทั้งหมดของโปรแกรมที่ติดตั้งไว้ จึงเก็บรุ่นของโปรแกรมไว้ในโฟลเดอร์ใหม่ไม่ได้ ยังไม่ได้เขียนแฟ้มใด"
        " ให้ติดตั้งโปรแกรมจากแฟ้ม prongsai-….whl แล้วสั่งใหม่",
        "done": "สร้าง {folder} แล้ว {count} แฟ้ม สำหรับ{name}",
        "form": "แบบกรอกของ ITA ปี {year}: {form}",
        "draft": "เกณฑ์ปี {year} เป็นฉบับร่างที่ยกมาจากปีก่อน ({path}) โปรดเทียบกับคู่มือเมื่อออกแล้ว",
        "next": "ขั้นต่อไป: เปิดโฟลเดอร์นั้นแล้วอ่าน README.md หรือสั่ง prongsai build ในโฟลเดอร์นั้นได้ทันที",
    },
    "en": {
        "not-empty": "the folder {folder} holds files: {names}; take an empty folder, or another name",
        "no-folder": "{folder} is a file; take another name",
        "no-parent": "there is no folder {folder}; make it first",
        "device": "Windows takes no folder called “{folder}”; take another name",
        "stopped": "stopped; nothing was written",
        "no-wheel": "the files of the installed program are not all there, so that the new folder cannot keep its"
        " version; nothing was written; install it from a wheel and try again",
        "done": "{folder}: {count} files for {name}",
        "form": "the form of ITA {year}: {form}",
        "draft": "the rules of {year} are a draft from those of the year before ({path}): compare with the handbook",
        "next": "next: read README.md in that folder, or run prongsai build there",
    },
}
_GIT = ".git"  # of a repository that was cloned before it had a file
_MOST_NAMES = 5


def run(options: Options, say: Say, *, folder: Path, given: Given, ask: Ask | None, today: datetime.date) -> int:
    """`ask` asks a person, None where there is nobody to be asked."""
    words, target = _WORDS[options.language], folder.resolve()
    try:
        _fit(target, words)
        language = options.language
        answers = asked(given, target, today, ask=ask, say=say, language=language) if ask else told(given, language)
        files = files_of(answers, own_wheel())
    except Unfit as unfit:
        for line in unfit.lines:
            say(line)
        return USAGE
    except (EOFError, KeyboardInterrupt):
        say(words["stopped"])
        return USAGE
    except NoWheel:
        say(words["no-wheel"])
        return ENVIRONMENT
    form = file_name(answers.year)
    _place(files, target, lambda draft: (draft / form).write_bytes(form_of(draft / SHOWN, answers.slug, answers.year)))
    count = len(files) + 1
    say(words["done"].format(folder=report.clean(str(folder)), count=count, name=report.one_line(answers.name)))
    say(words["form"].format(form=form, year=answers.year))
    path = f"data/frameworks/{answers.year}.yml"
    if any(file.path == path for file in files):
        say(words["draft"].format(year=answers.year, path=path))
    say(words["next"])
    return DONE


# --- where it goes


def _fit(folder: Path, words: Mapping[str, str]) -> None:
    """Raises Unfit where nothing may be written there."""
    if DEVICE.fullmatch(folder.name):
        raise Unfit(words["device"].format(folder=report.clean(folder.name)))
    if not folder.parent.is_dir():
        raise Unfit(words["no-parent"].format(folder=report.clean(str(folder.parent))))
    if folder.exists() and not folder.is_dir():
        raise Unfit(words["no-folder"].format(folder=report.clean(str(folder))))
    names = sorted(path.name for path in folder.iterdir() if path.name != _GIT) if folder.exists() else []
    if names:
        shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        raise Unfit(words["not-empty"].format(folder=report.clean(str(folder)), names=report.clean(shown)))


def _place(files: tuple[File, ...], folder: Path, finish: Callable[[Path], object]) -> None:
    """Writes beside the folder, lets `finish` add what is made from the files, then moves into its place: whatever
    fails leaves nothing."""
    draft = folder.with_name(f".{folder.name}.prongsai-draft")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        write(files, draft)
        finish(draft)
        if folder.exists():
            _move_into(draft, folder)
        else:
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move_into(draft: Path, folder: Path) -> None:
    """A folder that is there may be the one that the command stands in: it stays, and takes everything or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(draft.iterdir()):
            moved.append(path.rename(folder / path.name))  # noqa: PERF401 -- what was moved is known at any time
    except OSError:
        for path in moved:
            path.rename(draft / path.name)
        raise
