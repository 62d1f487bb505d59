"""Rules of disclosure.yml, and of addresses that must not vanish."""

from typing import Final

from generator.explanations.entries import AGENCY, BASE, DISCLOSURE, YEAR, Explanation, Group


def _item(*lines: str, item: str = "O7") -> str:
    return f"  - item: {item}\n" + "".join(f"    {line}\n" for line in lines)


def _items(*parts: str) -> str:
    return "items:\n" + "".join(parts)


def _evidence(*lines: str, item: str = "O7") -> str:
    first, *others = lines
    return _items(_item("evidence:", f"  - {first}", *(f"    {line}" for line in others), item=item))


_TITLE: Final = "title: รายงานประจำปี"
_LINK: Final = "link: https://example.go.th/report.pdf"
_CSV: Final = "โครงการ,ผล\nอบรม,แล้วเสร็จ\n"
_FILE: Final = f"{YEAR}/files/report.csv"
_WITH_EIT: Final = f"{BASE[AGENCY]}eit:\n  year: 2568\n  link: https://example.go.th/eit\n"


def _redirects(*pairs: tuple[str, str]) -> str:
    return f"{BASE[AGENCY]}redirects:\n" + "".join(f"  - old: {old}\n    new: {new}\n" for old, new in pairs)


DISCLOSURES: Final = Group(
    "oit",
    "การเปิดเผยข้อมูลสาธารณะ OIT (disclosure.yml)",
    "หนึ่งรายการต่อหนึ่งข้อ หลักฐานเป็นหน้าของเว็บไซต์นี้ แฟ้มแนบ หรือที่อยู่เว็บ อย่างใดอย่างหนึ่ง",
    {
        "duplicate-item": Explanation(
            "ข้อเดียวกันมีสองรายการ",
            "หนึ่งข้อมีหน้าเดียวให้ผู้ประเมินเปิด จึงมีรายการได้รายการเดียว",
            "รวมหลักฐานทั้งหมดไว้ใต้ `evidence:` ของรายการเดียว",
            {DISCLOSURE: (_items(_item("unit: สำนักปลัด"), _item("unit: กองคลัง")), _items(_item("unit: สำนักปลัด")))},
        ),
        "unknown-component": Explanation(
            "ข้อนี้ไม่มีองค์ประกอบที่ระบุ",
            "`components:` และ `pages:` ใช้เลขลำดับองค์ประกอบด้านข้อมูลของข้อนั้นตามเกณฑ์ของปี",
            "แก้เลขลำดับให้ตรงกับรายการที่แจ้ง ถ้าหลักฐานตอบทุกองค์ประกอบให้ใช้ `whole: true`",
            {
                DISCLOSURE: (
                    _evidence(_LINK, _TITLE, "components: [9]"),
                    _evidence(_LINK, _TITLE, "components: [1, 2]"),
                )
            },
        ),
        "evidence-unclear": Explanation(
            "ไม่ชัดเจนว่าหลักฐานคืออะไร",
            "หลักฐานหนึ่งรายการเป็น `page:` `file:` หรือ `link:` อย่างใดอย่างหนึ่ง รายการนี้ไม่มีเลยหรือมีมากกว่าหนึ่ง",
            "ถ้ามีหลายอย่างให้แยกเป็นหลายรายการ",
            {DISCLOSURE: (_evidence(_TITLE), _evidence(_LINK, _TITLE))},
        ),
        "evidence-missing": Explanation(
            "ไม่พบแฟ้มหลักฐาน",
            "แฟ้มที่ระบุไม่มีในโฟลเดอร์ `files` ของปีเดียวกัน ชื่อแฟ้มต้องตรงทุกตัวอักษรรวมทั้งช่องว่างและนามสกุล",
            "วางแฟ้มในโฟลเดอร์ `files` หรือคัดลอกชื่อแฟ้มมาวางให้ตรงกัน",
            {
                DISCLOSURE: (
                    _evidence("file: report.pdf", _TITLE),
                    _evidence("file: report.csv", _TITLE),
                ),
                _FILE: (_CSV, _CSV),
            },
        ),
        "page-of-file": Explanation(
            "ไม่มีหน้านี้ในแฟ้ม PDF",
            "`pages:` บอกว่าองค์ประกอบใดอยู่หน้าใดของแฟ้ม PDF เลขหน้านับจากหน้าแรกของแฟ้ม ไม่ใช่เลขที่พิมพ์บนกระดาษ"
            " เลขหน้าที่ระบุมากกว่าจำนวนหน้าของแฟ้ม",
            "เปิดแฟ้มดูว่าอยู่หน้าที่เท่าใดของแฟ้ม แล้วแก้เลขหน้า",
        ),
        "pages-of-no-pdf": Explanation(
            "ระบุเลขหน้ากับหลักฐานที่ไม่ใช่ PDF",
            "เลขหน้าใช้ได้กับแฟ้ม PDF ในโฟลเดอร์ `files` เท่านั้น",
            "ใช้ `components:` แทน `pages:`",
            {
                DISCLOSURE: (
                    _evidence(_LINK, _TITLE, "pages: {1: 3}"),
                    _evidence(_LINK, _TITLE, "components: [1]"),
                )
            },
        ),
        "exempt-and-given": Explanation(
            "ได้รับยกเว้นแต่มีหลักฐาน",
            "`exempt:` บอกว่าคู่มือยกเว้นข้อนี้ให้หน่วยงาน จึงมีหลักฐานหรือ `nothing:` พร้อมกันไม่ได้",
            "ลบ `exempt:` ถ้าต้องเปิดเผย หรือลบหลักฐานถ้าได้รับยกเว้นจริง",
            {
                DISCLOSURE: (
                    _items(_item("exempt: ไม่มีภารกิจนี้", "evidence:", f"  - {_LINK}", f"    {_TITLE}")),
                    _items(_item("exempt: ไม่มีภารกิจนี้")),
                )
            },
        ),
        "nothing-not-asked": Explanation(
            "ข้อนี้ใช้ nothing ไม่ได้",
            "บางข้อเท่านั้นที่ตอบได้ว่าไม่มีเรื่องหรือไม่มีรายการ เช่น สถิติเรื่องร้องเรียน ข้ออื่นต้องมีหลักฐาน",
            "ใส่หลักฐานใน `evidence:` แทน",
            {
                DISCLOSURE: (
                    _items(_item("nothing:", "  date: 31 มีนาคม 2568")),
                    _evidence(_LINK, _TITLE),
                )
            },
        ),
        "term-order": Explanation(
            "ช่วงปีของแผนไม่ถูกต้อง",
            "`year:` คือปีแรกและ `until:` คือปีสุดท้ายของแผน ปีแรกต้องมีและไม่เกินปีสุดท้าย",
            "แก้ปีทั้งสองตามหน้าปกของแผน",
            {
                DISCLOSURE: (
                    _evidence(_LINK, _TITLE, "year: 2570", "until: 2566"),
                    _evidence(_LINK, _TITLE, "year: 2566", "until: 2570"),
                )
            },
        ),
        "file-unused": Explanation(
            "แฟ้มแนบที่ไม่มีข้อใดอ้างถึง",
            "แฟ้มอยู่ในโฟลเดอร์ `files` แต่ไม่มีข้อใดใน `disclosure.yml` อ้างถึง จึงไม่ถูกเผยแพร่ เป็นคำเตือน ไม่หยุดการเผยแพร่",
            "อ้างถึงด้วย `file:` ในข้อที่เกี่ยวข้อง หรือย้ายแฟ้มออก",
            {DISCLOSURE: (_evidence(_LINK, _TITLE), _evidence("file: report.csv", _TITLE)), _FILE: (_CSV, _CSV)},
        ),
        "eit-order": Explanation(
            "วันปิดรับ EIT มาก่อนวันเปิดรับ",
            "`closes:` เป็นวันก่อน `opens:`",
            "แก้วันที่ ทั้งสองวันรวมอยู่ในช่วงที่ตอบได้ เป็นวันเดียวกันได้",
            {
                AGENCY: (
                    f"{_WITH_EIT}  opens: 1 เมษายน 2568\n  closes: 1 มีนาคม 2568\n",
                    f"{_WITH_EIT}  opens: 1 มีนาคม 2568\n  closes: 1 เมษายน 2568\n",
                )
            },
        ),
    },
)

ADDRESSES: Final = Group(
    "addresses",
    "ที่อยู่ของหน้าเว็บ",
    "ที่อยู่ที่เคยเผยแพร่หรือยื่นต่อผู้ประเมินแล้วต้องเปิดได้ตลอดไป",
    {
        "evidence-itself": Explanation(
            "หลักฐานคือหน้าของข้อนี้เอง",
            "`page:` ชี้มาที่หน้าของข้อเดียวกัน ผู้ประเมินที่กดจะวนอยู่ที่เดิม",
            "ระบุหน้าหรือแฟ้มที่มีข้อมูลจริง",
            {
                DISCLOSURE: (
                    _evidence("page: oit/2568/o27/", "title: มาตรการ", item="O27"),
                    _evidence("page: scores/2568/", "title: ผลการประเมิน", item="O27"),
                )
            },
        ),
        "page-missing": Explanation(
            "ไม่มีหน้านี้ในเว็บไซต์",
            "`page:` หรือ `new:` ระบุที่อยู่ที่เว็บไซต์นี้ไม่มี อาจพิมพ์ผิด หรือข้อมูลของหน้านั้นยังไม่มี",
            "เปิดหน้าที่ต้องการในเบราว์เซอร์ แล้วคัดลอกส่วนท้ายของที่อยู่ รวมเครื่องหมาย / ตัวสุดท้าย",
            {
                DISCLOSURE: (
                    _evidence("page: measures/2568/", "title: มาตรการ", item="O27"),
                    _evidence("page: scores/2568/", "title: ผลการประเมิน", item="O27"),
                )
            },
        ),
        "redirect-taken": Explanation(
            "ที่อยู่เก่ายังมีหน้าอยู่",
            "รายการส่งต่อใน `redirects` ใช้กับที่อยู่ที่ไม่มีหน้าแล้วเท่านั้น",
            "ลบรายการส่งต่อนี้ หรือแก้ `old:` ให้เป็นที่อยู่เก่าจริง",
            {AGENCY: (_redirects(("scores/2568/", "scores/")), _redirects(("result-2568/", "scores/2568/")))},
        ),
        "two-addresses": Explanation(
            "ที่อยู่เดียวใช้สองครั้ง",
            "สองแฟ้มหรือสองรายการส่งต่อได้ที่อยู่เดียวกัน หน้าหนึ่งจะบังอีกหน้าหนึ่ง",
            "เปลี่ยนชื่อแฟ้มหรือแก้ที่อยู่ของรายการหนึ่ง",
            {
                AGENCY: (
                    _redirects(("old/", "scores/"), ("old/", "scores/2568/")),
                    _redirects(("old/", "scores/"), ("older/", "scores/2568/")),
                )
            },
        ),
        "address-vanished": Explanation(
            "ที่อยู่ที่เผยแพร่แล้วจะหายไป",
            "ที่อยู่ใน `urls.lock` หรือที่เว็บไซต์เดิมเผยแพร่อยู่ ไม่มีในเว็บไซต์ที่กำลังจะสร้าง"
            " มักเกิดจากลบปี เปลี่ยนเลข `no:` ของมาตรการ หรือเปลี่ยนชื่อแฟ้ม",
            "นำข้อมูลเดิมกลับมา หรือบอกว่าย้ายไปที่ใดใน `redirects` ของ `agency.yml`",
            {
                "tua-yang/urls.lock": ("scores/2567/\n",) * 2,
                AGENCY: (BASE[AGENCY], _redirects(("scores/2567/", "scores/2568/"))),
            },
        ),
        "agency-vanished": Explanation(
            "หน่วยงานที่เผยแพร่อยู่หายไป",
            "เว็บไซต์ที่เผยแพร่อยู่มีหน่วยงานนี้ แต่ไม่มีโฟลเดอร์ของหน่วยงานแล้ว อาจเปลี่ยนชื่อโฟลเดอร์หรือลบโดยไม่ตั้งใจ"
            " ตรวจได้เฉพาะเมื่อสั่งงานพร้อมตัวเลือก `--published`",
            "นำโฟลเดอร์กลับมาด้วยชื่อเดิม ถ้าหน่วยงานออกจากเครือข่ายแล้วให้ใส่ชื่อใน `removed:` ของ `site.yml`",
        ),
        "lock-line": Explanation(
            "บรรทัดใน urls.lock อ่านไม่ได้",
            "`urls.lock` เป็นแฟ้มที่คำสั่ง `prongsai lock` เขียน บรรทัดนี้ถูกแก้ด้วยมือหรือเสียหาย",
            "นำแฟ้มเดิมกลับมาจากประวัติของ git แล้วสั่ง `prongsai lock` อีกครั้ง",
            {"tua-yang/urls.lock": ("https://example.go.th/scores/2568/\n", "scores/2568/\n")},
        ),
    },
)
