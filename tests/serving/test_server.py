"""generator.serving.server: the files of the site to this machine and nobody else, as they are but for one script."""

import http.client
import os
import shutil
import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.publish import swap
from generator.serving.board import Block, Board, State
from generator.serving.server import SiteServer, mount_of, server_at

PAGE = "<!doctype html>\n<html lang='th'>\n<head><title>ก</title></head>\n<body>เนื้อหา</body>\n</html>\n"
SCRIPT = b'<script defer src="/-/panel.js" data-site="s1" data-agency="%s"></script>\n'

Answer = tuple[int, Mapping[str, str], bytes]


def _made(folder: Path) -> Path:
    """A site beside what must not be read."""
    site = folder / "site"
    for name in ("index.html", "404.html", "a/index.html", "years/2568/index.html", "tua-yang/scores/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE, encoding="utf-8")
    files = {"assets/x.css": "a{}", "assets/x.js": "1", "data.json": "{}", "f/ก ข.pdf": "%PDF", "odd": "x"}
    for name, text in {**files, ".hidden": "x"}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (folder / "secret.txt").write_text("secret")
    if os.name == "posix":
        (site / "link.txt").symlink_to(folder / "secret.txt")
        (site / "linked").symlink_to(folder)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def one_server(site: Path) -> Iterator[SiteServer]:
    server = server_at(0, site, Board(State()))
    with server.answering():
        yield server


@pytest.fixture
def server(one_server: SiteServer) -> SiteServer:
    one_server.board.post(site="s1", mount="/", network=True, blocks=())
    return one_server


def _ask(server: SiteServer, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in (headers or {"Host": f"127.0.0.1:{server.server_port}"}).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


def _raw(server: SiteServer, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(request.replace(b"HERE", f"127.0.0.1:{server.server_port}".encode()))
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
        return b"".join(parts)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/index.html", 200),
        ("/a/", 200),
        ("/a/?q=1", 200),
        ("/a/index.html", 200),
        ("/a", 302),
        ("/assets/x.css", 200),
        ("/f/%E0%B8%81%20%E0%B8%82.pdf", 200),
        ("/none/", 404),
        ("/none", 404),
        # no list of what a folder holds
        ("/assets/", 404),
        ("/assets", 404),
        ("/.hidden", 404),
        ("/../secret.txt", 404),
        ("/%2e%2e/secret.txt", 404),
        ("/a/../../secret.txt", 404),
        ("/a/..%2f..%2fsecret.txt", 404),
        ("/..%5csecret.txt", 404),
        ("/%5c%5chost%5cshare", 404),
        ("/c:/windows/win.ini", 404),
        ("/a/index.html%00.css", 404),
        ("/a/index.html.", 404),
        ("/a//index.html", 404),
        ("/link.txt", 404),
        ("/linked/secret.txt", 404),
        ("/linked/", 404),
        ("/%ff%fe", 404),
        ("/" + "a" * 5000, 404),
        ("/-/panel.js", 200),
        ("/-/panel.css", 200),
        ("/-/waiting.css", 200),
        ("/-/", 404),
        ("/-/../server.py", 404),
        ("/-/..%2fserver.py", 404),
        ("/-//etc/passwd", 404),
    ],
)
def test_only_files_below_the_site_are_answered(server: SiteServer, path: str, status: int) -> None:
    answered, _, content = _ask(server, path)

    assert answered == status
    assert b"secret" not in content


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LOCALHOST:{port}", 200),
        ("localhost", 200),
        ("localhost:1", 403),
        ("localhost:{port}.evil.example", 403),
        ("localhost.evil.example:{port}", 403),
        ("evil.example:{port}", 403),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("10.0.0.1:{port}", 403),
        ("", 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/-/events", "/-/panel.js"])
def test_no_name_but_those_of_this_machine_is_answered(server: SiteServer, path: str, host: str, status: int) -> None:
    answered, _, _ = _ask(server, path, "HEAD", {"Host": host.format(port=server.server_port)})

    assert answered == status


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HERE\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\nHost: HERE\r\n\r\n",
        b"GET /\r\n\r\n",
    ],
)
def test_who_does_not_say_one_name_is_refused(server: SiteServer, request_: bytes) -> None:
    answer = _raw(server, request_)

    assert b"403" in answer.split(b"\r\n")[0] or answer.startswith(b"403")
    assert b"<body" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW"])
def test_nothing_but_reading_is_answered(server: SiteServer, method: str) -> None:
    status, _, content = _ask(server, "/", method)

    assert (status, content) == (501, b"501 Not Implemented\n")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: HERE\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\n" + b"X: a\r\n" * 101 + b"\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\n" + b"X: a\r\n" * 98 + b"\r\n", b"200"),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: HERE\r\n\r\n", b"404"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\nHost: HERE\r\n\r\n", b"505"),
        (b"\x16\x03\x01\x02\x00\r\n\r\n", b"400"),
    ],
)
def test_odd_requests_are_refused_and_the_next_is_answered(server: SiteServer, request_: bytes, status: bytes) -> None:
    answer = _raw(server, request_)

    assert answer.split(b"\r\n")[0].split(b" ")[1:2] == [status] or answer.startswith(status)
    assert _ask(server, "/")[0] == 200


def test_head_has_what_get_has_but_the_content(server: SiteServer) -> None:
    got, asked = _ask(server, "/"), _ask(server, "/", "HEAD")

    assert asked[2] == b""
    assert {name: value for name, value in got[1].items() if name != "Date"} == {
        name: value for name, value in asked[1].items() if name != "Date"
    }


@pytest.mark.parametrize(
    ("path", "agency"),
    [
        ("/", ""),
        ("/years/2568/", ""),
        ("/tua-yang/scores/", "tua-yang"),
        ("/song/scores/", "song"),  # not published yet: the page that is not found
    ],
)
def test_a_page_gets_one_script_and_its_file_stays(server: SiteServer, site: Path, path: str, agency: str) -> None:
    before = (site / "index.html").read_bytes()
    _, headers, content = _ask(server, path)

    assert content.replace(SCRIPT % agency.encode(), b"") == before
    assert content.index(SCRIPT % agency.encode()) < content.index(b"</head>") + len(b"</head>") + len(SCRIPT)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert int(headers["Content-Length"]) == len(content)
    assert (site / "index.html").read_bytes() == before


def test_a_site_of_one_agency_has_pages_of_no_other(server: SiteServer) -> None:
    server.board.post(network=False)

    assert b'data-agency=""' in _ask(server, "/tua-yang/scores/")[2]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/x.css", "text/css; charset=utf-8"),
        ("/assets/x.js", "text/javascript; charset=utf-8"),
        ("/data.json", "application/json"),
        ("/f/%E0%B8%81%20%E0%B8%82.pdf", "application/pdf"),
        ("/odd", "application/octet-stream"),
        ("/-/panel.js", "text/javascript; charset=utf-8"),
    ],
)
def test_other_files_go_out_as_they_are(server: SiteServer, site: Path, path: str, kind: str) -> None:
    _, headers, content = _ask(server, path)

    assert headers["Content-Type"] == kind
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-cache"
    assert "Access-Control-Allow-Origin" not in headers
    if not path.startswith("/-/"):
        assert content == (site / unquote(path[1:])).read_bytes()


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/", 302, "/my%20repo/"),
        ("/my%20repo", 302, "/my%20repo/"),
        ("/my%20repo/", 200, None),
        ("/my%20repo/a?x=1", 302, "/my%20repo/a/?x=1"),
        ("/my%20repo/assets/x.css", 200, None),
        ("/a/", 404, None),
        ("/my%20repository/", 404, None),
    ],
)
def test_a_site_below_its_host_stands_where_its_pages_expect_it(
    server: SiteServer, path: str, status: int, location: str | None
) -> None:
    server.board.post(mount="/my repo/")

    answered, headers, _ = _ask(server, path)

    assert (answered, headers.get("Location")) == (status, location)
    assert server.address.endswith("/my%20repo/")


@pytest.mark.parametrize(
    ("url", "mount"),
    [
        (None, "/"),
        ("https://ita.example.go.th", "/"),
        ("https://ita.example.go.th/", "/"),
        ("https://name.github.io/repo", "/repo/"),
        ("https://name.github.io/repo/", "/repo/"),
        ("https://name.github.io//a//b/", "/a/b/"),
        ("https://name.github.io/%E0%B8%81/", "/ก/"),
    ],
)
def test_where_a_site_stands_on_its_host(url: str | None, mount: str) -> None:
    assert mount_of(url) == mount


@pytest.mark.parametrize("path", ["/", "/tua-yang/scores/2568/", "/repo/"])
def test_before_there_is_a_site_every_address_says_so(server: SiteServer, path: str) -> None:
    server.board.post(site="")

    status, _, content = _ask(server, path)

    assert status == 200
    assert "กำลังเตรียมเว็บไซต์" in content.decode()
    assert b'<script defer src="/-/panel.js" data-site="" data-agency="">' in content


def test_a_port_that_is_taken_is_left_to_who_has_it(server: SiteServer, site: Path) -> None:
    other = server_at(server.server_port, site, Board(State(site="s2")))
    try:
        assert other.server_port not in {0, server.server_port}
    finally:
        other.server_close()


def test_the_port_is_free_afterwards(site: Path) -> None:
    server = server_at(0, site, Board(State(site="s1")))
    with server.answering():
        assert _ask(server, "/")[0] == 200
    again = server_at(server.server_port, site, Board(State(site="s1")))
    again.server_close()

    assert again.server_port == server.server_port


def test_it_listens_to_this_machine_alone(server: SiteServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_pages_hear_each_state_until_the_end(site: Path) -> None:
    server = server_at(0, site, Board(State(site="s1")))
    with server.answering():
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", "/-/events")
        answer = connection.getresponse()
        lines = (line.decode() for line in iter(answer.readline, b""))
        assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        assert next(lines) == "retry: 500\n"
        assert [next(lines), next(lines)] == ["\n", f"data: {State(site='s1').as_json()}\n"]

        server.board.post(blocks=(Block(("data/site.yml:1:1: ผิด",)),))

        assert next(lines) == "\n"
        assert "data/site.yml:1:1: ผิด" in next(lines)
    assert [line for line in lines if line != "\n"] == []


def test_no_request_meets_a_site_in_between(server: SiteServer, site: Path) -> None:
    """While one site takes the place of another, again and again, every page comes whole."""
    ended = threading.Event()

    def publish_again_and_again() -> None:
        while not ended.is_set():
            staged = site.with_name("staged")
            shutil.copytree(site, staged, symlinks=True)
            with server.swapping:
                swap(staged, site)
            shutil.rmtree(staged)

    thread = threading.Thread(target=publish_again_and_again)
    thread.start()
    try:
        answers = {(status, len(content)) for status, _, content in (_ask(server, "/a/") for _ in range(150))}
    finally:
        ended.set()
        thread.join()

    assert len(answers) == 1
    assert {status for status, _ in answers} == {200}


def test_a_site_that_another_run_puts_into_its_place_is_waited_for(server: SiteServer, site: Path) -> None:
    """Where two directories cannot be exchanged, there is a moment without any."""
    aside = site.with_name("aside")
    site.rename(aside)
    back = threading.Timer(0.3, aside.rename, [site])
    back.start()

    status, _, _ = _ask(server, "/a/")
    back.join()

    assert status == 200
