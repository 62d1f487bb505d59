"""What a Problem says: per code and language, what is wrong, what was expected, how to mend it.

Longer than 300 lines because it is one table: every message of the program, in two languages, in one place.
`{found}` is the text in the file; other names in braces are the details that the finder of the Problem gives.
"""

from typing import Final

Wording = tuple[str, str, str]

_NUMBER: Final = (
    "ตัวเลขอารบิกหรือเลขไทยอย่างใดอย่างหนึ่ง เช่น 88.53 หรือ ๘๘.๕๓",
    "digits of one script, Thai or Arabic, such as 88.53 or ๘๘.๕๓",
)

MESSAGES: Final[dict[str, dict[str, Wording]]] = {
    # --- the bytes of a file
    "missing-file": {
        "th": ("ไม่พบแฟ้ม {name}", "แฟ้ม {name}", "สร้างแฟ้มนี้ตามตัวอย่างใน README.md"),
        "en": ("{name} is missing", "a file {name}", "Create it like the example in README.md."),
    },
    "file-empty": {
        "th": (
            "แฟ้มนี้ยังไม่มีข้อมูล",
            "ข้อมูลอย่างน้อยหนึ่งรายการ",
            "ใส่ข้อมูล (บรรทัดที่ขึ้นต้นด้วย # เป็นเพียงหมายเหตุ หากเป็นข้อมูลให้เอา # ออก) หรือลบแฟ้มนี้ถ้ายังไม่มีข้อมูล",
        ),
        "en": (
            "the file holds no data",
            "at least one entry",
            "Fill it in (lines that begin with # are only notes: take the # away from data), or delete the file.",
        ),
    },
    "file-too-large": {
        "th": ("แฟ้มใหญ่เกินไป", "ไม่เกิน {limit} ไบต์", "ตรวจว่าวางเนื้อหาซ้ำหรือวางแฟ้มผิดหรือไม่ แล้วแบ่งเป็นแฟ้มย่อย"),
        "en": ("the file is too large", "at most {limit} bytes", "Look for pasted duplicates, or split the file."),
    },
    "file-kind": {
        "th": ("ไม่ใช่แฟ้มธรรมดา ({found})", "แฟ้มข้อมูลธรรมดา", "นำสิ่งนี้ออก แล้ววางแฟ้มข้อมูลธรรมดาแทน"),
        "en": ("not a regular file ({found})", "a regular file", "Take it away and put a regular file in its place."),
    },
    "file-encoding": {
        "th": (
            "แฟ้มไม่ได้บันทึกเป็น UTF-8 (น่าจะเป็น Windows-874 ซึ่งอ่านได้ว่า “{found}”)",
            "แฟ้มที่บันทึกเป็น UTF-8",
            "เปิดด้วย Notepad เลือก บันทึกเป็น (Save as) แล้วเลือกการเข้ารหัส UTF-8",
        ),
        "en": (
            "the file is not UTF-8 (as Windows-874 it reads “{found}”)",
            "a file saved as UTF-8",
            "Open it in Notepad, choose Save as, and pick the encoding UTF-8.",
        ),
    },
    "file-utf16": {
        "th": (
            "แฟ้มบันทึกเป็น UTF-16 (Unicode)",
            "แฟ้มที่บันทึกเป็น UTF-8",
            "เปิดด้วย Notepad เลือก บันทึกเป็น (Save as) แล้วเลือกการเข้ารหัส UTF-8",
        ),
        "en": (
            "the file is UTF-16 (“Unicode”)",
            "a file saved as UTF-8",
            "Open it in Notepad, choose Save as, and pick the encoding UTF-8.",
        ),
    },
    "control-character": {
        "th": ("มีอักขระควบคุมที่มองไม่เห็น ({found})", "ข้อความปกติ", "ลบอักขระที่ตำแหน่งนี้หรือรหัส \\u… ในเครื่องหมายคำพูด แล้วพิมพ์ใหม่"),
        "en": ("an invisible control character ({found})", "plain text", "Delete what stands here and type it again."),
    },
    "bidi-character": {
        "th": (
            "มีอักขระสลับทิศทางข้อความ ({found}) ซึ่งทำให้ข้อความที่เห็นไม่ตรงกับข้อมูลจริง",
            "ข้อความปกติ",
            "ลบอักขระที่ตำแหน่งนี้หรือรหัส \\u… ในเครื่องหมายคำพูด แล้วพิมพ์ใหม่",
        ),
        "en": (
            "a character that reverses the text direction ({found}), so that what is seen is not what is there",
            "plain text",
            "Delete what stands here and type it again.",
        ),
    },
    "invisible-character": {
        "th": ("มีอักขระที่มองไม่เห็นปนอยู่ ({found})", "ข้อความปกติ", "ลบอักขระที่ตำแหน่งนี้หรือรหัส \\u… ในเครื่องหมายคำพูด แล้วพิมพ์ใหม่"),
        "en": ("an invisible character ({found})", "plain text", "Delete what stands here and type it again."),
    },
    # --- YAML
    "yaml-syntax": {
        "th": (
            "รูปแบบ YAML ไม่ถูกต้อง ({found})",
            "บรรทัดแบบ “ชื่อ: ค่า” ที่ย่อหน้าตรงกัน",
            "ตรวจเครื่องหมาย : เครื่องหมายคำพูด วงเล็บ และย่อหน้าของบรรทัดนี้กับบรรทัดก่อนหน้า",
        ),
        "en": (
            "the YAML cannot be read ({found})",
            "lines like “name: value”, evenly indented",
            "Check the colon, quotes, brackets and indentation of this line and the one before.",
        ),
    },
    "yaml-tab": {
        "th": ("ย่อหน้าบรรทัดนี้ด้วยแป้น Tab", "ย่อหน้าด้วยช่องว่าง 2 ช่อง", "ลบ Tab ต้นบรรทัดนี้แล้วกดแป้นเว้นวรรคแทน"),
        "en": (
            "the line is indented with a tab",
            "indentation by two spaces",
            "Replace the tab at the start of this line by spaces.",
        ),
    },
    "yaml-alias": {
        "th": (
            "ใช้ & หรือ * ของ YAML ({found})",
            "ค่าที่เขียนเต็ม",
            "เขียนค่าซ้ำให้ครบ หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ",
        ),
        "en": (
            "a YAML anchor or alias ({found})",
            "the value written out",
            "Write the value out, or put text in quotes.",
        ),
    },
    "yaml-tag": {
        "th": ("ใช้ป้ายชนิดข้อมูลของ YAML ({found})", "ค่าธรรมดา", "ลบส่วนที่ขึ้นต้นด้วย ! หรือใส่เครื่องหมายคำพูดถ้าเป็นข้อความ"),
        "en": ("a YAML tag ({found})", "a plain value", "Remove what begins with !, or put text in quotes."),
    },
    "yaml-documents": {
        "th": ("มีข้อมูลมากกว่าหนึ่งชุดในแฟ้มเดียว", "ข้อมูลชุดเดียว", "ลบบรรทัด --- หรือแยกเป็นสองแฟ้ม"),
        "en": ("more than one document in the file", "one document", "Remove the line --- or make two files."),
    },
    "duplicate-key": {
        "th": ("มี “{found}” ซ้ำ (ครั้งแรกที่บรรทัด {first})", "ชื่อละหนึ่งครั้ง", "เก็บค่าที่ถูกต้องไว้เพียงบรรทัดเดียว"),
        "en": ("“{found}” twice (first on line {first})", "each name once", "Keep the one line that is right."),
    },
    "too-deep": {
        "th": ("ข้อมูลซ้อนกันลึกเกินไป", "ซ้อนไม่เกิน {limit} ชั้น", "ลดการซ้อน หรือตรวจวงเล็บที่เปิดแล้วไม่ได้ปิด"),
        "en": ("nested too deep", "at most {limit} levels", "Nest less, or look for brackets that are never closed."),
    },
    # --- the shape of a record
    "wrong-kind": {
        "th": ("รูปแบบข้อมูลไม่ถูกต้อง (พบ{found})", "{kind}", "จัดรูปแบบตามตัวอย่างใน README.md"),
        "en": ("the wrong kind of value (found {found})", "{kind}", "Shape it like the example in README.md."),
    },
    "unknown-key": {
        "th": ("ไม่รู้จักชื่อ “{found}”", "{known}", "แก้ชื่อให้ตรง{guess} หรือลบบรรทัดนี้"),
        "en": ("unknown name “{found}”", "{known}", "Correct the name{guess} or delete the line."),
    },
    "missing-key": {
        "th": ("ขาด “{name}”", "บรรทัด “{name}: …”", "เพิ่มบรรทัด “{name}:” พร้อมค่า"),
        "en": ("“{name}” is missing", "a line “{name}: …”", "Add a line “{name}:” with its value."),
    },
    "empty-value": {
        "th": ("ยังไม่ได้ใส่ค่า", "ค่าหนึ่งค่า", "ใส่ค่า หรือลบทั้งบรรทัดหากไม่มีข้อมูล"),
        "en": ("there is no value", "a value", "Fill it in, or delete the line if there is nothing to say."),
    },
    "text-too-long": {
        "th": ("ข้อความยาวเกินไป", "ไม่เกิน {limit} ตัวอักษร", "แบ่งเป็นหลายรายการ"),
        "en": ("the text is too long", "at most {limit} characters", "Split it."),
    },
    "invalid-choice": {
        "th": ("ไม่รู้จักค่า “{found}”", "{known}", "เลือกค่าหนึ่งจากรายการ{guess}"),
        "en": ("unknown value “{found}”", "{known}", "Choose one of these{guess}."),
    },
    "format-invalid": {
        "th": ("รูปแบบแฟ้มรุ่น “{found}” ยังไม่รองรับ", "format: 1", "แก้เป็น format: 1"),
        "en": ("format “{found}” is not supported", "format: 1", "Make it format: 1."),
    },
    "colour-invalid": {
        "th": ("“{found}” ไม่ใช่รหัสสี", "รหัสสีหกหลักของ HTML", "พิมพ์รหัสสีโดยไม่ต้องมีเครื่องหมาย # เช่น colour: 7a1f2b"),
        "en": ("“{found}” is no colour code", "six hexadecimal digits", "Write it without the #: colour: 7a1f2b"),
    },
    "emblem-missing": {
        "th": (
            "ไม่พบรูปตราสัญลักษณ์ “{found}”",
            "ชื่อแฟ้ม PNG หรือ JPG ที่อยู่ในโฟลเดอร์ files/ ของหน่วยงาน (ข้าง agency.yml)",
            "วางแฟ้มรูปไว้ในโฟลเดอร์ files/ ข้าง agency.yml หรือแก้ชื่อแฟ้มให้ตรงกัน",
        ),
        "en": (
            "there is no picture “{found}” for the emblem",
            "the name of a PNG or JPG file in the agency's own folder files/, beside agency.yml",
            "Put the picture there, or correct the name.",
        ),
    },
    "emblem-large": {
        "th": (
            "รูปตราสัญลักษณ์ “{found}” ใหญ่ {size} KB ทุกหน้าจะเปิดช้า",
            "ไม่เกิน {limit} KB",
            "ย่อรูปให้กว้างและสูงไม่เกิน 128 จุด แล้วบันทึกเป็น PNG",
        ),
        "en": (
            "the emblem “{found}” has {size} KB, which slows down every page",
            "at most {limit} KB",
            "Scale it down to 128 by 128 points and save it as PNG.",
        ),
    },
    "key-invalid": {
        "th": (
            "ชื่อ “{found}” ใช้ไม่ได้",
            "อักษรอังกฤษตัวเล็ก ตัวเลข หรือขีดกลาง ขึ้นต้นด้วยตัวอักษร เช่น table-1",
            "เปลี่ยนชื่อ",
        ),
        "en": (
            "“{found}” cannot be a name here",
            "small Latin letters, digits or hyphens, a letter first, such as table-1",
            "Choose another name.",
        ),
    },
    "address-invalid": {
        "th": (
            "“{found}” ไม่ใช่ที่อยู่เว็บที่ใช้ได้",
            "ที่อยู่เว็บที่ขึ้นต้นด้วย https:// และไม่มีชื่อผู้ใช้ (@) หรือหมายเลขพอร์ต",
            "คัดลอกที่อยู่เต็มจากเบราว์เซอร์",
        ),
        "en": (
            "“{found}” is no web address to use",
            "an address that begins with https://, without user or port",
            "Copy the full address.",
        ),
    },
    "phone-invalid": {
        "th": ("“{found}” ไม่ใช่หมายเลขโทรศัพท์", "เช่น 073-202200 หรือ 0 2215 9999 ต่อ 12", "พิมพ์เฉพาะตัวเลข ขีด และเว้นวรรค"),
        "en": ("“{found}” is no telephone number", "such as 073-202200", "Type digits, hyphens and spaces only."),
    },
    "email-invalid": {
        "th": ("“{found}” ไม่ใช่ที่อยู่อีเมล", "เช่น saraban@example.go.th", "พิมพ์ที่อยู่อีเมลใหม่"),
        "en": ("“{found}” is no e-mail address", "such as saraban@example.go.th", "Type the address again."),
    },
    # --- numbers, years, dates
    "number-invalid": {
        "th": ("“{found}” ไม่ใช่ตัวเลขที่อ่านได้", _NUMBER[0], "พิมพ์ตัวเลขใหม่ตามเอกสาร{guess}"),
        "en": ("“{found}” is not a number", _NUMBER[1], "Type the number as the document has it{guess}."),
    },
    "number-mixed-digits": {
        "th": ("“{found}” ปนเลขไทยกับเลขอารบิก", _NUMBER[0], "ตรวจกับเอกสาร ถ้าหมายถึง {reading} ให้พิมพ์เช่นนั้น"),
        "en": (
            "“{found}” mixes Thai and Arabic digits",
            _NUMBER[1],
            "Check the document; if {reading} is meant, type that.",
        ),
    },
    "number-foreign-digits": {
        "th": ("“{found}” มีเลขของภาษาอื่น", _NUMBER[0], "พิมพ์ใหม่ด้วยเลขอารบิกหรือเลขไทย"),
        "en": ("“{found}” has digits of another script", _NUMBER[1], "Type it again with Arabic or Thai digits."),
    },
    "number-comma": {
        "th": ("“{found}” ใช้จุลภาคแทนจุดทศนิยม", _NUMBER[0], "ถ้าหมายถึง {reading} ให้พิมพ์เช่นนั้น"),
        "en": ("“{found}” has a comma for the decimal point", _NUMBER[1], "If {reading} is meant, type that."),
    },
    "number-whole": {
        "th": ("“{found}” ไม่ใช่จำนวนเต็ม", "จำนวนเต็มตั้งแต่ 0 เช่น 10", "พิมพ์จำนวนเต็ม"),
        "en": ("“{found}” is not a whole number", "a whole number from 0, such as 10", "Type a whole number."),
    },
    "score-range": {
        "th": ("คะแนน {found} อยู่นอกช่วง", "0 ถึง 100", "ตรวจกับเอกสารแล้วพิมพ์คะแนนใหม่"),
        "en": ("the score {found} is out of range", "0 to 100", "Check the document and type the score again."),
    },
    "year-invalid": {
        "th": ("“{found}” ไม่ใช่ปีงบประมาณ พ.ศ.", "ปี พ.ศ. สี่หลัก เช่น 2568", "พิมพ์ปี พ.ศ. สี่หลัก"),
        "en": ("“{found}” is no Buddhist-era fiscal year", "four digits such as 2568", "Type the Buddhist year."),
    },
    "year-common-era": {
        "th": ("“{found}” เป็นปี ค.ศ.", "ปี พ.ศ. คือ {reading}", "แก้เป็น {reading} (ค.ศ. + 543)"),
        "en": ("“{found}” is a year of the common era", "the Buddhist year {reading}", "Make it {reading} (CE + 543)."),
    },
    "date-invalid": {
        "th": ("“{found}” ไม่ใช่วันที่ที่มีจริง", "วันที่ เช่น 31 มีนาคม 2566", "ตรวจวัน เดือน และปี พ.ศ."),
        "en": ("“{found}” is no real date", "a date such as 31 มีนาคม 2566", "Check day, month and Buddhist year."),
    },
    "date-common-era": {
        "th": ("“{found}” ใช้ปี ค.ศ.", "ปี พ.ศ. คือ {reading}", "แก้ปีเป็น {reading} (ค.ศ. + 543)"),
        "en": (
            "“{found}” has a year of the common era",
            "the Buddhist year {reading}",
            "Make it {reading} (CE + 543).",
        ),
    },
    "period-order": {
        "th": ("ช่วงเวลา “{found}” สิ้นสุดก่อนเริ่มต้น", "วันเริ่มต้น - วันสิ้นสุด", "สลับหรือแก้วันที่"),
        "en": ("the period “{found}” ends before it begins", "first day - last day", "Swap or correct the dates."),
    },
    # --- the data folder
    "stray-name": {
        "th": ("ไม่รู้จัก “{found}” ในโฟลเดอร์นี้", "{known}", "ย้ายออกจากโฟลเดอร์ข้อมูล หรือแก้ชื่อ{guess}"),
        "en": ("“{found}” does not belong in this folder", "{known}", "Move it away, or correct its name{guess}."),
    },
    "slug-invalid": {
        "th": (
            "ชื่อโฟลเดอร์หน่วยงาน “{found}” ใช้ไม่ได้",
            "อักษรอังกฤษตัวเล็ก ตัวเลข หรือขีดกลาง 2–40 ตัว ขึ้นต้นด้วยตัวอักษร เช่น mueang-khong",
            "เปลี่ยนชื่อโฟลเดอร์",
        ),
        "en": (
            "“{found}” cannot be an agency's folder name",
            "2–40 small Latin letters, digits or hyphens, a letter first, such as mueang-khong",
            "Rename the folder.",
        ),
    },
    "slug-reserved": {
        "th": ("ชื่อโฟลเดอร์หน่วยงาน “{found}” สงวนไว้สำหรับระบบ", "ชื่ออื่น", "เปลี่ยนชื่อโฟลเดอร์"),
        "en": ("“{found}” is reserved", "another name", "Rename the folder."),
    },
    "layout-agencies": {
        "th": (
            "layout: agency ใช้กับหนึ่งหน่วยงาน แต่พบ {found} หน่วยงาน",
            "หนึ่งหน่วยงาน",
            "เหลือโฟลเดอร์หน่วยงานเดียว หรือใช้ layout: network",
        ),
        "en": (
            "layout: agency is for one agency, found {found}",
            "one agency",
            "Keep one agency folder, or use layout: network.",
        ),
    },
    "framework-missing": {
        "th": (
            "ไม่มีเกณฑ์การประเมินของปีงบประมาณ พ.ศ. {found}",
            "ปี {known} หรือแฟ้ม data/frameworks/{found}.yml",
            "แก้ชื่อโฟลเดอร์ปี หรือ assessed: ใน measures.yml ถ้าเป็นปีใหม่ที่คู่มือยังไม่ออก ให้สั่ง prongsai new-year {found}",
        ),
        "en": (
            "there is no framework for the fiscal year {found}",
            "a year of {known}, or a file data/frameworks/{found}.yml",
            "Correct the year, or assessed: in measures.yml; for one to come, run prongsai new-year {found}.",
        ),
    },
    "folder-year": {
        "th": (
            "ชื่อโฟลเดอร์หรือแฟ้ม “{found}” ไม่ใช่ปีงบประมาณ",
            "ปี พ.ศ. สี่หลัก ใช้เลขอารบิก เช่น 2568",
            "เปลี่ยนชื่อ{guess} หรือย้ายออกจากโฟลเดอร์ข้อมูล",
        ),
        "en": (
            "the folder or file name “{found}” is no fiscal year",
            "a Buddhist year of four Arabic digits such as 2568",
            "Rename it{guess}, or move it out of the data folder.",
        ),
    },
    "no-scores": {
        "th": (
            "หน่วยงานนี้ยังไม่มีผลการประเมินของปีใด เว็บไซต์จะบอกว่ายังไม่ได้บันทึกผล",
            "แฟ้ม scores.yml ในโฟลเดอร์ชื่อปีที่ได้รับการประเมิน เช่น {found}/2568/scores.yml",
            "ถ้ายังไม่มีผล ไม่ต้องแก้ไข ถ้ามีผลแล้ว ให้เพิ่มแฟ้ม scores.yml หรือตรวจว่าแฟ้มนั้นอยู่ในโฟลเดอร์ชื่อปีของหน่วยงานนี้",
        ),
        "en": (
            "this agency has no result of any year; its site will say so",
            "scores.yml in the folder of a year that was assessed, such as {found}/2568/scores.yml",
            "Without a result leave it so; with one, add scores.yml, or look whether it is in a year's folder.",
        ),
    },
    "no-data-folder": {
        "th": ("ไม่พบโฟลเดอร์ข้อมูล {name}", "โฟลเดอร์ที่มีแฟ้ม site.yml", "ตรวจว่าสั่งงานในโฟลเดอร์ที่ถูกต้อง หรือตรวจตัวเลือก --data"),
        "en": (
            "there is no data folder {name}",
            "a folder with site.yml",
            "Look where you are, or at the option --data.",
        ),
    },
    "framework-unused": {
        "th": ("ไม่มีตัวชี้วัดใดใช้แบบวัด “{found}”", "ตัวชี้วัดอย่างน้อยหนึ่งตัวต่อแบบวัด", "เพิ่มตัวชี้วัด หรือลบแบบวัดนี้"),
        "en": (
            "no indicator belongs to the instrument “{found}”",
            "at least one indicator each",
            "Add an indicator, or remove the instrument.",
        ),
    },
    # --- text
    "list-too-deep": {
        "th": (
            "รายการย่อยซ้อนกันลึกเกินไปที่ “{reading}”",
            "รายการซ้อนกันไม่เกิน 2 ชั้น",
            "ลดย่อหน้าของบรรทัดนี้ หรือเขียนเป็นข้อความต่อจากรายการข้างบน",
        ),
        "en": (
            "a list inside a list inside a list at “{reading}”",
            "lists of two levels at most",
            "Indent the line less, or write it as text of the item above.",
        ),
    },
    # --- rules across records
    "unknown-code": {
        "th": ("ไม่รู้จักรหัส “{found}” ในเกณฑ์ของปี", "{known}", "แก้รหัสให้ตรงกับเกณฑ์ของปีที่ประเมิน"),
        "en": ("“{found}” is not in the year's framework", "{known}", "Correct the code."),
    },
    "unknown-datum": {
        "th": ("ไม่รู้จัก “{found}”", "{known}", "ระบุคะแนนรวม (overall) รหัสแบบวัด หรือหมายเลขตัวชี้วัด"),
        "en": ("unknown datum “{found}”", "{known}", "Name overall, an instrument's code or an indicator's number."),
    },
    "unknown-place": {
        "th": ("ไม่มีตำแหน่ง “{found}” ใน scores.yml ของปีนี้", "{known}", "แก้ให้ตรงกับ id ใน places{guess}"),
        "en": ("there is no place “{found}” in scores.yml of the year", "{known}", "Name an id of its places{guess}."),
    },
    "passage-missing": {
        "th": (
            "ไม่พบข้อความ “{found}” ในข้อความที่อ้างถึง",
            "ข้อความที่คัดลอกมาตรงกันทุกตัวอักษร จากย่อหน้าหรือข้อเดียวกัน",
            "คัดลอกข้อความใหม่ หรือลบหมายเหตุนี้ถ้าข้อความเปลี่ยนไปแล้ว",
        ),
        "en": (
            "“{found}” does not stand in the text it is about",
            "words copied exactly, out of one paragraph or item",
            "Copy the passage again, or delete the remark if the text has changed.",
        ),
    },
    "duplicate-measure": {
        "th": ("มีมาตรการ no: {found} มากกว่าหนึ่งรายการ", "เลข no ของมาตรการละหนึ่งเลข", "เปลี่ยนเลข no ของมาตรการที่เพิ่มภายหลัง"),
        "en": (
            "more than one measure no: {found}",
            "a number of its own for each measure",
            "Change that of the later one.",
        ),
    },
    "measure-empty": {
        "th": (
            "มาตรการ no: {found} ไม่มีทั้งขั้นตอนและผลการดำเนินการ",
            "steps: result: หรือ not_done: อย่างน้อยหนึ่งอย่าง",
            "ใส่ขั้นตอนหรือผลการดำเนินการ หรือเหตุผลที่ไม่ได้ดำเนินการ",
        ),
        "en": (
            "measure no: {found} has neither steps nor a result",
            "at least one of steps, result and not_done",
            "Say what is to be done, what was done, or why nothing was.",
        ),
    },
    "nothing-to-inherit": {
        "th": (
            "ระบุว่าช่อง {found} ผสานกับแถวบน แต่แถวที่อยู่ติดกันข้างบนไม่มีค่านี้",
            "แถวข้างบนที่มี {found}: หรือผสานต่อกันมาจากแถวที่มี",
            "ใส่ค่า {found}: หรือลบออกจาก merged",
        ),
        "en": (
            "{found} is merged with the row above, but that row has none",
            "a row above with {found}, or one that it is merged with",
            "Give the value, or take it out of merged.",
        ),
    },
    "merged-and-given": {
        "th": ("ช่อง {found} มีค่าแล้ว แต่ระบุว่าผสานกับแถวบนด้วย", "อย่างใดอย่างหนึ่ง", "ลบค่า {found}: หรือลบออกจาก merged"),
        "en": (
            "{found} has a value and is merged as well",
            "one of the two",
            "Delete the value, or take it out of merged.",
        ),
    },
    "responsible-unclear": {
        "th": ("ผู้รับผิดชอบต้องเป็นหน่วยงานหรือตำแหน่งอย่างใดอย่างหนึ่ง", "unit: หรือ post:", "แยกเป็นคนละบรรทัด"),
        "en": ("who is responsible is one of two", "unit: or post:", "Make two lines of it."),
    },
    "outcome-not-printed": {
        "th": ("ไม่พบ “{found}” ในข้อความผลลัพธ์ (outcome)", "ค่าที่พิมพ์อยู่ในข้อความ", "ตรวจค่ากับเอกสาร แล้วแก้ค่าหรือข้อความ"),
        "en": (
            "“{found}” does not stand in the outcome",
            "a value of its text",
            "Check the paper and correct one of them.",
        ),
    },
    "duplicate-column": {
        "th": ("มีคอลัมน์ {found} มากกว่าหนึ่งคอลัมน์", "คอลัมน์ละหนึ่งอย่าง", "ลบหรือแก้คอลัมน์ที่ซ้ำ"),
        "en": ("more than one column {found}", "each once", "Delete or correct one."),
    },
    "duplicate-document": {
        "th": ("มีเอกสาร kind: {found} มากกว่าหนึ่งฉบับในปีเดียวกัน", "ชื่อละหนึ่งฉบับ", "ตั้งชื่อ kind ใหม่ เช่น {found}-2"),
        "en": (
            "more than one document {found} in the year",
            "a name of its own",
            "Give it another, such as {found}-2.",
        ),
    },
    "record-missing": {
        "th": ("เอกสารอ้างถึงข้อมูล {found} ที่ไม่มีในโฟลเดอร์ของหน่วยงาน", "{known}", "แก้ปี หรือเพิ่มแฟ้มข้อมูลนั้น"),
        "en": (
            "the document contains {found}, which the agency does not have",
            "{known}",
            "Correct it, or add that file.",
        ),
    },
    # --- attached files
    "attachment-kind": {
        "th": (
            "แฟ้มแนบชนิดนี้เผยแพร่ไม่ได้ (นามสกุล “{found}”)",
            "แฟ้มนามสกุล {known}",
            "บันทึกเป็น PDF, Excel (.xlsx), Word (.docx), CSV หรือรูปภาพ แล้ววางแฟ้มใหม่แทน",
        ),
        "en": (
            "a file of this kind cannot be published (suffix “{found}”)",
            "a file that ends in {known}",
            "Save it as PDF, Excel (.xlsx), Word (.docx), CSV or a picture, and put that in its place.",
        ),
    },
    "attachment-content": {
        "th": (
            "เนื้อหาในแฟ้มไม่ใช่ {kind} ตามนามสกุลของแฟ้ม",
            "แฟ้มที่เนื้อหาตรงกับนามสกุล",
            "เปิดแฟ้มด้วยโปรแกรมที่สร้างแฟ้มนี้ แล้วบันทึกใหม่เป็น {kind} (การเปลี่ยนนามสกุลอย่างเดียวไม่ทำให้ชนิดของแฟ้มเปลี่ยน)",
        ),
        "en": (
            "what the file holds is not {kind}, as its name says",
            "a file whose content is what its name says",
            "Open it in the program that made it and save it as {kind}; another suffix does not make another kind.",
        ),
    },
    "attachment-macro": {
        "th": (
            "แฟ้มมีหรืออาจมีมาโคร (โปรแกรมที่ทำงานเองเมื่อเปิดแฟ้ม)",
            "แฟ้มที่ไม่มีมาโคร",
            "เปิดแฟ้มใน Word หรือ Excel เลือก บันทึกเป็น (Save as) แล้วเลือกชนิด .docx, .xlsx หรือ PDF",
        ),
        "en": (
            "the file holds, or may hold, macros (programs that run when it is opened)",
            "a file without macros",
            "Open it in Word or Excel, choose Save as, and pick .docx, .xlsx or PDF.",
        ),
    },
    "attachment-encrypted": {
        "th": (
            "แฟ้มถูกเข้ารหัสหรือจำกัดสิทธิ์ไว้ ประชาชนบางส่วนจึงเปิด ค้นหา หรือฟังด้วยโปรแกรมอ่านหน้าจอไม่ได้",
            "แฟ้มที่เปิดได้โดยไม่ต้องใช้รหัสผ่านและไม่จำกัดสิทธิ์",
            "เปิดแฟ้มด้วยรหัสผ่าน ยกเลิกรหัสผ่านและการจำกัดสิทธิ์ แล้วบันทึกใหม่",
        ),
        "en": (
            "the file is encrypted or restricted: not everyone can open, search or listen to it",
            "a file that opens without a password and has no restrictions",
            "Open it with its password, take the password and restrictions away, and save it again.",
        ),
    },
    "attachment-active": {
        "th": (
            "แฟ้มมีส่วนที่ทำงานเองเมื่อเปิด หรือมีแฟ้มอื่นฝังอยู่ภายใน",
            "เอกสารที่มีไว้อ่านอย่างเดียว",
            (
                "PDF: เปิดแฟ้มแล้วสั่งพิมพ์เป็น PDF (Microsoft Print to PDF) "
                "Word หรือ Excel: ลบวัตถุที่ฝังไว้ออก แล้วบันทึกใหม่ ส่วนแฟ้มที่ฝังอยู่ให้แนบแยกต่างหาก"
            ),
        ),
        "en": (
            "the file acts by itself when it is opened, or holds other files",
            "a document that is only for reading",
            (
                "A PDF: open it and print it to PDF. Word or Excel: delete the embedded objects and save it again. "
                "Attach files that were inside it on their own."
            ),
        ),
    },
    "attachment-broken": {
        "th": (
            "อ่านแฟ้ม {kind} นี้ไม่ได้ แฟ้มอาจเสียหาย ไม่ครบ หรือใหญ่ผิดปกติเมื่อคลายการบีบอัด",
            "แฟ้ม {kind} ที่สมบูรณ์",
            "ลองเปิดแฟ้มดู หากเปิดได้ให้บันทึกใหม่อีกครั้ง หากเปิดไม่ได้ให้คัดลอกใหม่จากต้นฉบับ",
        ),
        "en": (
            "this {kind} file cannot be read: it is damaged, incomplete, or far too large when unpacked",
            "a whole {kind} file",
            "Open it. If that works, save it once more; if not, copy it again from the original.",
        ),
    },
    "attachment-empty": {
        "th": ("แฟ้มแนบว่างเปล่า", "แฟ้มที่มีเนื้อหา", "คัดลอกแฟ้มจากต้นฉบับมาวางใหม่ หรือลบแฟ้มนี้"),
        "en": ("the attached file is empty", "a file that holds something", "Copy it again, or delete it."),
    },
    "attachment-name": {
        "th": (
            "ชื่อแฟ้มนี้ใช้เป็นที่อยู่บนเว็บไซต์ไม่ได้",
            'ชื่อที่ไม่เกิน {limit} ตัวอักษรไทย ไม่มี \\ / : * ? " < > | # % และไม่ขึ้นต้นด้วยจุด ขีด ~ หรือช่องว่าง',
            (
                "เปลี่ยนชื่อแฟ้ม แล้วแก้ชื่อที่อ้างถึงใน disclosure.yml ให้ตรงกัน "
                "(แฟ้มที่ขึ้นต้นด้วย ~$ เป็นแฟ้มชั่วคราวของ Office ให้ปิดโปรแกรมแล้วลบทิ้ง)"
            ),
        ),
        "en": (
            "a file of this name can have no address on the site",
            (
                'a name of at most {limit} Thai letters without \\ / : * ? " < > | # %, '
                "that does not begin with a dot, hyphen, ~ or space"
            ),
            (
                "Rename the file, and change the name in disclosure.yml too. "
                "(A file that begins with ~$ is left behind by Office: close the program and delete it.)"
            ),
        ),
    },
    "attachment-twice": {
        "th": (
            "มีสองแฟ้มที่ชื่อเหมือนกันจนแยกไม่ออก (อีกแฟ้มคือ “{first}”)",
            "ชื่อที่ต่างกันมากกว่าตัวพิมพ์เล็กใหญ่ ช่องว่าง หรือวิธีพิมพ์สระและวรรณยุกต์",
            "ลบแฟ้มที่ไม่ใช้ หรือเปลี่ยนชื่อแฟ้มใดแฟ้มหนึ่ง",
        ),
        "en": (
            "two files have names that nobody can tell apart (the other is “{first}”)",
            "names that differ in more than capitals, spaces or the way that vowels and tones are typed",
            "Delete the one that is not used, or rename one of them.",
        ),
    },
    "attachment-unread": {
        "th": (
            "บางหน้าซับซ้อนเกินกว่าจะตรวจหาข้อมูลส่วนบุคคลได้ ({where})",
            "หน้าเอกสารที่โปรแกรมตรวจได้",
            "เปิดดูหน้าเหล่านี้ด้วยตนเองให้แน่ใจว่าไม่มีเลขประจำตัวประชาชนหรือหมายเลขโทรศัพท์มือถือของบุคคล",
        ),
        "en": (
            "some pages are too complex to be searched for personal data ({where})",
            "pages that the program can read",
            "Look at them yourself: no identification or mobile number of a person may stand there.",
        ),
    },
    # --- personal data
    "personal-id": {
        "th": (
            "พบเลขประจำตัวประชาชน ({where})",
            "เอกสารที่ไม่มีเลขประจำตัวประชาชน",
            (
                "ลบเลขนี้ออกจากต้นฉบับ (ปิดทับด้วยแถบดำอย่างเดียวไม่พอ เพราะยังคัดลอกข้อความได้) แล้วบันทึกแฟ้มใหม่ "
                "หากเคยส่งแฟ้มนี้ขึ้นระบบหรือเผยแพร่แล้ว ให้แจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลของหน่วยงาน"
            ),
        ),
        "en": (
            "the file holds the identification number of a person ({where})",
            "a document without such numbers",
            (
                "Take it out of the original (below a black bar the text can still be copied) and save the file again. "
                "If it has been uploaded before, tell the data protection officer."
            ),
        ),
    },
    "personal-mobile": {
        "th": (
            "พบหมายเลขโทรศัพท์มือถือ ({where})",
            "หมายเลขโทรศัพท์ของสำนักงาน เช่น 0 7320 2200",
            "ลบหมายเลขนี้ออกจากต้นฉบับ หรือใช้หมายเลขโทรศัพท์ของสำนักงานแทน แล้วบันทึกแฟ้มใหม่",
        ),
        "en": (
            "the file holds a mobile number ({where})",
            "the number of an office, such as 0 7320 2200",
            "Take it out of the original, or put the number of the office in its place, and save the file again.",
        ),
    },
    "excel-number": {
        "th": (
            "มีตัวเลขที่ Excel ย่อไว้เป็นแบบ 1.23457E+12 ({where}) ตัวเลขท้ายอาจหายไปแล้ว และอาจเป็นเลขประจำตัวประชาชน",
            "ตัวเลขครบทุกหลัก",
            "เปิดแฟ้มต้นฉบับ จัดรูปแบบเซลล์เป็น ข้อความ (Text) แล้วพิมพ์ใหม่ หากเป็นเลขประจำตัวประชาชนให้ลบออก",
        ),
        "en": (
            (
                "a number that Excel has shortened, like 1.23457E+12 ({where}): its last digits may be lost, "
                "and it may be the identification number of a person"
            ),
            "all digits of the number",
            "Format the cell as Text in the original and type it again; take it out if it is an identification number.",
        ),
    },
    # --- disclosures and addresses
    "item-invalid": {
        "th": ("“{found}” ไม่ใช่เลขข้อของรายการข้อมูล OIT", "เลขข้อ เช่น O27", "พิมพ์ตัวอักษร O ตามด้วยเลขข้อ"),
        "en": ("“{found}” is no item of the OIT list", "an item such as O27", "Type the letter O and the number."),
    },
    "duplicate-item": {
        "th": (
            "ข้อ {found} มีมากกว่าหนึ่งรายการ",
            "ข้อละหนึ่งรายการ เพราะหนึ่งข้อมีหน้าเดียว",
            "รวมหลักฐานไว้ใน evidence: ของรายการเดียว",
        ),
        "en": (
            "item {found} stands more than once",
            "each item once: it has one page",
            "Put all evidence under evidence: of one entry.",
        ),
    },
    "unknown-component": {
        "th": (
            "ข้อ {item} ไม่มีองค์ประกอบที่ {found}",
            "เลขลำดับองค์ประกอบของข้อ {item}: {known}",
            "แก้เลขลำดับองค์ประกอบให้ตรงกับรายการ",
        ),
        "en": (
            "item {item} has no component {found}",
            "a number of item {item}: {known}",
            "Correct the number of the component.",
        ),
    },
    "evidence-unclear": {
        "th": (
            "ไม่ชัดเจนว่าหลักฐานนี้คืออะไร",
            "อย่างใดอย่างหนึ่ง: page: (หน้าของเว็บไซต์นี้) file: (แฟ้มใน files/) หรือ link: (ที่อยู่เว็บ)",
            "ใส่เพียงอย่างเดียว หากมีหลายอย่างให้แยกเป็นหลายรายการ",
        ),
        "en": (
            "it is not clear what this evidence is",
            "one of page:, file: and link:",
            "Give one of them; make several entries where there are several documents.",
        ),
    },
    "evidence-itself": {
        "th": (
            "หลักฐานของข้อนี้คือหน้าของข้อนี้เอง (“{found}”)",
            "หน้าอื่นของเว็บไซต์นี้ แฟ้มใน files/ หรือที่อยู่เว็บ",
            "ระบุหน้าหรือแฟ้มที่มีข้อมูลจริง หรือลบหลักฐานนี้",
        ),
        "en": (
            "the evidence of this item is its own page (“{found}”)",
            "another page of this site, a file of files/, or a web address",
            "Name the page or file that holds the data, or delete this evidence.",
        ),
    },
    "evidence-missing": {
        "th": (
            "ไม่พบแฟ้ม “{found}” ในโฟลเดอร์ files/",
            "แฟ้มที่มี: {known}",
            "วางแฟ้มนี้ไว้ในโฟลเดอร์ files/ ของปีนี้ หรือแก้ชื่อให้ตรง{guess}",
        ),
        "en": (
            "there is no file “{found}” in files/",
            "one of these: {known}",
            "Put the file into the folder files/ of this year, or correct its name{guess}.",
        ),
    },
    "page-of-file": {
        "th": ("ไม่มีหน้า {found} ในแฟ้มนี้", "เลขหน้าตั้งแต่ 1 ถึง {limit}", "แก้เลขหน้าใน pages: ให้ตรงกับแฟ้ม"),
        "en": ("the file has no page {found}", "a page from 1 to {limit}", "Correct the page under pages:."),
    },
    "pages-of-no-pdf": {
        "th": (
            "ระบุเลขหน้าไว้ แต่หลักฐานนี้ไม่ใช่แฟ้ม PDF",
            "เลขหน้าของแฟ้ม PDF เท่านั้น",
            "ใช้ components: แทน pages: เพื่อบอกองค์ประกอบที่หลักฐานนี้ตอบ",
        ),
        "en": (
            "pages are given, and this evidence is no PDF file",
            "pages of a PDF file only",
            "Say which components it covers with components: instead of pages:.",
        ),
    },
    "exempt-and-given": {
        "th": (
            "ข้อ {found} ระบุว่าได้รับยกเว้น แต่มีหลักฐานด้วย",
            "ได้รับยกเว้น หรือมีหลักฐาน อย่างใดอย่างหนึ่ง",
            "ลบ exempt: หรือลบหลักฐาน",
        ),
        "en": (
            "item {found} is exempt and has evidence",
            "an exemption or evidence",
            "Delete exempt: or the evidence.",
        ),
    },
    "nothing-not-asked": {
        "th": (
            "ข้อ {found} ใช้ nothing: ไม่ได้ เพราะเกณฑ์การประเมินของปีไม่มีข้อความสำหรับกรณีไม่มีเรื่องหรือไม่มีรายการของข้อนี้",
            "ใช้ได้กับข้อ: {known}",
            "ใส่หลักฐานใน evidence: แทน",
        ),
        "en": (
            "item {found} cannot say that nothing occurred: the framework has no sentence for it",
            "one of these items: {known}",
            "Give evidence instead.",
        ),
    },
    "two-addresses": {
        "th": (
            "ที่อยู่ “{found}” ใช้ไปแล้วที่ {first}",
            "ที่อยู่ละหนึ่งหน้าหรือหนึ่งแฟ้ม",
            "เปลี่ยนชื่อแฟ้มหรือแก้ที่อยู่รายการใดรายการหนึ่ง",
        ),
        "en": (
            "the address “{found}” is taken by {first}",
            "an address for one page or file",
            "Give one of them another name.",
        ),
    },
    "term-order": {
        "th": (
            "ช่วงปี {found} ไม่ถูกต้อง",
            "year: คือปีแรก และ until: คือปีสุดท้ายของแผน",
            "ระบุทั้งสองปี โดยปีแรกต้องไม่เกินปีสุดท้าย",
        ),
        "en": ("the years {found} are no term", "year: the first and until: the last year", "Correct the two years."),
    },
    "eit-order": {
        "th": (
            "วันปิดรับความเห็น EIT มาก่อนวันเปิดรับ ({found})",
            "opens: คือวันแรก และ closes: คือวันสุดท้ายที่ตอบได้",
            "สลับหรือแก้วันที่ วันเดียวกันได้",
        ),
        "en": (
            "the EIT questionnaire closes before it opens ({found})",
            "opens: the first and closes: the last day to answer",
            "Swap or correct the dates; they may be the same day.",
        ),
    },
    "address-below-root": {
        "th": (
            "“{found}” ไม่ใช่ที่อยู่ภายในเว็บไซต์ของหน่วยงาน",
            "ที่อยู่ต่อจากหน้าแรกของหน่วยงาน ไม่เกิน 300 ตัวอักษร เช่น measures/2568/ หรือ oit/2568/o27/",
            "คัดลอกส่วนท้ายของที่อยู่จากเบราว์เซอร์ ไม่ต้องมี https:// และไม่ขึ้นต้นด้วย /",
        ),
        "en": (
            "“{found}” is no address below the agency's home page",
            "300 characters at most, such as measures/2568/ or oit/2568/o27/",
            "Copy the end of the address, without https:// and without a slash at its start.",
        ),
    },
    "page-missing": {
        "th": (
            "เว็บไซต์นี้ไม่มีหน้า “{found}”",
            "ที่อยู่ของหน้าเว็บที่มีอยู่จริง",
            "แก้ที่อยู่{guess} หรือเพิ่มข้อมูลของหน้านั้น",
        ),
        "en": ("this site has no page “{found}”", "the address of a page", "Correct the address{guess}."),
    },
    "redirect-taken": {
        "th": (
            "“{found}” ยังเป็นหน้าที่มีอยู่ จึงส่งต่อไปหน้าอื่นไม่ได้",
            "ที่อยู่เก่าที่ไม่มีหน้าแล้ว",
            "ลบรายการส่งต่อนี้ หรือแก้ที่อยู่เก่า",
        ),
        "en": (
            "“{found}” is still a page and cannot lead elsewhere",
            "an old address without a page",
            "Delete this redirect, or correct the old address.",
        ),
    },
    "address-vanished": {
        "th": (
            "ที่อยู่ “{found}” ที่เผยแพร่หรือยื่นไว้แล้วจะหายไป ผู้ประเมินที่เปิดที่อยู่นี้จะไม่พบข้อมูล",
            "ทุกที่อยู่ที่เคยเผยแพร่ยังเปิดได้",
            "นำข้อมูลหรือแฟ้มเดิมกลับมา หรือระบุที่อยู่ใหม่ใต้ redirects: ใน agency.yml เช่น - {{old: {found}, new: ที่อยู่ใหม่}}{guess}",
        ),
        "en": (
            "the address “{found}”, published or filed before, would vanish",
            "every address that was published still opens",
            (
                "Bring the data or file back, or say where it went in agency.yml:"
                " redirects: [{{old: {found}, new: …}}]{guess}."
            ),
        ),
    },
    "agency-vanished": {
        "th": (
            "หน่วยงาน “{found}” ที่เผยแพร่อยู่ไม่มีในโฟลเดอร์ข้อมูลแล้ว ที่อยู่ทั้งหมดของหน่วยงานจะหายไป",
            "ทุกที่อยู่ที่เคยเผยแพร่ยังเปิดได้",
            "นำโฟลเดอร์ {found}/ กลับมาด้วยชื่อเดิม หรือถ้าหน่วยงานไม่อยู่ในเว็บไซต์นี้อีกต่อไป ให้เพิ่มใน site.yml: removed: [{found}]",
        ),
        "en": (
            "the agency “{found}”, which is published, is no longer in the data folder: all its addresses would vanish",
            "every address that was published still opens",
            "Bring its folder {found}/ back under its name; if it left for good, add to site.yml: removed: [{found}].",
        ),
    },
    "lock-line": {
        "th": (
            "บรรทัดนี้ของ urls.lock อ่านไม่ได้ ({found})",
            "หนึ่งบรรทัดต่อหนึ่งที่อยู่ ตามที่คำสั่ง prongsai lock เขียนให้",
            "ไม่ควรแก้แฟ้มนี้ด้วยมือ นำแฟ้มเดิมกลับมาจากประวัติของ git",
        ),
        "en": (
            "this line of urls.lock cannot be read ({found})",
            "one address a line, as prongsai lock writes them",
            "Do not edit this file by hand; restore it from the git history.",
        ),
    },
    "file-unused": {
        "th": (
            "แฟ้ม “{found}” ยังไม่มีข้อใดอ้างถึง จึงไม่ได้เผยแพร่",
            "แฟ้มที่มีข้อใดข้อหนึ่งใน disclosure.yml อ้างถึง",
            "อ้างถึงด้วย file: ใน evidence: ของข้อที่เกี่ยวข้อง หรือย้ายแฟ้มออก",
        ),
        "en": (
            "no item names the file “{found}”, so it is not published",
            "a file that disclosure.yml names",
            "Name it under evidence: of an item, or take it away.",
        ),
    },
    "hosting-size": {
        "th": (
            "แฟ้มแนบรวม {found} MB ใกล้ถึงขีดจำกัด {limit} MB ของเว็บไซต์",
            "ไม่เกินร้อยละ 80 ของขีดจำกัด",
            "ลดขนาดแฟ้มสแกน หรือย้ายแฟ้มปีเก่าไปไว้ที่อื่นแล้วใช้ link:",
        ),
        "en": (
            "attached files take {found} MB of the {limit} MB that the host allows",
            "at most 80 per cent of it",
            "Make scanned files smaller, or keep those of old years elsewhere and use link:.",
        ),
    },
    "framework-year": {
        "th": ("แฟ้ม {name}.yml เป็นเกณฑ์ของปี {found}", "fiscal_year: {name}", "แก้ชื่อแฟ้มหรือปีให้ตรงกัน"),
        "en": ("the file {name}.yml holds the framework of {found}", "fiscal_year: {name}", "Make them agree."),
    },
    "framework-weights": {
        "th": ("น้ำหนักของแบบวัดรวมกันได้ {found}", "1.00", "แก้น้ำหนักของแบบวัด"),
        "en": ("the weights of the instruments add up to {found}", "1.00", "Correct the weights."),
    },
    "framework-reference": {
        "th": ("อ้างถึง “{found}” ที่ไม่มีในเกณฑ์นี้", "{known}", "แก้รหัสให้ตรง หรือเพิ่มรายการที่อ้างถึง"),
        "en": ("“{found}” is not in this framework", "{known}", "Correct the code, or add what it names."),
    },
    "framework-sentence": {
        "th": (
            "ข้อความ nothing: ของข้อ {found} มีวงเล็บปีกกาที่ไม่รู้จัก",
            "{{period}} และ {{date}} เท่านั้น",
            "แก้คำในวงเล็บปีกกา หรือลบวงเล็บ",
        ),
        "en": (
            "the sentence nothing: of item {found} has unknown braces",
            "{{period}} and {{date}} only",
            "Correct what stands in the braces, or delete them.",
        ),
    },
    "framework-offset": {
        "th": ("ข้อนี้อ้างถึงปีที่ห่างจากปีของเกณฑ์ {found} ปี", "ตั้งแต่ {limit} ถึง 0", "แก้จำนวนปี เช่น -1 คือปีก่อน"),
        "en": (
            "this item is about a year {found} away from its own",
            "from {limit} to 0",
            "Correct it: -1 is the year before.",
        ),
    },
    "framework-duplicate": {
        "th": ("มี “{found}” ซ้ำในเกณฑ์", "รายการละหนึ่งครั้ง", "ลบรายการที่ซ้ำ"),
        "en": ("“{found}” twice in the framework", "each once", "Remove the one that is twice."),
    },
    "framework-ladder": {
        "th": ("ลำดับระดับผลการประเมินไม่ถูกต้องที่ “{found}”", "เรียงจากสูงไปต่ำ และระดับสุดท้ายเริ่มที่ 0", "เรียงระดับใหม่"),
        "en": (
            "the grade ladder is out of order at “{found}”",
            "highest first, the last one from 0",
            "Reorder the grades.",
        ),
    },
    "unknown-indicator": {
        "th": (
            "ไม่รู้จักตัวชี้วัด “{found}” ของปีนี้",
            "ชื่อหรือหมายเลขใดหมายเลขหนึ่ง: {known}",
            "แก้ชื่อหรือหมายเลข{guess} หากเอกสารพิมพ์ไว้เช่นนี้จริง ให้คงชื่อไว้และเพิ่ม indicator: ตามด้วยหมายเลขทางการ",
        ),
        "en": (
            "“{found}” is no indicator of this year",
            "one of: {known}",
            "Correct it{guess}; if the document prints it so, keep it and add indicator: with the official number.",
        ),
    },
    "row-of-nothing": {
        "th": ("แถวนี้ไม่บอกว่าเป็นตัวชี้วัดใด", "name: ชื่อตัวชี้วัด หรือ indicator: หมายเลข", "เพิ่มชื่อหรือหมายเลขของตัวชี้วัด"),
        "en": ("this row does not say which indicator it is about", "name: or indicator:", "Add its name or number."),
    },
    "duplicate-indicator": {
        "th": (
            "ตัวชี้วัดที่ {found} มีมากกว่าหนึ่งแถวในที่เดียวกันของเอกสาร",
            "ตัวชี้วัดละหนึ่งแถว",
            "ลบแถวที่ซ้ำ หรือแยกเป็นอีกรายการหนึ่งใน places",
        ),
        "en": (
            "indicator {found} twice in one place",
            "one row each",
            "Remove the second row, or make it another entry of places.",
        ),
    },
    "duplicate-place": {
        "th": ("มี id “{found}” ซ้ำในแฟ้มนี้", "id ไม่ซ้ำกัน", "ตั้ง id ใหม่"),
        "en": ("the id “{found}” twice in this file", "each id once", "Give one another id."),
    },
    "unknown-instrument": {
        "th": ("ไม่รู้จักแบบวัด “{found}”", "{known}", "แก้รหัสแบบวัด"),
        "en": ("unknown instrument “{found}”", "{known}", "Correct the code."),
    },
    "nothing-printed": {
        "th": ("ไม่มีคะแนนใดเลยในแฟ้มนี้", "คะแนนรวมหรือคะแนนตัวชี้วัดอย่างน้อยหนึ่งค่า", "ใส่คะแนนตามเอกสาร"),
        "en": ("there is not one score in this file", "the overall or at least one indicator", "Add the scores."),
    },
    "duplicate-choice": {
        "th": ("เลือกค่าของ “{found}” ไว้มากกว่าหนึ่งครั้ง", "รายการละหนึ่งค่า", "เก็บค่าที่เลือกไว้เพียงรายการเดียว"),
        "en": ("a value of “{found}” is chosen twice", "one each", "Keep one of them."),
    },
    "previous-year": {
        "th": (
            "ปีที่นำมาเปรียบเทียบ ({found}) ไม่ได้มาก่อนปี {year}",
            "ปีที่มาก่อนปี {year}",
            "แก้ปีในบรรทัด previous_year",
        ),
        "en": (
            "the year compared with ({found}) is not before {year}",
            "a year before {year}",
            "Correct previous_year.",
        ),
    },
    "previous-without-year": {
        "th": ("มีคะแนนปีก่อนหรือผลต่าง แต่ไม่ระบุว่าเป็นปีใด", "บรรทัด previous_year: …", "เพิ่ม previous_year ในรายการนี้"),
        "en": (
            "a previous score or difference without its year",
            "a line previous_year: …",
            "Add previous_year to this entry.",
        ),
    },
    "chosen-not-printed": {
        "th": ("ค่าที่เลือก ({found}) ไม่ตรงกับค่าใดที่เอกสารพิมพ์ไว้", "{known}", "เลือกค่าหนึ่งจากที่พิมพ์ไว้"),
        "en": ("the chosen value ({found}) is printed nowhere", "{known}", "Choose one of the printed values."),
    },
    "acknowledgement-lapsed": {
        "th": ("รายการรับทราบนี้ไม่ตรงกับสิ่งที่ตรวจพบขณะนี้ ({found})", "{known}", "ตรวจข้อมูลใหม่ แล้วแก้ค่าในรายการนี้หรือลบรายการนี้"),
        "en": (
            "this acknowledgement fits no present finding ({found})",
            "{known}",
            "Look at the data again, then correct the values here or delete the entry.",
        ),
    },
    "acknowledgement-settled": {
        "th": (
            "ไม่พบจุดที่ข้อมูลไม่ตรงกันตามรายการรับทราบนี้แล้ว ({found})",
            "เฉพาะรายการที่ยังตรวจพบ",
            "ลบรายการนี้",
        ),
        "en": (
            "nothing of what this acknowledges is found any more ({found})",
            "only what is found",
            "Delete the entry.",
        ),
    },
    "acknowledgement-document": {
        "th": ("ระบุว่าแก้ไขแล้วแต่ไม่อ้างเอกสาร", "บรรทัด document: …", "ระบุเอกสารที่แก้ไข"),
        "en": ("marked as corrected without a document", "a line document: …", "Name the correcting document."),
    },
    # --- cells of a filled form
    "cell-formula": {
        "th": ("ช่องนี้เป็นสูตร (ผลลัพธ์ “{found}”)", "ค่าที่พิมพ์เอง", "คัดลอกช่องนี้ แล้ววางแบบ ค่า (Paste values) ทับที่เดิม"),
        "en": ("the cell holds a formula (its result is “{found}”)", "a typed value", "Copy it and paste its value."),
    },
    "cell-error": {
        "th": ("ช่องนี้มีข้อผิดพลาดของ Excel ({found})", "ค่าที่พิมพ์เอง หรือช่องว่าง", "ลบสูตรในช่องนี้ แล้วพิมพ์ค่าตามเอกสาร"),
        "en": (
            "the cell holds an error of Excel ({found})",
            "a typed value, or nothing",
            "Delete it and type the value.",
        ),
    },
    "cell-invented-day": {
        "th": (
            "Excel เปลี่ยนค่าที่พิมพ์เป็นวันที่ ({found})",
            "ค่าตามเอกสาร",
            "จัดรูปแบบช่องนี้เป็น ข้อความ (Text) แล้วพิมพ์ค่าใหม่",
        ),
        "en": (
            "Excel made a date of what was typed ({found})",
            "the value as printed",
            "Format the cell as text, type it again.",
        ),
    },
    "cell-digits-lost": {
        "th": (
            "Excel ตัดตัวเลขยาวให้เหลือ {found} เลขท้ายหายไปแล้ว",
            "ตัวเลขครบทุกหลัก",
            "จัดรูปแบบช่องนี้เป็น ข้อความ (Text) แล้วพิมพ์ตัวเลขใหม่จากต้นฉบับ",
        ),
        "en": ("Excel cut a long number to {found}", "all of its digits", "Format the cell as text and type it again."),
    },
    "cell-inherited": {
        "th": (
            "ช่อง “{column}” รวมกับแถวบน จึงอ่านเป็น “{found}”",
            "ช่องที่เอกสารรวมไว้จริง",
            "ถ้าไม่ใช่ ให้ยกเลิกการผสานเซลล์แล้วใส่ค่าของแถวนี้",
        ),
        "en": (
            "“{column}” is merged with the row above: “{found}”",
            "a cell that the document merges",
            "Else unmerge it.",
        ),
    },
    "table-year": {
        "th": (
            "แฟ้มนี้ไม่ใช่แบบกรอก ITA จึงไม่รู้ว่าตารางเป็นของปีใด",
            "ปี พ.ศ. ของข้อมูลในตาราง: ปีของผลคะแนน ปีที่ดำเนินมาตรการ หรือปี ITA ของรายการ URL",
            "เพิ่ม --year เช่น --year 2568 หรือคัดลอกข้อมูลลงในแบบกรอกของปีนั้น",
        ),
        "en": (
            "this is no ITA form, so nobody can tell which year its tables are of",
            "the year of the result, of the measures, or of the list of addresses",
            "Add --year, like --year 2568, or copy the data into the form of that year.",
        ),
    },
    "table-agency": {
        "th": ("ตารางนี้ไม่ได้บอกว่าเป็นของหน่วยงานใด", "{known}", "เพิ่ม --agency ตามด้วยชื่อโฟลเดอร์ของหน่วยงาน"),
        "en": ("the table does not say whose it is", "{known}", "Add --agency and the agency's folder."),
    },
    "form-sheet-hidden": {
        "th": ("แผ่นงาน {found} ถูกซ่อนไว้", "แผ่นงานที่มองเห็น", "คลิกขวาที่แท็บแผ่นงาน เลือก เลิกซ่อน (Unhide) แล้วตรวจก่อนส่ง"),
        "en": ("the sheet {found} is hidden", "a sheet that can be seen", "Unhide it and look at it."),
    },
    "form-sheet-twice": {
        "th": ("แผ่นงาน {found} มีสองแผ่น", "แผ่นเดียว", "ลบแผ่นที่ไม่ใช้"),
        "en": ("the sheet {found} is there twice", "one", "Delete the one that does not count."),
    },
    "form-sheet-unknown": {
        "th": ("แผ่นงาน {found} ไม่ใช่ของแบบกรอกนี้", "{known}", "ย้ายข้อมูลไปแผ่นงานของแบบกรอก แล้วลบแผ่นนี้"),
        "en": ("the sheet {found} is not one of this form", "{known}", "Move what it says and delete it."),
    },
    "form-mixed": {
        "th": (
            "แผ่นงานนี้เป็นของ {found} แต่แผ่นอื่นเป็นของ {known}",
            "แบบกรอกของปีเดียวและหน่วยงานเดียว",
            "คัดลอกข้อมูลลงแบบกรอกของปีและหน่วยงานที่ถูกต้อง ไม่คัดลอกทั้งแผ่นงาน",
        ),
        "en": (
            "this sheet is of {found}, the others of {known}",
            "one year and agency",
            "Copy values, not whole sheets.",
        ),
    },
    "form-other-year": {
        "th": (
            "แบบกรอกนี้เป็นของ ITA ปี {found} แต่ข้อมูลในระบบมีถึงปี {known}",
            "แบบกรอกของปี {known}",
            "ใช้แบบกรอกของปี {known} หากตั้งใจแก้ข้อมูลปีก่อน ให้เพิ่ม --year {found}",
        ),
        "en": (
            "the form is of {found}, the data go up to {known}",
            "the form of {known}",
            "To change an old year, add --year {found}.",
        ),
    },
    "form-agency-missing": {
        "th": ("แถวที่สองของแผ่นงานไม่มีรหัสหน่วยงาน", "ชื่อหน่วยงานและรหัสในวงเล็บ", "ใช้แบบกรอกที่ดาวน์โหลดใหม่ ไม่ลบหัวแผ่นงาน"),
        "en": ("the second row does not name the agency", "its name, with its key in brackets", "Use a fresh form."),
    },
    "form-head-missing": {
        "th": ("ไม่พบแถวหัวตาราง (แถวที่ขึ้นต้นด้วย “{known}”)", "แถวหัวตารางตามแบบกรอก", "ใช้แบบกรอกที่ดาวน์โหลดใหม่ ไม่ลบหัวตาราง"),
        "en": ("the row of headings (it begins with “{known}”) is missing", "that row", "Use a fresh form."),
    },
    "form-label-missing": {
        "th": ("ไม่พบช่อง “{name}” เหนือตาราง", "ช่องตามแบบกรอก", "ใช้แบบกรอกที่ดาวน์โหลดใหม่ ไม่ลบหรือแก้ชื่อช่อง"),
        "en": ("the cell “{name}” above the table is missing", "the form's own labels", "Use a fresh form."),
    },
    "form-column-unknown": {
        "th": ("คอลัมน์ “{found}” ไม่มีในแบบกรอก{guess}", "{known}", "แก้ชื่อคอลัมน์กลับตามแบบกรอก หรือลบคอลัมน์ที่เพิ่ม"),
        "en": ("the form has no column “{found}”{guess}", "{known}", "Give it its name back, or delete it."),
    },
    "form-column-missing": {
        "th": ("ไม่พบคอลัมน์ “{name}”", "คอลัมน์ตามแบบกรอก", "ใช้แบบกรอกที่ดาวน์โหลดใหม่ ไม่ลบคอลัมน์ คอลัมน์ที่ไม่ใช้ให้เว้นว่าง"),
        "en": ("the column “{name}” is missing", "the form's own columns", "Use a fresh form; leave a column blank."),
    },
    "form-column-twice": {
        "th": ("คอลัมน์ “{found}” มีสองคอลัมน์", "คอลัมน์เดียว", "ลบคอลัมน์ที่ไม่ใช้"),
        "en": ("there are two columns “{found}”", "one", "Delete the one that does not count."),
    },
    "form-column-unnamed": {
        "th": ("ช่องนี้มีข้อความ แต่คอลัมน์ไม่มีหัว (“{found}”)", "ข้อความในคอลัมน์ของแบบกรอก", "ย้ายข้อความไปคอลัมน์ที่ถูก หรือลบ"),
        "en": (
            "“{found}” stands in a column without a heading",
            "text in the form's own columns",
            "Move or delete it.",
        ),
    },
    "form-choice": {
        "th": ("“{found}” ไม่มีในรายการให้เลือก", "{known}", "เลือกจากรายการในช่อง"),
        "en": ("“{found}” is none of the choices", "{known}", "Choose from the list in the cell."),
    },
    "form-pages": {
        "th": ("อ่านเลขหน้า “{found}” ไม่ได้", "องค์ประกอบ:หน้า คั่นด้วยจุลภาค เช่น 1:3, 2:8", "พิมพ์ตามตัวอย่าง"),
        "en": ("“{found}” are no pages", "component:page, like 1:3, 2:8", "Type them like the example."),
    },
    "form-row-unknown": {
        "th": ("ไม่มีตัวชี้วัดที่ “{found}”", "{known}", "ใช้แถวเดิมของแบบกรอก ไม่แก้เลขตัวชี้วัด"),
        "en": ("there is no indicator “{found}”", "{known}", "Use the form's own rows."),
    },
    "form-several-places": {
        "th": (
            "คะแนนของปีนี้บันทึกไว้หลายแห่งตามเอกสาร จึงเปลี่ยนเป็น “{found}” จากแบบกรอกไม่ได้",
            "ช่องตามที่แบบกรอกแสดงไว้",
            "แก้ในแฟ้ม {file} ที่ตำแหน่งของแต่ละแห่ง",
        ),
        "en": (
            "the scores are recorded place by place; “{found}” cannot come from the form",
            "the cell as it was",
            "Edit {file}.",
        ),
    },
    "form-measure-number": {
        "th": ("มาตรการ “{found}” ไม่มีเลขที่", "เลขที่ที่ยังไม่ได้ใช้ในปีนี้", "ใส่เลขที่ในคอลัมน์ เลขที่ เลขนี้ใช้ตลอดไป"),
        "en": (
            "the measure “{found}” has no number",
            "a number that is free in this year",
            "Number it; the number stays for good.",
        ),
    },
    "form-measure-unknown": {
        "th": ("ไม่มีมาตรการเลขที่ “{found}” ใน {file}", "{known}", "ใช้แถวเดิมของแบบกรอก หรือนำเข้ามาตรการของปีนั้นก่อน"),
        "en": (
            "{file} has no measure “{found}”",
            "{known}",
            "Use the form's rows, or import that year's measures first.",
        ),
    },
    "form-document-title": {
        "th": ("มีข้อมูลของเอกสาร (“{found}”) แต่ไม่มีชื่อเอกสาร", "ชื่อเอกสารตามที่พิมพ์บนปก", "ใส่ชื่อเอกสาร หรือล้างช่องอื่นของเอกสาร"),
        "en": (
            "the document (“{found}”) has no title",
            "its title as printed",
            "Give the title, or clear the other cells.",
        ),
    },
    "form-item-unknown": {
        "th": ("ไม่มีข้อ “{found}” ในรายการของปีนี้", "{known}", "ใส่เลขข้อตามรายการของปี เช่น O27"),
        "en": ("the list of this year has no item “{found}”", "{known}", "Give the code of an item, like O27."),
    },
    "form-item-twice": {
        "th": ("“{column}” ของข้อเดียวกันมีสองค่า (“{found}”)", "ค่าเดียว ที่แถวแรกของข้อ", "คงไว้แถวเดียว แล้วล้างอีกช่อง"),
        "en": (
            "“{column}” of one item has two values (“{found}”)",
            "one, in its first row",
            "Keep one and clear the other.",
        ),
    },
    "form-handbook": {
        "th": ("ยืนยันว่าเทียบกับคู่มือแล้ว แต่ไม่ได้บอกว่าคู่มือใด", "ชื่อคู่มือ ปี และวันที่เผยแพร่", "ใส่ชื่อคู่มือในช่องถัดไป"),
        "en": (
            "the list is said to be compared, but not with what",
            "the handbook's name and date",
            "Name the handbook.",
        ),
    },
    # --- the finished tree: faults of the program
    "audit-file": {
        "th": ("แฟ้มชนิดที่เผยแพร่ไม่ได้ ({found})", "แฟ้มธรรมดา", "แจ้งผู้พัฒนา"),
        "en": ("a kind of file that cannot be published ({found})", "a regular file", "Report this."),
    },
    "audit-missing": {
        "th": ("ไม่มีหน้าที่ควรมี", "หน้านี้", "แจ้งผู้พัฒนา"),
        "en": ("a page is missing", "this page", "Report this."),
    },
    "audit-unexpected": {
        "th": ("มีแฟ้มหรือหน้าที่ไม่ควรมี", "เฉพาะที่วางแผนไว้", "แจ้งผู้พัฒนา"),
        "en": ("a file or page that nobody planned", "only what is planned", "Report this."),
    },
    "audit-duplicate-id": {
        "th": ("id “{found}” ซ้ำในหน้าเดียว", "id ไม่ซ้ำ", "แจ้งผู้พัฒนา"),
        "en": ("the id “{found}” twice on a page", "each id once", "Report this."),
    },
    "audit-template": {
        "th": ("มีรหัสแม่แบบค้างในหน้า ({found})", "ข้อความที่แสดงผลแล้ว", "แจ้งผู้พัฒนา"),
        "en": ("template syntax left on the page ({found})", "rendered text", "Report this."),
    },
    "audit-element": {
        "th": ("องค์ประกอบ <{found}> ไม่อยู่ในรายการที่อนุญาต", "องค์ประกอบที่อนุญาต", "แจ้งผู้พัฒนา"),
        "en": ("the element <{found}> is on no list", "a known element", "Report this."),
    },
    "audit-attribute": {
        "th": ("คุณสมบัติ {found} ไม่อยู่ในรายการที่อนุญาต", "คุณสมบัติที่อนุญาต", "แจ้งผู้พัฒนา"),
        "en": ("the attribute {found} is on no list", "a known attribute", "Report this."),
    },
    "audit-script": {
        "th": ("สคริปต์ที่ไม่รู้จัก ({found})", "สคริปต์ของธีมเท่านั้น", "แจ้งผู้พัฒนา"),
        "en": ("an unknown script ({found})", "only the theme's scripts", "Report this."),
    },
    "audit-policy": {
        "th": ("ข้อกำหนดความปลอดภัยของหน้าไม่ถูกต้อง ({found})", "ข้อกำหนดที่เข้มงวด หนึ่งข้อต่อหน้า", "แจ้งผู้พัฒนา"),
        "en": ("the page's security policy is wrong ({found})", "the strict one, once a page", "Report this."),
    },
    "audit-address": {
        "th": ("ที่อยู่ {found} ไม่ใช่ชนิดที่อนุญาต", "ที่อยู่ในเว็บไซต์นี้ หรือ https", "แจ้งผู้พัฒนา"),
        "en": ("the address {found} is of a kind on no list", "an address of this site, or https", "Report this."),
    },
    "audit-link": {
        "th": ("ลิงก์ {found} ไม่มีปลายทาง", "หน้าหรือแฟ้มที่มีอยู่", "แจ้งผู้พัฒนา"),
        "en": ("the link {found} leads nowhere", "a page or file that is there", "Report this."),
    },
    "audit-anchor": {
        "th": ("ลิงก์ {found} ไม่มีตำแหน่งปลายทางในหน้า", "id ที่มีอยู่", "แจ้งผู้พัฒนา"),
        "en": ("the link {found} names no place on its page", "an id that is there", "Report this."),
    },
    # --- tables that clerks have: workbooks, CSV, Word
    "grid-kind": {
        "th": (
            "อ่านแฟ้มชนิดนี้ไม่ได้ (นามสกุล “{found}”)",
            "แฟ้มนามสกุล {known}",
            "เปิดแฟ้มด้วยโปรแกรมที่สร้างแฟ้มนี้ แล้วบันทึกเป็น (Save as) Excel (.xlsx), CSV หรือ Word (.docx)",
        ),
        "en": (
            "a file of this kind cannot be read (suffix “{found}”)",
            "a file that ends in {known}",
            "Open it in the program that made it and save it as Excel (.xlsx), CSV or Word (.docx).",
        ),
    },
    "grid-old": {
        "th": (
            "แฟ้มเป็นรูปแบบเก่าของ Excel หรือ Word (นามสกุล “{found}”) ซึ่งอ่านไม่ได้",
            "แฟ้ม .xlsx หรือ .docx",
            "เปิดแฟ้มใน Excel หรือ Word เลือก บันทึกเป็น (Save as) แล้วเลือกชนิด .xlsx หรือ .docx (เปลี่ยนเฉพาะนามสกุลของแฟ้มไม่พอ)",
        ),
        "en": (
            "the file is of the old form of Excel or Word (suffix “{found}”), which cannot be read",
            "a file .xlsx or .docx",
            "Open it in Excel or Word, choose Save as, and pick .xlsx or .docx; changing the suffix is not enough.",
        ),
    },
    "grid-macro": {
        "th": (
            "แฟ้มมีมาโคร (โปรแกรมที่ทำงานเองเมื่อเปิดแฟ้ม) จึงไม่อ่าน",
            "แฟ้มที่ไม่มีมาโคร",
            "เปิดแฟ้มใน Excel หรือ Word เลือก บันทึกเป็น (Save as) แล้วเลือกชนิด .xlsx หรือ .docx ที่ไม่มีมาโคร",
        ),
        "en": (
            "the file holds macros (programs that run when it is opened), so it is not read",
            "a file without macros",
            "Open it in Excel or Word, choose Save as, and pick .xlsx or .docx without macros.",
        ),
    },
    "grid-picture": {
        "th": (
            "แฟ้มเป็น PDF หรือรูปภาพ (“{found}”) ซึ่งอ่านตารางข้างในไม่ได้",
            "แฟ้ม Excel (.xlsx), CSV หรือ Word (.docx)",
            "พิมพ์ตัวเลขและข้อความจากเอกสารลงในแบบกรอก หรือใช้แฟ้ม Excel หรือ Word ต้นฉบับของตารางนี้",
        ),
        "en": (
            "the file is a PDF or a picture (“{found}”), whose tables cannot be read",
            "a file of Excel (.xlsx), CSV or Word (.docx)",
            "Type what the document says into the form, or use the Excel or Word file that the table was made in.",
        ),
    },
    "grid-lock": {
        "th": (
            "แฟ้มนี้เป็นแฟ้มชั่วคราวที่ Office สร้างไว้ขณะเปิดแฟ้มจริงอยู่ (ชื่อขึ้นต้นด้วย ~$)",
            "แฟ้มจริงที่ชื่อเหมือนกันแต่ไม่มี ~$",
            "บันทึกและปิด Excel หรือ Word ก่อน แล้วใช้แฟ้มจริงแทน ไม่ต้องส่งแฟ้มชั่วคราวนี้",
        ),
        "en": (
            "Office keeps this file while the real one is open (its name begins with ~$)",
            "the real file, of the same name without ~$",
            "Save and close Excel or Word, use the real file, and leave this one out.",
        ),
    },
    "grid-encrypted": {
        "th": (
            "แฟ้มมีรหัสผ่าน จึงอ่านไม่ได้",
            "แฟ้มที่เปิดได้โดยไม่ต้องใช้รหัสผ่าน",
            "เปิดแฟ้มด้วยรหัสผ่าน เลือก ไฟล์ > ข้อมูล > ป้องกัน > เข้ารหัสด้วยรหัสผ่าน ลบรหัสผ่านให้ว่าง แล้วบันทึกใหม่",
        ),
        "en": (
            "the file has a password, so it cannot be read",
            "a file that opens without a password",
            "Open it, choose File > Info > Protect > Encrypt with Password, empty the password, and save it again.",
        ),
    },
    "grid-content": {
        "th": (
            "เนื้อหาในแฟ้ม “{found}” ไม่ใช่ {kind} ตามนามสกุลของแฟ้ม",
            "แฟ้มที่เนื้อหาตรงกับนามสกุล",
            "เปิดแฟ้มด้วยโปรแกรมที่สร้างแฟ้มนี้ แล้วบันทึกใหม่เป็น {kind} (การเปลี่ยนนามสกุลอย่างเดียวไม่ทำให้ชนิดของแฟ้มเปลี่ยน)",
        ),
        "en": (
            "what “{found}” holds is not {kind}, as its name says",
            "a file whose content is what its name says",
            "Open it in the program that made it and save it as {kind}; another suffix does not make another kind.",
        ),
    },
    "grid-broken": {
        "th": (
            "อ่านแฟ้ม {kind} นี้ไม่ได้ แฟ้มอาจเสียหาย ไม่ครบ หรือใหญ่ผิดปกติเมื่อคลายการบีบอัด",
            "แฟ้ม {kind} ที่สมบูรณ์",
            "ลองเปิดแฟ้มดู หากเปิดได้ให้บันทึกใหม่เป็นแฟ้มชนิดปกติ หากเปิดไม่ได้ให้คัดลอกใหม่จากต้นฉบับ",
        ),
        "en": (
            "this {kind} file cannot be read: it is damaged, incomplete, or far too large when unpacked",
            "a whole {kind} file",
            "Open it. If that works, save it once more as the usual kind; if not, copy it again from the original.",
        ),
    },
    "grid-empty": {
        "th": ("แฟ้มไม่มีข้อมูลอยู่เลย", "ตารางที่มีข้อมูล", "ตรวจว่าบันทึกแฟ้มแล้ว และเลือกแฟ้มถูกต้อง"),
        "en": ("the file holds nothing", "a table that says something", "See that it was saved, and is the right one."),
    },
    "grid-rows": {
        "th": (
            "ตารางมีข้อมูลถึงแถวที่ {found} ซึ่งมากเกินไป",
            "ไม่เกิน {limit} แถว",
            "ตรวจว่าเลือกแฟ้มถูกต้อง หรือเลือกแถวท้ายตารางที่ไม่ใช้ (รวมช่องที่มีเพียงช่องว่าง) คลิกขวา ลบ แล้วบันทึก",
        ),
        "en": (
            "the table goes down to row {found}, which is too many",
            "at most {limit} rows",
            "See that it is the right file; or select the rows below the table, delete them, and save.",
        ),
    },
    "grid-cells": {
        "th": (
            "แฟ้มมี {found} ช่อง ซึ่งมากเกินไป",
            "ไม่เกิน {limit} ช่อง",
            "เลือกแถวและคอลัมน์นอกตารางที่ไม่ใช้ คลิกขวา ลบ แล้วบันทึก",
        ),
        "en": (
            "the file has {found} cells, which is too many",
            "at most {limit} cells",
            "Select the rows and columns outside of the table, delete them, and save.",
        ),
    },
    "grid-long": {
        "th": (
            "ช่องนี้มีข้อความ {found} ตัวอักษร ซึ่งยาวเกินไป",
            "ไม่เกิน {limit} ตัวอักษรในหนึ่งช่อง",
            'ตรวจว่าวางข้อความผิดช่อง หรือเปิดเครื่องหมายคำพูด " แล้วไม่ได้ปิดหรือไม่',
        ),
        "en": (
            "this cell holds {found} letters, which is too many",
            "at most {limit} letters in a cell",
            "Look for text that was pasted into the wrong cell, or a quotation mark that was not closed.",
        ),
    },
    "grid-quote": {
        "th": (
            'เครื่องหมายคำพูด " เปิดแล้วไม่ได้ปิด ข้อความหลังจากนี้จึงปนกัน (“{found}”)',
            "เครื่องหมายคำพูดเป็นคู่",
            "เปิดแฟ้มใน Excel ตรวจช่องนี้ แล้วบันทึกเป็น .xlsx หรือ CSV อีกครั้ง หรือลบเครื่องหมายคำพูดที่เกินมา",
        ),
        "en": (
            "a quotation mark is not closed, so that what follows runs together (“{found}”)",
            "quotation marks in pairs",
            "Open the file in Excel, look at this cell and save it as .xlsx or CSV again, or delete the extra mark.",
        ),
    },
    "grid-encoding": {
        "th": (
            "อ่านตัวอักษรในแฟ้มไม่ได้ แฟ้มบันทึกด้วยรหัสอักขระที่ไม่รู้จัก หรือข้อความไทยเสียไปแล้ว",
            "แฟ้มที่บันทึกเป็น UTF-8",
            "เปิดแฟ้มต้นฉบับใน Excel เลือก บันทึกเป็น (Save as) ชนิด “CSV UTF-8” หรือ .xlsx แล้วตรวจว่าอ่านภาษาไทยได้",
        ),
        "en": (
            "the letters of the file cannot be read: its encoding is unknown, or its Thai is already spoilt",
            "a file saved as UTF-8",
            "Open the original in Excel, save it as “CSV UTF-8” or .xlsx, and see that its Thai can be read.",
        ),
    },
    "grid-no-table": {
        "th": (
            "เอกสาร Word ไม่มีตาราง",
            "ตารางอย่างน้อยหนึ่งตาราง",
            "จัดข้อมูลเป็นตาราง (แทรก > ตาราง) หรือพิมพ์ลงในแบบกรอก ตารางที่เป็นรูปภาพอ่านไม่ได้",
        ),
        "en": (
            "the Word document has no table",
            "at least one table",
            "Put the data into a table (Insert > Table), or type them into the form; pictures cannot be read.",
        ),
    },
    "grid-hidden-sheet": {
        "th": ("ชีต “{found}” ซ่อนอยู่แต่มีข้อมูล", "ชีตที่มองเห็น", "คลิกขวาที่แถบชื่อชีต เลือก ยกเลิกการซ่อน (Unhide) แล้วตรวจข้อมูล"),
        "en": (
            "the sheet “{found}” is hidden but holds data",
            "a sheet that is seen",
            "Unhide it and look at its data.",
        ),
    },
    "grid-hidden-rows": {
        "th": (
            "แถวที่ {found} ซ่อนอยู่แต่มีข้อมูล (“{text}”)",
            "แถวที่มองเห็น",
            "เลือกแถวข้างเคียง คลิกขวา เลือก ยกเลิกการซ่อน (Unhide) หรือล้างตัวกรอง แล้วตรวจข้อมูล",
        ),
        "en": (
            "row {found} is hidden but holds data (“{text}”)",
            "rows that are seen",
            "Select the rows around it and unhide it, or clear the filter, and look at its data.",
        ),
    },
    "grid-hidden-columns": {
        "th": (
            "คอลัมน์ {found} ซ่อนอยู่แต่มีข้อมูล (“{text}”)",
            "คอลัมน์ที่มองเห็น",
            "เลือกคอลัมน์ข้างเคียง คลิกขวา เลือก ยกเลิกการซ่อน (Unhide) แล้วตรวจข้อมูล",
        ),
        "en": (
            "column {found} is hidden but holds data (“{text}”)",
            "columns that are seen",
            "Select the columns around it, unhide it, and look at its data.",
        ),
    },
    "grid-digits": {
        "th": (
            "ตัวเลข “{found}” ยาวเกินกว่าที่โปรแกรมตารางเก็บได้ เลขท้ายอาจหายไปแล้ว",
            "เลขยาว เช่น เลขที่หนังสือหรือหมายเลขโทรศัพท์ ที่เก็บเป็นข้อความ",
            "จัดรูปแบบช่องเป็นข้อความ (Text) แล้วพิมพ์ใหม่จากเอกสาร",
        ),
        "en": (
            "the number “{found}” is longer than a spreadsheet keeps; its last digits may be lost",
            "long numbers, such as of letters or phones, kept as text",
            "Format the cell as Text and type it again from the document.",
        ),
    },
    "grid-century": {
        "th": (
            "วันที่ “{found}” น่าจะพิมพ์ปีไว้สองหลัก แล้วโปรแกรมตารางเข้าใจว่าเป็น ค.ศ. {year}",
            "วันที่ที่พิมพ์ปี พ.ศ. ครบสี่หลัก",
            "พิมพ์วันที่ใหม่ให้ปีครบสี่หลัก เช่น 30 กันยายน 2568",
        ),
        "en": (
            "the day “{found}” was probably typed with two digits of a year, taken for {year} of the common era",
            "a day with the four digits of its Buddhist year",
            "Type it again with all four digits of the year, such as 30/9/2568.",
        ),
    },
    "grid-reversed": {
        "th": (
            "ช่องนี้มีอักขระสลับทิศทางข้อความ สิ่งที่เห็นอาจไม่ตรงกับที่อ่านได้ คือ “{found}”",
            "ข้อความปกติ",
            "ลบข้อความในช่องนี้ แล้วพิมพ์ใหม่",
        ),
        "en": (
            "characters that reverse the text direction: what is seen may not be what is read, “{found}”",
            "plain text",
            "Delete the text of this cell and type it again.",
        ),
    },
    "grid-encoding-read": {
        "th": (
            "แฟ้มบันทึกเป็น Windows-874 (ANSI) บรรทัดแรกอ่านได้ว่า “{found}”",
            "แฟ้มที่บันทึกเป็น UTF-8",
            "ตรวจว่าข้อความข้างต้นถูกต้อง หากถูกต้องไม่ต้องทำอะไร หากไม่ถูกต้องให้บันทึกใหม่เป็น “CSV UTF-8”",
        ),
        "en": (
            "the file is Windows-874 (ANSI); its first line reads “{found}”",
            "a file saved as UTF-8",
            "If that is right, there is nothing to do; if not, save the file again as “CSV UTF-8”.",
        ),
    },
    "grid-ragged": {
        "th": (
            "บรรทัดนี้มี {found} ช่อง มากกว่าบรรทัดอื่นซึ่งมี {usual} ช่อง อาจมีจุลภาคอยู่ในข้อความหรือตัวเลข",
            "{usual} ช่องเท่ากันทุกบรรทัด",
            "บันทึกเป็น .xlsx แทน หรือใส่เครื่องหมายคำพูดคร่อมข้อความที่มีจุลภาค และไม่ใส่จุลภาคคั่นหลักพัน",
        ),
        "en": (
            "this line has {found} cells, more than the {usual} of others: perhaps a comma within a text or number",
            "{usual} cells in every line",
            "Save it as .xlsx, or put texts with commas into quotation marks, and no commas into numbers.",
        ),
    },
    "grid-revisions": {
        "th": (
            "เอกสารมีการแก้ไขที่ยังไม่ได้ยอมรับ (ติดตามการเปลี่ยนแปลง) จึงอ่านเหมือนยอมรับทั้งหมดแล้ว เช่น “{found}”",
            "เอกสารฉบับสุดท้าย",
            "เปิดใน Word เลือก รีวิว > ยอมรับการเปลี่ยนแปลงทั้งหมด แล้วบันทึก หรือตรวจว่าข้อความที่อ่านได้ถูกต้อง",
        ),
        "en": (
            "the document has changes that nobody accepted yet; it was read as if all were, such as “{found}”",
            "the final document",
            "In Word choose Review > Accept All Changes and save, or see that the texts are right.",
        ),
    },
    "grid-numbering": {
        "th": (
            "เลขลำดับอัตโนมัติของ Word หน้าข้อความนี้อ่านไม่ได้ จึงไม่มีเลขนำหน้า “{found}”",
            "เลขลำดับที่พิมพ์เอง หรือเลขลำดับแบบ 1. หรือ ๑.",
            "ตรวจข้อความนี้ แล้วพิมพ์เลขลำดับเองหากต้องการ",
        ),
        "en": (
            "Word's automatic number before this text cannot be read, so “{found}” has none",
            "numbers typed by hand, or a list numbered by digits",
            "Look at this text, and type the number where it is wanted.",
        ),
    },
    # --- what tables say
    "table-unknown": {
        "th": (
            "ไม่รู้ว่าตารางนี้เป็นตารางใด (แถวแรกคือ “{found}”)",
            "ตารางคะแนนรายตัวชี้วัด ตารางคะแนนของหลายหน่วยงาน ตารางมาตรการ หรือรายการที่อยู่เว็บของข้อ OIT",
            "เพิ่มแถวหัวตารางที่บอกว่าแต่ละคอลัมน์คืออะไร เช่น ตัวชี้วัด คะแนน ผู้รับผิดชอบ หรือพิมพ์ลงในแบบกรอก",
        ),
        "en": (
            "this table is of no known shape (its first row says “{found}”)",
            "scores by indicator, scores of many agencies, measures, or addresses of OIT items",
            "Add a row that names the columns, or type the data into the form.",
        ),
    },
    "table-error": {
        "th": ("ช่องนี้มีสูตรที่คำนวณไม่ได้ ({found})", "ตัวเลข", "แก้สูตรใน Excel หรือพิมพ์ตัวเลขตามเอกสารแทน"),
        "en": ("the formula of this cell fails ({found})", "a number", "Mend the formula, or type the number."),
    },
    "table-day": {
        "th": (
            "ช่องนี้เป็นวันที่ ({found}) เพราะโปรแกรมตารางแปลงตัวเลขที่พิมพ์ไว้",
            "ตัวเลขเช่น 88.53",
            "จัดรูปแบบช่องเป็นข้อความ (Text) แล้วพิมพ์ตัวเลขใหม่ตามเอกสาร",
        ),
        "en": (
            "this cell is a day ({found}): the spreadsheet made one of what was typed",
            "a number such as 88.53",
            "Format the cell as Text and type the number again.",
        ),
    },
    "score-columns": {
        "th": (
            "ตารางมีคอลัมน์ตัวเลขหลายคอลัมน์ ({found}) จึงไม่รู้ว่าคอลัมน์ใดเป็นคะแนนปี {year}",
            "หัวคอลัมน์ที่บอกปี เช่น คะแนนปี {year}",
            "เติมปีในหัวคอลัมน์ หรือลบคอลัมน์ที่ไม่ใช้ แล้วนำเข้าใหม่",
        ),
        "en": (
            "several columns hold figures ({found}); which has the scores of {year} is not said",
            "a heading with the year {year}",
            "Write the year into the heading, or delete the other columns.",
        ),
    },
    "score-name": {
        "th": (
            "มีคะแนนของ “{found}” ซึ่งไม่ใช่ชื่อตัวชี้วัดของปีนี้",
            "ชื่อตัวชี้วัดตามเกณฑ์การประเมิน",
            "แก้ชื่อให้ตรงกับเกณฑ์{guess} หรือลบแถวนี้หากไม่ใช่คะแนน",
        ),
        "en": (
            "a score of “{found}”, which is no indicator of this year",
            "the name of an indicator",
            "Correct the name{guess}, or delete the row if it is no score.",
        ),
    },
    "score-twice": {
        "th": ("“{found}” มีคะแนนสองแถว (แถวแรกอยู่ที่ {first})", "ตัวชี้วัดละหนึ่งแถว", "ลบหรือแก้แถวที่ผิด"),
        "en": ("“{found}” has two rows of scores (the first at {first})", "a row each", "Delete or mend one of them."),
    },
    "agency-twice": {
        "th": (
            "หน่วยงาน “{found}” มีสองแถว (แถวแรกอยู่ที่ {first})",
            "หน่วยงานละหนึ่งแถว",
            "ลบแถวที่ซ้ำ หรือหากเป็นคนละหน่วยงานที่ชื่อเหมือนกัน ให้ลบแถวของหน่วยงานที่ไม่อยู่ในเว็บไซต์นี้",
        ),
        "en": (
            "the agency “{found}” has two rows (the first at {first})",
            "a row each",
            "Delete one; of two agencies of the same name, the one that is not on this site.",
        ),
    },
    "measures-headings": {
        "th": (
            "ตารางมาตรการไม่มีแถวหัวตาราง (แถวแรกคือ “{found}”)",
            "แถวแรกที่บอกชื่อคอลัมน์ เช่น {wanted}",
            "แทรกแถวบนสุดของตาราง แล้วพิมพ์ชื่อคอลัมน์เหนือข้อมูลแต่ละคอลัมน์",
        ),
        "en": (
            "the table of measures has no headings (its first row says “{found}”)",
            "a first row that names the columns, such as {wanted}",
            "Insert a row above the table and name each column.",
        ),
    },
    "address-without-item": {
        "th": ("ไม่รู้ว่าที่อยู่ {found} เป็นของข้อใด", "เลขข้อ เช่น O27 ในแถวเดียวกัน", "พิมพ์เลขข้อหน้าที่อยู่นี้"),
        "en": (
            "the item of the address {found} is not said",
            "an item such as O27 in its row",
            "Type the item before it.",
        ),
    },
}

# Messages whose `found` and details are words of ours (or of the YAML parser) rather than of the file.
SPOKEN: Final = frozenset({"audit-file", "file-kind", "wrong-kind", "yaml-syntax"})

WORDS: Final[dict[str, dict[str, str]]] = {
    "th": {
        "mapping": "กลุ่มข้อมูลแบบ “ชื่อ: ค่า”",
        "sequence": "รายการที่ขึ้นต้นบรรทัดด้วย -",
        "scalar": "ข้อความหรือตัวเลขในบรรทัดเดียว",
        "symlink": "ลิงก์ (symlink)",
        "directory": "โฟลเดอร์",
        "special": "แฟ้มพิเศษ",
        "unreadable": "อ่านไม่ได้",
        "guess": " (อาจหมายถึง {})",
        "otherwise": "อ่านบรรทัดนี้ไม่ได้",
        "could not find expected ':'": "ไม่พบเครื่องหมาย : หลังชื่อ",
        "did not find expected key": "ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า",
        "did not find expected '-' indicator": "รายการนี้ไม่ได้ขึ้นต้นด้วย -",
        "did not find expected ',' or ']'": "ไม่พบวงเล็บปิด ] หรือเครื่องหมาย ,",
        "did not find expected ',' or '}'": "ไม่พบวงเล็บปิด } หรือเครื่องหมาย ,",
        "did not find expected node content": "ไม่พบค่าที่ควรอยู่ตรงนี้",
        "mapping values are not allowed in this context": "มีเครื่องหมาย : ในตำแหน่งที่ไม่ควรมี หรือบรรทัดนี้ย่อหน้าลึกเกินไป",
        "block sequence entries are not allowed in this context": "มีเครื่องหมาย - ในตำแหน่งที่ไม่ควรมี",
        "found unexpected end of stream": "เครื่องหมายคำพูดหรือวงเล็บเปิดแล้วไม่ได้ปิด",
        "found unexpected document indicator": "เครื่องหมายคำพูดเปิดแล้วไม่ได้ปิด",
        "found character that cannot start any token": "มีอักขระที่ขึ้นต้นค่าไม่ได้",
        "found unknown escape character": "เครื่องหมาย \\ ในเครื่องหมายคำพูดใช้ไม่ถูกต้อง",
        "key-not-text": "ชื่อหน้าเครื่องหมาย : ไม่ใช่ข้อความ",
    },
    "en": {
        "mapping": "a group of lines “name: value”",
        "sequence": "a list of lines that begin with -",
        "scalar": "one text or number",
        "symlink": "a link",
        "directory": "a folder",
        "special": "a special file",
        "unreadable": "unreadable",
        "guess": " (perhaps {})",
        "key-not-text": "a name before the colon that is not text",
    },
}
