"""prongsai serve, as somebody works with it: the pages in a real browser follow what is saved."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Error, Page, expect

from generator.commands import check, serve
from generator.commands.gather import Gathered, gather
from generator.commands.options import USAGE, Options
from generator.pipeline.build import AuditFailed, Means, Outcome
from generator.publish import Busy
from generator.serving.board import Board, State
from generator.serving.server import SiteServer, server_at
from tests.conftest import AGENCY, SCORES

ROOT = Path(__file__).parent.parent.parent
SITES = ROOT / "tests" / "sites"
PATIENCE = 60  # seconds for what takes two or three
BROKEN = "overall: [\n"
# a run of the tests that nobody can interrupt, as one in the background, would hand that on
_PROGRAM = """import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from generator.cli import main
main()"""
LINES = """[...document.getElementById('prongsai-panel')?.shadowRoot.querySelectorAll('li > p') ?? []]
    .map((line) => line.textContent)"""

Make = Callable[[Mapping[str, str | bytes]], Path]


@dataclass
class Serving:
    """A running `prongsai serve`, and what it said so far."""

    child: "subprocess.Popen[str]"
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        if self.child.stdout:
            with self.child.stdout as lines:
                self.said.extend(lines)

    def wait_for(self, words: str) -> str:
        """The first line with these words."""
        for _ in range(PATIENCE * 50):
            if found := next((line for line in [*self.said] if words in line), None):
                return found
            time.sleep(0.02)
        raise TimeoutError(words, self.said)

    @property
    def address(self) -> str:
        return next(word for word in self.wait_for("http://").split() if word.startswith("http://"))

    def interrupt(self) -> int:
        """As a terminal does: all that it started is interrupted too."""
        os.killpg(self.child.pid, signal.SIGINT)
        return self.child.wait(PATIENCE)


@pytest.fixture
def start() -> Iterator[Callable[..., Serving]]:
    """Starts the command over a data folder; whatever still runs at the end is stopped."""
    running: list[tuple[Serving, threading.Thread]] = []

    def start(data: Path, *more: str) -> Serving:
        out = data.parent / "out"
        command = ["serve", "--data", str(data), "--out", str(out), *(more or ("--port", "0"))]
        child = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        serving = Serving(child)
        thread = threading.Thread(target=serving.listen)
        thread.start()
        running.append((serving, thread))
        return serving

    yield start
    for serving, thread in running:
        if serving.child.poll() is None:
            serving.child.kill()
        serving.child.wait(PATIENCE)
        thread.join(PATIENCE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must say nothing in the console."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    page.close()
    assert faults == []


def _until(page: Page, wanted: str) -> None:
    """Waits until something is so, whatever page is there by then. A page's policy forbids Playwright's own waiting."""
    for _ in range(PATIENCE * 50):
        try:
            if page.evaluate(wanted):
                return
        except Error:  # a page was just left
            pass
        time.sleep(0.02)
    raise TimeoutError(wanted, page.content())


def _read(address: str) -> str:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("GET", urlsplit(address).path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def _check(data: Path) -> list[str]:
    said: list[str] = []
    check.run(Options(data, data.parent / "check"), said.append, today=date(2026, 1, 1))
    return said


# --- the pages


def test_open_pages_follow_what_is_saved(start: Callable[..., Serving], page: Page, tmp_path: Path) -> None:
    """From broken data and no site, over the finished site and a reload that keeps its place, to a broken file."""
    data = shutil.copytree(SITES / "agency-layout" / "data", tmp_path / "ข้อมูล ปี 2568" / "data")
    settings, scores = data / "site.yml", data / "tua-yang" / "2568" / "scores.yml"
    settings.write_text(settings.read_text("utf-8").replace("ita.tua-yang.example", "x.example/repo/"), "utf-8")
    good = scores.read_text("utf-8")
    scores.write_text(BROKEN, "utf-8")
    told = [line.strip() for line in _check(data)[:3]]
    assert told[0].startswith("data/tua-yang/2568/scores.yml:")
    serving = start(data)

    page.goto(serving.address)
    _until(page, f"{LINES}.length")
    assert page.title() == "กำลังเตรียมเว็บไซต์"
    assert page.evaluate(LINES) == told
    assert "ยังสร้างเว็บไซต์ไม่ได้ พบจุดที่ต้องแก้ไข 1 จุด" in str(page.locator("#prongsai-panel summary").text_content())

    scores.write_text(good, "utf-8")
    _until(page, "document.querySelector('.md-content')")
    expect(page).to_have_url(serving.address)
    assert page.evaluate(LINES) == []

    page.goto(f"{serving.address}scores/2568/")
    assert page.url.endswith("/repo/scores/2568/")
    _until(page, "document.readyState === 'complete'")
    page.evaluate("scrollTo(0, 700)")
    page.evaluate("window.before = true")
    draft = scores.with_suffix(".new")
    draft.write_text(good.replace("90.90", "90.91"), "utf-8")
    draft.replace(scores)  # as editors save
    _until(page, "!window.before && document.readyState === 'complete'")
    assert "90.91" in page.locator("article").inner_text()
    _until(page, "Math.abs(scrollY - 700) < 2")

    page.evaluate("window.before = true")
    scores.write_text(BROKEN, "utf-8")
    _until(page, f"{LINES}.length")
    assert page.evaluate(LINES) == told
    assert page.evaluate("window.before")
    assert "90.91" in page.locator("article").inner_text()
    assert page.locator("#prongsai-panel section").get_attribute("role") == "alert"

    scores.write_text(good, "utf-8")
    _until(page, "!window.before && document.readyState === 'complete'")
    assert page.evaluate(LINES) == []
    assert "90.91" not in page.locator("article").inner_text()

    published = [path.read_bytes() for path in (data.parent / "out" / "site").rglob("*") if path.is_file()]
    assert not [content for content in published if b"/-/" in content or b"prongsai-panel" in content]
    page.close()  # it asks all the time, and a browser tells of every question that nobody answers
    assert serving.interrupt() == 0


def test_each_agency_of_a_network_shows_its_own(
    start: Callable[..., Serving], browser: Browser, page: Page, make_data: Make
) -> None:
    data = make_data({"song/agency.yml": AGENCY.replace("ตัวอย่าง", "สอง"), "song/2568/scores.yml": SCORES})
    serving = start(data)
    serving.wait_for("เผยแพร่แล้ว")
    other, portal = browser.new_page(), browser.new_page()
    page.goto(f"{serving.address}tua-yang/")
    other.goto(f"{serving.address}song/scores/")
    portal.goto(serving.address)

    (data / "tua-yang" / "2568" / "scores.yml").write_text(BROKEN, "utf-8")
    (data / "song" / "2568" / "scores.yml").write_text(SCORES.replace("ผ่านดี", "ต้องปรับปรุง"), "utf-8")

    _until(
        portal, f"{LINES}.some((line) => line.includes('tua-yang')) && {LINES}.some((line) => line.includes('song'))"
    )
    _until(page, f"{LINES}.some((line) => line.includes('tua-yang'))")
    _until(other, f"{LINES}.some((line) => line.includes('song'))")
    assert {line.split("/")[1] for line in page.evaluate(LINES) if line.startswith("data/")} == {"tua-yang"}
    assert {line.split("/")[1] for line in other.evaluate(LINES) if line.startswith("data/")} == {"song"}
    # what holds it, as `check` says it
    assert {*other.evaluate(LINES)} <= {line.strip() for line in _check(data)}

    (data / "song" / "2568" / "scores.yml").write_text(SCORES, "utf-8")
    _until(other, f"!{LINES}.length")
    _until(portal, f"!{LINES}.some((line) => line.includes('song'))")
    assert page.evaluate(LINES)
    for one in (other, portal):
        one.close()


# --- the command


@pytest.mark.skipif(os.name != "posix", reason="another system interrupts in another way")
@pytest.mark.parametrize(
    ("words", "made"),
    [("http://", "out"), ("ตรวจแล้ว", "out/staging/fresh"), ("เผยแพร่แล้ว", "out/site")],
    ids=["at the beginning", "while MkDocs runs", "afterwards"],
)
def test_an_interrupt_ends_it_well(start: Callable[..., Serving], make_data: Make, words: str, made: str) -> None:
    data = make_data({})
    serving = start(data)
    serving.wait_for(words)
    while not (data.parent / made).exists():
        time.sleep(0.01)

    assert serving.interrupt() == 0
    serving.wait_for("หยุดแล้ว")
    assert not [line for line in serving.said if "Traceback" in line or "ขัดข้อง" in line or "KeyboardInterrupt" in line]
    with FileLock(data.parent / "out" / ".lock", timeout=0):
        pass


def test_another_run_is_waited_for_and_a_taken_port_left(
    start: Callable[..., Serving], make_data: Make, tmp_path: Path
) -> None:
    data = make_data({})
    (tmp_path / "out").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken, FileLock(tmp_path / "out" / ".lock"):
        port = taken.getsockname()[1]
        serving = start(data, "--port", str(port))
        serving.wait_for(f"พอร์ต {port} ไม่ว่าง")
        serving.wait_for("มีการสร้างเว็บไซต์อื่นทำงานอยู่ใน")
        assert f":{port}/" not in serving.address
        assert "กำลังเตรียมเว็บไซต์" in _read(serving.address)

    serving.wait_for("เผยแพร่แล้ว")
    assert "เครือข่ายทดสอบ" in _read(serving.address)
    assert sum("มีการสร้างเว็บไซต์อื่น" in line for line in serving.said) == 1


def test_an_agency_that_is_not_there_is_wrong_usage(make_data: Make, tmp_path: Path) -> None:
    said: list[str] = []
    options = Options(make_data({}), tmp_path / "out", agency="nowhere")

    assert serve.run(options, said.append, port=0, opened=False) == USAGE
    assert said == ["ไม่มีหน่วยงานชื่อ nowhere"]


# --- where the two threads meet


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    server = server_at(0, tmp_path / "out" / "site", Board(State(site="s1")))
    yield server
    server.server_close()


@pytest.fixture
def works(make_data: Make, server: SiteServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "serve._Works":
    monkeypatch.chdir(tmp_path)
    return serve._Works(Options(make_data({}), tmp_path / "out"), lambda _: None, server)


def _gathered(works: "serve._Works") -> Gathered:
    return gather(works._options)


@pytest.mark.parametrize(
    ("fault", "done", "note"),
    [
        (Busy("out"), False, "จะลองใหม่เองเมื่อเสร็จ"),
        (OSError(28, "No space left on device"), True, "No space left on device"),
        (AuditFailed(()), True, "prongsai-error.txt"),
        (KeyError("x"), True, "prongsai-error.txt"),
    ],
)
def test_a_build_that_fails_leaves_the_site_and_says_why(
    works: "serve._Works",
    server: SiteServer,
    monkeypatch: pytest.MonkeyPatch,
    *,
    fault: Exception,
    done: bool,
    note: str,
) -> None:
    def build(*_: object, **__: object) -> Outcome:
        raise fault

    monkeypatch.setattr("generator.commands.serve.build", build)

    assert works._build(_gathered(works)) is done
    assert note in server.board.state.note
    assert server.board.state.site == "s1"
    assert Path("prongsai-error.txt").is_file() == ("prongsai-error.txt" in note)


@pytest.mark.parametrize("changed", [True, False])
def test_pages_are_loaded_again_only_where_something_was_published(
    works: "serve._Works", server: SiteServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, changed: bool
) -> None:
    for name in ("staged", "out/site"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(name)

    def build(*_: object, means: Means) -> Outcome:
        if changed:
            means.swap(tmp_path / "staged", tmp_path / "out" / "site")
            assert server.board.state.site != "s1"  # before the rest of the build
        return Outcome(pages=3, changed=changed)

    monkeypatch.setattr("generator.commands.serve.build", build)

    assert works._build(_gathered(works))
    assert (server.board.state.site != "s1") is changed
    assert (tmp_path / "out" / "site" / "index.html").read_text() == ("staged" if changed else "out/site")
    assert server.board.state.note == ""
    assert not server.swapping.locked()


def test_what_another_run_published_is_shown(
    works: "serve._Works", server: SiteServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.board.post(site="")
    monkeypatch.setattr("generator.commands.serve.build", lambda *_, **__: Outcome(pages=3))

    works._build(_gathered(works))

    assert server.board.state.site


@pytest.mark.parametrize(("fault", "read"), [(PermissionError(13, "scores.yml"), False), (KeyError("x"), True)])
def test_a_file_that_another_program_holds_is_read_again(
    works: "serve._Works", server: SiteServer, monkeypatch: pytest.MonkeyPatch, *, fault: Exception, read: bool
) -> None:
    def fails(_: Options) -> Gathered:
        raise fault

    monkeypatch.setattr("generator.commands.serve.gather", fails)

    assert works.examine_again() is read
    assert server.board.state.note


def test_what_was_saved_last_is_built(works: "serve._Works", monkeypatch: pytest.MonkeyPatch) -> None:
    """What came while another build ran is left out, all but the last of it."""
    handed = [_gathered(works) for _ in range(4)]
    built: list[Gathered] = []

    def build(gathered: Gathered) -> bool:
        built.append(gathered)
        for one in handed[1:] if len(built) == 1 else ():
            works.take_up(one)
        if len(built) == 2:
            works.end()
        return True

    monkeypatch.setattr(works, "_build", build)
    works.take_up(handed[0])
    works.build_what_comes()

    assert [id(one) for one in built] == [id(handed[0]), id(handed[3])]


def test_a_new_check_that_only_reports_is_no_fault_after_the_build(make_data: Make, tmp_path: Path) -> None:
    scores = "overall: 90.90\ngrade: ต้องปรับปรุง\n"
    examined = gather(Options(make_data({"tua-yang/2568/scores.yml": scores}), tmp_path / "out")).examined

    assert [one.agencies for one in serve._blocks(examined, "th", None)] == [frozenset({"tua-yang"})]
    assert [one.agencies for one in serve._blocks(examined, "th", {"tua-yang"})] == [frozenset({"tua-yang"})]
    assert [*serve._blocks(examined, "th", {"song"})] == []


@pytest.mark.parametrize(
    ("files", "agencies"),
    [
        ({"tua-yang/2568/scores.yml": BROKEN}, {"tua-yang"}),
        ({"site.yml": BROKEN}, None),
        ({"stray.txt": "x"}, None),
        # holds those who use it
        ({"frameworks/2568.yml": BROKEN}, {"tua-yang"}),
        ({"frameworks/2562.yml": BROKEN}, set()),
    ],
)
def test_a_fault_is_shown_where_it_holds(
    make_data: Make, tmp_path: Path, files: Mapping[str, str], agencies: set[str] | None
) -> None:
    examined = gather(Options(make_data(files), tmp_path / "out")).examined
    blocks = [*serve._blocks(examined, "th", None)]

    assert blocks
    assert {one.agencies for one in blocks} == {None if agencies is None else frozenset(agencies)}
    assert {len(one.lines) for one in blocks} == {3}
