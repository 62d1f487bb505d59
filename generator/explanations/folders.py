"""Names of folders and files, and what has to be in them."""

from typing import Final

from generator.explanations.entries import AGENCY, BASE, MEASURES, SCORES, SITE, YEAR, Explanation, Group

FOLDERS: Final = Group(
    "folders",
    "โฟลเดอร์และชื่อแฟ้ม",
    "โฟลเดอร์ข้อมูลมี `site.yml` หนึ่งแฟ้ม และหนึ่งโฟลเดอร์ต่อหนึ่งหน่วยงาน ในนั้นหนึ่งโฟลเดอร์ต่อหนึ่งปีงบประมาณ",
    {
        "stray-name": Explanation(
            "มีแฟ้มหรือโฟลเดอร์ที่ไม่รู้จัก",
            "พบชื่อที่โปรแกรมไม่รู้จัก เช่น สะกดผิด สำเนาที่ชื่อต่อท้ายด้วย (1) หรือเอกสารที่ควรอยู่ในโฟลเดอร์ `files`",
            "แก้ชื่อให้ตรงกับรายชื่อที่แจ้ง ย้ายเอกสารแนบไปไว้ใน `files` หรือย้ายออกจากโฟลเดอร์ข้อมูล",
            {f"{YEAR}/scores (1).yml": (BASE[SCORES], None)},
        ),
        "slug-invalid": Explanation(
            "ชื่อโฟลเดอร์หน่วยงานใช้ไม่ได้",
            "ชื่อโฟลเดอร์ของหน่วยงานเป็นส่วนหนึ่งของที่อยู่เว็บ จึงใช้ได้เฉพาะอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ยาว 2–40 ตัว",
            "เปลี่ยนชื่อโฟลเดอร์เป็นคำทับศัพท์ภาษาอังกฤษ คำคั่นด้วยขีดกลาง",
            {"Khao Din/agency.yml": (BASE[AGENCY], None), "khao-din/agency.yml": (None, BASE[AGENCY])}
            | {"khao-din/2568/scores.yml": (None, BASE[SCORES])},
        ),
        "slug-reserved": Explanation(
            "ชื่อโฟลเดอร์หน่วยงานสงวนไว้",
            "ชื่อนี้เป็นที่อยู่ของหน้าอื่นในเว็บไซต์อยู่แล้ว เช่น `about` `scores` `search`",
            "ใช้ชื่ออื่น เช่น ต่อท้ายด้วยชื่อจังหวัด",
            {"search/agency.yml": (BASE[AGENCY], None), "khao-din/agency.yml": (None, BASE[AGENCY])}
            | {"khao-din/2568/scores.yml": (None, BASE[SCORES])},
        ),
        "layout-agencies": Explanation(
            "จำนวนหน่วยงานไม่ตรงกับ layout",
            "`layout: agency` คือเว็บไซต์ของหน่วยงานเดียว แต่ในโฟลเดอร์ข้อมูลมีมากกว่าหรือน้อยกว่าหนึ่งหน่วยงาน",
            "ถ้ามีหลายหน่วยงานให้ใช้ `layout: network` ถ้ามีหน่วยงานเดียวให้เหลือโฟลเดอร์เดียว",
            {
                SITE: (BASE[SITE].replace("network", "agency"), BASE[SITE]),
                "khao-din/agency.yml": (BASE[AGENCY], BASE[AGENCY]),
                "khao-din/2568/scores.yml": (BASE[SCORES], BASE[SCORES]),
            },
        ),
        "framework-missing": Explanation(
            "ไม่มีเกณฑ์การประเมินของปีนี้",
            "โปรแกรมมีเกณฑ์ของบางปีเท่านั้น ปีของโฟลเดอร์ หรือ `assessed:` ใน `measures.yml` อาจพิมพ์ผิด หรือเป็นปีที่ยังไม่มีเกณฑ์",
            "แก้ปีให้ถูกต้อง ถ้าเป็นปีใหม่จริงให้ปรับรุ่นโปรแกรม หรือเพิ่มแฟ้มเกณฑ์ของปีนั้นใน `frameworks`",
            {
                MEASURES: (
                    "assessed: 2557\nmeasures:\n  - no: 1\n    steps: ประชุมชี้แจง\n",
                    "assessed: 2567\nmeasures:\n  - no: 1\n    steps: ประชุมชี้แจง\n",
                )
            },
        ),
        "folder-year": Explanation(
            "ชื่อโฟลเดอร์ไม่ใช่ปีงบประมาณ",
            "โฟลเดอร์ในโฟลเดอร์ของหน่วยงานต้องชื่อเป็นปี พ.ศ. สี่หลัก เลขอารบิก เท่านั้น (ยกเว้น `files`)",
            "เปลี่ยนชื่อโฟลเดอร์เป็นปี พ.ศ. สี่หลัก",
            {"tua-yang/ปี 2567/scores.yml": (BASE[SCORES], None), "tua-yang/2567/scores.yml": (None, BASE[SCORES])},
        ),
        "no-scores": Explanation(
            "ยังไม่มีผลการประเมินเลย",
            "ไม่พบ `scores.yml` ในปีใดเลย เว็บไซต์เผยแพร่ได้ และบอกว่ายังไม่ได้บันทึกผลการประเมิน",
            "เมื่อประกาศผลแล้ว เพิ่ม `scores.yml` ในโฟลเดอร์ของปีที่ได้รับการประเมิน",
            {SCORES: (None, BASE[SCORES])},
        ),
        "no-data-folder": Explanation(
            "ไม่พบโฟลเดอร์ข้อมูล",
            "โปรแกรมหาโฟลเดอร์ `data` ในโฟลเดอร์ที่สั่งงาน หรือโฟลเดอร์ตามตัวเลือก `--data` แล้วไม่พบ",
            "เปิดโฟลเดอร์ของเว็บไซต์ก่อนแล้วจึงสั่งงาน หรือแก้ตัวเลือก `--data`",
        ),
        "emblem-missing": Explanation(
            "ไม่พบรูปตราสัญลักษณ์",
            "`emblem:` ใน `agency.yml` ระบุชื่อแฟ้มที่ไม่มี ชื่อไม่ตรง หรือไม่ใช่ PNG หรือ JPG",
            "วางแฟ้มรูปไว้ในโฟลเดอร์ `files` ข้าง `agency.yml` แล้วพิมพ์ชื่อให้ตรงทุกตัวอักษร หรือลบบรรทัดนี้",
            {AGENCY: (f"{BASE[AGENCY]}emblem: logo.png\n", BASE[AGENCY])},
        ),
        "emblem-large": Explanation(
            "รูปตราสัญลักษณ์ใหญ่เกินไป",
            "ทุกหน้าแสดงรูปนี้ รูปที่ใหญ่เกิน 30 KB ทำให้ทุกหน้าเปิดช้าบนโทรศัพท์",
            "ย่อรูปให้กว้างและสูงไม่เกิน 128 จุด แล้วบันทึกเป็น PNG",
        ),
    },
)
