"""A picture on a page, always in the same order: what it says, what is shown, the picture, its figures as a table,
where they come from, how they are computed, and files to take away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator import links, thai
from generator.charts import sheet
from generator.markup import anchor, join, link, text
from generator.page import NOTICE, Download
from generator.pages.context import Context, source_note, spans
from generator.pages.tables import Value, as_csv
from generator.problems import Source
from generator.thai import FiscalYear

_SCALE = 2  # pixels of a PNG to one of the SVG
ABOUT_ITA = "ITA วัดการรับรู้และการเปิดเผยข้อมูล ไม่ใช่ผลการตรวจสอบว่ามีการทุจริตหรือไม่"


@dataclass(frozen=True)
class Rows:
    """The figures for machines; without columns no such file is offered."""

    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Value]] = ()


@dataclass(frozen=True)
class Figure:
    """`place` is where its files lie without their ending, like `scores/2568/indicators`; its last part is its id on
    the page too. `finding` says what the figures say and nothing else, `shown` what is drawn, with unit and axis.
    `table` is the twin of a picture that is no table itself, `note` stands on the page alone, `source`
    says where the figures come from where no lines of files do."""

    place: str
    finding: str
    shown: str
    picture: Markup
    sketch: Callable[[], sheet.Sketch]
    sources: tuple[Source, ...]
    table: Markup | None = None
    note: str = ""
    source: str = ""
    year: FiscalYear | None = None
    rows: Rows = field(default_factory=Rows)


def block(context: Context, figure: Figure, address: str) -> Markup:
    """The figure on the page at `address`: one block of HTML without blank lines."""
    name = anchor(f"figure-{figure.place.rpartition('/')[2]}")
    twin = Markup("")
    if figure.table:
        twin = Markup('<details class="twin"><summary>ดูตัวเลขเป็นตาราง</summary>\n{}\n</details>\n').format(figure.table)
    method = f"{links.METHODOLOGY}#framework-{figure.year}" if figure.year else links.METHODOLOGY
    offered = [link(links.relative_to(address, one.address), _named(one.address)) for one in downloads(context, figure)]
    return Markup(
        '<div class="picture" role="group" aria-labelledby="{name}">\n'
        '<p class="finding" id="{name}">{finding}</p>\n<p class="shown">{shown}</p>\n{picture}\n{twin}{source}\n'
        '<p class="offered" data-search-exclude>{method} <span class="files">ดาวน์โหลด: {files}</span></p>\n</div>'
    ).format(
        name=name,
        finding=text(figure.finding),
        shown=text(" ".join(filter(None, (figure.shown, figure.note)))),
        picture=figure.picture,
        twin=twin,
        source=Markup('<p class="shown">{}</p>').format(text(figure.source))
        if figure.source
        else source_line(context, figure.sources),
        method=link(links.relative(address, method), "วิธีคำนวณ"),
        files=join(offered, " "),
    )


def source_line(context: Context, sources: Sequence[Source]) -> Markup:
    """Where the figures come from; a list of many files opens on demand."""
    noted, count = source_note(context, sources), len({source.file for source in sources})
    if count <= _FILES:
        return noted
    return Markup('<details class="twin"><summary>ที่มา: แฟ้มข้อมูล {} แฟ้ม</summary>\n{}\n</details>').format(
        text(str(count)), noted
    )


def _named(address: str) -> Markup:
    what = {"svg": "ภาพ SVG", "png": "ภาพ PNG", "csv": "ข้อมูล CSV"}
    return text(what[address.rpartition(".")[2]])


def downloads(context: Context, figure: Figure) -> tuple[Download, ...]:
    """Its files: SVG, PNG and, where it has figures of its own, CSV."""

    def drawn() -> str:
        owner = context.agency.name
        return sheet.compose(
            sheet.Sheet(
                figure.finding, figure.shown, owner, notes(context, figure.sources, figure.source), figure.sketch()
            )
        )

    files = [
        Download(f"{figure.place}.svg", lambda: drawn().encode()),
        Download(f"{figure.place}.png", lambda: context.easel.png(drawn(), _SCALE)),
    ]
    if figure.rows.columns:
        files.append(Download(f"{figure.place}.csv", lambda: as_csv(figure.rows.columns, figure.rows.rows)))
    return tuple(files)


_FILES = 3  # more are counted, not named


def _few(files: Sequence[str]) -> str:
    return ", ".join(files) if len(files) <= _FILES else f"{files[0]} และอีก {len(files) - 1} แฟ้ม"


def notes(context: Context, sources: Sequence[Source], source: str = "") -> tuple[str, ...]:
    """What stands at the foot of a picture that leaves the site."""
    files = _few(list(dict.fromkeys(first.file for first, _ in spans(sources))))
    dated = f" ข้อมูล ณ วันที่ {thai.format_date(context.as_of)}" if context.as_of else ""
    ocr = " (อ่านจากไฟล์สแกน ยังไม่ได้เทียบกับต้นฉบับ)" if any(context.is_ocr(one) for one in sources) else ""
    found = [f"{source or f'ที่มา: ผลการประเมิน ITA ตามเอกสารของหน่วยงาน{ocr}'}{dated}"]
    if files:
        found.append(f"แฟ้มข้อมูล: {files}")
    if not context.official:
        found.append(NOTICE)
    return tuple(found)
