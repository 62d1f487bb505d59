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
        "th": ("แฟ้มว่างเปล่า", "ข้อมูลอย่างน้อยหนึ่งรายการ", "ใส่ข้อมูล หรือลบแฟ้มนี้"),
        "en": ("the file is empty", "at least one entry", "Fill it in or delete the file."),
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
        "th": ("“{found}” ไม่ใช่ที่อยู่เว็บที่ใช้ได้", "ที่อยู่เว็บที่ขึ้นต้นด้วย https://", "คัดลอกที่อยู่เต็มจากเบราว์เซอร์"),
        "en": ("“{found}” is no web address to use", "an address that begins with https://", "Copy the full address."),
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
            "แก้ชื่อโฟลเดอร์ปี หรือ assessed: ใน measures.yml หรือเพิ่มแฟ้มเกณฑ์ของปีนั้น",
        ),
        "en": (
            "there is no framework for the fiscal year {found}",
            "a year of {known}, or a file data/frameworks/{found}.yml",
            "Correct the year of the folder, or assessed: in measures.yml, or add that framework.",
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
    "no-year": {
        "th": ("หน่วยงานนี้ยังไม่มีโฟลเดอร์ปี", "โฟลเดอร์ชื่อปี พ.ศ. เช่น 2568 ที่มีแฟ้ม scores.yml", "สร้างโฟลเดอร์ปีพร้อมแฟ้มคะแนน"),
        "en": ("this agency has no year", "a folder named for a year, such as 2568, with scores.yml", "Make one."),
    },
    "empty-year": {
        "th": ("โฟลเดอร์ปีนี้ยังไม่มีแฟ้มข้อมูล", "แฟ้มอย่างน้อยหนึ่งแฟ้ม: {known}", "เพิ่มแฟ้ม หรือลบโฟลเดอร์นี้"),
        "en": ("this year has no file of data", "at least one of {known}", "Add one, or delete the folder."),
    },
    "no-scores": {
        "th": (
            "หน่วยงานนี้ยังไม่มีผลการประเมินของปีใดเลย",
            "แฟ้ม scores.yml อย่างน้อยหนึ่งปี",
            "เพิ่มแฟ้ม scores.yml ในโฟลเดอร์ของปีที่ได้รับการประเมิน",
        ),
        "en": (
            "this agency has no result of any year",
            "scores.yml in at least one year",
            "Add scores.yml to the folder of a year that was assessed.",
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
