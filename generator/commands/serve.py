"""prongsai serve: the site on this machine, built again whenever a file was saved; what must be mended stands on the
pages themselves, over the last site that could be built."""

import queue
import secrets
import threading
import traceback
import webbrowser
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.commands import report
from generator.commands.build import outcome_lines
from generator.commands.gather import Gathered, gather
from generator.commands.options import DONE, USAGE, Options, Say
from generator.keep import Kept
from generator.load import framework_year
from generator.model import Layout
from generator.pipeline.build import Means, Outcome, build
from generator.pipeline.examine import Examined
from generator.problems import Language, Problem
from generator.publish import Busy, settle, swap
from generator.serving.board import Block, Board, State
from generator.serving.server import SiteServer, mount_of, server_at
from generator.serving.watch import Watch
from generator.write import write_whole

_AGAIN: Final = 1.0  # seconds until an output folder that another run holds is asked for once more
_MOMENT: Final = 0.5  # seconds
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "address": "เปิดดูที่ {address} (กด Ctrl+C เพื่อหยุด)",
        "port": "พอร์ต {wanted} ไม่ว่าง จึงใช้พอร์ต {port}",
        "saved": "มีการบันทึกแฟ้ม",
        "building": "กำลังสร้างหน้าใหม่…",
        "busy": "มีการสร้างเว็บไซต์อื่นทำงานอยู่ใน {path} จะลองใหม่เองเมื่อเสร็จ",
        "unread": "อ่านแฟ้มไม่ได้ จะลองใหม่เอง: {fault}",
        "environment": "ระบบขัดข้อง เว็บไซต์เดิมคงอยู่ บันทึกแฟ้มอีกครั้งเพื่อลองใหม่: {fault}",
        "bug": "โปรแกรมขัดข้อง เว็บไซต์เดิมคงอยู่ โปรดส่งแฟ้มนี้ให้ผู้พัฒนา: {path}",
        "mend": "พบจุดที่ต้องแก้ไข {count} จุด หน้าที่เห็นคือฉบับล่าสุดที่สร้างได้",
        "mend-first": "ยังสร้างเว็บไซต์ไม่ได้ พบจุดที่ต้องแก้ไข {count} จุด",
        "stopped": "หยุดแล้ว",
    },
    "en": {
        "address": "open {address} (Ctrl+C stops)",
        "port": "port {wanted} is taken; port {port} is used instead",
        "saved": "a file was saved",
        "building": "building…",
        "busy": "another build is at work in {path}; this one begins when that has ended",
        "unread": "a file cannot be read; it is tried again: {fault}",
        "environment": "the system failed; the site stays as it was; save a file to try again: {fault}",
        "bug": "a fault of the program; the site stays as it was; please send this file to its makers: {path}",
        "mend": "{count} to mend; this page is the last that could be built",
        "mend-first": "the site cannot be built yet: {count} to mend",
        "stopped": "stopped",
    },
}


def run(options: Options, say: Say, *, port: int, opened: bool) -> int:
    with suppress(KeyboardInterrupt):
        gathered = gather(options)
        if unknown := report.unknown_agency(gathered.examined, options.agency, options.language):
            say(unknown)
            return USAGE
        _serve(gathered, options, say, port=port, opened=opened)
    say(_WORDS[options.language]["stopped"])
    return DONE


def _serve(gathered: Gathered, options: Options, say: Say, *, port: int, opened: bool) -> None:
    """Serves, watches and builds until somebody interrupts it."""
    words = _WORDS[options.language]
    site = options.out / "site"
    works = _Works(options, say, server_at(port, site, Board(_first_state(gathered.examined, site))))
    builder = threading.Thread(target=works.build_what_comes, daemon=True)
    with works.server.answering(), Watch(_watched(gathered, options)) as watch:
        try:
            if port not in {0, works.server.server_port}:
                say(words["port"].format(wanted=port, port=works.server.server_port))
            say(words["address"].format(address=works.server.address))
            builder.start()
            works.take_up(gathered)
            if opened:
                webbrowser.open(works.server.address)
            read = True
            while True:
                if watch.saved() or not read:
                    read = works.examine_again()
        finally:
            works.end()
            while builder.is_alive():
                builder.join(0.25)  # a longer wait lets nobody interrupt it on Windows


def _first_state(examined: Examined, site: Path) -> State:
    """Of what was published before, if anything was."""
    return State(site=secrets.token_hex(4) if site.is_dir() else "", **_standing(examined))


def _standing(examined: Examined) -> dict[str, Any]:
    """Where the site stands, and whether agencies stand below it; nothing where nobody can say it."""
    if examined.dataset is None:
        return {}
    settings = examined.dataset.site
    return {"mount": mount_of(settings.url), "network": settings.layout is Layout.NETWORK}


def _watched(gathered: Gathered, options: Options) -> list[Path]:
    """The data, and what is the same for all sites: where it lies, and where the project's own may come to lie."""
    workspace, project = gathered.workspace, Path.cwd()
    own = [project / name for name in ("mkdocs.yml", "overrides", "content")]
    return [options.data, workspace.config, workspace.overrides, workspace.content, *own]


class _Works:
    """Two threads meet here: one examines what was saved and tells the pages at once, the other builds what was
    examined last."""

    def __init__(self, options: Options, say: Say, server: SiteServer) -> None:
        self.server = server
        self._options = options
        self._say = say
        self._words = _WORDS[options.language]
        self._coming: queue.SimpleQueue[Gathered | None] = queue.SimpleQueue()
        self._kept = Kept()
        self._last: Gathered | None = None
        self._posting = threading.Lock()
        self._told = ""
        self._ended = threading.Event()

    # --- the thread that examines

    def examine_again(self) -> bool:
        """Examines the data and hands them on. Returns whether they could be read."""
        try:
            gathered = gather(self._options)
        except OSError as fault:  # a program may hold a file for the time of its save
            self._tell(self._words["unread"].format(fault=report.one_line(str(fault))))
            return False
        except Exception:  # noqa: BLE001 -- the site as it was goes on being served
            self._tell(self._words["bug"].format(path=self._report_bug()))
            return True
        self._say(self._words["saved"])
        self.take_up(gathered)
        return True

    def take_up(self, gathered: Gathered) -> None:
        with self._posting:
            self._last = gathered
        self._post_faults(gathered, None)
        for line in report.lines(gathered.examined, self._options.language, holding_only=True):
            self._say(line)
        self._coming.put(gathered)

    def end(self) -> None:
        self._ended.set()
        self._coming.put(None)

    # --- the thread that builds

    def build_what_comes(self) -> None:
        gathered = self._coming.get()
        while gathered is not None:
            done = self._build(gathered)
            gathered = self._next(None if done else gathered)

    def _next(self, again: Gathered | None) -> Gathered | None:
        """What was handed in last, None for the end; `again` where nothing comes for a while."""
        try:
            found = self._coming.get(timeout=_AGAIN if again else None)
        except queue.Empty:
            return again
        with suppress(queue.Empty):
            while found is not None:
                found = self._coming.get_nowait()
        return found

    def _build(self, gathered: Gathered) -> bool:
        """Returns whether that was all; where another run is at work, it is to be tried again."""
        board, language = self.server.board, self._options.language
        board.post(note=self._words["building"])
        means = Means(partial(self._show, gathered.examined), self._kept)
        try:
            outcome = build(gathered.examined, gathered.workspace, self._options.agency, means=means)
        except Busy:
            self._tell(self._words["busy"].format(path=self._options.out.as_posix()))
            return False
        except OSError as fault:
            self._tell(self._words["environment"].format(fault=report.one_line(str(fault))))
            return True
        except Exception:  # noqa: BLE001 -- the site as it was goes on being served
            # who interrupts it in a terminal interrupts MkDocs too, perhaps a moment earlier
            if not self._ended.wait(_MOMENT):
                self._tell(self._words["bug"].format(path=self._report_bug()))
            return True
        self._told = ""
        if outcome.changed:
            self._kept.end_round()
            settle()  # the pages did not have to wait for the disk
        found = outcome.pages and not board.state.site  # what another run published in the meantime
        board.post(note="", **({"site": secrets.token_hex(4)} | _standing(gathered.examined) if found else {}))
        if gathered.examined.dataset:
            self._post_faults(gathered, outcome)
        for line in outcome_lines(gathered.examined, outcome, self._options.out, language):
            self._say(line)
        return True

    def _show(self, examined: Examined, staged: Path, site: Path) -> None:
        """Puts a new site in its place and has the pages load it. Windows moves no folder that has an open file."""
        with self.server.swapping:
            swap(staged, site)
        self.server.board.post(note="", site=secrets.token_hex(4), **_standing(examined))

    # --- what is said

    def _post_faults(self, gathered: Gathered, outcome: Outcome | None) -> None:
        """Of what was examined last, and of nothing before it."""
        blocks = tuple(_blocks(gathered.examined, self._options.language, outcome.held if outcome else None))
        board = self.server.board
        with self._posting:
            if gathered is self._last:
                board.post(title=self._words["mend" if board.state.site else "mend-first"], blocks=blocks)

    def _tell(self, note: str) -> None:
        """On the pages, and once to who started it."""
        self.server.board.post(note=note)
        if note != self._told:
            self._told = note
            self._say(note)

    def _report_bug(self) -> Path:
        path = Path("prongsai-error.txt").absolute()
        with suppress(OSError):
            write_whole(path, traceback.format_exc().encode())
        return path


def _blocks(examined: Examined, language: Language, held: Collection[str] | None) -> Iterator[Block]:
    """What keeps pages from being built, as `prongsai check` says it. After a build only the findings of those who were
    `held`: a check that is new may only report."""
    for problem in examined.problems:
        yield Block(tuple(report.problem_lines(problem, language)), _concerned(problem, examined))
    for finding in examined.findings:
        if finding.holds and (held is None or finding.agency in held):
            yield Block(tuple(report.finding_lines(finding, language)), frozenset({finding.agency}))


def _concerned(problem: Problem, examined: Examined) -> frozenset[str] | None:
    """The agencies that a problem holds; None for all. Of rules of one year nobody can say more than who is held."""
    if problem.agency:
        return frozenset({problem.agency})
    return examined.held if framework_year(problem) else None
