"""What a function answered before, for a process that builds again and again; nobody else keeps anything."""

import hashlib
from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Keep(Protocol):
    """Makes of a function one that does the same. It must be told everything that its answer depends on, in values
    that can be keys, and its answers are not to be changed."""

    def __call__(self, function: Callable[P, T], /) -> Callable[P, T]: ...


def anew(function: Callable[P, T], /) -> Callable[P, T]:
    """Keeps nothing."""
    return function


class Kept:
    """Keeps answers from one round to the next, as long as somebody asks for them in each."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def __call__(self, function: Callable[P, T], /) -> Callable[P, T]:
        def kept(*arguments: P.args, **named: P.kwargs) -> T:
            key = (function, *map(_short, arguments), *((name, _short(one)) for name, one in sorted(named.items())))
            if key not in self._now:
                self._now[key] = self._before[key] if key in self._before else function(*arguments, **named)
            answer: T = self._now[key]
            return answer

        return kept

    def end_round(self) -> None:
        """Forgets what nobody asked for since the last end of a round."""
        self._before, self._now = self._now, {}


def _short(value: object) -> Hashable:
    """Texts by their hash: a page is not kept to know it again."""
    if isinstance(value, str):
        value = value.encode()
        return ("text", hashlib.sha256(value).digest())
    if isinstance(value, bytes):
        return ("bytes", hashlib.sha256(value).digest())
    if not isinstance(value, Hashable):
        raise TypeError(type(value))
    return value
