"""What `check` says as one page to read, print and hand on: a file of its own, in Thai, without scripts.

It says the same as the terminal, by agency and file, each problem with the line that it is about and with what the
handbook says of its message. Numbers of persons are masked as they are everywhere else.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from generator import findings, thai
from generator.commands.check_style import STYLE
from generator.commands.check_texts import coded, joined, reader, safe
from generator.explanations import EXPLANATIONS, Explanation, shown_files
from generator.findings import Finding
from generator.personal import CODES
from generator.pipeline.examine import Examined
from generator.problems import Problem, Source

# Each agency that answers OIT items, by its name, with what the terminal says of its latest year.
Verdicts = Sequence[tuple[str, Sequence[str]]]

_SITE = "ทั้งเว็บไซต์"
_NAME = "ผลการตรวจข้อมูล"
_EMPTY = Markup("")


def page(examined: Examined, verdicts: Verdicts, today: datetime.date) -> bytes:
    """The whole page. Nothing in it but `today` depends on when it is made."""
    shown = _Shown(examined)
    parts = [
        _summary(examined, shown.names, today),
        shown.problems("problems", "สิ่งที่ต้องแก้ไขในแฟ้ม", examined.problems),
        shown.findings("findings", "จุดที่ข้อมูลไม่ตรงกัน", examined.findings),
        shown.problems("notices", "คำเตือน (ไม่หยุดการเผยแพร่)", examined.notices),
        _verdicts(verdicts),
    ]
    body = joined(part for part in parts if part)
    return (
        Markup(
            '<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="robots" content="noindex">\n'
            "<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
        )
        .format(title=_NAME, style=STYLE, body=body)
        .encode()
    )


# --- what can be published


def _summary(examined: Examined, names: Mapping[str, str], today: datetime.date) -> Markup:
    held = _held(examined)
    open_agencies = len(names) - len(held & names.keys())
    years = sum(len(result.assessments) for result in examined.results)
    known = len(examined.findings)
    acknowledged = sum(one.acknowledgement is not None for one in examined.findings)
    counts = [
        f"ตรวจแล้ว {len(names)} หน่วยงาน {years} ปี",
        f"จุดที่ต้องแก้ไขในแฟ้ม {len(examined.problems)} จุด",
        f"จุดที่ข้อมูลไม่ตรงกัน {known} จุด รับทราบแล้ว {acknowledged} จุด",
        f"คำเตือน {len(examined.notices)} จุด",
    ]
    if examined.dataset is None:
        verdict, mark = "ยังเผยแพร่ไม่ได้ทั้งเว็บไซต์ เพราะแฟ้มของเว็บไซต์มีจุดที่ต้องแก้ไข", "bad"
    elif held:
        verdict, mark = f"ยังเผยแพร่ไม่ได้ {len(held)} หน่วยงาน เผยแพร่ได้ {open_agencies} หน่วยงาน", "bad"
    elif examined.problems:
        verdict, mark = "เผยแพร่ได้ทุกหน่วยงาน แต่มีแฟ้มที่ต้องแก้ไข", "bad"
    else:
        verdict, mark = "ผ่านการตรวจ เผยแพร่ได้ทุกหน่วยงาน", "good"
    rows = joined(_agency(examined, slug, name, slug in held) for slug, name in sorted(names.items()))
    table = Markup(
        '<table>\n<caption>ผลรายหน่วยงาน</caption>\n<thead><tr><th scope="col">หน่วยงาน</th><th scope="col">ผล</th>'
        '<th scope="col">ต้องแก้ไข</th><th scope="col">ไม่ตรงกัน</th><th scope="col">คำเตือน</th></tr></thead>\n'
        "<tbody>\n{}\n</tbody>\n</table>"
    ).format(rows)
    return Markup(
        '<header>\n<h1>{}</h1>\n<p class="muted">นับวันที่เหลือจากวันที่ {}</p>\n</header>\n'
        '<p class="verdict {}">{}</p>\n<ul>\n{}\n</ul>\n{}'
    ).format(
        _NAME,
        thai.format_date(today),
        mark,
        safe(verdict),
        joined(Markup("<li>{}</li>").format(one) for one in counts),
        table if names else _EMPTY,
    )


def _held(examined: Examined) -> frozenset[str]:
    return examined.held | {one.agency for one in examined.findings if one.holds}


def _agency(examined: Examined, slug: str, name: str, held: bool) -> Markup:  # noqa: FBT001 -- a column of the table
    problems = sum(one.agency == slug for one in examined.problems)
    found = [one for one in examined.findings if one.agency == slug]
    holding = sum(one.holds for one in found)
    reasons = [f"มีจุดที่ต้องแก้ไขในแฟ้ม {problems} จุด"] if problems else []
    reasons += [f"มีจุดที่ข้อมูลไม่ตรงกันซึ่งต้องแก้ไขหรือรับทราบก่อน {holding} จุด"] if holding else []
    if held and not reasons:
        reasons = ["แฟ้มที่หน่วยงานนี้ใช้ร่วมกับผู้อื่นมีจุดที่ต้องแก้ไข"]
    state = f"ยังเผยแพร่ไม่ได้ เพราะ{' และ'.join(reasons)}" if held else "เผยแพร่ได้"
    if examined.dataset is None and not held:
        state = "รอแก้ไขแฟ้มของเว็บไซต์"
    counts = (problems, len(found), sum(one.agency == slug for one in examined.notices))
    return Markup('<tr><th scope="row">{}</th><td>{}</td>{}</tr>').format(
        safe(name), safe(state), joined(Markup('<td class="number">{}</td>').format(n) for n in counts)
    )


# --- what is wrong and what does not agree


class _Shown:
    """What is shown once on a page: an explanation stands where its message comes up first."""

    def __init__(self, examined: Examined) -> None:
        agencies = [result.agency for result in examined.results]
        agencies += examined.dataset.agencies if examined.dataset else ()
        self.names = {slug: slug for slug in examined.held} | {one.slug: f"{one.name} ({one.slug})" for one in agencies}
        self._line = reader(examined.folder)
        self._explained: set[str] = set()

    def problems(self, anchor: str, heading: str, problems: Sequence[Problem]) -> Markup:
        """Problems or notices by agency and file, those of the whole site first."""
        if not problems:
            return _EMPTY
        ordered = sorted(problems, key=lambda one: one.agency or "")  # each file's in its own order still
        parts = []
        for agency, of_agency in groupby(ordered, key=lambda one: one.agency):
            parts.append(Markup("<h3>{}</h3>").format(safe(self.names.get(agency, agency) if agency else _SITE)))
            for file, of_file in groupby(of_agency, key=lambda one: one.source.file):
                parts.append(Markup("<h4>{}</h4>").format(safe(file)))
                parts += [self._problem(one) for one in of_file]
        return _section(anchor, f"{heading} {len(problems)} จุด", parts)

    def _problem(self, problem: Problem) -> Markup:
        return Markup(
            "<article>\n<p><strong>{}</strong> <code>{}</code></p>\n{}<dl><dt>ควรเป็น</dt><dd>{}</dd>"
            "<dt>วิธีแก้</dt><dd>{}</dd></dl>\n{}</article>"
        ).format(
            safe(problem.what()),
            problem.code,
            self._place(problem.source, personal=problem.code in CODES.values()),
            safe(problem.expected()),
            safe(problem.hint()),
            self._why(problem.code),
        )

    def findings(self, anchor: str, heading: str, found: Sequence[Finding]) -> Markup:
        if not found:
            return _EMPTY
        parts = []
        for (agency, year), of_year in groupby(found, key=lambda one: (one.agency, one.fiscal_year)):
            name = self.names.get(agency, agency)
            parts.append(Markup("<h3>{} · ปี {}</h3>").format(safe(name), str(year)))
            parts += [self._finding(one) for one in of_year]
        return _section(anchor, f"{heading} {len(found)} จุด", parts)

    def _finding(self, finding: Finding) -> Markup:
        taken = finding.acknowledgement
        state = f"รับทราบแล้วโดย{taken.by}: {taken.reason}" if taken else "ยังไม่มีผู้รับทราบ"
        if finding.holds:
            state += " · หยุดการเผยแพร่จนกว่าจะแก้ไขหรือรับทราบใน acknowledged.yml"
        words = {"printed": "พิมพ์ไว้", "computed": "ค่าที่ใช้เทียบ"}
        rows = joined(
            Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(
                words[one.role], safe(one.value), safe(" · ".join(filter(None, (one.place, _where(one.source)))))
            )
            for one in finding.values
        )
        values = Markup(
            '<table>\n<thead><tr><th scope="col">ค่า</th><th scope="col">เป็น</th><th scope="col">อยู่ที่</th></tr></thead>'
            "\n<tbody>\n{}\n</tbody>\n</table>\n"
        ).format(rows)
        return Markup(
            "<article{}>\n<p><strong>{}</strong> <code>{}</code></p>\n<p>{}</p>\n{}{}"
            '<p class="muted">{}</p>\n{}</article>'
        ).format(
            Markup(' class="holds"') if finding.holds else _EMPTY,
            findings.title(finding.code),
            finding.code,
            safe(findings.message(finding)),
            self._place(finding.source, f"{finding.source.file} "),
            values if finding.values else _EMPTY,
            safe(f"{findings.severity(finding.severity)} · {state}"),
            self._why(finding.code),
        )

    def _place(self, source: Source, file: str = "", *, personal: bool = False) -> Markup:
        """Where it is, and the line of the file as it stands there; `file` where no heading names it. Where a number
        of a person was found, the line has no digits."""
        line = re.sub(r"\d", "x", self._line(source)) if personal else self._line(source)
        if not line:
            return Markup('<p class="muted">{}</p>\n').format(safe(str(source)))
        return Markup('<p class="muted">{}บรรทัด {} ตัวอักษรที่ {}</p>\n<pre><code>{}</code></pre>\n').format(
            safe(file), source.line, source.column, safe(line)
        )

    def _why(self, code: str) -> Markup:
        one = EXPLANATIONS.get(code)
        if one is None:
            return _EMPTY
        if code in self._explained:
            return Markup('<p><a href="#why-{}">ดูสาเหตุ ตัวอย่าง และวิธีแก้</a></p>\n').format(code)
        self._explained.add(code)
        return _explained(code, one)


def _explained(code: str, one: Explanation) -> Markup:
    wrong, right = [], []
    for file in shown_files(one):
        if file.wrong is not None:
            wrong.append(_example(file.name, file.wrong))
        if file.right is None:
            right.append(Markup("<p>ลบแฟ้ม <code>{}</code></p>").format(safe(file.name)))
        elif file.right != file.wrong:
            right.append(_example(file.name, file.right))
    return Markup(
        '<details id="why-{}">\n<summary>สาเหตุ ตัวอย่าง และวิธีแก้</summary>\n<p><strong>สาเหตุ</strong> {}</p>\n{}'
        "<p><strong>วิธีแก้</strong> {}</p>\n{}</details>\n"
    ).format(code, coded(one.cause), joined(wrong), coded(one.mend), joined(right))


def _example(name: str, text: str) -> Markup:
    return Markup("<p>ตัวอย่าง <code>{}</code></p>\n<pre><code>{}</code></pre>\n").format(
        safe(name), joined(map(safe, text.split("\n")))
    )


# --- the OIT list


def _verdicts(verdicts: Verdicts) -> Markup:
    if not verdicts:
        return _EMPTY
    parts = []
    for name, lines in verdicts:
        shown = joined(
            Markup("<li{}>{}</li>").format(
                Markup(' class="item"') if line.startswith(" ") else _EMPTY, safe(line.strip())
            )
            for line in lines
        )
        parts.append(Markup("<h3>{}</h3>\n<ul>\n{}\n</ul>").format(safe(name), shown))
    return _section("oit", "รายการ OIT", parts)


def _where(source: Source | None) -> str:
    return str(source) if source and source.file else ""


def _section(anchor: str, heading: str, parts: Iterable[Markup]) -> Markup:
    return Markup('<section id="{}">\n<h2>{}</h2>\n{}\n</section>').format(anchor, heading, joined(parts))
