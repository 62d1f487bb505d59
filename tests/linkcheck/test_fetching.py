"""Asking other sites: what is refused, where it ends, what is kept of an answer. Only this machine is ever asked."""

import http.client
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.linkcheck import fetching
from generator.linkcheck.fetching import Failed, Fetched, fetch, is_public

HTML = "text/html; charset=utf-8"


class Odd(BaseHTTPRequestHandler):
    """A host that answers in all the ways that hosts have."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.partition("?")[0]
        if name.startswith("/to/"):
            self._redirect(int(self.path[4:7]), self.path[8:])
        elif name == "/round":
            self._redirect(302, "/round")
        elif name == "/thai":
            self._redirect(301, "/แฟ้ม ใหม่".encode().decode("latin-1"))
        elif name == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", HTML)
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b".")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
        elif name == "/hang":
            time.sleep(3)
        elif name == "/large":
            self._say(200, "application/pdf", b"%PDF-1.7" + b"x" * 3_000_000)
        elif name == "/broken":
            self.wfile.write(b"what is this\r\n\r\n")
            self.close_connection = True
        elif name == "/seen":
            self._say(200, "text/plain", f"{self.command} {self.path} {self.headers}".encode())
        else:
            self._say(404 if name == "/gone" else 200, HTML, f"<title>{name}</title>".encode())

    def _redirect(self, status: int, target: str) -> None:
        self.send_response(status)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _got(address: str, **more: Any) -> Fetched:
    found = fetch(address, local=True, **more)
    assert isinstance(found, Fetched), found
    return found


def _why(address: str, **more: Any) -> str:
    found = fetch(address, **more)
    assert isinstance(found, Failed), found
    return found.why


def test_an_answer(host: str) -> None:
    assert _got(f"{host}/a?b=1#c") == Fetched(f"{host}/a?b=1#c", 200, "text/html", b"<title>/a</title>")
    assert _got(f"{host}/gone").status == 404


def test_who_asks_and_how(host: str) -> None:
    seen = _got(f"{host}/seen?q=%E0%B8%81").beginning.decode()

    assert seen.startswith("GET /seen?q=%E0%B8%81 ")
    assert "prongsai-links" in seen
    assert "Cookie" not in seen


@pytest.mark.parametrize(
    ("steps", "for_good"),
    [(["301"], True), (["308", "301"], True), (["302"], False), (["301", "307"], False), ([], False)],
)
def test_redirects_are_followed_and_weighed(steps: list[str], for_good: bool, host: str) -> None:
    path = "/a"
    for step in steps:
        path = f"/to/{step}/{path}"
    found = _got(host + path)

    assert (found.address, found.status, found.for_good) == (f"{host}/a", 200, for_good)


def test_what_a_redirect_names_may_be_any_bytes(host: str) -> None:
    assert (
        _got(f"{host}/thai").address
        == f"{host}/%E0%B9%81%E0%B8%9F%E0%B9%89%E0%B8%A1%20%E0%B9%83%E0%B8%AB%E0%B8%A1%E0%B9%88"
    )


def test_a_circle_ends(host: str) -> None:
    assert _why(f"{host}/round", local=True) == "circle"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("file:///etc/passwd", "not-https"),
        ("ftp://127.0.0.1/", "not-https"),
        ("gopher://127.0.0.1/", "not-https"),
        ("javascript:alert(1)", "not-https"),
        ("http://user@127.0.0.1/", "private"),
        ("http://127.0.0.1:99999/", "unreachable"),
    ],
)
def test_a_redirect_leads_nowhere_else(target: str, why: str, host: str) -> None:
    assert _why(f"{host}/to/302/{target}", local=True) == why


def test_only_the_beginning_is_read(host: str) -> None:
    found = _got(f"{host}/large")

    assert len(found.beginning) == 65_536
    assert found.kind == "application/pdf"


@pytest.mark.parametrize("path", ["/drip", "/hang"])
def test_waiting_ends(path: str, host: str) -> None:
    assert _why(host + path, local=True, seconds=0.5) == "slow"


def test_who_speaks_no_http_is_not_reached(host: str) -> None:
    assert _why(f"{host}/broken", local=True) == "unreachable"


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert _why(f"http://127.0.0.1:{port}/", local=True) == "unreachable"


def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert _why("https://nobody.example/") == "unreachable"
    assert _why(f"https://{'a' * 70}.example/") == "unreachable"


# --- what must never be asked


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("203.150.1.1", True),
        ("2404:6800::1", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 -- an address to refuse
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.1.2.3/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://user:word@8.8.8.8/",
        "https://8.8.8.8:8443/",
    ],
)
def test_private_addresses_are_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connected(*_: object, **__: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket, "create_connection", connected)
    assert _why(address) in {"private", "unreachable"}


@pytest.mark.parametrize("address", ["http://8.8.8.8/", "ftp://8.8.8.8/", "file:///etc/passwd"])
def test_nothing_but_https(address: str) -> None:
    assert _why(address) == "not-https"


def _named(*addresses: str) -> Callable[..., list[Any]]:
    return lambda _, port, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]


def test_a_host_with_one_private_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _named("8.8.8.8", "10.0.0.1"))
    assert _why("https://mixed.example/") == "private"


def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def connected(where: object, **_: object) -> None:
        seen.append(where)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", _named("8.8.8.8"))
    monkeypatch.setattr(socket, "create_connection", connected)
    assert _why("https://rebound.example/") == "unreachable"
    assert seen == [("8.8.8.8", 443)]


# --- with a certificate


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """`https://odd.example/` on this machine, with a certificate of its own, whose file it gives."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=odd.example"]
    named = ["-addext", "subjectAltName=DNS:odd.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, *made, *named], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(fetching, "_FIRST_OF", {"https": server.server_port})
    monkeypatch.setattr(fetching, "_public", lambda *_, **__: "127.0.0.1")
    yield certificate
    server.shutdown()
    server.server_close()


def test_a_certificate_that_nobody_vouches_for(secure: Path) -> None:
    assert secure.is_file()
    assert _why("https://odd.example/a") == "certificate"


def test_a_certificate_of_another_name(secure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(secure))
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    assert _why("https://other.example/a") == "certificate"


def test_a_good_certificate(secure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(secure))
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    found = fetch("https://odd.example/seen")

    assert isinstance(found, Fetched)
    assert b"Host: odd.example" in found.beginning
    assert _why("https://odd.example/to/301/http://odd.example/a") == "not-https"


def test_the_library_s_own_faults_have_a_name(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    def answer(_: object) -> None:
        raise http.client.BadStatusLine("x")

    monkeypatch.setattr(http.client.HTTPConnection, "getresponse", answer)
    assert _why(f"{host}/a", local=True) == "unreachable"
