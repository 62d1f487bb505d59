"""Names of places in running text: right, nearly right, or of another province."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator import thai
from generator.findings.squeezed import MARKS, Squeezed
from generator.model import AgencyProfile, NameKind

NEARLY = 0.7
SHORTEST_NAME = 4
_SPREAD = 2
_SHORTEST_OPEN = 5

PROVINCES = (
    "กรุงเทพมหานคร", "กระบี่", "กาญจนบุรี", "กาฬสินธุ์", "กำแพงเพชร", "ขอนแก่น", "จันทบุรี", "ฉะเชิงเทรา",
    "ชลบุรี", "ชัยนาท", "ชัยภูมิ", "ชุมพร", "เชียงราย", "เชียงใหม่", "ตรัง", "ตราด", "ตาก", "นครนายก", "นครปฐม",
    "นครพนม", "นครราชสีมา", "นครศรีธรรมราช", "นครสวรรค์", "นนทบุรี", "นราธิวาส", "น่าน", "บึงกาฬ", "บุรีรัมย์",
    "ปทุมธานี", "ประจวบคีรีขันธ์", "ปราจีนบุรี", "ปัตตานี", "พระนครศรีอยุธยา", "พะเยา", "พังงา", "พัทลุง",
    "พิจิตร", "พิษณุโลก", "เพชรบุรี", "เพชรบูรณ์", "แพร่", "ภูเก็ต", "มหาสารคาม", "มุกดาหาร", "แม่ฮ่องสอน",
    "ยโสธร", "ยะลา", "ร้อยเอ็ด", "ระนอง", "ระยอง", "ราชบุรี", "ลพบุรี", "ลำปาง", "ลำพูน", "เลย", "ศรีสะเกษ",
    "สกลนคร", "สงขลา", "สตูล", "สมุทรปราการ", "สมุทรสงคราม", "สมุทรสาคร", "สระแก้ว", "สระบุรี", "สิงห์บุรี",
    "สุโขทัย", "สุพรรณบุรี", "สุราษฎร์ธานี", "สุรินทร์", "หนองคาย", "หนองบัวลำภู", "อ่างทอง", "อำนาจเจริญ",
    "อุดรธานี", "อุตรดิตถ์", "อุทัยธานี", "อุบลราชธานี",
)  # fmt: skip

# A type of place and other words for it, of which each may stand before a name.
_TYPES = (
    ("องค์การบริหารส่วนตำบล", "อบต."),
    ("องค์การบริหารส่วนจังหวัด", "อบจ."),
    ("เทศบาลนคร", "เทศมนตรีนคร", "ทน."),
    ("เทศบาลเมือง", "เทศมนตรีเมือง", "ทม."),
    ("เทศบาลตำบล", "เทศมนตรีตำบล", "ทต."),
    ("สำนักงานเขต",),
    ("สำนักงานจังหวัด",),
    ("อำเภอ", "อ."),
    ("เขต",),
    ("จังหวัด", "จ."),
)
_DISTRICT, _PROVINCE = ("อำเภอ", "เขต"), ("จังหวัด",)
_BEFORE_A_PROVINCE = (
    "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "เทศมนตรีนคร", "เทศมนตรีเมือง", "เทศมนตรีตำบล",
    "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "สำนักงานจังหวัด", "อำเภอเมือง",
)  # fmt: skip
_ELSEWHERE = re.compile(f"(?:{'|'.join(_BEFORE_A_PROVINCE)})({'|'.join(sorted(PROVINCES, key=len, reverse=True))})")
# letters that sound alike at the beginning of a syllable, so that names are mistaken for one another
_ALIKE = str.maketrans("ศษซฎฏณญฬภธฑฒฐฆฅฃ", "สสสดตนยลพทททถคคข")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True)
class RightName:
    """What a place is called: the words that may stand before it, and what must follow them."""

    kind: NameKind
    prefixes: tuple[str, ...]
    proper: str


@dataclass(frozen=True)
class Misspelt:
    kind: NameKind
    printed: str


def right_names(profile: AgencyProfile) -> tuple[RightName, ...]:
    """The agency's own names, as far as they begin with a type, and those of its district and province."""
    agency = (NameKind.AGENCY, (profile.name, profile.short_name, *profile.aliases), (profile.type,))
    area = ((NameKind.DISTRICT, (profile.district,), _DISTRICT), (NameKind.PROVINCE, (profile.province,), _PROVINCE))
    found = (
        _split(kind, thai.without_spaces(name), tuple(map(thai.without_spaces, types)))
        for kind, names, types in (agency, *area)
        for name in names
        if name
    )
    return tuple(dict.fromkeys(name for name in found if name))


def _split(kind: NameKind, name: str, types: tuple[str, ...]) -> RightName | None:
    """A district or a province may be called without its type."""
    for words in (*_TYPES, types):
        for word in words:
            if name.startswith(word) and name != word:
                return RightName(kind, words, name.removeprefix(word))
    return None if kind is NameKind.AGENCY else RightName(kind, types, name)


def misspelt(rights: tuple[RightName, ...], text: str) -> Iterator[Misspelt]:
    """Each name in the text that is nearly but not exactly one of these, and each that is of another province."""
    squeezed = Squeezed(text)
    right: set[int] = set()
    found: dict[int, tuple[int, int, NameKind]] = {}
    for start, at, name in _mentions(rights, squeezed.letters):
        if _is(name.proper, squeezed.letters, at):
            right.add(at)
        elif end := _nearly(name, squeezed, at):
            found.setdefault(at, (start, end, name.kind))
    for other in _ELSEWHERE.finditer(squeezed.letters):
        if _is_elsewhere(rights, squeezed, other):
            found.setdefault(other.start(1), (other.start(), other.end(), NameKind.AGENCY))
    for at, (start, end, kind) in sorted(found.items()):
        if at not in right:
            yield Misspelt(kind, squeezed.original(start, end))


def _mentions(rights: tuple[RightName, ...], letters: str) -> list[tuple[int, int, RightName]]:
    """Where a type of place stands, and where the name after it begins; of two the longer comes first."""
    found = [
        (match.start(), match.end(), name)
        for name in rights
        for word in name.prefixes
        for match in re.finditer(re.escape(word), letters)
    ]
    return sorted(found, key=lambda entry: (entry[1], entry[0]))


def _is(proper: str, letters: str, at: int) -> bool:
    """Whether the name stands there, and no mark after it makes it another one."""
    return letters.startswith(proper, at) and letters[at + len(proper) : at + len(proper) + 1] not in MARKS


def _nearly(name: RightName, text: Squeezed, at: int) -> int:
    """Where the part of the text ends that is most like the name, if it is nearly it; else 0. Letters that sound alike
    are the same, Latin ones do not count."""
    letters, wanted = text.letters, name.proper.translate(_ALIKE)
    if len(wanted) < SHORTEST_NAME or (name.kind is NameKind.PROVINCE and _province(letters, at)):
        return 0
    best, best_end, seen = 0.0, 0, 0
    for end in range(at + 1, len(letters) + 1):
        seen += not _LATIN.match(letters[end - 1])
        if seen > len(wanted) + _SPREAD:
            break
        if seen < len(wanted) - _SPREAD or letters[end : end + 1] in MARKS:
            continue
        window = _LATIN.sub("", letters[at:end]).translate(_ALIKE)
        ratio = SequenceMatcher(None, wanted, window, autojunk=False).ratio()
        if ratio > best:
            best, best_end = ratio, end
        elif best_end and seen <= len(wanted) and text.ends(end) and not text.ends(best_end):
            best_end = end  # a wrong letter at the end of the word
    return best_end if best >= NEARLY else 0


def _province(letters: str, at: int) -> str:
    """The province whose name stands there."""
    standing = (name for name in PROVINCES if _is(name, letters, at))
    return max(standing, key=len, default="")


def _is_elsewhere(rights: tuple[RightName, ...], text: Squeezed, match: re.Match[str]) -> bool:
    """Whether a province's name after a type of place is another place: not our province, not the beginning of one of
    our names; a short one, which may be the beginning of a word, only where the word ends."""
    province, at, end = match[1], match.start(1), match.end(1)
    if any(name.kind is NameKind.PROVINCE and name.proper == province for name in rights):
        return False
    if any(_is(name.proper, text.letters, at) for name in rights):
        return False
    return text.ends(end) if len(province) < _SHORTEST_OPEN else text.letters[end : end + 1] not in MARKS
