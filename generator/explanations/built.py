"""Faults of the finished site, which a developer has to mend."""

from typing import Final

from generator.explanations.entries import Explanation, Group

_REPORT: Final = "แจ้งผู้พัฒนาโปรแกรมพร้อมข้อความทั้งหมด เว็บไซต์ที่เผยแพร่อยู่ไม่เปลี่ยนแปลง"

BUILT: Final = Group(
    "built",
    "เว็บไซต์ที่สร้างแล้ว (สำหรับผู้พัฒนา)",
    "หลังสร้างเสร็จ โปรแกรมตรวจทุกหน้าอีกครั้งก่อนเผยแพร่ ข้อความเหล่านี้หมายถึงข้อผิดพลาดของโปรแกรม ไม่ใช่ของข้อมูล " + _REPORT,
    {
        "audit-file": Explanation("แฟ้มชนิดที่เผยแพร่ไม่ได้", "พบแฟ้มที่ไม่ใช่แฟ้มธรรมดาในเว็บไซต์ที่สร้าง", _REPORT),
        "audit-missing": Explanation("หน้าที่ควรมีหายไป", "หน้าหรือแฟ้มที่วางแผนไว้ไม่อยู่ในเว็บไซต์ที่สร้าง", _REPORT),
        "audit-unexpected": Explanation("มีหน้าหรือแฟ้มเกิน", "พบหน้าหรือแฟ้มที่ไม่ได้วางแผนไว้", _REPORT),
        "audit-duplicate-id": Explanation("id ซ้ำในหน้าเดียว", "สองส่วนของหน้าใช้ id เดียวกัน ลิงก์จึงไปผิดที่", _REPORT),
        "audit-template": Explanation("มีรหัสแม่แบบค้างในหน้า", "ข้อความของแม่แบบไม่ได้ถูกแทนที่ด้วยข้อมูล", _REPORT),
        "audit-element": Explanation("องค์ประกอบนอกรายการ", "หน้ามีองค์ประกอบ HTML ที่ไม่อยู่ในรายการที่อนุญาต", _REPORT),
        "audit-attribute": Explanation("คุณสมบัตินอกรายการ", "หน้ามีคุณสมบัติ HTML ที่ไม่อยู่ในรายการที่อนุญาต", _REPORT),
        "audit-script": Explanation("สคริปต์ที่ไม่รู้จัก", "หน้ามีสคริปต์ที่ไม่ใช่ของธีม", _REPORT),
        "audit-policy": Explanation("ข้อกำหนดความปลอดภัยไม่ถูกต้อง", "ข้อกำหนดความปลอดภัยของหน้าขาด ซ้ำ หรือไม่เข้มงวดพอ", _REPORT),
        "audit-address": Explanation("ที่อยู่ชนิดที่ไม่อนุญาต", "หน้าอ้างถึงที่อยู่ที่ไม่ใช่ของเว็บไซต์นี้หรือ https", _REPORT),
        "audit-link": Explanation("ลิงก์ไม่มีปลายทาง", "ลิงก์ในหน้าชี้ไปยังหน้าหรือแฟ้มที่ไม่มี", _REPORT),
        "audit-anchor": Explanation("ลิงก์ไม่มีตำแหน่งในหน้า", "ลิงก์ชี้ไปยังตำแหน่งที่ไม่มีในหน้าปลายทาง", _REPORT),
    },
)
