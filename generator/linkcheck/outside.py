"""Every address of other sites that the data name, asked for once: few hosts at a time, each slowly."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.linkcheck.answers import GOOD, judged
from generator.linkcheck.cited import Cited
from generator.linkcheck.fetching import Failed, Fetched
from generator.linkcheck.records import Fault, Verdict

AT_ONCE = 4  # hosts
OF_A_HOST = 200  # addresses that one host is asked for in a run
PAUSE = 1.0  # seconds between two questions to one host
_AGAIN = frozenset({"unreachable", "slow", "server"})  # what may be over a moment later

Ask = Callable[[str], Fetched | Failed]


@dataclass(frozen=True)
class Asked:
    """How many addresses were asked for, how many were too many for their host, and what came of the others."""

    count: int
    left: int
    faults: tuple[Fault, ...]


def outside(cited: Iterable[Cited], ask: Ask, pause: float = PAUSE, most: int = OF_A_HOST) -> Asked:
    """The faults in the order of the data."""
    places = tuple(cited)
    hosts: dict[str, list[str]] = {}
    for address in dict.fromkeys(one.address for one in places):
        hosts.setdefault(urlsplit(address).hostname or "", []).append(address)
    verdicts: dict[str, Verdict] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda mine: _host(mine[:most], ask, pause), hosts.values()):
            verdicts |= found
    faults = tuple(
        one.fault(verdicts[one.address]) for one in places if verdicts.get(one.address, GOOD).kind != GOOD.kind
    )
    return Asked(len(verdicts), sum(len(mine[most:]) for mine in hosts.values()), faults)


def _host(addresses: Iterable[str], ask: Ask, pause: float) -> dict[str, Verdict]:
    """One host, one question after the other."""
    found: dict[str, Verdict] = {}
    for address in addresses:
        if found:
            time.sleep(pause)
        verdict = judged(address, ask(address))
        if verdict.kind in _AGAIN:
            time.sleep(pause)
            verdict = judged(address, ask(address))
        found[address] = verdict
    return found
