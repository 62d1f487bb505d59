"""Writes content/handbook/messages.md: every message of the program with its cause, an example and how to mend it.

    .venv/bin/python tools/handbook.py

Each example is loaded as a site's files are, and the message below it is what the program says of it. A test compares
the file with what this writes.
"""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import findings
from generator.commands.report import finding_lines, problem_lines
from generator.explanations import BASE, EXPLANATIONS, GROUPS, Content, Explanation, Files, Group, shown_files
from generator.findings import CHECKS, Severity
from generator.pipeline.addresses import hold_vanished
from generator.pipeline.examine import Examined, examine

PAGE = Path(__file__).parent.parent / "content" / "handbook" / "messages.md"
WRONG, RIGHT = 0, 1
SEVERITIES = {check.code: check.severity for check in CHECKS}
BUILT = "built"  # the topic whose messages no data file brings up

HEAD = """\
# ความหมายของข้อความแจ้งและวิธีแก้ {#messages}

ทุกข้อความแจ้งของ `prongsai check` บอกแฟ้ม บรรทัด และรหัสในวงเล็บเหลี่ยม ค้นหารหัสนั้นในหน้านี้เพื่อดูสาเหตุ ตัวอย่าง และวิธีแก้

ตัวอย่างทุกข้อใช้หน่วยงานสมมุติชื่อเทศบาลตำบลตัวอย่าง ในโฟลเดอร์ `data/tua-yang` บรรทัด `# …` หมายถึงส่วนที่ไม่ได้แสดง

หน่วยงานที่มีข้อความแจ้งจะยังไม่เผยแพร่ฉบับใหม่ ส่วนฉบับที่เผยแพร่ไว้แล้วและหน่วยงานอื่นไม่เปลี่ยนแปลง ข้อที่เป็นเพียงคำเตือนบอกไว้ว่าไม่หยุดการเผยแพร่
"""


def examined(files: Files, side: int) -> Examined:
    """What the program finds where the small site has these files, as they are wrong or as they are right."""
    contents: Mapping[str, Content] = {**BASE, **{path: pair[side] for path, pair in files.items()}}
    with tempfile.TemporaryDirectory() as folder:
        for path, content in contents.items():
            if content is not None:
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.encode() if isinstance(content, str) else content)
        return hold_vanished(examine(Path(folder)), ())


def said(code: str, one: Explanation) -> list[str]:
    """What the program says of the wrong files, as far as it is this message."""
    found = examined(one.files, WRONG)
    for problem in (*found.problems, *found.notices):
        if problem.code == code:
            return [*problem_lines(problem, "th")]
    for finding in found.findings:
        if finding.code == code:
            return [*finding_lines(finding, "th")]
    message = f"the example of {code} does not bring it up"
    raise ValueError(message)


def title(code: str) -> str:
    return EXPLANATIONS[code].title or findings.title(code)


def page() -> str:
    blocks = [HEAD.rstrip("\n")]
    for group in GROUPS:
        blocks += _topic(group)
    return "\n\n".join(blocks) + "\n"


def _topic(group: Group) -> Iterator[str]:
    yield f"## {group.title} {{#topic-{group.anchor}}}"
    yield group.lead
    if group.anchor == BUILT:
        for code, one in group.entries.items():
            yield f"### {one.title} {{#{code}}}"
            yield f"รหัส `{code}` {one.cause}"
        return
    yield "\n".join(f"- [{title(code)}](#{code})" for code in group.entries)
    for code, one in group.entries.items():
        yield f"### {title(code)} {{#{code}}}"
        yield f"รหัส `{code}`{_weight(code)}"
        yield f"**สาเหตุ** {one.cause}"
        files = shown_files(one)
        moved = any(file.wrong is not None and file.right is None for file in files)
        seen = [file for file in files if file.wrong is not None or not moved]
        for number, file in enumerate(seen):
            yield f"{'' if number else '**ตัวอย่าง** '}{_file(file.name, file.wrong, 'ไม่มีแฟ้ม')}"
        if files:
            yield "ข้อความที่แจ้ง"
            yield _fenced("text", "\n".join(said(code, one)))
        yield f"**วิธีแก้** {one.mend}"
        for file in files:
            if file.right != file.wrong:
                yield _file(file.name, file.right, "ลบแฟ้ม")


def _weight(code: str) -> str:
    """What a finding means for the publication."""
    if code not in SEVERITIES:
        return ""
    holds = "หยุดการเผยแพร่จนกว่าจะแก้ไขหรือรับทราบ" if SEVERITIES[code] is Severity.HIGH else "ไม่หยุดการเผยแพร่"
    return f" · {findings.severity(SEVERITIES[code])} · {holds}"


def _file(name: str, content: str | None, absent: str) -> str:
    return f"{absent} `{name}`" if content is None else f"แฟ้ม `{name}`\n\n{_fenced('yaml', content)}"


def _fenced(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```"


def main() -> None:
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(EXPLANATIONS)}")


if __name__ == "__main__":
    main()
