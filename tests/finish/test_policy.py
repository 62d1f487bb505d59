"""generator.finish.policy: the policy of a page, before everything that it is about."""

import base64
import hashlib

import pytest

from generator.finish.policy import with_policy, without_policy

PAGE = '<html><head>\n<meta charset="utf-8">\n<title>ก</title>{inner}</head></html>'
STRICT = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def _hash(script: str) -> str:
    return f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("inner", "scripts"),
    [
        ("", ""),
        ('<script src="a.js"></script>', ""),
        ('<script type="application/ld+json">{}</script><script type="application/json">{}</script>', ""),
        ("<script>a()</script>", _hash("a()")),
        ("<script>a()</script><p></p><script>\n b('ก')\n</script>", _hash("a()") + _hash("\n b('ก')\n")),
        ("<script>a()</script><script>a()</script>", _hash("a()")),
    ],
)
def test_a_page_names_the_scripts_that_stand_in_it(inner: str, scripts: str) -> None:
    page = with_policy(PAGE.format(inner=inner))

    assert page == PAGE.format(inner=inner).replace(
        '<meta charset="utf-8">',
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{STRICT.format(scripts=scripts)}">\n'
        '<meta name="referrer" content="no-referrer">',
    )


def test_a_hash_is_that_of_the_standard() -> None:
    """The example of the specification's own tests: alert('Hello, world.');"""
    page = with_policy(PAGE.format(inner="<script>alert('Hello, world.');</script>"))

    assert "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='" in page


def test_a_copy_has_none() -> None:
    page = PAGE.format(inner="<script>a()</script>")

    assert without_policy(with_policy(page)) == page.replace(
        '<meta charset="utf-8">', '<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">'
    )
    assert without_policy(page) == page
