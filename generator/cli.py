"""The command line: options, messages, exit codes. The only place that prints and ends the program.

0 done · 1 the data have problems or somebody was held back · 2 wrong usage · 3 the environment · 4 a fault of ours.
"""

import datetime
import gc
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
from generator.reuse import Listed, NoAddressList, read_addresses
from generator.thai import FiscalYear

_DATA, _OUT = Path("data"), Path("build")
_THAILAND = datetime.timezone(datetime.timedelta(hours=7))

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


def _year(value: str) -> FiscalYear:
    try:
        return thai.parse_year(value)
    except thai.NotReadable:
        raise typer.BadParameter("ปีงบประมาณแบบ 2568 (ปี พ.ศ.)") from None


def _today(as_of: datetime.date | None) -> datetime.date:
    """The day that messages count from; no page knows it."""
    return as_of or datetime.datetime.now(_THAILAND).date()


Year = Annotated[FiscalYear, typer.Argument(metavar="ปี", parser=_year, help="ปีงบประมาณ พ.ศ. ของการประเมิน ITA")]


def _listed(value: str) -> Listed:
    try:
        return read_addresses(Path(value))
    except NoAddressList:
        raise typer.BadParameter("แฟ้ม JSON ที่เป็นรายการที่อยู่ เช่น urls.json ของเว็บไซต์") from None


Data = Annotated[Path, typer.Option("--data", help="โฟลเดอร์ข้อมูล")]
Out = Annotated[Path, typer.Option("--out", help="โฟลเดอร์ผลลัพธ์")]
AsOf = Annotated[datetime.date | None, typer.Option("--as-of", parser=_date, help="ข้อมูล ณ วันที่ (แทนวันที่จาก git)")]
Today = Annotated[datetime.date | None, typer.Option("--as-of", parser=_date, help="นับวันที่เหลือจากวันที่ระบุ (แทนวันนี้)")]
DayOfRun = Annotated[
    datetime.date | None,
    typer.Option("--today", parser=_date, help="วันที่ใช้ตัดสินว่าแบบวัด EIT เปิดรับหรือปิดรับแล้ว (หากไม่ระบุ ใช้วันที่ของข้อมูล)"),
]
Agency = Annotated[str | None, typer.Option("--agency", help="เฉพาะหน่วยงานนี้ (ชื่อโฟลเดอร์)")]
Published = Annotated[
    Listed | None,
    typer.Option("--published", metavar="แฟ้ม", parser=_listed, help="urls.json ของเว็บไซต์ที่เผยแพร่อยู่ เพื่อไม่ให้ที่อยู่ใดหายไป"),
]
Filed = Annotated[
    list[FiscalYear] | None, typer.Option("--filed", parser=_year, metavar="ปี", help="ปีที่ยื่นที่อยู่ของหน้ารายข้อ OIT แล้ว")
]
Lang = Annotated[Tongue, typer.Option("--lang", help="ภาษาของข้อความ")]


def _run(command: str, options: Options, **more: object) -> None:
    """Runs one command module; it alone is imported, so that `check` does not wait for what `build` needs."""
    module = importlib.import_module(f"generator.commands.{command}")
    raise typer.Exit(module.run(options, typer.echo, **more))


@app.command()
def check(
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    as_of: AsOf = None,
    published: Published = None,
    lang: Lang = Tongue.TH,
    form: Annotated[Form, typer.Option("--format", help="รูปแบบผลการตรวจ")] = Form.TEXT,
) -> None:
    """ตรวจแฟ้มข้อมูลทั้งหมดโดยไม่แก้ข้อมูล และเขียนรายงานไว้ที่ check.html ในโฟลเดอร์ผลลัพธ์"""
    _run("check", Options(data, out, as_of, None, lang.value, form.value, published), today=_today(as_of))


@app.command()
def generate(
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    as_of: AsOf = None,
    today: DayOfRun = None,
    agency: Agency = None,
    published: Published = None,
    lang: Lang = Tongue.TH,
) -> None:
    """เขียนหน้า Markdown สำหรับสร้างเองด้วย mkdocs"""
    _run("generate", Options(data, out, as_of, agency, lang.value, published=published, day=today))


@app.command()
def build(
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    as_of: AsOf = None,
    today: DayOfRun = None,
    agency: Agency = None,
    published: Published = None,
    lang: Lang = Tongue.TH,
    zipped: Annotated[bool, typer.Option("--zip", help="เขียนสำเนาที่เปิดได้โดยไม่ต้องมีเซิร์ฟเวอร์ไว้ที่ site.zip ด้วย")] = False,
) -> None:
    """สร้างและเผยแพร่เว็บไซต์ไว้ในโฟลเดอร์ผลลัพธ์"""
    _run("build", Options(data, out, as_of, agency, lang.value, published=published, day=today), zipped=zipped)


@app.command()
def lock(
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    agency: Agency = None,
    filed: Filed = None,
    lang: Lang = Tongue.TH,
) -> None:
    """บันทึกที่อยู่ของหน้าและแฟ้มไว้ใน urls.lock เพื่อไม่ให้หายไปภายหลัง"""
    _run("lock", Options(data, out, None, agency, lang.value, filed=tuple(filed or ())))


@app.command()
def todo(
    year: Year,
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    today: Today = None,
    agency: Agency = None,
    lang: Lang = Tongue.TH,
) -> None:
    """เขียนใบติดตามข้อมูล OIT แยกตามผู้รับผิดชอบ สำหรับพิมพ์และส่งทางแชต"""
    _run("todo", Options(data, out, today, agency, lang.value), year=year, today=_today(today))


@app.command()
def answers(
    year: Year,
    *,
    data: Data = _DATA,
    out: Out = _OUT,
    agency: Agency = None,
    lang: Lang = Tongue.TH,
    confirm: Annotated[bool, typer.Option("--confirm", help="ยืนยันว่าเทียบรายการฉบับร่างกับคู่มือแล้ว")] = False,
) -> None:
    """เขียนคำตอบรายข้อ OIT เป็น Excel และ CSV สำหรับคัดลอกลงระบบการประเมิน"""
    _run("answers", Options(data, out, None, agency, lang.value), year=year, confirm=confirm)


def main() -> None:
    # Records live until the end of a run: looking for garbage among them every few hundred takes a tenth of its time.
    gc.set_threshold(100_000)
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
