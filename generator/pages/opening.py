"""What the result of a year says, in one headline and a few sentences made from the figures alone."""

from collections.abc import Iterator

from markupsafe import Markup

from generator import figures, links, thai
from generator.assess import GRADE, OVERALL, Assessment, grade_label
from generator.markup import link, listed, text
from generator.pages.context import Context, indicator_link, mark, short_year

_NAMED = 2  # so many indicators are named in a headline, and so many in a sentence; of more their number is told
_FEW = 3


def headline(assessment: Assessment) -> str:
    """The grade, and what stands against it or for it, like อยู่ในระดับผ่านดี แต่การใช้อำนาจต่ำกว่าเกณฑ์ 85 ของคะแนนรวม."""
    grade = grade_label(assessment.settled(GRADE).text)
    opening = f"อยู่ในระดับ{' ' if grade.isascii() else ''}{grade}" if grade else ""
    if not assessment.scores:
        return opening or "ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้"
    bar = assessment.framework.scoring.bar
    told = f"ต่ำกว่าเกณฑ์ {figures.printed(bar)} ของคะแนนรวม"
    below = [n for n, score in assessment.scores.items() if score < bar]
    if not below:
        who = "ทุกตัวชี้วัด" if assessment.complete else "ตัวชี้วัดที่มีคะแนน"
        return f"{opening} {who}ไม่{told}".strip()
    overall = assessment.settled(OVERALL).number
    word = "" if not opening else "แต่" if overall is not None and overall >= bar else "โดย"
    if len(below) == len(assessment.numbers):
        who = "ทุกตัวชี้วัด"
    elif len(below) <= _NAMED:
        who = thai.listed([assessment.framework.indicator(n).name for n in below])
    else:
        who = f" {len(below)} ตัวชี้วัด"
    return f"{opening} {word}{who}{told}".strip()


def summary(context: Context, assessment: Assessment, address: str) -> Markup:
    """What the ten scores say, in a sentence or two made from the figures."""
    if not assessment.scores:
        return text("ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้")
    sentences = []
    if assessment.complete and assessment.highest == assessment.lowest:
        sentences.append(text(f"ทุกตัวชี้วัดได้คะแนนเท่ากัน {assessment.indicator(assessment.numbers[0]).text} คะแนน"))
    elif assessment.complete:
        sentences += [
            _extreme(context, assessment, assessment.highest, "คะแนนสูงสุดคือ", address),
            _extreme(context, assessment, assessment.lowest, "คะแนนต่ำสุดคือ", address),
        ]
    else:
        settled = len(assessment.scores)
        count = f"มีคะแนนที่ใช้ได้ {settled} จาก {len(assessment.numbers)} ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"
        sentences.append(text(count))
    bar = assessment.framework.scoring.bar
    below = [n for n, score in assessment.scores.items() if score < bar]
    if below:
        shown = figures.printed(bar)
        at_least = "" if assessment.complete else "อย่างน้อย "
        sentences.append(text(f"ตัวชี้วัดที่ต่ำกว่าเกณฑ์ {shown} ของคะแนนรวมมี {at_least}{len(below)} ตัวชี้วัด"))
    return Markup(" ").join(sentences)


def _extreme(context: Context, assessment: Assessment, numbers: tuple[int, ...], words: str, address: str) -> Markup:
    if len(numbers) > _FEW:
        return Markup("{} <strong>{}</strong> คะแนน ({} ตัวชี้วัด)").format(
            text(words), text(assessment.indicator(numbers[0]).text), len(numbers)
        )
    names = listed([indicator_link(assessment.framework.indicator(n), address) for n in numbers])
    flag = mark(context, assessment.fiscal_year, str(numbers[0]), address) if len(numbers) == 1 else Markup("")
    return Markup("{} {} <strong>{}</strong> คะแนน{}").format(
        text(words), names, text(assessment.indicator(numbers[0]).text), flag
    )


def change(context: Context, assessment: Assessment, address: str) -> Markup:
    """The overall against the year before, leading to the comparison; or that there is nothing to compare with."""
    year = assessment.fiscal_year
    before = context.before(assessment)
    if before is None:
        return text(f"ไม่มีผลการประเมินปี {year.before()} ในเว็บไซต์นี้ให้เปรียบเทียบ")
    difference = assessment.change(before, OVERALL)
    where = links.relative(address, f"{links.scores(year)}#comparison")
    name = short_year(context, before.fiscal_year)
    if difference is None:
        return link(where, f"ยังเทียบคะแนนรวมกับ{name} ไม่ได้")
    then = before.settled(OVERALL).text
    if difference == 0:
        return link(where, f"คะแนนรวมเท่ากับ{name} ({then})")
    word = "เพิ่มขึ้น" if difference > 0 else "ลดลง"
    return link(where, f"{word} {figures.computed(abs(difference))} คะแนนจาก{name} ({then})")


def weakest(assessment: Assessment, most: int) -> Iterator[int]:
    """The indicators to look at first: those below the bar, lowest first, `most` of them; else the lowest alone, where
    they are known and not all equal."""
    bar = assessment.framework.scoring.bar
    ordered = sorted(assessment.scores, key=lambda n: (assessment.scores[n], n))
    below = [n for n in ordered if assessment.scores[n] < bar]
    if below:
        yield from below[:most]
    elif assessment.complete and assessment.highest != assessment.lowest:
        yield from assessment.lowest[:most]
