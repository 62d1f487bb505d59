"""Makes the Word documents of tests/recognise/word/ from the transcribed reports in data/.

    pip install python-docx      (and LibreOffice: soffice)
    python tools/word_cases.py

Every document has the tables of one report as its columns print them: scores, then measures with their merged cells.
Beside each stands the same document as LibreOffice saves it, since clerks have either. `-rows` has a row for every
step, `-pages` the measures as two tables.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.document import Document
from docx.table import Table

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
TARGET = ROOT / "tests" / "recognise" / "word"
REPORTS = {
    "din-daeng": (2564, 2565),
    "muang-mu": (2567, 2567),
    "mueang-khong": (2568, 2569),
    "nong-ya-plong": (2565, 2566),
    "sateng-nok": (2565, 2566),
}
HEADINGS = {"number": "ลำดับ", "rank": "อันดับ", "name": "ตัวชี้วัด", "previous": "ผลคะแนน ปี {}", "score": "คะแนน"}
LEAST = 3  # rows that make a table
PAGES = {"nong-ya-plong": 3, "mueang-khong": 6}  # after so many measures a new table begins


def read(slug: str, year: int, name: str) -> dict[str, Any]:
    path = DATA / slug / str(year) / f"{name}.yml"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded


def table(document: Document, rows: list[list[str]]) -> Table:
    """A table, a paragraph for every line of a cell, as people type them."""
    made = document.add_table(0, len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            lines = text.split("\n")
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    document.add_paragraph()
    return made


# --- scores


def scores(document: Document, slug: str, year: int) -> None:
    for place in read(slug, year, "scores").get("places", []):
        listed = place.get("scores", [])
        if place["kind"] not in {"table", "ranking", "comparison"} or len(listed) < LEAST:
            continue
        keys = [key for key in ("rank", "number", "name", "previous", "score") if any(key in one for one in listed)]
        heads = [HEADINGS[key].format(place.get("previous_year", year - 1)) for key in keys]
        if "previous" in keys:
            heads[-1] = f"ผลคะแนน ปี {year}"
        document.add_paragraph(place["where"])
        rows = [[shown(one.get(key, "")) for key in keys] for one in listed]
        if "overall" in place:
            rows.append([*["" for _ in keys[:-2]], "คะแนนรวม", shown(place["overall"])])
        table(document, [heads, *rows])


def shown(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


# --- measures


def measures(document: Document, slug: str, assessed: int, acted: int, *, rows: bool, pages: int) -> None:
    told = read(slug, acted, "measures")
    columns = told["columns"]
    analyses = {one["number"]: one for one in _indicators(read(slug, assessed, "analysis"))}
    document.add_paragraph(told.get("title", "มาตรการ"))
    heads = [one["heading"] for one in columns]
    holds = [one["holds"] for one in columns]
    parts = [told["measures"][:pages], told["measures"][pages:]] if pages else [told["measures"]]
    last: dict[str, str] = {}
    for number, part in enumerate(parts):
        # of two documents that go on, one prints its headings again
        made = [] if number and slug == "mueang-khong" else [heads]
        top = len(made)
        runs: dict[int, list[list[int]]] = {at: [] for at in range(len(holds))}
        for measure in part:
            merged = measure.get("merged", []) if len(made) > top else []
            cells = [last[one] if one in measure.get("merged", []) else held(measure, one, analyses) for one in holds]
            last = dict(zip(holds, cells, strict=True))
            steps = holds.index("steps") if rows and "steps" in holds else None
            lines = [cells] if steps is None else _by_step(cells, steps)
            for at, one in enumerate(holds):
                if one in merged:
                    runs[at][-1][1] = len(made) + len(lines) - 1
                elif at != steps:
                    runs[at].append([len(made), len(made) + len(lines) - 1])
            made += lines
        drawn = table(document, made)
        for at, spans in runs.items():
            for begin, end in spans:
                for line in range(begin + 1, end + 1):
                    drawn.cell(line, at).text = ""
                if end > begin:
                    _merge(drawn, at, begin, end)


def _indicators(node: Any) -> Iterator[dict[str, Any]]:
    """The analyses of indicators, in whichever section they stand."""
    if isinstance(node, dict):
        if "perception" in node and "number" in node:
            yield node
        node = list(node.values())
    for one in node if isinstance(node, list) else ():
        yield from _indicators(one)


def _by_step(cells: list[str], steps: int) -> list[list[str]]:
    """A row for every step; what else the measure says stands in the first."""
    lines = cells[steps].split("\n")
    return [[line if at == steps else "" if number else cell for at, cell in enumerate(cells)]
            for number, line in enumerate(lines)]  # fmt: skip


def _merge(drawn: Table, at: int, begin: int, end: int) -> None:
    whole = drawn.cell(begin, at).merge(drawn.cell(end, at))
    for paragraph in whole.paragraphs:
        if not paragraph.text and len(whole.paragraphs) > 1:
            paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001 -- merging adds empty ones


def held(measure: dict[str, Any], name: str, analyses: dict[int, Any]) -> str:
    match name:
        case "title":
            return f"{measure.get('number', '')} {measure.get('title', '')}".strip()
        case "responsible":
            return "\n".join(one.get("unit") or one["post"] for one in measure.get("responsible", []))
        case "perception" | "own_analysis":
            return str(analyses.get(measure["indicators"][0], {}).get(name, "")).strip()
        case _:
            return str(measure.get(name, "")).strip()


# --- documents


def make(slug: str, folder: Path, suffix: str = "", *, rows: bool = False, pages: int = 0) -> Path:
    assessed, acted = REPORTS[slug]
    document = docx.Document()
    if not suffix:
        scores(document, slug, assessed)
    measures(document, slug, assessed, acted, rows=rows, pages=pages)
    path = folder / f"{slug}{suffix}.docx"
    document.save(str(path))
    return path


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    made = [make(slug, TARGET) for slug in REPORTS]
    made += [make(slug, TARGET, "-rows", rows=True) for slug in REPORTS if slug not in {"din-daeng", "nong-ya-plong"}]
    made += [make(slug, TARGET, "-pages", pages=count) for slug, count in PAGES.items()]
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        subprocess.run([*command, "--convert-to", "docx", "--outdir", folder, *map(str, made)], check=True)
        for path in made:
            (TARGET / f"{path.stem}.libreoffice.docx").write_bytes((Path(folder) / path.name).read_bytes())
    for path in sorted(TARGET.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
