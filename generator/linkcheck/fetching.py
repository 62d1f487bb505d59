"""One address of another site, asked for without trusting it: only https, only public addresses of the network, the
beginning of what comes, and an end to waiting.

The address of the host that was looked at is the one that is connected to: a name that changes its mind in between
leads nowhere else.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

_SECONDS = 20  # for each step of a conversation
_LONGEST = 45  # for the whole of one
_BEGINNING = 65_536  # bytes of an answer that are looked at
_HOPS = 6
_KEPT = "%/:=&?~+!$,;'@()*[]"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_FIRST_OF = {"https": 443, "http": 80}
_NAME = "Mozilla/5.0 (compatible; prongsai-links/1.0; link check of a public agency's own site)"


@dataclass(frozen=True)
class Fetched:
    """What a host answered in the end: at which address, with which status, kind and beginning. `for_good` says that
    every redirect on the way is a permanent one, and that there was one."""

    address: str
    status: int
    kind: str
    beginning: bytes
    for_good: bool = False


@dataclass(frozen=True)
class Failed:
    """Why there is no answer, and at which address that showed."""

    why: Literal["unreachable", "slow", "certificate", "private", "circle", "not-https"]
    address: str


class _Stopped(Exception):
    def __init__(self, why: Literal["unreachable", "slow", "certificate", "private", "not-https"]) -> None:
        self.why = why
        super().__init__(why)


def fetch(address: str, *, local: bool = False, seconds: float = _LONGEST) -> Fetched | Failed:
    """Asks, and follows redirects. `local` is for tests: http to this machine, and nothing but that."""
    permanent: list[bool] = []
    for _ in range(_HOPS):
        try:
            status, headers, beginning = _ask(address, local=local, seconds=seconds)
        except _Stopped as stopped:
            return Failed(stopped.why, address)
        leads = headers.get("location") if status in _REDIRECTS else None
        if leads is None:
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            return Fetched(address, status, kind, beginning, bool(permanent) and all(permanent))
        permanent.append(status in _FOR_GOOD)
        address = urljoin(address, _written(leads))
    return Failed("circle", address)


def _written(leads: str) -> str:
    """What a host names, which may be any bytes, as an address is written."""
    with suppress(UnicodeError):
        leads = leads.encode("latin-1").decode("utf-8")
    return quote(leads.strip().partition("#")[0], safe=_KEPT)


def _ask(address: str, *, local: bool, seconds: float) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    secure = not local
    try:
        port = parts.port or _FIRST_OF.get(parts.scheme, 0)
    except ValueError:
        raise _Stopped("unreachable") from None
    if parts.scheme != ("https" if secure else "http"):
        raise _Stopped("not-https")
    if parts.username is not None or not parts.hostname or (secure and port != _FIRST_OF["https"]):
        raise _Stopped("private")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with _talk(parts.hostname, port, secure=secure, local=local, seconds=seconds) as connection:
        headers = {"User-Agent": _NAME, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, found, answer.read(_BEGINNING)


@contextmanager
def _talk(host: str, port: int, *, secure: bool, local: bool, seconds: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to an address of the host that may be connected to; everything that goes wrong has one name."""
    late = threading.Event()
    try:
        raw = socket.create_connection((_public(host, port, local=local), port), timeout=min(_SECONDS, seconds))
    except TimeoutError:
        raise _Stopped("slow") from None
    except OSError:
        raise _Stopped("unreachable") from None

    def stop() -> None:
        late.set()
        with suppress(OSError):
            raw.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(host, port)
    try:
        connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host) if secure else raw
        yield connection
        if late.is_set():  # what came so far ends like a whole answer
            raise _Stopped("slow")
    except ssl.SSLCertVerificationError:
        raise _Stopped("certificate") from None
    except TimeoutError:
        raise _Stopped("slow") from None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError):
        raise _Stopped("slow" if late.is_set() else "unreachable") from None
    finally:
        timer.cancel()
        connection.close()
        raw.close()


def _public(host: str, port: int, *, local: bool) -> str:
    """An address of the host. Where one of several is not public, the host is not asked at all."""
    try:
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _Stopped("unreachable") from None
    addresses = [str(one[4][0]) for one in known]
    if not addresses or not all(is_loopback(one) if local else is_public(one) for one in addresses):
        raise _Stopped("private")
    return addresses[0]


def is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def is_public(address: str) -> bool:
    """Whether an address is one of the open network: no private, local, reserved one, in whatever disguise."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner: list[ipaddress.IPv4Address | None] = []
    if isinstance(ip, ipaddress.IPv6Address):
        teredo = ip.teredo or ()
        inner = [ip.ipv4_mapped, ip.sixtofour, *teredo]
        if ip in _TRANSLATED:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip.is_global and not ip.is_multicast and all(one is None or one.is_global for one in inner)


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
