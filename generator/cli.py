"""The command line: options, messages, exit codes. The only place that prints and ends the program.

0 done · 1 the data have problems or somebody was held back · 2 wrong usage · 3 the environment · 4 a fault of ours.
"""

import datetime
import importlib
import sys
import tempfile
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import thai
from generator.commands.options import BUG, ENVIRONMENT, Options

_DATA, _OUT = Path("data"), Path("build")

app = typer.Typer(
    help="โปร่งใส: สร้างเว็บไซต์ผลการประเมิน ITA จากแฟ้มข้อมูล",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"


class Tongue(StrEnum):
    TH = "th"
    EN = "en"


def _date(value: str) -> datetime.date:
    try:
        return thai.parse_date(value)
    except thai.NotReadable:
        raise typer.BadParameter("วันที่แบบ 2569-11-20 หรือ 20 พฤศจิกายน 2569 (ปี พ.ศ.)") from None


Data = Annotated[Path, typer.Option("--data", help="โฟลเดอร์ข้อมูล")]
Out = Annotated[Path, typer.Option("--out", help="โฟลเดอร์ผลลัพธ์")]
AsOf = Annotated[datetime.date | None, typer.Option("--as-of", parser=_date, help="ข้อมูล ณ วันที่ (แทนวันที่จาก git)")]
Agency = Annotated[str | None, typer.Option("--agency", help="เฉพาะหน่วยงานนี้ (ชื่อโฟลเดอร์)")]
Lang = Annotated[Tongue, typer.Option("--lang", help="ภาษาของข้อความ")]


def _run(command: str, options: Options) -> None:
    """Runs one command module; it alone is imported, so that `check` does not wait for what `build` needs."""
    module = importlib.import_module(f"generator.commands.{command}")
    raise typer.Exit(module.run(options, typer.echo))


@app.command()
def check(
    data: Data = _DATA,
    as_of: AsOf = None,
    lang: Lang = Tongue.TH,
    form: Annotated[Form, typer.Option("--format", help="รูปแบบผลการตรวจ")] = Form.TEXT,
) -> None:
    """ตรวจแฟ้มข้อมูลทั้งหมดโดยไม่เปลี่ยนแปลงสิ่งใด"""
    _run("check", Options(data=data, as_of=as_of, language=lang.value, form=form.value))


@app.command()
def generate(
    data: Data = _DATA, out: Out = _OUT, as_of: AsOf = None, agency: Agency = None, lang: Lang = Tongue.TH
) -> None:
    """เขียนหน้า Markdown สำหรับสร้างเองด้วย mkdocs"""
    _run("generate", Options(data, out, as_of, agency, lang.value))


@app.command()
def build(
    data: Data = _DATA, out: Out = _OUT, as_of: AsOf = None, agency: Agency = None, lang: Lang = Tongue.TH
) -> None:
    """สร้างและเผยแพร่เว็บไซต์ไว้ในโฟลเดอร์ผลลัพธ์"""
    _run("build", Options(data, out, as_of, agency, lang.value))


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except OSError as fault:
        typer.echo(f"ระบบขัดข้อง: {fault}", err=True)
        sys.exit(ENVIRONMENT)
    except Exception:  # noqa: BLE001 -- the one place where a fault of ours ends
        report = Path("prongsai-error.txt").absolute()
        try:
            report.write_text(traceback.format_exc(), encoding="utf-8")
        except OSError:
            report = Path(tempfile.mkdtemp(), report.name)
            report.write_text(traceback.format_exc(), encoding="utf-8")
        typer.echo(f"โปรแกรมขัดข้อง เว็บไซต์ที่เผยแพร่ไว้ไม่เปลี่ยนแปลง โปรดส่งแฟ้มนี้ให้ผู้พัฒนา: {report}", err=True)
        sys.exit(BUG)
