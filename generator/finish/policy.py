"""What a page may load and run, said in the page itself, for hosts that let nobody set headers.

Scripts that stand in a page are named by their hashes, so that nothing put into a page by mistake can run. A policy in
a page cannot say who may frame it; that needs a header.
"""

import base64
import hashlib
import re

_CHARSET = '<meta charset="utf-8">'
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
# Where a reader came from is told to nobody.
_REFERRER = '<meta name="referrer" content="no-referrer">'
_SAID = re.compile(r'\s*<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def with_policy(page: str) -> str:
    """The page with its policy before anything that loads or runs; call it when nothing else of the page changes."""
    hashes = dict.fromkeys(_hash(found[1]) for found in _INLINE.finditer(page))
    policy = _POLICY.format(scripts=" ".join(["'self'", *hashes]))
    said = f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n{_REFERRER}'
    return page.replace(_CHARSET, said, 1)


def without_policy(page: str) -> str:
    """The page as it opens from a folder, where nothing is of the site's own origin."""
    return _SAID.sub("", page, count=1)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
