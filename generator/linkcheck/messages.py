"""What the self-check says of each kind of fault: what is seen, and what to do. {detail} is the verdict's."""

from generator.problems import Language

MESSAGES: dict[str, dict[Language, tuple[str, str]]] = {
    "page-gone": {
        "th": (
            "ลิงก์ไปหน้าหรือแฟ้มที่ไม่มีในเว็บไซต์",
            "แก้ลิงก์ในแฟ้มข้อมูล หรือสั่ง prongsai build ใหม่",
        ),
        "en": (
            "it leads to a page or file that the site does not have",
            "mend the link, or run prongsai build again",
        ),
    },
    "anchor-gone": {
        "th": ("ลิงก์ไปหัวข้อที่ไม่มีในหน้า", "แก้ส่วนหลังเครื่องหมาย # ของลิงก์"),
        "en": (
            "it leads to a heading that the page does not have",
            "mend what stands behind the #",
        ),
    },
    "lock-gone": {
        "th": (
            "ที่อยู่ถาวรไม่มีในเว็บไซต์ที่สร้างไว้",
            "คืนข้อมูลของหน้านั้น หรือเพิ่ม redirects ใน agency.yml ให้ที่อยู่เดิมนำไปที่ใหม่",
        ),
        "en": (
            "a locked address is not in the built site",
            "bring its data back, or add a redirect to agency.yml",
        ),
    },
    "file-kind": {
        "th": ("เนื้อหาของแฟ้มแนบไม่ใช่ชนิดตามนามสกุล", "เปิดแฟ้มดู แล้วแทนด้วยแฟ้มที่ถูกต้อง"),
        "en": ("the file is not of the kind that its name says", "open it, and put the right one in its place"),
    },
    "file-html": {
        "th": (
            "แฟ้มแนบเป็นหน้าเว็บ ไม่ใช่ชนิดตามนามสกุล มักเกิดจากการดาวน์โหลดที่ผิดพลาด",
            "ดาวน์โหลดแฟ้มใหม่จากต้นทาง เปิดดูให้แน่ใจ แล้วแทนแฟ้มเดิม",
        ),
        "en": ("the file is a web page, whatever its name says", "download it again, open it, and put it in its place"),
    },
    "eit-over": {
        "th": (
            "แบบวัด EIT ปิดรับแล้วเมื่อ {detail}",
            "เมื่อมีลิงก์ของปีใหม่ ให้แก้ eit ใน agency.yml หรือลบออกหากไม่ใช้แล้ว",
        ),
        "en": (
            "the EIT questionnaire closed on {detail}",
            "put the link of the new year into agency.yml, or take eit out",
        ),
    },
    "due-over": {
        "th": (
            "เลยกำหนด {detail} แล้ว",
            "เปิดเผยข้อมูลที่เหลือ หรือแก้วันกำหนด (due) ใน disclosure.yml",
        ),
        "en": (
            "the last day, {detail}, has passed",
            "publish what is left, or correct due in disclosure.yml",
        ),
    },
    "gone": {
        "th": (
            "ไม่มีหน้านี้แล้ว (รหัส {detail})",
            "หาที่อยู่ใหม่ของเอกสาร หรือแนบแฟ้มไว้ในเว็บไซต์นี้แทน",
        ),
        "en": (
            "the page is gone (status {detail})",
            "find its new address, or attach the file to this site",
        ),
    },
    "status": {
        "th": (
            "เว็บไซต์ปลายทางตอบว่าเปิดไม่ได้ (รหัส {detail})",
            "เปิดในเบราว์เซอร์ แล้วแก้ที่อยู่ให้ตรงกับที่เปิดได้",
        ),
        "en": (
            "the host says that it cannot be opened (status {detail})",
            "open it in a browser and correct the address",
        ),
    },
    "server": {
        "th": (
            "เว็บไซต์ปลายทางขัดข้อง (รหัส {detail})",
            "ลองเปิดอีกครั้งภายหลัง หากยังไม่ได้ ให้แจ้งผู้ดูแลเว็บไซต์นั้น",
        ),
        "en": (
            "the host is out of order (status {detail})",
            "try later; if it stays so, tell who keeps that site",
        ),
    },
    "unreachable": {
        "th": (
            "ติดต่อเว็บไซต์ปลายทางไม่ได้",
            "ตรวจการสะกดที่อยู่ และตรวจว่าเว็บไซต์นั้นยังเปิดอยู่",
        ),
        "en": (
            "the host cannot be reached",
            "check the spelling, and whether that site still exists",
        ),
    },
    "slow": {
        "th": (
            "เว็บไซต์ปลายทางไม่ตอบภายในเวลา",
            "ลองเปิดในเบราว์เซอร์ หากช้าเป็นประจำ ให้แนบแฟ้มไว้ในเว็บไซต์นี้แทน",
        ),
        "en": (
            "the host does not answer in time",
            "try it in a browser; if it is always slow, attach the file to this site",
        ),
    },
    "certificate": {
        "th": (
            "ใบรับรองความปลอดภัย (https) ของปลายทางใช้ไม่ได้ เบราว์เซอร์จะเตือนผู้อ่าน",
            "แจ้งผู้ดูแลเว็บไซต์นั้นให้ต่ออายุหรือติดตั้งใบรับรองใหม่",
        ),
        "en": (
            "its certificate is not valid: browsers warn readers",
            "tell who keeps that site to renew it",
        ),
    },
    "private": {
        "th": (
            "เป็นที่อยู่ภายในหน่วยงานหรือที่อยู่ที่ไม่ปลอดภัย บุคคลภายนอกเปิดไม่ได้ {detail}",
            "ใช้ที่อยู่สาธารณะ หรือแนบแฟ้มไว้ในเว็บไซต์นี้",
        ),
        "en": (
            "an address inside somebody's network, which the public cannot open {detail}",
            "use a public address",
        ),
    },
    "circle": {
        "th": (
            "ปลายทางนำวนไปมาไม่สิ้นสุด",
            "เปิดในเบราว์เซอร์ แล้วแก้เป็นที่อยู่ที่เปิดได้จริง",
        ),
        "en": (
            "it redirects again and again",
            "open it in a browser and use the address that works",
        ),
    },
    "not-https": {
        "th": (
            "ปลายทางนำไปที่อยู่ที่ไม่ใช่ https: {detail}",
            "ใช้ที่อยู่ที่ขึ้นต้นด้วย https:// หรือแจ้งผู้ดูแลเว็บไซต์นั้น",
        ),
        "en": (
            "it leads to an address without https: {detail}",
            "use an https:// address, or tell who keeps that site",
        ),
    },
    "login": {
        "th": (
            "ต้องเข้าสู่ระบบก่อนจึงเปิดได้ ผู้ประเมินและประชาชนเปิดไม่ได้",
            "ใช้ที่อยู่สาธารณะของเอกสาร หรือแนบแฟ้มไว้ในเว็บไซต์นี้",
        ),
        "en": (
            "one has to sign in first, which the public cannot",
            "use a public address, or attach the file to this site",
        ),
    },
    "shared": {
        "th": (
            "ไฟล์ที่แชร์ไว้ (Google Drive, OneDrive) ยังไม่เปิดให้ทุกคนดู ผู้ประเมินจะเห็นหน้าขอสิทธิ์",
            "ตั้งค่าการแชร์เป็น “ทุกคนที่มีลิงก์” (ผู้มีสิทธิ์อ่าน) หรือดาวน์โหลดมาแนบไว้ในเว็บไซต์นี้",
        ),
        "en": (
            "a shared file that is not open to everybody",
            "share it with anyone who has the link, or attach it here",
        ),
    },
    "form-closed": {
        "th": (
            "แบบฟอร์มไม่รับคำตอบแล้ว",
            "เปิดรับคำตอบอีกครั้ง หรือแก้เป็นลิงก์ของแบบฟอร์มที่ใช้อยู่",
        ),
        "en": (
            "the form takes no answers any more",
            "open it again, or link to the one in use",
        ),
    },
    "html-for-file": {
        "th": (
            "ที่อยู่เป็นของแฟ้ม แต่ปลายทางส่งหน้าเว็บมาแทน แฟ้มอาจถูกย้ายหรือลบ",
            "เปิดดู แล้วแก้เป็นที่อยู่ของแฟ้ม หรือแนบแฟ้มไว้ในเว็บไซต์นี้",
        ),
        "en": (
            "a web page comes in place of the file",
            "open it, and correct the address or attach the file to this site",
        ),
    },
    "not-pdf": {
        "th": (
            "ปลายทางบอกว่าเป็น PDF แต่เนื้อหาไม่ใช่",
            "เปิดแฟ้มดู แล้วอัปโหลดแฟ้มที่ถูกต้องแทน",
        ),
        "en": ("what comes is no PDF", "open it, and upload the right file"),
    },
    "says-gone": {
        "th": (
            "หน้าปลายทางเขียนว่าไม่พบหน้าหรือเอกสาร",
            "หาที่อยู่ใหม่ของเอกสาร หรือแนบแฟ้มไว้ในเว็บไซต์นี้แทน",
        ),
        "en": (
            "the page says that nothing was found",
            "find the new address, or attach the file to this site",
        ),
    },
    "to-home": {
        "th": (
            "ปลายทางพากลับไปหน้าแรกของเว็บไซต์ เอกสารอาจถูกย้ายหรือลบ",
            "หาที่อยู่ใหม่ของเอกสาร หรือแนบแฟ้มไว้ในเว็บไซต์นี้แทน",
        ),
        "en": (
            "it leads to the home page of its site",
            "find the new address, or attach the file to this site",
        ),
    },
    "empty": {
        "th": ("ปลายทางไม่มีเนื้อหา", "เปิดดู แล้วอัปโหลดแฟ้มใหม่"),
        "en": ("nothing comes", "open it, and upload the file again"),
    },
    "refused": {
        "th": (
            "เว็บไซต์ปลายทางไม่ให้โปรแกรมเปิด (รหัส {detail}) อาจเปิดได้ตามปกติ",
            "ให้คนเปิดดูในเบราว์เซอร์โดยไม่เข้าสู่ระบบ",
        ),
        "en": (
            "the host lets no program in ({detail}); people may get there",
            "open it in a browser without signing in",
        ),
    },
    "moved": {
        "th": (
            "ย้ายไปที่ {detail} แล้ว ยังเปิดได้",
            "แก้เป็นที่อยู่ใหม่ เพราะที่อยู่เดิมอาจเลิกใช้",
        ),
        "en": (
            "it moved to {detail} and still works",
            "use the new address: the old one may end",
        ),
    },
}


def what(kind: str, detail: str, language: Language = "th") -> str:
    return MESSAGES[kind][language][0].format(detail=detail).strip()


def hint(kind: str, language: Language = "th") -> str:
    return MESSAGES[kind][language][1]
