"""The published site over HTTP, to this machine alone, and beside it what its pages are told.

The files stay as they are published. A page gets one script more on its way out; the page's own policy allows it,
because it comes from the same place as the page, and so does what it loads.
"""

import os
import re
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup

from generator.load import RESERVED, SLUG
from generator.serving.board import Board, State

HOST: Final = "127.0.0.1"
_NAMES: Final = frozenset({HOST, "localhost"})
_OWN: Final = "/-/"  # where nothing of a site can stand
_INJECTED: Final = Path(__file__).parent / "injected"
_PATIENCE: Final = 10  # seconds for a request to be said
_SWAP: Final = 40  # looks, at most, for a site that another run is just putting into its place
# Not asked of the system: Windows lets every program say what a file is.
_KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
# What is in no address of ours, and would mean something to a file system.
_ODD: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|^[.~]|[. ]$')
_SCRIPT: Final = Markup('<script defer src="/-/panel.js" data-site="{}" data-agency="{}"></script>')
_WAITING: Final = Markup("""<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>กำลังเตรียมเว็บไซต์</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/-/waiting.css">
</head>
<body>
<h1>กำลังเตรียมเว็บไซต์</h1>
<p>ยังไม่มีเว็บไซต์ที่สร้างเสร็จ หน้านี้จะเปลี่ยนเป็นเว็บไซต์เองเมื่อสร้างเสร็จ หากแฟ้มข้อมูลมีจุดที่ต้องแก้ไข ข้อความจะแสดงที่นี่</p>
</body>
</html>
""")


class SiteServer(ThreadingHTTPServer):
    """Serves a folder with what its pages are told. While `swapping` is held, no file of the folder is open."""

    daemon_threads = True
    block_on_close = False
    # Elsewhere it would let two programs have the same port.
    allow_reuse_address = os.name == "posix"
    allow_reuse_port = False
    request_queue_size = 64

    def __init__(self, port: int, site: Path, board: Board) -> None:
        self.site = site
        self.board = board
        self.swapping = threading.Lock()
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Without asking the network for a name of this machine, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that went away is no fault, and what else happens ends one request alone."""

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Answers inside of the block; afterwards the port is free."""
        thread = threading.Thread(target=partial(self.serve_forever, 0.1), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.board.close()
            self.shutdown()
            self.server_close()
            thread.join()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}{quote(self.board.state.mount)}"


def mount_of(url: str | None) -> str:
    """Where a site stands on its host: `/repository/` for https://name.github.io/repository/."""
    steps = [step for step in unquote(urlsplit(url or "").path).split("/") if step]
    return "".join(["/", *(f"{step}/" for step in steps)])


def server_at(port: int, site: Path, board: Board) -> SiteServer:
    """A server at the port, or at one that is free where that is taken."""
    try:
        return SiteServer(port, site, board)
    except OSError:
        return SiteServer(0, site, board)


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    timeout = _PATIENCE
    server_version = "prongsai"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        # A name of somebody else that leads here would let that site's pages read this one.
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or not _is_ours(hosts[0], self.server.server_port):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        asked, _, query = self.path.partition("?")
        path = unquote(asked.partition("#")[0], errors="replace")
        if path == f"{_OWN}events":
            self._events()
        elif path.startswith(_OWN):
            own = _INJECTED / path.removeprefix(_OWN)
            if own in _INJECTED.iterdir():
                self._send(HTTPStatus.OK, own.suffix, own.read_bytes())
            else:
                self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._page(path, f"?{query}" if query else "")

    def _page(self, path: str, query: str) -> None:
        # before anything is read: a page may be taken for older than it is, never for newer
        state = self.server.board.state
        if not state.site:
            self._send(HTTPStatus.OK, ".html", _with_script(_WAITING.encode(), state, ""))
            return
        if path == "/" != state.mount or f"{path}/" == state.mount:
            self._lead_on(state.mount)
            return
        below = path.removeprefix(state.mount) if path.startswith(state.mount) else None
        steps = tuple(below.split("/")) if below is not None else ()
        agency = _agency(steps, state)
        found = self._read(steps) if below is not None else None
        if found is _FOLDER:
            self._lead_on(f"{path}/", query)
        elif isinstance(found, bytes):
            suffix = PurePosixPath(steps[-1] or "index.html").suffix
            self._send(HTTPStatus.OK, suffix, _with_script(found, state, agency) if suffix == ".html" else found)
        elif isinstance(missing := self._read(("404.html",)), bytes):
            self._send(HTTPStatus.NOT_FOUND, ".html", _with_script(missing, state, agency))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _read(self, steps: tuple[str, ...]) -> bytes | object | None:
        """The file at these steps below the site, _FOLDER where they lead to one, None where nothing is to be read."""
        *folders, name = steps
        if any(not step or _ODD.search(step) for step in folders) or (name and _ODD.search(name)):
            return None
        site = self.server.site
        for _ in range(_SWAP):
            with self.server.swapping:
                path = site
                try:
                    for step in (*folders, name or "index.html"):
                        path /= step
                        if path.is_symlink():
                            return None
                    if path.is_dir():
                        return _FOLDER if name and (path / "index.html").is_file() else None
                    if path.is_file():
                        return path.read_bytes()
                except (OSError, ValueError):  # put away in between, or no name that the system knows
                    pass
            if site.is_dir():
                return None
            time.sleep(0.05)
        return None

    def _events(self) -> None:
        """The state now and each time that it changes, as events, for as long as the page listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._common_headers()
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        for state in self.server.board.follow():
            self.wfile.write(f"data: {state.as_json()}\n\n".encode() if state else b":\n\n")

    def _lead_on(self, path: str, query: str = "") -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path) + query)
        self.send_header("Content-Length", "0")
        self._common_headers()
        self.end_headers()

    def _send(self, status: HTTPStatus, suffix: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _KINDS.get(suffix.lower(), "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self._common_headers()
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _common_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """A refusal without any word of what was asked."""
        content = f"{int(code)} {HTTPStatus(code).phrase}\n".encode()
        # a request that could not be read has no command
        self.command = getattr(self, "command", None) or "GET"
        self.close_connection = True
        self._send(HTTPStatus(code), ".txt", content)

    def log_message(self, *_: object) -> None:
        """Nothing: who serves says what happens to the data."""


_FOLDER: Final = object()


def _is_ours(host: str, port: int) -> bool:
    name, _, own = host.strip().lower().partition(":")
    return name in _NAMES and own in {"", str(port)}


def _agency(steps: tuple[str, ...], state: State) -> str:
    """The agency of a network whose page it is; empty for the network's own and where there is but one."""
    own = state.network and len(steps) > 1 and SLUG.fullmatch(steps[0]) and steps[0] not in RESERVED
    return steps[0] if own else ""


def _with_script(page: bytes, state: State, agency: str) -> bytes:
    """A page with the script that shows what it is told."""
    head, end, rest = page.partition(b"</head>")
    return head + _SCRIPT.format(state.site, agency).encode() + b"\n" + end + rest
