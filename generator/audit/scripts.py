"""Scripts that stand in a page: the theme's own, its settings, and facts about the page for machines."""

import hashlib
import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

HTTPS = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#][!-~]*)?")
_SETTING = re.compile(r"(?!//)[A-Za-z0-9_./-]*")
# The theme's inline scripts with the way to the site's root left out, by SHA-256: the scope of what a browser
# remembers, the colour scheme, the tab that an address names.
_SCRIPTS = frozenset(
    {
        "236a3d4e2f7e2c53f1d4fa04e431adcbd8a9b407b9d409976c884157dffcb6d3",
        "0eb10c249dbdb0beef225a10ce5cbe55418cc4a7014cc208f8e7d6ed8f00906e",
        "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",
    }
)
_SETTINGS = frozenset({"annotate", "base", "features", "search", "tags", "translations", "version"})
_ABOUT = "application/ld+json"
_SCHEMA = "https://schema.org"
# Where words of data stand, which may say anything; every other text of these facts that looks like an address is one.
_WORDS = frozenset(
    """abstract addressLocality addressRegion alternateName description headline keywords name streetAddress
    text""".split()
)
_LIKE_AN_ADDRESS = re.compile(r"\s*([a-z][a-z0-9+.-]*:)?//|\s*(javascript|vbscript|data|blob|file)\s*:", re.IGNORECASE)
_WAY_TO_ROOT = re.compile(r'"(?:\.\.?/?)+"|"/[^"]*"')


def unknown_script(script: HtmlElement) -> str:
    """What is not known about an inline script: its hash, or the settings that the theme does not have."""
    content = script.text or ""
    if script.get("type") == "application/json":
        try:
            settings = json.loads(content)
        except ValueError:
            return "json"
        if not isinstance(settings, dict):
            return "json"
        wrong = [key for key in ("base", "search") if not _SETTING.fullmatch(str(settings.get(key, "")))]
        return ", ".join(sorted({*settings} - _SETTINGS) + wrong)
    if script.get("type") == _ABOUT:
        return _unknown_facts(script, content)
    digest = hashlib.sha256(_WAY_TO_ROOT.sub('""', content).encode()).hexdigest()
    return "" if digest in _SCRIPTS and not script.get("type") else digest


def _unknown_facts(script: HtmlElement, content: str) -> str:
    """What is wrong with facts for machines: their place, a mark that ends a script, their kind, or an address."""
    parent = script.getparent()
    if parent is None or parent.tag != "head" or set(script.attrib) != {"type"}:
        return f"{_ABOUT} outside of the head"
    try:
        facts = json.loads(content)
    except ValueError:
        return "json"
    if not isinstance(facts, dict) or facts.get("@context") != _SCHEMA or any(mark in content for mark in "<>&"):
        return "json"
    return ", ".join(sorted(one for one in _told(facts) if _LIKE_AN_ADDRESS.match(one) and not HTTPS.fullmatch(one)))


def _told(value: object) -> Iterator[str]:
    """Every text in JSON that is not there to be read as words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _WORDS or not isinstance(inner, str):
                yield from _told(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _told(inner)
    elif isinstance(value, str):
        yield value
