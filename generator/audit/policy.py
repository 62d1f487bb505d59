"""What a page says that it may load and run: there, before anything that could, and as strict as it has to be."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from generator.problems import Problem, Source

HEADER = "Content-Security-Policy"
_SCRIPTS = "script-src"
# Every directive but that of scripts, and the only sources it may have.
_STRICT = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
_REFERRER = [{"name": "referrer", "content": "no-referrer"}]


def faults_of_policy(name: str, page: HtmlElement) -> Iterator[Problem]:
    """What is wrong with a page's policy: where it stands, what it allows, the scripts that it names, and whom a
    reader's way is told to."""
    said = [one for one in page.iter("meta") if one.get("http-equiv", "").lower() == HEADER.lower()]
    if len(said) != 1:
        yield Problem("audit-policy", Source(name), f"{len(said)} policies")
        return
    (policy,) = said
    place = Source(name, policy.sourceline or 1)
    parent = policy.getparent()
    before = [] if parent is None else list(parent)[: parent.index(policy)]
    if parent is None or parent.tag != "head" or [dict(one.attrib) for one in before] != [{"charset": "utf-8"}]:
        yield Problem("audit-policy", place, "not first in the head")
    if set(policy.attrib) != {"http-equiv", "content"}:
        yield Problem("audit-policy", place, "attributes")
    directives = [part.split() for part in policy.get("content", "").split(";")]
    known = {words[0]: words[1:] for words in directives if words}
    allowed = known.pop(_SCRIPTS, [])
    if known != _STRICT or len(directives) != len(_STRICT) + 1:
        yield Problem("audit-policy", place, "not the strict one")
    needed = Counter({_hash(one.text or "") for one in page.iter("script") if _runs_here(one)})
    if Counter(allowed) != Counter(["'self'"]) + needed:
        yield Problem("audit-policy", place, "scripts")
    if [dict(one.attrib) for one in page.iter("meta") if one.get("name") == "referrer"] != _REFERRER:
        yield Problem("audit-policy", place, "referrer")


def _runs_here(script: HtmlElement) -> bool:
    """Whether it is a script that stands in the page; one with a type holds data."""
    return script.get("src") is None and script.get("type") is None


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
