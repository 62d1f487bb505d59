"""Names of places in running text: right, nearly right, of another province, or no names at all."""

import pytest

from generator.findings.spelling import PROVINCES, Misspelt, misspelt, right_names
from generator.model import AgencyProfile, NameKind

AGENCY, DISTRICT, PROVINCE = NameKind.AGENCY, NameKind.DISTRICT, NameKind.PROVINCE


def profile(
    name: str, kind: str, *, district: str | None = None, province: str = "จังหวัดยะลา", short: str | None = None
) -> AgencyProfile:
    return AgencyProfile(name=name, type=kind, district=district, province=province, short_name=short)


SATENG = profile("เทศบาลเมืองสะเตงนอก", "เทศบาลเมือง", short="ทม.สะเตงนอก")
KHONG = profile("เทศบาลตำบลเมืองคง", "เทศบาลตำบล", district="อำเภอราษีไศล", province="จังหวัดศรีสะเกษ")
MU = profile("องค์การบริหารส่วนตำบลม่วงหมู่", "องค์การบริหารส่วนตำบล", province="จังหวัดสิงห์บุรี", short="อบต.ม่วงหมู่")
MU_BARE = profile("องค์การบริหารส่วนตำบลม่วงหมู", "องค์การบริหารส่วนตำบล", province="สิงห์บุรี")
DIN = profile("สำนักงานเขตดินแดง", "สำนักงานเขต", district="เขตดินแดง", province="กรุงเทพมหานคร", short="เขตดินแดง")
TEN = profile("เทศบาลตำบลกขคงจชดตนบ", "เทศบาลตำบล")
THIRTEEN = profile("เทศบาลตำบลกขคงจชดตนบพมย", "เทศบาลตำบล")
COLLEGE = profile("วิทยาลัยชุมชนตัวอย่าง", "วิทยาลัยชุมชน")

NEARLY: list[tuple[AgencyProfile, str, list[tuple[NameKind, str]]]] = [
    (SATENG, "จุดอ่อนที่เทศบาลเมืองสะเตงนักจะต้องดำเนินการ", [(AGENCY, "เทศบาลเมืองสะเตงนัก")]),
    (SATENG, "ปลัดเทศบาลเมืองสระตengนอก", [(AGENCY, "เทศบาลเมืองสระตengนอก")]),
    (SATENG, "นายกเทศมนตรีเมืองสะเตงนัก", [(AGENCY, "เทศมนตรีเมืองสะเตงนัก")]),
    (SATENG, "ทม.สะเตงนัก", [(AGENCY, "ทม.สะเตงนัก")]),
    (SATENG, "ของเทศบาล\nเมืองสะเตง นัก ประจำปี", [(AGENCY, "เทศบาล เมืองสะเตง นัก")]),
    (SATENG, "จังหวัดยะรา", [(PROVINCE, "จังหวัดยะรา")]),  # four letters, of which three are right
    (KHONG, "เทศบาลตำบลเมืองคอง", [(AGENCY, "เทศบาลตำบลเมืองคอง")]),
    (KHONG, "เทศบาลตำบลเมืองคง อำเภอราชไสล จังหวัดศรีสะเกษ", [(DISTRICT, "อำเภอราชไสล")]),
    (KHONG, "อ.ราษีไสล จ.ศรีษะเกษ", [(DISTRICT, "อ.ราษีไสล"), (PROVINCE, "จ.ศรีษะเกษ")]),
    (MU, "อบต.ม่วงหมู มีการเปิดเผย และอบต.ม่วงหมุ่", [(AGENCY, "อบต.ม่วงหมู"), (AGENCY, "อบต.ม่วงหมุ่")]),
    (MU, "องค์การบริหารส่วนตำบลม่วงหมู ประจำปี", [(AGENCY, "องค์การบริหารส่วนตำบลม่วงหมู")]),
    (MU, "อบต.ม่วงหมูอบต.ม่วงหมู", [(AGENCY, "อบต.ม่วงหมู"), (AGENCY, "อบต.ม่วงหมู")]),
    (MU_BARE, "องค์การบริหารส่วนตำบลม่วงหมู่ ประจำปี", [(AGENCY, "องค์การบริหารส่วนตำบลม่วงหมู่")]),
    (MU_BARE, "จังหวัดสิงบุรี", [(PROVINCE, "จังหวัดสิงบุรี")]),
    (DIN, "สำนักงานเขตดินแดน", [(AGENCY, "สำนักงานเขตดินแดน")]),  # once, though it is the district's name too
    (DIN, "สำนักงานเขตดินแดน กรุงเทพมหานคร", [(AGENCY, "สำนักงานเขตดินแดน")]),
    (MU, "องค์การบริหารส่วนตำบลม่วงหมูได้จัดทำ", [(AGENCY, "องค์การบริหารส่วนตำบลม่วงหมู")]),
    (DIN, "ประชาชนในเขตดินแดน", [(AGENCY, "เขตดินแดน")]),
    (TEN, "เทศบาลตำบลกขคปจปดปนบ", [(AGENCY, "เทศบาลตำบลกขคปจปดปนบ")]),  # 7 of 10: 0.70
    (COLLEGE, "วิทยาลัยชุมชนตัวอยาง", [(AGENCY, "วิทยาลัยชุมชนตัวอยาง")]),
]


@pytest.mark.parametrize(("agency", "text", "names"), NEARLY, ids=[text for _, text, _ in NEARLY])
def test_a_name_that_is_nearly_right(agency: AgencyProfile, text: str, names: list[tuple[NameKind, str]]) -> None:
    assert list(misspelt(right_names(agency), text)) == [Misspelt(kind, name) for kind, name in names]


NOTHING: list[tuple[AgencyProfile, str]] = [
    (SATENG, "เทศบาลเมืองสะเตงนอก"),
    (SATENG, "เทศบาล เมือง\nสะเตง นอกได้ผลคะแนน"),
    (SATENG, "ทม.สะเตงนอกจังหวัดยะลา"),
    (SATENG, "เทศบาลต้องแสดงหลักเกณฑ์"),
    (SATENG, "เทศบาลเมือง"),
    (SATENG, "เทศบาลเมืองและอำเภอเมือง"),
    (SATENG, "จังหวัดและอำเภอใกล้เคียง"),
    (SATENG, "จังหวัดยุรา"),  # 2 of 4
    (SATENG, "จังหวัดปัตตานี"),
    (SATENG, "สะเตงนัก"),  # no type before it
    (KHONG, "จังหวัดศรีสะเกษ อำเภอราษีไศล"),
    (KHONG, "ในเขตอำเภอ"),
    (MU, "อบต.ม่วงหมู่"),
    (MU, "องค์การบริหารส่วนตำบลจึงได้จัดทำมาตรการ"),
    (MU, "องค์การบริหารส่วนตำบล"),
    (MU, "จังหวัดลพบุรี จังหวัดสระบุรี"),  # other provinces, as one may name them
    (MU_BARE, "จังหวัดสิงห์บุรี"),
    (DIN, "ผู้มีส่วนได้ส่วนเสียภายในของสำนักงานเขตมองว่ามีการใช้อำนาจ"),
    (DIN, "สำนักงานเขตต้องสร้างความเชื่อมั่น"),
    (DIN, "บุคลากรภายในเขตทุกคน"),
    (DIN, "สำนักงานเขตดินแดง กรุงเทพมหานคร"),
    (THIRTEEN, "เทศบาลตำบลกปคปจปดปนบพมย"),  # 9 of 13: 0.69
    (TEN, "เทศบาลตำบล"),
    (profile("อบต.คง", "องค์การบริหารส่วนตำบล", province="จังหวัดตาก"), "อบต.คอง จังหวัดตวก"),  # too short to tell
]


@pytest.mark.parametrize(("agency", "text"), NOTHING, ids=[text for _, text in NOTHING])
def test_no_name_or_a_right_one(agency: AgencyProfile, text: str) -> None:
    assert list(misspelt(right_names(agency), text)) == []


ELSEWHERE: list[tuple[AgencyProfile, str, str | None]] = [
    (SATENG, "นายกเทศมนตรีเมืองสระบุรี", "เทศมนตรีเมืองสระบุรี"),
    (SATENG, "เทศบาล เมืองสระบุรี ได้ผล", "เทศบาล เมืองสระบุรี"),
    (SATENG, "เทศบาลนครเชียงใหม่", "เทศบาลนครเชียงใหม่"),
    (SATENG, "อำเภอเมืองสระบุรี", "อำเภอเมืองสระบุรี"),
    (SATENG, "สำนักงานจังหวัดสระบุรีได้แจ้ง", "สำนักงานจังหวัดสระบุรี"),
    (SATENG, "องค์การบริหารส่วนจังหวัดนครศรีธรรมราช", "องค์การบริหารส่วนจังหวัดนครศรีธรรมราช"),
    (SATENG, "เทศบาลเมืองน่าน ประจำปี", "เทศบาลเมืองน่าน"),
    (SATENG, "เทศบาลเมืองน่าน", "เทศบาลเมืองน่าน"),
    (SATENG, "เทศบาลเมืองน่าน (ITA)", "เทศบาลเมืองน่าน"),
    (SATENG, "เทศบาลตำบลตากฟ้า", None),
    (SATENG, "เทศบาลเมืองตราดได้ผล", None),  # four letters may be the beginning of a word
    (SATENG, "เทศบาลเมืองพังงาได้ผล", "เทศบาลเมืองพังงา"),
    (SATENG, "เทศบาลตำบลเลยวังไสย์", None),
    (SATENG, "อำเภอเมืองยะลา", None),
    (SATENG, "ตำบลสระบุรี", None),
    (SATENG, "สระบุรี", None),
    (profile("เทศบาลเมืองสระบุรี", "เทศบาลเมือง"), "เทศบาลเมืองสระบุรี", None),
    (profile("เทศบาลตำบลนครปฐมใต้", "เทศบาลตำบล"), "เทศบาลตำบลนครปฐมใต้", None),
]


@pytest.mark.parametrize(("agency", "text", "printed"), ELSEWHERE, ids=[text for _, text, _ in ELSEWHERE])
def test_the_name_of_another_province_after_a_type_of_place(
    agency: AgencyProfile, text: str, printed: str | None
) -> None:
    expected = [Misspelt(AGENCY, printed)] if printed else []

    assert list(misspelt(right_names(agency), text)) == expected


def test_there_are_77_provinces() -> None:
    assert len(set(PROVINCES)) == len(PROVINCES) == 77
