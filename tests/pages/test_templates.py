"""Templates only place what views hold: no arithmetic, no sorting, no way around escaping; headings have their ids."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.pages import PAGE_TYPES
from generator.render import environment

PAGES = Path(__file__).parent.parent.parent / "generator" / "pages"
TEMPLATES = sorted(PAGES.glob("*.jinja"))
PARTS = [path for path in TEMPLATES if path.name.startswith("_")]
WHOLE = [path for path in TEMPLATES if path not in PARTS]
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
FORBIDDEN_FILTERS = {
    "round", "sum", "sort", "dictsort", "groupby", "int", "float", "abs", "min", "max", "count", "length", "unique",
    "map", "select", "selectattr", "reject", "rejectattr", "random", "safe", "forceescape", "escape", "e", "tojson",
    "xmlattr", "urlize", "format", "attr",
}  # fmt: skip
# a heading's level may hang on a condition
HEADING = re.compile(r"^(?:\{% if [a-z.]+ %\}#\{% endif %\})?(#+) (.*)$", re.MULTILINE)
ID = re.compile(r"\{#([a-z][a-z0-9-]*(\{\{ loop\.index \}\})?|\{\{ [a-z]+\.anchor \}\})\}$")


def faults(source: str) -> list[str]:
    """What a template does beyond placing: by kind of node, filter, call, or statement."""
    tree = environment().parse(source)
    found = [type(node).__name__ for node in tree.find_all(ARITHMETIC)]
    found += [f"|{node.name}" for node in tree.find_all(nodes.Filter) if node.name in FORBIDDEN_FILTERS]
    found += ["call" for _ in tree.find_all(nodes.Call)]
    found += ["concat" for _ in tree.find_all(nodes.Concat)]
    found += ["number" for node in tree.find_all(nodes.Const) if type(node.value) in (int, float)]
    found += ["attribute" for node in tree.find_all(nodes.Getattr) if node.attr.startswith("_")]
    statements = (nodes.Assign, nodes.Macro, nodes.Import, nodes.ScopedEvalContextModifier)
    found += [type(node).__name__ for node in tree.find_all(statements)]
    # what several pages have in common stands in a part
    found += ["Include" for node in tree.find_all(nodes.Include) if not _is_part(node.template)]
    return found


def _is_part(template: nodes.Expr) -> bool:
    return isinstance(template, nodes.Const) and template.value in {path.name for path in PARTS}


def headings_without_id(source: str) -> list[str]:
    """Headings of Markdown or HTML that bring no ASCII id of their own."""
    written = [found[2] for found in HEADING.finditer(source) if not ID.search(found[2].rstrip())]
    return written + re.findall(r'<h[1-6](?![^>]*\bid="(?:[a-z][a-z0-9-]*|\{\{ [a-z]+\.anchor \}\})")[^>]*>', source)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_reckons_nothing_and_escapes_nothing_by_itself(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_heading_has_an_id_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert headings_without_id(source) == []
    ids = [found[1] for heading in HEADING.finditer(source) if (found := ID.search(heading[2].rstrip()))]
    assert ids
    assert len(set(ids)) == len(ids)
    assert len(re.findall("^# ", source, re.MULTILINE)) == (path in WHOLE)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_brings_no_style_script_or_foreign_request(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert re.findall(r"style=|<style|<script|\bon[a-z]+=|https?:|//", source) == []


def test_every_template_is_used_and_every_page_has_one() -> None:
    named = {
        name for path in PAGES.glob("*.py") for name in re.findall(r'"([a-z_]+\.md\.jinja)"', path.read_text("utf-8"))
    }

    included = {
        name for path in TEMPLATES for name in re.findall(r'\{% include "([a-z_.]+)" %\}', path.read_text("utf-8"))
    }
    assert {path.name for path in WHOLE} == named
    assert {path.name for path in PARTS} == included
    assert len(WHOLE) >= len(PAGE_TYPES)


# --- the tests above can fail


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ view.a + 1 }}", ["Add", "number"]),
        ("{{ view.a - view.b }}", ["Sub"]),
        ("{{ view.a * view.b }}", ["Mul"]),
        ("{{ view.a / view.b }}", ["Div"]),
        ("{{ view.a // view.b }}", ["FloorDiv"]),
        ("{{ view.a % view.b }}", ["Mod"]),
        ("{{ view.a ** view.b }}", ["Pow"]),
        ("{{ -view.a }}", ["Neg"]),
        ("{% if view.a > 85 %}a{% endif %}", ["number"]),
        ("{{ view.a | round }}", ["|round"]),
        ("{{ view.a | safe }}", ["|safe"]),
        ("{% for a in view.b | sort(attribute='c') %}{% endfor %}", ["|sort"]),
        ("{{ view.a | groupby('b') | sum }}", ["|sum", "|groupby"]),
        ("{{ view.a | int }}{{ view.a | float }}", ["|int", "|float"]),
        ("{{ view.a ~ view.b }}", ["concat"]),
        ("{{ view.a() }}", ["call"]),
        ("{{ view.__class__ }}", ["attribute"]),
        ("{% set a = view.b %}", ["Assign"]),
        ("{% macro a() %}{% endmacro %}", ["Macro"]),
        ("{% include 'a' %}", ["Include"]),
        ("{% include 'home.md.jinja' %}", ["Include"]),
        ("{% include view.a %}", ["Include"]),
        ("{% include '_sections.md.jinja' %}", []),
        ("{% autoescape false %}{{ view.a }}{% endautoescape %}", ["ScopedEvalContextModifier"]),
        ("{% for a in view.b %}{{ a }}{% if not loop.last %}, {% endif %}{% endfor %}", []),
        ("{%# 1 + 1 #%}{{ view.a }} {#id}", []),
    ],
)
def test_what_a_template_may_not_do_is_found(source: str, found: list[str]) -> None:
    assert faults(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# ชื่อ {#home}\n", []),
        ("## {{ view.a }} {#{{ finding.anchor }}}\n", []),
        ("## {{ name }} {#step-{{ loop.index }}}\n", []),
        ("{% if a.b %}#{% endif %}## {{ name }} {#{{ section.anchor }}}\n", []),
        ("{% if a.b %}#{% endif %}## {{ name }}\n", ["{{ name }}"]),
        ("## {{ name }} {#{{ loop.index }}}\n", ["{{ name }} {#{{ loop.index }}}"]),
        ("# ชื่อ\n", ["ชื่อ"]),
        ("# ชื่อ {#ชื่อ}\n", ["ชื่อ {#ชื่อ}"]),
        ("# ชื่อ {#Home}\n", ["ชื่อ {#Home}"]),
        ("# ชื่อ {#{{ view.title }}}\n", ["ชื่อ {#{{ view.title }}}"]),
        ("# ชื่อ {#home} ต่อ\n", ["ชื่อ {#home} ต่อ"]),
        ("<h2>ชื่อ</h2>\n", ["<h2>"]),
        ('<h2 id="ชื่อ">ชื่อ</h2>\n', ['<h2 id="ชื่อ">']),
        ('<h2 class="a" id="b">ชื่อ</h2>\n', []),
        ('<h2 id="{{ group.anchor }}">ชื่อ</h2>\n', []),
        ('<h2 id="{{ group.label }}">ชื่อ</h2>\n', ['<h2 id="{{ group.label }}">']),
    ],
)
def test_a_heading_without_an_ascii_id_is_found(source: str, found: list[str]) -> None:
    assert headings_without_id(source) == found
