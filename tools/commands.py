"""Writes content/handbook/90-commands.md: every command with what it takes, as the command line itself tells.

    .venv/bin/python tools/commands.py

A test compares the file with what this writes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from generator import cli

PAGE = Path(__file__).parent.parent / "content" / "handbook" / "90-commands.md"
HEAD = """\
# คำสั่งทั้งหมด {#commands}

คำสั่งทุกคำสั่งขึ้นต้นด้วย `prongsai` สั่งในโฟลเดอร์ของคลังข้อมูล ซึ่งมีโฟลเดอร์ `data` อยู่ภายใน เหมือนกันบน Windows macOS และ Linux

เพิ่ม `--help` หลังคำสั่งใดก็ได้เพื่ออ่านวิธีใช้บนหน้าจอ"""
CODES = """\
## ผลของคำสั่ง {#exit-codes}

| ค่า | ความหมาย |
|---|---|
| 0 | เสร็จ |
| 1 | ข้อมูลมีจุดต้องแก้ หรือมีหน่วยงานที่ยังไม่เผยแพร่ สิ่งที่เผยแพร่ไว้เดิมไม่เปลี่ยน |
| 2 | ใช้คำสั่งผิด |
| 3 | เครื่องมีปัญหา เช่น ดิสก์เต็ม หรือแฟ้มเปิดอยู่ในโปรแกรมอื่น |
| 4 | โปรแกรมขัดข้อง ข้อความบอกแฟ้มที่ต้องส่งให้ผู้พัฒนา |"""
MANY = 4  # so many commands take an option, for the same, that it is explained once


def commands() -> dict[str, Any]:
    """The commands by their names, as the command line lists them."""
    return dict(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def page() -> str:
    return "\n\n".join(_blocks()) + "\n"


def _blocks() -> Iterator[str]:
    known = commands()
    counted = Counter((_name(one), one.help) for command in known.values() for one in _options(command))
    names = Counter(name for name, _ in counted)
    common = {name for (name, _), count in counted.items() if count >= MANY and names[name] == 1}
    yield HEAD
    rows = [(f"[`prongsai {name}`](#{name})", _said(command.help)) for name, command in known.items()]
    yield _table(("คำสั่ง", "ทำอะไร"), rows)
    first = {_name(one): one for command in reversed(known.values()) for one in _options(command)}
    yield "## ตัวเลือกที่หลายคำสั่งใช้ร่วมกัน {#common}"
    yield _table(("ตัวเลือก", "ความหมาย"), [_row(first[name]) for name in first if name in common])
    for name, command in known.items():
        yield f"## prongsai {name} {{#{name}}}"
        yield _said(command.help)
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        yield f"รูปแบบ: `{' '.join(['prongsai', name, *(_shown(one) for one in arguments)])}`"
        own = [_row(one) for one in _options(command) if _name(one) not in common]
        if rows := [(f"`{_shown(one)}`", _said(one.help)) for one in arguments] + own:
            yield _table(("รับค่า", "ความหมาย"), rows)
        if shared := [f"`{_name(one)}`" for one in _options(command) if _name(one) in common]:
            yield f"ใช้ร่วมกับ {' '.join(shared)}"
    yield CODES


def _options(command: Any) -> list[Any]:
    return [one for one in command.params if one.param_type_name == "option" and one.name != "help"]


def _name(option: Any) -> str:
    return str(option.opts[0])


def _shown(argument: Any) -> str:
    return str(argument.metavar or argument.name)


def _row(option: Any) -> tuple[str, str]:
    names = " / ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    return names, _said(option.help)


def _said(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(commands())}")


if __name__ == "__main__":
    main()
