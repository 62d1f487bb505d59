"""The floors of the program: a module imports only from lower floors, and inside a package only what stands below it.

The table is that of the design. A new module is one more name in it.
"""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent.parent / "generator"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"problems", "thai", "figures", "markup", "personal", "keep"}),
    frozenset({"model", "page", "explanations"}),
    frozenset({"reader"}),
    frozenset({"frameworks", "history", "attachments"}),
    frozenset({"load", "links", "grids"}),
    frozenset({"validate", "assess", "recognise"}),
    frozenset({"findings", "charts"}),
    frozenset({"pages", "forms"}),
    frozenset({"render", "write", "drawings"}),
    frozenset({"site", "finish", "audit", "publish", "reuse", "serving"}),
    frozenset({"pipeline"}),
    frozenset({"differences", "linkcheck"}),
    frozenset({"commands"}),
    frozenset({"cli"}),
)

# Inside a package, from the top: what stands in one entry does not know the others of it.
PACKAGES: dict[str, tuple[frozenset[str], ...]] = {
    "problems": (frozenset({"messages"}),),
    "model": (
        frozenset({"agency"}),
        frozenset({"disclosure", "documents", "measures"}),
        frozenset({"analysis"}),
        frozenset({"framework"}),
        frozenset({"scores"}),
        frozenset({"prose"}),
        frozenset({"values"}),
    ),
    "explanations": (
        frozenset({"files", "values", "folders", "scores", "narrative", "disclosure", "attached", "frameworks"})
        | frozenset({"findings", "built", "shown", "forms", "tables"}),
        frozenset({"entries"}),
    ),
    "reader": (
        frozenset({"rewrite"}),
        frozenset({"wanted", "written"}),
        frozenset({"layout"}),
        frozenset({"shapes", "tree"}),
    ),
    "frameworks": (frozenset({"derived"}),),
    "attachments": (
        frozenset({"packages"}),
        frozenset({"plain", "sheets"}),
        frozenset({"cells", "names", "pdf"}),
        frozenset({"examined", "store"}),
    ),
    "grids": (
        frozenset({"workbook", "plain", "word"}),
        frozenset({"marks", "numbering"}),
        frozenset({"reading"}),
        frozenset({"cells"}),
    ),
    "load": (frozenset({"agencies", "rules"}), frozenset({"files"})),
    "validate": (
        frozenset({"frameworks", "scores", "narrative", "measures", "agencies", "disclosure"}),
        frozenset({"codes"}),
    ),
    "recognise": (
        frozenset({"scores", "provinces", "measures", "addresses"}),
        frozenset({"agencies", "summaries", "headings"}),
        frozenset({"names"}),
        frozenset({"outcome"}),
    ),
    "assess": (frozenset({"disclosure"}), frozenset({"measures", "printings", "holdings", "items"})),
    "findings": (
        frozenset({"acknowledge", "values", "order", "names", "agency", "dates", "copies", "coverage"}),
        frozenset({"outcomes"}),
        frozenset({"analyses", "instruments"}),
        frozenset({"passages", "rows", "spelling"}),
        frozenset({"messages", "squeezed"}),
        frozenset({"records"}),
    ),
    "charts": (
        frozenset({"trend", "slope", "infographic", "heat"}),
        frozenset({"bars", "dots", "dumbbell", "heatmap", "histogram", "counts"}),
        frozenset({"sheet"}),
        frozenset({"vega", "engine", "letters", "axis", "qr"}),
        frozenset({"palette", "advances"}),
    ),
    "pages": (
        frozenset({"portal", "scores_year"}),
        frozenset({"methodology", "home", "scores", "analysis", "indicators", "measures", "measures_year", "measure"})
        | frozenset({"years", "compare", "handbook"})
        | frozenset({"oit", "oit_item", "documents", "findings", "contact", "changes", "redirects"})
        | frozenset({"infographic"}),
        frozenset({"overviews", "nothing"}),
        frozenset({"contents", "disclosed", "eit", "facts"}),
        frozenset({"conclusions", "items", "measures_table", "standings"}),
        frozenset({"sections", "chain", "cells", "comparison", "opening", "printings", "score_bars"})
        | frozenset({"browse", "summaries", "foot"}),
        frozenset({"figure", "grades", "made"}),
        frozenset({"headlines"}),
        frozenset({"context", "passages", "tables", "days", "terms", "neighbours", "method"}),
    ),
    "forms": (
        frozenset({"tables"}),
        frozenset({"findings", "items", "outcomes"}),
        frozenset({"scores", "measures", "analysis", "disclosure"}),
        frozenset({"draft", "filled"}),
        frozenset({"workbook", "carried"}),
        frozenset({"sheets"}),
        frozenset({"fields"}),
    ),
    "finish": (
        frozenset({"portable"}),
        frozenset({"index", "digits", "unbroken", "shell", "sheets", "policy", "unused"}),
    ),
    "audit": (frozenset({"head", "ways"}), frozenset({"index", "pictures", "policy", "scripts"})),
    "pipeline": (
        frozenset({"build"}),
        frozenset({"plan"}),
        frozenset({"addresses"}),
        frozenset({"imports"}),
        frozenset({"material"}),
        frozenset({"examine"}),
        frozenset({"attached", "workspace"}),
    ),
    "serving": (frozenset({"server"}), frozenset({"board", "watch"})),
    "differences": (frozenset({"figures", "booklet"}), frozenset({"records"})),
    "linkcheck": (
        frozenset({"outside"}),
        frozenset({"answers", "inside", "cited"}),
        frozenset({"fetching", "messages", "records"}),
    ),
    "commands": (
        frozenset({"serve"}),
        frozenset({"check", "generate", "build", "lock", "todo", "answers", "form", "imports", "new", "new_year"})
        | frozenset({"changes", "links", "handover"}),
        frozenset({"unfinished"}),
        frozenset({"inventory"}),
        frozenset({"verdicts", "disclosed", "check_page", "imported", "dialogue", "told", "menu"}),
        frozenset({"hosted", "check_texts"}),
        frozenset({"report", "gather", "tabled", "repository"}),
        frozenset({"options", "wheel", "templates", "check_style"}),
    ),
}

MODULES = sorted(path for path in PROGRAM.rglob("*.py"))


def _name(path: Path) -> str:
    """`findings.order` for generator/findings/order.py, `findings` for its `__init__`."""
    parts = path.relative_to(PROGRAM).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    """Our own modules that a module imports, wherever in its text."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = node.module
            names = {f"{base}.{alias.name}" for alias in node.names}
            inner = PROGRAM.parent.joinpath(*base.split("."))
            found |= {name if inner.joinpath(name.rsplit(".", 1)[1]).with_suffix(".py").exists()
                      or inner.joinpath(name.rsplit(".", 1)[1]).is_dir() else base for name in names}  # fmt: skip
    return {name.removeprefix("generator.") for name in found if name.startswith("generator.")}


def _floor(name: str) -> int:
    top = name.split(".", maxsplit=1)[0]
    return next(number for number, floor in enumerate(FLOORS) if top in floor)


def test_every_module_has_a_floor() -> None:
    tops = {_name(path).split(".")[0] for path in MODULES} - {""}

    assert tops == set().union(*FLOORS)


def test_every_module_of_a_package_has_its_place() -> None:
    for package, order in PACKAGES.items():
        inner = {path.stem for path in (PROGRAM / package).glob("*.py")} - {"__init__"}

        assert inner == set().union(*order), package


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_its_order_as_it_is(package: str) -> None:
    """Where its docstring lists the modules from the top."""
    text = (PROGRAM / package / "__init__.py").read_text(encoding="utf-8")
    said = re.search(r"Modules from the top: ([^.]*)[.]", " ".join((ast.get_docstring(ast.parse(text)) or "").split()))
    entries = said[1].split("; ") if said else []

    assert not said or [frozenset(entry.split(", ")) for entry in entries] == [*PACKAGES[package]]


@pytest.mark.parametrize("path", [path for path in MODULES if _name(path)], ids=_name)
def test_imports_run_downhill(path: Path) -> None:
    name = _name(path)
    top = name.split(".")[0]
    for imported in _imports(path):
        other = imported.split(".")[0]
        if other != top:
            assert _floor(other) < _floor(top), f"{name} imports {imported}"
        elif "." in name and "." in imported:
            order = PACKAGES[top]
            mine, theirs = name.split(".")[1], imported.split(".")[1]
            assert _position(order, theirs) > _position(order, mine), f"{name} imports {imported}"
        else:
            assert "." in imported or name == top, f"{name} imports its own package"


def _position(order: tuple[frozenset[str], ...], name: str) -> int:
    return next(number for number, entry in enumerate(order) if name in entry)


def test_floors_do_not_repeat_a_module() -> None:
    listed = [name for floor in FLOORS for name in floor]

    assert len(listed) == len(set(listed))
    assert all(not one & other for one, other in pairwise(FLOORS))


def test_the_disk_and_the_clock_are_known_at_the_ends_only() -> None:
    """`open`, Path reads and writes: loading, writing, and what handles finished files; the command line's clock."""
    ends = {"load.files", "load.agencies", "write", "finish", "audit", "publish", "reuse", "history", "site"}
    ends |= {"frameworks", "cli", "drawings"}
    ends |= {
        "finish.index",
        "finish.unused",
        "finish.portable",
        "attachments.store",
        "pipeline.plan",
        "pipeline.imports",
        "pipeline.material",
        "commands.imports",
        "pipeline.build",
        "serving.server",
        "commands.answers",
        "commands.new",
        "commands.wheel",
        "commands.templates",
        "commands.repository",
        "load.rules",
        "differences.booklet",
        "linkcheck.inside",
        "commands.check_texts",
    }
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute) and node.attr in {
                "read_text",
                "read_bytes",
                "write_text",
                "write_bytes",
            }:
                assert _name(path) in ends, f"{_name(path)}:{node.lineno}"
            if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "monotonic", "perf_counter"}:
                assert _name(path) == "cli", f"{_name(path)}:{node.lineno} looks at a clock"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"open", "print"}, f"{_name(path)}:{node.lineno}"


def test_modules_are_short_or_say_why() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")

        assert text.count("\n") <= 300 or "Longer than 300 lines" in text, _name(path)


def test_imports_stand_at_the_top() -> None:
    """Inside a function only where the module says why: a command by its name, the chart engine on a miss."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                inner = [one for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom)]
                assert not inner, f"{_name(path)}:{node.lineno}"
