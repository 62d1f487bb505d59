""".github/published.sh: what the workflow learns of the published site before it builds."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.reuse import read_addresses

SCRIPT = Path(__file__).parent.parent.parent / ".github" / "published.sh"

pytestmark = pytest.mark.skipif(not (shutil.which("sh") and shutil.which("curl")), reason="needs sh and curl")

Answers = dict[str, tuple[int, str]]
Asked = list[tuple[str, str | None]]
Serve = Callable[[Mapping[str, tuple[int, str]]], tuple[str, Asked]]
LIST = '[\n "",\n "about/"\n]\n'


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A host that answers as told; gives its address and what it is asked for, with the authorization."""
    asked: Asked = []
    answers: Answers = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["Authorization"]))
            status, text = answers.get(self.path, (404, "not found"))
            self.send_response(status)
            if status == 301:
                self.send_header("Location", text)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"

    def start(told: Mapping[str, tuple[int, str]]) -> tuple[str, Asked]:
        answers.update({path: (status, text.replace("HOST", url)) for path, (status, text) in told.items()})
        return url, asked

    yield start
    server.shutdown()
    server.server_close()


PAGES = "/repos/own/ita/pages"
WHERE = (200, json.dumps({"html_url": "HOST/ita/"}))


def test_what_was_built_and_checked_comes_along(serve: Serve, tmp_path: Path) -> None:
    made = '{"parts": {"data": "%s"}, "checks": ["a"], "summary": {}, "addresses": []}'
    answers = {PAGES: WHERE, "/ita/urls.json": (200, LIST), "/ita/manifest.json": (200, made % "whole")}
    url, _ = serve(answers | {"/ita/one/manifest.json": (200, made % "one")})
    for slug in ("one", "two"):
        (tmp_path / "data" / slug).mkdir(parents=True)
    environment = {"PATH": os.environ["PATH"], "GH_TOKEN": "x", "GITHUB_API_URL": url, "GITHUB_REPOSITORY": "own/ita"}

    subprocess.run(["sh", str(SCRIPT), "build/published.json"], cwd=tmp_path, env=environment, check=True)

    builds = read_addresses(tmp_path / "build" / "published.json").builds
    assert {name: build.parts["data"] for name, build in builds.items()} == {"": "whole", "one": "one"}


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        pytest.param({PAGES: WHERE, "/ita/urls.json": (200, LIST)}, LIST, id="published"),
        pytest.param(
            {PAGES: WHERE, "/ita/urls.json": (301, "HOST/moved/urls.json"), "/moved/urls.json": (200, LIST)},
            LIST,
            id="moved",
        ),
        pytest.param({PAGES: WHERE}, "[]\n", id="no-list-yet"),
        pytest.param({}, "[]\n", id="no-site-yet"),
        pytest.param({PAGES: (403, "{}")}, None, id="not-allowed"),
        pytest.param({PAGES: WHERE, "/ita/urls.json": (401, "")}, None, id="site-closed"),
        pytest.param({PAGES: (200, "<html>")}, None, id="no-json"),
    ],
)
def test_what_is_published(
    answers: Answers,
    written: str | None,
    serve: Serve,
    tmp_path: Path,
) -> None:
    url, asked = serve(answers)

    done = subprocess.run(
        ["sh", str(SCRIPT), "build/published.json"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "GH_TOKEN": "secret", "GITHUB_API_URL": url, "GITHUB_REPOSITORY": "own/ita"},
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode == 0) is (written is not None), done.stderr
    if written is not None:
        assert (tmp_path / "build/published.json").read_text(encoding="utf-8") == written
    assert asked[0] == (PAGES, "Bearer secret")
    assert all(token is None for _, token in asked[1:])  # the site is told no secret
    assert "secret" not in done.stdout + done.stderr
