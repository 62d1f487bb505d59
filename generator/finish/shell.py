"""The theme's own part of a page, mended: what an HTML checker refuses, what has no name for who cannot see it, and the
blanks that its templates leave.

Between the article's tags only the slash goes with which Markdown ends an element that has no end tag.
"""

import re

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_ENDED_VOID = re.compile(r"""(<(?:br|hr|img)\b(?:[^>"]|"[^"]*")*?) ?/>""")
_ID = re.compile(r'\sid="([^"]*)"')
# A browser that comes back to a page sets its boxes as they were, unless they or their form forbid it; to a checker
# only the form may.
_CHECKED_INPUT = re.compile(r'(<input\b(?=[^>]*\btype="(?:checkbox|radio)")[^>]*?) autocomplete="off"')
_OWNER = '<form id="__shell" autocomplete="off" hidden></form>'
_SCRIPT = re.compile(r"<script (?=src=)")
_NO_TABINDEX = re.compile(r'(<label\b[^>]*?) tabindex=""')
_LABEL_FOR = re.compile(r'(<label\b[^>]*?) for="([^"]*)"')
_EMPTY_BANNER = re.compile(
    r'<aside class="md-banner">\s*<div class="md-banner__inner md-grid md-typeset">\s*</div>\s*</aside>'
)
_BLANKS = re.compile(r"\n\s+")
_SEARCH = 'data-md-component="search" role="dialog">'
_NAMED_SEARCH = 'data-md-component="search" role="dialog" aria-label="ค้นหาในเว็บไซต์">'


def mended(page: str) -> str:
    """The page with a shell that has no fault known to us."""
    article = _ARTICLE.search(page)
    if not article:
        return page
    ids = {found[1] for found in _ID.finditer(page)}
    start, end = article.span()
    return _mended(page[:start], ids) + _ENDED_VOID.sub(r"\1>", article[0]) + _mended(page[end:], ids)


def _mended(shell: str, ids: set[str]) -> str:
    if first := _CHECKED_INPUT.search(shell):
        shell = shell[: first.start()] + _OWNER + _CHECKED_INPUT.sub(r'\1 form="__shell"', shell[first.start() :])
    # nothing waits for a script: the page is whole without
    shell = _SCRIPT.sub("<script defer ", shell)
    shell = _NO_TABINDEX.sub(r"\1", shell)
    shell = _LABEL_FOR.sub(lambda label: label[0] if label[2] in ids else label[1], shell)
    shell = _EMPTY_BANNER.sub("", shell)
    # the link around the emblem says whose it is
    return _BLANKS.sub("\n", shell).replace(_SEARCH, _NAMED_SEARCH).replace(' alt="logo"', ' alt=""')
