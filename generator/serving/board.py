"""What open pages are told, and who waits to hear it."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

_STILL_THERE = 10  # seconds after which a page that waits hears that nothing is new


@dataclass(frozen=True)
class Block:
    """Lines about one fault; `agencies` are those whose pages show it, None where all pages do."""

    lines: tuple[str, ...]
    agencies: frozenset[str] | None = None


@dataclass(frozen=True)
class State:
    """`site` names the published site, so that a page knows whether it is of it, and is empty while there is none;
    `mount` is where the site stands; `network` says that agencies stand below it. `title` says that something must be
    mended, with {count}; `note` what is going on."""

    site: str = ""
    mount: str = "/"
    network: bool = False
    title: str = ""
    blocks: tuple[Block, ...] = ()
    note: str = ""

    def as_json(self) -> str:
        blocks = [
            {"lines": one.lines, "agencies": None if one.agencies is None else sorted(one.agencies)}
            for one in self.blocks
        ]
        told = {"site": self.site, "title": self.title, "blocks": blocks, "note": self.note}
        return json.dumps(told, ensure_ascii=False)


class Board:
    """One State at a time; who reads waits for the next."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._number = 0
        self._closed = False
        self._news = threading.Condition()

    @property
    def state(self) -> State:
        return self._state

    def post(self, **changes: Any) -> None:
        with self._news:
            state = replace(self._state, **changes)
            if state != self._state:
                self._state = state
                self._number += 1
                self._news.notify_all()

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()

    def follow(self) -> Iterator[State | None]:
        """The state now and each that comes after it; None now and then while nothing is new."""
        number = -1
        while True:
            with self._news:
                if not self._closed and self._number == number:
                    self._news.wait(_STILL_THERE)
                if self._closed:
                    return
                news = self._number != number
                number, state = self._number, self._state
            yield state if news else None
