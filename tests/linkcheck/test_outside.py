"""Many addresses: each once, hosts beside each other, one host never twice at a time."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from generator.linkcheck.cited import Cited
from generator.linkcheck.fetching import Failed, Fetched
from generator.linkcheck.messages import MESSAGES, hint, what
from generator.linkcheck.outside import AT_ONCE, outside
from generator.linkcheck.records import WEIGHTS, Weight
from generator.problems import Source

PAGE = b"<title>x</title>x"


def _cited(address: str, line: int = 1) -> Cited:
    return Cited("a", "หลักฐาน", Source("data/a/2568/disclosure.yml", line), address)


class Hosts:
    """Hosts that count who asks."""

    def __init__(self, *, fail: int = 0) -> None:
        self.asked: list[str] = []
        self.fail = fail
        self.busy: dict[str, int] = {}
        self.most_of_a_host = 0
        self.most = 0
        self._lock = threading.Lock()

    @contextmanager
    def _at(self, host: str) -> Iterator[None]:
        with self._lock:
            self.busy[host] = self.busy.get(host, 0) + 1
            self.most_of_a_host = max(self.most_of_a_host, self.busy[host])
            self.most = max(self.most, sum(self.busy.values()))
        yield
        with self._lock:
            self.busy[host] -= 1

    def ask(self, address: str) -> Fetched | Failed:
        with self._at(address.split("/")[2]):
            time.sleep(0.01)
            with self._lock:
                self.asked.append(address)
                times = self.asked.count(address)
        if "gone" in address:
            return Fetched(address, 404, "text/html", PAGE)
        if "shaky" in address and times <= self.fail:
            return Fetched(address, 503, "text/html", PAGE)
        return Fetched(address, 200, "text/html", PAGE)


def test_each_address_once_and_every_place_that_names_it() -> None:
    hosts = Hosts()
    found = outside([_cited("https://a/gone", 1), _cited("https://a/x"), _cited("https://a/gone", 7)], hosts.ask, 0)

    assert sorted(hosts.asked) == ["https://a/gone", "https://a/x"]
    assert found.count == 2
    assert [(one.source.line, one.verdict.kind) for one in found.faults] == [(1, "gone"), (7, "gone")]


def test_hosts_beside_each_other_but_each_one_slowly() -> None:
    hosts = Hosts()
    outside([_cited(f"https://h{n % 8}/{n}") for n in range(64)], hosts.ask, 0)

    assert len(hosts.asked) == 64
    assert hosts.most_of_a_host == 1
    assert 1 < hosts.most <= AT_ONCE


def test_between_two_questions_there_is_a_pause() -> None:
    begun = time.monotonic()
    outside([_cited(f"https://h/{n}") for n in range(3)], Hosts().ask, 0.1)

    assert time.monotonic() - begun >= 0.2


def test_what_may_be_over_in_a_moment_is_asked_for_again() -> None:
    once, twice = Hosts(fail=1), Hosts(fail=2)

    assert outside([_cited("https://a/shaky")], once.ask, 0).faults == ()
    assert [one.verdict.kind for one in outside([_cited("https://a/shaky")], twice.ask, 0).faults] == ["server"]
    assert len(twice.asked) == 2


def test_a_host_with_too_many_addresses_is_spared_and_that_is_told() -> None:
    hosts = Hosts()
    found = outside([_cited(f"https://h/gone{n}") for n in range(5)], hosts.ask, 0, most=3)

    assert (found.count, found.left, len(found.faults)) == (3, 2, 3)


def test_every_kind_has_words_in_both_languages() -> None:
    assert MESSAGES.keys() == WEIGHTS.keys()
    for kind in MESSAGES:
        for language in ("th", "en"):
            assert what(kind, "X", language)
            assert hint(kind, language)
    assert what("gone", "404") == "ไม่มีหน้านี้แล้ว (รหัส 404)"
    assert {*WEIGHTS.values()} == {*Weight}
